"""Regions, towns and countries: ``Palembang``, ``Tanjab Timur``, ``Desa Semanget``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from summarize.languages import Language, load
from summarize.text.lexicon import is_honorific_word, load_lexicon
from summarize.text.tokens import Token

_LONGEST = 4  # words of a listed name
_LONGEST_TOWN = 3
_LONGEST_UNLISTED = 3  # words of a village's name


def region_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where the longest listed name beginning at ``at`` ends; 0 if there is none."""
    if not tokens[at].capital or tokens[at].lower not in _first_words(language):
        return 0
    for end in range(min(at + _LONGEST, len(tokens)), at, -1):
        if not tokens[end - 1].capital:
            continue
        words = [token.text for token in tokens[at:end]]
        if _listed(words, language):
            return end if _believed(tokens, at, " ".join(words), language) else 0
    return 0


def region_with_kind_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where ``Kabupaten Karanganyar`` or ``Desa Semanget`` ends; 0 if none begins at ``at``."""
    kind = tokens[at].lower
    if kind not in language.terms("region_kinds"):
        return _landform_end(tokens, at, language)
    if at and tokens[at - 1].lower in language.terms("before_kinds"):
        return 0  # "Wali Kota"
    start = at + 1
    if start + 1 < len(tokens) and tokens[start].text == ".":
        if kind not in language.terms("name_stops"):
            return 0
        start += 1  # "Kec. Entikong"
    if start >= len(tokens):
        return 0
    listed = kind in language.terms("listed_kinds") and region_end(tokens, start, language)
    return listed or _unlisted_end(tokens, start, language)


def _landform_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where ``Bukit Indah`` ends behind the office of a place or its kind; 0 if it is none."""
    offices = language.terms("place_offices") | language.terms("region_kinds")
    named = at + 1 < len(tokens) and tokens[at].capital and tokens[at + 1].capital
    if not at or not named or tokens[at].lower not in language.terms("landforms"):
        return 0
    office = tokens[at - 1].lower in offices and not region_end(tokens, at, language)
    return at + 2 if office else 0


def _unlisted_end(tokens: Sequence[Token], start: int, language: Language) -> int:
    """Where the name of a village beginning at ``start`` ends; 0 if none does."""
    end, lexicon = start, load_lexicon(language.code)
    while end < min(start + _LONGEST_UNLISTED, len(tokens)) and tokens[end].capital:
        if is_honorific_word(tokens[end].lower, lexicon) or tokens[end].text[1:] == ".":
            break  # "Sungai Raya | Hj Siti", "Sungai Raya | M. Yusuf"
        begins = tokens[end].lower in language.terms("venues") | language.terms("region_kinds")
        if begins or ends_name(tokens[end], language):
            more = end + 1 < len(tokens) and tokens[end + 1].capital
            if (more and end > start) or not begins:
                break  # "Desa Semanget Balai Warga", but "Kampung Benteng Hulu", "Desa Tepi Danau"
        end += 1
    return end if end > start else 0


def town_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where a name ends that can only be a place by what stands before it: ``in Leeds``.

    Also ``in eastern Chad``, ``at the Vigyan Sabhagar`` and the second of ``in Leeds and York``.
    """
    if not _is_behind_place_word(tokens, at, language):
        return 0
    end = at
    while end < min(at + _LONGEST_TOWN, len(tokens)) and tokens[end].capital:
        if ends_name(tokens[end], language) or tokens[end].lower in language.terms("not_towns"):
            break
        end += 1
    more = end < len(tokens) and (tokens[end].capital or tokens[end].text[0].isdigit())
    return 0 if end == at or more or tokens[at].text.isupper() else end


def _is_behind_place_word(tokens: Sequence[Token], at: int, language: Language) -> bool:
    prepositions = language.terms("town_prepositions")
    if not prepositions:
        return False
    first = at - 1
    if first > 0 and tokens[first].lower in language.terms("before_towns"):
        first -= 1
    if first > 0 and tokens[first].lower in language.terms("and_words"):
        first -= 1
        while first > 0 and tokens[first].capital and at - first <= _LONGEST_TOWN + 1:
            first -= 1
    return first >= 0 and tokens[first].lower in prepositions


def ends_name(token: Token, language: Language) -> bool:
    """Whether a capitalised word cannot belong to the name of a place before it."""
    calendar = token.lower in language.table("weekdays") or token.lower in language.table("months")
    return calendar or token.lower in language.terms("place_ends")


def place_key(name: str, language: Language) -> str:
    """What two names of one place have in common: no kind of region, no abbreviation, no case."""
    words = name.split()
    while len(words) > 1 and words[0].lower() in language.terms("region_kinds"):
        words = words[1:]
    full = language.table("region_abbreviations").get(words[0], words[0])
    return " ".join([full, *words[1:]]).lower()


@cache
def _regions(language: Language) -> frozenset[str]:
    """The names of regions and countries; English releases name those of Indonesia too."""
    home = load("id")
    short = frozenset(home.table("region_abbreviations")) if language is home else frozenset()
    return language.terms("regions") | home.terms("regions") | _abroad(language) | short


@cache
def _abroad(language: Language) -> frozenset[str]:
    return language.terms("countries") | language.terms("world")


@cache
def _first_words(language: Language) -> frozenset[str]:
    return frozenset(name.split()[0].lower() for name in _regions(language))


def _listed(words: list[str], language: Language) -> bool:
    """Whether the words are a listed name, also in capitals or with its first word shortened."""
    regions, name = _regions(language), " ".join(words)
    if name in regions or (name.isupper() and len(name) > 4 and name.title() in regions):
        return True
    full = language.table("region_abbreviations").get(words[0])  # "Tanjab Timur"
    return full is not None and len(words) > 1 and " ".join([full, *words[1:]]) in regions


def _believed(tokens: Sequence[Token], at: int, name: str, language: Language) -> bool:
    """Whether a name that is a word too, or part of many names, stands where a place would."""
    if name in _abroad(language) and at and tokens[at - 1].capital:
        return False  # "Majelis Ulama Indonesia"
    if name not in language.terms("doubtful_regions"):
        return True
    before = tokens[at - 1].lower if at else ""
    expected = language.terms("place_prepositions") | language.terms("region_kinds")
    return before in expected
