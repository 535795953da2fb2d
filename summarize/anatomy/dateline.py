"""The dateline: where, by whom and when a release was sent, run into its first sentence.

``PALANGKA RAYA – BIRO PKP.``, ``MAKASSAR, (17/6) -``, ``Jakarta (ANTARA) -``, ``Jakarta:``,
``KBRN, Palembang :``, ``PALEMBANG-KRSumsel.com-.``, ``OSLO, Norway, Oct. 7, 2024 /Newswire/ --``
are all the same thing: a few names, dates or brackets, held together by commas and dashes, closed
by a dash, colon or full stop, with a sentence behind. ``Brussels, 3 June 2025`` may stand on a
line of its own.
"""

import re
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.languages import Language
from summarize.models import Dateline, Span
from summarize.patterns import pattern
from summarize.segmentation.punkt import parameters

_WORD = r"(?:(?:[A-Z]\.){2,4}|[A-Z][\w'’&]*(?:\.\w+)*)"
_SITE = r"\b\w{2,30}\.(?:com|co\.id|co|go\.id|net|id|org|news)\b"
_PART = pattern(
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
_DAY = pattern(r"\d{1,2}\s([A-Z][a-z]+)\b\.?(?!\s\d)|([A-Z][a-z]+)\.?\s\d{1,2}\b(?!,\s\d)")
_DASH = pattern("[-–—]")
_JOINT = pattern(r"\s?[,|]\s?|\s(?=[(/])|\s?[-–—]\s?|--(?=\()|\s(?:and|&)\s(?=[A-Z]{2})")
_CLOSE = pattern(r"\s?(?:--+|[-–—])[-.\s]*|\s?:\s+|\.\s+|(?<=\))\s")
_BEHIND = pattern(r"[\"“”„'‘’(\[]{0,2}[A-Z\d]|[\"“‘'][a-z]")
_BULLETIN = pattern(rf"(?i:{_SITE})(?:,\s?|\s[-–—]\s)(?=[A-Z])")
_CAPTIONED = pattern(rf"\s(?i:{_SITE})")
_SENTENCE_ENDS = '.!?"”'
_MOST_PARTS = 5
_SHORTEST = 3  # letters that are no town's name yet
_FEWEST_WORDS = 3  # words in lower case of a sentence behind a dateline
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
    reader = _Reader(text, language, opening, paragraph.end)
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
    return _Reader(text, language, True, line.end).alone(line)


class _Reader(NamedTuple):
    """Parses datelines of one text; their paragraph ends at ``until``."""

    text: str
    language: Language
    opening: bool
    until: int

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
        if self.text[at : span.end + 1].lower() in self.language.terms("state_shorts"):
            span = Span(at, span.end + 1)  # "TULSA, Okla."
        return _Part(span, "date" if self._is_weekday(span) else kind, dashed)

    def alone(self, line: Span) -> Dateline | None:
        """``Brussels, 3 June 2025`` as the whole of a line."""
        place = self._part(line.start, line.end, False)
        joint = place and _JOINT.match(self.text, place.span.end, line.end)
        date = joint and self._part(joint.end(), line.end, False)
        if not place or not date or (place.kind, date.kind) != ("name", "date"):
            return None
        if date.span.end != line.end or self.is_office(place):
            return None
        return Dateline(line, place.span, None)

    def _read(self, parts: list[_Part], close: str, end: int) -> Dateline | None:
        """What ``parts`` say, if they can be a dateline that closes with ``close``."""
        text = self.text
        if parts[0].span.of(text).lower() in self.language.terms("letterheads"):
            return None
        if parts[0].kind not in ("name", "site") or _CAPTIONED.search(parts[0].span.of(text)):
            return None
        towns, known, offices = self._names(parts)
        claim = _Claim(self, parts, close, known, offices, Span(end, self.until))
        if not decide(_CREDIBLE, claim).verdict:
            return None
        offices += self._bracketed(parts)
        start = parts[0].span.start
        return Dateline(
            Span(start, start + len(text[start:end].rstrip())),
            towns[0] if towns else None,
            next(iter(offices or self._other_offices(parts, towns)), None),
        )

    def _names(self, parts: list[_Part]) -> tuple[list[Span], list[Span], list[Span]]:
        """The towns among the parts, those of them that are known, and the offices."""
        offices = [p.span for p in parts if p.kind == "site" or self.is_office(p)]
        towns = [p.span for p in parts if p.kind == "name" and p.span not in offices]
        known = [town for town in towns if self.is_place(town)]
        if not known:
            return towns, known, offices
        # "KBRN, Palembang": beside a place that is known, the other name is an office
        unknown = [part for part in parts if part.span in set(towns).difference(known)]
        return known, known, offices + self._not_regions(unknown, known[0])

    def _bracketed(self, parts: list[_Part]) -> list[Span]:
        """What stands in brackets and is no date."""
        return [
            Span(part.span.start + 1, part.span.end - 1)
            for part in parts
            if part.kind == "bracket" and not self.has_digit(part)
        ]

    def has_digit(self, part: _Part) -> bool:
        """Whether there is a digit in a part, as in a date."""
        return any(map(str.isdigit, part.span.of(self.text)))

    def _other_offices(self, parts: list[_Part], towns: list[Span]) -> list[Span]:
        """What stands behind a place that is not known either."""
        others = [part for part in parts if part.span in towns[1:]]
        return self._not_regions(others, towns[0]) if others else []

    def _not_regions(self, parts: list[_Part], town: Span) -> list[Span]:
        """The names that do not say where the town is."""
        return [part.span for part in parts if not self._is_region(part, town)]

    def _is_region(self, part: _Part, town: Span) -> bool:
        """Whether a name says where the town is: ``KUPANG, Indonesia``, ``AUSTIN, Texas``.

        English datelines have the office in brackets, so that any name behind a comma does.
        """
        if (
            self.language.rules.region_behind_town
            and not part.dashed
            and part.span.start > town.end
        ):
            return True
        countries, name = self.language.terms("countries"), part.span.of(self.text)
        return name in countries or name.title() in countries

    def stands_alone(self, part: _Part) -> bool:
        """Whether a name behind a dash is surely no beginning of a sentence."""
        return part.span.of(self.text).isupper() or self.is_office(part) or self.is_place(part.span)

    def is_office(self, part: _Part) -> bool:
        words = part.span.of(self.text).lower().split()
        return part.kind == "name" and any(w in self.language.terms("offices") for w in words)

    def is_place(self, span: Span) -> bool:
        """Whether a town is known, or the first of two ("Jakarta/Kuala Lumpur")."""
        name = span.of(self.text).lower()
        return any(self._is_town(each) for each in (name.replace("/", " "), *name.split("/")[:1]))

    def _is_town(self, name: str) -> bool:
        words = name.split()
        if len(words) > 1 and words[0] in self.language.terms("town_kinds"):
            del words[0]
        return " ".join(words) in self.language.terms("datelines")

    def _is_weekday(self, span: Span) -> bool:
        return span.of(self.text).lower() in self.language.table("weekdays")


class _Claim(NamedTuple):
    """Parts that may be a dateline, places and offices among them, the rest of the paragraph."""

    reader: _Reader
    parts: list[_Part]
    close: str
    known: list[Span]
    offices: list[Span]
    rest: Span

    @property
    def name(self) -> str:
        """The first part as written."""
        return self.parts[0].span.of(self.reader.text)

    @property
    def loud(self) -> bool:
        """Whether the first part is a name in capitals."""
        return self.name.isupper() and len(self.name) > 3

    @property
    def sure(self) -> bool:
        """Whether the first part is a place or an office that is known."""
        first, shorts = self.parts[0].span, self.reader.language.terms("state_shorts")
        stated = any(part.span.of(self.reader.text).lower() in shorts for part in self.parts[1:])
        return stated or first in self.known or first in self.offices

    def runs_on(self) -> bool:
        """Whether a name behind a dash may begin a sentence."""
        dashed = [part for part in self.parts if part.dashed and part.kind == "name"]
        return any(not self.reader.stands_alone(part) for part in dashed)

    def is_quiet(self) -> bool:
        """Whether it stands further down and is neither a site, nor loud, nor in brackets."""
        if self.reader.opening or any(part.kind == "site" for part in self.parts):
            return False
        return not (self.known and (self.loud or self.parts[-1].kind == "bracket"))

    def closes_date(self) -> bool:
        """Whether a full stop closes a date: ``Jakarta, 14 Juni 2024. Kementerian``."""
        return self.close.startswith(".") and self.parts[-1].kind == "date"

    def names_place(self) -> bool:
        """Whether the last part is a place or an office that stands out."""
        last = self.parts[-1]
        stands_out = last.dashed or self.loud
        return stands_out and (self.reader.is_place(last.span) or self.reader.is_office(last))

    def closes_by_bracket(self) -> bool:
        """Whether a date in brackets closes it: ``Cibitung, (11/6) Menteri``."""
        last = self.parts[-1]
        comma = self.reader.text[last.span.start - 2 : last.span.start].startswith(",")
        return (comma or self.sure) and self.reader.has_digit(last)

    def is_tight(self) -> bool:
        """Whether no space stands on either side of what closes it."""
        return not (self.close[-1].isspace() or self.close[0].isspace() or "--" in self.close)

    def looks_like_place(self) -> bool:
        """Whether it is known, or written as a place is: in capitals, or in one long word."""
        word = len(self.name.split()) == 1 and len(self.name) > 3
        return self.sure or self.loud or bool(self.known) or word

    def heads_sentence(self) -> bool:
        """Whether it is some name, by no ordinary words, and the rest a sentence of its own."""
        known, stopwords = (
            parameters(self.reader.language.code),
            self.reader.language.terms("stopwords"),
        )
        words = self.name.lower().split()
        ordinary = known.lower | known.names | stopwords
        if ordinary.issuperset(words) or words[0] in stopwords or len(self.name) <= _SHORTEST:
            return False
        rest = self.rest.of(self.reader.text).rstrip()
        told = [word for word in rest.split() if word.islower()]
        return len(told) >= _FEWEST_WORDS and rest[-1] in _SENTENCE_ENDS


_CREDIBLE: tuple[Row[_Claim, bool], ...] = (
    Row(
        "a name behind a dash that may begin a sentence",
        _Claim.runs_on,
        False,
        "Banjir - Warga Desa - Air mulai surut kemarin sore.",
        "Jakarta - KOMINFO - Air mulai surut kemarin sore.",
    ),
    Row(
        "further down and quiet",
        _Claim.is_quiet,
        False,
        "Air sungai mulai surut.\nWarga - Mereka pulang kemarin sore.",
        "Warga - Mereka pulang kemarin sore.",
    ),
    Row(
        "a colon behind a place",
        lambda claim: ":" in claim.close and claim.known,
        True,
        "Palembang: Air sungai mulai surut.",
        "Catatan: Air sungai mulai surut.",
    ),
    Row(
        "a colon behind the day of a name in capitals",
        lambda claim: ":" in claim.close and claim.loud and claim.parts[-1].kind == "date",
        True,
        "SUKAMAJU, 14 Juni: Air sungai mulai surut.",
        "SUKAMAJU: Air sungai mulai surut.",
    ),
    Row(
        "a colon",
        lambda claim: ":" in claim.close,
        False,
        "Catatan: Air sungai mulai surut.",
        "Palembang: Air sungai mulai surut.",
    ),
    Row(
        "a full stop behind the date of a place",
        lambda claim: claim.closes_date() and claim.parts[0].span in claim.known,
        True,
        "Palembang, 14 Juni 2024. Air sungai mulai surut.",
        "Rapat, 14 Juni 2024. Air sungai mulai surut.",
    ),
    Row(
        "a full stop behind a place or an office",
        lambda claim: claim.close.startswith(".") and claim.names_place(),
        True,
        "PALEMBANG. Air sungai mulai surut.",
        "Palembang. Air sungai mulai surut.",
    ),
    Row(
        "a full stop",
        lambda claim: claim.close.startswith("."),
        False,
        "Palembang. Air sungai mulai surut.",
        "PALEMBANG. Air sungai mulai surut.",
    ),
    Row(
        "a bracket with a date",
        lambda claim: claim.close.isspace() and claim.closes_by_bracket(),
        True,
        "Palembang, (11/6) Air sungai mulai surut.",
        "Palembang, (Antara) Air sungai mulai surut.",
    ),
    Row(
        "another bracket",
        lambda claim: claim.close.isspace(),
        False,
        "Palembang, (Antara) Air sungai mulai surut.",
        "Palembang, (11/6) Air sungai mulai surut.",
    ),
    Row(
        "a dash without spaces behind a place or an office",
        lambda claim: claim.is_tight() and claim.sure,
        True,
        "Palembang-Air sungai mulai surut.",
        "Rapat-Air sungai mulai surut.",
    ),
    Row(
        "a dash without spaces",
        _Claim.is_tight,
        False,
        "Rapat-Air sungai mulai surut.",
        "Palembang-Air sungai mulai surut.",
    ),
    Row(
        "a dash behind what looks like a place",
        _Claim.looks_like_place,
        True,
        "Sukamaju - Air sungai mulai surut.",
        "Kami Bali - Air sungai mulai surut.",
    ),
    Row(
        "a dash between a name and a sentence",
        _Claim.heads_sentence,
        True,
        "Sumber Arum - Air sungai mulai surut kemarin.",
        "Sumber Arum - Air Sungai Surut",
    ),
    Row("anything else", always, False, "Dana Air - Air sungai mulai surut."),
)
