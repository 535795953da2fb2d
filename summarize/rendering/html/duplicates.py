"""Releases that were sent twice: nearly the same words under another headline.

Each text is sketched by the smallest hashes of its runs of four words (a bottom-k sketch, Broder
1997), from which the share of common runs is estimated. A text is only compared with the first of
each group, and only where they share a hash, so the work grows with the number of texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from zlib import crc32

Sketch = tuple[int, ...]
RUN = 4
SIZE = 64
ALIKE = 0.5
COMMON = 200  # a hash in more groups than this is of a set phrase and says nothing

_WORD = re.compile(r"\w+")


def sketch_of(text: str) -> Sketch:
    """The sketch of a text; empty if it has fewer words than a run."""
    words = [word.encode("utf-8", "replace") for word in _WORD.findall(text.lower())]
    runs = zip(*(words[start:] for start in range(RUN)), strict=False)
    return tuple(nsmallest(SIZE, {crc32(b" ".join(run)) for run in runs}))


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of runs that two texts have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    union = nsmallest(min(SIZE, max(len(one), len(other))), {*one, *other})
    both = set(one) & set(other)
    return sum(value in both for value in union) / len(union)


def fold(sketches: Sequence[Sketch]) -> list[int]:
    """For each text the first one that it repeats, or itself.

    >>> fold([sketch_of("a b c d e f"), sketch_of("p q r s t u"), sketch_of("a b c d e f")])
    [0, 1, 0]
    """
    first: list[int] = []
    holders: dict[int, list[int]] = {}
    for number, sketch in enumerate(sketches):
        like = _like(sketch, sketches, holders)
        first.append(number if like is None else like)
        if like is None:
            for value in sketch:
                group = holders.setdefault(value, [])
                if len(group) <= COMMON:
                    group.append(number)
    return first


def _like(sketch: Sketch, sketches: Sequence[Sketch], holders: dict[int, list[int]]) -> int | None:
    shared: Counter[int] = Counter()
    for value in sketch:
        group = holders.get(value, ())
        if len(group) <= COMMON:
            shared.update(group)
    for candidate, count in shared.most_common(3):
        if count >= len(sketch) * ALIKE / 2 and likeness(sketch, sketches[candidate]) >= ALIKE:
            return candidate
    return None
