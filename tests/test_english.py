"""English releases through the same machinery: what they say, and what of it is no news."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize import summarize
from summarize.rendering.json import to_object

CASES = sorted((Path(__file__).parent / "cases" / "english").glob("*.txt"))


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    path: Path = request.param
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return to_object(summarize(path.read_text("utf-8"))), expected


Case = tuple[dict[str, Any], dict[str, Any]]


def test_anatomy(case: Case) -> None:
    found, expected = case
    assert found["language"] == "en"
    assert found["title"]["text"] == expected["title"]
    dateline = found["dateline"] or {"place": None, "office": None}
    assert (dateline["place"] or {}).get("text") == expected["place"]
    assert (dateline["office"] or {}).get("text") == expected.get("office")


def test_what_stands_below_the_story_is_no_news(case: Case) -> None:
    found, expected = case
    told = " ".join(piece["text"] for piece in (*found["key_points"], *found["summary"]))
    assert [text for text in expected.get("boilerplate", ()) if text in told] == []


def test_lists(case: Case) -> None:
    found, expected = case
    lists = [[i["text"] for i in p["items"]] for p in found["lists"]]
    assert sorted(lists) == sorted(expected["lists"])


def test_quotations(case: Case) -> None:
    found, expected = case
    quotes = [[q["text"], q["speaker"] and q["speaker"]["name"]] for q in found["quotes"]]
    assert quotes == expected["quotes"]


def test_people(case: Case) -> None:
    found, expected = case
    assert {p["name"]: p["role"] for p in found["people"]} == expected["people"]


def test_organizations(case: Case) -> None:
    found, expected = case
    names = [o["name"] for o in found["organizations"]]
    assert [name for name in expected.get("organizations", ()) if name not in names] == []


def test_figures(case: Case) -> None:
    found, expected = case
    texts = [f["text"] for f in found["figures"]]
    assert [figure for figure in expected["figures"] if figure not in texts] == []


def test_dates(case: Case) -> None:
    found, expected = case
    values = [d["value"] for d in found["dates"]]
    assert [date for date in expected["dates"] if date not in values] == []


def test_abbreviations(case: Case) -> None:
    found, expected = case
    pairs = {a["short"]["text"]: a["long"]["text"] for a in found["abbreviations"]}
    assert pairs == expected["abbreviations"]
