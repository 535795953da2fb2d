"""The made-up releases on which batch, digest and benchmarks run."""

from __future__ import annotations

from pathlib import Path

from summarize import summarize
from tests.synthetic import make_releases, releases


def test_the_same_seed_makes_the_same_releases(tmp_path: Path) -> None:
    first, second = (make_releases(tmp_path / name, 60, seed=7) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert [parts.text for parts in releases(60, 8)] != [parts.text for parts in releases(60, 7)]


def test_they_read_like_releases() -> None:
    summaries = [summarize(parts.text) for parts in releases(45, seed=3)]
    assert sum(summary.release.title is not None for summary in summaries) > 40
    assert sum(bool(summary.findings.quotations) for summary in summaries) > 30
    assert sum(bool(summary.findings.dates) for summary in summaries) > 40
    assert {summary.release.language.code for summary in summaries} == {"id", "en"}
