"""What the tool knows of a language: word lists and learnt statistics, all of it data.

A data file holds one term a line; ``#`` starts a comment; a table separates key and value by a
tab. Files are read when first asked for and kept.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

CODES = ("id", "en")


class Language:
    """One language's data, by the names of its files."""

    __slots__ = ("_tables", "_terms", "code")

    def __init__(self, code: str) -> None:
        self.code = code
        self._terms: dict[str, frozenset[str]] = {}
        self._tables: dict[str, dict[str, str]] = {}

    def terms(self, name: str) -> frozenset[str]:
        """The terms of ``<name>.txt``, as written there."""
        if name not in self._terms:
            self._terms[name] = frozenset(read_lines(self.code, f"{name}.txt"))
        return self._terms[name]

    def table(self, name: str) -> dict[str, str]:
        """The key and value pairs of ``<name>.tsv``, in the order of the file."""
        if name not in self._tables:
            rows = (line.split("\t") for line in read_lines(self.code, f"{name}.tsv"))
            self._tables[name] = {key: value for key, value, *_ in rows}
        return self._tables[name]

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def __reduce__(self) -> tuple[object, ...]:  # one object a process, also across workers
        return load, (self.code,)


@cache
def load(code: str) -> Language:
    """The language of ``code`` (``id`` or ``en``). Raises KeyError for any other."""
    if code not in CODES:
        raise KeyError(code)
    return Language(code)


def read_lines(code: str, name: str) -> list[str]:
    """The lines of a data file without comments and empty ones."""
    lines = read_text(__package__, f"{code}/{name}").split("\n")
    return [kept for line in lines if (kept := line.partition("#")[0].rstrip())]


def read_text(package: str, name: str) -> str:
    """A text file that ships inside ``package``.

    With ``pkgutil``, since importing ``importlib.resources`` takes as long as reading every list.
    """
    data = get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no {name}")
    return data.decode("utf-8")
