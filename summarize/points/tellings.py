"""The short tellings of a release: of each sentence what a key point could show of it.

That is the sentence, the sentence without its head, or the quotation in it beside its speaker,
each a piece of the source, and only where it can be read alone (``standing``).
"""

import math
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeVar

from summarize.languages import Language
from summarize.models import (
    QUOTED,
    Enumeration,
    Findings,
    Quotation,
    Release,
    Span,
    Speaker,
    Statement,
)
from summarize.points.heads import after_attribution, after_opening
from summarize.points.lists import led_by, stands_as_list
from summarize.points.standing import POINTS_BACK, Piece, why_not
from summarize.points.thoughts import Thought
from summarize.points.weights import WEIGHTS
from summarize.ranking.features import lexicon
from summarize.ranking.words import words_of

Found = TypeVar("Found", Enumeration, Quotation)

_TRIMMED = " \t\r\n,"
_MOST_COUNTED = 3
_BRIEF, _LONG = 8, 30  # words
_AT_A_GLANCE = 20  # words of a sentence whose head need not be left out, if it names in full
_FIFTHS = 5  # parts of the story, the last of which is measured by the others
_CUES = {
    "tells who came": "attendance",
    "thanks": "thanks",
    "appeals": "appeal",
    "looks ahead": "prospect",
    "denies": "denial",
    "tells results": "result",
    "speaks of itself": "first person",
}


class Telling(NamedTuple):
    """What a key point could show of a sentence.

    ``sentence`` and ``thought`` are numbers, ``fault`` says why it cannot be read alone, ``words``
    are its content words, ``size`` counts all, ``features`` stand in the order of ``WEIGHTS``;
    ``listed`` is shown by its lead and items, ``leaning`` tells what only the first sentence names.
    """

    pieces: tuple[Span, ...]
    sentence: int
    thought: int
    speaker: Speaker | None
    rule: str
    fault: str | None
    words: Sequence[str]
    size: int
    features: Sequence[float]
    listed: Enumeration | None = None
    leaning: bool = False


def find_tellings(
    release: Release, findings: Findings, thoughts: Sequence[Thought]
) -> list[Telling]:
    """The telling of each sentence of the story, in order."""
    return list(_Teller(release, findings, thoughts).tell())


