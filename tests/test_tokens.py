"""Tokens: one stream of them, and the views that cut a text otherwise here and there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.findings.lists.list_tokens import LISTS
from summarize.findings.speech.speakers import WORDS
from summarize.models import Span
from summarize.text.tokens import View, scan, tokenize
from tests.tables import read_text

PIECES = st.sampled_from(
    [
        *"aAbZ1_ ",
        *"..,,%%//&&--''’’‘‘``ʼʼ\"“”()",
        "\n",
        "é",
        "K.H.",
        "Dinas",
        "’s",
        "'s ",
        "20",
        "ß",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)
VIEWS = {"lists": LISTS, "words of speech": WORDS}


def words(view: View, tokens: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """The tokens that a view is asked for: that of speech has no marks."""
    return [token for token in tokens if view is LISTS or str(token[2])[0].isalnum()]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("language", ["id", "en"])
@given(text=TEXTS, ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_a_view_cuts_as_its_pattern_does(
    name: str, language: str, text: str, ends: tuple[int, int]
) -> None:
    view, (start, end) = VIEWS[name], sorted(min(place, len(text)) for place in ends)
    stream = tokenize(text, Span(0, len(text)), language)
    cut = view.cut(stream, text, start, end)
    assert words(view, [*cut]) == words(view, [*scan(view.pattern, text, start, end)])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Ada 1,999 desa.", "Ada|1,999|desa|."),
        ("Naik 20% di kota.", "Naik|20%|di|kota|."),
        ("Ia, H.Zulkifli, hadir.", "Ia|,|H.Zulkifli|,|hadir|."),
        ("Kata ‘‘siap’’ itu.", "Kata|‘‘|siap|’’|itu|."),
    ],
)
def test_lists_take_for_one_what_names_part(text: str, want: str) -> None:
    assert "|".join(t.text for t in read_text(text, "id").tokens(0, len(text), LISTS)) == want


def test_tokens_are_shared_with_the_sentences() -> None:
    reading = read_text("Bupati hadir di balai desa. Warga pun senang sekali.", "id")
    own = {id(token) for sentence in reading.sentences for token in sentence.tokens}
    for sentence in reading.release.sentences:
        assert {id(token) for token in reading.tokens(*sentence.span, LISTS)} <= own


def test_a_range_over_two_sentences_is_cut_too() -> None:
    text = "Bupati hadir. Warga senang."
    tokens = read_text(text, "id").tokens(7, 19, LISTS)
    assert [token.text for token in tokens] == ["hadir", ".", "Warga"]
