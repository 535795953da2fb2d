"""The text that offsets count, of a text that was laid out or encoded once more."""

from __future__ import annotations

from summarize.patterns import pattern
from summarize.reading.leftovers import undo_leftovers
from summarize.reading.pages import drop_furniture

_QUOTED = pattern(r"(?m)^[ \t]*(?:>[ \t]?)+")
_TOLD = pattern(r"(?m)^[^\S\r\n]*\S")


def extract(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` without what no piece of it could be shown through, and what was done as warnings.

    A text that needs none of this is given back as it is.

    >>> extract("> Bupati Resmikan Pasar\\n>\\n> Pasar dibuka hari ini.\\n")
    ('Bupati Resmikan Pasar\\n\\nPasar dibuka hari ini.\\n', ('undone: marks of quoted mail',))
    """
    text, warnings = undo_leftovers(text)
    told = list(warnings)
    if ">" in text and len(_QUOTED.findall(text)) == len(_TOLD.findall(text)) > 1:
        text = _QUOTED.sub("", text)
        told.append("undone: marks of quoted mail")
    text, lines = drop_furniture(text)
    if lines:
        count = "1 line" if lines == 1 else f"{lines:,} lines"
        told.append(f"left out: {count} of page headers, footers and numbers")
    if "   " in text:
        from summarize.reading.columns import unfold_columns

        text, rows = unfold_columns(text)
        if rows:
            told.append(f"two columns in {rows:,} lines, read one after the other")
    return text, tuple(told)
