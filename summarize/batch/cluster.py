"""A cluster of Dask that works on inputs: this is the side of the run that asks for it.

A chunk of inputs is one task. The results come back in the order of the inputs, and so many chunks
are under way that no worker waits; what is further behind has not been handed out, so that neither
this process nor the scheduler ever holds a whole archive. What a worker does is in
:mod:`summarize.batch.station`.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from summarize.batch.inputs import Input
from summarize.batch.station import Order, dismiss
from summarize.batch.work import Outcome, Work
from summarize.errors import EngineError, OptionError, SummarizeError
from summarize.storage import is_remote
from summarize.storage.writing import signpost
from summarize.version import __version__

if TYPE_CHECKING:
    from distributed import Client, Future

CHUNK = (
    32  # inputs in a task at most: its overhead is small beside them, and what is done again too
)
AHEAD = 4  # chunks for each thread of a worker that are handed out and not yet taken back
PAUSE = 1.0  # seconds between two looks whether there is any worker at all,
LONELY = 60  # how many looks may find none: they are started anew, or a cluster grows at need
LIVES = 3  # how often a chunk is handed out again whose workers Dask has seen die too often
FAREWELL = 1.0  # seconds for workers to hear that the run is over


class Cluster(NamedTuple):
    """The cluster whose scheduler is at ``dask://HOST:PORT``; ``jobs``: chunks at a time."""

    address: str
    jobs: int | None = None
    timeout: float | None = None

    def outcomes(self, inputs: Sequence[Input], work: Work) -> Generator[Outcome, None, None]:
        """One outcome for each input, in their order.

        Raises EngineError if there is nobody to work, or they are not fit for it.
        """
        if not inputs:
            return
        with ExitStack() as stack:
            client = stack.enter_context(_connected(self.address))
            order = _order(work, self.timeout, stack)
            run = _Run(client, order, inputs, self.jobs)
            stack.callback(run.end)
            yield from run.outcomes()


def _order(work: Work, timeout: float | None, stack: ExitStack) -> Order:
    """What all workers have to know of this run."""
    folder = None if work.output is None else work.output.shared
    seen = None
    if folder is not None and not is_remote(folder):
        seen = os.path.abspath(stack.enter_context(signpost(Path(folder))))  # noqa: PTH100
    return Order(uuid4().hex, work, timeout, os.getcwd(), seen)  # noqa: PTH109


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """A client of the scheduler at that address. Raises OptionError without Dask."""
    if find_spec("distributed") is None:
        raise OptionError("a cluster needs Dask: pip install 'ringkas[cluster]'")
    import logging
    import warnings

    from distributed import Client

    for name in ("distributed", "distributed.client", "tornado", "tornado.application", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what is wrong, we say
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            client = Client(address.removeprefix("dask://"))
        except OSError as failure:
            raise EngineError(
                "no scheduler answers there; look at the address, or start one: dask scheduler"
            ) from failure
        try:
            yield client
        finally:
            client.close(timeout=FAREWELL)


@contextmanager
def _explained() -> Iterator[None]:
    """Raise EngineError for what Dask raises if the work itself is not at fault."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker

    try:
        yield
    except (SummarizeError, KilledWorker):
        raise
    except (CancelledError, OSError) as failure:
        raise EngineError(
            "the scheduler is gone; start it again and give the same command: what is done stays"
        ) from failure
    except ImportError as failure:
        raise EngineError(
            f"the workers need ringkas {__version__}: pip install 'ringkas[cluster]'"
        ) from failure
    except Exception as failure:
        said = f"a task failed with {type(failure).__name__}; see the logs of the workers"
        raise EngineError(said) from failure


def _task() -> Callable[[str, bytes, bytes], Sequence[bytes]]:
    """What is sent: not by its name, or Dask would end a worker that does not know it."""

    def work(version: str, order: bytes, chunk: bytes) -> Sequence[bytes]:
        from summarize.batch.station import work_on

        return work_on(version, order, chunk)

    return work


class _Run:
    """Hands chunks out and takes their outcomes back, in order."""

    def __init__(
        self, client: Client, order: Order, inputs: Sequence[Input], jobs: int | None
    ) -> None:
        self.client, self.order, self.inputs, self.jobs = client, order, inputs, jobs
        self.packed = pickle.dumps(order)
        self.task = _task()
        self.handed_out = self.chunks = 0
        self.waiting: deque[tuple[Future[Any], Sequence[Input]]] = deque()

    def outcomes(self) -> Iterator[Outcome]:
        """One outcome for each input."""
        self._hand_out()
        while self.waiting:
            future, chunk = self.waiting.popleft()
            made = self._made(future, chunk)
            if len(made) < len(chunk):  # it was enough for once
                self.waiting.appendleft(self._submitted(chunk[len(made) :], urgent=True))
            self._hand_out()
            for one in made:
                yield pickle.loads(one)

    def end(self) -> None:
        """Have the workers end what they are at, and the processes that they do it with."""
        self.waiting.clear()
        farewell = Thread(target=self._dismiss, daemon=True)
        farewell.start()
        farewell.join(FAREWELL)

    def _dismiss(self) -> None:
        with suppress(Exception):  # they are gone already
            self.client.run(dismiss, self.order.run, on_error="ignore")

    def _hand_out(self) -> None:
        """Have as many chunks under way as keep all workers busy."""
        if self.handed_out == len(self.inputs):
            return
        most = AHEAD * max(1, self._threads())
        size = min(CHUNK, -(-len(self.inputs) // most))
        output = self.order.work.output
        while len(self.waiting) < (self.jobs or most) and self.handed_out < len(self.inputs):
            chunk = self.inputs[self.handed_out : self.handed_out + size]
            self.handed_out += len(chunk)
            if output is not None:
                chunk = [output.recall(one) for one in chunk]
            self.waiting.append(self._submitted(chunk))

    def _threads(self) -> int:
        """How many chunks are worked on at a time."""
        with _explained():
            threads: int = sum(self.client.nthreads().values())
            return threads

    def _submitted(
        self, chunk: Sequence[Input], *, urgent: bool = False
    ) -> tuple[Future[Any], Sequence[Input]]:
        self.chunks += 1
        future = self.client.submit(
            *(self.task, __version__, self.packed, pickle.dumps(tuple(chunk))),
            key=f"ringkas-{self.order.run}-{self.chunks}",
            pure=False,
            priority=int(urgent),
        )
        return future, chunk

    def _made(self, future: Future[Any], chunk: Sequence[Input]) -> Sequence[bytes]:
        """What a task has given back; one whose workers have died is given to others."""
        from distributed import KilledWorker

        for _ in range(LIVES):
            try:
                return self._result(future)
            except KilledWorker:
                future, _ = self._submitted(chunk, urgent=True)
        raise EngineError("the workers die again and again; see their logs")

    def _result(self, future: Future[Any]) -> Sequence[bytes]:
        with _explained():
            self._wait(future)
            made: Sequence[bytes] = future.result()
            return made

    def _wait(self, future: Future[Any]) -> None:
        """Return when the task is over, or raise EngineError if nobody is there to do it."""
        from distributed import wait

        lonely = 0
        while True:
            try:
                wait(future, timeout=PAUSE)
                return
            except TimeoutError:
                lonely = 0 if self._threads() else lonely + 1
            if lonely >= LONELY:
                raise EngineError("there is no worker; start one: dask worker HOST:PORT")
