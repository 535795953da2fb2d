"""Places: regions, and the buildings, streets and sites that a release names.

A region is known from the lists of provinces, regencies, cities and countries, or by the word
before it (``Kecamatan Gondang Rejo``); a venue begins with a word for one (``Aula Eka Hapakat,
Lantai III Kantor Gubernur Kalteng``, ``jembatan Musi VI``). ``Sumsel`` and ``Provinsi Sumatera
Selatan`` are one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarize.findings.tagger import load_tagger, tag
from summarize.findings.tokens import Token, tokenize
from summarize.languages import Language, load
from summarize.models import Entity, Release, Span

_AT = frozenset({"di", "at", "in"})
_OFFICES = frozenset({"dinas", "badan", "kementerian", "direktorat", "inspektorat"})
# kinds of regions whose names are all listed; a village may be called as a province, and longer
_LISTED_KINDS = frozenset({"kabupaten", "kab", "kota", "provinsi", "propinsi", "prov", "prop"})
_LONGEST_REGION = 4  # words
_LONGEST_NAME = 9  # words of a venue after the word for it
_NUMERAL = re.compile(r"\d{1,4}(?:[A-Z]|/[\w/]{1,8})?")


def find_places(release: Release) -> tuple[Entity, ...]:
    """The places named in the dateline and the story, each once with all its mentions.

    >>> from summarize import summarize
    >>> text = "Rapat digelar di Aula Utama Kantor Bupati, Kabupaten Landak, Kalbar."
    >>> [place.name.of(text) for place in summarize(text, language="id").findings.places]
    ['Aula Utama Kantor Bupati', 'Kabupaten Landak', 'Kalbar']
    """
    text, language = release.text, release.language
    mentions: dict[str, list[Span]] = {}
    known: set[str] = set()
    if release.dateline and release.dateline.place:
        place = release.dateline.place
        mentions[place_key(place.of(text), language)] = [place]
        known |= {place.of(text).lower()}
    for paragraph in release.paragraphs:
        for span in places_in(text, paragraph, language, frozenset(known)):
            mentions.setdefault(place_key(span.of(text), language), []).append(span)
    places = [Entity(max(spans, key=_length), tuple(spans)) for spans in mentions.values()]
    return tuple(sorted(places, key=lambda place: place.mentions[0]))


def is_venue(place: Span, text: str, language: Language) -> bool:
    """Whether a place is a building, a street or a site, not a region or a town."""
    tokens = tokenize(text, place)
    venues = language.terms("venues")
    if tokens[0].lower in language.terms("region_kinds"):
        return False
    if _region(tokens, 0, language) == len(tokens):
        return False
    return len(tokens) > 1 or tokens[0].lower in venues


def _length(span: Span) -> int:
    return span.end - span.start


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
    at_home = load("id")
    short = frozenset(at_home.table("region_abbreviations")) if language is at_home else frozenset()
    return language.terms("regions") | at_home.terms("regions") | _abroad(language) | short


@cache
def _abroad(language: Language) -> frozenset[str]:
    return language.terms("countries") | language.terms("world")


@cache
def _region_openers(language: Language) -> frozenset[str]:
    return frozenset(name.split()[0].lower() for name in _regions(language))


@cache
def _openers(language: Language) -> frozenset[str]:
    """The words with which a place can begin in lower case, also with "di" glued to them."""
    first = {venue.split()[0] for venue in language.terms("venues")}
    glued = {f"di{word}" for word in first}
    return language.terms("region_kinds") | first | glued


def places_in(
    text: str, within: Span, language: Language, known: frozenset[str] = frozenset()
) -> Iterator[Span]:
    """The places in a piece of text, from left to right, none inside another.

    ``known`` are names of one word, in lower case, that are a place in this release.
    """
    tokens, openers = tokenize(text, within), _openers(language)
    number = 0
    while number < len(tokens):
        if not tokens[number].capital and tokens[number].lower not in openers:
            number += 1
            continue
        end = (
            _venue(tokens, number, language)
            or _kind_and_name(tokens, number, language)
            or _region(tokens, number, language)
        )
        if not end or (end < len(tokens) and tokens[end].capital):  # "Jakarta International Expo"
            end = max(end, _tagged(tokens, number, language))
        token = tokens[number]
        if not end and token.capital and token.lower in known:
            end = number + 1
        if end:
            glued = token.lower not in language.terms("venues") and token.lower[:2] == "di"
            start = token.start + 2 * (glued and token.lower[2:] in language.terms("venues"))
            yield Span(start, tokens[end - 1].end)
        number = end or number + 1


def _venue(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where a venue that begins at ``at`` ends; 0 if none does."""
    head = _head(tokens, at, language.terms("venues"))
    if (
        not head
        and tokens[at].lower[:2] == "di"
        and tokens[at].lower[2:] in language.terms("venues")
    ):
        head = at + 1  # "dilapangan Kantor Bupati"
    if not head:
        return 0
    end = _name(tokens, head, language) or _plain_venue(tokens, head, language)
    if not end and tokens[at].lower in ("lahan", "kawasan"):  # "lahan urban farming Korem 051"
        words = head
        while words < min(head + 2, len(tokens)) and tokens[words].text.islower():
            words += 1
        end = _name(tokens, words, language) if _follows(tokens, words) else 0
    if not end:
        return 0
    if [token.text for token in tokens[end : end + 3 : 2]] == ["(", ")"]:
        end = _name(tokens, end + 3, language) or end  # "Taman Makam Pahlawan (TMP) Kalibata"
    while (part := end + 1) < len(tokens) and tokens[end].text == ",":
        part_head = _head(tokens, part, language.terms("venue_parts"))
        part_end = _name(tokens, part_head, language) if part_head else 0
        if not part_end:
            break
        end = part_end
    return end


