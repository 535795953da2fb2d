"""What a key point shows of a sentence, and when nothing of it can be read alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from summarize import summarize
from summarize.languages import CODES, load
from summarize.points.lists import stands_as_list
from summarize.points.standing import GUARDS, Guard, Piece, why_not
from tests.strategies import releases
from tests.tables import read_rows

HEADS = read_rows(Path(__file__).parent / "cases" / "points" / "heads.tsv", 1)
PEOPLE = [row[0] for row in HEADS if row[0].startswith("@ ")]
SENTENCES = [row[0] for row in HEADS if not row[0].startswith("@ ")]


def introduced(sentence: str) -> str:
    """A release that names the people before ``sentence``."""
    named = [line.removeprefix("@ ").split("; ") for line in PEOPLE]
    opening = " dan ".join(f"{role} {name}" for name, role in named)
    return f"Kota Sukajaya Berbenah\n{opening} meninjau sekolah pada hari Senin.\n{sentence}\n"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_only_a_head_that_changes_nothing_is_left_out(sentence: str) -> None:
    head, _, rest = sentence.rpartition("|")
    text = introduced(head + rest)
    shown = [piece.of(text) for p in summarize(text, language="id").points for piece in p.pieces]
    told = [piece for piece in shown if (head + rest).endswith(piece)]
    assert told in ([rest], []) if not head else told == [rest]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.reason)
def test_every_guard_refuses_what_it_is_for_and_no_more(guard: Guard) -> None:
    for code, (refused, passed) in guard.examples.items():
        assert guard.refuses(Piece(refused, load(code)))
        assert why_not(Piece(refused, load(code))) is not None
        assert not guard.refuses(Piece(passed, load(code)))


def test_the_first_reason_is_the_one_that_is_told() -> None:
    for guard in GUARDS:
        for code, (refused, _) in guard.examples.items():
            before = GUARDS[: GUARDS.index(guard)]
            if not any(other.refuses(Piece(refused, load(code))) for other in before):
                assert why_not(Piece(refused, load(code))) == guard.reason


def test_what_the_headline_names_may_be_pointed_at() -> None:
    indonesian = load("id")
    sentence = "Rapat kerja ini diikuti 40 kepala desa."
    assert why_not(Piece(sentence, indonesian)) == "opens on a phrase that points back"
    assert why_not(Piece(sentence, indonesian, frozenset({"rapat", "kerja"}))) is None


def test_who_speaks_may_say_i_where_he_is_named() -> None:
    sentence = "Kami menambah dua bus sekolah bulan depan."
    assert why_not(Piece(sentence, load("id"))) == "opens on a pronoun"
    assert why_not(Piece(sentence, load("id"), speaker=True)) is None


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Kini ia menyiapkan dua bus sekolah.", "id"),
        ("Ketika mereka pergi, pasar itu sepi.", "id"),
        ("Sekitar separuhnya untuk energi terbarukan.", "id"),
        ("Today she opens two new schools.", "en"),
        ("When they go, the market is empty.", "en"),
    ],
)
def test_what_points_back_behind_the_first_word_is_unresolved_too(sentence: str, code: str) -> None:
    assert why_not(Piece(sentence, load(code))) is not None


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("Ada tiga langkah pembenahan pasar, yaitu tata kios, tata parkir, dan tata air.", True),
        ("Ada empat langkah pembenahan pasar, yaitu tata kios, tata parkir, dan tata air.", False),
        ("Langkah itu antara lain tata kios, tata parkir, dan tata air.", False),
    ],
)
def test_a_list_is_shown_whole_or_not_at_all(sentence: str, stands: bool) -> None:
    summary = summarize(f"Pasar Dibenahi\n{sentence}\n", language="id")
    (listed,) = summary.findings.enumerations
    assert stands_as_list(listed, summary.release.text, summary.release.language) is stands
    assert [point.enumeration for point in summary.lists] == [listed]


def test_every_language_has_the_same_lists_of_words() -> None:
    here = Path(__file__).parent.parent / "summarize" / "languages"
    names = [{path.name for path in (here / code).glob("points_*.txt")} for code in CODES]
    assert names[0] == names[1]


@settings(max_examples=80, deadline=None)
@given(releases())
def test_pieces_lie_in_their_point_and_stand_in_order(text: str) -> None:
    for point in summarize(text).points:
        assert point.pieces
        assert all(point.span.contains(piece) for piece in point.pieces)
        assert list(point.pieces) == sorted(point.pieces)
