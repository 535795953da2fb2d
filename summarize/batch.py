"""Several inputs: which files they are, where their results go, and one outcome for each.

A file that fails does not stop the others; a result file appears whole or not at all.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import OptionError, WriteError

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: its path, its path inside the folder it was found in, or `-`."""

    path: str
    relative: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be done, and why; ``path`` is as it was given."""

    path: str
    reason: str


def find_inputs(paths: Sequence[str], *, without: str | None = None) -> Iterator[Input | Failure]:
    """The inputs meant by ``paths``, in order: files as given, folders walked in byte order.

    In a folder, hidden files, links and names without a suffix of a text file are passed over,
    and so is everything under the folder ``without``, where results go.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112 - bytes that are not UTF-8 stay
            yield from _walk(path, without)
        else:
            yield Input(path, os.path.basename(path))  # noqa: PTH119


def _walk(folder: str, without: str | None) -> Iterator[Input | Failure]:
    unreadable: list[OSError] = []
    found: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not _same(os.path.join(parent, name), without)  # noqa: PTH118
        ]
        for name in names:
            path = os.path.join(parent, name)  # noqa: PTH118
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                found.append(path)
    for error in unreadable:
        yield Failure(str(error.filename), f"folder cannot be read: {error.strerror}")
    for path in sorted(found, key=os.fsencode):
        yield Input(path, os.path.relpath(path, folder))


def _same(path: str, other: str | None) -> bool:
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def plan_outputs(inputs: Iterable[Input], folder: str, extension: str) -> dict[Input, Path]:
    """The result file of each input: its relative path and full name under ``folder``.

    Raises OptionError if two inputs would share a file or an input would be overwritten.
    """
    planned: dict[Input, Path] = {}
    taken: dict[str, str] = {}
    for one in inputs:
        name = "stdin" if one.path == STDIN else one.relative
        target = Path(folder) / (name + extension)
        key = os.path.normcase(os.path.realpath(target))
        if key in taken:
            raise OptionError(f"{one.path} and {taken[key]} would both be written to {target}")
        taken[key] = one.path
        planned[one] = target
    for one in planned:
        if one.path != STDIN and os.path.realpath(one.path) in taken:
            raise OptionError(f"{one.path} is an input and would be overwritten")
    return planned


def write_whole(path: Path, text: str) -> None:
    """Put ``text`` into the file at ``path``, whole or not at all. Raises WriteError."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:  # noqa: PTH123
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = None
    except OSError as failure:
        raise WriteError(f"cannot be written: {failure.strerror or failure}") from failure
    finally:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
