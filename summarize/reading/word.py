"""Word documents: ``.docx`` and ``.docm``, by our own walk over their XML.

Kept are inserted text, the numbers of lists, the results of fields and the contents of controls;
dropped are deletions, hidden text, headers and footers, comments and the second copy that a text
box has for older programs.
"""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from summarize.models import Metadata
from summarize.reading.archive import Archive
from summarize.reading.assembly import Assembly
from summarize.reading.expat import Attributes, Handler, parse
from summarize.reading.extracted import OURS, Extracted, Limits
from summarize.reading.properties import read_properties
from summarize.reading.word_styles import Styles, is_on, read_styles

_DROPPED = {"del", "moveFrom", "Fallback", "rt"}
_CHANGED = {"rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "numberingChange"}

_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OPENED = {
    "txbxContent": Assembly.open_box,
    "tbl": Assembly.open_table,
    "tr": Assembly.open_row,
    "tc": Assembly.open_cell,
}


def version() -> str:
    """Ours."""
    return OURS


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a Word document."""
    archive = Archive(data, max_bytes=limits.max_bytes)
    main = _main_part(archive)
    related = _related(archive, main)
    styles = read_styles(
        archive.optional(related.get("styles", "")), archive.optional(related.get("numbering", ""))
    )
    story = _Body(styles)
    parse(archive.part(main), story)
    for kind in ("footnotes", "endnotes"):
        notes = archive.optional(related.get(kind, ""))
        if notes:
            story.assembly.open_note()
            parse(notes, _Notes(story))
            story.assembly.close_apart()
    return story.assembly.extracted(_metadata(archive))


class _Relations(Handler):
    """The parts that a part is related to, by kind."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets.setdefault(kind, attributes.get("Target", ""))


def _main_part(archive: Archive) -> str:
    return _related(archive, "").get("officeDocument", "word/document.xml")


def _related(archive: Archive, part: str) -> dict[str, str]:
    """The names of the parts that ``part`` is related to, by kind."""
    folder, name = posixpath.split(part)
    told = archive.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
    relations = _Relations()
    if told:
        parse(told, relations)
    return {
        kind: posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        for kind, target in relations.targets.items()
    }


def _metadata(archive: Archive) -> Metadata:
    properties = archive.optional(_related(archive, "").get("core-properties", ""))
    return read_properties(properties) if properties else Metadata()


class _Paragraph(NamedTuple):
    """What the properties of a paragraph say, as far as they have been read."""

    style: str = ""
    number: str | None = None
    level: int | None = None
    merged: bool = False  # the mark at its end is deleted: it goes on in the next


class _Body(Handler):
    """The main part of a document, or the notes."""

    def __init__(self, styles: Styles) -> None:
        self.assembly = Assembly()
        self._styles = styles
        self._paragraphs: list[_Paragraph] = []
        self._dropped = 0  # the depth inside of what is dropped
        self._properties: list[str] = []  # of a paragraph, a run or a control, innermost last
        self._hidden = False
        self._text = False
        self._fields: list[bool] = []  # those that are open, and whether their result has begun
        self._controls: list[bool] = []  # those that are open, and whether they only hold a hint

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._dropped or self._drops(tag):
            self._dropped += 1
        elif self._properties or tag in {"pPr", "rPr"}:
            self._properties.append(tag)
            self._property(tag, attributes)
        else:
            self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        if self._dropped:
            self._dropped -= 1
        elif self._properties:
            self._properties.pop()
        else:
            self._finish(tag)

    def text(self, data: str) -> None:
        if self._text and not self._dropped:
            self._write(data)

    def _drops(self, tag: str) -> bool:
        return tag in (_CHANGED if self._properties else _DROPPED)

    def _property(self, tag: str, attributes: Attributes) -> None:
        """A property of the paragraph or run that is open."""
        value = attributes.get("val", "")
        if self._properties[0] == "rPr":
            if tag == "vanish":
                self._hidden = is_on(value)
            elif tag == "rStyle":
                self._hidden |= self._styles.hidden(value)
        elif not self._paragraphs:
            return
        elif tag == "pStyle":
            self._set(self._paragraphs[-1]._replace(style=value))
        elif tag == "numId":
            self._set(self._paragraphs[-1]._replace(number=value))
        elif tag == "ilvl" and value.isdecimal():
            self._set(self._paragraphs[-1]._replace(level=int(value)))
        elif tag == "del" and "rPr" in self._properties:
            self._set(self._paragraphs[-1]._replace(merged=True))

    def _set(self, paragraph: _Paragraph) -> None:
        self._paragraphs[-1] = paragraph

    def _begin(self, tag: str, attributes: Attributes) -> None:
        match tag:
            case "p":
                self._paragraphs.append(_Paragraph())
                if len(self._paragraphs) > 1 or not self.assembly.open:
                    self.assembly.open_paragraph()
            case "r":
                style = self._paragraphs[-1].style if self._paragraphs else ""
                self._hidden = self._styles.hidden(style)
            case "t":
                self._text = True
            case "sym":
                self._write(_symbol(attributes.get("char", "")))
            case "fldChar":
                self._field(attributes.get("fldCharType", ""))
            case "sdt":
                self._controls.append(False)
            case "showingPlcHdr" if self._controls:
                self._controls[-1] = is_on(attributes.get("val", ""))
            case _ if tag in _CHARACTERS:
                self._write(_CHARACTERS[tag])
            case _ if tag in _OPENED:
                _OPENED[tag](self.assembly)

    def _finish(self, tag: str) -> None:
        assembly = self.assembly
        match tag:
            case "p" if self._paragraphs:
                self._close(self._paragraphs.pop())
            case "t":
                self._text = False
            case "sdt" if self._controls:
                self._controls.pop()
            case "txbxContent" | "tc":
                assembly.close_apart()
            case "tbl":
                assembly.close_table()

    def _close(self, paragraph: _Paragraph) -> None:
        styles, style = self._styles, paragraph.style
        if paragraph.merged:
            self.assembly.close_paragraph(goes_on=True)
            return
        self.assembly.close_paragraph(
            styles.label(style, paragraph.number, paragraph.level),  # empty ones count too
            one_line=styles.is_heading(style),
            aside=styles.is_aside(style),
        )

    def _write(self, text: str) -> None:
        in_command = not all(self._fields)
        if not (self._hidden or in_command or any(self._controls)):
            self.assembly.write(text)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


class _Notes(Handler):
    """Footnotes, without the lines that separate them from the text."""

    def __init__(self, body: _Body) -> None:
        self._body = body
        self._skipped = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        separator = tag in {"footnote", "endnote"} and attributes.get("type", "normal") != "normal"
        if self._skipped or separator:
            self._skipped += 1
        else:
            self._body.start(tag, attributes)

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._body.end(tag)

    def text(self, data: str) -> None:
        if not self._skipped:
            self._body.text(data)


def _symbol(code: str) -> str:
    """The character of a symbol font, if it is the same in others."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return "•" if point == 0xF0B7 else "" if point >= 0xD800 else chr(point)
