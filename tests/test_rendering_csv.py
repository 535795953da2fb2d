"""The table: a row a release, nothing that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

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
