"""The page on a terminal: nothing lost at any width, nothing taken for markup."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from cli import views
from cli.views import render_rich
from summarize import summarize
from summarize.models import Summary
from tests.picture import draw
from tests.samples import TEXT, sample

MARKUP = st.text(st.sampled_from("ab [/]:\\@{}\x1b\x07\x9b\x08\u202e")) | st.sampled_from(
    ["[/]", "[red]", "[a]", "[on]", ":bomb:", "[link=http://contoh.id]klik[/link]", "\\", "{{}}"]
)


class Page:
    """What a terminal of some width shows."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.setenv = monkeypatch.setenv
        monkeypatch.delenv("FORCE_COLOR", raising=False)

    def __call__(self, summary: Summary, columns: int, *, explain: bool = False) -> str:
        self.setenv("COLUMNS", str(columns))
        return render_rich(summary, explain=explain, full=True)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    return Page(monkeypatch)


def expected_words(summary: Summary) -> set[str]:
    text = summary.release.text
    spans = [chosen.sentence.span for chosen in summary.sentences]
    spans += [quote.span for quote in summary.findings.quotations]
    spans += [person.name for person in summary.findings.people]
    for listed in summary.findings.enumerations:
        spans += listed.items
    return {word for span in spans for word in span.of(text).split()}


@pytest.mark.parametrize("columns", [0, 1, 10, 19, 20, 21, 33, 59, 60, 61, 80, 100, 101, 200])
def test_every_word_at_every_width(page: Page, columns: int) -> None:
    shown = page(sample(), columns)
    assert max(cell_len(line) for line in shown.split("\n")) <= max(20, min(columns, 100))
    together = "".join(shown.split())
    assert {word for word in expected_words(sample()) if word not in together} == set()


def test_a_narrow_page_is_a_plain_list(page: Page) -> None:
    assert "│" not in page(sample(), 59)
    assert "│" in page(sample(), 60)


def test_the_count_is_ticked(page: Page) -> None:
    assert "tiga janji kami  ✓ 3 dari 3\n    1. air bersih\n" in page(sample(), 80)


def test_a_list_that_lacks_items_is_marked(page: Page) -> None:
    whole = sample()
    listed = whole.findings.enumerations[0]._replace(announced=7)
    points = (whole.points[0]._replace(enumeration=listed),)
    assert "✗ 3 dari 7" in page(whole._replace(points=points), 80)


def test_explanations(page: Page) -> None:
    shown = page(sample(), 100, explain=True)
    assert "[rule rilis, score 0.750, position +0.500]" in shown
    assert "[rule after, from “kata Rahmat”]" in shown
    assert "[rule position: Bupati, 1 × “Rahmat Hidayat”]" in shown


def test_long_sections_are_cut_and_say_so(page: Page) -> None:
    whole = sample()
    listed = whole.findings.enumerations[0]
    many = listed._replace(items=listed.items[:1] * 40)
    findings = whole.findings._replace(quotations=whole.findings.quotations * 30)
    points = (whole.points[0]._replace(enumeration=many),)
    shown = page(whole._replace(findings=findings, points=points), 80)
    assert shown.count("air bersih\n") == 13  # once in the list that is no point
    assert "… dan 28 lagi" in shown
    assert shown.count("“Ada tiga janji kami") == 12
    assert "… dan 18 lagi" in shown


@pytest.mark.parametrize(
    "title", ["会議 de ASN", "Pasar 🛶 dibuka", "Ja\u0308h", "a\u200bb", "x" * 300]
)
def test_borders_are_straight(page: Page, title: str) -> None:
    shown = page(summarize(f"{title}\n\nWarga gembira hari ini.\n"), 70)
    box = [line for line in shown.split("\n") if line[:1] in set("╭│╰")]
    assert len(box) > 2
    assert {cell_len(line) for line in box} == {70}


@given(MARKUP, st.integers(0, 120))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_is_never_taken_for_markup(page: Page, hostile: str, columns: int) -> None:
    text = TEXT.replace("pasar terapung,", f"pasar terapung, {hostile} x")
    shown = page(sample(text), max(columns, 60))
    assert not set("\x1b\x07\x9b\x08\u202e") & set(shown)
    visible = re.sub("[\x1b\x07\x9b\x08]", "\ufffd", hostile.replace("\u202e", ""))
    assert "".join(visible.split()) in "".join(shown.split())


def test_an_empty_page(page: Page) -> None:
    assert "Untitled" in page(summarize(""), 80) or "Tanpa judul" in page(summarize(""), 80)


def test_strings_reach_rich_only_as_text() -> None:
    """Whatever is not a constant goes through Text, which knows no markup."""
    tree = ast.parse(Path(views.__file__).read_text("utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if name in {"print", "add_row", "Panel"}:
            assert not any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    assert not {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & {
        "from_markup",
        "render_str",
    }


def test_the_picture_asks_for_nothing_from_elsewhere() -> None:
    drawn = draw("seeds/rakornas-asn-new-normal.txt")
    assert set(re.findall(r"https?://[^\"\s]+", drawn)) <= {
        "http://www.w3.org/2000/svg",
        "https://www.textualize.io",  # in a comment
    }
    assert "fleksibilitas" in drawn
