"""Several releases in a process: which file a line is from, what is said of nothing, of a stop."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.test_habits import run
from tests.test_process import SEED, on_a_terminal

QUOTED = """Pasar Baru Dibuka
BOGOR - Wali Kota Bogor Ratna Dewi membuka pasar di Jalan Merdeka, Senin (3/3/2025).
“Pasar ini milik warga dan harus dijaga bersama,” kata Ratna Dewi.
"""
BARE = "Warga gembira.\n"
SHORT = "Wali Kota menyampaikan empat langkah, yaitu operasi pasar, subsidi, dan tanam cabai.\n"
LONG = "Pemerintah menyiapkan dua program: pelatihan petani, bantuan bibit, dan irigasi.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "rilis"
    made.mkdir()
    for name, text in {"a.txt": QUOTED, "b.txt": BARE, "c.txt": QUOTED}.items():
        made.joinpath(name).write_text(text, "utf-8")
    return made


def test_single_sections_of_several_say_which_file_they_are_from(folder: Path) -> None:
    (line,) = run(str(folder / "a.txt"), "--only", "quotes").stdout.splitlines()
    expected = [f"{folder / name}\t{line}" for name in ("a.txt", "c.txt")]
    assert run(str(folder), "--only", "quotes").stdout.splitlines() == expected
    target = folder.parent / "semua.txt"
    assert run(str(folder), "-q", "--only", "quotes", "-o", str(target)).returncode == 0
    assert target.read_text("utf-8").splitlines()[:-1] == expected
    markdown = run(str(folder), "--only", "quotes", "-f", "markdown").stdout
    assert [line for line in markdown.splitlines() if line.startswith("/")] == [
        f"{folder}/{name}".replace("_", r"\_") for name in ("a.txt", "b.txt", "c.txt")
    ]


def test_single_sections_on_a_terminal_say_it_above(folder: Path) -> None:
    options = ("--only", "quotes", "--no-pager", "--color", "never")
    _, shown = on_a_terminal(str(folder), *options, env={}, columns=200)
    assert f"{folder}/a.txt" in shown
    _, shown = on_a_terminal(str(folder / "a.txt"), *options, env={}, columns=200)
    assert "a.txt" not in shown


@pytest.mark.parametrize("section", ["lists", "quotes", "people", "dates", "figures"])
@pytest.mark.parametrize("kind", ["text", "rich", "markdown"])
def test_what_is_not_there_is_told(folder: Path, section: str, kind: str) -> None:
    path = folder / "b.txt"
    path.write_text("Warga.\n", "utf-8")
    done = run(str(path), "--only", section, "-f", kind)
    said = f"{path}: nothing found of what --only asks for\n"
    assert (done.returncode, done.stderr) == (0, said)
    assert run(str(path), "--only", section, "-q").stderr == ""
    done = run(str(path), "--only", section, "-f", "json")
    assert (done.stderr, json.loads(done.stdout)[section]) == ("", [])


def test_of_several_it_is_told_only_if_none_has_any(folder: Path) -> None:
    assert run(str(folder), "--only", "quotes").stderr == ""
    said = "summarize: nothing found of what --only asks for\n"
    assert run(str(folder), "--only", "figures").stderr == said
    said = "summarize: tidak ada yang ditemukan dari yang diminta --only\n"
    assert run(str(folder), "--only", "figures", env={"RINGKAS_LANG": "id"}).stderr == said
    folder.joinpath("d.txt").write_bytes(b"Warga\0gembira")
    assert run(str(folder), "--only", "figures").stderr.endswith(
        ": nothing found of what --only asks for\n"
    )
    folder.joinpath("d.txt").write_text("Harganya Rp 3 miliar.\n", "utf-8")
    assert run(str(folder), "--only", "figures").stderr == ""


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        (
            SHORT,
            "en",
            "announced 4, found 3: the list “empat langkah” has fewer items than it says",
        ),
        (SHORT, "id", "diumumkan 4, ditemukan 3: butir daftar “empat langkah” kurang dari yang di"),
        (LONG, "en", "announced 2, found 3: the list “dua program” has more items than it says"),
        (LONG, "id", "diumumkan 2, ditemukan 3: butir daftar “dua program” lebih dari yang dise"),
    ],
)
def test_a_list_of_another_length_is_told_in_words(
    tmp_path: Path, text: str, language: str, said: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    done = run(str(path), "-f", "json", env={"RINGKAS_LANG": language})
    assert done.stderr.startswith(f"{path}: {said}")
    (warning,) = json.loads(done.stdout)["warnings"]
    assert re.match(r"announced \d, found \d: ", warning)


# --- result files without a seal


@pytest.mark.parametrize("kind", ["text", "markdown", "json", "csv", "html"])
def test_results_without_a_seal_are_what_is_printed(folder: Path, kind: str) -> None:
    target = folder.parent / "hasil"
    options = (str(folder), "-q", "-f", kind, "-o", str(target), "--no-seal")
    assert run(*options).returncode == 0
    for path in sorted(target.iterdir()):
        source = str(folder / path.name.removesuffix(path.suffix))
        assert path.read_text("utf-8") == run(source, "-f", kind).stdout
    again = run(*options)  # nobody can tell whose they are, so nothing is lost
    assert again.returncode == 1
    assert again.stderr.count("stands there and is no result; move it away") == 3
    assert run(*options, "--force").returncode == 0


def test_sealed_results_become_such_without_a_seal(folder: Path) -> None:
    target = folder.parent / "hasil"
    options = (str(folder), "-q", "-o", str(target))
    assert run(*options).returncode == 0
    assert all("made_with" in path.read_text("utf-8") for path in target.iterdir())
    assert run(*options, "--no-seal").returncode == 0
    assert not any("made_with" in path.read_text("utf-8") for path in target.iterdir())


def test_results_without_a_seal_do_not_lie_among_the_releases(folder: Path) -> None:
    done = run(str(folder), "-f", "markdown", "-o", f"{folder}/", "--no-seal")
    said = f"{folder}/ holds the releases: without seals, results need another folder\n"
    assert (done.returncode, done.stderr) == (2, f"summarize: {said}")
    assert len([*folder.iterdir()]) == 3


def test_one_file_without_a_seal(tmp_path: Path) -> None:
    target = tmp_path / "seed.csv"
    assert run(str(SEED), str(SEED), "-q", "-o", str(target), "--no-seal").returncode == 0
    assert "made_with" not in target.read_text("utf-8")
