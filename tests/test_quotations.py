"""Direct quotations: marks, statement or not, and the speaker.

A case is a file: the people on lines ``@ name; role``, the release, a line ``---``, and then a
quotation a line, ``speaker: quotation``, with ``?`` where the text does not say who speaks.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.findings.speech.attribution import read_attributions
from summarize.findings.speech.quotations import find_quotations
from summarize.models import Person, Quotation, Span, Speaker
from summarize.text.quotation_marks import find_passages
from summarize.text.reading import Reading
from tests.tables import read_text

CASES = sorted((Path(__file__).parent / "cases" / "quotations").glob("*.txt"))


def parse(case: Path) -> tuple[Reading, tuple[Person, ...], list[str]]:
    """The reading of the release, the people and the expected lines of a case file."""
    head, expected = case.read_text("utf-8").split("\n---\n")
    lines = head.split("\n")
    people = [line[2:].split(";") for line in lines if line.startswith("@ ")]
    text = "\n".join(line for line in lines if not line.startswith("@ ")).lstrip("\n")
    reading = read_text(text, "en" if case.stem.startswith("en-") else "id")
    cast = tuple(person(text, name.strip(), role.strip()) for name, role in people)
    return reading, cast, [line for line in expected.split("\n") if line]


def person(text: str, name: str, role: str) -> Person:
    """A person mentioned by the whole name and by each long part of it."""
    parts = [name, *(part for part in name.split() if len(part) > 3)]
    mentions = [Span(*m.span()) for m in re.finditer("|".join(map(re.escape, parts)), text)]
    at = text.find(name)
    where = text.find(role) if role else -1
    return Person(
        Span(at, at + len(name)),
        Span(where, where + len(role)) if where >= 0 else None,
        tuple(mentions),
        "given",
    )


def spoken(text: str, speaker: Speaker | None) -> str:
    if speaker is None:
        return "?"
    named = speaker.name or speaker.role
    return named.of(text) if named else "?"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    reading, people, expected = parse(case)
    text = reading.text
    found = find_quotations(reading, read_attributions(reading, people))
    assert [f"{spoken(text, q.speaker)}: {q.span.of(text)}" for q in found] == expected


def quotations(text: str, language: str = "id") -> tuple[Quotation, ...]:
    reading = read_text(text, language)
    return find_quotations(reading, read_attributions(reading, ()))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“Kita maju,” ujar Bupati.", "Kita maju"),
        ('"Kita maju," ujar Bupati.', "Kita maju"),
        ("”Kita maju,” ujar Bupati.", "Kita maju"),
        ("‘’Kita maju,’’ ujar Bupati.", "Kita maju"),
        ("‘‘Kita maju,’’ ujar Bupati.", "Kita maju"),
        ("''Kita maju,'' ujar Bupati.", "Kita maju"),
        ("‘Kita maju,’ ujar Bupati.", "Kita maju"),
        ("„Kita maju,“ ujar Bupati.", "Kita maju"),
        ("«Kita maju», ujar Bupati.", "Kita maju"),
        ("“Kita maju,“ ujar Bupati.", "Kita maju"),
        ('“Kita maju," ujar Bupati.', "Kita maju"),
        ('" Kita maju, " ujar Bupati.', "Kita maju"),
        ('"Kita maju",ujar Bupati.', "Kita maju"),
        ('"Kita maju,"ujar Bupati.', "Kita maju"),
        ('"Kita maju,". ujar Bupati.', "Kita maju"),
        ('Rapat dibuka."Kita maju bersama," ujar Bupati.', "Kita maju bersama"),
        ('Kita maju bersama," ujar Bupati.', "Kita maju bersama"),
        ('"Kita maju bersama, ujar Bupati.', "Kita maju bersama"),
        ("“Jum’at ini kita ke Ja’far,” ujar Bupati.", "Jum’at ini kita ke Ja’far"),
        ('"Kita usung "Maju" tahun ini," ujar Bupati.', 'Kita usung "Maju" tahun ini'),
    ],
)
def test_marks(text: str, inner: str) -> None:
    assert [q.span.of(text) for q in quotations(text)] == [inner]


@pytest.mark.parametrize(
    "text",
    [
        "Upacara mengangkat tema “Bangkit Bersama Membangun Desa”.",
        'Program "Desa Cerdas" dimulai pekan ini di tiga kecamatan.',
        "Warga Jum’at pagi berkumpul di Masjid Al-Ma’mur.",
        'Pipa 4" dan 6" dipasang di desa itu.',
        "Istilah ‘gotong royong’ masih hidup.",
        '""',
        '"',
        "",
    ],
)
def test_no_quotation(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(
    "piece", ['"', '"a ', '". ', "“", "‘a ", "'a' ", '"Kita maju," ujar dia. ']
)
def test_nothing_but_marks(piece: str) -> None:
    text = piece * 5_000
    for passage in find_passages(text, (Span(0, len(text)),)):
        assert passage.outer.contains(passage.span)
    assert quotations(text) is not None


MARKS = ("“", "”", '"', "‘", "’", "’’", "«", "»", " ", ", ", ". ", "\n", "(", ")", ": ")
WORDS = ("Kita maju", "ujar", "katanya", "Bupati Siti", "Menurut", "mengatakan", "Ma’ruf", "itu")
SOUP = st.lists(st.sampled_from((*MARKS, *WORDS)), max_size=60).map("".join)


@given(SOUP)
def test_quotations_of_soup_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    text = read_text(text, "id").text  # spaces are one where the stages read
    for quotation in quotations(text):
        assert end <= quotation.outer.start
        assert quotation.outer.contains(quotation.span)
        assert quotation.span.of(text).strip() == quotation.span.of(text) != ""
        end = quotation.outer.end
    assert end <= len(text)
