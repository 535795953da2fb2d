"""Tables in plain text: their rows are set apart, and nothing else is."""

from __future__ import annotations

import pytest

from summarize import summarize
from summarize.reading import from_text

NEWS = "Pemerintah Kota Arumsari mengumumkan hasil lomba kebersihan, Jumat (8/3/2024).\n"


@pytest.mark.parametrize(
    "table",
    [
        "No\tDesa\tNilai\n1\tMekar\t95,5\n2\tSari\t93,0\n",
        "| No | Desa |\n| 1 | Mekar |\n| 2 | Sari |\n",
        "Desa\tNilai\nMekar\t95,5\nSari\t93,0\n",
        "No   Desa      Nilai\n1    Mekar     95,5\n2    Sari      93,0\n",
        "Kelurahan\t2023\nMekar\t95,5\nSari\t93,0\n",
    ],
)
def test_rows_are_set_apart(table: str) -> None:
    document = from_text(f"{NEWS}\n{table}\nWali Kota menyerahkan hadiah.\n")
    assert [span.of(document.text) for span in document.asides] == [table.rstrip("\n")]
    summary = summarize(document)
    chosen = [one.sentence.span.of(summary.release.text) for one in summary.sentences]
    assert chosen == [NEWS.strip(), "Wali Kota menyerahkan hadiah."]


@pytest.mark.parametrize(
    "text",
    [
        "Ada tiga langkah:\n1.\tmenguras bak\n2.\tmenutup bak\n3.\tmengubur kaleng\n",
        "Warga  datang  dari  desa\nyang  jauh  sekali  letaknya\ndan  pulang  sore  hari.\n",
        "\tBupati hadir di pasar.\n\tWarga senang sekali.\n",
        "Kami | Mereka bertemu di pasar yang baru dibuka itu.\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert from_text(text).asides == ()
