"""Learns the ranker's correction: ``python -m summarize.training release RELEASES NEWS OUT.json``.

RELEASES is a folder of annotated releases, NEWS the collection that the annotated reports are
from (``summarize.training.annotated``). They are few, so there are few weights
(``summarize.ranking.release.TERMS``), held near what the network alone would say; how well that
carries over is reported on the releases of the folder, each with the weights that all the others
teach.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from summarize.anatomy import take_apart
from summarize.findings import find_all
from summarize.models import Release, Span
from summarize.passages import Passages, find_passages
from summarize.ranking.length import Limit
from summarize.ranking.release import TERMS
from summarize.ranking.rilis import RELEASES, Scored, probability
from summarize.ranking.selection import choose_likeliest, choose_within
from summarize.ranking.story import Story, read_story
from summarize.reading import from_text
from summarize.training.annotated import Annotated, read_releases, read_reports
from summarize.training.regression import Array, fit

CHOSEN, EVIDENCE = 0.8, 0.3  # what makes a sentence wanted; it may be both
NETWORK_BEFORE = 0.5  # the share of the network before anything is learnt
HELD = 1.0  # how strongly weights are held at where they start


class Measured(NamedTuple):
    """A release with what the network and the terms say, how much each sentence is wanted."""

    story: Story
    passages: Passages
    rows: Array
    chosen: frozenset[int]
    wanted: Array
    summary: str


def measure(annotated: Annotated) -> Measured:
    """What there is to learn from in a release."""
    release = take_apart(from_text(annotated.text), "id")
    findings, story = find_all(release), read_story(release)
    scored = Scored(release, findings, story)
    rows = [(odds, *terms, 1.0) for odds, terms in zip(scored.odds, scored.terms, strict=True)]
    chosen = _numbers(release, annotated.chosen)
    evidence = _numbers(release, [span for point in annotated.points for span in point])
    wanted = [
        min(1.0, CHOSEN * (n in chosen) + EVIDENCE * (n in evidence))
        for n in range(len(story.texts))
    ]
    return Measured(
        story,
        find_passages(release, findings),
        np.array(rows),
        chosen,
        np.array(wanted),
        annotated.summary,
    )


def _numbers(release: Release, spans: Sequence[Span]) -> frozenset[int]:
    """The numbers of the sentences in which one of ``spans`` stands."""
    return frozenset(
        n
        for n, sentence in enumerate(release.body)
        if any(sentence.span.overlaps(span) for span in spans)
    )


def _grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[n:] for n in range(size)), strict=False))


def learn(releases: Sequence[Measured]) -> Array:
    """The weights of the network, the terms and the constant."""
    rows = np.concatenate([r.rows for r in releases])
    wanted = np.concatenate([r.wanted for r in releases])
    start = np.zeros(rows.shape[1])
    start[0] = NETWORK_BEFORE
    return fit(rows, wanted, start, HELD)


def report(releases: Sequence[Measured], weigh: Callable[[int], Array]) -> None:
    """How well three sentences, and as many as seem right, agree with the annotators.

    ROUGE is left out where the annotators' own summaries are not at hand.
    """
    told = [
        [probability(float(odds)) for odds in one.rows @ weigh(number)]
        for number, one in enumerate(releases)
    ]
    for name in ("three sentences", "usual length"):
        hits = found = 0
        rouge = []
        for one, chances in zip(releases, told, strict=True):
            words = one.story.words
            if name == "usual length":
                numbers = choose_likeliest(chances, words, one.passages, RELEASES)
            else:
                three = Limit(3, sum(map(len, words)))
                numbers = choose_within(chances, words, one.passages, three, RELEASES)
            hits += len(one.chosen & set(numbers))
            found += len(numbers)
            if one.summary:
                rouge.append(_rouge(" ".join(one.story.texts[n] for n in numbers), one.summary))
        gold = sum(len(one.chosen) for one in releases)
        means = 100 * np.mean(rouge, axis=0) if len(rouge) == len(releases) else ()
        print(f"  {name:16} F1 {200 * hits / (found + gold):.1f}", *(f"{m:.1f}" for m in means))


def _rouge(summary: str, reference: str) -> list[float]:
    scores = []
    for size in (1, 2):
        first, second = _grams(summary, size), _grams(reference, size)
        common = (first & second).total()
        scores.append(2 * common / max(first.total() + second.total(), 1))
    return scores


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="release", description=__doc__)
    parser.add_argument("releases", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    releases = [measure(one) for one in read_releases(args.releases)]
    everything = [*releases, *map(measure, read_reports(args.news))]
    network = np.zeros(len(TERMS) + 2)
    network[0] = 1.0
    print("the network alone: chosen sentences, ROUGE-1, ROUGE-2")
    report(releases, lambda _: network)
    print(f"each release with the weights that the others of {len(everything)} teach")
    report(releases, lambda n: learn([*everything[:n], *everything[n + 1 :]]))
    print(f"each of all {len(everything)} in the same way: chosen sentences")
    report(everything, lambda n: learn([*everything[:n], *everything[n + 1 :]]))
    weights = [round(float(weight), 2) for weight in learn(everything)]
    rows = np.concatenate([release.rows for release in everything])
    usual = [round(float(mean), 2) for mean in rows.mean(axis=0)[1:-1]]
    shift = sum(w * u for w, u in zip(weights[1:-1], usual, strict=True))
    model = {
        "network": weights[0],
        "terms": dict(zip(TERMS, weights[1:-1], strict=True)),
        "usual": dict(zip(TERMS, usual, strict=True)),
        "constant": round(weights[-1] + shift, 2),
    }
    print(json.dumps(model, indent=2))
    args.out.write_text(json.dumps(model, indent=2) + "\n", "utf-8", newline="\n")
