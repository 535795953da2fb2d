"""The lead: what stands first is told first."""

from __future__ import annotations


def score_sentences(count: int) -> list[float]:
    """A score for each of ``count`` sentences that falls from the first to the last."""
    return [round(1 / (1 + number), 9) for number in range(count)]
