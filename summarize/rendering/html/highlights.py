"""The full text of a release with what was found highlighted in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from summarize.models import Release, Sentence, Span, Unit
from summarize.rendering.html.markup import escaped, place_of

Highlight = tuple[Span, str]  # a place and the class that shows what it is


def full_text(release: Release, highlights: Iterable[Highlight], prefix: str) -> str:
    """The paragraphs of the release as markup, each highlight an element with the id of its place.

    A highlight that another one cuts through, or that goes over a paragraph's end, is continued by
    elements that name it in ``data-rest``.
    """
    classes: dict[Span, list[str]] = {}
    for span, kind in sorted((*_units(release), *highlights), key=_outer_first):
        if span.start < span.end and kind not in classes.setdefault(span, []):
            classes[span].append(kind)
    writer = _Writer(release.text, classes, prefix)
    blocks = groupby(release.sentences, key=_block)
    return "".join(_paragraph(writer, list(units)) for _, units in blocks)


def _outer_first(highlight: Highlight) -> tuple[int, int, str]:
    span, kind = highlight
    return span.start, -span.end, kind


def _block(sentence: Sentence) -> tuple[bool, int]:
    return sentence.unit is Unit.TITLE, sentence.paragraph


def _units(release: Release) -> Iterator[Highlight]:
    """What is not a sentence of the story."""
    for sentence in release.sentences:
        if sentence.unit is not Unit.SENTENCE:
            yield sentence.span, sentence.unit.value
        elif sentence.aside:
            yield sentence.span, "aside"


def _paragraph(writer: _Writer, units: Sequence[Sentence]) -> str:
    return f"<p>{''.join(writer.until(units[0].span.start, units[-1].span.end))}</p>\n"


class _Writer:
    """Writes the text from front to back, opening and closing highlights as they begin and end."""

    def __init__(self, text: str, classes: dict[Span, list[str]], prefix: str) -> None:
        self._text, self._classes, self._prefix = text, classes, prefix
        self._coming = list(reversed(classes))  # the next highlight stands last
        self._open: list[Span] = []  # the innermost stands last

    def until(self, start: int, end: int) -> Iterator[str]:
        """The markup of ``text[start:end]``; what goes on is closed, and goes on afterwards."""
        at = start
        yield from (self._tag(span, rest=True) for span in self._open)
        while at < end:
            while self._coming and self._coming[-1].start <= at:
                span = self._coming.pop()
                if span.end > at:
                    yield self._tag(span, rest=False)
                    self._open.append(span)
            stop = min([end, *(span.end for span in self._open)])
            if self._coming:
                stop = min(stop, self._coming[-1].start)
            yield escaped(self._text[at:stop])
            at = stop
            yield from self._close(at)
        yield "</span>" * len(self._open)

    def _close(self, at: int) -> Iterator[str]:
        """Close the highlights that end here, and those inside them for a moment."""
        outermost = next((n for n, span in enumerate(self._open) if span.end <= at), None)
        if outermost is None:
            return
        inside = self._open[outermost:]
        del self._open[outermost:]
        yield "</span>" * len(inside)
        for span in inside:
            if span.end > at:
                yield self._tag(span, rest=True)
                self._open.append(span)

    def _tag(self, span: Span, *, rest: bool) -> str:
        place = place_of(self._prefix, span)
        known = f'data-rest="{place}"' if rest else f'id="{place}"'
        return f'<span {known} class="{" ".join(self._classes[span])}">'
