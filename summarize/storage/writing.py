"""Files that appear whole or not at all, and what a killed run left of them."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from summarize.errors import WriteError

_PREFIX, _SUFFIX = ".ringkas-", ".part"
_ADVICE = {
    errno.ENOSPC: "make room there",
    errno.EDQUOT: "make room there",
    errno.EFBIG: "the limit on the size of files is too low",
    errno.EACCES: "make the folder writable",
    errno.EPERM: "make the folder writable",
    errno.EROFS: "choose another place with --output",
    errno.ENAMETOOLONG: "give it a shorter name",
    errno.EISDIR: "a folder of that name stands there",
}


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Put ``pieces`` into the file at ``path``, whole or not at all. Raises WriteError."""
    with (
        replacing(path) as handle,
        open(handle, "w", encoding="utf-8", newline="\n", closefd=False) as stream,
    ):
        stream.writelines(pieces)


@contextmanager
def replacing(path: Path) -> Iterator[int]:
    """A handle to write what will stand at ``path``, if nothing is raised meanwhile.

    Raises WriteError.
    """
    temporary = handle = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary, claimed = temporary_in(path.parent)
        yield handle
        os.fsync(handle)
        if not claimed:  # then open files cannot be renamed there either
            os.close(handle)
            handle = None
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = None
    except FileExistsError as failure:
        raise WriteError("cannot be written: a file stands where its folder should be") from failure
    except OSError as failure:
        raise WriteError(why_unwritable(failure)) from failure
    finally:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()
        if handle is not None:
            os.close(handle)


@contextmanager
def signpost(folder: Path) -> Iterator[str]:
    """The path of a file in ``folder`` by which others can tell that they see the same folder.

    Raises WriteError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, path, _ = temporary_in(folder)
    except OSError as failure:
        raise WriteError(why_unwritable(failure)) from failure
    try:
        yield path
    finally:
        os.close(handle)
        with suppress(OSError):
            Path(path).unlink()


@contextmanager
def replacing_bytes(path: Path) -> Iterator[BinaryIO]:
    """A stream of bytes for what will stand at ``path``. Raises WriteError."""
    with replacing(path) as handle, open(handle, "wb", closefd=False) as stream:
        yield stream


def temporary_in(folder: Path) -> tuple[int, str, bool]:
    """A new file that is open: its handle, its path, and whether others know that it is ours."""
    import tempfile

    while True:
        handle, temporary = tempfile.mkstemp(_SUFFIX, _PREFIX, folder)
        try:
            claimed = _claim(handle)
            os.stat(temporary)  # noqa: PTH116 - what is claimed and still there stays
            return handle, temporary, claimed
        except (BlockingIOError, PermissionError, FileNotFoundError):  # swept before the claim
            os.close(handle)
            with suppress(OSError):
                Path(temporary).unlink()


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left in ``folder``, but nothing of one that is at work."""
    with suppress(OSError):
        for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with suppress(OSError):
                _remove_unclaimed(path)


def _remove_unclaimed(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        claimed = _claim(handle)
        if claimed:
            path.unlink()
    finally:
        os.close(handle)
    if not claimed:  # then open files, such as those of a run at work, cannot be removed
        path.unlink()


def _claim(handle: int) -> bool:
    """Keep other processes from sweeping the file while it is open; not where locks are unknown.

    Raises OSError if another process has claimed it. Child processes do not inherit the claim.
    """
    try:
        import fcntl
    except ImportError:
        return False
    fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return True


def why_unwritable(failure: OSError) -> str:
    said = f"cannot be written: {failure.strerror or failure}"
    advice = _ADVICE.get(failure.errno or 0)
    return f"{said}; {advice}" if advice else said


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
