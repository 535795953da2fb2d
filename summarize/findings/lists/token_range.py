"""A stretch of text: its tokens, how its marks pair, the grammar it is read by."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from summarize.findings.lists.lexicon import Grammar
from summarize.findings.lists.list_tokens import UNOPENED, Token, pair_marks, read_tokens
from summarize.models import Span

Range = tuple[int, int]  # tokens of a stretch, half-open


class Stretch(NamedTuple):
    """The tokens of a sentence or less; ``partners`` pairs brackets and quotation marks."""

    tokens: list[Token]
    partners: list[int]
    grammar: Grammar
    named: tuple[int, ...] = ()  # where people are named, in order

    def names(self, piece: Range) -> bool:
        """Whether somebody's name begins in a range of tokens."""
        start, end = self.span(piece)
        place = bisect_left(self.named, start)
        return place < len(self.named) and self.named[place] < end

    def span(self, piece: Range) -> Span:
        """The characters that a range of tokens covers."""
        return Span(self.tokens[piece[0]].start, self.tokens[piece[1] - 1].end)

    def skip(self, index: int, last: int) -> int:
        """``index``, or where brackets or quotation marks that open there close before ``last``."""
        partner = self.partners[index]
        return partner if index < partner < last else index

    def closes_earlier(self, index: int, first: int) -> bool:
        """Whether the mark at ``index`` closes what was opened before the token ``first``."""
        partner = self.partners[index]
        return partner == UNOPENED or 0 <= partner < first

    def is_predicate(self, index: int) -> bool:
        """Whether a clause's predicate begins at ``index``."""
        return self.grammar.is_predicate(self.tokens[index])

    def is_attribution(self, index: int) -> bool:
        """Whether words that say who speaks begin at ``index``: ``kata Bupati``, ``jelasnya``."""
        if self.tokens[index].lower not in self.grammar.attributions:
            return False
        if self.tokens[index].lower.endswith("nya") or index + 1 == len(self.tokens):
            return True
        following = self.tokens[index + 1]
        return following.is_capitalised or following.lower in self.grammar.speakers


def read_stretch(text: str, span: Span, grammar: Grammar, named: tuple[int, ...] = ()) -> Stretch:
    """The stretch that ``span`` covers; ``named`` are the places in it where people are named."""
    tokens = read_tokens(text, span)
    return Stretch(tokens, pair_marks(text, tokens), grammar, named)
