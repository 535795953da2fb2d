"""Key points: which passages, in what order, of which kind."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summarize import Length, summarize
from summarize.models import PointKind, Span, Summary
from summarize.points import WEIGHTS, choose_tellings
from summarize.points.tellings import Telling
from summarize.ranking.length import Limit
from summarize.rendering.page import lay_out

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


def telling(sentence: int, thought: int, value: float, *, leaning: bool = False) -> Telling:
    """A telling in ten words of its own, of a score of ``value`` by ``PLAIN``."""
    words = [f"kata{sentence}-{n}" for n in range(10)]
    features = [value, *[0.0] * (len(WEIGHTS) - 1)]
    span = Span(100 * sentence, 100 * sentence + 90)
    return Telling(
        (span,), sentence, thought, None, "sentence", None, words, 10, features, None, leaning
    )


PLAIN = dict.fromkeys(WEIGHTS, 0.0) | {next(iter(WEIGHTS)): 1.0}


@pytest.mark.parametrize(
    ("tellings", "chosen"),
    [
        ([telling(0, 0, 3.0), telling(1, 1, 2.9), telling(2, 2, 2.6)], [0, 2]),
        ([telling(0, 0, 3.0), telling(1, 1, 2.9), telling(2, 2, 2.3)], [0, 1]),
        ([telling(0, 0, 3.0), telling(1, 0, 2.9), telling(2, 1, 1.0)], [0, 2]),
        ([telling(0, 0, 3.0), telling(1, 2, 2.9, leaning=True), telling(2, 4, 1.0)], [0, 1]),
        ([telling(0, 0, 2.8), telling(1, 2, 2.9, leaning=True), telling(2, 4, 1.0)], [0, 2]),
        ([telling(1, 0, 3.0), telling(2, 2, 2.9, leaning=True), telling(3, 4, 1.0)], [1, 3]),
    ],
)
def test_points_are_apart_and_lean_on_nothing_but_the_lead_before_them(
    tellings: list[Telling], chosen: list[int]
) -> None:
    found = choose_tellings(tellings, PLAIN, Limit(2, 100))
    assert [one.sentence for one in found] == chosen


ANNOUNCED = """Kota Sukajaya Tawarkan Pasar Baru
SUKAJAYA – Pemerintah Kota Sukajaya menawarkan pengelolaan pasar baru, Senin (3/2/2025).
Kota memiliki empat syarat khusus untuk pengelola pasar. {lead} yakni ramah lingkungan, padat \
karya, alih teknologi, dan kemitraan dengan usaha kecil.
Penawaran itu berlangsung sampai akhir bulan Maret.
"""


@pytest.mark.parametrize("lead", ["Keempat syarat itu", "Syarat tersebut"])
def test_a_list_stands_below_the_sentence_that_announces_it(lead: str) -> None:
    text = ANNOUNCED.format(lead=lead)
    summary = summarize(text, language="id")
    (point,) = (point for point in summary.points if point.kind is PointKind.LIST)
    told, *items = (piece.of(text) for piece in point.pieces)
    assert told == "Kota memiliki empat syarat khusus untuk pengelola pasar"
    assert items[::3] == ["ramah lingkungan", "kemitraan dengan usaha kecil"]
    sections = [section.name for section in lay_out(summary, full=True).sections]
    assert "points" in sections
    assert "lists" not in sections


def test_no_list_stands_below_what_does_not_announce_it() -> None:
    text = ANNOUNCED.format(lead="Keempat cara itu")
    summary = summarize(text, language="id")
    assert all(point.kind is not PointKind.LIST for point in summary.points)


@pytest.mark.parametrize("noun", ["Program", "Kerja sama"])
def test_a_point_points_back_at_what_the_first_sentence_names(noun: str) -> None:
    text = (
        "Sukajaya Bantu Petani\n"
        "Pemerintah Kota Sukajaya memulai program bibit unggul bagi 400 petani.\n"
        "Wali Kota Bambang Wiratno menyerahkan bantuan pertama di balai kota.\n"
        f"{noun} ini menelan biaya Rp 3 miliar dan berlangsung sampai bulan Desember.\n"
    )
    found = [point.startswith(f"{noun} ini") for point in points(text)]
    assert found[0] is False
    assert any(found) is (noun == "Program")


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
