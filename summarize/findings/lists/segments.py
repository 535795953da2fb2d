"""The segments between commas, semicolons and joining words after a cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.lexicon import Joining, Strength
from summarize.findings.lists.token_range import TokenRange

_COMMAS = {",", ";"}
_DASHES = {"–", "—", "--", "-"}
_FIELD_WORDS = 2  # words of "Hukum" in "Menteri Koordinator Politik, Hukum, dan Keamanan"
_INSERTED = 6  # words put in between a joining word and its item
_ABBREVIATION = 4  # letters before a full stop that may be an abbreviation's ("Kab. Sleman")


class Segment(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive), and what stands before them.

    ``comma`` says that it is a comma or a semicolon, ``word`` the strength of a joining word.
    ``apposition`` says that the segment names who has the role before it, or that role.
    """

    first: int
    last: int
    comma: bool
    word: Joining | None
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
    if by_semicolons and segments:
        segments = _rejoined(tokens, segments)
    return _with_appositions(tokens, _up_to_others(tokens, segments))


def _rejoined(tokens: TokenRange, segments: Sequence[Segment]) -> list[Segment]:
    """The segments that semicolons part, with what a joining word had split inside of them.

    Among two semicolons or more, or where a joining word stands behind one.
    """
    begins = [True] + [
        any(token.text == ";" for token in tokens[before.last : segment.first])
        for before, segment in pairwise(segments)
    ]
    behind_semicolons = [segment for own, segment in zip(begins, segments, strict=True) if own][1:]
    closed = any(segment.word for segment in behind_semicolons)
    if len(behind_semicolons) < 2 and not closed:
        return list(segments)
    if not begins[-1] and not closed:
        last, begins_item = _last_item(tokens, segments, begins)
        begins[last] = begins_item
    joined: list[Segment] = []
    for own, segment in zip(begins, segments, strict=True):
        if own:
            joined.append(segment)
        else:
            joined[-1] = joined[-1]._replace(last=segment.last)
    return joined


def _last_item(
    tokens: TokenRange, segments: Sequence[Segment], begins: Sequence[bool]
) -> tuple[int, bool]:
    """Which segment may begin the last item without a semicolon, and whether it does.

    ``Kepala Bidang Gizi dan Pangan; Camat Sape; Lurah A dan Lurah B``: ``begins`` says which
    segments begin an item because of one.
    """
    roles = tokens.lexicon.roles
    heads = [tokens[segment.first].lower for segment in segments]
    known = {head for head, own in zip(heads, begins, strict=True) if own}
    last = len(segments) - 1
    behind = range(last, len(begins) - 1 - begins[::-1].index(True), -1)
    alike = next((index for index in behind if heads[index] in known and segments[index].word), 0)
    last = alike or last
    if heads[last] in roles:
        return last, True
    named = segments[last].comma or not tokens[segments[last].first].text.islower()
    return last, not known <= roles and (alike > 0 or named)


def _up_to_others(tokens: TokenRange, segments: list[Segment]) -> list[Segment]:
    """The segments up to the one that begins with ``dll``; of that, only this word."""
    for index, segment in enumerate(segments):
        if index and _are_others(tokens, segment):
            others = segment._replace(last=segment.first + 1, word=segment.word or Joining.WEAK)
            return [*segments[:index], others]
    return segments


def _are_others(tokens: TokenRange, segment: Segment) -> bool:
    """Whether a word stands for what is not listed: ``dll``, not the ``more`` of ``more buses``."""
    if tokens[segment.first].lower not in tokens.lexicon.etcetera:
        return False
    behind, lexicon = segment.first + 1, tokens.lexicon
    return (
        behind == segment.last
        or not tokens[behind].is_word
        or tokens.is_predicate(behind)
        or tokens[behind].lower in lexicon.small
    )


def _with_appositions(tokens: TokenRange, segments: list[Segment]) -> list[Segment]:
    """The segments, marked where they belong to the role or the name before them."""
    is_role = [tokens[segment.first].lower in tokens.lexicon.roles for segment in segments]
    appositions = _behind_roles(tokens, segments, is_role)
    if tokens.named and segments:
        appositions |= _beside_names(tokens, segments, is_role)
    return [
        segment._replace(apposition=index in appositions) for index, segment in enumerate(segments)
    ]


def _behind_roles(
    tokens: TokenRange, segments: Sequence[Segment], is_role: Sequence[bool]
) -> set[int]:
    """The names that stand behind roles: ``Ketua DPRD, Budi, Camat Wera, Nurdin``.

    Only if the first is a role and at least half of the roles have their names so.
    """
    if sum(is_role) < 2 or not is_role[0]:
        return set()
    names = {
        index
        for index in range(1, len(segments))
        if is_role[index - 1]
        and not is_role[index]
        and (index + 1 == len(segments) or is_role[index + 1])
        and _may_be_name(tokens, segments[index])
    }
    return names if 2 * len(names) >= sum(is_role) else set()


def _may_be_name(tokens: TokenRange, segment: Segment) -> bool:
    """Whether a comma and a capital stand there."""
    return segment.word is None and tokens[segment.first].capital


