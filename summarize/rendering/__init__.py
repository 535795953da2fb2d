"""A summary as text in one of several formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from summarize.models import Summary
from summarize.rendering.json import render_json, render_jsonl
from summarize.rendering.page import SECTIONS
from summarize.rendering.text import render_text

__all__ = ["EXTENSIONS", "SECTIONS", "render_one", "render_several"]

EXTENSIONS = {"text": ".txt", "json": ".json", "jsonl": ".jsonl"}
_RENDERERS: dict[str, Callable[..., str]] = {
    "text": render_text,
    "json": render_json,
    "jsonl": render_jsonl,
}


def render_one(
    summary: Summary,
    format_name: str,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
) -> str:
    """``summary`` alone in the named format, ending in a newline."""
    return _RENDERERS[format_name](summary, sections, explain=explain)


def render_several(
    summaries: Iterable[Summary],
    format_name: str,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
) -> Iterator[str]:
    """Several summaries in the named format, piece by piece as they come."""
    before, between, after = _joints(format_name, bare=bool(sections))
    opening = before
    for summary in summaries:
        rendered = render_one(summary, format_name, sections, explain=explain)
        yield opening + (rendered.rstrip("\n") if format_name == "json" else rendered)
        opening = between
    yield (before if opening == before else "") + after


def _joints(format_name: str, *, bare: bool) -> tuple[str, str, str]:
    """What stands before, between and after several results."""
    if format_name == "json":
        return "[\n", ",\n", "\n]\n"
    if format_name == "text" and not bare:
        return "", "\n" + "─" * 20 + "\n\n", ""
    return "", "", ""
