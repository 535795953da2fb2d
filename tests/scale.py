"""Whether time grows in step with a text and memory stays small: ``python -m tests.scale``.

Each case is summarised and rendered whole and at a quarter of its size, in a process of its own
whose memory is counted. Linear time makes the whole take four times as long, quadratic sixteen.
Name cases to run only these.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import NamedTuple

from summarize import Summary, summarize
from summarize.rendering import render_one
from tests.synthetic import releases

ROOT = Path(__file__).parent.parent
TOO_MUCH = 8.0  # times longer for four times the text
TOO_BIG = 1_000_000_000  # bytes of memory
FORMATS = ("text", "json")


class Case(NamedTuple):
    """A text for each size, the size that has to be managed, and what of it has to be found."""

    text: Callable[[int], str]
    size: int
    found: Callable[[Summary], int] | None = None


class Measured(NamedTuple):
    """What a text took, and whether all that the case counts was found."""

    seconds: float
    peak: int  # bytes
    complete: bool


def _stories(size: int) -> Iterator[str]:
    written = [" ".join(parts.paragraphs) for parts in releases(2_000, seed=5)]
    length = 0
    while length < size:
        for text in written:
            yield text
            length += len(text) + 1


def _sentences(size: int) -> str:
    """``size`` sentences, each another, in paragraphs."""
    written = [s for parts in releases(2_000, seed=5) for s in parts.paragraphs]
    lines: list[str] = []
    left = size
    while left > 0:
        for number, line in enumerate(written):
            lines.append(f"{line} Ini berita {len(lines)}.")
            left -= line.count(". ") + 2
            if left <= 0 or number + 1 == len(written):
                break
    return "\n".join(lines)


def _items(size: int) -> str:
    listed = ", ".join(f"jalan desa nomor {number}" for number in range(1, size))
    return f"Ada {size} tuntutan warga, yaitu {listed}, dan jembatan desa.\n"


def _lines(size: int) -> str:
    listed = "\n".join(f"- memperbaiki jalan nomor {number};" for number in range(size))
    return f"Bupati menyampaikan {size} janji sebagai berikut:\n{listed}\n"


def _quotations(size: int) -> str:
    said = "“Kami membangun jalan nomor {} untuk warga desa,” kata Bupati Rahmat Hidayat, Senin."
    return "\n".join(said.format(number) for number in range(size))


def _most_items(summary: Summary) -> int:
    return max((len(found.items) for found in summary.findings.enumerations), default=0)


CASES = {
    "sentences": Case(_sentences, 100_000),
    "one line of characters": Case(lambda size: " ".join(_stories(size))[:size], 20_000_000),
    "characters without a stop": Case(lambda size: ("ab " * size)[:size], 20_000_000),
    "characters without a space": Case(lambda size: "a" * size, 20_000_000),
    "items of one list": Case(_items, 10_000, _most_items),
    "lines of one list": Case(_lines, 10_000, _most_items),
    "quotations": Case(_quotations, 10_000, lambda summary: len(summary.findings.quotations)),
    "paragraphs of one word": Case(lambda size: "warga\n\n" * size, 10_000),
}


def measure(name: str, size: int) -> Measured:
    """One case at one size, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", "from tests.scale import main; main()", "measure", name, str(size)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Measured(*json.loads(done.stdout))


def measured(name: str, size: int) -> Measured:
    """One case at one size, here; the peak is that of all this process has done."""
    case = CASES[name]
    text = case.text(size)
    begun = process_time()
    summary = summarize(text)
    for format_name in FORMATS:
        render_one(summary, format_name)
    seconds = process_time() - begun
    import resource  # not on every system

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Measured(seconds, peak, case.found is None or case.found(summary) == size)


def rows(names: list[str]) -> Iterator[tuple[str, str, bool]]:
    """For each case what was tried, what it took, and whether that is well."""
    for name in names or CASES:
        size = CASES[name].size
        quarter, whole = measure(name, size // 4), measure(name, size)
        growth = whole.seconds / quarter.seconds
        took = f"{whole.seconds:,.1f} s, ×{growth:.1f} of a quarter, {whole.peak / 1e6:,.0f} MB"
        well = growth < TOO_MUCH and whole.peak < TOO_BIG and whole.complete
        yield f"{size:,} {name}", took, well


def main() -> None:
    """Measure all cases, or those named; leave with 1 if one took too much."""
    if sys.argv[1:2] == ["measure"]:
        sys.stdout.write(json.dumps(measured(sys.argv[2], int(sys.argv[3]))))
        return
    failed = False
    for tried, took, well in rows(sys.argv[1:]):
        sys.stdout.write(f"{'ok  ' if well else 'FAIL'} {tried}: {took}\n")
        sys.stdout.flush()
        failed |= not well
    sys.exit(failed)


if __name__ == "__main__":
    main()
