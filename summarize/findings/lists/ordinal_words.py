"""Ordinals that number what follows them: ``Pertama, …``, ``Yang kedua ialah …``."""

from __future__ import annotations

from typing import NamedTuple

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.token_range import Range, Stretch

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

    ``stage`` says that the ordinal is told with its noun (``Tahap pertama pembangunan …``),
    ``bare`` that no mark or verb parts it from the item (``Kedua simplifikasi aturan``); ``noun``
    is what it orders where that is no common head of lists (``Cermin kedua adalah …``).
    """

    place: int
    first: int
    after: int
    value: int
    stage: bool
    bare: bool
    word: str
    stretch: Stretch
    noun: str = ""


def steps_in(stretch: Stretch, place: int) -> list[Step]:
    """The ordinals in sentence number ``place`` of the body that number something."""
    ordinals = stretch.grammar.ordinals
    steps = []
    counted = _counted(stretch, place)
    if counted is not None:
        steps.append(counted)
    for index, token in enumerate(stretch.tokens):
        if token.lower in ordinals:
            numbered = _numbered(stretch, index)
            staged = None if numbered else _stage(stretch, index)
            phrase = numbered or staged or _bare(stretch, index)
            if phrase is not None:
                value, bare = ordinals[token.lower], not (numbered or staged)
                steps.append(Step(place, *phrase, value, bool(staged), bare, token.lower, stretch))
            elif (after := _behind_noun(stretch, index)) is not None:
                value, noun = ordinals[token.lower], stretch.tokens[index - 1].lower
                steps.append(Step(place, 0, after, value, False, False, token.lower, stretch, noun))
    return steps


def _counted(stretch: Stretch, place: int) -> Step | None:
    """A sentence that a number opens as an ordinal would: ``Dua, perbaiki jalan desa``."""
    for index, token in enumerate(stretch.tokens[:-1]):
        if token.is_word:
            value, comma = stretch.grammar.numbers.get(token.lower, 0), index + 1
            counts = token.lower not in stretch.grammar.ordinals and 0 < value <= _TEN
            if not counts or stretch.tokens[comma].text != ",":
                return None
            after = after_saying(stretch, comma)
            return Step(place, index, after, value, False, False, token.lower, stretch)
    return None


def _behind_noun(stretch: Stretch, index: int) -> int | None:
    """Behind ``Kemudian cermin kedua adalah``: where a noun and its ordinal open the sentence."""
    tokens, grammar = stretch.tokens, stretch.grammar
    if index > _EARLY:
        return None
    words = [place for place in range(index) if tokens[place].is_word]
    if not words or len(words) > _BEFORE or grammar.ordinals[tokens[index].lower] < 2:
        return None
    noun = tokens[index - 1]
    if not noun.is_word or noun.lower in grammar.units or noun.lower in grammar.numbers:
        return None
    opened = all(
        tokens[place].lower in grammar.continuations or tokens[place].lower in grammar.stops
        for place in words[:-1]
    )
    after = index + 1
    if not opened or after >= len(tokens) or not _is_mark_or_cue(stretch, after):
        return None
    return after_saying(stretch, after)


def _numbered(stretch: Stretch, index: int) -> Range | None:
    """Where the ordinal's phrase begins and the item after it, for ``Yang pertama, …``."""
    tokens, grammar = stretch.tokens, stretch.grammar
    first = _phrase_start(stretch, index)
    after = index + 1
    if after >= len(tokens):
        return None
    opens = first == 0 or not tokens[first - 1].is_word
    cue = cue_at(stretch, first - 1) if first else None
    cued = cue is not None and cue.strength in _SURE_CUES
    if not opens and not cued:
        return None
    if stretch.is_attribution(after) or _is_mark_or_cue(stretch, after):
        return first, after_saying(stretch, after)
    if tokens[after].lower in grammar.modifiers:
        copula = _next_cue(stretch, after) if first < index else None
        return (first, copula) if copula is not None else None
    listing = cued or (first > 0 and tokens[first - 1].text in {";", ":", "("})
    goes_on = (
        first > 0 and tokens[first - 1].text == "," and grammar.ordinals[tokens[index].lower] > 1
    )
    if not (listing or goes_on) or tokens[after].is_capitalised:
        return None
    return None if goes_on and first == index and _counts_all(stretch, after) else (first, after)


