"""What fuzzing has found once, and what it begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzzing import CASES, beginnings, check


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_what_was_found_once(path: Path) -> None:
    check(path.read_bytes())


def test_what_it_begins_with() -> None:
    for data in beginnings():
        check(data)
