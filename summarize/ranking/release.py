"""What counts in a release and not in the news: the ranker's second, much smaller part.

The network is learnt on news without headlines, where the first sentences tell all and quotations
belong. A release has a headline that says what matters, spreads what was decided over its whole
length, and quotes to please. So where there is a headline, the network's log-odds are shrunk and
a handful of terms are added, whose weights ``summarize.training.release`` learns from annotated
releases: few enough to be read in ``release.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from summarize.languages import read_text
from summarize.models import Findings, Release, Span
from summarize.ranking.features import CENTRE, FEATURES, FIGURES, LENGTH, SPEECH, lexicon
from summarize.ranking.story import Story

HEADLINE = "what it shares with the headline"
PLACE = "the place of the event"
ABBREVIATION = "what it names in full"

# The terms, and the words that --explain uses for each.
TERMS: Mapping[str, str] = {
    "share of the headline": HEADLINE,
    "share of the headline told first": HEADLINE,
    "length": LENGTH,
    "likeness to the story": CENTRE,
    "figures": FIGURES,
    "place of the event": PLACE,
    "explained abbreviation": ABBREVIATION,
    "quotation": SPEECH,
    "reported statement": SPEECH,
}
_MOST_FIGURES = 3
_COPIED = [list(FEATURES).index(name) for name in ("length", "likeness to the story")]


class Weights(NamedTuple):
    """The share of the network's log-odds that counts, a weight a term, and a constant.

    ``usual`` are the terms of a usual sentence, against which the others are weighed.
    """

    network: float
    terms: Mapping[str, float]
    usual: Mapping[str, float]
    constant: float

    def weigh(self, terms: Sequence[float]) -> list[float]:
        """What each of a sentence's ``terms``, in the order of ``TERMS``, adds to its log-odds."""
        return [
            self.terms[name] * (value - self.usual[name])
            for name, value in zip(TERMS, terms, strict=True)
        ]


@cache
def load_weights() -> Weights:
    """The shipped weights."""
    data = json.loads(read_text(__package__, "release.json"))
    return Weights(**data)


def measure_terms(
    release: Release, findings: Findings, story: Story, features: Sequence[Sequence[float]]
) -> list[tuple[float, ...]]:
    """The terms of every sentence of ``story``, in the order of ``TERMS``."""
    spans = [sentence.span for sentence in release.body]
    figures = _count(spans, [figure.span for figure in findings.figures])
    places = _count(spans, findings.event.places)
    explained = _count(spans, [abbreviation.short for abbreviation in findings.abbreviations])
    quoted = _count(spans, [quotation.outer for quotation in findings.quotations])
    reported = _count(spans, [statement.span for statement in findings.statements])
    return [
        (
            *shares,
            *(row[number] for number in _COPIED),
            min(figures[n], _MOST_FIGURES) / _MOST_FIGURES,
            float(places[n] > 0),
            float(explained[n] > 0),
            float(quoted[n] > 0),
            float(reported[n] > 0),
        )
        for n, (shares, row) in enumerate(zip(_headline_shares(story), features, strict=True))
    ]


def _headline_shares(story: Story) -> list[tuple[float, float]]:
    """The share of the headline's words, rare ones first, in each sentence; and for new ones."""
    words = lexicon(story.language.code)
    weights = {w: words.rarity(w) for w in dict.fromkeys(story.title) if w not in words.stop}
    total = sum(weights.values()) or 1.0
    left = dict(weights)
    shares = []
    for sentence in story.words:
        here = [word for word in dict.fromkeys(sentence) if word in weights]
        new = sum(left.pop(word, 0.0) for word in here)
        shares.append((sum(weights[word] for word in here) / total, new / total))
    return shares


def _count(sentences: Sequence[Span], found: Sequence[Span]) -> list[int]:
    """How many of ``found`` overlap each of ``sentences``; both stand in order."""
    counts = [0] * len(sentences)
    first = 0
    for span in sorted(found):
        while first < len(sentences) and sentences[first].end <= span.start:
            first += 1
        for number in range(first, len(sentences)):
            if sentences[number].start >= span.end:
                break
            counts[number] += 1
    return counts
