"""What `from summarize import …` offers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import summarize


def test_every_public_name_is_there() -> None:
    for name in summarize.__all__:
        assert getattr(summarize, name) is not None


def test_what_checkers_see_is_what_is_public() -> None:
    tree = ast.parse(Path(summarize.__file__).read_text("utf-8"))
    shown = {
        alias.name
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert shown == set(summarize.__all__)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'poem'"):
        summarize.poem  # noqa: B018
