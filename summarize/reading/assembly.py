"""Paragraphs, tables, notes and text boxes of an office document put into one text.

Notes and text boxes stand inside the paragraphs that they belong to; here they are taken out of
them and follow the story. A table becomes a line for each row, unless it only serves the layout.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from summarize.models import Metadata
from summarize.reading.extracted import Extracted, Story

_LETTER = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_PROSE = 200  # characters of a cell from which on it is no figure or name, but text


class Numerals(StrEnum):
    """How the number of a list item is written."""

    DECIMAL = "1"
    PADDED = "01"
    LOWER_LETTER = "a"
    UPPER_LETTER = "A"
    LOWER_ROMAN = "i"
    UPPER_ROMAN = "I"


def numeral(value: int, numerals: Numerals) -> str:
    """``value`` as it is written.

    >>> numeral(28, Numerals.LOWER_LETTER), numeral(4, Numerals.UPPER_ROMAN)
    ('bb', 'IV')
    """
    if numerals is Numerals.PADDED:
        return f"{value:02}"
    if numerals is Numerals.DECIMAL or not 0 < value < 4_000:
        return str(value)
    if numerals in (Numerals.LOWER_LETTER, Numerals.UPPER_LETTER):
        written = _LETTER[(value - 1) % 26] * ((value - 1) // 26 + 1)
    else:
        written = ""
        for worth, sign in _ROMAN:
            written += value // worth * sign
            value %= worth
    return written if numerals.islower() else written.upper()


def bullet(sign: str) -> str:
    """``sign`` as a bullet that a text can show: symbol fonts have theirs in private places.

    >>> bullet("\\uf0b7"), bullet("o"), bullet("-")
    ('•', '•', '-')
    """
    sign = sign.strip()
    if not sign or sign in "o§" or any("\ue000" <= letter <= "\uf8ff" for letter in sign):
        return "•"
    return sign


class _Block(NamedTuple):
    text: str
    item: bool = False
    aside: bool = False


class _Table(NamedTuple):
    rows: list[list[list[_Block]]]

    @property
    def layout(self) -> bool:
        """Whether it only puts text in its place: one column, or cells of several sentences."""
        cells = [cell for row in self.rows for cell in row if cell]
        if all(sum(map(bool, row)) <= 1 for row in self.rows):
            return True
        return any(
            len(cell) > 1 and sum(len(block.text) for block in cell if not block.aside) > _PROSE
            for cell in cells
        )


class Assembly:
    """Takes what stands in a document in its order; gives the text in a reader's order."""

    def __init__(self) -> None:
        self._story: list[_Block] = []
        self._notes: list[_Block] = []
        self._boxes: list[_Block] = []
        self._into = [self._story]  # where paragraphs go: the story, or a cell, note or box in it
        self._written: list[list[str]] = []  # the paragraphs that are open, one inside another
        self._tables: list[_Table] = []

    def open_paragraph(self) -> None:
        """A paragraph begins, perhaps in a note or box inside another one."""
        self._written.append([])

    def write(self, text: str) -> None:
        """Text of the paragraph that was opened last; outside of all it is white space."""
        if self._written:
            self._written[-1].append(text)

    def close_paragraph(
        self,
        label: str = "",
        *,
        goes_on: bool = False,
        one_line: bool = False,
        aside: bool = False,
    ) -> None:
        """A paragraph ends: an item of a list with a ``label``; or ``goes_on`` in the next.

        ``one_line`` says that breaks of its lines mean nothing, as in a headline.
        """
        if not self._written:
            return
        text = "".join(self._written.pop())
        if goes_on:
            self._written.append([text])
            return
        text = " ".join(text.split()) if one_line else text.strip()
        if text:
            self._into[-1].append(_Block(f"{label} {text}".lstrip(), bool(label), aside))

    @property
    def open(self) -> bool:
        """Whether a paragraph is open that goes on in the next."""
        return bool(self._written)

    def open_note(self) -> None:
        """What follows stands in a footnote, behind the story."""
        self._into.append(self._notes)

    def open_box(self) -> None:
        """What follows stands in a text box, behind the story."""
        self._into.append(self._boxes)

    def close_apart(self) -> None:
        """A note or box ends."""
        if len(self._into) > 1:
            self._into.pop()

    def open_table(self) -> None:
        """A table begins."""
        self._tables.append(_Table([]))

    def open_row(self) -> None:
        """A row of the table begins."""
        if self._tables:
            self._tables[-1].rows.append([])

    def open_cell(self) -> None:
        """A cell of the row begins."""
        cell: list[_Block] = []
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append(cell)
        self._into.append(cell)

    def close_table(self) -> None:
        """A table ends: it is put in as rows, or as the paragraphs of its cells."""
        if not self._tables:
            return
        table = self._tables.pop()
        into = self._into[-1]
        if table.layout:
            into += (block for row in table.rows for cell in row for block in cell)
            return
        for row in table.rows:
            cells = (" ".join(" ".join(block.text.split()) for block in cell) for cell in row)
            into.append(_Block("\t".join(cells), item=True, aside=True))

    def extracted(
        self,
        metadata: Metadata = Metadata(),  # noqa: B008 - immutable
        *,
        warnings: tuple[str, ...] = (),
    ) -> Extracted:
        """The text: the story, then the boxes, then the notes.

        What stands in boxes is aside, unless the document is made of them.
        """
        while self._written:  # of a document that breaks off
            self.close_paragraph()
        story = Story()
        boxed = _size(self._boxes) > _size(self._story)
        item = False
        for blocks, aside in ((self._story, False), (self._boxes, not boxed), (self._notes, True)):
            for block in blocks:
                story.add(block.text, aside=aside or block.aside, close=item and block.item)
                item = block.item
        return story.extracted(metadata, warnings=warnings)


def _size(blocks: list[_Block]) -> int:
    return sum(len(block.text) for block in blocks)
