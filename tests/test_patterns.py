"""No regular expression of the package takes much longer for hostile text than for any other."""

from __future__ import annotations

import ast
import re
from time import process_time

import pytest

from summarize import summarize
from summarize.patterns import pattern as awaited
from tests.house import modules
from tests.patterns import TOO_MUCH, Pattern, TimeLimit, growth, patterns


@pytest.mark.parametrize("pattern", patterns(), ids=lambda p: f"{p.module}-{p.source[:30]!r}")
def test_twice_the_text_takes_at_most_thrice_the_time(pattern: Pattern) -> None:
    assert growth(pattern).factor < TOO_MUCH, growth(pattern)


@pytest.mark.parametrize(
    "source",
    [
        r"yaitu\s+((?:[^,.]+,\s*)+)dan\s+([^.]+)\.",
        r"(?:\d+[.,]?)+\s*(?:juta|miliar)",
        r"(?:[A-Z][\w.]*\s*)+\(",
        r"\S.*?[.!?]",
        r"\s+$",
        r"[\"”’]+\s*\Z",
    ],
)
def test_drafts_that_anyone_would_write_are_caught(source: str) -> None:
    try:
        found = growth(Pattern("tests", source, 0)).factor
    except TimeoutError:
        return
    assert found > TOO_MUCH


HOSTILE = {
    "items": "Ada tuntutan yaitu " + "air bersih, " * 10_000 + "dan jalan",
    "digits": "Rp " + "1" * 100_000 + " x",
    "grouped digits": "Rp " + "1." * 50_000 + " x",
    "capitals": "A" * 100_000 + " x",
    "names": "Adi " * 25_000 + "x",
    "no stop": "ab " * 32_000,
    "spaces": "a" + " " * 100_000 + "x",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_slows_drafts_down_does_not_slow_a_summary(text: str) -> None:
    with TimeLimit(20):  # a tenth of a second each on their own; a hundred times that is a fault
        begun = process_time()
        summarize(text)
        assert process_time() - begun < 20


def test_an_expression_is_compiled_when_it_is_used() -> None:
    broken = awaited("(")
    with pytest.raises(re.error):
        broken.search("")


def test_an_awaited_expression_is_as_good_as_a_compiled_one() -> None:
    numbers = awaited(r"(?P<whole>\d+),\d", re.ASCII)
    assert [found["whole"] for found in numbers.finditer("3,1 dan 4,5")] == ["3", "4"]
    assert numbers.match("a3,1", 1)
    assert numbers.flags == re.ASCII
    assert numbers.groupindex == {"whole": 1}
    assert awaited(rb"\d").findall(b"1 2") == [b"1", b"2"]


@pytest.mark.parametrize("name", modules())
def test_importing_a_module_compiles_nothing(name: str) -> None:
    pending: list[ast.AST] = [modules()[name]]
    while pending:
        node = pending.pop()
        assert not (isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile")
        if not isinstance(node, ast.FunctionDef):
            pending.extend(ast.iter_child_nodes(node))
