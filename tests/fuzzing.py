"""Fuzzing led by coverage, with Atheris: ``python -m tests.fuzzing [SECONDS]``.

The first byte of an input chooses what is tried: reading the others as a file, summarising it and
looking where each finding stands, or putting them as text into all that a renderer shows and
looking for what gets through. It begins with made-up releases and hostile strings, and stops at the
first input that fails or takes more than five seconds, which it prints. Such an input, mended, is
then added to ``tests/cases/fuzz``, and ``tests/test_fuzzing.py`` tries it for ever.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import process_time

from summarize import Summary, summarize
from summarize.errors import ReadError
from summarize.reading import decode
from summarize.rendering.json import to_object
from tests.hostile import FORMATS, PIECES, hostile_strings, leak, rendered, summary_with
from tests.synthetic import releases

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases" / "fuzz"
HANG = 5  # seconds of work, however long a busy machine takes for them
LONGEST = 1_500  # bytes


def check(data: bytes) -> None:
    """Fail if the input does what no input may do."""
    begun = process_time()
    _try(data)
    assert process_time() - begun < HANG, "hangs"


def _try(data: bytes) -> None:
    target = data[0] % (2 * len(FORMATS)) if data else 0
    if target >= len(FORMATS):
        try:
            summary = summarize(decode(data[1:]))
        except ReadError:
            return  # refused as it should be
        assert not outside(summary), "a span outside its text"
        return
    name = FORMATS[target]
    hostile = data[1:60].decode("utf-8", "surrogateescape")
    found = leak(rendered(summary_with(hostile), name), name)
    assert found is None, f"{name}: {found}"


def outside(summary: Summary) -> int:
    """How many findings are not the piece of the source that their offsets name."""
    text, wrong = summary.release.document.text, 0
    left: list[object] = [to_object(summary)]
    while left:
        node = left.pop()
        if isinstance(node, dict) and {"start", "end", "text"} <= node.keys():
            wrong += text[node["start"] : node["end"]] != node["text"]
        if isinstance(node, dict | list):
            left += node.values() if isinstance(node, dict) else node
    return wrong


def beginnings() -> Iterator[bytes]:
    """What the fuzzer begins with: releases in several encodings, and strings for each format."""
    for number, parts in enumerate(releases(60, seed=11)):
        encoding = ("utf-8", "utf-8", "utf-16", "cp1252")[number % 4]
        yield bytes([len(FORMATS)]) + parts.text.encode(encoding, "replace")[:LONGEST]
    for target in range(len(FORMATS)):
        for hostile in islice(hostile_strings(seed=target), 20):
            yield bytes([target]) + hostile.encode("utf-8", "surrogatepass")
    for path in sorted(CASES.iterdir()):
        yield path.read_bytes()


def fuzz(arguments: list[str]) -> None:
    """Hand over to libFuzzer; what it measures the coverage of is imported anew."""
    import atheris

    for name in [name for name in sys.modules if re.match(r"(summarize|cli|tests)(\.|$)", name)]:
        del sys.modules[name]
    with atheris.instrument_imports(include=["summarize", "cli"]):
        from tests.fuzzing import check as instrumented
    atheris.Setup([sys.argv[0], *arguments], instrumented)
    atheris.Fuzz()


def run(seconds: int) -> tuple[int, str]:
    """How many inputs were tried in ``seconds``, and what the one did that failed, if any."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, data in enumerate(beginnings()):
            corpus.joinpath(f"{number:04}").write_bytes(data)
        words = Path(folder) / "words"
        words.write_text("".join(map(_entry, PIECES)), "utf-8")
        options = (
            f"-max_total_time={seconds}",
            f"-timeout={20 * HANG}",
            f"-max_len={LONGEST + 1}",
            f"-artifact_prefix={folder}/",
        )
        command = [
            sys.executable,
            "-c",
            "import sys; from tests.fuzzing import fuzz; fuzz(sys.argv[1:])",
        ]
        done = subprocess.run(
            [
                *command,
                *options,
                f"-dict={words}",
                "-verbosity=1",
                "-print_final_stats=1",
                str(corpus),
            ],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            check=False,
        )
        kept = [path.read_bytes() for path in Path(folder).glob("*-*") if path.is_file()]
    told = done.stderr.decode("utf-8", "replace")
    tried = re.search(r"stat::number_of_executed_units:\s+(\d+)", told)
    return int(tried[1]) if tried else 0, f"{told[-4_000:]}{kept}\n" if done.returncode else ""


def _entry(piece: str) -> str:
    """A line of libFuzzer's dictionary."""
    return (
        '"' + "".join(f"\\x{byte:02x}" for byte in piece.encode("utf-8", "surrogatepass")) + '"\n'
    )


def main() -> None:
    """Fuzz for an hour, or as long as asked; leave with 1 if an input failed."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 3_600
    tried, failure = run(seconds)
    sys.stdout.write(
        f"{tried:,} inputs in {seconds:,} s: {'one failed' if failure else '0 failed'}\n"
    )
    sys.stderr.write(failure)
    sys.exit(bool(failure))


if __name__ == "__main__":
    main()
