"""A summary as JSON: the contract's object, described by ``schema.json`` beside this module."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from summarize.models import Entity, Point, Span, Speaker, Summary

SCHEMA_VERSION = 1


def render_json(summaries: Iterable[Summary]) -> str:
    """One object for one summary, an array for several, indented; ends in a newline."""
    objects = [to_object(summary) for summary in summaries]
    shown = objects[0] if len(objects) == 1 else objects
    return json.dumps(shown, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def render_jsonl(summary: Summary) -> str:
    """The object on one line."""
    return json.dumps(to_object(summary), ensure_ascii=False, allow_nan=False) + "\n"


def to_object(summary: Summary) -> dict[str, Any]:
    """The contract's object, keys in its order. Offsets are code points of the decoded text."""
    release, found = summary.release, summary.findings
    text, document = release.text, release.document

    def span(piece: Span | None) -> dict[str, Any] | None:
        if piece is None:
            return None
        return {"start": piece.start, "end": piece.end, "text": piece.of(text)}

    def located(piece: Span, **more: Any) -> dict[str, Any]:
        return {"start": piece.start, "end": piece.end, "text": piece.of(text), **more}

    def speaker(who: Speaker | None) -> dict[str, Any] | None:
        where = (who.name or who.role) if who else None
        if who is None or where is None:
            return None
        return {
            "name": who.name.of(text) if who.name else None,
            "role": who.role.of(text) if who.role else None,
            "start": where.start,
            "end": where.end,
        }

    def point(item: Point) -> dict[str, Any]:
        listed = item.enumeration
        return located(
            item.span,
            kind=item.kind.value,
            rule=item.rule,
            speaker=speaker(item.speaker),
            lead=span(listed.lead) if listed else None,
            items=[located(i) for i in listed.items] if listed else [],
            announced=listed.announced if listed else None,
            complete=listed.complete if listed else None,
        )

    def entities(kind: tuple[Entity, ...]) -> list[dict[str, Any]]:
        return [
            {"name": e.name.of(text), "mentions": [located(m) for m in e.mentions]} for e in kind
        ]

    dateline = release.dateline
    return {
        "schema_version": SCHEMA_VERSION,
        "source": {
            "path": document.path,
            "sha256": document.sha256,
            "encoding": document.encoding,
            "bytes": document.size,
        },
        "language": release.language.code,
        "method": summary.method,
        "title": span(release.title),
        "dateline": located(dateline.span, place=span(dateline.place), office=span(dateline.office))
        if dateline
        else None,
        "byline": span(release.byline),
        "sentences": [
            {
                "start": s.span.start,
                "end": s.span.end,
                "paragraph": s.paragraph,
                "unit": s.unit.value,
            }
            for s in release.sentences
        ],
        "summary": [located(c.sentence.span, score=round(c.score, 6)) for c in summary.sentences],
        "key_points": [point(p) for p in summary.points],
        "quotes": [located(q.span, speaker=speaker(q.speaker)) for q in found.quotations],
        "people": [
            {
                "name": p.name.of(text),
                "role": p.role.of(text) if p.role else None,
                "mentions": [located(m) for m in p.mentions],
            }
            for p in found.people
        ],
        "organizations": entities(found.organizations),
        "places": entities(found.places),
        "dates": [located(d.span, value=d.value) for d in found.dates],
        "figures": [
            located(f.span, value=f.value, upper=f.upper, unit=f.unit) for f in found.figures
        ],
        "abbreviations": [
            {"short": located(a.short), "long": located(a.long)} for a in found.abbreviations
        ],
        "event": {
            "what": span(found.event.what),
            "dates": [located(d.span, value=d.value) for d in found.event.dates],
            "places": [located(p) for p in found.event.places],
            "who": [located(w) for w in found.event.who],
        },
        "warnings": list(summary.warnings),
    }
