"""What pages repeat: headers, footers, page numbers."""

from __future__ import annotations

from collections import Counter

from summarize.reading.pages import is_page_number, page_key
from summarize.reading.pdf.lines import Line

_EDGE = 3  # lines at the top and at the bottom may be furniture


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without the lines at their edges that others have too, and without numbers."""
    edges = [_edges(page) for page in pages]
    keys = Counter(key for edge in edges for key in {page_key(line.text) for line in edge})
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        dropped = {
            id(line)
            for line in edge
            if keys[page_key(line.text)] > 1 or is_page_number(line.text)
        }
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def _edges(page: list[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page; only numbers where there are few."""
    rows = sorted({round(line.base) for line in page})
    outer = {*rows[:_EDGE], *rows[-_EDGE:]}
    return [line for line in page if round(line.base) in outer]
