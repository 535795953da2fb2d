"""Lists whose items are numbered, lettered or bulleted, in a line or on lines of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from summarize.findings.lists.build import build
from summarize.findings.lists.introductions import find_introduction
from summarize.findings.lists.lexicon import list_lexicon
from summarize.findings.lists.token_range import tokenize
from summarize.findings.lists.trim import bare_item, clause_end
from summarize.models import Enumeration, ListKind, Span
from summarize.patterns import pattern
from summarize.text.reading import Reading

# "1) …", "(1) …", "1. …", "a. …", "ii) …"; no number goes on behind it ("1.000")
_MARKER = pattern(
    r"(?<![^\s:;,.!?\"“”])(\(?)(\d{1,2}|[a-z]|[ivx]{2,4}|[A-Z]|[IVX]{2,4})([.)])(?=\s|[^\W\d])",
)
# "… Komisi III2. Budi", "Rp 12.0003. Sape": a line break was lost before the marker
_BULLET = pattern(r"[-•*–—▪●·◦✓➢](?=\s)|[•▪●◦✓➢]|o(?=\t)")
# "1<tab>…", a digit on a key, "Tahap 1 …": only where they open their line
_LEADING = pattern(
    r"([^\W\d_]{3,12})\s(\d{1,2})(?::(?=\s)|(?=\s[A-Z]))|(\d{1,2})(?:\ufe0f?\u20e3|(?=\t))"
)
_NAMED = pattern(r"(?<=[.:;]\s)([^\W\d_]{3,12})\s(\d{1,2}):(?=\s)")  # "Tahap 1: …" in a line
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}
_LONGEST = 2000  # characters of an item
_FEW_SENTENCES = 300  # characters of an item that is told with all its sentences
_STEP = 2  # spaces by which a bullet is indented more than one of the list around it
_GAP = 4  # paragraphs from a marker to the next
_LAST_WORD = pattern(r"(\w+)\W*$")
_PRECEDING = 30  # characters in which the word before a marker is looked for


class Marker(NamedTuple):
    """A marker: its style (``(1)`` and ``1.`` are two), its value, where the item begins."""

    style: str
    value: int
    start: int
    end: int
    paragraph: int
    leads: bool  # it opens its line


def find_marked_lists(reading: Reading) -> list[Enumeration]:
    """The lists with markers, in document order."""
    markers: list[Marker] = []
    for number, span in enumerate(reading.paragraphs):
        markers += _markers(reading, span, number)
    if len(markers) < 2:
        return []
    starts = [sentence.span.start for sentence in reading.body]
    indents = [at - reading.text.rfind("\n", 0, at) - 1 for at, _ in reading.paragraphs]
    led = {marker.paragraph for marker in markers if marker.leads}
    ends = [_last_line(reading, number, indents, led) for number in range(len(indents))]
    lists: list[Enumeration] = []
    begun: dict[_Kind, int] = {}  # where the next chain of each kind begins
    for chain in reversed(_chains(markers, indents)):
        kind = _kind(chain[0], indents)
        if len(chain) > 1:
            until = begun.get(kind, len(reading.text))
            lists += _listed(reading, starts, chain, until, ends)
        begun[kind] = chain[0].start
    return lists[::-1]


_Kind = tuple[str, int]


def _kind(marker: Marker, indents: Sequence[int]) -> _Kind:
    """The style of a marker; of a bullet also how deep it stands."""
    return marker.style, indents[marker.paragraph] // _STEP if marker.value == 0 else 0


def _last_line(reading: Reading, number: int, indents: Sequence[int], led: set[int]) -> int:
    """The last paragraph that goes on with paragraph ``number``: indented further, without marker.

    ``led`` are those that markers lead.
    """
    least, last = indents[number] + _STEP, number
    if number in led:
        while last + 1 < len(indents) and last + 1 not in led and indents[last + 1] >= least:
            if not reading.text[reading.paragraphs[last + 1].start].islower():
                break
            last += 1
    return last


def _markers(reading: Reading, span: Span, number: int) -> list[Marker]:
    text, lexicon = reading.text, list_lexicon(reading.language)
    labels = lexicon.labels - lexicon.stages
    bullet = _BULLET.match(text, span.start, span.end)
    if bullet is not None:
        return [Marker(bullet.group(), 0, span.start, bullet.end(), number, True)]
    leading = _leading(text, span, number, labels)
    if leading is not None:
        return [leading, *_named(text, Span(leading.end, span.end), number, labels)]
    found = _named(text, span, number, labels)
    matches = list(_MARKER.finditer(text, span.start, span.end))
    for m in matches:
        opening, sign, closing = m.groups()
        leads = m.start() == span.start
        if not leads and (sign.isupper() or not _may_mark(text, span, m, labels)):
            continue
        for kind, value in _values(sign):
            style = f"{opening}{kind}{closing}"
            found.append(Marker(style, value, m.start(), m.end(), number, leads))
    return found


def _leading(text: str, span: Span, number: int, labels: frozenset[str]) -> Marker | None:
    """The marker that is one only where it opens its line: ``Tahap 1 …``, not ``Pasal 1 …``."""
    m = _LEADING.match(text, span.start, span.end)
    if m is None:
        return None
    word = (m[1] or "").lower()
    value = int(m[2] or m[3])
    return None if word in labels else Marker(f"{word}1", value, span.start, m.end(), number, True)


def _named(text: str, span: Span, number: int, labels: frozenset[str]) -> list[Marker]:
    """The markers of a word and a number inside a line: ``Tahap 1: gudang. Tahap 2: dermaga.``"""
    return [
        Marker(f"{m[1].lower()}1", int(m[2]), m.start(), m.end(), number, leads=False)
        for m in _NAMED.finditer(text, span.start, span.end)
        if m[1].lower() not in labels
    ]


def _may_mark(text: str, span: Span, m: re.Match[str], labels: frozenset[str]) -> bool:
    """Whether what stands before the marker lets an item begin: not ``Pasal 4.``"""
    before = text[max(span.start, m.start() - _PRECEDING) : m.start()].rstrip()
    word = _LAST_WORD.search(before)
    if word is not None and word.group(1).lower() in labels:
        return False
    return not m.group(2).isalpha() or text[m.end() : m.end() + 1].isspace()


def _values(sign: str) -> list[tuple[str, int]]:
    if sign.isdecimal():
        return [("1", int(sign))]
    small, case = sign.lower(), "A" if sign.isupper() else "a"
    values = [(f"i{case}", _ROMAN[small])] if small in _ROMAN else []
    return values + ([(case, ord(small) - ord("a") + 1)] if len(sign) == 1 else [])


def _chains(markers: Sequence[Marker], indents: Sequence[int]) -> list[list[Marker]]:
    """Markers of one style that count on from one; bullets on lines one after the other."""
    chains: list[list[Marker]] = []
    running: dict[_Kind, list[Marker]] = {}
    for marker in markers:
        kind = _kind(marker, indents)
        chain = running.get(kind)
        if chain is not None and _follows(chain[-1], marker, indents):
            chain.append(marker)
        elif marker.value <= 1:
            running[kind] = [marker]
            chains.append(running[kind])
    return chains


def _follows(last: Marker, marker: Marker, indents: Sequence[int]) -> bool:
    """Whether a marker is the next of a list; between bullets only what is indented further."""
    gap = marker.paragraph - last.paragraph
    if marker.value == 0:
        between = range(last.paragraph + 1, marker.paragraph)
        deeper = all(indents[at] >= indents[marker.paragraph] + _STEP for at in between)
        return gap == marker.leads or (gap > 1 and deeper)
    return marker.value == last.value + 1 and gap <= _GAP and (gap == 0 or marker.leads)


def _listed(
    reading: Reading,
    starts: Sequence[int],
    chain: Sequence[Marker],
    until: int,
    ends: Sequence[int],
) -> list[Enumeration]:
    """The list of a chain of markers, which ends at ``until``; none if an item is empty.

    ``starts`` holds where the sentences of the body start, ``ends`` in which paragraph what each
    paragraph begins ends.
    """
    parts: list[Span] = []
    indented: list[bool] = []
    for number, marker in enumerate(chain):
        last = ends[marker.paragraph] if marker.leads else marker.paragraph
        limit = min(reading.paragraphs[last].end, marker.end + _LONGEST)
        limit = min(limit, chain[number + 1].start if number + 1 < len(chain) else until)
        parts.append(Span(marker.end, limit))
        indented.append(last > marker.paragraph)
    whole = chain[-1].leads and _have_sentences(starts, parts)
    items: list[Span] = []
    for part, goes_on in zip(parts, indented, strict=True):
        item = _item(reading, starts, part, whole=whole or goes_on)
        if item is None:
            return []
        items.append(item)
    if not chain[0].leads and chain[0].style.endswith(".") and len(chain) < 3:
        return []
    first, last = (bisect_right(starts, at) - 1 for at in (chain[0].start, items[-1].end - 1))
    intro = find_introduction(reading, first, chain[0].start, len(items))
    end, sign = reading.body[last].span.end, reading.text[chain[0].start : chain[0].end]
    return [build(reading, intro, items, end, kind=ListKind.MARKED, sign=sign)]


def _have_sentences(starts: Sequence[int], parts: Sequence[Span]) -> bool:
    """Whether most items are short and of more than one sentence: ``1. Pasar. Kios ditambah.``"""
    several = sum(bisect_right(starts, end - 1) > bisect_right(starts, at) for at, end in parts)
    short = max(end - start for start, end in parts) <= _FEW_SENTENCES
    return short and 2 * several > len(parts)


def _item(reading: Reading, starts: Sequence[int], span: Span, *, whole: bool) -> Span | None:
    """The first sentence of what a marker opens, without outer marks and joining words.

    ``whole`` says that it goes on over several lines.
    """
    lexicon = list_lexicon(reading.language)
    at = span.start
    while at < span.end and not reading.text[at].isalnum():
        at += 1
    if at == span.end:
        return None
    sentence = reading.body[bisect_right(starts, at) - 1].span
    end = min(span.end, sentence.end) if sentence.end > at and not whole else span.end
    tokens = tokenize(reading, Span(at, end), lexicon)
    bare = bare_item(tokens, (0, clause_end(tokens, 0, len(tokens))))
    return tokens.span(bare) if bare else None
