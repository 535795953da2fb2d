"""Every method on one small story, and on what breaks methods."""

import os
import subprocess
import sys

import pytest

from summarize import METHODS, Length, summarize
from summarize.errors import OptionError

STORY = """Bupati Resmikan Pasar Baru
Bupati Lestari meresmikan Pasar Baru di Kecamatan Sukamaju, Senin (4/3/2024).
Pasar itu memuat 120 kios. Pembangunan pasar menelan Rp 4,5 miliar dari APBD 2023.
Pedagang lama mendapat kios lebih dulu.
"Kami ingin pedagang nyaman. Pasar harus bersih," kata Lestari. Pedagang menyambut baik pasar itu.
"""


def texts(text: str, **options: object) -> list[str]:
    summary = summarize(text, **options)  # type: ignore[arg-type]
    return [chosen.sentence.span.of(text) for chosen in summary.sentences]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Satu kalimat saja.",
        "Satu kalimat. Dua kalimat.",
        "Harga naik.\nHarga naik.\nHarga naik.\n",
        "Xqzt wvvk plorf. Zzxq brumf kkwt.",
        "1. 2. 3.",
        "... !!! ???",
    ],
)
def test_every_method_says_something_about_every_text(method: str, text: str) -> None:
    assert texts(text, method=method)
    assert texts(text, method=method, length=Length(sentences=1))
    assert texts(text, method=method, length=Length(words=1))
    assert texts(text, method=method, length=Length(ratio=0.01))


@pytest.mark.parametrize("method", METHODS)
def test_no_text_no_summary(method: str) -> None:
    assert texts("", method=method) == []
    assert texts(" \n\n", method=method) == []


def test_an_unknown_method_is_refused_by_name() -> None:
    with pytest.raises(OptionError, match="bert"):
        summarize("Satu kalimat.", method="bert")


@pytest.mark.parametrize("method", METHODS)
def test_identical_sentences_are_told_once(method: str) -> None:
    text = "Pemerintah daerah membuka pasar murah.\n" * 4
    assert len(texts(text, method=method)) == 1


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("method", METHODS)
def test_as_many_sentences_as_asked_for(method: str, count: int) -> None:
    assert 1 <= len(texts(STORY, method=method, length=Length(sentences=count))) <= count


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"Warga desa {n} menerima bantuan {n * 7} paket.\n" for n in range(600)),
        "Panitia membagikan " + " ".join(f"hadiah {n} dan" for n in range(9_000)) + " lainnya.",
    ],
)
def test_a_long_text_is_not_given_to_a_quadratic_method(text: str) -> None:
    summary = summarize(text, method="lexrank")
    assert summary.method == "rilis"
    assert any("lexrank" in warning for warning in summary.warnings)


def test_nothing_depends_on_the_hash_seed() -> None:
    script = (
        "import sys; from summarize import METHODS, summarize\n"
        "for m in METHODS:\n"
        "    print(m, [(c.sentence.span, c.score, c.reasons) for c in"
        " summarize(sys.argv[1], method=m, explain=True).sentences])\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script, STORY],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(runs) == 1
