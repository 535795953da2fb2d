"""Lists that no cue introduces, but semicolons part: ``Dinas membangun A; B; dan C``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.build import build
from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.guards import has_predicate
from summarize.findings.lists.introductions import Introduction
from summarize.findings.lists.lexicon import Strength, list_lexicon
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.segments import semicolons
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import clause_end, trim_items
from summarize.models import Enumeration, ListKind
from summarize.text.reading import Reading

_FEWEST = 3
_AMOUNT = 4  # tokens of "Rp 2,4 triliun"
_PREFIX = 2  # letters in which verbs that are listed agree
_TAKES_LIST = (Strength.LIST, Strength.PART, Strength.COPULA, Strength.COLON)


def find_semicolon_lists(reading: Reading, sentence_number: int) -> list[Enumeration]:
    """The list whose items two or more semicolons part in sentence ``sentence_number`` of the body.

    Behind the verb of the sentence, or behind a cue too weak for so long a list; closed by a
    joining word, or with items that are no names (those of a line-up are).
    """
    span = reading.body[sentence_number].span
    if reading.text.count(";", span.start, span.end) < _FEWEST - 1:
        return []
    tokens = tokenize(reading, span, list_lexicon(reading.language))
    limit = clause_end(tokens, 0, len(tokens))
    marks = [mark for mark in semicolons(tokens, 0, limit) if mark < limit - 1]
    if len(marks) < _FEWEST - 1:
        return []
    heads = [_head(tokens, mark + 1, limit) for mark in marks]
    first = _first_item(tokens, marks[0], heads)
    segmented = segment_items(tokens, first, limit, []) if first is not None else None
    if segmented is None or not segmented.whole:
        return []
    items = trim_items(tokens, segmented.items, subject=False)
    if not decide(_IS_LIST, _Candidate(tokens, heads, items, segmented.closed)).verdict:
        return []
    spans = [tokens.span(item) for item in items]
    intro = Introduction(span.start)
    return [build(reading, intro, spans, span.end, kind=ListKind.SEMICOLONS, sign=";")]


def _head(tokens: TokenRange, index: int, limit: int) -> int:
    """Where an item begins behind a semicolon and its joining word."""
    conjunctions = tokens.lexicon.conjunctions
    while index < limit - 1 and (tokens[index].lower in conjunctions or not tokens[index].is_word):
        index += 1
    return index


def _first_item(tokens: TokenRange, last: int, heads: Sequence[int]) -> int | None:
    """Where the first item begins in what stands before the first semicolon."""
    verbs = [tokens.is_predicate(head) for head in heads]
    if any(_goes_on(tokens, head) for head in heads):
        return None  # "…; jika tidak, …; untuk itu …"
    first = _behind_cue(tokens, last)
    if first is None:
        verb = _main_verb(tokens, last, tokens[heads[0]].lower[:_PREFIX] if any(verbs) else "")
        if verb is None or any(verbs) != all(verbs):
            return None
        if all(verbs):
            return verb
        bare = tokens[verb].lower in tokens.lexicon.auxiliaries and (
            not tokens.is_predicate(verb + 1)  # "will fund", a verb by no form of its own
        )
        first = _behind_openers(tokens, verb + 1 + bare, last)
    if all(tokens[head].capital for head in heads):
        while first < last and not tokens[first].capital:
            first += 1
    return first if first < last else None


def _goes_on(tokens: TokenRange, head: int) -> bool:
    """Whether the sentence goes on behind the semicolon, rather than another item begins."""
    word, lexicon = tokens[head].lower, tokens.lexicon
    return word in lexicon.tails or word in lexicon.stops or word in lexicon.clauses


def _behind_cue(tokens: TokenRange, last: int) -> int | None:
    """Behind the last cue before the token ``last``."""
    for index in range(last - 1, -1, -1):
        cue = cue_at(tokens, index)
        if cue is None or cue.last >= last:
            continue
        if cue.strength in _TAKES_LIST or (cue.strength is Strength.LOOSE and not cue.partial):
            return cue.last
    return None


def _main_verb(tokens: TokenRange, last: int, prefix: str) -> int | None:
    """The verb before the token ``last`` behind which the items may begin.

    The last one outside of relative clauses, or the first that begins with ``prefix``.
    """
    verb = None
    for index in range(last):
        if verb is not None and tokens[index].lower in tokens.lexicon.modifiers:
            break
        if tokens.is_predicate(index) and tokens[index].lower.startswith(prefix):
            if prefix:
                return index
            relative = index > 0 and tokens[index - 1].lower in tokens.lexicon.modifiers
            verb = verb if relative else index
    return verb


def _behind_openers(tokens: TokenRange, index: int, last: int) -> int:
    """Behind the prepositions and further verbs of ``akan dilanjutkan dengan``."""
    lexicon = tokens.lexicon
    adverbs = lexicon.attending_adverbs
    while index < last and (
        tokens.is_predicate(index)
        or tokens[index].lower in lexicon.openers
        or tokens[index].lower in adverbs
    ):
        index += 1
    return index


class _Candidate(NamedTuple):
    """What semicolons part; ``heads`` are the first tokens behind them and their joining words."""

    tokens: TokenRange
    heads: Sequence[int]
    items: Sequence[Range]
    closed: bool

    def may_be_line_up(self) -> bool:
        """Whether no joining word closes it and names are in it."""
        return not self.closed and not all(self.tokens[at].text.islower() for at in self.heads)

    def has_other_items(self) -> bool:
        """Whether not every semicolon parts two items, or none stands before the first."""
        firsts = {first for first, _ in self.items}
        return not firsts.issuperset(self.heads) or len(self.items) <= len(self.heads)

    def are_amounts(self) -> bool:
        """Whether amounts are told, of year after year."""
        return all(
            last - first <= _AMOUNT and self.tokens[last - 2].is_number
            for first, last in self.items[:-1]
        )

    def are_clauses(self) -> bool:
        """Whether an item has a verb of its own behind its subject."""
        return not self.tokens.is_predicate(self.heads[0]) and any(
            has_predicate(self.tokens, item) for item in self.items
        )


_IS_LIST: tuple[Row[_Candidate, bool], ...] = (
    Row(
        "names without a joining word",
        _Candidate.may_be_line_up,
        False,
        "Pelatih memainkan Andi; Budi; Citra; Dedi.",
        "Pelatih memainkan Andi; Budi; Citra; dan Dedi.",
    ),
    Row(
        "a semicolon inside of an item",
        _Candidate.has_other_items,
        False,
        "Dinas membangun jalan; gudang ikan; dll.",
        "Dinas membangun jalan; gudang ikan; dan pasar.",
    ),
    Row(
        "amounts",
        _Candidate.are_amounts,
        False,
        "Dinas mencatat Rp 2,4 triliun; Rp 2,5 triliun; dan Rp 2,6 triliun.",
        "Dinas mencatat panen padi; panen jagung; dan panen ikan.",
    ),
    Row(
        "clauses",
        _Candidate.are_clauses,
        False,
        "Dinas membangun jalan; warga desa menanam padi; dan nelayan desa menjual ikan.",
        "Dinas membangun jalan; menanam padi; dan menjual ikan.",
    ),
    Row("anything else", always, True, "Dinas membangun jalan; gudang ikan; dan pasar."),
)
