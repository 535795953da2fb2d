"""Learns the name tagger: ``python -m summarize.training.tagger NER_FOLDER NEWS OUT_FOLDER``.

NER_FOLDER holds ``train.txt``, ``dev.txt`` and ``test.txt`` (a token a line, its label last, an
empty line between sentences); NEWS is plain text, a paragraph a line, compressed with xz.

A first tagger labels the news; each word gets a class by how it was labelled there (P person,
G organisation, L place, O none, U always capitalised and none), how surely (1 to 3) and how often
it is written without a capital (``-`` hardly, ``~`` at times, ``+`` mostly). With the classes as
features a better tagger is learnt and written to OUT_FOLDER, which has to be the package's own
``languages/id/learnt``. The rules of ``find_people`` then read the news with it; what they find
decides the classes of the shipped tagger. It is tested on ``test.txt`` before that is learnt too.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarize.anatomy import take_apart
from summarize.findings.people import find_people
from summarize.languages import load
from summarize.models import Span
from summarize.reading import from_text
from summarize.text.reading import Reading
from summarize.text.tagger import LABELS, Tagger, features, load_tagger, score, shape, tag
from summarize.text.tokens import tokenize
from summarize.text.word_classes import WordClass
from summarize.training.news import read_news

Labelled = tuple[list[str], list[str]]
Seen = tuple[str, str, bool]  # a word, its label, whether it begins a sentence
EPOCHS = 8
SCALE = 40  # weights are shipped as integers
LEAST_COUNT = 5  # words rarer in the news get no class
SENTENCE_START = frozenset('.“"”!?:‘')


def read_labelled(path: Path) -> list[Labelled]:
    """The sentences of a CoNLL file as words and labels without the B- and I- marks."""
    sentences = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        if rows:
            sentences.append(([r[0] for r in rows], [r[-1].split("-")[-1] for r in rows]))
    return sentences


def learn(sentences: list[Labelled], classes: dict[str, str], *, seed: int = 1) -> Tagger:
    """An averaged perceptron, weights as integers."""
    order = list(sentences)
    shuffler = random.Random(seed)
    weights: dict[str, list[float]] = {}
    sums: dict[str, list[float]] = {}
    steps = 0
    for _ in range(EPOCHS):
        shuffler.shuffle(order)
        for words, labels in order:
            lowers = [w.lower() for w in words]
            kinds = [classes.get(w, "?") for w in lowers]
            shapes = [shape(w) for w in words]
            previous = "-"
            for i, word in enumerate(words):
                if not word[0].isupper():
                    previous = "o"
                    continue
                steps += 1
                active = features(lowers, kinds, shapes, i, previous)
                scores = score(weights, active)  # type: ignore[arg-type]
                guess = max(range(4), key=scores.__getitem__)
                gold = LABELS.index(labels[i])
                if guess != gold:
                    for name in active:
                        row = weights.setdefault(name, [0.0] * 4)
                        total = sums.setdefault(name, [0.0] * 4)
                        for label, step in ((gold, 1.0), (guess, -1.0)):
                            row[label] += step
                            total[label] += step * steps
                previous = LABELS[guess]
    return Tagger(_averaged(weights, sums, steps), classes)


def _averaged(
    weights: dict[str, list[float]], sums: dict[str, list[float]], steps: int
) -> dict[str, tuple[int, int, int, int]]:
    """The mean of each weight over all steps, as integers; without those that say nothing."""
    averaged = {}
    for name, row in weights.items():
        mean = [round(SCALE * (w - s / steps)) for w, s in zip(row, sums[name], strict=True)]
        if any(abs(m) > 1 for m in mean):
            averaged[name] = (mean[0], mean[1], mean[2], mean[3])
    return averaged


def label_by_tagger(tagger: Tagger, article: str) -> Iterator[Seen]:
    """The words of an article, labelled by the tagger alone."""
    for paragraph in article.split("\n"):
        words = [t.text for t in tokenize(paragraph, Span(0, len(paragraph)))]
        for i, (word, label) in enumerate(zip(words, tag(tagger, words), strict=True)):
            yield word, label, not i or words[i - 1] in SENTENCE_START


def label_by_rules(article: str) -> Iterator[Seen]:
    """The words of an article, people as the rules find them, the rest as the tagger does.

    What only the tagger takes for a person is left out: it tells nothing about the word.
    """
    reading = Reading(take_apart(from_text(article), "id"))
    named = {
        offset
        for person in find_people(reading)
        for mention in person.mentions
        for offset in range(mention.start, mention.end)
    }
    for sentence in reading.sentences:
        if sentence.headline:
            continue
        for i, token in enumerate(sentence.tokens):
            label = sentence.labels[i]
            if token.start in named:
                label = "PER"
            elif label == "PER":
                continue
            elif sentence.classes[i] is WordClass.REGION:
                label = "LOC"
            initial = not i or sentence.tokens[i - 1].text in SENTENCE_START
            yield token.text, label, initial


def classify(articles: Iterable[Iterable[Seen]]) -> dict[str, str]:
    """The class of each word that the articles use often enough."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for article in articles:
        for word, label, initial in article:
            if not word[0].isalpha():
                continue
            if not word[0].isupper():
                counts[word.lower()][4] += 1
            elif label != "O" or not initial:
                counts[word.lower()][LABELS.index(label)] += 1
    return {word: _class_of(c) for word, c in counts.items() if _telling(c)}


