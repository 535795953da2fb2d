"""Where a role ends: at a name, a bracket, or a word that is no part of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.people.honorifics import (
    is_honorific,
    is_rank,
    skip_honorifics,
)
from summarize.findings.people.name_spans import LONGEST_NAME, name_at, plausible, run_end
from summarize.findings.people.names_behind_roles import behind_haji, name_in_run
from summarize.findings.people.role_words import (
    field_end,
    goes_on,
    is_field,
    is_firm_stop,
    is_one_of_two,
    is_shortened,
    joins,
    opens_pair,
    plain_tail,
)
from summarize.patterns import pattern
from summarize.text.lexicon import Lexicon, is_acronym, is_degree
from summarize.text.names import NameSpan, TaggedSentence, close_bracket
from summarize.text.tokens import Token
from summarize.text.word_classes import FIRM_NAMES, HARDLY_NAMES, NAME_LIKE, NO_NAMES, WordClass

LONGEST_FOREIGN = 5  # words of a name right behind an English role
SURE_STRENGTH = 7  # from which on nothing speaks against a name
_LONGEST = 30  # tokens in a role
_LEAST_AFTER_FIELD = 2  # words of a name behind them
_NUMBER = pattern(r"(?:ke-?)?\d{1,4}(?:/\w{1,6})?|[IVX]{1,5}")


class RoleExtent(NamedTuple):
    """Where a role ends, the name at its end, and where the scan stopped."""

    end: int
    name: NameSpan | None
    at: int


class _Scan:
    """A role that is read word by word, from behind its head."""

    def __init__(self, sentence: TaggedSentence, head: int) -> None:
        self.sentence = sentence
        self.head = head
        self.at = head  # the token looked at
        self.end = head  # where the role ends if its words go on to a name
        self.firm_end: int | None = None  # and if none follows what may be no part of it
        self.field_end = -1  # where words in lower case ended

    @property
    def token(self) -> Token:
        return self.sentence.tokens[self.at]

    def finished(self) -> RoleExtent:
        """The role without a name at its end."""
        return RoleExtent(self.end if self.firm_end is None else self.firm_end, None, self.at)

    def named(self, name: NameSpan, end: int) -> RoleExtent:
        """The role with the name at its end."""
        return RoleExtent(_without_ranks(self.sentence, self.head, end), name, self.at)

    def may_end(self) -> None:
        """Keeps where the role ends if what follows is no part of it."""
        if self.firm_end is None:
            self.firm_end = self.end

    def is_force(self) -> bool:
        """Whether the force of a rank follows what the role is of."""
        at_end = self.token.text in self.sentence.lexicon.forces and self.end == self.at
        return at_end and is_honorific(self.sentence, self.at + 1)

    def name_behind_honorific(self) -> NameSpan | None:
        """The name behind an honorific."""
        start = skip_honorifics(self.sentence, self.at)
        return name_at(self.sentence, start, strict=False) if start > self.at else None

    def opens_bracket(self) -> bool:
        """Whether a short bracket opens."""
        return self.token.text == "(" and close_bracket(self.sentence, self.at) is not None

    def is_loose_link(self) -> bool:
        """Whether a word stands here behind which the role may or may not go on."""
        linked = self.token.lower in self.sentence.lexicon.role_loose_links
        return linked and goes_on(self.sentence, self.at + 1)

    def take(self) -> None:
        """Takes the word as one of the role."""
        self.end = self.at = self.at + 1

    def pass_over(self) -> None:
        """Goes on behind a link, which is of the role if more follows."""
        self.at += 1

    def pass_over_loosely(self) -> None:
        """Goes on behind a link that may not be of the role."""
        self.may_end()
        self.at += 1

    def take_field(self) -> None:
        """Takes words in lower case, which are of the role if a name follows."""
        self.may_end()
        self.end = self.at = self.field_end = field_end(self.sentence, self.at)

    def end_at_honorific(self) -> RoleExtent | None:
        """The role before an honorific and its name."""
        name = self.name_behind_honorific()
        return self.named(name._replace(strength=name.strength + 2), self.end) if name else None

    def read_run(self) -> RoleExtent | None:
        """The role before the name in a run of capitalised words, or nothing if it goes on."""
        stop = _run_end(self.sentence, self.at)
        if self.at == self.head and (name := _name_after_noun(self.sentence, self.at, stop)):
            return self.named(NameSpan(*name, SURE_STRENGTH), self.end)
        if found := self._name_in_run(stop):
            between = self.sentence.tokens[self.end : self.at]
            linked = all(is_field(token, self.sentence.lexicon) for token in between)
            inside = found.start > self.at or linked  # "Pengamat pertanian Khudori"
            return self.named(found, found.start if inside else self.end)
        self.end = self.at = stop
        return None

    def _name_in_run(self, stop: int) -> NameSpan | None:
        """The name in a run of capitalised words, if it is not rather of the role."""
        sentence, start = self.sentence, self.at
        if is_shortened(sentence, start, stop):
            return None
        if start == self.head and is_one_of_two(sentence, start, stop):
            return NameSpan(start, stop, SURE_STRENGTH)
        found = name_in_run(sentence, start, stop)
        if found and start > self.head and sentence.lexicon.rules.modifiers_first:
            found = _name_behind_field(sentence, found, start)
        if found and start == self.field_end:
            found = _name_after_field(sentence, found, start, stop)
        if not found or _is_village(sentence, start, stop) or _rather_role(sentence, found, stop):
            return None
        return found

    def read_bracket(self) -> RoleExtent | None:
        """The role before a name in brackets, or nothing if it goes on behind them."""
        close = close_bracket(self.sentence, self.at)
        found = name_at(self.sentence, self.at + 1, strict=True)
        if found and close == found.end + 1 and _is_person(self.sentence, *found.span):
            return self.finished()._replace(name=found)
        self.at = close or self.at
        return None

    def stop(self) -> RoleExtent:
        """The role up to here, with what it is of in plain English words."""
        if self.firm_end is None and (tail := plain_tail(self.sentence, self.at)) > self.at:
            self.end = tail
        return self.finished()


_STEPS: tuple[Row[_Scan, Callable[[_Scan], RoleExtent | None]], ...] = (
    Row(
        "the force of a rank",
        _Scan.is_force,
        _Scan.take,
        "Wakil Panglima TNI Jenderal Rahmat Hidayat hadir.",
        "Panglima TNI Rahmat Hidayat hadir.",
    ),
    Row(
        "a name behind an honorific",
        _Scan.name_behind_honorific,
        _Scan.end_at_honorific,
        "Kepala BPBD Dr. Rahmat Hidayat hadir.",
        "Kepala BPBD Rahmat Hidayat hadir.",
    ),
    Row(
        "a run of capitalised words",
        lambda scan: scan.token.capital,
        _Scan.read_run,
        "Anggota Komisi IV DPR hadir.",
        "Kepala desa itu hadir.",
    ),
    Row(
        "a number",
        lambda scan: scan.end == scan.at and _NUMBER.fullmatch(scan.token.text),
        _Scan.take,
        "Kepala SMAN 1 Sanggau hadir.",
        "Anggota Komisi IV DPR hadir.",
    ),
    Row(
        "a bracket",
        _Scan.opens_bracket,
        _Scan.read_bracket,
        "Kepala Badan Nasional (BNPB) Rahmat Hidayat hadir.",
        "Kepala Badan Nasional hadir (kemarin).",
    ),
    Row(
        "the full stop of a firm's form",
        lambda scan: scan.end == scan.at and is_firm_stop(scan.sentence, scan.at),
        _Scan.pass_over,
        "Direktur PT Laut Biru Tbk. Rahmat Hidayat hadir.",
        "Direktur PT Laut Biru Tbk hadir.",
    ),
    Row(
        "a link",
        lambda scan: joins(scan.sentence, scan.at, scan.end),
        _Scan.pass_over,
        "Ketua Gabungan Importir dan Eksportir hadir.",
        "Ketua Gabungan Importir dan rombongan hadir.",
    ),
    Row(
        "a loose link",
        _Scan.is_loose_link,
        _Scan.pass_over_loosely,
        "Peneliti dari Universitas Indonesia hadir.",
        "Peneliti dari desa hadir.",
    ),
    Row(
        "words in lower case",
        lambda scan: field_end(scan.sentence, scan.at) > scan.at,
        _Scan.take_field,
        "Praktisi digital forensik Rahmat Hidayat hadir.",
        "Praktisi digital forensik hadir.",
    ),
    Row(
        "anything else",
        always,
        _Scan.stop,
        "Kepala desa itu hadir.",
        "Kepala BPBD Rahmat Hidayat hadir.",
    ),
)


def role_extent(sentence: TaggedSentence, head: int) -> RoleExtent:
    """Where the role goes on to behind its head, and the name there."""
    scan = _Scan(sentence, head)
    limit = min(len(sentence.tokens), head + _LONGEST)
    while scan.at < limit:
        if found := decide(_STEPS, scan).verdict(scan):
            return found
    return scan.finished()


def _run_end(sentence: TaggedSentence, start: int) -> int:
    """The end of a run of capitalised words, also where "Prof." or "Dr." begins a name in it."""
    stop = run_end(sentence, start)
    for k in range(start + 1, stop):
        named = sentence.classes[k] is WordClass.NEVER and sentence.classes[k - 1] in FIRM_NAMES
        if named and _is_role_word(sentence.tokens[k], sentence.lexicon):
            return k  # "mendampingi Menteri Basuki Direktur Jenderal Cipta Karya"
    if stop < len(sentence.tokens) and sentence.tokens[stop].text == "." and stop - 1 > start:
        return stop - 1 if is_honorific(sentence, stop - 1) else stop
    return stop


def _is_role_word(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.roles or lexicon.is_role_short_form(token.lower)


def _name_after_field(
    sentence: TaggedSentence, found: NameSpan, start: int, stop: int
) -> NameSpan | None:
    """A name behind words in lower case: all of its run, or at least two words."""
    if sentence.classes[start] not in HARDLY_NAMES and stop - start <= LONGEST_NAME:
        found = found._replace(start=start)  # "Praktisi keamanan digital Ruby Alamsyah"
    sure = sentence.classes[found.start] is WordClass.SURE and found.end < len(sentence.tokens)
    if sure and sentence.tokens[found.end].lower in sentence.lexicon.cues_after_name:
        return found  # "Wakil Ketua DPRD nondefinitif Syarif memastikan"
    return found if found.end - found.start >= _LEAST_AFTER_FIELD else None


def _name_behind_field(sentence: TaggedSentence, found: NameSpan, start: int) -> NameSpan | None:
    """A name behind what a role is of: no "chief executive officer of Acme Solar"."""
    first, last, _ = found
    tokens = sentence.tokens
    if tokens[last : last + 1] and tokens[last].text == "(" and close_bracket(sentence, last):
        return None  # "Editor of Sangbad Sangstha (BSS) Abul Azad"
    known = (first > start and sentence.classes[first - 1] in HARDLY_NAMES) or tokens[
        first - 1
    ].text == ")"
    return found if known and last - first > 1 else None


def _is_person(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether the tagger takes two words or more for a person's name."""
    return end - start > 1 and all(label == "PER" for label in sentence.labels[start:end])


