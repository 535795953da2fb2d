"""The key points: what a busy reader must know of a release, most important first.

A point is told by one sentence of a passage, by what is left of it without its head, or by the
quotation in it beside its speaker (``tellings``), and only where that can be read alone
(``standing``). A list is a point where its lead and its items can. What speaks for a telling is
weighed in the open (``WEIGHTS``), and one that only repeats a point chosen before is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from summarize.models import (
    QUOTED,
    Enumeration,
    Findings,
    Point,
    PointKind,
    Quotation,
    Release,
    Span,
)
from summarize.passages import Passages
from summarize.points.lists import speaker_of
from summarize.points.standing import TOO_LITTLE
from summarize.points.tellings import Telling, find_tellings
from summarize.points.thoughts import find_thoughts
from summarize.points.weights import WEIGHTS
from summarize.ranking.length import Length, Limit, limit_of

__all__ = ["WEIGHTS", "KeyPoints", "choose_points", "choose_tellings", "usual_limit"]

MOST, FEWEST, LEAST = 6, 4, 2
SHARE = 0.55  # of the words of the story that points beyond the fewest may fill
PASSAGE = 90  # words of a paragraph that a point may be from as a whole
READABLE = 28  # words that are read at a glance
TOO_LONG = 0.3  # what each word beyond them costs
LONG_LEAD = 0.05  # the same for the first sentence, which tells the news
NEIGHBOUR = 0.5  # what a point costs for each that is chosen from the thought before or behind
_DECIDES = [*WEIGHTS].index("decides")
SAME = 0.75  # share of the content words of the shorter of two tellings that say the same


class KeyPoints(NamedTuple):
    """The points that are shown, most important first, and a point for every list, in order.

    ``quotable`` are the quotations that no point holds and that can be read alone, best first.
    """

    shown: tuple[Point, ...]
    lists: tuple[Point, ...]
    quotable: tuple[Quotation, ...]


def choose_points(
    release: Release, findings: Findings, passages: Passages, *, length: Length | None = None
) -> KeyPoints:
    """Three to six key points of ``release``, or as many as ``length`` allows, and its lists.

    There are fewer where it tells less.
    """
    thoughts = find_thoughts(release, findings, passages)
    tellings = find_tellings(release, findings, thoughts)
    fewest = FEWEST if length is None or length.sentences is not None else 0
    shown = choose_tellings(tellings, WEIGHTS, _limit(tellings, length), fewest)
    passages_shown = _passages_of(release, [thoughts[one.thought].span for one in shown])
    return KeyPoints(
        tuple(_point(findings, span, one) for span, one in zip(passages_shown, shown, strict=True)),
        tuple(
            _list_point(findings, thought.span, listed)
            for thought in thoughts
            for listed in thought.enumerations
        ),
        tuple(_quotable(findings, tellings, shown)),
    )


def _quotable(
    findings: Findings, tellings: Sequence[Telling], shown: Sequence[Telling]
) -> Iterator[Quotation]:
    """The quotations whose first sentence stands alone and none of which is shown."""
    held = [piece for telling in shown for piece in telling.pieces]
    first = {
        one.pieces[0].start: one
        for one in tellings
        if one.rule == QUOTED and one.fault is None and not one.leaning and one.listed is None
    }
    able = [
        (first[quotation.span.start], quotation)
        for quotation in findings.quotations
        if quotation.span.start in first
        and not any(quotation.outer.overlaps(piece) for piece in held)
    ]
    able.sort(key=lambda pair: (-score(pair[0], WEIGHTS), pair[1].span))
    return (quotation for _, quotation in able)


def score(telling: Telling, weights: Mapping[str, float]) -> float:
    """What speaks for ``telling``."""
    return round(sum([weights[n] * v for n, v in zip(WEIGHTS, telling.features, strict=True)]), 6)


def _limit(tellings: Sequence[Telling], length: Length | None) -> Limit:
    """How many points there may be, and of how many words together."""
    if length is None:
        return usual_limit(tellings)
    limit = limit_of(length, [telling.size for telling in tellings])
    most = limit.sentences if length.sentences is not None else MOST
    return Limit(most, limit.words)


def usual_limit(tellings: Sequence[Telling]) -> Limit:
    """How many points there are and of how many words, where nothing else is asked for."""
    return Limit(MOST, int(SHARE * sum(telling.size for telling in tellings)))


def choose_tellings(
    tellings: Sequence[Telling], weights: Mapping[str, float], limit: Limit, fewest: int = FEWEST
) -> list[Telling]:
    """The tellings that are points by ``weights``, most important first, one a thought.

    Each time the one is taken that has most for it and says something new; up to ``fewest`` are
    taken beyond the words of ``limit``. Length counts against a telling, and what stands next to
    a point, but not in the order. What leans on the first sentence is only taken behind it.
    """
    waiting = [(-_worth(tellings[number], weights), number) for number in _readable(tellings)]
    heapify(waiting)
    chosen: list[Telling] = []
    thoughts: set[int] = set()
    told: list[frozenset[str]] = []  # the words of each
    size = 0
    while waiting and len(chosen) < limit.sentences:
        cost, number = heappop(waiting)
        one = tellings[number]
        beside = len(thoughts.intersection((one.thought - 1, one.thought + 1)))
        now = round(NEIGHBOUR * beside - _worth(one, weights), 6)
        if now > cost:
            heappush(waiting, (now, number))
            continue
        if one.thought in thoughts or (size + one.size > limit.words and len(chosen) >= fewest):
            continue
        words = frozenset(one.words)
        if _can_be_read(one, chosen, weights) and not any(_same(other, words) for other in told):
            chosen.append(one)
            thoughts.add(one.thought)
            told.append(words)
            size += one.size
    return sorted(chosen, key=lambda one: (-score(one, weights), one.sentence))


def _readable(tellings: Sequence[Telling]) -> list[int]:
    """The numbers of those that can be read alone; where there are few, what says little counts."""
    clear = sum(one.fault is None for one in tellings)
    allowed = (None,) if clear >= LEAST else (None, TOO_LITTLE)
    return [number for number, one in enumerate(tellings) if one.fault in allowed]


def _worth(telling: Telling, weights: Mapping[str, float]) -> float:
    """What speaks for choosing ``telling``, its length counted."""
    each = TOO_LONG if telling.sentence else LONG_LEAD
    return round(score(telling, weights) - each * max(0, telling.size - READABLE), 6)


def _can_be_read(telling: Telling, chosen: Sequence[Telling], weights: Mapping[str, float]) -> bool:
    """Whether ``telling`` leans on nothing, or on a first sentence that will stand before it."""
    value = score(telling, weights)
    return not telling.leaning or any(
        one.sentence == 0 and score(one, weights) >= value for one in chosen
    )


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two tellings, given as their content words, say the same."""
    shorter = max(1, min(len(one), len(other)))
    return len(one & other) >= SAME * shorter


