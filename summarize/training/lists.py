"""Learns which candidate behind a cue is a list: ``python -m summarize.training lists NEWS …``.

From the lists that readers marked: in the reports of the corpus and the English releases of
``tests/marked`` (their part ``train``), in annotated releases and in single sentences. Of how items
are parted there is more to learn: lists of other reports whose items are as many as announced teach
it as if no number were there. Each document is judged by what the others teach.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import islice
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from summarize.anatomy import take_apart
from summarize.findings.lists.candidates import Candidate, find_candidates
from summarize.findings.lists.choice import Choice
from summarize.findings.lists.cue_evidence import Announcement
from summarize.findings.lists.cued import find_cued_lists
from summarize.models import Span
from summarize.reading import from_text
from summarize.text.reading import Reading
from summarize.training.marked import read_marked, read_reports
from summarize.training.news import find_articles, read_news
from summarize.training.regression import Array
from summarize.training.scores import SAME_ITEM, dice

BASE = "id"  # the language whose weights the others share and differ from
HELD = 2.0  # how strongly weights are held at 0
SILVER = 0.15  # what a list that nobody marked counts
FOLDS = 5
STEPS = 250
LIKELY = (0.4, 0.5, 0.6, 0.7)
_RATE = 0.05
_PART = 0.5  # F1 of items from which on a candidate that is not whole is the best there is
_REACH = 20  # characters between where an item begins and where it was marked


class Marked(NamedTuple):
    """A text with the items of its lists."""

    text: str
    language: str
    lists: tuple[tuple[Span, ...], ...]


class Example(NamedTuple):
    """The evidence of the candidates behind a cue, and which are right; ``open`` if none may be.

    ``whole`` says that the best of them is all of the list.
    """

    document: int
    rows: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    open: bool = True
    whole: bool = True
    told: tuple[str, ...] = ()
    language: str = BASE

    def features(self, row: Mapping[str, float]) -> Iterator[tuple[str, float]]:
        """The evidence of a candidate, that of another language also as its own."""
        yield from row.items()
        if self.language != BASE:
            yield from ((f"{self.language}: {name}", value) for name, value in row.items())


def read_lists(
    news: Path, english: Path, releases: Path, sentences: Path
) -> Iterator[tuple[str, Marked]]:
    """All texts whose lists were marked, each with what kind it is of."""
    for one in [*read_reports(news), *read_marked(english, "en")]:
        if one.part == "train":
            lists = tuple(map(one.items, one.tagged("list")))
            kind = "reports" if one.language == "id" else "english"
            yield kind, Marked(one.text, one.language, lists)
    for path in sorted(releases.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        yield "releases", Marked(text, "id", _found(text, gold["enumerations"]))
    for row in map(json.loads, sentences.read_text("utf-8").splitlines()):
        yield "sentences", Marked(row["text"], "id", _found(row["text"], row["lists"]))


def read_cases(folder: Path) -> Iterator[Marked]:
    """The made-up cases of ``tests/cases/enumerations``."""
    for path in sorted(folder.glob("*.txt")):
        language = "en" if path.stem.startswith("english") else "id"
        parted = "\n" if path.stem == "false_friends" else "\n\n"
        for block in path.read_text("utf-8").split(parted):
            lines = [line for line in block.split("\n") if line and not line.startswith("#")]
            told = [line for line in lines if not line.startswith(("= ", "- "))]
            text = "\n".join(told).replace(" | ", "\n")
            lists: list[dict[str, Any]] = []
            for line in lines[len(told) :]:
                if line.startswith("= "):
                    lists.append({"intro": "", "items": []})
                else:
                    lists[-1]["items"].append(line[2:])
            if text:
                yield Marked(text + "\n", language, _found(text, lists))


def read_cues(news: Path) -> Iterator[tuple[Marked, int]]:
    """The reports of ``corpus/cues.jsonl``, one cue marked in each, and where that stands."""
    lines = (files(__package__) / "corpus" / "cues.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    articles = find_articles(news, {row["article"] for row in rows})
    for row in rows:
        lists = (tuple(Span(*item) for item in row["items"]),)
        yield Marked(articles[row["article"]], "id", lists), row["cue"]


def _found(text: str, lists: Sequence[Mapping[str, Any]]) -> tuple[tuple[Span, ...], ...]:
    """Where the items of lists stand, each behind the one before."""
    found = []
    for listed in lists:
        spans: list[Span] = []
        at = max(0, text.find(str(listed["intro"])))
        for item in listed["items"]:
            start = text.find(item, at)
            start = start if start >= 0 else text.find(item)
            if start >= 0:
                spans.append(Span(start, start + len(item)))
                at = start + len(item)
        found.append(tuple(spans))
    return tuple(found)


def examples_of(marked: Marked, document: int, cue: int | None = None) -> list[Example]:
    """What the cues of a text teach, or the one at offset ``cue``."""
    reading = Reading(take_apart(from_text(marked.text), marked.language))
    found: list[Example] = []

    def choose(announcement: Announcement) -> Choice | None:
        tokens = announcement.tokens
        at = tokens.span((announcement.cue.first, announcement.cue.last))
        if cue is not None and reading.release.original(at).start != cue:
            return None
        candidates = list(find_candidates(announcement))
        if not candidates:
            return None
        likeness = [_likeness(reading, announcement, c, marked) for c in candidates]
        best = max(likeness)
        right = tuple(best > 0 and value == best for value in likeness)
        rows = tuple(c.evidence for c in candidates)
        told = tuple(
            f"{announcement.cue.text}: "
            + " | ".join(tokens.span(item).of(reading.text) for item in c.items)
            for c in candidates
        )
        language = marked.language
        found.append(Example(document, rows, right, True, best >= 1, told, language))
        if best <= 0:
            return None
        return Choice(candidates[right.index(True)], 1.0, ())

    for number in range(len(reading.body)):
        find_cued_lists(reading, number, (), choose)
    return found


def _likeness(
    reading: Reading, announcement: Announcement, candidate: Candidate, marked: Marked
) -> float:
    """How like a marked list a candidate is: 2 if its very words, 1 if it counts as the same."""
    release = reading.release
    spans = [release.original(announcement.tokens.span(item)) for item in candidate.items]
    for listed in marked.lists:
        if not listed or abs(listed[0].start - spans[0].start) > _REACH:
            continue
        ours = [" ".join(span.of(marked.text).split()) for span in spans]
        theirs = [" ".join(span.of(marked.text).split()) for span in listed]
        if ours == theirs:
            return 2.0
        same = [dice(one, other) for one, other in zip(ours, theirs, strict=False)]
        if len(ours) == len(theirs) and min(same) >= SAME_ITEM:
            return 1.0 + sum(same) / len(same) / 2
        hits = sum(max(dice(one, other) for other in theirs) >= SAME_ITEM for one in ours)
        part = 2 * hits / (len(ours) + len(theirs))
        return part * 0.99 if part >= _PART else 0.0
    return 0.0


def silver_of(article: str) -> list[Example]:
    """What the lists of a report teach whose items are as many as announced."""
    reading = Reading(take_apart(from_text(article), "id"))
    found: list[Example] = []

    def choose(announcement: Announcement) -> Choice | None:
        agreeing = [
            c
            for c in find_candidates(announcement)
            if "number agrees" in c.evidence and len(c.items) > 2
        ]
        if agreeing and not any(count.doubtful for count in announcement.counts):
            starts = [first for first, _ in agreeing[0].items]
            others = list(find_candidates(announcement._replace(counts=())))
            right = tuple([first for first, _ in c.items] == starts for c in others)
            if any(right):
                found.append(Example(-1, tuple(c.evidence for c in others), right, open=False))
        return None

    for number in range(len(reading.body)):
        find_cued_lists(reading, number, (), choose)
    return found


class Table(NamedTuple):
    """Examples as a table: a row a candidate, where each example begins, what each counts."""

    rows: Array
    starts: np.ndarray[Any, np.dtype[np.int64]]
    right: Array
    open: Array
    counts: Array


def table_of(examples: Sequence[Example], names: Sequence[str]) -> Table:
    place = {name: n for n, name in enumerate(names)}
    rows = np.zeros((sum(len(e.rows) for e in examples), len(names)))
    starts: list[int] = []
    right: list[float] = []
    at = 0
    for example in examples:
        starts.append(at)
        right += map(float, example.right)
        for row in example.rows:
            for name, value in example.features(row):
                if name in place:
                    rows[at, place[name]] = value
            at += 1
    return Table(
        rows,
        np.array(starts),
        np.array(right),
        np.array([float(e.open) for e in examples]),
        np.array([1.0 if e.open else SILVER for e in examples]),
    )


def learn(table: Table) -> Array:
    """The weight of each column, by gradient (Adam), from 0 on."""
    weights = np.zeros(table.rows.shape[1])
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    sizes = np.diff(np.append(table.starts, len(table.rows)))
    for step in range(1, STEPS + 1):
        odds = np.exp(np.clip(table.rows @ weights, -30, 30))
        all_odds = np.add.reduceat(odds, table.starts) + table.open
        right_odds = np.add.reduceat(odds * table.right, table.starts)
        some = right_odds > 0
        told = odds / np.repeat(all_odds, sizes)
        wanted = odds * table.right / np.repeat(np.where(some, right_odds, 1.0), sizes)
        slope = table.rows.T @ ((told - wanted) * np.repeat(table.counts, sizes)) + HELD * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights = weights - _RATE * (mean / (1 - 0.9**step)) / (
            np.sqrt(spread / (1 - 0.999**step)) + 1e-8
        )
    return weights


class Lesson(NamedTuple):
    """All there is to learn from; ``kinds`` says of each document what it is."""

    examples: list[Example]
    silver: list[Example]
    kinds: list[str]


def gather(args: argparse.Namespace) -> Lesson:
    """The examples of all marked texts, and those of reports without marks."""
    examples: list[Example] = []
    kinds: list[str] = []
    for kind, marked in read_lists(args.news, args.english, args.releases, args.sentences):
        examples += examples_of(marked, len(kinds))
        kinds.append(kind)
    for marked in read_cases(args.cases):
        examples += examples_of(marked, len(kinds))
        kinds.append("cases")
    for marked, at in read_cues(args.news):
        examples += examples_of(marked, len(kinds), at)
        kinds.append("cues")
    articles = islice(read_news(args.news), args.articles)
    return Lesson(examples, [e for article in articles for e in silver_of(article)], kinds)


def validate(lesson: Lesson, names: Sequence[str]) -> Iterator[tuple[Example, float, bool]]:
    """Each example, how likely other documents make a list, and whether the best one is right."""
    fold = list(range(len(lesson.kinds)))
    random.Random(1).shuffle(fold)
    for k in range(FOLDS):
        out = {n for n in fold if fold[n] % FOLDS == k}
        known = [e for e in lesson.examples if e.document not in out]
        weights = dict(zip(names, learn(table_of([*known, *lesson.silver], names)), strict=True))
        for example in lesson.examples:
            if example.document in out:
                odds = [
                    sum(weights.get(n, 0.0) * v for n, v in example.features(row))
                    for row in example.rows
                ]
                total = sum(exp(min(value, 50.0)) for value in odds)
                yield example, total / (1 + total), example.right[odds.index(max(odds))]


def report(lesson: Lesson, names: Sequence[str]) -> None:
    """Print what is found of the lists of each kind of document, at several thresholds."""
    told = list(validate(lesson, names))
    for kind in ["", *dict.fromkeys(lesson.kinds)]:
        here = [each for each in told if kind in ("", lesson.kinds[each[0].document])]
        marked = sum(any(example.right) for example, _, _ in here)
        for likely in LIKELY:
            found = [each for each in here if each[1] >= likely]
            whole = sum(right and example.whole for example, _, right in found)
            false = sum(not any(example.right) for example, _, _ in found)
            print(
                f"{kind or 'all':10} from {likely}: found {len(found)} of {marked}, whole {whole}"
                f" (F1 {200 * whole / (len(found) + marked):.1f}), false {false}"
            )


def names_of(examples: Iterable[Example]) -> list[str]:
    """All features, in order."""
    return sorted({name for e in examples for row in e.rows for name, _ in e.features(row)})


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="lists", description=__doc__)
    for name in ("news", "english", "releases", "sentences", "cases", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--articles", type=int, default=3000, help="reports without marks")
    args = parser.parse_args(argv)
    lesson = gather(args)
    names = names_of(lesson.examples)
    print(f"{len(lesson.examples)} cues, {len(lesson.silver)} lists without marks")
    report(lesson, names)
    weights = learn(table_of([*lesson.examples, *lesson.silver], names))
    model = {n: round(float(w), 2) for n, w in zip(names, weights, strict=True) if abs(w) >= 0.005}
    args.out.write_text(json.dumps(model, indent=2) + "\n", "utf-8", newline="\n")
