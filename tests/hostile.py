"""Texts made to act on whatever shows them, and what of them has got through a format."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt

from cli.views import render_rich
from summarize.models import Document, Span, Summary
from summarize.reading import from_text
from summarize.rendering import render_one
from summarize.rendering.csv import harmless
from tests.samples import TEXT, sample

FORMATS = ("text", "markdown", "csv", "html", "json", "jsonl", "rich")
# Where hostile text goes: to the beginning and into the middle of each kind of finding.
PLACES = [
    *("Bupati Resmikan", "pati Resmikan", "Rahmat Hidayat m", "hmat Hidayat m", "BANJARBARU"),
    *("Ada tiga janji", "air bersih", "ulus,", "Dinas Perd", "sdag)", "3/2/2025", "1,5", "rhm"),
]
PIECES = [
    *("\x1b[2J", "\x1b]0;judul\x07", "\x1b]8;;http://contoh.id\x07klik\x1b]8;;\x07", "\x9b31m"),
    *("\x1b]52;c;aGFsbw==\x07", "\x08\x08", "\r", "\x7f", "\x85", "\u2028", "\u202e", "\u2066"),
    *("[/]", "[red]", "[link=http://contoh.id]", "[a]", ":bomb:", "\\", "{{}}", "[on]", "\x00"),
    *("<script>alert(1)</script>", "</style>", "</title>", "<img src=x onerror=alert(1)>", "<!--"),
    *('" onload="alert(1)', "' onmouseover='alert(1)", "javascript:alert(1)", "&lt;", "&#60;"),
    *("# judul", "1. ", "- ", "===", "---", "```", "~~~", "> ", "|a|b|", "![x](http://contoh.id)"),
    *("[x](javascript:alert(1))", "<http://contoh.id>", "**", "__", "`", "~~", "$x$", "\\[", "&"),
    *("=1+1", "+62 812", "-5", "@SUM(A1)", "\t=1", '"=1', "＝1", "' =1", "a,b", '"', '""', "\n"),
    *("\ud800", "\ufeff", "\u200b", "e\u0301", "😀", "𝔘", "İ", "ß", "﷽", " ", "Warga", "gembira"),
]
ACTING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ud800-\udfff]"
)
SURROGATES = dict.fromkeys(range(0xD800, 0xE000))
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def hostile_strings(seed: int) -> Iterator[str]:
    """Hostile strings without end, the same for the same seed."""
    chance = random.Random(seed)
    while True:
        parts = chance.choices(PIECES, k=chance.randint(1, 5))
        if chance.random() < 0.3:
            parts.append(chr(chance.randrange(256 if chance.random() < 0.5 else 0x3000)))
        chance.shuffle(parts)
        yield "".join(parts)


def summary_with(hostile: str) -> Summary:
    """The hand-made summary with ``hostile`` in all that it found, and in its path."""
    at = sorted(TEXT.index(place) for place in PLACES)
    pieces = [TEXT[start:end] for start, end in zip([0, *at], [*at, None], strict=True)]
    sayable = hostile.translate(SURROGATES)  # as paths and warnings are made
    document = from_text(hostile.join(pieces))._replace(path=f"{sayable}.txt")
    summary: Summary = _moved(sample(), at, len(hostile), document)
    return summary._replace(warnings=(sayable,))


def _moved(value: Any, at: list[int], by: int, document: Document) -> Any:
    """``value`` with every span in it where it stands in the changed text."""
    if isinstance(value, Document):
        return document
    if isinstance(value, Span):
        return Span(*(offset + by * sum(place < offset for place in at) for offset in value))
    if isinstance(value, tuple):
        moved = [_moved(one, at, by, document) for one in value]
        return type(value)(*moved) if hasattr(value, "_fields") else tuple(moved)
    return value


def rendered(summary: Summary, format_name: str) -> str:
    """``summary`` in one of FORMATS, with everything that can be shown of it."""
    if format_name == "rich":
        return render_rich(summary, explain=True)
    return render_one(summary, format_name, explain=True)


def leak(text: str, format_name: str) -> str | None:
    """What a result does that the result of a harmless text does not; None if nothing."""
    if format_name in ("json", "jsonl"):
        return None if json.loads(text) and "\x1b" not in text else "an escape"
    acting = ACTING.search(text.replace("\r", "") if format_name == "html" else text)
    if acting:
        return f"the control character {acting.group()!r}"
    if format_name == "csv":
        return _formula(text)
    if format_name in ("markdown", "html") and (shape := _shape(text, format_name)) != _usual(
        format_name
    ):
        return f"markup: {shape}"
    return None


def _formula(text: str) -> str | None:
    rows = list(csv.reader(io.StringIO(text)))
    if len(rows) != 2 or len(rows[0]) != len(rows[1]):
        return "a row or a column"
    return next((f"the formula {c!r}" for c in rows[1] if c[:1] != "'" and harmless(c) != c), None)


@cache
def _usual(format_name: str) -> list[str]:
    return _shape(rendered(summary_with("warga"), format_name), format_name)


def _shape(text: str, format_name: str) -> list[str]:
    """The markup of a page: blocks and what in lines is not text, or tags and their attributes."""
    if format_name == "html":
        return _Tags(text).found
    found = []
    for token in MARKDOWN.parse(text):
        found.append(f"{token.type} {token.tag}")
        found += [c.type for c in token.children or () if c.type not in ("text", "text_special")]
    return found


class _Tags(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        target = (dict(attrs).get("href") or "#")[:1]
        self.found.append(" ".join([tag, *(name for name, _ in attrs), target]))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")
