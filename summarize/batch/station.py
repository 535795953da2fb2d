"""What a worker of a cluster does with a chunk of inputs.

It hands them to a process of its own, as a run on one machine does: a document that takes too long,
or that a process dies of, is blamed alone, and the worker always answers its scheduler. The process
serves one run, and waits for its next chunk.
"""

from __future__ import annotations

import os
import pickle
import platform
import subprocess
import sys
from collections import defaultdict, deque
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple, cast
from weakref import WeakSet

from summarize.batch.inputs import Input
from summarize.batch.work import Work
from summarize.batch.workers import Pool, Worker, serve
from summarize.errors import EngineError
from summarize.storage import is_remote
from summarize.version import __version__

MUCH = 8_000_000  # bytes of results that are enough for one task
IDLE = 60  # seconds that a process waits for its next chunk
_SERVING = "import sys\nfrom summarize.batch.station import serve_run\nserve_run(int(sys.argv[1]))"


class Order(NamedTuple):
    """What is done in a run: ``folder`` is where its paths start, ``seen`` a file to be seen."""

    run: str
    work: Work
    timeout: float | None
    folder: str
    seen: str | None


def work_on(version: str, order: bytes, chunk: bytes) -> Sequence[bytes]:
    """The outcomes of the inputs in a chunk, in order, or of the first of them if that is much.

    Raises EngineError where this worker cannot do it.
    """
    if version != __version__:
        raise EngineError(
            f"the worker on {platform.node()} has ringkas {__version__} and this is {version}; "
            "install the same on all machines"
        )
    ordered: Order = pickle.loads(order)
    if ordered.run in _over:
        return ()
    inputs: Sequence[Input] = pickle.loads(chunk)
    _look_round(ordered, inputs)
    made: list[bytes] = []
    pool = Pool(inputs, partial(_hired, ordered), 1)
    try:
        while len(made) < len(inputs) and sum(map(len, made)) < MUCH:
            made.append(pickle.dumps(pool.outcome(len(made))))
    finally:
        _let_go(ordered, pool)
    return made


def _look_round(order: Order, inputs: Sequence[Input]) -> None:
    """Raise EngineError if what is to be read and written is not to be seen from here."""
    output = order.work.output
    paths = [one.path for one in inputs] + [output.shared if output and output.shared else ""]
    unseen = order.seen if order.seen and not os.path.exists(order.seen) else None  # noqa: PTH110
    if unseen is None and any(map(_is_relative, paths)) and not os.path.isdir(order.folder):  # noqa: PTH112
        unseen = os.path.join(order.folder, "")  # noqa: PTH118
    if unseen is not None:
        raise EngineError(
            f"the worker on {platform.node()} does not see {os.path.dirname(unseen)}; "  # noqa: PTH120
            "choose a folder that all machines share"
        )


def _is_relative(path: str) -> bool:
    return path != "" and not is_remote(path) and not os.path.isabs(path)  # noqa: PTH117


class Hand(Worker):
    """A process beside this one. Workers of Dask may have no children by multiprocessing."""

    def __init__(self, order: Order) -> None:
        from multiprocessing import Pipe

        self.timeout = order.timeout
        self.assigned = deque()
        self.pipe, theirs = Pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _SERVING, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            cwd=order.folder if os.path.isdir(order.folder) else None,  # noqa: PTH112
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        theirs.close()
        with suppress(OSError):  # it has died, which is noticed when it should answer
            self.pipe.send(order)

    def _exit_code(self) -> int:
        code: int = self.process.wait()
        return code


def serve_run(handle: int) -> None:
    """Work on what comes through the pipe that this process has inherited."""
    from multiprocessing.connection import Connection

    pipe = Connection(handle)
    with suppress(EOFError):
        order: Order = pipe.recv()
        serve(pipe, order.work, order.timeout, idle=IDLE)


# The processes of each run: all of them, and those that wait for a chunk.
_hands: defaultdict[str, WeakSet[Hand]] = defaultdict(WeakSet)
_idle: defaultdict[str, list[Hand]] = defaultdict(list)
_over: set[str] = set()


def _hired(order: Order) -> Hand:
    """A process that waited, or a new one. Raises EngineError if the run is over meanwhile."""
    idle = _idle[order.run]
    while idle:
        hand = idle.pop()
        if hand.process.poll() is None:
            return hand
    hand = Hand(order)
    _hands[order.run].add(hand)
    if order.run in _over:
        dismiss(order.run)
        raise EngineError(order.run)  # which nobody waits for
    return hand


def _let_go(order: Order, pool: Pool) -> None:
    """Keep the process for the next chunk, unless it is at something still."""
    for hand in pool.workers:
        if hand.assigned or order.run in _over:
            hand.end()
        else:
            _idle[order.run].append(cast("Hand", hand))


def dismiss(run: str) -> None:
    """End the processes of a run, whatever they are at."""
    _over.add(run)
    hands = [*_hands.pop(run, ())]
    _idle.pop(run, None)
    for hand in hands:
        hand.process.kill()
        hand.process.wait()
