"""Whether a batch survives being killed: ``python -m tests.endurance [RELEASES] [KILLS]``.

A run over synthetic releases is killed at random moments, and the same command is given again. No
result may be torn after the kill; after the second run the folder has to be, byte for byte, what an
undisturbed run makes. The control, which writes without care, is put through the same and has to
fail, or this would prove nothing. Both write to a disk that is as slow as the work.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

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
        at_work = process.poll() is None
        with suppress(ProcessLookupError):
            if chance.random() < 0.3:
                process.kill()  # its workers have to notice
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        found = tree_of(results)
        left = [name for name in found if name.endswith(".part")]
        torn = [name for name in found if name not in left and found[name] != expected.get(name)]
        subprocess.run(again, cwd=ROOT, check=False, stderr=subprocess.DEVNULL)
        return Tally(at_work, len(torn), len(left), tree_of(results) != expected)


def _wait_for(count: float, results: Path, process: subprocess.Popen[bytes]) -> None:
    """Return when there are so many results, or none will come any more."""
    while process.poll() is None and sum(len(files) for *_, files in os.walk(results)) < count:
        time.sleep(0.02)


def main(count: int, kills: int) -> None:
    """Say how the program and the control came through."""
    chance = random.Random(kills)
    with tempfile.TemporaryDirectory() as folder:
        releases = Path(folder) / "releases"
        make_releases(releases, count, seed=1)
        expected = undisturbed(releases, Path(folder) / "results")
        sys.stdout.write(f"{len(expected)} results\n")
        for fault in ("slow", "plain"):
            tally = Tally(0, 0, 0, 0)
            while tally.kills < kills and not (fault == "plain" and tally.wrong):
                one = killed(releases, fault, expected, chance)
                tally = Tally(*map(sum, zip(tally, one, strict=True)))
            sys.stdout.write(f"{fault:>6}: {tally}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, (sys.argv[1:] + ["2000", "20"][len(sys.argv) - 1 :])))
