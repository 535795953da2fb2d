"""The table: a row a release, nothing that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from summarize import summarize
from summarize.rendering import render_one, render_several
from summarize.rendering.csv import harmless
from tests.samples import sample
from tests.tables import read_rows

CELLS = read_rows(Path(__file__).parent / "cases" / "rendering" / "spreadsheet_cells.tsv")


def table(rendered: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(rendered)))


@pytest.mark.parametrize(("cell", "expected"), CELLS)
def test_formulas_are_guarded(cell: str, expected: str) -> None:
    assert harmless(cell) == ("'" + cell if expected == "guarded" else cell)


def test_a_row_a_release_under_one_header() -> None:
    rows = table("".join(render_several([sample(), sample(path=None)], "csv")))
    assert [row["path"] for row in rows] == ["pasar.txt", ""]


def test_what_a_row_holds() -> None:
    (row,) = table(render_one(sample(), "csv"))
    assert row["title"] == "Bupati Resmikan Pasar Terapung"
    assert (row["place"], row["date"]) == ("BANJARBARU", "2025-02-03")
    first, second = row["points"].split(" | ")
    assert first == (
        "tiga janji kami: air bersih; jalan mulus; listrik menyala — Rahmat Hidayat, Bupati"
    )
    assert second.startswith("Bupati Rahmat Hidayat")
    assert row["people"] == "Rahmat Hidayat — Bupati"
    assert row["dates"] == "Senin (3/2/2025) — 2025-02-03"


def test_columns_asked_for() -> None:
    (row,) = table(render_one(sample(), "csv", ("people",)))
    assert "people" in row
    assert "quotes" not in row


def test_a_spreadsheet_shows_what_was_written(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")
    texts = (
        '=cmd|"/c calc"!A1 kata, "Adi"\n+62 812 adalah nomor “baru” – Ahmad Müller, 3 Mei 2025.',
        "Warga Punya 007 Unit\nHarganya Rp1,5 miliar; 3/4 bagian, kata Ahmad Müller. -5 persen.",
    )
    written = "".join(render_several(map(summarize, texts), "csv"))
    tmp_path.joinpath("tabel.csv").write_text(written, "utf-8", newline="")
    convert = [program, f"-env:UserInstallation={tmp_path.as_uri()}/profil", "--headless"]
    comma, quote, utf8 = 44, 34, 76  # what its window for opening a table is set to
    read, shown = (
        f"CSV:{comma},{quote},{utf8},1",
        f"csv:Text - txt - csv (StarCalc):{comma},{quote}",
    )
    again = f"{shown},{utf8},1,,0,false,true,false"
    for command in (
        [f"--infilter={read}", "--convert-to", "fods", "tabel.csv"],
        ["--convert-to", again, "--outdir", "lagi", "tabel.fods"],
    ):
        subprocess.run([*convert, *command], cwd=tmp_path, check=True, capture_output=True)
    cells = tmp_path.joinpath("lagi", "tabel.csv").read_text("utf-8")
    assert table(cells) == table(written)
    assert "table:formula" not in tmp_path.joinpath("tabel.fods").read_text("utf-8")
