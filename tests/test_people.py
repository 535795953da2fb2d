"""People and positions: ``cases/people`` holds texts, ``---``, then ``name | role | mentions``.

The first line may name the language (``# bahasa: en``); mentions are separated by ``;`` and may be
left out, a role that the text does not give is ``-``.
"""

from pathlib import Path

import pytest

from summarize.findings.people import find_people
from summarize.findings.people.role_matching import role_matches
from summarize.findings.people.roles import find_roles
from summarize.languages import load
from tests.tables import read_release, read_text

CASES = sorted((Path(__file__).parent / "cases" / "people").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_people_of_a_case(path: Path) -> None:
    source, language, expected = read_release(path)
    rows = []
    people = find_people(read_text(source, language))
    for person, want in zip(people, [*expected, *[""] * 50], strict=False):
        role = person.role.of(source) if person.role else "-"
        row = f"{person.name.of(source)} | {role}"
        if want.count("|") == 2:
            row += " | " + "; ".join(m.of(source) for m in person.mentions)
        rows.append(row)
    assert rows == expected


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mentan", "Menteri Pertanian", True),
        ("Menteri Pertanian (Mentan) RI", "Mentan", True),
        ("Sekda", "Sekretaris Daerah Provinsi Kalimantan Tengah", True),
        ("Kepala LAN", "Kepala LAN RI", True),
        ("Bupati", "Bupati Muara Enim", True),
        ("Bupati", "Wakil Bupati", False),
        ("Menteri", "Menteri Kesehatan", True),
        ("Menkes", "Menteri Keuangan", False),
        ("Plt. Kadis Kominfo", "Plt Kepala Dinas Kominfo Kalteng", True),
        ("", "Bupati", False),
    ],
)
def test_positions_that_can_be_the_same(a: str, b: str, same: bool) -> None:
    assert role_matches(a, b, load("id")) is same
    assert role_matches(b, a, load("id")) is same


def test_positions_without_a_name_are_found() -> None:
    text = "Kepala LAN pun menegaskan hal itu. “Siap,” ujar Mentan. Plt. Kadis Kominfo hadir."
    found = find_roles(read_text(text, "id"))
    assert [span.of(text) for span in found] == ["Kepala LAN", "Mentan", "Plt. Kadis Kominfo"]


def test_a_text_may_end_with_the_force_of_a_position() -> None:
    text = "Banjir dibahas Wakil Panglima TNI"
    found = find_roles(read_text(text, "id"))
    assert [span.of(text) for span in found] == ["Wakil Panglima TNI"]


def test_a_text_without_people_has_none() -> None:
    assert find_people(read_text("", "id")) == ()
    assert find_people(read_text("Harga beras naik di Pulau Jawa.", "id")) == ()


@pytest.mark.parametrize(
    "piece", ["Mayor Anna von der ", "Kepala digital dari ", "Dr. Prof. Anna "]
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_long_runs_are_survived(piece: str, language: str) -> None:
    find_people(read_text(piece * 10_000, language))
