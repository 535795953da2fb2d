"""The segments between commas, semicolons and joining words after a cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.token_range import TokenRange

_COMMAS = {",", ";"}
_DASHES = {"–", "—", "--", "-"}
_FIELD_WORDS = 2  # words of "Hukum" in "Menteri Koordinator Politik, Hukum, dan Keamanan"
_ABBREVIATION = 4  # letters before a full stop that may be an abbreviation's ("Kab. Sleman")


class Segment(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive), and what stands before them.

    ``comma`` says that it is a comma or a semicolon, ``word`` the strength of a joining word.
    ``apposition`` says that the segment names who has the role before it, or that role.
    """

    first: int
    last: int
    comma: bool
    word: str | None
    apposition: bool = False


def split_segments(tokens: TokenRange, first: int, last: int) -> list[Segment]:
    """The segments from ``first`` on, up to where the list must end.

    Where semicolons part the items, commas do not.
    """
    end = _hard_end(tokens, first, last)
    by_semicolons = any(True for _ in semicolons(tokens, first, end))
    segments: list[Segment] = []
    start, comma, word = first, False, None
    index = first
    while index < end:
        skipped = tokens.skip(index, end)
        if skipped > index:
            index = skipped + 1
            continue
        after, next_comma, next_word = _separator(tokens, index, end, by_semicolons)
        if after == index:
            index += 1
            continue
        if index > start:
            segments.append(Segment(start, index, comma, word))
            comma, word = next_comma, next_word
        else:
            comma, word = comma or next_comma, next_word or word
        start = index = after
    if end > start:
        segments.append(Segment(start, end, comma, word))
    if by_semicolons:
        segments = _rejoined(tokens, segments)
    return _with_appositions(tokens, _up_to_others(tokens, segments))


def _rejoined(tokens: TokenRange, segments: Sequence[Segment]) -> list[Segment]:
    """The segments that semicolons part, with what a joining word had split inside of them.

    Among two semicolons or more, or where a joining word stands behind one. Else the last item may
    have a joining word alone: ``Kepala Bidang Gizi dan Pangan; Camat Sape; Lurah A dan Lurah B``.
    """
    at_semicolon = [
        any(token.text == ";" for token in tokens[before.last : segment.first])
        for before, segment in pairwise(segments)
    ]
    closed = any(
        own and segment.word for own, segment in zip(at_semicolon, segments[1:], strict=True)
    )
    if sum(at_semicolon) < 2 and not closed:
        return list(segments)
    roles = tokens.lexicon.roles
    is_role = [tokens[segment.first].lower in roles for segment in segments]
    ranked = all(role for role, own in zip(is_role, (True, *at_semicolon), strict=True) if own)
    if at_semicolon and not at_semicolon[-1] and not closed:
        last, alike = _last_head(tokens, segments, at_semicolon)
        named = segments[last].comma or not tokens[segments[last].first].text.islower()
        at_semicolon[last - 1] = is_role[last] or (not ranked and (alike or named))
    joined = [segments[0]]
    for own, segment in zip(at_semicolon, segments[1:], strict=True):
        if own:
            joined.append(segment)
        else:
            joined[-1] = joined[-1]._replace(last=segment.last)
    return joined


def _up_to_others(tokens: TokenRange, segments: list[Segment]) -> list[Segment]:
    """The segments up to the one that begins with ``dll``; of that, only this word."""
    for index, segment in enumerate(segments):
        if index and tokens[segment.first].lower in tokens.lexicon.etcetera:
            others = segment._replace(last=segment.first + 1, word=segment.word or "weak")
            return [*segments[:index], others]
    return segments


def _with_appositions(tokens: TokenRange, segments: list[Segment]) -> list[Segment]:
    """The segments, marked where names follow roles: ``Ketua DPRD, Budi, Camat Wera, Nurdin``.

    Only if the first is a role and at least half of the roles have their names so.
    """
    roles = tokens.lexicon.roles
    attendees = tokens.lexicon.attendees
    is_role = [tokens[segment.first].lower in roles for segment in segments]
    appositions = {
        index
        for index in range(1, len(segments))
        if is_role[index - 1]
        and not is_role[index]
        and tokens[segments[index].first].lower not in attendees
        and segments[index].word is None
        and tokens[segments[index].first].is_capitalised
        and (index + 1 == len(segments) or is_role[index + 1])
    }
    if not is_role or not is_role[0] or sum(is_role) < 2 or 2 * len(appositions) < sum(is_role):
        appositions = set()
    appositions |= _beside_names(tokens, segments, is_role)
    return [
        segment._replace(apposition=index in appositions) for index, segment in enumerate(segments)
    ]


def _beside_names(
    tokens: TokenRange, segments: Sequence[Segment], is_role: Sequence[bool]
) -> set[int]:
    """The segments that belong to the one before because of who is named: ``Ketua DPRD, Budi``.

    Where the first names somebody, the role follows the name: ``Budi, Ketua DPRD``.
    """
    if not tokens.named or not segments:
        return set()
    named = [tokens.names((segment.first, segment.last)) for segment in segments]
    names = [
        tokens.names((segment.first, segment.first + 1)) and not role
        for segment, role in zip(segments, is_role, strict=True)
    ]
    roles_alone = [role and not has_name for role, has_name in zip(is_role, named, strict=True)]
    first, second = (names, roles_alone) if names[0] else (roles_alone, names)
    beside = {
        index
        for index in range(1, len(segments))
        if first[index - 1] and second[index] and segments[index].word is None
    }
    if sum(is_role) - sum(roles_alone) > 2 * len(beside):
        beside = set()  # most roles have their name behind them, without a comma
    for index in range(2, len(segments)):
        if roles_alone[index - 2] and _ends_role_name(tokens, segments, index, named):
            beside |= {index - 1, index}
    return beside


