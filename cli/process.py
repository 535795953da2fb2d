"""The process boundary: streams, signals, exit codes, and nothing of the user's text in errors."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from types import FrameType
from typing import TextIO

from summarize.rendering.visible import shown

NAME = "summarize"


def main() -> None:
    """Run the command line and leave with its exit code."""
    _prepare_streams()
    signal.signal(signal.SIGTERM, _stop)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
        signal.signal(signal.SIGHUP, _stop)  # unless nohup has it ignored
    try:
        try:
            from .app import app

            app(prog_name=NAME)
        except SystemExit as end:
            if isinstance(end.__context__, BrokenPipeError):
                raise end.__context__ from None
            sys.stdout.flush()  # a small output fails only here
            raise
    except BrokenPipeError:  # the reader has seen enough, as in `| head`
        _discard(sys.stdout)
        sys.exit(0)
    except KeyboardInterrupt:
        _discard(sys.stdout)
        sys.exit(128 + signal.SIGINT)
    except OSError as failure:  # reading is done inside, file by file: this is writing
        complain(f"{NAME}: the output cannot be written: {failure.strerror or failure}")
        _discard(sys.stdout)
        sys.exit(getattr(failure.__context__, "exit_code", 1))  # of wrong usage that nobody can see
    except Exception as failure:
        if "--debug" in sys.argv:
            raise
        from summarize.batch import unexpected

        complain(f"{NAME}: {unexpected(failure)}")
        _discard(sys.stdout)
        sys.exit(1)
    finally:
        try:
            sys.stderr.flush()
        except OSError:  # it is full; what is left of it must not change the exit code
            _discard(sys.stderr)


def complain(line: str) -> None:
    """Write a line to standard error; if that is closed or full, the exit code still tells."""
    with suppress(OSError):
        sys.stderr.write(f"{shown(line)}\n")
        sys.stderr.flush()


def _prepare_streams() -> None:
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


def _discard(stream: TextIO) -> None:
    """Point a stream nowhere, or the interpreter fails once more when it flushes."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
