"""A line on a page."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """Characters side by side; ``left``, ``right`` and ``base`` in points from below on the left.

    ``starts`` is how wide its first word is, ``parts`` are its cells where wide gaps part it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    starts: float
    parts: tuple[str, ...] = ()

    @property
    def style(self) -> tuple[int, bool]:
        """What headlines differ in from the text below them."""
        return round(self.size * 2), self.bold
