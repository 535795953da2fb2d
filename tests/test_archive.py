"""Databases of releases: what is in them, and what happens to them."""

from __future__ import annotations

import json
import os
import pickle
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cli.formats import STORED
from summarize import summarize
from summarize.archive import database
from summarize.batch import Input, Outcome, stores
from summarize.errors import WriteError
from summarize.rendering.rows import rows_of
from tests.databases import ask, content, dump, is_whole, tables
from tests.endurance import killed_database
from tests.samples import TEXT, sample
from tests.synthetic import make_releases
from tests.test_process import PROGRAM, ROOT, SEED, run

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")

# Lines joined, a word parted between them, a soft hyphen: read otherwise than it stands.
WRAPPED = """Pemerintah Kota Wanasari menambah angga-
ran pendidikan dan membuka tiga puluh ruang
kelas baru di kecamatan yang jauh dari pusat
kota itu, Senin (3/2/2025). “Anggaran pendi\u00addikan
naik dua kali lipat,” kata Wali Kota Rahmat
Hidayat di hadapan para guru dan orang tua.
"""


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    make_releases(folder, 12, seed=7)
    folder.joinpath("terbungkus.txt").write_text(WRAPPED, "utf-8")
    return folder


def stored(folder: Path, target: Path, *options: str) -> list[str]:
    """What a run into a database says."""
    done = run(str(folder), "-o", str(target), *options)
    assert done.returncode == 0, done.stderr
    return done.stderr.decode().splitlines()


# What is in it


def test_every_piece_can_be_pointed_at(tmp_path: Path, releases: Path) -> None:
    target = tmp_path / "a.db"
    stored(SEED, target)
    stored(releases, target)
    texts = dict(ask(target, "SELECT id, text FROM releases"))
    looked_at = set()
    for table, columns in tables(target).items():
        triples = [("start", "end", "text")] if "start" in columns else []
        triples += [(f"{name}_start", f"{name}_end", name) for name in ("lead", "short", "long")]
        for triple in triples:
            if not set(triple) <= {*columns}:
                continue
            named = ", ".join(f'"{column}"' for column in triple)
            for number, start, end, text in ask(target, f"SELECT release_id, {named} FROM {table}"):
                assert text is None or texts[number][start:end] == text
                looked_at.add((table, triple[2]))
            by_sql = f'substr(releases.text, t.{triple[0]} + 1, t."{triple[1]}" - t.{triple[0]})'
            query = f"FROM {table} t JOIN releases ON releases.id = release_id"
            assert not ask(target, f"SELECT * {query} WHERE t.{triple[2]} <> {by_sql}")
    assert len(looked_at) == 15
    spoken = ask(target, "SELECT release_id, speaker, speaker_start, speaker_end FROM quotes")
    for number, speaker, start, end in spoken:
        assert speaker is None or " ".join(texts[number][start:end].split()) == speaker


def test_what_json_says_is_there(tmp_path: Path, releases: Path) -> None:
    target = tmp_path / "a.db"
    stored(releases, target)
    for line in run(str(releases), "-f", "jsonl").stdout.splitlines():
        shown = json.loads(line)
        (number,) = ask(target, "SELECT id FROM releases WHERE path = ?", shown["source"]["path"])[
            0
        ]
        for table, key in {
            **{name: name for name in ("summary", "quotes", "dates", "figures", "lists")},
            "points": "key_points",
        }.items():
            query = f'SELECT start, "end", text FROM {table} WHERE release_id = ? ORDER BY id'
            found = [(one["start"], one["end"], one["text"]) for one in shown[key]]
            assert ask(target, query, number) == found
        query = "SELECT count(*) FROM mentions WHERE release_id = ? AND {} IS NOT NULL"
        for key, column in {"people": "person_id", "places": "place_id"}.items():
            mentions = sum(len(one["mentions"]) for one in shown[key])
            assert ask(target, query.format(column), number) == [(mentions,)]


def test_rows_of_every_kind(tmp_path: Path) -> None:
    stored(SEED, tmp_path / "a.db")
    rows = rows_of(sample())
    others = {"releases", "refused", "people", "organizations", "places"}
    assert {*rows.tables} == {*tables(tmp_path / "a.db")} - others
    assert rows.release["date"] == "2025-02-03"
    (point,) = (row for row in rows.tables["points"] if row["list_id"] is not None)
    items = [row["text"] for row in rows.tables["items"] if row["list_id"] == point["list_id"]]
    assert items == ["air bersih", "jalan mulus", "listrik menyala"]


