"""Reported speech without quotation marks.

A line of a case file is a sentence and, after a tab, who speaks in it, or ``-`` where nobody does.
Lines ``@ name; role`` at the top are the people; each sentence is read after the one before.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.findings.speech.attribution import read_attributions
from summarize.findings.speech.quotations import find_quotations
from summarize.findings.speech.statements import find_statements
from tests.tables import read_text

from .test_quotations import person, spoken

CASES = sorted((Path(__file__).parent / "cases" / "statements").glob("*.tsv"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    lines = [line for line in case.read_text("utf-8").split("\n") if line]
    people = [line[2:].split(";") for line in lines if line.startswith("@ ")]
    rows = [line.split("\t") for line in lines if line[0] not in "@#"]
    text = "\n".join(sentence for sentence, _ in rows)
    reading = read_text(text, "en" if case.stem.startswith("en-") else "id")
    cast = tuple(person(text, name.strip(), role.strip()) for name, role in people)
    attributions = read_attributions(reading, cast)
    quotations = find_quotations(reading, attributions)
    statements = find_statements(reading, attributions, quotations)
    said = {s.span.of(text): spoken(text, s.speaker) for s in statements}
    assert [(row[0], said.get(row[0], "-")) for row in rows] == [tuple(row) for row in rows]


def test_cue_lies_in_the_statement() -> None:
    text = "Rapat Desa\nKepala Desa Sukamaju Budi Santoso menegaskan, jalan itu selesai tahun ini."
    reading = read_text(text, "id")
    attributions = read_attributions(reading, (person(text, "Budi Santoso", ""),))
    for statement in find_statements(reading, attributions, ()):
        assert statement.span.contains(statement.cue)
        assert statement.cue.of(text).endswith("menegaskan")


def test_nothing_said() -> None:
    reading = read_text("", "id")
    assert find_statements(reading, read_attributions(reading, ()), ()) == ()
