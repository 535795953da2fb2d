"""Rows of tables in a plain text: they are kept, and never summarised."""

from __future__ import annotations

from itertools import groupby, pairwise

from summarize.models import Span
from summarize.patterns import pattern

_LINE = pattern(r"[^\r\n]+")
# What parts the cells of a row, surest first; gaps of spaces could be justified text.
_PARTED = (
    (pattern(r"[ ]{0,80}\t[ \t]{0,80}"), 2),
    (pattern(r"[ ]{0,80}\|[ ]{0,80}"), 2),
    (pattern(r"[ ]{2,80}"), 3),
)
_CELL = pattern(r"\S+(?: \S+)*+")
_MARKER = pattern(r"(?:[-*•‣▪–·]|\(?\w{1,3}[.)]?)\Z")
_ENDS = pattern(r"[a-z]{3}[.!?][”\"’')]{0,2}\Z")
_LONGEST_CELL = 60  # characters; longer ones are sentences in columns
_LEAST_ROWS = 2
_LEAST_GAPPED = 3  # rows that only gaps part: two of justified text stand so by chance


def find_tables(text: str) -> tuple[Span, ...]:
    """The spans of tables in ``text``: lines below each other that are parted into as many cells.

    >>> find_tables("Hasil lomba:\\nNo\\tDesa\\tNilai\\n1\\tMekar\\t95,5\\nSelamat!\\n")
    (Span(start=13, end=39),)
    """
    lines = [Span(*found.span()) for found in _LINE.finditer(text)]
    tables: list[Span] = []
    last = -1
    for cells, group in groupby(range(len(lines)), lambda place: _cells(lines[place].of(text))):
        places = list(group)
        rows = [lines[place].of(text) for place in places]
        if not cells or len(places) < _LEAST_ROWS or not _are_aligned(rows):
            continue
        first = places[0]
        if first - 1 > last and _cells(lines[first - 1].of(text), head=True) == cells:
            first -= 1  # the names of the columns need not be values
        last = places[-1]
        tables.append(Span(lines[first].start, lines[last].end))
    return tuple(tables)


def _are_aligned(rows: list[str]) -> bool:
    """Whether cells that only gaps part stand below each other; those of justified text do not."""
    if any("\t" in row or "|" in row for row in rows):
        return True
    if len(rows) < _LEAST_GAPPED:
        return False
    edges = [[found.span() for found in _CELL.finditer(row)] for row in rows]
    return all(
        abs(above[0] - below[0]) <= 1 or abs(above[1] - below[1]) <= 1
        for before, row in pairwise(edges)
        for above, below in zip(before, row, strict=False)
    )


def _cells(line: str, *, head: bool = False) -> int:
    """How many cells a line is parted into; 0 if it is no row, or no ``head`` of any."""
    line = line.strip(" ")
    framed = line.startswith("|") and line.endswith("|")
    if framed:
        line = line[1:-1].strip(" ")
    for parted, least in _PARTED:
        cells = parted.split(line)
        if len(cells) >= least:
            return len(cells) if _is_row(line, cells, paired=framed or head) else 0
    return 0


def _is_row(line: str, cells: list[str], *, paired: bool) -> bool:
    """Whether ``cells`` are those of a table; two alone are a name and its value, or ``paired``."""
    if max(map(len, cells)) > _LONGEST_CELL or _ENDS.search(line) or not all(cells[1:]):
        return False
    if len(cells) > 2 or paired:
        return True
    return _is_value(cells[1]) and not _MARKER.match(cells[0])


def _is_value(cell: str) -> bool:
    """Whether a cell tells a number: then the one before it is the name of that."""
    digits = sum(letter.isdigit() for letter in cell)
    return 2 * digits >= len(cell.replace(" ", ""))
