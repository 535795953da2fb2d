"""Numbers before a unit or a noun that are no amounts: names, labels, years, times, ages."""

from __future__ import annotations

from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.figures.units import Unit
from summarize.findings.figures.words import NEXT_WORD, WORD, word_before
from summarize.languages import Language
from summarize.patterns import pattern
from summarize.text.numbers import Number

_TIME = pattern(r"\d{1,2}[.:]\d{2}(?!\d)")
_OF_YEAR = pattern(r"\s(?:19|20)\d{2}\b")
_YEAR = pattern(r"(?:19|20)\d{2}")
_NAMED = pattern(r"[^\W\d_]{2,20}\s[A-Z][^\W\d_]{1,19},\s\Z|[a-z]\s[A-Z][a-z]{1,19},\s\Z")
_CLOSED = pattern(r"[,.;)]|\Z")
_AGE_REACH = 40  # characters between "usia" and the years


def is_amount(
    text: str, low: Number, unit: Unit, start: int, language: Language, *, alone: bool
) -> bool:
    """Whether a number is an amount, and no name, label, year, time, age or ordinal.

    ``low`` may be the lower end of a range, else it is ``alone``; its paragraph begins at
    ``start``.
    """
    word, first = word_before(text, low.span.start, start)
    named = word[:1].isupper() and not first
    return decide(_AMOUNT, _Number(text, low, unit, word, named, alone, language)).verdict


class _Number(NamedTuple):
    """A number with the unit behind it and the word before it.

    ``named`` says that this word may begin a name, ``alone`` that it is no end of a range.
    """

    text: str
    low: Number
    unit: Unit
    word: str
    named: bool
    alone: bool
    language: Language

    @property
    def written(self) -> str:
        """The number as it is written."""
        return self.low.span.of(self.text)

    def is_cued(self) -> bool:
        """Whether the word before says that a quantity follows: ``seberat``."""
        return self.word.lower() in self.language.terms("quantity_cues")

    def is_year(self) -> bool:
        """Whether it is written as a year is."""
        return _YEAR.fullmatch(self.written) is not None

    def is_labelled(self) -> bool:
        """Whether the word before says that it only numbers something: ``nomor``."""
        label = self.word.lower() in self.language.terms("number_labels")
        return label and (not self.unit.exact or self.is_year())

    def is_title(self) -> bool:
        """Whether it is in words and part of a name: ``Program Tiga Juta Rumah``."""
        capital = self.low.in_words and self.text[self.low.span.start].isupper()
        return capital and self.named

    def lasts(self) -> bool:
        """Whether it is how long something takes."""
        return _lasts(self) and not _aged(self)

    def is_any(self) -> bool:
        """Whether "one" is any: ``satu sekolah``, but ``seberat satu ton``."""
        if not self.low.in_words or self.low.value > 1:
            return False
        return not self.unit.measure or (self.unit.exact and not self.is_cued())

    def is_of_points(self) -> bool:
        """Whether it is in words and counts goals, reasons and the like, which a list may tell."""
        noun, terms = self.unit.shown.split()[-1], self.language.terms
        points = noun in terms("list_points") and noun not in terms("counted_nouns")
        return self.low.in_words and points

    def counts_loosely(self) -> bool:
        """Whether only a noun follows and no word says that a quantity does."""
        return not self.unit.measure and not self.is_cued()

    def is_time(self) -> bool:
        """Whether it may be a time of day, with nothing that is measured behind it."""
        return self.alone and not self.unit.measure and _TIME.fullmatch(self.written) is not None


_AMOUNT: tuple[Row[_Number, bool], ...] = (
    Row(
        "behind a label",
        _Number.is_labelled,
        False,
        "Surat nomor 15 halaman depan.",
        "Surat itu 15 halaman.",
    ),
    Row(
        "part of a name in words",
        _Number.is_title,
        False,
        "Warga ikut Program Tiga Juta Rumah di desa.",
        "Warga mendapat tiga juta rumah di desa.",
    ),
    Row(
        "how long something takes",
        lambda number: number.unit.is_duration and number.lasts(),
        True,
        "Rapat berlangsung 3 jam di balai desa.",
        "Rapat dibuka 3 jam lalu di balai desa.",
    ),
    Row(
        "another stretch of time",
        lambda number: number.unit.is_duration,
        False,
        "Rapat dibuka 3 jam lalu di balai desa.",
        "Rapat berlangsung 3 jam di balai desa.",
    ),
    Row(
        "any one",
        _Number.is_any,
        False,
        "Bupati melihat satu ekor sapi dan satu hektare sawah.",
        "Bupati melihat dua ekor sapi dan dua hektare sawah.",
    ),
    Row(
        "points in words",
        _Number.is_of_points,
        False,
        "en: It pursues three goals.",
        "en: It owns three boats.",
    ),
    Row(
        "part of a name",
        lambda number: number.counts_loosely() and number.named,
        False,
        "Warga menonton Forum Barat 9 sekolah kemarin.",
        "Warga datang ke 9 sekolah kemarin.",
    ),
    Row(
        "a year",
        lambda number: number.counts_loosely() and number.is_year(),
        False,
        "Warga hadir pada 2019 sekolah itu.",
        "Warga hadir di 219 sekolah itu.",
    ),
    Row(
        "a time of day",
        _Number.is_time,
        False,
        "Sejak kemarin 10.30 buku dibagikan.",
        "Sebanyak 1030 buku dibagikan.",
    ),
    Row("anything else", always, True, "Bantuan untuk 25 sekolah.", "Rapat 3 jam lalu."),
)


def _aged(number: _Number) -> bool:
    """Whether it is how old somebody is: ``Rahma, 49 tahun, warga Palu``, ``usia minimal 17``."""
    text, unit, language = number.text, number.unit, number.language
    start = number.low.span.start
    if unit.shown not in language.terms("age_units"):
        return False
    if _NAMED.search(text, max(0, start - 40), start) and _CLOSED.match(text, unit.end):
        return True
    words = WORD.findall(text, max(0, start - _AGE_REACH), start)
    return not language.terms("age_words").isdisjoint(word.lower() for word in words[-4:])


def _lasts(number: _Number) -> bool:
    """Whether a stretch of time is how long something takes, not when it was or how old it is."""
    text, unit, language = number.text, number.unit, number.language
    after = NEXT_WORD.match(text, unit.end)
    cue = number.word.lower() in language.terms("duration_cues")
    pointing = cue and after and after[1] in language.terms("back_words")  # "berlangsung 3 jam itu"
    if after and after[1].lower() in language.terms("relative_time") and not pointing:
        return False
    if _OF_YEAR.match(text, unit.end):  # "UU 22 Tahun 2009"
        return False
    return not number.low.in_words or cue
