"""The command on systems that lack what only POSIX has: a stand-in, see ``tests.elsewhere``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.batch.inputs import Input, find_inputs

ROOT = Path(__file__).parent.parent
RELEASES = ROOT / "tests" / "releases"
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a stand-in for it")


def run(module: str, *arguments: str | Path, **variables: str) -> tuple[int, bytes, bytes]:
    """Exit code, output and what was said by the command, or by its stand-in."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"RINGKAS_LANG": "en"} | variables,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


def files(folder: Path) -> dict[str, bytes]:
    """What stands in ``folder``."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "arguments",
    [
        (SEED,),
        (SEED, "--format", "html"),
        (SEED, "--template", "brief"),
        (RELEASES, "--format", "jsonl", "--jobs", "2", "--quiet"),
        (RELEASES, "--about", "harga", "--quiet"),
        ("--show-config", "--no-config"),
        (ROOT / "tests" / "no-such-file.txt",),
    ],
    ids=lambda arguments: " ".join(Path(one).name for one in arguments),
)
def test_the_same_is_said_as_here(arguments: tuple[str | Path, ...]) -> None:
    here = run("summarize", *arguments)
    assert run("tests.elsewhere", *arguments) == here
    assert here[1] or here[2]


def test_a_batch_makes_the_same_files_and_sweeps(tmp_path: Path) -> None:
    for module in ("summarize", "tests.elsewhere"):
        target = tmp_path / module
        target.mkdir()
        target.joinpath(".ringkas-abc.part").write_text("half", "utf-8")  # of a run that was killed
        asked = (RELEASES, "--jobs", "2", "--timeout", "100", "--output", target, "--quiet")
        assert run(module, *asked) == (0, b"", b"")
    made = files(tmp_path / "tests.elsewhere")
    assert made == files(tmp_path / "summarize")
    assert set(made) == {f"{path.name}.json" for path in RELEASES.glob("*.txt")}


def test_a_database_is_made(tmp_path: Path) -> None:
    code, _, said = run("tests.elsewhere", RELEASES, "--output", tmp_path / "a.db")
    assert (code, said.splitlines()[-1][:18]) == (0, b"summarize: done 10")


def test_a_folder_may_be_named_with_either_slash(tmp_path: Path) -> None:
    for number, slash in enumerate("/\\"):
        target = tmp_path / str(number)
        code, _, said = run("tests.elsewhere", SEED, "--output", f"{target}{slash}")
        assert (code, b"stands" in said) == (0, False)
        assert [path.name for path in tmp_path.glob(f"{number}*/*")] == [f"{SEED.name}.json"]


def test_a_pipe_that_was_closed_ends_the_run_quietly() -> None:
    assert run("tests.elsewhere", SEED, READER="gone") == (0, b"", b"")


def test_a_pattern_has_slashes_on_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files whose names hold what parts folders elsewhere."""
    for name in (r"2024\b.txt", "2024!.txt", r"2023\a.txt"):
        tmp_path.joinpath(name).write_text("Warga gembira.", "utf-8")
    monkeypatch.setattr(os, "sep", "\\")
    found = find_inputs([str(tmp_path)], patterns=["2024/*"])
    assert [one.relative for one in found if isinstance(one, Input)] == [r"2024\b.txt"]
    found = find_inputs([str(tmp_path)])
    order = [one.relative for one in found if isinstance(one, Input)]
    assert order == [r"2023\a.txt", "2024!.txt", r"2024\b.txt"]
