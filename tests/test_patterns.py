"""No regular expression of the package takes much longer for hostile text than for any other."""

from __future__ import annotations

from time import process_time

import pytest

from summarize import summarize
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
