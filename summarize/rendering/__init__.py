"""A summary as text in one of several formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from summarize.models import Summary
from summarize.rendering.sections import SECTIONS

__all__ = [
    "EXTENSIONS",
    "SECTIONS",
    "join_parts",
    "render_one",
    "render_part",
    "render_several",
]


# The modules, of which only the one that is asked for is imported; they offer `render_<format>`.
_RENDERERS = {
    "text": "summarize.rendering.text",
    "markdown": "summarize.rendering.markdown",
    "json": "summarize.rendering.json",
    "jsonl": "summarize.rendering.json",
    "csv": "summarize.rendering.csv",
    "html": "summarize.rendering.html",
    "source": "summarize.rendering.source",
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
    parts = (render_part(one, format_name, sections, explain=explain) for one in summaries)
    return join_parts(parts, format_name, sections)


def render_part(
    summary: Summary,
    format_name: str,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
) -> Any:
    """What `join_parts` needs of ``summary``; another process can make it and hand it over."""
    if format_name == "html":
        from summarize.rendering.html import story_of

        return story_of(summary, sections, explain=explain)
    if format_name == "csv":
        from summarize.rendering.csv import csv_row

        return csv_row(summary, sections, explain=explain)
    rendered = render_one(summary, format_name, sections, explain=explain)
    return rendered.removesuffix("\n") if format_name == "json" else rendered


def join_parts(
    parts: Iterable[Any], format_name: str, sections: Sequence[str] | None = None
) -> Iterator[str]:
    """The parts of several summaries as one text, piece by piece as they come."""
    if format_name == "html":
        from summarize.rendering.html import render_digest

        yield from render_digest(parts)
        return
    before, between, after = _joints(format_name, sections)
    first = True
    for part in parts:
        yield before if first else between
        yield part
        first = False
    yield before + after if first else after


def _joints(format_name: str, sections: Sequence[str] | None) -> tuple[str, str, str]:
    """What stands before, between and after several results."""
    if format_name == "json":
        return "[\n", ",\n", "\n]\n"
    if format_name == "csv":
        from summarize.rendering.csv import csv_header

        return csv_header(sections), "", ""
    if format_name == "text" and not sections:
        return "", f"\n{'─' * 20}\n\n", ""
    if format_name == "markdown":
        return "", "\n---\n\n", ""
    return "", "", ""
