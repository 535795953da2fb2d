"""Punkt's decision about a full stop, with parameters that were learnt beforehand.

The statistics are those of Kiss and Strunk (2006), learnt with NLTK's ``PunktTrainer`` by
``python -m summarize.training punkt``. NLTK itself is not needed at run time: importing its
tokenizer took 0.19 to 0.27 s where this was measured, reading the parameters here 3 ms, and
cutting a release into sentences 0.3 ms. A test loads the same parameters into NLTK's
``PunktSentenceTokenizer`` and compares the decisions.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import NamedTuple

from summarize.languages import read_lines


class Starts(Enum):
    """Whether a word's spelling says that it begins a sentence."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Parameters(NamedTuple):
    """What was learnt of a language, all in lower case.

    ``lower`` and ``names`` are the orthographic context: the words that occur in lower case, and
    those that do but are often capitalised inside a sentence too.
    """

    abbreviations: frozenset[str] = frozenset()
    collocations: frozenset[tuple[str, str]] = frozenset()
    starters: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def starts_sentence(self, word: str) -> Starts:
        """What the spelling of ``word`` after a stop says, by the orthographic heuristic."""
        kind = word.lower()
        if word[:1].isupper():
            return Starts.YES if kind in self.lower else Starts.UNKNOWN
        return Starts.NO if word[:1].islower() else Starts.UNKNOWN

    def starter(self, word: str) -> bool:
        """Whether a capitalised ``word`` is known to begin sentences."""
        if not word[:1].isupper():
            return False
        return word.lower() in self.starters or self.starts_sentence(word) is Starts.YES

    def abbreviation(self, word: str) -> bool:
        """Whether ``word``, written with a stop, is a learnt abbreviation."""
        kind = word.lower()
        return kind in self.abbreviations or kind.rpartition("-")[2] in self.abbreviations

    def ends_sentence(self, word: str, following: str) -> bool:
        """Whether the stop after ``word`` ends the sentence when ``following`` comes next."""
        initial = len(word) == 1 and word.isalpha()
        if (word.lower(), following.lower()) in self.collocations:
            return False
        if self.abbreviation(word):
            return not initial and self.starter(following)
        if initial or word[:1].isdigit():
            starts = self.starts_sentence(following)
            if starts is Starts.UNKNOWN and initial and following[:1].isupper():
                return following.lower() in self.names
            return starts is not Starts.NO
        return True


@cache
def parameters(code: str) -> Parameters:
    """The parameters shipped for the language ``code``."""
    return read_parameters(read_lines(code, "learnt/punkt.txt"))


def read_parameters(lines: Iterable[str]) -> Parameters:
    """The parameters in ``lines``: under each ``[section]`` its terms, several a line.

    >>> read_parameters(["[starters]", "namun selain", "[collocations]", "m nasir"]).collocations
    frozenset({('m', 'nasir')})
    """
    sections: dict[str, list[str]] = {}
    for line in lines:
        if line.startswith("["):
            terms = sections[line.strip("[]")] = []
        else:
            terms += line.split()
    pairs = iter(sections.pop("collocations", []))
    return Parameters(
        collocations=frozenset(zip(pairs, pairs, strict=True)),
        **{name: frozenset(terms) for name, terms in sections.items()},
    )
