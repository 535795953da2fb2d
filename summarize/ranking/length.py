"""How long a summary may be."""

from __future__ import annotations

from typing import NamedTuple

from summarize.errors import OptionError


class _Length(NamedTuple):
    sentences: int | None
    words: int | None
    ratio: float | None


class Length(_Length):
    """How long a summary is to be: one of the three, the others None.

    ``ratio`` is a share of the words of the story, above 0 and at most 1.
    Raises OptionError for a length of nothing, and for more than one.
    """

    __slots__ = ()

    def __new__(
        cls, sentences: int | None = None, words: int | None = None, ratio: float | None = None
    ) -> Length:
        """The length, if it makes sense."""
        for name, count in (("sentences", sentences), ("words", words)):
            if not (count is None or (isinstance(count, int) and count > 0)):
                raise OptionError(f"{name} is a whole number from 1, not {count!r}")
        _check_ratio(ratio)
        if (sentences, words, ratio).count(None) != 2:
            raise OptionError("a length is one of sentences, words and ratio")
        return super().__new__(cls, sentences, words, ratio)


def _check_ratio(ratio: object) -> None:
    if not (ratio is None or (isinstance(ratio, int | float) and 0 < ratio <= 1)):
        raise OptionError(f"ratio is above 0 and at most 1, not {ratio!r}")


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
