"""Texts that look like releases, for Hypothesis."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

_CASES = Path(__file__).parent / "cases" / "invariants"
_WORDS = [
    line
    for line in _CASES.joinpath("pieces.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
_MARKS = ["“", "”", '"', "‘", "’", "‘’", "’’", "(", ")", "[", *";:,.!?—-", "..."]
_ODD = ["\t", "  ", "\u00a0", "\u200b", "é", "e\u0301", "İ", "ß", "😀", "𝔘"]
_PIECES = _WORDS + _MARKS + _ODD
_BREAKS = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\x0c", "\x85"]
_OPENINGS = ["", "PALANGKA RAYA – BIRO PKP. ", "MAKASSAR, (17/6) - ", "Jakarta: ", "“"]
_ENDINGS = ["", "\n", ".", " (set/rik)", "\n(set/rik/bow)\n", "\nsumber: http://a.id/b"]

sentences = st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join)
paragraphs = st.lists(sentences, max_size=5).map(". ".join)


@st.composite
def releases(draw: st.DrawFn) -> str:
    """A headline, a dateline, paragraphs and a byline, each of which may be missing or odd."""
    parts = draw(st.lists(paragraphs, min_size=1, max_size=6))
    brk = draw(st.sampled_from(_BREAKS))
    headline = draw(st.sampled_from(["", "Bupati Resmikan Pasar" + brk]))
    body = brk.join(parts)
    return (
        headline
        + draw(st.sampled_from(_OPENINGS))
        + body
        + draw(st.sampled_from(_ENDINGS))
        + draw(st.text(max_size=3))
    )
