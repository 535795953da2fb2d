"""What this machine measured of the tool's promises, as a table: ``python -m tests.figures``.

``--fuzz``, ``--strings`` and ``--guided`` set how much is tried; ``--rows`` takes some of the rows
(``fuzz guided strings pieces sockets hashes expressions scale``).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from summarize import METHODS, summarize
from summarize.errors import ReadError
from summarize.reading import decode
from tests.fuzzing import outside, run
from tests.hostile import FORMATS, PIECES, hostile_strings, leak, rendered, summary_with
from tests.patterns import growth, patterns
from tests.scale import rows as scaled
from tests.synthetic import make_releases, releases
from tests.test_privacy import SEED, watched

ROOT = Path(__file__).parent.parent
WORDS = [
    line
    for line in (ROOT / "tests/cases/invariants/pieces.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
MARKS = (*" \n\t,.:;()[]“”\"'‘’!?-–", "\n\n", ". ", ", ", " dan ", "\r\n", "1. ", "- ")
HANG = 5  # seconds
PLACES: tuple[dict[str, str], ...] = (
    {},
    {"TZ": "Asia/Jayapura", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
)
SHUFFLED = """
import os, random
walk = os.walk
def shuffled(*arguments, **options):
    for parent, folders, names in walk(*arguments, **options):
        random.shuffle(folders)
        random.shuffle(names)
        yield parent, folders, names
os.walk = shuffled
from summarize.__main__ import main
main()
"""


def fuzzed(count: int, seed: int = 0) -> str:
    """Random bytes, soups of words and marks, and releases with pieces in the wrong place."""
    chance, crashes, hangs, wrong = random.Random(seed), 0, 0, 0
    written = [parts.text for parts in releases(200, seed=seed)]
    for number in range(count):
        data = _input(chance, number % 3, written)
        begun = perf_counter()
        try:
            wrong += outside(summarize(decode(data)))
        except ReadError:
            pass  # refused as it should be
        except Exception as failure:
            crashes += 1
            sys.stderr.write(f"crash: {failure!r} on {data!r}\n")
        hangs += perf_counter() - begun > HANG
    return f"{crashes} crashes, {hangs} over {HANG} s, {wrong} spans outside their text"


def _input(chance: random.Random, kind: int, written: list[str]) -> bytes:
    if kind == 0:
        return chance.randbytes(chance.randrange(200))
    if kind == 1:
        parts = chance.choices((*WORDS, *MARKS, *MARKS, *PIECES), k=chance.randrange(60))
        return "".join(parts).encode("utf-8", "surrogatepass")
    text = chance.choice(written)
    start = chance.randrange(len(text))
    text = text[start : start + chance.randrange(600)]
    for _ in range(chance.randrange(6)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice((*MARKS, *PIECES)) + text[at + chance.randrange(20) :]
    return text.encode(chance.choice(("utf-8", "utf-8", "utf-16", "cp1252")), "replace")


def guided(seconds: int) -> tuple[str, str]:
    """Inputs led by coverage."""
    tried, failure = run(seconds)
    sys.stderr.write(failure)
    found = "one crash" if failure else f"0 crashes, 0 over {HANG} s, 0 spans outside, 0 leaks"
    return f"{tried:,} inputs led by coverage in {seconds // 60} minutes (Atheris)", found


def leaked(count: int) -> str:
    """Hostile strings through every format."""
    leaks = sum(
        leak(rendered(summary_with(hostile), name), name) is not None
        for name in FORMATS
        for hostile in islice(hostile_strings(seed=2), count)
    )
    return f"{leaks} leaks"


def sliced() -> tuple[str, str]:
    """Whether files and their JSON alone give every finding back."""
    with tempfile.TemporaryDirectory() as folder:
        count = _inputs(Path(folder))
        found = [
            piece
            for shown in map(json.loads, _output(folder, "1").splitlines())
            for piece in _pieces(shown, Path(folder, shown["source"]["path"]))
        ]
    share = 100 * sum(found) / len(found)
    return f"{len(found):,} pieces in the JSON of {count} releases", f"{share:g} % sliced back"


def _pieces(shown: Any, path: Path) -> Iterator[bool]:
    """Of every object with offsets and text, whether the file has that text there."""
    text = path.read_bytes().decode(shown["source"]["encoding"])
    left = [shown]
    while left:
        node = left.pop()
        if isinstance(node, dict) and {"start", "end", "text"} <= node.keys():
            yield text[node["start"] : node["end"]] == node["text"]
        if isinstance(node, dict | list):
            left += node.values() if isinstance(node, dict) else node


def _inputs(folder: Path) -> int:
    """Copy the seeds and the releases of the tests to ``folder``, and make some; how many."""
    for path in (*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests/releases").glob("**/*.txt")):
        folder.joinpath(path.name).write_bytes(path.read_bytes())
    make_releases(folder, 60, seed=4)
    return len(list(folder.rglob("*.txt")))


def _output(folder: str, jobs: str, env: dict[str, str] | None = None) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", SHUFFLED, ".", "-f", "jsonl", "-j", jobs],
        cwd=folder,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | (env or {}),
        check=True,
    )
    return done.stdout


def sockets() -> tuple[str, str]:
    """What every method and a batch do with sockets and outside their paths."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = [watched(folder, str(SEED), "-f", "json", "-m", method) for method in METHODS]
        pairs = {"PAIRS": "socket.__new__"}  # between the processes of the run
        runs.append(
            watched(folder, str(ROOT / "seeds"), "-o", str(folder / "all"), "-q", env=pairs)
        )
    events = [line for done in runs for line in done.stderr.splitlines()]
    opened = sum(line.startswith("socket.") for line in events)
    written = len(events) - opened
    return f"{len(METHODS)} methods and a batch, watched", (
        f"{opened} sockets opened, {written} files touched outside the paths given"
    )


