"""The language of a text."""

import pytest

from summarize.languages.detection import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gubernur meresmikan jembatan yang menghubungkan dua kota.", "id"),
        ("The governor opened the bridge that connects two cities.", "en"),
        ("Menteri said: “Recover Together, Recover Stronger” adalah tema tahun ini.", "id"),
        ("", "id"),
        ("12345 ---", "id"),
        ("Der Minister eröffnete gestern die Brücke.", "id"),
    ],
)
def test_detect(text: str, code: str) -> None:
    assert detect(text) == code
