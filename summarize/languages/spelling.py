"""One spelling for all spellings of a name."""

from __future__ import annotations

from functools import lru_cache

# Old and new spellings of the same sound
_SPELLINGS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("ae", "ai"), ("dh", "d"), ("th", "t"), ("kh", "k"),
    ("sy", "s"), ("sh", "s"), ("ph", "f"), ("ie", "i"), ("ch", "k"), ("y", "i"), ("q", "k"),
    ("c", "k"), ("v", "f"), ("z", "s"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """The word as spelling variants share it: Dharma and Darma, Budhy and Budhi.

    >>> fold("Dharma") == fold("Darma"), fold("Soekarno") == fold("Sukarno")
    (True, True)
    """
    folded = "".join(c for c in word.lower() if c.isalpha())
    for old, new in _SPELLINGS:
        folded = folded.replace(old, new)
    return "".join(c for i, c in enumerate(folded) if i == 0 or c != folded[i - 1])
