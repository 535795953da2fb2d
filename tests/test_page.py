"""What is shown of a release: on one line, and speakers told once."""

from __future__ import annotations

import doctest

from summarize.models import Point, PointKind, Speaker
from summarize.rendering import visible
from summarize.rendering.page import lay_out
from tests.samples import piece, sample


def test_examples() -> None:
    assert doctest.testmod(visible).failed == 0


def test_a_speaker_is_told_once() -> None:
    summary = sample()._replace(sentences=())
    speaker = Speaker(piece("Rahmat Hidayat"), piece("Bupati"))
    spans = [piece("Bupati Rahmat Hidayat meresmikan pasar terapung"), piece("Ada tiga janji kami")]
    spans += [piece("listrik menyala")]
    points = tuple(Point(s, PointKind.STATEMENT, "said", speaker, None, 1.0, (s,)) for s in spans)
    sections = {s.name: s for s in lay_out(summary._replace(points=points)).sections}
    assert [entry.label for entry in sections["points"].entries] == [
        None,  # the name stands in the point
        "Rahmat Hidayat, Bupati",
        "Rahmat Hidayat",
    ]
    (section,) = lay_out(summary._replace(points=points), ("points",)).sections
    assert {entry.label for entry in section.entries} == {"Rahmat Hidayat, Bupati"}
