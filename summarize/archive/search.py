"""What a database of releases says: about something, the most relevant first, or else by date.

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

MOST = 10  # releases that are told of something, and
_ALL = -1
EACH = 3  # quotations and sentences of each
_TITLE = 5.0  # how much more than in the text a word in the headline weighs
_ASKED = pattern(r'"([^"]+)"|([^\s"]+)')
_WORD = pattern(r"\w+")
_DAY = pattern(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class Question(NamedTuple):
    """What is asked: words and "whole phrases", or everything, and what narrows it.

    ``since`` and ``until`` are years, months or days in ISO 8601; ``who`` is a name or a role of
    whoever says it or is named beside it, ``where`` the place of the release or of its event.
    """

    about: str | None = None
    since: str | None = None
    until: str | None = None
    who: str | None = None
    where: str | None = None

    def check(self) -> None:
        """Raise OptionError if it cannot be asked."""
        if self.about is not None and not _phrases(self.about):
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
    score: float | None

    @property
    def said_by(self) -> str:
        """Name and role of whoever says it, as far as they are known."""
        return ", ".join(dict.fromkeys(part for part in (self.speaker, self.role) if part))


class Answer(NamedTuple):
    """A release that says something about it; a higher score is more relevant.

    Where it was not asked about anything in particular, there is no score.
    """

    path: str
    title: str | None
    date: str | None
    place: str | None
    score: float | None
    quotes: tuple[Passage, ...]
    sentences: tuple[Passage, ...]


class Answers(NamedTuple):
    """The releases that are told, how many there are, and how many a date might have shut out."""

    found: int
    undated: int
    releases: tuple[Answer, ...]


def search(database: Database, question: Question, *, most: int | None = None) -> Answers:
    """What is said about it: by ``most`` releases, or ten, or all if it is about everything.

    Raises WriteError if the database cannot be read.
    """
    question.check()
    with database.reading() as connection:
        connection.create_function("names", 2, _names, deterministic=True)
        if question.about is None:
            return _Listing(connection, question).answers(most or _ALL)
        return _Search(connection, question, question.about).answers(most or MOST)


class _Listing:
    """Releases by date, the latest first, with all that they quote and sum up, or that one says."""

    releases, score = "releases r WHERE TRUE", "NULL"

    def __init__(self, connection: sqlite3.Connection, question: Question) -> None:
        self.connection = connection
        self.values: dict[str, Any] = question._asdict()
        self.who = question.who is not None
        self.dated = question.since is not None or question.until is not None
        for statement in _FIND_THEM:  # once, not for each release
            self._ask(statement)
        self.narrowed = f"{self.releases} AND {_PLACE} AND {self._of_them()}"

    def answers(self, most: int) -> Answers:
        kept = self._ask(f"SELECT count(*) FROM {self.narrowed} AND {_WHEN}")[0][0]
        undated = 0
        if self.dated:
            undated = self._ask(f"SELECT count(*) FROM {self.narrowed} AND r.date IS NULL")[0][0]
        found = self._ask(
            f"SELECT r.id, r.path, r.title, r.date, r.place, {self.score} AS score"
            f" FROM {self.narrowed} AND {_WHEN}"
            " ORDER BY score DESC, r.date DESC, r.path LIMIT :most",
            most=most,
        )
        return Answers(kept, undated, tuple(self._answer(*row) for row in found))

    def _answer(self, number: int, *known: Any) -> Answer:
        quotes = self._all_of("quotes", number)
        sentences = _apart(self._all_of("sentences", number), quotes)
        return Answer._make((*known, (*quotes,), (*sentences,)))

    def _all_of(self, table: str, number: int) -> list[Passage]:
        """All quotations, or sentences of the summary; or of those, all that are of whoever."""
        chosen = "" if self.who or table == "quotes" else f"AND p.id IN ({_SUMMARY})"
        rows = self._ask(
            f'SELECT p.start, p."end", p.text, p.speaker, p.role, NULL FROM {table} p'
            f" WHERE p.release_id = :number {chosen} {self._of_whom(table)} ORDER BY p.start",
            number=number,
        )
        return [Passage._make(row) for row in rows]

    def _of_them(self) -> str:
        said = f"SELECT p.release_id FROM quotes p WHERE {_SAID} UNION SELECT p.release_id FROM"
        return f"(:who IS NULL OR r.id IN ({said} sentences p WHERE {_STORY_OF_THEM}))"

    def _of_whom(self, table: str) -> str:
        story = "AND p.unit = 'sentence'" if table == "sentences" else ""
        if not self.who:
            return story
        return f"{story} AND {_SAID_OR_NAMED if table == 'sentences' else _SAID}"

    def _ask(self, query: str, **more: Any) -> list[Any]:
        return self.connection.execute(query, self.values | more).fetchall()


class _Search(_Listing):
    """Releases that have all words, the most relevant first, with the passages that say most."""

    releases = (
        "releases_fts JOIN releases r ON r.id = releases_fts.rowid WHERE releases_fts MATCH :all"
    )
    score = "-bm25(releases_fts, :title, 1.0)"

    def __init__(self, connection: sqlite3.Connection, question: Question, about: str) -> None:
        super().__init__(connection, question)
        phrases = _phrases(about)
        self.all, self.any = " AND ".join(phrases), " OR ".join(phrases)
        self.values |= {"all": self.all, "any": self.any, "title": _TITLE}

    def _answer(self, number: int, *told: Any) -> Answer:
        """A release with the passages that have all words, or else those that have any."""
        *known, score = told
        for words in (self.all, self.any):
            quotes = self._passages("quotes", number, words)
            sentences = _apart(self._passages("sentences", number, words), quotes)
            if quotes or sentences:
                break
        best = ((*quotes[:EACH],), (*sentences[:EACH],))
        return Answer._make((*known, round(score, 6), *best))

    def _of_them(self) -> str:
        return (
            "(:who IS NULL OR r.id IN (SELECT p.release_id FROM sentences_fts"
            " JOIN sentences p ON p.id = sentences_fts.rowid"
            f" WHERE sentences_fts MATCH :any AND {_STORY_OF_THEM}))"
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
        return [Passage._make((*known, round(score, 6))) for *known, score in rows]


def _apart(sentences: list[Passage], quotes: list[Passage]) -> list[Passage]:
    """The sentences in which none of the quotations stands."""
    return [
        one
        for one in sentences
        if not any(one.start < quote.end and quote.start < one.end for quote in quotes)
    ]


_FIND_THEM = (
    "DROP TABLE IF EXISTS temp.them",
    "CREATE TEMP TABLE them AS SELECT id FROM people WHERE names(name, :who)",
)
_PERSON = "(SELECT id FROM temp.them)"
_SAID = f"(p.person_id IN {_PERSON} OR names(p.role, :who))"
_SAID_OR_NAMED = (
    f"({_SAID} OR p.id IN (SELECT sentence_id FROM mentions WHERE person_id IN {_PERSON}))"
)
# Day, month and year may each be compared with a part of the other only: "2024-05" holds its days.
_WHEN = (
    "(:since IS NULL OR r.date >= substr(:since, 1, length(r.date)))"
    " AND (:until IS NULL OR substr(r.date, 1, length(:until)) <= :until)"
)
_PLACE = (
    "(:where IS NULL OR r.id IN (SELECT release_id FROM parts"
    " WHERE kind IN ('place', 'event_place') AND names(text, :where)))"
)
_SUMMARY = "SELECT sentence_id FROM summary WHERE release_id = :number"
_STORY_OF_THEM = f"p.unit = 'sentence' AND {_SAID_OR_NAMED}"


def _phrases(about: str) -> list[str]:
    """The words and phrases of a question, as FTS5 asks for them, each with its short endings."""
    asked = [" ".join(_WORD.findall(whole or word)) for whole, word in _ASKED.findall(about)]
    endings = ["", *sorted({ending for code in CODES for ending in load(code).terms("enclitics")})]
    forms = [[f'"{phrase}{ending}"' for ending in endings] for phrase in asked if phrase]
    return [f"({' OR '.join(same)})" for same in forms]


def _names(text: str | None, asked: str | None) -> bool:
    """Whether all words of ``asked`` are in ``text``, in capitals or not."""
    return text is not None and asked is not None and _words(asked) <= _words(text)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
