"""Lists of who came: ``Hadir dalam rapat tersebut, Sekda A, Camat B, serta Lurah C``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.guards import are_clauses, clause_limit
from summarize.findings.lists.lexicon import list_lexicon
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import clause_end, trim_items
from summarize.models import Enumeration, Release

_FEWEST = 3
_ACRONYM = 3  # letters in capitals that name an organisation
_SURE = 3  # sure attendees to one that may be none
_WORDS = 16  # words of an item on average
_WORDS_SURE = 22  # the same where all are surely attendees
_ATTENDED = 4  # words of "Menteri PUPR Basuki" whom others accompany
_OCCASION = 14  # words of "dalam rapat tersebut" behind the cue
_TRIES = 4  # verbs of a sentence that are followed; each may read to its end
_TAKES_LIST = {"list", "part", "colon"}  # strengths of cues that introduce the list themselves


def find_attendees(
    release: Release, sentence_number: int, named: Sequence[int]
) -> list[Enumeration]:
    """The list of those who attend or accompany in sentence ``sentence_number`` of the body.

    Three or more, each a name, a role or a group of people. ``named`` are the places
    in the release where people are named, in order.
    """
    span = release.body[sentence_number].span
    lexicon = list_lexicon(release.language)
    trigger = lexicon.attending_search.search(release.lowered, span.start, span.end)
    if trigger is None:
        return []
    tokens = tokenize(release.text, span, lexicon, named)
    for first, last, kind in islice(_verbs(tokens), _TRIES):
        if kind != "with" and not _opens_clause(tokens, first):
            continue
        start = _behind_attended(tokens, last) if kind == "beside" else last
        items = _attendees_after(tokens, start, came=kind == "came")
        if items:
            spans = tuple(tokens.span(item) for item in items)
            return [Enumeration(span, None, spans, None, points=False, rule=f"attendance: {kind}")]
    return []


def _verbs(tokens: TokenRange, inside: Range | None = None) -> Iterator[tuple[int, int, str]]:
    """Where each verb of attending begins and ends, the longest at each place, and its kind."""
    for index in range(*(inside or (0, len(tokens)))):
        for last, kind in tokens.phrases_at(index, tokens.lexicon.attending):
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
    if first >= limit or not _may_be_attendee(tokens, first):
        return []
    segmented = segment_items(tokens, first, clause_limit(tokens, first, limit), [])
    if segmented is None:
        return []
    items = trim_items(tokens, segmented.items, subject=True)
    items = [(min(_behind_adverbs(tokens, start), end - 1), end) for start, end in items]
    items = _with_appositions(tokens, items)
    items = [part for item in items for part in _at_verbs(tokens, item)]
    sure = sum(_is_surely_attendee(tokens, item) for item in items)
    longest = _WORDS_SURE if sure == len(items) else _WORDS
    if len(items) < _FEWEST or items[-1][1] - items[0][0] > longest * len(items):
        return []
    if 2 * sure <= len(items) or not _are_attendees(tokens, items, sure):
        return []
    untrimmed = segmented.whole and items[-1][1] == segmented.items[-1][1]
    if not segmented.closed and not (untrimmed and sure >= max(_FEWEST, len(items) - 1)):
        return []
    if _splits_role(tokens, items):
        return []
    clauses = sure < len(items) and are_clauses(tokens, items, loose=True, inserted=False)
    return [] if clauses else items


def _limit(tokens: TokenRange, first: int) -> int:
    """Where the list must end: ``first`` itself if another cue takes what follows."""
    limit = clause_end(tokens, first, len(tokens))
    for index in range(first, limit):
        cue = cue_at(tokens, index)
        if cue is not None and (cue.strength in _TAKES_LIST or index == first):
            return first
        if cue is not None and cue.strength == "loose":
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
            short = index - first <= _ATTENDED
            return (
                index + 1 if short or any(t.text.islower() for t in tokens[first:index]) else first
            )
        if cue_at(tokens, index) is not None:
            break
        begins_role = index > first and tokens[index].is_capitalised and _begins_role(tokens, index)
        named = tokens[index - 1].is_capitalised and not _begins_role(tokens, index - 1)
        if begins_role and named and not tokens.names((index, index + 1)):
            return index
    return first


def _behind_occasion(tokens: TokenRange, first: int) -> int:
    """Behind ``dalam rapat tersebut,``; where no attendee follows soon, the end."""
    last = len(tokens)
    if first < last and tokens[first].text == ",":
        return first + 1
    if first < last and _may_be_attendee(tokens, first):
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
        if _begins_role(tokens, index) or tokens.is_predicate(index):
            break  # "Hadir di kantor bupati selain Camat A ada Camat B, Lurah C"
    return last


def _begins_behind_meeting(tokens: TokenRange, index: int, first: int) -> bool:
    """Whether an attendee begins right behind the meeting: ``dalam pertemuan Kadis Perhubungan``.

    Not behind a place: ``di kantor Bupati``.
    """
    if index <= first or not tokens[index].is_capitalised:
        return False
    meeting, lexicon = tokens[index - 1], tokens.lexicon
    venue = meeting.lower in lexicon.venues and (
        meeting.lower not in lexicon.meetings  # "pertemuan" is both
    )
    opener = meeting.lower in lexicon.openers | lexicon.tails
    return meeting.text.islower() and not venue and not opener and _begins_role(tokens, index)


def _is_copula(tokens: TokenRange, index: int) -> bool:
    """Whether ``adalah`` stands there: ``Turut hadir dalam rapat adalah Camat Wera, …``."""
    cue = cue_at(tokens, index)
    return cue is not None and cue.strength in {"copula", "count"}


def _with_appositions(tokens: TokenRange, items: Sequence[Range]) -> list[Range]:
    """The items, a role joined with the name behind its comma: ``Camat Wera, Nurdin``."""
    joined: list[Range] = []
    for first, last in items:
        if joined and first == joined[-1][1] + 1 and tokens[first - 1].text == ",":
            role = joined[-1]
            if _is_role_alone(tokens, role) and _is_holder(tokens, (first, last)):
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
        if kind == "with" and item[0] < first - 1 and behind < item[1]:
            modified = tokens[first - 1].lower in tokens.lexicon.modifiers
            parts = [(item[0], first - modified), (behind, item[1])]
            if all(_is_surely_attendee(tokens, part) for part in parts):
                return parts
    return [item]


def _splits_role(tokens: TokenRange, items: Sequence[Range]) -> bool:
    """Whether ``Menteri Koordinator Politik, Hukum, dan Keamanan Wiranto`` was taken for three."""
    if not any(tokens.names(item) for item in items):
        return False
    return any(
        _is_role_alone(tokens, before)
        and tokens[before[0]].is_capitalised
        and not _begins_with_name(tokens, item[0])
        and not _begins_role(tokens, item[0])
        and not (_begins_organization(tokens, item[0]) and tokens[item[0] - 1].text == ",")
        for before, item in pairwise(items)
    )


def _is_role_alone(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is a role without a name."""
    is_role = tokens[item[0]].lower in tokens.lexicon.roles
    return is_role and not tokens.names(item)


