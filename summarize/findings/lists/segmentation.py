"""Splitting what follows a cue into items.

The tokens is split at every comma, semicolon and joining word that stands outside brackets and
quotation marks. Which of these places really part two items, and where the list ends, is decided
by the best-scoring segmentation: items as many as announced, alike in how they begin, parted by
commas with a joining word before the last.
"""

from collections.abc import Sequence
from heapq import nlargest
from typing import NamedTuple

from summarize.findings.lists.lexicon import Joining
from summarize.findings.lists.likeness import UNLIKE, similarity
from summarize.findings.lists.segments import Segment, split_segments
from summarize.findings.lists.token_range import Range, TokenRange

_MOST_SEGMENTS = 30  # more segments than these are not weighed against each other: all are items
_SHORT = 3  # tokens of a segment that is hardly the rest of an item
_WIDEST = 6  # segments that may make up one item

# Weights, set by hand on sentences of news; only their order of size matters.
_CUT_COMMA = 1.0
# the word before the last item
_CUT_LAST = {
    Joining.STRONG: 1.2,
    Joining.OUTER: 1.5,
    Joining.WEAK: 0.3,
    Joining.RANGE: 0.6,
    Joining.LATE: 0.6,
}
_CUT_EARLY = -1.2  # a joining word without a comma, before an item that is not the last
_KEEP_COMMA = -4.0  # "biru, hijau" as one item
_KEEP_LONG_COMMA = -2.0  # "Ketua DPRD, Budi Santoso" as one item
_KEEP_ADDRESS = -0.3  # "rumah di Jalan Anggrek, Jakarta" among houses
_ALL_KEEP = 0.5  # so every item does, "gudang di Jalan Melati, Subang" at the end as well
_LAST_KEEPS = -1.0  # only the last item does: "dan pariwisata, Jumat (3/2)"
_KEEP_AGE = 0.5  # "Menteri Keuangan Taro Aso, 78"
_CUT_AGE = -3.0
_KEEP_APPOSITION = 0.2  # "Ketua DPRD, Budi Santoso" among other roles
_CUT_APPOSITION = -1.5
_KEEP_WORD = {
    Joining.STRONG: -0.6,
    Joining.OUTER: -1.5,
    Joining.WEAK: -0.1,
    Joining.RANGE: -0.1,
    Joining.LATE: -0.1,
}
_KEEP_SEMICOLON = -6.0
_KEEP_BOTH = -2.5  # ", dan" inside an item
_AFTER_LAST = -3.0  # more items after the one that the joining word marked as the last
_COUNT_RIGHT = 3.0
_COUNT_FARTHER = -0.4  # a number farther from the cue than another
_COUNT_OVER = -1.0  # one item more than announced
_COUNT_FAR_OVER = -1.5  # each of more than one
_REST_PIECE = -0.7  # a segment after the end of the list that could have been an item
_REST_CLOSED = 0.3  # times that, where the list was closed by a joining word
_REST_LAST = -4.0  # the list ends right before the joining word of its last item
_NO_LAST_WORD = -0.8  # the list ends without a joining word before its last item
_ALIKE = 0.7  # times how much an item begins like the first
_LONG_ITEM = -0.04  # a word beyond the eighteenth


class Segmentation(NamedTuple):
    """A segmentation into items and its score.

    ``segments`` are all there are, ``starts`` says which of them begin items and ``end`` behind
    which the list ends; ``announced`` is the number it was judged by.
    """

    segments: Sequence[Segment]
    starts: tuple[int, ...]
    end: int
    score: float
    announced: int | None

    @property
    def items(self) -> list[Range]:
        """The tokens of each item."""
        ends = (*self.starts[1:], self.end)
        return [
            (self.segments[start].first, self.segments[end - 1].last)
            for start, end in zip(self.starts, ends, strict=True)
        ]

    @property
    def closing(self) -> Segment:
        """The segment that begins the last item."""
        return self.segments[self.starts[-1]]

    @property
    def closed(self) -> bool:
        """Whether a joining word marks the last item."""
        return self.closing.word is not None

    @property
    def whole(self) -> bool:
        """Whether nothing is left behind the last item."""
        return self.end == len(self.segments)


