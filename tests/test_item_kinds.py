"""Whether the items of a list are points or things."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import summarize
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "item_kinds"


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [(*row, path.stem) for path in sorted(CASES.glob("*.tsv")) for row in read_rows(path)],
)
def test_cases(text: str, kind: str, language: str) -> None:
    (found,) = summarize(text, language=language).findings.enumerations
    assert ("points" if found.points else "things") == kind
