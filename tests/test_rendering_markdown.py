"""Markdown: what a document says is never taken for markup."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarize.rendering import render_one
from summarize.rendering.markdown import escaped
from summarize.rendering.visible import shown
from tests.samples import sample

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PROSE = st.text(st.characters(codec="utf-8")) | st.text(
    st.sampled_from("ab 1.)(#+-*_=`~<>[]!|\\&;:$\"'/{}"), max_size=30
)


def blocks(markdown: str) -> list[str]:
    return [token.type for token in PARSER.parse(markdown)]


def plain(tokens: Any) -> str:
    """The characters that a reader sees; fails on whatever is more than text."""
    seen = ""
    for token in tokens:
        if token.type == "inline":
            seen += plain(token.children)
        elif token.type in ("text", "text_special"):
            seen += token.content
        else:
            assert token.type in ("paragraph_open", "paragraph_close"), token.type
    return seen


@given(PROSE)
@example("1. satu")
@example("# judul")
@example("- Rp 5.000,- per *orang*")
@example("![gambar](http://contoh.id) <b>tebal</b> &amp; `kode`")
@example("===")
@example("12345678901. nomor")
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    line = shown(text)
    assert plain(PARSER.parse(escaped(line))) == line


@given(PROSE)
def test_in_a_list_too(text: str) -> None:
    line = shown(text) or "x"
    inside = ["bullet_list", "list_item", "paragraph"]
    opened = [f"{name}_open" for name in inside]
    closed = [f"{name}_close" for name in reversed(inside)]
    assert blocks(f"- {escaped(line)}") == [*opened, "inline", *closed]


def test_the_page() -> None:
    page = render_one(sample(), "markdown")
    assert page.startswith("# Bupati Resmikan Pasar Terapung\n\nBANJARBARU · HUMAS · 2025-02-03\n")
    assert "\n## Poin kunci\n\n- tiga janji kami (3 dari 3) — Rahmat Hidayat, Bupati\n" in page
    assert "\n    1. air bersih\n" in page
    assert "blockquote_open" not in blocks(page)  # a point holds the quotation
    assert page.endswith(" · --full\n")
    assert blocks(page).count("ordered_list_open") == 1


@pytest.mark.parametrize("explain", [False, True])
def test_every_section_has_a_heading(explain: bool) -> None:
    page = render_one(sample(), "markdown", explain=explain, full=True)
    assert blocks(page).count("heading_open") == 10
