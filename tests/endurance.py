"""What takes long to find out of a batch; each command ends with 1 if it is not as it should be.

``python -m tests.endurance kill [RELEASES] [KILLS]``: a run over synthetic releases is killed at
random moments, and the same command is given again. No result may be torn after the kill; after the
second run the folder has to be, byte for byte, what an undisturbed run makes. The control, which
writes without care, is put through the same until it fails, as it has to, or this would prove
nothing. Both write to a disk that is as slow as the work.

``python -m tests.endurance database [RELEASES] [KILLS]``: the same with a database, which has to be
whole after each kill, and after the second run to hold what it would have held.

``python -m tests.endurance memory [FEWER] [MORE]``: the most memory that any process of a run takes
may grow by a third at most when there are ten times as many releases.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.databases import ask, dump, is_whole
from tests.synthetic import make_releases

ROOT = Path(__file__).parent.parent
Tree = dict[str, str]


class Tally(NamedTuple):
    """How several kills went."""

    kills: int  # that found the run at work
    torn: int  # results that were not whole after a kill
    left: int  # temporary files there were after a kill
    wrong: int  # folders that were not as they should be after the second run


def tree_of(folder: Path) -> Tree:
    """Everything that lies under ``folder``, with the hash of what is in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(content).hexdigest()
        for path in sorted(folder.rglob("*"))
        if (content := _content(path)) is not None
    }


def _content(path: Path) -> bytes | None:
    try:
        return None if path.is_dir() else path.read_bytes()
    except FileNotFoundError:  # a worker whose parent was killed has just finished it
        return None


def command(fault: str, *arguments: str | Path) -> list[str]:
    """The program with that fault, as a command."""
    return [sys.executable, "-m", "tests.faults", fault, *map(str, arguments)]


def undisturbed(releases: Path, results: Path) -> Tree:
    """What a run makes that nothing happens to."""
    subprocess.run(command("slow", releases, "-q", "-o", results), cwd=ROOT, check=True)
    return tree_of(results)


