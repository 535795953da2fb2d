"""Markdown: its marks are not shown, and what is code or table is no part of the story."""

from __future__ import annotations

import pytest

from summarize import summarize
from summarize.reading import decode


def read(text: str) -> str:
    """The text of a document that is Markdown by the heading on top."""
    return decode(f"# Judul\n\n{text}".encode()).text.removeprefix("Judul\n\n").removesuffix("\n")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Bupati** *Rahmat* ***Hidayat*** __hadir__ _pagi_ ini.", "Bupati Rahmat Hidayat hadir pagi ini."),
        ("Lihat [laman kami](https://contoh.example/a_b_c) atau <https://x.example>.", "Lihat laman kami atau https://x.example."),
        ("Lihat [laman][1].\n\n[1]: https://contoh.example 'Laman'", "Lihat laman."),
        ("![foto](a.jpg)\nPasar", "Pasar"),
        ("Harga `Rp 2_000_000` dan ``a `b` c``.", "Harga Rp 2_000_000 dan ``a b c``."),
        ("5 * 3 * 2 dan nama_berkas_baru", "5 * 3 * 2 dan nama_berkas_baru"),
        (r"Bintang \*bukan tebal\* dan \# bukan judul", "Bintang *bukan tebal* dan # bukan judul"),
        ("Rp&nbsp;2 &amp; <b>tebal</b><br>baris", "Rp\N{NO-BREAK SPACE}2 & tebal\nbaris"),
        ("Catatan[^1] kaki", "Catatan kaki"),
        ("~~lama~~ baru", "lama baru"),
        ("Pasar\n=====\n\nIsi", "Pasar\n\nIsi"),
        ("Isi\n\n---\n\nlagi", "Isi\n\nlagi"),
        ("## Sub ##\nIsi", "Sub\n\nIsi"),
        ("* satu\n+ dua\n- [x] tiga\n  1. empat", "- satu\n- dua\n- tiga\n1. empat"),
        ("> Kutipan **tebal**", "Kutipan tebal"),
        ("<!-- catatan\nlama -->Isi", "Isi"),
        ("baris satu\nbaris dua", "baris satu\nbaris dua"),
    ],
)  # fmt: skip
def test_what_is_shown(written: str, shown: str) -> None:
    assert read(written) == shown


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_code_is_set_apart(fence: str) -> None:
    text = f"# Judul\n\nIsi.\n\n{fence}sh\npip install x\n# bukan judul\n{fence}\n\nUsai.\n"
    document = decode(text.encode())
    assert document.text == "Judul\n\nIsi.\n\npip install x\n# bukan judul\n\nUsai.\n"
    kept = [span.of(document.text) for span in document.asides]
    assert kept == ["pip install x", "# bukan judul"]


@pytest.mark.parametrize("edge", ["|", ""])
def test_tables_are_set_apart(edge: str) -> None:
    rows = ("No | **Desa**", "--- | :---:", "1 | Mekar")
    document = decode("\n".join(f"{edge}{row}{edge}" for row in rows).encode())
    assert document.text == "No\tDesa\n1\tMekar\n"
    assert [span.of(document.text) for span in document.asides] == ["No\tDesa", "1\tMekar"]


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (
            '---\ntitle: "Pasar Baru"\nauthor: Humas\ndate: 2024-02-12 09:00:00\ntags: [a, b]\n---\n',
            ("Pasar Baru", "Humas", "2024-02-12T09:00:00", None),
        ),
        (
            "+++\ntitle = 'Pasar Baru'\ndate = 2024-02-12T09:00:00+07:00\n+++\n",
            ("Pasar Baru", None, "2024-02-12T09:00:00+07:00", None),
        ),
        ("---\njudul: Pasar Baru\ntanggal: 12 Februari\n---\n", ("Pasar Baru", None, None, None)),
    ],
)
def test_front_matter_is_metadata_and_heads_the_page(
    top: str, expected: tuple[str | None, ...]
) -> None:
    document = decode((top + "\nBupati hadir.\n").encode())
    assert document.metadata == expected
    assert document.text == "Pasar Baru\n\nBupati hadir.\n"
    assert decode((top + "\n# Pasar Baru\n\nIsi.\n").encode()).text == "Pasar Baru\n\nIsi.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Bupati hadir.\n- satu\n- dua\n",
        "Pasar #1 dibuka.\n#pasar #warga\n",
        "---\nBupati hadir.\n---\n",
        "Harga 2 ** 3 dan a_b_c.\n",
        "1. satu\n2. dua\n",
    ],
)
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    document = decode(text.encode())
    assert (document.reader, document.text) == ("text", text)


def test_items_are_found_without_their_marks() -> None:
    text = "# Pasar\n\nBupati menyebut tiga janji, yaitu:\n\n* **air** bersih\n* `jalan` mulus\n* listrik\n"
    summary = summarize(decode(text.encode()))
    items = summary.findings.enumerations[0].items
    assert [item.of(summary.release.text) for item in items] == [
        "air bersih",
        "jalan mulus",
        "listrik",
    ]
