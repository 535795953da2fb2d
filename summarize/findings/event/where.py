"""Where the event of a release was.

What stands beside its day says it best (``di Aula Utama, Selasa (30/6/2020)``), or beside a day
without a date (``di Palu hari ini``); then a venue that the title names, one in the lead or one
that somebody visits (``meninjau jembatan Musi VI``), a region of the lead, a place behind the word
for a meeting (``pada Rapat Kerja di Jakarta``). The place of the dateline is told where nothing
else is, or where the story comes back to it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from summarize.findings.places import is_venue
from summarize.findings.places.regions import place_key, region_end, region_with_kind_end
from summarize.languages import Language
from summarize.models import Entity, Release, Span
from summarize.patterns import pattern
from summarize.text.speech_verbs import speech_verbs
from summarize.text.tokens import tokenize

_LEAD = 2  # sentences
_EARLY = 8  # sentences in which a day without a date is that of the event
_HEARD = 12  # sentences in which somebody says something at the place of the event
_MOST_PLACES = 5
_OFTEN = 3  # mentions of a region that a story without any other place is about
_FAR = 90  # characters between the word for a meeting and where it is
_SHORT = r"(?:\s\([A-Z]\w{1,14}\))?"  # "Jakarta Convention Center (JCC)"
_BEFORE = pattern(r"([^\W\d_]{1,20})\s{1,20}\Z")
_WORDS_BEFORE = pattern(r"[^\W\d_]{2,30}(?=\s)")
_VISIT_REACH = 40  # characters between a visit and what is visited


class _Between(NamedTuple):
    """What stands between two places, or between a place and its day."""

    on: re.Pattern[str]  # and its day
    next_to: re.Pattern[str]  # and a larger one
    inside: re.Pattern[str]  # a venue and where it is
    in_front: re.Pattern[str]


@cache
def _between(language: Language) -> _Between:
    alternatives = language.alternatives
    clock = (
        rf"(?:(?:{alternatives('clock_prepositions')})\s)?(?:(?:{alternatives('clock_words')})\s)?"
        r"\d{1,2}[.:]\d{2}(?:\s?WI[BT]A?)?,?\s"
    )
    return _Between(
        on=pattern(
            rf"{_SHORT},?\s{{1,2}}(?:{clock})?(?:(?:{alternatives('day_adverbs')}),?\s)?"
            rf"(?:(?:{alternatives('day_prepositions')})\s)?(?:hari\s)?(?:tanggal\s)?\(?"
        ),
        next_to=pattern(rf"{_SHORT}(?:,\s|\s[-–]\s|,?\s(?:{alternatives('and_words')})\s|\s)"),
        inside=pattern(rf"{_SHORT},?\s(?:{alternatives('between_places')})\s"),
        in_front=pattern(rf",?\s(?:di\s)?(?:{alternatives('in_front')})\s"),
    )


def find_scene(release: Release, day: Span | None, places: tuple[Entity, ...]) -> tuple[Span, ...]:
    """The places of the event of that day, the most specific first."""
    text, language = release.text, release.language
    mentions = _named(places, text, language)
    told = _told(release, day, mentions)
    beside = _next_to(release, day, mentions)
    here = _chain(beside[0], mentions, text, language) if beside else []
    venues = _venues(release, mentions, told, here)
    main = venues[:1] or _towns(release, mentions, told, beside)
    chosen = [p for place in main for p in _with_neighbours(place, mentions, text, language)]
    if _indoors(chosen, text, language) and here and _in_one_sentence(release, chosen[0], here[-1]):
        chosen += [m for m in here if not is_venue(m, text, language)]
    if _indoors(chosen, text, language) or not (venues or beside):
        chosen += _of_dateline(release, places, alone=not chosen)
    chosen = chosen or _in_first_sentence(release, mentions)
    chosen = chosen or _most_named(places, mentions, text, language)
    return _apart(chosen, text, language)


def _of_dateline(release: Release, places: tuple[Entity, ...], *, alone: bool) -> list[Span]:
    """The place of the dateline, if it stands ``alone`` or the story names it too."""
    place = release.dateline.place if release.dateline else None
    return [place] if place and (alone or _named_again(place, places)) else []


def _named(places: tuple[Entity, ...], text: str, language: Language) -> list[Span]:
    """The mentions of the places in order, but for the country as a whole."""
    everywhere = language.terms("everywhere")
    mentions = sorted(mention for place in places for mention in place.mentions)
    return [m for m in mentions if place_key(m.of(text), language) not in everywhere]


def _next_to(release: Release, day: Span | None, mentions: list[Span]) -> list[Span]:
    """The places beside the day of the event, or beside a day without a date."""
    text, language = release.text, release.language
    beside = [m for m in mentions if day and _beside(m, day, text, language)]
    return beside or _beside_bare_day(release, mentions)


def _in_first_sentence(release: Release, mentions: list[Span]) -> list[Span]:
    """The first place of the first sentence."""
    body = release.body[:1]
    return [m for sentence in body for m in mentions if sentence.span.contains(m)][:1]


def _told(release: Release, day: Span | None, mentions: list[Span]) -> list[Span]:
    """The places at which something is, in the lead and in the sentence of the day."""
    text, language = release.text, release.language
    near = [sentence.span for sentence in release.body[:_LEAD]]
    near += [sentence.span for sentence in release.body if day and sentence.span.contains(day)]
    return [m for m in mentions if any(s.contains(m) for s in near) and _located(m, text, language)]


def _venues(
    release: Release, mentions: list[Span], told: list[Span], here: list[Span]
) -> list[Span]:
    """The venues beside the day, or in the title, or in the lead, or where somebody speaks."""
    text, language = release.text, release.language
    for places in (here, _titled(release, mentions), told):
        if venues := [m for m in places if is_venue(m, text, language)]:
            return venues
    if here or (told and release.dateline and release.dateline.place):
        return []
    return [m for m in _said_at(release, mentions) if is_venue(m, text, language)]


def _towns(
    release: Release, mentions: list[Span], told: list[Span], beside: list[Span]
) -> list[Span]:
    """The towns and regions of an event without a venue: beside the day, and that of the lead."""
    if beside:
        first = release.body[0].span
        return [*beside[:1], *[m for m in told if first.contains(m)][:1]]
    if told or (release.dateline and release.dateline.place):
        return told[:1]
    return _said_at(release, mentions)[:1]


def _most_named(
    places: tuple[Entity, ...], mentions: list[Span], text: str, language: Language
) -> list[Span]:
    """The region that the story comes back to, where it tells no place of anything."""
    often = [place for place in places if len(place.mentions) >= _OFTEN]
    often = [p for p in often if p.name in mentions and not is_venue(p.name, text, language)]
    return [max(often, key=lambda place: len(place.mentions)).name] if often else []


def _indoors(places: list[Span], text: str, language: Language) -> bool:
    """Whether there are only venues, no town that tells where they are."""
    return bool(places) and all(is_venue(place, text, language) for place in places)


def _in_one_sentence(release: Release, one: Span, other: Span) -> bool:
    both = Span(one.start, other.end)
    return any(sentence.span.contains(both) for sentence in release.body)


def _beside_bare_day(release: Release, mentions: list[Span]) -> list[Span]:
    """The first place early in the story with a day without a date behind it.

    A town by itself does not count against a dateline: it is where somebody said something.
    """
    if not release.body:
        return []
    text, language = release.text, release.language
    early = Span(release.body[0].span.start, release.body[:_EARLY][-1].span.end)
    for place in mentions:
        if not early.contains(place) or not _stands(place, text, language):
            continue
        if _bare_day(language).match(text, place.end):
            dated = release.dateline and release.dateline.place
            chained = text[place.start - 2 : place.start] == ", "
            if not dated or chained or is_venue(place, text, language):
                return [place]
    return []


def _titled(release: Release, mentions: list[Span]) -> list[Span]:
    """The first mention of a venue that the title names too."""
    text, language = release.text, release.language
    title = release.title.of(text).lower() if release.title else ""
    for mention in mentions:
        if is_venue(mention, text, language) and mention.of(text).lower() in title:
            return [mention]
    return []


def _named_again(dateline: Span, places: tuple[Entity, ...]) -> bool:
    """Whether the story names the place of its dateline too."""
    return any(len(place.mentions) > 1 and dateline in place.mentions[:1] for place in places)


def _located(place: Span, text: str, language: Language) -> bool:
    """Whether a preposition of place stands before it, or a visit to a venue."""
    before = _BEFORE.search(text, max(0, place.start - 20), place.start)
    if before is None:
        return text[max(0, place.start - 2) : place.start].lower() == "di"  # "dilapangan"
    word = before[1].lower()
    if word in language.terms("place_prepositions"):
        return before[1].islower() or word in language.terms("hosts")  # no "Sekretaris Daerah"
    words = _WORDS_BEFORE.findall(text, max(0, place.start - _VISIT_REACH), place.start)
    said = {word.lower() for word in words[-3:]}
    return not said.isdisjoint(language.terms("visits")) and is_venue(place, text, language)


def _stands(place: Span, text: str, language: Language) -> bool:
    """Whether somebody can be there: not so ``Sekda Provinsi Jabar, Rabu``."""
    return text[place.start - 2 : place.start] == ", " or _located(place, text, language)


def _beside(place: Span, day: Span, text: str, language: Language) -> bool:
    """Whether the place stands right before the day or right after it."""
    if place.end <= day.start <= place.end + 60:
        if _between(language).on.fullmatch(text, place.end, day.start) is None:
            return False
        return _stands(place, text, language)
    return day.end <= place.start <= day.end + 25 and _located(place, text, language)


def _said_at(release: Release, mentions: list[Span]) -> list[Span]:
    """The places early in the story behind the word for a meeting or for saying something.

    ``pada Rapat Kerja Komisi IV di Palu``, ``ucap Bupati di Aula Utama``
    """
    text, language = release.text, release.language
    words = _occasions(language)
    found = []
    for sentence in release.body[:_HEARD]:
        inside = [m for m in mentions if sentence.span.contains(m)]
        for place in inside:
            before = text[max(sentence.span.start, place.start - _FAR) : place.start].lower()
            if words.isdisjoint(before.split()) or _day_behind(language).match(text, place.end):
                continue
            at = _BEFORE.search(text, max(0, place.start - 20), place.start)
            if at and at[1].lower() in language.terms("place_at") | language.terms("nearby"):
                found.append(place)
    return found


@cache
def _occasions(language: Language) -> frozenset[str]:
    """Words for a meeting, and verbs of speech."""
    return language.terms("meetings") | speech_verbs(language).keys()


def _inside(text: str, gap: Span, language: Language) -> bool:
    between = _between(language)
    return bool(between.inside.fullmatch(text, *gap) or between.in_front.fullmatch(text, *gap))


def _chain(main: Span, mentions: list[Span], text: str, language: Language) -> list[Span]:
    """The place and those named right before and behind it."""
    at, between = mentions.index(main), _between(language)
    chain = [main]
    for mention in reversed(mentions[:at]):
        gap = Span(mention.end, max(mention.end, chain[0].start))
        inside = is_venue(mention, text, language) and _inside(text, gap, language)
        if not (inside or between.next_to.fullmatch(text, *gap)):
            break
        chain.insert(0, mention)
    for mention in mentions[at + 1 :]:
        gap = Span(chain[-1].end, max(chain[-1].end, mention.start))
        if not (between.next_to.fullmatch(text, *gap) or _inside(text, gap, language)):
            break
        chain.append(mention)
    return chain


def _with_neighbours(main: Span, mentions: list[Span], text: str, language: Language) -> list[Span]:
    """The place and those around it, a venue, its town and its region each by itself."""
    chain = _chain(main, mentions, text, language)
    venues = [place for place in chain if is_venue(place, text, language)]
    last = chain.index(venues[-1]) + 1 if venues else 0
    inner, outer = chain[:last], chain[last:]
    while len(outer) > 1 and inner and not _is_region(outer[0], text, language):
        inner[-1] = Span(inner[-1].start, outer[0].end)  # "Kompleks Parlemen, Senayan"
        outer = outer[1:]
    for n in range(len(inner) - 1, 0, -1):
        if _between(language).in_front.fullmatch(text, inner[n - 1].end, inner[n].start):
            inner[n - 1 : n + 1] = [Span(inner[n - 1].start, inner[n].end)]
    if len(outer) > 1 and _of_one_village(outer, text, language):
        outer = [Span(outer[0].start, outer[-1].end)]  # "Desa Wanajaya, Cibitung, Bekasi"
    return [*inner, *outer][:_MOST_PLACES]


def _is_region(place: Span, text: str, language: Language) -> bool:
    """Whether a place is a listed region or one with its kind."""
    tokens = tokenize(text, place)
    return len(tokens) in (
        region_end(tokens, 0, language),
        region_with_kind_end(tokens, 0, language),
    )


def _of_one_village(places: list[Span], text: str, language: Language) -> bool:
    """Whether only the first of several places between commas says what kind it is."""
    kinds = language.terms("region_kinds")
    kind = [place.of(text).split(maxsplit=1)[0].lower() in kinds for place in places]
    listed = all(text[a.end : b.start] == ", " for a, b in pairwise(places))
    return kind[0] and not any(kind[1:]) and listed


@cache
def _day_behind(language: Language) -> re.Pattern[str]:
    """A day of the week behind a place and perhaps its town: the day of something else."""
    days = "|".join(sorted(language.table("weekdays"), key=len, reverse=True))
    return pattern(rf"(?:,\s\w{{1,20}}(?:\s\w{{1,20}})?)?,?\s(?:{days})\b", re.IGNORECASE)


@cache
def _bare_day(language: Language) -> re.Pattern[str]:
    """A day without a date right behind a place: ", Senin.", " hari ini", ", kemarin"."""
    days = [*language.table("weekdays"), *language.terms("near_days")]
    on, parts = language.alternatives("day_prepositions"), language.alternatives("parts_of_day")
    words = "|".join(re.escape(day) for day in sorted(days, key=len, reverse=True))
    return pattern(
        rf"{_SHORT},?\s(?:(?:{on})\s)?(?:hari\s)?(?:{words})(?:\s(?:{parts}))?(?=[\s.,)])(?!\s?[(\d]|,\s\d)",
        re.IGNORECASE,
    )


def _apart(places: list[Span], text: str, language: Language) -> tuple[Span, ...]:
    """The places without those named already."""
    kept: list[Span] = []
    for place in places[:_MOST_PLACES]:
        key = place_key(place.of(text), language)
        if not any(_same(key, other, text, language) for other in kept):
            kept.append(place)
    return tuple(kept)


def _same(key: str, other: Span, text: str, language: Language) -> bool:
    """Whether a place is another one, or among several; also a village that is called after it."""
    names = [place_key(part, language) for part in other.of(text).split(", ") if part]
    kind = other.of(text).split(maxsplit=1)[0].lower()
    alike = kind in language.terms("region_kinds") and key.startswith(names[0] + " ")
    return key in names or alike  # "Desa Lere", "Desa Lere Barat"
