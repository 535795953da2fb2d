"""The ceilings of what makes the source hard to live in, and how it is counted."""

import ast

import pytest

from summarize import Summary, summarize
from tests import house


@pytest.fixture(scope="module")
def found() -> dict[str, int]:
    return house.measures()


def test_every_measure_has_a_ceiling(found: dict[str, int]) -> None:
    assert [*found] == [*house.read_ceilings()]


@pytest.mark.parametrize("name", house.read_ceilings())
def test_no_measure_rises(found: dict[str, int], name: str) -> None:
    assert found[name] <= house.read_ceilings()[name], "python -m tests.house --list shows it"


TOWER = {
    "p": {"p.a", "p.b.x"},
    "p.a": {"p.b", "q"},
    "p.b": set(),
    "p.b.x": {"p.b.y"},
    "p.b.y": {"p.c"},
    "p.c": {"q"},
    "q": set(),
}


def test_rooms_are_what_lies_right_under_a_package() -> None:
    assert house.rooms(TOWER, "p") == {"__init__": {"a", "b"}, "a": {"b"}, "b": {"c"}, "c": set()}


def test_floors_are_those_of_the_longest_chain() -> None:
    assert house.floors(house.rooms(TOWER, "p")) == 4
    assert house.floors({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}) == 3
    assert house.floors({}) == 0


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (TOWER, set()),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}, {frozenset("abc")}),
        ({"a": {"b"}, "b": {"a"}, "c": {"c"}}, {frozenset("ab"), frozenset("c")}),
    ],
)
def test_circles(graph: house.Graph, expected: set[frozenset[str]]) -> None:
    assert house.circles(graph) == expected


def test_late_and_relative_imports_count_and_those_for_types_do_not() -> None:
    known = house.imports()
    assert {"cli.streams", "cli.app", "summarize.batch"} <= known["cli.process"]
    assert "cli.progress" in known["cli.report"]
    assert "summarize.models" not in known["summarize"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return 1", 1),
        ("if a or b or c: return 1", 4),
        ("return 1 if a else 2", 2),
        ("for x in y: pass\nelse: pass", 3),
        ("while a: pass", 2),
        ("try: pass\nexcept A: pass\nexcept B: pass\nelse: pass", 4),
        ("return [x for x in y if a if b]", 4),
        ("assert a", 2),
        ("def inner():\n    if a: pass\nreturn lambda: 1", 1),
        ("match a:\n    case 1: pass\n    case 2: pass\n    case _: pass", 3),
        ("match a:\n    case 1: pass\n    case 2: pass", 3),
    ],
)
def test_complexity(body: str, expected: int) -> None:
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    function = ast.parse(f"def f():\n{lines}").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert house.complexity(function) == expected


@pytest.mark.parametrize(
    ("source", "sets", "questions"),
    [
        ('AND = frozenset(("dan", "serta"))', ["m.findings:1: dan, serta"], []),
        ('SURE = {"list", "jembatan"}', [], []),
        ('MARKS = (",", ";")', [], []),
        ('if language.code == "en" or code != "id": pass', [], ["m.findings:1", "m.findings:1"]),
        ('if code == "fr" or name == "id": pass', [], []),
        ("if lexicon.modifiers_first: pass", [], ["m.findings:1"]),
    ],
)
def test_words_and_questions_about_the_language(
    monkeypatch: pytest.MonkeyPatch, source: str, sets: list[str], questions: list[str]
) -> None:
    monkeypatch.setattr(house, "modules", lambda: {"m.findings": ast.parse(source)})
    monkeypatch.setattr(house, "_listed_words", lambda: {"dan", "serta", "list"})
    assert list(house.word_sets()) == sets
    assert list(house.language_ifs()) == questions


def test_a_release_that_is_kept_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Summary] = []

    def keeping(text: str) -> Summary:
        kept.append(summarize(text))
        return kept[-1]

    assert not house.outlives_its_summary("Warga gembira.")
    monkeypatch.setattr("summarize.summarize", keeping)
    assert house.outlives_its_summary("Warga gembira.")
