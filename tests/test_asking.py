"""What releases say about something: folders and databases asked, and how it is told."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.test_archive import foreign
from tests.test_cli import run

RELEASES = {
    "2024/sekolah.txt": """Wanasari Tambah Anggaran Pendidikan
WANASARI – HUMAS. Pemerintah Kota Wanasari menambah anggaran pendidikan, Senin (5/2/2024).
“Anggaran pendidikan naik dua kali lipat,” kata Wali Kota Rahmat Hidayat.
Kepala Dinas Pendidikan Siti Marlina menjelaskan, anggarannya dipakai untuk ruang kelas baru.
""",
    "2024/jalan.txt": """Jalan Desa Diperbaiki
SUKAMAJU – HUMAS. Pemerintah Kabupaten Sukamaju memperbaiki jalan desa, Rabu (8/5/2024).
“Anggaran jalan cukup tahun ini,” kata Bupati Budi Hartono. Soal pendidikan belum dibahas.
""",
    "2025/guru.txt": """Guru Honorer Diangkat
SUKAMAJU – HUMAS. Pemerintah Kabupaten Sukamaju mengangkat guru honorer, Jumat (7/3/2025).
“Anggaran pendidikan kita cukup untuk semua guru,” kata Bupati Budi Hartono.
""",
    "undangan.txt": """Undangan Rapat
