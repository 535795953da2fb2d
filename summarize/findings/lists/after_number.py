"""Lists in a sentence of their own behind the number: ``Ada tiga kota. Bima, Dompu, dan …``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from summarize.findings.lists.guards import has_predicate
from summarize.findings.lists.introductions import counts_before, find_introduction
from summarize.findings.lists.item_kind import are_points
from summarize.findings.lists.lexicon import Grammar, grammar_of
from summarize.findings.lists.segmentation import cut_items
from summarize.findings.lists.token_range import Range, Stretch, read_stretch
from summarize.findings.lists.trim import clause_end, trim_items
from summarize.languages import load
from summarize.models import Enumeration, Release, Span

_WORD = re.compile(r"\w[\w-]*+")
_FEWEST = 3
_MOST = 20
_BACK = 2  # sentences before this one in which the list may be announced
_NAME_WORDS = 5  # words of an item that tells no figure
_BEFORE_NAMES = 4  # words between "Masing-masing" and "berinisial"
_NOUN_WORDS = 8  # words of an item behind ``Mereka adalah``
_LONGER = 2  # words that the first item may have more than any other


def find_told(release: Release, place: int, named: Sequence[int] = ()) -> list[Enumeration]:
    """The list that sentence number ``place`` of the body is, if one before it counts the items.

    As many as announced, the last behind a joining word, and each a name or a name with a figure:
    ``Tiga dinas tertinggal. Dinas Sosial baru 16,9%, Dinas Pasar 20%, dan Dinas Air 32,8%.``
    Or all begin alike: ``Ada tiga layanan. Ada layanan kapal, layanan gudang, dan layanan es.``
    """
    span = release.body[place].span
    if release.text.count(",", span.start, span.end) + 2 < _FEWEST:
        return []
    grammar = grammar_of(release.language)
    if not _closing(release.language.code).search(release.text, span.start, span.end) and not (
        _repeats(release.lowered, span, grammar)
    ):
        return []
    source, values = _announced(release, place)
    if not values:
        return []
    names = tuple(named[bisect_left(named, span.start) : bisect_left(named, span.end)])
    stretch = read_stretch(release.text, span, grammar, names)
    first = _behind_each(stretch, grammar)
    opened = any(token.is_word for token in stretch.tokens[:first]) and (
        stretch.tokens[first - 1].lower not in grammar.subjects  # "Mereka unggul dari A, B, dan C"
    )
    limit = clause_end(stretch, first, len(stretch.tokens))
    cut = cut_items(stretch, first, limit, values) if first < limit else None
    if cut is None or not cut.closed or not cut.whole:
        return []
    items = trim_items(stretch, cut.items, subject=False)
    if len(items) not in values or not _are_told(stretch, items, limit, opened=opened):
        return []
    spans = tuple(stretch.span(item) for item in items)
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


@cache
def _closing(code: str) -> re.Pattern[str]:
    """A joining word before a capital, as the last of the names has it."""
    words = "|".join(sorted(map(re.escape, load(code).table("list_conjunctions"))))
    return re.compile(rf"\s(?:{words})\s\W?[A-Z]")


def _repeats(lowered: str, span: Span, grammar: Grammar) -> bool:
    """Whether the word that opens the sentence begins three items: ``Bidang A, bidang B, …``.

    Or only says that a list follows: ``Mereka adalah …``.
    """
    match = _WORD.search(lowered, span.start, span.end)
    if match is None:
        return False
    word = match.group()
    return word in grammar.distributives or (lowered.count(word, span.start, span.end) >= _FEWEST)


def _announced(release: Release, place: int) -> tuple[int, list[int]]:
    """The nearest sentence before ``place`` with numbers that may count a list, and these."""
    for before in range(place - 1, max(-1, place - 1 - _BACK), -1):
        values = [n for n in counts_before(release, before + 1) if _FEWEST <= n <= _MOST]
        if values:
            return before, values
    return place, []


def _behind_each(stretch: Stretch, grammar: Grammar) -> int:
    """Behind the words that only say that each gets its own: ``Masing-masing untuk``."""
    first = 0
    while first < len(stretch.tokens) and (
        not stretch.tokens[first].is_word
        or stretch.tokens[first].lower in grammar.distributives
        or (first > 0 and stretch.tokens[first].lower in grammar.demonstratives)
    ):
        first += 1
    if any(token.is_word for token in stretch.tokens[:first]):
        for index in range(first, min(first + _BEFORE_NAMES, len(stretch.tokens))):
            if stretch.tokens[index].lower in grammar.distributives:
                first = index + 1  # "Masing-masing tersangka itu berinisial"
    behind = first > 0 and stretch.tokens[first - 1].is_word
    if behind and first < len(stretch.tokens):
        first += stretch.tokens[first].lower in grammar.openers | grammar.modifiers
    return first


def _are_told(stretch: Stretch, items: Sequence[Range], limit: int, *, opened: bool) -> bool:
    """Whether all items are names with a figure, or nothing but names up to ``limit``.

    Short nouns too where the sentence has ``opened`` with a word that says so.
    """
    tokens, days = stretch.tokens, stretch.grammar.weekdays
    whole = not any(token.is_word for token in tokens[items[-1][1] : limit])
    if whole and (_are_alike(stretch, items) or (opened and _are_nouns(stretch, items))):
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
        and not any(stretch.is_predicate(index) for index in range(first, last))
        for first, last in items
    )


def _are_nouns(stretch: Stretch, items: Sequence[Range]) -> bool:
    """Whether no item is long, a clause or a number of something."""
    return not any(
        last - first > _NOUN_WORDS
        or has_predicate(stretch, (first, last))
        or any(token.is_number for token in stretch.tokens[first:last])
        for first, last in items
    )


def _are_alike(stretch: Stretch, items: Sequence[Range]) -> bool:
    """Whether all items begin with one word, and all are clauses or none."""
    heads = {stretch.tokens[first].lower for first, _ in items}
    return len(heads) == 1 and len({has_predicate(stretch, item) for item in items}) == 1
