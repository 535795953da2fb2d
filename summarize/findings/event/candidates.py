"""The places that a release names, each with what speaks for and against it being the event's.

What is looked at: where in the story it stands, the preposition, verb and day around it, whether
it is a venue or a region, what it is joined to (``Aula Utama, Kota Palu``), and the dateline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summarize.findings.places import is_venue
from summarize.findings.places.regions import place_key, region_end
from summarize.languages import Language
from summarize.models import Entity, Release, Span
from summarize.patterns import pattern
from summarize.text.reading import Reading
from summarize.text.speech_verbs import speech_verbs
from summarize.text.tokens import tokenize

_LAST = 60  # number of the last sentence in which the event is placed
_REACH = 90  # characters before a place in which the words stand that say what happens there
_BESIDE = 60  # characters between a place and its day
_NEAR = 3  # words in which a preposition governs a place
_WORD = pattern(r"[^\W\d_]{2,30}(?=\s)")
_TOWN = pattern(r"[^/]+")
_BEHIND_TOWN = pattern(
    r"(?:,|\sand|\s&)\s((?:[A-Z]\.){2,4}"
    r"|[A-Z][\w'’]{0,30}(?:\.[A-Z]\w?)?\.?(?:\s[A-Z][\w'’]{1,30}){0,2})"
)
_INSIDE_NAME = "behind a capital"
_OF_VENUES = ("sentence", "beside", "at", "visited")  # what weighs otherwise for a venue
_SENTENCES = (*map(str, range(3)), *["3 to 5"] * 3, *["6 to 11"] * 6)


class Candidate(NamedTuple):
    """A mention of a place; ``sentence`` and ``chain`` are -1 for that of the dateline."""

    span: Span
    key: str
    venue: bool
    sentence: int
    chain: int
    features: frozenset[str]


def find_candidates(
    reading: Reading, day: Span | None, places: tuple[Entity, ...]
) -> list[Candidate]:
    """The places of the dateline and of the story, but for the country as a whole."""
    return [*_Finder(reading, day, places).find()]


class _Finder:
    """Reads the mentions of the places of a release."""

    def __init__(self, reading: Reading, day: Span | None, places: tuple[Entity, ...]) -> None:
        self.reading, self.day = reading, day
        self.text, self.language = reading.text, reading.language
        release = reading.release
        self.title = release.title.of(self.text).lower() if release.title else ""
        self.sentences = [sentence.span for sentence in release.body]
        self.starts = [span.start for span in self.sentences]
        self.origin = [*_of_dateline(release)]
        self.origin_keys = {self._key(place) for place in self.origin}
        self.mentions = sorted(mention for place in places for mention in place.mentions)
        self.counts = Counter(map(self._key, self.mentions))

    def _key(self, place: Span) -> str:
        return place_key(place.of(self.text), self.language)

    def find(self) -> Iterator[Candidate]:
        for number, place in enumerate(self.origin):
            told = frozenset({"dateline's region" if number else "dateline's town"})
            yield Candidate(place, self._key(place), False, -1, -1, told)
        everywhere = self.language.terms("everywhere")
        for number, chain in enumerate(self._chains()):
            sentence = bisect_right(self.starts, chain[0].start) - 1
            if sentence > _LAST:
                return
            shared = {*self._around(chain, sentence)}
            if _INSIDE_NAME in shared and not is_venue(chain[0], self.text, self.language):
                continue  # Sekda Provinsi Riau
            for at, place in enumerate(chain):
                key = self._key(place)
                if key not in everywhere:
                    venue = is_venue(place, self.text, self.language)
                    features = {*shared, *self._of_place(place, key, chain[:at])}
                    if venue:
                        features |= {f"venue, {f}" for f in shared if f.startswith(_OF_VENUES)}
                    yield Candidate(place, key, venue, sentence, number, frozenset(features))

    def _chains(self) -> Iterator[list[Span]]:
        """The places of the story, those together that are joined by commas and the like."""
        chain: list[Span] = []
        for place in self.mentions:
            if chain and _joined(self.language).fullmatch(self.text, chain[-1].end, place.start):
                chain.append(place)
                continue
            if chain:
                yield chain
            sentence = bisect_right(self.starts, place.start) - 1
            inside = sentence >= 0 and self.sentences[sentence].contains(place)
            chain = [place] if inside else []
        if chain:
            yield chain

    def _of_place(self, place: Span, key: str, before: Sequence[Span]) -> Iterator[str]:
        """What a place is by itself."""
        tokens = tokenize(self.text, place)
        venue = is_venue(place, self.text, self.language)
        yield "venue" if venue else "region"
        if not before:
            yield "first of its chain"
        else:
            inner = is_venue(before[0], self.text, self.language)
            yield "behind a venue" if inner else "behind a region"
        if not venue and region_end(tokens, 0, self.language) != len(tokens):
            yield "region not listed"
        if tokens[0].lower in self.language.terms("region_kinds"):
            yield "kind of region named"
        if key in self.title:
            yield "in the title"
        yield ("once", "twice", "often")[min(self.counts[key], 3) - 1]
        if self.origin:
            yield "venue beside a dateline" if venue else "region beside a dateline"
        if key in self.origin_keys:
            yield "as the dateline"

    def _around(self, chain: Sequence[Span], sentence: int) -> Iterator[str]:
        """What stands around a chain of places."""
        whole, head, last = self.sentences[sentence], chain[0], chain[-1]
        number = _SENTENCES[sentence] if sentence < len(_SENTENCES) else "12 or more"
        yield f"sentence {number}"
        start = max(whole.start, head.start - _REACH)
        words = [word.lower() for word in _WORD.findall(self.text, start, head.start)]
        governed = self._governed(whole.start, head.start)
        yield governed
        yield from self._happening(words)
        if any(passage.outer.contains(head) for passage in self.reading.quoted):
            yield "quoted"
        near = self.day if self.day and whole.contains(self.day) else None
        if near:
            yield "sentence of the day"
        if governed != _INSIDE_NAME:  # not so "Sekda Provinsi Riau, Rabu"
            yield from self._beside_days(last, near)

    def _beside_days(self, last: Span, day: Span | None) -> Iterator[str]:
        """Which days stand right behind the last place of a chain."""
        gap = Span(last.end, min(day.start, last.end + _BESIDE)) if day else Span(0, 0)
        if day and gap.end == day.start and len(gap.of(self.text).split()) <= _NEAR:
            yield "beside the day"
        if _any_day(self.language).match(self.text, last.end):
            yield "beside a day of the week"
        if _bare_day(self.language).match(self.text, last.end):
            yield "beside a day without date"

    def _governed(self, start: int, end: int) -> str:
        """By what a place is governed: a preposition, a comma, or nothing."""
        before = self.text[start:end].split()
        if not before:
            return "at the start"
        word, terms = before[-1].lower(), self.language.terms
        for name, kind in _PREPOSITIONS.items():
            if word in terms(name) and (before[-1].islower() or len(before) == 1):
                return kind  # not so "Sekretaris Daerah Provinsi Riau"
        if word.endswith(","):
            return "behind a comma"
        return _INSIDE_NAME if before[-1][0].isupper() else "behind another word"

    def _happening(self, words: Sequence[str]) -> Iterator[str]:
        """What the words before a place say of what happens there."""
        terms = self.language.terms
        if not terms("visits").isdisjoint(words[-_NEAR:]):
            yield "visited"
        if not terms("meetings").isdisjoint(words):
            yield "behind a meeting"
        if not terms("held").isdisjoint(words):
            yield "behind what is held"
        if not speech_verbs(self.language).keys().isdisjoint(words):
            yield "behind a verb of speech"
        if not terms("relatives").isdisjoint(words[-_NEAR - 1 :]):
            yield "in a relative clause"


_PREPOSITIONS = {  # in which list a word stands, and what it is called then
    "place_at": "at",
    "place_to": "to",
    "place_from": "from",
    "nearby": "near",
    "place_prepositions": "at, by another word",
}


def _of_dateline(release: Release) -> Iterator[Span]:
    """A dateline's town, or both, and the region behind it: ``Rome/Apia``, ``TUCSON, Arizona``."""
    place = release.dateline.place if release.dateline else None
    if release.dateline is None or place is None:
        return
    for town in _TOWN.finditer(place.of(release.text)):
        yield Span(place.start + town.start(), place.start + town.end())
    language, end = release.language, release.dateline.span.end
    calendar = language.table("months").keys() | language.table("weekdays").keys()
    while behind := _BEHIND_TOWN.match(release.text, place.end, end):
        place = Span(*behind.span(1))
        tokens = tokenize(release.text, place)
        if tokens[0].lower in calendar:
            return
        listed = region_end(tokens, 0, language) == len(tokens)
        if listed or language.rules.region_behind_town:
            yield place


@cache
def _joined(language: Language) -> re.Pattern[str]:
    words = language.terms("place_at") | language.terms("and_words")
    return pattern(
        r"(?:\s\([A-Z]\w{1,14}\))?(?:,?\s|\s[-–]\s)"
        rf"(?:(?:{'|'.join(map(re.escape, sorted(words)))})\s)?"
    )


@cache
def _any_day(language: Language) -> re.Pattern[str]:
    days, on = _days(language.table("weekdays")), language.alternatives("day_prepositions")
    return pattern(rf",?\s(?:(?:{on})\s)?(?:hari\s)?(?:{days})\b", re.IGNORECASE)


@cache
def _bare_day(language: Language) -> re.Pattern[str]:
    days = _days([*language.table("weekdays"), *language.terms("near_days")])
    on, parts = language.alternatives("day_prepositions"), language.alternatives("parts_of_day")
    return pattern(
        rf",?\s(?:(?:{on})\s)?(?:hari\s)?(?:{days})(?:\s(?:{parts}))?(?=[\s.,)])(?!\s?[(\d]|,\s\d)",
        re.IGNORECASE,
    )


def _days(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
