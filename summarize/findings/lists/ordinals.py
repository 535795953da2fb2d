"""Lists that ordinals number, also over several sentences: ``Pertama, … Kedua, … Terakhir, …``."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.lists.build import build
from summarize.findings.lists.introductions import find_introduction
from summarize.findings.lists.lexicon import list_lexicon
from summarize.findings.lists.ordinal_words import Step, steps_in
from summarize.findings.lists.token_range import tokenize
from summarize.findings.lists.trim import bare_item, clause_end
from summarize.models import Enumeration, ListKind, Span
from summarize.text.reading import Reading

_LONGEST = 200  # tokens of an item
_MOST = 30  # ordinals in one sentence; where there are more it is no prose
_GAP = 6  # sentences between an ordinal and the next


def find_ordinal_lists(reading: Reading) -> list[Enumeration]:
    """The lists that ordinals number."""
    found: list[Enumeration] = []
    chain: list[Step] = []
    for step in _steps(reading):
        if chain and _continues(chain, step):
            chain.append(step)
        elif step.value == 1:
            found += _listed(reading, chain)
            chain = [step]
    return found + _listed(reading, chain)


def _continues(chain: Sequence[Step], step: Step) -> bool:
    """Whether the step is the next of the chain."""
    first, last = chain[0], chain[-1]
    if step.sentence_number - last.sentence_number > _GAP or last.value == 0:
        return False
    if step.stage != first.stage:
        return False
    ahead = step.value - last.value
    if ahead == 1 or (len(chain) >= 2 and step.value == 0):
        return True
    return len(chain) >= 2 and ahead == 2  # one of them has another word


def _steps(reading: Reading) -> list[Step]:
    lexicon = list_lexicon(reading.language)
    steps = []
    for sentence_number, sentence in enumerate(reading.body):
        if not lexicon.ordinal_search.search(reading.lowered, *sentence.span):
            continue
        found = steps_in(tokenize(reading, sentence.span, lexicon), sentence_number)
        if len(found) <= _MOST:
            steps += found
    return steps


def _listed(reading: Reading, chain: Sequence[Step]) -> list[Enumeration]:
    """The list of a chain of ordinals; none where there is but one."""
    if len(chain) < 2:
        return []
    items: list[Span] = []
    for number, step in enumerate(chain):
        following = chain[number + 1] if number + 1 < len(chain) else None
        same = following is not None and following.sentence_number == step.sentence_number
        last = following.first if following is not None and same else len(step.tokens)
        last = min(last, step.after + _LONGEST)
        item = bare_item(step.tokens, (step.after, clause_end(step.tokens, step.after, last)))
        if item is None:
            return []
        items.append(step.tokens.span(item))
    first = chain[0]
    at = first.tokens[first.first].start
    intro = find_introduction(reading, first.sentence_number, at, len(items))
    return [
        build(
            reading,
            intro,
            items,
            reading.body[chain[-1].sentence_number].span.end,
            kind=ListKind.ORDINALS,
            sign=first.word,
            points=None if intro.lead else True,
        )
    ]
