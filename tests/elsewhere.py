"""The command with only what Windows has too: ``python -m tests.elsewhere ARGUMENT…``.

A stand-in, for machines without Windows: our code is told that it runs there, and what of POSIX it
could call is gone. With ``READER=gone`` a closed pipe is told of as Windows does.
"""

from __future__ import annotations

import errno
import io
import multiprocessing.connection
import os
import signal
import sys
from importlib import import_module

# Other people's, which look at the system when they are imported: they are to see the real one.
THEIRS = ("multiprocessing.popen_spawn_posix", "rich.console", "sqlite3", "tempfile", "typer.main")
MODULES = ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty")
SIGNALS = (
    "SIGALRM",
    "SIGHUP",
    "SIGPIPE",
    "SIGVTALRM",
    "ITIMER_REAL",
    "ITIMER_VIRTUAL",
    "setitimer",
)
CALLS = ("O_NOFOLLOW", "fork", "geteuid", "getuid", "mkfifo", "sched_getaffinity")


class Gone(io.StringIO):
    """Standard output whose reader has left."""

    def write(self, text: str) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")


def take_away() -> None:
    """Leave what every system has; also in processes that are started from this one."""
    for name in THEIRS:
        import_module(name)
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for name in SIGNALS:
        delattr(signal, name)
    for name in CALLS:
        delattr(os, name)
    multiprocessing.set_start_method("spawn", force=True)
    os.sep, os.altsep = "\\", "/"
    sys.platform = "win32"


take_away()

if __name__ == "__main__":
    from cli.process import main

    if os.environ.get("READER") == "gone":
        sys.stdout = Gone()
    main()
