"""Several inputs: the walk, the plan, the marks, the writing, and processes that die."""

from __future__ import annotations

import csv
import errno
import json
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

from summarize.batch import (
    Failure,
    Input,
    Outputs,
    Seal,
    Skipped,
    Work,
    find_inputs,
    seal_of,
    sealed,
    sealed_series,
    summarize_all,
    work,
)
from summarize.batch.workers import WINDOW, Processes
from summarize.errors import OptionError, WriteError
from summarize.models import Document
from summarize.ranking import Length
from summarize.rendering import FORMATS, render_one, render_several
from summarize.storage.writing import sweep, write_whole
from tests.samples import sample

SEALED = [name for name, row in FORMATS.items() if row.seal]
KEY = 32 * "7"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "Z.TXT", "sub/c.md", ".hidden.txt", ".git/d.txt", "foto.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Warga gembira.")
    tmp_path.joinpath("loop").symlink_to(tmp_path)
    return tmp_path


def paths_of(found: Iterator[Input | Failure | Skipped]) -> list[str]:
    return [one.relative for one in found if isinstance(one, Input)]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# Which files


def test_a_folder_is_walked_in_the_order_of_its_bytes(tree: Path) -> None:
    assert paths_of(find_inputs([str(tree)])) == ["Z.TXT", "a.txt", "b.txt", "sub/c.md"]


def test_the_order_of_the_file_system_does_not_matter(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = os.walk

    def backwards(folder: str, **options: Any) -> Iterator[tuple[str, list[str], list[str]]]:
        for parent, folders, names in walk(folder, **options):
            folders.sort(reverse=True)
            yield parent, folders, sorted(names, reverse=True)

    monkeypatch.setattr(os, "walk", backwards)
    assert paths_of(find_inputs([str(tree)])) == ["Z.TXT", "a.txt", "b.txt", "sub/c.md"]


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (("*.jpg",), ["foto.jpg"]),
        (("?.txt", "*.md"), ["a.txt", "b.txt", "sub/c.md"]),
        (("sub/*",), ["sub/c.md"]),
        (("*",), ["Z.TXT", "a.txt", "b.txt", "foto.jpg", "sub/c.md"]),
        (("[!a]*.txt",), ["b.txt"]),
    ],
)
def test_patterns(tree: Path, patterns: tuple[str, ...], expected: list[str]) -> None:
    assert paths_of(find_inputs([str(tree)], patterns=patterns)) == expected


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


@pytest.mark.parametrize("without", ["sub", "./sub/../sub"])
def test_the_folder_of_results_is_not_read(tree: Path, without: str) -> None:
    found = find_inputs([str(tree)], without=str(tree / without))
    assert paths_of(found) == ["Z.TXT", "a.txt", "b.txt"]


def test_the_file_of_results_is_not_read(tree: Path) -> None:
    tree.joinpath("sub", "same.md").symlink_to(tree / "a.txt")
    found = find_inputs([str(tree)], without=str(tree / "a.txt"))
    assert paths_of(found) == ["Z.TXT", "b.txt", "sub/c.md"]


def test_results_of_an_earlier_run_are_not_read(tree: Path) -> None:
    for name in ("text", "markdown"):
        result = sealed(render_one(sample(), name), FORMATS[name], KEY)
        tree.joinpath(f"old{FORMATS[name].extension}").write_text(result)
    assert paths_of(find_inputs([str(tree)])) == ["Z.TXT", "a.txt", "b.txt", "sub/c.md"]


def test_files_are_taken_as_given(tree: Path) -> None:
    given = [str(tree / "foto.jpg"), "-", "missing"]
    assert paths_of(find_inputs(given)) == ["foto.jpg", "-", "missing"]


# Where results go


def test_a_result_file_for_each_input(tmp_path: Path) -> None:
    inputs = [Input("x/a.txt", "a.txt"), Input("x/a.md", "a.md"), Input("-", "-")]
    outputs = Outputs(str(tmp_path), FORMATS["json"])
    outputs.prepare(inputs)
    assert [os.path.relpath(outputs.file_of(one).path, tmp_path) for one in inputs] == [
        "a.txt.json",
        "a.md.json",
        "stdin.json",
    ]


