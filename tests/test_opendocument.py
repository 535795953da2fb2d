"""OpenDocument texts, one trap of the format after another."""

from __future__ import annotations

import pytest

from summarize.errors import UnreadableError
from summarize.reading import decode
from tests.packing import fodt, odt, zipped

STYLES = """
<text:list-style style:name="L1">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
 <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
 <text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/>
</text:list-style>
<text:list-style style:name="L2">
 <text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>
</text:list-style>
<text:list-style style:name="L3">
 <text:list-level-style-number text:level="1" style:num-format="i" text:start-value="3"/>
</text:list-style>
<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:parent-style-name="Caption"/>
"""


def items(*texts: str, style: str = "L1", more: str = "") -> str:
    inside = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def nested(*, inner: str) -> str:
    return f'<text:list text:style-name="L1"><text:list-item>{inner}</text:list-item></text:list>'


@pytest.mark.parametrize("make", [odt, fodt])
def test_numbers_and_bullets_are_kept_as_markers(make) -> None:  # type: ignore[no-untyped-def]
    deepest = "<text:p>anak</text:p><text:list><text:list-item><text:p>cucu</text:p></text:list-item></text:list>"
    deeper = (
        f"<text:p>satu</text:p><text:list><text:list-item>{deepest}</text:list-item></text:list>"
    )
    body = (
        nested(inner=deeper)
        + items("dua", more='text:continue-numbering="true"')
        + items("lagi dari satu")
        + items("bulat", style="L2")
        + items("tiga", "empat", style="L3")
    )
    assert decode(make(body, STYLES)).text.split("\n") == [
        "1. satu",
        "a) anak",
        "1.a.1 cucu",
        "2. dua",
        "1. lagi dari satu",
        "• bulat",
        "iii tiga",
        "iv empat",
        "",
    ]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("Ada \n   <text:span>tiga</text:span> warga", "Ada tiga warga"),
        ("a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d", "a  b\tc\nd"),
        ('<text:span text:style-name="T1">rahasia</text:span>tampak', "tampak"),
        ("<office:annotation><text:p>catatan</text:p></office:annotation>isi", "isi"),
        ("<text:date>30 Juni 2020</text:date>", "30 Juni 2020"),
        ("<text:ruby><text:ruby-base>kata</text:ruby-base><text:ruby-text>baca</text:ruby-text></text:ruby>", "kata"),
        ("<draw:frame><svg:title>gambar</svg:title><svg:desc>foto</svg:desc></draw:frame>isi", "isi"),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows(inside: str, shown: str) -> None:
    assert decode(odt(f"<text:p>{inside}</text:p>", STYLES)).text == shown + "\n"


def test_deletions_and_hidden_sections_are_dropped() -> None:
    body = (
        "<text:tracked-changes><text:deletion><text:p>lama</text:p></text:deletion></text:tracked-changes>"
        '<text:section text:display="none"><text:p>rahasia</text:p></text:section><text:p>baru</text:p>'
    )
    assert decode(fodt(body)).text == "baru\n"


def test_boxes_notes_tables_and_captions_are_kept_apart() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Catatan</text:p></text:note-body></text:note>"
    box = "<draw:frame><draw:text-box><text:p>Kotak</text:p></draw:text-box></draw:frame>"
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    table = f"<table:table>{row.format('No', 'Desa')}{row.format(1, 'Mekar')}</table:table>"
    caption = '<text:p text:style-name="P1">Foto: Humas</text:p>'
    read = decode(odt(f"<text:p>Awal{note}{box} akhir cerita.</text:p>{table}{caption}", STYLES))
    assert (
        read.text == "Awal akhir cerita.\n\nNo\tDesa\n1\tMekar\n\nFoto: Humas\n\nKotak\n\nCatatan\n"
    )
    kept = [span.of(read.text) for span in read.asides]
    assert kept == ["No\tDesa", "1\tMekar", "Foto: Humas", "Kotak", "Catatan"]


def test_metadata() -> None:
    meta = "<dc:title>Pasar</dc:title><meta:initial-creator>Humas</meta:initial-creator><meta:creation-date>2024-03-04T08:00:00.5</meta:creation-date>"
    for make in (odt, fodt):
        read = decode(make("<text:p>Isi.</text:p>", meta=meta))
        assert read.metadata == ("Pasar", "Humas", "2024-03-04T08:00:00", None)
        assert read.reader == "odt"


def test_a_password_is_told() -> None:
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": "<m><encryption-data/></m>",
        "content.xml": b"\x80\x81",
    }
    with pytest.raises(UnreadableError, match="locked with a password"):
        decode(zipped(parts))
