"""RTF documents, one trap of the format after another."""

from __future__ import annotations

from time import process_time

import pytest

from summarize.errors import ReadError
from summarize.reading import decode

FONTS = r"{\fonttbl{\f0\fnil Times;}{\f3\fcharset2 Symbol;}{\f5\fcharset204 Arial;}}"


def read(body: str) -> str:
    return decode((r"{\rtf1\ansi\ansicpg1252" + FONTS + body + "}").encode("latin-1")).text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"Ada {\revised tiga}{\deleted dua} warga{\v  rahasia}.", "Ada tiga warga."),
        (r"\u8220?Ya,\u8221? kata Adi \'96 lalu\u8230\'85", "“Ya,” kata Adi – lalu…"),
        (r"{\uc2\u8220ab}Ya\ldblquote\rdblquote", "“Ya“”"),
        (r"{\f5\'cf\'ee}", "По"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        ("satu\\line dua\\tab tiga\r\nempat", "satu\ndua\ttigaempat"),
        (r"{\field{\*\fldinst HYPERLINK}{\fldrslt tautan}}", "tautan"),
        (r"{\*\generator Buatan}{\header Kepala\par}{\pict 89504e}{\info{\title Judul}}isi", "isi"),
        ("{\\bin4 }{\\}isi", "isi"),
        (r"Al\_Azhar pem\-bangunan Rp\~2", "Al-Azhar pembangunan Rp\N{NO-BREAK SPACE}2"),
    ],
)
def test_what_a_paragraph_shows(body: str, shown: str) -> None:
    assert read(body) == shown + "\n"


def test_markers_notes_boxes_and_tables() -> None:
    body = (
        r"Awal{\footnote\pard Catatan}{\shp{\*\shpinst{\shptxt\pard Kotak\par}}} akhir cerita.\par"
        r"{\listtext\pard 1.\tab}satu\par{\listtext\f3\'b7\tab}dua\par"
        r"\trowd\intbl No\cell Desa\cell\row\trowd\intbl 1\cell Mekar\cell\row\pard Usai.\par"
    )
    document = decode((r"{\rtf1\ansi" + FONTS + body + "}").encode())
    assert document.text == (
        "Awal akhir cerita.\n\n1. satu\n• dua\nNo\tDesa\n1\tMekar\n\nUsai.\n\nKotak\n\nCatatan\n"
    )
    kept = [span.of(document.text) for span in document.asides]
    assert kept == ["No\tDesa", "1\tMekar", "Kotak", "Catatan"]


def test_metadata() -> None:
    info = r"{\info{\title Pasar}{\author Humas}{\creatim\yr2024\mo3\dy4\hr8}}"
    document = decode((r"{\rtf1 " + info + "Isi.}").encode())
    assert document.metadata == ("Pasar", "Humas", "2024-03-04", None)


def test_time_grows_with_the_size() -> None:
    def taken(count: int) -> float:
        data = (r"{\rtf1 " + r"{\field{\*\fldinst{HYPERLINK " * count).encode()
        begun = process_time()
        decode(data)
        return process_time() - begun

    assert taken(3_000) < 5


def test_groups_without_end() -> None:
    with pytest.raises(ReadError, match="groups inside each other"):
        decode((r"{\rtf1 " + "{" * 20_000).encode())
