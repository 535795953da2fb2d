"""What stands above the items of a list on a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarize import summarize
from summarize.models import Enumeration, ListKind, Point, PointKind, Span
from summarize.rendering.page import lay_out
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "rendering"


@pytest.mark.parametrize(("passage", "lead"), read_rows(CASES / "list_leads.tsv"))
def test_the_items_of_a_list_are_said_once(passage: str, lead: str) -> None:
    text, items, announcing = "", [], None
    for part in re.split(r"(\[.*?\]|<.*?>)", passage):
        said = part.strip("[]<>")
        here = Span(len(text), len(text) + len(said))
        if part.startswith("["):
            items.append(here)
        elif part.startswith("<"):
            announcing = here
        text += said
    whole = Span(0, len(text))
    listed = Enumeration(whole, announcing, tuple(items), None, True, ListKind.CUE, "seperti")
    point = Point(whole, PointKind.LIST, listed.rule, None, listed, 1.0, (whole,))
    (section,) = lay_out(summarize(text)._replace(points=(point,)), ("points",)).sections
    (entry,) = section.entries
    if lead == "=":
        assert (entry.text, entry.items) == (text, ())
    else:
        assert (entry.text, len(entry.items)) == (lead, len(items))
        assert not any(item in entry.text for item in entry.items)


@pytest.mark.parametrize(
    ("passage", "lead"),
    [
        ("Pemda bersiap. Pertama, posko dibuka. Kedua, dana disiapkan.", "Pemda bersiap"),
        ("Pertama, posko dibuka. Kedua, dana disiapkan.", "2 hal"),
        ("Yang pertama adalah posko. Yang kedua adalah dana.", "2 hal"),
        ("Kata Bupati yang pertama adalah posko. Yang kedua adalah dana.", "Kata Bupati yang"),
    ],
)
def test_no_ordinal_stands_above_its_items(passage: str, lead: str) -> None:
    items = [Span(at, at + 4) for at in (passage.index("posko"), passage.index("dana"))]
    whole = Span(0, len(passage))
    listed = Enumeration(whole, None, tuple(items), None, True, ListKind.ORDINALS, "pertama")
    point = Point(whole, PointKind.LIST, listed.rule, None, listed, 1.0, (whole,))
    summary = summarize(passage, language="id")._replace(points=(point,))
    (section,) = lay_out(summary, ("points",)).sections
    assert [entry.text for entry in section.entries] == [lead]


def test_no_ordinal_ends_what_introduces_the_items() -> None:
    text = (
        "Pasar Dibuka\nBupati menitip tiga pesan. Pertama, jaga kebersihan. "
        "Kedua, jaga harga. Ketiga, jaga kerukunan."
    )
    (section,) = lay_out(summarize(text, language="id"), ("lists",)).sections
    assert [entry.text for entry in section.entries] == ["Bupati menitip tiga pesan"]


def test_a_clause_before_a_bulleted_list_stands_above_its_items() -> None:
    text = (
        "Pemkot menyiapkan:\n- ruang laktasi\n- pos kesehatan\n- penitipan anak\n\nSemua gratis.\n"
    )
    (section,) = lay_out(summarize(text, language="id"), ("lists",)).sections
    (entry,) = section.entries
    assert entry.text == "Pemkot menyiapkan"
    assert entry.items == ("ruang laktasi", "pos kesehatan", "penitipan anak")
