"""From scores to a summary: passages whole, no repetition, within a limit, never empty."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.ranking.length import Limit
from summarize.ranking.passages import Passages

TYPICAL_WORDS = 65  # of a human summary of a news article
_SAME = 0.75  # share of the words of the shorter of two sentences that say the same
_COMPARED = 50  # so many chosen sentences are compared with a new one; more only word for word


def choose_best(
    scores: Sequence[float],
    words: Sequence[Sequence[str]],
    passages: Passages,
    limit: Limit,
) -> list[int]:
    """The numbers of the best sentences that keep ``limit``, in document order.

    A passage counts for as much as the best of its sentences. Where not even one passage keeps
    the limit, the best of the shortest is taken: a summary is never empty.
    """
    best = [max(scores[n] for n in run) for run in passages.runs]
    order = sorted(range(len(best)), key=lambda p: (-best[p], p))
    chosen = _Chosen(words, passages)
    for passage in order:
        chosen.take(passage, limit)
        if chosen.sentences >= limit.sentences:
            break
    if not chosen.numbers and order:
        shortest = min(order, key=lambda p: (sum(1 for _ in _sentences(passages, p)), -best[p], p))
        return sorted(_sentences(passages, shortest))
    return sorted(chosen.numbers)


def choose_first(words: Sequence[Sequence[str]], passages: Passages, target: int) -> list[int]:
    """The first sentences, as many as come nearest to ``target`` words."""
    everything = Limit(len(words), sum(map(len, words)))
    chosen = _Chosen(words, passages)
    nearest = target
    for passage in range(len(passages.runs)):
        before, so_far = sorted(chosen.numbers), chosen.total
        chosen.take(passage, everything)
        if before and abs(chosen.total - target) > nearest:
            return before
        if chosen.total > so_far:
            nearest = abs(chosen.total - target)
    return sorted(chosen.numbers)


def same(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sentences, given as sets of words, say the same."""
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) > _SAME * max(shorter, 4)


class _Chosen:
    """The sentences taken so far."""

    def __init__(self, words: Sequence[Sequence[str]], passages: Passages) -> None:
        self.numbers: set[int] = set()
        self.sentences = 0
        self._words = words
        self._passages = passages
        self.total = 0
        self._seen: set[tuple[str, ...]] = set()
        self._sets: list[frozenset[str]] = []

    def take(self, passage: int, limit: Limit) -> None:
        """Take ``passage`` and what it needs, unless it is too long or said already."""
        if self._passages.runs[passage].start in self.numbers:
            return
        new = [n for n in _sentences(self._passages, passage) if n not in self.numbers]
        size = sum(len(self._words[n]) for n in new)
        if self.sentences + len(new) > limit.sentences or self.total + size > limit.words:
            return
        if any(self._repeats(n) for n in self._passages.runs[passage]):
            return
        for n in new:
            self.numbers.add(n)
            self._seen.add(tuple(self._words[n]))
            if len(self._sets) < _COMPARED:
                self._sets.append(frozenset(self._words[n]))
        self.sentences += len(new)
        self.total += size

    def _repeats(self, number: int) -> bool:
        if tuple(self._words[number]) in self._seen:
            return True
        new = frozenset(self._words[number])
        return any(same(new, old) for old in self._sets)


def _sentences(passages: Passages, passage: int) -> list[int]:
    return [n for p in passages.with_needed(passage) for n in passages.runs[p]]
