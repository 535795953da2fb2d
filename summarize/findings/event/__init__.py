"""The event of a release: what it is about, when and where it was, and who is in it.

*When*: the first day with a day of the week, else one on which something is held, in the dateline
or the lead, if the text states its year. *Where*: see scenes.py. *Who*: the people of the title
and the lead.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right

from summarize.findings.dates import states_year
from summarize.findings.event.where import find_scene
from summarize.models import Date, Entity, Event, Person, Release, Span
from summarize.patterns import pattern
from summarize.text.reading import Reading

_LEAD = 2  # sentences
_EARLY = 6  # sentences in which the day on which something is held is that of the event
_ON_REACH = 6  # characters in which "pada" stands before its days
_TOLD = 8  # sentences in which the day that a statement is about is told
_WEEK = 7  # days
_HELD_REACH = 90  # characters between "digelar" and its day
_SAID_REACH = 120  # characters between "siaran pers" and its day
_MOST_PEOPLE = 3
_LONGEST_NEAR = 20  # characters of "kemarin malam ("
_WORD = pattern(r"([^\W\d_]{1,30})")
_BEHIND = pattern(r"\)?,?\s([^\W\d_]{1,30})")


def find_event(
    reading: Reading,
    dates: tuple[Date, ...],
    places: tuple[Entity, ...],
    people: tuple[Person, ...],
) -> Event:
    """What, when, where and who, as far as the release says."""
    release = reading.release
    said = _days(release, dates)
    where = find_scene(release, said[0].span if said else None, places)
    first = release.body[0].span if release.body else None
    return Event(release.title or first, _stated(said, release.text), where, _who(release, people))


def _days(release: Release, dates: tuple[Date, ...]) -> list[Date]:
    """The days with a day of the week in dateline and story, or else those in dateline and lead.

    A dateline's day comes last among the named ones: the news may be a day older.
    """
    starts = [sentence.span.start for sentence in release.body]
    origin = [d for d in dates if release.dateline and release.dateline.span.contains(d.span)]
    story = [date for date in dates if _number(release, date.span, starts) is not None]
    named = _weekdays(release, [*story, *origin], starts)
    if (not named or _of_statement(release, named[0], starts)) and (held := _held(release, story)):
        return [held]
    early = _in_lead(release, story)
    if not named:
        return _in_figures(release.text, [*origin, *early], story)
    around = [date for date in early if _lasts_over(date, named[0], release)]
    return around[:1] or _before_statement(release, named, starts) or named


def _weekdays(release: Release, days: list[Date], starts: list[int]) -> list[Date]:
    """The days with a day of the week that are none of earlier news."""
    named = [day for day in days if _named(day.span, release)]
    return [day for day in named if not _past(release, day, starts)]


def _in_lead(release: Release, days: list[Date]) -> list[Date]:
    """The days of the first sentences."""
    lead = [sentence.span for sentence in release.body[:_LEAD]]
    return [day for day in days if any(span.contains(day.span) for span in lead)]


def _in_figures(text: str, early: list[Date], story: list[Date]) -> list[Date]:
    """The whole dates in dateline and lead, or else the first one in brackets."""
    whole = [date for date in early if not _only_month(date)]
    bracketed = [day for day in story if text[day.span.start - 1] == "("]
    return _in_full(whole, text) or [day for day in bracketed if not _only_month(day)][:1]


def _lasts_over(days: Date, day: Date, release: Release) -> bool:
    """Whether a day is one of those from which to which something is: ``11-12 September 2025``."""
    first, _, last = (days.value or "").partition("/")
    text = release.text
    if not last or not states_year(day, text) or not states_year(days, text):
        return False
    on = text[max(0, days.span.start - _ON_REACH) : days.span.start].split()[-1:]
    within = first <= (day.value or "")[:10] <= last and not _only_month(days)
    return within and not release.language.terms("day_prepositions").isdisjoint(on)


def _before_statement(release: Release, named: list[Date], starts: list[int]) -> list[Date]:
    """The days of the event itself where the first one named is that of a statement about it.

    ``… dalam keterangan tertulis, Minggu (19/10/2025). Hal itu disampaikan saat menerima
    penghargaan, Kamis (16/10).``
    """
    first = named[0]
    if not first.value or not _of_statement(release, first, starts, "statement_words"):
        return []
    said = datetime.date.fromisoformat(first.value[:10])
    told = []
    for date in named[1:]:
        number = _number(release, date.span, starts)
        if number is None or number >= _TOLD or not date.value or _only_month(date):
            continue
        ago = (said - datetime.date.fromisoformat(date.value[:10])).days
        near = 0 < ago < _WEEK and not _of_statement(release, date, starts)
        if near and _is_occasion(release, date, release.body[number].span.start):
            told.append(date)
    return told


def _is_occasion(release: Release, date: Date, start: int) -> bool:
    """Whether a day is that on which something was said or held: ``Hal itu disampaikan …``."""
    words = _words(release.text[start : date.span.start])
    held, back = release.language.terms("held"), release.language.terms("back_references")
    reach = _words(release.text[max(start, date.span.start - _HELD_REACH) : date.span.start])
    return not held.isdisjoint(reach) or (len(words) > 1 and not back.isdisjoint(words[:2]))


def _in_full(days: list[Date], text: str) -> list[Date]:
    """The days, those that say the first one again with its year before it: ``(19/9/2019)``."""
    if not days or days[0].value:
        return days
    short = days[0].span.of(text).strip("()")
    return [day for day in days if day.value and short in day.span.of(text)] or days


def _named(day: Span, release: Release) -> bool:
    """Whether a day has its day of the week or is told from the day of the release.

    ``Selasa (30/6)``, ``kemarin (30/6)``
    """
    first = _WORD.match(release.text, day.start)
    if first and first[1].lower() in release.language.table("weekdays"):
        return True
    before = release.text[max(0, day.start - _LONGEST_NEAR) : day.start].lower()
    near = release.language.terms("near_days")
    return before.endswith(" (") and any(before[:-2].endswith(word) for word in near)


def _past(release: Release, date: Date, starts: list[int]) -> bool:
    """Whether a day is that of earlier news: ``Sebelumnya, Rabu (10/9)``, late also ``… lalu``."""
    number = _number(release, date.span, starts)
    if number is None or number < _LEAD:
        return False
    around = [_WORD.match(release.text, release.body[number].span.start)]
    if number >= _EARLY:
        around.append(_BEHIND.match(release.text, date.span.end))
    bygone = release.language.terms("bygone")
    return any(found is not None and found[1].lower() in bygone for found in around)


def _of_statement(release: Release, date: Date, starts: list[int], said: str = "written") -> bool:
    """Whether a day is only that on which something was written: ``dalam siaran pers, Rabu``."""
    number = _number(release, date.span, starts)
    if number is None:
        return False
    start = max(release.body[number].span.start, date.span.start - _SAID_REACH)
    words = _words(release.text[start : date.span.start])
    return not release.language.terms(said).isdisjoint(words)


def _held(release: Release, story: list[Date]) -> Date | None:
    """The first whole date of the lead on which something is held: ``digelar pada 9 Mei 2019``.

    Also one a little later on which something is going to be. Not one in a relative clause
    (``turnamen yang digelar 9 Mei``), which is about something else.
    """
    text, held = release.text, release.language.terms("held")
    relatives = release.language.terms("relatives")
    for number, sentence in enumerate(release.body[:_EARLY]):
        for date in story:
            if not sentence.span.contains(date.span) or _only_month(date):
                continue
            start = max(sentence.span.start, date.span.start - _HELD_REACH)
            words = _words(text[start : date.span.start])
            verb = next((n for n in range(len(words) - 1, -1, -1) if words[n] in held), None)
            if verb is None or not relatives.isdisjoint(words[max(0, verb - 2) :]):
                continue
            planned = not release.language.terms("planned").isdisjoint(words)
            if states_year(date, text) and (planned or number <= _LEAD):
                return date
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


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

    Where the first one is not, it is a day of the same week that is said before and stated later.
    """
    if not said or not said[0].value or _only_month(said[0]):
        return ()
    first = datetime.date.fromisoformat(said[0].value[:10])
    before: set[str] = set()
    for number, date in enumerate(said):
        if not date.value or _only_month(date):
            continue
        day = datetime.date.fromisoformat(date.value[:10])
        told = not number or date.value in before
        if told and states_year(date, text) and abs((day - first).days) < _WEEK:
            return tuple(Date(date.span, value, date.rule) for value in date.value.split("/"))
        before.add(date.value)
    return ()


def _who(release: Release, people: tuple[Person, ...]) -> tuple[Span, ...]:
    """The names of the people who are mentioned in the title or the lead."""
    lead = [sentence.span for sentence in release.body[:_LEAD]]
    if release.title:
        lead.append(release.title)
    named = [p.name for p in people if any(s.contains(m) for s in lead for m in p.mentions)]
    return tuple(named[:_MOST_PEOPLE])
