"""Which format the results have: those of files, the page of a terminal, and tables of a store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from summarize.errors import OptionError
from summarize.models import Summary
from summarize.rendering.formats import FORMATS, Format, Sections


def _render_page(
    summary: Summary,
    sections: Sections = None,
    *,
    explain: bool = False,
    full: bool = False,
    named: bool = False,
) -> str:
    from .views import render_rich

    return render_rich(summary, sections, explain=explain, full=full, named=named)


def _page_to_render(
    summary: Summary, sections: Sections = None, *, explain: bool = False, full: bool = False
) -> Callable[[], str]:
    """The page as one of several, to be made by the process that knows the terminal."""
    return partial(_render_page, summary, sections, explain=explain, full=full, named=True)


def _join_pages(pages: Iterable[Callable[[], str]], sections: Sections) -> Iterator[str]:
    return (page() for page in pages)


RICH = Format("rich", None, _render_page, _page_to_render, _join_pages)
SOURCE = FORMATS["source"]
ALL_FORMATS = {RICH.name: RICH} | FORMATS
BY_EXTENSION = {row.extension: row for row in FORMATS.values() if row.extension}
STORED = (
    ".db",
    ".parquet",
)  # what `summarize.batch.stores` writes, which is imported when it is asked for


def choose_format(
    name: str | None, output: str | None, template: str | None = None, *, folder: bool
) -> Format:
    """The format asked for, by the name of the result file if not by option; JSON for a folder.

    Raises OptionError for a name that tells none.
    """
    if template is not None:
        from summarize.rendering.template import template_format

        return template_format(template)
    if name is not None:
        return ALL_FORMATS[name]
    if output is None:
        return RICH if sys.stdout.isatty() else FORMATS["text"]
    suffix = "" if folder else Path(output).suffix.lower()
    if suffix and suffix not in BY_EXTENSION:
        known = ", ".join((*BY_EXTENSION, *STORED))
        raise OptionError(
            f"{output}: no format has names in {suffix}; known are {known}; "
            "name one with --format, or a folder with / at its end"
        )
    return BY_EXTENSION[suffix or ".json"]
