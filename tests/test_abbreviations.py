"""Abbreviations that a text explains, from the tables in cases/abbreviations."""

from pathlib import Path

import pytest

from summarize import summarize
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "abbreviations"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(path.stem, *row) for path in sorted(CASES.glob("*.tsv")) for row in read_rows(path)],
)
def test_abbreviations(language: str, text: str, expected: str) -> None:
    found = summarize(text, language=language).findings.abbreviations
    assert " | ".join(f"{a.short.of(text)}={a.long.of(text)}" for a in found) == expected


@pytest.mark.parametrize("piece", ["(", "(AB) ", "a (", "Aa (Bb Cc) ", "A atau ", "A(B)"])
def test_long_runs_are_survived(piece: str) -> None:
    summarize(piece * 5_000, language="id")
