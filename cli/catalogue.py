"""Catalogues of messages, whose ``{1}``, ``{2}`` stand for what was filled in, in order."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "languages"


class Row(NamedTuple):
    """A message with what stands for what is filled in, and its translation."""

    original: str
    translation: str

    def fill(self, message: str) -> list[str] | None:
        """What ``message`` has in the places of ``{1}``, ``{2}``; None if it is another one."""
        first, *others = _literals(self.original)
        if not message.startswith(first):
            return None
        filled, at = [], len(first)
        for number, literal in enumerate(others, 1):
            last = number == len(others)
            end = len(message) - len(literal) if last else message.find(literal, at)
            if end < at or not message.startswith(literal, end):
                return None
            filled.append(message[at:end])
            at = end + len(literal)
        return filled if at == len(message) else None


def _literals(original: str) -> list[str]:
    """The parts of a message between its places, which are numbered in order."""
    parts, number = [], 1
    while f"{{{number}}}" in original:
        part, _, original = original.partition(f"{{{number}}}")
        parts.append(part)
        number += 1
    return [*parts, original]


def translation(message: str, language: str) -> str:
    """``message`` in ``language``, and so what is filled in where it is a message too."""
    catalogue, patterns = _rows(language)
    if message in catalogue:
        return catalogue[message]
    for row in patterns:
        filled = row.fill(message)
        if filled is not None:
            shown = row.translation
            for number, value in enumerate(filled, 1):
                shown = shown.replace(f"{{{number}}}", translation(value, language), 1)
            return shown
    return message


@cache
def _rows(language: str) -> tuple[dict[str, str], list[Row]]:
    """The messages as they stand, and those with places; the most telling of them first."""
    catalogue = read_catalogue(_FOLDER / f"{language}.po")
    patterns = [Row(*pair) for pair in catalogue.items() if "{1}" in pair[0]]
    patterns.sort(key=lambda row: sum(map(len, _literals(row.original))), reverse=True)
    return catalogue, patterns


def read_catalogue(path: Path) -> dict[str, str]:
    """The translations in a catalogue, in gettext's format; none of the heading."""
    found: dict[str, str] = {}
    parts: dict[str, str] = {}
    key = ""
    for line in (*path.read_text("utf-8").splitlines(), ""):
        if line.startswith('"'):
            parts[key] += _unquoted(line)
        elif line.startswith(("msgid ", "msgstr ")):
            key, _, quoted = line.partition(" ")
            parts[key] = _unquoted(quoted)
        elif not line and parts:
            if parts["msgid"]:
                found[parts["msgid"]] = parts["msgstr"]
            parts = {}
    return found


def _unquoted(quoted: str) -> str:
    return quoted[1:-1].replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")
