"""Where files are: on a disk of this machine, or behind the address of a store.

`storage_of` tells by the path: ``s3://bucket/a.txt`` is an address, and everything else is on a
disk. A storage remembers nothing that counts, so any process has it again by the path alone, and
by what its environment says of keys.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, Protocol

from summarize.errors import LargerError, NotRegularError

ADDRESS = "://"  # what stands behind the protocol in an address, and in no path of a disk


class Storage(Protocol):
    """What is asked of a place where files are. Raises OSError unless something else is said."""

    def is_folder(self, path: str) -> bool:
        """Whether there is a folder; not if that cannot be told."""

    def real(self, path: str) -> str:
        """The one path of a file that several paths may lead to."""

    def files_in(self, folder: str, without: str | None) -> Iterator[str | OSError]:
        """Why what folders cannot be looked into; then the paths of all files, in byte order.

        The paths are those inside ``folder``. Left out are hidden files and folders, what leads
        out of it, and ``without``, a real path.
        """

    def read(self, path: str, limit: int | None = None) -> bytes:
        """What is in the file at ``path``; a byte more than ``limit`` may tell of one with more.

        Raises LargerError for a file of which that is known before.
        """

    def opened(self, path: str) -> BinaryIO:
        """The file at ``path``, to be read here and there."""

    def ends(self, paths: Iterable[str], length: int) -> Iterator[bytes]:
        """The last bytes of each file; none of what cannot be read or is no file."""

    def holds(self, path: str) -> bool:
        """Whether the file at ``path`` holds something; not if none can be seen there."""

    def check(self, folder: str) -> None:
        """Raise OptionError or WriteError if it is certain that nothing can be written there."""

    def is_straight(self, folder: str, inside: str) -> bool:
        """Whether no link leads from ``folder`` to ``inside``, a path below it."""

    def write_whole(self, path: str, pieces: Iterable[str]) -> None:
        """Put ``pieces`` into the file at ``path``, whole or not at all. Raises WriteError."""

    def replacing(self, path: str) -> AbstractContextManager[BinaryIO]:
        """A stream for what will stand at ``path``, if nothing is raised. Raises WriteError."""

    def sweep(self, folders: Iterable[str]) -> None:
        """Remove what runs that were killed left for ``folders``, and nothing else."""


def is_remote(path: str | os.PathLike[str]) -> bool:
    """Whether ``path`` is an address.

    >>> is_remote("s3://bucket/a.txt"), is_remote("a.txt"), is_remote("a/b://c")
    (True, False, False)
    """
    return isinstance(path, str) and ADDRESS in path and path.partition(ADDRESS)[0].isidentifier()


def storage_of(path: str | os.PathLike[str]) -> Storage:
    """The storage that ``path`` is in. Raises OptionError if what it needs is not installed."""
    if not is_remote(path):
        return _DISK
    from summarize.storage.remote import Store

    return Store(str(path).partition(ADDRESS)[0])


def plain(path: str) -> str:
    """``path``, or the path of a disk that an address beginning in ``file:`` stands for.

    >>> plain("file:///srv/rilis%20pers/a.txt")
    '/srv/rilis pers/a.txt'
    """
    if not path.startswith("file://"):
        return path
    from urllib.request import url2pathname

    return url2pathname(path.removeprefix("file://"))


def slashed(path: str) -> str:
    """``path`` as patterns, addresses and the order of inputs see it: the same on every system."""
    return path if os.sep == "/" else path.replace(os.sep, "/")


def join(folder: str, inside: str) -> str:
    """The path of ``inside``, a path in ``folder``."""
    if is_remote(folder):
        return f"{folder.rstrip('/')}/{slashed(inside)}"
    return os.path.join(folder, inside)  # noqa: PTH118 - bytes that are not UTF-8 stay


class Disk:
    """The file system of this machine."""

    def is_folder(self, path: str) -> bool:
        """Whether there is a folder."""
        return os.path.isdir(path)  # noqa: PTH112

    def real(self, path: str) -> str:
        """The absolute path without links."""
        return os.path.realpath(path)

    def files_in(self, folder: str, without: str | None) -> Iterator[str | OSError]:
        """What cannot be looked into, and the files; folders behind links are left out."""
        closed: list[OSError] = []
        found: list[str] = []
        for parent, folders, names in os.walk(folder, onerror=closed.append):
            inside = os.path.relpath(parent, folder)
            folders[:] = [
                name
                for name in folders
                if not name.startswith(".") and not _same(os.path.join(parent, name), without)  # noqa: PTH118
            ]
            found.extend(
                os.path.normpath(os.path.join(inside, name))  # noqa: PTH118
                for name in names
                if not name.startswith(".")
            )
        yield from closed
        for relative in sorted(found, key=lambda one: os.fsencode(slashed(one))):
            path = os.path.join(folder, relative)  # noqa: PTH118
            if not (_leads_out(path, folder) or _same(path, without)):
                yield relative

    def read(self, path: str, limit: int | None = None) -> bytes:
        """What is in the file; raises NotRegularError for what would be waited for for ever."""
        status = Path(path).stat()
        _refuse_irregular(status)
        if limit is not None and status.st_size > limit:
            raise LargerError
        with Path(path).open("rb") as stream:
            return stream.read(-1 if limit is None else limit + 1)  # it may have grown since

    def opened(self, path: str) -> BinaryIO:
        """The file, open."""
        _refuse_irregular(Path(path).stat())  # opening a FIFO would wait for ever
        return Path(path).open("rb")

    def ends(self, paths: Iterable[str], length: int) -> Iterator[bytes]:
        """The last bytes of each file."""
        for path in paths:
            try:
                with self.opened(path) as stream:
                    stream.seek(0, os.SEEK_END)
                    stream.seek(max(0, stream.tell() - length))
                    end = stream.read()
            except OSError:  # reading it will say why
                end = b""
            yield end

    def holds(self, path: str) -> bool:
        """Whether the file holds something."""
        try:
            status = Path(path).stat()
        except OSError:  # it does not stand there, or writing will say what is wrong
            return False
        _refuse_irregular(status)
        return status.st_size > 0

    def check(self, folder: str) -> None:
        """Raise nothing: what is wrong, the first file tells that is written."""

    def is_straight(self, folder: str, inside: str) -> bool:
        """Whether no link leads from ``folder`` to ``inside``."""
        expected = os.path.join(os.path.realpath(folder), os.path.relpath(inside, folder))  # noqa: PTH118
        return os.path.realpath(inside) == os.path.normpath(expected)

    def write_whole(self, path: str, pieces: Iterable[str]) -> None:
        """Put ``pieces`` into the file."""
        from summarize.storage import writing

        writing.write_whole(Path(path), pieces)

    def replacing(self, path: str) -> AbstractContextManager[BinaryIO]:
        """A stream for what will stand there."""
        from summarize.storage import writing

        return writing.replacing_bytes(Path(path))

    def sweep(self, folders: Iterable[str]) -> None:
        """Remove what killed runs left in ``folders``."""
        from summarize.storage import writing

        for folder in folders:
            writing.sweep(Path(folder))


_DISK = Disk()


def _refuse_irregular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError(status.st_mode)


def _leads_out(path: str, folder: str) -> bool:
    if not os.path.islink(path):  # noqa: PTH114
        return False
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _same(path: str, other: str | None) -> bool:
    """Whether ``path``, perhaps a link, is the real path ``other``."""
    if other is None:
        return False
    if os.path.basename(path) != os.path.basename(other) and not os.path.islink(path):  # noqa: PTH114, PTH119
        return False
    return os.path.realpath(path) == other
