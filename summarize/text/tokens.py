"""The words and marks of a piece of text, as the finders of names read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from sys import intern
from typing import NamedTuple

from summarize.models import Span

# "M.", "S.Pd", "Ma’ruf", "Al-Amin", "K/L" are one token each, "H.Zulkifli" is two; a mark is a
# token of its own
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){1,6}(?=\W|$|[A-Z][a-z]{4})|[^\W_]+(?:(?:[’'`ʼ‘.&-]|/(?![A-Z][a-z]{3}))[^\W_]+)*+|\S"
)
# the same, but "Malawi's" is "Malawi" and "'s"
_ENGLISH_TOKEN = re.compile(
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


# what Token(*fields) does, in C: a release has hundreds of tokens
_token: Callable[[tuple[int, int, str, str, bool]], Token] = partial(tuple.__new__, Token)


def tokenize(text: str, within: Span, language: str = "id") -> list[Token]:
    """The tokens inside a span, in order; in English (``en``) an owner's "'s" is one of its own.

    >>> [t.text for t in tokenize("Wapres K.H. Ma’ruf Amin, Senin", Span(0, 30))]
    ['Wapres', 'K.H.', 'Ma’ruf', 'Amin', ',', 'Senin']
    """
    return [
        _token(
            (m.start(), m.end(), word := intern(m.group()), intern(word.lower()), word[0].isupper())
        )
        for m in _PATTERNS[language].finditer(text, within.start, within.end)
    ]
