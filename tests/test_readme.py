"""What README.md and the page on Python show of the library, and that README is true and short."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
README = ROOT.joinpath("README.md").read_text("utf-8")
DOCUMENTATION = ROOT / ".docs"
TABLES = EXAMPLE.findall(DOCUMENTATION.joinpath("how-to", "python.md").read_text("utf-8"))


def test_it_is_two_screens() -> None:
    assert README.count("\n") <= 130


def test_its_measures_are_those_of_the_documentation() -> None:
    table = README.split("| measured |")[1].split("\n\n")[0]
    measures = set(re.findall(r"\d+\.\d", table))
    assert len(measures) > 10
    told = DOCUMENTATION.joinpath("explanation", "quality.md").read_text("utf-8")
    assert measures <= set(re.findall(r"\d+\.\d", told))


def test_the_example_of_the_library() -> None:
    (example,) = EXAMPLE.findall(README)
    assert printed(example) == "Jembatan ini milik warga Darmo Wijaya Bupati 1 25\n"


@pytest.mark.parametrize(("library", "example"), [*zip(("pandas", "polars"), TABLES, strict=True)])
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
