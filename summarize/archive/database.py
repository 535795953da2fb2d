"""The database of releases: an SQLite file that any other program can open.

No connection is carried into another process, those that write are closed behind each
transaction, and a run that is killed leaves no more than what SQLite itself takes back.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from pkgutil import get_data
from typing import NamedTuple

from summarize.errors import WriteError
from summarize.rendering.rows import Row, Rows

MEMORY = ":memory:"  # the path of a database that is gone with its process
OURS = 0x52696E67  # "Ring", by which SQLite files tell whose they are
LAYOUT = 1  # of schema.sql
PATIENCE = 60.0  # seconds to wait for another run that is writing
_MAGIC = b"SQLite format 3\0"
_LAYOUT_AT, _OURS_AT = slice(60, 64), slice(68, 72)  # in the header of a file
_LOCAL = {"sentence_id": "sentences", "list_id": "lists", "point_id": "points"}
_NAMED = {"person_id": "people", "organization_id": "organizations", "place_id": "places"}
_REFERRING = _LOCAL.keys() | _NAMED.keys()


class Entry(NamedTuple):
    """What is to be kept of one input: its rows and what they were made with, or why not."""

    path: str
    made_with: str | None = None
    rows: Rows | None = None
    reason: str | None = None


def is_database(path: str | os.PathLike[str]) -> bool:
    """Whether the file at ``path`` is an SQLite database, ours or not."""
    return _header(path).startswith(_MAGIC)


class Database:
    """The database at ``path``, which need not stand there yet."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._memory: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._process = 0  # whose reader it is
        if path == MEMORY:
            self._memory = sqlite3.connect(MEMORY, isolation_level=None)

    def __reduce__(self) -> tuple[object, ...]:  # connections stay in their process
        return Database, (self.path,)

    def close(self) -> None:
        """Close what this process has open; a database in memory is gone with it."""
        for connection in (self._memory, self._reader):
            if connection is not None:
                connection.close()
        self._memory = self._reader = None

    def check(self) -> None:
        """Raise WriteError if what stands there is no database of ours."""
        header = _header(self.path)
        if not header or Path(f"{self.path}-journal").exists():
            return  # nothing, or what SQLite has to take back before anybody can tell
        if not header.startswith(_MAGIC):
            raise WriteError("stands there and is no database; choose another name")
        _check_layout(*(int.from_bytes(header[at], "big") for at in (_OURS_AT, _LAYOUT_AT)))

    def made_with(self, path: str) -> str | None:
        """What the release of ``path`` that is in the database was made with.

        None also where that cannot be told: who then puts it there is told why.
        """
        if not _header(self.path):
            return None
        try:
            if self._reader is None or self._process != os.getpid():
                # it must be able to take back what a killed run left half done
                self._reader, self._process = _connect(self.path, "rw"), os.getpid()
            return _made_with(self._reader, path)
        except sqlite3.Error:
            return None

    def put(self, entries: Iterable[Entry], *, again: bool = False) -> None:
        """Keep all of ``entries`` or, with WriteError, none of them.

        A release that is there already is replaced; where it was made with the same, only if it is
        to be made ``again``.
        """
        with self._writing() as connection:
            writer = _Writer(connection)
            for entry in {entry.path: entry for entry in entries}.values():
                if entry.rows is None:
                    writer.refuse(entry)
                elif again or _made_with(connection, entry.path) != entry.made_with:
                    writer.put(entry, entry.rows)
            writer.insert()
            writer.forget_unnamed()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to ask. Raises WriteError if there can be none."""
        stopped = Path(f"{self.path}-journal").exists()  # then SQLite has to take something back
        with self._open("rw" if stopped else "ro", "cannot be read") as connection:
            _check_layout(*_told(connection))
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction, which is kept if nothing is raised."""
        with self._open("rwc", "cannot be written") as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("PRAGMA defer_foreign_keys = ON")  # until all rows are there
            if _told(connection) == (0, 0) and not _tables(connection):
                _create(connection)
            _check_layout(*_told(connection))
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def _open(self, mode: str, wrong: str) -> Iterator[sqlite3.Connection]:
        try:
            if self._memory is not None:
                yield self._memory
                return
            self.check()
            if mode == "rwc":
                Path(self.path).parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(self.path, mode)
            try:
                yield connection
            finally:
                connection.close()  # which takes back what is not committed
        except FileExistsError as failure:
            raise WriteError(f"{wrong}: a file stands where its folder should be") from failure
        except OSError as failure:
            raise WriteError(f"{wrong}: {failure.strerror or failure}") from failure
        except sqlite3.Error as failure:
            raise WriteError(f"{wrong}: {_why(failure)}") from failure


