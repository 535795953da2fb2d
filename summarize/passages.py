"""Which sentences stand or fall together, and which lean on the one before them.

A quotation of several sentences is never cut, so its sentences are one passage, and the lines of a
list go with the sentence that announces it. A sentence that opens with ``Ia`` or ``Selain itu``
says nothing without the one before it, so its passage needs that one. The summary is chosen of
passages, each with the ones it needs, and key points are passages or several that belong together.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from summarize.languages import Language
from summarize.models import Findings, Release, Sentence, Span
from summarize.patterns import pattern

_LONGEST_OPENER = 4  # words
_LONGEST_PHRASE = 5  # words of "kenaikan harga beras tersebut"
_OPENING = 120  # characters
BEFORE = "“”\"‘’'«( \t"
_WORD = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
# A line of a list that is no sentence: behind a number or bullet, or without a full stop.
_FRAGMENT = pattern(r"\A(?:\(?\w{1,3}[.)]|[-*•‣▪–·])\s|[^.!?…\"”’')\]]\Z")


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
    listed = _joined_to_previous(body, [found.span for found in findings.enumerations])
    said = _introduced(release, {found.outer.start for found in findings.quotations})
    runs: list[range] = []
    for number in range(len(body)):
        text = body[number].span.of(release.text)
        if joined[number] or number in said or (listed[number] and _FRAGMENT.search(text)):
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    openers = release.language.terms("backward_openers")
    title = release.title.of(release.text).lower() if release.title else ""
    told = frozenset(_WORD.findall(title))

    def needs_other(run: range) -> bool:
        text = body[run.start].span.of(release.text)
        return leans_back(text, openers) or points_back(opening_words(text), release.language, told)

    needs = tuple(n - 1 if n and needs_other(run) else None for n, run in enumerate(runs))
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


def opening_words(text: str) -> list[str]:
    """The first words of ``text`` in lower case, as many as a phrase that points back has."""
    start = text.lstrip(BEFORE)[:_OPENING].lower()
    return [word[0] for word in islice(_WORD.finditer(start), _LONGEST_PHRASE + 1)]


def points_back(words: list[str], language: Language, told: frozenset[str] = frozenset()) -> bool:
    """Whether opening words are a phrase for what was told, as "Kegiatan ini": not "Tahun ini".

    What it stands for may be among the words ``told``, those of the headline.
    """
    pointing, times = language.terms("points_demonstratives"), language.terms("points_times")
    if language.rules.pointing_first:
        return bool(words) and words[0] in pointing and times.isdisjoint(words[1:2])
    at = next((n for n, word in enumerate(words) if n and word in pointing), None)
    if at is None:
        return False
    return times.isdisjoint(words[at - 1 : at]) and not told.issuperset(words[:at])


def _introduced(release: Release, quotations: set[int]) -> set[int]:
    """The sentences that open with a quotation after one like "Lorna Slater said:"."""
    spans = [sentence.span for sentence in release.body]
    return {
        number
        for number in range(1, len(spans))
        if spans[number].start in quotations and release.text[spans[number - 1].end - 1] == ":"
    }


def _joined_to_previous(body: tuple[Sentence, ...], wholes: list[Span]) -> list[bool]:
    """For each sentence, whether one of ``wholes`` runs on into it from the one before."""
    joined = [False] * len(body)
    waiting = iter(sorted(wholes))
    whole = next(waiting, None)
    for number, sentence in enumerate(body):
        start = sentence.span.start
        while whole is not None and whole.end <= start:
            whole = next(waiting, None)
        if whole is None:
            break
        if number and whole.start < start < whole.end:
            joined[number] = whole.start < body[number - 1].span.end
    return joined
