"""A text that is four times as long takes four times the time, and all of it is kept."""

from __future__ import annotations

import gc
import json
import weakref

import pytest

from summarize import findings, summarize
from summarize.languages import load
from summarize.models import Release, Span
from summarize.rendering import json as rendering_json
from summarize.rendering import render_one
from summarize.rendering.json import to_object
from summarize.segmentation import boundaries, split_sentences
from summarize.text import names
from summarize.text.reading import Reading
from tests.house import is_held
from tests.scale import CASES, TOO_BIG, TOO_MUCH, measure, measured
from tests.synthetic import releases

SMALL = 60  # times smaller than what has to be managed


@pytest.mark.parametrize("name", CASES)
def test_time_grows_in_step(name: str) -> None:
    size = CASES[name].size // SMALL
    for _ in range(4):  # a busy machine may need another try, never a slow program
        quarter = min(measured(name, size // 4).seconds for _ in range(2))
        growth = measured(name, size).seconds / quarter
        if growth < TOO_MUCH:
            return
    pytest.fail(f"{growth:.1f} times longer for four times the text")


@pytest.mark.parametrize("name", ["sentences", "one line of characters"])
def test_memory_would_do_for_the_whole(name: str) -> None:
    size = CASES[name].size // SMALL
    before, after = measure(name, size // 4).peak, measure(name, size).peak
    assert before + (after - before) / (size - size // 4) * CASES[name].size < TOO_BIG


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.found])
def test_all_is_found(name: str) -> None:
    assert measured(name, 2_000).complete


def test_a_text_too_long_to_keep_its_words_has_the_same_findings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "\n".join(parts.text for parts in releases(40, seed=9))
    kept = json.dumps(to_object(summarize(text)))
    monkeypatch.setattr(names, "_HELD", 100)
    assert json.dumps(to_object(summarize(text))) == kept


def test_a_release_and_what_was_read_of_it_go_with_the_summary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    readings: list[weakref.ref[Reading]] = []

    class Watched(Reading):
        def __init__(self, release: Release) -> None:
            super().__init__(release)
            readings.append(weakref.ref(self))

    monkeypatch.setattr(findings, "Reading", Watched)
    gc.disable()  # what is held in a circle is held
    try:
        summary = summarize(next(releases(1, seed=3)).text, explain=True)
        digest = summary.release.document.sha256
        assert [reading() for reading in readings] == [None]
        assert is_held(digest)
        del summary
        assert not is_held(digest)
    finally:
        gc.enable()


def test_a_sentence_without_end_is_cut_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundaries, "_LONGEST", 35)
    text = "Warga sudah bekerja dengan gembira. " + "membangun " * 8
    spans = split_sentences(text, Span(0, len(text)), load("id"))
    assert [span.of(text) for span in spans] == [
        "Warga sudah bekerja dengan gembira.",
        *["membangun membangun membangun membangun"] * 2,
    ]


def test_the_json_of_a_long_text_is_that_of_any(monkeypatch: pytest.MonkeyPatch) -> None:
    summary = summarize(next(releases(1, seed=2)).text)
    usual = render_one(summary, "json")
    monkeypatch.setattr(rendering_json, "_LONG", 10)
    assert render_one(summary, "json") == usual
