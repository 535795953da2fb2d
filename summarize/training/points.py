"""Learns what speaks for a key point: ``python -m summarize.training points RELEASES NEWS``.

RELEASES and NEWS are as for ``release``. Prints the weights of a logistic regression over all of
them, which stand rounded and with the reasons for what differs in ``summarize.points``, and how
many of the annotators' key points are covered: by the shipped weights, and in each release by
those that the others teach.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from summarize.anatomy import take_apart
from summarize.findings import find_all
from summarize.models import Span
from summarize.passages import find_passages
from summarize.points import WEIGHTS, rank
from summarize.points.candidates import Candidate, find_candidates
from summarize.reading import from_text
from summarize.training.annotated import Annotated, read_annotated
from summarize.training.regression import Array, fit

HELD = 2.0  # how strongly weights are held at 0
_BESIDE = 2  # so many points more than the annotator has are looked at


class Measured(NamedTuple):
    """The passages of a release, their features, which bear a key point, and the key points."""

    candidates: list[Candidate]
    rows: Array
    wanted: Array
    points: tuple[tuple[Span, ...], ...]


def measure(annotated: Annotated) -> Measured:
    """What there is to learn from in a release."""
    release = take_apart(from_text(annotated.text), "id")
    findings = find_all(release)
    candidates = find_candidates(release, findings, find_passages(release, findings))
    evidence = [span for point in annotated.points for span in point]
    return Measured(
        candidates,
        np.array([[*(c.features[name] for name in WEIGHTS), 1.0] for c in candidates]),
        np.array([float(any(c.span.overlaps(span) for span in evidence)) for c in candidates]),
        annotated.points,
    )


def learn(releases: Sequence[Measured]) -> dict[str, float]:
    """The weight of each feature."""
    rows = np.concatenate([r.rows for r in releases])
    wanted = np.concatenate([r.wanted for r in releases])
    weights = fit(rows, wanted, np.zeros(rows.shape[1]), HELD)
    return dict(zip(WEIGHTS, map(float, weights), strict=False))


def coverage(releases: Sequence[Measured], weigh: Callable[[int], Mapping[str, float]]) -> float:
    """The share of the annotators' key points that the points found touch."""
    covered = 0
    for number, one in enumerate(releases):
        ranked = rank(one.candidates, weigh(number))
        listed = [c for c in ranked for _ in c.enumerations or (None,)]  # a point for each list
        found = listed[: len(one.points) + _BESIDE]
        covered += sum(
            any(c.span.overlaps(span) for c in found for span in point) for point in one.points
        )
    return covered / sum(len(one.points) for one in releases)


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="points", description=__doc__)
    parser.add_argument("releases", type=Path)
    parser.add_argument("news", type=Path)
    args = parser.parse_args(argv)
    releases = [measure(one) for one in read_annotated(args.releases, args.news)]
    for name, weight in learn(releases).items():
        print(f"{weight:6.2f}  {name}")
    shipped = coverage(releases, lambda _: WEIGHTS)
    others = coverage(releases, lambda n: learn([*releases[:n], *releases[n + 1 :]]))
    print(f"covered of {len(releases)} releases: shipped {shipped:.3f}, by the others {others:.3f}")
