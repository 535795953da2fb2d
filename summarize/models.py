"""What the stages hand to each other.

Everything found is a :class:`Span` of ``Release.text``, half-open, counted in code points: the
text as it is read, with the lines of a wrapped page joined. ``Release.original`` leads a span back
to the source, ``Document.text``, so whatever is shown can be pointed at. All types are immutable.
"""
# Without `from __future__ import annotations`: each of a NamedTuple is compiled at every start.

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from summarize.languages import Language
from summarize.version import __version__


class Span(NamedTuple):
    """A piece of the source: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Metadata(NamedTuple):
    """What a document says of itself, beside its text; ``date`` is ISO 8601."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None


class Document(NamedTuple):
    """An input as text. ``size`` is in bytes, ``sha256`` that of the bytes as read.

    ``reader`` names the format that the text was extracted from, ``text`` where it was decoded
    and no more; ``encoding`` is None where no single one made it. Spans in ``asides`` are no part
    of the story, ``pages`` are the offsets at which the pages begin, and with ``whole_lines`` no
    paragraph goes on in the next line.
    """

    text: str
    path: str | None
    encoding: str | None
    sha256: str
    size: int
    warnings: tuple[str, ...] = ()
    reader: str = "text"
    reader_version: str = f"ringkas {__version__}"
    metadata: Metadata = Metadata()
    asides: tuple[Span, ...] = ()
    pages: tuple[int, ...] | None = None
    whole_lines: bool = False

    def page_of(self, span: Span) -> int | None:
        """The page, counted from one, on which ``span`` begins."""
        return bisect_right(self.pages, span.start) if self.pages else None

    def __repr__(self) -> str:
        return f"<Document {self.path!r}: {self.reader}, {len(self.text)} characters>"


class Edit(NamedTuple):
    """``source[start:end]`` is read as ``replacement``, which begins at ``read``."""

    start: int
    end: int
    replacement: str
    read: int = 0


class Reading(NamedTuple):
    """A text as the stages read it, and what of the source was edited for that, in order.

    Lines of a wrapped page are joined, characters that nobody sees are not there.
    """

    text: str
    edits: tuple[Edit, ...] = ()

    def original(self, span: Span) -> Span:
        """The piece of the source that ``span`` was made from."""
        if not self.edits or span.start == span.end:
            return span
        return Span(self._led_back(span.start)[0], self._led_back(span.end - 1)[1])

    def _led_back(self, offset: int) -> tuple[int, int]:
        """Where in the source the character at ``offset`` begins and ends."""
        at = bisect_right(self.edits, offset, key=attrgetter("read")) - 1
        if at < 0:
            return offset, offset + 1
        edit = self.edits[at]
        behind = offset - edit.read - len(edit.replacement)
        return (edit.end + behind, edit.end + behind + 1) if behind >= 0 else edit[:2]


class Unit(StrEnum):
    """What a segment of the release is."""

    TITLE = "title"
    DATELINE = "dateline"
    SENTENCE = "sentence"
    BYLINE = "byline"


class Sentence(NamedTuple):
    """A segment of the release.

    ``aside`` marks what stands between the paragraphs without being part of the story (a
    caption, a crosshead, "Baca juga", a source line): never summarised, but never lost.
    """

    span: Span
    paragraph: int
    unit: Unit = Unit.SENTENCE
    aside: bool = False


class Dateline(NamedTuple):
    """``PALANGKA RAYA – BIRO PKP.``: where the release comes from, and from which office."""

    span: Span
    place: Span | None
    office: Span | None


class _Release(NamedTuple):
    document: Document
    language: Language
    title: Span | None
    dateline: Dateline | None
    byline: Span | None
    sentences: tuple[Sentence, ...]
    reading: Reading | None = None


