"""The page of one release: summary, findings, and the full text in which they are highlighted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarize.models import Summary
from summarize.rendering.html.days import day_of
from summarize.rendering.html.highlights import full_text
from summarize.rendering.html.markup import asset, attributes, escaped, frame
from summarize.rendering.html.parts import (
    Writer,
    in_title_case,
    main_highlights,
    name_highlights,
    time_of,
)
from summarize.rendering.page import Page, lay_out
from summarize.rendering.sections import Section
from summarize.rendering.visible import shown

PREFIX = "t-"
STORY_SECTIONS = ("summary", "points", "lists", "quotes")
LEGEND = ("summary", "point", "item", "quote", "figure", "name")


def render_html(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """The page for ``summary`` as one self-contained HTML file."""
    page = lay_out(summary, sections, explain=explain, full=full)
    language = summary.release.language
    title = page.title or language.table("headings")["untitled"]
    return "".join(
        frame(
            _body(summary, page, title),
            title=title,
            language=language,
            styles=asset("base.css") + asset("page.css"),
            script=asset("jump.js"),
        )
    )


def _body(summary: Summary, page: Page, title: str) -> Iterator[str]:
    words = summary.release.language.table("digest")
    writer = Writer(PREFIX)
    yield f"<header>{_where_and_when(summary, page)}<h1>{escaped(title)}</h1></header>\n<main>\n"
    story = [section for section in page.sections if section.name in STORY_SECTIONS]
    facts = [section for section in page.sections if section.name not in STORY_SECTIONS]
    yield from (_section(section, writer) for section in story)
    yield from _text(summary, words)
    yield "</main>\n"
    if facts:
        yield "<aside>\n"
        yield from (_section(section, writer) for section in facts)
        yield "</aside>\n"
    yield from _footer(page)


def _section(section: Section, writer: Writer) -> str:
    heading = f"<h2>{escaped(section.heading)}</h2>"
    return f'<section class="{section.name}">{heading}{writer.section(section)}</section>\n'


def _text(summary: Summary, words: Mapping[str, str]) -> Iterator[str]:
    highlights = (*main_highlights(summary), *name_highlights(summary))
    heading = f"<h2>{escaped(words['full_text'])}</h2>"
    yield f'<section class="source">{heading}\n{_legend(words)}\n'
    yield full_text(summary.release, highlights, PREFIX)
    yield "</section>\n"


def _legend(words: Mapping[str, str]) -> str:
    classes = (
        f'<li><span class="{kind[0]}">{escaped(words[f"mark_{kind}"])}</span></li>'
        for kind in LEGEND
    )
    return f'<ul class="legend"{attributes(aria_label=words["legend"])}>{"".join(classes)}</ul>'


def _where_and_when(summary: Summary, page: Page) -> str:
    place = in_title_case(page.place) if page.place else None
    parts = [escaped(part) for part in (place, page.office) if part]
    day = day_of(summary)
    if day:
        parts.insert(0, time_of(day, summary.release.language))
    return f'<p class="meta">{" · ".join(parts)}</p>' if parts else ""


def _footer(page: Page) -> Iterator[str]:
    parts = [shown(part) for part in (page.path, page.byline, page.more) if part]
    if parts:
        yield f"<footer><p>{' · '.join(escaped(part) for part in parts)}</p></footer>\n"