def _name_after_noun(sentence: TaggedSentence, start: int, stop: int) -> tuple[int, int] | None:
    """The capitalised words right behind a role, where what qualifies it stands before it.

    ``Mayor Indah Prameswari``: these are a name whatever else they mean, if none of them is a
    region, an organization or a role.
    """
    if _is_surely_name(sentence, start, stop):
        return start, stop
    if not sentence.lexicon.rules.modifiers_first or sentence.tokens[start].text.isupper():
        return None
    last = start
    while last < stop and not is_degree(sentence.tokens[last], sentence.lexicon):
        last += 1
    words = [sentence.classes[k] for k in range(start, last) if sentence.tokens[k].capital]
    return (start, last) if _is_foreign_name(words) else None


def _is_foreign_name(words: list[WordClass]) -> bool:
    """Whether most of a few words may be of a name; the last one may be a region as well."""
    if not 1 < len(words) <= LONGEST_FOREIGN or words[0] in HARDLY_NAMES:
        return False
    if words[-1] is WordClass.REGION and words[0] in NAME_LIKE:
        words = [*words[:-1], WordClass.EITHER]  # "President Rosa Medina"
    likely = sum(known not in HARDLY_NAMES for known in words)
    return NO_NAMES.isdisjoint(words) and likely * 2 > len(words)


