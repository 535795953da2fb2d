"""The sections of a release as markup, each entry linked to its place in the full text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarize.languages import Language
from summarize.models import Summary
from summarize.rendering.html.days import first_day, written_date
from summarize.rendering.html.highlights import Highlight
from summarize.rendering.html.markup import attributes, escaped, jump, sign
from summarize.rendering.sections import Entry, Section

SENTENCES = ("summary", "sentences")
POINTS = ("points", "lists")


class Writer:
    """Writes entries as markup; ``prefix`` begins the ids of the release's full text."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def section(self, section: Section) -> str:
        """What stands under the heading of a section."""
        if section.name in SENTENCES:
            return self.sentences(section.entries)
        if section.name in POINTS:
            return self.points(section.entries)
        if section.name == "quotes":
            return "".join(self._quote(entry) for entry in section.entries)
        lines = (f"<li>{self._name(entry)}</li>" for entry in section.distinct())
        return f'<ul class="names {section.name}">{"".join(lines)}</ul>'

    def brief(self, section: Section) -> str:
        """A section with its heading in less room: quotations as a list, names on one line."""
        if section.name in SENTENCES or section.name in POINTS:
            return f"<h4>{escaped(section.heading)}</h4>{self.section(section)}"
        entries, heading = section.distinct(), f"<b>{escaped(section.heading)}</b>"
        if section.name == "quotes":
            lines = (f"<li>{self._said(entry)}</li>" for entry in entries)
            return f'<ul class="quotes">{"".join(lines)}</ul>'
        if section.name == "figures":
            return f"<p>{heading} {' · '.join(map(self._name, entries))}</p>"
        named = (f"{escaped(entry.text)}{_beside(entry)}{_why(entry)}" for entry in entries)
        return f"<p>{heading} {' · '.join(named)}</p>"

    def sentences(self, entries: Iterable[Entry]) -> str:
        """Sentences as one paragraph, each with a sign that leads into the text."""
        return f'<p class="sentences">{" ".join(self._sentence(entry) for entry in entries)}</p>'

    def _sentence(self, entry: Entry) -> str:
        return f"{escaped(entry.text)}{self._sign(entry)}{_why(entry)}"

    def points(self, entries: Iterable[Entry]) -> str:
        """Key points, a list with its numbered items and their count where there is one."""
        return f'<ul class="points">{"".join(self._point(entry) for entry in entries)}</ul>'

    def _point(self, entry: Entry) -> str:
        said_by = f" <cite>{escaped(entry.label)}</cite>" if entry.label else ""
        line = f"{escaped(entry.text)}{count_of(entry)}{self._sign(entry)}{said_by}{_why(entry)}"
        return f"<li>{line}{self._items(entry)}</li>"

    def _items(self, entry: Entry) -> str:
        if not entry.items:
            return ""
        pairs = zip(entry.items, entry.item_spans, strict=True)
        listed = (f"<li>{jump(self._prefix, span, escaped(text))}</li>" for text, span in pairs)
        return f"<ol>{''.join(listed)}</ol>"

    def _quote(self, entry: Entry) -> str:
        said_by = f"<figcaption>{escaped(entry.label)}</figcaption>" if entry.label else ""
        said = f"<p>“{escaped(entry.text)}”{self._sign(entry)}</p>"
        return f"<figure><blockquote>{said}</blockquote>{said_by}{_why(entry)}</figure>"

    def _said(self, entry: Entry) -> str:
        said_by = f" <cite>{escaped(entry.label)}</cite>" if entry.label else ""
        return f"“{escaped(entry.text)}”{self._sign(entry)}{said_by}{_why(entry)}"

    def _name(self, entry: Entry) -> str:
        text = escaped(entry.text)
        linked = text if entry.span is None else jump(self._prefix, entry.span, text)
        return f"{linked}{_beside(entry)}{_why(entry)}"

    def _sign(self, entry: Entry) -> str:
        return "" if entry.span is None else sign(self._prefix, entry.span)


def count_of(entry: Entry) -> str:
    """How many of the announced items were found; set apart if some are missing."""
    if entry.counted is None:
        return ""
    kind = "count short" if entry.complete is False else "count"
    return f' <span class="{kind}">{escaped(entry.counted)}</span>'


def _beside(entry: Entry) -> str:
    return f" <small>{escaped(entry.label)}</small>" if entry.label else ""


def _why(entry: Entry) -> str:
    return f' <small class="why">{escaped(entry.why)}</small>' if entry.why else ""


def time_of(day: str, language: Language) -> str:
    """A date that machines can read, as people write it."""
    written = escaped(written_date(day, language))
    return f"<time{attributes(datetime=first_day(day))}>{written}</time>"


def in_title_case(name: str) -> str:
    """A name that is all capitals, as datelines write places, in title case.

    >>> in_title_case("PALANGKA RAYA"), in_title_case("DKI Jakarta"), in_title_case("DPR")
    ('Palangka Raya', 'DKI Jakarta', 'DPR')
    """
    return name.title() if name.isupper() and len(name) > 4 else name


def main_highlights(summary: Summary) -> Iterator[Highlight]:
    """What the reader is sent to: summary, points with their items, quotations, figures."""
    for chosen in summary.sentences:
        yield chosen.sentence.span, "s"
    for point in summary.points:
        yield point.shown, "p"
    for point in (*summary.points, *summary.lists):
        if point.enumeration:
            yield point.shown, "i"
            for item in point.enumeration.items:
                yield item, "i"
    for quotation in summary.findings.quotations:
        yield quotation.span, "q"
    for figure in summary.findings.figures:
        yield figure.span, "f"


def name_highlights(summary: Summary) -> Iterator[Highlight]:
    """The names, dates and abbreviations, wherever they are mentioned."""
    found = summary.findings
    for person in found.people:
        yield person.name, "n"
        for mention in person.mentions:
            yield mention, "n"
    for entity in (*found.organizations, *found.places):
        yield entity.name, "n"
        for mention in entity.mentions:
            yield mention, "n"
    for date in found.dates:
        yield date.span, "d"
    for abbreviation in found.abbreviations:
        yield abbreviation.short, "n"