class _Teller:
    """Tells each sentence of one release."""

    def __init__(self, release: Release, findings: Findings, thoughts: Sequence[Thought]) -> None:
        self.release, self.findings, self.thoughts = release, findings, thoughts
        self.text, self.language = release.text, release.language
        self.lexicon = lexicon(self.language.code)
        self.starts = [thought.span.start for thought in thoughts]
        self.title = words_of(release.title.of(self.text)) if release.title else ()
        self.words = [words_of(sentence.span.of(self.text)) for sentence in release.body]
        self.told = frozenset(self.title)
        self.lead = self.told.union(*self.words[:1])
        self.statements = {statement.span: statement for statement in findings.statements}
        self.quotations = _by_sentence(release, findings.quotations)
        self.lists = _by_sentence(release, findings.enumerations)
        self._faults: dict[tuple[Span, bool, bool, bool], str | None] = {}
        self.announcing = [any(e.points for e in thought.enumerations) for thought in thoughts]

    def tell(self) -> Iterable[Telling]:
        body = self.release.body
        weigher = _Weigher(self.release, self.findings, self.title, self.words)
        before = -1
        for number in range(len(body)):
            self._faults.clear()
            piece, speaker, rule = self._shown(number)
            thought = bisect_right(self.starts, body[number].span.start) - 1
            listed = self._listed(number, piece, rule)
            pieces: tuple[Span, ...] = (piece,)
            if listed is not None and listed.lead is not None:
                pieces = (listed.lead, *listed.items)
                piece = Span(listed.lead.start, max(shown.end for shown in pieces))
            words = self._words(number, pieces)
            content = [word for word in dict.fromkeys(words) if word not in self.lexicon.stop]
            fault = None if listed else self._fault(number, piece, speaker, rule)
            leaning = fault == POINTS_BACK and number > 0
            if leaning:
                fault = self._fault(number, piece, speaker, rule, leaning=True)
            features = weigher.weigh(number, piece, words, content) | {
                "opens the thought": float(thought != before),
                "early thought": 1 / (1 + thought),
                "thoughts before": thought / max(1, len(self.thoughts) - 1),
                "announces points": float(self.announcing[thought]),
                "quoted": float(rule == QUOTED),
                "reported": float(rule == "report" or body[number].span in self.statements),
                "is a list": float(listed is not None),
            }
            yield Telling(
                pieces=pieces,
                sentence=number,
                thought=thought,
                speaker=speaker,
                rule=rule,
                fault=fault,
                words=tuple(content),
                size=len(words),
                features=array("d", map(features.__getitem__, WEIGHTS)),
                listed=listed,
                leaning=leaning,
            )
            before = thought

    def _words(self, number: int, pieces: Sequence[Span]) -> Sequence[str]:
        """The words of what is shown of a sentence."""
        if pieces == (self.release.body[number].span,):
            return self.words[number]
        return [word for shown in pieces for word in words_of(shown.of(self.text))]

    def _listed(self, number: int, shown: Span, rule: str) -> Enumeration | None:
        """The list that begins in a sentence, of which this is ``shown``, and can be for itself."""
        sentence = self.release.body[number].span
        for listed in self.lists.get(number, ()):
            begins = listed.lead and sentence.start <= listed.lead.start < sentence.end
            if begins and stands_as_list(listed, self.text, self.language):
                return listed
        return None if rule == QUOTED else self._announced(number, shown)

    def _announced(self, number: int, sentence: Span) -> Enumeration | None:
        """The list that a sentence announces and the next one tells, with the sentence as lead."""
        told_next = self.lists.get(number + 1, ())
        if not told_next or self._why_not(sentence, None, whole=True) is not None:
            return None
        next_one = self.release.body[number + 1].span
        for listed in told_next:
            if listed.lead is None or not next_one.contains(listed.lead):
                continue
            whole = led_by(listed, sentence, self.text, self.language)
            if whole is not None and stands_as_list(whole, self.text, self.language):
                return whole
        return None

    def _shown(self, number: int) -> tuple[Span, Speaker | None, str]:
        """What is shown of a sentence, who is named beside it, and by which rule."""
        sentence = self.release.body[number].span
        quotations = self.quotations.get(number, ())
        if len(quotations) == 1 and _known(quotations[0].speaker):
            quoted = self._quoted(sentence, quotations[0])
            if quoted is not None:
                return quoted, quotations[0].speaker, QUOTED
        opened = sentence if quotations else after_opening(sentence, self.text, self.language)
        statement = self.statements.get(sentence)
        said = self._said(opened, statement) if statement is not None else None
        if statement is not None and said is not None:
            return said, statement.speaker, "report"
        if opened != sentence and self._stands(opened, None):
            return opened, None, "sentence without its opening"
        return sentence, None, "sentence"

    def _said(self, sentence: Span, statement: Statement) -> Span | None:
        """What ``statement`` reports, None where ``sentence`` is better shown whole."""
        shown, name = sentence.of(self.text), statement.speaker.name
        brief = len(shown.split()) <= _AT_A_GLANCE and name and name.of(self.text) in shown
        if not _known(statement.speaker) or (brief and self._stands(sentence, None)):
            return None
        said = after_attribution(sentence, statement, self.text, self.language)
        return said if said is not None and self._stands(said, statement.speaker) else None

    def _quoted(self, sentence: Span, quotation: Quotation) -> Span | None:
        """The part of ``quotation`` that is in ``sentence``, None where it is no whole sentence."""
        said = Span(
            max(sentence.start, quotation.span.start), min(sentence.end, quotation.span.end)
        )
        piece = said.of(self.text)
        start = said.end - len(piece.lstrip(_TRIMMED))
        end = said.start + len(piece.rstrip(_TRIMMED))
        first = self.text[start : start + 1]
        if start >= end or not (first.isupper() or first.isdecimal()):
            return None
        trimmed = Span(start, end)
        opened = after_opening(trimmed, self.text, self.language)
        whole = (piece for piece in (opened, trimmed) if self._stands(piece, quotation.speaker))
        return next(whole, None)

    def _stands(self, piece: Span, speaker: Speaker | None) -> bool:
        return self._why_not(piece, speaker, whole=False) is None

    def _why_not(
        self, piece: Span, speaker: Speaker | None, *, whole: bool, leaning: bool = False
    ) -> str | None:
        """Why a piece cannot be read alone; asked for what may be shown, and for what is."""
        named = speaker is not None
        asked = (piece, named, whole, leaning)
        if asked not in self._faults:
            told = self.lead if leaning else self.told
            judged = Piece(piece.of(self.text), self.language, told, speaker=named, whole=whole)
            self._faults[asked] = why_not(judged)
        return self._faults[asked]

    def _fault(
        self,
        number: int,
        piece: Span,
        speaker: Speaker | None,
        rule: str,
        *,
        leaning: bool = False,
    ) -> str | None:
        """Why the telling of a sentence cannot be read alone, or behind the first sentence."""
        sentence = self.release.body[number].span
        cut = (not sentence.contains(found.span) for found in self.quotations.get(number, ()))
        if rule != QUOTED and any(cut):  # half of it, and nobody named beside it
            return "half a quotation"
        for listed in self.lists.get(number, ()):
            if listed.span.overlaps(piece) and listed.items:
                last, first = listed.items[-1], listed.items[0]
                if last.end > piece.end or first.start < piece.start:
                    return "part of a list"
        return self._why_not(piece, speaker, whole=piece == sentence, leaning=leaning)