def test_two_inputs_for_one_result_are_refused() -> None:
    inputs = [Input("x/a.txt", "a.txt"), Input("y/a.txt", "a.txt")]
    with pytest.raises(OptionError, match=r"y/a\.txt and x/a\.txt would both be written to"):
        Outputs("out", FORMATS["json"]).prepare(inputs)


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    names = ("a.txt", "a.txt.txt")
    inputs = [Input(str(tmp_path / name), name) for name in names]
    with pytest.raises(OptionError, match=r"a\.txt\.txt is an input"):
        Outputs(str(tmp_path), FORMATS["text"]).prepare(inputs)


def test_no_link_leads_results_elsewhere(tmp_path: Path) -> None:
    tmp_path.joinpath("out").mkdir()
    tmp_path.joinpath("out", "2024").symlink_to(tmp_path)
    with pytest.raises(OptionError, match="is a link; results stay inside"):
        Outputs(str(tmp_path / "out"), FORMATS["text"]).prepare([Input("2024/a.txt", "2024/a.txt")])


# What a result says of itself


@pytest.mark.parametrize("name", SEALED)
def test_every_format_carries_a_seal(tmp_path: Path, name: str) -> None:
    target = tmp_path / "result"
    rendered = render_one(sample(), name)
    target.write_text(sealed(rendered, FORMATS[name], KEY), "utf-8", newline="")
    assert seal_of(target) == seal_of(target, whole=True) == Seal(KEY, intact=True)
    target.write_text(rendered, "utf-8", newline="")
    assert seal_of(target) is None


def test_a_format_may_have_no_place_for_a_seal() -> None:
    assert sealed("Warga.\n", FORMATS["text"]._replace(seal=None), KEY) == "Warga.\n"


@pytest.mark.parametrize("name", SEALED)
def test_a_change_by_hand_is_noticed(tmp_path: Path, name: str) -> None:
    target = tmp_path / "result"
    target.write_text(
        sealed(render_one(sample(), name), FORMATS[name], KEY).replace("a", "o", 1), "utf-8"
    )
    assert seal_of(target, whole=True) == Seal(KEY, intact=False)


@pytest.mark.parametrize("content", ["", "Warga gembira.\n", f"ringkas 1 key:{KEY} sum:0 dan lagi"])
def test_other_files_have_no_seal(tmp_path: Path, content: str) -> None:
    tmp_path.joinpath("a.txt").write_text(content)
    assert seal_of(tmp_path / "a.txt", whole=True) is None


def test_a_sealed_table_is_a_table() -> None:
    header, row = csv.reader(StringIO(sealed(render_one(sample(), "csv"), FORMATS["csv"], KEY)))
    assert header[-1] == "made_with"
    assert len(header) == len(row)
    assert KEY in row[-1]


@pytest.mark.parametrize("name", SEALED)
@pytest.mark.parametrize("count", [1, 2, 9])
def test_results_of_several_in_one_file_carry_a_seal(tmp_path: Path, name: str, count: int) -> None:
    target = tmp_path / f"all{FORMATS[name].extension}"
    rendered = list(render_several([sample()] * count, name))
    target.write_text("".join(sealed_series(rendered, FORMATS[name], KEY)), "utf-8", newline="")
    assert seal_of(target) == seal_of(target, whole=True) == Seal(KEY, intact=True)
    target.write_bytes(target.read_bytes().replace(b"pasar", b"Pasar", 1))
    assert seal_of(target, whole=True) == Seal(KEY, intact=False)


def test_what_the_seal_is_added_to_can_still_be_read() -> None:
    def sealed_as(name: str) -> str:
        return "".join(sealed_series(render_several([sample()] * 3, name), FORMATS[name], KEY))

    array = json.loads(sealed_as("json"))
    lines = [json.loads(line) for line in sealed_as("jsonl").splitlines()]
    assert [KEY in one.pop("made_with", "") for one in array] == [False, False, True]
    assert [[*one][-1] for one in lines] == ["made_with"] * 3
    assert all(KEY in one.pop("made_with") for one in lines)
    assert array == lines
    header, *rows = csv.reader(StringIO(sealed_as("csv")))
    assert header[-1] == "made_with"
    assert all(len(row) == len(header) and KEY in row[-1] for row in rows)
    assert len(rows) == 3


def outputs_in(folder: Path, *, force: bool = False) -> Outputs:
    return Outputs(str(folder), FORMATS["text"], force=force)


