"""What the training recipes read, and the regression they learn with."""

import json
import lzma
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from summarize.models import Span
from summarize.points import WEIGHTS
from summarize.training.annotated import read_releases
from summarize.training.choices import agreement, fitted
from summarize.training.choices import learn as learn_places
from summarize.training.choices import measure as measure_places
from summarize.training.marked import parse
from summarize.training.news import read_news
from summarize.training.organizations import count
from summarize.training.organizations import learn as learn_organizations
from summarize.training.organizations import measure as measure_organizations
from summarize.training.points import learn, measure, paired, report, write
from summarize.training.regression import fit

TEXT = """Bupati Resmikan Pasar Baru
Bupati Lestari meresmikan Pasar Baru, Senin (4/3/2024). Pasar itu memuat 120 kios.
"Kami senang," kata Lestari.
"""
GOLD = {
    "top_sentences": ["Bupati Lestari  meresmikan", "stands nowhere"],
    "key_points": [{"point": "Pasar itu memuat 120 kios.", "evidence": ["Pasar itu memuat"]}],
    "reference_summary": "Pasar Baru dibuka.",
}


def test_news_is_read_article_by_article(tmp_path: Path) -> None:
    path = tmp_path / "news.xz"
    path.write_bytes(lzma.compress(b"\nSatu. \nDua.\n\n\nTiga."))
    assert list(read_news(path)) == ["Satu.\nDua.", "Tiga."]


def test_annotations_are_read_as_spans_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.json").write_text(json.dumps(GOLD), "utf-8")
    (one,) = read_releases(tmp_path)
    assert one.summary == GOLD["reference_summary"]
    assert [span.of(TEXT) for span in one.chosen] == ["Bupati Lestari meresmikan"]
    assert [[span.of(TEXT) for span in point] for point in one.points] == [["Pasar itu memuat"]]


def test_shipped_annotations_hold_no_text_but_what_was_written_around_it() -> None:
    lines = (files("summarize.training") / "annotations.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["article"] for row in rows}) == len(rows) == 325
    for row in rows:
        assert set(row) == {"article", "headline", "dateline", "byline", "top", "points"}
        spans = [Span(*at) for at in (*row["top"], *(s for point in row["points"] for s in point))]
        assert spans
        assert all(len(row["headline"]) < span.start < span.end for span in spans)


def test_points_are_learnt_and_counted_over_releases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.json").write_text(json.dumps(GOLD), "utf-8")
    releases = [measure(one) for one in read_releases(tmp_path)]
    assert list(learn(releases)) == list(WEIGHTS)
    report("shipped", releases, lambda _: WEIGHTS)
    assert capsys.readouterr().out.startswith("shipped: covered 1.000, one to one 0.")


def test_learnt_weights_are_put_in_place_of_the_old(tmp_path: Path) -> None:
    module = tmp_path / "weights.py"
    module.write_text('"""Says what."""\n\nWEIGHTS = {\n    "old": 1.0,\n}\n', "utf-8")
    write({"length": -0.5, "a date": 2.0}, module)
    told: dict[str, object] = {}
    exec(module.read_text("utf-8"), told)
    assert (told["__doc__"], told["WEIGHTS"]) == ("Says what.", {"length": -0.5, "a date": 2.0})


def test_points_are_paired_one_to_one() -> None:
    written = ["jalan dibuka", "pasar ditutup"]
    assert paired(written, written, 1) == 1.0
    assert paired(["jalan dibuka", "jalan dibuka"], written, 1) == 0.5
    assert paired([], written, 2) == 0.0


def test_regression_finds_the_odds_and_is_held_where_it_starts() -> None:
    rows = np.array([[1.0, 1.0]] * 4 + [[0.0, 1.0]] * 4)
    wanted = np.array([1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0])
    free = fit(rows, wanted, np.zeros(2), held=1e-9)
    assert free == pytest.approx([2 * np.log(3), -np.log(3)], abs=1e-2)
    held = fit(rows, wanted, np.array([0.5, 0.0]), held=1e6)
    assert held[0] == pytest.approx(0.5, abs=1e-3)


MARKED = """HEADLINE: Bupati Resmikan Pasar Baru
Bupati Lestari meresmikan pasar di <loc>Aula Utama</loc>, Senin (4/3/2024). Ia lahir di Ternate.
EVENT: {"places": ["Aula Utama"], "dates": []}
"""


def test_a_feature_that_tells_right_from_wrong_gets_weight() -> None:
    right, wrong = frozenset({"at", "venue"}), frozenset({"from", "venue"})
    weights = fitted([(right, True), (wrong, False)] * 5 + [(frozenset({"seldom"}), True)])
    assert weights.terms["at"] > 0 > weights.terms["from"]
    assert "seldom" not in weights.terms
    assert weights.odds(right) > weights.odds(wrong)


def test_places_are_learnt_from_marks() -> None:
    text = measure_places(parse(MARKED, name="a", part="train", language="id"))
    assert text.gold == ["Aula Utama"]
    names = {c.span.of(text.text): text.is_right(c) for c in text.candidates}
    assert names == {"Aula Utama": True, "Ternate": False}
    assert agreement([(text, learn_places([text] * 10))]) == "P 100.0 R 100.0 F1 100.0"


def test_organizations_are_learnt_from_marks() -> None:
    marked = parse(
        "HEADLINE: Warga terima bantuan\n"
        "<org>Yayasan Seruni Jaya</org> memberi bantuan kepada warga <loc>Ternate</loc>.\n"
        'EVENT: {"places": [], "dates": []}\n',
        name="a",
        part="train",
        language="id",
    )
    text = measure_organizations(marked)
    weights = learn_organizations([text] * 5)
    assert count([text], weights) == {"ours": 1, "gold": 1, "both": 1}
    assert count([text], {}) == {"gold": 1}
