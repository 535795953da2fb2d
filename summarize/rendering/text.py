"""A summary as plain text: unwrapped, readable in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.models import Summary
from summarize.rendering.page import Page, lay_out
from summarize.rendering.sections import COMPACT, Entry, Section, gist

STDIN = "-"


def render_text(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """The page as plain text; with ``sections``, their bare lines without any heading."""
    page = lay_out(summary, sections, explain=explain, full=full)
    lines = _bare_lines(page) if sections else _page_lines(page)
    return "".join(f"{line}\n" for line in lines)


def text_part(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """The same as one of several: before each bare line the file that it is from, and a tab."""
    if not sections:
        return render_text(summary, explain=explain, full=full)
    page = lay_out(summary, sections, explain=explain, full=full)
    return "".join(f"{page.path or STDIN}\t{line}\n" for line in _bare_lines(page))


def _bare_lines(page: Page) -> Iterator[str]:
    """One entry a line, its columns divided by tabs: for grep, sort, wc and cut."""
    for section in page.sections:
        for entry in section.entries:
            columns = (gist(entry), entry.label or "", entry.why or "")
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
    if page.more:
        yield ""
        yield page.more


def _section_lines(section: Section) -> Iterator[str]:
    explained = any(entry.why for entry in section.entries)
    entries = section.entries if explained else section.distinct()
    if section.name in COMPACT and not explained:
        yield "  " + " · ".join(entry.text for entry in entries)
        return
    for entry in entries:
        yield f"  {_line(section.name, entry)}"
        for number, item in enumerate(entry.items, 1):
            yield f"      {number}. {item}"
        if entry.why:
            yield f"      [{entry.why}]"


def _line(name: str, entry: Entry) -> str:
    if name == "quotes":
        return f"“{entry.text}”" + (f" — {entry.label}" if entry.label else "")
    if name == "dates":
        return f"- {entry.text} = {entry.label}" if entry.label else f"- {entry.text}"
    if name == "abbreviations":
        return f"- {entry.text} = {entry.label}"
    count = f" ({entry.counted})" if entry.counted else ""
    label = f" — {entry.label}" if entry.label else ""
    return f"- {entry.text}{count}{label}"
