"""Lists in a sentence of their own behind the number: ``Ada tiga kota. Bima, Dompu, dan …``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.findings.lists.guards import has_predicate
from summarize.findings.lists.introductions import counts_before, find_introduction
from summarize.findings.lists.item_kind import are_points
from summarize.findings.lists.lexicon import ListLexicon, list_lexicon
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import clause_end, trim_items
from summarize.models import Enumeration, Release, Span

_WORD = re.compile(r"\w[\w-]*+")
_FEWEST = 3
_MOST = 20
_BACK = 2  # sentences before this one in which the list may be announced
_NAME_WORDS = 5  # words of an item without a figure
_BEFORE_NAMES = 4  # words between "Masing-masing" and "berinisial"
_NOUN_WORDS = 8  # words of an item behind ``Mereka adalah``
_LONGER = 2  # words that the first item may have more than any other


def find_lists_after_number(
    release: Release, sentence_number: int, named: Sequence[int] = ()
) -> list[Enumeration]:
    """The list that a sentence of the body is, if one before it counts the items.

    As many as announced, the last behind a joining word, and each a name or a name with a figure:
    ``Tiga dinas tertinggal. Dinas Sosial baru 16,9%, Dinas Pasar 20%, dan Dinas Air 32,8%.``
    Or all begin alike: ``Ada tiga layanan. Ada layanan kapal, layanan gudang, dan layanan es.``
    """
    span = release.body[sentence_number].span
    if release.text.count(",", span.start, span.end) + 2 < _FEWEST:
        return []
    lexicon = list_lexicon(release.language)
    if not lexicon.last_name_search.search(release.text, span.start, span.end) and not (
        _repeats(release.lowered, span, lexicon)
    ):
        return []
    source, values = _announced(release, sentence_number)
    if not values:
        return []
    tokens = tokenize(release.text, span, lexicon, named)
    first = _behind_each(tokens, lexicon)
    opened = any(token.is_word for token in tokens[:first]) and (
        tokens[first - 1].lower not in lexicon.subjects  # "Mereka unggul dari A, B, dan C"
    )
    limit = clause_end(tokens, first, len(tokens))
    segmented = segment_items(tokens, first, limit, values) if first < limit else None
    if segmented is None or not segmented.closed or not segmented.whole:
        return []
    items = trim_items(tokens, segmented.items, subject=False)
    if len(items) not in values or not _make_list(tokens, items, limit, opened=opened):
        return []
    spans = tuple(tokens.span(item) for item in items)
    start = release.body[source + 1].span.start
    intro = find_introduction(release, source + 1, start, len(items))
    return [
        Enumeration(
            span=Span(intro.start, span.end),
            lead=intro.lead,
            items=spans,
            announced=len(items),
            points=are_points(release, intro.lead, spans),
            rule="told: number before",
        )
    ]


def _repeats(lowered: str, span: Span, lexicon: ListLexicon) -> bool:
    """Whether the word that opens the sentence begins three items: ``Bidang A, bidang B, …``.

    Or only says that a list follows: ``Mereka adalah …``.
    """
    match = _WORD.search(lowered, span.start, span.end)
    if match is None:
        return False
    word = match.group()
    return word in lexicon.distributives or (lowered.count(word, span.start, span.end) >= _FEWEST)


def _announced(release: Release, sentence_number: int) -> tuple[int, list[int]]:
    """The nearest sentence before this one with numbers that may count a list, and these."""
    for before in range(sentence_number - 1, max(-1, sentence_number - 1 - _BACK), -1):
        values = [n for n in counts_before(release, before + 1) if _FEWEST <= n <= _MOST]
        if values:
            return before, values
    return sentence_number, []


def _behind_each(tokens: TokenRange, lexicon: ListLexicon) -> int:
    """Behind the words that only say that each gets its own: ``Masing-masing untuk``."""
    first = 0
    while first < len(tokens) and (
        not tokens[first].is_word
        or tokens[first].lower in lexicon.distributives
        or (first > 0 and tokens[first].lower in lexicon.demonstratives)
    ):
        first += 1
    if any(token.is_word for token in tokens[:first]):
        for index in range(first, min(first + _BEFORE_NAMES, len(tokens))):
            if tokens[index].lower in lexicon.distributives:
                first = index + 1  # "Masing-masing tersangka itu berinisial"
    behind = first > 0 and tokens[first - 1].is_word
    if behind and first < len(tokens):
        first += tokens[first].lower in lexicon.openers | lexicon.modifiers
    return first


def _make_list(tokens: TokenRange, items: Sequence[Range], limit: int, *, opened: bool) -> bool:
    """Whether all items are names with a figure, or nothing but names up to ``limit``.

    Short nouns too where the sentence has ``opened`` with a word that says so.
    """
    days = tokens.lexicon.weekdays
    whole = not any(token.is_word for token in tokens[items[-1][1] : limit])
    if whole and (_are_alike(tokens, items) or (opened and _are_nouns(tokens, items))):
        return True
    if not all(
        tokens[first].is_capitalised and tokens[first].lower not in days for first, _ in items
    ):
        return False
    if all(
        any(tokens[index].is_number for index in range(first + 1, last)) for first, last in items
    ):
        lengths = [sum(tokens[index].is_word for index in range(*item)) for item in items]
        return lengths[0] <= max(lengths[1:]) + _LONGER
    return whole and all(
        last - first <= _NAME_WORDS
        and not any(tokens.is_predicate(index) for index in range(first, last))
        for first, last in items
    )


def _are_nouns(tokens: TokenRange, items: Sequence[Range]) -> bool:
    """Whether no item is long, a clause or a number of something."""
    return not any(
        last - first > _NOUN_WORDS
        or has_predicate(tokens, (first, last))
        or any(token.is_number for token in tokens[first:last])
        for first, last in items
    )


def _are_alike(tokens: TokenRange, items: Sequence[Range]) -> bool:
    """Whether all items begin with one word, and all are clauses or none."""
    heads = {tokens[first].lower for first, _ in items}
    return len(heads) == 1 and len({has_predicate(tokens, item) for item in items}) == 1
