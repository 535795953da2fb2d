"""Batches that a cluster works on: a real scheduler, real workers, and what may happen to them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarize.batch import Input, Work, find_inputs
from summarize.batch import cluster as engine
from summarize.batch.cluster import AHEAD, CHUNK, Cluster
from summarize.errors import EngineError, OptionError
from summarize.version import __version__
from tests.cluster.daemons import LONGEST, Daemons
from tests.databases import dump
from tests.endurance import ROOT, tree_of
from tests.synthetic import make_releases
from tests.test_process import ENVIRONMENT, PROGRAM, run

# The programs' own warnings are not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore")

Start = Callable[..., Daemons]
SINGLE = ("all.jsonl", "all.csv", "all.html", "all.md", "all.parquet")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts clusters that a test may break."""
    started: list[Daemons] = []

    def one(*, workers: int = 2, port: int = 0, preload: str = "") -> Daemons:
        started.append(Daemons(tmp_path / f"dask{len(started)}", port=port, preload=preload))
        if workers:
            started[-1].hire(workers)
        return started[-1]

    yield one
    for daemons in started:
        daemons.stop()


def complaints(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """What was said on standard error, but for the last line, which holds times."""
    *lines, reckoning = done.stderr.decode().splitlines()
    assert reckoning.startswith("summarize: done ")
    return [*lines, reckoning.partition(" in ")[0]]


# The same as on one machine


def test_a_folder_is_the_same(cluster: Daemons, releases: Path, tmp_path: Path) -> None:
    here = run(str(releases), "-o", f"{tmp_path}/here/")
    there = run(str(releases), "-o", f"{tmp_path}/there/", "--engine", cluster.address)
    assert complaints(there) == complaints(here)
    assert (there.returncode, here.returncode) == (1, 1)
    assert tree_of(tmp_path / "there") == tree_of(tmp_path / "here")
    assert len(tree_of(tmp_path / "here")) == 92


@pytest.mark.parametrize("name", SINGLE)
def test_a_file_of_all_is_the_same(
    cluster: Daemons, releases: Path, tmp_path: Path, name: str
) -> None:
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    written = []
    for number, address in enumerate(("local", cluster.address)):
        folder = tmp_path / str(number)
        folder.mkdir()
        done = run(str(releases), "-o", str(folder / name), "--engine", address)
        written.append((done.returncode, complaints(done), (folder / name).read_bytes()))
    assert written[0] == written[1]


def test_a_database_is_the_same_and_goes_on(
    cluster: Daemons, releases: Path, tmp_path: Path
) -> None:
    there = ("--engine", cluster.address)
    for name, engine_is in (("here.db", ()), ("there.db", there)):
        assert run(str(releases), "-q", "-o", str(tmp_path / name), *engine_is).returncode == 1
    assert dump(tmp_path / "there.db") == dump(tmp_path / "here.db")
    again = run(str(releases), "-o", str(tmp_path / "there.db"), *there)
    assert complaints(again)[-1] == "summarize: done 0, skipped 92, failed 2"
    forced = run(str(releases), "-o", str(tmp_path / "there.db"), *there, "--force")
    assert complaints(forced)[-1] == "summarize: done 92, skipped 0, failed 2"


@pytest.mark.parametrize("options", [("-f", "json"), ("--only", "quotes"), ("-f", "rich")])
def test_what_is_printed_is_the_same(
    cluster: Daemons, releases: Path, options: tuple[str, ...]
) -> None:
    here = run(str(releases), "-q", *options)
    there = run(str(releases), "-q", *options, "--engine", cluster.address)
    told = (there.returncode, there.stdout, there.stderr)
    assert told == (here.returncode, here.stdout, here.stderr)


def test_paths_start_where_the_run_was_started(cluster: Daemons, tmp_path: Path) -> None:
    make_releases(tmp_path / "releases", 5, seed=3)
    for to, address in (("here/", "local"), ("there/", cluster.address)):
        subprocess.run(
            [*PROGRAM, "releases", "-q", "-o", to, "--engine", address],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            check=True,
        )
    assert tree_of(tmp_path / "there") == tree_of(tmp_path / "here")


def test_a_document_that_takes_too_long_is_blamed_alone(cluster: Daemons, tmp_path: Path) -> None:
    made = make_releases(tmp_path / "releases", 3, seed=3)
    made[1].write_text(made[1].read_text("utf-8") * 8000, "utf-8")
    options = ("-o", f"{tmp_path}/results/", "--timeout", "8")
    done = run(str(tmp_path / "releases"), *options, "--engine", cluster.address)
    assert complaints(done) == [
        f"{made[1]}: took more than 8 seconds; allow it more with --timeout",
        "summarize: done 2, skipped 0, failed 1",
    ]
    assert done.returncode == 1


def test_answers_of_releases(cluster: Daemons, releases: Path) -> None:
    question = (str(releases), "-q", "--about", "anggaran", "-f", "json")
    here, there = run(*question), run(*question, "--engine", cluster.address)
    assert there.stdout == here.stdout
    assert len(here.stdout) > 100


# It goes on


def test_only_what_has_changed_is_done_again(cluster: Daemons, tmp_path: Path) -> None:
    made = make_releases(tmp_path / "releases", 40, seed=5)
    again = (str(tmp_path / "releases"), "-o", f"{tmp_path}/results/", "--engine", cluster.address)
    assert complaints(run(*again)) == ["summarize: done 40, skipped 0, failed 0"]
    made[7].write_text("Warga gembira hari ini.", "utf-8")
    assert complaints(run(*again)) == ["summarize: done 1, skipped 39, failed 0"]
    local = run(*again[:3])
    assert complaints(local) == ["summarize: done 0, skipped 40, failed 0"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict[str, str]]]:
    """Releases for several chunks a worker, and what a run on one machine makes of them."""
    folder = tmp_path_factory.mktemp("many")
    make_releases(folder / "releases", 9 * CHUNK, seed=4)
    for to in ("digests/", "one/all.jsonl"):
        assert run(str(folder / "releases"), "-q", "-o", str(folder / to) + "/" * (to[-1] == "/"))
    made = {to: tree_of(folder / to) for to in ("digests", "one")}
    return folder / "releases", made


