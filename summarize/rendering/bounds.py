"""Bounds for work that is not ours: a few seconds of computing, and so much more memory.

They hold on systems that have them, in the main thread of a process.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

SECONDS = 5.0  # of the processor; a template takes milliseconds
AGAIN = 0.5  # seconds later, where a callback has swallowed that the time was over
MEMORY = 512 * 1024 * 1024  # bytes more than there are in use


class TooLong(BaseException):
    """The time is over; not to be caught by whoever catches every Exception."""


@contextmanager
def bounded() -> Iterator[None]:
    """Raise TooLong, or MemoryError, in the block where it takes more than it may."""
    with ExitStack() as stack:
        if sys.platform != "win32" and threading.current_thread() is threading.main_thread():
            stack.enter_context(_in_time())
            stack.enter_context(_in_memory())
        yield


if sys.platform != "win32":
    import resource

    @contextmanager
    def _in_time() -> Iterator[None]:
        before = signal.signal(signal.SIGVTALRM, _stop)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, before)

    @contextmanager
    def _in_memory() -> Iterator[None]:
        try:
            pages = int(Path("/proc/self/statm").read_text().split()[0])
        except (OSError, ValueError, IndexError):  # not Linux
            yield
            return
        before = resource.getrlimit(resource.RLIMIT_AS)
        most = pages * resource.getpagesize() + MEMORY
        if before[0] != resource.RLIM_INFINITY:
            most = min(most, before[0])
        resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_AS, before)

    def _stop(number: int, frame: FrameType | None) -> None:
        raise TooLong
