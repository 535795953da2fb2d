"""Ordinals that number what follows them: ``Pertama, …``, ``Yang kedua ialah …``."""

from collections.abc import Container
from enum import Enum
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.lexicon import Strength
from summarize.findings.lists.token_range import Range, TokenRange
from summarize.text.tokens import Token

_BEFORE = 3  # words that may stand between the clause's start and the ordinal
_EARLY = 7  # words before a stage that a sentence goes on with
_RELATIVE = 10  # words of a relative clause after the ordinal
_SAYING = 6  # words of an attribution put in after the ordinal ("Pertama, kata dia, …")
_SURE_CUES = (Strength.LIST, Strength.PART, Strength.COPULA, Strength.COLON)
_TEN = 10
_PAIR = 4  # words of a noun phrase by which an ordinal means all of so many ("kedua tokoh itu")
_MARKS_BEFORE = {",", ";", ":", "("}  # marks inside a sentence behind which an ordinal may number


class Step(NamedTuple):
    """An ordinal in a sentence: where its phrase begins and where what it numbers begins.

    ``stage`` says that the ordinal stands with its noun (``Tahap pertama pembangunan …``),
    ``bare`` that no mark or verb parts it from the item (``Kedua simplifikasi aturan``); ``noun``
    is what it orders where that is no common head of lists (``Cermin kedua adalah …``).
    """

    sentence_number: int
    first: int
    after: int
    value: int
    stage: bool
    bare: bool
    word: str
    tokens: TokenRange
    noun: str = ""


def steps_in(tokens: TokenRange, sentence_number: int) -> list[Step]:
    """The ordinals in sentence ``sentence_number`` of the body that number something."""
    ordinals = tokens.lexicon.ordinals
    steps = []
    counted = _counted(tokens, sentence_number)
    if counted is not None:
        steps.append(counted)
    for index, token in enumerate(tokens):
        if token.lower in ordinals:
            numbered = _numbered(tokens, index)
            staged = None if numbered else _stage(tokens, index)
            phrase = numbered or staged or _bare(tokens, index)
            if phrase is not None:
                value, bare = ordinals[token.lower], not (numbered or staged)
                steps.append(
                    Step(sentence_number, *phrase, value, bool(staged), bare, token.lower, tokens)
                )
            elif (after := _behind_noun(tokens, index)) is not None:
                value, noun = ordinals[token.lower], tokens[index - 1].lower
                steps.append(
                    Step(sentence_number, 0, after, value, False, False, token.lower, tokens, noun)
                )
    return steps


def _counted(tokens: TokenRange, sentence_number: int) -> Step | None:
    """A sentence that a number opens as an ordinal would: ``Dua, perbaiki jalan desa``."""
    for index, token in enumerate(tokens[:-1]):
        if token.is_word:
            value, comma = tokens.lexicon.numbers.get(token.lower, 0), index + 1
            counts = token.lower not in tokens.lexicon.ordinals and 0 < value <= _TEN
            if not counts or tokens[comma].text != ",":
                return None
            after = after_saying(tokens, comma)
            return Step(sentence_number, index, after, value, False, False, token.lower, tokens)
    return None


def _behind_noun(tokens: TokenRange, index: int) -> int | None:
    """Behind ``Kemudian cermin kedua adalah``: where a noun and its ordinal open the sentence."""
    lexicon, after = tokens.lexicon, index + 1
    if not 0 < index <= _EARLY or after >= len(tokens) or lexicon.ordinals[tokens[index].lower] < 2:
        return None
    noun = tokens[index - 1]
    if not noun.is_word or noun.lower in lexicon.units or noun.lower in lexicon.numbers:
        return None
    *openers, _ = [token.lower for token in tokens[:index] if token.is_word]
    if len(openers) >= _BEFORE or not _is_mark_or_cue(tokens, after):
        return None
    opened = all(word in lexicon.continuations or word in lexicon.stops for word in openers)
    return after_saying(tokens, after) if opened else None


def _numbered(tokens: TokenRange, index: int) -> Range | None:
    """Where the ordinal's phrase begins and the item after it, for ``Yang pertama, …``."""
    after = index + 1
    if after >= len(tokens):
        return None
    first = _phrase_start(tokens, index)
    match decide(_ITEM, _Ordinal(tokens, index, first)).verdict:
        case _ItemAt.BEHIND_MARK:
            return first, after_saying(tokens, after)
        case _ItemAt.BEHIND_COPULA:
            copula = _next_cue(tokens, after)
            return (first, copula) if copula is not None else None
        case _ItemAt.NEXT:
            return first, after
    return None


def _phrase_start(tokens: TokenRange, index: int) -> int:
    """Where the phrase of the ordinal at ``index`` begins: at ``Dan`` of ``Dan hal kedua``."""
    lexicon = tokens.lexicon
    first = index
    while first > max(0, index - _BEFORE):
        word = tokens[first - 1].lower
        # "Di poin kedua", "The first is"
        opens = (first < index and word in lexicon.openers) or word in lexicon.articles
        if not (
            opens
            or word in lexicon.modifiers
            or word in lexicon.points
            or word in lexicon.stops
            or word in lexicon.conjunctions
        ):
            break
        first -= 1
    return first


