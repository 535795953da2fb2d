"""What introduces a list whose items are marked or spread over sentences."""

from __future__ import annotations

from typing import NamedTuple

from summarize.findings.lists.cues import Cue, find_counts, find_cues
from summarize.findings.lists.lead import find_lead
from summarize.findings.lists.lexicon import Strength, list_lexicon
from summarize.findings.lists.token_range import tokenize
from summarize.models import Span
from summarize.patterns import pattern
from summarize.text.reading import Reading

_DIGIT, _WORD = pattern(r"\d"), pattern(r"\w+")
_REACH = 300  # characters before the first item in which it is introduced
_NEAR_END = 3  # tokens between the cue and the end of the introduction


class Introduction(NamedTuple):
    """Where the introducing sentence starts, what it calls the list, how many it announces.

    ``partial`` says that its cue promises only some of them.
    """

    start: int
    lead: Span | None = None
    announced: int | None = None
    partial: bool = False


def find_introduction(reading: Reading, sentence_number: int, at: int, items: int) -> Introduction:
    """What introduces the ``items`` from offset ``at`` on, in a sentence of the body.

    The words before the first item in its own sentence, or else the sentence before, if it ends
    in a colon or announces a number.
    """
    own = reading.body[sentence_number].span
    near = Span(max(own.start, at - _REACH), at)
    if any(character.isalnum() for character in near.of(reading.text)):
        return _introduction(reading, near, items)._replace(start=own.start)
    if sentence_number:
        before = reading.body[sentence_number - 1].span
        near = Span(max(before.start, before.end - _REACH), before.end)
        found = _introduction(reading, near, items)._replace(start=before.start)
        if found.announced is not None or near.of(reading.text).rstrip().endswith(":"):
            return found
    return Introduction(own.start)


def counts_before(reading: Reading, sentence_number: int) -> tuple[int, ...]:
    """The numbers in the sentence before that may announce what a cue begins this one with.

    ``Ada dua hal. Yakni penyadapan dan penindakan.``
    """
    before = reading.body[sentence_number - 1].span
    near = Span(max(before.start, before.end - _REACH), before.end)
    lexicon = list_lexicon(reading.language)
    lowered = near.of(reading.lowered)
    if not _DIGIT.search(lowered) and lexicon.numbers.keys().isdisjoint(_WORD.findall(lowered)):
        return ()
    tokens = tokenize(reading, near, lexicon)
    end = len(tokens)
    counts = find_counts(tokens, Cue(end, end, Strength.LIST, ""), 0)
    return tuple(count.value for count in counts if not count.doubtful)


def _introduction(reading: Reading, span: Span, items: int) -> Introduction:
    tokens = tokenize(reading, span, list_lexicon(reading.language))
    end = len(tokens)
    cues = [cue for cue in find_cues(tokens) if cue.last >= end - _NEAR_END]
    cue = cues[0] if cues else Cue(end, end, Strength.LIST, "")
    counts = find_counts(tokens, cue, 0)
    count = next((c for c in counts if c.value == items), None) or next(
        (c for c in counts if not c.doubtful and c.value > items), None
    )
    lead = find_lead(tokens, cue, count, 0)
    return Introduction(
        span.start,
        lead,
        count.value if count else None,
        cue.partial,
    )
