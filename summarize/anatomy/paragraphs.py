"""Lines into paragraphs: usually one a line, but mail and old editors wrap at a fixed width."""

from __future__ import annotations

import re

from summarize.models import Span

# The characters str.splitlines breaks at; a line is kept without its outer white space.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

# Wider than any mailer or editor wraps; a longer line is a paragraph of its own.
_WIDEST_WRAP = 120
_MARKED = re.compile(r"(?:[-*•‣▪–·o]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[ivx]{1,5}[.)])\s")


def split_paragraphs(text: str) -> list[Span]:
    """The paragraphs of ``text`` in order, without outer white space, together all its words.

    Each line is a paragraph, unless the text is wrapped: then lines that were filled until the
    next word no longer fitted are joined to the line that follows.
    """
    lines = split_lines(text)
    width = max((end - start for start, end in lines), default=0)
    joins = _joins(text, lines, width) if width <= _WIDEST_WRAP else set()
    paragraphs: list[Span] = []
    for number, line in enumerate(lines):
        if number in joins:
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line)
    return paragraphs


def split_lines(text: str) -> list[Span]:
    """The lines that hold more than white space, trimmed."""
    spans = []
    for found in _LINE.finditer(text):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip())
        end = start + len(line.strip())
        if start < end:
            spans.append(Span(start, end))
    return spans


def _joins(text: str, lines: list[Span], width: int) -> set[int]:
    """The numbers of the lines that continue the line before.

    Believed only where it shows: among the lines that were filled, at least a third must go on
    in the middle of a sentence, that is with a small letter.
    """
    filled = set()
    small = 0
    for number in range(1, len(lines)):
        before, line = lines[number - 1], lines[number]
        between = text[before.end : line.start]
        if between.count("\n") > 1 or between.count("\r") > 1 or _MARKED.match(text, line.start):
            continue
        word = line.of(text).split(maxsplit=1)[0]
        if before.end - before.start + 1 + len(word) > width - 2:
            filled.add(number)
            small += text[line.start].islower()
    return filled if small * 3 >= len(filled) else set()
