"""Dates, with their ISO 8601 values.

``Selasa (30/6/2020)`` is 2020-06-30, ``17-19 Maret 2022`` is 2022-03-17/2022-03-19 and ``Maret
2022`` is 2022-03. A day without a year gets one only from the document itself, by two rules:

1. the same day and month stand elsewhere in it with a day of the week and a year, one year
   only (not so ``17 Agustus 1945``, which says nothing of ``(17/8)``); or
2. the day of the week is given, and it is right in exactly one of the years that the document
   writes in dates.

Either way a given day of the week must be right in that year; else the value is None, as it is
where English leaves open which figure is the month (5/6/2020). What no calendar knows (31/2) is
no date.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from summarize.languages import Language
from summarize.models import Date, Span
from summarize.patterns import pattern
from summarize.text.edits import edits
from summarize.text.reading import Reading

# 30/6/2020, 30-06-2020, 30.06.2020, (25/6), (25-26/6/2022)
_NUMERIC = pattern(
    r"(?<![\w/.,-])(?:(?P<first>\d{1,2})\s?[-–]\s?)?(?P<day>\d{1,2})\s?(?P<sep>[/.-])(?P=sep)?\s?"
    r"(?P<month>\d{1,2})(?:\s?(?:(?P=sep){1,2}|[/.-](?=\d{4}))\s?(?P<year>\d{4}|\d{2}))?"
    r"(?![\w/]|[.,-]\d)"
)
# 2020-06-30, 2020/06/30, 2020.06.30
_ISO = pattern(
    r"(?<![\w/.,-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?![\w/-]|\.\d)"
)
_MORE = r"(?:(?:,\s\d{1,2}){0,4},)?"  # 5, 6, dan 7 Juni
# 10 Septermber 2019: what stands between a day and a year may be a month with a slip in it
_MISSPELT = pattern(
    r"(?<![\w/.,-])(?P<day>\d{1,2})\s(?P<month>[A-Z][a-z]{4,10})\s(?P<year>\d{4})(?![\w.,/-]?\d)"
)
_MOST_SLIPS = 2
_NUMBER = pattern(r"\d+")
_YEARS = range(1600, 2200)
_BEFORE_DATE = 40  # how far back the day of the week may stand
_BEFORE_YEAR, _BEHIND_YEAR = 60, 3  # characters in which a month stands, or what makes it no year


class _Found(NamedTuple):
    """A date as written: ``first`` is the day on which a range begins, 0 is "not said"."""

    span: Span
    day: int
    month: int
    year: int
    first: int = 0
    weekdays: frozenset[int] = frozenset()
    start: "_Found | None" = None  # where the range begins in another month
    certain: bool = True  # which figure is the day and which the month

    def on(self, year: int) -> datetime.date | None:
        """The (last) day in that year, if the calendar has it and the day of the week is right."""
        try:
            day = datetime.date(year, self.month, self.day)
        except ValueError:
            return None
        return day if not self.weekdays or day.isoweekday() in self.weekdays else None


class _Patterns(NamedTuple):
    """A language's ways of writing dates."""

    named: re.Pattern[str]  # 30 Juni 2020, 17-19 Maret 2022
    month_first: re.Pattern[str]  # June 30, 2020
    month_year: re.Pattern[str]  # Maret 2022, Januari-Maret 2022
    weekday: re.Pattern[str]  # "Selasa (" before the date
    between: re.Pattern[str]  # what joins two dates to a range
    several: re.Pattern[str]  # "and" between two days that are no range
    full_names: dict[str, str]  # the months' names in full with their numbers, for slips in typing


