"""Styles and numbering of Word documents: what stands before a paragraph, and what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarize.patterns import pattern
from summarize.reading.assembly import Numerals, bullet, numeral
from summarize.reading.expat import Attributes, Handler, parse

_NUMERALS = {
    "decimalZero": Numerals.PADDED,
    "lowerLetter": Numerals.LOWER_LETTER,
    "upperLetter": Numerals.UPPER_LETTER,
    "lowerRoman": Numerals.LOWER_ROMAN,
    "upperRoman": Numerals.UPPER_ROMAN,
}
_PLACE = pattern(r"%(\d)")
_LEVELS = 9
_HEADING = pattern(r"(?:title|subtitle|heading \d)\Z")
_ASIDE = pattern(r"(?:caption|toc \d|toc heading)\Z")
_LONGEST_LINE = 20  # styles that are based on each other


def is_on(value: str) -> bool:
    """Whether a property that is there is on; it may be there to turn it off."""
    return value not in {"0", "false", "off", "none"}


@dataclass
class _Style:
    name: str = ""
    based_on: str = ""
    number: str | None = None
    level: int | None = None
    hidden: bool = False


@dataclass
class _Level:
    """How the items of a level are marked."""

    numerals: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False  # all numbers of it in digits
    restart: int | None = None


@dataclass
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    link: str = ""  # the style whose list it stands for


@dataclass
class _Number:
    list_id: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Styles:
    """The styles and lists of a document; counts the items that have been labelled."""

    def __init__(self) -> None:
        self.styles: dict[str, _Style] = {}
        self.default = ""
        self.lists: dict[str, _List] = {}
        self.numbers: dict[str, _Number] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def hidden(self, style: str) -> bool:
        """Whether text in this style is not shown."""
        return any(one.hidden for one in self._line(style))

    def is_heading(self, style: str) -> bool:
        """Whether this is the style of a title or heading."""
        return any(_HEADING.match(one.name) for one in self._line(style))

    def is_aside(self, style: str) -> bool:
        """Whether this is the style of a caption or of a table of contents."""
        return any(_ASIDE.match(one.name) for one in self._line(style))

    def label(self, style: str, number: str | None, level: int | None) -> str:
        """What stands before a paragraph with these properties; counts it."""
        for one in self._line(style or self.default):
            if number is None:
                number = one.number
            if level is None:
                level = one.level
        if number is None or number == "0" or number not in self.numbers:
            return ""
        return self._counted(number, min(level or 0, _LEVELS - 1))

    def _line(self, style: str) -> list[_Style]:
        """A style, the one that it is based on, and so on."""
        line: list[_Style] = []
        while style in self.styles and len(line) < _LONGEST_LINE:
            line.append(self.styles[style])
            style = line[-1].based_on
        return line

    def _counted(self, number: str, level: int) -> str:
        used = self.numbers[number]
        list_id = self._linked(used.list_id)
        levels = {**self.lists[list_id].levels, **used.levels} if list_id in self.lists else {}
        if level not in levels:
            return ""
        counts = self._counts.setdefault(list_id, {})
        if number not in self._begun:
            self._begun.add(number)
            for place, start in used.starts.items():
                counts[place] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [place for place in counts if place > level]:
            if levels.get(deeper, _Level()).restart != 0:
                del counts[deeper]
        return _label(levels, counts, level)

    def _linked(self, list_id: str) -> str:
        """The list that is meant: one may only name the style that has it."""
        link = self.lists[list_id].link if list_id in self.lists else ""
        number = self.styles[link].number if link in self.styles else None
        return self.numbers[number].list_id if number in self.numbers else list_id


def _label(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    own = levels[level]
    if own.numerals == "bullet":
        return bullet(own.text) if own.text else ""
    if own.numerals == "none":
        return _PLACE.sub("", own.text).strip()

    def count(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        shown = levels.get(place, _Level())
        kind = "decimal" if own.legal else shown.numerals
        numerals = _NUMERALS.get(kind, Numerals.DECIMAL)
        return numeral(counts.get(place, shown.start), numerals)

    return _PLACE.sub(count, own.text).strip()


def read_styles(styles: bytes | None, numbering: bytes | None) -> Styles:
    """The styles and lists told by two parts of a document, either of which may lack."""
    read = Styles()
    if styles:
        parse(styles, _StyleSheet(read))
    if numbering:
        parse(numbering, _Numbering(read))
    return read


class _StyleSheet(Handler):
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._style: _Style | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        style = self._style
        if tag == "style":
            self._style = style = _Style()
            name = attributes.get("styleId", "")
            self._styles.styles[name] = style
            if attributes.get("type") == "paragraph" and is_on(attributes.get("default", "0")):
                self._styles.default = name
        elif style is None:
            return
        elif tag == "name":
            style.name = value.lower()
        elif tag == "basedOn":
            style.based_on = value
        elif tag == "numId":
            style.number = value
        elif tag == "ilvl" and value.isdecimal():
            style.level = int(value)
        elif tag == "vanish":
            style.hidden = is_on(value)

    def end(self, tag: str) -> None:
        if tag == "style":
            self._style = None


class _Numbering(Handler):
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._list: _List | None = None
        self._number: _Number | None = None
        self._level: _Level | None = None
        self._place = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        match tag:
            case "abstractNum":
                self._list = self._styles.lists.setdefault(
                    attributes.get("abstractNumId", ""), _List()
                )
            case "num":
                self._number = self._styles.numbers.setdefault(
                    attributes.get("numId", ""), _Number()
                )
            case "abstractNumId" if self._number:
                self._number.list_id = value
            case "numStyleLink" if self._list:
                self._list.link = value
            case "lvlOverride":
                self._place = _number(attributes.get("ilvl", ""), 0)
            case "startOverride" if self._number:
                self._number.starts[self._place] = _number(value, 1)
            case "lvl":
                self._level = _Level()
                owner = self._number or self._list
                if owner:
                    owner.levels[_number(attributes.get("ilvl", ""), 0)] = self._level
            case _ if self._level:
                self._property(self._level, tag, value)

    def end(self, tag: str) -> None:
        match tag:
            case "abstractNum":
                self._list = None
            case "num":
                self._number = None
            case "lvl":
                self._level = None

    def _property(self, level: _Level, tag: str, value: str) -> None:
        match tag:
            case "numFmt":
                level.numerals = value
            case "lvlText":
                level.text = value
            case "start":
                level.start = _number(value, 1)
            case "isLgl":
                level.legal = is_on(value)
            case "lvlRestart":
                level.restart = _number(value, 1)


def _number(written: str, otherwise: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 7 else otherwise
