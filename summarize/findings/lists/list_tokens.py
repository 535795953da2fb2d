"""The words and marks of a span of text, with brackets and quotation marks paired."""

from __future__ import annotations

from summarize.models import Span
from summarize.patterns import pattern
from summarize.text.quotation_marks import Lean, Policy, place_of
from summarize.text.tokens import Token, View

# A word keeps its inner hyphens, slashes and full stops (K/L, se-Jawa, PG.Barracx), a number its
# separators (1,999 and Rp2.199), so that no comma inside a number is taken for one between items.
LISTS = View(
    pattern(r"\w+(?:[-/'’.&]\w+|(?<=\d),(?=\d)\w+)*+%?|''|’’|‘‘|--+|[^\w\s]"),
    pattern(
        r"[_`ʼ‘.,/%'’-](?:(?<=[_`ʼ‘])|(?<=\w%)|(?<=\d,)(?=\d)|(?<=/)(?=[A-Z][a-z]{3})"
        r"|(?<=[^\W\d_]\.)(?<![^\W_][^\W\d_]\.)|(?<=')(?='|s\b)|(?<=’)(?=’|s\b)|(?<=-)(?=-))"
    ),
)
_OPENING = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "‘‘": "’’", "«": "»", "„": "”"}
_CLOSING = {")", "]", "}", "”", "’", "’’", "»"}
_STRAIGHT = {'"', "''"}  # a lone ' is an apostrophe more often than a mark

_ITEMS = Policy(frozenset("([{,:"), frozenset(",.;"))
_MARKS = frozenset(_OPENING) | _CLOSING | _STRAIGHT

ALONE = -1  # a token that pairs with none
UNOPENED = -2  # closes what was opened before these tokens


def first_token(text: str, span: Span) -> Token | None:
    """The first of the tokens inside ``span``."""
    m = LISTS.pattern.search(text, span.start, span.end)
    if m is None:
        return None
    word = m.group()
    return Token(m.start(), m.end(), word, word.lower(), word[0].isupper())


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
    return place_of(before, after, _ITEMS) is Lean.OPENS
