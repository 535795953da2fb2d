"""A summary as JSON: the contract's object, described by ``schema.json`` beside this module."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from summarize.models import Chosen, Entity, Point, Quotation, Span, Speaker, Summary

SCHEMA_VERSION = 1
IDENTITY = ("schema_version", "source", "language", "method")
KEYS = {"points": "key_points"}  # where a section is called otherwise than its key


def render_json(
    summary: Summary, sections: Sequence[str] | None = None, *, explain: bool = False
) -> str:
    """The object, indented."""
    shown = to_object(summary, sections, explain=explain)
    return json.dumps(shown, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def render_jsonl(
    summary: Summary, sections: Sequence[str] | None = None, *, explain: bool = False
) -> str:
    """The object on one line."""
    shown = to_object(summary, sections, explain=explain)
    return json.dumps(shown, ensure_ascii=False, allow_nan=False) + "\n"


def to_object(
    summary: Summary, sections: Sequence[str] | None = None, *, explain: bool = False
) -> dict[str, Any]:
    """The contract's object, keys in its order. Offsets are code points of the decoded text.

    With ``sections`` only what they show, in their order, between what identifies the result;
    ``explain`` adds the reasons for each sentence, the rule and the cue of each quotation.
    """
    whole = _whole_object(summary, explain=explain)
    if sections is None:
        return whole
    chosen = (*IDENTITY, *(KEYS.get(name, name) for name in sections), "warnings")
    return {key: whole[key] for key in chosen}


def _whole_object(summary: Summary, *, explain: bool) -> dict[str, Any]:
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
            **({"score": round(item.score, 6)} if explain else {}),
        )

    def chosen(item: Chosen) -> dict[str, Any]:
        shown = located(item.sentence.span, score=round(item.score, 6))
        if explain:
            shown["reasons"] = [
                {"feature": r.feature, "weight": round(r.weight, 6)} for r in item.reasons
            ]
        return shown

    def quote(item: Quotation) -> dict[str, Any]:
        shown = located(item.span, speaker=speaker(item.speaker))
        if explain:
            shown |= {"rule": item.rule, "cue": span(item.cue)}
        return shown

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
        "summary": [chosen(c) for c in summary.sentences],
        "key_points": [point(p) for p in summary.points],
        "quotes": [quote(q) for q in found.quotations],
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
