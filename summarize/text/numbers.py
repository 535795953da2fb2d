"""Numbers as written, in figures and in words: ``4.300``, ``1,2 miliar``, ``dua puluh lima``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarize.languages import Language
from summarize.models import Span
from summarize.patterns import pattern

_DIGITS = pattern(r"\d++(?:[.,]\d++)*+")
# "344. 320.772. 000, 00": spaces inside, as they are typed in sums of money
# and "32.005.872.242.0002. Inspektorat": the number of the next item of a list sticks to a sum
_SPACED = pattern(
    r"\d{1,3}+(?:[.]\s?\d{3}(?!\d(?!\d?\.\s?[A-Z]))){1,6}+"
    r"(?:,\s?(?:\d{1,2}(?![\d.,]*\d)|[-–—]{1,2}))?"
)
_SPLIT = pattern(r"\d{1,3}(?:\.\d{3}){0,4}, \d{1,2}(?=\s?[^\W\d_]{3,9}(?!\w))")  # "158, 7 triliun"
_DASH = pattern(r",\s?[-–—]{1,2}")  # "Rp 5.000,-"
_GROUPED = pattern(
    r"[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d)){1,4}+(?![.,]?\d)"
)  # "1 234 500"
_FILLING = pattern(r"[\s–—-]")
_GROUPS = {
    ",": pattern(r"(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,6}))?"),
    ".": pattern(r"(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,6}))?"),
}
_WORD = pattern(r"[\s-]{0,2}([^\W\d_]{1,20})(?!\w)")
_LONGEST = 40  # characters of a number worth reading
_WORDS = 8  # words of a number in words


class Number(NamedTuple):
    """A number where it stands; ``plain`` is the part before its scale ("1,2" of "1,2 miliar")."""

    span: Span
    value: int | float
    plain: int | float
    in_words: bool

    def times(self, factor: float) -> Number:
        """The number with the scale that only the end of a range has: "1 sampai 2 miliar"."""
        return Number(self.span, _times(self.value, factor), self.plain, self.in_words)


def _times(value: int | float, factor: int | float) -> int | float:
    """The product without the noise of binary fractions: 2.3 times a million is an integer."""
    if isinstance(value, int) and isinstance(factor, int):
        return value * factor
    return _whole(float(f"{value * factor:.15g}"))


def _whole(value: int | float) -> int | float:
    return int(value) if value == int(value) else value


def _read(written: str) -> int | float:
    return _whole(float(written)) if "." in written else int(written)


def read_number(text: str, at: int, end: int, language: Language, *, money: bool) -> Number | None:
    """The number that begins at ``at``, with its scale; None if it is no quantity.

    Sums of ``money`` may have spaces inside and one-letter scales ("Rp 3,8 M").
    """
    if text[at : at + 1].isdigit():
        read = _in_figures(text, at, end, language, money)
        return read and scaled(text, read, end, language, money=money)
    return _in_words(text, at, end, language)


def _in_figures(text: str, at: int, end: int, language: Language, money: bool) -> Number | None:
    m = (
        (money and _spaced(text, at, end, language))
        or _GROUPED.match(text, at, end)
        or _DIGITS.match(text, at, end)
    )
    if m is None or m.end() - at > _LONGEST:
        return None
    value = _parsed(_FILLING.sub("", m[0]).rstrip(","), language)
    if value is None or (m[0][0] == "0" and m[0][1:2].isdigit()):
        return None  # no quantity begins with an idle nought: telephones, times
    dash = _DASH.match(text, m.end(), end) if money else None
    stop = dash.end() if dash else _behind_about(text, m.end(), language)
    return Number(Span(at, stop), value, value, False)


def _behind_about(text: str, at: int, language: Language) -> int:
    """Where a number ends with what rounds it: ``Rp 900-an juta``, ``300-an warga``."""
    about = f"-{language.rules.about}"
    end = at + len(about)
    ends = text.startswith(about, at) and not text[end : end + 1].isalnum()
    return end if language.rules.about and ends else at


def _spaced(text: str, at: int, end: int, language: Language) -> re.Match[str] | None:
    """A sum with spaces inside, as it is typed: ``344. 320.772``, ``158, 7 triliun``."""
    if not language.rules.spaced_numbers:
        return None
    if split := _SPLIT.match(text, at, end):
        scale = _WORD.match(text, split.end(), end)
        if scale and scale[1].lower() in language.table("scales"):
            return split
    return _SPACED.match(text, at, end)


def _parsed(written: str, language: Language) -> int | float | None:
    """The value by the language's own decimal sign, else by the other one where that is clear."""
    for sign in sorted(_GROUPS, key=lambda sign: sign != language.rules.decimal_sign):
        if m := _GROUPS[sign].fullmatch(written):
            units = m[1].replace(".", "").replace(",", "")
            return _read(f"{units}.{m[2]}" if m[2] else units)
    return None


def scaled(text: str, number: Number, end: int, language: Language, *, money: bool) -> Number:
    """The number with the scale that follows it: 1,2 and "miliar"."""
    span, value = number.span, number.value
    for _ in range(2):  # "2 ribu triliun"
        m = _WORD.match(text, span.end, end)
        scale = m and _scale(m[1], language, money=money)
        if not m or not scale:
            break
        value = _times(value, int(scale))
        span = Span(span.start, m.end())
    return Number(span, value, number.plain, number.in_words)


def _scale(word: str, language: Language, *, money: bool) -> str | None:
    """What a scale multiplies by, also where it says "about": ``Rp 1,5 jutaan``."""
    scales = language.table("scales")
    if len(word) == 1:
        return scales.get(word) if money else None
    lower = word.lower()
    return scales.get(lower) or scales.get(lower.removesuffix(language.rules.about))


@cache
def number_words(language: Language) -> str:
    """An alternation of the words with which a number can begin."""
    words = (w for w, v in language.table("numbers").items() if v[0] not in "*+")
    return "|".join(sorted(words, key=len, reverse=True))


def _in_words(text: str, at: int, end: int, language: Language) -> Number | None:
    """``dua puluh lima juta``: units, multipliers of the last one, scales of all before them."""
    numbers, scales = language.table("numbers"), language.table("scales")
    total: int | float = 0
    current: int | float = 0
    last: int | float = 0
    plain: int | float | None = None
    stop = at
    for _ in range(_WORDS):
        m = _WORD.match(text, stop, end)
        word = m[1].lower() if m else ""
        if m is None:
            break
        if word in numbers:
            last, current = _counted(numbers[word], last, current)
        elif word in scales and len(word) > 1 and current:
            plain = current if plain is None else plain
            total += _times(current, int(scales[word]))
            current = last = 0
        elif not (last and word in language.terms("number_links")):
            break
        stop = m.end()
    if stop == at:
        return None
    value = _whole(total + current)
    return Number(Span(at, stop), value, value if plain is None else plain, True)


def _counted(kind: str, last: int | float, current: int | float) -> tuple[int | float, int | float]:
    """The last unit and the sum with one more word: a unit, ``+10`` or ``*100``."""
    if kind[0] == "+":
        return last, current + int(kind)
    if kind[0] == "*":
        return last, current + last * (int(kind[1:]) - 1)
    unit = _read(kind)
    return unit, current + unit