def segment_items(
    tokens: TokenRange, first: int, last: int, announced: Sequence[int], most: int = 1
) -> list[Segmentation]:
    """The ``most`` best segmentations of the tokens ``first`` to ``last``, the best one first.

    ``announced`` holds the numbers that may announce the list, the likeliest first. None where
    there is but one item.
    """
    segments = split_segments(tokens, first, last)
    if len(segments) < 2:
        return []
    if len(segments) > _MOST_SEGMENTS:
        value = announced[0] if announced else None
        numbers = tuple(range(len(segments)))
        return [Segmentation(segments, numbers, len(segments), float(len(segments)), value)]
    return [
        Segmentation(segments, (0, *path.ends[:-1]), path.ends[-1], path.score, value)
        for path, value in _best_paths(tokens, segments, announced, most)
    ]


class _Path(NamedTuple):
    """A segmentation of the segments so far: its score, and after which segments its items end."""

    score: float
    ends: tuple[int, ...]


class _Scores(NamedTuple):
    """What each segment is worth by itself, so that no path weighs it again.

    ``cut`` where it begins an item, ``alike`` for beginning as the first item does, ``keep`` where
    it goes on with an item: sums up to each segment, as are the ``commas`` before segments.
    """

    cut: list[float]
    alike: list[float]
    keep: list[float]
    commas: list[int]

    def item(self, segments: Sequence[Segment], start: int, end: int) -> float:
        """What it is worth to take the segments ``start`` to ``end`` for one item."""
        score = self.keep[end] - self.keep[start + 1]
        score += _LONG_ITEM * max(0, segments[end - 1].last - segments[start].first - 18)
        return score + self.cut[start] + _ALIKE * self.alike[start] if start else score

    def holds_comma(self, start: int, end: int) -> bool:
        """Whether an item of these segments has a comma inside."""
        return self.commas[end] > self.commas[start + 1]


def _score(tokens: TokenRange, segments: Sequence[Segment]) -> _Scores:
    model = tokens[segments[0].first]
    scores = _Scores([0.0], [1.0], [0.0, 0.0], [0, 0])
    for index in range(1, len(segments)):
        segment = segments[index]
        scores.cut.append(_cut_score(tokens, segments, index))
        scores.alike.append(similarity(model, tokens[segment.first], tokens.lexicon))
        scores.keep.append(scores.keep[-1] + _keep_score(tokens, segments, index))
        scores.commas.append(scores.commas[-1] + segment.comma)
    return scores


def _best_paths(
    tokens: TokenRange, segments: Sequence[Segment], announced: Sequence[int], most: int
) -> list[tuple[_Path, int | None]]:
    """The best segmentations of beginnings of ``segments``, and the numbers they were judged by."""
    scores = _score(tokens, segments)
    # paths[end]: the best way to have so many items, the last from so early, end before `end`
    paths: list[dict[tuple[int, int], _Path]] = [{} for _ in range(len(segments) + 1)]
    found: list[tuple[_Path, int | None]] = []
    for end in range(1, len(segments) + 1):
        for start in range(max(0, end - _WIDEST), end):
            inside = scores.item(segments, start, end)
            if start == 0:
                paths[end][1, 0] = _Path(inside, (end,))
                continue
            for (count, _), path in paths[start].items():
                known = paths[end].get((count + 1, start))
                if known is None or known.score < path.score + inside:
                    reached = _Path(path.score + inside, (*path.ends, end))
                    paths[end][count + 1, start] = reached
        for (count, _), path in paths[end].items():
            if count < 2:
                continue
            number_score, value = _number_score(tokens, segments, path.ends, announced)
            total = path.score + number_score + _ending_score(segments, path.ends, scores)
            found.append((_Path(total, path.ends), value))
    best = nlargest(most, found, key=_path_score)
    if announced and all(len(path.ends) != announced[0] for path, _ in best):
        agreeing = [each for each in found if len(each[0].ends) == announced[0]]
        best += nlargest(1, agreeing, key=_path_score)
    return best


def _path_score(found: tuple[_Path, int | None]) -> float:
    return found[0].score


def _cut_score(tokens: TokenRange, segments: Sequence[Segment], start: int) -> float:
    """What it is worth that an item begins with segment number ``start``."""
    segment = segments[start]
    if _is_age(tokens, segments, start):
        return _CUT_AGE
    if segment.apposition:
        return _CUT_APPOSITION
    return _CUT_COMMA if segment.comma else _CUT_EARLY


def _is_age(tokens: TokenRange, segments: Sequence[Segment], index: int) -> bool:
    """Whether the segment is a lone number among segments that are none: ``78`` or ``29 tahun``."""
    segment = segments[index]
    unit = tokens[segment.last - 1].lower
    measure = segment.last - segment.first == 2 and unit in tokens.lexicon.units
    return (
        segment.word is None
        and (segment.last - segment.first == 1 or measure)
        and tokens[segment.first].is_number
        and not tokens[segments[index - 1].first].is_number
    )


