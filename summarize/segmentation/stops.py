"""Whether a stop ends its sentence: what stands before it and what comes next."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarize.languages import Language
from summarize.segmentation.abbreviations import Kind, are_initials, kind_of
from summarize.segmentation.punkt import Parameters, Starts, parameters

_LONGEST_WORD = 60
_LONGEST_ITEM = 400  # how far behind "1." a "2." is looked for

_TO_EDGE = re.compile(r"[^\s\"“”„«»‘()\[\]:;,]{1,60}")  # a word, read backwards
_NEXT = re.compile(r"([\"“”„«‘’'`(\[{*•●▪–—-]{0,6} ?)([^\W_][\w'’-]{0,60})?")  # “Kami
_TOKEN = re.compile(r"[\w.]{1,15}")  # M.Si.
_MARKER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s{0,2}(?=[^\W\d]|[\"“])")  # 2. b) (iv)
_ROMAN = re.compile(r"[IVX]{1,5}")
_GLUED = re.compile(
    r"(?:[^\W\d_]{3}|%|[.,]\d{2,3})(\d{1,2})\Z"
)  # the 2 of "swasta2. Budi", "000.0002."
_DECIMAL = re.compile(r"\d[.,]\Z")  # the 12, of 12,5

_AMOUNT = re.compile(r"[Rr][Pp]\.?\s?\d{1,3}(?:\.\s?\d{3}){0,8}\Z")  # Rp. 344. 320
_GROUP = re.compile(r"\d{3}(?!\d)")  # 772
_CLOCK = re.compile(r"\d{2}(?!\d)")  # the 30 of pukul 09. 30
_UNIT = re.compile(r"(?:Rp\.?)?\d{1,9}(?:[.,]\d{1,3}){1,5} [A-Za-z]|1[34]\d\d H")  # 3,8 M; 1445 H

_QUOTED = re.compile(r"[\"“”’'»]")
_ADDRESS = ("://", "www.", "@", "/")
_DOMAINS = frozenset(
    ("ac", "co", "com", "desa", "go", "id", "info", "io", "net", "news", "org", "sch", "tv")
)


class Verdict(NamedTuple):
    """Whether the stop ends the sentence, or the number of the list marker it belongs to."""

    ends: bool
    marker: int = 0


_ENDS = Verdict(True)
_GOES_ON = Verdict(False)


class Stop(NamedTuple):
    """A run of stops from ``at`` to ``after``; ``closed`` is behind the marks that close after it.

    ``sentence`` is where the sentence starts, ``following`` the next solid character.
    """

    text: str
    end: int
    sentence: int
    at: int
    after: int
    closed: int
    following: int
    marker: int

    @property
    def signs(self) -> str:
        """The stops themselves, the first ten of them."""
        return self.text[self.at : min(self.after, self.at + 10)]

    @property
    def closers(self) -> str:
        """The marks that close behind the stops."""
        return self.text[self.after : self.closed]

    @property
    def word(self) -> str:
        """The word before the stop, without what opens before it."""
        return self._cut()[1]

    @property
    def lead(self) -> str:
        """What stands before that word in the sentence, bounded."""
        return self._cut()[0]

    def _cut(self) -> tuple[str, str]:
        window = self.text[max(self.sentence, self.at - 2 * _LONGEST_WORD) : self.at].rstrip()
        found = _TO_EDGE.match(window[::-1])
        word = found.group()[::-1].lstrip("'’`*–—-") if found else ""
        return window[: len(window) - len(word)], word


class Next(NamedTuple):
    """What follows a stop: the marks that open, the word, whether it is a list marker."""

    opening: str
    word: str
    item: bool

    def starts(self, known: Parameters) -> bool:
        """Whether it looks like the beginning of a sentence."""
        return self.item or known.starter(self.word) or bool(self.opening.strip(" ("))


def ends_sentence(stop: Stop, language: Language) -> Verdict:
    """The verdict on a stop behind which something follows in the same paragraph."""
    if stop.text[stop.following] in ".,;:!?…)]":
        return _GOES_ON
    found = _NEXT.match(stop.text, stop.following, stop.end)
    item = _MARKER.match(stop.text, stop.following, stop.end) is not None
    opening, word = found.groups("") if found else ("", "")
    following = Next(opening, word, item)
    if stop.following == stop.closed:
        return Verdict(_ends_glued(stop, following, language))
    return _ends_spaced(stop, following, language)


def _ends_spaced(stop: Stop, following: Next, language: Language) -> Verdict:
    """The verdict where white space follows."""
    opening, word, item = following
    after_quotation = _QUOTED.search(stop.closers) or stop.text[stop.at - 1] in '"“”’'
    if after_quotation and word.lower() in language.terms("attributions"):
        return _GOES_ON
    branded = any(map(str.isupper, word[1:3]))  # iPhone, e-KTP
    if word[:1].islower() and not branded and not item and not opening.strip(" *-–—"):
        return Verdict(not after_quotation and _starts_small(stop, word, language))
    if "(" in opening and not item and _is_inserted(stop):
        return _GOES_ON
    if "!" in stop.signs or "?" in stop.signs:
        return _ENDS
    if after_quotation:
        return _ENDS
    if "…" in stop.signs or len(stop.signs) > 1:
        starter = parameters(language.code).starter(word)
        return Verdict(item or "“" in opening or starter)
    return _ends_after_word(stop, following, language)


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
    opening, word, item = following
    before = stop.word
    if before[-1:].isdecimal():
        return _ends_after_number(stop, before)
    kind = kind_of(before, language)
    if kind is not Kind.DEGREE and are_initials(before):
        return Verdict(_ends_after_initials(stop, before, following, language))
    starter = following.starts(known)
    match kind:
        case Kind.TITLE | Kind.LINKING:
            return _GOES_ON
        case Kind.DESIGNATOR:
            return Verdict(not item and _surely_starts(word, known))
        case Kind.NUMBERED:
            return Verdict(not _numbers(word))
        case Kind.DEGREE if _comes_degree(stop, language):
            return _GOES_ON
        case Kind.DEGREE if before.isalpha():
            return Verdict("(" not in opening)
        case Kind.CLOSING if before[:1].islower():
            named = word.lower() in language.table("weekdays")  # at 9 a.m. Monday
            return Verdict(not named and "(" not in opening and (starter or word[:1].isupper()))
        case Kind.CLOSING | Kind.DEGREE:
            return Verdict(starter and "(" not in opening)
        case None if _ROMAN.fullmatch(before) and not stop.lead.strip():
            return _GOES_ON
        case None:
            acronym = len(before) > 1 and before.isupper()
            return Verdict(item or acronym or not word or known.ends_sentence(before, word))


def _ends_after_number(stop: Stop, number: str) -> Verdict:
    """The verdict on ``1.``, ``2020.``, ``Rp. 344. 320``."""
    if marker := _list_marker(stop, number):
        return Verdict(False, marker)
    lead = stop.lead.rstrip()
    amount = stop.text[max(stop.sentence, stop.at - _LONGEST_WORD) : stop.at]
    if _GROUP.match(stop.text, stop.following) and _AMOUNT.search(amount):
        return _GOES_ON
    if _CLOCK.match(stop.text, stop.following) and lead.lower().endswith(("pukul", "jam")):
        return _GOES_ON
    return _ENDS


def _numbers(word: str) -> bool:
    """Whether the word is a number or has digits in it: 12, XI, SK-193."""
    return any(map(str.isdecimal, word)) or _ROMAN.fullmatch(word) is not None


def _comes_degree(stop: Stop, language: Language) -> bool:
    """Whether another degree follows: ``SH. MH.``."""
    found = _TOKEN.match(stop.text, stop.following, stop.end)
    return found is not None and kind_of(found.group().rstrip("."), language) is Kind.DEGREE


def _list_marker(stop: Stop, number: str) -> int:
    """The number of the list marker that ``number`` is, 0 if it is none.

    A marker stands at the start of the sentence, after a comma or colon, counts on, also where it
    sticks to the word before it, or is a 1 behind which a 2 follows.
    """
    if stop.marker and (glued := _GLUED.search(number)):
        return stop.marker + 1 if glued.group(1) == str(stop.marker + 1) else 0
    lead = stop.lead
    if len(number) > 2 or not number.isdecimal() or _DECIMAL.search(lead):
        return 0
    lead = lead.rstrip(" \t\u00a0\"“'‘(*")
    counts_on = stop.marker and int(number) == stop.marker + 1
    if not lead or lead[-1] in ":;," or counts_on:
        return int(number)
    last = min(stop.end, stop.after + _LONGEST_ITEM)
    return 1 if number == "1" and stop.text.find(" 2. ", stop.after, last) >= 0 else 0


def _ends_after_initials(stop: Stop, initials: str, following: Next, language: Language) -> bool:
    """Whether the stop of ``M.``, ``K.H.`` or ``huruf a.`` ends the sentence."""
    known = parameters(language.code)
    word = following.word
    lead = stop.lead.split()
    last = lead[-1].strip("\"“'‘(") if lead else ""
    if len(initials) == 1:
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


def _is_inserted(stop: Stop) -> bool:
    """Whether the bracket that follows is part of the sentence: ``kami. (HR. Ahmad),``."""
    closing = stop.text.find(")", stop.following, min(stop.end, stop.following + 200))
    if closing < 0:
        return False
    return stop.text[closing + 1 : closing + 2] in tuple(",;")


def _ends_glued(stop: Stop, following: Next, language: Language) -> bool:
    """Whether a sentence ends where the space was forgotten: ``konsumen.Nantinya``."""
    known = parameters(language.code)
    word = following.word
    before = stop.word
    if any(sign in before for sign in _ADDRESS) and not before[-4:].isdecimal():
        return False
    if kind_of(before, language) is not None or known.abbreviation(before):
        return False
    whole = len(before) > 2 and before[-2:].isalpha() and before[-1].islower()
    if following.opening:
        return bool(stop.closers) or whole or before[-1:].isdecimal() or not before
    if not word[:1].isupper() or word.lower() in _DOMAINS:
        return False
    if stop.closers or "!" in stop.signs or "?" in stop.signs:
        return True
    if len(stop.signs) > 1 or "…" in stop.signs:
        return known.starter(word)
    if (whole and before.islower()) or not before:
        return len(word) > 1
    if before[-1].isdecimal() and _list_marker(stop, before):
        return False
    if len(before) > 1 and known.starter(word):
        return True
    spelled = len(word) > 2 and word[1:].islower()
    return spelled and len(before) > 3 and (whole or before.isupper() or before.isdecimal())
