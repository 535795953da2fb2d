"""Numbers before a unit or a noun that are no amounts: names, labels, years, times, ages."""

from __future__ import annotations

import re

from summarize.findings.figures.units import Unit
from summarize.findings.figures.words import NEXT_WORD, WORD, word_before
from summarize.languages import Language
from summarize.text.numbers import Number

_TIME = re.compile(r"\d{1,2}[.:]\d{2}(?!\d)")
_OF_YEAR = re.compile(r"\s(?:19|20)\d{2}\b")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NAMED = re.compile(r"[^\W\d_]{2,20}\s[A-Z][^\W\d_]{1,19},\s\Z|[a-z]\s[A-Z][a-z]{1,19},\s\Z")
_CLOSED = re.compile(r"[,.;)]|\Z")
_AGE_REACH = 40  # characters between "usia" and the years


def is_amount(
    text: str, low: Number, unit: Unit, start: int, language: Language, *, alone: bool
) -> bool:
    """Whether a number is an amount, and no name, label, year, time, age or ordinal.

    ``low`` may be the lower end of a range, else it is ``alone``; its paragraph begins at
    ``start``.
    """
    word, first = word_before(text, low.span.start, start)
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
    return not alone or unit.measure or not _TIME.fullmatch(low.span.of(text))


def _aged(text: str, low: Number, unit: Unit, language: Language) -> bool:
    """Whether it is how old somebody is: ``Rahma, 49 tahun, warga Palu``, ``usia minimal 17``."""
    start = low.span.start
    if unit.shown not in language.terms("age_units"):
        return False
    if _NAMED.search(text, max(0, start - 40), start) and _CLOSED.match(text, unit.end):
        return True
    words = WORD.findall(text, max(0, start - _AGE_REACH), start)
    return not language.terms("age_words").isdisjoint(word.lower() for word in words[-4:])


def _lasts(text: str, low: Number, unit: Unit, word: str, language: Language) -> bool:
    """Whether a stretch of time is how long something takes, not when it was or how old it is."""
    after = NEXT_WORD.match(text, unit.end)
    cue = word.lower() in language.terms("duration_cues")
    pointing = cue and after and after[1] in language.terms("back_words")  # "berlangsung 3 jam itu"
    if after and after[1].lower() in language.terms("relative_time") and not pointing:
        return False
    if _OF_YEAR.match(text, unit.end):  # "UU 22 Tahun 2009"
        return False
    return not low.in_words or cue
