"""What was found, as records of strings."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of the source: ``source[start:end]`` is ``text``."""

    text: str
    start: int
    end: int


class Person(NamedTuple):
    """A person: the fullest name and role in the text, and every place that names them."""

    name: str
    role: str | None
    mentions: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The name."""
        return self.name

    def __repr__(self) -> str:
        return f"Person({self.name!r}, role={self.role!r})"


class Entity(NamedTuple):
    """An organisation or a place, and every place in the text that names it."""

    name: str
    mentions: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The name."""
        return self.name

    def __repr__(self) -> str:
        return f"Entity({self.name!r})"


class Date(NamedTuple):
    """A date; ``value`` is ISO 8601 (an interval with ``/``), None where no year is given."""

    text: str
    start: int
    end: int
    value: str | None


class Event(NamedTuple):
    """What the release is about: ``what``, on which ``dates``, in which ``places``, and ``who``.

    ``days`` are days as the text tells them, also those without a date.
    """

    what: Piece | None
    dates: tuple[Date, ...]
    days: tuple[Piece, ...]
    places: tuple[Piece, ...]
    who: tuple[Piece, ...]

    def __repr__(self) -> str:
        told = {
            "dates": [date.value for date in self.dates],
            "places": [place.text for place in self.places],
            "who": [one.text for one in self.who],
        }
        return f"Event({', '.join(f'{name}={value!r}' for name, value in told.items())})"


class Figure(NamedTuple):
    """A quantity: ``Rp 1,2 miliar`` is 1200000000 Rp; ``upper`` ends a range."""

    text: str
    start: int
    end: int
    value: int | float | None
    upper: int | float | None
    unit: str | None


class Abbreviation(NamedTuple):
    """A short form and the long one by which the text explains it."""

    short: str
    long: str
