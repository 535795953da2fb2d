"""What is measured: each function runs one kind of benchmark and returns rows of the table."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from summarize import summarize
from summarize.anatomy import take_apart
from summarize.findings import find_all
from summarize.passages import find_passages
from summarize.points import choose_points
from summarize.ranking import DEFAULT_METHOD, choose_sentences
from summarize.reading import from_text
from summarize.rendering import render_one
from tests.benchmarks.breakdown import break_down
from tests.benchmarks.peer import Peer
from tests.benchmarks.peers import parts_of_the_work
from tests.benchmarks.timing import ROOT, Timing, in_turn, processes_in_turn, ratio, timed
from tests.synthetic import make_releases, releases

SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
HELLO = "import typer\napp = typer.Typer()\n@app.command()\ndef hi(name: str): ...\napp()"
LONG = (10, 100, 1_000, 10_000, 100_000)  # sentences
LONGEST_OF_PEER = 1_000  # it compares every sentence with every other
COMMAND = (sys.executable, "-m", "summarize")


class Row(NamedTuple):
    """A line of the table: what took how long beside what, or as much memory."""

    what: str
    ours: str
    peer: str
    theirs: str
    ratio: float | None = None
    target: float | None = None


def start_up(rounds: int) -> Iterator[Row]:
    """Whole processes, and their memory."""
    commands: dict[str, tuple[str | Path, ...]] = {
        "seed": (*COMMAND, SEED),
        "json": (*COMMAND, "--format", "json", SEED),
        "help": (*COMMAND, "--help"),
        "version": (*COMMAND, "--version"),
        "nothing": (sys.executable, "-c", "pass"),
        "import": (sys.executable, "-c", "import sumy.summarizers.lex_rank"),
        "sumy": (sys.executable, "-m", "tests.benchmarks.peer", SEED),
        "hello": (sys.executable, "-c", HELLO, "--help"),
    }
    took = processes_in_turn(commands, rounds)
    imports, whole = "importing sumy's LexRank", "sumy's LexRank on it"
    yield _row("`summarize seed.txt`, whole process", took["seed"], imports, took["import"], 0.35)
    yield _row("the same", took["seed"], whole, took["sumy"])
    yield _row("the same", took["seed"], "`python -c pass`", took["nothing"])
    yield _row("with `--format json`", took["json"], imports, took["import"])
    hello = "a Typer app of one option"
    yield _row("`summarize --help`", took["help"], f"{hello}, its `--help`", took["hello"], 0.6)
    yield _row("`summarize --version`", took["version"], "the same", took["hello"], 0.6)
    ours, theirs = took["seed"].peak, took["sumy"].peak
    shown = f"{ours:.0f} MiB", whole, f"{theirs:.0f} MiB"
    yield Row("peak memory on the seed", *shown, ours / theirs, 0.8)
    spent = break_down(SEED, rounds)
    total = sum(spent.values())
    for part, seconds in spent.items():
        yield Row(f"the seed: {part}", _shown(seconds), "all of it", _shown(total), seconds / total)


def stages(rounds: int, count: int) -> Iterator[Row]:
    """What a release spends its time on, beside all of it."""
    texts = [parts.text for parts in releases(count, seed=7)]
    taken = [take_apart(from_text(text), "auto") for text in texts]
    found = [(release, find_all(release)) for release in taken]
    parted = [(*pair, find_passages(*pair)) for pair in found]
    summaries = [summarize(text) for text in texts]
    took = in_turn(
        {
            "all of it": lambda: [summarize(text) for text in texts],
            "taking apart": lambda: [take_apart(from_text(text), "auto") for text in texts],
            "finding": lambda: [find_all(release) for release in taken],
            "ranking": lambda: [
                choose_sentences(*pair, find_passages(*pair), method=DEFAULT_METHOD, length=None)
                for pair in found
            ],
            "choosing points": lambda: [choose_points(*parts) for parts in parted],
            "writing text": lambda: [render_one(summary, "text") for summary in summaries],
        },
        rounds,
    )
    whole = took.pop("all of it")
    for name, stage in took.items():
        yield _row(f"a release: {name}", stage, "all but writing", whole, of=count)


def in_process(what: str, texts: Sequence[str], rounds: int) -> Row:
    """Everything found in ``texts`` and their summaries, beside sumy, in this process."""
    peer = Peer()
    took = in_turn(
        {
            "ours": lambda: [summarize(text) for text in texts],
            "sumy": lambda: [peer(text) for text in texts],
        },
        rounds,
    )
    peer_does = "sumy's LexRank, from text to summary"
    return _row(what, took["ours"], peer_does, took["sumy"], 1.5, of=len(texts))


def throughput(rounds: int, count: int, folder: Path) -> Iterator[Row]:
    """Releases in this process beside sumy, and a folder by one process and by two."""
    texts = [parts.text for parts in releases(count, seed=7)]
    yield in_process("a release, found and summarised, in process", texts, rounds)
    given, database = folder / "releases", folder / "releases.db"
    make_releases(given, 2_000, seed=7)
    batch = (*COMMAND, "--format", "jsonl", "--quiet", given)
    anew = ("sh", "-c", 'rm -f "$0"; exec "$@"', database)
    into = (*anew, *COMMAND, "--quiet", given, "--output", database, "--jobs", "2")
    ways = {"2": (*batch, "--jobs", "2"), "1": (*batch, "--jobs", "1"), "database": into}
    took = processes_in_turn(ways, min(rounds, 3))
    what = "2,000 releases {}, 2 jobs"
    yield _row(what.format("to JSON lines"), took["2"], "1 job", took["1"], 0.6)
    yield _row(
        what.format("into a database"), took["database"], "to JSON lines", took["2"], 1 / 0.8
    )


def beside_peers(rounds: int, count: int) -> Iterator[Row]:
    """Parts of the work beside the peers that do them."""
    texts = [release.text for release in releases(count, seed=7)]
    for what, ours, peer, theirs in parts_of_the_work():
        took = in_turn({"ours": partial(ours, texts), "theirs": partial(theirs, texts)}, rounds)
        yield _row(what, took["ours"], peer, took["theirs"], of=count)


def long_documents(most: int) -> tuple[list[Row], dict[str, dict[int, float]]]:
    """A table of growing documents, and the seconds by sentences of ours and the peer's."""
    ours: dict[int, float] = {}
    theirs: dict[int, float] = {}
    peer = Peer()
    for warm in (summarize, peer):
        warm(document(LONG[0]))
    for count in (count for count in LONG if count <= most):
        text = document(count)
        ours[count] = timed(lambda: summarize(text))  # noqa: B023
        if count <= LONGEST_OF_PEER:
            theirs[count] = timed(lambda: peer(text))  # noqa: B023
    rows = [
        Row(
            f"{count:,} sentences",
            _shown(took),
            "sumy's LexRank",
            _shown(theirs[count]) if count in theirs else "",
            took / theirs[count] if count in theirs else None,
        )
        for count, took in ours.items()
    ]
    if most == LONG[-1]:
        last, before = ours[most], ours[most // 10]
        shown = f"{most:,} sentences", _shown(last), f"{most // 10:,} sentences", _shown(before)
        rows.append(Row(*shown, last / before, 12))
    return rows, {"Ringkas": ours, "sumy’s LexRank": theirs}


def document(count: int) -> str:
    """A story of ``count`` sentences, or one or two more."""
    paragraphs = []
    left = count
    for parts in releases(count, seed=11):
        for paragraph in parts.paragraphs:
            paragraphs.append(paragraph)
            left -= 1 + paragraph.count(". ")
            if left <= 0:
                return "\n".join(paragraphs)
    return "\n".join(paragraphs)


def _row(
    what: str, ours: Timing, peer: str, theirs: Timing, target: float | None = None, *, of: int = 1
) -> Row:
    shown = _shown(ours.median / of), peer, _shown(theirs.median / of)
    return Row(what, *shown, ratio(ours, theirs), target)


def _shown(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"