def test_only_results_are_overwritten(tmp_path: Path) -> None:
    one, target = Input("a", "a"), tmp_path / "a.txt"
    target.touch()  # nothing is lost with it
    for _ in range(2):
        outputs_in(tmp_path).file_of(one).write("Warga.\n", KEY)
    assert outputs_in(tmp_path).file_of(one).key() == KEY
    target.write_text(target.read_text().replace("Warga", "Kami"))
    with pytest.raises(WriteError, match="was changed by hand"):
        outputs_in(tmp_path).file_of(one).write("Warga.\n", KEY)
    target.write_text("catatan saya")
    with pytest.raises(WriteError, match="is no result"):
        outputs_in(tmp_path).file_of(one).write("Warga.\n", KEY)
    assert target.read_text() == "catatan saya"
    outputs_in(tmp_path, force=True).file_of(one).write("Warga.\n", KEY)
    assert seal_of(target, whole=True) == Seal(KEY, intact=True)


def test_the_key_is_that_of_everything_that_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("a", "a.txt", "utf-8", "0", 1)
    works = [
        Work(),
        Work(recipe="csv"),
        Work(work.Options(method="lead")),
        Work(work.Options(language="id")),
        Work(work.Options(length=Length(sentences=2))),
    ]
    documents = [document, Document("a", "b.txt", "utf-8", "0", 1)]
    documents += [Document("a", "a.txt", "utf-8", "1", 1), Document("a", "a.txt", "cp1252", "0", 1)]
    keys = {one.key(document) for one in works} | {Work().key(one) for one in documents}
    assert len(keys) == len(works) + len(documents) - 1
    assert Work(work.Options(max_bytes=7)).key(document) == Work().key(document)
    monkeypatch.setattr(work, "__version__", "99")
    assert Work().key(document) not in keys


