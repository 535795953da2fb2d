"""Bytes to :class:`Document`: the only place that sees bytes.

The text is decoded and otherwise left as it is: no newline is translated and nothing is
normalised, so that offsets count the code points that anybody gets who decodes the same bytes.
"""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from summarize.errors import NotTextError, OptionError, TooLargeError, UnreadableError
from summarize.models import Document

MAX_BYTES = 20_000_000
SNIFFED = 1024  # a signature may stand behind a little junk, as PDF allows

# The four bytes of a UTF-32 mark begin with the two of UTF-16, so the longer come first.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What the first bytes say, and what turns such a file into text.
SIGNATURES = (
    (b"%PDF-", "a PDF", "convert it with: pdftotext FILE.pdf"),
    (rb"{\rtf", "an RTF document", "convert it with: soffice --convert-to txt:Text FILE"),
    (
        b"\xd0\xcf\x11\xe0",
        "an Office document",
        "convert it with: soffice --convert-to txt:Text FILE",
    ),
    (b"\x89PNG", "a PNG picture", "a scan has to go through text recognition first"),
    (b"\xff\xd8\xff", "a JPEG picture", "a scan has to go through text recognition first"),
    (b"GIF8", "a GIF picture", "a scan has to go through text recognition first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
)
ZIP = b"PK\x03\x04"
ZIPPED_DOCUMENTS = (
    (b"word/", "a Word document", "convert it with: soffice --convert-to txt:Text FILE"),
    (
        b"application/vnd.oasis",
        "an OpenDocument file",
        "convert it with: soffice --convert-to txt:Text FILE",
    ),
    (b"xl/", "an Excel workbook", "save it as text first"),
    (b"ppt/", "a PowerPoint presentation", "save it as text first"),
    (b"application/epub", "an EPUB book", "convert it to text first"),
)


def from_text(text: str) -> Document:
    """A document of text that is at hand already.

    >>> from_text("Warga gembira.").size
    14
    """
    data = text.encode("utf-8", "surrogatepass")
    return Document(_speakable(text), None, "utf-8", hashlib.sha256(data).hexdigest(), len(data))


def read_file(
    path: str | os.PathLike[str], *, encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Document:
    """The document in the file at ``path``.

    Raises UnreadableError for what is missing, closed to us or no regular file, TooLargeError
    beyond ``max_bytes``, NotTextError for what is not text, OptionError for an unknown encoding.
    """
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):  # opening a FIFO would wait for ever
            raise UnreadableError(_not_regular(status.st_mode))
        if status.st_size > max_bytes:
            raise _too_large(max_bytes)
        with Path(path).open("rb") as stream:
            data = stream.read(max_bytes + 1)  # the file may have grown since
    except (OSError, ValueError) as failure:  # ValueError: a NUL in the path
        raise UnreadableError(_why_unreadable(failure)) from failure
    return decode(data, path=path, encoding=encoding, max_bytes=max_bytes)


def read_stream(
    stream: BinaryIO, *, encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Document:
    """The document in an open stream of bytes, such as standard input. Raises as `read_file`."""
    try:
        data = stream.read(max_bytes + 1)
    except OSError as failure:
        raise UnreadableError(_why_unreadable(failure)) from failure
    return decode(data, encoding=encoding, max_bytes=max_bytes)


def decode(
    data: bytes,
    *,
    path: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """The document in ``data``: by ``encoding``, else by its mark, else UTF-8, else Windows-1252.

    >>> decode("\\ufeffWarga gembira.".encode()).text
    'Warga gembira.'
    >>> decode(b"\\x93Ya,\\x94 kata Adi.").warnings
    ('not UTF-8, read as Windows-1252; if that is wrong, name the right one with --encoding',)
    """
    if len(data) > max_bytes:
        raise _too_large(max_bytes)
    _refuse_documents(data)
    text, used, warnings = _decode_as(data, encoding) if encoding else _decode_guessed(data)
    if "\0" in text:
        raise NotTextError(_nul_found(data, text.index("\0")))
    return Document(
        text=_speakable(text),
        path=None if path is None else shown_path(path),
        encoding=used,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        warnings=warnings,
    )


def check_encoding(name: str) -> None:
    """Raise OptionError if there is no encoding of text called ``name``."""
    _decode_as(b"", name)


def shown_path(path: str | os.PathLike[str]) -> str:
    r"""``path`` as text that can be written anywhere: bytes that are not UTF-8 as ``\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _decode_guessed(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    repaired = data.decode("utf-8", "replace")
    damaged = repaired.count("\N{REPLACEMENT CHARACTER}")
    beyond_ascii = len(repaired) - len(repaired.encode("ascii", "ignore"))
    if beyond_ascii > 2 * damaged:  # UTF-8 with a few bad bytes: do not spoil all the others
        return repaired, "utf-8", (_undecodable(damaged, "utf-8"),)
    warning = (
        "not UTF-8, read as Windows-1252; if that is wrong, name the right one with --encoding"
    )
    return data.decode("cp1252", "replace"), "cp1252", (warning,)


def _decode_as(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
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
    return text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), encoding, warnings


def _undecodable(count: int, encoding: str) -> str:
    places = "1 place" if count == 1 else f"{count} places"
    return f"not {encoding} in {places}, shown as \N{REPLACEMENT CHARACTER}"


def _refuse_documents(data: bytes) -> None:
    head = data[:SNIFFED].lstrip()
    for signature, kind, advice in SIGNATURES:
        if head.startswith(signature):
            raise NotTextError(f"looks like {kind}, not text; {advice}")
    if head.startswith(ZIP):
        for name, kind, advice in ZIPPED_DOCUMENTS:
            if name in data:
                raise NotTextError(f"looks like {kind}, not text; {advice}")
        raise NotTextError("looks like a zip archive, not text; unpack it first")


def _nul_found(data: bytes, character: int) -> str:
    """What to say of a text with a NUL at ``character``."""
    first, second = data[:SNIFFED:2], data[1:SNIFFED:2]
    for high, low, encoding in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if high.count(0) > 0.7 * len(high) and low.count(0) < 0.1 * len(low):
            return f"looks like UTF-16 without a byte order mark; try --encoding {encoding}"
    return f"not text (NUL at character {character}); convert it to text first"


def _speakable(text: str) -> str:
    """``text`` without lone surrogates, which no output could encode; as long as before."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(
            "\N{REPLACEMENT CHARACTER}" if 0xD800 <= ord(c) < 0xE000 else c for c in text
        )
    return text


def _too_large(limit: int) -> TooLargeError:
    return TooLargeError(f"larger than {limit:,} bytes; raise the limit with --max-bytes")


def _not_regular(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "is a folder, not a file"
    return "not a regular file; to read a pipe or device: summarize - < PATH"


def _why_unreadable(failure: OSError | ValueError) -> str:
    if isinstance(failure, FileNotFoundError):
        if os.path.islink(failure.filename):  # noqa: PTH114 - bytes that are not UTF-8 stay
            return "a link to a file that is not there; mend or remove it"
        return "no such file; check the path"
    if isinstance(failure, OSError) and failure.errno == errno.ELOOP:
        return "a link that leads to itself; remove it"
    if isinstance(failure, PermissionError):
        return "permission denied; make it readable first"
    if isinstance(failure, OSError) and failure.strerror:
        return f"cannot be read: {failure.strerror[0].lower()}{failure.strerror[1:]}"
    return f"cannot be read: {failure}"
