"""One release, ready for the digest: its article and what the overviews need to know of it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from summarize.models import Figure, Findings, Release, Span, Summary
from summarize.rendering.html.days import day_of, first_day, month_key
from summarize.rendering.html.duplicates import Telling, telling_of
from summarize.rendering.html.highlights import full_text
from summarize.rendering.html.markup import attributes, escaped, jump, kept
from summarize.rendering.html.parts import Writer, in_title_case, main_highlights, time_of
from summarize.rendering.page import Page, lay_out
from summarize.rendering.sections import Entry, Section
from summarize.rendering.speakers import speakers_once
from summarize.rendering.visible import shown

ANCHOR = "\N{NULL}"  # in place of the release's number, not known yet; text cannot hold it
OPEN = ("summary", "points")  # seen at once; the other sections unfold
ALWAYS = ("points", "lists")  # laid out whatever is asked for
FOLDED = ("quotes", "figures", "people", "organizations", "places")
NAMED = {"person": "people", "place": "places", "organization": "organizations"}
BETWEEN_NAMES = "|"
CLOSING = "</article>\n"


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation: who, in which role, what, and where in the text."""

    name: str
    role: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its value and unit."""

    text: str
    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Story:
    """A release as the digest needs it: small, and easily handed from process to process."""

    packed: bytes
    language: str
    title: str
    day: str | None
    names: Mapping[str, tuple[str, ...]]  # by the keys of NAMED
    quotes: tuple[Said, ...]
    lists: tuple[Entry, ...]
    amounts: tuple[Amount, ...]
    telling: Telling

    def article(self, anchor: str, *, at_once: bool = True) -> str:
        """The article, with ``anchor`` before the ids in it; else what is in it is kept."""
        article = zlib.decompress(self.packed).decode("utf-8").replace(ANCHOR, anchor)
        if at_once:
            return article
        opening, _, inside = article.removesuffix(CLOSING).partition("\n")
        return f"{opening}\n{kept(inside)}{CLOSING}"


def story_of(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> Story:
    """The story of ``summary``; its article has the sections asked for."""
    release, found = summary.release, summary.findings
    usual = ("points", *(("summary", "lists") if full else ()), *FOLDED)
    laid_out = dict.fromkeys((*ALWAYS, *FOLDED, *(sections or usual)))
    page = lay_out(summary, tuple(laid_out), explain=explain)
    told = page.sections if sections else speakers_once(page.sections, summary)
    by_name = {section.name: section for section in told}
    names = {kind: _names(summary, kind, by_name[of]) for kind, of in NAMED.items()}
    shown_sections = [by_name[name] for name in sections or usual]
    article = "".join(_article(summary, page, names, shown_sections))
    return Story(
        packed=zlib.compress(article.encode("utf-8"), 1),
        language=release.language.code,
        title=_title(page, release),
        day=day_of(summary),
        names=names,
        quotes=tuple(_said(found, release.text)),
        lists=tuple(entry for entry in by_name["lists"].entries if entry.items),
        amounts=tuple(_amounts(found.figures, release.text)),
        telling=_telling(summary, names),
    )


def _title(page: Page, release: Release) -> str:
    return page.title or release.language.table("headings")["untitled"]


def _names(summary: Summary, kind: str, section: Section) -> tuple[str, ...]:
    """The names of one kind, among them those of speakers and the place the release is from."""
    text, found = summary.release.text, summary.findings
    more: list[Span | None] = []
    if kind == "person":
        more = [quote.speaker.name for quote in found.quotations if quote.speaker]
    elif kind == "place":
        dateline = summary.release.dateline
        more = [dateline.place if dateline else None, *found.event.places]
    first = (shown(span.of(text)) for span in more if span)
    by_key: dict[str, str] = {}
    for name in (*first, *(entry.text for entry in section.entries)):
        by_key.setdefault(name.casefold(), in_title_case(name))
    return tuple(by_key.values())


def _said(found: Findings, text: str) -> Iterator[Said]:
    """The quotations that somebody is named for, with the fullest name the release gives."""
    people = {mention: person for person in found.people for mention in person.mentions}
    for quotation in found.quotations:
        speaker = quotation.speaker
        if speaker and speaker.name:
            person = people.get(speaker.name)
            role = speaker.role or (person.role if person else None)
            yield Said(
                name=shown((person.name if person else speaker.name).of(text)),
                role=shown(role.of(text)) if role else None,
                text=shown(quotation.span.of(text)),
                span=quotation.span,
            )


def _amounts(figures: Iterable[Figure], text: str) -> Iterator[Amount]:
    for figure in figures:
        if figure.value is not None and figure.unit:
            value = float(figure.value if figure.upper is None else figure.upper)
            yield Amount(shown(figure.span.of(text)), value, shown(figure.unit), figure.span)


def _telling(summary: Summary, names: Mapping[str, tuple[str, ...]]) -> Telling:
    """The body of the release, with its names, amounts and dates as what has to agree."""
    release, found = summary.release, summary.findings
    amounts = (f"{figure.value} {figure.upper} {figure.unit}" for figure in found.figures)
    dates = (date.value or date.span.of(release.text) for date in found.dates)
    body = " ".join(unit.span.of(release.text) for unit in release.body)
    return telling_of(body, day_of(summary), (*chain(*names.values()), *amounts, *dates))


def _article(
    summary: Summary, page: Page, names: Mapping[str, tuple[str, ...]], sections: list[Section]
) -> Iterator[str]:
    release = summary.release
    words = release.language.table("digest")
    writer = Writer(ANCHOR)
    yield _opening_tag(summary, names)
    yield f"<header>{_when_and_where(summary, page)}<h3>{_heading(page, release)}</h3></header>\n"
    yield from (_open_section(section, summary, writer) for section in sections)
    yield _folded_sections(sections, writer)
    path = f" <small>{escaped(shown(page.path))}</small>" if page.path else ""
    text = full_text(release, main_highlights(summary), ANCHOR)
    yield _folded(f"{escaped(words['full_text'])}{path}", text, "source")
    yield CLOSING


def _folded(heading: str, inside: str, kind: str) -> str:
    opening = f'<details class="{kind}"><summary>{heading}</summary>'
    return f"{opening}{kept(inside)}</details>\n"


def _opening_tag(summary: Summary, names: Mapping[str, tuple[str, ...]]) -> str:
    """The tag of the article with all that the filters look at."""
    day = day_of(summary)
    facets = {kind: BETWEEN_NAMES.join(some) or None for kind, some in names.items()}
    known = attributes(
        lang=summary.release.language.code,
        data_day=first_day(day) if day else None,
        data_month=month_key(day),
        data_person=facets["person"],
        data_place=facets["place"],
        data_organization=facets["organization"],
    )
    return f'<article id="{ANCHOR}a" class="release"{known}>\n'


def _when_and_where(summary: Summary, page: Page) -> str:
    day = day_of(summary)
    when = time_of(day, summary.release.language) if day else ""
    where = f"<span>{escaped(in_title_case(page.place))}</span>" if page.place else ""
    return f'<p class="meta">{when}{where}</p>' if when or where else ""


def _heading(page: Page, release: Release) -> str:
    title = escaped(_title(page, release))
    return jump(ANCHOR, release.title, title) if release.title else title


def _open_section(section: Section, summary: Summary, writer: Writer) -> str:
    if section.name == "summary" and section.entries:
        return writer.sentences(section.entries) + "\n"
    if section.name == "points" and section.entries:
        return f"<h4>{escaped(section.heading)}</h4>{writer.points(section.entries)}\n"
    return ""


def _folded_sections(sections: Iterable[Section], writer: Writer) -> str:
    folded = [s for s in sections if s.name not in OPEN and s.entries]
    if not folded:
        return ""
    counts = (f"{escaped(s.heading)} {len(s.distinct())}" for s in folded)
    inside = "".join(writer.brief(s) for s in folded)
    return _folded(" · ".join(counts), inside, "found")
