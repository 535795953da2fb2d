"""A summary as Markdown in which nothing of the document is taken for markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.models import Summary
from summarize.patterns import pattern
from summarize.rendering.page import Page, lay_out
from summarize.rendering.sections import COMPACT, Entry, Section

# Characters that mean something inside a line; `$` is mathematics on many sites.
_INLINE = pattern(r"[\\`*_\[\]<>|~&$]")
# What makes a block at the start of a line: a heading, a list item, a rule, an underline.
_OPENING = pattern(r"[#+\-=:]|\d{1,9}(?=[.)])")


def render_markdown(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """The page as Markdown: a heading for the release, one for each section, lists below."""
    return _page(summary, lay_out(summary, sections, explain=explain, full=full))


def markdown_part(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """The same as one of several: of single sections it is told which file they are from."""
    page = lay_out(summary, sections, explain=explain, full=full)
    return _page(summary, page, page.path if sections else None)


def _page(summary: Summary, page: Page, path: str | None = None) -> str:
    title = page.title or summary.release.language.table("headings")["untitled"]
    lines = [f"# {escaped(title)}"]
    where_and_when = [part for part in (page.place, page.office, page.date) if part]
    if where_and_when:
        lines += ["", escaped(" · ".join(where_and_when))]
    if path:
        lines += ["", escaped(path)]
    for section in page.sections:
        lines += ["", f"## {escaped(section.heading)}", "", *_section_lines(section)]
    if page.more:
        lines += ["", escaped(page.more)]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    r"""``text`` (on one line) so that Markdown shows it as it is.

    >>> escaped("1. *Rp 5*")
    '1\\. \\*Rp 5\\*'
    """
    shown = _INLINE.sub(r"\\\g<0>", text)
    opening = _OPENING.match(shown)
    if opening is None:
        return shown
    at = opening.end() if shown[0].isdecimal() else 0
    return f"{shown[:at]}\\{shown[at:]}"


def _section_lines(section: Section) -> Iterator[str]:
    explained = any(entry.why for entry in section.entries)
    entries = section.entries if explained else section.distinct()
    if section.name in COMPACT and not explained:
        yield escaped(" · ".join(entry.text for entry in entries))
        return
    for number, entry in enumerate(entries):
        if section.name == "quotes":
            yield from ([""] if number else [])
            yield from _quote_lines(entry)
        else:
            yield from _item_lines(section.name, entry)


def _quote_lines(entry: Entry) -> Iterator[str]:
    yield f"> “{escaped(entry.text)}”"
    for more in (entry.label and f"— {escaped(entry.label)}", entry.why and escaped(entry.why)):
        if more:
            yield ">"
            yield f"> {more}"


def _item_lines(name: str, entry: Entry) -> Iterator[str]:
    line = escaped(entry.text)
    if name in ("people", "abbreviations"):
        line = f"**{line}**"
    if entry.counted:
        line += f" ({escaped(entry.counted)})"
    if entry.label:
        line += f" — {escaped(entry.label)}"
    yield f"- {line}"
    for number, item in enumerate(entry.items, 1):
        yield f"    {number}. {escaped(item)}"
    if entry.why:
        yield ""
        yield f"    {escaped(entry.why)}"
