"""Abbreviation classes of our own: what a word with a stop behind it is.

The classes are the ``[abbreviations_*]`` lists of ``summarize/languages/<code>/segmentation.txt``,
so that a linguist can add to them. A word is looked up as written: ``No`` is not ``no``, nor
``BPK`` ``Bpk``.
"""

from __future__ import annotations

from enum import Enum
from functools import cache

from summarize.languages import Language, load
from summarize.patterns import pattern


class Kind(Enum):
    """The classes of abbreviations, by what may follow their stop."""

    TITLE = "titles"
    DESIGNATOR = "designators"
    NUMBERED = "numbered"
    LINKING = "linking"
    DEGREE = "degrees"
    CLOSING = "closing"


# S.Pd, M.Si, Ph.D, S.I.K and spelled apart "S. Pd", but no initials before a name ("M.H. Thamrin"):
# a degree has a short second part in lower case or is in the list.
_DEGREE = pattern(r"(?:(?:[SMADB]|Sp|Ph)\.){1,2}[A-Z][a-z]{1,5}(?:\.[A-Z][a-z]{0,4}){0,2}")
_INITIALS = pattern(r"(?:[A-Z]\.){1,4}[A-Z]")


def kind_of(word: str, language: Language) -> Kind | None:
    """The class of ``word`` (without its last stop), None if it is none of ours.

    >>> from summarize.languages import load
    >>> kind_of("Drs", load("id")), kind_of("S.Hut", load("id")), kind_of("rumah", load("id"))
    (<Kind.TITLE: 'titles'>, <Kind.DEGREE: 'degrees'>, None)
    """
    word = word.rpartition("/")[2]  # 16/Pid. Sus
    classes = _classes(language.code)
    kind = classes.get(word)
    if kind is None and _DEGREE.fullmatch(word):
        return Kind.DEGREE
    before, glued, last = word.rpartition(".")
    if kind is None and glued and (are_initials(before) or before in classes):
        return Kind.TITLE if classes.get(last) is Kind.TITLE else None  # H.Muh. Jafar
    return kind


@cache
def _classes(code: str) -> dict[str, Kind]:
    """Each word of the lists with its class; the first class wins."""
    listed = ((kind, load(code).terms(f"abbreviations_{kind.value}")) for kind in reversed(Kind))
    return {word: kind for kind, words in listed for word in words}


def are_initials(word: str) -> bool:
    """Whether ``word`` (without its last stop) is made of initials: M, M.R, J.K."""
    return (len(word) == 1 and word.isalpha()) or _INITIALS.fullmatch(word) is not None
