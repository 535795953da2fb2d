"""Batches as their users start them: killed, stopped, on full disks, among bad files."""

from __future__ import annotations

import csv
import ctypes
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.endurance import ROOT, Tally, command, killed, tree_of, undisturbed
from tests.synthetic import make_releases
from tests.test_process import PROGRAM, SEED, on_a_terminal, run

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    make_releases(folder, 6, seed=1)
    return folder


@posix
def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    """The small version of ``python -m tests.endurance``, with its control."""
    make_releases(tmp_path / "releases", 30, seed=2)
    expected = undisturbed(tmp_path / "releases", tmp_path / "results")
    assert len(expected) == 30
    chance = random.Random(5)

    def tally(fault: str) -> Tally:
        return killed(tmp_path / "releases", fault, expected, chance)

    for _ in range(2):
        after = tally("slow")
        assert (after.torn, after.wrong) == (0, 0)
    assert any(tally("plain").torn for _ in range(40))


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Ten good files, an empty one, and one of each kind that makes trouble."""
    folder = tmp_path / "releases"
    make_releases(folder, 10, seed=3)
    folder.joinpath("biner.txt").write_bytes(b"\x7fELF\0\0")
    folder.joinpath("kosong.txt").touch()
    folder.joinpath("lingkar.txt").symlink_to("lingkar.txt")
    folder.joinpath("putus.txt").symlink_to("hilang")
    folder.joinpath("map").symlink_to(folder)
    folder.joinpath("rusak.txt").write_bytes(b"Warga \xff\xc3 gembira hari ini.")
    folder.joinpath("n" * 251 + ".txt").write_bytes(SEED.read_bytes())
    folder.joinpath("baris\n\x1b[2J.txt").write_bytes(SEED.read_bytes())
    os.mkfifo(folder / "pipa.txt")
    folder.joinpath("rahasia.txt").touch(mode=0o000)
    folder.joinpath("tutup").mkdir(mode=0o000)
    return folder


def as_one_whom_files_can_be_closed_to() -> None:
    """Root reads everything: give up the two capabilities by which it does."""
    drop, override, search = 24, 1, 2
    for capability in (override, search):
        ctypes.CDLL(None).prctl(drop, capability, 0, 0, 0)


FAILURES = {
    "biner.txt": "not text (NUL at character 4); convert it to text first",
    "lingkar.txt": "a link that leads to itself; remove it",
    "n" * 251 + ".txt.json": "cannot be written: File name too long; give it a shorter name",
    "pipa.txt": "not a regular file; to read a pipe or device: summarize - < PATH",
    "putus.txt": "a link to a file that is not there; mend or remove it",
    "rahasia.txt": "permission denied; make it readable first",
    "tutup": "folder cannot be read: permission denied; make it readable first",
}


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities")
def test_bad_files_among_the_good(bad: Path) -> None:
    results = bad.parent / "results"
    done = subprocess.run(
        [*PROGRAM, str(bad), "-q", "-o", str(results)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        preexec_fn=as_one_whom_files_can_be_closed_to,
        timeout=60,
    )
    assert done.returncode == 1
    told = [line.split(": ", 1) for line in done.stderr.decode().splitlines()]
    assert {Path(path).name: reason for path, reason in told} == FAILURES
    assert len(told) == len(FAILURES)
    names = sorted(path.name for path in results.rglob("*") if path.is_file())
    assert len(names) == 10 + len({"kosong", "rusak", "baris"})
    assert "baris\n\x1b[2J.txt.json" in names


VANISHING = """
import os, sys
import cli.delivery
found = cli.delivery.find_inputs
def find(*arguments, **options):
    inputs = list(found(*arguments, **options))
    os.remove(inputs[3].path)
    return inputs
cli.delivery.find_inputs = find
from cli.process import main
main()
"""


def test_a_file_that_vanishes_during_the_run(releases: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", VANISHING, str(releases), "-f", "jsonl"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.count(b"\n")) == (1, 5)
    assert done.stderr.endswith(b": no such file; check the path\n")
    assert done.stderr.count(b"\n") == 1


def test_several_runs_into_one_folder(tmp_path: Path, releases: Path) -> None:
    expected = undisturbed(releases, tmp_path / "expected")
    again = [*PROGRAM, str(releases), "-q", "-o", str(tmp_path / "results")]
    runs = [subprocess.Popen(again, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)]
    assert [(one.communicate(timeout=60)[1], one.returncode) for one in runs] == [(b"", 0)] * 4
    assert tree_of(tmp_path / "results") == expected


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("everybody", [True, False])
def test_a_signal_leaves_nothing_half_done(
    tmp_path: Path, number: signal.Signals, everybody: bool
) -> None:
    make_releases(tmp_path / "releases", 400, seed=4)
    results = tmp_path / "results"
    process = subprocess.Popen(
        command("slow", tmp_path / "releases", "-o", results),
        cwd=ROOT,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not tree_of(results):
        time.sleep(0.01)
    (os.killpg if everybody else os.kill)(process.pid, number)
    _, complaints = process.communicate(timeout=10)
    assert process.returncode == 128 + number
    told = rb"summarize: stopped after \d+ of 400; run the same command again to go on\n"
    assert re.fullmatch(told, complaints)
    assert all(name.endswith(".json") for name in tree_of(results))
    with pytest.raises(ProcessLookupError):  # nobody is left
        os.killpg(process.pid, 0)


@posix
def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    made = make_releases(tmp_path / "releases", 40, seed=4)
    os.mkfifo(tmp_path / "pipe")  # what nobody reads holds the parent up, and the workers wait
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(tmp_path / "pipe", os.O_WRONLY)
    process = subprocess.Popen(
        [*PROGRAM, *map(str, made * 20), "-j", "2", "-f", "json"],
        stdout=writer,
        cwd=ROOT,
        start_new_session=True,
    )
    time.sleep(2.0)
    process.kill()
    process.wait()
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        os.killpg(process.pid, signal.SIGKILL)
        pytest.fail("workers were left")
    os.close(reader)
    os.close(writer)


def test_a_table_opens_again(releases: Path) -> None:
    releases.joinpath("rumus.txt").write_text('=cmd|"/c calc"!A1 kata, "Adi"\nhari ini.', "utf-8")
    table = releases / "table.csv"
    for _ in range(2):  # the table itself is not read
        assert run(str(releases), "-q", "-o", str(table)).returncode == 0
    with table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    read = [json.loads(line) for line in run(str(releases), "-f", "jsonl").stdout.splitlines()]
    assert [row["path"] for row in rows] == [one["source"]["path"] for one in read]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_bar_on_a_terminal(tmp_path: Path, bad: Path) -> None:
    arguments = (str(bad), "-o", str(tmp_path / "results"))
    code, shown = on_a_terminal(*arguments, env={})
    assert code == 1
    assert "━" in shown
    assert "13/18" in shown or "/s" in shown
    assert "biner.txt: not text" in shown
    assert "baris\n" not in shown
    assert re.search(r"summarize: done 1[34], skipped 0, failed \d", shown.splitlines()[-1])
    assert "━" not in on_a_terminal(*arguments, env={"TERM": "dumb"})[1]
    quiet = on_a_terminal(*arguments, "-q", env={})[1]
    assert "━" not in quiet
    assert "summarize: done" not in quiet
