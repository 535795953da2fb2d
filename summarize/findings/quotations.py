"""Direct quotations that are statements, and who makes them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from summarize.findings.attribution import Attribution, Grammar
from summarize.findings.cast import cast_of
from summarize.findings.marks import Passage, find_passages
from summarize.findings.speech import speech_verbs
from summarize.models import Person, Quotation, Release, Span, Speaker

_WORD = re.compile(r"\w+")
_PAUSE = re.compile(r"[,.?!]\s{0,2}([a-z]{3,})(?:\W{1,2}[a-z]{2,})?")
NEAR = 40  # characters that are looked at before and after a passage


def find_quotations(release: Release, people: tuple[Person, ...]) -> tuple[Quotation, ...]:
    """The direct quotations of a release with their speakers, in order."""
    text = release.text
    passages = find_passages(text, release.paragraphs, speech_verbs(release.language))
    if not passages:
        return ()
    grammar = Grammar(text, release.language, cast_of(release, people))
    return tuple(_Reader(release, grammar).read(passages))


class _Reader:
    """Goes through a release sentence by sentence and keeps who has the floor."""

    def __init__(self, release: Release, grammar: Grammar) -> None:
        self.text = release.text
        self.grammar = grammar
        self.titles = release.language.terms("title_cues")
        self.sentences = [sentence.span for sentence in release.body]
        self.paragraphs = release.paragraphs
        self.starts = [span.start for span in self.sentences]
        self.paragraph_starts = [span.start for span in self.paragraphs]
        self.floor: Speaker | None = None

    def read(self, passages: list[Passage]) -> Iterator[Quotation]:
        """The quotations among the passages; one that opens a release waits for its speaker."""
        at = self.sentences[0].start if self.sentences else 0
        waiting: list[Quotation] = []
        for number, passage in enumerate(passages):
            paragraph = self.paragraphs[
                bisect_right(self.paragraph_starts, passage.outer.start) - 1
            ]
            until = (
                passages[number + 1].outer.start if number + 1 < len(passages) else paragraph.end
            )
            until = max(passage.outer.end, min(until, paragraph.end))
            quotation, at = self._judge(passage, paragraph, at, until)
            if quotation is None:
                continue
            if quotation.speaker is None:
                waiting.append(quotation)
                continue
            for early in waiting:
                yield Quotation(early.span, early.outer, quotation.speaker, early.cue, "later")
            waiting.clear()
            yield quotation
        yield from waiting

    def _judge(
        self, passage: Passage, paragraph: Span, at: int, until: int
    ) -> tuple[Quotation | None, int]:
        """The passage as a quotation if it is one, and up to where the text is read then."""
        sentence = self._sentence_start(passage.outer.start)
        lead = max(sentence, at, paragraph.start)
        passage = self._mend(passage)
        inner = passage.span.of(self.text)
        finished = inner.endswith((".", "?", "!"))
        following = _WORD.search(self.text, passage.outer.end, until)
        after = None
        if following is not None:
            close = self._sentence_end(following.start(), until)
            after = self.grammar.after(passage.outer.end, close, finished=finished)
        before = None
        if lead < passage.outer.start:
            before = self.grammar.before(lead, passage.outer.start)
        if not self._is_statement(passage, paragraph, lead, after, before):
            return None, at
        self._listen(at, passage.outer.start)
        end = passage.outer.end
        rule = "floor"
        cue = None
        for found in (after, before):
            if found is None:
                continue
            cue, rule = found.cue, found.rule
            if found is after:
                end = self._sentence_end(found.cue.end, until)
            if found.speaker is not None:
                self.floor = found.speaker
                break
        span = passage.span
        if inner.endswith(","):
            span = Span(span.start, span.start + len(inner[:-1].rstrip()))
        return Quotation(span, passage.outer, self.floor, cue, rule), end

    def _mend(self, passage: Passage) -> Passage:
        """A passage that was never closed ends before its attribution: ``"Mari, ujar Bupati.``"""
        if passage.closed or not passage.opened:
            return passage
        for match in _PAUSE.finditer(self.text, *passage.span):
            if self.grammar.attributes(match.start(1), passage.span.end):
                span = Span(passage.span.start, match.start() + 1)
                return passage._replace(span=span, outer=Span(passage.outer.start, span.end))
        return passage

    def _is_statement(
        self,
        passage: Passage,
        paragraph: Span,
        lead: int,
        after: Attribution | None,
        before: Attribution | None,
    ) -> bool:
        text = self.text
        inner = passage.span.of(text)
        if inner[0] in ",.;":
            return False  # what stands between two quotations
        words = len(_WORD.findall(inner))
        leading = text[max(lead, passage.outer.start - NEAR) : passage.outer.start].strip()
        if not words or (not passage.opened and after is None) or self._is_titled(leading):
            return False
        if self.grammar.starts_attribution(*passage.span, words):
            return False
        if after is not None and (inner[-1] in ",.?!…-" or words > 3 or not leading):
            return True
        opens = passage.outer.start - paragraph.start <= NEAR and not leading
        closes = paragraph.end - passage.outer.end <= NEAR
        alone = opens and closes and not text[passage.outer.end : paragraph.end].strip(" .,;")
        if alone or leading.endswith(":"):
            return words >= 3
        if not leading:
            return words >= 4 and (inner[-1] in ",.?!…" or not passage.closed)
        if before is None:
            return False
        if before.rule == "utterance" or leading.endswith(","):
            return words >= 5 or (words >= 2 and inner[-1] in ".?!…")
        return words >= 4 and inner[0].isupper() and (inner[-1] in ".?!…" or words >= 8)

    def _is_titled(self, leading: str) -> bool:
        """Whether the word before a passage says that it is a title, a term or a slogan."""
        last = leading.rsplit(None, 1)[-1].lower() if leading else ""
        return last.rstrip(",") in self.titles

    def _listen(self, start: int, end: int) -> None:
        """Follow who has the floor in the sentences of ``text[start:end]``."""
        first = max(0, bisect_right(self.starts, start) - 1)
        for number in range(first, len(self.sentences)):
            sentence = self.sentences[number]
            if sentence.start >= end:
                return
            begin, stop = max(sentence.start, start), min(sentence.end, end)
            if begin < stop:
                found = self.grammar.subject(begin, stop)
                if found is not None and found.speaker is not None:
                    self.floor = found.speaker

    def _sentence_start(self, at: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return self.sentences[number].start if number >= 0 else 0

    def _sentence_end(self, at: int, until: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return max(at, min(until, self.sentences[number].end)) if number >= 0 else at
