"""The page on a terminal: the only module that knows rich.

Text of a document is only ever put inside ``Text``, so that nothing in it is taken for markup,
and comes from :mod:`summarize.rendering.page`, where nothing in it can act on the terminal.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from summarize.models import Summary
from summarize.rendering.page import Page, lay_out
from summarize.rendering.sections import COMPACT, Entry, Section

NARROW = 60  # below it columns leave no room for words
WIDEST = 100  # beyond it lines are hard to read
NARROWEST = 20
MOST = 12  # entries shown of a section that was not asked for by name

HEADING = "bold cyan"
LABEL = "green"
QUIET = "dim"


def render_rich(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
    named: bool = False,
) -> str:
    """The page of ``summary`` as the terminal in use would show it, with its colours if any.

    ``named``: also single sections say which file they are from.
    """
    console = Console(highlight=False, markup=False, emoji=False)
    if os.environ.get("NO_COLOR"):  # nor bold
        console = Console(highlight=False, markup=False, emoji=False, color_system=None)
    with console.capture() as captured:
        show_page(console, summary, sections, explain=explain, full=full, named=named)
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def show_page(
    console: Console,
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
    named: bool = False,
) -> None:
    """Print the page of ``summary`` on ``console``, which may become narrower for it."""
    console.width = width = max(NARROWEST, min(console.width, WIDEST))
    ascii_only = not console.encoding.lower().startswith("utf")
    whole = sections is not None
    view = _View(summary, width=width, whole=whole, named=named, ascii_only=ascii_only)
    console.print(view.render(lay_out(summary, sections, explain=explain, full=full)))


class _View:
    """How a page is drawn at one width."""

    marks: dict[bool | None, str]  # by whether a list is complete

    def __init__(
        self, summary: Summary, *, width: int, whole: bool, named: bool, ascii_only: bool
    ) -> None:
        self.headings = summary.release.language.table("headings")
        self.narrow = width < NARROW
        self.whole, self.named = whole, named
        self.marks = {True: "ok ", False: "! "} if ascii_only else {True: "✓ ", False: "✗ "}
        self.marks[None] = ""
        self.dot, self.dash = ("-", "-") if ascii_only else ("•", "—")

    def render(self, page: Page) -> RenderableType:
        parts: list[RenderableType] = []
        if not self.whole:
            parts.append(self._head(page))
        elif self.named and page.path:
            parts.append(Text(page.path, QUIET))
        facts: list[tuple[Section, RenderableType]] = []
        for section in page.sections:
            if section.name in ("summary", "points", "lists", "quotes", "sentences"):
                parts += [Text(section.heading, HEADING), self._indented(self._body(section))]
                parts.append(Text())
            else:
                facts.append((section, Group(*self._facts(section))))
        if facts:
            parts.append(self._fact_table(facts))
        if page.more:
            parts += [Text(), Text(page.more, QUIET)]
        return Group(*parts)

    def _head(self, page: Page) -> RenderableType:
        title = Text(page.title or self.headings["untitled"], "bold")
        where = Text(" · ".join(part for part in (page.place, page.office, page.date) if part))
        lines = [title, where] if where else [title]
        if self.narrow:
            return Group(*lines, Text())
        source = Text(page.path, QUIET) if page.path else None
        panel = Panel(
            Group(*lines),
            border_style="cyan",
            subtitle=source,
            subtitle_align="right",
            padding=(0, 1),
        )
        return Group(panel, Text())

    def _body(self, section: Section) -> RenderableType:
        entries = [self._entry(section.name, entry) for entry in self._cut(section.entries)]
        if section.name == "quotes":
            entries = [
                Padding(entry, (0, 0, int(entry is not entries[-1]), 0)) for entry in entries
            ]
        return Group(*entries, *self._and_more(section.entries))

    def _entry(self, name: str, entry: Entry) -> RenderableType:
        lines: list[RenderableType] = []
        if name == "quotes":
            lines.append(Text.assemble("“", (entry.text, "italic"), "”"))
        else:
            text = Text(entry.text)
            if entry.items:
                text.stylize("bold")
            if entry.counted:
                style = {True: "bold green", False: "bold yellow", None: QUIET}[entry.complete]
                text.append(f"  {self.marks[entry.complete]}{entry.counted}", style)
            lines.append(text)
        lines += [
            self._hanging(f"{number}.", Text(item))
            for number, item in enumerate(self._cut_items(entry.items), 1)
        ]
        if len(self._cut_items(entry.items)) < len(entry.items):
            lines.append(Text(self._rest(len(entry.items) - MOST), QUIET))
        if entry.label:
            lines.append(Text(f"{self.dash} {entry.label}", LABEL))
        if entry.why:
            lines.append(Text(f"[{entry.why}]", QUIET))
        return Group(*lines) if name == "quotes" else self._hanging(self.dot, Group(*lines))

    def _facts(self, section: Section) -> Iterator[RenderableType]:
        if any(entry.why for entry in section.entries):
            for entry in section.entries:
                yield Text.assemble(*self._pair(section.name, entry), (f"  [{entry.why}]", QUIET))
            return
        entries = section.distinct()
        if section.name in COMPACT:
            yield Text(" · ").join(Text(entry.text) for entry in self._cut(entries))
        elif self.narrow:
            for entry in self._cut(entries):
                yield Text.assemble(*self._pair(section.name, entry))
        else:
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(overflow="fold", max_width=WIDEST // 3)
            grid.add_column(overflow="fold")
            for entry in self._cut(entries):
                left, _, right = self._pair(section.name, entry)
                grid.add_row(left, right)
            yield grid
        yield from self._and_more(entries)

    def _pair(self, name: str, entry: Entry) -> tuple[Text, str, Text]:
        """The two columns of a fact and what divides them where there are no columns."""
        if name == "dates":
            return Text(entry.label or "?", LABEL), "  ", Text(entry.text)
        strong = "bold" if name in ("people", "abbreviations") else ""
        return Text(entry.text, strong), "  " if entry.label else "", Text(entry.label or "")

    def _fact_table(self, facts: list[tuple[Section, RenderableType]]) -> RenderableType:
        if self.narrow:
            blocks: list[RenderableType] = []
            for section, shown in facts:
                blocks += [Text(section.heading, HEADING), self._indented(shown), Text()]
            return Group(*blocks)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for section, shown in facts:
            table.add_row(Text(section.heading, HEADING), shown)
        return table

    def _hanging(self, mark: str, shown: RenderableType) -> RenderableType:
        """``shown`` behind a mark, its further lines aligned with the first."""
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(Text(mark, "cyan"), shown)
        return grid

    def _indented(self, shown: RenderableType) -> RenderableType:
        return Padding(shown, (0, 0, 0, 1 if self.narrow else 2))

    def _cut(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        return entries if self.whole else entries[:MOST]

    def _cut_items(self, items: Sequence[str]) -> Sequence[str]:
        return items if self.whole or len(items) <= MOST + 1 else items[:MOST]

    def _and_more(self, entries: Sequence[Entry]) -> Iterator[RenderableType]:
        left = len(entries) - len(self._cut(entries))
        if left:
            yield Text(self._rest(left), QUIET)

    def _rest(self, count: int) -> str:
        return self.headings["and_more"].format(count=count)
