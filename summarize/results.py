"""A summary as whoever asked for it wants it: what was found as strings, and ways to show it.

The names are those of the JSON. Points, sentences and quotations are what the stages hand on,
spans and all, and know their text; people and the rest are records of strings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from summarize.models import Chosen, Point, Quotation, Release, Span
from summarize.models import Date as FoundDate
from summarize.models import Entity as FoundEntity
from summarize.models import Summary as FoundSummary

if TYPE_CHECKING:  # made when somebody asks for them: a run of the command never does
    from summarize.records import Abbreviation, Date, Entity, Event, Figure, Person, Piece

_SHOWN = 60  # characters of a text in a repr
_FRAME = (
    '<iframe sandbox="allow-scripts" title="Ringkas" srcdoc="{page}"'
    ' style="width: 100%; height: 36em; border: 0"></iframe>'
)


class KeyPoint(Point):
    """A key point or an announced list, with what is shown of it as strings."""

    release: Release

    @property
    def text(self) -> str:
        """The passage, or what is shown of it with `` … `` where something is left out."""
        pieces = self.pieces if self.enumeration is None else (self.span,)
        return " … ".join(_source(self.release, piece) for piece in pieces)

    @property
    def name(self) -> str | None:
        """The name of who says it; None where nobody does, or it is not known."""
        return _words(self.release, self.speaker and self.speaker.name)

    @property
    def role(self) -> str | None:
        """The role of who says it."""
        return _words(self.release, self.speaker and self.speaker.role)

    @property
    def lead(self) -> str | None:
        """What is listed (``4 tuntutan masa New Normal``), where it is a list."""
        return _words(self.release, self.enumeration and self.enumeration.lead)

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the list."""
        listed = self.enumeration.items if self.enumeration else ()
        return tuple(_source(self.release, item) for item in listed)

    def __repr__(self) -> str:
        return f"KeyPoint({_short(self.text)}, kind={self.kind.value!r}, name={self.name!r})"


class SummarySentence(Chosen):
    """A sentence of the summary; ``source[start:end]`` is its ``text``."""

    release: Release

    @property
    def text(self) -> str:
        """The sentence."""
        return _source(self.release, self.sentence.span)

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return self.release.original(self.sentence.span).start

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.release.original(self.sentence.span).end

    def __repr__(self) -> str:
        return f"SummarySentence({_short(self.text)}, score={self.score:.3f})"


class Quote(Quotation):
    """A direct quotation with its speaker; ``source[start:end]`` is its ``text``."""

    release: Release

    @property
    def text(self) -> str:
        """What stands between the marks."""
        return _source(self.release, self.span)

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return self.release.original(self.span).start

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.release.original(self.span).end

    @property
    def name(self) -> str | None:
        """The speaker's name; None where it is not known."""
        return _words(self.release, self.speaker and self.speaker.name)

    @property
    def role(self) -> str | None:
        """The speaker's role; None where it is not known."""
        return _words(self.release, self.speaker and self.speaker.role)

    def __repr__(self) -> str:
        return f"Quote({_short(self.text)}, name={self.name!r}, role={self.role!r})"


