"""Batches from a store and into one, in real processes, as their users start them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.databases import ask
from tests.remote.conftest import Bucket
from tests.test_process import ENVIRONMENT, PROGRAM, ROOT, run

pytestmark = pytest.mark.filterwarnings("ignore")  # the packages' own are not ours to mend


@pytest.fixture
def filled(bucket: Bucket, releases: Path) -> Bucket:
    """The bucket with the releases in ``rilis/``."""
    bucket.put_folder(releases, "rilis/")
    return bucket


def found_in(results: bytes | str) -> list[dict[str, Any]]:
    """The results in lines of JSON, without what tells where the releases were."""
    found = [json.loads(line) for line in results.splitlines()]
    for one in found:
        one["source"].pop("path")
        one.pop("made_with", None)
    return found


@pytest.fixture(scope="session")
def expected(releases: Path) -> list[dict[str, Any]]:
    """What a run finds on a disk."""
    return found_in(run(str(releases), "-q", "-f", "jsonl").stdout)


def test_from_a_store_into_a_store(filled: Bucket, expected: list[dict[str, Any]]) -> None:
    again = (filled.address("rilis/"), "-o", filled.address("poin/"))
    first = filled.run(*again)
    assert first.returncode == 0
    assert b"done 13, skipped 0, failed 0" in first.stderr
    assert b"not read: 1 .jpg" in first.stderr
    made = filled.objects("poin/")
    assert len(made) == 13
    assert found_in("\n".join(json.dumps(json.loads(one)) for one in made.values())) == expected
    assert b"done 0, skipped 13, failed 0" in filled.run(*again).stderr
    filled.put("rilis/kosong.txt", b"Warga gembira.")
    assert b"done 1, skipped 12, failed 0" in filled.run(*again).stderr
    assert {name for name, one in filled.objects("poin/").items() if one != made[name]} == {
        "kosong.txt.json"
    }


def test_from_a_store_onto_the_disk_and_back(
    filled: Bucket, releases: Path, tmp_path: Path
) -> None:
    onto, back = str(tmp_path / "poin"), filled.address("kembali")
    for arguments in ((filled.address("rilis"), onto + "/"), (str(releases), back)):
        done = filled.run(arguments[0], "-q", "-o", arguments[1])
        assert (done.returncode, done.stderr) == (0, b"")
    here = {str(path.relative_to(onto)) for path in Path(onto).rglob("*.json")}
    assert here == set(filled.objects("kembali/"))
    assert len(here) == 13


@pytest.mark.parametrize("name", ["all.jsonl", "all.csv", "all.html", "all.md", "all.txt"])
def test_one_file_of_all(filled: Bucket, name: str, tmp_path: Path) -> None:
    options = ("--bom",) if name == "all.csv" else ()
    here, there = str(tmp_path / name), filled.address(name)
    for target in (here, there, there):
        done = filled.run(filled.address("rilis/"), "-q", "-o", target, *options)
        assert (done.returncode, done.stderr) == (0, b"")
    assert filled.get(name) == Path(here).read_bytes()


def test_a_database_here_of_releases_there(filled: Bucket, tmp_path: Path) -> None:
    target = tmp_path / "rilis.db"
    for said in (b"done 13, skipped 0", b"done 0, skipped 13"):
        assert said in filled.run(filled.address("rilis/"), "-o", str(target)).stderr
    paths = [path for (path,) in ask(target, "SELECT path FROM releases ORDER BY path")]
    keys = filled.objects("rilis/")
    assert paths == [filled.address(f"rilis/{key}") for key in sorted(keys) if key != "foto.jpg"]


def test_parquet_there(filled: Bucket, expected: list[dict[str, Any]]) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    from io import BytesIO

    for _ in range(2):
        done = filled.run(filled.address("rilis/"), "-q", "-o", filled.address("a.parquet"))
        assert (done.returncode, done.stderr) == (0, b"")
    table = pq.read_table(BytesIO(filled.get("a.parquet")))
    assert [one["sha256"] for one in table["source"].to_pylist()] == [
        one["source"]["sha256"] for one in expected
    ]
    filled.put("b.parquet", b"bukan parquet")
    done = filled.run(filled.address("rilis/"), "-q", "-o", filled.address("b.parquet"))
    assert (done.returncode, filled.get("b.parquet")) == (1, b"bukan parquet")


def test_asking_releases_there(filled: Bucket) -> None:
    done = filled.run(filled.address("rilis/"), "--about", "jalan", "-f", "jsonl")
    assert done.returncode == 0
    assert all(json.loads(line)["path"].startswith("s3://") for line in done.stdout.splitlines())


def test_only_results_are_overwritten(filled: Bucket) -> None:
    release = filled.address("rilis/kosong.txt")
    for key in ("a.json", "b/kosong.txt.json"):
        filled.put(key, b"milik orang lain")
        target = filled.address(key.replace("kosong.txt.json", ""))
        done = filled.run(release, "-o", target)
        advice = "stands there and is no result; move it away, or overwrite with --force"
        assert (done.returncode, f"{filled.address(key)}: {advice}" in done.stderr.decode()) == (
            *(1, True),
        )
        assert filled.get(key) == b"milik orang lain"
        assert filled.run(release, "-o", target, "--force").returncode == 0
        assert b'"schema_version"' in filled.get(key)


def test_an_input_is_never_overwritten(filled: Bucket) -> None:
    address = filled.address("rilis/kosong.txt")
    done = filled.run(address, "-f", "text", "-o", address, "--force")
    assert (done.returncode, filled.get("rilis/kosong.txt")) == (2, b"")
    assert b"is an input and would be overwritten" in done.stderr


def test_results_of_an_earlier_run_are_not_read(filled: Bucket) -> None:
    rilis = filled.address("rilis/")
    for target in ("rilis/all.html", "rilis/poin/", "rilis/teks.txt"):
        assert filled.run(rilis, "-q", "-o", filled.address(target)).returncode == 0
    assert len(filled.run(rilis, "-q", "-f", "jsonl").stdout.splitlines()) == 13


def test_hidden_names_and_names_of_no_file_are_left_out(filled: Bucket, tmp_path: Path) -> None:
    for key in ("../../keluar.txt", ".git/a.txt", "sub/./b.txt", "sub//c.txt", "map/"):
        filled.put(f"rilis/{key}", b"Warga gembira.")
    done = filled.run(filled.address("rilis/"), "-q", "-o", str(tmp_path / "x" / "y") + "/")
    advice = "a part of its name is empty; give it another name"
    assert done.stderr.decode() == f"{filled.address('rilis/sub//c.txt')}: {advice}\n"
    assert done.returncode == 1
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 13
    assert not [*tmp_path.glob("*.json")]


VANISHING = """
import sys
import cli.delivery, fsspec
found = cli.delivery.find_inputs
def find(*arguments, **options):
    inputs = list(found(*arguments, **options))
    fsspec.filesystem("s3").rm_file(inputs[3].path)
    return inputs