def test_the_search_finds_words_as_they_are_read(tmp_path: Path, releases: Path) -> None:
    target = tmp_path / "a.db"
    stored(releases, target)
    query = "SELECT text FROM {0} WHERE id IN (SELECT rowid FROM {0}_fts WHERE {0}_fts MATCH ?)"
    (found,) = ask(target, query.format("sentences"), '"anggaran pendidikan" kelas')
    assert "angga-\nran" in found[0]
    (found,) = ask(target, query.format("quotes"), "pendidikan dua")
    assert found == ("Anggaran pendi\u00addikan\nnaik dua kali lipat",)


def test_the_views(tmp_path: Path, releases: Path) -> None:
    target = tmp_path / "a.db"
    stored(releases, target)
    quoted = ask(target, "SELECT person, quotes, first FROM quotes_by_person")
    counts = ask(target, "SELECT count(*) FROM quotes WHERE person_id IS NOT NULL")
    assert sum(count for _, count, _ in quoted) == counts[0][0] > 5
    assert ("Rahmat Hidayat", 1, "2025-02-03") in quoted
    months = ask(target, "SELECT month, releases FROM releases_by_month")
    assert ("2025-02", 1) in months
    assert sum(count for _, count in months) == 13


def test_text_is_left_alone(tmp_path: Path) -> None:
    text = '=cmd|"/c calc"!A1 <script>alert(1)</script> kata, "Adi" \'; DROP TABLE releases; --'
    tmp_path.joinpath("a.txt").write_text(text, "utf-8")
    stored(tmp_path / "a.txt", tmp_path / "a.db")
    assert ask(tmp_path / "a.db", "SELECT text FROM releases") == [(text,)]


NAMES = ['it\'s "quoted"', "baris\nbaru", "apa?mode=memory", "seratus%41#", b"bukan-\xff-utf8"]


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_names_of_all_kinds(tmp_path: Path, name: str | bytes) -> None:
    folder = tmp_path / os.fsdecode(name)
    folder.mkdir()
    release, target = folder / f"{folder.name}.txt", folder / f"{folder.name}.db"
    release.write_text(TEXT, "utf-8")
    for said in ("done 1, skipped 0", "done 0, skipped 1"):
        assert stored(folder, target)[-1].startswith(f"summarize: {said}")
    shown = os.fsencode(release).decode("utf-8", "backslashreplace")
    assert ask(target, "SELECT path FROM releases") == [(shown,)]
    assert sorted(path.name for path in folder.iterdir()) == [target.name, release.name]


