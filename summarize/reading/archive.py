"""Parts of a zipped document, by name, within limits: nothing is ever extracted to disk."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from summarize.errors import TooLargeError, UnreadableError

_MOST_PARTS = 20_000
_LOCKED = 0x1
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Archive:
    """The parts of a zip archive; all that is unpacked counts against ``max_bytes``."""

    def __init__(self, data: bytes, *, max_bytes: int) -> None:
        self._left = self._max_bytes = max_bytes
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN as failure:
            raise UnreadableError("broken: its parts cannot be found; send it again") from failure
        self.names = tuple(self._zip.namelist())
        if len(self.names) > _MOST_PARTS:
            raise TooLargeError(f"more than {_MOST_PARTS:,} parts in one document")

    def part(self, name: str) -> bytes:
        """The bytes of a part; raises a ReadError for one that is missing, locked or too large."""
        name = posixpath.normpath(name).lstrip("/")
        try:
            entry = self._zip.getinfo(name)
        except KeyError as failure:
            raise UnreadableError(
                f"broken: it has no {name}; open it and save it again"
            ) from failure
        if entry.flag_bits & _LOCKED:
            raise UnreadableError("locked with a password; save it without")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(self._left + 1)
        except (*_BROKEN, RuntimeError) as failure:
            said = f"broken: {name} cannot be unpacked; open it and save it again"
            raise UnreadableError(said) from failure
        self._left -= len(data)
        if self._left < 0:
            limit = f"{self._max_bytes:,} bytes"
            raise TooLargeError(f"unpacks to more than {limit}; raise the limit with --max-bytes")
        return data

    def optional(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none."""
        return self.part(name) if posixpath.normpath(name).lstrip("/") in self.names else None
