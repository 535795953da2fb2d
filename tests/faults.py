"""The command on a disk that misbehaves: ``python -m tests.faults FAULT ARGUMENT…``.

``slow``: writing takes as long as thinking, so that a kill often falls into it. ``plain``: slow,
and results are written with nothing but open and write; the control, which must not survive what
the real thing survives. ``die:7`` kills the program at the seventh call that touches the disk,
``ENOSPC:7`` (or any other name of an errno) has that call fail.
"""

from __future__ import annotations

import errno
import itertools
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

from summarize.storage import writing

PIECE = 4096  # characters that are written at once
PAUSE = 0.001  # seconds for each of them on a slow disk

Faulty = Callable[[Callable[..., Any]], Callable[..., Any]]


def install(fault: str) -> None:
    """Have the disk misbehave in this process from now on."""
    kind, _, number = fault.partition(":")
    if kind in {"slow", "plain"}:
        _write_through(_slow)
        if kind == "plain":
            setattr(writing, "write_whole", write_plainly)  # noqa: B010
        return
    faulty = _failing(kind, int(number))
    _write_through(faulty)
    for module, name in ((tempfile, "mkstemp"), (os, "mkdir"), (os, "fsync")):
        setattr(module, name, faulty(getattr(module, name)))
    for name in ("chmod", "replace"):
        setattr(os, name, faulty(getattr(os, name)))


def write_plainly(path: Path, pieces: Iterable[str]) -> None:
    """Write a file as everybody does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    opened: Any = getattr(writing, "open")  # noqa: B009
    with opened(path, "w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(pieces)


def _write_through(around: Faulty) -> None:
    """Pass every piece that is written to a file through ``around``."""

    def opened(*arguments: Any, **options: Any) -> Any:
        stream = open(*arguments, **options)  # noqa: SIM115, PTH123
        return _Stream(stream, around)

    setattr(writing, "open", opened)  # noqa: B010


class _Stream:
    """A file that hands over every piece at once."""

    def __init__(self, stream: Any, around: Faulty) -> None:
        self.stream, self.write = stream, around(stream.write)

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def writelines(self, pieces: Iterable[str]) -> None:
        text = "".join(pieces)
        for start in range(0, len(text), PIECE):
            self.write(text[start : start + PIECE])
            self.stream.flush()

    def flush(self) -> None:
        self.stream.flush()


def _slow(write: Callable[..., Any]) -> Callable[..., Any]:
    def slowly(text: str) -> None:
        time.sleep(PAUSE)
        write(text)

    return slowly


def _failing(kind: str, number: int) -> Faulty:
    calls = itertools.count(1)

    def faulty(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*arguments: Any, **options: Any) -> Any:
            if next(calls) == number:
                if kind == "die":
                    os.killpg(0, signal.SIGKILL)
                code = getattr(errno, kind)
                raise OSError(code, os.strerror(code))
            return function(*arguments, **options)

        return call

    return faulty


if __name__ == "__main__":
    install(sys.argv.pop(1))
    from cli.process import main

    main()
