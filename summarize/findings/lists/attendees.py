"""Lists of who came: ``Hadir dalam rapat tersebut, Sekda A, Camat B, serta Lurah C``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.guards import are_clauses, clause_limit
from summarize.findings.lists.lexicon import grammar_of
from summarize.findings.lists.segmentation import cut_items
from summarize.findings.lists.token_range import Range, Stretch, read_stretch
from summarize.findings.lists.trim import clause_end, trim_items
from summarize.languages import load
from summarize.models import Enumeration, Release

_FEWEST = 3
_ACRONYM = 3  # letters in capitals that name an organisation
_SURE = 3  # guests surely told to one that may be none
_WORDS = 16  # words of an item on average
_WORDS_TOLD = 22  # the same where all are surely guests
_ATTENDED = 4  # words of "Menteri PUPR Basuki" whom others accompany
_OCCASION = 14  # words of "dalam rapat tersebut" behind the cue
_TRIES = 4  # verbs of a sentence that are followed; each may read to its end
_TAKES_LIST = {"list", "part", "colon"}  # strengths of cues that introduce the list themselves


def find_attendance(release: Release, place: int, named: Sequence[int]) -> list[Enumeration]:
    """The list of those who attend or accompany in sentence number ``place`` of the body.

    Three or more, all told by name or position or as a group of guests. ``named`` are the places
    in the release where people are named, in order.
    """
    span = release.body[place].span
    trigger = _search(release.language.code).search(release.lowered, span.start, span.end)
    if trigger is None:
        return []
    names = named[bisect_left(named, span.start) : bisect_left(named, span.end)]
    stretch = read_stretch(release.text, span, grammar_of(release.language), tuple(names))
    for first, last, kind in islice(_verbs(stretch), _TRIES):
        if kind != "with" and not _opens_clause(stretch, first):
            continue
        start = _behind_attended(stretch, last) if kind == "beside" else last
        items = _guests_after(stretch, start, came=kind == "came")
        if items:
            spans = tuple(stretch.span(item) for item in items)
            return [Enumeration(span, None, spans, None, points=False, rule=f"attendance: {kind}")]
    return []


def _verbs(stretch: Stretch, inside: Range | None = None) -> Iterator[tuple[int, int, str]]:
    """Where each verb of attending begins and ends, the longest at each place, and its kind."""
    tokens, phrases = stretch.tokens, _phrases(stretch.grammar.language.code)
    for index in range(*(inside or (0, len(tokens)))):
        for words, kind in phrases.get(tokens[index].lower, ()):
            last = index + len(words)
            if last < len(tokens) and words == tuple(t.lower for t in tokens[index:last]):
                yield index, last, kind
                break


@cache
def _phrases(code: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The verbs of attending by their first word, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in load(code).table("list_attendance").items():
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append((words, kind))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return phrases


@cache
def _search(code: str) -> re.Pattern[str]:
    """A verb of attending in lower case."""
    verbs = "|".join(sorted(map(re.escape, load(code).table("list_attendance"))))
    return re.compile(rf"\b(?:{verbs})\b")


def _opens_clause(stretch: Stretch, index: int) -> bool:
    """Whether those who came follow the verb: ``Turut hadir A``, not ``Bupati hadir``."""
    tokens = stretch.tokens
    adverbs = stretch.grammar.language.terms("list_attendance_adverbs")
    first = index
    while first and tokens[first - 1].lower in adverbs:
        first -= 1
    before = tokens[first - 1] if first else None
    return before is None or not before.is_word or before.lower in stretch.grammar.demonstratives


def _guests_after(stretch: Stretch, first: int, *, came: bool) -> list[Range]:
    """The guests from the token ``first`` on, or none where it is not surely a list of them."""
    first = _behind_adverbs(stretch, first)
    if came:
        first = _behind_occasion(stretch, first)
    limit = _limit(stretch, first)
    if first >= limit or not _is_guest(stretch, first):
        return []
    cut = cut_items(stretch, first, clause_limit(stretch, first, limit), [])
    if cut is None:
        return []
    items = trim_items(stretch, cut.items, subject=True)
    items = [(min(_behind_adverbs(stretch, start), end - 1), end) for start, end in items]
    items = _with_holders(stretch, items)
    items = [part for item in items for part in _at_verbs(stretch, item)]
    told = sum(_is_told(stretch, item) for item in items)
    longest = _WORDS_TOLD if told == len(items) else _WORDS
    if len(items) < _FEWEST or items[-1][1] - items[0][0] > longest * len(items):
        return []
    if 2 * told <= len(items) or not _are_guests(stretch, items, told):
        return []
    untrimmed = cut.whole and items[-1][1] == cut.items[-1][1]
    if not cut.closed and not (untrimmed and told >= max(_FEWEST, len(items) - 1)):
        return []
    if _tears_office(stretch, items):
        return []
    clauses = told < len(items) and are_clauses(stretch, items, loose=True, inserted=False)
    return [] if clauses else items


def _limit(stretch: Stretch, first: int) -> int:
    """Where the list must end: ``first`` itself if another cue takes what follows."""
    limit = clause_end(stretch, first, len(stretch.tokens))
    for index in range(first, limit):
        cue = cue_at(stretch, index)
        if cue is not None and (cue.strength in _TAKES_LIST or index == first):
            return first
        if cue is not None and cue.strength == "loose":
            return index
    return limit


def _behind_adverbs(stretch: Stretch, first: int) -> int:
    """Behind ``pula`` and ``langsung oleh``."""
    adverbs = stretch.grammar.language.terms("list_attendance_adverbs")
    while first < len(stretch.tokens) and stretch.tokens[first].lower in adverbs:
        first += 1
    return first


def _behind_attended(stretch: Stretch, first: int) -> int:
    """Behind the one whom the guests accompany: ``Turut mendampingi Menteri Basuki, Dirjen …``.

    Up to a comma, or to a position behind a name: ``Menteri Basuki Direktur Jenderal …``. Whoever
    is told at length with rank and name before the comma is a guest himself.
    """
    tokens = stretch.tokens
    for index in range(first, min(first + _OCCASION, len(tokens) - 1)):
        if tokens[index].text == ",":
            short = index - first <= _ATTENDED
            return (
                index + 1 if short or any(t.text.islower() for t in tokens[first:index]) else first
            )
        if cue_at(stretch, index) is not None:
            break
        told = index > first and tokens[index].is_capitalised and _tells_rank(stretch, index)
        named = tokens[index - 1].is_capitalised and not _tells_rank(stretch, index - 1)
        if told and named and not stretch.names((index, index + 1)):
            return index
    return first


def _behind_occasion(stretch: Stretch, first: int) -> int:
    """Behind ``dalam rapat tersebut,``; where no guest follows soon, the end."""
    tokens, last = stretch.tokens, len(stretch.tokens)
    if first < last and tokens[first].text == ",":
        return first + 1
    if first < last and _is_guest(stretch, first):
        return first
    for index in range(first, min(first + _OCCASION, last - 1)):
        if tokens[index].lower in stretch.grammar.demonstratives:
            ends = tokens[index + 1].text == "," or _is_copula(stretch, index + 1)
            return index + 2 if ends else index + 1
        if _is_copula(stretch, index):
            return index + 1
        if tokens[index].text == ",":
            return index + 1
        if _begins_behind_meeting(stretch, index, first):
            return index
        if _tells_rank(stretch, index) or stretch.is_predicate(index):
            break  # "Hadir di kantor bupati selain Camat A ada Camat B, Lurah C"
    return last


def _begins_behind_meeting(stretch: Stretch, index: int, first: int) -> bool:
    """Whether a guest begins right behind the meeting: ``dalam pertemuan Kadis Perhubungan``.

    Not behind a place: ``di kantor Bupati``.
    """
    if index <= first or not stretch.tokens[index].is_capitalised:
        return False
    meeting, language = stretch.tokens[index - 1], stretch.grammar.language
    venue = meeting.lower in language.terms("venues") | language.terms("venue_words") and (
        meeting.lower not in language.terms("meetings")  # "pertemuan" is both
    )
    opener = meeting.lower in stretch.grammar.openers | stretch.grammar.tails
    return meeting.text.islower() and not venue and not opener and _tells_rank(stretch, index)


def _is_copula(stretch: Stretch, index: int) -> bool:
    """Whether ``adalah`` stands there: ``Turut hadir dalam rapat adalah Camat Wera, …``."""
    cue = cue_at(stretch, index)
    return cue is not None and cue.strength in {"copula", "count"}


def _with_holders(stretch: Stretch, items: Sequence[Range]) -> list[Range]:
    """The items, a position joined with the name behind its comma: ``Camat Wera, Nurdin``."""
    joined: list[Range] = []
    for first, last in items:
        if joined and first == joined[-1][1] + 1 and stretch.tokens[first - 1].text == ",":
            office = joined[-1]
            if _is_office(stretch, office) and _names_holder(stretch, (first, last)):
                joined[-1] = office[0], last
                continue
        joined.append((first, last))
    return joined


def _at_verbs(stretch: Stretch, item: Range) -> list[Range]:
    """The item, parted where some guests are told as beside others: ``Camat A didampingi Lurah B``.

    Both must surely be guests.
    """
    for first, last, kind in _verbs(stretch, item):
        behind = _behind_adverbs(stretch, last)
        if kind == "with" and item[0] < first - 1 and behind < item[1]:
            modified = stretch.tokens[first - 1].lower in stretch.grammar.modifiers
            parts = [(item[0], first - modified), (behind, item[1])]
            if all(_is_told(stretch, part) for part in parts):
                return parts
    return [item]


def _tears_office(stretch: Stretch, items: Sequence[Range]) -> bool:
    """Whether ``Menteri Koordinator Politik, Hukum, dan Keamanan Wiranto`` was taken for three."""
    if not any(stretch.names(item) for item in items):
        return False
    return any(
        _is_office(stretch, before)
        and stretch.tokens[before[0]].is_capitalised
        and not _begins_with_name(stretch, item[0])
        and not _tells_rank(stretch, item[0])
        and not (_tells_body(stretch, item[0]) and stretch.tokens[item[0] - 1].text == ",")
        for before, item in pairwise(items)
    )


def _is_office(stretch: Stretch, item: Range) -> bool:
    """Whether the item is a position without its holder."""
    position = stretch.tokens[item[0]].lower in stretch.grammar.positions
    return position and not stretch.names(item)


def _names_holder(stretch: Stretch, item: Range) -> bool:
    """Whether the item is who holds the position before it: ``Budi``, ``Letjen TNI Budi``."""
    if _begins_with_name(stretch, item[0]):
        return True
    honorifics = stretch.grammar.language.terms("honorifics")
    words = stretch.tokens[item[0] : item[1]]
    ranked = len(words) > 1 and words[0].lower in honorifics
    return ranked and all(word.is_capitalised for word in words if word.is_word)


def _begins_with_name(stretch: Stretch, index: int) -> bool:
    return stretch.names((index, index + 1)) and not _tells_rank(stretch, index)


def _tells_rank(stretch: Stretch, index: int) -> bool:
    """Whether a position or a group of guests begins at ``index``."""
    word, grammar = stretch.tokens[index].lower, stretch.grammar
    first, _, second = word.partition("-")
    word = first if first == second else word  # "ketua-ketua partai"
    return (
        word in grammar.positions
        or word in grammar.quantifiers
        or word in grammar.language.terms("list_guests")
    )


def _tells_body(stretch: Stretch, index: int) -> bool:
    """Whether an organisation begins at ``index``: ``Kementerian Desa``, ``KLHK``."""
    token = stretch.tokens[index]
    if not token.is_capitalised:
        return False
    words = stretch.grammar.language.terms("organization_words")
    return token.lower in words or (token.text.isupper() and len(token.text) >= _ACRONYM)


def _is_told(stretch: Stretch, item: Range) -> bool:
    """Whether the item is surely guests: it names one, a position, a group, an organisation."""
    first = item[0]
    return _tells_rank(stretch, first) or stretch.names(item) or _tells_body(stretch, first)


def _are_guests(stretch: Stretch, items: Sequence[Range], told: int) -> bool:
    """Whether all may be guests; behind enough that surely are, one or two told otherwise may."""
    others = [item for item in items if not _is_guest(stretch, item[0])]
    if not others:
        return True
    enough = told >= _SURE * len(others) and _is_guest(stretch, items[0][0])
    return enough and not any(
        stretch.is_predicate(index) or stretch.tokens[index].is_number
        for item in others
        for index in range(*item)
    )


def _is_guest(stretch: Stretch, index: int) -> bool:
    """Whether a guest may begin at ``index``."""
    return stretch.tokens[index].is_capitalised or _tells_rank(stretch, index)
