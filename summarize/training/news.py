"""The articles of a collection of news: a paragraph a line, an empty line between articles."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path


def read_news(path: Path) -> Iterator[str]:
    """The articles of ``path``, a file compressed with xz, each as its paragraphs a line."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for told, article in groupby(map(str.strip, lines), key=bool):
            if told:
                yield "\n".join(article)
