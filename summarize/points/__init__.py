"""The key points: what a busy reader must know of a release, most important first.

A candidate is a passage of the story: a paragraph if it is short, else a sentence, or a quotation
that runs over several, since half a quotation is no point. What speaks for a passage is weighed in
the open (``WEIGHTS``), and one that only repeats a point chosen before is left out. What was
found in a passage decides its kind: an announced list, a decision, what somebody states, or news.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarize.models import (
    Enumeration,
    Findings,
    Point,
    PointKind,
    Quotation,
    Release,
    Speaker,
    Statement,
)
from summarize.passages import Passages
from summarize.points.candidates import Candidate, find_candidates

__all__ = ["WEIGHTS", "choose_points", "rank"]

# What each feature adds to the log-odds that a key point rests on the passage: a logistic
# regression on 350 annotated texts (``summarize.training.points``), rounded; more for lists of
# points, which are wanted first, and less for what cannot be read alone.
WEIGHTS = {
    "opens the story": -0.3,
    "stands early": 1.9,
    "shares the headline's words": 2.0,
    "announces points": 2.5,
    "lists names": -0.3,
    "decides": 0.1,
    "quotes": -0.4,
    "reports": 0.3,
    "gives figures": 1.3,
    "gives a date": 0.3,
    "gives the place": 0.3,
    "tells who came": -0.5,
    "thanks": -0.5,
    "appeals": 0.2,
    "looks ahead": 0.3,
    "denies": 0.3,
    "tells results": 0.4,
    "is short": -0.5,
    "is long": 1.0,
    "leans on another sentence": -0.2,
}
_FEWEST, _MOST = 3, 7
_SHARE = 0.7  # of the passages, where a release has few
_SAME = 0.6  # share of the content words of the shorter of two passages that say the same


def choose_points(release: Release, findings: Findings, passages: Passages) -> tuple[Point, ...]:
    """Three to seven key points of ``release``, most important first; fewer where it says less.

    Every announced list is a point, if need be beyond the seventh.
    """
    ranked = rank(find_candidates(release, findings, passages), WEIGHTS)
    return tuple(point for candidate in ranked for point in _points(candidate))


def rank(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> list[Candidate]:
    """The candidates that are points by ``weights``, most important first, then lists beyond."""
    order = sorted(candidates, key=lambda candidate: (-_score(candidate, weights), candidate.span))
    wanted = min(_MOST, max(_FEWEST, round(_SHARE * len(candidates))))
    chosen: list[Candidate] = []
    lists: list[Candidate] = []
    for candidate in order:
        if len(chosen) < wanted and not any(_says_the_same(candidate, one) for one in chosen):
            chosen.append(candidate)
        elif candidate.enumerations:
            lists.append(candidate)
    return [*chosen, *lists]


def _score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    return round(sum(weights[name] * value for name, value in candidate.features.items()), 6)


def _says_the_same(one: Candidate, other: Candidate) -> bool:
    fewest = min(len(one.words), len(other.words))
    return fewest > 0 and len(one.words & other.words) >= _SAME * fewest


def _points(candidate: Candidate) -> Iterator[Point]:
    """A point for each list of the passage, or the passage itself."""
    score = _score(candidate, WEIGHTS)
    for found in sorted(candidate.enumerations, key=lambda found: (not found.points, found.span)):
        speaker = _speaker(candidate, found)
        yield Point(candidate.span, PointKind.LIST, found.rule, speaker, found, score)
    if not candidate.enumerations:
        speaker = _speaker(candidate, None)
        if candidate.features["decides"]:
            kind, rule = PointKind.DECISION, "decision word"
        elif speaker:
            kind, rule = PointKind.STATEMENT, (candidate.quotations or candidate.statements)[0].rule
        else:
            kind, rule = PointKind.NEWS, "passage"
        yield Point(candidate.span, kind, rule, speaker, None, score)


def _speaker(candidate: Candidate, enumeration: Enumeration | None) -> Speaker | None:
    """Who says the passage, or the list in it."""
    told: tuple[Quotation | Statement, ...] = (*candidate.quotations, *candidate.statements)
    if enumeration and enumeration.items:
        first = enumeration.items[0]
        told = tuple(one for one in told if one.span.overlaps(first))
    return next((one.speaker for one in told if one.speaker), None)
