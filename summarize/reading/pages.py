"""Pages in a text: running headers, footers and page numbers between its lines.

They stand in the middle of sentences, so no piece of the text could be shown that goes over a
page. They are left out, and a warning says so.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable

from summarize.patterns import pattern

_NUMBERED = pattern(
    r"\b(?:halaman|hal|hlm|page|pg)\b\.?\s{0,3}(?P<page>\d{1,4})"
    r"(?:\s{0,3}(?:/|dari|of)\s{0,3}\d{1,4})?\W{0,3}\Z"
    r"|\A\W{0,3}(?P<bare>\d{1,4})(?:\s?(?:/|dari|of)\s?\d{1,4})?\W{0,3}\Z",
    re.IGNORECASE,
)
_TOTALLED = pattern(
    r"\W{0,3}(?:halaman|hal|hlm|page|pg)\b\.?\s?\d{1,4}\s?(?:/|dari|of)\s?\d{1,4}\W{0,3}\Z",
    re.IGNORECASE,
)
_PERHAPS = pattern(r"(?im)\b(?:halaman|hal|hlm|page|pg)\b\.?\s{0,3}\d|^\W{0,3}\d{1,4}\W{0,3}$")
_DIGITS = pattern(r"\d+|\b[ivxl]+\b")
_SENTENCE_END = pattern(r"[.!?…:;][\"”’')\]]*\Z")
_EDGE = 3  # lines on top and at the bottom of a page may be its header or footer
_LONGEST = 160  # characters


def drop_furniture(text: str) -> tuple[str, int]:
    """``text`` without what its pages repeat, and how many lines that were.

    >>> drop_furniture("Jalan dan\\n\\nHalaman 1 dari 2\\n\\njembatan\\n\\nHalaman 2 dari 2\\n")
    ('Jalan dan\\njembatan\\n', 2)
    """
    if "\f" in text:
        pages = [page.split("\n") for page in text.split("\f")]
        repeated = _repeated(pages)
        furniture = [_edges(page, repeated) for page in pages]
    elif _PERHAPS.search(text):
        pages = [text.split("\n")]
        furniture = [_between(pages[0])]
    else:
        return text, 0
    dropped = sum(map(len, furniture))
    if not dropped:
        return text, 0
    parts: list[list[str]] = [[]]
    for page, numbers in zip(pages, furniture, strict=True):
        for number, line in enumerate(page):
            if number in numbers:
                parts.append([])
            else:
                parts[-1].append(line)
        parts.append([])
    return _joined(parts), dropped


def page_key(line: str) -> str:
    """What lines have in common that differ in their page number only."""
    return _DIGITS.sub("#", " ".join(line.lower().split()))


def is_page_number(line: str) -> bool:
    """Whether ``line``, which stands at the edge of a page, is or ends in its number.

    >>> is_page_number("Humas Kota Sela | Halaman 3"), is_page_number("- 3 -")
    (True, True)
    """
    return len(line) <= _LONGEST and bool(_NUMBERED.search(line.strip()))


def _outermost(page: list[str]) -> list[int]:
    """The numbers of the lines at the edges of a page, from outside to inside on each."""
    told = [number for number, line in enumerate(page) if line.strip()]
    return list(dict.fromkeys([*told[:_EDGE], *told[: -_EDGE - 1 : -1]]))


def _repeated(pages: list[list[str]]) -> set[str]:
    """The keys of lines that stand at the edges of two pages or more."""
    keys = Counter(
        key
        for page in pages
        for key in {page_key(page[n]) for n in _outermost(page) if len(page[n]) <= _LONGEST}
    )
    return {key for key, count in keys.items() if count > 1}


def _edges(page: list[str], repeated: set[str]) -> set[int]:
    """The lines of a page that are its header, its footer or its number."""
    told = [number for number, line in enumerate(page) if line.strip()]
    found: set[int] = set()
    for edge in (told[:_EDGE], told[: -_EDGE - 1 : -1]):
        for number in edge:
            line = page[number].strip()
            if page_key(line) not in repeated and not _TOTALLED.match(line):
                break
            found.add(number)
    return found


def _between(lines: list[str]) -> set[int]:
    """The page numbers in a text that does not say where its pages end, and what is around them.

    Numbers that count up, each at the end of lines that are alike; one alone says its total.
    """
    pages = {number for number, line in enumerate(lines) if _TOTALLED.match(line.strip())}
    for numbered in _series(lines):
        if _count_up(list(numbered.values())):
            pages.update(numbered)
    beside = {n for number in pages for n in _beside(lines, number)} - pages
    beside |= set(_outermost(lines)[::_EDGE] if pages else ())  # the first and the last line
    keys = Counter(page_key(lines[number]) for number in beside)
    return pages | {n for n in beside if keys[page_key(lines[n])] > 1}


def _series(lines: list[str]) -> Iterable[dict[int, int]]:
    """The lines that are alike and may be page numbers: for each number of a line its page."""
    series: dict[str, dict[int, int]] = {}
    for number, line in enumerate(lines):
        found = len(line) <= _LONGEST and _NUMBERED.search(line.strip())
        if found and (found["page"] or _stands_alone(lines, number)):
            page = int(found["page"] or found["bare"])
            series.setdefault(page_key(line), {})[number] = page
    return series.values()


def _count_up(numbers: list[int]) -> bool:
    """Whether there are several numbers, each the one before it or the next."""
    steps = {later - now for now, later in itertools.pairwise(numbers)}
    return bool(steps) and steps <= {0, 1}


def _stands_alone(lines: list[str], number: int) -> bool:
    around = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
    return not any(line.strip() for line in around)


def _beside(lines: list[str], number: int) -> list[int]:
    """The next lines above and below a page number that are not empty."""
    above = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), None)
    below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), None)
    return [n for n in (above, below) if n is not None and len(lines[n]) <= _LONGEST]


def _joined(parts: list[list[str]]) -> str:
    """Pages one behind the other; a sentence that one breaks off goes on in the next."""
    text = ""
    for part in parts:
        page = "\n".join(part).strip("\r\n") if text else "\n".join(part).rstrip()
        if not page.strip():
            continue
        if text:
            text = text.rstrip()
            last = text[text.rfind("\n") + 1 :]
            goes_on = page.lstrip()[0].islower() or not _SENTENCE_END.search(last)
            text += "\n" if goes_on else "\n\n"
        text += page.rstrip()
    return text + "\n"
