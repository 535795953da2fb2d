"""The words and marks of a span of text, with brackets and quotation marks paired."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from summarize.models import Span

# A word keeps its inner hyphens, slashes and full stops (K/L, se-Jawa, PG.Barracx), a number its
# separators (1,999 and Rp2.199), so that no comma inside a number is taken for one between items.
_TOKEN = re.compile(
    r"\w+(?:[-/'’.&]\w+|(?<=\d),(?=\d)\w+)*+%?|''|’’|‘‘|--+|[^\w\s]",
)
_OPENING = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "‘‘": "’’", "«": "»", "„": "”"}
_CLOSING = {")", "]", "}", "”", "’", "’’", "»"}
_STRAIGHT = {'"', "''"}  # a lone ' is an apostrophe more often than a mark

_MARKS = frozenset(_OPENING) | _CLOSING | _STRAIGHT

ALONE = -1  # a token that pairs with none
UNOPENED = -2  # closes what was opened before these tokens


class Token(NamedTuple):
    """A word or a mark; ``lower`` is its text in lower case."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


# what Token(*fields) does, in C
_token: Callable[[tuple[int, int, str, str]], Token] = partial(tuple.__new__, Token)


def read_tokens(text: str, span: Span) -> list[Token]:
    """The tokens of ``text`` inside ``span``, in order."""
    return [
        _token((m.start(), m.end(), word := m.group(), word.lower()))
        for m in _TOKEN.finditer(text, span.start, span.end)
    ]


def first_token(text: str, span: Span) -> Token | None:
    """The first of the tokens inside ``span``."""
    m = _TOKEN.search(text, span.start, span.end)
    return Token(m.start(), m.end(), m.group(), m.group().lower()) if m else None


def pair_marks(text: str, tokens: list[Token]) -> list[int]:
    """For each token the index of the bracket or quotation mark that it pairs with.

    A mark that closes nothing of these is UNOPENED, everything else ALONE.
    """
    partners = [ALONE] * len(tokens)
    open_marks: list[int] = []
    awaited: dict[str, int] = {}  # how often each closing mark is waited for
    for index, token in enumerate(tokens):
        mark = token.text
        if mark not in _MARKS:
            continue
        if mark in _OPENING or (mark in _STRAIGHT and _opens(text, token)):
            open_marks.append(index)
            closing = _OPENING.get(mark, mark)
            awaited[closing] = awaited.get(closing, 0) + 1
        elif not awaited.get(mark):
            partners[index] = UNOPENED
        else:
            opened = _close(tokens, open_marks, awaited, mark)
            partners[opened], partners[index] = index, opened
    return partners


def _close(tokens: list[Token], open_marks: list[int], awaited: dict[str, int], mark: str) -> int:
    """Take the last opening mark that waits for ``mark``, and those left open inside it."""
    while True:
        opened = open_marks.pop()
        closing = _OPENING.get(tokens[opened].text, tokens[opened].text)
        awaited[closing] -= 1
        if closing == mark:
            return opened


def _opens(text: str, token: Token) -> bool:
    """Whether a straight mark stands where one is opened: after a space, before a word."""
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    return (before.isspace() or before in "([{,:") and not after.isspace() and after not in ",.;"
