"""A number with what belongs to it, read as a figure: the other end of its range, unit and rate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from summarize.findings.figures.lookalikes import is_amount
from summarize.findings.figures.scores import score_rule
from summarize.findings.figures.units import find_unit
from summarize.findings.figures.words import NEXT_WORD
from summarize.languages import Language
from summarize.models import Figure, Release, Span
from summarize.patterns import pattern
from summarize.text.numbers import Number, read_number

_WORD_ROOM = 12  # characters before an amount in which the word before it stands

_THOUSANDS = pattern(r"\d{1,3}(?:[.,]\d{3})++")  # no year is written so
_IN_WORDS_TOO = pattern(r"\s?\(([^\W\d_][^\W\d_ ]{1,20}(?: [^\W\d_]{1,20}){0,7})\)")


def read_money(text: str, m: re.Match[str], low: Number, end: int, language: Language) -> Figure:
    """``Rp 1,2 miliar``, ``Rp 1 sampai 2 miliar``."""
    low, high = _read_range(text, low, end, language, money=True)
    sign = text[m.start() : m.end()].rstrip(" -−")
    unit = language.table("currencies")[sign.rstrip(".").lower()]
    stop = (high or low).span.end
    rate = _rate(language).match(text, stop, end)
    end = rate.end() if rate else stop
    unit += rate[0] if rate else ""
    rule = f"currency: {sign}"
    return Figure(Span(m.start(), end), low.value, _upper(high), unit, rule)


def read_vague(text: str, word: Span, within: Span, language: Language) -> Figure | None:
    """``ratusan triliun rupiah``, ``ribuan warga``: an amount of which only the size is told."""
    stop = word.end
    for _ in range(2):
        scale = NEXT_WORD.match(text, stop, within.end)
        if scale is None or scale[1].lower() not in language.table("scales"):
            break
        stop = scale.end()
    of = NEXT_WORD.match(text, stop, within.end)
    if of and of[1] in language.terms("vague_number_links"):  # "hundreds of households"
        stop = of.end()
    unit = find_unit(text, stop, within.end, language, in_words=True)
    if unit is None or unit.is_duration:
        return None
    return Figure(
        Span(word.start, unit.end), None, None, unit.shown, "number not told: " + word.of(text)
    )


def read_amount(text: str, low: Number, within: Span, language: Language) -> Figure | None:
    """``20,6 persen``, ``5-6 jam``, ``88 ekor sapi``, ``lima juta hektare``."""
    at = low.span.start
    low, high = _read_range(text, low, within.end, language, money=False)
    stop = (high or low).span.end
    if not low.in_words:
        stop = _behind_words(text, stop, within.end, language)
    small = low.in_words and low.value <= language.rules.small_number
    unit = find_unit(text, stop, within.end, language, in_words=small)
    if unit is None:
        return _without_unit(text, (low, high), stop, within, language)
    if not is_amount(text, low, unit, within.start, language, alone=high is None):
        return None
    rate = _rate(language).match(text, unit.end, within.end)
    end = rate.end() if rate else unit.end
    shown = unit.shown + (" " + rate[0].strip() if rate else "")
    return Figure(Span(at, end), low.value, _upper(high), shown, unit.rule)


def _behind_words(text: str, at: int, end: int, language: Language) -> int:
    """``at``, or where the words end that say a number once more: ``10 (sepuluh)``."""
    again = _IN_WORDS_TOO.match(text, at, end)
    if again is None:
        return at
    numbers, scales = language.table("numbers"), language.table("scales")
    told = all(word in numbers or word in scales for word in again[1].lower().split())
    return again.end() if told else at


def _without_unit(
    text: str, ends: tuple[Number, Number | None], stop: int, within: Span, language: Language
) -> Figure | None:
    """A number behind which no unit stands: ``mencapai 320 juta``, ``skor 3,35``."""
    low, high = ends
    if not low.in_words and (low.value != low.plain or _THOUSANDS.fullmatch(low.span.of(text))):
        return Figure(Span(low.span.start, stop), low.value, _upper(high), None, "large number")
    mark = high is None and score_rule(text, low.span, within, language)
    return Figure(low.span, low.value, None, None, mark) if mark else None


def _upper(high: Number | None) -> int | float | None:
    return high.value if high else None


def _read_range(
    text: str, low: Number, end: int, language: Language, *, money: bool
) -> tuple[Number, Number | None]:
    """Both ends of ``1 sampai 2 miliar``: the scale of the second is that of the first too."""
    to = _to(language).match(text, low.span.end, end)
    if to is None or to.end() == low.span.end:
        return low, None
    if not text[to.end() : to.end() + 1].isdigit() and not low.in_words:
        return low, None
    high = read_number(text, to.end(), end, language, money=money)
    if high is None:
        return low, None
    if low.value == low.plain and high.value != high.plain:
        low = low.times(high.value / high.plain)
    return (low, high) if low.value < high.value else (low, None)


def join_ranges(figures: Iterable[Figure], release: Release) -> Iterator[Figure]:
    """``figures``, where two are the ends of a range as one: ``Rp 3.000 sampai Rp 5.000``.

    "from 35% to 40%" may tell of a change: in English these are two.
    """
    last: Figure | None = None
    for figure in figures:
        if last and _is_range(release, last, figure):
            span = Span(last.span.start, figure.span.end)
            last = last._replace(span=span, upper=figure.value, unit=figure.unit)
            continue
        if last:
            yield last
        last = figure
    if last:
        yield last


def _is_range(release: Release, low: Figure, high: Figure) -> bool:
    """Whether all that stands between two amounts of one unit says that they are a range.

    The rate of both may be told once: "$3 to $5 a day".
    """
    between = _to(release.language).fullmatch(release.text, low.span.end, high.span.start)
    if not between or low.upper is not None or high.upper is not None:
        return False
    if not (low.unit and high.unit and high.unit.startswith(low.unit)):
        return False
    if low.value is None or high.value is None or low.value >= high.value:
        return False
    before = release.lowered[max(0, low.span.start - _WORD_ROOM) : low.span.start].split()[-1:]
    return not before or before[0] not in release.language.terms("change_starts")


@cache
def _to(language: Language) -> re.Pattern[str]:
    """Between the two ends of a range."""
    words = language.alternatives("number_ranges")
    return pattern(rf"\s{{0,2}}(?:-|–|—|{words})\s{{0,2}}", re.IGNORECASE)


@cache
def _rate(language: Language) -> re.Pattern[str]:
    """For what an amount is told each time: ``per bulan``, ``/hari``, ``setahun``, ``a month``."""
    alternatives = language.alternatives
    return pattern(
        r"\s?(?:/[^\W\d_]{1,10}"
        rf"|(?:{alternatives('rate_words')})\s?[^\W\d_]{{2,15}}"
        rf"(?:-[^\W\d_]{{2,10}}| (?:{alternatives('rate_unit_parts')}))?"
        rf"|{alternatives('rates')}"
        rf"|(?:{alternatives('rate_articles')}) (?:{alternatives('rate_times')})"
        rf"(?! (?:{alternatives('not_rates')}))"
        r")(?!\w)"
    )
