"""From scores to a summary: passages whole, no repetition, within a limit, never empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

from summarize.passages import Passages
from summarize.ranking.length import Limit

TYPICAL_WORDS = 65  # of a human summary of a news article
_CANDIDATES = 8  # passages of which every set is tried
_FEW = 5  # sentences up to which every set is tried
_USUAL = 3  # sentences of a summary of the usual length
_SAME = 0.75  # share of the words of the shorter of two sentences that say the same
_COMPARED = 50  # so many chosen sentences are compared with a new one; more only word for word

Words = Sequence[Sequence[str]]


def choose_best(
    scores: Sequence[float], words: Words, passages: Passages, limit: Limit
) -> list[int]:
    """The numbers of the best sentences that keep ``limit``, in document order.

    A passage counts for as much as the best of its sentences. Where not even one passage keeps
    the limit, the one that exceeds it least is taken: a summary is never empty.
    """
    best = [max(scores[n] for n in run) for run in passages.runs]
    order = sorted(range(len(best)), key=lambda p: (-best[p], p))
    chosen = _Chosen(words, passages)
    for passage in order:
        chosen.take(passage, limit)
        if chosen.sentences >= limit.sentences:
            break
    if not chosen.numbers and order:
        return sorted(
            _sentences(passages, min(order, key=lambda p: _excess(p, words, passages, limit)))
        )
    return sorted(chosen.numbers)


def _excess(passage: int, words: Words, passages: Passages, limit: Limit) -> tuple[int, int]:
    """By how many sentences and words ``passage`` and what it needs exceed ``limit``."""
    numbers = _sentences(passages, passage)
    size = sum(len(words[n]) for n in numbers)
    return max(0, len(numbers) - limit.sentences), max(0, size - limit.words)


def choose_first(words: Words, passages: Passages, target: int) -> list[int]:
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


class Shape(NamedTuple):
    """What a summary of the usual length is like, learnt from summaries that people wrote.

    ``reference`` is the length of the summary to agree with, ``preferred`` the length that costs
    nothing, ``cost`` what nothing or twice that length costs, ``most`` the number of sentences.
    """

    reference: float
    preferred: float
    cost: float
    most: int


def choose_likeliest(
    probabilities: Sequence[float], words: Words, passages: Passages, shape: Shape
) -> list[int]:
    """The sentences that are likely to agree best with the summary a person would write.

    ``probabilities`` say how likely such a summary has each sentence. Of all sets of the likeliest
    passages the one with the highest expected F is taken: with p the probability and n the words
    of a chosen sentence, ``2 Σ pn / (Σ n + reference)``, less what its length costs.
    """

    def value(gain: float, size: int, count: int) -> float | None:
        return _agreement(gain, size, shape) if count <= shape.most else None

    chosen = _best_set(probabilities, words, passages, value)
    return chosen or choose_best(probabilities, words, passages, Limit(1, sum(map(len, words))))


def choose_within(
    probabilities: Sequence[float], words: Words, passages: Passages, limit: Limit, shape: Shape
) -> list[int]:
    """The likeliest sentences that fill ``limit``.

    Of a few sentences every set is tried: as many as the limit allows, and among those with as
    many sentences the one with the highest expected F. More are taken one by one.
    """

    def by_sentences(gain: float, size: int, count: int) -> float | None:
        if count > limit.sentences or size > limit.words:
            return None
        return count + _agreement(gain, size, asked) / 10

    def by_words(gain: float, size: int, count: int) -> float | None:
        return gain if count <= limit.sentences and size <= limit.words else None

    chosen: list[int] = []
    if limit.sentences <= _FEW:
        asked = shape._replace(preferred=shape.preferred * limit.sentences / _USUAL)
        chosen = _best_set(probabilities, words, passages, by_sentences)
    elif limit.words <= _FEW * TYPICAL_WORDS // 2:
        chosen = _best_set(probabilities, words, passages, by_words)
    return chosen or choose_best(probabilities, words, passages, limit)


def _agreement(gain: float, size: int, shape: Shape) -> float:
    cost = shape.cost * abs(size - shape.preferred) / shape.preferred
    return 2 * gain / (size + shape.reference) - cost


def _best_set(
    probabilities: Sequence[float],
    words: Words,
    passages: Passages,
    value: Callable[[float, int, int], float | None],
) -> list[int]:
    """Of all sets of the likeliest passages that can be read alone, the one of highest value.

    A set is a number whose bits are passages; its sums are those of the set without its last
    passage and that passage's own.
    """
    candidates = _likeliest(probabilities, words, passages)
    bit = {passage: 1 << n for n, passage in enumerate(candidates)}
    needs = [(bit[p], bit[n]) for p in candidates if (n := passages.needs[p]) is not None]
    needs += [(bit[a] | bit[b], 0) for a, b in _repeating(candidates, words, passages)]
    best, best_set = -1.0e9, 0
    for chosen, sums in enumerate(_sums(candidates, probabilities, words, passages)):
        worth = value(*sums) if chosen else None
        if worth is None or worth <= best or round(worth, 9) <= best:
            continue
        if all(chosen & these != these or chosen & one for these, one in needs):
            best, best_set = round(worth, 9), chosen
    return [n for p in candidates if best_set & bit[p] for n in passages.runs[p]]


def _sums(
    candidates: Sequence[int], probabilities: Sequence[float], words: Words, passages: Passages
) -> list[tuple[float, int, int]]:
    """The gain, the words and the sentences of every set of the candidates."""
    sums = [(0.0, 0, 0)]
    for passage in candidates:
        run = passages.runs[passage]
        more = sum(probabilities[n] * len(words[n]) for n in run)
        longer = sum(len(words[n]) for n in run)
        sums += [(gain + more, size + longer, count + len(run)) for gain, size, count in sums]
    return sums


def _likeliest(probabilities: Sequence[float], words: Words, passages: Passages) -> list[int]:
    """The likeliest passages with those they need, in order."""

    def likely(passage: int) -> float:
        run = passages.runs[passage]
        size = sum(len(words[n]) for n in run) or 1
        return round(sum(probabilities[n] * len(words[n]) for n in run) / size, 9)

    candidates: list[int] = []
    for passage in sorted(range(len(passages.runs)), key=lambda p: (-likely(p), p)):
        new = [p for p in passages.with_needed(passage) if p not in candidates]
        if len(candidates) + len(new) <= _CANDIDATES:
            candidates += new
        if len(candidates) == _CANDIDATES:
            break
    return sorted(candidates)


def _repeating(
    candidates: Sequence[int], words: Words, passages: Passages
) -> list[tuple[int, int]]:
    """The pairs of passages in which two sentences say the same."""
    sets = {p: [frozenset(words[n]) for n in passages.runs[p]] for p in candidates}
    return [
        (a, b)
        for a, b in combinations(candidates, 2)
        if any(same(one, other) for one in sets[a] for other in sets[b])
    ]


def same(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sentences, given as sets of words, say the same."""
    if first == second:
        return True
    shorter = min(len(first), len(second))
    return len(first & second) > _SAME * max(shorter, 4)


class _Chosen:
    """The sentences taken so far."""

    def __init__(self, words: Words, passages: Passages) -> None:
        self.numbers: set[int] = set()
        self.sentences = 0
        self.total = 0
        self._words = words
        self._passages = passages
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
