"""The passages that can be key points, with what was found in each and what speaks for it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from summarize.models import Enumeration, Findings, Quotation, Release, Span, Statement
from summarize.passages import Passages, leans_back
from summarize.ranking.features import lexicon
from summarize.ranking.words import words_of

Found = TypeVar("Found", bound=Enumeration | Quotation | Statement)

_SHORT = 8  # words
_THOUGHT = 50  # words that a reader takes in as one point
_LONG = 60  # words beyond which a passage says no more
_MOST_FIGURES = 3
# What a word of a kind (``summarize.ranking.features``) says of its passage.
_CUES = {
    "tells who came": "attendance",
    "thanks": "thanks",
    "appeals": "appeal",
    "looks ahead": "prospect",
    "denies": "denial",
    "tells results": "result",
}


class Candidate(NamedTuple):
    """A passage of the story: a short paragraph, a sentence, a whole quotation, a whole list.

    ``words`` are its content words, ``features`` what speaks for it, by the names that
    ``summarize.points`` weighs.
    """

    span: Span
    words: frozenset[str]
    enumerations: tuple[Enumeration, ...]
    quotations: tuple[Quotation, ...]
    statements: tuple[Statement, ...]
    features: Mapping[str, float]


def find_candidates(release: Release, findings: Findings, passages: Passages) -> list[Candidate]:
    """The candidates of ``release`` in order; together they are its story."""
    text, language = release.text, release.language
    stop_words = language.terms("stopwords")
    decisions = language.terms("decision_words")
    openers = language.terms("backward_openers")
    title = set(words_of(release.title.of(text)) if release.title else ()) - stop_words
    spans = _joined(release, findings.enumerations, passages)
    enumerations = _by_passage(spans, findings.enumerations)
    quotations = _by_passage(spans, findings.quotations)
    statements = _by_passage(spans, findings.statements)
    figures = Counter(_passage_at(spans, figure.span.end) for figure in findings.figures)
    dates = {_passage_at(spans, date.span.end) for date in findings.dates}
    places = {_passage_at(spans, place.end) for place in findings.event.places}
    kinds = lexicon(language.code).kinds
    said = [words_of(span.of(text)) for span in spans]
    content = [frozenset(words) - stop_words for words in said]
    candidates = []
    for number, (span, words) in enumerate(zip(spans, content, strict=True)):
        lists = enumerations[number]
        features = {
            "opens the story": float(number == 0),
            "stands early": 1 / (1 + number),
            "shares the headline's words": len(title & words) / max(len(title), 1),
            "announces points": float(any(e.points for e in lists)),
            "lists names": float(any(not e.points for e in lists)),
            "decides": float(not decisions.isdisjoint(said[number])),
            "quotes": float(bool(quotations[number])),
            "reports": float(bool(statements[number])),
            "gives figures": min(figures[number], _MOST_FIGURES) / _MOST_FIGURES,
            "gives a date": float(number in dates),
            "gives the place": float(number in places),
            "is short": float(len(said[number]) < _SHORT),
            "is long": min(len(said[number]), _LONG) / _LONG,
            "leans on another sentence": float(leans_back(span.of(text), openers)),
        }
        features.update(
            (name, float(not kinds[kind].isdisjoint(said[number]))) for name, kind in _CUES.items()
        )
        told = (tuple(lists), tuple(quotations[number]), tuple(statements[number]))
        candidates.append(Candidate(span, words, *told, features))
    return candidates


def _joined(
    release: Release, enumerations: Sequence[Enumeration], passages: Passages
) -> list[Span]:
    """The spans of ``passages``, those of a paragraph joined while together they are one thought.

    What one list runs over is joined too, also across paragraphs.
    """
    text, body = release.text, release.body
    spans: list[Span] = []
    paragraph = -1
    reach = _Reach(enumerations)
    for run in passages.runs:
        first, last = body[run[0]], body[run[-1]]
        span = Span(first.span.start, last.span.end)
        joined = Span(spans[-1].start, span.end) if spans else span
        if spans and (
            reach.of(spans[-1]) > span.start  # before counting: a list may be long
            or (first.paragraph == paragraph and len(joined.of(text).split()) <= _THOUGHT)
        ):
            spans[-1] = joined
        else:
            spans.append(span)
        paragraph = last.paragraph
    return spans


class _Reach:
    """How far the lists reach that start before the end of a passage; asked in order."""

    def __init__(self, enumerations: Sequence[Enumeration]) -> None:
        self._waiting = iter(sorted(enumeration.span for enumeration in enumerations))
        self._next = next(self._waiting, None)
        self._end = 0

    def of(self, passage: Span) -> int:
        while self._next and self._next.start < passage.end:
            self._end = max(self._end, self._next.end)
            self._next = next(self._waiting, None)
        return self._end


def _passage_at(spans: Sequence[Span], end: int) -> int:
    """The number of the passage in which something ends, -1 before the first."""
    return bisect_right(spans, (end, 0)) - 1


def _by_passage(spans: Sequence[Span], found: Sequence[Found]) -> defaultdict[int, list[Found]]:
    """The findings that start in each passage, by its number."""
    starts = [span.start for span in spans]
    grouped: defaultdict[int, list[Found]] = defaultdict(list)
    for finding in found:
        grouped[bisect_right(starts, finding.span.start) - 1].append(finding)
    return grouped
