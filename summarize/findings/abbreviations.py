"""Abbreviations that the text itself explains.

``Lembaga Administrasi Negara (LAN)``, ``ASN (Aparatur Sipil Negara)``, ``Perluasan Areal Tanam
atau PAT``, ``Posyandu, singkatan dari Pos Pelayanan Terpadu``: an abbreviation is believed only
where its letters or syllables come from the words in order (see alignment.py). The long form is
exactly the words abbreviated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from summarize.languages import Language
from summarize.models import Abbreviation, Release, Span
from summarize.patterns import pattern
from summarize.text.reading import Reading
from summarize.text.short_forms import best_start, fits, initials, spellings

_BRACKET = pattern(r"[(\[]\s{0,2}(?:the\s)?[“\"'‘]?([^()\[\]\n]{2,120})[)\]]")
_WORD = pattern(r"[^\W_](?:[\w’'&]|\.(?=\w))*+")
_BREAK = pattern(r"(?<!\b[A-Z])\.|[;:!?()\[\]“”\"\n|•]")  # no long form goes on beyond these
_SHORT = pattern(r"(?=[^\n]{0,20}[^\W\d_])[\w&][\w&/.-]{1,18}(?: [A-Z0-9][\w/-]{0,14}){0,2}")
_SHORT_BEFORE = pattern(r"(?<![\w-])((?:[A-Z][\w/&-]{0,15} )?[A-Za-z][\w/&-]{1,18})\s{0,2}\Z")
_LEGAL_FORM = pattern(r"\s(?:\(Persero\)\s)?(?:Tbk|(?:Pte\.? |Co\.,? )?Ltd|Inc)\b\.?\s?\Z")
_LEGAL = 30  # characters of a legal form
_WINDOW = 180  # characters of a long form
_BODY = pattern(r"[A-Z]{2,7}")
_CAPITALS = pattern(r"[A-Z][A-Z0-9/&-]{1,11}(?![\w-])")


def find_abbreviations(reading: Reading) -> tuple[Abbreviation, ...]:
    """The abbreviations explained in title and story, each where it is first explained.

    >>> from summarize import summarize
    >>> text = "Rapat Koordinasi Nasional (Rakornas) ASN (Aparatur Sipil Negara) dibuka."
    >>> [(found.short.of(text), found.long.of(text))
    ...  for found in summarize(text, language="id").findings.abbreviations]
    [('Rakornas', 'Rapat Koordinasi Nasional'), ('ASN', 'Aparatur Sipil Negara')]
    """
    release = reading.release
    found: dict[str, Abbreviation] = {}
    parts = ([release.title] if release.title else []) + list(release.paragraphs)
    for part in parts:
        pairs = [*_bracketed(release, part), *_with_cue(release, part)]
        for pair in sorted(pairs, key=lambda pair: min(pair.short, pair.long)):
            found.setdefault(pair.short.of(release.text).lower(), pair)
    return tuple(found.values())


def _bracketed(release: Release, part: Span) -> Iterator[Abbreviation]:
    text, language = release.text, release.language
    tried: set[tuple[str, str]] = set()
    for m in _BRACKET.finditer(text, part.start, part.end):
        before = text[max(part.start, m.start() - _WINDOW) : m.start()]
        if (before, m[1]) in tried:
            continue
        tried.add((before, m[1]))
        short = _as_short(text, Span(*m.span(1)), language)
        within = Span(part.start, m.start())
        long = short and _long_of_firm(text, short, within, language)
        if short and not long and (slash := text.find("/", *short)) > short.start + 1:
            short = Span(short.start, slash)  # "Madrasah Ibtidaiyah (MI/SD)"
            long = _long_before(text, short, within, language)
        if short and long:
            yield Abbreviation(short, long, "in brackets after the long form")
        elif pair := _reversed(text, m, part, language):
            yield pair


def _as_short(text: str, content: Span, language: Language) -> Span | None:
    """What can be an abbreviation in a bracket, without "selanjutnya disebut" before it."""
    start, end = content
    while end > start and text[end - 1] in " ”\"'’,.":
        end -= 1
    cue = _cue(language, "short_form_cues").match(text, start, end)
    if cue:
        start = cue.end()
    m = _SHORT.fullmatch(text, start, end)
    if m is None or m[0].lower() in language.terms("no_abbreviations"):
        return None
    return Span(start, end) if m[0][0].isupper() or len(m[0]) > 3 or m[0][0].isdigit() else None


def _long_of_firm(text: str, short: Span, within: Span, language: Language) -> Span | None:
    """The same, without the legal form before ``within.end`` unless it gives a letter."""
    form = _LEGAL_FORM.search(text, max(within.start, within.end - _LEGAL), within.end)
    bare = form and _long_before(text, short, Span(within.start, form.start()), language)
    return bare or _long_before(text, short, within, language)


def _long_before(text: str, short: Span, within: Span, language: Language) -> Span | None:
    """The words right before ``within.end`` that the abbreviation stands for."""
    words = _words_before(text, within)
    written = short.of(text)
    words = words[-(2 * len(written) + 4) :]
    spelt = [word.of(text) for word in words]
    start = best_start(written, spelt, language.terms("skipped_in_abbreviations"))
    if start is None:
        start = _translated(written, spelt, language)
    if start is None or written.lower() in (word.lower() for word in spelt[start:]):
        return None
    return Span(words[start].start, words[-1].end)


def _words_before(text: str, within: Span) -> list[Span]:
    """The words before ``within.end`` up to a full stop or the like that parts them."""
    floor = max(within.start, within.end - _WINDOW)
    end = within.end
    while end > floor and text[end - 1] in " \t\xa0\"”’'":
        end -= 1
    opened = text.rfind("“", floor, end) + 1 or text.rfind('"', floor, end) + 1
    for stop in _BREAK.finditer(text, floor, end):
        if stop.end() != opened or text[end : end + 1] not in '"”':
            floor = stop.end()
    words = [Span(*m.span()) for m in _WORD.finditer(text, floor, end)]
    cut = floor > within.start and text[floor - 1].isalnum()  # by the window
    return words[1:] if cut else words


def _translated(short: str, words: list[str], language: Language) -> int | None:
    """Where a body's name begins whose abbreviation is a foreign one: ``Uni Eropa (EU)``."""
    if not _BODY.fullmatch(short):
        return None
    if language.rules.bodies_end_in_kind:
        return _capital_run(words, language)
    start = None
    for n in range(len(words) - 2, -1, -1):
        name = words[n + 1][0].isupper() or words[n + 1] in language.terms("links_in_bodies")
        if not name or not words[-1][0].isupper():
            break
        start = n if words[n] in language.terms("body_heads") else start
    return start


