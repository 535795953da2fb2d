"""Which tests a changed module is shown to, and what is changed in it."""

import ast
import random
from pathlib import Path

import pytest

from tests import house, mutants

FOUND = [
    name
    for name, tree in house.modules().items()
    if name.startswith("summarize.findings.")
    and any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))
]


def called(module: str) -> list[str]:
    return [test.removeprefix("tests.test_") for test in mutants.tests_of(module)]


@pytest.mark.parametrize("name", ["people", "organizations", "dates", "figures", "event"])
def test_a_module_is_shown_to_the_test_called_like_it(name: str) -> None:
    (module,) = (one for one in FOUND if one.endswith(f".{name}"))
    distances = mutants.distances()
    assert distances[f"tests.test_{name}"][module] == 1
    assert name in called(module)


@pytest.mark.parametrize("module", FOUND)
def test_every_finder_is_shown_to_tests_with_cases_the_nearest_first(module: str) -> None:
    tests = called(module)
    assert {"english", "seed", "gate"} <= set(tests)
    assert not {"process", "batch_process", "packaging", "determinism", "house"} & set(tests)
    far = [mutants.distances()[f"tests.test_{test}"][module] for test in tests]
    assert far == sorted(far)


def test_a_module_without_tests_is_shown_to_none() -> None:
    assert mutants.tests_of("summarize.nothing") == []


SOURCE = """\
LIMIT = 3
def f(a, b):
    for one in a:
        if one < 2 and not b:
            continue
        return True
"""


def test_one_place_inside_a_function_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(SOURCE, "utf-8")
    chance = random.Random(0)
    made = [one for one in (mutants.mutant(path, chance) for _ in range(200)) if one]
    expected = {
        ("one < 2 and not b", "one < 2"),
        ("one < 2 and not b", "not b"),
        ("one < 2", "one <= 2"),
        ("one < 2", "one < 1"),
        ("one < 2", "one < 3"),
        ("not b", "b"),
        ("continue", "break"),
        ("True", "False"),
    }
    sources = (SOURCE.replace(before, after, 1) for before, after in expected)
    assert {one.source for one in made} == {ast.unparse(ast.parse(one)) for one in sources}


def test_a_module_without_a_place_has_no_mutant(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text("LIMIT = 3\n", "utf-8")
    assert mutants.mutant(path, random.Random(0)) is None
