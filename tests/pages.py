"""An HTML page taken apart for tests: its elements, links, and the text behind each link."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

PLACE = re.compile(r"#[tr]\d*-\d+-\d+")
VOID = {"meta", "input", "rect"}


@dataclass
class Element:
    """An element with the text in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Page(HTMLParser):
    """All elements of a page in order, each with its text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(source)
        self.close()
        assert not self._open, [element.tag for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if self._open:
            self._open[-1].children.append(element)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert self._open[-1].tag == tag, (self._open[-1].tag, tag)
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, class_: str | None = None) -> list[Element]:
        return [e for e in self.elements if e.tag == tag and (not class_ or class_ in e.classes)]

    def one(self, tag: str, class_: str | None = None) -> Element:
        (element,) = self.all(tag, class_)
        return element

    def links(self) -> list[Element]:
        """The links to a place in the full text."""
        return [e for e in self.all("a") if PLACE.fullmatch(e.attributes["href"])]

    def behind(self, link: Element) -> str:
        """The text that a link points to, put together from its pieces."""
        place = link.attributes["href"].removeprefix("#")
        first, *more = [e for e in self.all("span") if e.attributes.get("id") == place]
        assert not more
        rest = [e for e in self.all("span") if e.attributes.get("data-rest") == place]
        return first.text + "".join(element.text for element in rest)
