"""Bytes to :class:`Document`: the only place that sees bytes.

What the bytes are is told by the bytes, never by a name. Text is decoded and otherwise left as it
is: no newline is translated and nothing is normalised, so that offsets count the code points that
anybody gets who decodes the same bytes. Of any other format a reader extracts the text, and
offsets count that; so it is with a text in columns, with page headers or encoded once more.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

from summarize.digests import sha256
from summarize.errors import (
    LargerError,
    NotRegularError,
    RemoteError,
    TooLargeError,
    UnreadableError,
)
from summarize.models import Document, Span
from summarize.reading.encodings import check_encoding as check_encoding
from summarize.reading.encodings import decode_text, speakable
from summarize.reading.extracted import MAX_BYTES as MAX_BYTES
from summarize.reading.extracted import Limits
from summarize.reading.formats import MARKDOWN, Format, format_of, is_markdown
from summarize.reading.laid_out import extract
from summarize.storage import storage_of

# How the names of files end that are read; what a file is, its content tells.
SUFFIXES = (
    *(".txt", ".text", ".md", ".markdown"),
    *(".docx", ".docm", ".odt", ".fodt", ".rtf", ".pdf", ".epub"),
    *(".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".mbox"),
)


def from_text(text: str) -> Document:
    """A document of text that is at hand already.

    >>> from_text("Warga gembira.").size
    14
    """
    data = text.encode("utf-8", "surrogatepass")
    shown = speakable(text)  # and nothing undone: its offsets are the caller's
    digest = sha256(data).hexdigest()
    return Document(shown, None, "utf-8", digest, len(data), asides=_tables(shown))


def read_file(
    path: str | os.PathLike[str], *, encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Document:
    """The document in the file at ``path``, which may be an address: ``s3://bucket/a.txt``.

    Raises UnreadableError for what is missing, closed to us or no regular file, TooLargeError
    beyond ``max_bytes``, NotTextError for what is not text, OptionError for an unknown encoding.
    """
    try:
        data = storage_of(path).read(os.fspath(path), max_bytes)
    except LargerError as failure:
        raise _too_large(max_bytes) from failure
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
    """The document in ``data``: a text, or the text that a reader extracts.

    >>> decode("\\ufeffWarga gembira.".encode()).text
    'Warga gembira.'
    >>> decode(b"\\x93Ya,\\x94 kata Adi.").warnings
    ('not UTF-8, read as Windows-1252; if that is wrong, name the right one with --encoding',)
    """
    if len(data) > max_bytes:
        raise _too_large(max_bytes)
    limits = Limits(max_bytes, encoding)
    document = Document(
        text="",
        path=None if path is None else shown_path(path),
        encoding=None,
        sha256=sha256(data).hexdigest(),
        size=len(data),
    )
    known = format_of(data)
    if known is not None:
        return _extracted(document, data, known, limits)
    text, used, warnings = decode_text(data, encoding)
    if is_markdown(text):
        return _extracted(document, data, MARKDOWN, limits)
    text, undone = extract(text)
    told = (*warnings, *undone)
    return document._replace(text=text, encoding=used, warnings=told, asides=_tables(text))


def _tables(text: str) -> tuple[Span, ...]:
    """The tables in a text; looked for only where there are gaps that could part their cells."""
    if not any(sign in text for sign in ("\t", "|", "   ")):
        return ()
    from summarize.reading.tables import find_tables

    return find_tables(text)


def _extracted(document: Document, data: bytes, known: Format, limits: Limits) -> Document:
    """``document`` with what the reader of its format extracts."""
    found, version = known.extract(data, limits)
    return document._replace(
        text=speakable(found.text),
        encoding=found.encoding,
        warnings=found.warnings,
        reader=known.name,
        reader_version=version,
        metadata=found.metadata,
        asides=found.asides,
        pages=found.pages,
        whole_lines=found.whole_lines,
    )


def shown_path(path: str | os.PathLike[str]) -> str:
    r"""``path`` as text that can be written anywhere: bytes that are not UTF-8 as ``\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _too_large(limit: int) -> TooLargeError:
    return TooLargeError(f"larger than {limit:,} bytes; raise the limit with --max-bytes")


def _not_regular(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "is a folder, not a file"
    return "not a regular file; to read a pipe or device: summarize - < PATH"


def _why_unreadable(failure: OSError | ValueError) -> str:
    if isinstance(failure, RemoteError):
        return str(failure)
    if isinstance(failure, NotRegularError):
        return _not_regular(failure.mode)
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
