"""Key points: which passages, in what order, of which kind."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summarize import Length, summarize
from summarize.models import PointKind, Summary

RELEASE = """Bupati Resmikan Pasar Rakyat Sampit
SAMPIT – Bupati Kotawaringin Timur meresmikan Pasar Rakyat Sampit, Senin (3/2/2020). \
Pasar itu menampung 240 pedagang.
Cuaca cerah sepanjang acara.
“Pasar ini milik rakyat. Jagalah bersama,” ujarnya.
Menurut Kepala Dinas Perdagangan Zulhaidir, pembangunan pasar menelan Rp 12 miliar dan selesai \
dalam sembilan bulan.
Pemerintah kabupaten menetapkan tarif sewa tetap selama dua tahun.
Hadir pula sejumlah pejabat.
"""


def points(text: str) -> list[str]:
    summary = summarize(text)
    return [point.span.of(text) for point in summary.points]


def kinds(summary: Summary) -> dict[str, PointKind]:
    return {p.span.of(summary.release.text)[:12]: p.kind for p in summary.points}


def test_the_news_comes_first_and_the_weather_not_at_all() -> None:
    found = points(RELEASE)
    assert found[0].startswith("Bupati Kotawaringin Timur meresmikan")
    assert "Cuaca cerah sepanjang acara." not in found


def test_a_decision_is_called_one() -> None:
    assert kinds(summarize(RELEASE))["Pemerintah k"] is PointKind.DECISION


def test_a_quotation_is_never_halved() -> None:
    for point in points(RELEASE):
        assert ("Pasar ini milik rakyat." in point) == ("Jagalah bersama" in point)


def test_what_was_said_already_is_left_out() -> None:
    line = "Pemerintah menetapkan tarif sewa pasar selama dua tahun ke depan.\n"
    assert len(points("Tarif Sewa Pasar Ditetapkan\n" + line * 6)) == 1


def test_never_more_than_six() -> None:
    lines = [
        f"Warga{n} membangun{n} jembatan{n} bersama{n} sejak{n} kemarin{n}." for n in range(40)
    ]
    assert len(points("\n".join(lines))) == 6


@pytest.mark.parametrize(
    "length", [*(Length(sentences=n) for n in range(1, 8)), Length(words=25), Length(ratio=0.3)]
)
def test_a_length_holds_for_the_points_too(length: Length) -> None:
    summary = summarize(RELEASE, length=length)
    shown = [len(p.shown.of(RELEASE).split()) for p in summary.points]
    story = sum(len(unit.span.of(RELEASE).split()) for unit in summary.release.body)
    assert shown
    assert len(shown) <= (length.sentences or 6)
    assert sum(shown) <= (length.words or (length.ratio or 1) * story + 1)


def test_a_point_is_from_its_whole_passage_and_from_no_other() -> None:
    summary = summarize(RELEASE)
    spans = sorted(point.span for point in summary.points)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert any(point.span != point.shown for point in summary.points)


def test_few_words_are_told_rather_than_nothing() -> None:
    assert points("Gubernur meresmikan jembatan. Warga gembira.") == [
        "Gubernur meresmikan jembatan. Warga gembira."
    ]


def test_no_points_in_nothing() -> None:
    assert points("") == []


def test_a_quotation_goes_with_the_line_that_introduces_it() -> None:
    text = (
        "Reef Fund Opens\nThe reef fund opened on Monday with 4 million dollars.\n"
        "Peter Frame, director of the fund, said:\n"
        "“The fund will pay for 64 nurseries in six countries, and it will pay this year.”\n"
        "The first grants go to Ardale."
    )
    told = [point.span.of(text) for point in summarize(text, language="en").points]
    assert not any(point.endswith(":") for point in told)
    assert any(point.startswith("Peter Frame") for point in told)
