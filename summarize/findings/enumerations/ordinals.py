"""Lists told by ordinals, in one sentence or over several: ``Pertama, … Kedua, … Terakhir, …``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.findings.enumerations.grammar import grammar_of
from summarize.findings.enumerations.introductions import find_introduction
from summarize.findings.enumerations.kinds import are_points
from summarize.findings.enumerations.stretch import Range, Stretch, read_stretch
from summarize.findings.enumerations.tokens import UNOPENED
from summarize.findings.enumerations.trimming import bare_item
from summarize.models import Enumeration, Release, Span

_GAP = 6  # sentences between an ordinal and the next
_BEFORE = 3  # words that may stand between the clause's start and the ordinal
_EARLY = 7  # words before a stage that a sentence goes on with
_SAYING = 6  # words of an attribution put in after the ordinal ("Pertama, kata dia, …")


@dataclass(frozen=True, slots=True)
class Step:
    """An ordinal in a sentence: where its phrase begins and where what it numbers begins."""

    place: int
    first: int
    after: int
    value: int
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
    if step.place - chain[-1].place > _GAP or chain[-1].value == 0:
        return False
    return step.value == chain[-1].value + 1 or (step.value == 0 and len(chain) >= 2)


def _steps(release: Release) -> list[Step]:
    grammar = grammar_of(release.language)
    steps = []
    for place, sentence in enumerate(release.body):
        if not grammar.ordinal_search.search(release.text, sentence.span.start, sentence.span.end):
            continue
        stretch = read_stretch(release.text, sentence.span, grammar)
        for index, token in enumerate(stretch.tokens):
            if token.lower in grammar.ordinals:
                value = grammar.ordinals[token.lower]
                phrase = _numbered(stretch, index) or _stage(stretch, index)
                if phrase is not None:
                    steps.append(Step(place, *phrase, value, token.lower, stretch))
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
    cued = first > 0 and (tokens[first - 1].lower,) in _single_cues(stretch)
    if not opens and not cued:
        return None
    follows = tokens[after].text in {",", ":"} or (tokens[after].lower,) in _single_cues(stretch)
    if stretch.is_attribution(after):
        follows = True
        after -= 1
    elif not follows:
        inside = first > 0 and (cued or tokens[first - 1].text in {",", ";", ":", "("})
        if not inside or tokens[after].is_capitalised:
            return None
        after -= 1
    return first, _after_saying(stretch, after + 1)


def _single_cues(stretch: Stretch) -> set[tuple[str, ...]]:
    return {words for cues in stretch.grammar.cues.values() for words, _ in cues}


def _after_saying(stretch: Stretch, after: int) -> int:
    """Behind ``, kata dia,`` where an attribution is put in before the item."""
    tokens = stretch.tokens
    while after < len(tokens) and (
        tokens[after].text in {",", ":"} or (tokens[after].lower,) in _single_cues(stretch)
    ):
        after += 1
    if after < len(tokens) and stretch.is_attribution(after):
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
        item = bare_item(step.stretch, (step.after, _end(step.stretch, step.after, last)))
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
        )
    ]


def _end(stretch: Stretch, first: int, last: int) -> int:
    """The end of the item from ``first`` on: before a closing quotation mark or an attribution."""
    index = first
    while index < last:
        if stretch.partners[index] == UNOPENED and index > first:
            return index
        skipped = stretch.skip(index, last)
        if skipped > index:
            index = skipped + 1
            continue
        if (
            stretch.tokens[index].text == ","
            and index + 1 < last
            and stretch.is_attribution(index + 1)
        ):
            return index
        index += 1
    while last > first and stretch.tokens[last - 1].lower in stretch.grammar.conjunctions:
        last -= 1
    return last