def started(releases: Path, results: Path, daemons: Daemons) -> subprocess.Popen[bytes]:
    """A run into ``results`` that has begun to work."""
    process = subprocess.Popen(
        [*PROGRAM, str(releases), "-o", str(results), "--engine", daemons.address],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + LONGEST
    while not daemons.hands():
        assert time.monotonic() < until, "it does not begin"
        assert process.poll() is None
        time.sleep(0.02)
    return process


@pytest.mark.parametrize("to", ["digests/", "one/all.jsonl"])
def test_a_killed_worker_loses_and_repeats_nothing(
    start: Start, many: tuple[Path, dict[str, dict[str, str]]], tmp_path: Path, to: str
) -> None:
    releases, expected = many
    daemons = start()
    name = to.partition("/")[0]
    (tmp_path / name).mkdir()
    process = started(releases, tmp_path / to, daemons)
    time.sleep(0.5)
    daemons.workers[0].kill()
    _, said = process.communicate(timeout=LONGEST)
    assert process.returncode == 0
    (reckoning,) = said.decode().splitlines()
    done, skipped = (int(part.split()[-1]) for part in reckoning.split(", ")[:2])
    assert done + skipped == 9 * CHUNK
    assert tree_of(tmp_path / name) == expected[name]


def test_a_scheduler_that_dies(
    start: Start, many: tuple[Path, dict[str, dict[str, str]]], tmp_path: Path
) -> None:
    releases, expected = many
    daemons = start()
    process = started(releases, tmp_path / "digests/", daemons)
    until = time.monotonic() + LONGEST
    while not any(name.endswith(".json") for name in tree_of(tmp_path / "digests")):
        assert time.monotonic() < until
        time.sleep(0.02)
    daemons.scheduler.kill()
    _, said = process.communicate(timeout=LONGEST)
    gone, reckoning = said.decode().splitlines()
    assert gone == (
        f"{daemons.address}: the scheduler is gone; start it again and give the same command: "
        "what is done stays"
    )
    assert (process.returncode, reckoning[:16]) == (1, "summarize: done ")
    daemons.stop()
    found = tree_of(tmp_path / "digests")
    left = {name for name in found if name.endswith(".part")}  # of workers killed just now
    assert found.items() - {(name, found[name]) for name in left} <= expected["digests"].items()
    again = start(port=daemons.port)
    options = ("-o", f"{tmp_path}/digests/", "--engine", again.address)
    done = run(str(releases), *options)
    assert done.returncode == 0
    skipped = int(done.stderr.decode().partition("skipped ")[2].partition(",")[0])
    assert skipped >= len(found) - len(left) > 0
    assert tree_of(tmp_path / "digests") == expected["digests"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_nobody_at_work(
    start: Start,
    many: tuple[Path, dict[str, dict[str, str]]],
    tmp_path: Path,
    number: signal.Signals,
) -> None:
    releases, expected = many
    daemons = start()
    process = started(releases, tmp_path / "digests/", daemons)
    process.send_signal(number)
    _, said = process.communicate(timeout=LONGEST)
    assert process.returncode == 128 + number
    assert re.fullmatch(rb"summarize: stopped after \d+ of 288; run the same command .*\n", said)
    assert not daemons.hands()
    found = tree_of(tmp_path / "digests")
    assert found.items() <= expected["digests"].items()
    options = ("-q", "-o", f"{tmp_path}/digests/", "--engine", daemons.address)
    done = run(str(releases), *options)  # and the workers are there for others
    assert (done.returncode, done.stderr) == (0, b"")
    assert tree_of(tmp_path / "digests") == expected["digests"]


def test_processes_end_with_the_run(cluster: Daemons, releases: Path) -> None:
    run(str(releases), "-q", "-f", "jsonl", "--engine", cluster.address)
    assert not cluster.hands()


# Bounds


class Watched(list[Input]):
    """Inputs that know how far they were looked at."""

    furthest = 0

    def __getitem__(self, key):  # type: ignore[no-untyped-def]
        if isinstance(key, slice):
            self.furthest = max(self.furthest, key.stop)
        return super().__getitem__(key)


def test_no_more_is_handed_out_than_keeps_the_workers_busy(
    cluster: Daemons, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Warga gembira hari ini.", "utf-8")
    inputs = Watched([Input(str(path), "a.txt")] * 2000)
    outcomes = Cluster(cluster.address).outcomes(inputs, Work())
    for number, outcome in enumerate(outcomes):
        assert outcome.reason is None
        assert inputs.furthest <= number + CHUNK * (2 * AHEAD + 1)
    assert inputs.furthest >= 2000


def test_results_that_are_much_come_in_several_tasks(start: Start, tmp_path: Path) -> None:
    releases = tmp_path / "releases"
    make_releases(releases, 5, seed=3)
    daemons = start(preload="from summarize.batch import station; station.MUCH = 1")
    here = run(str(releases), "-q", "-f", "jsonl")
    there = run(str(releases), "-q", "-f", "jsonl", "--engine", daemons.address)
    assert there.stdout == here.stdout


# Nobody there, or others


def test_no_scheduler(tmp_path: Path, releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setitem(ENVIRONMENT, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "2s")
    target = tmp_path / "all.jsonl"
    done = run(str(releases), "-q", "-o", str(target), "--engine", "dask://127.0.0.1:9")
    assert done.stderr.decode().splitlines() == [
        "dask://127.0.0.1:9: no scheduler answers there; look at the address, or start one: "
        "dask scheduler"
    ]
    assert (done.returncode, done.stdout, target.exists()) == (1, b"", False)
    shown = run(str(releases), "-q", "-f", "jsonl", "--engine", "dask://127.0.0.1:9")
    assert shown.stderr.startswith(b"summarize: dask://127.0.0.1:9: no scheduler answers there")
    assert (shown.returncode, shown.stdout) == (1, b"")


def test_no_worker(start: Start, releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LONELY", 1)
    inputs = [one for one in find_inputs([str(releases)]) if isinstance(one, Input)]
    with pytest.raises(EngineError, match="there is no worker; start one"):
        list(Cluster(start(workers=0).address).outcomes(inputs, Work()))


def test_workers_of_another_version(start: Start, releases: Path, tmp_path: Path) -> None:
    other = "from summarize.batch import station; station.__version__ = '0.0.1'"
    daemons = start(preload=other)
    done = run(str(releases), "-q", "-o", f"{tmp_path}/digests/", "--engine", daemons.address)
    (said,) = done.stderr.decode().splitlines()
    assert "has ringkas 0.0.1 and this is" in said
    assert (done.returncode, tree_of(tmp_path / "digests")) == (1, {})


def test_workers_without_it(start: Start, releases: Path) -> None:
    daemons = start(preload="import sys; sys.modules['summarize'] = None")
    done = run(str(releases), "-q", "-f", "jsonl", "--engine", daemons.address)
    (said,) = done.stderr.decode().splitlines()
    assert said.endswith(f"the workers need ringkas {__version__}: pip install 'ringkas[cluster]'")
    assert (done.returncode, done.stdout) == (1, b"")


def test_without_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    with pytest.raises(OptionError, match=r"pip install 'ringkas\[cluster\]'"):
        list(Cluster("dask://127.0.0.1:9").outcomes([Input("a.txt", "a.txt")], Work()))