def test_numbers_beyond_what_a_database_keeps(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Dana itu Rp 99.999.999.999.999.999.999.999, kata Bupati Rahmat Hidayat.")
    stored(path, tmp_path / "a.db")
    assert len(ask(tmp_path / "a.db", "SELECT * FROM releases")) == 1


# Run after run


def test_a_second_run_does_what_is_new(tmp_path: Path, releases: Path) -> None:
    target, anew = tmp_path / "a.db", tmp_path / "new.db"
    stored(releases, target, "-j", "1")
    before = dump(target)
    assert stored(releases, target)[-1].startswith("summarize: done 0, skipped 13")
    assert dump(target) == before
    changed = min(releases.rglob("*/*.txt"))
    changed.write_text(TEXT, "utf-8")
    assert stored(releases, target)[-1].startswith("summarize: done 1, skipped 12")
    stored(releases, anew)
    assert content(target) == content(anew)
    assert is_whole(target)
    assert stored(releases, target, "--force")[-1].startswith("summarize: done 13, skipped 0")
    assert content(target) == content(anew)
    assert stored(releases, target, "--method", "lead")[-1].startswith("summarize: done 13")


def test_the_same_release_twice(tmp_path: Path, releases: Path) -> None:
    target, once = tmp_path / "a.db", tmp_path / "once.db"
    stored(releases, once)
    assert run(str(releases), str(releases), "-q", "-o", str(target)).returncode == 0
    assert content(target) == content(once)
    copy = tmp_path / "salinan.txt"
    shutil.copy(releases / "terbungkus.txt", copy)
    stored(copy, target)
    query = "SELECT count(*) FROM releases GROUP BY sha256 HAVING count(*) > 1"
    assert ask(target, query) == [(2,)]


def test_what_is_refused_is_told_until_it_can_be_read(tmp_path: Path, releases: Path) -> None:
    target, broken = tmp_path / "a.db", releases / "rusak.txt"
    broken.write_bytes(b"Warga\0gembira")
    done = run(str(releases), "-q", "-o", str(target))
    reason = "not text (NUL at character 5); convert it to text first"
    assert (done.returncode, done.stderr.decode()) == (1, f"{broken}: {reason}\n")
    assert ask(target, "SELECT * FROM refused") == [(str(broken), reason)]
    assert ask(target, "SELECT count(*) FROM releases") == [(13,)]
    broken.write_text(TEXT, "utf-8")
    stored(releases, target)
    assert ask(target, "SELECT count(*) FROM refused") == [(0,)]


def test_standard_input_and_a_single_file(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.db"
    for text in (TEXT, WRAPPED):
        assert run("-", "-o", str(target), given=text.encode()).stderr == b""
    assert run(str(SEED), "-o", str(target)).returncode == 0
    assert ask(target, "SELECT path FROM releases") == [("-",), (str(SEED),)]
    assert ask(target, "SELECT text FROM releases WHERE path = '-'") == [(WRAPPED,)]


def test_the_number_of_processes_does_not_matter(tmp_path: Path, releases: Path) -> None:
    for jobs in ("1", "2"):
        stored(releases, tmp_path / f"{jobs}.db", "--jobs", jobs)
    assert dump(tmp_path / "1.db") == dump(tmp_path / "2.db")


# What is not ours


def foreign(path: Path, *, layout: int = 0) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE catatan (isi TEXT)")
        connection.execute(f"PRAGMA user_version = {layout}")
        if layout:
            connection.execute(f"PRAGMA application_id = {database.OURS}")
        connection.commit()
    return path


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        (0, "is a database of something else; choose another name"),
        (99, "has layout 99, this version has 1; choose another name"),
        (None, "stands there and is no database; choose another name"),
    ],
)
@pytest.mark.parametrize("options", [(), ("--force",)])
def test_what_is_not_ours_is_left_untouched(
    tmp_path: Path, layout: int | None, said: str, options: tuple[str, ...]
) -> None:
    target = tmp_path / "a.db"
    if layout is None:
        target.write_text("catatan", "utf-8")
    else:
        foreign(target, layout=layout)
    before = target.read_bytes(), target.stat().st_mtime_ns
    done = run(str(SEED), "-q", "-o", str(target), *options)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"{target}: {said}\n"
    assert (target.read_bytes(), target.stat().st_mtime_ns) == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    tmp_path.joinpath("a.db").touch()
    stored(SEED, tmp_path / "a.db")
    assert is_whole(tmp_path / "a.db")


