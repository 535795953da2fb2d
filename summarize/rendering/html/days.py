"""When a release is from, and how its language writes that."""

from __future__ import annotations

from summarize.languages import Language
from summarize.models import Summary


def day_of(summary: Summary) -> str | None:
    """The ISO date of the event, else the first date of the text that has one."""
    found = summary.findings
    dated = (date.value for date in (*found.event.dates, *found.dates))
    return next((value for value in dated if value), None)


def first_day(value: str) -> str:
    """Where a date or an interval begins.

    >>> first_day("2022-03-17/2022-03-19")
    '2022-03-17'
    """
    return value.partition("/")[0]


def month_of(value: str) -> str | None:
    """The year and month of a date that has both."""
    first = first_day(value)
    return first[:7] if len(first) >= 7 else None


def month_key(day: str | None) -> str:
    """What the digest groups a day under: its month, else its year; empty without a date.

    >>> month_key("2022-03-17"), month_key("2022"), month_key(None)
    ('2022-03', '2022', '')
    """
    return (month_of(day) or first_day(day)) if day else ""


def written_date(value: str, language: Language) -> str:
    """An ISO date or interval as people write it.

    >>> from summarize.languages import load
    >>> written_date("2022-03-17/2022-03-19", load("id"))
    '17–19 Maret 2022'
    """
    first, _, last = value.partition("/")
    if not last or last == first:
        return _written(first, language)
    shared = 7 if last[:7] == first[:7] else 4 if last[:4] == first[:4] else 0
    parts = _written(first, language).split(" ")
    kept = {7: parts[:-2], 4: parts[:-1], 0: parts}[shared]
    return f"{' '.join(kept)}–{_written(last, language)}" if kept else _written(last, language)


def _written(value: str, language: Language) -> str:
    year, *rest = value.split("-")
    if not rest:
        return year
    month = month_names(language).get(int(rest[0]), rest[0])
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def month_names(language: Language) -> dict[int, str]:
    """The full name of each month, which is the first that its table gives."""
    names: dict[int, str] = {}
    for name, number in language.table("months").items():
        names.setdefault(int(number), name.capitalize())
    return names
