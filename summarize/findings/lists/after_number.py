"""Lists in a sentence of their own behind the number: ``Ada tiga kota. Bima, Dompu, dan …``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.build import build
from summarize.findings.lists.introductions import counts_before, find_introduction
from summarize.findings.lists.item_evidence import has_predicate
from summarize.findings.lists.lexicon import ListLexicon, list_lexicon
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import bare_items, clause_end
from summarize.models import Enumeration, ListKind, Span
from summarize.patterns import pattern
from summarize.text.reading import Reading

_WORD = pattern(r"\w[\w-]*+")
_FEWEST = 3
_MOST = 20
_BACK = 2  # sentences before this one in which the list may be announced
_NAME_WORDS = 5  # words of an item without a figure
_BEFORE_NAMES = 4  # words between "Masing-masing" and "berinisial"
_NOUN_WORDS = 8  # words of an item behind ``Mereka adalah``
_LONGER = 2  # words that the first item may have more than any other


def find_lists_after_number(
    reading: Reading, sentence_number: int, named: Sequence[int] = ()
) -> list[Enumeration]:
    """The list that a sentence of the body is, if one before it counts the items.

    As many as announced, the last behind a joining word, and each a name or a name with a figure:
    ``Tiga dinas tertinggal. Dinas Sosial baru 16,9%, Dinas Pasar 20%, dan Dinas Air 32,8%.``
    Or all begin alike: ``Ada tiga layanan. Ada layanan kapal, layanan gudang, dan layanan es.``
    """
    span = reading.body[sentence_number].span
    lexicon = list_lexicon(reading.language)
    if not _may_list(reading, span, lexicon):
        return []
    source, values = _announced(reading, sentence_number)
    if not values:
        return []
    tokens = tokenize(reading, span, lexicon, named)
    first = _behind_each(tokens, lexicon)
    opened = any(token.is_word for token in tokens[:first]) and (
        tokens[first - 1].lower not in lexicon.subjects  # "Mereka unggul dari A, B, dan C"
    )
    limit = clause_end(tokens, first, len(tokens))
    segmented = segment_items(tokens, first, limit, values) if first < limit else []
    if not segmented or not segmented[0].closed or not segmented[0].whole:
        return []
    items = bare_items(tokens, segmented[0].items)
    whole = bool(items) and not any(token.is_word for token in tokens[items[-1][1] : limit])
    if len(items) not in values or not (
        decide(_IS_LIST, _Candidate(tokens, items, whole, opened)).verdict
    ):
        return []
    spans = [tokens.span(item) for item in items]
    start = reading.body[source + 1].span.start
    intro = find_introduction(reading, source + 1, start, len(items))
    intro = intro._replace(announced=len(items), partial=False)
    kind, sign = ListKind.AFTER_NUMBER, "number before"
    return [build(reading, intro, spans, span.end, kind=kind, sign=sign)]


def _may_list(reading: Reading, span: Span, lexicon: ListLexicon) -> bool:
    """Whether there is a comma, and a name behind a joining word or a word for a list."""
    if reading.text.count(",", *span) + 2 < _FEWEST:
        return False
    last_name = lexicon.last_name_search.search(reading.text, *span)
    return last_name is not None or _repeats(reading.lowered, span, lexicon)


def _repeats(lowered: str, span: Span, lexicon: ListLexicon) -> bool:
    """Whether the word that opens the sentence begins three items: ``Bidang A, bidang B, …``.

    Or only says that a list follows: ``Mereka adalah …``.
    """
    match = _WORD.search(lowered, span.start, span.end)
    if match is None:
        return False
    word = match.group()
    return word in lexicon.distributives or (lowered.count(word, span.start, span.end) >= _FEWEST)


def _announced(reading: Reading, sentence_number: int) -> tuple[int, list[int]]:
    """The nearest sentence before this one with numbers that may count a list, and these."""
    for before in range(sentence_number - 1, max(-1, sentence_number - 1 - _BACK), -1):
        values = [n for n in counts_before(reading, before + 1) if _FEWEST <= n <= _MOST]
        if values:
            return before, values
    return sentence_number, []


def _behind_each(tokens: TokenRange, lexicon: ListLexicon) -> int:
    """Behind the words that only say that each gets its own: ``Masing-masing untuk``."""
    first = 0
    while first < len(tokens) and _says_each(tokens, first):
        first += 1
    if any(token.is_word for token in tokens[:first]):
        for index in range(first, min(first + _BEFORE_NAMES, len(tokens))):
            if tokens[index].lower in lexicon.distributives:
                first = index + 1  # "Masing-masing tersangka itu berinisial"
    if 0 < first < len(tokens) and tokens[first - 1].is_word:
        first += tokens[first].lower in lexicon.openers | lexicon.modifiers
    return first


def _says_each(tokens: TokenRange, index: int) -> bool:
    """Whether a mark stands there or a word that says that each is meant: ``Masing-masing itu``."""
    word, lexicon = tokens[index].lower, tokens.lexicon
    return (
        not tokens[index].is_word
        or word in lexicon.distributives
        or (index > 0 and word in lexicon.demonstratives)
    )


class _Candidate(NamedTuple):
    """What may be the items that the number before counts.

    ``whole`` says that no word stands behind them, ``opened`` that the sentence begins with words
    which say that a list follows.
    """

    tokens: TokenRange
    items: Sequence[Range]
    whole: bool
    opened: bool

    def are_alike(self) -> bool:
        """Whether all begin with one word, and all are clauses or none."""
        heads = {self.tokens[first].lower for first, _ in self.items}
        clauses = {has_predicate(self.tokens, item) for item in self.items}
        return len(heads) == 1 and len(clauses) == 1

    def are_nouns(self) -> bool:
        """Whether none is long, a clause or a number of something."""
        return not any(
            last - first > _NOUN_WORDS
            or has_predicate(self.tokens, (first, last))
            or any(token.is_number for token in self.tokens[first:last])
            for first, last in self.items
        )

    def are_no_names(self) -> bool:
        """Whether one begins without a capital, or with a day."""
        heads = [self.tokens[first] for first, _ in self.items]
        days = self.tokens.lexicon.weekdays
        return any(not head.capital or head.lower in days for head in heads)

    def have_figures(self) -> bool:
        """Whether there is a figure behind the name of each."""
        return all(
            any(token.is_number for token in self.tokens[first + 1 : last])
            for first, last in self.items
        )

    def has_long_first(self) -> bool:
        """Whether the first is longer than any other, so that a clause begins in it."""
        lengths = [sum(token.is_word for token in self.tokens[slice(*it)]) for it in self.items]
        return lengths[0] > max(lengths[1:]) + _LONGER

    def are_names(self) -> bool:
        """Whether nothing but short names without a predicate is there."""
        return self.whole and all(
            last - first <= _NAME_WORDS
            and not any(self.tokens.is_predicate(index) for index in range(first, last))
            for first, last in self.items
        )


_IS_LIST: tuple[Row[_Candidate, bool], ...] = (
    Row(
        "items that begin alike",
        lambda one: one.whole and one.are_alike(),
        True,
        "Ada tiga layanan. Layanan kapal, layanan gudang, dan layanan es.",
        "Ada tiga kota. Bima, Dompu, dan Sape.",
    ),
    Row(
        "nouns behind words for a list",
        lambda one: one.whole and one.opened and one.are_nouns(),
        True,
        "Ada tiga tersangka. Mereka adalah Andi, Budi, dan Citra.",
        "Ada tiga tersangka. Andi, Budi, dan Citra.",
    ),
    Row(
        "no names",
        _Candidate.are_no_names,
        False,
        "Ada tiga pasar. Pasar itu ramai, penuh, dan Bima senang.",
        "Ada tiga kota. Bima, Dompu, dan Sape.",
    ),
    Row(
        "figures behind names, of which the first is long",
        lambda one: one.have_figures() and one.has_long_first(),
        False,
        "Ada tiga dinas. Sosial yang dipimpin Andi sejak lama baru 16%, Pasar 20%, dan Air 32%.",
        "Ada tiga dinas. Sosial baru 16%, Pasar 20%, dan Air 32%.",
    ),
    Row(
        "figures behind names",
        _Candidate.have_figures,
        True,
        "Ada tiga dinas. Sosial 16,9%, Pasar 20%, dan Air 32,8%.",
        "Ada tiga kota. Bima, Dompu, dan Sape.",
    ),
    Row(
        "names",
        _Candidate.are_names,
        True,
        "Ada tiga kota. Bima, Dompu, dan Sape.",
        "Ada tiga kota. Bima ramai, Dompu sepi, dan Sape akan membangun pasar ikan.",
    ),
    Row(
        "anything else",
        always,
        False,
        "Ada tiga kota. Bima ramai, Dompu sepi, dan Sape akan membangun pasar ikan.",
    ),
)
