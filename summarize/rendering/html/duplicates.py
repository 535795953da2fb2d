"""Releases that were sent twice: nearly the same words under another headline.

Each text is sketched by the smallest hashes of its runs of four words (a bottom-k sketch, Broder
1997), from which the share of common runs is estimated. A text is only compared with the first of
each group, and only where they share a hash, so the work grows with the number of texts.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from zlib import crc32

from summarize.patterns import pattern

Sketch = Sequence[int]  # in ascending order
RUN = 4
SIZE = 64
INDEXED = 24  # of those 64, the smallest are enough to find candidates by
ALIKE = 0.6  # below it, news of different days share paragraphs of background
ALIKE_THAT_DAY = 0.2  # the same event told in other words
CANDIDATES = 3
COMMON = 200  # a hash in more groups than this is of a set phrase and says nothing

_WORD = pattern(r"\w+")


def sketch_of(text: str) -> Sketch:
    """The sketch of a text; empty if it has fewer words than a run."""
    words = [word.encode("utf-8", "replace") for word in _WORD.findall(text.lower())]
    runs = zip(*(words[start:] for start in range(RUN)), strict=False)
    return array("I", nsmallest(SIZE, {crc32(b" ".join(run)) for run in runs}))


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs that two texts have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    union = nsmallest(min(SIZE, max(len(one), len(other))), {*one, *other})
    both = set(one) & set(other)
    return sum(value in both for value in union) / len(union)


def fold(sketches: Sequence[Sketch], days: Sequence[str | None]) -> list[int]:
    """For each text, with the day it is about, the first one that it repeats, or itself.

    >>> again = sketch_of("a b c d e f")
    >>> fold([again, sketch_of("p q r s t u"), again], [None, None, None])
    [0, 1, 0]
    """
    first: list[int] = []
    holders: dict[int, list[int]] = {}
    for number, sketch in enumerate(sketches):
        like = next(
            (
                other
                for other in _candidates(sketch, holders)
                if likeness(sketch, sketches[other])
                >= (ALIKE_THAT_DAY if days[number] and days[number] == days[other] else ALIKE)
            ),
            number,
        )
        first.append(like)
        if like == number:
            for value in sketch[:INDEXED]:
                group = holders.setdefault(value, [])
                if len(group) <= COMMON:
                    group.append(number)
    return first


def _candidates(sketch: Sketch, holders: dict[int, list[int]]) -> list[int]:
    """The earlier texts that share the most hashes, more than one."""
    shared: Counter[int] = Counter()
    for value in sketch[:INDEXED]:
        group = holders.get(value, ())
        if len(group) <= COMMON:
            shared.update(group)
    least = min(2, len(sketch))
    return [number for number, count in shared.most_common(CANDIDATES) if count >= least]
