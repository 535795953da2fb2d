"""Whether two checkouts find the same: ``python -m tests.same OLD_CHECKOUT [FOLDER...]``.

The checkout it runs in and OLD_CHECKOUT work in a process each over the texts of tests/cases and
tests/releases, the seeds, the texts of any folder named and ``--synthetic N`` made-up releases;
each text in every language, rendered as JSON with all sections and reasons. Shows the first
difference, ``--all`` that of every text, and leaves with 1 if there is one; else tells time and
memory as ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, NamedTuple

from tests.same_worker import LANGUAGES
from tests.synthetic import releases

ROOT = Path(__file__).parent.parent
WORKER = Path(__file__).with_name("same_worker.py")
SUFFIXES = (".txt", ".text", ".md")
_ABSENT = "(absent)"
_SHOWN = 1_000  # characters of a text, or of a value


class Input(NamedTuple):
    """A text, and where it is from."""

    name: str
    text: str


class Difference(NamedTuple):
    """Where two results part: a path inside the JSON or a line, and what stands there."""

    place: str
    old: str
    new: str


class Differing(NamedTuple):
    """A text of which two checkouts make different results."""

    input: Input
    language: str
    difference: Difference


class Cost(NamedTuple):
    """What one side took."""

    seconds: float
    megabytes: float


class Costs(NamedTuple):
    """What both took."""

    old: Cost
    new: Cost


def inputs(folders: Sequence[str], synthetic: int) -> Iterator[Input]:
    """All texts that are compared, the short ones first."""
    for path in _files(ROOT / "tests" / "cases"):
        yield from _case_texts(path)
    for folder in (ROOT / "seeds", ROOT / "tests" / "releases", *map(Path, folders)):
        for path in _files(folder):
            if path.suffix in SUFFIXES:
                yield Input(str(path), _read(path))
    for number, parts in enumerate(releases(synthetic, seed=1)):
        yield Input(f"synthetic release {number}", parts.text)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def _case_texts(path: Path) -> Iterator[Input]:
    """The texts of a file of cases in any of their formats.

    These are what stands above ``---``, or else each cell that has more than a word, and
    each block between empty lines.
    """
    content = _read(path)
    name = str(path.relative_to(ROOT))
    above, parted, _ = content.partition("\n---\n")
    blocks = [above] if parted else content.split("\n\n")
    for number, line in enumerate(content.split("\n"), 1):
        cells = line.split("\t")
        if not parted and not line.startswith("#"):
            yield from (Input(f"{name}:{number}", cell) for cell in cells if " " in cell)
    yield from (Input(name, block) for block in blocks)


def compare(old: Path, new: Path, texts: Sequence[Input]) -> Iterator[Differing | Costs]:
    """Each text that differs with its first difference, and last what it cost."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        asked = folder / "texts.jsonl"
        asked.write_text("".join(f"{json.dumps(one.text)}\n" for one in texts), "utf-8")
        sides = [stack.enter_context(_Side(checkout, asked)) for checkout in (old, new)]
        for one in texts:
            for language in LANGUAGES:
                before, after = (side.answer() for side in sides)
                if before != after:
                    yield Differing(one, language, difference(before, after))
        yield Costs(*(Cost(**side.answer()) for side in sides))


class _Side:
    """A checkout at work in a process of its own."""

    def __init__(self, checkout: Path, asked: Path) -> None:
        self.checkout = checkout.resolve()
        # -P: the names beside the worker are not for import, only those of the checkout.
        command = [sys.executable, "-P", str(WORKER), str(asked)]
        environment = os.environ | {
            "PYTHONPATH": str(self.checkout),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.process = subprocess.Popen(
            command, cwd=self.checkout, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def __enter__(self) -> _Side:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self._answers.close()

    @property
    def _answers(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout

    def answer(self) -> Any:
        """The next line of the worker."""
        line = self._answers.readline()
        if not line:
            sys.exit(f"{self.checkout}: the process ended too early")
        return json.loads(line)


def difference(old: str, new: str) -> Difference:
    """Where two results that are not equal part first."""
    try:
        found = _parting(json.loads(old), json.loads(new), "$")
    except json.JSONDecodeError:  # one of them is an exception
        found = None
    return found or _parting_line(old.split("\n"), new.split("\n"))


def _parting(old: Any, new: Any, place: str) -> Difference | None:
    if isinstance(old, dict) and isinstance(new, dict):
        steps = {f"{place}.{key}": key for key in (*old, *new)}
    elif isinstance(old, list) and isinstance(new, list):
        steps = {f"{place}[{index}]": index for index in range(max(len(old), len(new)))}
    elif (type(old), old) == (type(new), new):
        return None
    else:
        return Difference(place, _shown(old), _shown(new))
    for inner, step in steps.items():
        before, after = _at(old, step), _at(new, step)
        if _ABSENT in (before, after):
            return Difference(inner, *(_shown(value) for value in (before, after)))
        if found := _parting(before, after, inner):
            return found
    return None


def _at(node: Any, step: Any) -> Any:
    try:
        return node[step]
    except (KeyError, IndexError):
        return _ABSENT


def _shown(value: Any) -> str:
    return value if value is _ABSENT else json.dumps(value, ensure_ascii=False)


def _parting_line(old: list[str], new: list[str]) -> Difference:
    pairs = zip([*old, _ABSENT], [*new, _ABSENT], strict=False)
    for number, (before, after) in enumerate(pairs, 1):
        if before != after:
            return Difference(f"line {number}", before, after)
    raise ValueError("the results are equal")


def _report(found: Differing) -> str:
    one, language, parting = found
    lines = (
        f"DIFFERENT: {one.name}, language {language}",
        f"--- text\n{one.text[:_SHOWN].rstrip()}",
        f"--- at {parting.place}",
        f"old: {parting.old[:_SHOWN]}",
        f"new: {parting.new[:_SHOWN]}",
    )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Compare and report; 1 if the two differ."""
    said = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(prog="python -m tests.same", description=said[0])
    parser.add_argument("old", type=Path, metavar="OLD_CHECKOUT")
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="of texts, private ones too")
    parser.add_argument("--synthetic", type=int, default=2_000, metavar="N")
    parser.add_argument("--all", action="store_true", help="go on behind the first difference")
    asked = parser.parse_args()
    unique = {one.text: one for one in reversed([*inputs(asked.folders, asked.synthetic)])}
    texts = [*reversed(unique.values())]
    differing = 0
    for found in compare(asked.old, ROOT, texts):
        if isinstance(found, Differing):
            differing += 1
            sys.stdout.write(_report(found))
            if not asked.all:
                return 1
            continue
        for name, before, after in zip(Cost._fields, *found, strict=True):
            ratio = after / before if before else 1.0
            sys.stdout.write(f"{name:10} {before:8.1f} → {after:8.1f}   {ratio:.2f}\n")
    verdict = f"{differing:,} results differ" if differing else "same"
    sys.stdout.write(f"{verdict}: {len(texts):,} texts in {len(LANGUAGES)} languages\n")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
