"""The comparison of two checkouts: silent about equal ones, exact about where they part."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests import same

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
TEXTS = (
    same.Input("a", "Warga gembira."),
    same.Input("b", "Pasar itu dibuka Bupati Rahmat Hidayat, Senin (3/2/2025)."),
    same.Input("c", SEED.read_text("utf-8")),
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout of its own, with nothing but the library."""
    shutil.copytree(
        ROOT / "summarize", tmp_path / "summarize", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def test_a_copy_finds_the_same(copy: Path) -> None:
    (costs,) = same.compare(copy, ROOT, TEXTS)
    assert isinstance(costs, same.Costs)
    assert min(*costs.old, *costs.new) > 0


def test_a_changed_list_is_shown_by_its_first_difference(copy: Path) -> None:
    lists = [path for path in (copy / "summarize" / "languages").rglob("*") if path.is_file()]
    assert [path for path in lists if path.suffix == ".txt" and _forget(path, "bupati")]
    first, *_ = same.compare(copy, ROOT, TEXTS[:2])
    assert isinstance(first, same.Differing)
    assert (first.input, first.language) == (TEXTS[1], "auto")
    assert first.difference.place.startswith("$.")
    assert first.difference.old != first.difference.new


def _forget(path: Path, term: str) -> bool:
    """Whether a list held ``term``, which is taken out of it."""
    lines = path.read_text("utf-8").split("\n")
    kept = [line for line in lines if line.split("\t")[0] != term]
    path.write_text("\n".join(kept), "utf-8")
    return kept != lines


def test_code_of_another_checkout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="ended too early"):
        list(same.compare(tmp_path, ROOT, TEXTS[:1]))


@pytest.mark.parametrize(
    ("old", "new", "place", "before", "after"),
    [
        ({"a": [1, 2]}, {"a": [1, 3]}, "$.a[1]", "2", "3"),
        ({"a": [1]}, {"a": [1, {"b": "é"}]}, "$.a[1]", "(absent)", '{"b": "é"}'),
        ({"a": 1, "b": 2}, {"a": 1}, "$.b", "2", "(absent)"),
        ({"a": 1}, {"a": 1.0}, "$.a", "1", "1.0"),
        ({"a": None}, {"a": {"b": 1}}, "$.a", "null", '{"b": 1}'),
    ],
)
def test_results_part_at_a_path(
    old: object, new: object, place: str, before: str, after: str
) -> None:
    assert same.difference(json.dumps(old), json.dumps(new)) == (place, before, after)


@pytest.mark.parametrize(
    ("old", "new", "place", "before", "after"),
    [
        ('{\n"a": 1,\n"b": 2}', '{\n"b": 2,\n"a": 1}', "line 2", '"a": 1,', '"b": 2,'),
        ("ValueError: no", '{"a": 1}', "line 1", "ValueError: no", '{"a": 1}'),
        ("1\n", "1", "line 2", "", "(absent)"),
    ],
)
def test_results_that_hold_the_same_part_at_a_line(
    old: str, new: str, place: str, before: str, after: str
) -> None:
    assert same.difference(old, new) == (place, before, after)


def test_all_given_texts_are_compared(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("Rapat dibuka.", "utf-8")
    (tmp_path / "two.json").write_text("{}", "utf-8")
    names = [one.name for one in same.inputs([str(tmp_path)], 3)]
    assert names[-4:] == [str(tmp_path / "one.md"), *(f"synthetic release {n}" for n in range(3))]
    assert {SEED.name, "en-harbour.txt"} <= {Path(name).name for name in names}
    kinds = {name.split("/")[2] for name in names if name.startswith("tests/cases/")}
    assert kinds == {path.name for path in (ROOT / "tests" / "cases").iterdir()}
