"""Bytes to text: byte order marks, named encodings, and guesses told as a warning."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from summarize.errors import NotTextError, OptionError
from summarize.patterns import pattern

_SNIFFED = 1024

# The four bytes of a UTF-32 mark begin with the two of UTF-16, so the longer come first.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# “Ya,” and – of an old Macintosh, which are letters in Windows-1252.
_MAC_QUOTES = pattern(rb"(?:^|[\s(])\xd2(?=\w)|[\w.,!?]\xd3(?=[\s.,;)]|$)|\s[\xd0\xd1]\s")
_WINDOWS_QUOTES = pattern(rb"[\x91-\x97]")


class Decoded(NamedTuple):
    """A text, the encoding that made it of the bytes, and what is doubtful about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode_text(data: bytes, encoding: str | None = None) -> Decoded:
    """The text in ``data``: by ``encoding``, else by its mark, else UTF-8, else Windows-1252.

    Raises NotTextError for what is not text, OptionError for an unknown encoding.
    """
    decoded = _decode_as(data, encoding) if encoding else _decode_guessed(data)
    if "\0" in decoded.text:
        raise NotTextError(_nul_found(data, decoded.text.index("\0")))
    return decoded._replace(text=speakable(decoded.text))


def check_encoding(name: str) -> None:
    """Raise OptionError if there is no encoding of text called ``name``."""
    _decode_as(b"", name)


def _decode_guessed(data: bytes) -> Decoded:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    repaired = data.decode("utf-8", "replace")
    damaged = repaired.count("\N{REPLACEMENT CHARACTER}")
    beyond_ascii = len(repaired) - len(repaired.encode("ascii", "ignore"))
    if beyond_ascii > 2 * damaged:  # UTF-8 with a few bad bytes: do not spoil all the others
        return Decoded(repaired, "utf-8", (_undecodable(damaged, "utf-8"),))
    encoding, called = "cp1252", "Windows-1252"
    if _MAC_QUOTES.search(data) and not _WINDOWS_QUOTES.search(data):
        encoding, called = "mac_roman", "Mac Roman"
    warning = f"not UTF-8, read as {called}; if that is wrong, name the right one with --encoding"
    return Decoded(data.decode(encoding, "replace"), encoding, (warning,))


def _decode_as(data: bytes, encoding: str) -> Decoded:
    warnings: tuple[str, ...] = ()
    try:
        b"x".decode(encoding, "replace")  # says no to codecs that are not of text
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode(encoding, "replace")
            warnings = (_undecodable(text.count("\N{REPLACEMENT CHARACTER}"), encoding),)
    except (LookupError, ValueError) as unknown:
        raise OptionError(
            f"unknown encoding {encoding!r}; for example: utf-8, cp1252, utf-16"
        ) from unknown
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return Decoded(text, encoding, warnings)


def _undecodable(count: int, encoding: str) -> str:
    places = "1 place" if count == 1 else f"{count} places"
    return f"not {encoding} in {places}, shown as \N{REPLACEMENT CHARACTER}"


def _nul_found(data: bytes, character: int) -> str:
    """What to say of a text with a NUL at ``character``."""
    first, second = data[:_SNIFFED:2], data[1:_SNIFFED:2]
    for high, low, encoding in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if high.count(0) > 0.7 * len(high) and low.count(0) < 0.1 * len(low):
            return f"looks like UTF-16 without a byte order mark; try --encoding {encoding}"
    return f"not text (NUL at character {character}); convert it to text first"


def speakable(text: str) -> str:
    """``text`` without lone surrogates, which no output could encode; as long as before."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(
            "\N{REPLACEMENT CHARACTER}" if 0xD800 <= ord(c) < 0xE000 else c for c in text
        )
    return text
