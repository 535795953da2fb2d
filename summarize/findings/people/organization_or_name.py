"""Organizations and places before a person's name that only the rest of the release parts from it.

``CEO Nuranta Bayu Prakoso`` may be somebody called Nuranta. Where the release also has ``kantor
Nuranta`` or ``di Nuranta``, or speaks of ``Nuranta`` by itself and says ``kata Bayu``, the name
begins with Bayu.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarize.text.lexicon import Lexicon
from summarize.text.names import TaggedSentence
from summarize.text.word_classes import FIRM_NAMES, WordClass

_LEAST_ORGANIZATION = 2  # letters of an organization's word: "I Made" is a name

Words = tuple[str, ...]


class _Seen(NamedTuple):
    """How often words are seen outside the names in doubt."""

    said: Counter[str]  # by themselves, beside a verb of speech
    placed: Counter[str]  # behind a word for an organization or a place
    other: Counter[str]


def names_without_organization(
    sentences: Sequence[TaggedSentence],
    names: Iterable[tuple[int, int, int]],
    lexicon: Lexicon,
) -> dict[tuple[int, int, int], int]:
    """Where names begin that were read behind an organization: by sentence, start and end.

    ``names`` are those in doubt: of two words or more, the first one not known as a name.
    """
    doubted = {name: _words(sentences[name[0]], *name[1:]) for name in names}
    if not doubted:
        return {}
    seen = _count(sentences, doubted.values(), lexicon)
    begins = {}
    for name, parts in doubted.items():
        first = _first(parts, sentences[name[0]].classes[name[1] : name[2]], seen)
        if first:
            begins[name] = name[1] + first
    return begins


def _words(sentence: TaggedSentence, start: int, end: int) -> Words:
    return tuple(token.lower for token in sentence.tokens[start:end])


def _first(parts: Words, classes: Sequence[WordClass], seen: _Seen) -> int:
    """How many words of a name are those of an organization, each of which is seen elsewhere."""
    said = next((k for k, part in enumerate(parts) if seen.said[part]), len(parts))
    first = 0
    while first < min(said, len(parts) - 1):
        part = parts[first]
        if len(part) < _LEAST_ORGANIZATION or not (seen.placed[part] or seen.other[part]):
            break
        first += 1
    if first == said or seen.placed[parts[0]]:
        named = first == said or classes[first] in FIRM_NAMES
        return first if named else 0
    return first if said < len(parts) else 0


def _count(
    sentences: Sequence[TaggedSentence], doubted: Iterable[Words], lexicon: Lexicon
) -> _Seen:
    wholes = set(doubted)
    seen = _Seen(Counter(), Counter(), Counter())
    placing = lexicon.region_kinds.union(
        lexicon.not_person_cues, lexicon.organization_words, lexicon.place_prepositions
    )
    placing -= lexicon.role_blockers  # "rumah Nikita"
    for sentence in sentences:
        for i in () if sentence.headline else _outside(sentence, wholes):
            word = sentence.tokens[i].lower
            if _is_said(sentence, i):
                seen.said[word] += 1
            elif i and sentence.tokens[i - 1].lower in placing:
                seen.placed[word] += 1
            else:
                seen.other[word] += 1
    return seen


def _outside(sentence: TaggedSentence, wholes: set[Words]) -> Iterator[int]:
    """Where words of the doubted names stand outside of these."""
    parts = {part for whole in wholes for part in whole}
    skip = 0
    for i, token in enumerate(sentence.tokens):
        if i < skip or not token.capital or token.lower not in parts:
            continue
        if whole := next(_at(sentence, i, wholes), None):
            skip = i + len(whole)
        else:
            yield i


def _is_said(sentence: TaggedSentence, i: int) -> bool:
    """Whether a word stands by itself beside a verb of speech."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    follows = i > 0 and tokens[i - 1].lower in lexicon.cues_before_name
    if i and tokens[i - 1].capital and not follows:
        return False
    if i + 1 == len(tokens):
        return follows
    after = tokens[i + 1]
    return not after.capital and (follows or after.lower in lexicon.cues_after_name)


def _at(sentence: TaggedSentence, i: int, wholes: set[Words]) -> Iterator[Words]:
    """The doubted names that stand at token ``i``."""
    for whole in wholes:
        if sentence.tokens[i].lower == whole[0] and _words(sentence, i, i + len(whole)) == whole:
            yield whole
