"""Learns the ranker's correction: ``python -m summarize.training release RELEASES OUT.json``.

RELEASES is a folder of annotated releases: NAME.txt beside NAME.json with ``top_sentences`` and
the ``evidence`` of ``key_points`` (beginnings of sentences) and a ``reference_summary``. They are
few, so there are few weights (``summarize.ranking.release.TERMS``), held near what the network
alone would say; how well that carries over is reported on each release with the weights that the
others teach.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from summarize.anatomy import take_apart
from summarize.findings import find_all
from summarize.models import Findings, Release
from summarize.ranking.length import Limit
from summarize.ranking.passages import find_passages
from summarize.ranking.release import TERMS
from summarize.ranking.rilis import RELEASES, Scored, probability
from summarize.ranking.selection import choose_likeliest, choose_within
from summarize.ranking.story import Story, read_story
from summarize.reading import from_text

CHOSEN, EVIDENCE = 0.8, 0.3  # what makes a sentence wanted; it may be both
NETWORK_BEFORE = 0.5  # the share of the network before anything is learnt
HELD = 1.0  # how strongly weights are held at where they start

Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A release with what the network and the terms say, how much each sentence is wanted."""

    release: Release
    findings: Findings
    story: Story
    rows: Array
    chosen: frozenset[int]
    wanted: Array
    summary: str


def read_releases(folder: Path) -> list[Annotated]:
    """The annotated releases of ``folder`` in order of their names."""
    return [_read(path) for path in sorted(folder.glob("*.json"))]


def _read(path: Path) -> Annotated:
    gold = json.loads(path.read_text("utf-8"))
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    release = take_apart(from_text(text), "id")
    findings, story = find_all(release), read_story(release)
    scored = Scored(release, findings, story)
    rows = [(odds, *terms, 1.0) for odds, terms in zip(scored.odds, scored.terms, strict=True)]
    chosen = _find(release, gold["top_sentences"])
    evidence = _find(release, [e for point in gold["key_points"] for e in point["evidence"]])
    wanted = [
        min(1.0, CHOSEN * (n in chosen) + EVIDENCE * (n in evidence))
        for n in range(len(story.texts))
    ]
    return Annotated(
        release,
        findings,
        story,
        np.array(rows),
        chosen,
        np.array(wanted),
        gold["reference_summary"],
    )


def _find(release: Release, beginnings: Sequence[str]) -> frozenset[int]:
    """The numbers of the sentences in which one of ``beginnings`` stands."""
    flat = re.sub(r"\s", " ", release.text)
    spans = []
    for beginning in beginnings:
        wanted = re.sub(r"\s+", " ", beginning).strip()
        at = flat.find(wanted)
        if at >= 0:
            spans.append((at, at + len(wanted)))
    return frozenset(
        n
        for n, sentence in enumerate(release.body)
        if any(sentence.span.start < end and start < sentence.span.end for start, end in spans)
    )


def _grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[n:] for n in range(size)), strict=False))


def learn(releases: Sequence[Annotated]) -> Array:
    """The weights of the network, the terms and the constant: logistic regression, held."""
    rows = np.concatenate([r.rows for r in releases])
    wanted = np.concatenate([r.wanted for r in releases])
    start = np.zeros(rows.shape[1])
    start[0] = NETWORK_BEFORE
    held = np.full(rows.shape[1], HELD)
    held[-1] = 1e-3
    weights = start.copy()
    for _ in range(30):  # Newton's method; ten would do
        told = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (told - wanted) + held * (weights - start)
        bend = (rows * (told * (1 - told))[:, None]).T @ rows + np.diag(held)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def report(releases: Sequence[Annotated], weigh: Callable[[int], Array]) -> None:
    """How well three sentences, and as many as seem right, agree with the annotators."""
    for name in ("three sentences", "usual length"):
        hits = found = 0
        rouge = []
        for number, one in enumerate(releases):
            chances = [probability(float(odds)) for odds in one.rows @ weigh(number)]
            passages = find_passages(one.release, one.findings)
            words = one.story.words
            if name == "usual length":
                numbers = choose_likeliest(chances, words, passages, RELEASES)
            else:
                three = Limit(3, sum(map(len, words)))
                numbers = choose_within(chances, words, passages, three, RELEASES)
            hits += len(one.chosen & set(numbers))
            found += len(numbers)
            rouge.append(_rouge(" ".join(one.story.texts[n] for n in numbers), one.summary))
        gold = sum(len(one.chosen) for one in releases)
        means = 100 * np.mean(rouge, axis=0)
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
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    releases = read_releases(args.releases)
    network = np.zeros(len(TERMS) + 2)
    network[0] = 1.0
    print("the network alone: chosen sentences, ROUGE-1, ROUGE-2")
    report(releases, lambda _: network)
    print("each release with the weights that the others teach")
    report(releases, lambda n: learn([*releases[:n], *releases[n + 1 :]]))
    weights = [round(float(weight), 2) for weight in learn(releases)]
    rows = np.concatenate([release.rows for release in releases])
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
