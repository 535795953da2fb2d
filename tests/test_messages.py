"""What is said in other languages: all of it, and nothing lost on the way."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from cli import messages
from cli.catalogue import Row, read_catalogue
from cli.values import other_names
from summarize.rendering.sections import SECTIONS
from tests import messages as collected

CATALOGUE = collected.CATALOGUES / "id.po"


@pytest.fixture
def indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGKAS_LANG", "id")


def test_every_message_is_translated_and_no_other() -> None:
    known = read_catalogue(CATALOGUE)
    assert collected.messages() - {*known} == set(), "python -m tests.messages shows them"
    assert {*known} - collected.messages() == set(), "these are never said"


@pytest.mark.parametrize(("original", "translation"), [*read_catalogue(CATALOGUE).items()])
def test_a_translation_keeps_what_is_filled_in(original: str, translation: str) -> None:
    places = [f"{{{number}}}" for number in range(1, 9)]
    assert translation
    assert [original.count(place) for place in places] == [translation.count(p) for p in places]
    for option in (word.strip(",.;:'") for word in original.split() if word.startswith("--")):
        assert option in translation


def test_the_catalogue_is_one_for_the_tools_of_translators() -> None:
    read = read_po(io.BytesIO(CATALOGUE.read_bytes()))
    theirs = {one.id: one.string for one in read if one.id}
    assert theirs == read_catalogue(CATALOGUE)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "id_ID"}, "id"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "id:en"}, "id"),
        ({"LANG": "id_ID.UTF-8", "RINGKAS_LANG": "en"}, "en"),
        ({"LANG": "C.UTF-8", "RINGKAS_LANG": "id"}, "id"),
        ({"RINGKAS_LANG": "fr"}, "en"),
        ({"RINGKAS_LANG": ""}, "en"),
    ],
    ids=str,
)
def test_which_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in messages._VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert messages.user_language() == language


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("no such file; check the path", "tidak ada berkas itu; periksa jalurnya"),
        ("larger than 100 bytes; raise the limit with --max-bytes", "lebih besar dari 100 byte"),
        (
            "looks like a PDF, not text; save it without",
            "tampak seperti PDF, bukan teks; simpan ta",
        ),
        ("'x' is not one of a, b; did you mean a?", "'x' bukan salah satu dari a, b; maksudnya a?"),
        (
            "cannot be written: Disk {1} full; make room there",
            "tidak dapat ditulis: Disk {1} full; ",
        ),
        ("what nobody ever says", "what nobody ever says"),
        ("", ""),
    ],
)
def test_what_is_filled_in_is_kept(message: str, shown: str) -> None:
    assert messages.translated(message).startswith(shown)


@settings(deadline=None)
@given(
    row=st.sampled_from([*read_catalogue(CATALOGUE)]),
    values=st.lists(st.text("abc123/. ", min_size=1, max_size=8), min_size=8, max_size=8),
)
def test_what_was_filled_in_is_found_again(row: str, values: list[str]) -> None:
    message = row
    for number, value in enumerate(values, 1):
        message = message.replace(f"{{{number}}}", value)
    filled = Row(row, "").fill(message)
    assert filled is not None
    again = row
    for number, value in enumerate(filled, 1):
        again = again.replace(f"{{{number}}}", value)
    assert again == message


@pytest.mark.usefixtures("indonesian")
def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert [messages.counted(7), messages.counted(12345), messages.counted(1234.56, 1)] == [
        *("7", "12.345", "1.234,6")
    ]
    assert messages.translated(f"{messages.counted(1500)} failed") == "1.500 gagal"


def test_sections_have_indonesian_names() -> None:
    assert {*other_names("sections").values()} == {*SECTIONS}


def test_rows_tell_messages_apart() -> None:
    row = Row("announced {1}, found {2}, at {3}", "")
    assert row.fill("announced 4, found 3, at 17") == ["4", "3", "17"]
    assert row.fill("announced 4, found 3") is None
    assert Row("{1} place", "").fill("3 places") is None
    assert Row("a {1} b", "").fill("a b") is None
    assert Path(CATALOGUE).name == "id.po"
