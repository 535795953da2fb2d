"""Tables of cases: a row a line, columns separated by tabs, ``#`` starts a comment line."""

from pathlib import Path


def read_rows(path: Path, columns: int = 2) -> list[tuple[str, ...]]:
    """The rows of a table, short ones filled up with empty columns."""
    lines = path.read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [tuple(row + [""] * (columns - len(row))) for row in rows]
