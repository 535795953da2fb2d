"""The process boundary: signals, exit codes, and nothing of the user's text in errors."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from .messages import translated
from .streams import complain, discard, prepare_streams

NAME, OTHER_NAME = "summarize", "ringkas"
_CLOSED = errno.EINVAL if sys.platform == "win32" else errno.EPIPE  # what a closed pipe is called
_SELDOM = 100_000  # objects between two collections, which find next to nothing in a run


def main() -> None:
    """Run the command line and leave with its exit code.

    When all has gone well the process ends at once: what it knows of two languages need not be
    taken apart before. Whoever traces or profiles it has to be asked at the end, though.
    """
    gc.set_threshold(_SELDOM)
    try:
        _run()
    except SystemExit as end:
        if end.code or sys.gettrace() or sys.getprofile():
            raise
    os._exit(0)


def _run() -> None:
    prepare_streams()
    signal.signal(signal.SIGTERM, _stop)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
        signal.signal(signal.SIGHUP, _stop)  # unless nohup has it ignored
    try:
        try:
            _obey(sys.argv[1:])
        except SystemExit as end:
            if isinstance(end.__context__, BrokenPipeError):
                raise end.__context__ from None
            sys.stdout.flush()  # a small output fails only here
            raise
    except KeyboardInterrupt:
        discard(sys.stdout)
        sys.exit(128 + signal.SIGINT)
    except OSError as failure:  # reading is done inside, file by file: this is writing
        _end_unwritten(failure)
    except Exception as failure:
        if "--debug" in sys.argv:
            raise
        from summarize.batch import unexpected

        complain(f"{NAME}: {translated(unexpected(failure))}")
        discard(sys.stdout)
        sys.exit(1)
    finally:
        try:
            sys.stderr.flush()
        except OSError:  # it is full; what is left of it must not change the exit code
            discard(sys.stderr)


def _obey(arguments: list[str]) -> None:
    """Do what the command line says, and leave with the exit code."""
    from .everyday import everyday_request

    request = everyday_request(arguments)
    if request is None:
        from .app import app

        app(prog_name=_called())
    else:
        from .delivery import obey

        sys.exit(obey(request))


def _end_unwritten(failure: OSError) -> NoReturn:
    """Leave where output cannot be written: quietly if the reader has gone, as in `| head`."""
    gone = isinstance(failure, BrokenPipeError) or failure.errno == _CLOSED
    if not gone:
        said = f"the output cannot be written: {failure.strerror or failure}"
        complain(f"{NAME}: {translated(said)}")
    discard(sys.stdout)
    # The exit code is that of wrong usage which nobody could be told of, if it was that.
    sys.exit(0 if gone else getattr(failure.__context__, "exit_code", 1))


def _called() -> str:
    """The name that the user knows the command by: completion is for that."""
    name = os.path.basename(sys.argv[0]).partition(".")[0]  # noqa: PTH119
    return name if name == OTHER_NAME else NAME


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
