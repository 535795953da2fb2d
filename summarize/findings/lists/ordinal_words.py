"""Ordinals that number what follows them: ``Pertama, …``, ``Yang kedua ialah …``."""

from __future__ import annotations

from typing import NamedTuple

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.token_range import Range, TokenRange

_BEFORE = 3  # words that may stand between the clause's start and the ordinal
_EARLY = 7  # words before a stage that a sentence goes on with
_RELATIVE = 10  # words of a relative clause after the ordinal
_SAYING = 6  # words of an attribution put in after the ordinal ("Pertama, kata dia, …")
_SURE_CUES = frozenset({"list", "part", "copula", "colon"})
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
    lexicon = tokens.lexicon
    if index > _EARLY:
        return None
    words = [at for at in range(index) if tokens[at].is_word]
    if not words or len(words) > _BEFORE or lexicon.ordinals[tokens[index].lower] < 2:
        return None
    noun = tokens[index - 1]
    if not noun.is_word or noun.lower in lexicon.units or noun.lower in lexicon.numbers:
        return None
    opened = all(
        tokens[at].lower in lexicon.continuations or tokens[at].lower in lexicon.stops
        for at in words[:-1]
    )
    after = index + 1
    if not opened or after >= len(tokens) or not _is_mark_or_cue(tokens, after):
        return None
    return after_saying(tokens, after)


def _numbered(tokens: TokenRange, index: int) -> Range | None:
    """Where the ordinal's phrase begins and the item after it, for ``Yang pertama, …``."""
    lexicon = tokens.lexicon
    first = _phrase_start(tokens, index)
    after = index + 1
    if after >= len(tokens):
        return None
    opens = first == 0 or not tokens[first - 1].is_word
    cue = cue_at(tokens, first - 1) if first else None
    cued = cue is not None and cue.strength in _SURE_CUES
    if not opens and not cued:
        return None
    if tokens.is_attribution(after) or _is_mark_or_cue(tokens, after):
        return first, after_saying(tokens, after)
    if tokens[after].lower in lexicon.modifiers:
        copula = _next_cue(tokens, after) if first < index else None
        return (first, copula) if copula is not None else None
    listing = cued or (first > 0 and tokens[first - 1].text in {";", ":", "("})
    goes_on = (
        first > 0 and tokens[first - 1].text == "," and lexicon.ordinals[tokens[index].lower] > 1
    )
    if not (listing or goes_on) or tokens[after].is_capitalised:
        return None
    return None if goes_on and first == index and _counts_all(tokens, after) else (first, after)


def _phrase_start(tokens: TokenRange, index: int) -> int:
    """Where the phrase of the ordinal at ``index`` begins: at ``Dan`` of ``Dan hal kedua``."""
    lexicon = tokens.lexicon
    first = index
    while first > max(0, index - _BEFORE):
        word = tokens[first - 1].lower
        opens = first < index and word in lexicon.openers  # "Di poin kedua"
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
    """The same for an ordinal that nothing parts from its item: ``Kedua simplifikasi aturan``.

    Not where it orders or counts what follows: ``pertama kali``, ``kedua tokoh itu``.
    """
    lexicon = tokens.lexicon
    first, after = _phrase_start(tokens, index), index + 1
    if after >= len(tokens) or not tokens[after].is_word:
        return None
    word = tokens[after].lower
    if word in lexicon.not_numbered or word in lexicon.demonstratives:
        return None
    if lexicon.numbered and word not in lexicon.numbered:
        return None
    if not (opens_sentence(tokens, first) or tokens[first - 1].text in _MARKS_BEFORE):
        return (first, after) if first < index and _joined(tokens, first, index) else None
    value, before = lexicon.ordinals[tokens[index].lower], tokens[first:index]
    if value == 0 and any(token.lower in lexicon.points for token in before):
        return None  # "Namun, faktor terakhir inilah"
    explicit = any(token.lower in lexicon.modifiers | lexicon.points for token in before)
    return None if value > 1 and not explicit and _counts_all(tokens, after) else (first, after)


def _joined(tokens: TokenRange, first: int, index: int) -> bool:
    """Whether a joining word and ``yang`` come before the ordinal: ``dan yang ketiga di Bima``."""
    words = [token.lower for token in tokens[first:index]]
    return words[0] in tokens.lexicon.conjunctions


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
    if tokens.is_predicate(after) or word in lexicon.subjects or tokens[after].is_capitalised:
        return False
    follows = after + 1 < len(tokens) and (
        tokens.is_predicate(after + 1) or tokens[after + 1].lower in lexicon.modifiers
    )
    return follows or word in lexicon.counted_nouns or word in lexicon.pairs


def _is_mark_or_cue(tokens: TokenRange, index: int) -> bool:
    token = tokens[index]
    return token.text in {",", ":"} or token.lower in tokens.lexicon.cue_words


def _next_cue(tokens: TokenRange, index: int) -> int | None:
    """Behind the copula of ``Cara kedua yang bisa dilakukan ialah …``."""
    for at in range(index, min(index + _RELATIVE, len(tokens) - 1)):
        if tokens[at].lower in tokens.lexicon.cue_words:
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
            by_name = tokens[after].is_capitalised and _says(tokens, index - 1)
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
