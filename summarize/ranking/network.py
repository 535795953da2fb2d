"""A small network over the sentences of a story, in plain Python.

Each sentence's features are projected to a few numbers; twice, a window over the sentence, the one
before and the one after, together with the mean of the story, adds to them (a residual
convolution); a weighted sum is the log-odds that a human summary has the sentence. At this size
plain Python takes a fraction of a millisecond a story, where importing NumPy alone takes sixty.
"""

from collections.abc import Mapping, Sequence
from itertools import repeat
from math import dist, hypot
from operator import mul
from typing import Any, NamedTuple

Vector = Sequence[float]
Layers = list[list[tuple[float, ...]]]  # by layer, sentence and unit


class Layer(NamedTuple):
    """Rows of weights, a bias a row; of a window also the weights of the story's mean.

    ``squares`` are the rows' products with themselves, which ``_weigh`` needs.
    """

    rows: Sequence[tuple[float, ...]]
    squares: Vector
    bias: Vector
    story: Sequence[Vector]


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
        project=_read_layer(data["project"]),
        windows=[_read_layer(window) for window in data["windows"]],
        out=data["out"],
        bias=data["bias"],
    )


def _read_layer(data: Mapping[str, Any]) -> Layer:
    rows = [tuple(row) for row in data["rows"]]
    return Layer(rows, [_product(row, row) for row in rows], data["bias"], data.get("story", ()))


def run(network: Network, features: Sequence[Vector]) -> Layers:
    """For each layer the numbers of each sentence; ``log_odds`` reads the last."""
    project = network.project
    states = [
        tuple([v if v > 0 else 0.0 for v in _weigh(project, project.bias, tuple(x))])
        for x in features
    ]
    layers = [states]
    for window in network.windows:
        states = _slide(window, states)
        layers.append(states)
    return layers


def log_odds(network: Network, layers: Layers) -> list[float]:
    """The log-odds of each sentence."""
    return [network.bias + _product(network.out, state) for state in layers[-1]]


def _slide(window: Layer, states: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    count = len(states)
    mean = [sum(column) / count for column in zip(*states, strict=True)]
    bias = [b + _product(row, mean) for row, b in zip(window.story, window.bias, strict=True)]
    edge = (0.0,) * len(mean)
    padded = [edge, *states, edge]
    slid = []
    for i, state in enumerate(states):
        added = _weigh(window, bias, padded[i] + state + padded[i + 2])
        slid.append(
            tuple([old + new if new > 0 else old for old, new in zip(state, added, strict=True)])
        )
    return slid


def _weigh(layer: Layer, bias: Vector, x: tuple[float, ...]) -> list[float]:
    """The product of each row with ``x``, and its bias.

    By the law of cosines, 2ab = a² + b² - (a - b)²: ``dist`` and ``hypot`` are the functions of
    vectors in the standard library that run in C, and take a fifth of the time of ``_product``.
    """
    square = hypot(*x) ** 2
    return [
        b + (own + square - d * d) / 2
        for b, own, d in zip(bias, layer.squares, map(dist, layer.rows, repeat(x)), strict=True)
    ]


def _product(one: Vector, other: Vector) -> float:
    product: float = sum(map(mul, one, other))
    return product


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
        (value - mean) * _product(active, column)
        for value, mean, column in zip(
            features, network.means, zip(*network.project.rows, strict=True), strict=True
        )
    ]
