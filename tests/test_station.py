"""What a worker of a cluster does with a chunk, without a cluster."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarize.batch import Input, Outcome, Outputs, Work, station, summarize_all
from summarize.batch.station import Order, dismiss, work_on
from summarize.batch.workers import Processes
from summarize.errors import EngineError
from summarize.rendering import FORMATS
from summarize.version import __version__
from tests.synthetic import make_releases

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="handles are not inherited")


@pytest.fixture
def order(tmp_path: Path) -> Iterator[Order]:
    yield Order("run", Work(shape=FORMATS["json"].render), None, str(tmp_path), None)
    dismiss("run")
    station._over.clear()


def inputs_in(folder: Path, count: int) -> list[Input]:
    return [Input(path.name, path.name) for path in made(folder, count)]


def made(folder: Path, count: int) -> list[Path]:
    return [path.rename(folder / path.name) for path in make_releases(folder, count, seed=2)]


def worked(order: Order, inputs: list[Input]) -> list[Outcome]:
    chunk = pickle.dumps(tuple(inputs))
    return [pickle.loads(one) for one in work_on(__version__, pickle.dumps(order), chunk)]


def test_a_chunk_is_done_as_on_one_machine(order: Order, tmp_path: Path) -> None:
    inputs = [*inputs_in(tmp_path, 4), Input("hilang.txt", "hilang.txt")]
    absolute = [one._replace(path=str(tmp_path / one.path)) for one in inputs]
    here = list(summarize_all(absolute, order.work, engine=Processes(2)))
    assert worked(order, absolute) == here
    assert [one.reason for one in worked(order, inputs)] == [one.reason for one in here]


def test_one_process_does_all_chunks_of_a_run(order: Order, tmp_path: Path) -> None:
    inputs = inputs_in(tmp_path, 4)
    worked(order, inputs[:2])
    (hand,) = station._idle["run"]
    worked(order, inputs[2:])
    assert station._idle["run"] == [hand]
    dismiss("run")
    assert hand.process.poll() == -9
    assert worked(order, inputs) == []  # nobody waits for it


def test_a_process_that_has_gone_is_replaced(order: Order, tmp_path: Path) -> None:
    inputs = inputs_in(tmp_path, 2)
    worked(order, inputs)
    station._idle["run"][0].process.kill()
    station._idle["run"][0].process.wait()
    assert [one.reason for one in worked(order, inputs)] == [None, None]


def test_a_document_that_takes_too_long_is_blamed_alone(order: Order, tmp_path: Path) -> None:
    inputs = inputs_in(tmp_path, 3)
    long = tmp_path / inputs[1].path
    long.write_text(long.read_text("utf-8") * 8000, "utf-8")
    reasons = [one.reason for one in worked(order._replace(timeout=8.0), inputs)]
    assert reasons == [None, "took more than 8 seconds; allow it more with --timeout", None]


def test_what_is_much_is_enough(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = inputs_in(tmp_path, 4)
    everything = worked(order, inputs)
    monkeypatch.setattr(station, "MUCH", 1)
    assert worked(order, inputs) == everything[:1]
    assert worked(order, inputs[1:]) == everything[1:2]


def test_another_version_is_refused(order: Order) -> None:
    with pytest.raises(EngineError, match=r"and this is 0\.0\.1; install the same"):
        work_on("0.0.1", b"which nobody reads", b"")


@pytest.mark.parametrize(
    "given", [{"seen": "/hilang/digests/.part"}, {"folder": "/hilang"}], ids=str
)
def test_a_folder_that_is_not_seen(order: Order, given: dict[str, Any]) -> None:
    output = Outputs("digests", FORMATS["json"])
    unseen = order._replace(work=order.work._replace(output=output))._replace(**given)
    for path in ("a.txt", "/a.txt"):
        with pytest.raises(EngineError, match=r"does not see /hilang\S*; choose a folder"):
            worked(unseen, [Input(path, "a.txt")])


def test_whole_paths_need_no_folder(order: Order, tmp_path: Path) -> None:
    (one,) = inputs_in(tmp_path, 1)
    elsewhere = order._replace(folder="/hilang")
    (outcome,) = worked(elsewhere, [one._replace(path=os.path.join(tmp_path, one.path))])  # noqa: PTH118
    assert outcome.reason is None
