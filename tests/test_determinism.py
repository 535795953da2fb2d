"""The same bytes from any hash seed, number of processes, place and order of a folder."""

from __future__ import annotations

from tests.figures import hashes, sliced


def test_one_hash() -> None:
    _, found = hashes(seeds=(0, 3), jobs=("1", "2"))
    assert found.startswith("1 distinct hash in 12 runs")


def test_json_alone_is_enough_to_find_everything() -> None:
    assert sliced()[1] == "100 % sliced back"
