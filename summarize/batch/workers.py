"""Processes that work on inputs, and the outcomes in order.

The standard library's pool calls all of its work off when one process dies. Here each process has
a pipe of its own, so that a death is blamed on the one document that was being read, and a parent
that is killed is noticed.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from summarize.batch.inputs import Input
from summarize.batch.work import Outcome, Work, outcome_of
from summarize.errors import OptionError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

AHEAD = 2  # inputs that a process has at hand, so that it need not wait for the next
WINDOW = 16  # how far, for each process, work may go on beyond the outcome that is waited for
_ORPHANED = 1.0  # seconds after which a process looks whether its parent is still there


class Processes(NamedTuple):
    """So many processes of this machine; each gives an input up after ``timeout`` seconds."""

    jobs: int = 1
    timeout: float | None = None

    def outcomes(self, inputs: Sequence[Input], work: Work) -> Generator[Outcome, None, None]:
        """One outcome for each input, in their order; the processes end with what comes."""
        pool = Pool(inputs, partial(Worker, work, self.timeout), min(self.jobs, len(inputs)))
        try:
            for number in range(len(inputs)):
                yield pool.outcome(number)
        finally:
            pool.close()


class Pool:
    """Hands inputs to ``jobs`` workers and keeps the outcomes that come before their turn.

    ``hire`` makes a worker, and another one for each that dies.
    """

    def __init__(self, inputs: Sequence[Input], hire: Callable[[], Worker], jobs: int) -> None:
        self.inputs, self.hire = inputs, hire
        self.unassigned = 0  # the first input that nobody has worked on
        self.returned: deque[int] = deque()  # those that a process has left behind
        self.done: dict[int, Outcome] = {}
        self.workers = [hire() for _ in range(jobs)]

    def outcome(self, number: int) -> Outcome:
        """The outcome of the input ``number``, when it is there."""
        while number not in self.done:
            self._hand_out(number + WINDOW * len(self.workers))
            self._collect()
        outcome = self.done.pop(number)
        self._hand_out(number + WINDOW * len(self.workers))  # on with it while this one is written
        return outcome

    def close(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self.workers:
            worker.end()

    def _hand_out(self, limit: int) -> None:
        """Give every process enough to do, evenly, of the inputs before ``limit``."""
        for load in range(AHEAD):
            for worker in self.workers:
                if len(worker.assigned) <= load:
                    number = self._next(limit)
                    if number is None:
                        return
                    worker.give(number, self.inputs[number])

    def _next(self, limit: int) -> int | None:
        if self.returned:
            return self.returned.popleft()
        if self.unassigned >= min(limit, len(self.inputs)):
            return None
        self.unassigned += 1
        return self.unassigned - 1

    def _collect(self) -> None:
        """Wait until a process has something to say, or none any more."""
        from multiprocessing.connection import wait

        by_pipe = {worker.pipe: worker for worker in self.workers}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[cast("Connection", pipe)]
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            if isinstance(said, OptionError):
                raise said
            self.done[worker.assigned.popleft()] = said

    def _replace(self, worker: Worker) -> None:
        """Blame the death of a process on what it was at; a new one has the rest."""
        reason = worker.why_it_died()
        if worker.assigned and reason is not None:
            number = worker.assigned.popleft()
            self.done[number] = Outcome(self.inputs[number], reason=reason)
        self.returned.extend(worker.assigned)
        self.workers[self.workers.index(worker)] = self.hire()


class Worker:
    """A process with a pipe to it; ``assigned`` is what it was given and has not answered."""

    def __init__(self, work: Work, timeout: float | None) -> None:
        import multiprocessing

        # A fork has everything loaded already; elsewhere than on Linux it is not safe.
        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
        self.timeout = timeout
        self.assigned: deque[int] = deque()
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, work, timeout), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, number: int, one: Input) -> None:
        self.assigned.append(number)
        with suppress(OSError):  # it has died, which is noticed when it should answer
            self.pipe.send(one)

    def why_it_died(self) -> str | None:
        """The reason, if it is to be sought in the document and not in a signal from outside."""
        self.pipe.close()
        code = self._exit_code()
        if code == -signal.SIGTERM:
            return None
        if sys.platform != "win32" and code == -signal.SIGALRM:
            return f"took more than {self.timeout:g} seconds; allow it more with --timeout"
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return f"its process died ({how}); perhaps the document needs more memory"

    def end(self) -> None:
        self.process.kill()
        self._exit_code()
        self.pipe.close()

    def _exit_code(self) -> int:
        """How the process has ended, when it has."""
        self.process.join()
        return self.process.exitcode or 0


def serve(pipe: Connection, work: Work, timeout: float | None, *, idle: int | None = None) -> None:
    """Work on what comes through the pipe until it is closed or the parent is gone.

    ``idle``: or until nothing has come for so many seconds.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all: the parent obeys
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = os.getppid()
    with suppress(EOFError, OSError):
        while True:
            waited = 0
            while not pipe.poll(_ORPHANED):
                if os.getppid() != parent:
                    return
                waited += 1
                if waited == idle:
                    os.kill(os.getpid(), signal.SIGTERM)  # which no document is blamed for
            one = pipe.recv()
            _set_alarm(timeout)
            try:
                said: Outcome | OptionError = outcome_of(one, work)
            except OptionError as wrong:
                said = wrong
            _set_alarm(None)
            pipe.send(said)


def _set_alarm(seconds: float | None) -> None:
    """Have the system end this process after so long, also inside a regex that never returns."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds or 0)
