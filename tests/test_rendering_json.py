"""The JSON object: what its schema says, what can be sliced back, what options change."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from summarize import summarize
from summarize.batch import sealed
from summarize.models import Document, Summary
from summarize.rendering import FORMATS, render_one, render_several
from summarize.rendering.json import IDENTITY, to_object
from tests.samples import TEXT, sample

SCHEMA = json.loads(files("summarize.rendering").joinpath("schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
EMPTY = summarize("")


def spans_of(value: Any) -> list[dict[str, Any]]:
    """Every object in ``value`` that has start, end and text."""
    children = (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    )
    found = [span for child in children for span in spans_of(child)]
    if isinstance(value, dict) and {"start", "end", "text"} <= value.keys():
        found.append(value)
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize("summary", [sample(), sample(code="en"), EMPTY], ids=["id", "en", "empty"])
def test_the_object_follows_the_schema(summary: Summary, explain: bool) -> None:
    VALIDATOR.validate(to_object(summary, explain=explain))


def test_every_property_of_the_schema_is_there_in_its_order() -> None:
    assert [*to_object(sample()), "made_with"] == list(SCHEMA["properties"])


def test_a_result_file_follows_the_schema_too() -> None:
    for name in ("json", "jsonl"):
        result = json.loads(sealed(render_one(sample(), name), FORMATS[name], 32 * "0"))
        VALIDATOR.validate(result)
        assert result == to_object(sample()) | {"made_with": result["made_with"]}


def test_the_schema_refuses_what_it_does_not_name() -> None:
    assert not VALIDATOR.is_valid(to_object(sample()) | {"surprise": 1})


def test_everything_can_be_sliced_from_the_source() -> None:
    spans = spans_of(to_object(sample(), explain=True))
    assert len(spans) > 20
    for span in spans:
        assert TEXT[span["start"] : span["end"]] == span["text"]


def test_only_what_was_asked_for() -> None:
    chosen = to_object(sample(), ("people", "points"))
    expected = [*IDENTITY, "people", "key_points", "warnings"]
    assert list(chosen) == expected
    VALIDATOR.validate(chosen)


def test_explain_adds_the_reasons() -> None:
    shown = to_object(sample(), explain=True)
    assert shown["summary"][0]["reasons"] == [{"feature": "position", "weight": 0.5}]
    assert shown["quotes"][0]["rule"] == "after"
    assert shown["quotes"][0]["cue"]["text"] == "kata Rahmat"
    assert shown["key_points"][0]["score"] == 1.0


def test_jsonl_is_one_line() -> None:
    line = render_one(sample(), "jsonl")
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(render_one(sample(), "json"))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_several_are_an_array(count: int) -> None:
    rendered = "".join(render_several([sample()] * count, "json"))
    assert json.loads(rendered) == [to_object(sample())] * count


def test_a_point_is_its_items_and_their_count() -> None:
    point = to_object(sample())["key_points"][0]
    assert point["lead"]["text"] == "tiga janji kami"
    assert [item["text"] for item in point["items"]] == [
        "air bersih",
        "jalan mulus",
        "listrik menyala",
    ]
    assert (point["announced"], point["complete"]) == (3, True)
    assert (point["speaker"]["name"], point["speaker"]["role"]) == ("Rahmat Hidayat", "Bupati")


RULES = {
    "people": ["position: Bupati", "cue: ujar"],
    "organizations": ["word for an organisation: dinas"],
    "places": ["word for a venue: aula", "kind of region: kabupaten"],
    "dates": ["year written"],
    "figures": ["currency: Rp", "counted noun: jembatan"],
    "abbreviations": ["in brackets after the long form"],
}


def test_explain_names_the_rule_of_every_finding() -> None:
    text = (
        "Bupati Rahmat Hidayat membuka rapat Dinas Perdagangan (Disdag) di Aula Utama, Kabupaten "
        "Banjar, Senin (3/2/2025). Rp 1,5 miliar untuk dua jembatan, ujar Sofyan Lubis."
    )
    shown = to_object(summarize(text, language="id"), explain=True)
    assert {kind: [found["rule"] for found in shown[kind]] for kind in RULES} == RULES


def test_each_piece_of_a_document_with_pages_says_its_page() -> None:
    made = sample()
    second = made.sentences[0].sentence.span.start
    document = made.release.document._replace(pages=(0, second), reader="pdf")
    shown = to_object(replace_release(made, document))
    Draft202012Validator(SCHEMA).validate(shown)
    assert shown["source"]["pages"] == [0, second]
    assert (shown["title"]["page"], shown["summary"][0]["page"]) == (1, 2)
    assert {"page"} <= shown["quotes"][0].keys() & shown["quotes"][0]["speaker"].keys()
    left: list[Any] = [shown]
    while left:
        node = left.pop()
        if isinstance(node, dict):
            assert ("start" in node) == ("page" in node)
            left += node.values()
        elif isinstance(node, list):
            left += node


def replace_release(summary: Summary, document: Document) -> Summary:
    return summary._replace(release=summary.release._replace(document=document))
