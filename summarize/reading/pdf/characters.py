"""The characters of a page, put together to lines by where they stand."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import isfinite
from statistics import median
from typing import Any, NamedTuple

from pypdfium2 import raw

from summarize.reading.pdf.lines import Line

_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # what pdfium makes of one that parts a word
_NO_TEXT = frozenset({0, 0xFFFF, 0xFFFD})
_SAME_LINE = 0.35  # of the size: superscripts stand that high
_WIDE = 2.2  # times the size: such a gap parts columns or cells
_BOLD = 600  # the weight of letters from which on they are bold
_UPRIGHT = 0.1  # radians: text that is turned is a stamp or stands at the edge


class _Glyph(NamedTuple):
    """A character that is seen."""

    text: str
    left: float
    right: float
    base: float
    size: float
    place: int


def lines_of(page: Any) -> list[Line]:
    """The lines of a page's text, in the order in which they were drawn."""
    runs: list[list[_Glyph]] = []
    spaced = False
    for glyph in _glyphs(page):
        if glyph is None:
            spaced = True
        elif runs and _goes_on(runs[-1], glyph):
            last = runs[-1][-1]
            if (spaced or glyph.left - last.right > 0.2 * glyph.size) and last.text != " ":
                runs[-1].append(last._replace(text=" ", left=last.right, right=glyph.left))
            runs[-1].append(glyph)
            spaced = False
        else:
            runs.append([glyph])
            spaced = False
    return [_line(page, run) for run in _beside(runs)]


def _glyphs(page: Any) -> Iterator[_Glyph | None]:
    """The characters that are seen in the order of the page; None for what is white space."""
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index, character in _characters(page):
        if not character or character.isspace():
            yield None
            continue
        if abs(raw.FPDFText_GetCharAngle(page, index)) % 6.2832 > _UPRIGHT:
            continue
        if not raw.FPDFText_GetLooseCharBox(page, index, box):  # as wide as it was set, not drawn
            continue
        if not raw.FPDFText_GetCharOrigin(page, index, x, y):
            continue
        glyph = _Glyph(
            character, box.left, box.right, y.value, raw.FPDFText_GetFontSize(page, index), index
        )
        if all(map(isfinite, glyph[1:])):  # a broken matrix puts letters nowhere
            yield glyph


def _characters(page: Any) -> Iterator[tuple[int, str]]:
    """The characters of a page by their places, empty for what is no text."""
    pair = 0
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:
            pair = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, pair = (0x10000 + ((pair - 0xD800) << 10) + code - 0xDC00 if pair else 0), 0
        yield index, _HYPHENS.get(code) or (chr(code) if code not in _NO_TEXT else "")


def _goes_on(run: list[_Glyph], glyph: _Glyph) -> bool:
    """Whether ``glyph`` stands behind a run, on its line."""
    last = run[-1]
    if glyph.place == last.place + 1 and glyph[1:4] == last[1:4]:
        return True  # the letters of a ligature, each of which has the box of all
    size = max(last.size, glyph.size, 1.0)
    return (
        abs(glyph.base - run[0].base) < _SAME_LINE * size
        and -0.5 * size < glyph.left - last.right < _WIDE * size
    )


def _beside(runs: list[list[_Glyph]]) -> list[list[_Glyph]]:
    """The runs, where several make one line put together: words are often drawn one by one."""
    whole: list[list[_Glyph]] = []
    for run in runs:
        if whole and _goes_on(whole[-1], run[0]):
            last = whole[-1][-1]
            whole[-1].append(last._replace(text=" ", left=last.right, right=run[0].left))
            whole[-1] += run
        else:
            whole.append(run)
    return whole


def _line(page: Any, run: list[_Glyph]) -> Line:
    text = "".join(glyph.text for glyph in run)
    word = len(text.split(" ", 1)[0])
    told = [run[0].place, run[len(run) // 2].place, run[-1].place]
    bold = sum(_is_bold(page, index) for index in told) > 1
    size = median(glyph.size for glyph in run)
    starts = run[word - 1].right - run[0].left
    return Line(text, run[0].left, run[-1].right, run[0].base, size, bold, starts)


def _is_bold(page: Any, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(page, index) >= _BOLD:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(page, index, name, len(name), flags)
    return 0 < size <= len(name) and b"bold" in name.value.lower()
