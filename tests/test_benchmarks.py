"""The benchmarks' table, plot and documents; what they measure is never asserted."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from summarize import summarize
from tests.benchmarks.__main__ import BEGIN, END, PAGE, table
from tests.benchmarks.breakdown import break_down
from tests.benchmarks.plot import draw
from tests.benchmarks.rows import SEED, Row, document
from tests.benchmarks.timing import Timing, in_turn, ratio


def test_the_table_has_a_line_for_each_row() -> None:
    rows = [Row("this", "1 ms", "that", "2 ms", 0.5, 0.6), Row("this", "1 ms", "", "")]
    assert list(table(rows))[2:] == [
        "| this | 1 ms | that | 2 ms | 0.50 | 0.6 |\n",
        "| this | 1 ms |  |  |  |  |\n",
    ]


def test_the_plot_names_its_lines() -> None:
    plot = fromstring(draw({"one": {10: 0.004, 1_000: 0.5}, "other": {10: 0.003, 100: 30.0}}))
    words = [element.text for element in plot.iter("{http://www.w3.org/2000/svg}text")]
    assert {"one", "other", "1 ms", "100 s", "10", "1,000"} <= set(words)


def test_a_document_has_the_sentences_asked_for() -> None:
    assert 50 <= len(summarize(document(50)).release.body) <= 53


def test_what_is_measured_takes_turns() -> None:
    done: list[str] = []
    took = in_turn({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, 2)
    assert "".join(done) == "ababab"
    assert [len(timing.seconds) for timing in took.values()] == [2, 2]
    assert ratio(Timing([1.0, 4.0, 3.0]), Timing([2.0, 2.0, 2.0])) == 1.5


def test_a_run_is_broken_down_to_its_parts() -> None:
    spent = break_down(SEED, 1)
    assert set(spent) == {"interpreter", "expressions", "imports", "files", "models", "work"}
    assert all(seconds >= 0 for seconds in spent.values())


@pytest.mark.skipif(not PAGE.exists(), reason="not in this copy")
def test_the_page_has_a_place_for_the_table() -> None:
    before, begin, rest = PAGE.read_text("utf-8").partition(BEGIN)
    written, end, _ = rest.partition(END)
    assert (begin, end) == (BEGIN, END)
    assert "speed.svg" in before
    assert written.startswith("| what | Ringkas |")
