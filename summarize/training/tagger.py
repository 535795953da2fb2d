"""Learns the tagger of names: ``python -m summarize.training tagger NER NEWS MARKED [OUT]``.

NER is a folder with ``train.txt``, ``dev.txt`` and ``test.txt`` (a token a line, its label last,
an empty line between sentences); NEWS holds the reports of the corpus, MARKED the English releases
with marks. Only texts of the part ``train`` are learnt: for Indonesian each report thrice beside
the sentences of NER, for English each release four times beside the reports. A word of a role is
anything but a person. OUT has to be the package's own ``languages``; without it nothing is
written, but the tagger is tested on texts that it has not learnt, five times a fifth of them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from summarize.anatomy import take_apart
from summarize.models import Span
from summarize.reading import from_text
from summarize.text.names import in_tagging_order
from summarize.text.tagger import (
    LABELS,
    WEIGHTS,
    Context,
    Tagger,
    load_classes,
    load_kinds,
    score,
    tag,
)
from summarize.text.tokens import tokenize
from summarize.training.marked import Mark, MarkedText, read_marked, read_reports

Labelled = tuple[list[str], list[str]]  # words and their labels
Document = Sequence[Labelled]
EPOCHS = 8
FOLDS = 5
SCALE = 40  # weights are shipped as integers
LEAST_WEIGHT = 60  # of the greatest of a row that is shipped
TIMES_REPORTS = 3
TIMES_RELEASES = 4
ROLE = "ROLE"
_LABELS = {"per": "PER", "role": ROLE, "org": "ORG", "loc": "LOC"}


def read_labelled(path: Path) -> list[Document]:
    """The sentences of a CoNLL file, each a document, without the B- and I- of the labels."""
    documents: list[Document] = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        if rows:
            documents.append([([r[0] for r in rows], [r[-1].split("-")[-1] for r in rows])])
    return documents


def document_of(marked: MarkedText) -> Document:
    """The units of a marked text in the order in which the tagger reads them."""
    release = take_apart(from_text(marked.text), marked.language)
    marks = [mark for mark in marked.marks if mark.tag in _LABELS]
    units = []
    for sentence in in_tagging_order(release.sentences):
        tokens = tokenize(release.text, sentence.span, marked.language)
        places = (release.original(Span(t.start, t.end)) for t in tokens)
        units.append(([t.text for t in tokens], [_label(place, marks) for place in places]))
    return units


def _label(place: Span, marks: Sequence[Mark]) -> str:
    return next((_LABELS[mark.tag] for mark in marks if mark.span.overlaps(place)), "O")


def learn_tagger(documents: Sequence[Document], code: str, *, seed: int = 1) -> Tagger:
    """An averaged perceptron, weights as integers."""
    classes = load_classes(code)
    weights: dict[str, list[float]] = {}
    sums: dict[str, list[float]] = {}
    learner = Tagger(weights, classes, load_kinds(code, classes))  # type: ignore[arg-type]
    order = [[(Context(learner, words), labels) for words, labels in doc] for doc in documents]
    shuffler = random.Random(seed)
    steps = 0
    for _ in range(EPOCHS):
        shuffler.shuffle(order)
        for document in order:
            memory: dict[str, str] = {}
            for context, labels in document:
                previous = "-"
                for i, word in enumerate(context.words):
                    if not word[0].isupper():
                        previous = "o"
                        continue
                    steps += 1
                    active = context.features(i, previous, memory)
                    scores = score(learner.weights, active)
                    guess = scores.index(max(scores))
                    gold = _gold(labels[i], guess)
                    if guess != gold:
                        for name in active:
                            row = weights.setdefault(name, [0.0] * 4)
                            total = sums.setdefault(name, [0.0] * 4)
                            for label, step in ((gold, 1.0), (guess, -1.0)):
                                row[label] += step
                                total[label] += step * steps
                    previous = memory[context.lowers[i]] = LABELS[guess]
    return learner._replace(weights=averaged(weights, sums, steps, least=LEAST_WEIGHT))


def _gold(label: str, guess: int) -> int:
    """The right label: in a role whatever was guessed but a person."""
    if label != ROLE:
        return LABELS.index(label)
    return 0 if LABELS[guess] == "PER" else guess


def averaged(
    weights: dict[str, list[float]], sums: dict[str, list[float]], steps: int, *, least: int
) -> dict[str, tuple[int, int, int, int]]:
    """The mean of each weight over all steps, as integers; without those that say nothing."""
    averaged = {}
    for name, row in weights.items():
        mean = [round(SCALE * (w - s / steps)) for w, s in zip(row, sums[name], strict=True)]
        if max(map(abs, mean)) >= least:
            averaged[name] = (mean[0], mean[1], mean[2], mean[3])
    return averaged


def measure(tagger: Tagger, documents: Iterable[Document]) -> Counter[str]:
    """How many whole names of each label are found, marked, and both."""
    found: Counter[str] = Counter()
    for document in documents:
        memory: dict[str, str] = {}
        for words, labels in document:
            ours = set(_chunks(tag(tagger, words, memory).labels))
            capitals = (
                label if word[0].isupper() else "O"
                for word, label in zip(words, labels, strict=True)
            )
            gold = set(_chunks([*capitals]))
            for name, chunks in (("ours", ours), ("gold", gold), ("both", ours & gold)):
                found.update(f"{name} {label}" for _, _, label in chunks)
    return found


def f1(found: Counter[str]) -> dict[str, float]:
    """F1 in percent of each label."""
    return {
        label: round(200 * found[f"both {label}"] / (found[f"ours {label}"] + n), 1)
        for label in LABELS[1:]
        if (n := found[f"gold {label}"])
    }


def _chunks(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for i in range(1, len(labels) + 1):
        if i == len(labels) or labels[i] != labels[start]:
            if labels[start] not in ("O", ROLE):
                yield start, i, labels[start]
            start = i


def folds(documents: Sequence[Document]) -> Iterator[tuple[list[Document], list[Document]]]:
    """What to learn and what to test on, ``FOLDS`` times."""
    for n in range(FOLDS):
        kept = [d for i, d in enumerate(documents) if i % FOLDS != n]
        yield kept, [*documents[n::FOLDS]]


def write_weights(weights: Mapping[str, Sequence[int]], path: Path) -> None:
    """The weights, sorted, a feature a line."""
    rows = (
        f"{json.dumps(name, ensure_ascii=False)}:[{','.join(map(str, row))}]"
        for name, row in sorted(weights.items())
    )
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8", newline="\n")


def corpora(
    ner: Path, news: Path, marked: Path
) -> Iterator[tuple[str, list[Document], int, list[Document]]]:
    """Each language with its own texts, how often they count, and what is learnt beside them."""
    sentences = [d for n in ("train", "dev", "test") for d in read_labelled(ner / f"{n}.txt")]
    reports = [document_of(t) for t in read_reports(news) if t.part == "train"]
    releases = [document_of(t) for t in read_marked(marked, "en") if t.part == "train"]
    yield "id", reports, TIMES_REPORTS, sentences
    yield "en", releases, TIMES_RELEASES, reports


def read_arguments(argv: Sequence[str], description: str | None) -> argparse.Namespace:
    """Where the texts of ``corpora`` are, and where to write, if anywhere."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("ner", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("marked", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> None:
    """Learns both languages' weights, or tests how well they are learnt."""
    args = read_arguments(argv, __doc__)
    for code, own, times, others in corpora(args.ner, args.news, args.marked):
        if args.out:
            write_weights(
                learn_tagger(own * times + others, code).weights, args.out / code / WEIGHTS
            )
        else:
            found: Counter[str] = Counter()
            for kept, tested in folds(own):
                found += measure(learn_tagger(kept * times + others, code), tested)
            print(code, f1(found))
