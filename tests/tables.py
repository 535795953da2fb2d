"""Files of cases: tables, columns separated by tabs, and releases with what is in them."""

from pathlib import Path

from summarize.anatomy import take_apart
from summarize.reading import from_text
from summarize.text.reading import Reading


def read_rows(path: Path, columns: int = 2) -> list[tuple[str, ...]]:
    """The rows of a table but ``#`` comments, short ones filled up with empty columns."""
    lines = path.read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [tuple(row + [""] * (columns - len(row))) for row in rows]


def read_release(path: Path) -> tuple[str, str, list[str]]:
    """A release, its language and the lines below ``---``; ``# bahasa: en`` may stand on top."""
    source, _, expected = path.read_text("utf-8").partition("\n---\n")
    language = "id"
    if source.startswith("# bahasa: "):
        first, _, source = source.partition("\n")
        language = first.removeprefix("# bahasa: ")
    return source, language, expected.splitlines()


def read_text(text: str, language: str) -> Reading:
    """A text as the finders get it."""
    return Reading(take_apart(from_text(text), language))
