"""Lines, and which of them go on where the one before was full."""

from collections import Counter
from typing import NamedTuple

from summarize.anatomy.furniture import opens_with
from summarize.models import Span
from summarize.patterns import pattern

# The characters str.splitlines breaks at; a line is kept without its outer white space.
_LINE = pattern(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_TAB = 8

_MARKED = pattern(r"(?:[-–—*•‣▪●○■□◦·o]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])\s+")
_UNFINISHED = pattern(r"[^\s.!?:;…\"”’')\]][\"”’')\]]*\Z|[,–-]\Z")
_SENTENCE_END = pattern(r"[.!?…:;][\"”’')\]]*\Z")
# "JAKARTA –", "BATAM, Indonesia, Oct. 9, 2024 (Antara) –"
_TOWN = pattern(r"[A-Z][A-Z./ -]{2,40}(?:[,(](?:[^.!?\n–—]|\.(?=\s\d)){1,50})?\s?(?:[–—-]|--)\s")
_ADDRESS = pattern(r"https?://|www\.|@")

_NARROWEST = 24  # columns; narrower lines are a list or verse
_WIDEST = 160  # columns; no page is set wider, so that a longer line is a paragraph of its own
_OUTLIER = 1.3  # times the median: a line that is longer was not wrapped with the others
_WIDE_SHARE = 0.15  # of the lines may be longer than the page, such as a headline or a link
_LEAST_REACH = 0.7  # of the width, which a ragged line and the next word exceed together
_OPENING = '“"'
_QUOTED_LINES = 12  # of a quotation at most
_FEWEST_WORDS = 3  # to tell the capitals of a headline by
_HEADLINE_CAPITALS = 0.85
_STORY_CAPITALS = 0.65
_SHORT_TITLE = 40  # characters: a subhead is a line of its own, and longer
_TITLE_WITHIN = 5  # lines
_LOOSE = 0.75  # of that are enough where a line surely does not end a sentence
_TOLERATED = 0.1  # of the lines that go on may be shorter than that


class Line(NamedTuple):
    """A line that holds more than white space, trimmed.

    ``indent`` is the column of its first character, ``gap`` the line ends since the line before.
    """

    start: int
    end: int
    indent: int
    gap: int

    @property
    def right(self) -> int:
        """The column where the line ends."""
        return self.indent + self.end - self.start

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` that hold more than white space."""
    lines: list[Line] = []
    before = 0
    for found in _LINE.finditer(text):
        line = found.group()
        trimmed = line.strip()
        if not trimmed:
            continue
        margin = line[: len(line) - len(line.lstrip())]
        start = found.start() + len(margin)
        between = text[before : found.start()]
        gap = max(between.count("\n"), between.count("\r"), 1) if lines else 0
        indent = len(margin.expandtabs(_TAB)) if "\t" in margin else len(margin)
        lines.append(Line(start, start + len(trimmed), indent, gap))
        before = lines[-1].end
    return lines


def continued_lines(text: str, lines: list[Line], letterheads: frozenset[str]) -> set[int]:
    """The numbers of the lines that continue the line before.

    Believed only where it shows: a page has a width, and lines that break off in the middle of a
    sentence are filled up to it, until the next word no longer fitted.
    """
    page = _Page.of(text, lines)
    if page is None:
        return set()
    return page.title_lines(letterheads) | page.continued()


class _Page(NamedTuple):
    """A page on which lines were wrapped."""

    text: str
    lines: list[Line]
    spacing: int  # line ends between two lines of a paragraph
    width: int
    reach: int  # what a full line and the word behind it exceed
    ragged: bool  # whether lines were broken before they were quite full
    gapless: bool  # whether neither blank lines nor the margin part the paragraphs
    marks: frozenset[tuple[str, int]]  # of the lists of lines: their kinds and numbers

    @classmethod
    def of(cls, text: str, lines: list[Line]) -> "_Page | None":
        """The page that ``lines`` were set on, None where they were not wrapped."""
        broken, spacing = _broken(text, lines)
        width = _width(lines, broken)
        reaches = sorted(_reach(text, lines, n) for n in broken)
        if width is None or not _are_full(reaches, width):
            return None
        reach = reaches[int(_TOLERATED * len(reaches))]
        reach = min(width + 1, max(reach, int(_LEAST_REACH * width)))
        margin = min(line.indent for line in lines)
        gapless = all(line.gap <= spacing and line.indent == margin for line in lines)
        told = (_mark(text, line) for line in lines)
        marks = frozenset((m.kind, m.value) for m in told if m and m.value is not None)
        page = cls(text, lines, spacing, width, reach, reaches[0] <= width, gapless, marks)
        filled = page.continued()
        return page if len(filled) <= 3 * len(filled.intersection(broken)) else None

    def continued(self) -> set[int]:
        """The lines that go on where the line before was full."""
        found: set[int] = set()
        first = 0  # of the paragraph
        for number in range(1, len(self.lines)):
            if self._goes_on(first, number):
                found.add(number)
            else:
                first = number
        return found

    def _goes_on(self, first: int, number: int) -> bool:
        """Whether a line continues the paragraph that begins with the line ``first``."""
        text, before, line = self.text, self.lines[number - 1], self.lines[number]
        reach = _reach(text, self.lines, number)
        ended = _ends_sentence(text, before)
        breaks_off = _breaks_off(text, before, line)
        if line.gap > self.spacing or reach < self._least_reach(ended=ended, breaks_off=breaks_off):
            return False
        if self._is_item(number) or self._is_indented(first, number):
            return False
        if breaks_off:
            return True
        if before.right > self.width + 2:  # only behind a link
            return bool(_ADDRESS.search(text, before.start, before.end)) and number > 1
        if self._begins_story(first, number) or (ended and self._opens_quotation(number)):
            return False
        return reach > self.width or not ended

    def _least_reach(self, *, ended: bool, breaks_off: bool) -> float:
        """What a line and the next word have to reach, for the paragraph to go on."""
        if breaks_off:
            return _LEAST_REACH * self.width
        return self.reach if ended or not self.ragged else _LOOSE * self.reach

    def _opens_quotation(self, number: int) -> bool:
        """Whether a line begins a paragraph by a quotation, where only that could tell it."""
        opening = self.text[self.lines[number].start] in _OPENING
        return self.gapless and opening and not self._is_open(number)

    def _begins_story(self, first: int, number: int) -> bool:
        """Whether a line is the first below a headline, by a dateline or by its capitals."""
        text, before, line = self.text, self.lines[number - 1], self.lines[number]
        if number > _TITLE_WITHIN:
            return False
        if _TOWN.match(text, line.start, line.end):
            return True
        if first:
            return False
        above = _capitals(before.span.of(text))
        return above >= _HEADLINE_CAPITALS and _capitals(line.span.of(text)) < _STORY_CAPITALS

    def _is_open(self, number: int) -> bool:
        """Whether a quotation is open where a line begins."""
        start = self.lines[max(0, number - _QUOTED_LINES)].start
        told = self.text[start : self.lines[number].start]
        return told.rfind("“") > told.rfind("”") or told.count('"') % 2 == 1

    def _is_item(self, number: int) -> bool:
        """Whether a line begins with the marker of a list and not with ``H. Budi`` or a dash.

        A number or letter belongs to a list of lines where the one before it opens a line too.
        """
        text, before, line = self.text, self.lines[number - 1], self.lines[number]
        mark = _mark(text, line)
        if mark is None:
            return False
        if mark.value is not None:
            beside = mark.value + (1 if mark.value == 1 else -1)
            return (mark.kind, beside) in self.marks
        if text[before.end - 1] == "," or _ends_sentence(text, before):
            return True
        around = (n for n in (number - 2, number - 1, number + 1, number + 2, number + 3))
        return any(0 <= n < len(self.lines) and _mark(text, self.lines[n]) == mark for n in around)

    def _is_indented(self, first: int, number: int) -> bool:
        """Whether the margin says that a paragraph begins."""
        begins, before, line = self.lines[first], self.lines[number - 1], self.lines[number]
        mark = _MARKED.match(self.text, begins.start, begins.end)
        hanging = begins.indent + len(mark.group()) if mark else 0
        if line.indent > before.indent + 1:
            return not (number == first + 1 and mark and line.indent <= hanging + 2)
        if line.indent < before.indent - 1:
            return number > first + 1 or bool(mark and not self.text[line.start].islower())
        return False

    def _ends_top(self, number: int) -> bool:
        """Whether the lines above are a block of their own on top."""
        line = self.lines[number]
        return line.gap > self.spacing or bool(_TOWN.match(self.text, line.start, line.end))

    def title_lines(self, letterheads: frozenset[str]) -> set[int]:
        """The lines that go on with the headline on top: it is set larger, so its lines are short.

        Known by the blank line below it, since a line of its own behind a headline has one above;
        by the dateline where there are no blank lines.
        """
        lines = self.lines
        last = next((n for n in range(1, len(lines)) if self._ends_top(n)), 0)
        if not 1 < last <= _TITLE_WITHIN:
            return set()
        short = all(line.right <= _SHORT_TITLE for line in lines[:last])
        if not short and lines[last].gap <= self.spacing:
            return set()
        return {number for number in range(1, last) if self._continues_title(number, letterheads)}

    def _continues_title(self, number: int, letterheads: frozenset[str]) -> bool:
        """Whether a line on top and the one before it can be one headline."""
        pair = [self.lines[n].span.of(self.text) for n in (number - 1, number)]
        if pair[0].isupper() != pair[1].isupper() or self._is_item(number):
            return False
        return not any(
            _SENTENCE_END.search(line) or opens_with(line, letterheads) or _ADDRESS.search(line)
            for line in pair
        )


def _broken(text: str, lines: list[Line]) -> tuple[list[int], int]:
    """The lines that surely go on in the middle of a sentence, and the line ends before most."""
    broken = [n for n in range(1, len(lines)) if _breaks_off(text, lines[n - 1], lines[n])]
    if not broken:
        return [], 1
    gaps = Counter(lines[n].gap for n in broken)
    spacing = min(gaps, key=lambda gap: (-gaps[gap], gap))
    if spacing > 1 and sum(line.gap < spacing for line in lines[1:]) > len(lines) // 10:
        spacing = 1
    return [n for n in broken if lines[n].gap <= spacing], spacing


def _width(lines: list[Line], broken: list[int]) -> int | None:
    """The width of the page, None where ``broken`` tell of none or too many lines exceed it."""
    if not broken:
        return None
    rights = sorted(lines[n - 1].right for n in broken)
    most = _OUTLIER * rights[len(rights) // 2]
    width = max(right for right in rights if right <= most)
    wider = sum(line.right > 1.1 * width for line in lines)
    if not _NARROWEST <= width <= _WIDEST or wider > max(1, _WIDE_SHARE * len(lines)):
        return None
    return width


def _are_full(reaches: list[int], width: int) -> bool:
    """Whether most lines are filled up to the width of the page."""
    full = sum(reach > _LEAST_REACH * width for reach in reaches)
    return full >= (1 - 2 * _TOLERATED) * len(reaches)


def _reach(text: str, lines: list[Line], number: int) -> int:
    """How far the line before ``number`` would go with the next word on it."""
    line = lines[number]
    word = text[line.start : min(line.end, line.start + 200)].split(maxsplit=1)[0]
    return lines[number - 1].right + 1 + len(word)


def _breaks_off(text: str, before: Line, line: Line) -> bool:
    """Whether a line surely goes on in the middle of a sentence."""
    if not text[line.start].islower() or _MARKED.match(text, line.start, line.end):
        return False
    return bool(_UNFINISHED.search(text, max(before.start, before.end - 4), before.end))


def _ends_sentence(text: str, line: Line) -> bool:
    return bool(_SENTENCE_END.search(text, max(line.start, line.end - 4), line.end))


class _Mark(NamedTuple):
    """The marker of a list: ``#.`` and 12 of ``12.``, ``•`` and None."""

    kind: str
    value: int | None


def _capitals(line: str) -> float:
    """The share of the longer words of a line that have a capital; headlines have many."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    if len(words) < _FEWEST_WORDS:
        return _STORY_CAPITALS
    return sum(word[0].isupper() for word in words) / len(words)


def _mark(text: str, line: Line) -> _Mark | None:
    """The marker that ``line`` begins with, None without one."""
    found = _MARKED.match(text, line.start, line.end)
    if not found:
        return None
    mark = found.group().strip()
    told = mark.strip("().")
    if told.isdigit():
        return _Mark(mark.replace(told, "#"), int(told))
    if len(told) == 1 and told.isalpha() and told != mark:
        return _Mark(mark.replace(told, "a" if told.islower() else "A"), ord(told.lower()) - 96)
    return _Mark("i" if told.isalpha() and told != mark else mark, None)
