"""Two columns side by side in a text, put one behind the other."""

from __future__ import annotations

from collections import Counter

from summarize.patterns import pattern

_CELL = pattern(r"(?:^|(?<=\S)) {2,}(?=\S)")
_SENTENCE_END = pattern(r"[.!?…:;][\"”’')\]]*\Z")
_LEAST_ROWS = 5
_NARROWEST = 16  # characters: the columns of a table are narrower
_FEWEST_WORDS = 2.5  # in the middle, on a line of a column
_GOING_ON = 0.3  # of the lines of a column of prose begin with a small letter


def unfold_columns(text: str) -> tuple[str, int]:
    """``text`` with the columns of prose one behind the other, and how many rows they had."""
    lines = text.split("\n")
    starts = Counter(found.end() for line in lines for found in _CELL.finditer(line.rstrip()))
    best = [c for c, count in starts.most_common(3) if count >= _LEAST_ROWS and c > _NARROWEST]
    for column in best:
        unfolded, rows = _unfold_at(lines, column)
        if rows:
            return "\n".join(unfolded), rows
    return text, 0


def _unfold_at(lines: list[str], column: int) -> tuple[list[str], int]:
    """The lines with all stretches unfolded whose second column begins at ``column``."""
    unfolded: list[str] = []
    rows = at = 0
    while at < len(lines):
        end = _stretch(lines, at, column)
        sides = _sides(lines[at:end], column) if end - at >= _LEAST_ROWS else None
        if sides is None:
            unfolded.append(lines[at])
            at += 1
            continue
        left, right = sides
        unfolded += left
        if right[0][:1].islower() or not _SENTENCE_END.search(left[-1]):
            unfolded += right
        else:
            unfolded += ["", *right]
        rows += end - at
        at = end
    return unfolded, rows


def _stretch(lines: list[str], at: int, column: int) -> int:
    """The end of the stretch of rows from ``at`` on that no line crosses the gutter in."""
    if not _has_both(lines[at], column):
        return at
    end = last = at
    while end < len(lines) and not lines[end][column - 2 : column].strip():
        line = lines[end].rstrip()
        if len(line) > column:
            if line[column] == " ":
                break
            last = end
        elif (
            not line
            and end - last > 1
            and not any(_has_both(later, column) for later in lines[end + 1 : end + 4])
        ):
            break
        end += 1
    while end - 1 > last and not lines[end - 1].strip():
        end -= 1
    return end


def _has_both(line: str, column: int) -> bool:
    """Whether there is text on both sides of the gutter."""
    left, right = line[:column], line[column:]
    return bool(left.strip()) and not left[-2:].strip() and not right[:1].isspace() and right != ""


def _sides(rows: list[str], column: int) -> tuple[list[str], list[str]] | None:
    """The two columns; None where they are none of prose."""
    left = [row[:column].rstrip() for row in rows]
    right = [row[column:].rstrip() for row in rows]
    if sum(bool(a.strip() and b) for a, b in zip(left, right, strict=True)) < _LEAST_ROWS:
        return None
    trimmed = "\n".join(left).strip("\n").split("\n"), "\n".join(right).strip("\n").split("\n")
    return trimmed if all(map(_is_prose, trimmed)) else None


def _is_prose(column: list[str]) -> bool:
    told = [line.strip() for line in column if line.strip()]
    words = sum(len(line.split()) for line in told) / len(told)
    going_on = sum(line[0].islower() for line in told[1:])
    return words >= _FEWEST_WORDS and going_on >= _GOING_ON * (len(told) - 1)