def _is_surely_name(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether all capitalised words behind a role are a name: "musisi Iwan Fals, Idris"."""
    if sentence.classes[start] is not WordClass.SURE or not 1 < stop - start <= LONGEST_NAME:
        return False
    if behind_haji(sentence, start, stop):
        return False
    return sentence.labels[start] == "PER" and plausible(sentence, start, stop)


def _without_ranks(sentence: TaggedSentence, start: int, end: int) -> int:
    """Where the role ends without the honorifics and ranks that belong to the name."""
    while end > start and not _ends_role(sentence, start, end):
        if end - 2 >= start and is_rank(sentence, end - 2):
            end -= 2
        elif is_honorific(sentence, end - 1) or _ends_long_rank(sentence, start, end):
            end -= 1
        else:
            break
    return end


def _ends_role(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether an element or a force at the end is of the role, as no rank stands before it.

    ``Direktur Jenderal Perhubungan Laut Agus``, ``Wakil Panglima TNI Jenderal Tandyo``.
    """
    last, lexicon = sentence.tokens[end - 1], sentence.lexicon
    ranked, polite = is_rank(sentence, end - 2), is_honorific(sentence, end - 2)
    if last.lower in lexicon.elements:
        return not ranked and (not polite or end - 2 < start)
    return last.text in lexicon.forces and not polite and not (ranked and end - 2 >= start)


def _ends_long_rank(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether a rank of three words ends here: "Komisaris Besar Polisi"."""
    part = sentence.tokens[end - 1].lower in sentence.lexicon.rank_parts
    return part and end - 3 >= start and is_rank(sentence, end - 3)


def _is_village(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether unknown words before a comma and a name are a place: "Camat Masumai, Sapwan"."""
    tokens, classes = sentence.tokens, sentence.classes
    if tokens[start - 1].lower not in sentence.lexicon.village_roles or stop + 1 >= len(tokens):
        return False
    apart = tokens[stop].text == "," and tokens[stop + 1].capital and classes[stop + 1] in NAME_LIKE
    return apart and WordClass.SURE not in classes[start:stop]


def _rather_role(sentence: TaggedSentence, found: NameSpan, stop: int) -> bool:
    """Whether what looks like a name goes on as a role: "Dinas Bina Marga dan Tata Ruang"."""
    tokens = sentence.tokens
    if stop + 1 >= len(tokens) or found.strength > SURE_STRENGTH:
        return False
    if tokens[stop].lower in sentence.lexicon.and_in_roles:
        other = sentence.evidence[stop + 1] < -1
        other = other and sentence.classes[stop + 1] is not WordClass.NEVER
        goes_on = tokens[stop + 1].capital and other
        return goes_on and not opens_pair(sentence, stop + 1)
    comma = stop if found.end - found.start > 1 else _behind_short_forms(sentence, stop)
    if tokens[comma].text == ",":
        start = skip_honorifics(sentence, comma + 1)
        apart = name_at(sentence, start, strict=True)
        return apart is not None and apart.strength > found.strength and apart.end - apart.start > 1
    return False


def _behind_short_forms(sentence: TaggedSentence, j: int) -> int:
    """The token behind brackets, numbers and acronyms: "Ketua Panitia Nusabaru 2019, Joko Adi"."""
    last = len(sentence.tokens) - 1
    while j < last:
        token = sentence.tokens[j]
        if not (token.is_number or is_acronym(token)):
            close = close_bracket(sentence, j) if token.text == "(" else None
            if close is None:
                break
            j = close - 1
        j += 1
    return min(j, last)
