"""What pages repeat: headers, footers, page numbers."""

from __future__ import annotations

from collections import Counter

from summarize.reading.pages import is_page_number, page_key
from summarize.reading.pdf.lines import Line

_SMALL = 0.9  # times the size of the story
_CLOSE = 1.7  # times it, from line to line
_EDGE = 3  # lines at the top and at the bottom may be furniture


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The pages without furniture, and what seems to be some on one page only.

    Lines at the edges that other pages have too are dropped, and page numbers; smaller lines that
    stand apart at an edge are told beside the story.
    """
    edges = [_edges(page) for page in pages]
    repeated = _repeated(edges)
    body = _body_size(pages)
    kept: list[list[Line]] = []
    beside: list[Line] = []
    for page, edge in zip(pages, edges, strict=True):
        dropped: set[int] = set()
        for line in edge:
            if page_key(line.text) in repeated or _numbers_page(line, page, body):
                dropped.add(id(line))
            elif _stands_apart(line, page, body):
                dropped.add(id(line))
                beside.append(line)
        kept.append([line for line in page if id(line) not in dropped])
    return kept, beside


def _repeated(edges: list[list[Line]]) -> set[str]:
    """The keys of lines that stand at the edges of two pages or more."""
    keys = Counter(key for edge in edges for key in {page_key(line.text) for line in edge})
    return {key for key, count in keys.items() if count > 1}


def _body_size(pages: list[list[Line]]) -> float:
    """The size in which most of the text is set."""
    sizes = Counter[float]()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _numbers_page(line: Line, page: list[Line], body: float) -> bool:
    """Whether a line at an edge is the number of its page."""
    return is_page_number(line.text) and _is_alone(line, page, body)


def _stands_apart(line: Line, page: list[Line], body: float) -> bool:
    """Whether a line at an edge is small, and so is all that stands beyond a gap with it."""
    return line.size < _SMALL * body and _is_alone(line, page, body)


def _is_alone(line: Line, page: list[Line], body: float) -> bool:
    """Whether no line of the story's size stands close to ``line``."""
    return not any(
        abs(other.base - line.base) < _CLOSE * body and other.size >= _SMALL * body
        for other in page
        if other is not line and abs(other.base - line.base) > 1
    )


def _edges(page: list[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page."""
    rows = sorted({round(line.base) for line in page})
    outer = {*rows[:_EDGE], *rows[-_EDGE:]}
    return [line for line in page if round(line.base) in outer]