def _telling(count: list[int]) -> bool:
    return sum(count) >= LEAST_COUNT and sum(count[:4]) > 0


def _class_of(count: list[int]) -> str:
    capital = sum(count[:4])
    best = max(range(4), key=count.__getitem__)
    share = count[best] / capital
    small = count[4] / (capital + count[4])
    if best == 0 and small <= 0.05:
        return "U1-"  # always capitalised, but of no kind: the context has to tell
    sure = "3" if share > 0.9 else "2" if share > 0.7 else "1"
    return "OPGL"[best] + sure + ("+" if small > 0.5 else "~" if small > 0.05 else "-")


def measure(tagger: Tagger, sentences: list[Labelled]) -> dict[str, float]:
    """F1 in percent of whole names, for each label and all."""
    found: Counter[str] = Counter()
    for words, labels in sentences:
        ours, gold = set(_chunks(tag(tagger, words))), set(_chunks(labels))
        for name, chunks in (("ours", ours), ("gold", gold), ("both", ours & gold)):
            for _, _, label in chunks:
                found[f"{name} {label}"] += 1
                found[f"{name} all"] += 1
    return {
        label: round(200 * found[f"both {label}"] / (found[f"ours {label}"] + n), 1)
        for label in (*LABELS[1:], "all")
        if (n := found[f"gold {label}"])
    }


def _chunks(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for i in range(1, len(labels) + 1):
        if i == len(labels) or labels[i] != labels[start]:
            if labels[start] != "O":
                yield start, i, labels[start]
            start = i


def write_tables(tagger: Tagger, folder: Path) -> None:
    """``name_words.tsv`` and ``name_tagger.json``, sorted, a class or feature a line."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, kind in tagger.classes.items():
        groups[kind].append(word)
    head = "# learnt by summarize.training.tagger, which says what the columns mean\n"
    lines = [f"{kind}\t{' '.join(sorted(words))}\n" for kind, words in sorted(groups.items())]
    (folder / "name_words.tsv").write_text(head + "".join(lines), "utf-8", newline="\n")
    rows = (
        f"{json.dumps(name, ensure_ascii=False)}:[{','.join(map(str, row))}]"
        for name, row in sorted(tagger.weights.items())
    )
    written = "{\n" + ",\n".join(rows) + "\n}\n"
    (folder / "name_tagger.json").write_text(written, "utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ner", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    train, dev, test = (read_labelled(args.ner / f"{n}.txt") for n in ("train", "dev", "test"))
    first = learn(train + dev, {})
    print("F1 on test without word classes:", measure(first, test))
    classes = classify(label_by_tagger(first, a) for a in read_news(args.news))
    second = learn(train + dev, classes)
    print("with classes by the tagger:", measure(second, test))
    write_tables(second, args.out)
    load.cache_clear()  # from here on the rules use what was just written
    load_tagger.cache_clear()
    classes = classify(label_by_rules(a) for a in read_news(args.news))
    print("with classes by the rules:", measure(learn(train + dev, classes), test))
    print("on dev, learnt from train:", measure(learn(train, classes), dev))
    write_tables(learn(train + dev + test, classes), args.out)


if __name__ == "__main__":
    main()