def killed(releases: Path, fault: str, expected: Tree, chance: random.Random) -> Tally:
    """One run that is killed at a random moment, and then another."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results"
        again = command(fault, releases, "-q", "-o", results)
        process = subprocess.Popen(
            again, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True
        )
        _wait_for(chance.uniform(0, 0.98) * len(expected), results, process)
        time.sleep(chance.uniform(0, 0.03))
        at_work = _kill_run(process, chance)
        found = tree_of(results)
        left = [name for name in found if name.endswith(".part")]
        torn = [name for name in found if name not in left and found[name] != expected.get(name)]
        subprocess.run(again, cwd=ROOT, check=False, stderr=subprocess.DEVNULL)
        return Tally(at_work, len(torn), len(left), tree_of(results) != expected)


def _kill_run(process: subprocess.Popen[bytes], chance: random.Random) -> bool:
    """Kill the run, with its workers or alone; whether it was at work still."""
    at_work = process.poll() is None
    with suppress(ProcessLookupError):
        if chance.random() < 0.3:
            process.kill()  # its workers have to notice
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return at_work


def _wait_for(count: float, results: Path, process: subprocess.Popen[bytes]) -> None:
    """Return when there are so many results, or none will come any more."""
    while process.poll() is None and sum(len(files) for *_, files in os.walk(results)) < count:
        time.sleep(0.02)


def kill(count: int = 2000, kills: int = 20) -> bool:
    """Whether the program comes through so many kills, and the control does not."""
    chance = random.Random(kills)
    with tempfile.TemporaryDirectory() as folder:
        releases = Path(folder) / "releases"
        make_releases(releases, count, seed=1)
        expected = undisturbed(releases, Path(folder) / "results")
        say(f"{len(expected)} results, undisturbed")
        sound = _killed_often("slow", releases, expected, kills, chance)
        control = _killed_often("plain", releases, expected, kills, chance)
    return not (sound.torn or sound.wrong) and control.torn > 0 and control.wrong > 0


def _killed_often(
    fault: str, releases: Path, expected: Tree, kills: int, chance: random.Random
) -> Tally:
    """How so many kills went; the control is spared more of them once it has failed."""
    name = "control" if fault == "plain" else "program"
    tally = Tally(0, 0, 0, 0)
    while tally.kills < kills and not (fault == "plain" and tally.torn and tally.wrong):
        one = killed(releases, fault, expected, chance)
        tally = Tally(*map(sum, zip(tally, one, strict=True)))
        say(f"{name}: {tally}")
    return tally


def database(count: int = 2000, kills: int = 20) -> bool:
    """Whether a database comes through so many kills."""
    chance = random.Random(kills)
    with tempfile.TemporaryDirectory() as folder:
        releases, target = Path(folder) / "releases", Path(folder) / "a.db"
        make_releases(releases, count, seed=1)
        subprocess.run(into_database(releases, target), cwd=ROOT, check=True)
        expected = dump(target)
        good = 0
        for number in range(1, kills + 1):
            good += killed_database(releases, expected, count, chance)
            say(f"{good} of {number} made good")
    return good == kills


def into_database(releases: Path, target: Path) -> list[str]:
    """A run into a database, as a command."""
    return [sys.executable, "-m", "summarize", str(releases), "-q", "-o", str(target)]


def killed_database(releases: Path, expected: list[str], count: int, chance: random.Random) -> bool:
    """Whether a run that is killed at a random moment, and then another, do what one does.

    Where the run had ended before, one is killed earlier.
    """
    for latest in (0.6, 0.3, 0.0):
        done = _killed_before(latest * count, releases, expected, chance)
        if done is not None:
            return done
    return False


def _killed_before(
    latest: float, releases: Path, expected: list[str], chance: random.Random
) -> bool | None:
    """The same, with the kill about when so many releases are there; None if it came too late."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "a.db"
        process = subprocess.Popen(
            into_database(releases, target), cwd=ROOT, start_new_session=True
        )
        until = chance.uniform(0, latest)
        while process.poll() is None and _releases_in(target) < until:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.1))
        at_work = _kill_run(process, chance)
        if not at_work:
            return None
        whole = not target.exists() or not _releases_in(target) or is_whole(target)
        subprocess.run(into_database(releases, target), cwd=ROOT, check=False)
        return whole and dump(target) == expected


def _releases_in(target: Path) -> int:
    """How many releases are there already, as far as can be seen."""
    try:
        return int(ask(target, "SELECT count(*) FROM releases")[0][0])
    except sqlite3.Error:  # nothing yet, or it is being written
        return 0


WAYS = (("-o", "results"), ("-o", "all.jsonl"), ("-f", "jsonl"))
AT_MOST = 1.3


def memory(fewer: int = 2000, more: int = 20_000) -> bool:
    """Whether a run over more releases takes hardly more memory."""
    peaks = []
    for count in (fewer, more):
        with tempfile.TemporaryDirectory() as folder:
            releases = Path(folder) / "releases"
            make_releases(releases, count, seed=1)
            peaks.append([_peak(releases, option, Path(folder) / to) for option, to in WAYS])
        say(f"{count:>6} releases: {', '.join(f'{peak / 1024:.1f} MiB' for peak in peaks[-1])}")
    ratios: list[float] = [many / few for few, many in zip(*peaks, strict=True)]
    for way, ratio in zip(WAYS, ratios, strict=True):
        say(f"{' '.join(way)}: x {ratio:.2f}, at most {AT_MOST}")
    return max(ratios) <= AT_MOST


def _peak(releases: Path, option: str, to: Path) -> int:
    """The most kilobytes that the run, or one of its processes, held at a time."""
    value = str(to) if option == "-o" else to.name
    run = [sys.executable, "-m", "summarize", str(releases), "-q", option, value]
    process = subprocess.Popen(run, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode} of {run}")
    return usage.ru_maxrss


def say(line: str) -> None:
    """Print a line at once: the next takes its time."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    which = {"kill": kill, "database": database, "memory": memory}.get("".join(sys.argv[1:2]))
    if which is None:
        sys.exit(__doc__)
    sys.exit(0 if which(*map(int, sys.argv[2:])) else 1)
