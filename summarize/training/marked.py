"""Texts in which readers marked what there is to find.

A marked text is the text itself with tags around spans, after ``corpus/GUIDELINE.md``: a line
``HEADLINE: …``, the body, and a line ``EVENT: {…}`` with the places and dates of the event. The
reports of the news are not ours to give away, so ``corpus/reports.jsonl`` keeps of them which
article each is (the beginning of its SHA-256), the headline that the reader wrote, and offsets.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from summarize.models import Span
from summarize.training.news import article_key, find_articles, read_news

TAGS = ("per", "role", "org", "loc", "q", "list", "item", "fig", "ab")
SEALED = ("blind", "fresh")  # which nothing learns from
PARTS = ("train", "dev", *SEALED)
_TAG = re.compile(rf'<(/?)({"|".join(TAGS)})((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


class Mark(NamedTuple):
    """A marked span; ``about`` is where what an attribute of its tag says stands in the text.

    That is the holder of a role, the speaker of a quotation, the words that an abbreviation
    stands for or the lead of a list. ``number`` and ``points`` are of lists alone.
    """

    tag: str
    span: Span
    about: Span | None = None
    number: int | None = None
    points: bool = False


class MarkedText(NamedTuple):
    """A text, the part of the corpus it is of, and what its reader marked, in order."""

    name: str
    part: str
    language: str
    text: str
    marks: tuple[Mark, ...]
    places: tuple[Span, ...]
    dates: tuple[Span, ...]

    def tagged(self, tag: str) -> list[Mark]:
        """The marks with ``tag``, in order."""
        return [mark for mark in self.marks if mark.tag == tag]

    def items(self, listed: Mark) -> tuple[Span, ...]:
        """The items of a marked list, in order."""
        return tuple(m.span for m in self.tagged("item") if listed.span.contains(m.span))


def parse(marked: str, *, name: str, part: str, language: str) -> MarkedText:
    """The text of a marked file without its tags, and what they say; ValueError if malformed."""
    head, *body, last = marked.rstrip("\n").split("\n")
    if not head.startswith("HEADLINE: ") or not last.startswith("EVENT: "):
        raise ValueError(f"{name}: HEADLINE or EVENT is missing")
    text, found = _untag("\n".join([head.removeprefix("HEADLINE: "), *body]), name)
    event = json.loads(last.removeprefix("EVENT: "))
    return MarkedText(
        name,
        part,
        language,
        text,
        tuple(_mark(text, found, *each) for each in found),
        find_all(text, event["places"]),
        find_all(text, event["dates"]),
    )


_Found = tuple[str, dict[str, str], Span]


def _untag(marked: str, name: str) -> tuple[str, list[_Found]]:
    """The text between the tags, and each tag with its attributes and span, by beginning."""
    pieces: list[str] = []
    opened: list[tuple[str, dict[str, str], int]] = []
    found: list[_Found] = []
    length = at = 0
    for tag in _TAG.finditer(marked):
        pieces.append(marked[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        if not tag[1]:
            opened.append((tag[2], dict(_ATTRIBUTE.findall(tag[3])), length))
        elif not opened or opened[-1][0] != tag[2]:
            raise ValueError(f"{name}: {tag[0]} closes nothing, at {length}")
        else:
            kind, attributes, start = opened.pop()
            found.append((kind, attributes, Span(start, length)))
    if opened:
        raise ValueError(f"{name}: <{opened[-1][0]}> is not closed")
    found.sort(key=lambda f: (f[2].start, -f[2].end))
    return "".join([*pieces, marked[at:]]), found


def _mark(text: str, found: list[_Found], tag: str, said: dict[str, str], span: Span) -> Mark:
    about: Span | None = None
    for value in filter(None, (said.get(key) for key in ("of", "by", "long", "intro"))):
        if tag in ("role", "q") and not value.startswith("role: "):
            about = next((s for kind, _, s in found if kind == "per" and s.of(text) == value), None)
        else:
            about = _nearest(text, value.removeprefix("role: "), span.start)
    number = int(said["n"]) if said.get("n") else None
    return Mark(tag, span, about, number, said.get("kind") == "points")


def _nearest(text: str, value: str, at: int) -> Span | None:
    """Where ``value`` stands, last before ``at`` or else first behind it."""
    start = text.rfind(value, 0, at)
    start = start if start >= 0 else text.find(value)
    return Span(start, start + len(value)) if start >= 0 else None


def find_all(text: str, values: Iterable[str]) -> tuple[Span, ...]:
    """Where each of the values stands, in the story if it is there."""
    body = text.find("\n") + 1
    starts = [(text.find(v, body) if v in text[body:] else text.find(v), len(v)) for v in values]
    return tuple(Span(at, at + length) for at, length in starts if at >= 0)


def read_marked(folder: Path, language: str) -> list[MarkedText]:
    """The marked texts of ``folder``, ``PART-NUMBER.txt`` each, in order of their names."""
    return [
        parse(p.read_text("utf-8"), name=p.stem, part=p.stem.split("-")[0], language=language)
        for p in sorted(folder.glob("*-*.txt"))
    ]


def read_reports(news: Path, *, reader: str = "first") -> list[MarkedText]:
    """The reports of the corpus, found among the articles of ``news``, as one reader marked them.

    Some were read twice: ``reader`` is ``first`` or ``second``.
    """
    rows = [json.loads(line) for line in _reports().splitlines()]
    articles = find_articles(news, {row["article"] for row in rows})
    return [_from_row(r, articles[r["article"]]) for r in rows if r["reader"] == reader]


def _reports() -> str:
    return (files(__package__) / "corpus" / "reports.jsonl").read_text("utf-8")


def _from_row(row: Mapping[str, Any], article: str) -> MarkedText:
    marks = tuple(
        Mark(tag, Span(start, end), Span(*about) if about else None, number, bool(points))
        for tag, start, end, about, number, points in row["marks"]
    )
    places, dates = (tuple(Span(*at) for at in row[key]) for key in ("places", "dates"))
    text = f"{row['headline']}\n{article}"
    return MarkedText(row["name"], row["part"], "id", text, marks, places, dates)


def to_row(marked: MarkedText, article: str, reader: str) -> str:
    """A line of ``reports.jsonl``: nothing of the article but its key and offsets."""
    headline, body = marked.text.split("\n", 1)
    if body.rstrip("\n") != article:
        raise ValueError(f"{marked.name} is not the text of its article")
    row = {
        "article": article_key(article),
        "name": marked.name,
        "part": marked.part,
        "reader": reader,
        "headline": headline,
        "marks": [[m.tag, *m.span, m.about, m.number, int(m.points)] for m in marked.marks],
        "places": marked.places,
        "dates": marked.dates,
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def rows_of(folders: Iterable[Path], news: Path) -> Iterator[str]:
    """The lines of ``reports.jsonl`` for the marked files in ``folders``.

    A file is named ``PART-NUMBER-KEY.mark``, with ``second-`` before it for a second reading.
    """
    articles = {article_key(a): a for a in read_news(news)}
    paths = sorted(
        (path for folder in folders for path in folder.glob("*.mark")),
        key=lambda p: (p.stem.startswith("second-"), p.stem),
    )
    for path in paths:
        reader = "second" if path.stem.startswith("second-") else "first"
        part, number, key = path.stem.removeprefix("second-").split("-")
        name = f"{part}-{number}"
        marked = parse(path.read_text("utf-8"), name=name, part=part, language="id")
        yield to_row(marked, articles[key], reader)


def main(argv: Sequence[str]) -> None:
    """Prints the lines of ``reports.jsonl`` for the marked files of folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    args = parser.parse_args(argv)
    for row in rows_of(args.folders, args.news):
        print(row, end="")
