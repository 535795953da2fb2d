"""Styles and lists of OpenDocument texts: what stands before a paragraph, and what is hidden."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarize.reading.assembly import Numerals, bullet, numeral
from summarize.reading.expat import Attributes, Handler

_LONGEST_LINE = 20  # styles that are based on each other
_MOST_LEVELS = 10
_LISTS = {"list-style", "outline-style"}
_LEVELS = {
    "list-level-style-number",
    "list-level-style-bullet",
    "list-level-style-image",
    "outline-level-style",
}


@dataclass
class _Level:
    """How the items of a level are marked."""

    numerals: str = ""
    before: str = ""
    behind: str = ""
    start: int = 1
    shown: int = 1  # how many levels their number tells
    bullet: str = ""


@dataclass
class _Style:
    parent: str = ""
    hidden: bool = False


class StyleSheet(Handler):
    """The styles that a part of a document defines; several parts may be told to one."""

    def __init__(self) -> None:
        self.lists: dict[str, dict[int, _Level]] = {}
        self._styles: dict[str, _Style] = {}
        self._style = _Style()
        self._list: dict[int, _Level] | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        name = attributes.get("name", "")
        if tag == "style":
            self._style = self._styles[name] = _Style(attributes.get("parent-style-name", ""))
        elif tag == "text-properties":
            self._style.hidden |= attributes.get("display") == "none"
        elif tag in _LISTS:
            self._list = self.lists.setdefault("" if tag == "outline-style" else name, {})
        elif tag in _LEVELS and self._list is not None:
            self._list[_number(attributes.get("level", ""), 1)] = _Level(
                numerals=attributes.get("num-format", ""),
                before=attributes.get("num-prefix", ""),
                behind=attributes.get("num-suffix", ""),
                start=_number(attributes.get("start-value", ""), 1),
                shown=_number(attributes.get("display-levels", ""), 1),
                bullet=bullet(attributes.get("bullet-char", "•")) if "number" not in tag else "",
            )
            if tag == "outline-level-style":
                self._list[_number(attributes.get("level", ""), 1)].bullet = ""

    def end(self, tag: str) -> None:
        if tag in _LISTS:
            self._list = None
        elif tag == "style":
            self._style = _Style()

    def hidden(self, name: str) -> bool:
        """Whether text in this style is not shown."""
        return any(style.hidden for _, style in self._line(name))

    def names(self, name: str) -> set[str]:
        """The names of a style, of the one that it is made from, and so on."""
        line = self._line(name)
        return {name, *(own for own, _ in line), *(style.parent for _, style in line)}

    def _line(self, name: str) -> list[tuple[str, _Style]]:
        """A style, the one that it is made from, and so on."""
        line: list[tuple[str, _Style]] = []
        while name in self._styles and len(line) < _LONGEST_LINE:
            line.append((name, self._styles[name]))
            name = line[-1][1].parent
        return line


@dataclass
class _Open:
    """The lists that are open, one inside another: the style, and the count on each level."""

    styles: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    label: str = ""  # of the item whose first paragraph has not begun


class Lists:
    """Counts the items of lists."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._open = [_Open()]  # another one for each note, box and cell
        self._last: dict[str, int] = {}  # where the numbers of a style stopped
        self._headings: list[int] = []

    def suspend(self) -> None:
        """What follows stands in none of the lists that are open."""
        self._open.append(_Open())

    def resume(self) -> None:
        """The lists that were open go on."""
        if len(self._open) > 1:
            self._open.pop()

    def open_list(self, style: str, *, goes_on: bool) -> None:
        """A list begins, perhaps inside an item; without a style it has that of the outer one."""
        lists = self._open[-1]
        style = style or (lists.styles[-1] if lists.styles else "")
        lists.styles.append(style)
        start = self._level(style, len(lists.styles)).start
        lists.counts.append(self._last.get(style, start - 1) if goes_on else start - 1)

    def close_list(self) -> None:
        """A list ends."""
        lists = self._open[-1]
        if lists.styles:
            self._last[lists.styles.pop()] = lists.counts.pop()

    def open_item(self, start: str | None, *, counted: bool = True) -> None:
        """An item begins; its first paragraph gets the label."""
        lists = self._open[-1]
        lists.label = ""
        if not lists.styles or not counted:
            return
        lists.counts[-1] = _number(start or "", lists.counts[-1] + 1)
        lists.label = self._label(lists.styles[-1], lists.counts)

    def label(self) -> str:
        """What stands before the paragraph that begins."""
        label, self._open[-1].label = self._open[-1].label, ""
        return label

    def heading(self, level: int) -> str:
        """What stands before a heading of ``level``; counts it."""
        level = min(max(level, 1), _MOST_LEVELS)
        if not self._level("", level).numerals:
            return ""
        del self._headings[level:]
        while len(self._headings) < level:
            self._headings.append(self._level("", len(self._headings) + 1).start - 1)
        self._headings[-1] += 1
        return self._label("", self._headings)

    def _level(self, style: str, level: int) -> _Level:
        return self._sheet.lists.get(style, {}).get(level, _Level())

    def _label(self, style: str, counts: list[int]) -> str:
        own = self._level(style, len(counts))
        if own.bullet:
            return own.bullet
        if not own.numerals:
            return (own.before + own.behind).strip()
        told = []
        for level in range(max(len(counts) - own.shown, 0) + 1, len(counts) + 1):
            numerals = self._level(style, level).numerals
            if numerals:
                known = Numerals(numerals) if numerals in set(Numerals) else Numerals.DECIMAL
                told.append(numeral(max(counts[level - 1], 1), known))
        return f"{own.before}{'.'.join(told)}{own.behind}".strip()


def _number(written: str, otherwise: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 7 else otherwise
