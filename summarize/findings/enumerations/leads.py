"""The noun phrase that names what is listed."""

from __future__ import annotations

from summarize.findings.enumerations.announcing import Count, Cue
from summarize.findings.enumerations.passage import Passage, Range

_LONGEST = 12  # words of a lead that no number opens
_MARKS = {",", ";", ":", ".", "(", "–", "—", "“", '"'}


def find_lead(passage: Passage, cue: Cue, count: Count | None, start: int) -> Range | None:
    """From the number, or the clause's last noun phrase, up to the cue."""
    tokens = passage.tokens
    if count is not None:
        first, last = count.first, count.last
    else:
        last = cue.first
        while last > start and tokens[last - 1].text in _MARKS:
            last -= 1
        first = last
        while first > max(start, last - _LONGEST) and not _ends_phrase(passage, first - 1):
            first -= 1
    while last > first and tokens[last - 1].lower in passage.grammar.modifiers:
        last -= 1
    return (first, last) if last > first else None


def _ends_phrase(passage: Passage, index: int) -> bool:
    token = passage.tokens[index]
    return (
        token.text in _MARKS
        or passage.is_predicate(index)
        or token.lower in passage.grammar.openers
    )
