"""The full text of a release with what was found marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from summarize.models import Release, Sentence, Span, Unit
from summarize.rendering.html.markup import escaped

Mark = tuple[Span, str]  # a place and the class that shows what it is


def full_text(release: Release, marks: Iterable[Mark], prefix: str) -> str:
    """The paragraphs of the release as markup.

    Each marked stretch between two borders is an element whose id is ``prefix`` and the offset it
    starts at: a link to a span finds its first stretch, and the others by their offsets.
    """
    pieces = _stretches((*marks, *_units(release)), release.text)
    blocks = groupby(release.sentences, key=_block)
    return "".join(_paragraph(list(units), pieces, prefix) for _, units in blocks)


def _block(sentence: Sentence) -> tuple[bool, int]:
    return sentence.unit is Unit.TITLE, sentence.paragraph


def _units(release: Release) -> Iterator[Mark]:
    """What is not a sentence of the story."""
    for sentence in release.sentences:
        if sentence.unit is not Unit.SENTENCE:
            yield sentence.span, sentence.unit.value
        elif sentence.aside:
            yield sentence.span, "aside"


class _Stretches:
    """The text cut wherever a mark begins or ends, handed out from front to back."""

    def __init__(self, text: str, cuts: Sequence[tuple[int, str]]) -> None:
        self.text = text
        self._cuts = cuts
        self._next = 0

    def until(self, start: int, end: int) -> Iterator[tuple[int, str, str]]:
        """Offset, classes and text of each stretch in ``text[start:end]``."""
        cuts = self._cuts
        at = start
        while at < end:
            while self._next + 1 < len(cuts) and cuts[self._next + 1][0] <= at:
                self._next += 1
            following = self._next + 1
            stop = min(end, cuts[following][0]) if following < len(cuts) else end
            yield at, cuts[self._next][1], self.text[at:stop]
            at = stop


def _stretches(marks: Sequence[Mark], text: str) -> _Stretches:
    """All marks, which may overlap, as one row of cuts with the classes that hold from there."""
    events = [(span.start, 1, kind) for span, kind in marks]
    events += [(span.end, -1, kind) for span, kind in marks]
    events.sort()
    open_marks: dict[str, int] = {}
    cuts = [(0, "")]
    for (at, change, kind), (after, _, _) in pairwise([*events, (len(text) + 1, 0, "")]):
        open_marks[kind] = open_marks.get(kind, 0) + change
        if after != at:
            cuts.append((at, " ".join(sorted(k for k, count in open_marks.items() if count))))
    return _Stretches(text, cuts)


def _paragraph(units: Sequence[Sentence], pieces: _Stretches, prefix: str) -> str:
    inside = "".join(
        _stretch(at, kinds, text, prefix)
        for at, kinds, text in pieces.until(units[0].span.start, units[-1].span.end)
    )
    return f"<p>{inside}</p>\n"


def _stretch(at: int, kinds: str, text: str, prefix: str) -> str:
    if not kinds:
        return escaped(text)
    return f'<span id="{prefix}{at}" class="{kinds}">{escaped(text)}</span>'
