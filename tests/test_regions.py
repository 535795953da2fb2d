"""Names of regions, with and without the word for what they are."""

import pytest

from summarize.findings.places.regions import place_key, region_end, region_with_kind_end
from summarize.languages import load
from summarize.models import Span
from summarize.text.tokens import tokenize

INDONESIAN = load("id")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Palembang ramai", "Palembang"),
        ("Tanjab Timur ramai", "Tanjab Timur"),
        ("KALIMANTAN BARAT RAMAI", "KALIMANTAN BARAT"),
        ("Nusa Tenggara Barat", "Nusa Tenggara Barat"),
        ("Malang nian nasibnya", ""),
        ("kota itu", ""),
    ],
)
def test_listed_names(text: str, name: str) -> None:
    tokens = tokenize(text, Span(0, len(text)))
    end = region_end(tokens, 0, INDONESIAN)
    assert text[: tokens[end - 1].end if end else 0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Desa Lembah Damai Rabu", "Desa Lembah Damai"),
        ("Kec. Palolo, Kab. Sigi", "Kec. Palolo"),
        ("Kota Bandung Oded", "Kota Bandung"),
        ("desa itu", ""),
    ],
)
def test_names_with_a_kind(text: str, name: str) -> None:
    tokens = tokenize(text, Span(0, len(text)))
    end = region_with_kind_end(tokens, 0, INDONESIAN)
    assert text[: tokens[end - 1].end if end else 0] == name


def test_one_key_for_the_names_of_one_place() -> None:
    names = ("Provinsi Sumatera Selatan", "Sumsel", "SUMATERA SELATAN")
    assert {place_key(name, INDONESIAN) for name in names} == {"sumatera selatan"}