def _bare(tokens: TokenRange, index: int) -> Range | None:
    """The same for an ordinal that nothing parts from its item: ``Kedua simplifikasi aturan``."""
    after = index + 1
    if after >= len(tokens) or not tokens[after].is_word:
        return None
    first = _phrase_start(tokens, index)
    numbers = decide(_NUMBERS_BARE, _Ordinal(tokens, index, first)).verdict
    return (first, after) if numbers else None


def opens_sentence(tokens: TokenRange, first: int) -> bool:
    """Whether nothing but marks stands before ``first``, or a full stop that ends a sentence."""
    before = tokens[first - 1] if first else None
    return before is None or (not before.is_word and before.text not in _MARKS_BEFORE)


def _counts_all(tokens: TokenRange, after: int) -> bool:
    """Whether the ordinal means all of so many: ``kedua tokoh itu``, ``Kedua pelaku ditangkap``."""
    lexicon = tokens.lexicon
    for at in range(after, min(after + _PAIR, len(tokens))):
        if not tokens[at].is_word:
            break
        if tokens[at].lower in lexicon.demonstratives:
            return True
    word = tokens[after].lower
    if tokens.is_predicate(after) or word in lexicon.subjects or tokens[after].capital:
        return False
    follows = after + 1 < len(tokens) and (
        tokens.is_predicate(after + 1) or tokens[after + 1].lower in lexicon.modifiers
    )
    return follows or word in lexicon.counted_nouns or word in lexicon.pairs


def _is_mark_or_cue(tokens: TokenRange, index: int) -> bool:
    token = tokens[index]
    return token.text in {",", ":"} or token.lower in tokens.lexicon.ordinal_cues


def _next_cue(tokens: TokenRange, index: int) -> int | None:
    """Behind the copula of ``Cara kedua yang bisa dilakukan ialah …``."""
    for at in range(index, min(index + _RELATIVE, len(tokens) - 1)):
        if tokens[at].lower in tokens.lexicon.ordinal_cues:
            return at + 1
    return None


def after_saying(tokens: TokenRange, after: int) -> int:
    """Behind ``, kata dia,`` where an attribution is put in before the item."""
    while after < len(tokens) and _is_mark_or_cue(tokens, after):
        after += 1
    if after == len(tokens):
        return after
    attributed = tokens.is_attribution(after) or tokens[after].lower in tokens.lexicon.sources
    for index in range(after + 1, min(after + _SAYING, len(tokens))):
        if tokens[index].text == ",":
            by_name = tokens[after].capital and _says(tokens, index - 1)
            return index + 1 if attributed or by_name else after
    return after


def _says(tokens: TokenRange, index: int) -> bool:
    """Whether a verb of saying stands there behind its speaker: ``Tsani melanjutkan``."""
    return tokens[index].lower in tokens.lexicon.sayings


def _stage(tokens: TokenRange, index: int) -> Range | None:
    """``Tahap pertama pembangunan …``: what is numbered stands behind its stage."""
    early = index <= _EARLY if tokens.lexicon.ordinals[tokens[index].lower] > 1 else (index == 1)
    if early and index and tokens[index - 1].lower in tokens.lexicon.stages:
        return index - 1, index - 1
    return None


class _ItemAt(Enum):
    """Where the item begins that an ordinal numbers."""

    NOWHERE = "nowhere"
    BEHIND_MARK = "behind a mark, a cue and an attribution"
    BEHIND_COPULA = "behind the copula of a relative clause"
    NEXT = "right behind the ordinal"


