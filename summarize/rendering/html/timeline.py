"""How many releases there are over time: a bar chart as inline SVG, drawn from counts alone."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.languages import Language
from summarize.rendering.html.days import first_day, month_of, written_date
from summarize.rendering.html.markup import attributes, escaped
from summarize.rendering.html.numbers import counted

HEIGHT = 60
LABELS = 18  # below the bars
MOST_BARS = {"day": 62, "week": 110, "month": 130}
MOST_LABELS = 8
EDGE = 94  # percent from where a label would run out of the chart
NARROW = 350  # pixels of the chart on a phone
CHARACTER = 7.5  # pixels of one in a label, at most


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, which ends where the next one starts, and its number of releases."""

    start: str  # ISO
    count: int


def bars_of(days: Sequence[str]) -> tuple[str, list[Bar]]:
    """The finest step (day, week, month or year) that gives a readable number of bars, and these.

    >>> bars_of(["2020-06-30", "2020-07-02", "2020-06-30"])
    ('day', [Bar(start='2020-06-30', count=2), Bar(start='2020-07-01', count=0), \
Bar(start='2020-07-02', count=1)])
    """
    found = sorted(day for day in map(_whole_day, filter(month_of, days)) if day)
    for step, most in MOST_BARS.items():
        if found and _steps_between(found[0], found[-1], step) <= most:
            return step, _bars(found, step)
    by_year = [day for day in map(_whole_day, days) if day]  # also those without a month
    return "year", _bars(by_year, "year") if by_year else []


def _whole_day(value: str) -> datetime.date | None:
    """The day a date begins on, the first one of a month or a year."""
    year, month, day = (*first_day(value).split("-"), "1", "1")[:3]
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _steps_between(first: datetime.date, last: datetime.date, step: str) -> int:
    if step == "month":
        return (last.year - first.year) * 12 + last.month - first.month + 1
    return (last - first).days // {"day": 1, "week": 7}[step] + 1


def _start(day: datetime.date, step: str) -> datetime.date:
    if step == "week":
        return day - datetime.timedelta(day.weekday())
    if step == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if step == "year" else day


def _following(start: datetime.date, step: str) -> datetime.date:
    days = {"day": 1, "week": 7, "month": 31, "year": 366}[step]
    return _start(start + datetime.timedelta(days), step)


def _bars(days: Sequence[datetime.date], step: str) -> list[Bar]:
    counts = Counter(_start(day, step) for day in days)
    bars, at, last = [], min(counts), max(counts)
    while at <= last and at.year < 9999:
        bars.append(Bar(at.isoformat(), counts[at]))
        at = _following(at, step)
    return bars


def timeline(days: Sequence[str], language: Language) -> str:
    """The chart with what it shows in words; nothing for less than two bars."""
    step, bars = bars_of(days)
    if len(bars) < 2:
        return ""
    highest = max(bars, key=lambda bar: bar.count)
    told = language.table("digest")["timeline"].format(
        step=language.table("digest")[f"per_{step}"],
        first=_named(bars[0].start, step, language),
        last=_named(bars[-1].start, step, language),
        peak=_named(highest.start, step, language),
        count=counted(highest.count, language),
    )
    chart = "".join(_chart(bars, step, highest.count, language))
    return (
        f'<figure class="timeline"{attributes(data_most=highest.count, data_step=step)}>'
        f'<svg width="100%" height="{HEIGHT + LABELS}" aria-hidden="true">{chart}</svg>'
        f"<figcaption>{escaped(told)}</figcaption></figure>\n"
    )


def _named(start: str, step: str, language: Language) -> str:
    shown = {"month": start[:7], "year": start[:4]}.get(step, start)
    return written_date(shown, language)


def _chart(bars: Sequence[Bar], step: str, highest: int, language: Language) -> Iterator[str]:
    """Across in percent, so that the chart fits any width; upwards in pixels."""
    width = 100 / len(bars)
    for number, bar in enumerate(bars):
        x, height = f"{number * width:.3f}%", _height(bar.count, highest)
        name = f"{_named(bar.start, step, language)}: {counted(bar.count, language)}"
        column = f'x="{x}" width="{width * 0.78:.3f}%"'
        yield (
            f'<a href="#m-{bar.start[:7]}" tabindex="-1"{attributes(data_from=bar.start)}>'
            f"<title>{escaped(name)}</title>"
            f'<rect class="hit" {column} y="0" height="{HEIGHT}"/>'
            f'<rect class="all" {column} y="{HEIGHT - height}" height="{height}"/>'
            f'<rect class="now" {column} y="{HEIGHT - height}" height="{height}"/></a>'
        )
    yield from _labels(bars, step, language)


def _height(count: int, highest: int) -> int:
    return max(2, round(count / highest * HEIGHT)) if count else 0


def _labels(bars: Sequence[Bar], step: str, language: Language) -> Iterator[str]:
    """Years where the bars span some, else the first of every few bars.

    Those that would run into others on a phone are only for a page that is wide.
    """
    width = 100 / len(bars)
    years = [n for n, bar in enumerate(bars) if not n or bar.start[:4] != bars[n - 1].start[:4]]
    by_year = step != "day" and len(years) > 2
    places = years if by_year else list(range(len(bars)))
    free = 0.0  # from where there is room on a phone
    for number in places[:: len(places) // MOST_LABELS + 1]:
        x, start = number * width, bars[number].start
        if x > EDGE:
            continue
        label = start[:4] if by_year else _shortly(_named(start, step, language))
        left, right = x * NARROW / 100, x * NARROW / 100 + len(label) * CHARACTER
        fits = free <= left and right <= NARROW
        free = right + CHARACTER if fits else free
        wide = attributes(class_=None if fits else "wide")
        yield f'<text x="{x:.3f}%" y="{HEIGHT + LABELS - 4}"{wide}>{escaped(label)}</text>'


def _shortly(name: str) -> str:
    """A written date with no more of its month than tells it."""
    return " ".join(part[:3] if part.isalpha() else part for part in name.split(" "))