def _phrase_start(stretch: Stretch, index: int) -> int:
    """Where the phrase of the ordinal at ``index`` begins: at ``Dan`` of ``Dan hal kedua``."""
    tokens, grammar = stretch.tokens, stretch.grammar
    first = index
    while first > max(0, index - _BEFORE):
        word = tokens[first - 1].lower
        opens = first < index and word in grammar.openers  # "Di poin kedua"
        if not (
            opens
            or word in grammar.modifiers
            or word in grammar.points
            or word in grammar.stops
            or word in grammar.conjunctions
        ):
            break
        first -= 1
    return first


def _bare(stretch: Stretch, index: int) -> Range | None:
    """The same for an ordinal that nothing parts from its item: ``Kedua simplifikasi aturan``.

    Not where it orders or counts what follows: ``pertama kali``, ``kedua tokoh itu``.
    """
    tokens, grammar = stretch.tokens, stretch.grammar
    first, after = _phrase_start(stretch, index), index + 1
    if after >= len(tokens) or not tokens[after].is_word:
        return None
    word = tokens[after].lower
    if word in grammar.not_numbered or word in grammar.demonstratives:
        return None
    if grammar.numbered and word not in grammar.numbered:
        return None
    if not (opens_sentence(stretch, first) or tokens[first - 1].text in _MARKS_BEFORE):
        return (first, after) if first < index and _joined(stretch, first, index) else None
    value, before = grammar.ordinals[tokens[index].lower], tokens[first:index]
    if value == 0 and any(token.lower in grammar.points for token in before):
        return None  # "Namun, faktor terakhir inilah"
    told = any(token.lower in grammar.modifiers | grammar.points for token in before)
    return None if value > 1 and not told and _counts_all(stretch, after) else (first, after)


def _joined(stretch: Stretch, first: int, index: int) -> bool:
    """Whether a joining word and ``yang`` come before the ordinal: ``dan yang ketiga di Bima``."""
    words = [token.lower for token in stretch.tokens[first:index]]
    return words[0] in stretch.grammar.conjunctions


def opens_sentence(stretch: Stretch, first: int) -> bool:
    """Whether nothing but marks stands before ``first``, or a full stop that ends a sentence."""
    before = stretch.tokens[first - 1] if first else None
    return before is None or (not before.is_word and before.text not in _MARKS_BEFORE)


def _counts_all(stretch: Stretch, after: int) -> bool:
    """Whether the ordinal means all of so many: ``kedua tokoh itu``, ``Kedua pelaku ditangkap``."""
    tokens, grammar = stretch.tokens, stretch.grammar
    for place in range(after, min(after + _PAIR, len(tokens))):
        if not tokens[place].is_word:
            break
        if tokens[place].lower in grammar.demonstratives:
            return True
    word = tokens[after].lower
    if stretch.is_predicate(after) or word in grammar.subjects or tokens[after].is_capitalised:
        return False
    follows = after + 1 < len(tokens) and (
        stretch.is_predicate(after + 1) or tokens[after + 1].lower in grammar.modifiers
    )
    return follows or word in grammar.counted_nouns or word in grammar.pairs


def _is_mark_or_cue(stretch: Stretch, index: int) -> bool:
    token = stretch.tokens[index]
    return token.text in {",", ":"} or token.lower in stretch.grammar.cue_words


def _next_cue(stretch: Stretch, index: int) -> int | None:
    """Behind the copula of ``Cara kedua yang bisa dilakukan ialah …``."""
    for place in range(index, min(index + _RELATIVE, len(stretch.tokens) - 1)):
        if stretch.tokens[place].lower in stretch.grammar.cue_words:
            return place + 1
    return None


def after_saying(stretch: Stretch, after: int) -> int:
    """Behind ``, kata dia,`` where an attribution is put in before the item."""
    tokens = stretch.tokens
    while after < len(tokens) and _is_mark_or_cue(stretch, after):
        after += 1
    if after == len(tokens):
        return after
    told = stretch.is_attribution(after) or tokens[after].lower in stretch.grammar.sources
    for index in range(after + 1, min(after + _SAYING, len(tokens))):
        if tokens[index].text == ",":
            by_name = tokens[after].is_capitalised and _says(stretch, index - 1)
            return index + 1 if told or by_name else after
    return after


def _says(stretch: Stretch, index: int) -> bool:
    """Whether a verb of saying stands there behind its speaker: ``Tsani melanjutkan``."""
    return stretch.tokens[index].lower in stretch.grammar.sayings


def _stage(stretch: Stretch, index: int) -> Range | None:
    """``Tahap pertama pembangunan …``: what is numbered is told with its stage."""
    early = (
        index <= _EARLY
        if stretch.grammar.ordinals[stretch.tokens[index].lower] > 1
        else (index == 1)
    )
    if early and index and stretch.tokens[index - 1].lower in stretch.grammar.stages:
        return index - 1, index - 1
    return None
