"""Where a list is introduced: the cue, and the number that announces it."""

from collections.abc import Iterator
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.lexicon import Strength
from summarize.findings.lists.token_range import TokenRange
from summarize.text.numbers import read_number
from summarize.text.tokens import Token

LEAD_WORDS = 40  # how far before its cue a list may be announced
_LARGEST, _DIGITS = 9999, 4  # a larger number counts a crowd, not a list
_NUMBER_WORDS = 4
_PHRASE = 8  # words of a noun phrase with a number, behind which a mark may introduce a list
_OPENING = frozenset(("(", "–", "—"))
_PHRASE_END = {",", ";", ":", ".", "(", "–", "—"}
_SURE = (
    Strength.LIST,
    Strength.PART,
)  # strengths of cues behind which a semicolon stands for a colon


class Cue(NamedTuple):
    """A phrase that may introduce a list: tokens ``first`` to ``last`` (exclusive).

    ``partial`` says that it promises examples or some members only: ``antara lain``.
    """

    first: int
    last: int
    strength: Strength
    text: str
    partial: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it nearly always introduces a list."""
        return self.strength in _SURE


class Count(NamedTuple):
    """A number that may announce a list, and the tokens of the noun phrase it heads.

    ``doubtful`` ones measure (``lima tahun``) or order (``Asta Cita ke-6``): they announce only
    what agrees with them.
    """

    value: int
    first: int
    last: int
    doubtful: bool


def find_cues(tokens: TokenRange) -> list[Cue]:
    """The phrases that may introduce a list, in order, the longest from each token on."""
    cues: list[Cue] = []
    starts = tokens.lexicon.cue_starts
    for index, token in enumerate(tokens):
        if token.lower in starts and not (cues and index < cues[-1].last):
            cue = cue_at(tokens, index)
            if cue is not None:
                cues.append(cue)
    return cues


def find_marks(tokens: TokenRange) -> Iterator[Cue]:
    """The marks behind a noun phrase with a number: ``dua desa (Sape dan Wera)``."""
    number, numbers = -_PHRASE, tokens.lexicon.numbers
    for index, token in enumerate(tokens):
        if not token.is_word:
            if token.text in _OPENING and 1 < index - number < _PHRASE:
                yield Cue(index, index + 1, Strength.MARK, token.text)
            number = -_PHRASE
        elif token.lower in numbers or token.text.isdecimal():
            number = index


def cue_at(tokens: TokenRange, index: int) -> Cue | None:
    """The cue that begins at ``index``, the longest one."""
    if tokens[index].lower not in tokens.lexicon.cue_starts:
        return None
    if tokens[index].text == ":":
        if _is_time(tokens, index) or _labels(tokens, index):
            return None
        return Cue(index, index + 1, Strength.COLON, ":")
    for last, strength in tokens.lexicon.cues.at(tokens, index):
        if strength is Strength.NONE and not _may_follow(tokens, last):
            continue
        text = " ".join(token.lower for token in tokens[index:last])
        partial = any(sample in text for sample in tokens.lexicon.samples)
        cue = Cue(index, last, strength, text, partial)
        return _with_mark(cue, tokens[last].text if last < len(tokens) else "")
    return None


def _with_mark(cue: Cue, mark: str) -> Cue:
    """The cue with the colon behind it, or the semicolon that stands for one."""
    if mark == ":":
        surer = Strength.PART if cue.strength is Strength.LOOSE else cue.strength
        return cue._replace(last=cue.last + 1, strength=surer)
    if mark == ";" and cue.is_sure:
        return cue._replace(last=cue.last + 1)
    return cue


def _may_follow(tokens: TokenRange, index: int) -> bool:
    """Whether what stands at ``index`` can be listed: not ``baik, jujur`` or ``baik dan jujur``."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    return token.is_word and token.lower not in tokens.lexicon.conjunctions


def _labels(tokens: TokenRange, index: int) -> bool:
    """Whether the colon follows a label (``Nomor: 12/2019``) or a comma follows it, lines lost."""
    if index + 1 < len(tokens) and tokens[index + 1].text == ",":
        return True
    return index > 0 and tokens[index - 1].lower in tokens.lexicon.labels


def _is_time(tokens: TokenRange, index: int) -> bool:
    """Whether the colon stands inside a time or a score: ``15:30``."""
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].is_number
        and tokens[index + 1].is_number
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
    )


