"""Lists of who came: ``Hadir dalam rapat tersebut, Sekda A, Camat B, serta Lurah C``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.attendee_words import (
    begins_organization,
    begins_role,
    begins_with_name,
    is_holder,
    is_role_alone,
    is_surely_attendee,
    may_be_attendee,
)
from summarize.findings.lists.build import build
from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.guards import clause_limit
from summarize.findings.lists.introductions import Introduction
from summarize.findings.lists.lexicon import Attending, Strength, list_lexicon
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import clause_end, trim_items
from summarize.models import Enumeration, ListKind
from summarize.text.reading import Reading

_FEWEST = 3
_SURE = 3  # sure attendees to one that may be none
_ATTENDED = 4  # words of "Menteri PUPR Basuki" whom others accompany
_OCCASION = 14  # words of "dalam rapat tersebut" behind the cue
_TRIES = 4  # verbs of a sentence that are followed; each may read to its end
_TAKES_LIST = (
    Strength.LIST,
    Strength.PART,
    Strength.COLON,
)  # strengths of cues that introduce the list themselves


def find_attendees(
    reading: Reading, sentence_number: int, named: Sequence[int]
) -> list[Enumeration]:
    """The list of those who attend or accompany in sentence ``sentence_number`` of the body.

    Three or more, each a name, a role or a group of people. ``named`` are the places
    in the release where people are named, in order.
    """
    span = reading.body[sentence_number].span
    lexicon = list_lexicon(reading.language)
    trigger = lexicon.attending_search.search(reading.lowered, span.start, span.end)
    if trigger is None:
        return []
    tokens = tokenize(reading, span, lexicon, named)
    for first, last, kind in islice(_verbs(tokens), _TRIES):
        if kind is not Attending.WITH and not _opens_clause(tokens, first):
            continue
        start = _behind_attended(tokens, last) if kind is Attending.BESIDE else last
        items = _attendees_after(tokens, start, came=kind is Attending.CAME)
        if items:
            return [
                build(
                    reading,
                    Introduction(span.start),
                    [tokens.span(item) for item in items],
                    span.end,
                    kind=ListKind.ATTENDANCE,
                    sign=kind,
                    points=False,
                )
            ]
    return []


def _verbs(tokens: TokenRange, inside: Range | None = None) -> Iterator[tuple[int, int, Attending]]:
    """Where each verb of attending begins and ends, the longest at each place, and its kind."""
    for index in range(*(inside or (0, len(tokens)))):
        for last, kind in tokens.lexicon.attending.at(tokens, index):
            if last < len(tokens):
                yield index, last, kind
                break


def _opens_clause(tokens: TokenRange, index: int) -> bool:
    """Whether those who came follow the verb: ``Turut hadir A``, not ``Bupati hadir``."""
    adverbs = tokens.lexicon.attending_adverbs
    first = index
    while first and tokens[first - 1].lower in adverbs:
        first -= 1
    before = tokens[first - 1] if first else None
    return before is None or not before.is_word or before.lower in tokens.lexicon.demonstratives


def _attendees_after(tokens: TokenRange, first: int, *, came: bool) -> list[Range]:
    """The attendees from the token ``first`` on, or none where it is not surely a list of them."""
    first = _behind_adverbs(tokens, first)
    if came:
        first = _behind_occasion(tokens, first)
    limit = _limit(tokens, first)
    if first >= limit or not may_be_attendee(tokens, first):
        return []
    segmented = segment_items(tokens, first, clause_limit(tokens, first, limit), [])
    if segmented is None:
        return []
    items = trim_items(tokens, segmented.items, subject=True)
    items = [(min(_behind_adverbs(tokens, start), end - 1), end) for start, end in items]
    items = _with_appositions(tokens, items)
    items = [part for item in items for part in _at_verbs(tokens, item)]
    sure = sum(is_surely_attendee(tokens, item) for item in items)
    untrimmed = bool(items) and segmented.whole and items[-1][1] == segmented.items[-1][1]
    found = _Candidate(tokens, items, sure, segmented.closed, untrimmed)
    return items if decide(_ARE_ATTENDEES, found).verdict else []


def _limit(tokens: TokenRange, first: int) -> int:
    """Where the list must end: ``first`` itself if another cue takes what follows."""
    limit = clause_end(tokens, first, len(tokens))
    for index in range(first, limit):
        cue = cue_at(tokens, index)
        if cue is not None and (cue.strength in _TAKES_LIST or index == first):
            return first
        if cue is not None and cue.strength is Strength.LOOSE:
            return index
    return limit


def _behind_adverbs(tokens: TokenRange, first: int) -> int:
    """Behind ``pula`` and ``langsung oleh``."""
    adverbs = tokens.lexicon.attending_adverbs
    while first < len(tokens) and tokens[first].lower in adverbs:
        first += 1
    return first


def _behind_attended(tokens: TokenRange, first: int) -> int:
    """Behind the one whom the attendees accompany: ``Turut mendampingi Menteri Basuki, Dirjen …``.

    Up to a comma, or to a role behind a name: ``Menteri Basuki Direktur Jenderal …``. Whoever
    has a rank and a name before the comma is an attendee too.
    """
    for index in range(first, min(first + _OCCASION, len(tokens) - 1)):
        if tokens[index].text == ",":
            lower = any(token.text.islower() for token in tokens[first:index])
            return index + 1 if lower or index - first <= _ATTENDED else first
        if cue_at(tokens, index) is not None:
            break
        if index > first and _begins_behind_name(tokens, index):
            return index
    return first


def _begins_behind_name(tokens: TokenRange, index: int) -> bool:
    """Whether a role begins there behind a name, and is none itself."""
    role = tokens[index].capital and begins_role(tokens, index)
    named = tokens[index - 1].capital and not begins_role(tokens, index - 1)
    return role and named and not tokens.names((index, index + 1))


def _behind_occasion(tokens: TokenRange, first: int) -> int:
    """Behind ``dalam rapat tersebut,``; where no attendee follows soon, the end."""
    last = len(tokens)
    if first < last and tokens[first].text == ",":
        return first + 1
    if first < last and may_be_attendee(tokens, first):
        return first
    for index in range(first, min(first + _OCCASION, last - 1)):
        if tokens[index].lower in tokens.lexicon.demonstratives:
            ends = tokens[index + 1].text == "," or _is_copula(tokens, index + 1)
            return index + 2 if ends else index + 1
        if _is_copula(tokens, index):
            return index + 1
        if tokens[index].text == ",":
            return index + 1
        if _begins_behind_meeting(tokens, index, first):
            return index
        if begins_role(tokens, index) or tokens.is_predicate(index):
            break  # "Hadir di kantor bupati selain Camat A ada Camat B, Lurah C"
    return last


def _begins_behind_meeting(tokens: TokenRange, index: int, first: int) -> bool:
    """Whether an attendee begins right behind the meeting: ``dalam pertemuan Kadis Perhubungan``.

    Not behind a place: ``di kantor Bupati``.
    """
    if index <= first or not tokens[index].capital:
        return False
    meeting, lexicon = tokens[index - 1], tokens.lexicon
    venue = meeting.lower in lexicon.venues and (
        meeting.lower not in lexicon.meetings  # "pertemuan" is both
    )
    opener = meeting.lower in lexicon.openers | lexicon.tails
    return meeting.text.islower() and not venue and not opener and begins_role(tokens, index)


def _is_copula(tokens: TokenRange, index: int) -> bool:
    """Whether ``adalah`` stands there: ``Turut hadir dalam rapat adalah Camat Wera, …``."""
    cue = cue_at(tokens, index)
    return cue is not None and cue.strength in (Strength.COPULA, Strength.COUNT)


def _with_appositions(tokens: TokenRange, items: Sequence[Range]) -> list[Range]:
    """The items, a role joined with the name behind its comma: ``Camat Wera, Nurdin``."""
    joined: list[Range] = []
    for first, last in items:
        if joined and first == joined[-1][1] + 1 and tokens[first - 1].text == ",":
            role = joined[-1]
            if is_role_alone(tokens, role) and is_holder(tokens, (first, last)):
                joined[-1] = role[0], last
                continue
        joined.append((first, last))
    return joined


def _at_verbs(tokens: TokenRange, item: Range) -> list[Range]:
    """The item, split where some attend with others: ``Camat A didampingi Lurah B``.

    Both must surely be attendees.
    """
    for first, last, kind in _verbs(tokens, item):
        behind = _behind_adverbs(tokens, last)
        if kind is Attending.WITH and item[0] < first - 1 and behind < item[1]:
            modified = tokens[first - 1].lower in tokens.lexicon.modifiers
            parts = [(item[0], first - modified), (behind, item[1])]
            if all(is_surely_attendee(tokens, part) for part in parts):
                return parts
    return [item]


class _Candidate(NamedTuple):
    """Who may be those who attend; ``sure`` counts those who surely are.

    ``closed`` says that a joining word marks the last, ``untrimmed`` that no clause goes on there.
    """

    tokens: TokenRange
    items: Sequence[Range]
    sure: int
    closed: bool
    untrimmed: bool

    def include_others(self) -> bool:
        """Whether some can be none; beside enough that surely are, one or two others may be."""
        tokens = self.tokens
        others = [item for item in self.items if not may_be_attendee(tokens, item[0])]
        if not others:
            return False
        enough = self.sure >= _SURE * len(others) and may_be_attendee(tokens, self.items[0][0])
        return not enough or any(
            tokens.is_predicate(index) or tokens[index].is_number
            for item in others
            for index in range(*item)
        )

    def are_open(self) -> bool:
        """Whether no joining word closes them, nor the sentence those who surely attend."""
        enough = self.untrimmed and self.sure >= max(_FEWEST, len(self.items) - 1)
        return not (self.closed or enough)

    def split_role(self) -> bool:
        """Whether ``Menteri Koordinator Politik, Hukum, dan Keamanan Wiranto`` makes three."""
        tokens = self.tokens
        if not any(tokens.names(item) for item in self.items):
            return False
        return any(
            is_role_alone(tokens, before)
            and tokens[before[0]].capital
            and self._is_rest_of_role(first)
            for before, (first, _) in pairwise(self.items)
        )

    def _is_rest_of_role(self, first: int) -> bool:
        """Whether neither somebody nor, behind a comma, an organisation begins there."""
        tokens = self.tokens
        if begins_with_name(tokens, first) or begins_role(tokens, first):
            return False
        return not (begins_organization(tokens, first) and tokens[first - 1].text == ",")


_ARE_ATTENDEES: tuple[Row[_Candidate, bool], ...] = (
    Row(
        "fewer than three",
        lambda one: len(one.items) < _FEWEST,
        False,
        "Rapat itu dihadiri Camat Wera dan Lurah Sari.",
        "Rapat itu dihadiri Camat Wera, Lurah Sari, dan Kapolsek Wera.",
    ),
    Row(
        "half of them unsure",
        lambda one: 2 * one.sure <= len(one.items),
        False,
        "Rapat itu dihadiri Camat Wera, Sari, Baru, dan Timur.",
        "Rapat itu dihadiri Camat Wera, Lurah Sari, dan Kapolsek Timur.",
    ),
    Row(
        "others among them",
        _Candidate.include_others,
        False,
        "Rapat itu dihadiri Camat Wera, makan siang, dan Lurah Sari.",
        "Rapat itu dihadiri Camat Wera, Lurah Sari, dan Kapolsek Wera.",
    ),
    Row(
        "no joining word",
        _Candidate.are_open,
        False,
        "Rapat itu dihadiri Camat Wera, Lurah Sari, Kapolsek Wera tampak melihat warga.",
        "Rapat itu dihadiri Camat Wera, Lurah Sari, dan Kapolsek Wera.",
    ),
    Row(
        "parts of one role",
        _Candidate.split_role,
        False,
        "Bupati didampingi Menteri Koordinator Politik, Hukum, dan Keamanan Rahmat Hidayat.",
        "Bupati didampingi Menteri Koordinator Politik, Camat Wera, dan Bupati Rahmat Hidayat.",
    ),
    Row(
        "anything else",
        always,
        True,
        "Rapat itu dihadiri Camat Wera, Lurah Sari, dan Kapolsek Wera.",
    ),
)
