"""A summary as JSON: the contract's object, described by ``schema.json`` beside this module."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

from summarize.models import (
    Chosen,
    Date,
    Dateline,
    Entity,
    Event,
    Figure,
    Person,
    Point,
    Quotation,
    Sentence,
    Span,
    Speaker,
    Summary,
)

SCHEMA_VERSION = 2
IDENTITY = ("schema_version", "source", "language", "method")
_LONG = 1_000_000  # characters from which dumps() would hold too many small strings at once
Object = dict[str, Any]
KEYS = {"points": "key_points"}  # where a section is called otherwise than its key


def render_json(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """The object, indented; it is always full."""
    shown = to_object(summary, sections, explain=explain)
    if len(summary.release.text) < _LONG:
        return json.dumps(shown, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    written = io.StringIO()
    json.dump(shown, written, ensure_ascii=False, allow_nan=False, indent=2)
    written.write("\n")
    return written.getvalue()


def render_jsonl(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """The object on one line."""
    shown = to_object(summary, sections, explain=explain)
    return json.dumps(shown, ensure_ascii=False, allow_nan=False) + "\n"


def to_object(
    summary: Summary, sections: Sequence[str] | None = None, *, explain: bool = False
) -> Object:
    """The contract's object, keys in its order. Offsets are code points of the decoded text.

    With ``sections`` only what they show, in their order, between what identifies the result;
    ``explain`` adds the reasons for each sentence, the rule of each finding and the
    cue of each quotation.
    """
    whole = _Writer(summary, explain=explain).whole()
    if sections is None:
        return whole
    chosen = (*IDENTITY, *(KEYS.get(name, name) for name in sections), "warnings")
    return {key: whole[key] for key in chosen}


class _Writer:
    """Turns what was found in one release into objects of its schema."""

    def __init__(self, summary: Summary, *, explain: bool) -> None:
        self.summary, self.explain = summary, explain
        self.release, self.source = summary.release, summary.release.document.text

    def whole(self) -> Object:
        release, found = self.summary.release, self.summary.findings
        document = release.document
        return {
            "schema_version": SCHEMA_VERSION,
            "source": {
                "path": document.path,
                "sha256": document.sha256,
                "encoding": document.encoding,
                "bytes": document.size,
                "reader": document.reader,
                "reader_version": document.reader_version,
                "metadata": document.metadata._asdict(),
                "pages": None if document.pages is None else list(document.pages),
            },
            "language": release.language.code,
            "method": self.summary.method,
            "title": self.optional(release.title),
            "dateline": self.dateline(release.dateline),
            "byline": self.optional(release.byline),
            "sentences": [self.unit(unit) for unit in release.sentences],
            "summary": [self.chosen(sentence) for sentence in self.summary.sentences],
            "key_points": [self.key_point(point) for point in self.summary.points],
            "lists": [self.point(point) for point in self.summary.lists],
            "quotes": [self.quote(quote) for quote in found.quotations],
            "people": [self.person(person) for person in found.people],
            "organizations": [self.entity(entity) for entity in found.organizations],
            "places": [self.entity(entity) for entity in found.places],
            "dates": [self.date(date) for date in found.dates],
            "figures": [self.figure(figure) for figure in found.figures],
            "abbreviations": [
                {
                    "short": self.span(pair.short),
                    "long": self.span(pair.long),
                    **self.why(pair.rule),
                }
                for pair in found.abbreviations
            ],
            "event": self.event(found.event),
            "warnings": list(self.summary.warnings),
        }

    def span(self, piece: Span, **more: Any) -> Object:
        start, end = origin = self.release.original(piece)
        shown = {"start": start, "end": end, "text": self.source[start:end]}
        return {**shown, **self.page(origin), **more}

    def page(self, origin: Span) -> Object:
        page = self.release.document.page_of(origin)
        return {} if page is None else {"page": page}

    def optional(self, piece: Span | None) -> Object | None:
        return None if piece is None else self.span(piece)

    def words(self, piece: Span | None) -> str | None:
        return None if piece is None else piece.of(self.release.text)

    def dateline(self, found: Dateline | None) -> Object | None:
        if found is None:
            return None
        place, office = self.optional(found.place), self.optional(found.office)
        return self.span(found.span, place=place, office=office)

    def unit(self, sentence: Sentence) -> Object:
        start, end = origin = self.release.original(sentence.span)
        return {
            "start": start,
            "end": end,
            **self.page(origin),
            "paragraph": sentence.paragraph,
            "unit": sentence.unit.value,
        }

    def chosen(self, chosen: Chosen) -> Object:
        shown = self.span(chosen.sentence.span, score=round(chosen.score, 6))
        if self.explain:
            shown["reasons"] = [
                {"feature": reason.feature, "weight": round(reason.weight, 6)}
                for reason in chosen.reasons
            ]
        return shown

    def key_point(self, point: Point) -> Object:
        return self.point(point) | {"pieces": [self.span(piece) for piece in point.pieces]}

    def point(self, point: Point) -> Object:
        listed = point.enumeration
        return self.span(
            point.span,
            kind=point.kind.value,
            rule=point.rule,
            speaker=self.speaker(point.speaker),
            lead=self.optional(listed.lead) if listed else None,
            items=[self.span(item) for item in listed.items] if listed else [],
            announced=listed.announced if listed else None,
            complete=listed.complete if listed else None,
            **({"score": round(point.score, 6)} if self.explain else {}),
        )

    def quote(self, quote: Quotation) -> Object:
        shown = self.span(quote.span, speaker=self.speaker(quote.speaker))
        if self.explain:
            shown |= {"rule": quote.rule, "cue": self.optional(quote.cue)}
        return shown

    def speaker(self, speaker: Speaker | None) -> Object | None:
        where = (speaker.name or speaker.role) if speaker else None
        if speaker is None or where is None:
            return None
        start, end = origin = self.release.original(where)
        return {
            "name": self.words(speaker.name),
            "role": self.words(speaker.role),
            "start": start,
            "end": end,
            **self.page(origin),
        }

    def why(self, rule: str) -> Object:
        return {"rule": rule} if self.explain else {}

    def person(self, person: Person) -> Object:
        return {
            "name": self.words(person.name),
            "role": self.words(person.role),
            "mentions": [self.span(mention) for mention in person.mentions],
            **self.why(person.rule),
        }

    def entity(self, entity: Entity) -> Object:
        return {
            "name": self.words(entity.name),
            "mentions": [self.span(mention) for mention in entity.mentions],
            **self.why(entity.rule),
        }

    def date(self, date: Date) -> Object:
        rule = {"rule": date.rule} if date.rule == "metadata" else self.why(date.rule)
        return self.span(date.span, value=date.value, **rule)

    def figure(self, figure: Figure) -> Object:
        shown = self.span(figure.span, value=figure.value, upper=figure.upper, unit=figure.unit)
        return shown | self.why(figure.rule)

    def event(self, event: Event) -> Object:
        told = event.reasons if self.explain else ()
        reasons = [{"rule": reason} for reason in told] or [{}] * len(event.places)
        return {
            "what": self.optional(event.what),
            "dates": [self.date(date) for date in event.dates],
            "days": [self.span(day) for day in event.days],
            "places": [
                self.span(place, **why) for place, why in zip(event.places, reasons, strict=True)
            ],
            "who": [self.span(who) for who in event.who],
        }