def _plain_venue(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where ``ruang pola kantor bupati`` or ``gedung utama Kejaksaan Tinggi`` ends, or 0."""
    words, holders = language.terms("venue_words"), language.terms("venue_holders")
    end, held = at, False
    while end < min(at + 5, len(tokens)) and tokens[end].text.islower():
        if tokens[end].lower not in words and tokens[end].lower not in holders:
            break
        held = held or tokens[end].lower in holders
        end += 1
    if end == at:
        return 0
    return _name(tokens, end, language) or (end if held else 0)


def _head(tokens: Sequence[Token], at: int, terms: frozenset[str]) -> int:
    """Where the word or the two words for a venue end; 0 if there is none at ``at``."""
    pair = " ".join(token.lower for token in tokens[at : at + 2])
    if pair in terms:
        return at + 2
    if tokens[at].lower not in terms:
        return 0
    shortened = at + 1 < len(tokens) and tokens[at + 1].text == "."  # "Jl. Melati"
    return at + 2 if shortened and len(tokens[at].text) <= 3 else at + 1


def _name(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where the capitalised name beginning at ``at`` ends; 0 if there is none."""
    end = at
    limit = min(at + _LONGEST_NAME, len(tokens))
    while end < limit:
        token = tokens[end]
        if token.capital or _NUMERAL.fullmatch(token.text):
            if _ends_name(tokens, end, language) and end > at:
                break
            if _ends_name(tokens, end, language):
                return 0
            end += 1
        elif end > at and _joins(tokens, at, end):
            end += 1
        else:
            break
    while end > at and not (tokens[end - 1].capital or tokens[end - 1].text[0].isdigit()):
        end -= 1
    return end if any(token.capital for token in tokens[at:end]) else 0


def _ends_name(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a capitalised word cannot belong to the name of a place before it."""
    word = tokens[at].lower
    if word in language.table("weekdays") or word in language.table("months"):
        return True
    kind = word in language.terms("region_kinds") and word not in ("kota", "kampung")
    return kind or word in language.terms("place_ends")


def _joins(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a small word or a mark goes on with a name: ``No. 2``, ``Bank of Jakarta``."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if tokens[at].lower == "of":
        return after.capital
    if tokens[at].lower == "dan":  # "Kantor Dinas Pemuda dan Olahraga", not "Aula dan Lapangan"
        return after.capital and any(token.lower in _OFFICES for token in tokens[start:at])
    if tokens[at].text == ".":
        return tokens[at - 1].lower in ("no", "jl", "jln", "km") and after.text[0].isalnum()
    return tokens[at].lower in ("no.", "no", "km") and after.text[0].isdigit()


def _follows(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].capital


def _kind_and_name(tokens: Sequence[Token], at: int, language: Language) -> int:
    """``Kabupaten Karanganyar``: where it ends; 0 if there is none at ``at``."""
    if tokens[at].lower not in language.terms("region_kinds"):
        return 0
    if at and tokens[at - 1].lower in ("wali", "ibu"):
        return 0
    start = at + 1
    if start < len(tokens) and tokens[start].text == "." and start + 1 < len(tokens):
        start += 1
    listed = tokens[at].lower in _LISTED_KINDS and start < len(tokens)
    if listed and (known := _region(tokens, start, language)):
        return known
    end = start
    while end < min(start + 3, len(tokens)) and tokens[end].capital:
        if _ends_name(tokens, end, language) or tokens[end].lower in language.terms("venues"):
            break
        end += 1
    return end if end > start else 0


def _region(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where the longest known region beginning at ``at`` ends; 0 if there is none."""
    if tokens[at].lower not in _region_openers(language) or not tokens[at].capital:
        return 0
    regions = _regions(language)
    for end in range(min(at + _LONGEST_REGION, len(tokens)), at, -1):
        words = tokens[at:end]
        if not words[-1].capital:
            continue
        name = " ".join(token.text for token in words)
        found = name in regions or (name.isupper() and len(name) > 4 and name.title() in regions)
        if not found and len(words) > 1:  # "Tanjab Timur"
            first = language.table("region_abbreviations").get(words[0].text)
            found = bool(first) and f"{first} {name.partition(' ')[2]}" in regions
        if found:
            return end if _believed(tokens, at, name, language) else 0
    return 0


def _tagged(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where a name after "di" ends that the tagger of names takes for a place; 0 if none does."""
    if not tokens[at].capital or not at or tokens[at - 1].lower not in _AT:
        return 0
    end = _name(tokens, at, language)
    if end and not {token.lower for token in tokens[at:end]}.isdisjoint(language.terms("venues")):
        return end  # "at Merdeka Convention Center"
    window = tokens[max(0, at - 3) : end + 2]
    labels = tag(load_tagger(language.code), [token.text for token in window])
    named = labels[at - max(0, at - 3) :][: end - at]
    if not end or set(named) != {"LOC"}:
        return 0
    if end + 1 < len(tokens) and tokens[end].text == ",":  # "Salt Lake City, USA"
        country = _name(tokens, end + 1, language)
        if country == end + 2 and tokens[end + 1].text.isupper():
            return country
    return end


def _believed(tokens: Sequence[Token], at: int, name: str, language: Language) -> bool:
    """Whether a name that is a word too, or part of many names, stands where a place would."""
    if name in _abroad(language) and at and tokens[at - 1].capital:
        return False  # "Majelis Ulama Indonesia"
    if name not in language.terms("doubtful_regions"):
        return True
    before = tokens[at - 1].lower if at else ""
    return before in language.terms("place_prepositions") or before in language.terms(
        "region_kinds"
    )
