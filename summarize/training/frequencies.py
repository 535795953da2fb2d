"""Learns how rare words are: ``python -m summarize.training frequencies NEWS OUT.tsv``.

NEWS is plain text, a paragraph a line, an empty line between articles, compressed with xz. The
weight of a word is log(articles / articles with it) / log(articles), in steps of 0.02: 0 stands
in all of them, 1 in one. Words of fewer articles than ``LEAST`` are left to the ranker's default.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from pathlib import Path

from summarize.ranking.words import words_of
from summarize.training.news import read_news

LEAST = 20
_STEP = 0.02
_HEADER = """\
# How rare words are in Indonesian news: a weight (0 in every article, 1 in one), then its words.
# Learnt by `python -m summarize.training frequencies`.
"""


def count_articles(path: Path) -> tuple[int, Counter[str]]:
    """The number of articles, and for each word that of those that have it."""
    counts: Counter[str] = Counter()
    articles = 0
    for article in read_news(path):
        counts.update(set(words_of(article)))
        articles += 1
    return articles, counts


def render_weights(articles: int, counts: Counter[str]) -> str:
    """The data file: a row a weight, its words in order of the alphabet."""
    rows: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= LEAST and "#" not in word:
            weight = math.log(articles / count) / math.log(articles)
            rows[round(weight / _STEP)].append(word)
    lines = (f"{step * _STEP:.2f}\t{' '.join(sorted(rows[step]))}\n" for step in sorted(rows))
    return _HEADER + "".join(lines)


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="frequencies", description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    articles, counts = count_articles(args.news)
    args.out.write_text(render_weights(articles, counts), "utf-8", newline="\n")
    print(f"{articles} articles, {len(counts)} words, {args.out.stat().st_size} bytes")
