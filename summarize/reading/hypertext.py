"""All text of a piece of HTML, block by block: of a mail or a book, which hold no menus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarize.patterns import pattern
from summarize.reading.assembly import Assembly, Numerals, numeral

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NOT_SHOWN = """
    button datalist embed head iframe input math noscript object option rt script select style
    svg template textarea title
"""
_APART = """
    address article aside blockquote body center dd details dialog div dl dt fieldset figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav p pre section summary ul ol
"""
_SKIPPED, _BLOCKS = frozenset(_NOT_SHOWN.split()), frozenset(_APART.split())
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_ASIDES = {"figcaption", "caption"}
_QUOTED = pattern(
    r"\b(?:gmail_quote|gmail_attr|gmail_signature|moz-cite-prefix|moz-signature|yahoo_quoted"
    r"|protonmail_quote|OutlookMessageHeader)\b"
)
_HIDDEN = pattern(r"(?:display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all)")
_SPACE = pattern(r"[ \t\r\n\f]+")
_STARTS = {kind.value: kind for kind in Numerals}


def root_of(data: bytes | str) -> Element | None:
    """The root of the tree in ``data``; libxml2 mends what is broken and cuts what is too deep."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def assemble(root: Element, assembly: Assembly) -> None:
    """Put the text below ``root`` into ``assembly``."""
    walk = _Walk(assembly)
    for element, opens in _events(root, walk):
        if opens:
            walk.open(element)
        else:
            walk.close(element)
    walk.end_paragraph()


def _events(root: Element, walk: _Walk) -> Iterator[tuple[Element, bool]]:
    """Each element that is shown twice, when it begins and when it ends, with no recursion."""
    stack: list[tuple[Element, bool]] = [(root, True)]
    while stack:
        element, opens = stack.pop()
        if opens and walk.skips(element):
            walk.text(element.tail if element is not root else None)
            continue
        yield element, opens
        if opens:
            stack.append((element, False))
            stack += ((child, True) for child in reversed(element))
        elif element is not root:
            walk.text(element.tail)


class _Walk:
    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._open = False  # whether a paragraph is open
        self._spaced = True
        self._label = ""
        self._lists: list[tuple[Numerals | None, int]] = []
        self._aside = self._verbatim = 0
        self._heading = False

    def skips(self, element: Element) -> bool:
        """Whether an element is not shown."""
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            return True
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        return hidden or bool(_HIDDEN.search(element.get("style", "")))

    def open(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS or tag in _ASIDES:
            self.end_paragraph()
        self._aside += _is_aside(element)
        match tag:
            case "br":
                self._write("\n")
            case "ol" | "ul":
                self._lists.append(_list(element))
            case "li":
                self._label = self._next(element)
            case "pre":
                self._verbatim += 1
            case "table":
                self.end_paragraph()
                self._assembly.open_table()
            case "tr":
                self._assembly.open_row()
            case "td" | "th":
                self._assembly.open_cell()
        self._heading = tag in _HEADINGS or (self._heading and tag not in _BLOCKS)
        self.text(element.text)

    def close(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS or tag in _ASIDES or tag in {"td", "th", "table"}:
            self.end_paragraph()
        self._aside -= _is_aside(element)
        match tag:
            case "ol" | "ul" if self._lists:
                self._lists.pop()
            case "li":
                self._label = ""
            case "pre":
                self._verbatim -= 1
            case "td" | "th":
                self._assembly.close_apart()
            case "table":
                self._assembly.close_table()

    def text(self, text: str | None) -> None:
        if not text:
            return
        if not self._verbatim:
            text = _SPACE.sub(" ", text)
            if self._spaced:
                text = text.removeprefix(" ")
        if text:
            self._write(text)

    def end_paragraph(self) -> None:
        """What was written is a paragraph."""
        if self._open:
            self._assembly.close_paragraph(
                self._label, aside=self._aside > 0, one_line=self._heading
            )
            self._label = ""
        self._open, self._spaced, self._heading = False, True, False

    def _write(self, text: str) -> None:
        if not self._open and text.isspace():
            return
        if not self._open:
            self._assembly.open_paragraph()
            self._open = True
        self._spaced = text[-1].isspace()
        self._assembly.write(text)

    def _next(self, item: Element) -> str:
        """The label of an item."""
        numerals, count = self._lists.pop() if self._lists else (None, 0)
        count = _number(item.get("value", ""), count + 1)
        self._lists.append((numerals, count))
        return f"{numeral(count, numerals)}." if numerals else "•"


def _is_aside(element: Element) -> bool:
    if element.tag in _ASIDES or element.get("type") == "cite":
        return True
    told = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_QUOTED.search(told))


def _list(element: Element) -> tuple[Numerals | None, int]:
    """The numerals of a list, None where it has none, and the number before its first."""
    if element.tag == "ul":
        return None, 0
    kind = _STARTS.get(element.get("type", ""), Numerals.DECIMAL)
    return kind, _number(element.get("start", ""), 1) - 1


def _number(written: str, otherwise: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 7 else otherwise
