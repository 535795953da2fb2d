"""Lists behind a cue, in one sentence: ``Ada empat tuntutan, yaitu a, b, c, dan d``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from summarize.findings.lists.build import build
from summarize.findings.lists.choice import Choose, choose
from summarize.findings.lists.cue_evidence import Announcement
from summarize.findings.lists.cues import Count, Cue, find_counts, find_cues, find_marks
from summarize.findings.lists.introductions import (
    Introduction,
    counts_before,
    find_introduction,
)
from summarize.findings.lists.lead import find_lead
from summarize.findings.lists.lexicon import Strength, list_lexicon
from summarize.findings.lists.token_range import TokenRange, tokenize
from summarize.models import Enumeration, ListKind
from summarize.text.reading import Reading

_MOST_CUES = 1000  # cues of a sentence that are followed; one that has more is no prose
_CUES_INSIDE = 4  # cues after which a list is given up: its items do not hold so many


def find_cued_lists(
    reading: Reading,
    sentence_number: int,
    named: Sequence[int] = (),
    choose: Choose = choose,
) -> list[Enumeration]:
    """The lists that cues introduce in sentence ``sentence_number`` of the body.

    ``named`` are the places in the release where people are named, in order; ``choose`` says
    which candidate behind a cue is its list.
    """
    lexicon = list_lexicon(reading.language)
    span = reading.body[sentence_number].span
    trigger = lexicon.cue_search.search(reading.lowered, span.start, span.end)
    if trigger is None or trigger.end() == span.end:
        return []
    tokens = tokenize(reading, span, lexicon, named)
    found: list[Enumeration] = []
    start = 0
    for cue, following in _with_following(find_cues(tokens), find_marks(tokens)):
        if cue.first < start or cue.strength is Strength.NONE:
            continue
        refers_back = sentence_number > 0 and _begins_sentence(tokens, cue)
        counts = find_counts(tokens, cue, start)
        if refers_back:
            values = counts_before(reading, sentence_number)
            counts += [Count(value, cue.first, cue.first, True) for value in values]
        limit = _limit(tokens, cue, following, colons=not counts)
        first = cue.last
        if first >= limit:
            continue
        chosen = choose(Announcement(tokens, cue, counts, first, limit, start))
        if chosen is None:
            continue
        items, value = chosen.candidate.items, chosen.candidate.announced
        if refers_back:
            at = tokens[cue.first].start
            intro = find_introduction(reading, sentence_number, at, len(items))
        else:
            count = next((count for count in counts if count.value == value), None)
            intro = Introduction(span.start, find_lead(tokens, cue, count, start))
        listed = build(
            reading,
            intro._replace(announced=value, partial=cue.partial),
            [tokens.span(item) for item in items],
            span.end,
            kind=ListKind.ANNOUNCED if value else ListKind.CUE,
            sign=cue.text,
        )
        found.append(listed._replace(confidence=chosen.confidence, reasons=chosen.reasons))
        start = items[-1][1]
    return found


def _with_following(
    cues: Sequence[Cue], marks: Iterable[Cue]
) -> Iterator[tuple[Cue, Sequence[Cue]]]:
    """Each cue and mark that no cue stands right behind, and the cues that follow it."""
    for cue in sorted([*cues[:_MOST_CUES], *marks]):
        number = bisect_right(cues, cue)
        following = cues[number : number + _CUES_INSIDE]
        if not following or following[0].first != cue.last:
            yield cue, following


def _begins_sentence(tokens: TokenRange, cue: Cue) -> bool:
    """Whether the sentence begins with the cue: ``Antara lain …``."""
    return cue.is_sure and not any(token.is_word for token in tokens[: cue.first])


def _limit(tokens: TokenRange, cue: Cue, following: Sequence[Cue], *, colons: bool) -> int:
    """Where the list of ``cue`` must end because of the cues that follow.

    With ``colons``, one behind a colon ends before the next colon.
    """
    limit = len(tokens)
    if len(following) == _CUES_INSIDE:
        limit = following[-1].first
    colons = colons and cue.strength is Strength.COLON
    for other in following:
        if other.strength is Strength.LIST or (colons and other.strength is Strength.COLON):
            limit = other.first
            break
    return limit
