"""How long a summary may be."""

from __future__ import annotations

from typing import NamedTuple


class Length(NamedTuple):
    """How long a summary is to be: one of the three, the others None.

    ``ratio`` is a share of the words of the story, above 0 and at most 1.
    """

    sentences: int | None = None
    words: int | None = None
    ratio: float | None = None


class Limit(NamedTuple):
    """The most sentences and words that a summary of one story may have."""

    sentences: int
    words: int


def limit_of(length: Length, sizes: list[int]) -> Limit:
    """What ``length`` allows of a story whose sentences have ``sizes`` words."""
    sentences = len(sizes) if length.sentences is None else length.sentences
    words = sum(sizes) if length.words is None else length.words
    if length.ratio is not None:
        words = min(words, int(sum(sizes) * length.ratio + 0.5))
    return Limit(sentences, words)
