"""What counts in a release and not in the news: the ranker's second, much smaller part.

The network is learnt on news without headlines, where the first sentences tell all and quotations
belong. A release has a headline that says what matters, spreads what was decided over its whole
length, and quotes to please. So where there is a headline, the network's log-odds are shrunk and
some twenty terms are added, whose weights ``summarize.training.release`` learns from annotated
releases: few enough to be read in ``release.json``.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from summarize.languages import read_text
from summarize.models import Findings, Release, Span
from summarize.ranking.features import (
    CENTRE,
    FEATURES,
    FIGURES,
    LENGTH,
    NEIGHBOURS,
    PARAGRAPH,
    PLACE,
    SPEECH,
    lexicon,
)
from summarize.ranking.story import Story

HEADLINE = "what it shares with the headline"
EVENT = "the place of the event"
ABBREVIATION = "what it names in full"
COURTESY = "who came and who is thanked"
SUBSTANCE = "what is asked, planned, denied or reached"

# The terms, and the words that --explain uses for each.
TERMS: Mapping[str, str] = {
    "share of the headline told first": HEADLINE,
    "closeness to the headline": HEADLINE,
    "length": LENGTH,
    "long": LENGTH,
    "words before": PLACE,
    "length of the story": PLACE,
    "closes the story": PLACE,
    "opens the paragraph": PARAGRAPH,
    "share in the previous": NEIGHBOURS,
    "distance from the centre": CENTRE,
    "figures": FIGURES,
    "dates": FIGURES,
    "place of the event": EVENT,
    "explained abbreviation": ABBREVIATION,
    "quotation": SPEECH,
    "attendance": COURTESY,
    "thanks": COURTESY,
    "appeal": SUBSTANCE,
    "prospect": SUBSTANCE,
    "denial": SUBSTANCE,
    "result": SUBSTANCE,
}
_MOST_DATES = 2
_COPIED = {name: n for n, name in enumerate(FEATURES) if name in TERMS}  # as the network has them
CUES = ("attendance", "thanks", "appeal", "prospect", "denial", "result")  # kinds of words
_CENTRE = list(FEATURES).index("likeness to the story")


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
) -> list[array[float]]:
    """The terms of every sentence of ``story``, in the order of ``TERMS``."""
    spans = [sentence.span for sentence in release.body]
    figures = _count(spans, [figure.span for figure in findings.figures])
    dates = _count(spans, [date.span for date in findings.dates])
    places = _count(spans, findings.event.places)
    explained = _count(spans, [abbreviation.short for abbreviation in findings.abbreviations])
    quoted = _count(spans, [quotation.outer for quotation in findings.quotations])
    shares, new_shares = _headline_shares(story)
    closeness = _ranks(shares)
    centre = _ranks(array("d", (row[_CENTRE] for row in features)))
    cues = [lexicon(story.language.code).kinds[kind] for kind in CUES]
    last = len(spans) - 1
    rows = []
    for n, (row, words) in enumerate(zip(features, story.words, strict=True)):
        told = {
            "share of the headline told first": new_shares[n],
            "closeness to the headline": 1 / (1 + closeness[n]),
            "closes the story": float(n == last),
            "distance from the centre": centre[n] / (last + 1),
            "figures": float(figures[n] > 0),
            "dates": min(dates[n], _MOST_DATES) / _MOST_DATES,
            "place of the event": float(places[n] > 0),
            "explained abbreviation": float(explained[n] > 0),
            "quotation": float(quoted[n] > 0),
        }
        told.update((name, row[number]) for name, number in _COPIED.items())
        told.update(zip(CUES, (float(not cue.isdisjoint(words)) for cue in cues), strict=True))
        rows.append(array("d", map(told.__getitem__, TERMS)))
    return rows


def _ranks(values: Sequence[float]) -> list[int]:
    """How many of ``values`` come before each when the greatest is first; of equals, the first."""
    ranks = [0] * len(values)
    order = sorted(range(len(values)), key=lambda number: -round(values[number], 9))
    for rank, number in enumerate(order):
        ranks[number] = rank
    return ranks


def _headline_shares(story: Story) -> tuple[array[float], array[float]]:
    """The share of the headline's words, rare ones first, in each sentence; and for new ones."""
    words = lexicon(story.language.code)
    weights = {w: words.rarity(w) for w in dict.fromkeys(story.title) if w not in words.stop}
    total = sum(weights.values()) or 1.0
    left = dict(weights)
    shares, new_shares = array("d"), array("d")
    for sentence in story.words:
        here = [word for word in dict.fromkeys(sentence) if word in weights]
        new = sum(left.pop(word, 0.0) for word in here)
        shares.append(sum(weights[word] for word in here) / total)
        new_shares.append(new / total)
    return shares, new_shares


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
