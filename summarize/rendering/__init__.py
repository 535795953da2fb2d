"""A summary as text in one of several formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from summarize.models import Summary
from summarize.rendering.page import SECTIONS

__all__ = ["EXTENSIONS", "SECTIONS", "render_one", "render_several"]


def _digest(
    summaries: Iterable[Summary], sections: Sequence[str] | None, *, explain: bool
) -> Iterator[str]:
    from summarize.rendering.html import render_digest, story_of

    return render_digest(story_of(one, sections, explain=explain) for one in summaries)


# The modules, of which only the one that is asked for is imported; they offer `render_<format>`.
_RENDERERS = {
    "text": "summarize.rendering.text",
    "markdown": "summarize.rendering.markdown",
    "json": "summarize.rendering.json",
    "jsonl": "summarize.rendering.json",
    "csv": "summarize.rendering.csv",
    "html": "summarize.rendering.html",
}
EXTENSIONS = {
    "text": ".txt",
    "markdown": ".md",
    "json": ".json",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "html": ".html",
}


def render_one(
    summary: Summary,
    format_name: str,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
) -> str:
    """``summary`` alone in the named format, ending in a newline."""
    render = getattr(import_module(_RENDERERS[format_name]), f"render_{format_name}")
    rendered: str = render(summary, sections, explain=explain)
    return rendered


def render_several(
    summaries: Iterable[Summary],
    format_name: str,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
) -> Iterator[str]:
    """Several summaries in the named format, piece by piece as they come; HTML as one digest."""
    if format_name == "html":
        yield from _digest(summaries, sections, explain=explain)
        return
    before, between, after = _joints(format_name, bare=bool(sections))
    first = True
    for summary in summaries:
        if format_name == "csv" and not first:
            from summarize.rendering.csv import csv_row

            rendered = csv_row(summary, sections, explain=explain)
        else:
            rendered = render_one(summary, format_name, sections, explain=explain)
        yield before if first else between
        yield rendered.removesuffix("\n") if format_name == "json" else rendered
        first = False
    yield before + after if first else after


def _joints(format_name: str, *, bare: bool) -> tuple[str, str, str]:
    """What stands before, between and after several results."""
    if format_name == "json":
        return "[\n", ",\n", "\n]\n"
    if format_name == "text" and not bare:
        return "", f"\n{'─' * 20}\n\n", ""
    if format_name == "markdown":
        return "", "\n---\n\n", ""
    return "", "", ""
