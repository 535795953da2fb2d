"""Places: regions, and the buildings, streets and sites that a release names.

A region is known from the lists of provinces, regencies, cities and countries, or by the word
before it (``Kecamatan Gondang Rejo``); a venue begins with a word for one (``Aula Eka Hapakat,
Lantai III Kantor Gubernur Kalteng``, ``jembatan Musi VI``). ``Sumsel`` and ``Provinsi Sumatera
Selatan`` are one place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache

from summarize.findings.places.regions import (
    ends_name,
    place_key,
    region_end,
    region_with_kind_end,
    town_end,
)
from summarize.findings.places.venues import (
    glued_preposition,
    hosted_end,
    labelled_end,
    tagged_end,
    tailed_end,
    venue_end,
)
from summarize.languages import Language
from summarize.models import Entity, Figure, Person, Span
from summarize.text.lexicon import is_honorific_word, load_lexicon
from summarize.text.reading import Reading
from summarize.text.tokens import Token, tokenize


def find_places(
    reading: Reading, figures: Iterable[Figure] = (), people: Iterable[Person] = ()
) -> tuple[Entity, ...]:
    """The places named in the dateline and the story, each once with all its mentions.

    A name ends before a count or a person: ``Masjid Raya | 640 orang``.

    >>> from summarize import summarize
    >>> text = "Rapat digelar di Aula Utama Kantor Bupati, Kabupaten Landak, Kalbar."
    >>> [place.name.of(text) for place in summarize(text, language="id").findings.places]
    ['Aula Utama Kantor Bupati', 'Kabupaten Landak', 'Kalbar']
    """
    text, language = reading.text, reading.language
    mentions: dict[str, list[Span]] = {}
    rules: dict[Span, str] = {}
    known = ""
    dateline = reading.release.dateline
    if dateline and dateline.place:
        place = dateline.place
        mentions[place_key(place.of(text), language)] = [place]
        rules[place] = "dateline"
        known = place.of(text).lower()
    named = {mention.start for person in people for mention in person.mentions}
    starts = sorted({*(figure.span.start for figure in figures), *named})
    for tokens in reading.paragraph_tokens():
        for longest, rule in _places(tokens, language, known):
            span = _cut(longest, reading, starts)
            if _names_person(span, rule, reading, named):
                continue
            mentions.setdefault(place_key(span.of(text), language), []).append(span)
            rules[span] = rule
    places = [
        Entity(name := max(spans, key=_length), tuple(spans), rules[name])
        for spans in mentions.values()
    ]
    return tuple(sorted(places, key=lambda place: place.mentions[0]))


def _names_person(span: Span, rule: str, reading: Reading, named: Collection[int]) -> bool:
    """Whether words are rather a role or a name, as the people whose names begin there show.

    ``Kepala Desa Suparman``, ``Camat Bukit Suparman``, ``Library Director Carla Stein``.
    """
    lexicon, words = load_lexicon(reading.language.code), span.of(reading.text).lower().split()
    if span.end + 1 in named and words[-1] in lexicon.roles:
        return True
    kind = len(words[0]) + 1 if words[0] in lexicon.region_kinds else 0
    return rule.startswith("kind") and span.start + kind in named


def outside(places: Iterable[Entity], organizations: Iterable[Entity]) -> tuple[Entity, ...]:
    """The places without the mentions that are of the name of an organisation.

    ``PT Pelabuhan Timur`` names no port; but ``di Bank Sinar di Palu`` is where something was.
    """
    taken = [mention for organization in organizations for mention in organization.mentions]
    kept = []
    for place in places:
        hosted = place.rule.startswith(_HOSTED)
        mentions = tuple(
            m for m in place.mentions if hosted or not any(t.contains(m) for t in taken)
        )
        if mentions:
            name = place.name if place.name in mentions else max(mentions, key=_length)
            kept.append(Entity(name, mentions, place.rule))
    return tuple(kept)


def _cut(span: Span, reading: Reading, starts: Sequence[int]) -> Span:
    """The name up to the first of these starts in it, and to the honorific before that."""
    at = bisect_right(starts, span.start)
    lexicon = load_lexicon(reading.language.code)
    if at == len(starts) or starts[at] > span.end + _LONGEST_GAP:
        return span
    if reading.text[starts[at] - 2 : starts[at]] == ") ":
        return span  # "Taman Makam Pahlawan (TMP) Giri Bakti"
    within = Span(span.start, min(span.end, starts[at]))
    tokens = tokenize(reading.text, within, reading.language.code)
    while len(tokens) > 1 and (
        not tokens[-1].is_word or is_honorific_word(tokens[-1].lower, lexicon)
    ):
        tokens.pop()
    return Span(span.start, tokens[-1].end) if len(tokens) > 1 else span


def is_venue(place: Span, text: str, language: Language) -> bool:
    """Whether a place is a building, a street or a site, not a region or a town."""
    tokens = tokenize(text, place)
    if tokens[0].lower in language.terms("region_kinds"):
        return False
    if region_end(tokens, 0, language) == len(tokens):
        return False
    if tails := language.terms("venue_tails"):  # "Great Hall", not "Linn County"
        return not (tails | language.terms("venues")).isdisjoint(token.lower for token in tokens)
    return len(tokens) > 1 or tokens[0].lower in language.terms("venues")


_LONGEST_GAP = 2  # characters between an honorific and the name behind it
_HOSTED = "before a region or a day"
_MOST_BETWEEN = 2  # names between a venue and its region
_LEAST_SHOUTED = 8  # words of a text whose capitals are counted
_SHOUTED = 0.8
_PARTED = (
    "word for a venue",
    "kind of region",
    "tagger",
)  # of what the parts follow between commas


def _length(span: Span) -> int:
    return span.end - span.start


@cache
def _openers(language: Language) -> frozenset[str]:
    """The words with which a place can begin in lower case, also with "di" glued to them."""
    first = {venue.split()[0] for venue in language.terms("venues")}
    return language.terms("region_kinds") | first | {f"di{word}" for word in first}


def _places(tokens: list[Token], language: Language, known: str) -> Iterator[tuple[Span, str]]:
    """The places among the tokens of a text and their rules, in order, none inside another.

    ``known`` is the dateline's place in lower case: not every town is listed.
    """
    openers = _openers(language)
    shouted = _shouted(tokens)
    number = 0
    while number < len(tokens):
        token = tokens[number]
        if not token.capital and token.lower not in openers:
            number += 1
            continue
        find = _listed_end if shouted else _place_end
        end, rule = find(tokens, number, language)
        if not end and token.capital and token.lower == known:
            end, rule = number + 1, "place of the dateline"
        if end:
            preposition = 2 if glued_preposition(token, language) else 0
            yield Span(token.start + preposition, tokens[end - 1].end), rule
            between = _between(tokens, end, language) if rule.startswith(_PARTED) else []
            for first, end in between:
                yield Span(tokens[first].start, tokens[end - 1].end), "between two places"
        number = end or number + 1


def _shouted(tokens: Sequence[Token]) -> bool:
    """Whether the text is in capitals, so that nothing shows where a venue's name ends."""
    words = [token for token in tokens if token.text[0].isalpha()]
    capitals = sum(token.text.isupper() for token in words)
    return len(words) >= _LEAST_SHOUTED and capitals > _SHOUTED * len(words)


