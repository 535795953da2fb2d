"""Lists told by ordinals, in one sentence or over several: ``Pertama, … Kedua, … Terakhir, …``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.findings.enumerations.grammar import grammar_of
from summarize.findings.enumerations.introductions import find_introduction
from summarize.findings.enumerations.kinds import are_points
from summarize.findings.enumerations.stretch import Range, Stretch, read_stretch
from summarize.findings.enumerations.trimming import bare_item, clause_end
from summarize.models import Enumeration, Release, Span

_LONGEST = 200  # tokens of an item
_MOST = 30  # ordinals in one sentence; where there are more it is no prose
_GAP = 6  # sentences between an ordinal and the next
_BEFORE = 3  # words that may stand between the clause's start and the ordinal
_EARLY = 7  # words before a stage that a sentence goes on with
_RELATIVE = 10  # words of a relative clause after the ordinal
_SAYING = 6  # words of an attribution put in after the ordinal ("Pertama, kata dia, …")


class Step(NamedTuple):
    """An ordinal in a sentence: where its phrase begins and where what it numbers begins.

    ``stage`` says that the ordinal is told with its noun (``Tahap pertama pembangunan …``).
    """

    place: int
    first: int
    after: int
    value: int
    stage: bool
    word: str
    stretch: Stretch


def find_ordinals(release: Release) -> list[Enumeration]:
    """The lists that ordinals tell."""
    found: list[Enumeration] = []
    chain: list[Step] = []
    for step in _steps(release):
        if chain and _continues(chain, step):
            chain.append(step)
        elif step.value == 1:
            found += _listed(release, chain)
            chain = [step]
    return found + _listed(release, chain)


def _continues(chain: Sequence[Step], step: Step) -> bool:
    if step.place - chain[-1].place > _GAP or chain[-1].value == 0 or step.stage != chain[0].stage:
        return False
    return step.value == chain[-1].value + 1 or (step.value == 0 and len(chain) >= 2)


def _steps(release: Release) -> list[Step]:
    grammar = grammar_of(release.language)
    steps = []
    for place, sentence in enumerate(release.body):
        if not grammar.ordinal_search.search(release.text, sentence.span.start, sentence.span.end):
            continue
        found = _steps_in(read_stretch(release.text, sentence.span, grammar), place)
        if len(found) <= _MOST:
            steps += found
    return steps


def _steps_in(stretch: Stretch, place: int) -> list[Step]:
    ordinals = stretch.grammar.ordinals
    steps = []
    for index, token in enumerate(stretch.tokens):
        if token.lower in ordinals:
            numbered = _numbered(stretch, index)
            phrase = numbered or _stage(stretch, index)
            if phrase is not None:
                value, stage = ordinals[token.lower], numbered is None
                steps.append(Step(place, *phrase, value, stage, token.lower, stretch))
    return steps


def _numbered(stretch: Stretch, index: int) -> Range | None:
    """Where the ordinal's phrase begins and the item after it, for ``Yang pertama, …``."""
    tokens, grammar = stretch.tokens, stretch.grammar
    first = index
    while (
        first > 0
        and index - first < _BEFORE
        and (
            tokens[first - 1].lower in grammar.modifiers
            or tokens[first - 1].lower in grammar.points
            or tokens[first - 1].lower in grammar.stops
            or tokens[first - 1].lower in grammar.conjunctions
        )
    ):
        first -= 1
    after = index + 1
    if after >= len(tokens):
        return None
    opens = first == 0 or not tokens[first - 1].is_word
    cued = first > 0 and tokens[first - 1].lower in grammar.cue_words
    if not opens and not cued:
        return None
    if stretch.is_attribution(after) or _is_mark_or_cue(stretch, after):
        return first, _after_saying(stretch, after)
    if tokens[after].lower in grammar.modifiers:
        copula = _next_cue(stretch, after) if first < index else None
        return (first, copula) if copula is not None else None
    listing = cued or (first > 0 and tokens[first - 1].text in {";", ":", "("})
    goes_on = (
        first > 0 and tokens[first - 1].text == "," and grammar.ordinals[tokens[index].lower] > 1
    )
    if not (listing or goes_on) or tokens[after].is_capitalised:
        return None
    return first, after


def _is_mark_or_cue(stretch: Stretch, index: int) -> bool:
    token = stretch.tokens[index]
    return token.text in {",", ":"} or token.lower in stretch.grammar.cue_words


def _next_cue(stretch: Stretch, index: int) -> int | None:
    """Behind the copula of ``Cara kedua yang bisa dilakukan ialah …``."""
    for place in range(index, min(index + _RELATIVE, len(stretch.tokens) - 1)):
        if stretch.tokens[place].lower in stretch.grammar.cue_words:
            return place + 1
    return None


def _after_saying(stretch: Stretch, after: int) -> int:
    """Behind ``, kata dia,`` where an attribution is put in before the item."""
    tokens = stretch.tokens
    while after < len(tokens) and _is_mark_or_cue(stretch, after):
        after += 1
    if after < len(tokens) and (
        stretch.is_attribution(after) or tokens[after].lower in stretch.grammar.sources
    ):
        for index in range(after + 1, min(after + _SAYING, len(tokens))):
            if tokens[index].text == ",":
                return index + 1
    return after


def _stage(stretch: Stretch, index: int) -> Range | None:
    """``Tahap pertama pembangunan …``: what is numbered is told with its stage."""
    early = (
        index <= _EARLY
        if stretch.grammar.ordinals[stretch.tokens[index].lower] > 1
        else (index == 1)
    )
    if early and index and stretch.tokens[index - 1].lower in stretch.grammar.stages:
        return index - 1, index - 1
    return None


def _listed(release: Release, chain: Sequence[Step]) -> list[Enumeration]:
    """The list of a chain of ordinals; none where there is but one."""
    if len(chain) < 2:
        return []
    items: list[Span] = []
    for number, step in enumerate(chain):
        following = chain[number + 1] if number + 1 < len(chain) else None
        same = following is not None and following.place == step.place
        last = following.first if following is not None and same else len(step.stretch.tokens)
        last = min(last, step.after + _LONGEST)
        item = bare_item(step.stretch, (step.after, clause_end(step.stretch, step.after, last)))
        if item is None:
            return []
        items.append(step.stretch.span(item))
    first = chain[0]
    at = first.stretch.tokens[first.first].start
    intro = find_introduction(release, first.place, at, len(items))
    return [
        Enumeration(
            span=Span(intro.start, release.body[chain[-1].place].span.end),
            lead=intro.lead,
            items=tuple(items),
            announced=intro.announced,
            points=intro.lead is None or are_points(release, intro.lead, items),
            rule=f"ordinals: {first.word}",
            partial=intro.partial,
        )
    ]