def _passages_of(release: Release, thoughts: Sequence[Span]) -> list[Span]:
    """For each of ``thoughts`` its paragraph, if that is short and no other point is from it."""
    passages = []
    for thought in thoughts:
        around = next((p for p in release.paragraphs if p.contains(thought)), thought)
        alone = sum(around.overlaps(other) for other in thoughts) == 1
        short = len(around.of(release.text).split()) <= PASSAGE
        passages.append(around if alone and short else thought)
    return passages


def _point(findings: Findings, passage: Span, telling: Telling) -> Point:
    value = score(telling, WEIGHTS)
    listed = telling.listed
    if listed is not None:
        shown = _list_point(findings, passage, listed, value)
        return shown._replace(pieces=telling.pieces)
    if telling.features[_DECIDES]:
        kind, rule = PointKind.DECISION, f"decision word, {telling.rule}"
    else:
        kind = PointKind.STATEMENT if telling.speaker else PointKind.NEWS
        rule = telling.rule
    return Point(passage, kind, rule, telling.speaker, None, value, telling.pieces)


def _list_point(
    findings: Findings, passage: Span, listed: Enumeration, value: float = 0.0
) -> Point:
    """The point that tells ``listed``, by its lead and its items."""
    pieces = (*((listed.lead,) if listed.lead else ()), *listed.items)
    speaker = speaker_of(findings, listed)
    return Point(passage, PointKind.LIST, listed.rule, speaker, listed, value, pieces)
