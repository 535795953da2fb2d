"""What a run touches: nothing but the paths it was given, and no socket."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summarize import METHODS

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"

WATCHED = """
import os, sys
CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
def audit(event, arguments):
    path = None
    if event == "open" and isinstance(arguments[2], int):
        if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            path = arguments[0]
    elif event in CHANGES:
        path = arguments[0]
    elif event.startswith("socket.") and event != os.environ.get("PAIRS"):
        os.write(2, f"{event}\\n".encode())
    if isinstance(path, (str, bytes, os.PathLike)):
        path = os.path.realpath(os.fsdecode(path))
        if not path.startswith((os.environ["ALLOWED"], "/dev/")):
            os.write(2, f"{event} {path}\\n".encode())
sys.addaudithook(audit)
sys.dont_write_bytecode = True
from summarize.__main__ import main
main()
"""


def watched(
    allowed: Path, *arguments: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"ALLOWED": str(allowed.resolve()), "HOME": "/nonexistent", "PATH": "/usr/bin:/bin"}
        | (env or {}),
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("format_name", ["rich", "text", "markdown", "json", "csv", "html"])
def test_reading_changes_nothing(tmp_path: Path, format_name: str) -> None:
    done = watched(tmp_path, str(SEED), "-f", format_name)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("method", METHODS)
def test_no_method_opens_a_socket(tmp_path: Path, method: str) -> None:
    done = watched(tmp_path, str(SEED), "-f", "json", "-m", method)
    assert (done.returncode, done.stderr) == (0, "")


WEB = """
import summarize, sys
summarize.summarize("Warga gembira. Bupati gembira.", method="lexrank")
assert "requests" not in sys.modules
import requests, sumy.utils
assert sumy.utils.requests.get is requests.get
"""


def test_whoever_reads_the_web_with_sumy_still_can() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WEB],
        cwd=ROOT,
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_results_go_only_where_they_were_asked_for(tmp_path: Path) -> None:
    source = tmp_path / "rilis"
    source.mkdir()
    source.joinpath("a.txt").write_bytes(SEED.read_bytes())
    target = tmp_path / "hasil"
    pairs = {"PAIRS": "socket.__new__"}  # between our own processes
    done = watched(target, str(source), "-o", str(target), "-q", env=pairs)
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in source.iterdir()] == ["a.txt"]


def test_the_watch_sees_a_result_elsewhere(tmp_path: Path) -> None:
    done = watched(tmp_path / "hasil", str(SEED), "-o", str(tmp_path / "lain.txt"), "-q")
    assert "lain" in done.stderr or ".part" in done.stderr
