"""Words that were parted at the end of a line, and those that have their hyphen anywhere."""

from __future__ import annotations

# First parts of words that keep their hyphen, and second ones.
_KEEPS_BEFORE = frozenset(
    ["non", "ex", "self", "well", "long", "short", "high", "low", "first", "second", "third"]
)
_KEEPS_BEHIND = frozenset(
    ["based", "wide", "term", "level", "year", "years", "day", "days", "related", "scale", "old"]
)


def keeps_hyphen(text: str, first: str, second: str) -> bool:
    """Whether a word of ``text`` has its hyphen in the middle of a line too.

    >>> keeps_hyphen("", "anak", "anak"), keeps_hyphen("", "jemba", "tan")
    (True, False)
    """
    if not second[:1].islower():
        return True
    first, second = first.lower(), second.lower()
    return (
        first in _KEEPS_BEFORE
        or second in _KEEPS_BEHIND
        or _is_doubled(first, second)
        or (f"{first}-{second}" in text and f"{first}{second}" not in text)
    )


def _is_doubled(first: str, second: str) -> bool:
    """Whether a word is said twice, with or without its affixes: ``berjalan-jalan``."""
    shorter = min(len(first), len(second))
    return shorter > 2 and (second.startswith(first) or first.endswith(second[:shorter]))
