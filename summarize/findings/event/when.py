"""When the event of a release was: on the first day with a day of the week that is its own.

Not that of a written statement where the lead says when something is held; else a whole date in
dateline or lead, or what the lead calls the day, ``today`` or ``Kamis malam``.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from summarize.findings.dates import states_year
from summarize.languages import Language
from summarize.models import Date, Span
from summarize.patterns import pattern
from summarize.text.reading import Reading

_LEAD = 2  # sentences
_EARLY = 6  # sentences in which the day on which something is held is that of the event
_TOLD_BARE = 4  # sentences in which a day of the week alone is that of the event
_WEEK = 7  # days
_HELD_REACH = 90  # characters between "digelar" and its day
_SAID_REACH = 120  # characters between "siaran pers" and its day
_ON_REACH = 14  # characters of "pada tanggal " before the days over which something lasts
_LONGEST_NEAR = 20  # characters of "kemarin malam ("
_LONGEST_SHORT = 3  # letters of "Sat", which is a verb too
_WORD = pattern(r"([^\W\d_]{1,30})")


class When(NamedTuple):
    """The days that the text states in full, and all of them as it tells them."""

    stated: tuple[Date, ...]
    told: tuple[Span, ...]


def find_days(reading: Reading, dates: tuple[Date, ...]) -> When:
    """The days of the event."""
    return _Days(reading, dates).when()


class _Days:
    """The days of a release, and where in its story they stand."""

    def __init__(self, reading: Reading, dates: tuple[Date, ...]) -> None:
        self.reading, self.text = reading, reading.text
        self.language, self.release = reading.language, reading.release
        self.sentences = [sentence.span for sentence in reading.body]
        self.starts = [span.start for span in self.sentences]
        dateline = self.release.dateline
        self.origin = dateline.span if dateline else Span(0, 0)
        self.from_dateline = [date for date in dates if self._is_of_release(date)]
        self.story = [date for date in dates if self._number(date) is not None]

    def when(self) -> When:
        """The days stated in full, and those told."""
        said = self._said()
        stated = self._stated(said)
        return When(stated, self._told(said, stated))

    def _said(self) -> list[Date]:
        """The days with a day of the week, or else whole ones in dateline and lead.

        A dateline's day comes last among the named ones: the news may be a day older.
        """
        named = [day for day in (*self.story, *self.from_dateline) if self._is_named(day)]
        held = self._held()
        told = named and not self._is_of_statement(named[0]) and not self._comes_late(named[0])
        whole = bool(named) and states_year(named[0], self.text)
        if held is not None and (not told or (whole and self._lasts(held))):
            return [held]
        return named or self._in_figures()

    def _in_figures(self) -> list[Date]:
        """The whole dates in dateline and lead, or else the first one in brackets."""
        whole = [day for day in self.story if not _is_month(day)]
        lead = [day for day in whole if not self._comes_late(day, _LEAD - 1)]
        early = [day for day in self.from_dateline if not _is_month(day)] + lead
        return self._in_full(early) or [d for d in whole if self.text[d.span.start - 1] == "("][:1]

    def _in_full(self, days: list[Date]) -> list[Date]:
        """The days, first those that say the first one again with its year: ``(19/9/2019)``."""
        if not days or days[0].value:
            return days
        short = days[0].span.of(self.text).strip("()")
        return sorted(days, key=lambda d: d.value is None or short not in d.span.of(self.text))

    def _is_of_release(self, date: Date) -> bool:
        """Whether a day stands in the dateline, or whole on a line between title and story."""
        title = self.release.title.end if self.release.title else 0
        story = self.starts[0] if self.starts else 0
        above = title <= date.span.start and date.span.end <= story
        return self.origin.contains(date.span) or (above and states_year(date, self.text))

    def _number(self, date: Date) -> int | None:
        """Which sentence of the story holds a date."""
        number = bisect_right(self.starts, date.span.start) - 1
        inside = number >= 0 and self.sentences[number].contains(date.span)
        return number if inside else None

    def _comes_late(self, date: Date, last: int = _LEAD) -> bool:
        """Whether a day of the story stands behind its sentence number ``last``."""
        number = self._number(date)
        return number is not None and number > last

    def _is_named(self, date: Date) -> bool:
        """Whether a day has its day of the week or is told from the day of the release.

        ``Selasa (30/6)``, ``kemarin (30/6)``
        """
        first = _WORD.match(self.text, date.span.start)
        if first and first[1].lower() in self.language.table("weekdays"):
            return True
        start = date.span.start
        before = self.text[max(0, start - _LONGEST_NEAR) : start].lower()
        near = self.language.terms("near_days")
        return before.endswith(" (") and any(before[:-2].endswith(word) for word in near)

    def _words_before(self, date: Date, reach: int) -> list[str]:
        """The words of its sentence before a day."""
        sentence = self._number(date)
        start = self.sentences[sentence].start if sentence is not None else date.span.start
        start = max(start, date.span.start - reach)
        return _WORD.findall(self.text[start : date.span.start].lower())

    def _is_of_statement(self, date: Date) -> bool:
        """Whether something was only written on that day: ``dalam siaran pers, Rabu``."""
        words = self._words_before(date, _SAID_REACH)
        return not self.language.terms("written").isdisjoint(words)

    def _held(self) -> Date | None:
        """The first days in the lead over which something lasts, or a day on which it is held.

        Also a day a little later on which something is going to be. Not one in a relative clause
        (``turnamen yang digelar 9 Mei``), which is about something else.
        """
        for date in self.story:
            if self._comes_late(date, _EARLY - 1):
                return None
            if not _is_month(date) and states_year(date, self.text) and self._is_held(date):
                return date
        return None

    def _is_held(self, date: Date) -> bool:
        terms, late = self.language.terms, self._comes_late(date)
        if self._lasts(date):
            return True
        words = self._words_before(date, _HELD_REACH)
        verb = next((n for n in reversed(range(len(words))) if words[n] in terms("held")), None)
        if verb is None or not terms("relatives").isdisjoint(words[max(0, verb - 2) :]):
            return False
        return not late or not terms("planned").isdisjoint(words)

    def _lasts(self, date: Date) -> bool:
        """Whether something lasts over days of the lead: ``pada 21 hingga 22 September``."""
        on = self._words_before(date, _ON_REACH)[-2:]
        named = not self.language.terms("day_prepositions").isdisjoint(on)
        return named and "/" in (date.value or "") and not self._comes_late(date)

    def _stated(self, said: list[Date]) -> tuple[Date, ...]:
        """The first day if the text states it in full; of a range the first and the last day.

        Where the first one is not, it is a day of the same week that is said before and stated
        later, or the same day in the dateline: ``MAKASSAR (3/11/2025) – … Senin (3/11)``.
        """
        if not said or not said[0].value or _is_month(said[0]):
            return ()
        first = datetime.date.fromisoformat(said[0].value[:10])
        before: set[str] = set()
        same = [date for date in self.from_dateline if date.value == said[0].value]
        for number, date in enumerate([*said, *same]):
            if not date.value or _is_month(date):
                continue
            day = datetime.date.fromisoformat(date.value[:10])
            told = not number or date.value in before
            if told and states_year(date, self.text) and abs((day - first).days) < _WEEK:
                return tuple(Date(date.span, value, date.rule) for value in date.value.split("/"))
            before.add(date.value)
        return ()

    def _told(self, said: list[Date], stated: tuple[Date, ...]) -> tuple[Span, ...]:
        """The days as the text tells them: without their year, or as a day of the week in the lead.

        Beside the day of a dateline stands what the lead calls it, ``today`` or ``on Friday``.
        """
        above = bool(stated) and self.origin.contains(stated[0].span)
        told = said[:1] if above or not stated else stated
        days = [date for date in told if not _is_month(date)]
        bare = self._bare()
        if bare is None:
            return tuple(dict.fromkeys(date.span for date in days))
        kept = [date for date in days if not self._yields(date, bare)]
        beside = not kept or any(kept[0].span == date.span for date in self.from_dateline)
        return tuple(dict.fromkeys([date.span for date in kept] + [bare] * beside))

    def _yields(self, date: Date, bare: Span) -> bool:
        """Whether the lead's day without a date tells better when it was than ``date``."""
        plain = bare.start < date.span.start and not self._is_named(date)
        return plain or self._comes_late(date, _EARLY - 1)

    def _bare(self) -> Span | None:
        """The first day without a date in the lead: ``Kamis malam``, ``today``."""
        for sentence in (*self.sentences[:_TOLD_BARE], self.origin):
            for found in _bare_day(self.language).finditer(self.text, *sentence):
                day = Span(*found.span())
                if not any(passage.outer.contains(day) for passage in self.reading.quoted):
                    return day
        return None


@cache
def _bare_day(language: Language) -> re.Pattern[str]:
    names = [day.capitalize() for day in language.table("weekdays") if len(day) > _LONGEST_SHORT]
    words = "|".join(sorted(names, reverse=True))
    this = language.alternatives("this_day")
    parts = language.alternatives("parts_of_day")
    return pattern(rf"(?<!\w)(?:{words}|(?i:{this}))(?:\s(?:{parts}))?(?!\w)(?!,?\s\(?\d)")


def _is_month(date: Date) -> bool:
    return date.value is not None and date.value[7:8] != "-"  # "2022-03", "2022-01/2022-03"
