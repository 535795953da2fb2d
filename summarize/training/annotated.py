"""Annotated releases: those of a folder, and reports in the news annotated in the same way.

In a folder NAME.json stands beside NAME.txt, with ``top_sentences`` and the ``evidence`` of
``key_points`` (beginnings of sentences) and a ``reference_summary``. The text of the reports is
not ours to give away, so ``annotations.jsonl`` says only which article of a news collection each
is (the beginning of its SHA-256), what was put around it to make it a release (a headline, often a
dateline and a byline, written for this), and between which characters of the whole the beginnings
of the chosen sentences and of the evidence stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from summarize.models import Span
from summarize.training.news import find_articles


class Annotated(NamedTuple):
    """A text, where its three chosen sentences begin, and the evidence of each key point.

    ``summary`` and ``told``, the key points, are what the annotator wrote, empty where that is not
    kept.
    """

    text: str
    chosen: tuple[Span, ...]
    points: tuple[tuple[Span, ...], ...]
    summary: str
    told: tuple[str, ...] = ()


def read_annotated(releases: Path, news: Path) -> list[Annotated]:
    """The annotated releases of a folder by name, then the annotated reports of ``news``."""
    return [*read_releases(releases), *read_reports(news)]


def read_releases(folder: Path) -> Iterator[Annotated]:
    """The annotated releases of ``folder`` in order of their names."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        yield Annotated(
            text,
            _find(text, gold["top_sentences"]),
            tuple(_find(text, point["evidence"]) for point in gold["key_points"]),
            gold["reference_summary"],
            tuple(point["point"] for point in gold["key_points"]),
        )


def read_reports(news: Path) -> Iterator[Annotated]:
    """The annotated reports among the articles of ``news``, in the order of the annotations."""
    lines = (files(__package__) / "annotations.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    articles = find_articles(news, {row["article"] for row in rows})
    for row in rows:
        body = row["dateline"] + articles[row["article"]] + row["byline"]
        points = tuple(tuple(Span(*at) for at in point) for point in row["points"])
        chosen = tuple(Span(*at) for at in row["top"])
        yield Annotated(f"{row['headline']}\n{body}", chosen, points, "")


def _find(text: str, beginnings: Sequence[str]) -> tuple[Span, ...]:
    """Where ``beginnings`` stand, white space aside; one that stands nowhere is left out."""
    flat = re.sub(r"\s", " ", text)
    wanted = [re.sub(r"\s+", " ", beginning).strip() for beginning in beginnings]
    return tuple(
        Span(at, at + len(beginning)) for beginning in wanted if (at := flat.find(beginning)) >= 0
    )
