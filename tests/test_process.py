"""The program as its users start it: a real process with real pipes and files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"


def run(*arguments: str, given: bytes | None = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "summarize", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )


def test_a_file_as_json() -> None:
    done = run(str(SEED), "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["source"]["path"] == str(SEED)


def test_text_through_a_pipe() -> None:
    done = run(given=SEED.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Fahrizal Fitri" in done.stdout.decode()
