"""PDF, by pdfium: its characters with their places, put together to paragraphs by ourselves.

A PDF knows of letters on a page and of no words, lines or paragraphs. Lines are joined by what
they look like (`lines`), columns are read one after the other (`order`), and what pages repeat is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium

from summarize.errors import TooLargeError, UnreadableError
from summarize.models import Metadata
from summarize.patterns import pattern
from summarize.reading.extracted import Extracted, Limits
from summarize.reading.pdf.characters import lines_of
from summarize.reading.pdf.furniture import without_furniture
from summarize.reading.pdf.lines import Line
from summarize.reading.pdf.order import in_order
from summarize.reading.pdf.paragraphs import joined

MOST_PAGES = 500
_SCANNED = "a PDF of pictures without text; a scan has to go through text recognition first"
_LOCKED = "a PDF with a password; save it without"
_BROKEN = "a broken PDF; open it and save it again"
_DATE = pattern(r"\AD?:?(\d{4})(\d\d)(\d\d)")


def version() -> str:
    """The version of pdfium's binding."""
    return f"pypdfium2 {pdfium.version.PYPDFIUM_INFO}"


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a PDF, a paragraph a line.

    Raises UnreadableError for what is locked, broken or a scan, TooLargeError for too many pages.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as failure:
        locked = "password" in str(failure).lower()
        raise UnreadableError(_LOCKED if locked else _BROKEN) from failure
    try:
        pages, beside = without_furniture(list(_pages(document, limits)))
        if not any(pages) and not beside:
            raise UnreadableError(_SCANNED)
        told = joined([in_order(page) for page in pages], in_order(beside))
        return told._replace(metadata=_metadata(document))
    except pdfium.PdfiumError as failure:
        raise UnreadableError(_BROKEN) from failure
    finally:
        document.close()


def _pages(document: Any, limits: Limits) -> Iterator[list[Line]]:
    """The lines of each page."""
    count = len(document)
    if count > MOST_PAGES:
        raise TooLargeError(f"a PDF of {count:,} pages; at most {MOST_PAGES} are read")
    left = limits.max_bytes
    for number in range(count):
        try:
            page = document[number]
        except pdfium.PdfiumError:  # one page is broken, the others may not be
            yield []
            continue
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise TooLargeError(
                f"holds more than {limits.max_bytes:,} characters; raise the limit with --max-bytes"
            )
        yield lines_of(text)
        text.close()
        page.close()


def _metadata(document: Any) -> Metadata:
    """The title, author and day that the document says of itself."""
    try:
        said = document.get_metadata_dict(skip_empty=True)
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return Metadata()
    day = _DATE.match(said.get("CreationDate", ""))
    return Metadata(
        title=_clean(said.get("Title")),
        author=_clean(said.get("Author")),
        date="-".join(day.groups()) if day else None,
    )


def _clean(said: str | None) -> str | None:
    return " ".join(said.split()) or None if said else None