@cache
def _patterns(language: Language) -> _Patterns:
    names = language.table("months")
    words = sorted(names, key=len, reverse=True)
    spellings = [s for w in words for s in (w.capitalize(), w.upper())]
    if language.rules.months_in_lower_case:
        spellings += words
    month = "(?:" + "|".join(f"{s}\\.?" if len(s) <= 5 else s for s in spellings) + r")(?!\w)"
    days = "|".join(re.escape(d) for d in sorted(language.table("weekdays"), key=len, reverse=True))
    to = f"(?:-|–|—|{language.alternatives('date_ranges')})"
    between = "|".join(re.escape(w) for w in sorted(language.terms("date_words"), reverse=True))
    year = r"(?:,?\s{1,2}(?:tahun\s)?(?P<year>\d{4})(?![\da-z_]|[.,/-]\d|\sH\b))?"
    return _Patterns(
        named=pattern(
            rf"(?:(?<![\w/.,-])|(?<=[a-z]{{3}}-)(?<!vid-))(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?{_MORE}\s{{0,2}}{to}\s{{0,2}})?"
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,2}}-?(?:of\s)?(?P<month>{month}){year}"
        ),
        month_first=pattern(
            rf"(?<!\w)(?P<month>{month})\s{{1,2}}(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s?{to}\s?)?"
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w.]\d){year}"
        ),
        month_year=pattern(
            rf"(?<!\w)(?:(?P<first>{month})\s?{to}\s?)?(?P<month>{month})"
            r",?\s{1,2}(?:tahun\s)?(?P<year>\d{4})(?![\da-z_]|[.,/]\d|\sH\b)"
        ),
        weekday=pattern(
            rf"(?<!\w)(?:(?P<other>{days})\s?(?:{to})\s?)?(?P<weekday>{days})(?!\w)"
            rf"(?:\.?,?\s{{1,2}}(?:{between})){{0,2}}[\s,(/]{{0,4}}\Z",
            re.IGNORECASE,
        ),
        between=pattern(rf"\)?\s{{0,2}}{to}\s{{0,2}}\(?", re.IGNORECASE),
        several=pattern(rf"\b(?:{language.alternatives('and_words')})\b", re.IGNORECASE),
        full_names={name: number for name, number in names.items() if len(name) >= 5},
    )


def find_dates(reading: Reading) -> tuple[Date, ...]:
    """All dates of the document, in order, also those in its title and captions.

    >>> from summarize import summarize
    >>> summary = summarize("Rapat dibuka Selasa (30/6/2020). Selesai Kamis (2/7).")
    >>> [date.value for date in summary.findings.dates]
    ['2020-06-30', '2020-07-02']
    """
    text, language = reading.text, reading.language
    numbers = [Span(*m.span()) for m in _NUMBER.finditer(text)]
    days = _joined(text, _days(text, language, numbers), language)
    months = _months(text, language, numbers, days)
    stated: dict[tuple[int, int], set[int]] = {}
    for found in days:
        if found.year and found.weekdays:
            stated.setdefault((found.day, found.month), set()).add(found.year)
    years = {d.year for d in days if d.year} | {year for _, year in months}
    dates = [_dated(d, stated.get((d.day, d.month), set()), years) for d in days]
    dates += [date for date, _ in months]
    return tuple(sorted(dates, key=lambda date: date.span))


def states_year(date: Date, text: str) -> bool:
    """Whether the year of ``date`` stands in its own text and was not taken from elsewhere."""
    if date.value is None:
        return False
    written = re.findall(r"\d+", date.span.of(text))
    year = date.value[:4]
    return year in written or (len(written) >= 3 and written[-1] == year[2:])


def _dated(found: _Found, stated: set[int], years: set[int]) -> Date:
    """The date with its value, and where its year is from."""
    year, rule = found.year, "year written"
    if not year:
        year, rule = _year_elsewhere(found, stated, years)
    value = _value(found, year) if year and found.certain else None
    return Date(found.span, value, rule if found.certain else "day and month in either order")


def _value(found: _Found, year: int) -> str:
    last = datetime.date(year, found.month, found.day)
    if found.start is not None:
        from_year = found.start.year or year - (found.start.month > found.month)
        first = datetime.date(from_year, found.start.month, found.start.day)
    elif found.first:
        first = last.replace(day=found.first)
    else:
        return last.isoformat()
    return f"{first.isoformat()}/{last.isoformat()}"


def _year_elsewhere(found: _Found, stated: set[int], years: set[int]) -> tuple[int, str]:
    """The year of a day without one and its rule, by those of the module; 0 if it has none."""
    by_weekday = years if found.weekdays else set[int]()
    for candidates, rule in (
        (stated, "year of the same day elsewhere"),
        (by_weekday, "year in which the day of the week is right"),
    ):
        right = [year for year in candidates if found.on(year)]
        if right:
            return (right[0], rule) if len(right) == 1 else (0, "several years possible")
    return 0, "no year"


