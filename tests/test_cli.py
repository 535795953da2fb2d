"""The command's options, in this process: each changes something, each says no when it must."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.app import app
from cli.formats import ALL_FORMATS
from cli.values import FORMAT_NAMES, TEMPLATES
from summarize import METHODS, __version__
from summarize.rendering import SECTIONS
from summarize.rendering.template import SHIPPED
from tests.packing import docx, fodt, paragraph

SEED = Path(__file__).parent.parent / "seeds" / "rakornas-asn-new-normal.txt"
ENGLISH = """Mayor Opens New Bridge
The mayor opened the new bridge over the river on Monday after two years of work.
Residents of the town said that they had waited for it since the flood of 2019.
"""


def run(*arguments: str, given: str | None = None) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [*arguments], input=given)
    return done.exit_code, done.stdout, done.stderr


def summary_of(*arguments: str) -> list[dict[str, object]]:
    code, shown, _ = run(str(SEED), "-f", "json", *arguments)
    assert code == 0
    summary: list[dict[str, object]] = json.loads(shown)["summary"]
    return summary


def test_a_file_and_standard_input_say_the_same() -> None:
    assert run(str(SEED)) == run(given=SEED.read_text("utf-8"))
    assert run(str(SEED)) == run("-", given=SEED.read_text("utf-8"))


def test_source_is_exactly_the_text_that_offsets_count(tmp_path: Path) -> None:
    path = tmp_path / "rilis.docx"
    path.write_bytes(docx(paragraph("Bupati hadir.") + paragraph("Warga senang.")))
    code, source, complaints = run(str(path), "-f", "source")
    assert (code, source, complaints) == (0, "Bupati hadir.\n\nWarga senang.\n", "")
    shown = json.loads(run(str(path), "-f", "json")[1])
    for piece in shown["summary"]:
        assert source[piece["start"] : piece["end"]] == piece["text"]
    assert (shown["source"]["reader"], shown["source"]["pages"]) == ("docx", None)
    code, _, complaints = run(str(path), "-f", "source", "-o", str(tmp_path / "a.txt"))
    assert (code, "redirect" in complaints or "> FILE" in complaints) == (2, True)


def test_a_folder_run_reads_all_kinds_and_names_what_it_skips(tmp_path: Path) -> None:
    tmp_path.joinpath("a.docx").write_bytes(docx(paragraph("Bupati hadir di pasar.")))
    tmp_path.joinpath("b.fodt").write_bytes(fodt("<text:p>Warga senang sekali.</text:p>"))
    tmp_path.joinpath("c.txt").write_text("Pasar dibuka kemarin.")
    tmp_path.joinpath("d.jpg").write_bytes(b"\xff\xd8\xff")
    tmp_path.joinpath("e.JPG").write_bytes(b"\xff\xd8\xff")
    tmp_path.joinpath("Makefile").write_bytes(b"all:")
    code, shown, complaints = run(str(tmp_path), "-f", "jsonl")
    assert code == 0
    assert [json.loads(line)["source"]["reader"] for line in shown.splitlines()] == [
        *("docx", "odt", "text")
    ]
    assert complaints == (
        "summarize: skipped, since such files are not read: 2 .jpg, 1 without a suffix\n"
    )
    assert run(str(tmp_path), "-f", "jsonl", "-q")[2] == ""


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("text", "Sekda Kalteng Ikuti"),
        ("markdown", "# Sekda Kalteng Ikuti"),
        ("json", '{\n  "schema_version": 2,'),
        ("jsonl", '{"schema_version": 2,'),
        ("csv", "path,title,"),
        ("rich", "╭─"),
    ],
)
def test_format(name: str, beginning: str) -> None:
    code, shown, complaints = run(str(SEED), "--format", name)
    assert (code, complaints) == (0, "")
    assert shown.startswith(beginning)


def test_every_format_can_be_asked_for() -> None:
    assert [*FORMAT_NAMES] == [*ALL_FORMATS]
    assert [*TEMPLATES] == [*SHIPPED]


def test_sentences() -> None:
    assert len(summary_of("-n", "1")) == 1
    assert len(summary_of("--sentences", "4")) == 4


def test_words_and_ratio() -> None:
    assert len(summary_of("--words", "1000")) > len(summary_of("--words", "40")) > 0
    assert summary_of("--ratio", "50%") == summary_of("--ratio", "50") == summary_of("--ratio=0.5")
    assert len(summary_of("--ratio", "100%")) > len(summary_of("--ratio", "10%")) > 0


@pytest.mark.parametrize("method", METHODS)
def test_method(method: str) -> None:
    code, shown, _ = run(str(SEED), "-f", "json", "--method", method)
    result = json.loads(shown)
    assert (code, result["method"]) == (0, method)
    assert result["summary"]


def test_language() -> None:
    assert "POIN KUNCI" in run(str(SEED), "--language", "id")[1]
    assert "KEY POINTS" in run(str(SEED), "-l", "en")[1]
    assert "KEY POINTS" in run(given=ENGLISH)[1]


def test_only() -> None:
    assert run(str(SEED), "--only", "summary", "-n", "2")[1].count("\n") == 2
    code, shown, _ = run(str(SEED), "-f", "json", "--only", "quotes, dates")
    assert code == 0
    assert [*json.loads(shown)][-3:] == ["quotes", "dates", "warnings"]


def test_explain() -> None:
    assert "[rule rilis, score " in run(str(SEED), "--explain")[1]
    assert summary_of("--explain")[0]["reasons"]


def test_encoding() -> None:
    code, shown, complaints = run("-", "--encoding", "cp1252", given="Harga naik 5 € sejak Senin.")
    assert code == 0
    assert complaints == "-: undone: UTF-8 read as another encoding in 1 place\n"
    assert "5 €" in shown


def test_max_bytes() -> None:
    code, shown, complaints = run(str(SEED), "--max-bytes", "100")
    assert (code, shown) == (1, "")
    assert complaints == f"{SEED}: larger than 100 bytes; raise the limit with --max-bytes\n"


def test_quiet_says_only_what_failed() -> None:
    assert run("-", given="")[2] == "-: empty, nothing to summarize\n"
    assert run("-", "-q", given="") == (0, "", "")
    assert run("-q", "/nowhere.txt")[2] == "/nowhere.txt: no such file; check the path\n"


def test_version() -> None:
    assert run("--version") == (0, f"ringkas {__version__}\n", "")


def test_help_names_every_option_and_choice() -> None:
    code, shown, _ = run("--help")
    assert code == 0
    together = "".join(shown.split())
    for expected in (
        *("--format", "--output", "--only", "--sentences", "--words", "--ratio", "--method"),
        *("--language", "--explain", "--jobs", "--quiet", "--debug", "--version"),
        *("--encoding", "--max-bytes", *METHODS, ",".join(SECTIONS)),
    ):
        assert expected in together


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "pdf"), "pdf"),
        (("--method", "gpt"), "'gpt' is not one of rilis, lead,"),
        (("--only", "summary,poem"), "'poem' is not one of summary, points,"),
        (("--only", ","), "no section is named"),
        (("--language", "nl"), "nl"),
        (("--sentences", "0"), "--sentences"),
        (("--words", "-3"), "--words"),
        (("--ratio", "0"), "is not a share"),
        (("--ratio", "120%"), "is not a share"),
        (("--ratio", "nan"), "is not a share"),
        (("--ratio", "half"), "is not a share"),
        (("-n", "2", "--words", "9"), "only one of --sentences, --words and --ratio"),
        (("--jobs", "0"), "--jobs"),
        (("--max-bytes", "0"), "--max-bytes"),
        (("--encoding", "klingon"), "unknown encoding 'klingon'; for example: utf-8"),
        (("--colour",), "--colour"),
        (("--output", "x.xlsx"), "no format has names in .xlsx; known are .txt, .md, .json,"),
        (
            ("--output", "y.yaml"),
            ".db, .parquet; name one with --format, or a folder with / at its end",
        ),
        (("--output", "x.txt", "--format", "rich"), "choose another --format for a file"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str) -> None:
    code, shown, complaints = run(str(SEED), *arguments)
    assert (code, shown) == (2, "")
    assert said in complaints


def test_several_come_in_the_order_given(tmp_path: Path) -> None:
    first, second = tmp_path / "b.txt", tmp_path / "a.txt"
    first.write_text(ENGLISH)
    second.write_bytes(SEED.read_bytes())
    paths = [str(first), str(second)]
    _, shown, _ = run(*paths, "-f", "json")
    assert [result["source"]["path"] for result in json.loads(shown)] == paths
    _, shown, _ = run(*paths, "-f", "jsonl", "--jobs", "2")
    assert [json.loads(line)["source"]["path"] for line in shown.splitlines()] == paths


def test_a_folder_is_a_series_even_with_one_file(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(ENGLISH)
    assert len(json.loads(run(str(tmp_path), "-f", "json")[1])) == 1


def test_a_folder_without_releases(tmp_path: Path) -> None:
    tmp_path.joinpath("foto.jpg").write_bytes(b"\xff\xd8\xff")
    code, shown, complaints = run(str(tmp_path))
    assert (code, shown) == (0, "")
    assert complaints.startswith("summarize: no release there, nothing to do\n")
    assert complaints.endswith("summarize: skipped, since such files are not read: 1 .jpg\n")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.json", "{\n"), ("a.jsonl", '{"'), ("a.md", "# "), ("a.csv", "path,"), ("a.txt", "Sekda")],
)
def test_the_name_of_the_output_tells_its_format(tmp_path: Path, name: str, beginning: str) -> None:
    assert run(str(SEED), "--output", str(tmp_path / name)) == (0, "", "")
    assert tmp_path.joinpath(name).read_text("utf-8").startswith(beginning)


@pytest.mark.parametrize("name", ["all.jsonl", "all.json", "table.csv", "all.md", "digest.html"])
def test_several_into_one_file(tmp_path: Path, name: str) -> None:
    tmp_path.joinpath("a.txt").write_text(ENGLISH)
    target = tmp_path / "out" / name
    assert run(str(SEED), str(tmp_path), "-q", "-o", str(target)) == (0, "", "")
    written = target.read_text("utf-8")
    assert "Sekda Kalteng Ikuti" in written
    assert "Mayor Opens New Bridge" in written


@pytest.mark.parametrize("name", ["a.json", "all.jsonl", "table.csv", "all.md", "digest.html"])
@pytest.mark.parametrize("several", [False, True])
def test_only_a_result_is_overwritten_by_a_file(tmp_path: Path, name: str, several: bool) -> None:
    target = tmp_path / name
    command = (str(SEED), *([str(SEED)] if several else []), "-q", "-o", str(target))
    for _ in range(2):
        assert run(*command) == (0, "", "")
    first = target.read_bytes()
    target.write_bytes(first.replace(b"Sekda", b"SEKDA"))
    advice = "move it away, or overwrite with --force\n"
    changed = (1, "", f"{target}: was changed by hand since; {advice}")
    assert run(*command, "-n", "1") == changed
    target.write_text("catatan")
    assert run(*command) == (1, "", f"{target}: stands there and is no result; {advice}")
    assert target.read_text() == "catatan"
    assert run(*command, "--force") == (0, "", "")
    assert target.read_bytes() == first


def test_one_result_file_that_is_up_to_date_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    times = []
    for options in ((), (), ("-n", "1")):
        assert run(str(SEED), "-o", str(target), *options) == (0, "", "")
        times.append(target.stat().st_mtime_ns)
    assert times[0] == times[1] < times[2]


def test_a_byte_order_mark_for_excel(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    for paths in ((str(SEED),), (str(SEED), str(SEED))):
        assert run(*paths, "-f", "csv", "--bom")[1] == "\ufeff" + run(*paths, "-f", "csv")[1]
        assert run(*paths, "-q", "-o", str(tmp_path / "a.csv"), "--bom", "--force")[0] == 0
        assert tmp_path.joinpath("a.csv").read_text("utf-8").startswith("\ufeffpath,title,")
    assert run(str(SEED.parent), "-q", "-o", str(folder), "-f", "csv", "--bom")[0] == 0
    assert next(folder.iterdir()).read_text("utf-8-sig").startswith("path,title,")
    assert run(str(SEED), "--bom")[0] == 2


@pytest.mark.parametrize("name", ["out/", "out.2025/", "standing", "standing.txt"])
def test_a_folder_is_asked_for_by_its_end_or_by_standing_there(tmp_path: Path, name: str) -> None:
    for folder in ("standing", "standing.txt"):
        tmp_path.joinpath(folder).mkdir()
    for paths in ((str(SEED),), (str(SEED.parent), "--glob", "*.txt")):
        assert run(*paths, "-q", "-o", f"{tmp_path}/{name}")[0] == 0
        assert [path.name for path in tmp_path.joinpath(name).iterdir()] == [f"{SEED.name}.json"]


def test_a_format_that_is_named_goes_into_a_file_of_any_name(tmp_path: Path) -> None:
    target = tmp_path / "catatan.2025"
    for paths in ((str(SEED),), (str(SEED), str(SEED))):
        assert run(*paths, "-q", "-f", "text", "--force", "-o", str(target))[0] == 0
        assert target.read_text("utf-8").startswith("Sekda Kalteng Ikuti")


def test_output_to_standard_output() -> None:
    assert run(str(SEED), "-o", "-") == run(str(SEED))


def test_an_input_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH)
    code, _, complaints = run(str(path), "-o", str(path))
    assert code == 2
    assert complaints == f"summarize: {path} is an input and would be overwritten\n"
    assert path.read_text() == ENGLISH


def test_an_input_that_fails_leaves_no_file(tmp_path: Path) -> None:
    assert run("/nowhere.txt", "-o", str(tmp_path / "a.json"))[0] == 1
    assert not list(tmp_path.iterdir())


def test_output_into_a_folder_keeps_the_tree(tmp_path: Path) -> None:
    source, target = tmp_path / "in", tmp_path / "in" / "out"
    source.joinpath("2025").mkdir(parents=True)
    source.joinpath("a.txt").write_text(ENGLISH)
    source.joinpath("a.md").write_text(ENGLISH)
    source.joinpath("2025", "b.txt").write_text(ENGLISH)
    for said in ("done 3, skipped 0, failed 0", "done 0, skipped 3, failed 0"):
        code, shown, complaints = run(str(source), "-o", str(target), "-f", "text")
        assert (code, shown) == (0, "")
        assert complaints.startswith(f"summarize: {said} in ")
        written = sorted(str(p.relative_to(target)) for p in target.rglob("*") if p.is_file())
        assert written == ["2025/b.txt.txt", "a.md.txt", "a.txt.txt"]


def test_results_beside_their_releases_are_not_read(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(ENGLISH)
    for _ in range(2):
        assert run(str(tmp_path), "-q", "-o", str(tmp_path), "-f", "markdown") == (0, "", "")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "a.txt.md"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((), "done 0, skipped 2"),
        (("--force",), "done 2, skipped 0"),
        (("-n", "1"), "done 2, skipped 0"),
        (("--explain",), "done 2, skipped 0"),
        (("--only", "dates"), "done 2, skipped 0"),
        (("--method", "lead"), "done 2, skipped 0"),
        (("--jobs", "1", "--timeout", "60", "--max-bytes", "9000"), "done 0, skipped 2"),
    ],
    ids=str,
)
def test_what_is_done_is_done_again_if_it_would_differ(
    tmp_path: Path, change: tuple[str, ...], said: str
) -> None:
    for name in ("a.txt", "b.txt"):
        tmp_path.joinpath(name).write_text(ENGLISH)
    usual = (str(tmp_path), "--output", str(tmp_path / "out"))
    assert run(*usual)[2].startswith("summarize: done 2, skipped 0, failed 0 in ")
    assert run(*usual, *change)[2].startswith(f"summarize: {said}, failed 0 in ")
    changed = tuple(option for option in change if option != "--force")
    run(*usual, *changed)
    tmp_path.joinpath("a.txt").write_text(ENGLISH.title())
    assert run(*usual, *changed)[2].startswith("summarize: done 1, skipped 1, failed 0 in ")


def test_only_results_are_overwritten_without_force(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(ENGLISH)
    tmp_path.joinpath("b.txt").write_text(ENGLISH)
    foreign = tmp_path / "out" / "a.txt.json"
    foreign.parent.mkdir()
    foreign.write_text("catatan")
    code, _, complaints = run(str(tmp_path), "-q", "-o", str(foreign.parent))
    assert (code, foreign.read_text()) == (1, "catatan")
    assert complaints == (
        f"{foreign}: stands there and is no result; move it away, or overwrite with --force\n"
    )
    assert json.loads(foreign.with_name("b.txt.json").read_text())["title"]
    assert run(str(tmp_path), "-q", "-o", str(foreign.parent), "--force") == (0, "", "")


def test_glob(tmp_path: Path) -> None:
    for name in ("a.rilis", "b.txt", "c.rilis"):
        tmp_path.joinpath(name).write_text(ENGLISH)
    shown = run(str(tmp_path), "--glob", "*.rilis", "-f", "jsonl")[1]
    paths = [json.loads(line)["source"]["path"] for line in shown.splitlines()]
    assert [Path(path).name for path in paths] == ["a.rilis", "c.rilis"]
    assert run(str(tmp_path), "--glob", "*.doc")[2] == (
        "summarize: no *.doc file there, nothing to do\n"
    )


def test_warnings_of_a_series_are_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        tmp_path.joinpath(name).write_bytes("Wali kota – “siap” – bekerja.".encode("cp1252"))
    _, _, complaints = run(str(tmp_path), "-o", str(tmp_path / "out.csv"))
    assert complaints.endswith("; 2 with warnings, see JSON or CSV\n")
    assert complaints.count("\n") == 1
    written = tmp_path.joinpath("out.csv").read_text("utf-8")
    assert written.count("read as Windows-1252") == 2


def test_one_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(ENGLISH)
    bad.write_bytes(b"%PDF-1.7")
    for jobs in ("1", "2"):
        code, shown, complaints = run(str(bad), "missing", str(good), "-f", "jsonl", "-j", jobs)
        assert code == 1
        assert [json.loads(line)["source"]["path"] for line in shown.splitlines()] == [str(good)]
        assert [line.split(": ")[0] for line in complaints.splitlines()] == [str(bad), "missing"]


@pytest.mark.parametrize(
    ("option", "value"),
    [("-n", "0"), ("-n", "1x"), ("--words", "-3"), ("-j", "²"), ("-f", "xml"), ("-l", "jv")],
)
def test_what_is_not_plainly_right_is_explained(option: str, value: str) -> None:
    code, shown, complaints = run(str(SEED), option, value)
    assert (code, shown) == (2, "")
    assert f"'{value}' is not " in complaints
    assert complaints.startswith(f"summarize: {option if len(option) > 2 else '--'}")
