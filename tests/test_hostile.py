"""Nothing in a document acts on the terminal, the browser or the spreadsheet that shows it."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.hostile import FORMATS, hostile_strings, leak, rendered, summary_with


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_hostile_text_gets_through(format_name: str) -> None:
    for hostile in islice(hostile_strings(seed=1), 150):
        found = leak(rendered(summary_with(hostile), format_name), format_name)
        assert found is None, (hostile, found)


def test_a_path_is_shown_harmless() -> None:
    summary = summary_with("\x1b]0;judul\x07\u202e")
    for format_name in ("csv", "rich"):
        assert leak(rendered(summary, format_name), format_name) is None
