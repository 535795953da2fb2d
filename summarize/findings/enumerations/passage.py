"""A stretch of text with its tokens, their pairs and the grammar they are read by."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.findings.enumerations.grammar import Grammar
from summarize.findings.enumerations.tokens import Token, pair_marks, read_tokens
from summarize.models import Span

Range = tuple[int, int]  # tokens of a passage, half-open


@dataclass(frozen=True, slots=True)
class Passage:
    """The tokens of a sentence; ``partners`` pairs brackets and quotation marks."""

    tokens: list[Token]
    partners: list[int]
    grammar: Grammar

    def span(self, piece: Range) -> Span:
        """The characters that a range of tokens covers."""
        return Span(self.tokens[piece[0]].start, self.tokens[piece[1] - 1].end)

    def skip(self, index: int, last: int) -> int:
        """``index``, or where brackets or quotation marks that open there close before ``last``."""
        partner = self.partners[index]
        return partner if index < partner < last else index

    def is_predicate(self, index: int) -> bool:
        """Whether a clause's predicate begins at ``index``."""
        return self.grammar.is_predicate(self.tokens[index])


def read_passage(text: str, span: Span, grammar: Grammar) -> Passage:
    """The passage that ``span`` covers."""
    tokens = read_tokens(text, span)
    return Passage(tokens, pair_marks(text, tokens), grammar)
