"""Whether a stop ends its sentence, by the word before it and what follows."""

from __future__ import annotations

from typing import NamedTuple

from summarize.languages import Language
from summarize.patterns import pattern
from summarize.segmentation.abbreviations import Kind, are_initials, kind_of
from summarize.segmentation.glued import ends_glued
from summarize.segmentation.punkt import Parameters, Starts, parameters
from summarize.segmentation.stops import Next, Stop, list_marker

_LONGEST_WORD = 60

_NEXT = pattern(r"([\"“”„«‘’'`(\[{*•●▪–—-]{0,6} ?)([^\W_][\w'’-]{0,60})?")  # “Kami
_TOKEN = pattern(r"[\w.]{1,15}")  # M.Si.
_MARKER = pattern(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s{0,2}(?=[^\W\d]|[\"“])")  # 2. b) (iv)
_ROMAN = pattern(r"[IVX]{1,5}")
_AMOUNT = pattern(r"[Rr][Pp]\.?\s?\d{1,3}(?:\.\s?\d{3}){0,8}\Z")  # Rp. 344. 320
_GROUP = pattern(r"\d{3}(?!\d)")  # 772
_CLOCK = pattern(r"\d{2}(?!\d)")  # the 30 of pukul 09. 30
_UNIT = pattern(r"(?:Rp\.?)?\d{1,9}(?:[.,]\d{1,3}){1,5} [A-Za-z]|1[34]\d\d H")  # 3,8 M; 1445 H
_QUOTED = pattern(r"[\"“”’'»]")


class Verdict(NamedTuple):
    """Whether the stop ends the sentence, or the number of the list marker it belongs to."""

    ends: bool
    marker: int = 0


_ENDS = Verdict(True)
_GOES_ON = Verdict(False)


def ends_sentence(stop: Stop, language: Language) -> Verdict:
    """The verdict on a stop behind which something follows in the same paragraph."""
    if stop.text[stop.following] in ".,;:!?…)]":
        return _GOES_ON
    found = _NEXT.match(stop.text, stop.following, stop.end)
    item = _MARKER.match(stop.text, stop.following, stop.end) is not None
    opening, word = found.groups("") if found else ("", "")
    following = Next(opening, word, item)
    if stop.following == stop.closed:
        return Verdict(ends_glued(stop, following, language))
    return _ends_spaced(stop, following, language)


def _ends_spaced(stop: Stop, following: Next, language: Language) -> Verdict:
    """The verdict where white space follows."""
    word = following.word
    quoted = _ends_quotation(stop)
    if quoted and word.lower() in language.terms("attributions"):
        return _GOES_ON
    if _is_small(following):
        return Verdict(not quoted and _starts_small(stop, word, language))
    if _is_inserted(stop, following):
        return _GOES_ON
    if quoted or "!" in stop.signs or "?" in stop.signs:
        return _ENDS
    if "…" in stop.signs or len(stop.signs) > 1:
        return Verdict(_starts_anew(following, language))
    return _ends_after_word(stop, following, language)


def _starts_anew(following: Next, language: Language) -> bool:
    """Whether a sentence surely begins behind what was left out: ``menunggu ... Namun``."""
    starter = parameters(language.code).starter(following.word)
    return following.item or "“" in following.opening or starter


def _ends_quotation(stop: Stop) -> bool:
    """Whether a quotation ends with the stop, or right before it."""
    return _QUOTED.search(stop.closers) is not None or stop.text[stop.at - 1] in '"“”’'


def _is_small(following: Next) -> bool:
    """Whether a word in lower case follows that is no brand's name, item or quotation."""
    branded = any(map(str.isupper, following.word[1:3]))  # iPhone, e-KTP
    small = following.word[:1].islower() and not branded
    return small and not following.item and not following.opening.strip(" *-–—")


def _starts_small(stop: Stop, word: str, language: Language) -> bool:
    """Whether a sentence starts in lower case by mistake: ``berhasil. namun``."""
    known = parameters(language.code)
    before = stop.word
    if stop.signs != "." or word not in known.starters or known.abbreviation(before):
        return False
    ordinary = before in known.lower or (len(before) > 4 and before.isalpha() and before.islower())
    return ordinary and kind_of(before, language) is None


def _ends_after_word(stop: Stop, following: Next, language: Language) -> Verdict:
    """The verdict on a single full stop, by the word before it."""
    known = parameters(language.code)
    _, word, item = following
    before = stop.word
    if before[-1:].isdecimal():
        return _ends_after_number(stop, before, language)
    kind = kind_of(before, language)
    if kind is not Kind.DEGREE and are_initials(before):
        return Verdict(_ends_after_initials(stop, before, following, language))
    if kind is not None:
        return Verdict(_ends_after_short_form(kind, stop, following, language))
    if _ROMAN.fullmatch(before) and not stop.lead.strip():
        return _GOES_ON
    acronym = len(before) > 1 and before.isupper()
    return Verdict(item or acronym or not word or known.ends_sentence(before, word))


def _ends_after_short_form(kind: Kind, stop: Stop, following: Next, language: Language) -> bool:
    """Whether the stop of a listed abbreviation also ends the sentence, by what it shortens."""
    known = parameters(language.code)
    opening, word, item = following
    starter = following.starts(known)
    match kind:
        case Kind.TITLE | Kind.LINKING:
            return False
        case Kind.DESIGNATOR:
            return not item and _surely_starts(word, known)
        case Kind.NUMBERED:
            return not _numbers(word)
        case Kind.DEGREE if _comes_degree(stop, language):
            return False
        case Kind.DEGREE if stop.word.isalpha():
            return "(" not in opening
        case Kind.CLOSING if stop.word[:1].islower():
            return _ends_after_time(following, language)
        case Kind.CLOSING | Kind.DEGREE:
            return starter and "(" not in opening


def _ends_after_time(following: Next, language: Language) -> bool:
    """Whether the stop of ``9 a.m.`` ends the sentence; it does not in ``9 a.m. Monday``."""
    opening, word, _ = following
    begins = word[:1].isupper() or following.starts(parameters(language.code))
    return begins and "(" not in opening and word.lower() not in language.table("weekdays")


def _ends_after_number(stop: Stop, number: str, language: Language) -> Verdict:
    """The verdict on ``1.``, ``2020.``, ``Rp. 344. 320``."""
    if marker := list_marker(stop, number):
        return Verdict(False, marker)
    lead = stop.lead.rstrip()
    amount = stop.text[max(stop.sentence, stop.at - _LONGEST_WORD) : stop.at]
    if _GROUP.match(stop.text, stop.following) and _AMOUNT.search(amount):
        return _GOES_ON
    hour = lead.lower().endswith((*language.terms("clock_words"),))
    if hour and _CLOCK.match(stop.text, stop.following):
        return _GOES_ON
    return _ENDS


def _numbers(word: str) -> bool:
    """Whether the word is a number or has digits in it: 12, XI, SK-193."""
    return any(map(str.isdecimal, word)) or _ROMAN.fullmatch(word) is not None


def _comes_degree(stop: Stop, language: Language) -> bool:
    """Whether another degree follows: ``SH. MH.``."""
    found = _TOKEN.match(stop.text, stop.following, stop.end)
    return found is not None and kind_of(found.group().rstrip("."), language) is Kind.DEGREE


def _ends_after_initials(stop: Stop, initials: str, following: Next, language: Language) -> bool:
    """Whether the stop of ``M.``, ``K.H.`` or ``huruf a.`` ends the sentence."""
    known = parameters(language.code)
    word = following.word
    lead = stop.lead.split()
    last = lead[-1].strip("\"“'‘(") if lead else ""
    if len(initials) == 1:
        if not lead:
            return False  # "A. An independent survey"
        if last.lower() in language.terms("lettered"):
            return True
        if last[-1:].isdecimal():  # a unit or an era
            unit = _UNIT.fullmatch(f"{last} {initials}") is not None
            return unit or following.item or known.starter(word)
        if initials.islower():
            return False
    return _surely_starts(word, known)


def _surely_starts(word: str, known: Parameters) -> bool:
    """Whether a word begins sentences so often, and names so rarely, that even an initial ends."""
    return word.lower() in known.starters and known.starts_sentence(word) is Starts.YES


def _is_inserted(stop: Stop, following: Next) -> bool:
    """Whether the bracket that follows is part of the sentence: ``kami. (HR. Ahmad),``."""
    if "(" not in following.opening or following.item:
        return False
    closing = stop.text.find(")", stop.following, min(stop.end, stop.following + 200))
    return closing >= 0 and stop.text[closing + 1 : closing + 2] in tuple(",;")