class _Ordinal(NamedTuple):
    """An ordinal with something behind it; its phrase begins at the token ``first``."""

    tokens: TokenRange
    at: int
    first: int

    @property
    def value(self) -> int:
        """Which it is; 0 is the last."""
        return self.tokens.lexicon.ordinals[self.tokens[self.at].lower]

    @property
    def before(self) -> str:
        """The word or mark before the phrase."""
        return self.tokens[self.first - 1].text if self.first else ""

    @property
    def next(self) -> Token:
        """The token behind the ordinal."""
        return self.tokens[self.at + 1]

    def is_cued(self) -> bool:
        """Whether a cue stands before the phrase: ``adalah pertama``."""
        cue = cue_at(self.tokens, self.first - 1) if self.first else None
        return cue is not None and cue.strength in _SURE_CUES

    def is_in_clause(self) -> bool:
        """Whether a word that is no cue stands before the phrase."""
        inside = self.first > 0 and self.tokens[self.first - 1].is_word
        return inside and not self.is_cued()

    def is_marked(self) -> bool:
        """Whether a mark, a cue or an attribution follows."""
        after = self.at + 1
        return self.tokens.is_attribution(after) or _is_mark_or_cue(self.tokens, after)

    def is_relative(self) -> bool:
        """Whether a relative clause follows: ``Cara kedua yang bisa dilakukan ialah …``."""
        return self.next.lower in self.tokens.lexicon.modifiers

    def counts_on(self) -> bool:
        """Whether a comma stands before a second or later one."""
        return self.before == "," and self.value > 1

    def counts_all(self) -> bool:
        """Whether it means all of so many: ``kedua tokoh itu``, ``Kedua pelaku ditangkap``."""
        return _counts_all(self.tokens, self.at + 1)

    def is_listed(self) -> bool:
        """Whether the sentence goes on from item to item there."""
        return self.counts_on() or self.before in (";", ":", "(") or self.is_cued()

    def orders(self) -> bool:
        """Whether it orders what follows: ``pertama kali``, ``pertama itu``."""
        lexicon = self.tokens.lexicon
        return self.next.lower in lexicon.not_numbered or self.next.lower in lexicon.demonstratives

    def lacks_noun(self) -> bool:
        """Whether the language wants other words behind an ordinal that numbers."""
        numbered = self.tokens.lexicon.numbered
        return bool(numbered) and self.next.lower not in numbered

    def begins_part(self) -> bool:
        """Whether its phrase begins the sentence, or a part of it."""
        return opens_sentence(self.tokens, self.first) or self.before in _MARKS_BEFORE

    def is_joined(self) -> bool:
        """Whether a joining word begins its phrase: ``dan yang ketiga di Bima``."""
        joined = self.tokens[self.first].lower in self.tokens.lexicon.conjunctions
        return self.first < self.at and joined

    def has(self, words: Container[str]) -> bool:
        """Whether one of the words stands in the phrase."""
        return any(token.lower in words for token in self.tokens[self.first : self.at])

    def is_explicit(self) -> bool:
        """Whether the phrase says that it numbers: ``yang kedua``, ``hal kedua``."""
        return self.has(self.tokens.lexicon.modifiers | self.tokens.lexicon.points)


_ITEM: tuple[Row[_Ordinal, _ItemAt], ...] = (
    Row(
        "in a clause",
        _Ordinal.is_in_clause,
        _ItemAt.NOWHERE,
        "Warga desa menang pertama, lalu pulang.",
        "Yang pertama, warga desa pulang.",
    ),
    Row(
        "a mark or a cue behind it",
        _Ordinal.is_marked,
        _ItemAt.BEHIND_MARK,
        "Yang pertama, warga desa pulang.",
        "Yang pertama di desa pulang.",
    ),
    Row(
        "a relative clause behind a noun with an ordinal",
        lambda one: one.is_relative() and one.first < one.at,
        _ItemAt.BEHIND_COPULA,
        "Cara kedua yang bisa dilakukan ialah menanam padi.",
        "Kedua yang bisa dilakukan ialah menanam padi.",
    ),
    Row(
        "a relative clause",
        _Ordinal.is_relative,
        _ItemAt.NOWHERE,
        "Kedua yang bisa dilakukan ialah menanam padi.",
        "Cara kedua yang bisa dilakukan ialah menanam padi.",
    ),
    Row(
        "a name behind it",
        lambda one: one.next.capital,
        _ItemAt.NOWHERE,
        "Hasilnya: pertama Bima, kedua Dompu.",
        "Hasilnya: pertama padi, kedua jagung.",
    ),
    Row(
        "all of so many",
        lambda one: one.counts_on() and one.first == one.at and one.counts_all(),
        _ItemAt.NOWHERE,
        "Setelah rapat, kedua tokoh itu pulang.",
        "Warga menanam pertama padi, kedua jagung.",
    ),
    Row(
        "in a row of items",
        _Ordinal.is_listed,
        _ItemAt.NEXT,
        "Hasilnya: pertama padi, kedua jagung.",
        "Pertama padi di desa.",
    ),
    Row("anything else", always, _ItemAt.NOWHERE, "Pertama padi di desa."),
)

_NUMBERS_BARE: tuple[Row[_Ordinal, bool], ...] = (
    Row(
        "an order of what follows",
        _Ordinal.orders,
        False,
        "Pertama kali warga menanam padi.",
        "Pertama padi di desa.",
    ),
    Row(
        "no word that an item begins with",
        _Ordinal.lacks_noun,
        False,
        "en: First prize went to farmers.",
        "en: First we plant rice.",
    ),
    Row(
        "behind a joining word",
        lambda one: not one.begins_part() and one.is_joined(),
        True,
        "Pasar ada di Bima dan yang kedua di Dompu.",
        "Pasar ada di Bima yang kedua di Dompu.",
    ),
    Row(
        "in a clause",
        lambda one: not one.begins_part(),
        False,
        "Pasar ada di Bima yang kedua di Dompu.",
        "Pasar ada di Bima dan yang kedua di Dompu.",
    ),
    Row(
        "the last of the points",
        lambda one: one.value == 0 and one.has(one.tokens.lexicon.points),
        False,
        "Namun, faktor terakhir adalah padi. Faktor terakhir menanam padi.",
        "Terakhir menanam padi.",
    ),
    Row(
        "all of so many",
        lambda one: one.value > 1 and not one.is_explicit() and one.counts_all(),
        False,
        "Kedua tokoh itu pulang.",
        "Kedua simplifikasi aturan desa.",
    ),
    Row("anything else", always, True, "Kedua simplifikasi aturan desa."),
)
