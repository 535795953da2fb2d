"""The figures of the quality gate stay above their floors."""

import json

import pytest

from tests import gate


@pytest.fixture(scope="module")
def found() -> dict[str, float]:
    return gate.figures()


@pytest.mark.parametrize("name", sorted(gate.read_floors()))
def test_no_figure_drops(found: dict[str, float], name: str) -> None:
    assert found[name] >= gate.read_floors()[name], "python -m tests.gate shows what dropped"


def test_every_choice_begins_a_sentence_of_its_release() -> None:
    for path in sorted(gate.RELEASES.glob("*.json")):
        text = path.with_suffix(".txt").read_text("utf-8")
        for beginning in json.loads(path.read_text("utf-8"))["choice"]:
            assert text.count(beginning) == 1, (path.name, beginning)
