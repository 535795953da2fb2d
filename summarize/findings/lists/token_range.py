"""The tokens of a sentence: how its marks pair, who is named in it, the lexicon it is read by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from summarize.findings.lists.lexicon import ListLexicon
from summarize.findings.lists.list_tokens import LISTS, UNOPENED, pair_marks
from summarize.models import Span
from summarize.text.reading import Reading
from summarize.text.tokens import Token

Range = tuple[int, int]  # numbers of tokens, half-open


class TokenRange(tuple[Token, ...]):
    """The tokens of a sentence or less; ``partners`` pairs brackets and quotation marks."""

    partners: Sequence[int]
    lexicon: ListLexicon
    named: Sequence[int]  # where people are named, in order

    def __new__(
        cls,
        tokens: Iterable[Token],
        partners: Sequence[int],
        lexicon: ListLexicon,
        named: Sequence[int] = (),
    ) -> TokenRange:
        """The tokens with what is known of them."""
        made = super().__new__(cls, tokens)
        made.partners, made.lexicon, made.named = partners, lexicon, named
        return made

    def names(self, part: Range) -> bool:
        """Whether somebody's name begins in a range of the tokens."""
        start, end = self.span(part)
        at = bisect_left(self.named, start)
        return at < len(self.named) and self.named[at] < end

    def span(self, part: Range) -> Span:
        """The characters that a range of the tokens covers."""
        return Span(self[part[0]].start, self[part[1] - 1].end)

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
        return self.lexicon.is_predicate(self[index])

    def is_attribution(self, index: int) -> bool:
        """Whether words that say who speaks begin at ``index``: ``kata Bupati``, ``jelasnya``."""
        if self[index].lower not in self.lexicon.attributions:
            return False
        if self[index].lower.endswith("nya") or index + 1 == len(self):
            return True
        following = self[index + 1]
        return following.capital or following.lower in self.lexicon.speakers


def tokenize(
    reading: Reading, span: Span, lexicon: ListLexicon, named: Sequence[int] = ()
) -> TokenRange:
    """The tokens that ``span`` covers; ``named`` are the offsets where people are named, sorted."""
    tokens = reading.tokens(*span, LISTS)
    names = named[bisect_left(named, span.start) : bisect_left(named, span.end)]
    return TokenRange(tokens, pair_marks(reading.text, tokens), lexicon, names)