def _ends_role_name(
    tokens: TokenRange, segments: Sequence[Segment], index: int, named: Sequence[bool]
) -> bool:
    """Whether ``Hukum, dan Keamanan Wiranto`` ends a role that began the segment before both."""
    segment, inner = segments[index], segments[index - 1]
    return (
        segment.word == "strong"
        and named[index]
        and (
            tokens[segment.first].lower.endswith(tokens.lexicon.action_endings)
            or not tokens.names((segment.first, segment.first + 1))
        )
        and not named[index - 1]
        and inner.word is None
        and inner.last - inner.first <= _FIELD_WORDS
        and all(tokens[at].is_capitalised for at in (inner.first, segment.first))
        and sum(named) > 1
    )


def _last_head(
    tokens: TokenRange, segments: Sequence[Segment], at_semicolon: Sequence[bool]
) -> tuple[int, bool]:
    """Which segment behind the last semicolon may begin the last item, and whether as others do."""
    heads = [tokens[segment.first].lower for segment in segments]
    known = {head for head, own in zip(heads, (True, *at_semicolon), strict=True) if own}
    index = len(segments) - 1
    while not at_semicolon[index - 1]:
        if heads[index] in known and segments[index].word:
            return index, True
        index -= 1
    return len(segments) - 1, False


def semicolons(tokens: TokenRange, first: int, last: int) -> Iterator[int]:
    """The semicolons outside of brackets and quotation marks."""
    index = first
    while index < last:
        if tokens[index].text == ";":
            yield index
        index = tokens.skip(index, last) + 1


def _hard_end(tokens: TokenRange, first: int, last: int) -> int:
    """Where nothing that follows can be of the list: a full stop, a closing mark, a clause."""
    index = first
    while index < last:
        if tokens.closes_earlier(index, first):
            return index
        skipped = tokens.skip(index, last)
        if skipped > index:
            index = skipped + 1
            continue
        text = tokens[index].text
        if text in {"!", "?", "…"} or (text == "." and _is_stop(tokens, index, last)):
            return index
        if (text in _COMMAS or text in _DASHES) and index > first and index + 1 < last:
            following = tokens[index + 1].lower
            if following in tokens.lexicon.stops and following != tokens[first].lower:
                return index
            if tokens.is_attribution(index + 1):
                return index
            cue = cue_at(tokens, index + 1)
            if cue is not None and cue.strength != "count" and following != tokens[first].lower:
                return index
        index += 1
    return last


def _is_stop(tokens: TokenRange, index: int, last: int) -> bool:
    """Whether the full stop at ``index`` ends a sentence rather than an abbreviation."""
    if index + 1 >= last or index == 0:
        return True
    before, following = tokens[index - 1], tokens[index + 1]
    if not following.is_word:
        return True
    return len(before.text) > _ABBREVIATION and following.is_capitalised


def _is_hole(tokens: TokenRange, index: int, end: int) -> bool:
    """Whether a lost link left the comma there, brackets behind: ``Komunitas , (JARKOT) Bima``."""
    if not (0 < index < end - 1):
        return False
    spaced = tokens[index - 1].end < tokens[index].start
    return spaced and tokens[index + 1].text == "("


def _stands_for_comma(tokens: TokenRange, index: int, end: int) -> bool:
    """Whether a full stop was typed for a comma: ``tepung (2 ton). minyak (1 ton)``."""
    before, after = tokens[index - 1], index + 1
    if not (index > 0 and after < end):
        return False
    spaced = tokens[index].end < tokens[after].start
    return spaced and before.text == ")" and tokens[after].text.islower()


def _separator(
    tokens: TokenRange, index: int, end: int, by_semicolons: bool
) -> tuple[int, bool, str | None]:
    """Where the separator at ``index`` ends (``index`` itself if there is none), and its kind."""
    conjunctions = tokens.lexicon.conjunctions
    after, comma, word = index, False, None
    while after < end:
        token = tokens[after]
        named = token.is_capitalised and not token.text.isupper()  # Lin Dan
        strength = None if named else conjunctions.get(token.lower)
        if token.text in _COMMAS:
            if _is_hole(tokens, after, end):
                break
            following = tokens[after + 1].lower if after + 1 < end else ""
            if (
                token.text == ","
                and by_semicolons
                and conjunctions.get(following) not in {"strong", "outer"}
            ):
                break
            comma = True
        elif token.text == "." and _stands_for_comma(tokens, after, end):
            comma = True
        elif after + 1 < end and tokens[after + 1].lower in tokens.lexicon.bound:
            break  # "Borobudur dan sekitarnya"
        elif strength is not None and (strength != "late" or comma or word):
            word = word or strength
            if comma and strength == "range" and after + 1 < end:  # ", sampai dengan"
                after += tokens[after + 1].lower in tokens.lexicon.tails
        else:
            break
        after += 1
    return after, comma, word