def find_counts(tokens: TokenRange, cue: Cue, start: int) -> list[Count]:
    """The numbers before ``cue`` that may announce what follows it, nearest first."""
    partners = tokens.partners
    counts: list[Count] = []
    index = cue.first - 1
    while index >= max(start, cue.first - LEAD_WORDS):
        if 0 <= partners[index] < index and tokens[index].text in {")", "]", "}"}:
            index = partners[index] - 1  # what stands in brackets announces nothing
            continue
        value = _number_at(tokens, index, cue)
        if value is not None and value > 1:
            last = _phrase_end(tokens, index, cue)
            doubtful = _is_doubtful(tokens, index, cue)
            if not (doubtful and _has_verb(tokens, index, cue)):
                counts.append(Count(value, index, last, doubtful))
        index -= 1
    return counts


def _number_at(tokens: TokenRange, index: int, cue: Cue) -> int | None:
    """The number that the token is, unless it labels, dates or is part of another."""
    word = tokens[index].lower
    digits = word.removeprefix("ke-")
    if word in tokens.lexicon.numbers:
        value = None
    elif digits.isascii() and digits.isdecimal() and digits[0] != "0" and len(digits) <= _DIGITS:
        value = int(digits)
    else:
        return None
    if not decide(_COUNTS, _Number(tokens, index, cue)).verdict:
        return None
    return _in_words(tokens, index) if value is None else value


def _in_words(tokens: TokenRange, index: int) -> int | None:
    """The number whose first word stands at ``index``: ``tiga``, ``dua belas``, ``ketiga``."""
    words = " ".join(token.lower for token in tokens[index : index + _NUMBER_WORDS])
    number = read_number(words, 0, len(words), tokens.lexicon.language, money=False)
    if number is None:
        return tokens.lexicon.numbers[tokens[index].lower]
    return int(number.value) if number.value <= _LARGEST else None


class _Number(NamedTuple):
    """A number in words or digits before a cue."""

    tokens: TokenRange
    at: int
    cue: Cue

    @property
    def word(self) -> str:
        """The number itself."""
        return self.tokens[self.at].lower

    @property
    def before(self) -> str:
        """The word before the number."""
        return self.tokens[self.at - 1].lower if self.at else ""

    @property
    def after(self) -> Token | None:
        """What stands between the number and the cue, its first token."""
        return self.tokens[self.at + 1] if self.at + 1 < self.cue.first else None

    def is_whole(self) -> bool:
        """Whether it is that of which one is told: ``satu dari tiga pejabat adalah``."""
        lexicon, one = self.tokens.lexicon, self.at - 2
        return (
            self.cue.strength is Strength.COPULA
            and self.before in lexicon.openers
            and one >= 0
            and lexicon.numbers.get(self.tokens[one].lower) == 1
        )

    def is_labelled(self) -> bool:
        """Whether it names or dates something: ``Pasal 4``, ``4 Mei``."""
        dated = self.after is not None and self.after.lower in self.tokens.lexicon.months
        return dated or self.before in self.tokens.lexicon.labels

    def has_no_noun(self) -> bool:
        """Whether no noun follows: ``golongan 3, yakni``, ``roda dua yang ikut``."""
        after, lexicon = self.after, self.tokens.lexicon
        return (
            after is None
            or not after.is_word
            or any(
                after.lower in words
                for words in (lexicon.modifiers, lexicon.openers, lexicon.etcetera)
            )
        )

    def needs_noun(self) -> bool:
        """Whether it wants a noun behind it, not so ``dibagi menjadi dua, yakni``."""
        if not self.at:
            return False
        lexicon = self.tokens.lexicon
        return self.tokens[self.at - 1].is_word and not (
            self.tokens.is_predicate(self.at - 1)
            or any(
                self.before in words
                for words in (lexicon.openers, lexicon.modifiers, lexicon.stops)
            )
        )

    def is_in_words(self) -> bool:
        """Whether it is written in words."""
        return self.word in self.tokens.lexicon.numbers

    def is_name(self) -> bool:
        """Whether it is part of a name: ``Tiga Generasi``, ``Kelapa Dua``."""
        token = self.tokens[self.at]
        named = token.capital and not token.text.isupper()
        return named and self.at > 0 and self.tokens[self.at - 1].is_word

    def is_ordinal(self) -> bool:
        """Whether it orders as well, as ``ketiga`` does."""
        return self.word in self.tokens.lexicon.ordinals

    def orders(self) -> bool:
        """Whether ``ketiga`` means third (``tahap ketiga``), not all three (``Ketiga pilar``)."""
        if not (self.is_ordinal() or self.word.endswith("nya")) or not self.at:
            return False
        lexicon = self.tokens.lexicon
        return self.tokens[self.at - 1].is_word and not any(
            self.before in words
            for words in (lexicon.openers, lexicon.tails, lexicon.predicates, lexicon.stops)
        )

    def numbers_item(self) -> bool:
        """Whether it numbers what follows: ``Keempat, layanan yang mencakup``."""
        after = self.after
        return self.is_ordinal() and (
            after is None or not after.is_word or after.lower in self.tokens.lexicon.cue_words
        )


