"""What a page consists of: sections, headed lists of entries.

Strings here are for eyes (:mod:`summarize.rendering.visible`). Offsets and exact characters are
for :mod:`summarize.rendering.json`.
"""

from __future__ import annotations

from typing import NamedTuple

from summarize.models import Span

SECTIONS = (
    "summary",
    "points",
    "lists",
    "quotes",
    "people",
    "organizations",
    "places",
    "dates",
    "figures",
    "abbreviations",
    "sentences",
)
USUAL_SECTIONS = SECTIONS[:-1]  # all sentences are the source once more: only when asked for
COMPACT = frozenset({"organizations", "places", "figures"})  # so short that they share a line


class Entry(NamedTuple):
    """A line of a section.

    ``label`` says who, what or when beside the text, ``items`` are the parts of a list, ``counted``
    ("4 of 4") and ``complete`` compare them with the number announced, ``why`` explains; ``span``
    and ``item_spans`` are the places in the source.
    """

    text: str
    label: str | None = None
    items: tuple[str, ...] = ()
    counted: str | None = None
    complete: bool | None = None
    why: str | None = None
    span: Span | None = None
    item_spans: tuple[Span, ...] = ()


class Section(NamedTuple):
    """A heading with its entries; ``name`` is the section's name on the command line."""

    name: str
    heading: str
    entries: tuple[Entry, ...]

    def distinct(self) -> tuple[Entry, ...]:
        """The entries without those that say what an earlier one says."""
        kept: dict[tuple[str, str], Entry] = {}
        for entry in self.entries:
            same_day = self.name == "dates" and entry.label
            text = "" if same_day else entry.text.casefold()
            kept.setdefault((text, entry.label or ""), entry)
        return tuple(kept.values())


def gist(entry: Entry) -> str:
    """An entry on one line, the items of a list behind what they are items of."""
    return f"{entry.text}: {'; '.join(entry.items)}" if entry.items else entry.text
