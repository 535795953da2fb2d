"""Logistic regression with weights that are held near where they start."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]

_STEPS = 30  # of Newton's method; ten would do
_CONSTANT_HELD = 1e-3


def fit(rows: Array, wanted: Array, start: Array, held: float) -> Array:
    """The weight of each column of ``rows``, the last of which is the constant.

    ``wanted`` are probabilities, one a row; ``held`` is how strongly each weight but the constant
    is drawn to ``start`` (a normal prior of variance 1/held).
    """
    hold = np.full(rows.shape[1], held)
    hold[-1] = _CONSTANT_HELD
    weights = start.copy()
    for _ in range(_STEPS):
        told = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (told - wanted) + hold * (weights - start)
        bend = (rows * (told * (1 - told))[:, None]).T @ rows + np.diag(hold)
        weights = weights - np.linalg.solve(bend, slope)
    return weights
