"""Direct quotations that are statements, and who makes them."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.speech.attribution import Attributions
from summarize.findings.speech.speakers import NOBODY, Attribution
from summarize.models import Quotation, Release, Span, Speaker
from summarize.patterns import pattern
from summarize.text.quotation_marks import Passage
from summarize.text.reading import Reading

_WORD = pattern(r"\w+")
_PAUSE = pattern(r"[,.?!]\s{0,2}([a-z]{3,})(?:\W{1,2}[a-z]{2,})?")
NEAR = 40  # characters that are looked at before and after a passage
_CLOSING = pattern(r"[\"”“]\s*")

GAP = 3  # characters between the paragraphs of a quotation
EXPLICIT = frozenset({"after", "before", "subject", "agent", "source", "utterance"})
PHRASES = frozenset({"subject", "source"})  # what may quote a phrase in a sentence of its own


def find_quotations(reading: Reading, attributions: Attributions) -> tuple[Quotation, ...]:
    """The direct quotations of a release with their speakers, in order."""
    return tuple(_Reader(reading.release, attributions).read(reading.quoted))


class _Place(NamedTuple):
    """Where a passage stands: its paragraph, the sentence before it and the text after it."""

    paragraph: Span
    lead: Span
    rest: Span


class _Reader:
    """Goes through a release by sentences and keeps who has the floor, and who spoke last."""

    def __init__(self, release: Release, attributions: Attributions) -> None:
        self.text = release.text
        self.attributions = attributions
        self.titles = release.language.terms("title_cues")
        self.sentences = [sentence.span for sentence in release.body]
        self.paragraphs = release.paragraphs
        self.starts = [span.start for span in self.sentences]
        self.paragraph_starts = [span.start for span in self.paragraphs]
        self.floor: Speaker | None = None
        self.spoke: Speaker | None = None
        self.read_to = 0

    def read(self, passages: list[Passage]) -> Iterator[Quotation]:
        """The quotations among the passages.

        One without attribution waits for the next where nobody has the floor yet, or where it
        was left open at the end of its paragraph: there the next one goes on.
        """
        waiting: list[Quotation] = []
        for number, passage in enumerate(passages):
            following = passages[number + 1].outer.start if number + 1 < len(passages) else None
            quotation = self._judge(passage, following)
            if quotation is None:
                continue
            if quotation.cue is None and (self.floor is None or not passage.closed):
                waiting.append(quotation)
                continue
            yield from _settle(waiting, quotation)
            waiting.clear()
            yield quotation
        yield from waiting

    def _judge(self, passage: Passage, following: int | None) -> Quotation | None:
        """The passage as a quotation, if it is one; then ``following`` is where the next begins."""
        passage = self._mend(passage)
        place = self._place(passage, following)
        after = self._after(passage, place)
        before = self._before(passage, place)
        candidate = _Candidate(self, passage, place, after, before)
        if not decide(_STATEMENT, candidate).verdict:
            return None
        self._listen(self.read_to, passage.outer.start)
        self.read_to = passage.outer.end
        if after is not None:
            self.read_to = self._sentence_end(after.cue.end, place.rest.end)
        named = next((each for each in (after, before) if each and each.speaker), None)
        found = named or before or after
        bare = found is not None and found.rule == "verb"  # “…” ujar, seperti dilansir
        self._give_floor(named, found)
        inner = passage.span.of(self.text)
        if inner.endswith(","):
            inner = inner[:-1].rstrip()
        return Quotation(
            Span(passage.span.start, passage.span.start + len(inner)),
            passage.outer,
            None if bare or self.floor == NOBODY else self.floor,
            found.cue if found else None,
            found.rule if found else "floor",
        )

    def _give_floor(self, named: Attribution | None, found: Attribution | None) -> None:
        """Gives the floor to who is named; a description is of nobody who only acted."""
        if named is not None:
            self.floor = self.spoke = named.speaker
        elif found is not None and found.rule == "description":
            self.floor = self.spoke or self.floor

    def _place(self, passage: Passage, following: int | None) -> _Place:
        start, end = passage.outer
        paragraph = self.paragraphs[bisect_right(self.paragraph_starts, start) - 1]
        until = paragraph.end if following is None else min(following, paragraph.end)
        lead = max(self._sentence_start(start), self.read_to, paragraph.start)
        return _Place(paragraph, Span(min(lead, start), start), Span(end, max(end, until)))

    def _after(self, passage: Passage, place: _Place) -> Attribution | None:
        """The attribution in the rest of the sentence, or in the next where one ends here."""
        signed = self.attributions.signed(passage.outer.end, self._line_end(place.rest))
        word = _WORD.search(self.text, *place.rest)
        if signed is None and word is None and not passage.closed:
            return self._over_line(place.rest.end)
        if signed is not None or word is None:
            return signed
        end = self._sentence_end(word.start(), place.rest.end)
        # the stop stands before the mark, or behind it: ``“… tepat sasaran”. Ketua DPRD …``
        finished = self.text[passage.span.end - 1] in ".?!" or any(
            mark in self.text[passage.outer.end : word.start()] for mark in ".?!"
        )
        return self.attributions.after(place.rest.start, end, finished=finished)

    def _over_line(self, end: int) -> Attribution | None:
        """The attribution behind a mark that the next line begins with: ``“Mari⏎” ujar Rudi``."""
        number = bisect_right(self.paragraph_starts, end)
        start, stop = self.paragraphs[number] if number < len(self.paragraphs) else (end, end)
        mark = _CLOSING.match(self.text, start, stop)
        if mark is None or not self.attributions.attributes(mark.end(), stop):
            return None
        return self.attributions.after(mark.end(), self._sentence_end(start, stop), finished=False)

    def _line_end(self, rest: Span) -> int:
        """Where the text ends in which a quotation is signed, perhaps in the next paragraph."""
        number = bisect_right(self.paragraph_starts, rest.end)
        if number < len(self.paragraphs) and not rest.of(self.text).strip():
            return self.paragraphs[number].end
        return rest.end

    def _before(self, passage: Passage, place: _Place) -> Attribution | None:
        """The attribution before a passage, in its sentence or in a line that leads to it."""
        if place.lead.start < place.lead.end:
            return self.attributions.before(*place.lead)
        number = bisect_right(self.paragraph_starts, passage.outer.start) - 2
        if number < 0 or passage.outer.start - place.paragraph.start > 0:
            return None
        lead = self.paragraphs[number]
        if lead.start < self.read_to or not lead.of(self.text).endswith(":"):
            return None
        return self.attributions.before(self._sentence_start(lead.end - 1), lead.end)

    def _mend(self, passage: Passage) -> Passage:
        """A passage that was never closed ends before its attribution: ``"Mari, ujar Bupati.``"""
        if passage.closed or not passage.opened:
            return passage
        for match in _PAUSE.finditer(self.text, *passage.span):
            if self.attributions.attributes(match.start(1), passage.span.end):
                span = Span(passage.span.start, match.start() + 1)
                return passage._replace(span=span, outer=Span(passage.outer.start, span.end))
        return passage

    def is_titled(self, leading: str) -> bool:
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
                found = self.attributions.subject(begin, stop)
                if found is not None and found.speaker is not None:
                    self.floor = found.speaker
                    self.spoke = self.spoke if found.rule == "actor" else found.speaker

    def _sentence_start(self, at: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return self.sentences[number].start if number >= 0 else 0

    def _sentence_end(self, at: int, until: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return max(at, min(until, self.sentences[number].end)) if number >= 0 else at


class _Candidate(NamedTuple):
    """A passage that may be what somebody says, and not a title, a term or a scare quote."""

    reader: _Reader
    passage: Passage
    place: _Place
    after: Attribution | None
    before: Attribution | None

    @property
    def inner(self) -> str:
        """What stands between the marks."""
        return self.passage.span.of(self.reader.text)

    @property
    def words(self) -> int:
        """How many words stand between the marks."""
        return len(_WORD.findall(self.inner))

    @property
    def leading(self) -> str:
        """What stands in the same sentence right before the marks."""
        lead = self.place.lead
        return self.reader.text[max(lead.start, lead.end - NEAR) : lead.end].strip()

    def is_between(self) -> bool:
        """Whether it is what stands between two quotations."""
        return self.inner[0] in ",.;"

    def is_doubtful(self) -> bool:
        """Whether it has no words, or nothing but a closing mark says that it is quoted."""
        return not self.words or (not self.passage.opened and self.after is None)

    def attributes(self) -> bool:
        """Whether it is itself what follows a quotation: ``" tulis seorang warga "``."""
        return self.reader.attributions.starts_attribution(*self.passage.span, self.words)

    def is_attributed(self) -> bool:
        """Whether an attribution follows something that may be said."""
        said = self.inner[-1] in ",.?!…-" or self.words > 3 or not self.leading
        return self.after is not None and said

    def stands_alone(self) -> bool:
        """Whether it is a paragraph by itself, or stands behind a colon."""
        text, outer, paragraph = self.reader.text, self.passage.outer, self.place.paragraph
        opens = outer.start - paragraph.start <= NEAR and not self.leading
        closes = paragraph.end - outer.end <= NEAR
        alone = opens and closes and not text[outer.end : paragraph.end].strip(" .,;")
        return alone or self.leading.endswith(":")

    def ends_with(self, marks: str) -> bool:
        """Whether the last character before the closing mark is one of these."""
        return self.inner[-1] in marks

    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, or goes on in the next paragraph."""
        return self.ends_with(",.?!…") or not self.passage.closed

    def names_speaker(self) -> bool:
        """Whether the sentence before the marks names who says something in it."""
        before = self.before
        return before is not None and before.speaker is not None and before.rule in PHRASES

    def is_introduced(self) -> bool:
        """Whether the attribution before leads straight to the marks."""
        uttered = self.before is not None and self.before.rule == "utterance"
        return uttered or self.leading.endswith(",")


_STATEMENT: tuple[Row[_Candidate, bool], ...] = (
    Row(
        "between two quotations",
        _Candidate.is_between,
        False,
        'Bupati berkata ". Dan semua warga hadir di sana kemarin "',
        'Bupati berkata, "Semua warga hadir di sana kemarin."',
    ),
    Row(
        "no words, or no opening mark and no attribution",
        _Candidate.is_doubtful,
        False,
        'Semua warga hadir di sana kemarin." Air mulai surut.',
        'Semua warga hadir di sana kemarin," ujar Bupati.',
    ),
    Row(
        "behind a word for a title or a term",
        lambda case: case.reader.is_titled(case.leading),
        False,
        'Warga menonton film berjudul "Semua warga hadir di sana."',
        'Bupati berkata, "Semua warga hadir di sana kemarin."',
    ),
    Row(
        "itself an attribution",
        _Candidate.attributes,
        False,
        'Warga marah "kata Bupati Rahmat" di balai desa.',
        'Air mulai surut. "Semua warga sudah hadir," kata Bupati.',
    ),
    Row(
        "before an attribution",
        _Candidate.is_attributed,
        True,
        '"Semua warga hadir di sana kemarin," ujar Bupati.',
        'Bupati berkata, "Semua warga hadir di sana kemarin."',
    ),
    Row(
        "three words alone or behind a colon",
        lambda case: case.stands_alone() and case.words >= 3,
        True,
        'Bupati: "Semua warga hadir."',
        'Bupati: "Hadir."',
    ),
    Row(
        "a sentence of four words at the start of one",
        lambda case: not case.leading and case.words >= 4 and case.ends_sentence(),
        True,
        'Air mulai surut. "Semua warga hadir di sana." Semua orang yang menunggu di balai senang.',
        'Air mulai surut. "Gotong royong" sudah menjadi budaya warga desa di sana sejak dulu.',
    ),
    Row(
        "in a sentence in which nobody speaks",
        lambda case: case.before is None,
        False,
        'Warga membawa "bendera merah putih" ke balai desa yang baru.',
        'Bupati berkata, "Semua warga hadir di sana kemarin."',
    ),
    Row(
        "four words, or two that end a sentence, behind a comma",
        lambda case: (
            case.is_introduced()
            and (case.words >= 4 or (case.words >= 2 and case.ends_with(".?!…")))
        ),
        True,
        'Bupati berkata, "Semua warga hadir di sana kemarin."',
        'Bupati berkata, "warga desa" harus hadir di balai desa yang baru.',
    ),
    Row(
        "a whole sentence behind words",
        lambda case: (
            case.words >= 4
            and case.inner[0].isupper()
            and (case.ends_with(".?!…") or case.words >= 8)
        ),
        True,
        'Bupati mengatakan bahwa "Semua warga hadir di sana kemarin."',
        'Bupati mengatakan bahwa "warga desa" harus hadir di balai desa yang baru.',
    ),
    Row(
        "four words of somebody whom the sentence names",
        lambda case: case.words >= 4 and case.names_speaker(),
        True,
        'Bupati menyebut pasar itu "rumah kedua para pedagang".',
        'Bupati menyebut pasar itu "rumah kedua".',
    ),
    Row(
        "anything else",
        always,
        False,
        'Bupati mengatakan bahwa "warga desa" harus hadir di balai desa yang baru.',
    ),
)


def _settle(waiting: list[Quotation], following: Quotation) -> list[Quotation]:
    """Those without attribution, said by the next speaker if they run on or nobody else can."""
    settled = []
    end = following.outer.start
    for early in reversed(waiting):
        runs_on = end - early.outer.end <= GAP
        follows = following.rule in EXPLICIT and (runs_on or early.speaker is None)
        said = early._replace(speaker=following.speaker, rule="next") if follows else early
        settled.append(said)
        end = early.outer.start
    return settled[::-1]
