"""Encodings left over in a text: what a mailer, a browser or a terminal should have undone.

``=E2=80=9C``, ``&ldquo;``, ``â€œ`` and ``ESC[1m`` are none of them what the writer wrote, and no
piece of such a text could be shown. What is undone is told in a warning each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from summarize.patterns import pattern

_QUOTED_BYTES = pattern(r"(?:=[0-9A-F]{2})+")
_QUOTED_BEYOND_ASCII = pattern(r"=(?:C[2-9A-F]|[D-F][0-9A-F])=[89AB][0-9A-F]")
_QUOTED_LINE_END = pattern(r"=[ \t]*(?:\r\n|\r|\n)")
_ENTITY = pattern(r"&(?:[a-zA-Z]{2,8}[1-4]?|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")
_TERMINAL = pattern(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours and the cursor
    r"|\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)"  # titles and links
    r"|\x1b[PX^_][^\x1b\n]{0,2000}\x1b\\|\x1b[ -/]{0,3}[0-Z\\^-~]"
)
_LOST_BYTE = pattern(r"â€(?:[\ufffd\x9d]|(?=[\s.,;:!?)]|\Z))")  # Windows-1252 has no 0x9D
# The encodings that UTF-8 is read as by mistake, and what accents and quotation marks begin with.
_MISREAD_AS = (("cp1252", "ÂÃâðï"), ("mac_roman", "‚¬√"))
_LEAST_LINE_ENDS = 2  # before they are taken for those of quoted-printable


def undo_leftovers(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` with all of these undone, and a warning for each that was.

    >>> undo_leftovers("&ldquo;Ya,&rdquo; kata Adi.")
    ('“Ya,” kata Adi.', ('undone: HTML entities in 2 places',))
    """
    told = []
    for leftover in _LEFTOVERS:
        if leftover.sign in text or not leftover.sign:
            text, count = leftover.undo(text)
            if count:
                places = "1 place" if count == 1 else f"{count:,} places"
                told.append(f"undone: {leftover.called} in {places}")
    return text, tuple(told)


def _undo_quoted(text: str) -> tuple[str, int]:
    """Quoted-printable, of which a text shows bytes beyond ASCII or line ends that are none."""
    ends = len(_QUOTED_LINE_END.findall(text))
    if not _QUOTED_BEYOND_ASCII.search(text) and ends < _LEAST_LINE_ENDS:
        return text, 0
    text, joined = _QUOTED_LINE_END.subn("", text)
    text, decoded = _QUOTED_BYTES.subn(_decoded, text)
    return text, joined + decoded


def _decoded(found: re.Match[str]) -> str:
    data = bytes.fromhex(found.group().replace("=", ""))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _undo_entities(text: str) -> tuple[str, int]:
    """Character references; ``&amp;ldquo;`` was encoded twice."""
    from html import unescape

    count = 0
    for _ in range(2):
        known = [found for found in _ENTITY.findall(text) if unescape(found) != found]
        if not known:
            break
        count = count or len(known)
        text = _ENTITY.sub(lambda found: unescape(found.group()), text)
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}"), count


def _undo_terminal(text: str) -> tuple[str, int]:
    return _TERMINAL.subn("", text)


def _undo_misread(text: str) -> tuple[str, int]:
    """UTF-8 that was read as another encoding: ``â€œ`` for ``“``, and that once more."""
    count = 0
    for encoding, signs in () if text.isascii() else _MISREAD_AS:
        for _ in range(2 if any(sign in text for sign in signs) else 0):
            text, found = _misread(encoding).undo(text)
            if not found:
                break
            count = count or found
    return text, count


@cache
def _misread(encoding: str) -> _Misread:
    return _Misread.of({byte: _high(byte, encoding) for byte in range(0x80, 0x100)})


def _high(byte: int, encoding: str) -> str:
    """The character of a byte; programs pass those that Windows-1252 has none for."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


class _Misread(NamedTuple):
    """Finds the bytes of UTF-8 in a text that was decoded by another table."""

    bytes_of: dict[str, int]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, high: dict[int, str]) -> _Misread:
        def span(first: int, last: int) -> str:
            return "[" + re.escape("".join(high[byte] for byte in range(first, last + 1))) + "]"

        behind = span(0x80, 0xBF)
        pattern = re.compile(
            rf"(?:{span(0xE1, 0xEF)}{behind}{{2}}|{high[0xE2]}{behind}{{2}}"
            rf"|{span(0xC2, 0xDF)}{behind}|{span(0xF0, 0xF4)}{behind}{{3}})+"
        )
        return cls({character: byte for byte, character in high.items()}, pattern)

    def undo(self, text: str) -> tuple[str, int]:
        """``text`` with what was misread as it was meant, and in how many places that was.

        Two letters with accents side by side may be meant; what three were can be nothing else.
        """
        if "â€" in text and self.bytes_of.get("â") == 0xE2:
            text = _LOST_BYTE.sub("”", text)
        runs = [found.group() for found in self.pattern.finditer(text)]
        if not any(len(run) > 2 for run in runs) and len(runs) < 3:
            return text, 0
        changed = 0

        def meant(found: re.Match[str]) -> str:
            nonlocal changed
            data = bytes(self.bytes_of[character] for character in found.group())
            try:
                decoded = data.decode("utf-8")
            except UnicodeDecodeError:
                return found.group()
            changed += 1
            return decoded

        return self.pattern.sub(meant, text), changed


class _Leftover(NamedTuple):
    """An encoding left over: its name, a string that it never goes without, how to undo it."""

    called: str
    sign: str
    undo: Callable[[str], tuple[str, int]]


_LEFTOVERS = (
    _Leftover("control sequences of a terminal", "\x1b", _undo_terminal),
    _Leftover("quoted-printable", "=", _undo_quoted),
    _Leftover("HTML entities", "&", _undo_entities),
    _Leftover("UTF-8 read as another encoding", "", _undo_misread),
)
