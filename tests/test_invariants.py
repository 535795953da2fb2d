"""What holds for every text: all that is found is a piece of it, and nothing depends on chance."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from unicodedata import category

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from summarize import METHODS, Summary, summarize
from summarize.models import Span
from summarize.rendering.json import to_object
from tests.strategies import releases

TEXTS = st.one_of(releases(), st.text(max_size=200))


def pieces(node: object) -> Iterator[dict[str, Any]]:
    """Every object in a result that says where it stands and what is there."""
    if isinstance(node, dict):
        if {"start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from pieces(value)
    elif isinstance(node, list):
        for value in node:
            yield from pieces(value)


def ordered(spans: list[Span]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(spans))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_all_that_is_found_is_a_piece_of_the_source(text: str) -> None:
    assume(len(text.split()) != 1)  # a word may be taken for the path of a file
    summary = summarize(text)
    text = summary.release.document.text
    for piece in pieces(to_object(summary)):
        assert 0 <= piece["start"] < piece["end"] <= len(text)
        assert text[piece["start"] : piece["end"]] == piece["text"]
        assert piece["text"] == piece["text"].strip()


@given(TEXTS)
@example("\xad\x1b")
@example("\u200b\x1b\n\nWarga gembira.\n\xad\x1a")
@example("\x1a\n\x1a")
@settings(max_examples=200, deadline=None)
def test_sentences_cover_the_text_and_the_summary_is_among_them(text: str) -> None:
    summary = summarize(text)
    spans = [sentence.span for sentence in summary.release.sentences]
    assert ordered(spans)
    outside = list(summary.release.text)
    for start, end in spans:
        outside[start:end] = " " * (end - start)
    seen = "".join(c for c in outside if category(c) != "Cf")
    assert not seen.removesuffix("\x1a").strip()  # by which old systems end a text
    chosen = [one.sentence for one in summary.sentences]
    assert ordered([sentence.span for sentence in chosen])
    assert set(chosen) <= set(summary.release.body)
    assert bool(chosen) == bool(summary.release.body)


@given(releases())
@settings(max_examples=200, deadline=None)
def test_findings_lie_where_they_belong(text: str) -> None:
    summary = summarize(text)
    found = summary.findings
    for point in summary.points:
        if point.enumeration:
            assert ordered(list(point.enumeration.items))
            assert all(point.span.contains(item) for item in point.enumeration.items)
            assert len(point.enumeration.items) >= 2
    assert ordered([quotation.outer for quotation in found.quotations])
    for quotation in found.quotations:
        assert quotation.outer.contains(quotation.span)
    assert ordered([figure.span for figure in found.figures])
    assert ordered([date.span for date in found.dates])
    for person in found.people:
        assert person.name in person.mentions


@given(releases())
@settings(max_examples=60, deadline=None)
def test_no_quotation_is_cut_by_the_summary(text: str) -> None:
    summary = summarize(text)
    body = summary.release.body
    chosen = {one.sentence for one in summary.sentences}
    for quotation in summary.findings.quotations:
        touched = {s for s in body if s.span.overlaps(quotation.outer)}
        assert touched <= chosen or not touched & chosen


@given(releases())
@settings(max_examples=60, deadline=None)
def test_twice_the_same(text: str) -> None:
    once, again = (json.dumps(to_object(summarize(text))) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028"])
def test_newlines_do_not_change_what_is_found(newline: str) -> None:
    text = (
        "Bupati Resmikan Pasar\nSAMPIT - Bupati meresmikan pasar, Senin (3/2/2020).\n"
        "Ada tiga larangan, yaitu parkir liar, pungutan liar, dan sampah liar.\n"
    )

    def texts(summary: Summary) -> list[str]:
        return [piece["text"] for piece in pieces(to_object(summary))]

    assert texts(summarize(text)) == texts(summarize(text.replace("\n", newline)))


def test_a_month_in_brackets_is_no_day() -> None:
    text = "Imunisasi berlangsung di Tomohon (Oktober 2022). Kegiatan ini dihadiri warga.\n"
    assert summarize(text).findings.event.dates == ()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_pinned(method: str) -> None:
    text = " ".join(f"Desa{n} membangun jalan{n % 7} dan jembatan{n % 5} baru." for n in range(30))
    results = {json.dumps(to_object(summarize(text, method=method))) for _ in range(2)}
    assert len(results) == 1
