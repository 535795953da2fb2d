"""A summary laid out as headed lists of lines: what text, Markdown and the terminal all show.

Strings here are for eyes: white space is collapsed, and what could act on a terminal is made
visible. Offsets and exact characters are for :mod:`summarize.rendering.json`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from summarize.models import (
    Entity,
    Enumeration,
    Findings,
    Person,
    Point,
    Reason,
    Release,
    Span,
    Speaker,
    Summary,
)

SECTIONS = (
    "summary",
    "points",
    "quotes",
    "people",
    "organizations",
    "places",
    "dates",
    "figures",
    "abbreviations",
    "sentences",
)
USUAL_SECTIONS = SECTIONS[:-1]  # all sentences are the source once more: only when asked for
COMPACT = frozenset({"organizations", "places", "figures"})  # so short that they share a line

_AROUND = " \t\r\n,.;:–—-\"“”'‘’("
_MARKER = re.compile(r"(?<!\S)\(?(?:\d{1,3}|[A-Za-z])[.)]$")  # "1)", "(a)", "2."
_LONGEST_MARKER = 6
_BARE = 2  # words of a lead that tell too little, as "tiga program"
_INTRODUCTION = 30  # words before the items that are still read at a glance
_WORD = re.compile(r"[^\W\d_]+")
_TOLD_BY_ORDINALS = "ordinals"
_LONGEST_ORDINAL = 4  # words: "First of all", "Yang pertama adalah"
_LEAST_LEAD = 3  # words before an ordinal in its sentence
_REMNANT = 4  # words behind the last item that say no more than "dan lain-lain"

_CONTROLS = (c for c in (*range(0x20), *range(0x7F, 0xA0)) if not chr(c).isspace())
_VISIBLE: dict[int, str | None] = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")
_VISIBLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


def shown(text: str) -> str:
    r"""``text`` on one line, unable to act on a terminal: controls as U+FFFD, no bidi overrides.

    >>> shown("Rp 1,2\r\n  miliar")
    'Rp 1,2 miliar'
    """
    return " ".join(text.translate(_VISIBLE).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a section.

    ``label`` says who, what or when beside the text, ``items`` are the parts of a list, ``count``
    ("4 of 4") and ``complete`` compare them with the number announced, ``why`` explains; ``span``
    and ``item_spans`` are the places in the source.
    """

    text: str
    label: str | None = None
    items: tuple[str, ...] = ()
    count: str | None = None
    complete: bool | None = None
    why: str | None = None
    span: Span | None = None
    item_spans: tuple[Span, ...] = ()


class Section(NamedTuple):
    """A heading with its entries; ``name`` is the section's name on the command line."""

    name: str
    heading: str
    entries: tuple[Entry, ...]

    def distinct(self) -> tuple[Entry, ...]:
        """The entries without those that say what an earlier one says."""
        kept: dict[tuple[str, str], Entry] = {}
        for entry in self.entries:
            same_day = self.name == "dates" and entry.label
            text = "" if same_day else entry.text.casefold()
            kept.setdefault((text, entry.label or ""), entry)
        return tuple(kept.values())


class Page(NamedTuple):
    """All that is shown of a release."""

    path: str | None
    title: str | None
    place: str | None
    office: str | None
    date: str | None
    byline: str | None
    sections: tuple[Section, ...]


def gist(entry: Entry) -> str:
    """An entry on one line, the items of a list behind what they are items of."""
    return f"{entry.text}: {'; '.join(entry.items)}" if entry.items else entry.text