class Release(_Release):
    """A document taken apart: what every finder and ranker works on.

    ``sentences`` are all units in order; between them lies only white space.
    """

    # Itself alone: finders keep what they read by it.
    __eq__ = object.__eq__
    __hash__ = object.__hash__
    __repr__ = object.__repr__

    @cached_property
    def text(self) -> str:
        """The text that all spans of findings are pieces of."""
        return self.reading.text if self.reading else self.document.text

    def original(self, span: Span) -> Span:
        """The piece of ``document.text`` that ``span`` of ``text`` was made from."""
        return self.reading.original(span) if self.reading else span

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, character by character: ``İ`` alone would become two."""
        return self.text.replace("İ", "i").lower()

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the story itself, in order."""
        return tuple(s for s in self.sentences if s.unit is Unit.SENTENCE and not s.aside)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The spans of the paragraphs of the story, in order."""
        spans: dict[int, Span] = {}
        for span, paragraph, *_ in self.body:
            spans[paragraph] = Span(spans.get(paragraph, span).start, span.end)
        return tuple(spans.values())


class Speaker(NamedTuple):
    """Who says something: the fullest name and role in the document, either may be unknown."""

    name: Span | None
    role: Span | None


class Quotation(NamedTuple):
    """A direct quotation that is a statement.

    ``span`` is what stands between the marks, ``outer`` includes them, ``cue`` is the attribution
    that names the speaker (``ungkap Kepala LAN Adi Suryanto``), ``rule`` how it was resolved.
    """

    span: Span
    outer: Span
    speaker: Speaker | None
    cue: Span | None
    rule: str


class Statement(NamedTuple):
    """Reported speech without quotation marks (``Kepala LAN menegaskan, kondisi …``)."""

    span: Span
    speaker: Speaker
    cue: Span
    rule: str


class ListKind(StrEnum):
    """By what a list is found."""

    MARKED = "marked"  # numbers, letters or bullets before its items
    ORDINALS = "ordinals"
    LINES = "lines"  # of their own
    ANNOUNCED = "announced"  # by a number, behind a cue
    CUE = "cue"


class Reason(NamedTuple):
    """A feature of a sentence or a list and how much it weighed in its score."""

    feature: str
    weight: float


class Enumeration(NamedTuple):
    """A list that the text announces.

    ``lead`` names what is listed (``4 tuntutan masa New Normal``), ``announced`` is the number it
    gives, ``points`` says that the items are demands, steps, goals and the like, ``partial`` that
    only some of so many are promised (``antara lain``). ``sign`` is the cue, ordinal or mark by
    which it was found, ``confidence`` how likely it is one, ``reasons`` what weighed most.
    """

    span: Span
    lead: Span | None
    items: tuple[Span, ...]
    announced: int | None
    points: bool
    kind: ListKind
    sign: str
    partial: bool = False
    confidence: float | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def rule(self) -> str:
        """What says that it is a list: ``announced: yaitu``."""
        return f"{self.kind}: {self.sign}"

    @property
    def complete(self) -> bool | None:
        """Whether as many items were found as announced; None where so many were not promised."""
        if self.announced is None or (self.partial and self.announced > len(self.items)):
            return None
        return self.announced == len(self.items)


class Person(NamedTuple):
    """A named person: the fullest name without honorifics and degrees, the fullest role.

    ``rule`` says by what the name was first told to be one.
    """

    name: Span
    role: Span | None
    mentions: tuple[Span, ...]
    rule: str


class Entity(NamedTuple):
    """A named organisation or place with all its mentions, and the rule of its first one."""

    name: Span
    mentions: tuple[Span, ...]
    rule: str


class Date(NamedTuple):
    """A date; ``value`` is ISO 8601 (an interval with ``/``), None where the year is not given.

    ``rule`` says how it is written and where its year is from.
    """

    span: Span
    value: str | None
    rule: str


class Figure(NamedTuple):
    """A quantity with its unit: ``Rp 1,2 miliar`` is 1200000000 Rp; ``upper`` ends a range."""

    span: Span
    value: int | float | None
    upper: int | float | None
    unit: str | None
    rule: str


class Abbreviation(NamedTuple):
    """An abbreviation that the text explains: ``Lembaga Administrasi Negara (LAN)``."""

    short: Span
    long: Span
    rule: str


class Event(NamedTuple):
    """The main event: its dates stated in full, its days as they are told (``Senin (16/9)``)."""

    what: Span | None
    dates: tuple[Date, ...]
    days: tuple[Span, ...]
    places: tuple[Span, ...]
    who: tuple[Span, ...]
    reasons: tuple[str, ...] = ()


class Findings(NamedTuple):
    """All that was found in a release, each kind in document order."""

    abbreviations: tuple[Abbreviation, ...]
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]
    people: tuple[Person, ...]
    organizations: tuple[Entity, ...]
    places: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]
    statements: tuple[Statement, ...]
    enumerations: tuple[Enumeration, ...]
    event: Event


class PointKind(StrEnum):
    """What a key point is, in the order in which a reader needs them."""

    LIST = "list"
    DECISION = "decision"
    NEWS = "news"
    STATEMENT = "statement"


QUOTED = "quotation"  # how the rule of a point ends that shows what somebody says


class Point(NamedTuple):
    """A key point: a passage, of which ``pieces`` are shown, and the list in it if that is."""

    span: Span
    kind: PointKind
    rule: str
    speaker: Speaker | None
    enumeration: Enumeration | None
    score: float
    pieces: tuple[Span, ...]

    @property
    def shown(self) -> Span:
        """From the first to the last character that is shown."""
        return Span(min(self.pieces).start, max(piece.end for piece in self.pieces))


class Chosen(NamedTuple):
    """A sentence of the summary with its score and, where asked for, what weighed most in it."""

    sentence: Sentence
    score: float
    reasons: tuple[Reason, ...] = ()


class Summary(NamedTuple):
    """All there is to show of a release.

    ``lists`` are points for all announced lists, in order, whether or not a key point shows them;
    ``quotable`` are quotations that no point holds and that can be read alone.
    """

    release: Release
    method: str
    sentences: tuple[Chosen, ...]
    points: tuple[Point, ...]
    lists: tuple[Point, ...]
    findings: Findings
    warnings: tuple[str, ...]
    quotable: tuple[Quotation, ...] = ()
