"""A summary as plain text: unwrapped, readable in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.models import Summary
from summarize.rendering.page import Entry, Page, Section, lay_out


def render_text(
    summary: Summary, sections: Sequence[str] | None = None, *, explain: bool = False
) -> str:
    """The page as plain text; with ``sections``, their bare lines without any heading."""
    page = lay_out(summary, sections, explain=explain)
    lines = _bare_lines(page) if sections else _page_lines(page)
    return "".join(f"{line}\n" for line in lines)


def _bare_lines(page: Page) -> Iterator[str]:
    """One entry a line, its columns divided by tabs: for grep, sort, wc and cut."""
    for section in page.sections:
        for entry in section.entries:
            text = f"{entry.text}: {'; '.join(entry.items)}" if entry.items else entry.text
            columns = (text, entry.label or "", entry.why or "")
            yield "\t".join(columns).rstrip("\t")


def _page_lines(page: Page) -> Iterator[str]:
    if page.title:
        yield page.title
    where_and_when = [part for part in (page.place, page.office, page.date) if part]
    if where_and_when:
        yield " · ".join(where_and_when)
    for section in page.sections:
        yield ""
        yield section.heading.upper()
        yield from _section_lines(section)


def _section_lines(section: Section) -> Iterator[str]:
    for entry in section.entries:
        yield f"  {_line(section.name, entry)}"
        for number, item in enumerate(entry.items, 1):
            yield f"      {number}. {item}"
        if entry.why:
            yield f"      [{entry.why}]"


def _line(name: str, entry: Entry) -> str:
    text = f"“{entry.text}”" if name == "quotes" else f"- {entry.text}"
    if name == "abbreviations":
        return f"{text} = {entry.label}"
    if entry.count:
        text += f" ({entry.count})"
    if entry.label:
        text += f" — {entry.label}" if name in ("points", "quotes") else f" ({entry.label})"
    return text
