"""Learns what speaks for a candidate: ``python -m summarize.training choices WHAT NEWS OUT.json``.

WHAT is ``places``, where the event of a release was, NEWS the collection that holds the reports of
the corpus; ``--marked FOLDER`` adds English releases. Learnt is from the part ``train`` alone.
Prints how well the choice agrees with the marks: in each text by the weights that all the others
teach (ten folds of texts), and on the part ``dev`` by those that are written.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from summarize.evidence import Weights
from summarize.findings.event.candidates import Candidate, find_candidates
from summarize.findings.event.where import beside, choose, likeliest
from summarize.pipeline import summarize
from summarize.text.reading import Reading
from summarize.training.marked import SEALED, MarkedText, find_all, read_marked, read_reports
from summarize.training.regression import fit
from summarize.training.scores import SAME_ROLE, dice, match

# of which others each learns: of English there is too little
LANGUAGES: Mapping[str, tuple[str, ...]] = {"id": (), "en": ("id",)}
FOLDS = 10
HELD = 4.0  # how strongly weights are held at 0
LEAST = 3  # candidates that have a feature, so that it is learnt
Learnt = dict[str, Weights]


class Places(NamedTuple):
    """The places that a text names, and where its reader says the event was."""

    marked: MarkedText
    text: str
    candidates: list[Candidate]
    gold: list[str]

    def is_right(self, candidate: Candidate) -> bool:
        """Whether the reader marked this place, or one of nearly the same name."""
        name = candidate.span.of(self.text)
        names = [part for place in self.gold for part in (place, *place.split(", "))]
        return any(dice(name, other) >= SAME_ROLE for other in names)


def measure(marked: MarkedText) -> Places:
    """What there is to learn from in a text."""
    summary = summarize(marked.text)
    release, findings = summary.release, summary.findings
    day = next(iter(findings.event.days), None)
    found = find_candidates(Reading(release), day, findings.places)
    return Places(marked, release.text, found, [place.of(marked.text) for place in marked.places])


def read_releases(folder: Path) -> list[MarkedText]:
    """The annotated releases of ``folder``, with where their events were."""
    return [
        MarkedText(
            path.stem,
            "releases",
            "id",
            text := path.with_suffix(".txt").read_text("utf-8"),
            (),
            find_all(text, json.loads(path.read_text("utf-8"))["event"]["places"]),
            (),
        )
        for path in sorted(folder.glob("*.json"))
    ]


def learn(texts: Sequence[Places]) -> Learnt:
    """The weights for the likeliest place, and for each further one beside it."""
    first = fitted([(c.features, text.is_right(c)) for text in texts for c in text.candidates])
    more = [
        (beside(best, c), text.is_right(c))
        for text in texts
        if (best := likeliest(text.candidates, first))
        for c in text.candidates
        if c.key != best.key
    ]
    return {"first": first, "more": fitted(more)}


def fitted(rows: Sequence[tuple[frozenset[str], bool]]) -> Weights:
    """The weights of a logistic regression of being right on the features."""
    seen = Counter(feature for features, _ in rows for feature in features)
    names = sorted(name for name, times in seen.items() if times >= LEAST)
    columns = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1
    for row, (features, _) in zip(table, rows, strict=True):
        row[[columns[name] for name in features if name in columns]] = 1
    wanted = np.array([float(right) for _, right in rows])
    weights = [round(float(w), 2) for w in fit(table, wanted, np.zeros(len(names) + 1), HELD)]
    terms = {name: w for name, w in zip(names, weights, strict=False) if w}
    return Weights(terms, weights[-1])


def agreement(texts: Iterable[tuple[Places, Mapping[str, Weights]]]) -> str:
    """Precision, recall and F1 in percent of the places chosen by the weights given with a text."""
    right = found = wanted = 0
    for text, weights in texts:
        chosen = [c.span.of(text.text) for c in choose(text.candidates, weights)]
        right += len(match(chosen, text.gold, dice, SAME_ROLE))
        found += len(chosen)
        wanted += len(text.gold)
    f1 = 200 * right / max(1, found + wanted)
    return f"P {100 * right / max(1, found):.1f} R {100 * right / max(1, wanted):.1f} F1 {f1:.1f}"


def main(argv: Sequence[str]) -> None:
    """Writes the weights, and prints how well they agree with readers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["places"])
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--marked", type=Path, help="folder of marked English releases")
    parser.add_argument("--releases", type=Path, help="folder of annotated releases")
    args = parser.parse_args(argv)
    marked = [*read_reports(args.news), *(read_marked(args.marked, "en") if args.marked else [])]
    marked += read_releases(args.releases) if args.releases else []
    texts = [measure(text) for text in marked if text.part not in SEALED]
    written: dict[str, object] = {}
    for code, others in LANGUAGES.items():
        known = [text for text in texts if text.marked.language in (code, *others)]
        train = [text for text in known if text.marked.part != "dev"]
        learnt = learn(train)
        written |= {f"{code}: {name}": weights._asdict() for name, weights in learnt.items()}
        parts = [learn([t for n, t in enumerate(train) if n % FOLDS != k]) for k in range(FOLDS)]
        apart = [(text, parts[n % FOLDS]) for n, text in enumerate(train)]
        apart += [(text, learnt) for text in known if text.marked.part == "dev"]
        own = [each for each in apart if each[0].marked.language == code]
        for part in sorted({text.marked.part for text, _ in own}):
            print(part, code, agreement(each for each in own if each[0].marked.part == part))
    args.out.write_text(json.dumps(written, ensure_ascii=False, indent=2) + "\n", "utf-8")
