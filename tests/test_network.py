"""The ranker's network by its definition, and its files against the code that reads them."""

import json
import math
from importlib.resources import files

import pytest

from summarize.ranking import rilis
from summarize.ranking.features import FEATURES, lexicon, measure
from summarize.ranking.network import contributions, log_odds, read_network, run
from summarize.ranking.release import CUES, TERMS, load_weights
from summarize.ranking.story import Story

SMALL = read_network(
    {
        "means": [0.0, 0.0],
        "project": {"rows": [[1.0, -1.0], [0.5, 0.5]], "bias": [0.0, 0.1]},
        "windows": [
            {
                "rows": [[0.1, 0.0, 0.2, 0.3, 0.0, -0.1], [0.0, 0.2, -0.4, 0.1, 0.3, 0.0]],
                "bias": [0.05, -0.02],
                "story": [[0.2, 0.1], [0.0, 0.3]],
            }
        ],
        "out": [1.5, -0.5],
        "bias": 0.25,
    }
)


def by_definition(features: list[tuple[float, float]]) -> list[float]:
    def relu(x: float) -> float:
        return max(0.0, x)

    project, window = SMALL.project, SMALL.windows[0]
    first = [
        [
            relu(b + row[0] * x + row[1] * y)
            for row, b in zip(project.rows, project.bias, strict=True)
        ]
        for x, y in features
    ]
    mean = [sum(state[k] for state in first) / len(first) for k in (0, 1)]
    odds = []
    for n, state in enumerate(first):
        before = first[n - 1] if n else [0.0, 0.0]
        after = first[n + 1] if n + 1 < len(first) else [0.0, 0.0]
        seen = [*before, *state, *after]
        added = [
            relu(
                window.bias[k]
                + sum(window.rows[k][j] * seen[j] for j in range(6))
                + sum(window.story[k][j] * mean[j] for j in range(2))
            )
            for k in (0, 1)
        ]
        odds.append(SMALL.bias + sum(SMALL.out[k] * (state[k] + added[k]) for k in (0, 1)))
    return odds


@pytest.mark.parametrize(
    "features", [[(1.0, 0.5)], [(1.0, 0.5), (0.2, 0.9), (0.0, 0.0)], [(-1.0, -1.0)] * 5]
)
def test_the_network_computes_its_definition(features: list[tuple[float, float]]) -> None:
    assert log_odds(SMALL, run(SMALL, features)) == pytest.approx(by_definition(features))


def test_contributions_are_the_slope_times_the_distance_from_the_mean() -> None:
    window = SMALL.windows[0]._replace(story=[[0.0, 0.0], [0.0, 0.0]])  # only its own path
    network = SMALL._replace(means=[0.2, 0.1], windows=[window])
    features = [(1.0, 0.5), (0.7, 0.3), (0.4, 0.1)]
    step = 1e-6
    expected = []
    for k, mean in enumerate(network.means):
        moved = [list(row) for row in features]
        moved[1][k] += step
        both = ([tuple(row) for row in moved], features)
        odds = [log_odds(network, run(network, rows))[1] for rows in both]
        expected.append((odds[0] - odds[1]) / step * (features[1][k] - mean))
    layers = run(network, features)
    assert contributions(network, layers, features[1], 1) == pytest.approx(expected, rel=1e-4)


def test_the_shipped_files_are_those_of_this_code() -> None:
    package = files("summarize.ranking")
    model = json.loads(package.joinpath("model.json").read_text("utf-8"))
    assert model["features"] == list(FEATURES)
    assert list(load_weights().terms) == list(load_weights().usual) == list(TERMS)
    network = rilis.load_network()
    assert {len(row) for row in network.project.rows} == {len(FEATURES), len(network.means)}


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_language_has_the_words_the_features_need(language: str) -> None:
    words = lexicon(language)
    measured = {"amounts", "connectives", "demonstratives", "first person", "speech"}
    assert set(words.kinds) == {*measured, *CUES}
    assert all(words.kinds.values())
    assert all(0 <= weight <= 1 for weight in words.weights.values())


def test_features_are_finite_and_small() -> None:
    from summarize.languages import load

    texts = ["", "?", "“Ya,” kata Budi (5/6/2024).", "A" * 5000, "12 345 % Rp 7 juta"]
    words = [text.lower().split() for text in texts]
    story = Story(texts, words, [0, 0, 1, 2, 2], [False] * 5, [], load("id"))
    rows = measure(story)
    assert all(len(row) == len(FEATURES) for row in rows)
    assert all(math.isfinite(x) and -0.01 <= x <= 4 for row in rows for x in row)


@pytest.mark.parametrize("odds", [-1e9, -30.0, 0.0, 30.0, 1e9])
def test_probabilities_stay_between_nothing_and_certainty(odds: float) -> None:
    assert 0 <= rilis.probability(odds) <= 1
