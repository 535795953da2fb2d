"""What speaks for a candidate: features with weights that were learnt from marked texts.

A finder that has to choose among several names what each of them has going for it; the sum of the
weights of these features is the log-odds that it is the right one. The weights stand in a
readable file beside the finder; ``python -m summarize.training choices`` learns them again.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from summarize.languages import read_text

_TOLD = 3  # features that are told of a choice


class Weights(NamedTuple):
    """The weight of each feature, and what is believed without any."""

    terms: Mapping[str, float]
    constant: float

    def odds(self, features: Iterable[str]) -> float:
        """The log-odds that a candidate with these features is right, the same in any order.

        >>> Weights({"beside the day": 2.0}, -1.5).odds(["beside the day", "unheard of"])
        0.5
        """
        return math.fsum([self.constant, *(self.terms.get(feature, 0.0) for feature in features)])

    def reasons(self, features: Iterable[str]) -> str:
        """The features that weigh most, the heaviest first: ``beside the day +2.0``.

        >>> Weights({"venue": -0.5, "at": 2.0}, 0.0).reasons({"venue", "at"})
        'at +2.0, venue -0.5'
        """
        known = {name: self.terms[name] for name in features if name in self.terms}
        heaviest = sorted(known, key=lambda name: (-abs(known[name]), name))[:_TOLD]
        return ", ".join(f"{name} {known[name]:+.1f}" for name in heaviest)


@cache
def load_weights(package: str, name: str) -> Mapping[str, Weights]:
    """The weights of a file ``name``, by what is chosen with them."""
    data = json.loads(read_text(package, name))
    return {choice: Weights(**weights) for choice, weights in data.items()}