def _listed_end(tokens: Sequence[Token], at: int, language: Language) -> tuple[int, str]:
    """Where a listed region ends, with its kind before it or not; 0 if none begins at ``at``."""
    kind = at + 1 < len(tokens) and tokens[at].lower in language.terms("region_kinds")
    end = region_end(tokens, at + 1, language) if kind else 0
    return end or region_end(tokens, at, language), "listed region"


def _between(tokens: Sequence[Token], at: int, language: Language) -> list[tuple[int, int]]:
    """Where the names, one or two, between commas lie that stand before a region.

    ``Kompleks Parlemen, Senayan, Jakarta``, ``Jalan Melati, Gondangdia, Menteng, Jakarta Pusat``
    """
    end, names = at, list[tuple[int, int]]()
    for _ in range(_MOST_BETWEEN):
        start = end + 1
        end = start
        while end < min(start + 2, len(tokens)) and tokens[end].capital:
            end += 1
        if end == start or tokens[start - 1].text != ",":
            return []
        if end + 1 >= len(tokens) or tokens[end].text != ",":
            return []
        if _place_end(tokens, start, language)[0] or ends_name(tokens[start], language):
            return []
        names.append((start, end))
        if region_end(tokens, end + 1, language):
            return names
    return []


def _place_end(tokens: Sequence[Token], at: int, language: Language) -> tuple[int, str]:
    """Where the place beginning at ``at`` ends and by what it is one; 0 if none begins there."""
    end, rule = _first_end(_KNOWN, tokens, at, language)
    goes_on = end < len(tokens) and tokens[end].capital
    if end and goes_on and rule.startswith("kind of region"):
        end = labelled_end(tokens, at, end, language) or end
    elif not end or goes_on:  # "Jakarta International Expo"
        longer = tagged_end(tokens, at, language)
        if longer > end:
            return longer, f"tagger, after: {tokens[at - 1].lower}"
    return (end, rule) if end else _first_end(_GUESSED, tokens, at, language)


_Finder = Callable[[Sequence[Token], int, Language], int]
_KNOWN: tuple[tuple[_Finder, str], ...] = (
    (venue_end, "word for a venue: {here}"),
    (region_with_kind_end, "kind of region: {here}"),
    (region_end, "listed region"),
)
_GUESSED: tuple[tuple[_Finder, str], ...] = (
    (hosted_end, f"{_HOSTED}, after: {{before}}"),
    (tailed_end, "word for a site"),
    (town_end, "name, after: {before}"),
)


def _first_end(
    finders: Sequence[tuple[_Finder, str]], tokens: Sequence[Token], at: int, language: Language
) -> tuple[int, str]:
    """Where the first of the finders that finds a place says that it ends, and its rule."""
    for find, rule in finders:
        if end := find(tokens, at, language):
            before = tokens[at - 1].lower if at else ""
            return end, rule.format(here=tokens[at].lower, before=before)
    return 0, ""
