"""A summary as text in one of several formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summarize.models import Summary
from summarize.rendering.formats import FORMATS, Format, SealPlace
from summarize.rendering.sections import SECTIONS

__all__ = ["FORMATS", "SECTIONS", "Format", "SealPlace", "render_one", "render_several"]


def render_one(
    summary: Summary,
    format_name: str,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """``summary`` alone in the named format, ending in a newline."""
    rendered: str = FORMATS[format_name].render(summary, sections, explain=explain, full=full)
    return rendered


def render_several(
    summaries: Iterable[Summary],
    format_name: str,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> Iterator[str]:
    """Several summaries in the named format, piece by piece as they come; HTML as one digest."""
    chosen = FORMATS[format_name]
    parts = (chosen.part(one, sections, explain=explain, full=full) for one in summaries)
    return chosen.join(parts, sections)
