"""The same bytes from any hash seed, number of processes, place and order of a folder."""

from __future__ import annotations

from itertools import permutations

import pytest
from sumy.summarizers.lex_rank import LexRankSummarizer

from summarize import summarize
from summarize.evidence import Weights
from summarize.ranking.sumy import _number_words
from tests.figures import hashes, sliced


def test_one_hash() -> None:
    _, found = hashes(seeds=(0, 3), jobs=("1", "2"))
    assert found.startswith("1 distinct hash in 12 runs")


def test_json_alone_is_enough_to_find_everything() -> None:
    assert sliced()[1] == "100 % sliced back"


def test_the_words_of_lsa_have_their_numbers_in_order() -> None:
    words = [f"kata-{number:02}" for number in range(50)]
    assert list(_number_words(reversed(words))) == words


def test_lexrank_never_sums_in_the_order_of_a_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LexRankSummarizer, "cosine_similarity", None)
    assert summarize("Warga gembira. Bupati gembira.", method="lexrank").sentences


def test_log_odds_are_the_same_in_any_order_of_the_features() -> None:
    weights = Weights({"near": 0.1, "named": 0.2, "far": -0.3, "early": 0.7}, 1e-9)
    assert len({weights.odds(features) for features in permutations(weights.terms)}) == 1
