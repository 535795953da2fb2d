"""The words and marks of a piece of text, as the finders of names read them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from operator import add, itemgetter
from sys import intern
from typing import NamedTuple

from summarize.models import Span
from summarize.patterns import pattern

# "M.", "S.Pd", "Ma’ruf", "Al-Amin", "K/L" are one token each, "H.Zulkifli" is two; a mark is a
# token of its own
_TOKEN = pattern(
    r"(?:[^\W\d_]\.){1,6}(?=\W|$|[A-Z][a-z]{4})|[^\W_]+(?:(?:[’'`ʼ‘.&-]|/(?![A-Z][a-z]{3}))[^\W_]+)*+|\S"
)
# the same, but "Malawi's" is "Malawi" and "'s"
_ENGLISH_TOKEN = pattern(
    r"(?:[^\W\d_]\.){1,6}(?=\W|$|[A-Z][a-z]{4})|[’']s\b"
    r"|[^\W_]+(?:(?![’']s\b)(?:[’'`ʼ‘.&-]|/(?![A-Z][a-z]{3}))[^\W_]+)*+|\S"
)
_PATTERNS = {"id": _TOKEN, "en": _ENGLISH_TOKEN}
POSSESSIVE = frozenset(("'s", "’s"))


class Token(NamedTuple):
    """A word or a mark, where it stands, in lower case, and whether a capital begins it."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


# what Token(*fields) does, in C: a release has hundreds of tokens
_token: Callable[[tuple[int, int, str, str, bool]], Token] = partial(tuple.__new__, Token)
_word = itemgetter(0)  # of the forms of one


def tokenize(text: str, within: Span, language: str = "id") -> list[Token]:
    """The tokens inside a span, in order; in English (``en``) an owner's "'s" is one of its own.

    >>> [t.text for t in tokenize("Wapres K.H. Ma’ruf Amin, Senin", Span(0, 30))]
    ['Wapres', 'K.H.', 'Ma’ruf', 'Amin', ',', 'Senin']
    """
    return scan(_PATTERNS.get(language, _TOKEN), text, *within)


def scan(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Token]:
    """The tokens that a pattern cuts ``text[start:end]`` into."""
    return [_token(m.span() + _forms(m.group())) for m in pattern.finditer(text, start, end)]


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, str, bool]:
    """A word, in lower case too, and whether a capital begins it; a text has few, often."""
    return intern(word), intern(word.lower()), word[0].isupper()


class Packed:
    """The tokens of a text too long to keep them as they are, in a tenth of the room.

    >>> packed, tokens = Packed(), tokenize("Bupati Rahmat hadir", Span(0, 19))
    >>> packed.append(tokens)
    >>> packed[1:3] == tokens[1:]
    True
    """

    def __init__(self) -> None:
        self._starts = array("I")
        self._forms: list[tuple[str, str, bool]] = []  # a text has few, often

    def __len__(self) -> int:
        return len(self._forms)

    def append(self, tokens: Sequence[Token]) -> None:
        """Add ``tokens`` behind those that are there."""
        self._starts.extend([token.start for token in tokens])
        self._forms += [_forms(token.text) for token in tokens]

    def __getitem__(self, place: slice) -> list[Token]:
        starts, forms = self._starts[place], self._forms[place]
        ends = map(add, starts, map(len, map(_word, forms)))
        return [*map(_token, map(add, zip(starts, ends, strict=True), forms))]


class View(NamedTuple):
    """Another way of cutting a text, which differs from that of ``tokenize`` here and there.

    ``pattern`` is what it takes for a token; ``apart`` finds every place where the two may differ
    (and may find others). Neither goes beyond white space.
    """

    pattern: re.Pattern[str]
    apart: re.Pattern[str]

    def cut(self, stream: Sequence[Token], text: str, start: int, end: int) -> list[Token]:
        """The tokens of ``text[start:end]`` in this view; those of the ``stream`` where they agree.

        >>> view = View(re.compile("[a-zA-Z0-9,]+"), re.compile(","))
        >>> text = "Ada 1,999 desa, kata dia"
        >>> [t.text for t in view.cut(tokenize(text, Span(0, 24)), text, 0, 18)]
        ['Ada', '1,999', 'desa,', 'ka']
        """
        cut: list[Token] = []
        place = bisect_left(stream, (start,))
        last = bisect_left(stream, (end,))
        at, stop = start, end
        if place and stream[place - 1].end > start:  # the range begins inside a token
            at = _chunk_end(text, start, end)
            cut += scan(self.pattern, text, start, at)
            place = bisect_left(stream, (at,))
        if last and stream[last - 1].end > end:
            stop = _chunk_start(text, end, at)
        while found := self.apart.search(text, at, stop):
            chunk = _chunk_start(text, found.start(), at)
            at = _chunk_end(text, found.start(), stop)
            cut += stream[place : bisect_left(stream, (chunk,), place)]
            cut += scan(self.pattern, text, chunk, at)
            place = bisect_left(stream, (at,), place)
        cut += stream[place : bisect_left(stream, (stop,), place)]
        return cut + scan(self.pattern, text, stop, end) if stop < end else cut


_SPACE = pattern(r"\s")


def _chunk_end(text: str, at: int, end: int) -> int:
    """Where the first white space behind ``at`` stands, or ``end``."""
    found = _SPACE.search(text, at, end)
    return found.start() if found else end


def _chunk_start(text: str, at: int, start: int) -> int:
    """Where what has no white space before ``at`` begins."""
    while at > start and not text[at - 1].isspace():
        at -= 1
    return at
