"""A summary as the rows of a database: what its JSON says, a table for each kind of finding."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import Any, NamedTuple

from summarize.models import Quotation, Span, Statement, Summary
from summarize.rendering.json import Object, to_object

Row = dict[str, Any]
Who = tuple[str | None, str | None]  # name and role
_LARGEST = 2**63 - 1  # a whole number that a database keeps


class Rows(NamedTuple):
    """The row of a release, and the rows of other tables that belong to it.

    In these ``sentence_id``, ``list_id`` and ``point_id`` are numbers within the release, from 0;
    ``person_id``, ``organization_id`` and ``place_id`` are names.
    """

    release: Row
    tables: dict[str, list[Row]]

    @property
    def size(self) -> int:
        """How long the text is, which all else grows with."""
        return len(self.release["text"])


def rows_of(summary: Summary) -> Rows:
    """The rows of one release; every ``start``, ``end`` and ``text`` is a piece of its text."""
    return _Rows(summary).rows()


class _Rows:
    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.release, self.found = summary.release, summary.findings
        self.source = summary.release.document.text
        self.starts = [self.release.original(one.span).start for one in self.release.sentences]
        self.tables: defaultdict[str, list[Row]] = defaultdict(list)

    def rows(self) -> Rows:
        shown = to_object(self.summary, explain=True)
        self._add_parts(shown)
        self._add_sentences(shown)
        self._add_points(shown)
        for quote, found in zip(shown["quotes"], self.found.quotations, strict=True):
            read = self._read(found.span)
            self._add_found("quotes", quote, read=read, rule=quote["rule"], **_speaker(quote))
        self._add_names(shown)
        for date in shown["dates"]:
            self._add_found("dates", date, value=date["value"], rule=date["rule"])
        for figure in shown["figures"]:
            value, upper = _number(figure["value"]), _number(figure["upper"])
            numbers = {"value": value, "upper": upper, "unit": figure["unit"]}
            self._add_found("figures", figure, **numbers, rule=figure["rule"])
        for pair in shown["abbreviations"]:
            short, long = _beside("short", pair["short"]), _beside("long", pair["long"])
            self.tables["abbreviations"].append({**short, **long, "rule": pair["rule"]})
        return Rows(self._release(shown), dict(self.tables))

    def _release(self, shown: Object) -> Row:
        source, metadata = shown["source"], shown["source"]["metadata"]
        dateline, event = shown["dateline"] or {}, shown["event"]
        days = (date["value"] for date in event["dates"] if date["value"])
        place = dateline.get("place") or next(iter(event["places"]), None)
        return {
            "path": source["path"] or "-",
            "title": _words(shown["title"]),
            "date": next(days, "").partition("/")[0] or None,
            "place": _words(place),
            "office": _words(dateline.get("office")),
            "language": shown["language"],
            "method": shown["method"],
            "warnings": "\n".join(shown["warnings"]) or None,
            "author": metadata["author"],
            "published": metadata["date"],
            "url": metadata["url"],
            **{key: source[key] for key in ("reader", "reader_version", "encoding", "bytes")},
            "sha256": source["sha256"],
            "text": self.source,
            "read": None if self.release.text == self.source else self.release.text,
        }

    def _add_parts(self, shown: Object) -> None:
        dateline, event = shown["dateline"] or {}, shown["event"]
        for kind, pieces in {
            "title": [shown["title"]],
            "place": [dateline.get("place")],
            "office": [dateline.get("office")],
            "byline": [shown["byline"]],
            "what": [event["what"]],
            "event_date": event["dates"],
            "event_place": event["places"],
            "event_who": event["who"],
        }.items():
            for piece in filter(None, pieces):
                told = {"kind": kind, **_place(piece), "value": piece.get("value")}
                self.tables["parts"].append(told)

    def _add_sentences(self, shown: Object) -> None:
        said = self._said()
        units = zip(shown["sentences"], self.release.sentences, strict=True)
        for number, (unit, sentence) in enumerate(units):
            told = {"number": number, "paragraph": unit["paragraph"], "page": unit.get("page")}
            place = {"start": unit["start"], "end": unit["end"]}
            text = self.source[unit["start"] : unit["end"]]
            name, role = said.get(number, (None, None))
            told |= {"unit": unit["unit"], **place, "text": text, "read": self._read(sentence.span)}
            told |= {"speaker": name or role, "role": role, "person_id": name}
            self.tables["sentences"].append(told)
        for chosen in shown["summary"]:
            self._add_found("summary", chosen, score=chosen["score"])

    def _said(self) -> dict[int, Who]:
        """By the number of a sentence, the name and role of whoever says all that is said in it."""
        begin = [sentence.span.start for sentence in self.release.sentences]
        heard: defaultdict[int, set[Who]] = defaultdict(set)
        reports: list[Quotation | Statement] = [*self.found.quotations, *self.found.statements]
        for one in reports:
            span = one.outer if isinstance(one, Quotation) else one.span
            who: Who = (None, None)
            if one.speaker:
                who = (self._line(one.speaker.name), self._line(one.speaker.role))
            first, last = bisect_right(begin, span.start) - 1, bisect_right(begin, span.end - 1)
            for number in range(max(first, 0), last):
                heard[number].add(who)
        return {number: next(iter(who)) for number, who in heard.items() if len(who) == 1}

    def _add_points(self, shown: Object) -> None:
        numbers: dict[tuple[int, int, str], int] = {}
        for number, listed in enumerate(shown["lists"]):
            numbers.setdefault(_identity(listed), number)
            told = {"rule": listed["rule"], **_beside("lead", listed["lead"])}
            told |= {"announced": listed["announced"], "complete": listed["complete"]}
            self._add_found("lists", listed, **told, **_speaker(listed))
            self._add_numbered("items", listed["items"], list_id=number)
        for number, point in enumerate(shown["key_points"]):
            listed = numbers.get(_identity(point)) if point["items"] else None
            told = {"list_id": listed, "number": number, "kind": point["kind"]}
            told |= {"rule": point["rule"], "score": point["score"]}
            self._add_found("points", point, **told, **_speaker(point))
            self._add_numbered("pieces", point["pieces"], point_id=number)

    def _add_names(self, shown: Object) -> None:
        kinds = {"people": "person_id", "organizations": "organization_id", "places": "place_id"}
        nobody = dict.fromkeys(kinds.values())
        for table, column in kinds.items():
            for one in shown[table]:
                whose = nobody | {column: _line(one["name"])}
                for mention in one["mentions"]:
                    self._add_found("mentions", mention, **whose)
        for person in self.found.people:
            if person.role is not None:
                start, end = self.release.original(person.role)
                place = {"start": start, "end": end, "text": self.source[start:end]}
                self.tables["roles"].append({"person_id": self._line(person.name), **place})

    def _add_found(self, table: str, piece: Object, **more: Any) -> None:
        number = bisect_right(self.starts, piece["start"]) - 1
        sentence = {"sentence_id": None if number < 0 else number}
        self.tables[table].append({**sentence, **_place(piece), **more})

    def _add_numbered(self, table: str, pieces: list[Object], **of: int) -> None:
        for number, piece in enumerate(pieces):
            self.tables[table].append({**of, "number": number, **_place(piece)})

    def _line(self, span: Span | None) -> str | None:
        return None if span is None else _line(span.of(self.release.text))

    def _read(self, span: Span) -> str | None:
        """What a piece is read as, where that differs from the piece of the source."""
        read = span.of(self.release.text)
        return None if read == self.release.original(span).of(self.source) else read


def _place(piece: Object) -> Row:
    return {"start": piece["start"], "end": piece["end"], "text": piece["text"]}


def _beside(name: str, piece: Object | None) -> Row:
    """The columns of a piece that stands beside another in one row."""
    start, end, text = (None, None, None) if piece is None else _place(piece).values()
    return {name: text, f"{name}_start": start, f"{name}_end": end}


def _speaker(piece: Object) -> Row:
    said = piece["speaker"] or {"name": None, "role": None, "start": None, "end": None}
    name, role = (said[key] and _line(said[key]) for key in ("name", "role"))
    place = {"speaker_start": said["start"], "speaker_end": said["end"]}
    return {"speaker": name or role, "role": role, **place, "person_id": name}


def _identity(listed: Object) -> tuple[int, int, str]:
    """What is the same of a list in the lists and in the key points."""
    return listed["start"], listed["end"], repr(listed["items"])


def _words(piece: Object | None) -> str | None:
    return None if piece is None else _line(piece["text"])


def _line(text: str) -> str:
    return " ".join(text.split())


def _number(value: float | None) -> float | None:
    return float(value) if value is not None and abs(value) > _LARGEST else value