_COUNTS: tuple[Row[_Number, bool], ...] = (
    Row(
        "of so many, one is told",
        _Number.is_whole,
        False,
        "Satu dari tiga pejabat itu adalah Andi, Budi, dan Citra.",
        "Tiga pejabat itu adalah Andi, Budi, dan Citra.",
    ),
    Row(
        "a label or a date",
        _Number.is_labelled,
        False,
        "Menurut Pasal 4 ada kota, yakni Bima, Dompu, dan Sape.",
        "Ada 3 kota, yakni Bima, Dompu, dan Sape.",
    ),
    Row(
        "without the noun that it needs",
        lambda number: number.has_no_noun() and number.needs_noun(),
        False,
        "Pelanggan golongan 3, yakni Bima, Dompu, dan Sape.",
        "Kota itu dibagi menjadi 3, yakni Bima, Dompu, dan Sape.",
    ),
    Row(
        "digits",
        lambda number: not number.is_in_words(),
        True,
        "Ada 3 kota, yakni Bima, Dompu, dan Sape.",
        "Ada tiga kota, yakni Bima, Dompu, dan Sape.",
    ),
    Row(
        "part of a name",
        _Number.is_name,
        False,
        "Warga Kelapa Dua Timur, yakni Andi, Budi, dan Citra, hadir.",
        "Warga dua desa, yakni Andi, Budi, dan Citra, hadir.",
    ),
    Row(
        "an ordinal of one thing",
        _Number.orders,
        False,
        "Ada bahan pada tahap ketiga pasar, yakni beras, gula, dan garam.",
        "Ketiga bahan itu, yakni beras, gula, dan garam.",
    ),
    Row(
        "the end of another number",
        lambda number: number.before in number.tokens.lexicon.number_words,
        False,
        "Ada dua puluh tiga kota, yakni Bima, Dompu, dan Sape.",
        "Ada tiga kota, yakni Bima, Dompu, dan Sape.",
    ),
    Row(
        "an ordinal of an item",
        _Number.numbers_item,
        False,
        "Keempat, layanan yang mencakup beras, gula, dan garam.",
        "Ketiga bahan itu, yakni beras, gula, dan garam.",
    ),
    Row("any other number in words", always, True, "Ada tiga kota, yakni Bima, Dompu, dan Sape."),
)


def _is_doubtful(tokens: TokenRange, index: int, cue: Cue) -> bool:
    """Whether the number measures, orders or refers back rather than counts what is listed."""
    token = tokens[index]
    after = tokens[index + 1].lower if index + 1 < cue.first else ""
    if after in tokens.lexicon.units or _is_year(token.text):
        return True
    return token.text.startswith("ke-") or token.lower.endswith("nya")


def _has_verb(tokens: TokenRange, index: int, cue: Cue) -> bool:
    """Whether a clause goes on between the number and the cue: it is about something else."""
    between = range(index + 1, cue.first)
    return any(tokens.is_predicate(i) for i in between) and not any(
        tokens[i].lower in tokens.lexicon.modifiers for i in between
    )


def _phrase_end(tokens: TokenRange, index: int, cue: Cue) -> int:
    """Where the noun phrase that begins at ``index`` ends: before the cue or a mark."""
    end = index + 1
    while end < cue.first and tokens[end].text not in _PHRASE_END:
        end += 1
    return end


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == 4
