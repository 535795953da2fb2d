"""Plain text: a page to read, and bare lines for other programs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import summarize
from summarize.languages import CODES, load
from summarize.rendering import SECTIONS, render_one, render_several
from summarize.rendering.page import lay_out
from summarize.rendering.text import render_text, text_part
from summarize.rendering.visible import shown
from tests.samples import sample
from tests.strategies import releases

_CASES = Path(__file__).parent / "cases" / "rendering"
PAGE = (_CASES / "page.txt").read_text("utf-8")
FULL = (_CASES / "full.txt").read_text("utf-8")
BARE = {
    "summary": "Bupati Rahmat Hidayat meresmikan pasar terapung, Senin (3/2/2025).\n",
    "points": "tiga janji kami: air bersih; jalan mulus; listrik menyala\tRahmat Hidayat, Bupati\n"
    "Bupati Rahmat Hidayat meresmikan pasar terapung, Senin (3/2/2025).\n",
    "people": "Rahmat Hidayat\tBupati\n",
    "dates": "Senin (3/2/2025)\t2025-02-03\n3/2/2025\t2025-02-03\n",
    "figures": "Rp 1,5 miliar\n",
    "abbreviations": "Disdag\tDinas Perdagangan\n",
}


def test_the_page() -> None:
    assert render_one(sample(), "text") == PAGE
    assert render_one(sample(), "text", full=True) == FULL


@pytest.mark.parametrize(("section", "lines"), BARE.items())
def test_one_section_is_one_entry_a_line(section: str, lines: str) -> None:
    assert render_one(sample(), "text", (section,)) == lines


def test_sections_come_in_the_order_asked_for() -> None:
    both = render_one(sample(), "text", ("figures", "people"))
    assert both == BARE["figures"] + BARE["people"]


def test_all_sentences_only_when_asked_for() -> None:
    assert render_one(sample(), "text", ("sentences",)).count("\n") == 6


def test_a_point_that_the_summary_makes_is_not_made_twice() -> None:
    whole = sample()
    longer = whole._replace(points=whole.points[1:])
    assert "POIN KUNCI" in render_one(longer, "text")
    assert "POIN KUNCI" not in render_one(longer, "text", full=True)
    assert render_one(longer, "text", ("points",)).count("\n") == 1


def test_a_quotation_that_a_point_holds_is_not_printed_twice() -> None:
    text = (
        "Pasar Dibuka\nBupati Sampit Budi Santoso membuka pasar yang memuat 120 kios.\n"
        "“Pasar ini milik warga kota Sampit semua,” kata Budi Santoso.\n"
        "“Sewa kios tetap lima ribu rupiah sebulan,” kata Budi Santoso.\n"
    )
    page = render_one(summarize(text), "text")
    for said in ("Pasar ini milik warga", "Sewa kios tetap lima ribu"):
        assert page.count(said) == 1


def test_without_points_the_summary_is_shown() -> None:
    page = render_one(sample()._replace(points=()), "text")
    assert "RINGKASAN\n  - Bupati Rahmat Hidayat meresmikan" in page


def test_explain_gives_the_reasons() -> None:
    page = render_one(sample(), "text", explain=True)
    assert "[rule rilis, score 0.750, position +0.500]" in page
    assert "[rule after, from “kata Rahmat”]" in page


def test_headings_follow_the_language() -> None:
    assert "\nKEY POINTS\n" in render_one(sample(code="en"), "text")
    assert "(3 of 3)" in render_one(sample(code="en"), "text")


def test_every_language_has_every_heading() -> None:
    tables = [load(code).table("headings") for code in CODES]
    assert all(table.keys() == tables[0].keys() for table in tables)
    assert set(SECTIONS) <= tables[0].keys()


def test_an_empty_document_has_an_empty_page() -> None:
    assert render_one(summarize(""), "text") == ""


def test_several_pages_are_divided() -> None:
    pages = "".join(render_several([sample(), sample()], "text"))
    assert pages == f"{PAGE}\n{'─' * 20}\n\n{PAGE}"
    bare = "".join(render_several([sample(), sample()], "text", ("people",)))
    told = "".join(
        f"{sample().release.document.path}\t{line}\n" for line in BARE["people"].split("\n")[:-1]
    )
    assert bare == told * 2  # as grep does


@given(text=releases(), sections=st.lists(st.sampled_from(SECTIONS), min_size=1, unique=True))
@settings(max_examples=30, deadline=None)
def test_of_several_the_lines_are_those_of_each_with_their_file(
    text: str, sections: list[str]
) -> None:
    summary = summarize(text)
    told = text_part(summary, sections)
    assert re.sub("^-\t", "", told, flags=re.MULTILINE) == render_text(summary, sections)
    assert text_part(summary) == render_text(summary)


@given(st.text())
def test_nothing_shown_acts_on_a_terminal(text: str) -> None:
    for line in (shown(text), shown(f"\x1b[2J{text}\x9b31m\u202e")):
        assert line == " ".join(line.split())
        assert all(c.isprintable() or ord(c) > 0xA0 for c in line)
        assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_list_says_how_many_were_found() -> None:
    entry = lay_out(sample()).sections[0].entries[0]
    assert (entry.counted, entry.complete) == ("3 dari 3", True)


def test_a_page_tells_the_role_of_a_speaker_once_a_section() -> None:
    text = (
        "“Pasar ini milik kita,” kata Bupati Sampit Budi Santoso.\n"
        "“Jagalah bersama selalu,” kata Budi Santoso.\n"
    )
    summary = summarize(text)
    page = render_one(summary, "text", full=True)
    quotes = [line for line in page.splitlines() if line.startswith("  “")]
    assert [line.partition(" — ")[2] for line in quotes] == [
        "Budi Santoso, Bupati Sampit",
        "Budi Santoso",
    ]
    alone = render_one(summary, "text", ("quotes",))
    assert alone.count("Bupati Sampit") == 2
