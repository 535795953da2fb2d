"""The lines of a page in the order in which they are read: columns one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from summarize.reading.pdf.lines import Line

_LEAST_LINES = 4  # of a column
_CROSSING = 0.4  # of the lines may cross the gutter, such as a headline above two columns
_SAME_HEIGHT = 0.35  # times the size
_JUSTIFIED = 4.0  # times the size: wider gaps part cells, not words
_DEEPEST = 4  # columns inside each other


def in_order(lines: list[Line], depth: int = 0) -> list[Line]:
    """``lines`` from above to below, those of a left column before those of a right one."""
    lines = sorted(lines, key=lambda line: (-line.base, line.left))
    gutter = _gutter(lines) if depth < _DEEPEST else None
    if gutter is None:
        return _in_rows(lines)
    told: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:
            told += [*in_order(left, depth + 1), *in_order(right, depth + 1), line]
            left, right = [], []
    return [*told, *in_order(left, depth + 1), *in_order(right, depth + 1)]


def _in_rows(lines: list[Line]) -> list[Line]:
    """The lines, of which those of one height are read from left to right.

    What stands close together on one height is one line: words are often drawn one by one.
    """
    told: list[Line] = []
    for row in _rows(lines):
        for line in sorted(row, key=lambda one: one.left):
            last = told[-1] if told else None
            close = last is not None and line.left - last.right < _JUSTIFIED * line.size
            if last and last in row and close and abs(last.size - line.size) < 1:
                told[-1] = last._replace(text=f"{last.text} {line.text}", right=line.right)
                row.append(told[-1])
            else:
                told.append(line)
    return told


def _rows(lines: list[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in lines:
        if row and abs(row[0].base - line.base) > _SAME_HEIGHT * max(line.size, 1.0):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _gutter(lines: list[Line]) -> float | None:
    """Where between two columns nothing stands, None where there are no columns."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    edges = Counter(round(line.left) for line in lines)
    for edge, count in sorted(edges.items()):
        gutter = edge - 3.0
        if count + edges[edge + 1] >= _LEAST_LINES and _parts_columns(lines, gutter):
            return gutter
    return None


def _parts_columns(lines: list[Line], gutter: float) -> bool:
    """Whether there are two columns of prose beside ``gutter``, and little that crosses it."""
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    if len(lines) - len(left) - len(right) > _CROSSING * len(lines):
        return False
    return _side_by_side(left, right) and _is_filled(left, 2) and _is_filled(right, 3)


def _side_by_side(left: list[Line], right: list[Line]) -> bool:
    top = min(left[0].base, right[0].base)
    bottom = max(left[-1].base, right[-1].base)
    shared = sum(bottom - 1 <= line.base <= top + 1 for line in right)
    return 2 * shared >= min(len(right), len(left))


def _is_filled(column: list[Line], share: int) -> bool:
    """Whether one of ``share`` lines is filled up to an edge: those of prose are, cells are not."""
    edge = max(line.right for line in column)
    start = min(line.left for line in column)
    full = sum(line.right - start > 0.7 * (edge - start) for line in column)
    words = sum(len(line.text.split()) for line in column)
    close = [a.base - b.base for a, b in pairwise(column) if a.base - b.base > 0.5]
    return bool(close) and share * full >= len(column) and words >= 2.5 * len(column)
