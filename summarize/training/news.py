"""The articles of a collection of news: a paragraph a line, an empty line between articles."""

from __future__ import annotations

import hashlib
import lzma
from collections.abc import Collection, Iterator
from itertools import groupby
from pathlib import Path

_KEY = 16  # hexadecimal digits


def read_news(path: Path) -> Iterator[str]:
    """The articles of ``path``, a file compressed with xz, each as its paragraphs a line."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for told, article in groupby(map(str.strip, lines), key=bool):
            if told:
                yield "\n".join(article)


def article_key(article: str) -> str:
    """By what an article of the news is told: the beginning of its SHA-256."""
    return hashlib.sha256(article.encode()).hexdigest()[:_KEY]


def find_articles(path: Path, keys: Collection[str]) -> dict[str, str]:
    """The articles of ``path`` that have one of ``keys``, by these."""
    return {key: article for article in read_news(path) if (key := article_key(article)) in keys}
