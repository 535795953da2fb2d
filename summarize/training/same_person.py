"""Learns when two names are one person's: ``python -m summarize.training people NEWS OUT.json``.

NEWS is the collection of news in which ``corpus/same_people.jsonl`` says of pairs of names, by
where each first stands in which article, whether they are one person's. Prints how well that is
told in each article by the weights that all the others teach.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from summarize.anatomy import take_apart
from summarize.evidence import Weights
from summarize.findings.people import find_mentions
from summarize.findings.people.coreference import gather
from summarize.findings.people.same_person import LEAST, find_likenesses
from summarize.reading import from_text
from summarize.text.reading import Reading
from summarize.training.choices import FOLDS, fitted
from summarize.training.news import find_articles


class Pair(NamedTuple):
    """Two names of an article, what speaks for one person, and whether it is one."""

    article: str
    features: frozenset[str]
    same: bool


def read_pairs(news: Path) -> Iterator[Pair]:
    """The pairs that were judged, as they are found in the articles."""
    lines = (files(__package__) / "corpus" / "same_people.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    judged = {(row["article"], row["short"], row["full"]): bool(row["same"]) for row in rows}
    for key, article in sorted(find_articles(news, {row["article"] for row in rows}).items()):
        reading = Reading(take_apart(from_text(article), "id"))
        people = gather(reading, find_mentions(reading)).named(reading.text)
        first = [reading.sentences[s].tokens[t].start for s, t in (p.places[0] for p in people)]
        for short, full, features in find_likenesses(people, reading.language):
            same = judged.get((key, first[short], first[full]))
            if same is not None:
                yield Pair(key, features, same)


def learn(pairs: Sequence[Pair]) -> Weights:
    """The weights of what speaks for one person."""
    return fitted([(pair.features, pair.same) for pair in pairs])


def agreement(pairs: Sequence[tuple[Pair, Weights]]) -> str:
    """Precision and recall in percent of the pairs taken for one person's."""
    taken = [pair.same for pair, weights in pairs if weights.odds(pair.features) > LEAST]
    wanted = sum(pair.same for pair, _ in pairs)
    right, found = sum(taken), max(1, len(taken))
    return f"{len(pairs)} pairs: P {100 * right / found:.1f} R {100 * right / max(1, wanted):.1f}"


def main(argv: Sequence[str]) -> None:
    """Writes the weights, and prints how well they tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    pairs = [*read_pairs(args.news)]
    written = {"same": learn(pairs)._asdict()}
    args.out.write_text(json.dumps(written, ensure_ascii=False, indent=2) + "\n", "utf-8")
    number = {article: n for n, article in enumerate(sorted({p.article for p in pairs}))}
    folds = [learn([p for p in pairs if number[p.article] % FOLDS != n]) for n in range(FOLDS)]
    print(agreement([(pair, folds[number[pair.article] % FOLDS]) for pair in pairs]))