def _known(speaker: Speaker | None) -> bool:
    return speaker is not None and (speaker.name or speaker.role) is not None


def _by_sentence(release: Release, findings: Sequence[Found]) -> dict[int, list[Found]]:
    """The findings that each sentence has a part of, by its number."""
    found: dict[int, list[Found]] = {}
    starts = [sentence.span.start for sentence in release.body]
    for one in findings:
        number = max(0, bisect_right(starts, one.span.start) - 1)
        while number < len(starts) and starts[number] < one.span.end:
            found.setdefault(number, []).append(one)
            number += 1
    return found


class _Weigher:
    """Measures what speaks for a piece: its place, its words and what was found in it."""

    def __init__(
        self,
        release: Release,
        findings: Findings,
        title: Sequence[str],
        story: Sequence[Sequence[str]],
    ) -> None:
        known = lexicon(release.language.code)
        self.stop, rarity = known.stop, known.rarity
        self.cues = _cues(release.language)
        self.count = len(story)
        self.title = {w: rarity(w) for w in dict.fromkeys(title) if w not in self.stop}
        self.weight = sum(self.title.values()) or 1.0
        counts = Counter(chain.from_iterable(frozenset(words) - self.stop for words in story))
        self.repeated = {word for word, count in counts.items() if count > 1}
        self.central = {w: math.log1p(n) * rarity(w) for w, n in counts.items()}
        self.figures = [figure.span.start for figure in findings.figures]
        self.dates = [date.span.start for date in findings.dates]
        self.people = sorted(mention.start for p in findings.people for mention in p.mentions)

    def weigh(
        self, number: int, piece: Span, words: Sequence[str], content: Sequence[str]
    ) -> dict[str, float]:
        told = [word for word in content if word in self.title]
        size = max(len(words), 1)
        figures = _within(self.figures, piece)
        central = [self.central[word] for word in content if word in self.central]
        weighed = {
            "opens the story": float(number == 0),
            "second sentence": float(number == 1),
            "stands early": 1 / (1 + number),
            "place": number / self.count,
            **_fifths(number / max(1, self.count - 1)),
            "sentences before": math.log1p(number) / 2,
            "closes the story": float(number == self.count - 1),
            "headline": sum(map(self.title.__getitem__, told)) / self.weight,
            "nothing but the headline": len(told) / max(len(content), 1),
            "length": math.log1p(size) / 3,
            "brief": float(size < _BRIEF),
            "long": max(0, size - _LONG) / 15,
            "central": sum(central) / max(len(content), 1) / 3,
            "repeats words": len(self.repeated.intersection(content)) / 20,
            "figures": min(figures, _MOST_COUNTED) / _MOST_COUNTED,
            "a figure": float(figures > 0),
            "a date": float(_within(self.dates, piece) > 0),
            "people": min(_within(self.people, piece), _MOST_COUNTED) / _MOST_COUNTED,
        }
        weighed.update(
            (name, float(not cues.isdisjoint(words))) for name, cues in self.cues.items()
        )
        return weighed


def _fifths(place: float) -> dict[str, float]:
    """In which fifth of the story a sentence stands, all but the last, by name of the feature."""
    here = min(int(place * _FIFTHS), _FIFTHS - 1)
    return {f"fifth {n + 1}": float(n == here) for n in range(_FIFTHS - 1)}


@cache
def _cues(language: Language) -> dict[str, frozenset[str]]:
    """The words that show what a piece does, by the name of the feature."""
    kinds = lexicon(language.code).kinds
    cues = {name: kinds[kind] for name, kind in _CUES.items()}
    return {"decides": language.terms("decision_words"), **cues}


def _within(starts: Sequence[int], piece: Span) -> int:
    """How many of ``starts``, in order, lie in ``piece``."""
    return bisect_right(starts, piece.end - 1) - bisect_right(starts, piece.start - 1)