class _Writer:
    """Gives the rows of one transaction their numbers, and inserts them table by table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)
        self.first: dict[str, int] = {}  # the number of the first of these rows, by table
        self.names: dict[tuple[str, str], int] = {}
        self.replaced = False

    def refuse(self, entry: Entry) -> None:
        told = (entry.path, entry.reason)
        self.connection.execute("INSERT OR REPLACE INTO refused (path, reason) VALUES (?, ?)", told)

    def put(self, entry: Entry, rows: Rows) -> None:
        self.connection.execute("DELETE FROM refused WHERE path = ?", (entry.path,))
        deleted = self.connection.execute("DELETE FROM releases WHERE path = ?", (entry.path,))
        self.replaced |= deleted.rowcount > 0
        release = {"release_id": self._next("releases")}
        self._add("releases", rows.release | {"path": entry.path, "made_with": entry.made_with})
        first = {column: self._next(table) for column, table in _LOCAL.items()}
        for table, found in rows.tables.items():
            for row in found:
                self._add(table, release | self._referring(row, first))

    def insert(self) -> None:
        """Insert all that was put."""
        for table in self.rows:
            columns = ("id", *self.rows[table][0])
            named = ", ".join(f'"{column}"' for column in columns)
            self.connection.executemany(
                f"INSERT INTO {table} ({named}) VALUES ({', '.join('?' * len(columns))})",
                (
                    (number, *row.values())
                    for number, row in enumerate(self.rows[table], self.first[table])
                ),
            )

    def forget_unnamed(self) -> None:
        """Remove the names that only replaced releases had."""
        if not self.replaced:
            return
        for column, table in _NAMED.items():
            holders = [
                name
                for name in _tables(self.connection)
                if column in _columns(self.connection, name)
            ]
            unused = " AND ".join(
                f"NOT EXISTS (SELECT 1 FROM {holder} WHERE {column} = {table}.id)"
                for holder in holders
            )
            self.connection.execute(f"DELETE FROM {table} WHERE {unused}")

    def _referring(self, row: Row, first: Row) -> Row:
        """``row`` with numbers that hold in the whole database, and in place of names."""
        numbers = {}
        for column in row.keys() & _REFERRING:
            if row[column] is not None:
                table = _NAMED.get(column)
                if table:
                    numbers[column] = self._number_of(table, row[column])
                else:
                    numbers[column] = first[column] + row[column]
        return row | numbers

    def _number_of(self, table: str, name: str) -> int:
        number = self.names.get((table, name))
        if number is None:
            told = self.connection.execute(f"SELECT id FROM {table} WHERE name = ?", (name,))
            found = told.fetchone()
            number = self.names[table, name] = found[0] if found else self._next(table)
            if not found:
                self._add(table, {"name": name})
        return number

    def _add(self, table: str, row: Row) -> None:
        self._next(table)
        self.rows[table].append(row)

    def _next(self, table: str) -> int:
        """The number of the row that is added next."""
        if table not in self.first:
            told = self.connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
            self.first[table] = told.fetchone()[0]
        return self.first[table] + len(self.rows.get(table, ()))


def _header(path: str | os.PathLike[str]) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            return stream.read(100)
    except OSError:  # it does not stand there, or SQLite will say what is wrong
        return b""


def _connect(path: str, mode: str) -> sqlite3.Connection:
    address = f"{Path(path).absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, uri=True)


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables, in the transaction that is open: ``executescript`` would end it."""
    statement = ""
    for line in (get_data(__package__, "schema.sql") or b"").decode().splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    connection.execute(f"PRAGMA application_id = {OURS}")
    connection.execute(f"PRAGMA user_version = {LAYOUT}")


def _told(connection: sqlite3.Connection) -> tuple[int, int]:
    """Whose the database says it is, and in which layout."""
    (ours,) = connection.execute("PRAGMA application_id").fetchone()
    (layout,) = connection.execute("PRAGMA user_version").fetchone()
    return ours, layout


def _check_layout(ours: int, layout: int) -> None:
    if ours != OURS:
        raise WriteError("is a database of something else; choose another name")
    if layout != LAYOUT:
        raise WriteError(f"has layout {layout}, this version has {LAYOUT}; choose another name")


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [
        name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    ]


def _made_with(connection: sqlite3.Connection, path: str) -> str | None:
    found = connection.execute("SELECT made_with FROM releases WHERE path = ?", (path,)).fetchone()
    return None if found is None else str(found[0])


def _why(failure: sqlite3.Error) -> str:
    said = str(failure)
    if "full" in said:
        return "the disk is full; make room there, and run again"
    if "locked" in said:
        return "another program is writing into it; run again when that has ended"
    if "malformed" in said or "not a database" in said:
        return f"{said}; move it away"
    return said