@pytest.mark.parametrize("damage", [slice(100, 3000), slice(4096, 40_000)])
def test_a_damaged_database_is_one_line(tmp_path: Path, damage: slice) -> None:
    target = tmp_path / "a.db"
    stored(SEED, target)
    written = bytearray(target.read_bytes())
    written[damage] = b"\x7f" * len(written[damage])
    target.write_bytes(written)
    for options in ((), ("--force",)):
        done = run(str(SEED), str(SEED), "-q", "-o", str(target), "-n", "1", *options)
        assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
        assert b"malformed; move it away" in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-f", "json"), "a.db holds tables of everything; leave out --format"),
        (("--only", "quotes"), "leave out --format, --template, --only and --bom"),
    ],
)
def test_options_that_make_no_sense(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    done = run(str(SEED), "-o", str(tmp_path / "a.db"), *options)
    assert (done.returncode, said in done.stderr.decode()) == (2, True)
    assert not list(tmp_path.iterdir())


def test_an_input_is_not_made_a_database(tmp_path: Path) -> None:
    path = tmp_path / "rilis.db"
    path.write_text(TEXT, "utf-8")
    assert run(str(path), "-o", str(path)).returncode == 2
    assert path.read_bytes() == TEXT.encode()


def test_every_store_can_be_asked_for() -> None:
    assert [*STORED] == [*stores.STORES]


# What happens to it


@posix
def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    """The small version of ``python -m tests.endurance database``."""
    folder, target = tmp_path / "releases", tmp_path / "a.db"
    make_releases(folder, 160, seed=2)
    stored(folder, target)
    expected = dump(target)
    chance = random.Random(8)
    assert sum(killed_database(folder, expected, 160, chance) for _ in range(3)) == 3


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_a_whole_database(tmp_path: Path, number: signal.Signals) -> None:
    folder, target = tmp_path / "releases", tmp_path / "a.db"
    make_releases(folder, 400, seed=4)
    process = subprocess.Popen(
        [*PROGRAM, str(folder), "-o", str(target)], cwd=ROOT, stderr=subprocess.PIPE
    )
    while not (target.exists() and target.stat().st_size):
        assert process.poll() is None
    process.send_signal(number)
    _, complaints = process.communicate(timeout=20)
    assert process.returncode == 128 + number
    told = rb"summarize: stopped after \d+ of 400; run the same command again to go on\n"
    assert re.fullmatch(told, complaints)
    assert is_whole(target)


def test_several_runs_into_one_database(tmp_path: Path) -> None:
    folder, target = tmp_path / "releases", tmp_path / "a.db"
    make_releases(folder, 120, seed=3)
    stored(folder, tmp_path / "expected.db")
    again = [*PROGRAM, str(folder), "-q", "-o", str(target)]
    runs = [subprocess.Popen(again, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(one.communicate(timeout=90)[1], one.returncode) for one in runs] == [(b"", 0)] * 3
    assert content(target) == content(tmp_path / "expected.db")
    assert is_whole(target)


@pytest.mark.skipif(sys.platform != "linux", reason="limits")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    folder, target = tmp_path / "releases", tmp_path / "a.db"
    make_releases(folder, 120, seed=3)

    def small() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    again = [*PROGRAM, str(folder), "-q", "-o", str(target)]
    done = subprocess.run(
        again, cwd=ROOT, capture_output=True, preexec_fn=small, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert done.stderr.decode().startswith(f"{target}: cannot be written: ")
    kept = ask(target, "SELECT count(*) FROM releases")[0][0]
    assert kept in (stores.BATCH, 2 * stores.BATCH)
    assert stored(folder, target)[-1].startswith(f"summarize: done {120 - kept}, skipped {kept}")
    stored(folder, tmp_path / "expected.db")
    assert dump(target) == dump(tmp_path / "expected.db")


def test_what_is_written_stays_when_a_later_batch_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "BATCH", 2)
    target = tmp_path / "a.db"
    output = stores.DatabaseOutput(str(target))
    told: list[str] = []

    def outcomes() -> Iterator[Outcome]:
        for number in range(4):
            if number == 3:
                target.write_text("bukan basis data")
            one = Input(f"{number}.txt", f"{number}.txt")
            yield Outcome(one, made=output.take(one, rows_of(summarize(TEXT)), "k"))
            assert len(told) == (number + 1) // 2 * 2
            if number == 2:
                assert ask(target, "SELECT path FROM releases") == [("0.txt",), ("1.txt",)]

    with pytest.raises(WriteError, match="is no database"):
        output.deliver(outcomes(), lambda outcome: told.append(outcome.input.path))
    assert told == ["0.txt", "1.txt"]


def test_an_output_goes_to_another_process_without_its_connection(tmp_path: Path) -> None:
    target, one = tmp_path / "a.db", Input(str(SEED), SEED.name)
    stored(SEED, target)
    output = stores.DatabaseOutput(str(target))
    (key,) = ask(target, "SELECT made_with FROM releases")[0]
    for _ in range(2):
        assert output.has(one, key)
        assert not output.has(one, "another")
        output = pickle.loads(pickle.dumps(output))
    output.sweep([one])


def test_long_releases_are_written_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "LARGE", len(TEXT))
    output = stores.DatabaseOutput(str(tmp_path / "a.db"))
    one = Input("a.txt", "a.txt")
    told: list[Outcome] = []

    def outcomes() -> Iterator[Outcome]:
        yield Outcome(one, made=output.take(one, rows_of(summarize(TEXT)), "k"))
        assert len(told) == 1

    output.deliver(outcomes(), told.append)


def test_a_database_that_somebody_else_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    target = tmp_path / "a.db"
    stored(SEED, target)
    entry = database.Entry("a.txt", "k", rows_of(summarize(TEXT)))
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WriteError, match="another program is writing into it"):
            database.Database(str(target)).put([entry])
    database.Database(str(target)).put([entry])
    assert ask(target, "SELECT count(*) FROM releases") == [(2,)]
