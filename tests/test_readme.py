"""What README.md shows is what happens."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.app import app

ROOT = Path(__file__).parent.parent
README = ROOT.joinpath("README.md").read_text("utf-8")


def sessions() -> list[tuple[str, str]]:
    """The commands of the terminal sessions, each with what is printed below it."""
    blocks = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    steps = [step for block in blocks for step in block.split("$ ")[1:]]
    return [(command, shown) for command, _, shown in (step.partition("\n") for step in steps)]


@pytest.mark.parametrize(("command", "shown"), sessions())
def test_the_sessions_go_as_printed(command: str, shown: str) -> None:
    if "jq " in command and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    program = f'summarize() {{ {sys.executable} -m summarize "$@"; }}; {command}'
    done = subprocess.run(
        ["bash", "-c", program], capture_output=True, cwd=ROOT, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == shown


def test_every_option_is_told() -> None:
    together = CliRunner().invoke(app, ["--help"]).stdout
    options = set(re.findall(r"(?<!\S)--[a-z-]+", together))
    table = "".join(line for line in README.splitlines() if line.startswith("| `-"))
    assert {option for option in options if f"`{option}" not in README} == set()
    assert set(re.findall(r"--[a-z-]+", table)) <= options


def test_the_example_of_the_library() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    done = subprocess.run(
        [sys.executable, "-c", example], capture_output=True, cwd=ROOT, check=False, timeout=60
    )
    assert done.stdout.decode().startswith("Gubernur meresmikan jembatan.\n")
