"""OpenDocument texts: ``.odt`` and, in one piece, ``.fodt``, by our own walk over their XML.

Kept are the numbers of lists and the contents of fields; dropped are deletions, which stand apart
from the text, hidden text, comments, headers and footers.
"""

from __future__ import annotations

from summarize.errors import UnreadableError
from summarize.models import Metadata
from summarize.patterns import pattern
from summarize.reading.archive import Archive
from summarize.reading.assembly import Assembly
from summarize.reading.expat import Attributes, Handler, parse
from summarize.reading.extracted import OURS, Extracted, Limits
from summarize.reading.opendocument_styles import Lists, StyleSheet
from summarize.reading.properties import read_properties

_ZIP = b"PK\x03\x04"
_DROPPED = {
    "tracked-changes",
    "annotation",
    "note-citation",
    "hidden-text",
    "ruby-text",
    "forms",
    "event-listeners",
    "title",  # of a drawing, for those who cannot see it
    "desc",
    "script",
    "binary-data",
    "master-styles",  # with the headers and footers
    "meta",
    "settings",
    "scripts",
}
_ASIDE = {"table-of-content", "alphabetical-index", "illustration-index", "table-index"}
_CAPTIONS = {"Caption", "Illustration", "Figure", "Drawing", "Table"}
_CHARACTERS = {"tab": "\t", "line-break": "\n"}
_OPENED = {
    "note-body": Assembly.open_note,
    "text-box": Assembly.open_box,
    "table": Assembly.open_table,
    "table-row": Assembly.open_row,
    "table-cell": Assembly.open_cell,
    "covered-table-cell": Assembly.open_cell,
}
_APART = {"note-body", "text-box", "table-cell", "covered-table-cell"}  # with lists of their own
_SPACE = pattern(r"[ \t\r\n]+")
_MOST_SPACES = 1_000


def version() -> str:
    """Ours."""
    return OURS


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of an OpenDocument text."""
    sheet = StyleSheet()
    if not data.lstrip().startswith(_ZIP):
        parse(data, sheet)
        story = _Body(sheet)
        parse(data, story)
        return story.assembly.extracted(read_properties(data))
    archive = Archive(data, max_bytes=limits.max_bytes)
    manifest = archive.optional("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise UnreadableError("locked with a password; save it without")
    styles, content = archive.optional("styles.xml"), archive.part("content.xml")
    for part in (styles, content):
        if part:
            parse(part, sheet)
    story = _Body(sheet)
    parse(content, story)
    told = archive.optional("meta.xml")
    return story.assembly.extracted(read_properties(told) if told else Metadata())


class _Body(Handler):
    """The text of a document; white space in it counts as in a web page."""

    def __init__(self, sheet: StyleSheet) -> None:
        self.assembly = Assembly()
        self._sheet = sheet
        self._lists = Lists(sheet)
        self._dropped = 0
        self._body = 0  # how deep inside of the text
        self._aside = 0  # how deep inside of a table of contents
        self._open: list[tuple[str, str]] = []  # paragraphs: style and label
        self._hidden: list[bool] = []  # of spans and sections that are open
        self._spaced = [True]  # whether white space was written last, of each paragraph

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._dropped or (tag in _DROPPED and (self._body or tag != "title")):
            self._dropped += 1
        elif tag == "body":
            self._body += 1
        elif self._body:
            self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        if self._dropped:
            self._dropped -= 1
        elif tag == "body":
            self._body -= 1
        elif self._body:
            self._finish(tag)

    def text(self, data: str) -> None:
        if self._dropped or not self._open:
            return
        data = _SPACE.sub(" ", data)
        if self._spaced[-1]:
            data = data.removeprefix(" ")
        if data:
            self._write(data)

    def _write(self, text: str) -> None:
        self._spaced[-1] = text[-1].isspace()
        if not any(self._hidden):
            self.assembly.write(text)

    def _begin(self, tag: str, attributes: Attributes) -> None:
        style = attributes.get("style-name", "")
        match tag:
            case "p" | "h":
                level = _level(attributes) if tag == "h" else None
                self._open_paragraph(style, level)
            case "span" | "section":
                display = attributes.get("display") == "none"
                self._hidden.append(display or self._sheet.hidden(style))
            case "s":
                self._write(" " * min(_number(attributes.get("c", "1")), _MOST_SPACES))
            case "list":
                self._lists.open_list(style, goes_on=_goes_on(attributes))
            case "list-item":
                self._lists.open_item(attributes.get("start-value"))
            case "list-header":
                self._lists.open_item(None, counted=False)
            case _ if tag in _CHARACTERS:
                self._write(_CHARACTERS[tag])
            case _ if tag in _OPENED:
                _OPENED[tag](self.assembly)
                if tag in _APART:
                    self._lists.suspend()
            case _ if tag in _ASIDE:
                self._aside += 1

    def _open_paragraph(self, style: str, level: int | None) -> None:
        """Open a paragraph, or a heading of a level."""
        label = self._lists.label()
        if level is not None:
            label = label or self._lists.heading(level)
        self._open.append((style, label))
        self._spaced.append(True)
        self._hidden.append(self._sheet.hidden(style))
        self.assembly.open_paragraph()

    def _finish(self, tag: str) -> None:
        assembly = self.assembly
        match tag:
            case "p" | "h" if self._open:
                style, label = self._open.pop()
                self._spaced.pop()
                self._hidden.pop()
                caption = not _CAPTIONS.isdisjoint(self._sheet.names(style))
                assembly.close_paragraph(
                    label, one_line=tag == "h", aside=caption or self._aside > 0
                )
            case "span" | "section" if self._hidden:
                self._hidden.pop()
            case "list":
                self._lists.close_list()
            case _ if tag in _APART:
                assembly.close_apart()
                self._lists.resume()
            case "table":
                assembly.close_table()
            case _ if tag in _ASIDE:
                self._aside -= 1


def _level(attributes: Attributes) -> int:
    return _number(attributes.get("outline-level", "1"))


def _goes_on(attributes: Attributes) -> bool:
    """Whether the numbers of a list go on from one before."""
    return attributes.get("continue-numbering") == "true" or "continue-list" in attributes


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 7 else 1
