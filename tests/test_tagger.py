"""The tokens of names and the tagger that labels them."""

import pytest

from summarize.models import Span
from summarize.text.tagger import load_tagger, tag
from summarize.text.tokens import tokenize

TEXTS = [
    ("Bupati H.Zulkifli HS, S.Pd. hadir", ["Bupati", "H.", "Zulkifli", "HS", ",", "S.Pd", "."]),
    ("K.H. Ma’ruf Amin", ["K.H.", "Ma’ruf", "Amin"]),
    ("M. Nuh", ["M.", "Nuh"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "tokens"), TEXTS)
def test_tokens_keep_initials_and_degrees_whole(text: str, tokens: list[str]) -> None:
    found = tokenize(text, Span(0, len(text)))
    assert [t.text for t in found][: len(tokens)] == tokens
    assert all(text[t.start : t.end] == t.text for t in found)


def test_the_tagger_labels_people_organisations_and_places() -> None:
    text = "Budi Santoso dari Kementerian Keuangan berkunjung ke Surabaya."
    words = [t.text for t in tokenize(text, Span(0, len(text)))]
    labels = tag(load_tagger("id"), words).labels
    assert labels == ["PER", "PER", "O", "ORG", "ORG", "O", "O", "LOC", "O"]


def test_words_without_a_capital_are_no_names() -> None:
    assert tag(load_tagger("en"), ["hujan", "turun", "9", ","]).labels == ["O"] * 4
