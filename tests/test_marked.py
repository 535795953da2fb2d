"""Texts with marks: read as spans, kept without the text of others, and compared with findings."""

import lzma
from pathlib import Path

import pytest

from summarize.training.marked import Mark, parse, read_marked, read_reports, rows_of
from summarize.training.news import article_key
from summarize.training.scores import compare, dice, match, tell

MARKED = """HEADLINE: Bupati <per>Sari Wulan</per> Resmikan Pasar Lestari
<role of="Sari Wulan">Bupati Arunika</role>, Hj. <per>Sari Wulan</per> meresmikan \
<loc>Pasar Lestari</loc> di <loc>Kota Arunika</loc>, Senin (4/3/2024).
Pasar itu menjual tiga jenis barang, yaitu <list n="3" intro="tiga jenis barang" kind="other">\
<item>sayur</item>, <item>ikan</item>, dan <item>buah</item></list>.
"<q by="Sari Wulan">Kami membangun <fig>120 kios</fig> untuk pedagang kecil</q>," kata \
<per>Sari</per>.
"<q by="role: warga">Kami senang sekali dengan pasar ini</q>," kata warga.
Pengelolanya <org>Badan Pasar Daerah</org> (<ab long="Badan Pasar Daerah">BPD</ab>).
EVENT: {"places": ["Pasar Lestari", "Kota Arunika"], "dates": ["Senin (4/3/2024)"]}
"""


def parsed(marked: str = MARKED) -> tuple[str, list[Mark]]:
    text = parse(marked, name="dev-1", part="dev", language="id")
    return text.text, list(text.marks)


def test_marks_are_spans_of_the_text_without_tags() -> None:
    text, marks = parsed()
    assert "<" not in text
    assert text.startswith("Bupati Sari Wulan Resmikan Pasar Lestari\nBupati Arunika, Hj. Sari")
    assert [m.span.of(text) for m in marks if m.tag == "item"] == ["sayur", "ikan", "buah"]
    (lists,) = (m for m in marks if m.tag == "list")
    assert (lists.span.of(text), lists.number, lists.points) == ("sayur, ikan, dan buah", 3, False)


def test_what_attributes_say_is_found_in_the_text() -> None:
    text, marks = parsed()
    about = {(m.tag, m.about.of(text)) for m in marks if m.about}
    assert about == {
        ("role", "Sari Wulan"),
        ("q", "Sari Wulan"),
        ("q", "warga"),
        ("list", "tiga jenis barang"),
        ("ab", "Badan Pasar Daerah"),
    }


@pytest.mark.parametrize(
    ("marked", "says"),
    [
        ("Tanpa judul\nTeks.\nEVENT: {}", "HEADLINE or EVENT is missing"),
        ('HEADLINE: A\nTeks</per>.\nEVENT: {"places": [], "dates": []}', "closes nothing"),
        ('HEADLINE: A\n<per>Teks.\nEVENT: {"places": [], "dates": []}', "<per> is not closed"),
    ],
)
def test_a_malformed_file_is_refused(marked: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parsed(marked)


def test_a_report_is_kept_as_offsets_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = parse(MARKED, name="dev-007", part="dev", language="id")
    article = expected.text.split("\n", 1)[1]
    news = tmp_path / "news.xz"
    news.write_bytes(lzma.compress(f"Lain.\n\n{article}\n".encode()))
    marked = tmp_path / f"dev-007-{article_key(article)}.mark"
    marked.write_text(MARKED, "utf-8")
    rows = "".join(rows_of([tmp_path], news))
    assert "sayur" not in rows
    monkeypatch.setattr("summarize.training.marked._reports", lambda: rows)
    assert read_reports(news) == [expected]
    assert read_reports(news, reader="second") == []


def test_marked_files_of_a_folder_name_their_part(tmp_path: Path) -> None:
    (tmp_path / "blind-002.txt").write_text(MARKED, "utf-8")
    (one,) = read_marked(tmp_path, "id")
    assert (one.name, one.part, one.language) == ("blind-002", "blind", "id")


def test_what_is_found_as_marked_is_right() -> None:
    text = parse(MARKED, name="dev-1", part="dev", language="id")
    rows = {outcome.row: outcome for outcome in compare(text)}
    for row, marks in (("people", 1), ("quotations", 2), ("list items", 3), ("figures", 1)):
        assert rows[row][1:4] == (marks, marks, marks), row
    assert rows["wrong speaker"].right == rows["false people"].right == 0


def test_what_is_marked_elsewhere_is_a_fault() -> None:
    moved = MARKED.replace('by="Sari Wulan"', 'by="role: warga"')
    text = parse(moved, name="dev-1", part="dev", language="id")
    wrong = next(o for o in compare(text) if o.row == "wrong speaker")
    assert wrong.right == 1
    assert "'Sari Wulan' for 'warga'" in wrong.faults[0]
    assert "Sari Wulan" in tell([text], details=True)


def test_matching_takes_the_most_alike_first_and_each_once() -> None:
    assert match(["a b", "a"], ["a", "a b"], dice, 0.5) == [(0, 1), (1, 0)]
    assert match(["a"], ["b"], dice, 0.1) == []
    assert dice("Budi, Santoso", "santoso budi") == 1.0
    assert dice("", "x") == 0.0
