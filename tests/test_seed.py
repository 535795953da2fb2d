"""The release that the project was made from, and what has to be found in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize import METHODS, summarize
from summarize.models import Unit
from summarize.reading import from_text
from summarize.rendering.json import to_object

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = (SEEDS / "rakornas-asn-new-normal.txt").read_text("utf-8")
EXPECTED: dict[str, Any] = json.loads((SEEDS / "rakornas-asn-new-normal.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return to_object(summarize(from_text(TEXT)))


def named(speaker: dict[str, Any] | None) -> dict[str, Any] | None:
    return speaker and {"name": speaker["name"], "role": speaker["role"]}


def test_anatomy(found: dict[str, Any]) -> None:
    assert found["language"] == "id"
    assert found["title"]["text"] == EXPECTED["title"] == TEXT.split("\n")[0]
    assert {k: found["dateline"][k]["text"] for k in ("place", "office")} == EXPECTED["dateline"]
    assert found["byline"]["text"] == EXPECTED["byline"]


def test_the_four_demands_are_the_one_list(found: dict[str, Any]) -> None:
    lists = [
        {
            "lead": point["lead"]["text"],
            "announced": point["announced"],
            "complete": point["complete"],
            "speaker": named(point["speaker"]),
            "items": [item["text"] for item in point["items"]],
        }
        for point in found["key_points"]
        if point["items"]
    ]
    assert lists == EXPECTED["lists"]


def test_quotations(found: dict[str, Any]) -> None:
    quotes = [{"text": q["text"], "speaker": named(q["speaker"])} for q in found["quotes"]]
    assert quotes == EXPECTED["quotes"]


def test_people(found: dict[str, Any]) -> None:
    assert [{"name": p["name"], "role": p["role"]} for p in found["people"]] == EXPECTED["people"]


def test_abbreviations(found: dict[str, Any]) -> None:
    pairs = {a["short"]["text"]: a["long"]["text"] for a in found["abbreviations"]}
    assert pairs == EXPECTED["abbreviations"]


def test_dates_and_event(found: dict[str, Any]) -> None:
    assert [{"text": d["text"], "value": d["value"]} for d in found["dates"]] == EXPECTED["dates"]
    assert [d["value"] for d in found["event"]["dates"]] == EXPECTED["event"]["dates"]
    assert [p["text"] for p in found["event"]["places"]] == EXPECTED["event"]["places"]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_summarises_without_furniture(method: str) -> None:
    summary = summarize(from_text(TEXT), method=method)
    assert summary.method == method
    assert summary.sentences
    for chosen in summary.sentences:
        assert chosen.sentence.unit is Unit.SENTENCE
        for part in (EXPECTED["title"], "BIRO PKP.", EXPECTED["byline"]):
            assert part not in chosen.sentence.span.of(TEXT)
