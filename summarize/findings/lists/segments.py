"""The pieces between commas, semicolons and joining words after a cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.token_range import Stretch

_COMMAS = {",", ";"}
_DASHES = {"–", "—", "--", "-"}
_OFFICE_WORDS = 2  # words of "Hukum" in "Menteri Koordinator Politik, Hukum, dan Keamanan"
_ABBREVIATION = 4  # letters before a full stop that may be an abbreviation's ("Kab. Sleman")


class Piece(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive), and what stands before them.

    ``comma`` says that it is a comma or a semicolon, ``word`` the strength of a joining word.
    ``holder`` says that the piece names who holds the position before it.
    """

    first: int
    last: int
    comma: bool
    word: str | None
    holder: bool = False


def split_pieces(stretch: Stretch, first: int, last: int) -> list[Piece]:
    """The pieces from ``first`` on, up to where the list must end.

    Where semicolons part the items, commas do not.
    """
    end = _hard_end(stretch, first, last)
    parted = any(True for _ in semicolons(stretch, first, end))
    pieces: list[Piece] = []
    start, comma, word = first, False, None
    index = first
    while index < end:
        skipped = stretch.skip(index, end)
        if skipped > index:
            index = skipped + 1
            continue
        after, next_comma, next_word = _separator(stretch, index, end, parted)
        if after == index:
            index += 1
            continue
        if index > start:
            pieces.append(Piece(start, index, comma, word))
            comma, word = next_comma, next_word
        else:
            comma, word = comma or next_comma, next_word or word
        start = index = after
    if end > start:
        pieces.append(Piece(start, end, comma, word))
    if parted:
        pieces = _rejoined(stretch, pieces)
    return _with_holders(stretch, _up_to_others(stretch, pieces))


