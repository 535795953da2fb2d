"""The anatomy of a release: every part a unit of its own, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.anatomy import take_apart
from summarize.anatomy.byline import find_byline
from summarize.anatomy.closing import find_closing
from summarize.anatomy.dateline import find_date_line, find_dateline
from summarize.anatomy.reflowing import reflow
from summarize.errors import OptionError
from summarize.languages import load
from summarize.models import Release, Span, Unit
from summarize.reading import from_text
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "anatomy"
ID, EN = load("id"), load("en")
SEED = Path(__file__).parent.parent / "seeds" / "rakornas-asn-new-normal.txt"


def shown(span: Span | None, text: str) -> str:
    return span.of(text) if span else "-"


def apart(text: str) -> Release:
    return take_apart(from_text(text), "id")


@pytest.mark.parametrize(
    ("line", "dateline", "place", "office"), read_rows(CASES / "datelines.tsv")
)
def test_dateline(line: str, dateline: str, place: str, office: str) -> None:
    found = find_dateline(line, Span(0, len(line)), ID)
    parts = (found.span, found.place, found.office) if found else (None, None, None)
    assert [shown(part, line) for part in parts] == [dateline, place, office]


@pytest.mark.parametrize(
    ("line", "dateline", "place", "office"), read_rows(CASES / "datelines_english.tsv")
)
def test_english_dateline(line: str, dateline: str, place: str, office: str) -> None:
    span = Span(0, len(line))
    found = find_dateline(line, span, EN) or find_date_line(line, span, EN)
    parts = (found.span, found.place, found.office) if found else (None, None, None)
    assert [shown(part, line) for part in parts] == [dateline, place, office]


@pytest.mark.parametrize(("line", "byline"), read_rows(CASES / "bylines.tsv"))
def test_byline(line: str, byline: str) -> None:
    found = find_byline(line, [Span(0, len(line))], ID)
    assert shown(found[1] if found else None, line) == byline


def read_closings() -> list[object]:
    cases: list[object] = []
    for block in (CASES / "closings.txt").read_text("utf-8").split("\n\n"):
        name, _, text = block.strip().partition("\n")
        if name.startswith("["):
            code, _, title = name.strip("[]").partition(": ")
            cases.append(pytest.param(code, text, id=title))
    return cases


@pytest.mark.parametrize(("code", "text"), read_closings())
def test_closing(code: str, text: str) -> None:
    above, _, below = text.partition("\n>>>\n")
    text = f"{above}\n{below}" if below else text
    paragraphs = reflow(text, frozenset())[1]
    number = find_closing(text, paragraphs, load(code))
    assert text[: paragraphs[number].start if number < len(paragraphs) else len(text)].rstrip() == (
        above
    )
    body = take_apart(from_text(text), code).body
    assert body
    assert all(sentence.span.start < len(above) for sentence in body)


def test_the_seed() -> None:
    text = SEED.read_text("utf-8")
    release = apart(text)
    assert release.title is not None
    assert release.title.of(text) == text.split("\n")[0]
    assert release.dateline is not None
    assert release.dateline.place is not None
    assert release.dateline.place.of(text) == "PALANGKA RAYA"
    assert release.dateline.office is not None
    assert release.dateline.office.of(text) == "BIRO PKP"
    assert shown(release.byline, text) == "(set/rik/bow/udn/din)"
    units = [s.unit for s in release.sentences if s.unit is not Unit.SENTENCE]
    assert units == [Unit.TITLE, Unit.DATELINE, Unit.BYLINE]
    assert len(release.body) == 15
    for sentence in release.body:
        assert not sentence.span.overlaps(release.title)
        assert not sentence.span.overlaps(release.dateline.span)


@pytest.mark.parametrize(
    "letterhead",
    [
        "SIARAN PERS\nNomor: 12/HM/2021\n",
        "KEMENTERIAN PERDAGANGAN\nSIARAN PERS\nNomor: 12/HM/2021\n14 Juni 2021\n\n",
        "Press Release\n***\n",
        "SIARAN PERS\nNarahubung: Sari, 0812-3456-7890\n",
        "Narahubung: Sari, 0812-3456-7890\nSIARAN PERS\n",
        "",
    ],
)
def test_letterhead_stands_above_the_headline(letterhead: str) -> None:
    story = "Sampit – Bupati datang. Ia senang."
    text = f"{letterhead}Bupati Resmikan Pasar\nPedagang Lama Didahulukan\n{story}"
    release = apart(text)
    assert shown(release.title, text) == "Bupati Resmikan Pasar"
    assert [s.span.of(text) for s in release.body] == ["Bupati datang.", "Ia senang."]


def test_a_letterhead_word_may_begin_the_headline() -> None:
    text = "Siaran Pers: Bupati Resmikan Pasar Rakyat Sampit\nBupati datang. Ia senang."
    assert shown(apart(text).title, text) == "Siaran Pers: Bupati Resmikan Pasar Rakyat Sampit"


def test_subheads_below_the_headline_are_no_sentences() -> None:
    text = "Pasar Dibuka\nPedagang Lama Didahulukan\nBupati membuka pasar.\nIa senang."
    assert [s.span.of(text) for s in apart(text).body] == ["Bupati membuka pasar.", "Ia senang."]


def test_contacts_are_no_sentences() -> None:
    text = (
        "Pasar Dibuka\nBupati membuka pasar.\nBerita ini disiarkan oleh Bagian Humas.\n"
        "Narahubung: Sari\nhumas@contoh.go.id\nTelp. 0531-21234"
    )
    assert [s.span.of(text) for s in apart(text).body] == ["Bupati membuka pasar."]


def test_captions_credits_and_crossheads_are_no_sentences() -> None:
    text = "\n".join(
        [
            "Jalan Rusak Diperbaiki",
            "Foto: lubang di jalan utama",
            "Penulis: Sari Dewi",
            "SAMPIT - Jalan rusak mulai diperbaiki.",
            "Lelang Lima Proyek",
            "Dinas telah melelang lima proyek perbaikan jalan di seluruh kabupaten.",
            "Baca juga: Jembatan Dibuka",
            "sumber: http://contoh.id/jalan",
        ]
    )
    release = apart(text)
    assert [s.span.of(text) for s in release.body] == [
        "Jalan rusak mulai diperbaiki.",
        "Dinas telah melelang lima proyek perbaikan jalan di seluruh kabupaten.",
    ]
    assert shown(release.byline, text) == "Penulis: Sari Dewi"


def test_the_items_of_a_list_are_no_crossheads() -> None:
    text = "Judul\nAda tiga langkah, yaitu:\nEfisiensi anggaran\nDisiplin kerja\nLayanan cepat\n"
    assert [s.span.of(text) for s in apart(text).body][1:] == [
        "Efisiensi anggaran",
        "Disiplin kerja",
        "Layanan cepat",
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Bupati Resmikan Pasar\n\n"
        "Bupati meresmikan pasar baru pada Senin pagi di\n"
        "tengah hujan. Pasar itu menampung dua ratus orang\n"
        "pedagang dari seluruh kecamatan.\n\n"
        "Warga menyambut gembira.\n"
    )
    release = apart(text)
    assert [s.span.of(release.text) for s in release.body] == [
        "Bupati meresmikan pasar baru pada Senin pagi di tengah hujan.",
        "Pasar itu menampung dua ratus orang pedagang dari seluruh kecamatan.",
        "Warga menyambut gembira.",
    ]
    assert [release.original(s.span).of(text) for s in release.body] == [
        "Bupati meresmikan pasar baru pada Senin pagi di\ntengah hujan.",
        "Pasar itu menampung dua ratus orang\npedagang dari seluruh kecamatan.",
        "Warga menyambut gembira.",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0c", "\x85"])
def test_every_line_break_ends_a_paragraph(newline: str) -> None:
    text = newline.join(["Bupati Resmikan Pasar", "Pasar dibuka hari ini.", "Warga gembira."])
    assert [span.of(text) for span in reflow(text, frozenset())[1]] == text.split(newline)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_nothing_to_take_apart(text: str) -> None:
    release = apart(text)
    assert release.title is None
    assert release.dateline is None
    assert release.byline is None


def test_one_line_is_no_headline() -> None:
    assert apart("Bupati Resmikan Pasar").title is None


def test_unknown_language() -> None:
    with pytest.raises(OptionError, match="no such language: fr"):
        take_apart(from_text("Bonjour."), "fr")


@given(st.text(alphabet='ab CD.,:-–()"“”\n\r/1\u2028', max_size=120))
def test_units_cover_the_text_in_order(text: str) -> None:
    release = apart(text)
    text = release.document.text
    covered = 0
    for start, end in (release.original(sentence.span) for sentence in release.sentences):
        assert not text[covered:start].strip()
        assert start < end
        covered = end
    assert not text[covered:].strip()
