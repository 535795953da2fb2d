"""What a notebook or a program gets: strings by the names of the JSON, and clear refusals."""

from __future__ import annotations

import pickle
import pydoc
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import summarize as library
from summarize import (
    InputError,
    Length,
    OptionError,
    SummarizeError,
    Summary,
    UnreadableError,
    summarize,
    summarize_file,
)
from summarize.rendering import render_one
from tests.packing import docx, paragraph

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
WRAPPED = """Pasar Baru Dibuka

BOGOR - Wali Kota Bogor Ratna Dewi membuka pasar di Jalan Merdeka pada
Senin (3/3/2025). “Pasar ini milik warga dan harus dijaga
bersama,” kata Ratna Dewi.
"""


@pytest.fixture(scope="module")
def seed() -> Summary:
    return summarize_file(SEED)


@pytest.mark.parametrize("text", [SEED.read_text("utf-8"), WRAPPED], ids=["seed", "wrapped"])
def test_every_piece_stands_where_it_says(text: str) -> None:
    summary = summarize(text)
    named: list[Any] = [*summary.people, *summary.organizations, *summary.places]
    found: list[Any] = [*summary.sentences, *summary.quotes, *summary.dates, *summary.figures]
    found += [mention for one in named for mention in one.mentions]
    assert summary.quotes
    for one in found:
        assert text[one.start : one.end] == one.text


def test_the_names_are_those_of_the_json(seed: Summary) -> None:
    shown = seed.to_dict()
    assert seed.title == shown["title"]["text"]
    assert seed.language == shown["language"]
    assert [one.text for one in seed.sentences] == [one["text"] for one in shown["summary"]]
    assert [(p.name, p.role) for p in seed.people] == [
        (one["name"], one["role"]) for one in shown["people"]
    ]
    assert [(q.text, q.name, q.role) for q in seed.quotes] == [
        (one["text"], one["speaker"]["name"], one["speaker"]["role"]) for one in shown["quotes"]
    ]
    assert [(f.text, f.value, f.unit) for f in seed.figures] == [
        (one["text"], one["value"], one["unit"]) for one in shown["figures"]
    ]
    assert [(d.text, d.value) for d in seed.dates] == [("Selasa (30/6/2020)", "2020-06-30")]
    assert [e.name for e in seed.organizations] == [o["name"] for o in shown["organizations"]]
    assert [e.text for e in seed.places] == [one["name"] for one in shown["places"]]
    assert [a.short for a in seed.abbreviations] == [
        one["short"]["text"] for one in shown["abbreviations"]
    ]
    event = shown["event"]
    assert (seed.event.what and seed.event.what.text) == (event["what"] and event["what"]["text"])
    assert [d.value for d in seed.event.dates] == [d["value"] for d in event["dates"]]
    for name in ("days", "places", "who"):
        assert [one.text for one in getattr(seed.event, name)] == [o["text"] for o in event[name]]
    assert seed.dateline == shown["dateline"]["text"]
    assert seed.byline == (shown["byline"] and shown["byline"]["text"])
    assert seed.key_points == seed.points
    assert {*shown} - {*dir(seed)} == {"schema_version", "source", "summary"}
    (listed,) = seed.lists
    assert listed.lead == "4 tuntutan masa New Normal"
    assert listed.items == tuple(item["text"] for item in shown["lists"][0]["items"])
    assert [point.text for point in seed.points] == [
        one["text"] if one["items"] else " … ".join(piece["text"] for piece in one["pieces"])
        for one in shown["key_points"]
    ]
    assert [point.name for point in seed.points] == [
        one["speaker"] and one["speaker"]["name"] for one in shown["key_points"]
    ]


def test_the_spans_are_still_there(seed: Summary) -> None:
    text = seed.release.text
    assert [q.span.of(text) for q in seed.quotes] == [
        q.span.of(text) for q in seed.findings.quotations
    ]
    assert seed.points[0].shown.of(text) == seed.points[0].text
    assert seed._replace(warnings=("x",)).points == seed.points


def test_it_writes_what_the_command_writes(seed: Summary) -> None:
    for name, written in (
        ("json", seed.to_json()),
        ("jsonl", seed.to_json(lines=True)),
        ("markdown", seed.to_markdown()),
        ("html", seed.to_html()),
    ):
        assert written == render_one(seed, name)
    assert seed.to_markdown(full=True) == render_one(seed, "markdown", full=True)
    assert "reasons" in seed.to_json(explain=True)
    assert [*seed.to_dict(["quotes"])][-2:] == ["quotes", "warnings"]
    assert seed.to_dict("quotes") == seed.to_dict(["quotes"])
    with pytest.raises(OptionError, match="no section 'poem': choose from summary,"):
        seed.to_markdown(["poem"])


