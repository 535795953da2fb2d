"""The page on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from summarize import Summary
from summarize.rendering.page import Section, lay_out


def show_page(
    summary: Summary, sections: Sequence[str] | None = None, *, explain: bool = False
) -> None:
    """Print the page of ``summary`` on the terminal."""
    console = Console(highlight=False, markup=False, emoji=False)
    page = lay_out(summary, sections, explain=explain)
    if page.title:
        console.print(Text(page.title, "bold"))
    for section in page.sections:
        _show_section(console, section)


def _show_section(console: Console, section: Section) -> None:
    console.print()
    console.print(Text(section.heading, "bold cyan"))
    for entry in section.entries:
        console.print(Text(f"• {entry.text}"))
