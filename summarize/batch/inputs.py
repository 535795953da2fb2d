"""Which files are meant: paths as given, and folders walked for texts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from summarize.batch.seals import LONGEST, seal_in
from summarize.errors import RemoteError
from summarize.reading import SUFFIXES as SUFFIXES  # noqa: PLC0414 - the batch hands it on
from summarize.storage import is_remote, join, slashed, storage_of

STDIN = "-"


class Input(NamedTuple):
    """A file to read: its path, its path inside the folder it was found in, or `-`.

    ``known`` is the key of the result that there is, for those who cannot look themselves.
    """

    path: str
    relative: str
    known: str | None = None


class Failure(NamedTuple):
    """An input that could not be done, and why; ``path`` is as it was given."""

    path: str
    reason: str


class Skipped(NamedTuple):
    """A file in a folder that is of no kind that is read; ``kind`` is the end of its name."""

    path: str
    kind: str


def find_inputs(
    paths: Sequence[str], *, patterns: Sequence[str] = (), without: str | None = None
) -> Iterator[Input | Failure | Skipped]:
    """The inputs meant by ``paths``, in order: files as given, folders walked in byte order.

    In a folder, names are taken that match one of ``patterns``; without any, those that end as
    what is read does, and the others are told as skipped. Passed over are hidden files and
    folders, links that lead out and folders behind links, results of an earlier run, and
    ``without``, where results go.
    """
    excluded = None if without is None else storage_of(without).real(without)
    for path in paths:
        if path != STDIN and storage_of(path).is_folder(path):
            yield from _walk(path, tuple(patterns), excluded)
        else:
            yield Input(path, _name(path))


def _walk(
    folder: str, patterns: tuple[str, ...], without: str | None
) -> Iterator[Input | Failure | Skipped]:
    storage = storage_of(folder)
    found: list[tuple[str, bool]] = []
    for one in storage.files_in(folder, without):
        if isinstance(one, OSError):
            yield Failure(str(one.filename), _why_closed(one))
            continue
        wanted = _wanted(os.path.basename(one), one, patterns)  # noqa: PTH119
        if wanted or not patterns:
            found.append((one, wanted))
    paths = [join(folder, relative) for relative, _ in found]
    ends = storage.ends(paths, LONGEST)
    for path, (relative, wanted), end in zip(paths, found, ends, strict=True):
        if seal_in(end) is None:
            yield Input(path, relative) if wanted else Skipped(path, _kind(path))


def _name(path: str) -> str:
    """What the file at ``path`` is called: of an address, its last part that says something."""
    if not is_remote(path):
        return os.path.basename(path)  # noqa: PTH119
    place, _, query = path.partition("#")[0].partition("?")
    name = place.rstrip("/").rpartition("/")[2]
    return f"{name}?{query.replace('/', '_')}" if query else name


def _kind(path: str) -> str:
    """What a file is called by its kind: ``.jpg``, or that its name tells none."""
    suffix = Path(path).suffix.lower()
    return suffix if suffix.isascii() and suffix.isprintable() and suffix else "without a suffix"


def _why_closed(error: OSError) -> str:
    if isinstance(error, RemoteError):
        return str(error)
    if isinstance(error, PermissionError):
        return "folder cannot be read: permission denied; make it readable first"
    return f"folder cannot be read: {error.strerror}"


def _wanted(name: str, relative: str, patterns: tuple[str, ...]) -> bool:
    """Whether a name is asked for; a pattern with a slash is about the path in the folder."""
    if not patterns:
        return name.lower().endswith(SUFFIXES)
    path = slashed(relative)
    return any(fnmatchcase(path if "/" in pattern else name, pattern) for pattern in patterns)
