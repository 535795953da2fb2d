"""Which files are meant: paths as given, and folders walked for texts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from summarize.batch.seals import seal_of
from summarize.reading import SUFFIXES as SUFFIXES  # noqa: PLC0414 - the batch hands it on

STDIN = "-"


class Input(NamedTuple):
    """A file to read: its path, its path inside the folder it was found in, or `-`."""

    path: str
    relative: str


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
    excluded = None if without is None else os.path.realpath(without)
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112 - bytes that are not UTF-8 stay
            yield from _walk(path, tuple(patterns), excluded)
        else:
            yield Input(path, os.path.basename(path))  # noqa: PTH119


def _walk(
    folder: str, patterns: tuple[str, ...], without: str | None
) -> Iterator[Input | Failure | Skipped]:
    unreadable: list[OSError] = []
    found: list[tuple[str, bool]] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        inside = os.path.relpath(parent, folder)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not _same(os.path.join(parent, name), without)  # noqa: PTH118
        ]
        for name in names:
            relative = os.path.normpath(os.path.join(inside, name))  # noqa: PTH118
            wanted = _wanted(name, relative, patterns)
            if not name.startswith(".") and (wanted or not patterns):
                found.append((relative, wanted))
    for error in unreadable:
        yield Failure(str(error.filename), _why_closed(error))
    for relative, wanted in sorted(found, key=lambda one: os.fsencode(_slashed(one[0]))):
        path = os.path.join(folder, relative)  # noqa: PTH118
        if not (_leads_out(path, folder) or _same(path, without) or _is_result(path)):
            yield Input(path, relative) if wanted else Skipped(path, _kind(path))


def _kind(path: str) -> str:
    """What a file is called by its kind: ``.jpg``, or that its name tells none."""
    suffix = Path(path).suffix.lower()
    return suffix if suffix.isascii() and suffix.isprintable() and suffix else "without a suffix"


def _why_closed(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "folder cannot be read: permission denied; make it readable first"
    return f"folder cannot be read: {error.strerror}"


def _wanted(name: str, relative: str, patterns: tuple[str, ...]) -> bool:
    """Whether a name is asked for; a pattern with a slash is about the path in the folder."""
    if not patterns:
        return name.lower().endswith(SUFFIXES)
    path = _slashed(relative)
    return any(fnmatchcase(path if "/" in pattern else name, pattern) for pattern in patterns)


def _slashed(path: str) -> str:
    """``path`` as patterns and the order of inputs see it: the same on every system."""
    return path if os.sep == "/" else path.replace(os.sep, "/")


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


def _is_result(path: str) -> bool:
    try:
        return seal_of(path) is not None
    except OSError:  # reading it will say why
        return False
