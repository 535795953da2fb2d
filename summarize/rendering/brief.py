"""The usual page: what a reader sees at a glance, and a line that counts the rest.

The key points tell the news; beside them stand at most two quotations that they do not hold and
those who act or speak. The quotations stay away where the page would pass half of the release.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarize.models import Person, Quotation, Summary
from summarize.rendering.entries import entries_of
from summarize.rendering.sections import Section
from summarize.rendering.speakers import speakers_once

MOST_QUOTATIONS = 2
MOST_PEOPLE = 5
SHARE = 0.5  # of the words of the story that the page may have
LONGEST_QUOTATION = 35  # words
COUNTED = ("lists", "quotes", "people", "organizations", "figures")
_FULL = "--full"  # the option that shows the rest


def lay_out_briefly(summary: Summary) -> tuple[list[Section], str | None]:
    """The sections of the usual page of ``summary``, and the line that counts the rest."""
    found = summary.findings
    people = tuple(_acting(summary))[:MOST_PEOPLE]
    brief = summary._replace(findings=found._replace(people=people, quotations=()))
    told = "points" if summary.points else "summary"
    sections = _sections(brief, (told, "people"))
    room = SHARE * _size(
        sentence.span.of(summary.release.text) for sentence in summary.release.body
    )
    quotations: list[Quotation] = []
    for quotation in summary.quotable:
        if _size([quotation.span.of(summary.release.text)]) > LONGEST_QUOTATION:
            continue
        more = _sections(
            brief._replace(findings=brief.findings._replace(quotations=(*quotations, quotation))),
            (told, "quotes", "people"),
        )
        if len(quotations) < MOST_QUOTATIONS and _words(more) <= room:
            quotations.append(quotation)
            sections = more
    return sections, _rest(summary)


def _sections(summary: Summary, names: Iterable[str]) -> list[Section]:
    headings = summary.release.language.table("headings")
    laid_out = [
        Section(name, headings[name], entries_of(name, summary, explain=False)) for name in names
    ]
    return [section for section in speakers_once(laid_out, summary) if section.entries]


def _acting(summary: Summary) -> Iterable[Person]:
    """The people who speak, or whom the event names."""
    found = summary.findings
    speakers = [q.speaker.name for q in found.quotations if q.speaker]
    speakers += [s.speaker.name for s in found.statements]
    acting = [*(name for name in speakers if name), *found.event.who]
    for person in found.people:
        known = (person.name, *person.mentions)
        if any(mention.overlaps(one) for mention in known for one in acting):
            yield person


def _rest(summary: Summary) -> str | None:
    """How much there is of each kind in all, and the option that shows it."""
    headings = summary.release.language.table("headings")
    counts = []
    for name in COUNTED:
        entries = entries_of(name, summary, explain=False)
        if entries:
            count = len(Section(name, headings[name], entries).distinct())
            counts.append(f"{headings[name]} {count}")
    return headings["in_all"].format(counts=" · ".join([*counts, _FULL])) if counts else None


def _words(sections: Iterable[Section]) -> int:
    return _size(
        part
        for section in sections
        for entry in section.entries
        for part in (entry.text, *entry.items, entry.label or "")
    )


def _size(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
