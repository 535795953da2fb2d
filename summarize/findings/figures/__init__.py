"""Quantities that carry information: money, percentages, measured and counted amounts.

A number in figures is one with a unit of measure, a currency or a noun that it counts, or a mark
("skor 3,35", "(3,35)"); a number in words only with a unit, a counting word or a thing that is
counted ("lima juta hektare", "dua ekor", "tujuh lokasi", not "dua instansi tersebut", "tiga isu").
A number that is not told has no value ("ratusan triliun rupiah"). Dates, times, years, ages,
ordinals, numbers of laws and of floors are none. Each quantity is given once, where it is first
said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from summarize.findings.figures.amounts import join_ranges, read_amount, read_money, read_vague
from summarize.languages import Language
from summarize.models import Date, Figure, Release, Span
from summarize.patterns import pattern
from summarize.text.numbers import Number, number_words, read_number
from summarize.text.reading import Reading

# "minus 0,3 persen", "-$2.5 million", "−4%", "(-5) persen", but no "2-4 persen", "ayat-4"
_MINUS = pattern(r"(?:(?<![^\s(])|(?<=\())(?P<sign>[-−–]|minus\s{1,2})\Z", re.IGNORECASE)
_MINUS_INSIDE = pattern(r"[^\W\d]{1,4}\.?\s?[-−]\d")  # "Rp -500 juta"
_SIGN_ROOM = 10  # characters before a figure in which its sign stands
_SPLIT_PERCENT = pattern(r"(\d{1,3}), (\d{1,2})(?=\s?%)")  # "60, 4%"


def find_figures(reading: Reading, dates: tuple[Date, ...]) -> tuple[Figure, ...]:
    """The quantities of the story, each once, in order.

    >>> from summarize import summarize
    >>> summary = summarize("Bantuan Rp 1,2 miliar untuk 514 kabupaten/kota.", language="id")
    >>> [(figure.value, figure.unit) for figure in summary.findings.figures]
    [(1200000000, 'Rp'), (514, 'kabupaten/kota')]
    """
    release = reading.release
    said: dict[object, list[str]] = {}
    found = []
    spans = [date.span for date in dates]
    for paragraph in release.paragraphs:
        for figure in join_ranges(_figures(release, paragraph, spans), release):
            units = said.setdefault((figure.value, figure.upper), [])
            unit = figure.unit or ""
            if not any(_same(unit, other) for other in units):
                units.append(unit)
                found.append(figure)
    return tuple(found)


def _same(one: str, other: str) -> bool:
    """Whether two units can be of the same thing: ``paket`` and ``paket pengerjaan``."""
    if one.startswith(other):
        return one == other or (one[len(other) :].startswith(" ") and " per " not in one)
    return other.startswith(one + " ") and " per " not in other


def _figures(release: Release, within: Span, dates: list[Span]) -> Iterator[Figure]:
    text, language = release.text, release.language
    done = within.start
    triggers = _trigger(language).finditer(release.lowered, within.start, within.end)
    for m in _outside(triggers, dates, within.start):
        if m.start() < done:
            continue
        at = m.end() if m["money"] else m.start()
        if m[0] in language.terms("vague_numbers"):
            if vague := read_vague(text, Span(*m.span()), within, language):
                done = vague.span.end
                yield vague
            continue
        low = _read(text, at, within.end, language, money=bool(m["money"]))
        if not low:
            continue
        done = low.span.end
        figure = (
            read_money(text, m, low, within.end, language)
            if m["money"]
            else read_amount(text, low, within, language)
        )
        if figure is not None:
            done = figure.span.end
            yield _signed(figure, text, within.start)


def _signed(figure: Figure, text: str, start: int) -> Figure:
    """The figure with the minus that stands before it, or between its currency and its number."""
    minus = _MINUS.search(text, max(start, figure.span.start - _SIGN_ROOM), figure.span.start)
    inside = _MINUS_INSIDE.match(text, *figure.span)
    if figure.value is None or not (minus or inside) or figure.upper is not None:
        return figure
    begin = minus.start("sign") if minus else figure.span.start
    return figure._replace(span=Span(begin, figure.span.end), value=-figure.value)


def _outside(
    matches: Iterator[re.Match[str]], dates: list[Span], start: int
) -> Iterator[re.Match[str]]:
    """The matches behind ``start`` that lie in none of the dates."""
    first = bisect_right(dates, start, key=attrgetter("end"))
    ahead = (dates[n] for n in range(first, len(dates)))
    date = next(ahead, None)
    for m in matches:
        while date is not None and date.end <= m.start():
            date = next(ahead, None)
        if date is None or date.start >= m.end():
            yield m


def _read(text: str, at: int, end: int, language: Language, *, money: bool) -> Number | None:
    """The number that begins at ``at``, also a percentage with a space inside."""
    split = None if money else _split_percentage(text, at, end, language)
    return split or read_number(text, at, end, language, money=money)


@cache
def _trigger(language: Language) -> re.Pattern[str]:
    """Where a number begins, in lower case; a currency sign before it is part of it."""
    signs = sorted(language.table("currencies"), key=len, reverse=True)
    short = "|".join(re.escape(sign) for sign in signs if len(sign) <= 3)
    words = number_words(language) + "|" + "|".join(sorted(language.terms("vague_numbers")))
    return pattern(
        rf"(?<!\w)(?:(?<!\$)(?P<money>(?:{short})\.?\s{{0,2}}[-−]?)(?=\d)"
        r"|(?:(?<![/.,-])|(?<=[\s(]-))\d++(?:[.,]\d++)*+"
        rf"|(?<!-)(?:{words})(?!\w|-(?!{words})))"
    )


def _split_percentage(text: str, at: int, end: int, language: Language) -> Number | None:
    """A percentage with a space inside: ``60, 4%``."""
    m = _SPLIT_PERCENT.match(text, at, end) if language.rules.spaced_numbers else None
    if m is None:
        return None
    written = read_number(f"{m[1]},{m[2]}", 0, len(m[0]), language, money=False)
    return written and Number(Span(*m.span()), written.value, written.plain, False)
