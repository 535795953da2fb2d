"""Standard output and standard error: made fit for any text, and what is said on the latter."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from summarize.rendering.visible import shown


def complain(line: str) -> None:
    """Write a line to standard error; if that is closed or full, the exit code still tells."""
    with suppress(OSError):
        sys.stderr.write(f"{shown(line)}\n")
        sys.stderr.flush()


def prepare_streams() -> None:
    """Streams that exist and take any text: the same bytes in every locale."""
    if sys.stdout is None:  # started with >&-
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="backslashreplace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def discard(stream: TextIO) -> None:
    """Point a stream nowhere, or the interpreter fails once more when it flushes."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
