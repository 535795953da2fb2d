"""The terminal sessions of README.md and of the documentation, and what their commands print.

`python -m tests.sessions` writes what is printed now into the pages; the difference is for review.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / ".docs").rglob("*.md")))
BLOCK = re.compile(r"(?<=^```console\n)(?:(?!^```).*\n)+", re.MULTILINE)
STEP = re.compile(r"^\$ (.*\n)((?:(?!\$ ).*\n)*)", re.MULTILINE)
PROGRAMS = ("jq", "sqlite3")  # what sessions may call beside Ringkas and what every system has


class Step(NamedTuple):
    """A command, and what stands below it."""

    command: str
    shown: str


def steps(page: str) -> Iterator[Step]:
    for block in BLOCK.findall(page):
        yield from (Step(command.strip(), shown) for command, shown in STEP.findall(block))


def set_out(folder: Path) -> None:
    """Lay into ``folder`` what of a clone the sessions read; what they write stays there."""
    for name in ("seeds", "tests/releases"):
        shutil.copytree(ROOT / name, folder / name)


def lacking(command: str) -> bool:
    """Whether ``command`` needs a program that is not here."""
    return any(f"{name} " in command and shutil.which(name) is None for name in PROGRAMS)


def printed(command: str, folder: Path) -> str:
    """What a terminal in ``folder`` shows when ``command`` is given."""
    python = f'PYTHONPATH="{ROOT}" "{sys.executable}"'
    done = subprocess.run(
        ["bash", "-c", f'summarize() {{ {python} -m summarize "$@"; }}; {command}'],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
        timeout=120,
    )
    return done.stdout.decode()


def renewed(page: str, folder: Path) -> str:
    """``page`` with what its sessions print now."""

    def step(match: re.Match[str]) -> str:
        command = match[1].strip()
        shown = match[2] if lacking(command) else printed(command, folder)
        return f"$ {command}\n{shown}"

    return BLOCK.sub(lambda block: STEP.sub(step, block[0]), page)


if __name__ == "__main__":
    for path in PAGES:
        with tempfile.TemporaryDirectory() as scratch:
            set_out(Path(scratch))
            path.write_text(renewed(path.read_text("utf-8"), Path(scratch)), "utf-8")
