"""Taking a release apart: headline, dateline, body, byline.

A release is not prose from the first character on. The headline has no full stop, the dateline
runs into the first sentence, desk initials hang on the last one, and between the paragraphs stand
captions, crossheads and "Baca juga" lines, and below it stand the house's own words about itself.
Each becomes a unit of its own, so that none of them ever reaches a sentence of the summary.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from summarize.anatomy.byline import find_byline, is_credit
from summarize.anatomy.closing import find_closing
from summarize.anatomy.dateline import find_date_line, find_dateline
from summarize.anatomy.furniture import (
    ends_sentence,
    is_aside,
    is_crosshead,
    is_date_line,
    is_headline,
    is_letterhead,
)
from summarize.anatomy.reflowing import reflow, trimmed
from summarize.errors import OptionError
from summarize.languages import CODES, Language, load
from summarize.languages.detection import detect
from summarize.models import Dateline, Document, Release, Sentence, Span, Unit
from summarize.segmentation import split_sentences

# A dateline may stand under captions and credits, but not deep in the story.
_DATELINE_WITHIN = 8
_LETTERHEAD = 6  # lines


def take_apart(document: Document, language: str = "auto") -> Release:
    """The anatomy of ``document``.

    ``language`` is a code, or ``auto`` to detect it. Raises OptionError for any other value.
    """
    known = _language(document.text, language)
    reading, lines = reflow(
        document.text, known.terms("letterheads"), whole_lines=document.whole_lines
    )
    text = reading.text
    places = _story([reading.original(line) for line in lines], document.asides)
    paragraphs = [lines[place] for place in places]
    below, title = _find_headline(text, paragraphs, known)
    where, dateline = _find_dateline(text, paragraphs, below, known)
    story = where if dateline else _below_deck(text, paragraphs, below, known)
    closing = find_closing(text, paragraphs, known)
    byline_at, byline = find_byline(text, paragraphs[:closing], known) or (-1, None)
    layout = _Layout(
        text, known, paragraphs, below, title, where, dateline, story, closing, byline_at, byline
    )
    sentences = _units(layout, lines, places)
    if byline is None:
        byline = next((s.span for s in sentences if s.unit is Unit.BYLINE), None)
    return Release(document, known, title, dateline, byline, tuple(sentences), reading)


class _Layout(NamedTuple):
    """Which paragraphs of a text its parts are in; a number is -1 where there is no such part."""

    text: str
    language: Language
    paragraphs: list[Span]
    below: int  # the first paragraph below the headline
    title: Span | None
    where: int  # the paragraph of the dateline
    dateline: Dateline | None
    story: int  # the first paragraph of the story, below subheads and captions
    closing: int  # the first paragraph below it
    byline_at: int
    byline: Span | None

    def units(self, number: int) -> Iterator[Sentence]:
        """The units of a paragraph: its sentences, and what is cut off before and behind them."""
        paragraph = self.paragraphs[number]
        if number < self.below:
            headline = self.title is not None and paragraph.contains(self.title)
            unit = Unit.TITLE if headline else Unit.SENTENCE
            yield Sentence(paragraph, number, unit, aside=not headline)
            return
        start, end = paragraph
        if self.dateline and number == self.where:
            opening = self.dateline.span
            if opening.start > start:
                caption = trimmed(self.text, Span(start, opening.start))
                yield Sentence(caption, number, aside=True)
            yield Sentence(opening, number, Unit.DATELINE)
            start = opening.end
        tail = self.byline if number == self.byline_at else None
        if tail:
            end = tail.start
        rest = trimmed(self.text, Span(start, end))
        if rest.start < rest.end:
            yield from self._prose(rest, number)
        if tail:
            yield Sentence(Span(tail.start, paragraph.end), number, Unit.BYLINE)

    def _prose(self, rest: Span, number: int) -> Iterator[Sentence]:
        """The sentences of a paragraph, or the paragraph as one unit where it is no prose."""
        line = rest.of(self.text)
        if is_credit(line, self.language):
            yield Sentence(rest, number, Unit.BYLINE)
        elif (
            number >= self.closing
            or is_aside(line, self.language)
            or is_crosshead(self.text, self.paragraphs, number)
            or (number < self.story and not ends_sentence(line))
        ):
            yield Sentence(rest, number, aside=True)
        else:
            for span in split_sentences(self.text, rest, self.language):
                yield Sentence(span, number)


def _units(layout: _Layout, lines: list[Span], places: list[int]) -> list[Sentence]:
    """The units of all ``lines`` in order; those that are at no place of the story are asides."""
    units = [
        unit._replace(paragraph=place)
        for number, place in enumerate(places)
        for unit in layout.units(number)
    ]
    apart = set(range(len(lines))).difference(places)
    units += [Sentence(lines[place], place, aside=True) for place in apart]
    units.sort(key=lambda unit: unit.span)
    if all(s.aside or s.unit is not Unit.SENTENCE for s in units):
        return [s._replace(aside=False) for s in units]  # nothing else to tell
    return units


def _story(lines: list[Span], asides: tuple[Span, ...]) -> list[int]:
    """The numbers of the lines that do not begin in one of ``asides``, which are in order."""
    starts = [aside.start for aside in asides]
    return [
        number
        for number, line in enumerate(lines)
        if not (place := bisect_right(starts, line.start)) or line.start >= asides[place - 1].end
    ]


def _language(text: str, language: str) -> Language:
    code = detect(text) if language == "auto" else language
    if code not in CODES:
        choices = ", ".join(("auto", *CODES))
        raise OptionError(f"no such language: {language} (choose from {choices})")
    return load(code)


def _find_headline(
    text: str, paragraphs: list[Span], language: Language
) -> tuple[int, Span | None]:
    """The number of the first paragraph after the headline, and the headline."""
    for first in dict.fromkeys((_below_letterhead(text, paragraphs, language), 0)):
        if first + 1 < len(paragraphs):
            line = paragraphs[first]
            if is_headline(line.of(text), language) and not find_dateline(text, line, language):
                marker = len(line.of(text)) - len(line.of(text).lstrip("#* \t"))
                return first + 1, Span(line.start + marker, line.end)
    return 0, None


def _below_letterhead(text: str, paragraphs: list[Span], language: Language) -> int:
    """The number of the first paragraph below ``SIARAN PERS``, a bare date, a contact.

    The name of the house may stand above these in capitals.
    """
    below = 0
    for number, paragraph in enumerate(paragraphs[:_LETTERHEAD]):
        line = paragraph.of(text)
        apart = is_aside(line, language)
        if is_letterhead(line, language) or (below and (apart or is_date_line(line))):
            below = number + 1
        elif below or not (apart or line.isupper()):
            break
    return below


def _below_deck(text: str, paragraphs: list[Span], below: int, language: Language) -> int:
    """The number of the first paragraph of the story, below subheads and captions."""
    for number in range(below, len(paragraphs)) if below else ():
        if not is_headline(paragraphs[number].of(text), language, deck=True):
            return number
    return below


def _find_dateline(
    text: str, paragraphs: list[Span], first: int, language: Language
) -> tuple[int, Dateline | None]:
    """The paragraph that the dateline opens, or the line that it is, and the dateline."""
    opening = True
    alone: tuple[int, Dateline | None] = -1, None
    for number in range(first, min(first + _DATELINE_WITHIN, len(paragraphs))):
        paragraph = paragraphs[number]
        dateline = find_dateline(text, paragraph, language, opening=opening)
        if dateline:
            return number, dateline
        if opening and not alone[1] and (dateline := find_date_line(text, paragraph, language)):
            alone = number, dateline
        opening = opening and not ends_sentence(paragraph.of(text))
    return alone