def _days(text: str, language: Language, numbers: list[Span]) -> list[_Found]:
    """Days of the month as written, in order and without overlaps."""
    figures = _at_numbers(_NUMERIC, text, numbers)
    found = [day for m in figures if (day := _numeric(text, m, language))]
    figures = _at_numbers(_ISO, text, numbers)
    found += [day for m in figures if (day := _day(text, m, m["month"], language))]
    found += _with_names(text, language, numbers)
    found.sort(key=lambda day: (day.span.start, -day.span.end))
    apart: list[_Found] = []
    for day in found:
        if not apart or not apart[-1].span.overlaps(day.span):
            apart.append(day)
    return apart


def _with_names(text: str, language: Language, numbers: list[Span]) -> Iterator[_Found]:
    """The days whose months are written as words, also with a slip in them."""
    patterns = _patterns(language)
    names = [*_at_numbers(patterns.named, text, numbers)]
    if language.rules.month_first:
        names += patterns.month_first.finditer(text)
    for m in names:
        month = language.table("months")[m["month"].lower().rstrip(".")]
        if day := _day(text, m, month, language):
            yield day
    for m in _at_numbers(_MISSPELT, text, numbers):
        near = _meant(m["month"].lower(), language)
        if near and (day := _day(text, m, near, language)):
            yield day


@lru_cache(maxsize=1024)
def _meant(word: str, language: Language) -> str:
    """The number of the month that is meant by a word with a slip or two in it, else empty."""
    months = _patterns(language).full_names
    if word in months:
        return ""
    slips = {name: edits(word, name) for name in months if abs(len(name) - len(word)) <= 2}
    near = min(slips.values(), default=_MOST_SLIPS + 1)
    numbers = {months[name] for name in slips if slips[name] == near}
    long = len(word) > 6
    return numbers.pop() if near <= (_MOST_SLIPS if long else 1) and len(numbers) == 1 else ""


