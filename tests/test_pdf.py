"""PDF: the text as a person would copy it, whoever made the file; or one line that says why not."""

from __future__ import annotations

from io import BytesIO
from math import nan
from pathlib import Path

import pytest
from pypdfium2 import raw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from summarize import summarize
from summarize.errors import ReadError
from summarize.reading import decode, read_file
from summarize.reading.pdf import MOST_PAGES
from summarize.reading.pdf.characters import _Glyph, _goes_on
from tests.pdfs import SETTERS, TYPESETTINGS, Setter, typeset
from tests.typesetting import told, told_of

DOCUMENTS = Path(__file__).parent / "documents"
TEXTS = sorted((DOCUMENTS / "texts").glob("*.txt"))
MADE = sorted((DOCUMENTS / "pdf").glob("*.pdf"))


def paragraphs_of(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.stem)
def test_a_release_is_the_same_from_whatever_program(path: Path) -> None:
    text = DOCUMENTS / "texts" / f"{path.name.partition('.')[0]}.txt"
    document = read_file(path)
    assert document.reader == "pdf"
    assert document.text.split("\n\n")[0] == paragraphs_of(text)[0]
    assert told_of(summarize(document)) == told("\n\n".join(paragraphs_of(text)))


@pytest.mark.parametrize("name", SETTERS)
def test_a_release_is_the_same_however_it_is_set(name: str) -> None:
    setter: Setter = SETTERS[name]
    wrong = [
        path.stem
        for path in TEXTS
        if told_of(summarize(decode(setter(paragraphs_of(path)))))
        != told("\n\n".join(paragraphs_of(path)))
    ]
    assert len(wrong) <= len(TEXTS) // 8, wrong


def test_a_name_tells_its_page() -> None:
    paragraphs = ["Bupati Resmikan Pasar", *("Pasar itu dibuka hari ini." for _ in range(40))]
    paragraphs.append("“Kami senang,” kata Bupati Rini Astuti.")
    document = decode(typeset(paragraphs, TYPESETTINGS["short pages"]))
    assert document.pages is not None
    assert len(document.pages) > 2
    (quotation,) = summarize(document).findings.quotations
    assert document.page_of(quotation.span) == len(document.pages)
    assert document.page_of(quotation.span._replace(start=0)) == 1


def test_what_a_document_says_of_itself() -> None:
    data = typeset(
        ["Pasar Dibuka", "Pasar dibuka hari ini."],
        TYPESETTINGS["one column"],
        title="Pasar Dibuka",
        author="Humas Kota Sela",
    )
    said = decode(data).metadata
    assert (said.title, said.author) == ("Pasar Dibuka", "Humas Kota Sela")
    assert said.date is not None
    assert said.date[4::3] == "--"


def drawn(*, pages: int = 1, encrypt: str | None = None) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt)
    for _ in range(pages):
        canvas.rect(100, 100, 200, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(drawn(), "text recognition", id="a scan"),
        pytest.param(drawn(encrypt="rahasia"), "a PDF with a password", id="locked"),
        pytest.param(drawn(pages=MOST_PAGES + 1), "a PDF of 501 pages", id="many pages"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a broken PDF", id="broken"),
        pytest.param(drawn()[:300], "a broken PDF", id="cut"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as failure:
        decode(data)
    assert "\n" not in str(failure.value)


def test_letters_that_stand_nowhere_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = typeset(["Pasar Dibuka", "Pasar dibuka hari ini."], TYPESETTINGS["one column"])
    monkeypatch.setattr(raw, "FPDFText_GetFontSize", lambda page, index: nan)
    with pytest.raises(ReadError, match="text recognition"):
        decode(data)


@pytest.mark.parametrize(("place", "goes_on"), [(8, True), (9, False)])
def test_the_letters_of_a_ligature_go_on_a_word(place: int, goes_on: bool) -> None:
    first = _Glyph("f", left=10.0, right=20.0, base=700.0, size=11.0, place=7)
    assert _goes_on([first], first._replace(text="i", place=place)) is goes_on
