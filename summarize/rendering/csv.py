"""Summaries as a table: one row a release, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from summarize.models import Summary
from summarize.rendering.page import lay_out
from summarize.rendering.sections import USUAL_SECTIONS, Section, gist
from summarize.rendering.visible import shown

IDENTITY = ("path", "title", "place", "office", "date", "language", "method")
# A cell that begins with one of these is a formula to some spreadsheet, also behind what it strips.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_STRIPPED = " '\"\t\r\n\u00a0\u3000"


def render_csv(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """A header and one row, always full; a cell holds a section's entries, divided by ``|``."""
    return csv_header(sections) + csv_row(summary, sections, explain=explain, full=full)


def csv_header(sections: Sequence[str] | None = None) -> str:
    """The names of the columns."""
    return _line([*IDENTITY, *(sections or USUAL_SECTIONS), "warnings"])


def csv_row(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """The row of one release."""
    page = lay_out(summary, sections or USUAL_SECTIONS, explain=explain)
    known = (page.path, page.title, page.place, page.office, page.date)
    identity = (*known, summary.release.language.code, summary.method)
    cells = [*identity, *map(_cell, page.sections), shown(" | ".join(summary.warnings))]
    return _line([harmless(cell or "") for cell in cells])


def harmless(cell: str) -> str:
    """``cell``, behind an apostrophe if a spreadsheet could take it for a formula.

    >>> harmless("+62 812 000"), harmless("62 orang")
    ("'+62 812 000", '62 orang')
    """
    return f"'{cell}" if cell.lstrip(_STRIPPED).startswith(_FORMULA) else cell


def _cell(section: Section) -> str:
    lines = []
    for entry in section.distinct():
        columns = (gist(entry), entry.label, entry.why)
        lines.append(" — ".join(column for column in columns if column))
    return " | ".join(lines)


def _line(cells: Sequence[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()
