"""What README.md says of the options and of the library; its sessions: test_documentation.py."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.app import app

ROOT = Path(__file__).parent.parent
README = ROOT.joinpath("README.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_every_option_is_told() -> None:
    together = CliRunner().invoke(app, ["--help"]).stdout
    options = set(re.findall(r"(?<!\S)--[a-z-]+", together))
    table = "".join(line for line in README.splitlines() if line.startswith("| `-"))
    assert {option for option in options if f"`{option}" not in README} == set()
    assert set(re.findall(r"--[a-z-]+", table)) <= options


def test_the_example_of_the_library() -> None:
    shown = printed(EXAMPLES[0])
    assert shown.startswith("Gubernur meresmikan jembatan.\n")
    assert "Adi Suryanto Kepala LAN RI\n" in shown
    assert "# Sekda Kalteng Ikuti" in shown


@pytest.mark.parametrize(
    ("library", "example"), [*zip(("pandas", "polars"), EXAMPLES[1:], strict=True)]
)
def test_the_examples_with_tables(library: str, example: str) -> None:
    pytest.importorskip(library, reason=f"{library} is not installed", exc_type=ImportError)
    assert f"import {library} as" in example
    assert "Gubernur meresmikan jembatan" in printed(example)


def printed(example: str) -> str:
    """What an example prints, run as a program of its own."""
    done = subprocess.run(
        [sys.executable, "-c", example], capture_output=True, cwd=ROOT, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()