cli.delivery.find_inputs = find
from cli.process import main
main()
"""


def test_a_file_that_vanishes_during_the_run(filled: Bucket) -> None:
    done = subprocess.run(
        [sys.executable, "-c", VANISHING, filled.address("rilis/"), "-q", "-f", "jsonl"],
        cwd=ROOT,
        env=ENVIRONMENT | filled.env,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout.count(b"\n")) == (1, 12)
    assert done.stderr.endswith(b": no such file; check the path\n")
    assert done.stderr.count(b"\n") == 1


def start(bucket: Bucket, target: str) -> subprocess.Popen[bytes]:
    """A run from the releases into a folder, going on."""
    return subprocess.Popen(
        [*PROGRAM, bucket.address("rilis/"), "-q", "-o", bucket.address(target)],
        cwd=ROOT,
        env=ENVIRONMENT | bucket.env,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_several_runs_into_one_folder(filled: Bucket) -> None:
    runs = [start(filled, "poin/") for _ in range(3)]
    assert [(one.communicate(timeout=120)[1], one.returncode) for one in runs] == [(b"", 0)] * 3
    made = filled.objects("poin/")
    assert start(filled, "sendiri/").wait(timeout=120) == 0
    assert filled.objects("sendiri/") == made


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_run_that_is_killed_goes_on_where_it_was(filled: Bucket) -> None:
    assert start(filled, "utuh/").wait(timeout=120) == 0
    expected = filled.objects("utuh/")
    for number, enough in enumerate((0, 1, 4, 8, 12)):
        target = f"poin-{number}/"
        process = start(filled, target)
        while process.poll() is None and len(filled.objects(target)) < enough:
            pass
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert filled.objects(target).items() <= expected.items()  # each of them whole
        assert start(filled, target).wait(timeout=120) == 0
        assert filled.objects(target) == expected
