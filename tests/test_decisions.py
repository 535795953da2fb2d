"""Tables of decisions: each row decides in its example and leaves its counter-example to another.

The example is read as a text of the language in which the table is used, whole, so that what is
tested is what happens.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pytest

import summarize as library
from summarize import decisions, summarize
from summarize.decisions import Row, always

Rows = Sequence[Row[Any, Any]]


class Table(NamedTuple):
    """A table of decisions, and where it stands."""

    module: str
    name: str
    rows: Rows


def tables() -> Iterator[Table]:
    """All tables of the library."""
    for found in pkgutil.walk_packages(library.__path__, "summarize."):
        if ".training" in found.name or found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if isinstance(value, tuple) and value and all(type(row) is Row for row in value):
                yield Table(module.__name__, name, value)


TABLES = list(tables())
ROWS = [
    pytest.param(table, row, id=f"{table.module.removeprefix('summarize.')}: {row.name}")
    for table in TABLES
    for row in table.rows
]


def deciding(table: Table, text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the rows of a table that decide something in a text."""
    names: list[str] = []

    def decide(rows: Rows, case: object) -> Row[Any, Any]:
        row = decisions.decide(rows, case)
        if rows is table.rows:
            names.append(row.name)
        return row

    monkeypatch.setattr(importlib.import_module(table.module), "decide", decide)
    language, _, said = text.partition(": ")
    summarize(said if language == "en" else text, language="en" if language == "en" else "id")
    return names


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_decides_in_its_example(
    table: Table, row: Row[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert row.name in deciding(table, row.example, monkeypatch)
    if row.counter:
        assert row.name not in deciding(table, row.counter, monkeypatch)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.module}.{table.name}")
def test_a_table_leaves_nothing_undecided(table: Table) -> None:
    assert table.rows[-1].holds is always
    assert len({row.name for row in table.rows}) == len(table.rows)