Rapat membahas anggaran pendidikan akan digelar di aula kantor bersama seluruh kepala sekolah.
""",
}
ABOUT = "anggaran pendidikan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in RELEASES.items():
        path = tmp_path / "releases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "releases"


@pytest.fixture
def database(folder: Path, tmp_path: Path) -> Path:
    target = tmp_path / "all.db"
    assert run(str(folder), "-q", "-o", str(target)) == (0, "", "")
    return target


def asked(path: Path, about: str, *options: str) -> list[dict[str, Any]]:
    code, told, complaints = run(str(path), "-q", "--about", about, "-f", "jsonl", *options)
    assert (code, complaints) == (0, "")
    return [json.loads(line) for line in told.splitlines()]


def names(found: list[dict[str, Any]]) -> list[str]:
    return [Path(one["path"]).stem for one in found]


def test_a_folder_and_a_database_say_the_same(folder: Path, database: Path) -> None:
    found = asked(folder, ABOUT)
    assert found == asked(database, ABOUT)
    assert names(found)[0] == "sekolah"  # which has it in its headline
    assert sorted(names(found)) == ["guru", "jalan", "sekolah", "undangan"]
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)


def test_who_says_it_and_when(database: Path) -> None:
    first = asked(database, ABOUT)[0]
    assert (first["date"], first["place"]) == ("2024-02-05", "WANASARI")
    (quote,) = first["quotes"]
    assert quote["text"] == "Anggaran pendidikan naik dua kali lipat"
    assert (quote["speaker"], quote["role"]) == ("Rahmat Hidayat", "Wali Kota")


def test_every_passage_can_be_pointed_at(folder: Path, database: Path) -> None:
    passages = 0
    for one in asked(database, ABOUT):
        source = Path(one["path"]).read_text("utf-8")
        for passage in (*one["quotes"], *one["sentences"]):
            assert source[passage["start"] : passage["end"]] == passage["text"]
            passages += 1
    assert passages >= 5


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("pendidikan anggaran", ["guru", "jalan", "sekolah", "undangan"]),
        ('"anggaran pendidikan"', ["guru", "sekolah", "undangan"]),
        ("GURU", ["guru"]),
        ("anggaran ruang", ["sekolah"]),
        ("pendidikan/anggaran-guru", []),  # a phrase, as the words stand
        ("5/2/2024", ["sekolah"]),
        ("kelas AND NOT", []),
        ("angg", []),
    ],
)
def test_words_and_phrases(database: Path, about: str, expected: list[str]) -> None:
    assert sorted(names(asked(database, about))) == expected


def test_a_short_ending_is_the_same_word(database: Path) -> None:
    (one,) = asked(database, "anggaran ruang")
    assert "anggarannya dipakai" in one["sentences"][0]["text"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--since", "2024-02-06"), ["guru", "jalan"]),
        (("--since", "2024-02-05", "--until", "2024"), ["jalan", "sekolah"]),
        (("--until", "2024-02"), ["sekolah"]),
        (("--where", "sukamaju"), ["guru", "jalan"]),
        (("--who", "budi"), ["guru", "jalan"]),
        (("--who", "Hartono Budi", "--since", "2025"), ["guru"]),
        (("--who", "wali kota"), ["sekolah"]),
        (("--who", "Siti Marlina"), ["sekolah"]),
        (("--who", "Budi Hidayat"), []),
    ],
)
def test_what_narrows_it(database: Path, options: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(names(asked(database, ABOUT, *options))) == expected


def test_only_what_they_say_is_told(database: Path) -> None:
    (one,) = asked(database, ABOUT, "--who", "Siti Marlina")
    assert one["quotes"] == []
    assert [sentence["speaker"] for sentence in one["sentences"]] == ["Siti Marlina"]


def test_everything_of_one_person_by_date(folder: Path, database: Path) -> None:
    told = run(str(database), "--who", "Budi Hartono", "--only", "kutipan")
    assert told == run(str(folder), "--who", "Budi Hartono", "--only", "quotes")
    assert told[::2] == (0, "")
    assert [line.split("\t")[:3] for line in told[1].splitlines()] == [
        [day, "Budi Hartono, Bupati", text]
        for day, text in (
            ("2025-03-07", "“Anggaran pendidikan kita cukup untuk semua guru”"),
            ("2024-05-08", "“Anggaran jalan cukup tahun ini”"),
        )
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--who", "Budi"), ["guru", "jalan"]),
        (("--who", "Budi", "-n", "1"), ["guru"]),
        (("--who", "wali kota"), ["sekolah"]),
        (("--since", "2024-03"), ["guru", "jalan"]),
        (("--until", "2024-02"), ["sekolah"]),
        (("--where", "sukamaju", "--until", "2024"), ["jalan"]),
        (("--where", "sukamaju", "--only", "sentences"), ["guru", "jalan"]),
        (("--who", "Gajah"), []),
    ],
)
def test_without_words_it_is_by_date(
    database: Path, options: tuple[str, ...], expected: list[str]
) -> None:
    code, told, complaints = run(str(database), "-q", "-f", "jsonl", *options)
    assert (code, complaints) == (0, "")
    found = [json.loads(line) for line in told.splitlines()]
    assert names(found) == expected
    for one in found:
        source = Path(one["path"]).read_text("utf-8")
        for passage in (*one["quotes"], *one["sentences"]):
            assert source[passage["start"] : passage["end"]] == passage["text"]
            assert passage["score"] is None
        assert one["quotes"] or one["sentences"]


def test_more_than_ten_are_told_where_they_are_not_ranked(tmp_path: Path) -> None:
    for number in range(12):
        tmp_path.joinpath(f"{number}.txt").write_text(RELEASES["2024/jalan.txt"], "utf-8")
    code, told, said = run(str(tmp_path), "--who", "Budi Hartono", "--only", "quotes")
    assert (code, said, len(told.splitlines())) == (0, "", 12)
    assert run(str(tmp_path), "--who", "Siti")[1:] == ("", "summarize: no release fits\n")


def test_what_has_no_date_is_told(database: Path) -> None:
    _, _, said = run(str(database), "--about", ABOUT, "--since", "2024")
    assert said == "summarize: releases without a date, left out: 1\n"


def test_lines_for_other_programs(database: Path) -> None:
    code, told, said = run(str(database), "--about", ABOUT, "-n", "1")
    assert (code, said) == (0, "summarize: the first 1 of 4 releases; more with -n\n")
    rows = [line.split("\t") for line in told.splitlines()]
    assert {len(row) for row in rows} == {4}
    assert rows[0][:3] == [
        "2024-02-05",
        "Rahmat Hidayat, Wali Kota",
        "“Anggaran pendidikan naik dua kali lipat”",
    ]


def test_one_object(database: Path) -> None:
    told = json.loads(run(str(database), "--about", ABOUT, "--where", "Sukamaju", "-f", "json")[1])
    assert [told[key] for key in ("about", "where", "who", "found")] == [ABOUT, "Sukamaju", None, 2]
    assert len(told["releases"]) == 2


def test_a_page_for_the_terminal(database: Path, folder: Path) -> None:
    folder.joinpath("jahat.txt").write_text(
        "Anggaran pendidikan [bold]\x07 naik hari ini.", "utf-8"
    )
    told = run(str(folder), "-q", "--about", ABOUT, "-f", "rich")[1]
    path = folder / "2024" / "sekolah.txt"
    assert f"Wanasari Tambah Anggaran Pendidikan\n2024-02-05 · WANASARI\n{path}\n- “" in told
    assert "— Rahmat Hidayat, Wali Kota\n" in told
    assert "[bold]� naik" in told
    assert all(len(line) <= 100 for line in told.splitlines() if ".txt" not in line)


def test_nothing_is_found(database: Path) -> None:
    code, told, said = run(str(database), "--about", "gajah")
    assert (code, told, said) == (0, "", "summarize: nothing is said about gajah\n")
    told = json.loads(run(str(database), "-q", "--about", "gajah", "-f", "json")[1])
    assert (told["found"], told["releases"]) == (0, [])


def test_a_folder_without_releases(tmp_path: Path) -> None:
    code, told, said = run(str(tmp_path), "--about", ABOUT)
    assert (code, told) == (0, "")
    assert said.endswith(f"summarize: nothing is said about {ABOUT}\n")


@pytest.mark.parametrize("about", ['a"b', "NEAR(", "guru*", "-guru", "title:guru", "^guru", "'"])
def test_no_word_is_an_order(database: Path, about: str) -> None:
    assert run(str(database), "-q", "--about", about)[0] == (2 if about == "'" else 0)


def test_a_broken_file_does_not_stop_the_others(folder: Path) -> None:
    folder.joinpath("rusak.txt").write_bytes(b"Warga\0gembira")
    code, told, said = run(str(folder), "-q", "--about", ABOUT)
    assert (code, len({line.split("\t")[3] for line in told.splitlines()})) == (1, 4)
    assert said.startswith(f"{folder}/rusak.txt: not text")


def test_what_cannot_be_asked_is_one_line(database: Path, tmp_path: Path) -> None:
    other = foreign(tmp_path / "lain.db")
    said = f"{other}: is a database of something else; choose another name\n"
    assert run(str(other), "--about", ABOUT) == (1, "", said)
    newer = foreign(tmp_path / "baru.db", layout=9)
    said = f"{newer}: has layout 9, this version has 1; choose another name\n"
    assert run(str(newer), "--about", ABOUT) == (1, "", said)
    written = bytearray(database.read_bytes())
    written[4096:] = b"\x7f" * (len(written) - 4096)
    database.write_bytes(written)
    code, told, said = run(str(database), "--about", ABOUT)
    assert (code, told, said.count("\n")) == (1, "", 1)
    assert said.startswith(f"{database}: cannot be read: ")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--about", ABOUT, "-o", "a.json"),
            "answers are printed as rich, text, json, jsonl; leave out",
        ),
        (("--about", ABOUT, "-f", "csv"), "answers are printed as rich, text, json, jsonl"),
        (
            ("--about", ABOUT, "--only", "dates"),
            "answers are passages: --only takes quotes or sentences",
        ),
        (("--about", ABOUT, "--since", "2024-13"), "--since '2024-13' is no day; write 2024,"),
        (("--about", "…"), "--about has no word in it"),
        (("--about", ABOUT, "--who", "?"), "--who has no word in it"),
        (("--who", "?"), "--who has no word in it"),
    ],
)
def test_what_makes_no_sense(database: Path, options: tuple[str, ...], said: str) -> None:
    code, told, complaints = run(str(database), *options)
    assert (code, told) == (2, "")
    assert said in " ".join(complaints.replace("│", " ").split())


def test_a_database_is_asked_alone(database: Path, folder: Path) -> None:
    code, _, said = run(str(folder), str(database), "--about", ABOUT)
    assert (code, said) == (2, f"summarize: {database} is a database, which is asked alone\n")


def test_a_database_is_no_release(database: Path) -> None:
    said = "looks like an SQLite database, not text; if it is one of releases, ask it with --about"
    assert run(str(database)) == (1, "", f"{database}: {said} WORDS\n")


def test_asking_changes_nothing(database: Path, tmp_path: Path) -> None:
    before = database.read_bytes()
    shutil.rmtree(tmp_path / "releases")
    assert len(asked(database, ABOUT)) == 4
    assert database.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["all.db"]