def lay_out(
    summary: Summary, sections: Sequence[str] | None = None, *, explain: bool = False
) -> Page:
    """The page for ``summary`` with the sections asked for, in that order.

    Without ``sections`` these are the usual ones, those with nothing in them are left out, no
    point says for the most part what the summary says, and speakers are told once.
    """
    text = summary.release.text
    headings = summary.release.language.table("headings")
    if sections is None:
        summary = _without_repeated_points(summary)
    laid_out = [
        Section(name, headings[name], tuple(_ENTRIES[name](summary, explain)))
        for name in sections or USUAL_SECTIONS
    ]
    if sections is None:
        laid_out = speakers_once(laid_out, summary)
    release, event = summary.release, summary.findings.event
    dateline = release.dateline
    place = dateline.place if dateline else None
    dated = [date.value for date in event.dates if date.value]
    return Page(
        path=release.document.path and shown(release.document.path),
        title=_optional(release.title, text),
        place=_optional(place or (event.places[0] if event.places else None), text),
        office=_optional(dateline.office if dateline else None, text),
        date=dated[0] if dated else None,
        byline=_optional(release.byline, text),
        sections=tuple(section for section in laid_out if section.entries or sections),
    )


def _without_repeated_points(summary: Summary) -> Summary:
    """``summary`` without the points, lists apart, that for the most part it says itself."""
    told = [chosen.sentence.span for chosen in summary.sentences]

    def repeats(point: Point) -> bool:
        said = sum(s.end - s.start for s in told if point.span.contains(s))
        return 2 * said > point.span.end - point.span.start

    kept = tuple(point for point in summary.points if point.enumeration or not repeats(point))
    return summary._replace(points=kept)


def speakers_once(sections: Iterable[Section], summary: Summary) -> list[Section]:
    """``sections`` in which each tells a speaker's role once, and no name beside itself."""
    text = summary.release.text
    speakers = [point.speaker for point in summary.points]
    speakers += [quotation.speaker for quotation in summary.findings.quotations]
    names = {
        _said_by(speaker, text): shown(speaker.name.of(text))
        for speaker in speakers
        if speaker and speaker.name
    }
    return [
        section._replace(entries=tuple(_speakers_once(section.entries, names)))
        for section in sections
    ]


def _speakers_once(entries: Iterable[Entry], names: Mapping[str | None, str]) -> Iterator[Entry]:
    """``entries`` with less beside them; ``names`` has the name in each label of a speaker."""
    told: set[str | None] = set()
    for entry in entries:
        name = names.get(entry.label)
        if name and name in entry.text:
            yield replace(entry, label=None)
            continue
        yield replace(entry, label=name) if name and entry.label in told else entry
        told.add(entry.label)


def _optional(span: Span | None, text: str) -> str | None:
    return None if span is None else shown(span.of(text))


def _said_by(speaker: Speaker | None, text: str) -> str | None:
    if speaker is None:
        return None
    known = (_optional(speaker.name, text), _optional(speaker.role, text))
    return ", ".join(part for part in known if part) or None


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
    said_by = _said_by(point.speaker, text)
    lead = _lead_text(summary, listed, point.span) if listed else None
    if listed is None or lead is None:
        return Entry(shown(point.span.of(text)), said_by, why=why, span=point.span)
    return Entry(
        text=shown(lead),
        label=said_by,
        items=tuple(shown(item.of(text)) for item in listed.items),
        count=_count(summary, listed),
        complete=listed.complete,
        why=why,
        span=point.span,
        item_spans=listed.items,
    )


def _lead_text(summary: Summary, listed: Enumeration, around: Span) -> str | None:
    """What is shown above the items of a list, None if the whole says it best.

    No "First" above what ordinals tell: what stands before it, or else how many they are.
    """
    text = summary.release.text
    lead = _lead_of(listed, around, summary.release)
    if lead != listed.lead and listed.items and listed.rule.startswith(_TOLD_BY_ORDINALS):
        start = lead.start if lead and listed.lead else around.start
        before = Span(start, max(start, listed.items[0].start))
        lead = _trimmed(_without_ordinal(before, summary), text)
        pattern = summary.release.language.table("headings")["listed"]
        return lead.of(text) if lead else pattern.format(count=len(listed.items))
    return lead.of(text) if lead else None


