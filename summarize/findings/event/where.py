"""Where the event of a release was: a choice among all places that it names.

First the likeliest one is taken, then what else tells where that is, its town or the venue in it.
What speaks for each was learnt from marked reports (``places.json``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from summarize.evidence import Weights, load_weights
from summarize.findings.event.candidates import Candidate, find_candidates
from summarize.models import Entity, Span
from summarize.text.reading import Reading

LEAST_FIRST = -1.0  # log-odds of the likeliest place
LEAST_MORE = 0.0  # and of each further one
_MOST_PLACES = 5


class Scene(NamedTuple):
    """The places of an event, the most specific first, and what weighed for each."""

    places: tuple[Span, ...]
    reasons: tuple[str, ...]


def find_scene(reading: Reading, day: Span | None, places: tuple[Entity, ...]) -> Scene:
    """The places of the event of that day."""
    learnt, code = load_weights(__package__, "places.json"), reading.language.code
    weights = {"first": learnt[f"{code}: first"], "more": learnt[f"{code}: more"]}
    chosen = choose(find_candidates(reading, day, places), weights)
    return Scene(tuple(candidate.span for candidate in chosen), tuple(chosen.values()))


def choose(found: list[Candidate], weights: Mapping[str, Weights]) -> dict[Candidate, str]:
    """The likeliest place and those beside it, the most specific first, and what weighed for each.

    None if little speaks even for the likeliest.
    """
    first, more = weights["first"], weights["more"]
    best = likeliest(found, first)
    if best is None or first.odds(best.features) < LEAST_FIRST:
        return {}
    taken = _further(best, found, more)
    order = sorted([best, *taken], key=lambda c: (c.chain != best.chain, not c.venue, c.span))
    origin = {c.key: c for c in reversed(found) if c.sentence < 0}  # shown as the dateline has it
    reasons = {c: more.reasons(beside(best, c)) for c in taken}
    reasons[best] = first.reasons(best.features)
    return {origin.get(c.key, c): reasons[c] for c in order}


def _further(best: Candidate, found: list[Candidate], weights: Weights) -> list[Candidate]:
    """The places besides the likeliest one, each once, the likeliest first."""
    odds = {c: weights.odds(beside(best, c)) for c in found if c.key != best.key}
    each: dict[str, Candidate] = {}
    for candidate in sorted(odds, key=lambda c: (-odds[c], c.span)):
        if odds[candidate] >= LEAST_MORE:
            each.setdefault(candidate.key, candidate)
    return [*each.values()][: _MOST_PLACES - 1]


def likeliest(found: list[Candidate], weights: Weights) -> Candidate | None:
    """The candidate for which most speaks; the first one of several."""
    return max(found, key=lambda c: (weights.odds(c.features), -c.span.start), default=None)


def beside(best: Candidate, other: Candidate) -> frozenset[str]:
    """What speaks for a further place beside the likeliest one."""
    near = "apart"
    if other.chain == best.chain:
        near = "in its chain"
    elif other.sentence == best.sentence:
        near = "in its sentence"
    kinds = f"{_kind(other)} beside {_kind(best)}"
    return other.features | {near, kinds, f"{kinds}, {near}"}


def _kind(candidate: Candidate) -> str:
    if candidate.sentence < 0:
        return "dateline"
    return "venue" if candidate.venue else "region"
