"""Outputs that other programs ask: files of tables, told by the end of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple

from summarize.archive import Database, Entry
from summarize.archive.parquet import is_ours, write_parquet
from summarize.batch.inputs import STDIN, Input
from summarize.batch.outputs import FOREIGN, Output, Whole, loses_something, refuse_overwriting
from summarize.batch.work import Outcome
from summarize.errors import OptionError, RemoteError, WriteError
from summarize.models import Summary
from summarize.reading import shown_path
from summarize.rendering.json import Object, to_object
from summarize.rendering.rows import rows_of
from summarize.storage import is_remote, storage_of

BATCH = 50  # releases that are written in one transaction,
LARGE = 5_000_000  # or characters, if they are long


class DatabaseOutput:
    """A database of releases, in which what has changed is replaced."""

    goes_on = True
    shared = None

    def __init__(self, path: str, *, force: bool = False) -> None:
        self.path, self.force = path, force
        self.database = Database(path)

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure that no input is overwritten, and that what stands there is ours."""
        if is_remote(self.path):
            raise OptionError(
                f"{self.path}: a database is written on a disk; write it there, then copy it"
            )
        refuse_overwriting(inputs, [self.path])
        self.database.check()

    def place_of(self, one: Input) -> str:
        """The database."""
        return self.path

    def recall(self, one: Input) -> Input:
        """``one`` with the key that its release in the database was made with."""
        return one._replace(known=self.database.made_with(_path(one)) or "")

    def has(self, one: Input, key: str) -> bool:
        """Whether the release of ``one`` in the database was made with that key."""
        known = self.database.made_with(_path(one)) if one.known is None else one.known
        return not self.force and known == key

    def edited(self, one: Input) -> None:
        """None: what is changed in a database, nobody can tell."""

    def take(self, one: Input, made: Any, key: str) -> Entry:
        """What is to be put into the database."""
        return Entry(_path(one), key, made)

    def deliver(self, outcomes: Iterator[Outcome], tell: Callable[[Outcome], None]) -> None:
        """Put the releases into the database, and what was refused, a batch at a time."""
        entries: list[Entry] = []
        waiting: list[Outcome] = []
        for outcome in outcomes:
            if outcome.made is not None:
                entries.append(outcome.made)
                waiting.append(outcome._replace(made=None))
            else:
                tell(outcome)
                if outcome.reason is not None:
                    entries.append(Entry(_path(outcome.input), reason=outcome.reason))
            size = sum(entry.rows.size for entry in entries if entry.rows)
            if len(entries) >= BATCH or size >= LARGE:
                self._put(entries)
                _tell_all(waiting, tell)
        self._put(entries)
        _tell_all(waiting, tell)

    def _put(self, entries: list[Entry]) -> None:
        if entries:
            self.database.put(entries, again=self.force)
        entries.clear()

    def sweep(self, inputs: Sequence[Input]) -> None:
        """Close the database; what is half done, SQLite takes back."""
        self.database.close()


def _tell_all(waiting: list[Outcome], tell: Callable[[Outcome], None]) -> None:
    for outcome in waiting:
        tell(outcome)
    waiting.clear()


def _path(one: Input) -> str:
    return STDIN if one.path == STDIN else shown_path(one.path)


class ParquetOutput(Whole):
    """A file for DuckDB, pandas and their kind: the objects of JSON as they are, a row each."""

    def __init__(self, path: str, *, force: bool = False) -> None:
        self.path, self.force = path, force

    def check(self) -> None:
        """Raise OptionError without pyarrow, WriteError if work of somebody else would be lost."""
        if find_spec("pyarrow") is None:
            raise OptionError("Parquet needs pyarrow: pip install 'ringkas[parquet]'")
        try:
            if not loses_something(self.path, force=self.force):
                return
            with storage_of(self.path).opened(self.path) as stream:
                ours = is_ours(stream)
        except RemoteError as failure:
            raise WriteError(f"cannot be written: {failure}") from failure
        if not ours:
            raise WriteError(FOREIGN)

    def write(self, parts: Iterator[Any]) -> None:
        """Write the file, whole or not at all. Raises WriteError."""
        with storage_of(self.path).replacing(self.path) as stream:
            write_parquet(parts, stream)


def _object_of(summary: Summary) -> Object:
    return to_object(summary, explain=True)


class Store(NamedTuple):
    """A kind of store: what is made of each summary for it, and the output that takes it."""

    shape: Callable[[Summary], Any]
    output: Callable[..., Output]


STORES = {
    ".db": Store(rows_of, DatabaseOutput),
    ".parquet": Store(_object_of, ParquetOutput),
}
