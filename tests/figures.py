"""What this machine measured of the tool's promises, as a table: ``python -m tests.figures``.

``--fuzz``, ``--strings`` and ``--sentences`` set how much is tried.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import random
import resource
import subprocess
import sys
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from summarize import Summary, summarize
from summarize.errors import ReadError
from summarize.reading import decode
from summarize.rendering.json import to_object
from tests.hostile import FORMATS, PIECES, hostile_strings, leak, rendered, summary_with
from tests.patterns import growth, patterns
from tests.synthetic import releases

ROOT = Path(__file__).parent.parent
WORDS = [
    line
    for line in (ROOT / "tests/cases/invariants/pieces.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
MARKS = (*" \n\t,.:;()[]“”\"'‘’!?-–", "\n\n", ". ", ", ", " dan ", "\r\n", "1. ", "- ")
HANG = 5  # seconds
ENVIRONMENTS: tuple[dict[str, str], ...] = (
    *({"PYTHONHASHSEED": str(seed)} for seed in range(10)),
    {"TZ": "Asia/Jayapura", "LC_ALL": "C", "PYTHONHASHSEED": "3"},
)


def fuzzed(count: int, seed: int = 0) -> str:
    """Random bytes, soups of words and marks, and releases with pieces in the wrong place."""
    chance, crashes, hangs, outside = random.Random(seed), 0, 0, 0
    written = [parts.text for parts in releases(200, seed=seed)]
    for number in range(count):
        data = _input(chance, number % 3, written)
        begun = perf_counter()
        try:
            outside += _outside(summarize(decode(data)))
        except ReadError:
            pass  # refused as it should be
        except Exception as failure:
            crashes += 1
            sys.stderr.write(f"crash: {failure!r} on {data!r}\n")
        hangs += perf_counter() - begun > HANG
    return f"{crashes} crashes, {hangs} over {HANG} s, {outside} spans outside their text"


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


def _outside(summary: Summary) -> int:
    """How many findings are not the piece of the source that their offsets name."""
    text, wrong = summary.release.text, 0
    left: list[Any] = [to_object(summary)]
    while left:
        node = left.pop()
        if isinstance(node, dict) and {"start", "end", "text"} <= node.keys():
            wrong += text[node["start"] : node["end"]] != node["text"]
        if isinstance(node, dict | list):
            left += node.values() if isinstance(node, dict) else node
    return wrong


def leaked(count: int) -> str:
    """Hostile strings through every format."""
    leaks = sum(
        leak(rendered(summary_with(hostile), name), name) is not None
        for name in FORMATS
        for hostile in islice(hostile_strings(seed=2), count)
    )
    return f"{leaks} leaks"


def hashes() -> str:
    """One run over seeds and releases in each environment and with 1, 2 and 4 processes."""
    found, runs = set(), 0
    inputs = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    inputs += sorted(str(path) for path in (ROOT / "tests" / "releases").glob("**/*.txt"))
    for env in ENVIRONMENTS:
        for jobs in ("1", "2", "4"):
            done = subprocess.run(
                [sys.executable, "-m", "summarize", *inputs, "-f", "jsonl", "-j", jobs],
                cwd=ROOT,
                capture_output=True,
                env=os.environ | env,
                check=True,
            )
            found.add(hashlib.sha256(done.stdout).hexdigest())
            runs += 1
    return f"{len(found)} distinct hash in {runs} runs over {len(inputs)} releases"


def expressions() -> str:
    """The worst growth over all regular expressions."""
    found = [growth(pattern) for pattern in patterns()]
    worst = max(one.factor for one in found)
    return f"{len(found)} patterns, at most ×{worst:.1f} for twice the text"


def scale(sentences: int) -> str:
    """Time and memory for a long text; in a process of its own, whose memory is counted."""
    done = subprocess.run(
        [sys.executable, "-c", f"from tests.figures import long_text; long_text({sentences})"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def long_text(sentences: int) -> None:
    """Summarise a text of so many sentences; print what it took."""
    text = "Bupati Rahmat Hidayat meresmikan pasar di Sampit, Senin (3/2/2025). " * sentences
    begun = perf_counter()
    summarize(text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{perf_counter() - begun:.0f} s, {peak} MB at most\n")


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fuzz", type=int, default=200_000, help="inputs")
    parser.add_argument("--strings", type=int, default=90_000, help="hostile strings a format")
    parser.add_argument("--sentences", type=int, default=100_000)
    given = parser.parse_args()
    machine = f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    sys.stdout.write(f"Measured on {datetime.now(UTC):%Y-%m-%d}: {machine}.\n\n")
    _row("tried", "found")
    _row("---", "---")
    _row(f"{given.fuzz:,} fuzzed inputs", fuzzed(given.fuzz))
    tried = f"{given.strings:,} hostile strings in each of {len(FORMATS)} formats"
    _row(tried, leaked(given.strings))
    _row("10 hash seeds, TZ and LC_ALL, 1, 2 and 4 processes", hashes())
    _row("regular expressions, pumped", expressions())
    _row(f"{given.sentences:,} sentences in one text", scale(given.sentences))


def _row(tried: str, found: str) -> None:
    sys.stdout.write(f"| {tried} | {found} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
