"""Figures with value and unit, from the tables in cases/figures."""

from pathlib import Path

import pytest

from summarize import summarize
from summarize.models import Figure
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "figures"


def shown(figure: Figure, text: str) -> str:
    value = f"{figure.value}" if figure.upper is None else f"{figure.value}..{figure.upper}"
    return f"{figure.span.of(text)}={value} {figure.unit or 'null'}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(path.stem, *row) for path in sorted(CASES.glob("*.tsv")) for row in read_rows(path)],
)
def test_figures(language: str, text: str, expected: str) -> None:
    found = summarize(text, language=language).findings.figures
    assert " | ".join(shown(figure, text) for figure in found) == expected


@pytest.mark.parametrize("piece", ["1", "1.", "Rp 1", "satu ", "1 sampai ", "(1) ", "9, "])
def test_long_runs_are_survived(piece: str) -> None:
    summarize(piece * 20_000, language="id")
