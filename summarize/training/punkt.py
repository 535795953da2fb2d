"""Learns the Punkt parameters that ship as ``languages/<code>/learnt/punkt.txt``.

    python -m summarize.training punkt PARAGRAPHS.txt.xz > summarize/languages/id/learnt/punkt.txt

The corpus is one paragraph a line, plain or xz. NLTK's trainer does the counting; what it
learns is then pruned to what the decision needs and what enough text supports:

* abbreviations and collocations of letters that were seen often enough, as a trainer that has
  seen millions of words takes many a rare word that once ended a sentence for an abbreviation
  (and those with a number not at all: Indonesian writes no ordinals with a stop);
* of the orthographic context, which words occur in lower case, and which of them are often
  capitalised inside a sentence. NLTK keeps whether that was ever seen, and in so much text
  nearly everything was; here it counts from a share of the occurrences on.
"""

from __future__ import annotations

import argparse
import lzma
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktTrainer

ABBREVIATION_SEEN = 5  # with its stop
COLLOCATION_SEEN = 3
STARTER_SEEN = 30
LOWER_SEEN = 10
NAME_SHARE = 0.1  # of its occurrences inside sentences from which on a word counts as a name too

BEGUN = 3  # sentences that a word has begun before it is worth keeping

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ABBREVIATION = re.compile(r"[^\W\d_]{1,5}(?:\.[^\W\d_]{1,4})*")

HEAD = """\
# What NLTK's PunktTrainer learnt of {words:,} words of Indonesian news, pruned.
# Made by `python -m summarize.training punkt`; not edited by hand.
"""


def main(argv: list[str]) -> None:
    """Trains on the corpus named in ``argv`` and prints the parameters."""
    parser = argparse.ArgumentParser(
        prog="python -m summarize.training punkt", description="Learn the Punkt parameters."
    )
    parser.add_argument("corpus", type=Path, help="a paragraph a line, .txt or .txt.xz")
    corpus = parser.parse_args(argv).corpus
    content = corpus.read_bytes()
    text = (lzma.decompress(content) if corpus.suffix == ".xz" else content).decode("utf-8")
    sys.stdout.write(learn(text))


def learn(text: str) -> str:
    """The parameters learnt from ``text``, as the data file holds them."""
    from nltk.tokenize.punkt import PunktParameters, PunktTrainer

    class Counting(PunktParameters):  # type: ignore[misc]
        """Keeps how often each orthographic context was seen, not only that it was."""

        def __init__(self) -> None:
            super().__init__()
            self.contexts: Counter[tuple[str, int]] = Counter()

        def add_ortho_context(self, typ: str, flag: int) -> None:
            super().add_ortho_context(typ, flag)
            self.contexts[typ, flag] += 1

    trainer = PunktTrainer()
    trainer.INCLUDE_ABBREV_COLLOCS = True
    trainer._params = counting = Counting()
    trainer.train(text)
    sections = {
        "abbreviations": _abbreviations(trainer),
        "collocations": _collocations(trainer),
        **_orthography(trainer, counting.contexts),
    }
    parts = [HEAD.format(words=len(text.split()))]
    for name, terms in sections.items():
        parts += [f"[{name}]", *_lines(sorted(terms))]
    return "\n".join(parts) + "\n"


def _lines(terms: list[str]) -> Iterable[str]:
    """The terms that begin with the same letter on lines of their own."""
    for _, group in groupby(terms, key=lambda term: term[0]):
        yield textwrap.fill(" ".join(group), 98, break_long_words=False, break_on_hyphens=False)


def _abbreviations(trainer: PunktTrainer) -> list[str]:
    seen = trainer._type_fdist
    return [
        kind
        for kind in trainer.get_params().abbrev_types
        if _ABBREVIATION.fullmatch(kind) and seen[f"{kind}."] >= ABBREVIATION_SEEN
    ]


def _collocations(trainer: PunktTrainer) -> Iterable[str]:
    seen = trainer._collocation_fdist
    for first, second in trainer.get_params().collocations:
        written = _ABBREVIATION.fullmatch(first) and _WORD.fullmatch(second)
        if written and seen[first, second] >= COLLOCATION_SEEN:
            yield f"{first} {second}"


def _orthography(trainer: PunktTrainer, contexts: Counter[tuple[str, int]]) -> dict[str, list[str]]:
    """The words that begin sentences, those seen in lower case, and those that are names too."""
    from nltk.tokenize.punkt import _ORTHO_BEG_UC, _ORTHO_LC, _ORTHO_MID_UC

    starters = [
        kind
        for kind in trainer.get_params().sent_starters
        if _WORD.fullmatch(kind) and contexts[kind, _ORTHO_BEG_UC] >= STARTER_SEEN
    ]
    begun = [
        kind
        for (kind, flag), seen in contexts.items()
        if flag == _ORTHO_BEG_UC and seen >= BEGUN and _WORD.fullmatch(kind)
    ]
    lower: list[str] = []
    names: list[str] = []
    for kind in begun:
        small = sum(seen for flag, seen in _flags(contexts, kind) if flag & _ORTHO_LC)
        inside = contexts[kind, _ORTHO_MID_UC]
        if small >= LOWER_SEEN:
            (names if inside >= NAME_SHARE * (small + inside) else lower).append(kind)
    return {"starters": starters, "lower": lower, "names": names}


def _flags(contexts: Counter[tuple[str, int]], kind: str) -> Iterable[tuple[int, int]]:
    from nltk.tokenize.punkt import _ORTHO_MAP

    return ((flag, contexts[kind, flag]) for flag in _ORTHO_MAP.values())
