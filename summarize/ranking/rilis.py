"""Our own method: a small network over the sentences of a story, learnt from human summaries.

Learnt from IndoSum (Kurniawan and Louvan 2018, CC BY-SA 4.0) by ``summarize.training.ranker``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from summarize.models import Reason
from summarize.ranking.features import FEATURES, measure
from summarize.ranking.network import Network, contributions, log_odds, read_network, run
from summarize.ranking.selection import Shape
from summarize.ranking.story import Story

SHAPE = Shape(reference=59, preferred=62, cost=0.1, most=5)
_REASONS = 4  # groups of features that are told


@cache
def load_network() -> Network:
    """The shipped network."""
    text = files(__package__).joinpath("model.json").read_text("utf-8")
    return read_network(json.loads(text)["network"])


def probability(odds: float) -> float:
    """The probability of log-odds."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 9)


class Scored:
    """The scores of a story's sentences, and what they come from."""

    def __init__(self, story: Story) -> None:
        self._network = load_network()
        self._features = measure(story)
        self._layers = run(self._network, self._features)
        odds = log_odds(self._network, self._layers)
        self.scores: Sequence[float] = [probability(value) for value in odds]

    def reasons(self, sentence: int) -> tuple[Reason, ...]:
        """The kinds of features that weighed most for or against ``sentence``, as log-odds."""
        parts = contributions(self._network, self._layers, self._features[sentence], sentence)
        kinds: dict[str, float] = {}
        for kind, weight in zip(FEATURES.values(), parts, strict=True):
            kinds[kind] = kinds.get(kind, 0.0) + weight
        most = sorted(kinds.items(), key=lambda item: (-abs(round(item[1], 6)), item[0]))
        return tuple(Reason(kind, round(weight, 2)) for kind, weight in most[:_REASONS])
