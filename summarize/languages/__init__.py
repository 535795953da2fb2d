"""What the tool knows of a language: word lists and learnt statistics, all of it data.

A data file holds one term a line; ``#`` starts a comment; a table separates key and value by a
tab. A file of ``FILES`` has a section for each list, below its ``[name]``; big lists have a file
of their own. Names are unique in a language; INDEX.md tells them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pkgutil import get_data
from typing import NamedTuple

from summarize.languages.rules import RULES, Rules

CODES = ("id", "en")

# Read together when the first of their sections is asked for, and kept.
FILES = (
    "abbreviations",
    "anatomy",
    "dates",
    "event",
    "figures",
    "lists",
    "names",
    "organizations",
    "page",
    "places",
    "points",
    "ranking",
    "roles",
    "segmentation",
    "speech",
    "words",
)
# Read when asked for: one list each.
GAZETTEERS = frozenset({"countries", "datelines", "degrees", "regions", "world"})
LEARNT = {
    "given_names": ("en",),
    "name_words": CODES,
    "word_weights": ("id",),
}  # of which languages


class Section(NamedTuple):
    """The lines of one list, with comments; ``optional`` if another language may do without."""

    text: str
    optional: bool


class Language:
    """One language's data, by the names of its lists."""

    __slots__ = ("_sections", "_tables", "_terms", "code", "rules")

    def __init__(self, code: str) -> None:
        self.code = code
        self.rules: Rules = RULES[code]
        self._sections: dict[str, Section] = {}
        self._terms: dict[str, frozenset[str]] = {}
        self._tables: dict[str, dict[str, str]] = {}

    def terms(self, name: str) -> frozenset[str]:
        """The terms of the list ``name``, as written there. Raises KeyError if there is none."""
        if name not in self._terms:
            self._terms[name] = frozenset(self._lines(name))
        return self._terms[name]

    def table(self, name: str) -> dict[str, str]:
        """The key and value pairs of the list ``name``, in the order of the file."""
        if name not in self._tables:
            rows = (line.split("\t") for line in self._lines(name))
            self._tables[name] = {key: value for key, value, *_ in rows}
        return self._tables[name]

    def alternatives(self, name: str) -> str:
        """The terms of the list ``name`` as a pattern; a space there is any white space."""
        terms = sorted(self.terms(name), key=lambda term: (-len(term), term))
        return "|".join(re.escape(term).replace("\\ ", r"\s") for term in terms)

    def sections(self) -> dict[str, Section]:
        """The lists of all ``FILES``."""
        if not self._sections:
            texts = (read_text(__package__, f"{self.code}/{file}.txt") for file in FILES)
            self._sections = {name: found for text in texts for name, found in split(text)}
        return self._sections

    def _lines(self, name: str) -> list[str]:
        if name in GAZETTEERS:
            return read_lines(self.code, f"gazetteers/{name}.txt")
        if name in LEARNT:
            known = self.code in LEARNT[name]
            return read_lines(self.code, f"learnt/{name}.tsv") if known else []
        section = self.sections().get(name)
        if section is None and not load("id").sections()[name].optional:
            raise KeyError(f"{self.code} has no [{name}]")
        return without_comments(section.text) if section else []

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


def split(text: str) -> Iterator[tuple[str, Section]]:
    """The sections of a file with their names; what stands above the first is a comment."""
    for part in text.split("\n[")[1:]:
        head, _, body = part.partition("\n")
        name, _, mark = head.partition("]")
        yield name, Section(body, mark == " optional")


def read_lines(code: str, name: str) -> list[str]:
    """The lines of a data file without comments and empty ones."""
    return without_comments(read_text(__package__, f"{code}/{name}"))


def without_comments(text: str) -> list[str]:
    """The lines that hold a term or a row."""
    return [kept for line in text.split("\n") if (kept := line.partition("#")[0].rstrip())]


def read_text(package: str, name: str) -> str:
    """A text file that ships inside ``package``.

    With ``pkgutil``, since importing ``importlib.resources`` takes as long as reading every list.
    """
    data = get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no {name}")
    return data.decode("utf-8")
