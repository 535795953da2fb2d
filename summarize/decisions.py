"""Decisions as tables: ordered rows, of which the first one that holds decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

_Case = TypeVar("_Case")
_Verdict = TypeVar("_Verdict")


class Row(NamedTuple, Generic[_Case, _Verdict]):
    """A reason to decide in one way.

    ``example`` is a text in which the row decides, ``counter`` one that looks alike and in which
    another row does; tests run both.
    """

    name: str
    holds: Callable[[_Case], object]
    verdict: _Verdict
    example: str
    counter: str = ""


def decide(rows: Sequence[Row[_Case, _Verdict]], case: _Case) -> Row[_Case, _Verdict]:
    """The first of the rows that holds for ``case``; the last one always has to.

    >>> size = [Row("none", lambda n: n == 0, "no", ""), Row("some", lambda n: True, "yes", "")]
    >>> decide(size, 0).verdict, decide(size, 3).verdict
    ('no', 'yes')
    """
    for row in rows:
        if row.holds(case):
            return row
    raise AssertionError("a table of decisions ends with a row that always holds")


def always(_: object) -> bool:
    """The condition of a table's last row."""
    return True