def _keep_score(tokens: TokenRange, segments: Sequence[Segment], index: int) -> float:
    """What it is worth that segment number ``index`` is of one item with the one before it."""
    segment, before = segments[index], segments[index - 1]
    if tokens[segment.first - 1].text == ";":
        return _KEEP_SEMICOLON
    if segment.apposition:
        return _KEEP_APPOSITION
    if segment.word is not None:
        return _KEEP_BOTH if segment.comma else _KEEP_WORD[segment.word]
    if _is_age(tokens, segments, index):
        return _KEEP_AGE
    lower = tokens[segments[0].first].text.islower()
    if lower and tokens[segment.first].capital:
        return _KEEP_ADDRESS
    return _KEEP_COMMA if _stands_alone(tokens, before, segment) else _KEEP_LONG_COMMA


def _stands_alone(tokens: TokenRange, before: Segment, segment: Segment) -> bool:
    """Whether it is hardly of one item with the one before: both short, or a clause."""
    short = segment.last - segment.first <= _SHORT and before.last - before.first <= _SHORT
    return short or any(tokens.is_predicate(at) for at in range(segment.first, segment.last))


def _ending_score(segments: Sequence[Segment], ends: tuple[int, ...], scores: _Scores) -> float:
    """What it is worth that the list ends here, with this last item."""
    score = _last_word_score(segments[ends[-2]])
    for earlier in ends[:-2]:
        score += _early_word_score(segments[earlier], segments[ends[-2]])
    if scores.holds_comma(ends[-2], ends[-1]):
        kept = [scores.holds_comma(*item) for item in zip((0, *ends[:-2]), ends[:-1], strict=True)]
        score += _ALL_KEEP if all(kept) else 0.0 if any(kept) else _LAST_KEEPS
    return score + _rest_score(segments, ends, scores)


def _last_word_score(last: Segment) -> float:
    """What the joining word before the last item is worth."""
    if last.word is None:
        return _NO_LAST_WORD
    return _CUT_LAST[last.word] + (0.0 if last.comma else _CUT_COMMA - _CUT_EARLY)


def _early_word_score(earlier: Segment, last: Segment) -> float:
    """What the joining word before another item is worth, which says that it were the last."""
    if earlier.word is None or earlier.word is Joining.LATE:
        return 0.0
    score = _AFTER_LAST if earlier.comma else _CUT_EARLY
    return score if last.word is not None else score + _AFTER_LAST


def _rest_score(segments: Sequence[Segment], ends: tuple[int, ...], scores: _Scores) -> float:
    """What it is worth to leave the segments behind the last item out of the list."""
    end, last = ends[-1], segments[ends[-2]]
    rest = len(segments) - end
    if not rest:
        return 0.0
    following, score = segments[end], 0.0
    final = following.comma and following.word in (Joining.STRONG, Joining.OUTER)
    if final and not (last.word and last.comma) and scores.alike[end] > UNLIKE:
        score = _REST_LAST
    closed = last.word is not None and following.comma
    unlike = rest == 1 or scores.alike[end] <= 0
    return score + _REST_PIECE * min(rest, 4) * (_REST_CLOSED if closed and unlike else 1.0)


def _number_score(
    tokens: TokenRange, segments: Sequence[Segment], ends: tuple[int, ...], announced: Sequence[int]
) -> tuple[float, int | None]:
    """What it is worth to have so many items, and the announced number that says so."""
    if not announced:
        return 0.0, None
    total = leading_sum(tokens, [segments[start].first for start in (0, *ends[:-1])])
    for rank, number in enumerate(announced):
        if number in {len(ends), total}:
            return _COUNT_RIGHT + _COUNT_FARTHER * min(rank, 2), number
    over = len(ends) - announced[0]
    if over <= 1:
        return (_COUNT_OVER if over == 1 else 0.0), announced[0]
    return _COUNT_FAR_OVER * over, announced[0]


def leading_sum(tokens: TokenRange, firsts: Sequence[int]) -> int | None:
    """The sum of the numbers that items begin with: "dua ganda putra dan satu tunggal"."""
    total = 0
    for first in firsts:
        token = tokens[first]
        number = tokens.lexicon.numbers.get(token.lower)
        if number is None and token.text.isdecimal() and len(token.text) <= 4:
            number = int(token.text)
        if number is None:
            return None
        total += number
    return total
