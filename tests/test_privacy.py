"""What a run touches: nothing but the paths it was given, and no socket."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
    elif event.startswith("socket.") and event != "socket.__new__":  # pools hold pairs of sockets
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


def watched(allowed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"ALLOWED": str(allowed.resolve()), "HOME": "/nonexistent", "PATH": "/usr/bin:/bin"},
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("format_name", ["rich", "text", "markdown", "json", "csv", "html"])
def test_reading_changes_nothing(tmp_path: Path, format_name: str) -> None:
    done = watched(tmp_path, str(SEED), "-f", format_name)
    assert (done.returncode, done.stderr) == (0, "")


def test_sumy_asks_the_system_for_ipv6_and_nothing_else(tmp_path: Path) -> None:
    done = watched(tmp_path, str(SEED), "-f", "json", "-m", "lexrank")
    assert done.returncode == 0
    assert set(done.stderr.split()) <= {"socket.bind"}  # to ::1, when its urllib3 is imported


def test_results_go_only_where_they_were_asked_for(tmp_path: Path) -> None:
    source = tmp_path / "rilis"
    source.mkdir()
    source.joinpath("a.txt").write_bytes(SEED.read_bytes())
    target = tmp_path / "hasil"
    done = watched(target, str(source), "-o", str(target), "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in source.iterdir()] == ["a.txt"]


def test_the_watch_sees_a_result_elsewhere(tmp_path: Path) -> None:
    done = watched(tmp_path / "hasil", str(SEED), "-o", str(tmp_path / "lain.txt"), "-q")
    assert "lain" in done.stderr or ".part" in done.stderr
