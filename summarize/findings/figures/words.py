"""The words beside a number: the one before it, and those behind it."""

from __future__ import annotations

from summarize.patterns import pattern

_PREVIOUS = pattern(r"(?<![^\W\d_])([^\W\d_]{1,25})(?:-[^\W\d_]{1,25})?[.:]?([\s(“\"'‘’]{0,3})\Z")
NEXT_WORD = pattern(r"\s{0,2}([^\W\d_](?:[\w²³’']|[-/](?=[^\W\d_])){0,39})(?!\w)")
WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def word_before(text: str, at: int, start: int) -> tuple[str, bool]:
    """The word before a number, and whether it begins a sentence or stands outside a bracket."""
    floor = max(start, at - 40)
    m = _PREVIOUS.search(text, floor, at)
    if m is None:
        return "", True
    earlier = text[max(start, m.start() - 3) : m.start()].rstrip()
    first = m.start() == start or (earlier[-1:] in ".!?:“\"'‘’" and earlier != "")
    apart = "(" in m[2] or m[0][len(m[1]) :].startswith(":")  # "MI Putra (576 murid)"
    return m[1], first or apart
