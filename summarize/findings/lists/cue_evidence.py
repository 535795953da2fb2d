"""What a cue and the words around it say of whether a list follows, whatever its items are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.findings.lists.cues import Count, Cue, cue_at
from summarize.findings.lists.lexicon import Strength, singular_of
from summarize.findings.lists.token_range import TokenRange

_NEAR = 3  # words before a cue among which one says that it has a single subject
_SUBJECT_WORDS = 12  # words before a cue among which its noun is in the plural
_SENTENCE = 40  # words before a cue among which the verb of its clause is looked for
_CLASS_WORDS = 6  # words after a cue that may name a class whose members another cue lists
_SHORT = 3  # letters of a word that no ending makes a plural
_MARKS = frozenset((",", ";", ":", ".", "“", '"', "”", "("))
_DOUBTED = (Strength.LOOSE, Strength.COPULA, Strength.COUNT, Strength.COLON)


class Announcement(NamedTuple):
    """A cue, the numbers before it, and the tokens in which its items stand."""

    tokens: TokenRange
    cue: Cue
    counts: Sequence[Count]
    first: int
    last: int
    start: int = 0  # where its clause may begin at the earliest


def of_cue(announcement: Announcement) -> dict[str, float]:
    """What the cue and the words around it say, whatever its items are."""
    tokens, cue = announcement.tokens, announcement.cue
    strength = cue.strength
    before = tokens[cue.first - 1].text if cue.first else ""
    near = tokens[max(0, cue.first - _NEAR) : cue.first]
    told = {
        "list": True,
        f"cue {strength}": True,
        f"cue: {cue.text}": True,
        "cue with colon": tokens[cue.last - 1].text == ":" and strength is not Strength.COLON,
        "cue after comma": before == ",",
        "cue opens sentence": not before,
        "cue behind small word": before.lower() in tokens.lexicon.small,
        f"cue opens sentence, cue {strength}": not before,
        "cue of some": cue.partial,
        "one subject": any(token.lower in tokens.lexicon.singular for token in near),
        "plural before": _has_plural(tokens, cue),
        "noun of number": any(cue.first - count.first <= 2 for count in announcement.counts[:1]),
        "verb before": has_verb_before(announcement),
        "another cue": _names_class(announcement),
        **_of_first_word(announcement),
    }
    return {name: 1.0 for name, holds in told.items() if holds}


def _of_first_word(announcement: Announcement) -> dict[str, bool]:
    """What the word behind the cue says."""
    tokens, first = announcement.tokens, announcement.first
    lexicon, strength = tokens.lexicon, announcement.cue.strength
    word, verb = tokens[first].lower, tokens.is_predicate(first)
    alone = first + 1 < announcement.last and tokens[first + 1].text == ","
    return {
        "false start": word in lexicon.false_starts,
        "relative first": word in lexicon.modifiers,
        "verb first": verb,
        f"verb first, cue {strength}": verb,
        "preposition first": strength in _DOUBTED and word in lexicon.tails,
        "word alone first": alone,
        "verb alone first": alone and verb,
    }


def has_verb_before(announcement: Announcement) -> bool:
    """Whether the clause has a predicate before the cue, so that none need follow the list."""
    tokens, cue = announcement.tokens, announcement.cue
    clause = range(max(announcement.start, cue.first - _SENTENCE), cue.first)
    return any(tokens.is_predicate(index) for index in clause)


def _has_plural(tokens: TokenRange, cue: Cue) -> bool:
    """Whether what stands before the cue is in the plural: ``sejumlah masalah seperti``."""
    comma = cue.first > 0 and tokens[cue.first - 1].text == ","
    last = cue.first - comma
    for index in range(last - 1, max(-1, last - _SUBJECT_WORDS), -1):
        token = tokens[index]
        if token.text in _MARKS or token.lower in tokens.lexicon.singular:
            return False
        if _is_plural(tokens, index):
            return True
    return False


def _is_plural(tokens: TokenRange, index: int) -> bool:
    """Whether the word says that there are several: ``sejumlah``, ``kota-kota``."""
    word = tokens[index].lower
    lexicon = tokens.lexicon
    plural = word.endswith(lexicon.plural_endings) and len(word) > _SHORT
    return plural or word in lexicon.quantifiers or singular_of(word) != word


def _names_class(announcement: Announcement) -> bool:
    """Whether another cue may take the list: ``mencakup banyak hal termasuk a, b, dan c``."""
    tokens, last = announcement.tokens, announcement.last
    for index in range(announcement.first, min(last, announcement.first + _CLASS_WORDS)):
        other = cue_at(tokens, index)
        if other is not None and other.strength in (Strength.LIST, Strength.PART, Strength.LOOSE):
            return True
        if not tokens[index].is_word:
            return False
    return False
