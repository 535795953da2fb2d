"""What a database of releases holds, for tests that compare it with what it should hold."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import Any

NAMED = {"person_id": "people", "organization_id": "organizations", "place_id": "places"}
Content = dict[str, list[tuple[Any, ...]]]


def ask(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows that a query finds."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def dump(path: Path) -> list[str]:
    """Everything in it, numbers included, as SQL."""
    connection = sqlite3.connect(path)
    try:
        return [line for line in connection.iterdump() if "_fts" not in line]
    finally:
        connection.close()


def tables(path: Path) -> dict[str, list[str]]:
    """The tables of ours, with their columns."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for table, column in ask(
        path,
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND t.name NOT LIKE '%_fts%'",
    ):
        found[table].append(column)
    return dict(found)


def content(path: Path) -> Content:
    """Every row of every table without its numbers: by path and name, in order."""
    found: Content = {}
    for table, columns in tables(path).items():
        joins, shown = [], []
        for column in columns:
            if column == "release_id":
                joins.append("JOIN releases ON releases.id = release_id")
                shown.append("releases.path")
            elif column in NAMED:
                joins.append(f"LEFT JOIN {NAMED[column]} ON {NAMED[column]}.id = {column}")
                shown.append(f"{NAMED[column]}.name")
            elif column != "id" and not column.endswith("_id"):
                shown.append(f't."{column}"')
        rows = ask(path, f"SELECT {', '.join(shown)} FROM {table} t {' '.join(joins)}")
        found[table] = sorted(rows, key=repr)
    return found


def is_whole(path: Path) -> bool:
    """Whether every reference leads somewhere and the search is in step with the tables."""
    connection = sqlite3.connect(path)
    try:
        for table in ("releases", "sentences", "quotes"):
            name = f"{table}_fts"
            connection.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")
        lost = connection.execute("PRAGMA foreign_key_check").fetchall()
        return not lost and connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        connection.rollback()
        connection.close()
