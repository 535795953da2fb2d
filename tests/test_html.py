"""Web pages, saved whole, in part or as MHTML, and books."""

from __future__ import annotations

import sys
from email.message import EmailMessage

import pytest

from summarize.errors import NotTextError, ReadError
from summarize.reading import decode
from tests.packing import zipped

BODY = """
<p>Bupati Rahmat Hidayat meresmikan pasar terapung, Senin&nbsp;(3/2/2025). Pasar itu menelan biaya
Rp&nbsp;1,5 miliar dan menampung 200 pedagang.</p>
<p>Ada tiga janji, yaitu:</p><ol><li>air bersih</li><li>jalan <b>mulus</b></li><li>listrik</li></ol>
<figure><img src="a.jpg"><figcaption>Foto: Humas</figcaption></figure>
<p>&ldquo;Pasar ini milik warga,&rdquo; kata Rahmat kepada pedagang yang hadir dalam acara itu.</p>
<table><tr><th>Desa</th><th>Kios</th></tr><tr><td>Mekar</td><td>40</td></tr></table>
<p>Warga menyambut pasar itu dengan gembira karena selama ini berjualan di tepi sungai.</p>
"""
PAGE = f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">
<title>Bupati Resmikan Pasar Terapung - Situs Banjar</title>
<meta property="og:title" content="Bupati Resmikan Pasar Terapung">
<meta name="author" content="Humas"><link rel="canonical" href="https://contoh.example/pasar">
<meta property="article:published_time" content="2025-02-03T09:00:00+07:00">
<script>var x = "kata Budi";</script></head><body>
<nav><ul><li><a href="/">Beranda</a></li><li><a href="/berita">Berita</a></li></ul></nav>
<h1>Bupati Resmikan Pasar Terapung</h1><article>{BODY}</article>
<aside><h2>Berita terkait</h2><ul><li><a href="/b">Panen raya jagung</a></li></ul></aside>
<footer>&copy; 2025 Situs Banjar</footer></body></html>"""


@pytest.mark.parametrize("before", ["", "\ufeff\n", "<!-- tersimpan -->\n"])
def test_the_article_of_a_page(before: str) -> None:
    read = decode((before + PAGE).encode())
    lines = read.text.split("\n")
    assert lines[0] == "Bupati Resmikan Pasar Terapung"
    assert lines[2].endswith("Rp 1,5 miliar dan menampung 200 pedagang.")
    assert "1. air bersih\n2. jalan mulus\n3. listrik" in read.text
    for word in ("Beranda", "Budi", "jagung", "Situs", "Foto"):
        assert word not in read.text
    assert [span.of(read.text) for span in read.asides] == ["Desa\tKios", "Mekar\t40"]
    assert read.metadata.title == "Bupati Resmikan Pasar Terapung"
    assert read.metadata.url == "https://contoh.example/pasar"
    assert (read.metadata.date or "").startswith("2025-02-03")
    assert (read.reader, read.encoding) == (
        "html",
        "utf-8" if before != "\ufeff\n" else "utf-8-sig",
    )
    assert read.reader_version.startswith("trafilatura ")


def test_a_format_whose_packages_lack_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(
        NotTextError, match=r"^a web page; install ringkas\[documents\] to read it$"
    ):
        decode(PAGE.encode())


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encodings(encoding: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{encoding}"').replace("&ldquo;", "“")
    read = decode(page.encode(encoding))
    assert "“Pasar ini milik warga" in read.text
    assert read.encoding == encoding


def test_a_page_saved_as_mhtml() -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Subject"] = "Pasar"
    message["Date"] = "Mon, 03 Feb 2025 15:04:05 -0000"
    message.make_related()
    page = EmailMessage()
    page.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.attach(page)
    read = decode(bytes(message))
    assert read.reader == "mhtml"
    assert read.text == decode(PAGE.encode()).text


def test_a_piece_of_html() -> None:
    read = decode(b"<p>Bupati meresmikan pasar.</p><p>Warga senang.</p>")
    assert read.reader == "html"
    assert "<" not in read.text
    assert "Bupati meresmikan pasar." in read.text


def test_a_page_without_an_article_is_told_whole() -> None:
    read = decode(b"<html><body><div>Sepi</div></body></html>")
    assert read.text == "Sepi\n"


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<div>" * 100_000,
        b"<html><body>" + b"<div><p>a</p>" * 20_000,
        b"<html>" + b"<" * 100_000,
        b"<html><!--" + b"-" * 100_000,
        b"<!doctype html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><html><p>&b;</p>",
        b"<html>\0\0<p>x",
        b"<html " + b"a=1 " * 50_000 + b">",
    ],
    ids=["nested", "unclosed", "angles", "comment", "entities", "nul", "attributes"],
)
def test_hostile_pages_end(data: bytes) -> None:
    try:
        read = decode(data)
    except ReadError:
        return
    assert len(read.text) <= len(data)


CONTAINER = '<c><rootfiles><rootfile full-path="OPS/buku.opf"/></rootfiles></c>'
PACKAGE = """<package xmlns:dc="urn:dc"><metadata><dc:title>Laporan</dc:title></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="dua.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="satu%20satu.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def test_a_book_is_its_chapters_in_order() -> None:
    chapter = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{0}</h1><p>Isi “{0}”.</p></body></html>'
    read = decode(
        zipped(
            {
                "mimetype": "application/epub+zip",
                "META-INF/container.xml": CONTAINER,
                "OPS/buku.opf": PACKAGE,
                "OPS/satu satu.xhtml": chapter.format("Satu"),
                "OPS/dua.xhtml": chapter.format("Dua"),
                "OPS/nav.xhtml": chapter.format("Daftar"),
            }
        )
    )
    assert read.text == "Satu\n\nIsi “Satu”.\n\nDua\n\nIsi “Dua”.\n"
    assert (read.reader, read.metadata.title) == ("epub", "Laporan")