def hashes(
    seeds: Sequence[int] = range(10), jobs: Sequence[str] = ("1", "2", "4")
) -> tuple[str, str]:
    """One run for each hash seed, number of processes and place, each in another order."""
    found, runs = set(), 0
    with tempfile.TemporaryDirectory() as folder:
        count = _inputs(Path(folder))
        for seed in seeds:
            for env in PLACES:
                for number in jobs:
                    hashed = {"PYTHONHASHSEED": str(seed)} | env
                    found.add(hashlib.sha256(_output(folder, number, hashed)).hexdigest())
                    runs += 1
    tried = (
        f"{len(seeds)} hash seeds, {'/'.join(jobs)} processes, {len(PLACES)} zones and locales, "
    )
    return (
        f"{tried}folders in any order",
        f"{len(found)} distinct hash in {runs} runs over {count} releases",
    )


def expressions() -> str:
    """The worst growth over all regular expressions."""
    found = [growth(pattern) for pattern in patterns()]
    worst = max(one.factor for one in found)
    return f"{len(found)} patterns, at most ×{worst:.1f} for twice the text"


def table(given: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """The rows that were asked for, each as it is measured."""
    if "fuzz" in given.rows:
        yield f"{given.fuzz:,} fuzzed inputs", fuzzed(given.fuzz)
    if "guided" in given.rows and given.guided:
        yield guided(given.guided)
    if "strings" in given.rows:
        yield (
            f"{given.strings:,} hostile strings in each of {len(FORMATS)} formats",
            leaked(given.strings),
        )
    if "pieces" in given.rows:
        yield sliced()
    if "sockets" in given.rows:
        yield sockets()
    if "hashes" in given.rows:
        yield hashes()
    if "expressions" in given.rows:
        yield "regular expressions, pumped", expressions()
    if "scale" in given.rows:
        for tried, took, well in scaled([]):
            yield tried, took if well else f"**{took}**"


ROWS = ("fuzz", "guided", "strings", "pieces", "sockets", "hashes", "expressions", "scale")


def main() -> None:
    """Measure everything, or some rows, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fuzz", type=int, default=200_000, help="inputs")
    parser.add_argument("--strings", type=int, default=90_000, help="hostile strings a format")
    parser.add_argument("--guided", type=int, default=0, help="seconds; needs the group fuzz")
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=ROWS)
    given = parser.parse_args()
    machine = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    sys.stdout.write(f"Measured on {datetime.now(UTC):%Y-%m-%d}: {machine}.\n\n")
    _row("tried", "found")
    _row("---", "---")
    for tried, found in table(given):
        _row(tried, found)


def _row(tried: str, found: str) -> None:
    sys.stdout.write(f"| {tried} | {found} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
