"""The entries of each section: what of a summary each shows, and with ``--explain`` why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarize.models import (
    QUOTED,
    Entity,
    Enumeration,
    Findings,
    Person,
    Point,
    Reason,
    Span,
    Summary,
)
from summarize.rendering.list_leads import lead_of
from summarize.rendering.sections import Entry
from summarize.rendering.speakers import label_of
from summarize.rendering.visible import shown, shown_at


def entries_of(section: str, summary: Summary, *, explain: bool) -> tuple[Entry, ...]:
    """The entries of a section of ``summary``; with ``explain`` each says why it is there."""
    return tuple(_ENTRIES[section](summary, explain))


def _because(rule: str | None, score: float | None = None, reasons: Iterable[Reason] = ()) -> str:
    parts = [f"rule {rule}"] if rule else []
    if score is not None:
        parts.append(f"score {score:.3f}")
    parts += [f"{reason.feature} {reason.weight:+.3f}" for reason in reasons]
    return ", ".join(parts)


def _summary_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    for chosen in summary.sentences:
        why = _because(summary.method, chosen.score, chosen.reasons) if explain else None
        span = chosen.sentence.span
        yield Entry(shown(span.of(summary.release.text)), why=why, span=span)


def _point_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    for point in summary.points:
        why = _because(point.rule, point.score) if explain else None
        yield _point_entry(summary, point, why)


def _point_entry(summary: Summary, point: Point, why: str | None) -> Entry:
    text = summary.release.text
    listed = point.enumeration
    said_by = label_of(point.speaker, text)
    lead = lead_of(listed, point.span, summary.release) if listed else None
    if listed is None or lead is None:
        pieces = point.pieces if listed is None else (point.span,)
        told = " … ".join(shown(piece.of(text)) for piece in pieces)
        if said_by and point.rule.endswith(QUOTED) and listed is None:
            told = f"“{told}”"
        return Entry(told, said_by, why=why, span=point.shown)
    return Entry(
        text=shown(lead),
        label=said_by,
        items=tuple(shown(item.of(text)) for item in listed.items),
        counted=_count(summary, listed),
        complete=listed.complete,
        why=why,
        span=point.shown,
        item_spans=listed.items,
    )


def _count(summary: Summary, listed: Enumeration) -> str | None:
    if listed.announced is None:
        return None
    pattern = summary.release.language.table("headings")["complete"]
    return pattern.format(found=len(listed.items), announced=listed.announced)


def _list_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    for point in summary.lists:
        listed = point.enumeration
        reasons = listed.reasons if listed else ()
        why = _because(point.rule, reasons=reasons) if explain else None
        yield _point_entry(summary, point, why)


def _quote_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    text = summary.release.text
    for quote in summary.findings.quotations:
        why = None
        if explain:
            why = _because(quote.rule)
            if quote.cue:
                why += f", from “{shown(quote.cue.of(text))}”"
        said_by = label_of(quote.speaker, text)
        yield Entry(shown(quote.span.of(text)), said_by, why=why, span=quote.span)


def _people_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    text = summary.release.text
    for person in summary.findings.people:
        why = _mentioned(person, text) if explain else None
        name, role = shown(person.name.of(text)), shown_at(person.role, text)
        yield Entry(name, role, why=why, span=person.name)


def _entity_entries(kind: Callable[[Findings], tuple[Entity, ...]]) -> _EntryMaker:
    def entries(summary: Summary, explain: bool) -> Iterable[Entry]:
        text = summary.release.text
        for entity in kind(summary.findings):
            why = _mentioned(entity, text) if explain else None
            yield Entry(shown(entity.name.of(text)), why=why, span=entity.name)

    return entries


def _mentioned(found: Person | Entity, text: str) -> str:
    written = dict.fromkeys(shown(mention.of(text)) for mention in found.mentions)
    return f"rule {found.rule}, {len(found.mentions)} × " + ", ".join(
        f"“{form}”" for form in written
    )


def _date_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    dates = summary.findings.dates
    return _located(((d.span, d.value, d.rule) for d in dates), summary, explain)


def _figure_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    figures = summary.findings.figures
    return _located(((f.span, None, f.rule) for f in figures), summary, explain)


def _located(
    found: Iterable[tuple[Span, str | None, str]], summary: Summary, explain: bool
) -> Iterable[Entry]:
    text = summary.release.text
    for span, value, rule in found:
        why = f"rule {rule}, {_where(span, summary)}" if explain else None
        yield Entry(shown(span.of(text)), value, why=why, span=span)


def _where(span: Span, summary: Summary) -> str:
    start, end = summary.release.original(span)
    return f"characters {start}–{end}"


def _abbreviation_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    text = summary.release.text
    for found in summary.findings.abbreviations:
        why = f"rule {found.rule}, {_where(found.short, summary)}" if explain else None
        short, long = shown(found.short.of(text)), shown(found.long.of(text))
        yield Entry(short, long, why=why, span=found.short)


def _sentence_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    for sentence in summary.release.sentences:
        why = f"{sentence.unit}, paragraph {sentence.paragraph}" if explain else None
        span = sentence.span
        yield Entry(shown(span.of(summary.release.text)), why=why, span=span)


_EntryMaker = Callable[[Summary, bool], Iterable[Entry]]
_ENTRIES: dict[str, _EntryMaker] = {
    "summary": _summary_entries,
    "points": _point_entries,
    "lists": _list_entries,
    "quotes": _quote_entries,
    "people": _people_entries,
    "organizations": _entity_entries(lambda found: found.organizations),
    "places": _entity_entries(lambda found: found.places),
    "dates": _date_entries,
    "figures": _figure_entries,
    "abbreviations": _abbreviation_entries,
    "sentences": _sentence_entries,
}