def test_what_is_no_file_is_not_overwritten(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    tmp_path.joinpath("b.txt").mkdir()
    for name in ("a", "b"):
        assert outputs_in(tmp_path).file_of(Input(name, name)).key() is None
        for force in (False, True):
            with pytest.raises(WriteError, match="is no file; choose another name"):
                outputs_in(tmp_path, force=force).file_of(Input(name, name)).write("Warga.\n", KEY)


# Writing


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.txt"
    write_whole(target, ["la", "ma\n"])
    write_whole(target, ["baru\r\n"])
    assert target.read_bytes() == b"baru\r\n"
    assert names_in(target.parent) == ["a.txt"]
    mask = os.umask(0o022)
    os.umask(mask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("name", ["open", "fsync", "chmod", "replace"])
def test_a_write_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    target = tmp_path / "a.txt"
    write_whole(target, ["lama"])

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, fail)
    with pytest.raises(WriteError, match=f"cannot be written: {os.strerror(number)}"):
        write_whole(target, ["baru"])
    monkeypatch.undo()
    assert target.read_text() == "lama"
    assert names_in(tmp_path) == ["a.txt"]


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    tmp_path.joinpath(".ringkas-abc.part").write_text("seteng")
    tmp_path.joinpath("punya-orang.part").touch()
    sweep(tmp_path)
    assert names_in(tmp_path) == ["punya-orang.part"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_what_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        child = os.fork()  # it does not inherit the claim
        if child == 0:
            sweep(tmp_path)
            os._exit(0)
        os.waitpid(child, 0)
        yield "utuh"

    write_whole(tmp_path / "a.txt", pieces())
    assert tmp_path.joinpath("a.txt").read_text() == "utuh"


def test_a_file_that_is_swept_before_it_is_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    mkstemp = tempfile.mkstemp

    def swept(*arguments: Any) -> tuple[int, str]:
        handle, path = mkstemp(*arguments)
        made.append(path)
        if len(made) < 3:
            sweep(tmp_path)
        return handle, path

    monkeypatch.setattr(tempfile, "mkstemp", swept)
    write_whole(tmp_path / "a.txt", ["utuh"])
    assert len(made) == 3
    assert tmp_path.joinpath("a.txt").read_text() == "utuh"
    assert names_in(tmp_path) == ["a.txt"]


# Processes


Install = Callable[[Callable[[], object]], None]


def inputs_in(folder: Path, dying: tuple[int, ...], count: int = 12) -> list[Input]:
    inputs = []
    for number in range(count):
        path = folder / f"{number:02}.txt"
        path.write_text("mati" if number in dying else "hidup")
        inputs.append(Input(str(path), path.name))
    return inputs


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Has work misbehave where the text asks for it, in processes forked later."""

    def install(badly: Callable[[], object]) -> None:
        def summarized(one: Input, _: Work, document: Document) -> work.Outcome:
            if "mati" in document.text:
                badly()
            return work.Outcome(one, made=document.text)

        monkeypatch.setattr(work, "_summarized", summarized)

    return install


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_a_process_that_dies_is_blamed_on_its_file(
    tmp_path: Path, misbehaving: Install, jobs: int
) -> None:
    misbehaving(lambda: os._exit(9))
    inputs = inputs_in(tmp_path, dying=(3, 4, 7, 11))
    inputs.insert(5, Input("-", "-"))
    outcomes = list(summarize_all(inputs, Work(), engine=Processes(jobs), stdin=BytesIO(b"hidup")))
    assert [outcome.input for outcome in outcomes] == inputs
    failed = {number: outcome.reason for number, outcome in enumerate(outcomes) if outcome.reason}
    reason = "its process died (exit code 9); perhaps the document needs more memory"
    assert failed == dict.fromkeys((3, 4, 8, 12), reason)


def test_a_process_that_hangs_is_blamed_on_its_file(tmp_path: Path, misbehaving: Install) -> None:
    misbehaving(lambda: time.sleep(60))
    inputs = inputs_in(tmp_path, dying=(0, 5))
    outcomes = list(summarize_all(inputs, Work(), engine=Processes(2, 0.3)))
    failed = {number: outcome.reason for number, outcome in enumerate(outcomes) if outcome.reason}
    reason = "took more than 0.3 seconds; allow it more with --timeout"
    assert failed == dict.fromkeys((0, 5), reason)


def test_a_process_that_is_stopped_from_outside_is_replaced(
    tmp_path: Path, misbehaving: Install
) -> None:
    once = tmp_path / "once"

    def stopped() -> None:
        if not once.exists():
            once.touch()
            os.kill(os.getpid(), signal.SIGTERM)

    misbehaving(stopped)
    outcomes = list(summarize_all(inputs_in(tmp_path, dying=(2,)), Work(), engine=Processes(2)))
    assert [outcome.made for outcome in outcomes] == [
        "mati" if number == 2 else "hidup" for number in range(12)
    ]


def test_work_does_not_run_far_ahead(tmp_path: Path, misbehaving: Install) -> None:
    misbehaving(lambda: None)
    done = tmp_path / "done"
    outputs = Outputs(str(done), FORMATS["text"])
    outcomes = summarize_all(
        inputs_in(tmp_path, dying=(), count=200), Work(output=outputs), engine=Processes(2)
    )
    next(outcomes)
    time.sleep(0.5)
    assert len(names_in(done)) <= 2 * WINDOW + 1
    outcomes.close()


def test_what_is_current_is_not_done_again(tmp_path: Path, misbehaving: Install) -> None:
    misbehaving(lambda: None)
    inputs = inputs_in(tmp_path, dying=())
    todo = Work(output=Outputs(str(tmp_path / "done"), FORMATS["text"]))
    assert not any(one.current for one in summarize_all(inputs, todo, engine=Processes(2)))
    Path(inputs[4].path).write_text("berubah")
    again = list(summarize_all(inputs, todo, engine=Processes(2)))
    assert [one.input for one in again if not one.current] == [inputs[4]]


def test_an_error_of_ours_tells_nothing_of_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: Document, **_: object) -> Document:
        raise TypeError(document.text)

    monkeypatch.setattr(work, "summarize", fail)
    path = tmp_path / "a.txt"
    path.write_text("rahasia")
    (outcome,) = summarize_all([Input(str(path), "a.txt")], Work())
    assert outcome.reason == "unexpected TypeError; please report it with what --debug prints"
    assert outcome.traceback is not None


def test_a_wrong_option_is_told_by_a_process_too(tmp_path: Path) -> None:
    inputs = inputs_in(tmp_path, dying=())
    with pytest.raises(OptionError, match="unknown encoding"):
        list(summarize_all(inputs, Work(work.Options(encoding="klingon")), engine=Processes(2)))
