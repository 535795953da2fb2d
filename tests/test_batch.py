"""Several inputs: the walk, the plan, the writing, and a process that dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from summarize import batch
from summarize.batch import (
    Failure,
    Input,
    Options,
    find_inputs,
    plan_outputs,
    summarize_all,
    write_whole,
)
from summarize.errors import OptionError, WriteError
from summarize.models import Document


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "Z.TXT", "sub/c.md", ".hidden.txt", ".git/d.txt", "foto.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Warga gembira.")
    tmp_path.joinpath("loop").symlink_to(tmp_path)
    return tmp_path


def paths_of(found: Iterator[Input | Failure]) -> list[str]:
    return [one.relative for one in found if isinstance(one, Input)]


def test_a_folder_is_walked_in_the_order_of_its_bytes(tree: Path) -> None:
    assert paths_of(find_inputs([str(tree)])) == ["Z.TXT", "a.txt", "b.txt", "sub/c.md"]


def test_links_are_followed_inside_the_folder_only(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "rahasia.txt"
    elsewhere.touch()
    tree.joinpath("sub", "luar.txt").symlink_to(elsewhere)
    tree.joinpath("sub", "dalam.txt").symlink_to("c.md")
    tree.joinpath("sub", "putus.txt").symlink_to("hilang")
    found = paths_of(find_inputs([str(tree / "sub")]))
    assert found == ["c.md", "dalam.txt", "putus.txt"]


def test_results_are_not_read(tree: Path) -> None:
    found = find_inputs([str(tree)], without=str(tree / "sub"))
    assert paths_of(found) == ["Z.TXT", "a.txt", "b.txt"]


def test_files_are_taken_as_given(tree: Path) -> None:
    given = [str(tree / "foto.jpg"), "-", "missing"]
    assert paths_of(find_inputs(given)) == ["foto.jpg", "-", "missing"]


def test_a_result_file_for_each_input() -> None:
    inputs = [Input("x/a.txt", "a.txt"), Input("x/a.md", "a.md"), Input("-", "-")]
    planned = plan_outputs(inputs, "out", ".json")
    assert [str(path) for path in planned.values()] == [
        "out/a.txt.json",
        "out/a.md.json",
        "out/stdin.json",
    ]


def test_two_inputs_for_one_result_are_refused() -> None:
    inputs = [Input("x/a.txt", "a.txt"), Input("y/a.txt", "a.txt")]
    with pytest.raises(OptionError, match=r"y/a\.txt and x/a\.txt would both be written to"):
        plan_outputs(inputs, "out", ".json")


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    inputs = [
        Input(str(tmp_path / "a.txt"), "a.txt"),
        Input(str(tmp_path / "a.txt.txt"), "a.txt.txt"),
    ]
    with pytest.raises(OptionError, match=r"a\.txt\.txt is an input"):
        plan_outputs(inputs, str(tmp_path), ".txt")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.txt"
    write_whole(target, ["la", "ma\n"])
    write_whole(target, ["baru\r\n"])
    assert target.read_bytes() == b"baru\r\n"
    assert [path.name for path in target.parent.iterdir()] == ["a.txt"]
    mask = os.umask(0o022)
    os.umask(mask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_a_write_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    target = tmp_path / "a.txt"
    write_whole(target, ["lama"])

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, name, fail)
    with pytest.raises(WriteError, match="cannot be written: No space left on device"):
        write_whole(target, ["baru"])
    assert target.read_text() == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def dying() -> object:
    """A `summarize` that takes its process along when the text asks for it."""

    def summarize(document: Document, **_: object) -> Document:
        if "mati" in document.text:
            os._exit(9)
        return document

    return summarize


def test_a_process_that_dies_is_blamed_on_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "summarize", dying())
    inputs = []
    for number in range(12):
        path = tmp_path / f"{number:02}.txt"
        path.write_text("mati" if number in (3, 7) else "hidup")
        inputs.append(Input(str(path), path.name))
    inputs.insert(5, Input("-", "-"))
    outcomes = list(summarize_all(inputs, Options(), jobs=2, stdin=BytesIO(b"hidup")))
    assert [outcome.input for outcome in outcomes] == inputs
    failed = [number for number, outcome in enumerate(outcomes) if outcome.reason]
    assert failed == [3, 8]


def test_an_error_of_ours_tells_nothing_of_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: Document, **_: object) -> Document:
        raise TypeError(document.text)

    monkeypatch.setattr(batch, "summarize", fail)
    path = tmp_path / "a.txt"
    path.write_text("rahasia")
    (outcome,) = summarize_all([Input(str(path), "a.txt")], Options())
    assert outcome.reason == "unexpected TypeError; please report it with what --debug prints"
    assert outcome.traceback is not None
