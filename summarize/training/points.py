"""Learns what speaks for a telling: ``python -m summarize.training points RELEASES NEWS``.

RELEASES and NEWS are as for ``release``. Writes the weights of a logistic regression over all of
them into ``summarize.points.weights``, and prints how well the points agree with those that
annotators wrote: by these weights, and in each of ten folds by those that the others teach.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from summarize.anatomy import take_apart
from summarize.findings import find_all
from summarize.models import Span
from summarize.passages import find_passages
from summarize.points import WEIGHTS, choose_tellings, usual_limit
from summarize.points import weights as shipped
from summarize.points.tellings import Telling, find_tellings
from summarize.points.thoughts import Thought, find_thoughts
from summarize.reading import from_text
from summarize.training.annotated import Annotated, read_annotated
from summarize.training.regression import Array, fit

HELD = 5.0  # how strongly weights are held at 0
FURTHER = 0.5  # what a sentence counts for being evidence at all, its length aside
WRITTEN = 15  # words of a point that an annotator writes
_TAKEN = 0.5  # the share of a telling's words that such a point has
_MOST_TAKEN = 9
_BEST = 2 * _MOST_TAKEN / (2 * _MOST_TAKEN + WRITTEN)
_FOLDS = 10
_LONG = 30  # words, more than which are too long for a point
_START = "WEIGHTS = {"


class Measured(NamedTuple):
    """The tellings of a release, how much each is wanted, and what the annotator wrote."""

    text: str
    thoughts: list[Thought]
    tellings: list[Telling]
    wanted: Array
    points: tuple[tuple[Span, ...], ...]
    told: tuple[str, ...]


def measure(annotated: Annotated) -> Measured:
    """What there is to learn from in a release."""
    release = take_apart(from_text(annotated.text), "id")
    findings = find_all(release)
    thoughts = find_thoughts(release, findings, find_passages(release, findings))
    tellings = find_tellings(release, findings, thoughts)
    wanted = []
    for telling in tellings:
        sentence = release.body[telling.sentence].span
        any_of = any(sentence.overlaps(span) for point in annotated.points for span in point)
        first = any(sentence.overlaps(span) for point in annotated.points for span in point[:1])
        wanted.append(FURTHER * any_of + (1 - FURTHER) * first * _agreement(telling.size))
    return Measured(
        annotated.text, thoughts, tellings, np.array(wanted), annotated.points, annotated.told
    )


def _agreement(size: int) -> float:
    """How well so many words can agree with what an annotator writes, against the best."""
    taken = min(_TAKEN * size, _MOST_TAKEN)
    return min(1.0, 2 * taken / (size + WRITTEN) / _BEST)


def learn(releases: Sequence[Measured]) -> dict[str, float]:
    """The weight of each feature."""
    rows = np.array([[*t.features, 1.0] for r in releases for t in r.tellings])
    wanted = np.concatenate([r.wanted for r in releases])
    weights = fit(rows, wanted, np.zeros(rows.shape[1]), HELD)
    return {n: round(float(weight), 2) for n, weight in zip(WEIGHTS, weights, strict=False)}


def write(weights: Mapping[str, float], path: Path) -> None:
    """Put ``weights`` into the module at ``path``, in place of those there."""
    head = path.read_text("utf-8").partition(_START)[0]
    lines = [f'    "{name}": {weight},\n' for name, weight in weights.items()]
    path.write_text(f"{head}{_START}\n{''.join(lines)}}}\n", "utf-8", newline="\n")


def report(
    name: str, releases: Sequence[Measured], weigh: Callable[[int], Mapping[str, float]]
) -> None:
    """Print how well the points agree with the annotators' and how many of theirs they touch."""
    covered = wanted = 0
    agreed: list[tuple[float, float]] = []
    sizes: list[int] = []
    for number, one in enumerate(releases):
        tellings = choose_tellings(one.tellings, weigh(number), usual_limit(one.tellings))
        spans = [one.thoughts[telling.thought].span for telling in tellings]
        wanted += len(one.points)
        covered += sum(any(s.overlaps(e) for s in spans for e in p) for p in one.points)
        if one.told:
            said = [" ".join(s.of(one.text) for s in t.pieces) for t in tellings]
            agreed.append((paired(said, one.told, 1), paired(said, one.told, 2)))
            sizes += [telling.size for telling in tellings]
    shares = " ".join(f"{share:.3f}" for share in np.mean(agreed, axis=0)) if agreed else ""
    print(f"{name}: covered {covered / wanted:.3f}, one to one {shares}")
    if sizes:
        long = np.mean(np.array(sizes) > _LONG)
        print(f"  {len(sizes) / len(agreed):.2f} points of {np.mean(sizes):.1f} words", end=", ")
        print(f"{long:.1%} over {_LONG}")


def paired(shown: Sequence[str], written: Sequence[str], size: int) -> float:
    """The F1 of n-grams of ``size`` of points paired one to one, over all that there are."""
    pairs = sorted(
        (
            (_overlap(one, other, size), i, j)
            for i, one in enumerate(shown)
            for j, other in enumerate(written)
        ),
        reverse=True,
    )
    total, first, second = 0.0, set[int](), set[int]()
    for share, i, j in pairs:
        if i not in first and j not in second:
            first.add(i)
            second.add(j)
            total += share
    return 2 * total / max(1, len(shown) + len(written))


def _overlap(one: str, other: str, size: int) -> float:
    first, second = _grams(one, size), _grams(other, size)
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[n:] for n in range(size)), strict=False))


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="points", description=__doc__)
    parser.add_argument("releases", type=Path)
    parser.add_argument("news", type=Path)
    args = parser.parse_args(argv)
    releases = [measure(one) for one in read_annotated(args.releases, args.news)]
    learnt = learn(releases)
    write(learnt, Path(shipped.__file__))
    report("all", releases, lambda _: learnt)
    others = [
        learn([one for n, one in enumerate(releases) if n % _FOLDS != fold])
        for fold in range(_FOLDS)
    ]
    report("by the other folds", releases, lambda n: others[n % _FOLDS])
