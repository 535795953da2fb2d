"""Releases that were sent twice: nearly the same words, and nothing told otherwise.

Each text is sketched by the smallest hashes of its runs of four words (a bottom-k sketch, Broder
1997), from which the share of common runs is estimated. A text is only compared with the first of
each group of its day, and only where they share a hash, so the work grows with the number of
texts. Weekly news of one kind is alike in its words; what tells it apart is in its details.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import NamedTuple
from zlib import crc32

from summarize.patterns import pattern

Sketch = Sequence[int]  # in ascending order
RUN = 4
SIZE = 64
INDEXED = 24  # of those 64, the smallest are enough to find candidates by
ALIKE = 0.6  # below it, other news shares paragraphs of background
CANDIDATES = 3
COMMON = 200  # a hash in more groups than this is of a set phrase and says nothing

_WORD = pattern(r"\w+")
_NUMERAL = pattern(r"\d+(?:[.,]\d+)*")


class Telling(NamedTuple):
    """What a text is compared by: the day it is about, its words, and the details it gives."""

    day: str | None
    sketch: Sketch
    details: frozenset[int]


def telling_of(text: str, day: str | None, details: Iterable[str]) -> Telling:
    """The telling of ``text``; ``details`` are its amounts, names, places and dates."""
    told = {detail.casefold() for detail in details}.union(_NUMERAL.findall(text))
    return Telling(day, sketch_of(text), frozenset(map(_hashed, told)))


def sketch_of(text: str) -> Sketch:
    """The sketch of a text; empty if it has fewer words than a run."""
    words = _WORD.findall(text.lower())
    runs = zip(*(words[start:] for start in range(RUN)), strict=False)
    return array("I", nsmallest(SIZE, {_hashed(" ".join(run)) for run in runs}))


def _hashed(text: str) -> int:
    return crc32(text.encode("utf-8", "replace"))


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs that two texts have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    union = nsmallest(min(SIZE, max(len(one), len(other))), {*one, *other})
    both = set(one) & set(other)
    return sum(value in both for value in union) / len(union)


def fold(tellings: Sequence[Telling]) -> list[int]:
    """For each text the first one that it repeats, or itself.

    One may leave out what the other tells, as where a paragraph was cut, but not vary it.

    >>> said = telling_of("harga cabai naik di pasar", "2025-03-03", ["Rp62.000"])
    >>> other_price = said._replace(details=frozenset({1}))
    >>> fold([said, other_price, said, said._replace(day="2025-03-10")])
    [0, 1, 0, 3]
    """
    first: list[int] = []
    holders: dict[tuple[str | None, int], list[int]] = {}
    for number, telling in enumerate(tellings):
        candidates = _candidates(telling, holders)
        like = next((n for n in candidates if _repeats(telling, tellings[n])), number)
        first.append(like)
        if like == number:
            for value in telling.sketch[:INDEXED]:
                group = holders.setdefault((telling.day, value), [])
                if len(group) <= COMMON:
                    group.append(number)
    return first


def _repeats(one: Telling, other: Telling) -> bool:
    agree = one.details <= other.details or other.details <= one.details
    return agree and likeness(one.sketch, other.sketch) >= ALIKE


def _candidates(telling: Telling, holders: dict[tuple[str | None, int], list[int]]) -> list[int]:
    """The earlier texts of that day that share the most hashes, more than one."""
    shared: Counter[int] = Counter()
    for value in telling.sketch[:INDEXED]:
        group = holders.get((telling.day, value), ())
        if len(group) <= COMMON:
            shared.update(group)
    least = min(2, len(telling.sketch))
    return [number for number, count in shared.most_common(CANDIDATES) if count >= least]
