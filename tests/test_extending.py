"""What the page on extending Ringkas says, done in a copy of it, makes what the page shows."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sessions import ROOT, STEP

PAGE = ROOT / ".docs" / "how-to" / "extend.md"
pytestmark = [
    pytest.mark.skipif(not PAGE.exists(), reason="not in this copy"),
    pytest.mark.skipif(sys.platform == "win32", reason="sessions are for a shell of POSIX"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkout with the page's abbreviation, verb and format in it."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("summarize", "cli", "tests/releases"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    words = folder / "summarize" / "languages" / "id"
    put(words / "segmentation.txt", "[abbreviations_designators]\n", "Gdg\n")
    put(words / "speech.txt", "[speech_verbs]\n", "oceh\tme-\n")
    module, late = blocks("python")
    (row,) = blocks("text")
    folder.joinpath("summarize", "rendering", "contacts.py").write_text(module, "utf-8")
    formats = folder / "summarize" / "rendering" / "formats.py"
    put(formats, "\nFORMATS = {\n    row.name: row\n    for row in (\n", row)
    put(formats, "_SOURCE = ", "", before=late)
    put(folder / "cli" / "values.py", '"html", "source"', ', "contacts"')
    return folder


def put(path: Path, behind: str, more: str, *, before: str = "") -> None:
    text = path.read_text("utf-8")
    assert text.count(behind) == 1
    path.write_text(text.replace(behind, before + behind + more), "utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(f"^```{kind}\\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def printed(command: str, folder: Path) -> str:
    program = f'summarize() {{ "{sys.executable}" -m summarize "$@"; }}; '
    done = subprocess.run(
        ["bash", "-c", program + command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        check=False,
        timeout=60,
    )
    return done.stdout.decode()


def test_what_was_added_is_found_and_written(copy: Path) -> None:
    """Of what the page shows before and after an edit, the last is after it."""
    steps = STEP.findall("".join(block for block in blocks("sh") if block.startswith("$ ")))
    after = {command.strip(): shown for command, shown in steps}
    assert len(steps) == len(after) + 2
    for command, shown in after.items():
        assert printed(command, copy) == shown, command


def test_without_it_the_page_tells_what_goes_wrong() -> None:
    steps = STEP.findall("".join(block for block in blocks("sh") if block.startswith("$ ")))
    before = {command.strip(): shown for command, shown in reversed(steps) if "echo" in command}
    for command, shown in before.items():
        assert printed(command, ROOT) == shown, command
