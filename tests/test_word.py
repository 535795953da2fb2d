"""Word documents, one trap of the format after another."""

from __future__ import annotations

import pytest

from summarize.errors import ReadError
from summarize.reading import decode
from tests.packing import docx, item, paragraph

NUMBERING = """
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="3">
 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Butir"><w:name w:val="Butir"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Turunan"><w:name w:val="Turunan"/><w:basedOn w:val="Butir"/></w:style>
<w:style w:type="paragraph" w:styleId="Keterangan"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Sembunyi"><w:name w:val="Sembunyi"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def text_of(body: str, **parts: str) -> str:
    return decode(docx(body, **parts)).text


def test_numbers_and_bullets_are_kept_as_markers() -> None:
    body = (
        item("satu", 1)
        + item("anak", 1, 1)
        + item("anak lain", 1, 1)
        + item("cucu", 1, 2)
        + item("dua", 1)
        + item("anak lagi", 1, 1)
        + item("bulat", 2)
        + item("mulai tiga", 3)
        + item("dari awal", 4)
        + item("terus", 4)
    )
    assert text_of(body, numbering=NUMBERING).split("\n") == [
        "1. satu",
        "a) anak",
        "b) anak lain",
        "1.2.1 cucu",
        "2. dua",
        "a) anak lagi",
        "• bulat",
        "III. mulai tiga",
        "1. dari awal",
        "2. terus",
        "",
    ]


def test_a_style_numbers_its_paragraphs_unless_they_say_no() -> None:
    body = (
        paragraph("satu", '<w:pStyle w:val="Butir"/>')
        + paragraph("dua", '<w:pStyle w:val="Turunan"/>')
        + paragraph("bukan", '<w:pStyle w:val="Butir"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("biasa")
    )
    shown = text_of(body, numbering=NUMBERING, styles=STYLES)
    assert shown == "1. satu\n2. dua\n\nbukan\n\nbiasa\n"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (
            RUN.format("Ada ")
            + f"<w:ins>{RUN.format('tiga')}</w:ins><w:del><w:r><w:delText>dua</w:delText></w:r></w:del>"
            + RUN.format(" warga"),
            "Ada tiga warga",
        ),
        (f"<w:moveFrom>{RUN.format('lama')}</w:moveFrom><w:moveTo>{RUN.format('baru')}</w:moveTo>", "baru"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>" + RUN.format("tampak"), "tampak"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>tampak</w:t></w:r>', "tampak"),
        ('<w:r><w:rPr><w:rStyle w:val="Sembunyi"/></w:rPr><w:t>rahasia</w:t></w:r>' + RUN.format("ya"), "ya"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + RUN.format("30 Juni 2020")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + RUN.format(" sore"),
            "30 Juni 2020 sore",
        ),
        (f'<w:fldSimple w:instr="DATE">{RUN.format("1 Mei")}</w:fldSimple>', "1 Mei"),
        (f"<w:hyperlink>{RUN.format('tautan')}</w:hyperlink>", "tautan"),
        (f"<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{RUN.format('isi')}</w:sdtContent></w:sdt>", "isi"),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{RUN.format('Klik di sini')}"
            f"</w:sdtContent></w:sdt>{RUN.format('isi')}",
            "isi",
        ),
        ("<w:r><w:t>Al</w:t><w:noBreakHyphen/><w:t>Azhar</w:t></w:r>", "Al-Azhar"),
        ("<w:r><w:t>pem</w:t><w:softHyphen/><w:t>bangunan</w:t></w:r>", "pembangunan"),
        ("<w:r><w:t>satu</w:t><w:br/><w:t>dua</w:t><w:tab/><w:t>tiga</w:t></w:r>", "satu\ndua\ttiga"),
        (f'<w:ruby><w:rt>{RUN.format("cara baca")}</w:rt><w:rubyBase>{RUN.format("kata")}</w:rubyBase></w:ruby>', "kata"),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(inside: str, shown: str) -> None:
    assert text_of(f"<w:p>{inside}</w:p>", styles=STYLES) == shown + "\n"


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    assert text_of(paragraph("Warga ", mark) + paragraph("gembira.")) == "Warga gembira.\n"


def test_a_headline_is_one_line() -> None:
    body = '<w:p><w:pPr><w:pStyle w:val="Judul"/></w:pPr><w:r><w:t>Bupati</w:t><w:br/><w:t>Hadir</w:t></w:r></w:p>'
    assert text_of(body, styles=STYLES) == "Bupati Hadir\n"


def test_text_boxes_and_notes_stand_once_and_behind_the_story() -> None:
    box = f"<w:txbxContent>{paragraph('Kotak')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    noted = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = f"<w:p>{RUN.format('Awal')}{drawn}{noted}{RUN.format(' akhir cerita.')}</w:p>"
    footnotes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("garis")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("Catatan")}</w:footnote>'
    )
    read = decode(docx(body, footnotes=footnotes))
    assert read.text == "Awal akhir cerita.\n\nKotak\n\nCatatan\n"
    assert [span.of(read.text) for span in read.asides] == ["Kotak", "Catatan"]


def test_a_document_of_boxes_is_their_text() -> None:
    box = f"<w:r><w:txbxContent>{paragraph('Bupati meresmikan pasar.')}</w:txbxContent></w:r>"
    read = decode(docx(f"<w:p>{box}</w:p>"))
    assert (read.text, read.asides) == ("Bupati meresmikan pasar.\n", ())


def cells(*texts: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts) + "</w:tr>"


def test_a_table_is_rows_and_no_part_of_the_story() -> None:
    table = f"<w:tbl>{cells('No', 'Desa')}{cells('1', 'Mekar')}</w:tbl>"
    read = decode(docx(paragraph("Hasil lomba.") + table + paragraph("Selamat.")))
    assert read.text == "Hasil lomba.\n\nNo\tDesa\n1\tMekar\n\nSelamat.\n"
    assert [span.of(read.text) for span in read.asides] == ["No\tDesa", "1\tMekar"]


def test_a_table_that_only_frames_the_text_is_the_story() -> None:
    read = decode(
        docx(f"<w:tbl>{cells('Bupati meresmikan pasar.')}{cells('Warga senang.')}</w:tbl>")
    )
    assert (read.text, read.asides) == ("Bupati meresmikan pasar.\n\nWarga senang.\n", ())


def test_captions_are_kept_apart() -> None:
    read = decode(docx(paragraph("Foto: Humas", '<w:pStyle w:val="Keterangan"/>'), styles=STYLES))
    assert [span.of(read.text) for span in read.asides] == ["Foto: Humas"]


def test_metadata() -> None:
    core = (
        "<dc:title>Pasar  Baru</dc:title><dc:creator>Humas</dc:creator>"
        "<dc:created>2024-03-04T08:00:00Z</dc:created>"
    )
    read = decode(docx(paragraph("Isi."), core=core))
    assert read.metadata == ("Pasar Baru", "Humas", "2024-03-04T08:00:00Z", None)
    assert (read.reader, read.encoding, read.pages) == ("docx", None, None)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<w:p>", "broken: no XML in line 1"),
        ("<w:p>" * 2_000 + "</w:p>" * 2_000, "elements inside each other"),
    ],
)
def test_what_is_broken(body: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        decode(docx(body))
