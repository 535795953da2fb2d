"""Where a list is introduced: the cue, and the number that announces it."""

from __future__ import annotations

from typing import NamedTuple

from summarize.findings.lists.token_range import TokenRange
from summarize.text.numbers import read_number
from summarize.text.tokens import Token

LEAD_WORDS = 40  # how far before its cue a list may be announced
_LARGEST = 9999  # a larger number counts a crowd, not a list
_NUMBER_WORDS = 4
_PHRASE_END = {",", ";", ":", ".", "(", "–", "—"}
_SURE = {"list", "part"}  # strengths of cues behind which a semicolon stands for a colon


class Cue(NamedTuple):
    """A phrase that may introduce a list: tokens ``first`` to ``last`` (exclusive).

    ``partial`` says that it promises examples or some members only: ``antara lain``.
    """

    first: int
    last: int
    strength: str
    text: str
    partial: bool = False


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
    cues = []
    index = 0
    while index < len(tokens):
        cue = cue_at(tokens, index)
        if cue is None:
            index += 1
        else:
            cues.append(cue)
            index = cue.last
    return cues


def cue_at(tokens: TokenRange, index: int) -> Cue | None:
    """The cue that begins at ``index``, the longest one."""
    if tokens[index].text == ":":
        if _is_time(tokens, index) or _labels(tokens, index):
            return None
        return Cue(index, index + 1, "colon", ":")
    for last, strength in tokens.phrases_at(index, tokens.lexicon.cues):
        if strength == "none" and not _may_follow(tokens, last):
            continue
        text = " ".join(token.lower for token in tokens[index:last])
        partial = any(sample in text for sample in tokens.lexicon.samples)
        if last < len(tokens) and tokens[last].text == ":":
            surer = "part" if strength == "loose" else strength
            return Cue(index, last + 1, surer, text, partial)
        if last < len(tokens) and tokens[last].text == ";" and strength in _SURE:
            return Cue(index, last + 1, strength, text, partial)
        return Cue(index, last, strength, text, partial)
    return None


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
    token, lexicon = tokens[index], tokens.lexicon
    before = tokens[index - 1].lower if index else ""
    after = tokens[index + 1] if index + 1 < cue.first else None
    if cue.strength == "copula" and before in lexicon.openers and _is_one_of(tokens, index - 2):
        return None  # "satu dari tiga pejabat"
    if before in lexicon.labels or (after is not None and after.lower in lexicon.months):
        return None
    bare = after is None or not after.is_word or _goes_on(tokens, after)
    if bare and index and not _may_stand_alone(tokens, index):
        return None  # "golongan 3, yakni", "roda dua yang ikut", "Bab 7 tentang hak"
    if token.lower in lexicon.numbers:
        named = token.is_capitalised and not token.text.isupper()
        if named and index and tokens[index - 1].is_word:
            return None  # part of a name: "Tiga Generasi", "Kelapa Dua"
        collective = token.lower in lexicon.ordinals or token.lower.endswith("nya")
        if collective and not _is_collective(tokens, index):
            return None
        if before in lexicon.number_words:
            return None  # "dua puluh lima" is read from its first word on
        if token.lower in lexicon.ordinals and (
            after is None or not after.is_word or after.lower in lexicon.cue_words
        ):
            return None  # "Keempat, layanan yang mencakup", "sedangkan kedua adalah"
        return _in_words(tokens, index)
    digits = token.lower.removeprefix("ke-")
    if not (digits.isascii() and digits.isdecimal()) or digits[0] == "0":
        return None
    return int(digits) if len(digits) <= 4 and int(digits) <= _LARGEST else None


def _goes_on(tokens: TokenRange, token: Token) -> bool:
    """Whether the word shows that no noun follows the number before it."""
    word, lexicon = token.lower, tokens.lexicon
    return word in lexicon.modifiers or word in lexicon.openers or word in lexicon.etcetera


def _is_one_of(tokens: TokenRange, index: int) -> bool:
    """Whether ``satu`` stands there, so that a number behind ``dari`` counts no list."""
    return index >= 0 and tokens.lexicon.numbers.get(tokens[index].lower) == 1


def _in_words(tokens: TokenRange, index: int) -> int | None:
    """The number whose first word stands at ``index``: ``tiga``, ``dua belas``, ``ketiga``."""
    words = " ".join(token.lower for token in tokens[index : index + _NUMBER_WORDS])
    number = read_number(words, 0, len(words), tokens.lexicon.language, money=False)
    if number is None:
        return tokens.lexicon.numbers[tokens[index].lower]
    return int(number.value) if number.value <= _LARGEST else None


def _may_stand_alone(tokens: TokenRange, index: int) -> bool:
    """Whether the number needs no noun after it: ``dibagi menjadi dua, yakni``."""
    before, lexicon = tokens[index - 1], tokens.lexicon
    return (
        not before.is_word
        or tokens.is_predicate(index - 1)
        or before.lower in lexicon.openers
        or before.lower in lexicon.modifiers
        or before.lower in lexicon.stops
    )


def _is_collective(tokens: TokenRange, index: int) -> bool:
    """Whether ``ketiga`` means all three (``Ketiga pilar itu``), not third (``tahap ketiga``)."""
    if index == 0:
        return True
    before, lexicon = tokens[index - 1], tokens.lexicon
    return not before.is_word or any(
        before.lower in words
        for words in (lexicon.openers, lexicon.tails, lexicon.predicates, lexicon.stops)
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
