"""What a storage promises, of the one in memory and of one whose files have to be renamed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.batch import Failure, Input, OneOutput, Outputs, Skipped, find_inputs, seal_of
from summarize.batch.work import Work, outcome_of
from summarize.errors import RemoteError, UnreadableError, WriteError
from summarize.reading import read_file
from summarize.rendering import FORMATS
from summarize.rendering.formats import Format
from summarize.storage import storage_of
from tests.test_process import SEED

pytestmark = pytest.mark.filterwarnings("ignore")  # the packages' own are not ours to mend

TEXTS = {"b.txt": "Warga gembira.", "a/c.md": "Warga senang.", ".x/d.txt": "", "e.jpg": ""}


@pytest.fixture(params=["memory", "file"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a folder with files; behind ``file:`` they are renamed, as on Hadoop."""
    fsspec = pytest.importorskip("fsspec")
    address = f"{request.param}://{tmp_path.as_posix()}/rilis"
    storage = storage_of(address)
    for name, text in TEXTS.items():
        storage.write_whole(f"{address}/{name}", [text])
    yield address
    fsspec.filesystem("memory").store.clear()


def test_the_files_of_a_folder(folder: str) -> None:
    found = list(find_inputs([folder + "/"]))
    assert found == [
        Input(f"{folder}/a/c.md", "a/c.md"),
        Input(f"{folder}/b.txt", "b.txt"),
        Skipped(f"{folder}/e.jpg", ".jpg"),
    ]
    assert list(find_inputs([folder], patterns=["a/*"])) == found[:1]
    assert next(find_inputs([folder], without=f"{folder}/a")) == found[1]
    (missing,) = find_inputs([f"{folder}/tidak-ada/"])
    assert missing == Failure(f"{folder}/tidak-ada/", "no such folder; check the path")


def test_reading(folder: str) -> None:
    assert read_file(f"{folder}/b.txt").text == "Warga gembira."
    with pytest.raises(UnreadableError, match="no such file"):
        read_file(f"{folder}/tidak-ada.txt")
    storage = storage_of(folder)
    assert storage.read(f"{folder}/b.txt", 3) == b"Warg"
    assert list(storage.ends([f"{folder}/b.txt", f"{folder}/x", f"{folder}/a/c.md"], 4)) == [
        *(b"ira.", b"", b"ang."),
    ]
    assert [storage.holds(f"{folder}/{name}") for name in ("b.txt", "x", "e.jpg")] == [
        *(True, False, False),
    ]
    with storage.opened(f"{folder}/b.txt") as stream:
        assert stream.read() == b"Warga gembira."


def test_what_is_not_finished_is_not_there(folder: str) -> None:
    storage = storage_of(folder)

    def pieces() -> Iterator[str]:
        yield "baru"
        raise KeyboardInterrupt

    for name in ("b.txt", "baru.txt"):
        with pytest.raises(KeyboardInterrupt):
            storage.write_whole(f"{folder}/{name}", pieces())
    assert storage.read(f"{folder}/b.txt") == b"Warga gembira."
    assert not storage.holds(f"{folder}/baru.txt")
    assert len([*find_inputs([folder])]) == 3


def made(outputs: Outputs, inputs: list[Input], written_in: Format) -> list[bool]:
    """Which of the inputs had a result already."""
    work = Work(shape=written_in.render, output=outputs)
    return [outcome_of(one, work).current for one in inputs]


def test_a_batch_goes_on_where_it_was(folder: str) -> None:
    inputs = [one for one in find_inputs([folder]) if isinstance(one, Input)]
    written_in = FORMATS["json"]
    outputs = Outputs(f"{folder}-poin", written_in)
    outputs.prepare(inputs)
    assert made(outputs, inputs[:1], written_in) == [False]
    assert made(outputs, inputs, written_in) == [True, False]
    outputs.sweep(inputs)
    assert seal_of(outputs.place_of(inputs[0]), whole=True) is not None
    storage_of(folder).write_whole(outputs.place_of(inputs[1]), ["milik orang"])
    assert outcome_of(inputs[1], Work(shape=written_in.render, output=outputs)).unwritten


def test_a_store_that_does_not_answer_loses_nothing(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = storage_of(folder)
    place = f"{folder}/b.txt"
    work = Work(shape=FORMATS["text"].render, output=OneOutput(place, FORMATS["text"]))
    fsspec = pytest.importorskip("fsspec")
    kind = fsspec.get_filesystem_class(folder.partition(":")[0])

    def silent(*_: object, **__: object) -> object:
        raise TimeoutError

    monkeypatch.setattr(kind, "info", silent)
    monkeypatch.setattr(kind, "cat_file", silent)
    with pytest.raises(RemoteError, match="cannot be reached"):
        storage.holds(place)
    said = outcome_of(Input(str(SEED), SEED.name), work)
    assert said.reason == "cannot be written: cannot be reached; check the network and the address"
    assert said.unwritten == place
    with pytest.raises(WriteError, match="cannot be reached"):
        storage.check(folder)
