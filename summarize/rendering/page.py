"""A summary laid out as headed lists of lines: what all formats but JSON show."""

from collections.abc import Sequence
from typing import NamedTuple

from summarize.models import Point, Span, Summary
from summarize.rendering.brief import lay_out_briefly
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
    more: str | None = None  # a line that counts what is not shown


def lay_out(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> Page:
    """The page for ``summary`` with the sections asked for, in that order.

    Without ``sections`` it is brief (``rendering.brief``), or with ``full`` or ``explain`` it has
    all usual ones; those with nothing in them are left out, and speakers are told once.
    """
    if sections is None and not full and not explain:
        laid_out, more = lay_out_briefly(summary)
        return _page(summary, laid_out, more)
    headings = summary.release.language.table("headings")
    if sections is None:
        summary = _each_once(summary)
    laid_out = [
        Section(name, headings[name], entries_of(name, summary, explain=explain))
        for name in sections or USUAL_SECTIONS
    ]
    if sections is None:
        laid_out = [section for section in speakers_once(laid_out, summary) if section.entries]
    return _page(summary, laid_out, None)


def _page(summary: Summary, sections: Sequence[Section], more: str | None) -> Page:
    text, release, dates = summary.release.text, summary.release, summary.findings.event.dates
    return Page(
        path=release.document.path and shown(release.document.path),
        title=shown_at(release.title, text),
        place=shown_at(_place(summary), text),
        office=shown_at(release.dateline.office if release.dateline else None, text),
        date=next((date.value for date in dates if date.value), None),
        byline=shown_at(release.byline, text),
        sections=tuple(sections),
        more=more,
    )


def _place(summary: Summary) -> Span | None:
    """The place of the dateline, or else that of the event."""
    dateline, places = summary.release.dateline, summary.findings.event.places
    return (dateline and dateline.place) or next(iter(places), None)


def _each_once(summary: Summary) -> Summary:
    """``summary`` without the points whose sentence it has, and the lists that are points."""
    told = [chosen.sentence.span for chosen in summary.sentences]

    def repeats(point: Point) -> bool:
        return any(piece.overlaps(sentence) for piece in point.pieces for sentence in told)

    kept = tuple(point for point in summary.points if point.enumeration or not repeats(point))
    told_lists = {point.enumeration.items for point in kept if point.enumeration}
    lists = tuple(
        listed
        for listed in summary.lists
        if listed.enumeration is None or listed.enumeration.items not in told_lists
    )
    return summary._replace(points=kept, lists=lists)
