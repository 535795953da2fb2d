"""A small network over the sentences of a story, in plain Python.

Each sentence's features are projected to a few numbers; twice, a window over the sentence, the one
before and the one after, together with the mean of the story, adds to them (a residual
convolution); a weighted sum is the log-odds that a human summary has the sentence. At this size
plain Python takes about a millisecond a story, where importing NumPy alone would take sixty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import mul
from typing import Any, NamedTuple

Vector = Sequence[float]
Layers = list[list[list[float]]]  # by layer, sentence and unit


class Layer(NamedTuple):
    """Rows of weights, a bias a row; of a window also the weights of the story's mean."""

    rows: Sequence[Vector]
    bias: Vector
    story: Sequence[Vector] = ()


class Network(NamedTuple):
    """A projection, windows and a weighted sum; ``means`` are the features of a usual sentence."""

    means: Vector
    project: Layer
    windows: Sequence[Layer]
    out: Vector
    bias: float


def read_network(data: Mapping[str, Any]) -> Network:
    """The network of a model file's entry."""
    return Network(
        means=data["means"],
        project=Layer(data["project"]["rows"], data["project"]["bias"]),
        windows=[Layer(w["rows"], w["bias"], w["story"]) for w in data["windows"]],
        out=data["out"],
        bias=data["bias"],
    )


def run(network: Network, features: Sequence[Vector]) -> Layers:
    """For each layer the numbers of each sentence; ``log_odds`` reads the last."""
    rows = list(zip(network.project.rows, network.project.bias, strict=True))
    states = [
        [v if v > 0 else 0.0 for v in [b + sum(map(mul, row, x)) for row, b in rows]]
        for x in features
    ]
    layers = [states]
    for window in network.windows:
        states = _slide(window, states)
        layers.append(states)
    return layers


def log_odds(network: Network, layers: Layers) -> list[float]:
    """The log-odds of each sentence."""
    return [network.bias + sum(map(mul, network.out, state)) for state in layers[-1]]


def _slide(window: Layer, states: list[list[float]]) -> list[list[float]]:
    count = len(states)
    mean = [sum(column) / count for column in zip(*states, strict=True)]
    base = [b + sum(map(mul, row, mean)) for row, b in zip(window.story, window.bias, strict=True)]
    edge = [0.0] * len(mean)
    padded = [edge, *states, edge]
    rows = list(zip(window.rows, base, strict=True))
    slid = []
    for i, state in enumerate(states):
        seen = padded[i] + state + padded[i + 2]
        added = [b + sum(map(mul, row, seen)) for row, b in rows]
        slid.append([old + new if new > 0 else old for old, new in zip(state, added, strict=True)])
    return slid


def contributions(network: Network, layers: Layers, features: Vector, sentence: int) -> list[float]:
    """What each feature of ``sentence`` adds to its log-odds, against a usual sentence.

    The network is linear between the bends of its units; the slope along the sentence's own path
    times the distance from the mean is exact there.
    """
    width = len(network.out)
    slope = list(network.out)
    for number in range(len(network.windows) - 1, -1, -1):
        before, after = layers[number][sentence], layers[number + 1][sentence]
        own = list(slope)
        for unit, row in enumerate(network.windows[number].rows):
            if after[unit] > before[unit] and slope[unit]:
                share = slope[unit]
                own = [old + share * w for old, w in zip(own, row[width : 2 * width], strict=True)]
        slope = own
    active = [s if state > 0 else 0.0 for s, state in zip(slope, layers[0][sentence], strict=True)]
    return [
        (value - mean) * sum(map(mul, active, column))
        for value, mean, column in zip(
            features, network.means, zip(*network.project.rows, strict=True), strict=True
        )
    ]
