"""Learns the classes of words: ``python -m summarize.training words NEWS OUT_FOLDER``.

NEWS is plain text, a paragraph a line, compressed with xz. Each word of it gets a class by how it
was labelled (P person, G organisation, L place, O none, U always capitalised and none), how surely
(1 to 3) and how often it is written without a capital (``-`` hardly, ``~`` at times, ``+``
mostly). People are those that ``find_people`` finds with the shipped tagger and classes, what else
there is is what the tagger says. OUT_FOLDER has to be the package's own ``languages/id/learnt``;
afterwards the tagger is to be learnt anew.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from summarize.anatomy import take_apart
from summarize.findings.people import find_people
from summarize.reading import from_text
from summarize.text.reading import Reading
from summarize.text.tagger import LABELS
from summarize.text.word_classes import WordClass
from summarize.training.news import read_news

Seen = tuple[str, str, bool]  # a word, its label, whether it begins a sentence
LEAST_COUNT = 5  # words rarer in the news get no class
SENTENCE_START = frozenset('.“"”!?:‘')


def label(article: str) -> Iterator[Seen]:
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
            tagged = sentence.labels[i]
            if token.start in named:
                tagged = "PER"
            elif tagged == "PER":
                continue
            elif sentence.classes[i] is WordClass.REGION:
                tagged = "LOC"
            initial = not i or sentence.tokens[i - 1].text in SENTENCE_START
            yield token.text, tagged, initial


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


def write_table(classes: dict[str, str], folder: Path) -> None:
    """``name_words.tsv``, sorted."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, kind in classes.items():
        groups[kind].append(word)
    head = "# learnt by summarize.training.name_words, which says what the classes mean\n"
    lines = [f"{kind}\t{' '.join(sorted(words))}\n" for kind, words in sorted(groups.items())]
    (folder / "name_words.tsv").write_text(head + "".join(lines), "utf-8", newline="\n")


def main(argv: Sequence[str]) -> None:
    """Learns the classes anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    write_table(classify(label(article) for article in read_news(args.news)), args.out)
