"""Listed phrases, looked up at a token by their first word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from summarize.text.tokens import Token

Kind = TypeVar("Kind")


class Phrases(NamedTuple, Generic[Kind]):
    """Phrases in lower case with what each is, and how long those with a first word are."""

    kinds: Mapping[str, Kind]
    lengths: dict[str, tuple[int, ...]]  # the longest first

    def at(self, tokens: Sequence[Token], i: int) -> Iterator[tuple[int, Kind]]:
        """Where the phrases end that begin at token ``i``, the longest first, and what they are."""
        for length in self.lengths.get(tokens[i].lower, ()):
            words = tokens[i : i + length]
            phrase = " ".join([token.lower for token in words])
            if len(words) == length and phrase in self.kinds:
                yield i + length, self.kinds[phrase]


def index_phrases(kinds: Mapping[str, Kind]) -> Phrases[Kind]:
    """The phrases, to be looked up by their first words.

    >>> from summarize.models import Span
    >>> from summarize.text.tokens import tokenize
    >>> phrases = index_phrases({"antara lain": "part", "antara": "other"})
    >>> list(phrases.at(tokenize("di antara lain", Span(0, 14)), 1))
    [(3, 'part'), (2, 'other')]
    """
    lengths: dict[str, set[int]] = {}
    for phrase in kinds:
        first, _, rest = phrase.partition(" ")
        lengths.setdefault(first, set()).add(1 + len(rest.split()))
    return Phrases(kinds, {w: tuple(sorted(n, reverse=True)) for w, n in lengths.items()})