def _beside_names(
    tokens: TokenRange, segments: Sequence[Segment], is_role: Sequence[bool]
) -> set[int]:
    """The segments that belong to the one before because of who is named: ``Ketua DPRD, Budi``.

    Where the first names somebody, the role follows the name: ``Budi, Ketua DPRD``.
    """
    named = [tokens.names((segment.first, segment.last)) for segment in segments]
    names = [
        tokens.names((segment.first, segment.first + 1)) and not role
        for segment, role in zip(segments, is_role, strict=True)
    ]
    roles_alone = [role and not has_name for role, has_name in zip(is_role, named, strict=True)]
    first, second = (names, roles_alone) if names[0] else (roles_alone, names)
    behind = range(1, len(segments))
    beside = {at for at in behind if first[at - 1] and second[at] and segments[at].word is None}
    if sum(is_role) - sum(roles_alone) > 2 * len(beside):
        beside = set()  # most roles have their name behind them, without a comma
    for at in behind[1:]:
        if roles_alone[at - 2] and _ends_role_name(tokens, segments, at, named):
            beside |= {at - 1, at}
    return beside


def _ends_role_name(
    tokens: TokenRange, segments: Sequence[Segment], index: int, named: Sequence[bool]
) -> bool:
    """Whether ``Hukum, dan Keamanan Wiranto`` ends a role that began the segment before both."""
    segment, inner = segments[index], segments[index - 1]
    if segment.word is not Joining.STRONG or inner.word is not None or sum(named) < 2:
        return False
    if named[index - 1] or not named[index] or inner.last - inner.first > _FIELD_WORDS:
        return False
    if not all(tokens[at].capital for at in (inner.first, segment.first)):
        return False
    field = tokens[segment.first].lower.endswith(tokens.lexicon.action_endings)
    return field or not tokens.names((segment.first, segment.first + 1))


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
        closing = tokens.skip(index, last)
        if closing == index and (
            _is_end_mark(tokens, index, last)
            or (first < index < last - 1 and _ends_clause(tokens, index, first))
        ):
            return index
        index = closing + 1
    return last


def _is_end_mark(tokens: TokenRange, index: int, last: int) -> bool:
    """Whether a mark ends the sentence there."""
    text = tokens[index].text
    return text in {"!", "?", "…"} or (text == "." and _is_stop(tokens, index, last))


def _ends_clause(tokens: TokenRange, index: int, first: int) -> bool:
    """Whether something else follows a comma or dash there: a clause, an attribution, a cue.

    Not so where the list itself, from the token ``first`` on, begins with the same word.
    """
    text, following = tokens[index].text, tokens[index + 1].lower
    if text not in _COMMAS and text not in _DASHES:
        return False
    if tokens.is_attribution(index + 1):
        return True
    if following == tokens[first].lower:
        return False
    cue = cue_at(tokens, index + 1)
    return following in tokens.lexicon.stops or (
        cue is not None and cue.strength is not Strength.COUNT
    )


def _is_stop(tokens: TokenRange, index: int, last: int) -> bool:
    """Whether the full stop at ``index`` ends a sentence rather than an abbreviation."""
    if index + 1 >= last or index == 0:
        return True
    before, following = tokens[index - 1], tokens[index + 1]
    if not following.is_word:
        return True
    return len(before.text) > _ABBREVIATION and following.capital


def _separator(
    tokens: TokenRange, index: int, end: int, by_semicolons: bool
) -> tuple[int, bool, Joining | None]:
    """Where the separator at ``index`` ends (``index`` itself if there is none), and its kind."""
    after, comma, word = index, False, None
    while after < end:
        joining = _joining(tokens, after, end)
        if _is_comma(tokens, after, end, by_semicolons):
            comma = True
        elif joining is not None and (joining is not Joining.LATE or comma or word):
            word = word or joining
            if comma and joining is Joining.RANGE and after + 1 < end:  # ", sampai dengan"
                after += tokens[after + 1].lower in tokens.lexicon.tails
        else:
            break
        after += 1
    if word and tokens[after - 1].text == "," and tokens[after - 2].text != ",":
        after = _behind_insertion(tokens, after, end)
    return after, comma, word


def _behind_insertion(tokens: TokenRange, index: int, end: int) -> int:
    """Behind what is put in after the joining word: ``Sape dan, sejak Mei, Wera``."""
    for at in range(index, min(index + _INSERTED, end - 1)):
        if tokens[at].text == ",":
            return at + 1
    return index


def _joining(tokens: TokenRange, index: int, end: int) -> Joining | None:
    """What the joining word says that stands there, if one does."""
    token = tokens[index]
    joining = tokens.lexicon.conjunctions.get(token.lower)
    if joining is None or (token.capital and not token.text.isupper()):
        return None  # "Lin Dan"
    bound = index + 1 < end and tokens[index + 1].lower in tokens.lexicon.bound
    return None if bound else joining  # "Borobudur dan sekitarnya"


def _is_comma(tokens: TokenRange, index: int, end: int, by_semicolons: bool) -> bool:
    """Whether a comma or semicolon stands there that may part items."""
    text = tokens[index].text
    if text not in _COMMAS:
        return False
    if text == ";" or not by_semicolons:
        return True
    following = tokens[index + 1].lower if index + 1 < end else ""
    return tokens.lexicon.conjunctions.get(following) in (Joining.STRONG, Joining.OUTER)
