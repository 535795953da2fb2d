"""What every reader takes and gives back."""

from typing import NamedTuple, Protocol

from summarize.models import Metadata, Span
from summarize.version import __version__

MAX_BYTES = 20_000_000
OURS = f"ringkas {__version__}"  # the version of a reader that is our own


class Limits(NamedTuple):
    """How a document is read: at most so many bytes, packed and unpacked, in this encoding."""

    max_bytes: int = MAX_BYTES
    encoding: str | None = None


class Extracted(NamedTuple):
    """The text of a document, and what the document says of it.

    ``asides`` are the spans that are no part of the story: tables, footnotes, quoted mail.
    ``pages`` are the offsets at which the pages begin, ``encoding`` decoded the bytes, where
    that is known. With ``whole_lines`` a line is a paragraph, and none goes on in the next.
    """

    text: str
    metadata: Metadata = Metadata()
    asides: tuple[Span, ...] = ()
    pages: tuple[int, ...] | None = None
    encoding: str | None = None
    whole_lines: bool = True
    warnings: tuple[str, ...] = ()


class Reader(Protocol):
    """A module that reads one format.

    What its bytes look like is told in ``formats``, so that a text imports none of them.
    """

    @staticmethod
    def version() -> str:
        """By what the text was extracted: ``trafilatura 2.3.1``."""

    @staticmethod
    def read(data: bytes, limits: Limits) -> Extracted:
        """The text in ``data``; raises a ReadError for what is broken, locked or too large."""


class Story:
    """A text that is written line by line, with the spans of what is no part of the story."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._asides: list[Span] = []
        self._size = 0

    def add(self, line: str, *, aside: bool = False, close: bool = False) -> None:
        """Write ``line``; behind an empty one, unless it stands ``close`` to the line before."""
        line = line.strip()
        if not line:
            return
        if self._lines:
            between = "\n" if close else "\n\n"
            self._lines.append(between)
            self._size += len(between)
        if aside:
            self._asides.append(Span(self._size, self._size + len(line)))
        self._lines.append(line)
        self._size += len(line)

    def extracted(
        self,
        metadata: Metadata = Metadata(),  # noqa: B008 - immutable
        *,
        encoding: str | None = None,
        warnings: tuple[str, ...] = (),
    ) -> Extracted:
        """All that was written."""
        text = "".join(self._lines) + "\n" * bool(self._lines)
        return Extracted(text, metadata, tuple(self._asides), encoding=encoding, warnings=warnings)