def _at_numbers(
    pattern: re.Pattern[str], text: str, numbers: list[Span]
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a number; a search tries it at every letter."""
    end = 0
    for start, _ in numbers:
        if start >= end and (m := pattern.match(text, start)):
            end = m.end()
            yield m


def _numeric(text: str, m: re.Match[str], language: Language) -> _Found | None:
    """A date in figures alone; without a year only in brackets or after a day of the week."""
    day, month = int(m["day"]), int(m["month"])
    if m["sep"] != "/" and len(m["year"] or "") < 4:
        return None
    if language.rules.month_first and m["sep"] == "/" and not m["first"]:
        found = _either_order(text, m, language)
    else:
        found = _day(text, m, str(month), language, day)
    if found is None or m["year"]:
        return found
    bracketed = text[m.start() - 1 : m.start()] == "(" or text[m.end() : m.end() + 1] == ")"
    return found if bracketed or found.weekdays else None


def _either_order(text: str, m: re.Match[str], language: Language) -> _Found | None:
    """30/6/2020 or 6/30/2020; where both can be, the day of the week decides or nothing does."""
    one, other = int(m["day"]), int(m["month"])
    orders = [_day(text, m, str(other), language, one), _day(text, m, str(one), language, other)]
    possible = [found for found in orders if found]
    if len(possible) == 2 and one != other:
        right = [found for found in possible if found.weekdays and found.on(found.year or 1)]
        if len(right) == 1 and m["year"]:
            return right[0]
        return possible[0]._replace(certain=False)
    return possible[0] if possible else None


def _day(
    text: str, m: re.Match[str], month: str, language: Language, day: int | None = None
) -> _Found | None:
    """The day that ``m`` writes, with the day of the week before it; None if there is no such."""
    groups = m.groupdict()
    year = _full_year(groups["year"])
    day = int(groups["day"]) if day is None else day
    first = int(groups.get("first") or 0)
    if not _exists(day, int(month), year) or (groups.get("first") and not 0 < first < day):
        return None
    start, end = m.span()
    if first and _skips_days(text, m, first, day, language):
        first, start = 0, m.start("day")  # "3 dan 17 Maret" is no range
    span, weekdays = _with_weekday(text, Span(start, end), language)
    if not weekdays and text[end - 1] == "." and not groups["year"]:
        span = Span(start, end - 1)  # the full stop may be the sentence's
    return _Found(span, day, int(month), year, first, weekdays)


def _with_weekday(text: str, day: Span, language: Language) -> tuple[Span, frozenset[int]]:
    """A date with the day of the week before it, ``Selasa (30/6)``, and the numbers of these."""
    start, end = day
    before = _patterns(language).weekday.search(text, max(0, start - _BEFORE_DATE), start)
    if before is None:
        return day, frozenset()
    numbers = language.table("weekdays")
    said = (before["other"], before["weekday"])
    opened = "(" in text[before.start() : start]
    end += opened and text[end : end + 1] == ")"
    return Span(before.start(), end), frozenset(int(numbers[name.lower()]) for name in said if name)


def _skips_days(text: str, m: re.Match[str], first: int, day: int, language: Language) -> bool:
    """Whether days are named one by one with others between them: no ``5, 6, dan 7 Juni``."""
    between = Span(m.end("first"), m.start("day")).of(text)
    named = len(_NUMBER.findall(between))
    several = _patterns(language).several.search(between) is not None
    return first + 1 + named < day and (named > 0 or several)


def _full_year(written: str | None) -> int:
    if not written:
        return 0
    if len(written) == 2:  # as POSIX reads them
        return int(written) + (2000 if int(written) < 69 else 1900)
    return int(written)


def _exists(day: int, month: int, year: int) -> bool:
    try:
        datetime.date(year or 2000, month, day)  # 29 February exists in some year
    except ValueError:
        return False
    return year == 0 or year in _YEARS


def _joined(text: str, days: list[_Found], language: Language) -> list[_Found]:
    """Two dates with "to" between them as one: ``28 Februari – 2 Maret 2022``."""
    joined: list[_Found] = []
    for day in days:
        last = joined[-1] if joined else None
        single = last and not (last.first or last.start or day.first)
        if last and single and _to(text, last, day, language):
            span = Span(last.span.start, day.span.end)
            joined[-1] = day._replace(span=span, start=last)
        else:
            joined.append(day)
    return joined


def _to(text: str, last: _Found, day: _Found, language: Language) -> bool:
    gap = Span(last.span.end, day.span.start)
    if gap.end - gap.start > 20 or not _patterns(language).between.fullmatch(text, *gap):
        return False
    if _patterns(language).several.search(text, *gap):
        return False  # "27 Februari dan 2 Maret" are two days, not a range
    if not last.year:  # "30 Desember – 2 Januari" crosses a year
        return last.month > day.month or (last.month, last.day) < (day.month, day.day)
    return (last.year, last.month, last.day) < (day.year, day.month, day.day)


def _months(
    text: str, language: Language, numbers: list[Span], days: list[_Found]
) -> list[tuple[Date, int]]:
    """Months with their year that are not part of a whole date."""
    names = language.table("months")
    taken = iter([*days, None])
    day = next(taken)
    months = []
    for m in _before_years(_patterns(language).month_year, text, numbers, days):
        while day is not None and day.span.end <= m.start():
            day = next(taken)
        span = Span(*m.span())
        if (day and day.span.overlaps(span)) or int(m["year"]) not in _YEARS:
            continue
        value = f"{m['year']}-{int(names[m['month'].lower().rstrip('.')]):02}"
        if m["first"]:
            first = f"{m['year']}-{int(names[m['first'].lower().rstrip('.')]):02}"
            value = f"{first}/{value}"
        months.append((Date(span, value, "month and year"), int(m["year"])))
    return months


def _before_years(
    pattern: re.Pattern[str], text: str, numbers: list[Span], days: list[_Found]
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that ends with a year, looked for where one stands outside days."""
    end = 0
    for start, stop in numbers:
        if stop - start == 4:
            before = bisect_right(days, start, key=lambda day: day.span.start) - 1
            if before < 0 or days[before].span.end < stop:
                m = pattern.search(text, max(end, start - _BEFORE_YEAR), stop + _BEHIND_YEAR)
                if m:
                    yield m
            end = stop
