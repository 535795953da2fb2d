"""What a number measures or counts: a unit of measure, a currency, or a noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarize.findings.figures.words import NEXT_WORD
from summarize.languages import Language
from summarize.patterns import pattern

# "500-megawatt", "25-year", "3.5-million-tonne"; an age is none
_JOINED = pattern(r"-([^\W\d_]{2,15}(?:-hour)?)(?![\w’']|-(?:old|hour)\b)")
_PERCENT = pattern(r"\s{0,2}%")
_VERB = pattern(r"(?:ber|ter|di|me(?:m|n|ng|ny|l|r|w))[a-z]{4,}")
_OFFICE = pattern(r"[A-Z]{2,6}|[A-Z][a-z]+/[A-Z][a-z]+")
_KINDS = {"units": "unit", "currencies": "currency", "durations": "duration"}


class Unit(NamedTuple):
    """What is counted or measured: up to where it goes and the form shown."""

    end: int
    shown: str
    rule: str
    measure: bool  # a unit of measure, a currency or a counting word
    exact: bool = False  # a unit of measure or a currency, whatever word stands before the number

    @property
    def is_duration(self) -> bool:
        """Whether it is a stretch of time."""
        return self.rule.startswith("duration")


def find_unit(text: str, at: int, end: int, language: Language, *, in_words: bool) -> Unit | None:
    """The unit of measure or the noun counted that begins at ``at``."""
    if percent := _PERCENT.match(text, at, end):
        return Unit(percent.end(), language.table("units")["%"], "percentage", True, True)
    one = NEXT_WORD.match(text, at, end)
    if one is None:
        return _joined_unit(text, at, end, language)
    two = NEXT_WORD.match(text, one.end(), end)
    for last in (two, one):  # "meter persegi" before "meter"
        if last is None:
            continue
        written = " ".join(text[one.start(1) : last.end()].lower().split())
        for kind, name in _KINDS.items():
            if written in language.terms("signs_before"):
                break
            if (shown := language.table(kind).get(written)) and (last is two or len(written) > 1):
                rule = f"{name}: {written}"
                return Unit(last.end(), shown, rule, True, kind != "durations")
    if language.rules.counts_plurals:
        return _english_noun(text, one, end, language, in_words)
    return _noun(one, two, language, in_words)


def _joined_unit(text: str, at: int, end: int, language: Language) -> Unit | None:
    """The unit of measure that a hyphen joins to its number: ``500-megawatt``."""
    joined = _JOINED.match(text, at, end)
    for kind, name in _KINDS.items():
        if joined and (shown := language.table(kind).get(joined[1].lower())):
            rule = f"{name}: {joined[1]}"
            return Unit(joined.end(), shown, rule, True, kind != "durations")
    return None


def _noun(
    one: re.Match[str], two: re.Match[str] | None, language: Language, in_words: bool
) -> Unit | None:
    """A noun in lower case, with the noun after it where it is a counting word."""
    word, counting = one[1], language.terms("classifiers")
    pair = f"{word} {two[1]}" if two else ""
    rule = f"counting word: {word}"
    if pair.lower() in counting and two:
        return Unit(two.end(), pair.lower(), f"counting word: {pair}", True)
    if word.lower() in counting:
        measures = len(word) > 1 and word.lower() in language.terms("measure_words")
        if two and measures and _is_noun(two[1], language):
            return Unit(two.end(), pair.lower(), rule, True)
        return Unit(one.end(), word.lower(), rule, True)
    if in_words and not _told(word, two, language):
        return None
    glued = one.start() == one.start(1)  # "4WD", "5G" are names
    if glued or not _is_noun(word, language):
        return None
    return Unit(one.end(), word, f"counted noun: {word}", False)


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
) -> Unit | None:
    """The first plural within three words: ``12 new schools``."""
    last: re.Match[str] | None = one
    counting, aside = language.terms("classifiers"), language.terms("not_counted")
    told = language.terms("counted_nouns")
    for _ in range(3):
        if last is None or not last[1].islower() or last[1] in aside:
            return None
        shown = text[one.start(1) : last.end()]
        if last[1] in counting:
            return Unit(last.end(), shown, f"counting word: {last[1]}", True)
        plural = last[1].endswith("s") and not last[1].endswith(("ss", "sis", "us"))
        if last[1] in told if in_words else plural:
            return Unit(last.end(), shown, f"counted noun: {last[1]}", False)
        last = NEXT_WORD.match(text, last.end(), end)
    return None
