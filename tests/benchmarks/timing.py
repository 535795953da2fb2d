"""Measuring two or more things in turn, so that a machine that slows down slows all of them."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
# Bytecode is kept, as an installation keeps it: compiling anew is no part of a run.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


class Timing(NamedTuple):
    """Seconds of each round, and the peak memory in MiB where it was taken."""

    seconds: list[float]
    peak: float = 0.0

    @property
    def median(self) -> float:
        return median(self.seconds)


def ratio(one: Timing, other: Timing) -> float:
    """The median of what the rounds of ``one`` took against the same rounds of ``other``."""
    return median(a / b for a, b in zip(one.seconds, other.seconds, strict=True))


def in_turn(work: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Timing]:
    """Each function ``rounds`` times, A B A B, after once for nothing; in processor time."""
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for counted in range(-1, rounds):
        for name, function in work.items():
            taken = timed(function)
            if counted >= 0:
                seconds[name].append(taken)
    return {name: Timing(taken) for name, taken in seconds.items()}


def timed(function: Callable[[], object]) -> float:
    """The processor time of one call."""
    start = time.process_time()
    function()
    return time.process_time() - start


def processes_in_turn(
    commands: Mapping[str, Sequence[str | Path]], rounds: int
) -> dict[str, Timing]:
    """Each command ``rounds`` times, A B A B, after once for nothing; from start to exit."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    peaks = dict.fromkeys(commands, 0.0)
    for counted in range(-1, rounds):
        for name, command in commands.items():
            taken, peak = run(command)
            if counted >= 0:
                seconds[name].append(taken)
                peaks[name] = max(peaks[name], peak)
    return {name: Timing(taken, peaks[name]) for name, taken in seconds.items()}


def run(command: Sequence[str | Path]) -> tuple[float, float]:
    """Seconds and peak memory in MiB of a command, whose output is read and dropped."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT) as process:
        assert process.stdout
        while process.stdout.read(1 << 16):
            pass
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {command}")
    return taken, usage.ru_maxrss / 1024