def _capital_run(words: list[str], language: Language) -> int | None:
    """Where an English name of a body begins: ``Indonesian Defense Forces (TNI)``."""
    links, articles = language.terms("links_in_bodies"), language.terms("definite_articles")
    first = len(words)
    while first and (words[first - 1][0].isupper() or words[first - 1] in links):
        first -= 1
    while first < len(words) and (words[first] in links or words[first].lower() in articles):
        first += 1
    kinds, of = language.terms("organization_words"), language.terms("field_links")
    heads = [word for word, after in pairwise(words[first:]) if after in of] + words[-1:]
    kinds |= language.terms("abbreviated_kinds")
    known = any({word.lower(), word.lower().removesuffix("s")} & kinds for word in heads)
    return first if known and len(words) - first >= 2 else None


def _reversed(
    text: str, bracket: re.Match[str], part: Span, language: Language
) -> Abbreviation | None:
    """``ASN (Aparatur Sipil Negara)``."""
    before = _SHORT_BEFORE.search(text, max(part.start, bracket.start() - 40), bracket.start())
    words = [Span(*m.span()) for m in _WORD.finditer(text, *bracket.span(1))]
    if before is None or not 2 <= len(words) <= 15:
        return None
    short = Span(*before.span(1))
    alone = Span(text.rfind(" ", *short) + 1 or short.start, short.end)
    long = Span(words[0].start, words[-1].end)
    spelt = [word.of(text) for word in words]
    skippable = language.terms("skipped_in_abbreviations")
    for candidate in (short, alone):
        if candidate.of(text).lower() in (word.lower() for word in spelt):
            return None
        if candidate.of(text)[0].isupper() and fits(candidate.of(text), spelt, skippable):
            return Abbreviation(candidate, long, "long form in brackets")
    return None


