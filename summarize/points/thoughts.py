"""What a release tells, thought by thought: each is told by one key point at most.

A thought is a paragraph if it is short, else a passage, and what one list runs over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summarize.models import Enumeration, Findings, Release, Span
from summarize.passages import Passages

_THOUGHT = 50  # words that a reader takes in as one


class Thought(NamedTuple):
    """A stretch of the story, and the lists that begin in it."""

    span: Span
    enumerations: tuple[Enumeration, ...]


def find_thoughts(release: Release, findings: Findings, passages: Passages) -> list[Thought]:
    """The thoughts of ``release`` in order; together they are its story."""
    spans = _joined(release, findings.enumerations, passages)
    starts = [span.start for span in spans]
    lists: list[list[Enumeration]] = [[] for _ in spans]
    for found in findings.enumerations:
        lists[max(0, bisect_right(starts, found.span.start) - 1)].append(found)
    return [Thought(span, tuple(some)) for span, some in zip(spans, lists, strict=True)]


def _joined(
    release: Release, enumerations: Sequence[Enumeration], passages: Passages
) -> list[Span]:
    """The spans of ``passages``, those of a paragraph joined while together they are one thought.

    What one list runs over is joined too, also across paragraphs.
    """
    text, body = release.text, release.body
    spans: list[Span] = []
    paragraph = -1
    reach = _Reach(enumerations)
    for run in passages.runs:
        first, last = body[run[0]], body[run[-1]]
        span = Span(first.span.start, last.span.end)
        joined = Span(spans[-1].start, span.end) if spans else span
        if spans and (
            reach.of(spans[-1]) > span.start  # before counting: a list may be long
            or (first.paragraph == paragraph and len(joined.of(text).split()) <= _THOUGHT)
        ):
            spans[-1] = joined
        else:
            spans.append(span)
        paragraph = last.paragraph
    return spans


class _Reach:
    """How far the lists reach that start before the end of a passage; asked in order."""

    def __init__(self, enumerations: Sequence[Enumeration]) -> None:
        self._waiting = iter(sorted(enumeration.span for enumeration in enumerations))
        self._next = next(self._waiting, None)
        self._end = 0

    def of(self, passage: Span) -> int:
        while self._next and self._next.start < passage.end:
            self._end = max(self._end, self._next.end)
            self._next = next(self._waiting, None)
        return self._end
