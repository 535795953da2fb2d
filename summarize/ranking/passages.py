"""Which sentences stand or fall together, and which lean on the one before them.

A quotation of several sentences is never cut, so its sentences are one passage. A sentence that
opens with ``Ia`` or ``Selain itu`` says nothing without the one before it, so its passage needs
that one. Ranking chooses passages, and with each the ones it needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarize.models import Findings, Release, Sentence, Span

_LONGEST_OPENER = 4  # words


class Passages(NamedTuple):
    """The story's sentences, by their number, as runs that are chosen whole.

    ``needs`` gives for each passage the one it cannot be read without, or None.
    """

    runs: tuple[range, ...]
    needs: tuple[int | None, ...]

    def with_needed(self, passage: int) -> Iterator[int]:
        """``passage`` and all that it needs, nearest first."""
        at: int | None = passage
        while at is not None:
            yield at
            at = self.needs[at]


def find_passages(release: Release, findings: Findings) -> Passages:
    """The passages of the story of ``release``."""
    body = release.body
    joined = _joined_to_previous(body, [found.outer for found in findings.quotations])
    runs: list[range] = []
    for number in range(len(body)):
        if joined[number]:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    openers = release.language.terms("backward_openers")
    needs = tuple(
        n - 1 if n and leans_back(body[run.start].span.of(release.text), openers) else None
        for n, run in enumerate(runs)
    )
    return Passages(tuple(runs), needs)


def leans_back(sentence: str, openers: frozenset[str]) -> bool:
    """Whether ``sentence`` opens with one of ``openers``.

    >>> leans_back("Selain itu, jalan diperbaiki.", frozenset({"selain itu"}))
    True
    """
    words = sentence[:80].lower().split(None, _LONGEST_OPENER)[:_LONGEST_OPENER]
    opener = ""
    for word in words:
        opener += word.rstrip(",;:")
        if opener in openers:
            return True
        if word[-1] in ",;:":
            return False
        opener += " "
    return False


def _joined_to_previous(body: tuple[Sentence, ...], quotations: list[Span]) -> list[bool]:
    """For each sentence, whether a quotation runs on into it from the one before."""
    joined = [False] * len(body)
    quoted = iter(sorted(quotations))
    quotation = next(quoted, None)
    for number, sentence in enumerate(body):
        start = sentence.span.start
        while quotation is not None and quotation.end <= start:
            quotation = next(quoted, None)
        if quotation is None:
            break
        if number and quotation.start < start < quotation.end:
            joined[number] = quotation.start < body[number - 1].span.end
    return joined