class Summary(FoundSummary):
    """All there is to show of a release: its key points, its summary and what was found.

    ``findings`` and ``release`` have the same in spans, and more of it.
    """

    @cached_property
    def points(self) -> tuple[KeyPoint, ...]:
        """The key points, most important first."""
        return _known(KeyPoint, super().points, self.release)

    @property
    def key_points(self) -> tuple[KeyPoint, ...]:
        """The key points, by their name in the JSON."""
        return self.points

    @cached_property
    def lists(self) -> tuple[KeyPoint, ...]:
        """All announced lists, in the order of the text."""
        return _known(KeyPoint, super().lists, self.release)

    @cached_property
    def sentences(self) -> tuple[SummarySentence, ...]:
        """The sentences of the summary, in the order of the text."""
        return _known(SummarySentence, super().sentences, self.release)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The direct quotations, in the order of the text."""
        return _known(Quote, self.findings.quotations, self.release)

    @property
    def title(self) -> str | None:
        """The headline."""
        return _words(self.release, self.release.title)

    @property
    def dateline(self) -> str | None:
        """Where and by whom it was issued, as the text says it before its first sentence."""
        return _words(self.release, self.release.dateline and self.release.dateline.span)

    @property
    def byline(self) -> str | None:
        """Who wrote it, as the text says it below."""
        return _words(self.release, self.release.byline)

    @property
    def event(self) -> Event:
        """What it is about: what, on which dates, where, who."""
        from summarize.records import Event, Piece

        found = self.findings.event
        what = found.what and Piece(*_piece(self.release, found.what))
        days, places, who = map(self._pieces, (found.days, found.places, found.who))
        return Event(what, self._dates(found.dates), days, places, who)

    @property
    def language(self) -> str:
        """The code of the language: ``id`` or ``en``."""
        return self.release.language.code

    @property
    def text(self) -> str:
        """The summary as one text."""
        return " ".join(" ".join(sentence.text.split()) for sentence in self.sentences)

    @property
    def people(self) -> tuple[Person, ...]:
        """The people, with their roles."""
        from summarize.records import Person

        return tuple(
            Person(
                person.name.of(self.release.text),
                _words(self.release, person.role),
                self._pieces(person.mentions),
            )
            for person in self.findings.people
        )

    @property
    def organizations(self) -> tuple[Entity, ...]:
        """The organisations."""
        return self._entities(self.findings.organizations)

    @property
    def places(self) -> tuple[Entity, ...]:
        """The places."""
        return self._entities(self.findings.places)

    @property
    def dates(self) -> tuple[Date, ...]:
        """The dates, in the order of the text."""
        return self._dates(self.findings.dates)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, in the order of the text."""
        from summarize.records import Figure

        return tuple(
            Figure(*_piece(self.release, figure.span), figure.value, figure.upper, figure.unit)
            for figure in self.findings.figures
        )

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """The abbreviations that the text explains."""
        from summarize.records import Abbreviation

        text = self.release.text
        found = self.findings.abbreviations
        return tuple(Abbreviation(one.short.of(text), one.long.of(text)) for one in found)

    def to_dict(
        self, sections: Sequence[str] | None = None, *, explain: bool = False
    ) -> dict[str, Any]:
        """The object that ``--format json`` writes; with ``sections`` only those.

        Raises OptionError for a section that does not exist.
        """
        from summarize.rendering.json import to_object

        return to_object(self, _checked(sections), explain=explain)

    def to_json(
        self, sections: Sequence[str] | None = None, *, explain: bool = False, lines: bool = False
    ) -> str:
        """The JSON that ``--format json`` writes, or with ``lines`` the one line of ``jsonl``."""
        from summarize.rendering.json import render_json, render_jsonl

        render = render_jsonl if lines else render_json
        return render(self, _checked(sections), explain=explain)

    def to_markdown(
        self, sections: Sequence[str] | None = None, *, explain: bool = False, full: bool = False
    ) -> str:
        """The page that ``--format markdown`` writes; ``full`` as ``--full``."""
        from summarize.rendering.markdown import render_markdown

        return render_markdown(self, _checked(sections), explain=explain, full=full)

    def to_html(
        self, sections: Sequence[str] | None = None, *, explain: bool = False, full: bool = False
    ) -> str:
        """The page that ``--format html`` writes, one file that needs nothing else."""
        from summarize.rendering.html import render_html

        return render_html(self, _checked(sections), explain=explain, full=full)

    def _repr_html_(self) -> str:
        """The page, in a frame of its own: its styles are for no other cell of a notebook."""
        from html import escape

        return _FRAME.format(page=escape(self.to_html()))

    def __repr__(self) -> str:
        found = self.findings
        counts = {
            "points": super().points,
            "sentences": super().sentences,
            "quotes": found.quotations,
            "people": found.people,
        }
        told = ", ".join(f"{len(of)} {name}" for name, of in counts.items())
        if not self.release.sentences:
            return "<Summary of an empty text>"
        title = _short(self.title) if self.title else "a text without a headline"
        return f"<Summary of {title}: {told}>"

    def _dates(self, found: Iterable[FoundDate]) -> tuple[Date, ...]:
        from summarize.records import Date

        return tuple(Date(*_piece(self.release, date.span), date.value) for date in found)

    def _pieces(self, spans: Iterable[Span]) -> tuple[Piece, ...]:
        from summarize.records import Piece

        return tuple(Piece(*_piece(self.release, span)) for span in spans)

    def _entities(self, found: Iterable[FoundEntity]) -> tuple[Entity, ...]:
        from summarize.records import Entity

        text = self.release.text
        return tuple(Entity(one.name.of(text), self._pieces(one.mentions)) for one in found)


def _known(kind: Any, found: Iterable[Any], release: Release) -> tuple[Any, ...]:
    """What was found as ``kind``, which knows the release that it is from."""
    known = []
    for one in found:
        told = kind._make(one)
        told.release = release
        known.append(told)
    return tuple(known)


def _source(release: Release, span: Span) -> str:
    """The piece of the source that ``span`` of the text is."""
    return release.original(span).of(release.document.text)


def _piece(release: Release, span: Span) -> tuple[str, int, int]:
    start, end = release.original(span)
    return release.document.text[start:end], start, end


def _words(release: Release, span: Span | None) -> str | None:
    return None if span is None else span.of(release.text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…")


def _checked(sections: Sequence[str] | None) -> Sequence[str] | None:
    if sections is None:
        return None
    from summarize.errors import OptionError
    from summarize.rendering.sections import SECTIONS

    wanted = [sections] if isinstance(sections, str) else sections
    unknown = [name for name in wanted if name not in SECTIONS]
    if unknown:
        raise OptionError(f"no section {unknown[0]!r}: choose from {', '.join(SECTIONS)}")
    return wanted
