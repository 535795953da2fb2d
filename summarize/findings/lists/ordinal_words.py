"""Ordinals that number what follows them: ``Pertama, …``, ``Yang kedua ialah …``."""

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
_PAIR = 4  # words of a noun phrase by which an ordinal means all of so many ("kedua tokoh itu")
_MARKS_BEFORE = {",", ";", ":", "("}  # marks inside a sentence behind which an ordinal may number


class Step(NamedTuple):
    """An ordinal in a sentence: where its phrase begins and where what it numbers begins.

    ``stage`` says that the ordinal stands with its noun: ``Tahap pertama pembangunan …``.
    """

    sentence_number: int
    first: int
    after: int
    value: int
    stage: bool
    word: str
    tokens: TokenRange


def steps_in(tokens: TokenRange, sentence_number: int) -> list[Step]:
    """The ordinals in sentence ``sentence_number`` of the body that number something."""
    ordinals = tokens.lexicon.ordinals
    steps = []
    for index, token in enumerate(tokens):
        if token.lower in ordinals:
            numbered = _numbered(tokens, index)
            staged = None if numbered else _stage(tokens, index)
            if phrase := numbered or staged:
                value, word = ordinals[token.lower], token.lower
                steps.append(Step(sentence_number, *phrase, value, bool(staged), word, tokens))
    return steps


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