def _cues(language: Language, name: str) -> str:
    """An expression for a cue and the mark behind it."""
    cues = sorted(language.terms(name), key=len, reverse=True)
    return rf"(?:{'|'.join(cues)})\s[“\"'‘]?"


@cache
def _cue(language: Language, name: str) -> re.Pattern[str]:
    """A cue, however it is written."""
    return pattern(_cues(language, name), re.IGNORECASE)


@cache
def _cue_between(language: Language, name: str) -> re.Pattern[str]:
    """A cue between two forms in lower case, after a space."""
    return pattern(rf"\s{_cues(language, name)}")


def _with_cue(release: Release, part: Span) -> Iterable[Abbreviation]:
    """``Perluasan Areal Tanam atau PAT``, ``PAT, singkatan dari Perluasan Areal Tanam``."""
    text, language = release.text, release.language
    for m in _cue_between(language, "short_form_cues").finditer(release.lowered, *part):
        short = _CAPITALS.match(text, m.end(), part.end)
        if short is None:
            continue
        span = Span(*short.span())
        end = m.start() - (text[m.start() - 1] == ",")
        long = _long_before(text, span, Span(part.start, end), language)
        if long and _letter_by_letter(text, span, long, language):
            yield Abbreviation(span, long, f"cue: {_worded(text[m.start() : m.end()])}")
    for m in _cue_between(language, "long_form_cues").finditer(release.lowered, *part):
        end = m.start() - (text[m.start() - 1] == ",")
        before = _SHORT_BEFORE.search(text, max(part.start, end - 30), end)
        spelt_out = len(m[0].split()) > 1  # "singkatan dari", not just "atau"
        if before and (spelt_out or before[1].isupper()):
            behind, cue = Span(m.end(), part.end), _worded(text[m.start() : m.end()])
            yield from _long_after(text, Span(*before.span(1)), behind, cue, language)


def _worded(cue: str) -> str:
    """A cue without the marks and the space around it."""
    return cue.strip(" ,“\"'‘\n\t\xa0")


def _long_after(
    text: str, short: Span, within: Span, cue: str, language: Language
) -> Iterator[Abbreviation]:
    """The words right after a cue that the abbreviation before it stands for."""
    short = Span(text.rfind(" ", *short) + 1 or short.start, short.end)
    written = short.of(text)
    if not written[0].isupper():
        return
    stop = _BREAK.search(text, within.start, min(within.end, within.start + _WINDOW))
    end = stop.start() if stop else min(within.end, within.start + _WINDOW)
    words = [Span(*m.span()) for m in _WORD.finditer(text, within.start, end)]
    skippable = language.terms("skipped_in_abbreviations")
    for count in range(2, min(len(words), len(written) + 3) + 1):
        spelt = [word.of(text) for word in words[:count]]
        if spelt[-1].lower() not in skippable and best_start(written, spelt, skippable) == 0:
            long = Span(words[0].start, words[count - 1].end)
            if written.upper() != written or _letter_by_letter(text, short, long, language):
                yield Abbreviation(short, long, f"cue: {cue}")
                return


def _letter_by_letter(text: str, short: Span, long: Span, language: Language) -> bool:
    """Whether the words give just their initials: without brackets nothing less is believed."""
    skippable = language.terms("skipped_in_abbreviations")
    words = (m[0].lower() for m in _WORD.finditer(text, *long))
    letters = initials(word for word in words if word not in skippable)
    return letters in spellings(short.of(text))
