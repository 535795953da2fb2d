"""Our own method: a transparent weighted score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_WEIGHTS = {"place": 2.0, "headline": 1.0, "centre": 1.0}


def score_sentences(
    sentences: Sequence[Sequence[str]], title: Sequence[str], stop_words: frozenset[str]
) -> list[dict[str, float]]:
    """For each sentence what each feature brings to its score."""
    content = [[word for word in words if word not in stop_words] for words in sentences]
    counts = Counter(word for words in content for word in set(words))
    wanted = set(title) - stop_words
    return [
        {
            "place": _WEIGHTS["place"] / (1 + number),
            "headline": _WEIGHTS["headline"] * len(wanted & set(words)) / max(len(wanted), 1),
            "centre": _WEIGHTS["centre"]
            * sum(counts[word] - 1 for word in words)
            / max(len(words), 8)
            / max(len(sentences), 1),
        }
        for number, words in enumerate(content)
    ]
