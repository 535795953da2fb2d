"""What a database of releases says about something, the most relevant first.

The ranking is FTS5's BM25. Its own way of cutting words serves: what the tool holds together
("30/6/2020", "undang-undang") is a phrase to it, and is found as one.
"""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from summarize.archive.database import Database
from summarize.errors import OptionError
from summarize.languages import CODES, load
from summarize.patterns import pattern

MOST = 10  # releases that are told, and
EACH = 3  # quotations and sentences of each
_TITLE = 5.0  # how much more than in the text a word in the headline weighs
_ASKED = pattern(r'"([^"]+)"|([^\s"]+)')
_WORD = pattern(r"\w+")
_DAY = pattern(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class Question(NamedTuple):
    """What is asked: words and "whole phrases", and what narrows it.

    ``since`` and ``until`` are years, months or days in ISO 8601; ``who`` is a name or a role of
    whoever says it or is named beside it, ``where`` the place of the release or of its event.
    """

    about: str
    since: str | None = None
    until: str | None = None
    who: str | None = None
    where: str | None = None

    def check(self) -> None:
        """Raise OptionError if it cannot be asked."""
        if not _phrases(self.about):
            raise OptionError("--about has no word in it")
        for name, day in {"since": self.since, "until": self.until}.items():
            if day is not None and not _DAY.fullmatch(day):
                raise OptionError(f"--{name} {day!r} is no day; write 2024, 2024-05 or 2024-05-31")
        for name, asked in {"who": self.who, "where": self.where}.items():
            if asked is not None and not _WORD.search(asked):
                raise OptionError(f"--{name} has no word in it")


class Passage(NamedTuple):
    """A quotation or a sentence: ``text`` is ``source[start:end]`` of its release."""

    start: int
    end: int
    text: str
    speaker: str | None
    role: str | None
    score: float

    @property
    def said_by(self) -> str:
        """Name and role of whoever says it, as far as they are known."""
        return ", ".join(dict.fromkeys(part for part in (self.speaker, self.role) if part))


class Answer(NamedTuple):
    """A release that says something about it; a higher score is more relevant."""

    path: str
    title: str | None
    date: str | None
    place: str | None
    score: float
    quotes: tuple[Passage, ...]
    sentences: tuple[Passage, ...]


class Answers(NamedTuple):
    """The most relevant releases, how many there are, and how many a date might have shut out."""

    found: int
    undated: int
    releases: tuple[Answer, ...]


def search(database: Database, question: Question, *, most: int = MOST) -> Answers:
    """What is said about it. Raises WriteError if the database cannot be read."""
    question.check()
    with database.reading() as connection:
        connection.create_function("names", 2, _names, deterministic=True)
        return _Search(connection, question).answers(most)


class _Search:
    def __init__(self, connection: sqlite3.Connection, question: Question) -> None:
        self.connection = connection
        phrases = _phrases(question.about)
        self.all, self.any = " AND ".join(phrases), " OR ".join(phrases)
        self.values = {**question._asdict(), "all": self.all, "any": self.any, "title": _TITLE}
        self.who = question.who is not None
        self.dated = question.since is not None or question.until is not None

    def answers(self, most: int) -> Answers:
        kept = self._ask(f"SELECT count(*) FROM {_RELEASES} AND {_WHEN}")[0][0]
        undated = 0
        if self.dated:
            undated = self._ask(f"SELECT count(*) FROM {_RELEASES} AND r.date IS NULL")[0][0]
        ranked = "-bm25(releases_fts, :title, 1.0) AS score"
        found = self._ask(
            f"SELECT r.id, r.path, r.title, r.date, r.place, {ranked} FROM {_RELEASES} AND {_WHEN}"
            " ORDER BY score DESC, r.date DESC, r.path LIMIT :most",
            most=most,
        )
        return Answers(kept, undated, tuple(self._answer(*row) for row in found))

    def _answer(self, number: int, *told: Any) -> Answer:
        """A release with the passages that have all words, or else with those that have any."""
        path, title, date, place, score = told
        for words in (self.all, self.any):
            quotes = self._passages("quotes", number, words)
            sentences = [
                one
                for one in self._passages("sentences", number, words)
                if not any(one.start < quote.end and quote.start < one.end for quote in quotes)
            ]
            if quotes or sentences:
                break
        return Answer(
            path, title, date, place, round(score, 6), (*quotes[:EACH],), (*sentences[:EACH],)
        )

    def _passages(self, table: str, number: int, words: str) -> list[Passage]:
        first, last = self._ask(
            f"SELECT min(id), max(id) FROM {table} WHERE release_id = :number", number=number
        )[0]
        rows = self._ask(
            f'SELECT p.start, p."end", p.text, p.speaker, p.role, -bm25({table}_fts) AS score'
            f" FROM {table}_fts JOIN {table} p ON p.id = {table}_fts.rowid"
            f" WHERE {table}_fts MATCH :words AND {table}_fts.rowid BETWEEN :first AND :last"
            f" AND p.release_id = :number {self._of_whom(table)}"
            " ORDER BY score DESC, p.start LIMIT :most",
            **{"words": words, "first": first, "last": last, "number": number, "most": 2 * EACH},
        )
        return [one._replace(score=round(one.score, 6)) for one in map(Passage._make, rows)]

    def _of_whom(self, table: str) -> str:
        story = "AND p.unit = 'sentence'" if table == "sentences" else ""
        if not self.who:
            return story
        return f"{story} AND {_SAID_OR_NAMED if table == 'sentences' else _SAID}"

    def _ask(self, query: str, **more: Any) -> list[Any]:
        return self.connection.execute(query, self.values | more).fetchall()


_PERSON = "(SELECT id FROM people WHERE names(name, :who))"
_SAID = f"(p.person_id IN {_PERSON} OR names(p.role, :who))"
_SAID_OR_NAMED = (
    f"({_SAID} OR p.id IN (SELECT sentence_id FROM mentions WHERE person_id IN {_PERSON}))"
)
# Day, month and year may each be compared with a part of the other only: "2024-05" holds its days.
_WHEN = (
    "(:since IS NULL OR r.date >= substr(:since, 1, length(r.date)))"
    " AND (:until IS NULL OR substr(r.date, 1, length(:until)) <= :until)"
)
_RELEASES = (
    "releases_fts JOIN releases r ON r.id = releases_fts.rowid WHERE releases_fts MATCH :all"
    " AND (:where IS NULL OR r.id IN (SELECT release_id FROM parts"
    " WHERE kind IN ('place', 'event_place') AND names(text, :where)))"
    " AND (:who IS NULL OR r.id IN (SELECT p.release_id FROM sentences_fts"
    " JOIN sentences p ON p.id = sentences_fts.rowid"
    f" WHERE sentences_fts MATCH :any AND p.unit = 'sentence' AND {_SAID_OR_NAMED}))"
)


def _phrases(about: str) -> list[str]:
    """The words and phrases of a question, as FTS5 asks for them, each with its short endings."""
    asked = [" ".join(_WORD.findall(whole or word)) for whole, word in _ASKED.findall(about)]
    endings = ["", *sorted({ending for code in CODES for ending in load(code).terms("enclitics")})]
    forms = [[f'"{phrase}{ending}"' for ending in endings] for phrase in asked if phrase]
    return [f"({' OR '.join(same)})" for same in forms]


def _names(text: str | None, asked: str) -> bool:
    """Whether all words of ``asked`` are in ``text``, in capitals or not."""
    return text is not None and _words(asked) <= _words(text)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