def _is_holder(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is who has the role before it: ``Budi``, ``Letjen TNI Budi``."""
    if _begins_with_name(tokens, item[0]):
        return True
    honorifics = tokens.lexicon.honorifics
    words = tokens[item[0] : item[1]]
    ranked = len(words) > 1 and words[0].lower in honorifics
    return ranked and all(word.is_capitalised for word in words if word.is_word)


def _begins_with_name(tokens: TokenRange, index: int) -> bool:
    return tokens.names((index, index + 1)) and not _begins_role(tokens, index)


def _begins_role(tokens: TokenRange, index: int) -> bool:
    """Whether a role or a group of people begins at ``index``."""
    word, lexicon = tokens[index].lower, tokens.lexicon
    first, _, second = word.partition("-")
    word = first if first == second else word  # "ketua-ketua partai"
    return word in lexicon.roles or word in lexicon.quantifiers or word in lexicon.attendees


def _begins_organization(tokens: TokenRange, index: int) -> bool:
    """Whether an organisation begins at ``index``: ``Kementerian Desa``, ``KLHK``."""
    token = tokens[index]
    if not token.is_capitalised:
        return False
    words = tokens.lexicon.organizations
    return token.lower in words or (token.text.isupper() and len(token.text) >= _ACRONYM)


def _is_surely_attendee(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is surely attendees: it names one, a role, a group, an organisation."""
    first = item[0]
    return _begins_role(tokens, first) or tokens.names(item) or _begins_organization(tokens, first)


def _are_attendees(tokens: TokenRange, items: Sequence[Range], sure: int) -> bool:
    """Whether all may be attendees; behind enough that surely are, one or two others may."""
    others = [item for item in items if not _may_be_attendee(tokens, item[0])]
    if not others:
        return True
    enough = sure >= _SURE * len(others) and _may_be_attendee(tokens, items[0][0])
    return enough and not any(
        tokens.is_predicate(index) or tokens[index].is_number
        for item in others
        for index in range(*item)
    )


def _may_be_attendee(tokens: TokenRange, index: int) -> bool:
    """Whether an attendee may begin at ``index``."""
    return tokens[index].is_capitalised or _begins_role(tokens, index)
