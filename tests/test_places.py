"""Places, from the tables in cases/places."""

from pathlib import Path

import pytest

from summarize import summarize
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "places"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(path.stem, *row) for path in sorted(CASES.glob("*.tsv")) for row in read_rows(path)],
)
def test_places(language: str, text: str, expected: str) -> None:
    found = summarize(text, language=language).findings.places
    assert " | ".join(place.name.of(text) for place in found) == expected


def test_every_mention_of_a_place() -> None:
    text = "Kabupaten Landak maju. Warga di Landak senang."
    (place,) = summarize(text, language="id").findings.places
    assert [mention.of(text) for mention in place.mentions] == ["Kabupaten Landak", "Landak"]
