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
from typing import NamedTuple

from summarize.findings.numbers import Number, number_words, read_number
from summarize.languages import Language
from summarize.models import Date, Figure, Release, Span

_PREVIOUS = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{1,25})(?:-[^\W\d_]{1,25})?[.:]?([\s(“\"'‘’]{0,3})\Z"
)
_NEXT = re.compile(r"\s{0,2}([^\W\d_](?:[\w²³’']|[-/](?=[^\W\d_])){0,39})(?!\w)")
# "500-megawatt", "25-year", "3.5-million-tonne"; an age is none
_JOINED = re.compile(r"-([^\W\d_]{2,15}(?:-hour)?)(?![\w’']|-(?:old|hour)\b)")
_TO = re.compile(r"\s{0,2}(?:-|–|—|s/d|s\.d\.|sampai(?:\sdengan)?|hingga|to)\s{0,2}", re.IGNORECASE)
_IN_WORDS_TOO = re.compile(r"\s?\(([^\W\d_][^\W\d_ ]{1,20}(?: [^\W\d_]{1,20}){0,7})\)")
_PERCENT = re.compile(r"\s{0,2}%")
_SPLIT_PERCENT = re.compile(r"(\d{1,3}), (\d{1,2})(?=\s?%)")  # "60, 4%"
_TIME = re.compile(r"\d{1,2}[.:]\d{2}(?!\d)")
_RATE = re.compile(
    r"\s?(?:/[^\W\d_]{1,10}"
    r"|(?:per|tiap|setiap)\s?[^\W\d_]{2,15}(?:-[^\W\d_]{2,10}| kubik| persegi)?"
    r"|se(?:tahun|bulan|pekan|minggu|hari|jam)"
    r"|(?:an?|each|every) (?:year|month|week|day|hour)(?! (?:ago|earlier|later|before|after))"
    r")(?!\w)"
)
_VERB = re.compile(r"(?:ber|ter|di|me(?:m|n|ng|ny|l|r|w))[a-z]{4,}")
_SCORE = re.compile(r"\d{1,2}[.,]\d{1,2}(?!\w|[.,]\d|\s?%)")
_OF_YEAR = re.compile(r"\s(?:19|20)\d{2}\b")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AFTER_SCORE = 160  # characters between "skor" and the last mark that it is said of
_BEFORE_ONLY = frozenset({"rp", "rm"})  # signs that never follow their number
_KINDS = {"units": "unit", "currencies": "currency", "durations": "duration"}
_NAMED = re.compile(r"[^\W\d_]{2,20}\s[A-Z][^\W\d_]{1,19},\s\Z|[a-z]\s[A-Z][a-z]{1,19},\s\Z")
_CLOSED = re.compile(r"[,.;)]|\Z")
_AGE_REACH = 40  # characters between "usia" and the years
_OFFICE = re.compile(r"[A-Z]{2,6}|[A-Z][a-z]+/[A-Z][a-z]+")
_YEAR = re.compile(r"(?:19|20)\d{2}")


@cache
def _trigger(language: Language) -> re.Pattern[str]:
    """Where a number begins, in lower case; a currency sign before it is part of it."""
    signs = sorted(language.table("currencies"), key=len, reverse=True)
    short = "|".join(re.escape(sign) for sign in signs if len(sign) <= 3)
    words = number_words(language) + "|" + "|".join(sorted(language.terms("vague_numbers")))
    return re.compile(
        rf"(?<!\w)(?:(?<!\$)(?P<money>(?:{short})\.?\s{{0,2}})(?=\d)"
        r"|(?<![/.,-])\d++(?:[.,]\d++)*+"
        rf"|(?<!-)(?:{words})(?!\w|-(?!{words})))"
    )


class _Unit(NamedTuple):
    """What is counted or measured: up to where it goes and the form shown."""

    end: int
    shown: str
    rule: str
    measure: bool  # a unit of measure, a currency or a counting word
    exact: bool = False  # a unit of measure or a currency, whatever word stands before the number


def find_figures(release: Release, dates: tuple[Date, ...]) -> tuple[Figure, ...]:
    """The quantities of the story, each once, in order.

    >>> from summarize import summarize
    >>> summary = summarize("Bantuan Rp 1,2 miliar untuk 514 kabupaten/kota.", language="id")
    >>> [(figure.value, figure.unit) for figure in summary.findings.figures]
    [(1200000000, 'Rp'), (514, 'kabupaten/kota')]
    """
    said: dict[object, list[str]] = {}
    found = []
    spans = [date.span for date in dates]
    for paragraph in release.paragraphs:
        for figure in _figures(release, paragraph, spans):
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
    first = bisect_right(dates, within.start, key=attrgetter("end"))
    ahead = (dates[n] for n in range(first, len(dates)))
    date = next(ahead, None)
    done = within.start
    for m in _trigger(language).finditer(release.lowered, within.start, within.end):
        while date is not None and date.end <= m.start():
            date = next(ahead, None)
        if m.start() < done or (date is not None and date.start < m.end()):
            continue
        at = m.end() if m["money"] else m.start()
        if m[0] in language.terms("vague_numbers"):
            if vague := _vague(text, Span(*m.span()), within, language):
                done = vague.span.end
                yield vague
            continue
        low = (not m["money"] and _percentage(text, at, within.end, language)) or read_number(
            text, at, within.end, language, money=bool(m["money"])
        )
        if not low:
            continue
        done = low.span.end
        figure = (
            _money(text, m, low, within.end, language)
            if m["money"]
            else _amount(text, low, within, language)
        )
        if figure is not None:
            done = figure.span.end
            yield figure


def _money(text: str, m: re.Match[str], low: Number, end: int, language: Language) -> Figure:
    """``Rp 1,2 miliar``, ``Rp 1 sampai 2 miliar``."""
    low, high = _range(text, low, end, language, money=True)
    sign = text[m.start() : m.end()].strip()
    unit = language.table("currencies")[sign.rstrip(".").lower()]
    stop = (high or low).span.end
    rate = _RATE.match(text, stop, end)
    end = rate.end() if rate else stop
    unit += rate[0] if rate else ""
    rule = f"currency: {sign}"
    return Figure(Span(m.start(), end), low.value, _upper(high), unit, rule)


def _vague(text: str, word: Span, within: Span, language: Language) -> Figure | None:
    """``ratusan triliun rupiah``, ``ribuan warga``: an amount of which only the size is told."""
    stop = word.end
    for _ in range(2):
        scale = _NEXT.match(text, stop, within.end)
        if scale is None or scale[1].lower() not in language.table("scales"):
            break
        stop = scale.end()
    of = _NEXT.match(text, stop, within.end) if language.code == "en" else None
    if of and of[1] == "of":  # "hundreds of households"
        stop = of.end()
    unit = _unit(text, stop, within.end, language, in_words=True)
    if unit is None or unit.rule.startswith("duration"):
        return None
    return Figure(
        Span(word.start, unit.end), None, None, unit.shown, "number not told: " + word.of(text)
    )


def _amount(text: str, low: Number, within: Span, language: Language) -> Figure | None:
    """``20,6 persen``, ``5-6 jam``, ``88 ekor sapi``, ``lima juta hektare``."""
    at = low.span.start
    low, high = _range(text, low, within.end, language, money=False)
    stop = (high or low).span.end
    if not low.in_words and (again := _IN_WORDS_TOO.match(text, stop, within.end)):
        words = again[1].lower().split()
        if all(w in language.table("numbers") or w in language.table("scales") for w in words):
            stop = again.end()  # "10 (sepuluh)"
    unit = _unit(text, stop, within.end, language, in_words=low.in_words)
    before = _word_before(text, at, within.start)
    if unit is None and not low.in_words and low.value != low.plain:
        return Figure(
            Span(at, stop), low.value, _upper(high), None, "large number"
        )  # "mencapai 320 juta"
    if unit is None:
        mark = high is None and _mark(text, low.span, within, language)
        return Figure(low.span, low.value, None, None, mark) if mark else None
    if not _counts(text, low, unit, before, language):
        return None
    if high is None and not unit.measure and _TIME.fullmatch(low.span.of(text)):
        return None
    rate = _RATE.match(text, unit.end, within.end)
    end = rate.end() if rate else unit.end
    shown = unit.shown + (" " + rate[0].strip() if rate else "")
    return Figure(Span(at, end), low.value, _upper(high), shown, unit.rule)


def _upper(high: Number | None) -> int | float | None:
    return high.value if high else None


def _mark(text: str, number: Span, within: Span, language: Language) -> str:
    """The rule by which a decimal number without a unit is a mark, empty where it is none."""
    start, end = within
    if not _SCORE.match(text, number.start, end) or text[number.end - 1] in ".,":
        return ""
    if "," not in number.of(text) and language.code == "id":
        return ""  # 9.30 is a time, 2.1 a chapter
    if text[number.start - 1 : number.start] + text[number.end : number.end + 1] == "()":
        return "mark in brackets"
    said = text[max(start, number.start - _AFTER_SCORE) : number.start].lower()
    marks = language.terms("score_words")
    word = next((word for word in _WORDS.findall(said) if word in marks), None)
    return f"mark: {word}" if word else ""


def _percentage(text: str, at: int, end: int, language: Language) -> Number | None:
    """A percentage with a space inside: ``60, 4%``."""
    m = _SPLIT_PERCENT.match(text, at, end) if language.code == "id" else None
    if m is None:
        return None
    written = read_number(f"{m[1]},{m[2]}", 0, len(m[0]), language, money=False)
    return written and Number(Span(*m.span()), written.value, written.plain, False)


def _range(
    text: str, low: Number, end: int, language: Language, *, money: bool
) -> tuple[Number, Number | None]:
    """Both ends of ``1 sampai 2 miliar``: the scale of the second is that of the first too."""
    to = _TO.match(text, low.span.end, end)
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


def _word_before(text: str, at: int, start: int) -> tuple[str, bool]:
    """The word before a number, and whether it begins a sentence or stands outside a bracket."""
    floor = max(start, at - 40)
    m = _PREVIOUS.search(text, floor, at)
    if m is None:
        return "", True
    earlier = text[max(start, m.start() - 3) : m.start()].rstrip()
    first = m.start() == start or (earlier[-1:] in ".!?:“\"'‘’" and earlier != "")
    apart = "(" in m[2] or m[0][len(m[1]) :].startswith(":")  # "MI Putra (576 murid)"
    return m[1], first or apart


def _unit(text: str, at: int, end: int, language: Language, *, in_words: bool) -> _Unit | None:
    """The unit of measure or the noun counted that begins at ``at``."""
    if percent := _PERCENT.match(text, at, end):
        return _Unit(percent.end(), language.table("units")["%"], "percentage", True, True)
    one = _NEXT.match(text, at, end)
    if one is None:
        return _joined_unit(text, at, end, language)
    two = _NEXT.match(text, one.end(), end)
    for last in (two, one):  # "meter persegi" before "meter"
        if last is None:
            continue
        written = " ".join(text[one.start(1) : last.end()].lower().split())
        for kind, name in _KINDS.items():
            if written in _BEFORE_ONLY:
                break
            if (shown := language.table(kind).get(written)) and (last is two or len(written) > 1):
                rule = f"{name}: {written}"
                return _Unit(last.end(), shown, rule, True, kind != "durations")
    if language.code == "en":
        return _english_noun(text, one, end, language, in_words)
    return _noun(one, two, language, in_words)


def _joined_unit(text: str, at: int, end: int, language: Language) -> _Unit | None:
    """The unit of measure that a hyphen joins to its number: ``500-megawatt``."""
    joined = _JOINED.match(text, at, end)
    for kind, name in _KINDS.items():
        if joined and (shown := language.table(kind).get(joined[1].lower())):
            rule = f"{name}: {joined[1]}"
            return _Unit(joined.end(), shown, rule, True, kind != "durations")
    return None


def _noun(
    one: re.Match[str], two: re.Match[str] | None, language: Language, in_words: bool
) -> _Unit | None:
    """A noun in lower case, with the noun after it where it is a counting word."""
    word, counting = one[1], language.terms("classifiers")
    pair = f"{word} {two[1]}" if two else ""
    rule = f"counting word: {word}"
    if pair.lower() in counting and two:
        return _Unit(two.end(), pair.lower(), f"counting word: {pair}", True)
    if word.lower() in counting:
        if (
            two
            and len(one[1]) > 1
            and _is_noun(two[1], language)
            and word.lower() in language.terms("measure_words")
        ):
            return _Unit(two.end(), pair.lower(), rule, True)
        return _Unit(one.end(), word.lower(), rule, True)
    if in_words and not _told(word, two, language):
        return None
    glued = one.start() == one.start(1)  # "4WD", "5G" are names
    if glued or not _is_noun(word, language):
        return None
    return _Unit(one.end(), word, f"counted noun: {word}", False)


def _told(word: str, after: re.Match[str] | None, language: Language) -> bool:
    """Whether a number in words tells how many there are: no "tiga isu", no "tujuh lokasi ini"."""
    if after and after[1] in language.terms("back_words"):
        return False
    return word in language.terms("counted_nouns") or (word.isupper() and len(word) > 2)


def _is_noun(word: str, language: Language) -> bool:
    """Whether a word after a number can be what it counts: lower case, no function word or verb."""
    if word.lower() in language.terms("region_kinds") or _OFFICE.fullmatch(word):
        return word.lower() not in language.terms("not_counted")  # "13 Kecamatan", "24 OPD"
    if word[0].isupper() and word.lower() in language.terms("counted_nouns"):
        return True  # "5 Undang-Undang", "50 Kodim"
    if not word.islower() or len(word) < 3 or word in language.terms("not_counted"):
        return False
    if word in language.table("numbers") or word in language.table("scales"):
        return False
    return not _VERB.fullmatch(word) or word in language.terms("nouns_like_verbs")


def _english_noun(
    text: str, one: re.Match[str], end: int, language: Language, in_words: bool
) -> _Unit | None:
    """The first plural within three words: ``12 new schools``."""
    last: re.Match[str] | None = one
    counting, aside = language.terms("classifiers"), language.terms("not_counted")
    told = language.terms("counted_nouns")
    for _ in range(3):
        if last is None or not last[1].islower() or last[1] in aside:
            return None
        shown = text[one.start(1) : last.end()]
        if last[1] in counting:
            return _Unit(last.end(), shown, f"counting word: {last[1]}", True)
        if (
            last[1] in told
            if in_words
            else last[1].endswith("s") and not last[1].endswith(("ss", "sis", "us"))
        ):
            return _Unit(last.end(), shown, f"counted noun: {last[1]}", False)
        last = _NEXT.match(text, last.end(), end)
    return None


def _counts(
    text: str,
    low: Number,
    unit: _Unit,
    before: tuple[str, bool],
    language: Language,
) -> bool:
    """Whether the number is an amount, and no name, label, year, time, age or ordinal."""
    word, first = before
    cue = word.lower() in language.terms("quantity_cues")
    label = word.lower() in language.terms("number_labels")
    if label and (not unit.exact or _YEAR.fullmatch(low.span.of(text))):
        return False
    if low.in_words and text[low.span.start].isupper() and word[:1].isupper() and not first:
        return False  # "Program Tiga Juta Rumah"
    if unit.rule.startswith("duration"):
        return _lasts(text, low, unit, word, language) and not _aged(text, low, unit, language)
    if low.in_words and low.value <= 1 and (not unit.measure or (unit.exact and not cue)):
        return False  # "satu sekolah", "setiap satu hektare" is any, not so "seberat satu ton"
    if not unit.measure and not cue:
        if word[:1].isupper() and not first:
            return False  # part of a name: "Forum Merdeka Barat 9"
        if _YEAR.fullmatch(low.span.of(text)):
            return False
    return True


def _aged(text: str, low: Number, unit: _Unit, language: Language) -> bool:
    """Whether it is how old somebody is: ``Rahma, 49 tahun, warga Palu``, ``usia minimal 17``."""
    start = low.span.start
    if unit.shown not in language.terms("age_units"):
        return False
    if _NAMED.search(text, max(0, start - 40), start) and _CLOSED.match(text, unit.end):
        return True
    words = _WORDS.findall(text, max(0, start - _AGE_REACH), start)
    return not language.terms("age_words").isdisjoint(word.lower() for word in words[-4:])


def _lasts(text: str, low: Number, unit: _Unit, word: str, language: Language) -> bool:
    """Whether a stretch of time is how long something takes, not when it was or how old it is."""
    after = _NEXT.match(text, unit.end)
    cue = word.lower() in language.terms("duration_cues")
    pointing = cue and after and after[1] in language.terms("back_words")  # "berlangsung 3 jam itu"
    if after and after[1].lower() in language.terms("relative_time") and not pointing:
        return False
    if _OF_YEAR.match(text, unit.end):  # "UU 22 Tahun 2009"
        return False
    return not low.in_words or cue
