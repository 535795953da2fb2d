"""The pass over a paragraph: stops, quotation marks and brackets in the order of the text."""

from __future__ import annotations

import re
from functools import cache

from summarize.languages import Language, load
from summarize.models import Span
from summarize.patterns import pattern
from summarize.segmentation.endings import ends_sentence
from summarize.segmentation.stops import Stop
from summarize.text.quotation_marks import Lean, Policy, place_of, shape_of

# What the scan looks at: a run of stops, quotation marks, brackets. The rest is passed over.
_EVENT = pattern(r"[.!?…]++|[\"“”„«»]|['‘’]{2}|[()\[\]]")
_SPACES = pattern(r"\s*+")

_QUOTES = frozenset("\"“”„«»'‘’")
_SINGLE = ("'", "‘", "’")
_SENTENCES = Policy(frozenset("([-–—/“„«‘"), frozenset(".,;:!?…)]") | _QUOTES)

_STRAY = pattern(r",(?=[\"“]?[^\W\d_a-z])")  # the comma of ``merayap.,Warga``
_DETACHED = pattern(r"[\"“”'’]{1,3}(?!\S)")  # the mark of ``lelang. "``

_LONGEST = 1_000_000  # characters of a sentence; what goes on without a stop is cut
_LONGEST_BRACKET = 600  # what opens and does not close within that many characters is no aside
_DEEPEST = 50
_MOST_CLOSERS = 8


def split_sentences(text: str, within: Span, language: Language) -> list[Span]:
    """The sentences of the paragraph ``within``, in order, without the white space around them.

    >>> from summarize.languages import load
    >>> text = "“Kita siap. Mari mulai,” ujar Dr. H. Budi, S.E. Ia lalu pamit."
    >>> [s.of(text) for s in split_sentences(text, Span(0, len(text)), load("id"))]
    ['“Kita siap.', 'Mari mulai,” ujar Dr. H. Budi, S.E.', 'Ia lalu pamit.']

    Between the spans lies only white space, and together they cover everything else.
    """
    start = _skip_spaces(text, within.start, within.end)
    end = within.start + len(text[within.start : within.end].rstrip())
    if start >= end:
        return []
    cuts = _Scan(text, start, end, language).boundaries()
    if unmarked := _unmarked_boundaries(text, start, end, language):
        cuts = sorted({*cuts, *unmarked})
    spans = []
    for cut, following in (*cuts, (end, end)):
        while cut - start > _LONGEST and (space := text.find(" ", start + _LONGEST, cut)) > 0:
            spans.append(Span(start, space))
            start = _skip_spaces(text, space, cut)
        spans.append(Span(start, cut))
        start = following
    return spans


def _unmarked_boundaries(
    text: str, start: int, end: int, language: Language
) -> list[tuple[int, int]]:
    """The places where a stop is missing: ``naik 7,14% Mari terus kita bekerja``."""
    return [
        (found.start(), found.end())
        for found in _before_starters(language.code).finditer(text, start, end)
        if text[found.start() - 1].islower() or text[found.start() - 1] in "%)"
    ]


@cache
def _before_starters(code: str) -> re.Pattern[str]:
    """The space before a word that begins sentences and goes on in lower case."""
    words = "|".join(sorted(word.capitalize() for word in load(code).terms("unmarked")))
    return pattern(rf"\s(?<=[\w%)]\s)(?=(?:{words}),?\s[^\W\d_A-Z])")


def _skip_spaces(text: str, at: int, end: int) -> int:
    found = _SPACES.match(text, at, end)
    return found.end() if found else at


class _Scan:
    """Where the scan of a paragraph stands."""

    __slots__ = ("brackets", "cuts", "end", "language", "marker", "quoting", "start", "text")

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.language = language
        self.quoting = False  # inside a quotation
        self.brackets: list[tuple[int, int]] = []  # where it opens, how many cuts there were
        self.cuts: list[tuple[int, int]] = []  # (end of a sentence, start of the next)
        self.marker = 0  # the number of the last list marker

    def boundaries(self) -> list[tuple[int, int]]:
        """Where each sentence but the last ends, and where the next one starts."""
        resume = self.start
        for event in _EVENT.finditer(self.text, self.start, self.end):
            at = event.start()
            if at < resume:
                continue
            mark = self.text[at]
            if mark in ".!?…":
                resume = self._stop(at, event.end())
            elif mark in "([":
                self._open_bracket(at)
            elif mark in ")]":
                self._close_bracket(at)
            else:
                self.quoting = self._opens(at, event.end())
        return self.cuts

    def _stop(self, at: int, after: int) -> int:
        """Reads the stops from ``at`` with the marks that close behind them; where they end."""
        closed = self._closers(after)
        stray = _STRAY.match(self.text, closed, self.end)
        if stray:
            closed = stray.end()
        following = _skip_spaces(self.text, closed, self.end)
        if following >= self.end:
            return self.end
        if following > closed and (detached := self._closers_detached(following)):
            self.quoting = False
            closed = detached
            following = _skip_spaces(self.text, closed, self.end)
            if following >= self.end:
                return self.end
        stop = Stop(
            text=self.text,
            end=self.end,
            sentence=self.cuts[-1][1] if self.cuts else self.start,
            at=at,
            after=after,
            closed=closed,
            following=following,
            marker=self.marker,
        )
        verdict = ends_sentence(stop, self.language)
        if verdict.marker:
            self.marker = verdict.marker
        if verdict.ends:
            self.cuts.append((closed, following))
        return closed

    def _closers(self, at: int) -> int:
        """The end of the quotation marks and brackets that close right behind a stop."""
        last = min(self.end, at + _MOST_CLOSERS)
        while at < last:
            mark = self.text[at]
            after = at + 1
            if mark in ")]":
                self._close_bracket(at)
            elif mark in _QUOTES:
                if mark in _SINGLE and self.text[after : after + 1] in _SINGLE:
                    after += 1  # ’’ is one mark
                if self._opens(at, after):
                    break
                self.quoting = False
            else:
                break
            at = after
        return min(at, self.end)

    def _opens(self, at: int, after: int) -> bool:
        """Whether the quotation mark between ``at`` and ``after`` opens.

        White space beside it decides, as marks are often turned the wrong way; where there is
        none on either side, or on both, whether a quotation is open.
        """
        before = self.text[at - 1] if at > self.start else " "
        behind = self.text[after] if after < self.end else " "
        place = place_of(before, behind, _SENTENCES)
        mark = self.text[at]
        free = before.isspace() or before in _SENTENCES.opens_behind
        if place is Lean.UNSURE and mark not in _SINGLE and not free:
            place = shape_of(mark)
        return not self.quoting if place is Lean.UNSURE else place is Lean.OPENS

    def _closers_detached(self, at: int) -> int:
        """The end of marks between white space that close the quotation: ``kamu. “ Ia``, or 0."""
        found = _DETACHED.match(self.text, at, self.end)
        return found.end() if found and (self.quoting or found.end() == self.end) else 0

    def _open_bracket(self, at: int) -> None:
        if len(self.brackets) < _DEEPEST:
            self.brackets.append((at, len(self.cuts)))

    def _close_bracket(self, at: int) -> None:
        """Takes back the cuts inside the bracket, unless it holds whole sentences."""
        if not self.brackets:
            return
        opened, count = self.brackets.pop()
        whole = self.text[at - 1] in ".!?…" and self.text[opened + 1].isupper()
        if not whole and at - opened < _LONGEST_BRACKET:
            del self.cuts[count:]
