"""EPUB books: their chapters in the order of reading."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from summarize.errors import UnreadableError
from summarize.reading.archive import Archive
from summarize.reading.assembly import Assembly
from summarize.reading.expat import Attributes, Handler, parse
from summarize.reading.extracted import OURS, Extracted, Limits
from summarize.reading.hypertext import assemble, root_of
from summarize.reading.properties import read_properties

_CONTAINER = "META-INF/container.xml"
_PAGES = {"application/xhtml+xml", "text/html"}
_LOCKED = "META-INF/rights.xml"


def version() -> str:
    """Ours."""
    return OURS


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of all chapters of a book."""
    archive = Archive(data, max_bytes=limits.max_bytes)
    if _LOCKED in archive.names:
        raise UnreadableError("locked against copying; ask for it without")
    container = _Package()
    parse(archive.part(_CONTAINER), container)
    package = _Package()
    told = archive.part(container.package)
    parse(told, package)
    assembly = Assembly()
    for name in package.chapters(posixpath.dirname(container.package)):
        page = archive.optional(name)
        root = root_of(page) if page else None
        if root is not None:
            assemble(root, assembly)
    return assembly.extracted(read_properties(told))


class _Package(Handler):
    """What a book is made of, and where that is told."""

    def __init__(self) -> None:
        self.package = ""
        self._pages: dict[str, str] = {}
        self._order: list[str] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "rootfile" and not self.package:
            self.package = attributes.get("full-path", "")
        elif tag == "item" and attributes.get("media-type") in _PAGES:
            if "nav" not in attributes.get("properties", "").split():
                self._pages[attributes.get("id", "")] = attributes.get("href", "")
        elif tag == "itemref" and attributes.get("linear") != "no":
            self._order.append(attributes.get("idref", ""))

    def chapters(self, folder: str) -> list[str]:
        """The names of the parts that hold the chapters, each once."""
        pages = dict.fromkeys(self._pages[one] for one in self._order if one in self._pages)
        return [posixpath.normpath(posixpath.join(folder, unquote(page))) for page in pages]
