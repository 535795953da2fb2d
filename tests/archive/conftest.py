"""Releases in every form that other programs load."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.synthetic import make_releases
from tests.test_process import run

HUGE = "Anggaran itu naik menjadi Rp 99.999.999.999.999.999 pada tahun ini, kata Bupati Rahmat.\n"
FORMULA = (
    '=cmd|"/c calc"!A1 <script>alert(1)</script> kata Bupati Rahmat Hidayat, Senin (3/2/2025).\n'
)


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releases")
    make_releases(folder, 30, seed=6)
    folder.joinpath("besar.txt").write_text(HUGE, "utf-8")
    folder.joinpath("rumus.txt").write_text(FORMULA, "utf-8")
    folder.joinpath("kosong.txt").touch()
    mail = f"From: a@example.id\nDate: Mon, 3 Feb 2025 09:00:00 +0700\nSubject: Rilis\n\n{HUGE}"
    folder.joinpath("surat.eml").write_text(mail, "utf-8")
    return folder


@pytest.fixture(scope="session")
def written(releases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``all.jsonl`` and ``all.db`` of the releases."""
    folder = tmp_path_factory.mktemp("written")
    for name in ("all.jsonl", "all.db"):
        done = run(str(releases), "-q", "-o", str(folder / name))
        assert (done.returncode, done.stderr) == (0, b"")
    return folder


@pytest.fixture(scope="session")
def expected(releases: Path) -> list[dict[str, Any]]:
    """The results as JSON that Python reads."""
    lines = run(str(releases), "-q", "-f", "jsonl").stdout.splitlines()
    assert len(lines) == 34
    return [json.loads(line) for line in lines]
