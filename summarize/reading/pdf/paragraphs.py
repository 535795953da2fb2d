"""Lines of pages joined to paragraphs, by distance, indentation, fill and style."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from summarize.hyphenation import keeps_hyphen
from summarize.models import Span
from summarize.patterns import pattern
from summarize.reading.extracted import Extracted
from summarize.reading.pdf.lines import Line

_MARKED = pattern(
    r"(?:[-–—*•‣▪●○■□◦·\uf0a7\uf0b7]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[ivx]{1,5}[.)])\s+"
)
_BULLET = pattern(r"[*•‣▪●○■□◦\uf0a7\uf0b7]\s")
_SENTENCE_END = pattern(r"[.!?…:;][\"”’')\]]*\Z")
_PARTED = pattern(r"([^\W\d_]{1,40})[-\u00ad]\Z")
_FIRST_WORD = pattern(r"[^\W\d_]+")

_LOOSE = 1.25  # times the usual distance of lines: more is a gap
_FULL = 0.97  # of the width that a line and the next word exceed
_RAGGED = 0.75  # of it, where the line surely does not end a sentence
_LEAST_STEP = 0.3  # times the size: less is beside it on one line, such as the cells of a table
_INDENT = 0.7  # times the size
_EDGE = 0.15  # of the lines of a column begin at its left edge, the others are indented
_SAME_SIZE = 0.6  # points


class _Page(NamedTuple):
    """Lines of a page in their order, the column of each, and what is usual in the document."""

    lines: list[Line]
    columns: list[tuple[float, float]]


def joined(pages: list[list[Line]], beside: list[Line]) -> Extracted:
    """The text of the pages, a paragraph a line, and below it what stands ``beside`` the story."""
    writer = _Writer(_usual([*pages, beside]))
    for lines in pages:
        writer.page(_Page(lines, _columns(lines)))
    for line in beside:
        writer.aside(line)
    return writer.extracted()


class _Usual(NamedTuple):
    """What most lines of a document have in common."""

    style: tuple[int, bool]
    leading: float  # from line to line, in sizes


def _usual(pages: list[list[Line]]) -> _Usual:
    styles = Counter[tuple[int, bool]]()
    for page in pages:
        for line in page:
            styles[line.style] += len(line.text)
    style = styles.most_common(1)[0][0]
    steps = [
        (one.base - other.base) / max(one.size, 1.0)
        for page in pages
        for one, other in pairwise(page)
        if one.style == other.style == style and 0 < one.base - other.base < 4 * one.size
    ]
    steps.sort()  # where paragraphs are short, most of them are gaps
    return _Usual(style, min(steps[len(steps) // 5], 2.5) if steps else 1.2)


def _columns(lines: list[Line]) -> list[tuple[float, float]]:
    """For each line the left and right edge of the column that it stands in.

    A column is a run of lines of which each stands below the one before.
    """
    edges: list[tuple[float, float]] = []
    first = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and lines[number].base <= lines[number - 1].base + 1:
            continue
        run = lines[first:number]
        lefts = Counter(round(line.left) for line in run)
        usual = [left for left in lefts if lefts[left] + lefts[left + 1] >= _EDGE * len(run)]
        edge = min(usual or lefts)
        rights = sorted(line.right for line in run)
        right = rights[int(0.95 * (len(rights) - 1))]
        edges += [(float(edge), right)] * len(run)
        first = number
    return edges


class _Step(NamedTuple):
    """A line and the one before it, and what that tells of a paragraph that goes on."""

    before: Line
    line: Line
    edges: tuple[float, float]  # of the column
    elsewhere: bool  # whether the line stands on another page or in another column
    ended: bool  # whether the line before ends a sentence
    marked: bool  # whether the line has the marker of an item
    small: bool  # whether it begins with a small letter, which is no marker


def _step(before: Line, line: Line, edges: tuple[float, float], *, turned: bool) -> _Step:
    marked = bool(_MARKED.match(line.text))
    return _Step(
        before,
        line,
        edges,
        elsewhere=turned or line.base > before.base + 1,
        ended=bool(_SENTENCE_END.search(before.text)),
        marked=marked,
        small=line.text[0].islower() and not marked,
    )


class _Writer:
    """Writes paragraphs, and where the pages begin in them."""

    def __init__(self, usual: _Usual) -> None:
        self._usual = usual
        self._pieces: list[str] = []
        self._size = 0
        self._starts: list[int] = []
        self._last: Line | None = None
        self._last_edges = (0.0, 0.0)
        self._first: Line | None = None  # of the paragraph
        self._count = 0  # lines of the paragraph
        self._is_open = False  # a quotation in it
        self._asides: list[Span] = []

    def page(self, page: _Page) -> None:
        """Write the lines of a page."""
        turned = True
        for line, edges in zip(page.lines, page.columns, strict=True):
            self._line(line, edges, turned=turned)
            if turned:
                self._starts.append(self._size - len(line.text))
            turned = False
        if turned:
            self._starts.append(self._size)

    def aside(self, line: Line) -> None:
        """Write a line that is no part of the story."""
        self._write("\n\n" * bool(self._size))
        self._asides.append(Span(self._size, self._size + len(line.text)))
        self._write(line.text)

    def extracted(self) -> Extracted:
        """All that was written."""
        self._write("\n")
        text = "".join(self._pieces)
        return Extracted(text, asides=tuple(self._asides), pages=tuple(self._starts))

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._size += len(text)

    def _line(self, line: Line, edges: tuple[float, float], *, turned: bool) -> None:
        before, first = self._last, self._first
        if before is None or first is None:
            self._write(line.text)
        elif self._goes_on(_step(before, line, edges, turned=turned)):
            self._join(before, line)
            self._count += 1
            self._note_quotes(line)
            self._last, self._last_edges = line, edges
            return
        else:
            self._write("\n\n" + line.text)
        self._first, self._count = line, 1
        self._is_open = False
        self._note_quotes(line)
        self._last, self._last_edges = line, edges

    def _note_quotes(self, line: Line) -> None:
        """Keep whether a quotation is open behind ``line``."""
        turned = max(line.text.rfind("“"), line.text.rfind("”"))
        if turned >= 0:
            self._is_open = line.text[turned] == "“"
        elif line.text.count('"') % 2:
            self._is_open = not self._is_open

    def _join(self, before: Line, line: Line) -> None:
        """Write ``line`` behind the one before it, a word that was parted as one."""
        parted = _PARTED.search(before.text)
        word = _FIRST_WORD.match(line.text)
        if parted and word and not keeps_hyphen("", parted[1], word[0]):
            last = self._pieces[-1]
            self._pieces[-1] = last[:-1]
            self._size -= 1
        elif not (before.text.endswith("-") and before.text[-2:-1].isalnum()):
            self._write(" ")
        self._write(line.text)

    def _goes_on(self, step: _Step) -> bool:
        """Whether the line of ``step`` continues the paragraph."""
        if not self._is_near(step) or not self._is_alike(step):
            return False
        if self._is_heading(step.line) and not step.elsewhere:
            return step.before.text.isupper() == step.line.text.isupper() and not step.ended
        if step.marked and (step.ended or self._is_listed() or step.before.text.endswith(",")):
            return False
        return self._goes_on_elsewhere(step) if step.elsewhere else self._goes_on_below(step)

    def _is_near(self, step: _Step) -> bool:
        """Whether no gap parts the lines: neither a blank line nor one between two cells."""
        if step.elsewhere:
            return True
        down = (step.before.base - step.line.base) / max(step.line.size, 1.0)
        return _LEAST_STEP <= down <= _LOOSE * max(self._usual.leading, 1.0)

    def _is_alike(self, step: _Step) -> bool:
        """Whether the lines are set alike, but for words set in bold."""
        before, line = step.before, step.line
        if abs(before.size - line.size) > _SAME_SIZE or _BULLET.match(line.text):
            return False
        if self._is_heading(before) != self._is_heading(line):
            return False
        return before.bold == line.bold or step.small or (self._count == 1 and not step.ended)

    def _is_listed(self) -> bool:
        """Whether the paragraph is an item of a list."""
        return self._first is not None and bool(_MARKED.match(self._first.text))

    def _goes_on_elsewhere(self, step: _Step) -> bool:
        """Whether a paragraph goes on at the top of the next page or column."""
        if step.line.left - step.edges[0] > _INDENT * step.line.size:
            return step.small and not step.ended
        if step.ended and not self._is_open:
            return False
        return (step.small and not step.ended) or self._is_full(step.before, step.line, _RAGGED)

    def _goes_on_below(self, step: _Step) -> bool:
        """Whether a paragraph goes on in the line below."""
        if self._is_indented(step.line, step.edges):
            return False
        sure = step.small and not step.ended
        ends = step.ended or (self._is_listed() and self._count == 1)
        return self._is_full(step.before, step.line, _FULL if ends and not sure else _RAGGED)

    def _is_heading(self, line: Line) -> bool:
        return line.style != self._usual.style and (
            line.style[0] > self._usual.style[0] + 1 or line.bold > self._usual.style[1]
        )

    def _is_full(self, before: Line, line: Line, share: float) -> bool:
        """Whether the next word no longer fitted on the line before, or nearly so."""
        left, right = self._last_edges
        reach = before.right + 0.25 * line.size + line.starts - left
        return reach > share * (right - left)

    def _is_indented(self, line: Line, edges: tuple[float, float]) -> bool:
        """Whether the margin says that a paragraph begins."""
        before, first = self._last, self._first
        assert before is not None
        assert first is not None
        least = _INDENT * line.size
        hanging = self._count == 1 and bool(_MARKED.match(first.text))
        if line.left - before.left > least:
            return not hanging
        if before.left - line.left > least:
            return self._count > 1 or hanging
        if self._count == 1 and line.left - edges[0] > least:  # both are, so each may be a first
            return bool(_SENTENCE_END.search(before.text)) or not self._is_full(before, line, _FULL)
        return False
