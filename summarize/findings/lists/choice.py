"""Which of the candidates behind a cue is the list, if any: the best one, if a list is likely.

A log-linear model: each candidate's odds are the sum of its evidence times what each feature
weighs in ``choice.json``; that there is no list has the odds 0. ``python -m summarize.training
lists`` learns the weights.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from math import exp
from operator import attrgetter
from typing import NamedTuple

from summarize.findings.lists.candidates import Candidate, find_candidates
from summarize.findings.lists.cue_evidence import Announcement
from summarize.languages import read_text
from summarize.models import Reason

_LIKELY = 0.6  # the probability that there is a list from which on the best one is taken
_REASONS = 3


class Choice(NamedTuple):
    """The candidate that was chosen, how likely a list is there, what weighed most for it."""

    candidate: Candidate
    confidence: float
    reasons: tuple[Reason, ...]


Choose = Callable[[Announcement], Choice | None]


def choose(announcement: Announcement) -> Choice | None:
    """The best candidate behind a cue; None where it is likelier that no list is there."""
    weights = load_weights(announcement.tokens.lexicon.language.code)
    scored = [(_odds(weights, c.evidence), c) for c in find_candidates(announcement)]
    if not scored:
        return None
    odds = sum(exp(min(value, 50.0)) for value, _ in scored)
    confidence = odds / (1 + odds)
    if confidence < _LIKELY:
        return None
    _, best = max(scored, key=lambda each: each[0])
    return Choice(best, confidence, _reasons(weights, best.evidence))


def _odds(weights: Mapping[str, float], evidence: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in evidence.items())


def _reasons(weights: Mapping[str, float], evidence: Mapping[str, float]) -> tuple[Reason, ...]:
    told = [Reason(name, weights.get(name, 0.0) * value) for name, value in evidence.items()]
    return tuple(sorted(told, key=attrgetter("weight"), reverse=True)[:_REASONS])


@cache
def load_weights(code: str) -> dict[str, float]:
    """What each feature weighs in a language: all of them share some, ``en: list`` is added."""
    weights: dict[str, float] = json.loads(read_text(__package__, "choice.json"))
    sign = f"{code}: "
    own = {n.removeprefix(sign): value for n, value in weights.items() if n.startswith(sign)}
    return {n: weights.get(n, 0.0) + own.get(n, 0.0) for n in weights | own}
