"""Our own method: a small network over the sentences of a story, learnt from human summaries.

The network (``network``) turns what is measured of the sentences (``features``) into the log-odds
that a person's summary has each. It was learnt from IndoSum (Kurniawan and Louvan 2018,
CC BY-SA 4.0) by ``summarize.training.ranker``. Where there is a headline, ``release`` corrects it.
The set of sentences is then chosen by ``selection``.
"""

from __future__ import annotations

import json
import math
from array import array
from functools import cache

from summarize.languages import read_text
from summarize.models import Findings, Reason, Release
from summarize.ranking.features import FEATURES, measure
from summarize.ranking.network import Layers, Network, contributions, log_odds, read_network, run
from summarize.ranking.release import TERMS, load_weights, measure_terms
from summarize.ranking.selection import Shape
from summarize.ranking.story import Story

# Summaries of IndoSum have about 58 words (standard deviation 4); annotators of releases were
# asked for 45 to 75. Where the model is less sure, as of releases, length counts for more.
NEWS = Shape(reference=55, preferred=58, cost=0.15, most=5)
RELEASES = Shape(reference=59, preferred=62, cost=0.18, most=5)
_STRETCH = 1_000  # sentences that the network sees at once, so that a book fits in memory
_REASONS = 4  # kinds of features that are told


@cache
def load_network() -> Network:
    """The shipped network."""
    return read_network(json.loads(read_text(__package__, "model.json"))["network"])


def probability(odds: float) -> float:
    """The probability of log-odds, rounded to be alike on any machine."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 9)


class Scored:
    """The scores of a story's sentences, and what they come from."""

    def __init__(self, release: Release, findings: Findings, story: Story) -> None:
        self._network = load_network()
        self._features = measure(story)
        self._start, self._layers = 0, self._run(0)
        self.odds = array("d", log_odds(self._network, self._layers))
        for start in range(_STRETCH, len(self._features), _STRETCH):
            self.odds.extend(log_odds(self._network, self._run(start)))
        self.terms = measure_terms(release, findings, story, self._features)
        self._share = 1.0
        self.shape = NEWS
        self._weights = load_weights() if story.title else None
        constant = 0.0
        if self._weights:
            self._share, constant = self._weights.network, self._weights.constant
            self.shape = RELEASES
        self.scores = array(
            "d",
            (
                probability(self._share * value + constant + sum(self._added(number)))
                for number, value in enumerate(self.odds)
            ),
        )

    def _run(self, start: int) -> Layers:
        return run(self._network, self._features[start : start + _STRETCH])

    def _added(self, sentence: int) -> list[float]:
        """What each of the terms of ``sentence`` adds to its log-odds."""
        return self._weights.weigh(self.terms[sentence]) if self._weights else []

    def reasons(self, sentence: int) -> tuple[Reason, ...]:
        """The kinds of features that weighed most for or against ``sentence``, as log-odds."""
        start = sentence - sentence % _STRETCH
        if start != self._start:
            self._start, self._layers = start, self._run(start)
        features = self._features[sentence]
        parts = contributions(self._network, self._layers, features, sentence - start)
        kinds: dict[str, float] = {}
        for kind, weight in zip(FEATURES.values(), parts, strict=True):
            kinds[kind] = kinds.get(kind, 0.0) + self._share * weight
        for kind, weight in zip(TERMS.values(), self._added(sentence), strict=False):
            kinds[kind] = kinds.get(kind, 0.0) + weight
        most = sorted(kinds.items(), key=lambda item: (-abs(round(item[1], 6)), item[0]))
        return tuple(Reason(kind, round(weight, 2)) for kind, weight in most[:_REASONS])
