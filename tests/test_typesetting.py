"""A release in thirty layouts: what comes out is what comes out of its paragraphs as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarize import summarize
from summarize.anatomy.reflowing import reflow
from summarize.models import Span
from summarize.reading import decode
from summarize.reading.leftovers import undo_leftovers
from summarize.rendering.json import to_object
from tests.test_invariants import pieces
from tests.typesetting import UNWRAPPED, WRAPPED, Paragraphs, told

ROOT = Path(__file__).parent
RELEASES = sorted((ROOT / "releases").glob("*.txt"))
WIDTHS = (36, 55, 72, 100)
# Where no blank line and no margin parts the paragraphs, the last line of one may be full.
UNSURE = {"without_gaps", "a_blank_line_behind_each", "ragged", "in_columns"}
Layout = Callable[[Paragraphs, int], str]
LAYOUTS: list[tuple[Layout, int]] = [
    *((layout, width) for layout in WRAPPED for width in WIDTHS),
    *((layout, 0) for layout in UNWRAPPED),
]


def paragraphs_of(path: Path) -> list[str]:
    return [" ".join(line.split()) for line in path.read_text("utf-8").splitlines() if line.strip()]


CLEAN = {path: told("\n\n".join(paragraphs_of(path))) for path in RELEASES}


@pytest.mark.parametrize(
    ("layout", "width"), LAYOUTS, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_a_layout_changes_nothing_that_is_told(layout: Layout, width: int) -> None:
    wrong = [
        path.stem for path in RELEASES if told(layout(paragraphs_of(path), width)) != CLEAN[path]
    ]
    most = 0.4 if layout.__name__ in UNSURE else 0.12
    assert len(wrong) <= most * len(RELEASES), wrong


@pytest.mark.parametrize("layout", [*WRAPPED, *UNWRAPPED], ids=lambda layout: layout.__name__)
def test_every_piece_is_one_of_the_text_that_offsets_count(layout: Layout) -> None:
    paragraphs = paragraphs_of(RELEASES[0])
    summary = summarize(decode(layout(paragraphs, 60).encode()))
    source = summary.release.document.text
    found = list(pieces(to_object(summary)))
    assert found
    for piece in found:
        assert source[piece["start"] : piece["end"]] == piece["text"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Bupati Rini As\u00adtuti", "Bupati Rini Astuti"),
        ("Bupati\u200b Rini\u2060 Astuti", "Bupati Rini Astuti"),
        ("Bupati\u00a0Rini Astuti", "Bupati Rini Astuti"),
        ("kafe\u0301 di tepi sungai", "kafé di tepi sungai"),
        ("\ufb01nal \U0001d401upati", "final Bupati"),
        ("Ia  datang   pagi", "Ia datang pagi"),
        ("Nama            Jumlah", "Nama            Jumlah"),
        ("👩\u200d🌾 petani", "👩\u200d🌾 petani"),
    ],
)
def test_what_is_read_of_what_nobody_sees(text: str, read: str) -> None:
    reading, (paragraph,) = reflow(text, frozenset())
    assert paragraph.of(reading.text) == read
    assert reading.original(paragraph) == Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Rp=C2=A05 juta =E2=80=93 ya", "Rp\u00a05 juta – ya"),
        ("jemba=\ntan dan ja=\nlan", "jembatan dan jalan"),
        ("a=b dan x=3", "a=b dan x=3"),
        ("&ldquo;Ya&rdquo; &#8211; R&amp;D", "“Ya” – R&D"),
        ("AT&T; PT A&B", "AT&T; PT A&B"),
        ("â€œYaâ€\u009d kata Adi", "“Ya” kata Adi"),
        ("â€œYa,â€\ufffd kata Adi", "“Ya,” kata Adi"),
        ("‚ÄúYa‚Äù kata Adi", "“Ya” kata Adi"),
        ("café Ângela", "café Ângela"),
        ("\x1b[1mBupati\x1b[0m", "Bupati"),
    ],
)
def test_encodings_left_over(text: str, plain: str) -> None:
    undone, warnings = undo_leftovers(text)
    assert undone == plain
    assert bool(warnings) == (text != plain)
