"""The dateline: where, by whom and when a release was sent, run into its first sentence.

``PALANGKA RAYA – BIRO PKP.``, ``MAKASSAR, (17/6) -``, ``Jakarta (ANTARA) -``, ``Jakarta:``,
``KBRN, Palembang :``, ``PALEMBANG-KRSumsel.com-.``, ``OSLO, Norway, Oct. 7, 2024 /Newswire/ --``
are all the same thing: a few names, dates or brackets, held together by commas and dashes, closed
by a dash, colon or full stop, with a sentence behind. ``Brussels, 3 June 2025`` may stand on a
line of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarize.languages import Language
from summarize.models import Dateline, Span

_WORD = r"(?:(?:[A-Z]\.){2,4}|[A-Z][\w'’&]*(?:\.\w+)*)"
_SITE = r"\b\w{2,30}\.(?:com|co\.id|co|go\.id|net|id|org|news)\b"
_PART = re.compile(
    rf"""
      (?P<bracket> \( [^()\n]{{1,40}} \) | /[A-Z][\w ]{{1,30}}/ )
    | (?P<date> \d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?
              | \d{{1,2}}\s[A-Z][a-z]+\.?\s\d{{4}}
              | [A-Z][a-z]+\.?\s\d{{1,2}},\s\d{{4}} )
    | (?P<site> (?i:{_SITE}) )
    | (?P<name> {_WORD} (?: [ /] {_WORD} ){{0,3}} )
    """,
    re.VERBOSE,
)
_DAY = re.compile(r"\d{1,2}\s([A-Z][a-z]+)\b\.?(?!\s\d)|([A-Z][a-z]+)\.?\s\d{1,2}\b(?!,\s\d)")
_DASH = re.compile("[-–—]")
_JOINT = re.compile(r"\s?[,|]\s?|\s(?=[(/])|\s?[-–—]\s?")
_CLOSE = re.compile(r"\s?(?:--+|[-–—])[-.\s]*|\s?:\s+|\.\s+|(?<=\))\s")
_BEHIND = re.compile(r"[\"“”„'‘’(\[]{0,2}[A-Z\d]|[\"“‘'][a-z]")
_BULLETIN = re.compile(rf"(?i:{_SITE})(?:,\s?|\s[-–—]\s)(?=[A-Z])")
_CAPTIONED = re.compile(rf"\s(?i:{_SITE})")
_MOST_PARTS = 5
_REACH = 110  # characters; none of the 889 datelines of 23,565 articles was longer than 70
_CAPTION_REACH = 60


class _Part(NamedTuple):
    span: Span
    kind: str  # bracket, date, site or name
    dashed: bool  # whether a dash stands before it


def find_dateline(
    text: str, paragraph: Span, language: Language, *, opening: bool = True
) -> Dateline | None:
    """The dateline at the start of ``paragraph``, None where there is none.

    ``opening`` says that the paragraph is the story's first; further down only a site's or a
    town's name in capitals is believed. A caption may be glued in front (``Gubernur Cornelis
    TRIBUNPONTIANAK.CO.ID, SANGGAU -``): then the dateline does not start where the paragraph does.
    """
    end = min(paragraph.end, paragraph.start + _REACH)
    reader = _Reader(text, language, opening)
    found = reader.parse(paragraph.start, end)
    if not found:
        reach = min(end, paragraph.start + _CAPTION_REACH)
        bulletin = _BULLETIN.search(text, paragraph.start, reach)
        if bulletin and bulletin.start() > paragraph.start:
            found = reader.parse(bulletin.start(), end)
    return found


def find_date_line(text: str, line: Span, language: Language) -> Dateline | None:
    """The dateline that ``line`` is as a whole, ``Brussels, 3 June 2025``."""
    if line.end - line.start > _REACH:
        return None
    return _Reader(text, language, True).alone(line)


class _Reader(NamedTuple):
    """Parses datelines of one text."""

    text: str
    language: Language
    opening: bool

    def parse(self, start: int, end: int) -> Dateline | None:
        """The longest credible reading from ``start`` on."""
        text = self.text
        parts: list[_Part] = []
        best: Dateline | None = None
        at, dashed = start, False
        while len(parts) < _MOST_PARTS and (part := self._part(at, end, dashed)):
            parts.append(part)
            stop = part.span.end
            close = _CLOSE.match(text, stop, end)
            if close and _BEHIND.match(text, close.end()):
                best = self._read(parts, close.group(), close.end()) or best
            joint = _JOINT.match(text, stop, end)
            if joint:
                at, dashed = joint.end(), bool(_DASH.search(joint.group()))
            elif part.kind == "site" and text[stop : stop + 1] == " ":
                at, dashed = stop + 1, False
            else:
                break
        return best

    def _part(self, at: int, end: int, dashed: bool) -> _Part | None:
        """The name, date, site or bracket that begins at ``at``."""
        day = _DAY.match(self.text, at, end)
        if day and (day[1] or day[2]).lower() in self.language.table("months"):
            return _Part(Span(*day.span()), "date", dashed)
        found = _PART.match(self.text, at, end)
        if found is None:
            return None
        span, kind = Span(*found.span()), found.lastgroup or "name"
        return _Part(span, "date" if self._is_weekday(span) else kind, dashed)

    def alone(self, line: Span) -> Dateline | None:
        """``Brussels, 3 June 2025`` as the whole of a line."""
        place = self._part(line.start, line.end, False)
        joint = place and _JOINT.match(self.text, place.span.end, line.end)
        date = joint and self._part(joint.end(), line.end, False)
        if not place or not date or (place.kind, date.kind) != ("name", "date"):
            return None
        if date.span.end != line.end or self._is_office(place):
            return None
        return Dateline(line, place.span, None)

    def _read(self, parts: list[_Part], close: str, end: int) -> Dateline | None:
        """What ``parts`` say, if they can be a dateline that closes with ``close``."""
        text = self.text
        if parts[0].kind not in ("name", "site") or _CAPTIONED.search(parts[0].span.of(text)):
            return None
        offices = [p.span for p in parts if p.kind == "site" or self._is_office(p)]
        towns = [p.span for p in parts if p.kind == "name" and p.span not in offices]
        known = [town for town in towns if self._is_place(town)]
        if known:  # "KBRN, Palembang": beside a place that is known, the other name is an office
            others = (p for p in parts if p.span in towns and p.span not in known)
            offices += [p.span for p in others if not self._is_region(p, known[0])]
            towns = known
        if not self._credible(parts, close, known=known, offices=offices):
            return None
        offices += [
            Span(p.span.start + 1, p.span.end - 1)
            for p in parts
            if p.kind == "bracket" and not any(map(str.isdigit, p.span.of(text)))
        ]
        start = parts[0].span.start
        return Dateline(
            Span(start, start + len(text[start:end].rstrip())),
            towns[0] if towns else None,
            next(iter(offices or self._other_offices(parts, towns)), None),
        )

    def _credible(
        self, parts: list[_Part], close: str, *, known: list[Span], offices: list[Span]
    ) -> bool:
        """Whether a reading is a dateline and not the beginning of a sentence or a heading."""
        first, last = parts[0], parts[-1]
        name = first.span.of(self.text)
        sites = any(part.kind == "site" for part in parts)
        loud = name.isupper() and len(name) > 3
        sure = first.span in known or first.span in offices
        if any(p.dashed and p.kind == "name" and not self._stands_alone(p) for p in parts):
            return False
        if not self.opening and not (
            sites or (loud and known) or (known and last.kind == "bracket")
        ):
            return False
        if ":" in close:
            return bool(known)
        if close.startswith("."):  # "JAKARTA. Uni Eropa", "Jakarta, 14 Juni 2024. Kementerian"
            if last.kind == "date":
                return first.span in known
            return (last.dashed or loud) and (self._is_place(last.span) or self._is_office(last))
        if close.isspace():  # "Cibitung, (11/6) Menteri": a bracketed date closes by itself
            comma = self.text[last.span.start - 2 : last.span.start].startswith(",")
            return (comma or sure) and any(map(str.isdigit, last.span.of(self.text)))
        spaced = close[-1].isspace() or close[0].isspace()
        if not spaced:
            return sure
        return sure or loud or bool(known) or (len(name.split()) == 1 and len(name) > 3)

    def _other_offices(self, parts: list[_Part], towns: list[Span]) -> list[Span]:
        """What stands behind a place that is not known either."""
        others = [p for p in parts if p.span in towns[1:]]
        return [p.span for p in others if not self._is_region(p, towns[0])]

    def _is_region(self, part: _Part, town: Span) -> bool:
        """Whether a name says where the town is: ``KUPANG, Indonesia``, ``AUSTIN, Texas``.

        English datelines have the office in brackets, so that any name behind a comma does.
        """
        if self.language.code == "en" and not part.dashed and part.span.start > town.end:
            return True
        countries, name = self.language.terms("countries"), part.span.of(self.text)
        return name in countries or name.title() in countries

    def _stands_alone(self, part: _Part) -> bool:
        """Whether a name behind a dash is surely no beginning of a sentence."""
        return (
            part.span.of(self.text).isupper() or self._is_office(part) or self._is_place(part.span)
        )

    def _is_office(self, part: _Part) -> bool:
        words = part.span.of(self.text).lower().split()
        return part.kind == "name" and any(w in self.language.terms("offices") for w in words)

    def _is_place(self, span: Span) -> bool:
        """Whether a town is known, or the first of two ("Jakarta/Kuala Lumpur")."""
        name = span.of(self.text).lower()
        return any(self._is_town(each) for each in (name.replace("/", " "), *name.split("/")[:1]))

    def _is_town(self, name: str) -> bool:
        words = name.split()
        if len(words) > 1 and words[0] in ("kota", "kabupaten", "kab."):
            del words[0]
        return " ".join(words) in self.language.terms("datelines")

    def _is_weekday(self, span: Span) -> bool:
        return span.of(self.text).lower() in self.language.table("weekdays")