def test_a_repr_is_a_line_and_holds_no_whole_text(seed: Summary) -> None:
    parts = (seed, seed.release, seed.release.document, *seed.points, *seed.lists)
    for one in (*parts, *seed.sentences, *seed.quotes, *seed.people, *seed.organizations):
        assert len(repr(one)) < 260
        assert "\n" not in repr(one)
    assert repr(seed).startswith("<Summary of 'Sekda Kalteng")
    assert repr(seed).endswith(": 6 points, 2 sentences, 4 quotes, 5 people>")
    assert repr(summarize("Warga gembira.")).startswith("<Summary of a text without a headline: ")
    assert repr(seed.event).startswith("Event(dates=['2020-06-30'], places=[")


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_text_has_an_empty_summary(text: str) -> None:
    summary = summarize(text)
    assert repr(summary) == "<Summary of an empty text>"
    assert (summary.text, summary.title, summary.points, summary.people) == ("", None, (), ())
    assert summary.event == (None, (), (), (), ())


def test_a_notebook_shows_the_page_in_a_frame(seed: Summary) -> None:
    frame = seed._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts"')
    page = frame.split('srcdoc="')[1].split('"')[0]
    assert unescape(page) == seed.to_html()


def test_a_summary_can_be_sent_to_another_process(seed: Summary) -> None:
    sent = pickle.loads(pickle.dumps(seed))
    assert sent.to_json() == seed.to_json()
    assert [point.text for point in sent.points] == [point.text for point in seed.points]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "not None; leave out missing values first"),
        (float("nan"), "not nan; leave out missing values first"),
        (3, "not int"),
        (["Warga gembira."], "not list"),
        (b"Warga", "not bytes; decode them, or use summarize_file"),
        ("rilis/2025/a.docx", "'rilis/2025/a.docx' is the path of a file, not a text: use summ"),
        (str(SEED), "is the path of a file"),
        (SEED, "is the path of a file"),
    ],
    ids=str,
)
def test_what_is_no_text(given: object, said: str) -> None:
    with pytest.raises(InputError) as refused:
        summarize(given)  # type: ignore[arg-type]
    assert said in str(refused.value)
    assert isinstance(refused.value, TypeError)


@pytest.mark.parametrize(
    "text",
    ["", "Warga gembira.", "Unduh laporan.pdf", "Warga membaca a.txt\nlalu b.txt", "a\0.txt"],
)
def test_a_text_is_no_path(text: str) -> None:
    assert summarize(text).release.document.text == text


def test_a_path_with_spaces_that_exists(tmp_path: Path) -> None:
    path = tmp_path / "rilis kami.txt"
    path.write_text("Warga gembira.")
    with pytest.raises(InputError):
        summarize(str(path))
    assert summarize_file(path).text == summarize_file(str(path)).text == "Warga gembira."


def test_a_file_of_any_kind(tmp_path: Path) -> None:
    path = tmp_path / "rilis.docx"
    path.write_bytes(docx(paragraph("Bupati hadir.") + paragraph("Warga senang.")))
    assert summarize_file(path, length=Length(sentences=1)).text == "Bupati hadir."
    for wrong in (None, b"a.txt", 3):
        with pytest.raises(InputError, match="a path was expected, not "):
            summarize_file(wrong)  # type: ignore[arg-type]
    with pytest.raises(UnreadableError, match="no such file"):
        summarize_file(tmp_path / "hilang.txt")


@pytest.mark.parametrize(
    "given",
    [
        *({"sentences": 0}, {"words": -1}, {"sentences": 2.5}, {"ratio": 0}, {"ratio": 1.1}),
        *({"ratio": float("nan")}, {"words": "9"}, {}, {"sentences": 1, "words": 9}),
    ],
    ids=str,
)
def test_a_length_of_nothing(given: dict[str, int]) -> None:
    with pytest.raises(OptionError):
        Length(**given)


def test_all_that_is_raised_is_exported() -> None:
    from summarize import errors

    kinds = {n: one for n, one in vars(errors).items() if isinstance(one, type)}
    raised = {name for name, one in kinds.items() if issubclass(one, SummarizeError)}
    assert raised <= set(library.__all__)
    assert all(issubclass(kinds[name], OSError) for name in kinds.keys() - raised)  # inner ones


FRESH = "import summarize; print(*dir(summarize))"


def test_dir_knows_what_was_not_asked_for_yet() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FRESH], capture_output=True, cwd=ROOT, check=True, timeout=60
    )
    assert set(library.__all__) <= set(done.stdout.decode().split())


def test_help_explains_every_public_name() -> None:
    told = pydoc.render_doc(library, renderer=pydoc.TextDoc())
    for name in library.__all__:
        assert name in told
        assert getattr(library, name).__doc__
    for name in dir(Summary):
        if not name.startswith("_"):
            assert getattr(Summary, name).__doc__, name
