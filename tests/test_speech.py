"""The verbs that report speech."""

from __future__ import annotations

import pytest

from summarize.languages import CODES, load
from summarize.text.speech_verbs import Voice, me, speech_verbs


@pytest.mark.parametrize(
    ("stem", "form"),
    [
        ("kata", "mengata"),
        ("tegas", "menegas"),
        ("papar", "memapar"),
        ("sebut", "menyebut"),
        ("beber", "membeber"),
        ("jelas", "menjelas"),
        ("ucap", "mengucap"),
        ("himbau", "menghimbau"),
        ("lanjut", "melanjut"),
        ("rinci", "merinci"),
        ("protes", "memprotes"),
    ],
)
def test_me(stem: str, form: str) -> None:
    assert me(stem) == form


@pytest.mark.parametrize(
    ("form", "voice", "pronoun"),
    [
        ("ujar", Voice.FIRST, False),
        ("ujarnya", Voice.FIRST, True),
        ("mengatakan", Voice.ACTIVE, False),
        ("menuturkan", Voice.ACTIVE, False),
        ("berpesan", Voice.ACTIVE, False),
        ("memperkirakan", Voice.ACTIVE, False),
        ("mengklaim", Voice.ACTIVE, False),
        ("disampaikan", Voice.PASSIVE, False),
        ("dijelaskannya", Voice.PASSIVE, True),
    ],
)
def test_indonesian_forms(form: str, voice: Voice, pronoun: bool) -> None:
    verb = speech_verbs(load("id"))[form]
    assert (verb.voice, verb.pronoun) == (voice, pronoun)


@pytest.mark.parametrize("word", ["sampai", "akunya,", "meklaim", "menjadi", "kerja", "katakan"])
def test_other_words(word: str) -> None:
    assert word not in speech_verbs(load("id"))


def test_english_verbs_stand_on_either_side() -> None:
    assert speech_verbs(load("en"))["said"].voice is Voice.EITHER


@pytest.mark.parametrize("code", CODES)
def test_forms_are_in_lower_case(code: str) -> None:
    assert all(form == form.lower() for form in speech_verbs(load(code)))
