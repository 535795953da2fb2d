"""Long output on a terminal goes through the reader's pager, as git's does."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

# What less and lv are told unless they are told otherwise: leave at once what fits the screen,
# keep colours, and do not clear the screen at the end.
DEFAULTS = {"LESS": "FRX", "LV": "-c"}


def find_pager() -> str | None:
    """The command of the pager: PAGER, else less; None for none at all, as with PAGER=cat."""
    if os.environ.get("TERM", "dumb") == "dumb":  # which pagers ask a key about
        return None
    command = os.environ.get("PAGER", "less").strip()
    import shlex
    import shutil

    try:
        words = shlex.split(command)
    except ValueError:
        return None
    if not words or words == ["cat"] or shutil.which(words[0]) is None:
        return None
    return command


@contextmanager
def paged(*, wanted: bool) -> Iterator[Callable[[str], object]]:
    """What writes to standard output: through the pager where that is a terminal.

    Raises BrokenPipeError when the reader leaves the pager before the end.
    """
    command = find_pager() if wanted and sys.stdout.isatty() else None
    if command is None:
        yield sys.stdout.write
        return
    import subprocess

    sys.stdout.flush()
    pager = subprocess.Popen(
        command,
        shell=True,  # PAGER is a command line of the user's own, as "less -S"
        stdin=subprocess.PIPE,
        env=DEFAULTS | os.environ,
        encoding=sys.stdout.encoding,
        errors="backslashreplace",
    )
    into = pager.stdin
    assert into is not None
    try:
        yield into.write
    finally:
        with suppress(BrokenPipeError):
            into.close()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
        pager.wait()
        signal.signal(signal.SIGINT, before)