def _without_ordinal(before: Span, summary: Summary) -> Span:
    """``before`` without the ordinal that it ends in, nor "Yang" of "Yang pertama adalah"."""
    said = before.of(summary.release.text)
    ordinals = summary.release.language.table("ordinals")
    words = list(_WORD.finditer(said))[-_LONGEST_ORDINAL:]
    at = next((word.start() for word in words if word.group().lower() in ordinals), len(said))
    sentence = 1 + max(said.rfind(mark, 0, at) for mark in ".!?")
    if at < len(said) and len(said[sentence:at].split()) < _LEAST_LEAD:
        at = sentence
    return Span(before.start, before.start + at)


def _lead_of(listed: Enumeration, around: Span, release: Release) -> Span | None:
    """What is shown above the items of a list, which are not said there once more.

    Without a lead that was found, what stands before them, as "Hadir pula", or else behind them.
    None if there is more to both sides than that: then the whole says it best.
    """
    if listed.lead or not listed.items:
        return _introduction(listed.lead, listed.items, release) if listed.lead else around
    text, first = release.text, listed.items[0].start
    before = _trimmed(Span(_sentence_start(listed.items[0], release), first), text)
    if before and len(before.of(text).split()) <= _BARE:  # "Hadir pula": what it goes on from, too
        before = _trimmed(Span(around.start, first), text)
    behind = _trimmed(Span(listed.items[-1].end, around.end), text)
    if before and behind and len(behind.of(text).split()) > _REMNANT:
        return None if listed.announced is None else before
    return before or behind


def _introduction(lead: Span, items: Sequence[Span], release: Release) -> Span:
    """The lead, or where it tells too little, its sentence up to the items if that is short."""
    if not items or len(lead.of(release.text).split()) > _BARE:
        return lead
    start = _sentence_start(lead, release)
    before = _trimmed(Span(start, max(start, items[0].start)), release.text)
    if before is None or not before.contains(lead):
        return lead
    return before if len(before.of(release.text).split()) <= _INTRODUCTION else lead


def _sentence_start(piece: Span, release: Release) -> int:
    """Where the sentence begins that ``piece`` stands in."""
    return next((s.span.start for s in release.sentences if s.span.contains(piece)), piece.start)


def _trimmed(span: Span, text: str) -> Span | None:
    """``span`` without the marks around what it says, that of an item too; None if that is all."""
    piece = span.of(text)
    said = piece.rstrip()
    marker = _MARKER.search(said, max(0, len(said) - _LONGEST_MARKER))
    end = span.start + len(said[: marker.start() if marker else None].rstrip(_AROUND))
    start = span.end - len(piece.lstrip(_AROUND))
    return Span(start, end) if start < end else None


def _count(summary: Summary, listed: Enumeration) -> str | None:
    if listed.announced is None:
        return None
    pattern = summary.release.language.table("headings")["complete"]
    return pattern.format(found=len(listed.items), announced=listed.announced)


def _quote_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    text = summary.release.text
    for quote in summary.findings.quotations:
        why = None
        if explain:
            why = _because(quote.rule)
            if quote.cue:
                why += f", from “{shown(quote.cue.of(text))}”"
        said_by = _said_by(quote.speaker, text)
        yield Entry(shown(quote.span.of(text)), said_by, why=why, span=quote.span)


def _people_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    text = summary.release.text
    for person in summary.findings.people:
        why = _mentioned(person, text) if explain else None
        name, role = shown(person.name.of(text)), _optional(person.role, text)
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
        why = f"rule {rule}, characters {span.start}–{span.end}" if explain else None
        yield Entry(shown(span.of(text)), value, why=why, span=span)


def _abbreviation_entries(summary: Summary, explain: bool) -> Iterable[Entry]:
    text = summary.release.text
    for found in summary.findings.abbreviations:
        where = f"characters {found.short.start}–{found.short.end}"
        why = f"rule {found.rule}, {where}" if explain else None
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
    "quotes": _quote_entries,
    "people": _people_entries,
    "organizations": _entity_entries(lambda found: found.organizations),
    "places": _entity_entries(lambda found: found.places),
    "dates": _date_entries,
    "figures": _figure_entries,
    "abbreviations": _abbreviation_entries,
    "sentences": _sentence_entries,
}
