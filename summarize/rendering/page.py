"""A summary laid out as headed lists of lines: what all formats but JSON show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.models import Point, Span, Summary
from summarize.rendering.entries import entries_of
from summarize.rendering.sections import USUAL_SECTIONS, Section
from summarize.rendering.speakers import speakers_once
from summarize.rendering.visible import shown, shown_at


class Page(NamedTuple):
    """All that is shown of a release."""

    path: str | None
    title: str | None
    place: str | None
    office: str | None
    date: str | None
    byline: str | None
    sections: tuple[Section, ...]


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
        Section(name, headings[name], entries_of(name, summary, explain=explain))
        for name in sections or USUAL_SECTIONS
    ]
    if sections is None:
        laid_out = speakers_once(laid_out, summary)
    release, dates = summary.release, summary.findings.event.dates
    return Page(
        path=release.document.path and shown(release.document.path),
        title=shown_at(release.title, text),
        place=shown_at(_place(summary), text),
        office=shown_at(release.dateline.office if release.dateline else None, text),
        date=next((date.value for date in dates if date.value), None),
        byline=shown_at(release.byline, text),
        sections=tuple(section for section in laid_out if section.entries or sections),
    )


def _place(summary: Summary) -> Span | None:
    """The place of the dateline, or else that of the event."""
    dateline, places = summary.release.dateline, summary.findings.event.places
    return (dateline and dateline.place) or next(iter(places), None)


def _without_repeated_points(summary: Summary) -> Summary:
    """``summary`` without the points, lists apart, that for the most part it says itself."""
    told = [chosen.sentence.span for chosen in summary.sentences]

    def repeats(point: Point) -> bool:
        said = sum(s.end - s.start for s in told if point.span.contains(s))
        return 2 * said > point.span.end - point.span.start

    kept = tuple(point for point in summary.points if point.enumeration or not repeats(point))
    return summary._replace(points=kept)
