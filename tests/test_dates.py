"""Dates and their values, from the tables in cases/dates."""

from pathlib import Path

import pytest

from summarize import summarize
from summarize.findings.dates import states_year
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "dates"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(path.stem, *row) for path in sorted(CASES.glob("*.tsv")) for row in read_rows(path)],
)
def test_dates(language: str, text: str, expected: str) -> None:
    found = summarize(text, language=language).findings.dates
    assert " | ".join(f"{d.span.of(text)}={d.value or 'null'}" for d in found) == expected


def test_the_year_stated_or_taken_from_elsewhere() -> None:
    text = "Tiba Jumat (21/10), pulang Sabtu (22/10/2016). Surat (30/06/20). Rapat (1/2)."
    dates = summarize(text, language="id").findings.dates
    assert [states_year(date, text) for date in dates] == [False, True, True, False]


def test_a_megabyte_of_figures() -> None:
    assert summarize("1/2" * 300_000, language="id").findings.dates == ()
