"""A quickly defined named tuple is what ``typing.NamedTuple`` makes of the same class."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from summarize.records import NamedTuple

Kind = TypeVar("Kind")


class Place(NamedTuple):
    """A point on a map."""

    east: int
    north: int
    name: str = "?"

    @property
    def both(self) -> tuple[int, int]:
        """What it is made of."""
        return self.east, self.north

    def moved(self, east: int) -> Place:
        return self._replace(east=self.east + east)


class Usual(typing.NamedTuple):
    """A point on a map."""

    east: int
    north: int
    name: str = "?"

    @property
    def both(self) -> tuple[int, int]:
        """What it is made of."""
        return self.east, self.north

    def moved(self, east: int) -> Usual:
        return self._replace(east=self.east + east)


class Single(NamedTuple):
    """One value."""

    value: int


class Empty(NamedTuple):
    """No value."""


class Boxed(NamedTuple, Generic[Kind]):
    """A value of any kind."""

    value: Kind

    def __repr__(self) -> str:
        return f"[{self.value}]"


SAME: dict[str, Callable[[Any], object]] = {
    "values": lambda kind: tuple(kind(1, 2)),
    "by name": lambda kind: tuple(kind(north=2, east=1, name="a")),
    "attributes": lambda kind: (kind(1, 2).east, kind(1, 2).north, kind(1, 2).name),
    "equal to a tuple": lambda kind: kind(1, 2) == (1, 2, "?"),
    "hash": lambda kind: hash(kind(1, 2)),
    "written": lambda kind: repr(kind(1, 2)).replace(kind.__name__, ""),
    "properties": lambda kind: kind(1, 2).both,
    "methods": lambda kind: tuple(kind(1, 2).moved(5)),
    "as a mapping": lambda kind: kind(1, 2)._asdict(),
    "of an iterable": lambda kind: tuple(kind._make([1, 2, "b"])),
    "fields": lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__),
    "documented": lambda kind: kind.__doc__,
    "pickled": lambda kind: pickle.loads(pickle.dumps(kind(1, 2))) == kind(1, 2),
    "pickled type": lambda kind: type(pickle.loads(pickle.dumps(kind(1, 2)))) is kind,
    "copied": lambda kind: copy.deepcopy(kind(1, 2)) == kind(1, 2),
    "no other attributes": lambda kind: hasattr(kind(1, 2), "__dict__"),
    "hints": typing.get_type_hints,
}


@pytest.mark.parametrize("asked", SAME.values(), ids=SAME.keys())
def test_it_answers_alike(asked: Callable[[Any], object]) -> None:
    assert asked(Place) == asked(Usual)


WRONG: dict[str, Callable[[Any], object]] = {
    "too few": lambda kind: kind(1),
    "too many": lambda kind: kind(1, 2, "a", 4),
    "unknown": lambda kind: kind(1, 2, west=3),
    "too few of an iterable": lambda kind: kind._make([1]),
    "replaced what is not there": lambda kind: kind(1, 2)._replace(west=3),
    "changed": lambda kind: setattr(kind(1, 2), "east", 3),
}


@pytest.mark.parametrize("asked", WRONG.values(), ids=WRONG.keys())
def test_it_refuses_alike(asked: Callable[[Any], object]) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)) as ours:
        asked(Place)
    with pytest.raises(ours.type):
        asked(Usual)


def test_it_says_which_value_is_missing() -> None:
    with pytest.raises(TypeError, match="'north'"):
        typing.cast(Any, Place)(1)


def test_patterns_take_it_apart() -> None:
    match Place(1, 2):
        case Place(east, name=name):
            assert (east, name) == (1, "?")


def test_any_number_of_fields() -> None:
    assert (Single(3), Empty()) == ((3,), ())
    assert Single(3)._replace(value=4).value == 4


def test_it_may_be_generic() -> None:
    assert repr(Boxed[int](3)) == "[3]"
    assert Boxed(("a",)).value == ("a",)