def _rejoined(stretch: Stretch, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that semicolons part, with what a joining word had parted inside of them.

    Among two semicolons or more, or where a joining word stands behind one. Else the last item may
    have a joining word alone: ``Kepala Bidang Gizi dan Pangan; Camat Sape; Lurah A dan Lurah B``.
    """
    parted = [
        any(token.text == ";" for token in stretch.tokens[before.last : piece.first])
        for before, piece in pairwise(pieces)
    ]
    closed = any(own and piece.word for own, piece in zip(parted, pieces[1:], strict=True))
    if sum(parted) < 2 and not closed:
        return list(pieces)
    positions = stretch.grammar.positions
    told = [stretch.tokens[piece.first].lower in positions for piece in pieces]
    ranked = all(is_told for is_told, own in zip(told, (True, *parted), strict=True) if own)
    if parted and not parted[-1] and not closed:
        last, alike = _last_head(stretch, pieces, parted)
        named = pieces[last].comma or not stretch.tokens[pieces[last].first].text.islower()
        parted[last - 1] = told[last] or (not ranked and (alike or named))
    joined = [pieces[0]]
    for own, piece in zip(parted, pieces[1:], strict=True):
        if own:
            joined.append(piece)
        else:
            joined[-1] = joined[-1]._replace(last=piece.last)
    return joined


def _up_to_others(stretch: Stretch, pieces: list[Piece]) -> list[Piece]:
    """The pieces up to the one that begins with ``dll``; of that, only this word."""
    for index, piece in enumerate(pieces):
        if index and stretch.tokens[piece.first].lower in stretch.grammar.etcetera:
            others = piece._replace(last=piece.first + 1, word=piece.word or "weak")
            return [*pieces[:index], others]
    return pieces


def _with_holders(stretch: Stretch, pieces: list[Piece]) -> list[Piece]:
    """The pieces, marked where names follow positions: ``Ketua DPRD, Budi, Camat Wera, Nurdin``.

    Only if the first is a position and at least half of the positions are told so.
    """
    tokens, positions = stretch.tokens, stretch.grammar.positions
    guests = stretch.grammar.language.terms("list_guests")
    told = [tokens[piece.first].lower in positions for piece in pieces]
    holders = {
        index
        for index in range(1, len(pieces))
        if told[index - 1]
        and not told[index]
        and tokens[pieces[index].first].lower not in guests
        and pieces[index].word is None
        and tokens[pieces[index].first].is_capitalised
        and (index + 1 == len(pieces) or told[index + 1])
    }
    if not told or not told[0] or sum(told) < 2 or 2 * len(holders) < sum(told):
        holders = set()
    holders |= _beside_names(stretch, pieces, told)
    return [piece._replace(holder=index in holders) for index, piece in enumerate(pieces)]


def _beside_names(stretch: Stretch, pieces: Sequence[Piece], told: Sequence[bool]) -> set[int]:
    """The pieces that belong to the one before because of who is named: ``Ketua DPRD, Budi``.

    Where the first names somebody, a position follows its holder: ``Budi, Ketua DPRD``.
    """
    if not stretch.named or not pieces:
        return set()
    named = [stretch.names((piece.first, piece.last)) for piece in pieces]
    names = [
        stretch.names((piece.first, piece.first + 1)) and not is_told
        for piece, is_told in zip(pieces, told, strict=True)
    ]
    offices = [is_told and not has_name for is_told, has_name in zip(told, named, strict=True)]
    first, second = (names, offices) if names[0] else (offices, names)
    beside = {
        index
        for index in range(1, len(pieces))
        if first[index - 1] and second[index] and pieces[index].word is None
    }
    if sum(told) - sum(offices) > 2 * len(beside):
        beside = set()  # most positions have their name behind them, without a comma
    for index in range(2, len(pieces)):
        if offices[index - 2] and _ends_office(stretch, pieces, index, named):
            beside |= {index - 1, index}
    return beside


def _ends_office(
    stretch: Stretch, pieces: Sequence[Piece], index: int, named: Sequence[bool]
) -> bool:
    """Whether ``Hukum, dan Keamanan Wiranto`` ends an office that began the piece before both."""
    piece, inner = pieces[index], pieces[index - 1]
    return (
        piece.word == "strong"
        and named[index]
        and (
            stretch.tokens[piece.first].lower.endswith(stretch.grammar.action_endings)
            or not stretch.names((piece.first, piece.first + 1))
        )
        and not named[index - 1]
        and inner.word is None
        and inner.last - inner.first <= _OFFICE_WORDS
        and all(stretch.tokens[at].is_capitalised for at in (inner.first, piece.first))
        and sum(named) > 1
    )


def _last_head(
    stretch: Stretch, pieces: Sequence[Piece], parted: Sequence[bool]
) -> tuple[int, bool]:
    """Which piece behind the last semicolon may begin the last item, and whether as others do."""
    heads = [stretch.tokens[piece.first].lower for piece in pieces]
    known = {head for head, own in zip(heads, (True, *parted), strict=True) if own}
    index = len(pieces) - 1
    while not parted[index - 1]:
        if heads[index] in known and pieces[index].word:
            return index, True
        index -= 1
    return len(pieces) - 1, False


def semicolons(stretch: Stretch, first: int, last: int) -> Iterator[int]:
    """The semicolons outside of brackets and quotation marks."""
    index = first
    while index < last:
        if stretch.tokens[index].text == ";":
            yield index
        index = stretch.skip(index, last) + 1


def _hard_end(stretch: Stretch, first: int, last: int) -> int:
    """Where nothing that follows can be of the list: a full stop, a closing mark, a clause."""
    tokens = stretch.tokens
    index = first
    while index < last:
        if stretch.closes_earlier(index, first):
            return index
        skipped = stretch.skip(index, last)
        if skipped > index:
            index = skipped + 1
            continue
        text = tokens[index].text
        if text in {"!", "?", "…"} or (text == "." and _is_stop(stretch, index, last)):
            return index
        if (text in _COMMAS or text in _DASHES) and index > first and index + 1 < last:
            following = tokens[index + 1].lower
            if following in stretch.grammar.stops and following != tokens[first].lower:
                return index
            if stretch.is_attribution(index + 1):
                return index
            cue = cue_at(stretch, index + 1)
            if cue is not None and cue.strength != "count" and following != tokens[first].lower:
                return index
        index += 1
    return last


def _is_stop(stretch: Stretch, index: int, last: int) -> bool:
    """Whether the full stop at ``index`` ends a sentence rather than an abbreviation."""
    if index + 1 >= last or index == 0:
        return True
    before, following = stretch.tokens[index - 1], stretch.tokens[index + 1]
    if not following.is_word:
        return True
    return len(before.text) > _ABBREVIATION and following.is_capitalised


def _is_hole(stretch: Stretch, index: int, end: int) -> bool:
    """Whether a lost link left the comma there, brackets behind: ``Komunitas , (JARKOT) Bima``."""
    if not (0 < index < end - 1):
        return False
    spaced = stretch.tokens[index - 1].end < stretch.tokens[index].start
    return spaced and stretch.tokens[index + 1].text == "("


def _stands_for_comma(stretch: Stretch, index: int, end: int) -> bool:
    """Whether a full stop was typed for a comma: ``tepung (2 ton). minyak (1 ton)``."""
    before, after = stretch.tokens[index - 1], index + 1
    if not (index > 0 and after < end):
        return False
    spaced = stretch.tokens[index].end < stretch.tokens[after].start
    return spaced and before.text == ")" and stretch.tokens[after].text.islower()


def _separator(
    stretch: Stretch, index: int, end: int, parted: bool
) -> tuple[int, bool, str | None]:
    """Where the separator at ``index`` ends (``index`` itself if there is none), and its kind."""
    conjunctions = stretch.grammar.conjunctions
    after, comma, word = index, False, None
    while after < end:
        token = stretch.tokens[after]
        named = token.is_capitalised and not token.text.isupper()  # Lin Dan
        strength = None if named else conjunctions.get(token.lower)
        if token.text in _COMMAS:
            if _is_hole(stretch, after, end):
                break
            following = stretch.tokens[after + 1].lower if after + 1 < end else ""
            if (
                token.text == ","
                and parted
                and conjunctions.get(following) not in {"strong", "outer"}
            ):
                break
            comma = True
        elif token.text == "." and _stands_for_comma(stretch, after, end):
            comma = True
        elif after + 1 < end and stretch.tokens[after + 1].lower in stretch.grammar.bound:
            break  # "Borobudur dan sekitarnya"
        elif strength is not None and (strength != "late" or comma or word):
            word = word or strength
            if comma and strength == "range" and after + 1 < end:  # ", sampai dengan"
                after += stretch.tokens[after + 1].lower in stretch.grammar.tails
        else:
            break
        after += 1
    return after, comma, word
