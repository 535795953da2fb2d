"""`python -m tests.benchmarks [--quick] [--write] [--releases FOLDER]`: a table of measurements.

Every figure is a median of several rounds in which the tool and its peers take turns; ratios are
taken round by round. Nothing here passes or fails: the targets are there to be compared with.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from summarize.reading import read_file
from tests.benchmarks.plot import draw
from tests.benchmarks.rows import (
    Row,
    beside_peers,
    in_process,
    long_documents,
    stages,
    start_up,
    throughput,
)
from tests.benchmarks.timing import ROOT

PAGE = ROOT / ".docs" / "explanation" / "speed.md"
PLOT = ROOT / ".assets" / "speed.svg"
BEGIN, END = "<!-- speed: python -m tests.benchmarks --write -->\n", "<!-- /speed -->\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, shorter documents")
    parser.add_argument("--write", action="store_true", help="put them into the page on speed")
    parser.add_argument(
        "--releases", type=Path, help="a folder of releases to summarise in process beside sumy"
    )
    args = parser.parse_args()
    rounds, count, longest = (3, 20, 1_000) if args.quick else (11, 200, 100_000)
    rows = list(start_up(rounds))
    if args.releases:
        texts = [read_file(path).text for path in sorted(args.releases.rglob("*.txt"))]
        rows.append(in_process(f"{args.releases.name}: a release", texts, rounds))
    with tempfile.TemporaryDirectory() as folder:
        rows += throughput(rounds, count, Path(folder))
    rows += stages(rounds, count)
    rows += beside_peers(min(rounds, 3), min(count, 50))
    more, series = long_documents(longest)
    result = "".join(table([*rows, *more])) + f"\n{machine()}\n"
    sys.stdout.write(result)
    if args.write:
        PLOT.write_text(draw(series), "utf-8")
        shown = PAGE.read_text("utf-8")
        before, _, rest = shown.partition(BEGIN)
        PAGE.write_text(before + BEGIN + result + END + rest.partition(END)[2], "utf-8")


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The rows in Markdown."""
    yield "| what | Ringkas | beside it | | ratio | at most |\n"
    yield "|---|---:|---|---:|---:|---:|\n"
    for row in rows:
        quotient = "" if row.ratio is None else f"{row.ratio:.2f}"
        target = "" if row.target is None else f"{row.target:g}"
        yield f"| {row.what} | {row.ours} | {row.peer} | {row.theirs} | {quotient} | {target} |\n"


def machine() -> str:
    """Where and when."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{date.today():%Y-%m-%d}, Python {platform.python_version()}, {_model()}, {cores} cores"


def _model() -> str:
    try:
        known = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    found = re.search(r"model name\s*:\s*(.+)", known)
    return found[1].strip() if found else platform.machine()


if __name__ == "__main__":
    main()
