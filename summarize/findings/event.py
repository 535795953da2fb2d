"""The event of a release: what it is about, when and where it was, and who is in it.

*When*: the first day with a day of the week, else one in the dateline or the lead, if the text
states its year.
*Where*: what stands beside that day (``di Aula Utama, Selasa (30/6/2020)``) or beside a day
without a date (``di Aula Utama, Selasa.``, ``di Palu hari ini``), a venue that the title names, a
venue or a region of the lead; else the dateline's place. *Who*: the people of the title and the
lead.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise

from summarize.findings.dates import states_year
from summarize.findings.places import is_venue
from summarize.findings.regions import place_key
from summarize.languages import Language
from summarize.models import Date, Entity, Event, Person, Release, Span

_LEAD = 2  # sentences
_EARLY = 8  # sentences in which a day without a date is that of the event
_MOST_PEOPLE = 3
_MOST_PLACES = 5
_ON = re.compile(
    r",?\s{1,2}(?:pada\s|on\s)?(?:hari\s)?(?:tanggal\s)?\(?"
)  # between a place and its day
_NEXT_TO = re.compile(r",\s|\s|,?\s(?:dan|and)\s")  # between a place and a larger one
_IN = re.compile(r"\s(?:di|in)\s")  # between a venue and where it is
_EVERYWHERE = frozenset({"indonesia", "nusantara", "tanah air"})
_BEFORE = re.compile(r"([^\W\d_]{1,20})\s{1,20}\Z")


def find_event(
    release: Release,
    dates: tuple[Date, ...],
    places: tuple[Entity, ...],
    people: tuple[Person, ...],
) -> Event:
    """What, when, where and who, as far as the release says."""
    said = _days(release, dates)
    where = _where(release, said[:1], places)
    first = release.body[0].span if release.body else None
    return Event(release.title or first, _stated(said, release.text), where, _who(release, people))


def _days(release: Release, dates: tuple[Date, ...]) -> list[Date]:
    """The days with a day of the week in dateline and story, or else those in dateline and lead.

    A dateline's day comes last among the named ones: the news may be a day older.
    """
    starts = [sentence.span.start for sentence in release.body]
    origin = [d for d in dates if release.dateline and release.dateline.span.contains(d.span)]
    story = [date for date in dates if _number(release, date.span, starts) is not None]
    weekdays = release.language.table("weekdays")
    named = [
        date
        for date in [*story, *origin]
        if re.split(r"\W", date.span.of(release.text), maxsplit=1)[0].lower() in weekdays
    ]
    if named:
        return named
    lead = [sentence.span for sentence in release.body[:_LEAD]]
    early = [date for date in story if any(s.contains(date.span) for s in lead)]
    whole = [date for date in [*origin, *early] if not _only_month(date)]
    exact = [date for date in story if not _only_month(date)]
    return whole or [d for d in exact if release.text[d.span.start - 1] == "("][:1]


def _only_month(date: Date) -> bool:
    return date.value is not None and date.value[7:8] != "-"  # "2022-03", "2022-01/2022-03"


def _number(release: Release, span: Span, starts: list[int]) -> int | None:
    """Which sentence of the story holds ``span``."""
    number = bisect_right(starts, span.start) - 1
    if number >= 0 and release.body[number].span.contains(span):
        return number
    return None


def _stated(said: list[Date], text: str) -> tuple[Date, ...]:
    """The first day if the text states it in full; of a range the first and the last day.

    Where the first one has its year from a later date of the same week, it is that later one.
    """
    if not said or not said[0].value or _only_month(said[0]):
        return ()
    first = datetime.date.fromisoformat(said[0].value[:10])
    for date in said:
        if not date.value or _only_month(date) or not states_year(date, text):
            continue
        day = datetime.date.fromisoformat(date.value[:10])
        if abs((day - first).days) < 7:
            return tuple(Date(date.span, value, date.rule) for value in date.value.split("/"))
    return ()


def _where(release: Release, said: list[Date], places: tuple[Entity, ...]) -> tuple[Span, ...]:
    """The places of the event, the most specific first."""
    text, language = release.text, release.language
    mentions = sorted(mention for place in places for mention in place.mentions)
    near = [sentence.span for sentence in release.body[:_LEAD]]
    day = said[0].span if said else None
    near += [sentence.span for sentence in release.body if day and sentence.span.contains(day)]
    told = [m for m in mentions if any(s.contains(m) for s in near) and _located(m, text, language)]
    told = [m for m in told if place_key(m.of(text), language) not in _EVERYWHERE]
    beside = [m for m in mentions if day and _beside(m, day, text, language)]
    beside = beside or _beside_bare_day(release, mentions)
    here = _with_neighbours(beside[0], mentions, text, language) if beside else []
    venues = [m for m in here[:1] if is_venue(m, text, language)] and beside
    venues = venues or _titled(release, mentions)
    venues = venues or [m for m in told if is_venue(m, text, language)]
    chosen: list[Span] = []
    also = [m for m in told if near[0].contains(m)] if beside else told
    for main in venues[:1] or [*beside[:1], *also[:1]]:
        chosen += _with_neighbours(main, mentions, text, language)
    dateline = release.dateline.place if release.dateline else None
    if dateline and (not chosen or _named_again(dateline, places)):
        chosen.append(dateline)
    if not chosen and near:
        chosen += [m for m in mentions if near[0].contains(m)][:1]
    return _apart(chosen, text, language)


def _beside_bare_day(release: Release, mentions: list[Span]) -> list[Span]:
    """The first place early in the story with a day without a date behind it.

    A town by itself does not count against a dateline: it is where somebody said something.
    """
    if not release.body:
        return []
    text, language = release.text, release.language
    early = Span(release.body[0].span.start, release.body[:_EARLY][-1].span.end)
    for place in mentions:
        if early.contains(place) and _bare_day(language).match(text, place.end):
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
    """Whether a preposition of place stands before it."""
    before = _BEFORE.search(text, max(0, place.start - 20), place.start)
    if before is None:
        return text[max(0, place.start - 2) : place.start].lower() == "di"  # "dilapangan"
    return before[1].lower() in language.terms("place_prepositions")


def _beside(place: Span, day: Span, text: str, language: Language) -> bool:
    """Whether the place stands right before the day or right after it."""
    if place.end <= day.start <= place.end + 15:
        return _ON.fullmatch(text, place.end, day.start) is not None
    return day.end <= place.start <= day.end + 25 and _located(place, text, language)


def _with_neighbours(main: Span, mentions: list[Span], text: str, language: Language) -> list[Span]:
    """The place and the larger ones named right around it; a venue and its city are one."""
    at = mentions.index(main)
    chain = [main]
    for mention in reversed(mentions[:at]):
        gap = Span(mention.end, max(mention.end, chain[0].start))
        inside = is_venue(mention, text, language) and _IN.fullmatch(text, *gap)
        if not (inside or _NEXT_TO.fullmatch(text, *gap)):
            break
        chain.insert(0, mention)
    for mention in mentions[at + 1 :]:
        gap = Span(chain[-1].end, max(chain[-1].end, mention.start))
        if not (_NEXT_TO.fullmatch(text, *gap) or _IN.fullmatch(text, *gap)):
            break
        chain.append(mention)
    venues = [is_venue(place, text, language) for place in chain]
    kinds = language.terms("region_kinds")
    kind = [place.of(text).split(maxsplit=1)[0].lower() in kinds for place in chain]
    if kind[0] and len(chain) > 1 and not any(kind[1:]) and _listed_apart(chain, text):
        return [Span(chain[0].start, chain[-1].end)]  # "Desa Wanajaya, Cibitung, Bekasi"
    if not venues[0] or len(chain) == 1:
        return chain[:_MOST_PLACES]
    if _listed_apart(chain, text) and not any(venues[1:]):
        return [Span(chain[0].start, chain[-1].end)]  # "Kompleks Parlemen, Senayan, Jakarta"
    if venues[-2] and not venues[-1]:  # "Aula Utama, Istana Negara, Jakarta"
        return [*chain[:-2], Span(chain[-2].start, chain[-1].end)]
    if not any(venues[1:]):  # "Aula Utama di Desa Semanget, Kabupaten Sanggau"
        return [chain[0], Span(chain[1].start, chain[-1].end)]
    return chain[:_MOST_PLACES]


def _listed_apart(chain: list[Span], text: str) -> bool:
    """Whether only commas stand between the places."""
    return all(text[a.end : b.start] == ", " for a, b in pairwise(chain))


@cache
def _bare_day(language: Language) -> re.Pattern[str]:
    """A day without a date right behind a place: ", Senin.", " hari ini", ", kemarin"."""
    days = [*language.table("weekdays"), *language.terms("near_days")]
    words = "|".join(re.escape(day) for day in sorted(days, key=len, reverse=True))
    return re.compile(
        rf",?\s(?:pada\s|on\s)?(?:hari\s)?(?:{words})(?:\s(?:pagi|siang|sore|petang|malam))?(?=[\s.,)])(?!\s?[(\d]|,\s\d)",
        re.IGNORECASE,
    )


def _apart(places: list[Span], text: str, language: Language) -> tuple[Span, ...]:
    """The places without those that another one has in it already."""
    kept: list[Span] = []
    for place in places[:_MOST_PLACES]:
        key = place_key(place.of(text), language)
        if not any(_within(key, other, text, language) for other in kept):
            kept.append(place)
    return tuple(kept)


def _within(key: str, other: Span, text: str, language: Language) -> bool:
    """Whether a place is one of several in ``other``, or the city in a venue's name."""
    parts = [place_key(part, language) for part in other.of(text).split(", ") if part]
    return key in parts or (is_venue(other, text, language) and key in " ".join(parts))


def _who(release: Release, people: tuple[Person, ...]) -> tuple[Span, ...]:
    """The names of the people who are mentioned in the title or the lead."""
    lead = [sentence.span for sentence in release.body[:_LEAD]]
    if release.title:
        lead.append(release.title)
    named = [p.name for p in people if any(s.contains(m) for s in lead for m in p.mentions)]
    return tuple(named[:_MOST_PEOPLE])
