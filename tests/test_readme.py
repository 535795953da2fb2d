"""What README.md says of the options and of the library; its sessions: test_documentation.py."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from cli.app import app

ROOT = Path(__file__).parent.parent
README = ROOT.joinpath("README.md").read_text("utf-8")


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
