"""Other names that a release has for a person: explained or known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from summarize.findings.people.name_mentions import NameMention, Words, fold_all, part_of
from summarize.languages import Language, load
from summarize.languages.spelling import fold
from summarize.text.lexicon import is_acronym
from summarize.text.names import TaggedSentence
from summarize.text.word_classes import NAME_LIKE

_LONGEST_ALIAS_CUE = 5  # words
_Places = Mapping[tuple[int, int], NameMention]


def find_aliases(
    mentions: Sequence[NameMention], sentences: Sequence[TaggedSentence], language: Language
) -> dict[Words, Words]:
    """For each other name the name it stands for, where that one is in the release too."""
    cues = language.terms("alias_cues")
    at = {(s.sentence, s.start): s for s in mentions}
    names = {s.words for s in mentions}
    known = _nicknames(language.code)
    aliases = {short: full for short, full in known.items() if full in names}
    for mention in mentions:
        other = _named_after(mention, sentences[mention.sentence], at, cues)
        if other and not part_of(other, mention.words):
            if len(other) > len(mention.words) and other in names:
                aliases.setdefault(mention.words, other)  # "Emil, sapaan akrab Ridwan Kamil"
            else:
                aliases.setdefault(other, mention.words)
    nearby = _nearby(mentions, sentences, language)
    return {**nearby, **aliases}


@cache
def _nicknames(code: str) -> dict[Words, Words]:
    honorifics = load(code).terms("honorifics")  # they are no part of a name: "Gus Ipul"
    names: dict[Words, Words] = {}
    for short, full in load(code).table("nicknames").items():
        words = short.split()
        first = len(words) > 1 and words[0].lower() in honorifics
        names[tuple(map(fold, words[first:]))] = tuple(map(fold, full.split()))
    return names


def _nearby(
    mentions: Sequence[NameMention], sentences: Sequence[TaggedSentence], language: Language
) -> dict[Words, Words]:
    """The names of one word that the text calls another one of whoever was named last.

    ``Perempuan yang akrab disapa Leni itu``, ``kata Emil, sapaan akrabnya``.
    """
    whole = [mention for mention in sorted(mentions) if len(mention.words) > 1]
    alone = set(_lone({mention.words for mention in mentions}))
    if not alone or not whole:
        return {}
    places = [(mention.sentence, mention.start) for mention in whole]
    found: dict[Words, Words] = {}
    for number, sentence in enumerate(sentences):
        for i in sentence.capitals:
            if not i or not _is_alias(sentence, i, language):
                continue
            at = bisect_left(places, (number, i))
            if at and (word := (fold(sentence.tokens[i].text),)) in alone:
                found.setdefault(word, whole[at - 1].words)
    return found


def _is_alias(sentence: TaggedSentence, i: int, language: Language) -> bool:
    """Whether the text says that a word is another name: "akrab disapa Leni"."""
    tokens = sentence.tokens
    if tokens[i - 1].lower in language.terms("alias_cues_before"):
        return True
    tail = " ".join(token.lower for token in tokens[i + 1 : i + 4])
    return tail.removeprefix(", ") in language.terms("alias_cues_after")


def _words_of_whole(names: set[Words]) -> Iterator[tuple[Words, str]]:
    """The names of more than one word, with each of their words."""
    return ((name, word) for name in names if len(name) > 1 for word in name)


def _lone(names: set[Words]) -> list[Words]:
    """The names of one word that is in no longer name."""
    whole = {word for _, word in _words_of_whole(names)}
    return [name for name in names if len(name) == 1 and name[0] not in whole]


def _named_after(
    mention: NameMention, sentence: TaggedSentence, at: _Places, cues: frozenset[str]
) -> Words:
    """The words of the other name that the text gives right after a name, none without one."""
    tokens = sentence.tokens
    j = mention.end
    if j < len(tokens) and tokens[j].text in ",(":
        j += 1
    while j < min(mention.end + 3, len(tokens)) and tokens[j].text in "-–—":
        j += 1
    if (
        tokens[j - 1].text == "("
        and (words := _in_bracket(mention.sentence, sentence, j, at)) is not None
    ):
        return words
    for length in range(_LONGEST_ALIAS_CUE, 0, -1):
        if " ".join(t.lower for t in tokens[j : j + length]) in cues:
            return _other_name(mention.sentence, sentence, j + length, at, length > 1)
    return ()


def _in_bracket(number: int, sentence: TaggedSentence, j: int, at: _Places) -> Words | None:
    """The name that fills a bracket: "Heryawan (Aher)"; None if more than a name does."""
    tokens = sentence.tokens
    if found := at.get((number, j)):
        closed = found.end < len(tokens) and tokens[found.end].text == ")"
        return found.words if closed else ()
    if j + 1 >= len(tokens) or tokens[j + 1].text != ")":
        return None
    named = sentence.classes[j] in NAME_LIKE and not is_acronym(tokens[j])
    return fold_all(sentence, j, j + 1) if named else ()


def _other_name(
    number: int,
    sentence: TaggedSentence,
    start: int,
    at: _Places,
    explicit: bool,
) -> Words:
    """The name at ``start``, behind quotation marks or not.

    A cue that is ``explicit`` ("akrab disapa") or "alias" makes a name of any capitalised words.
    """
    tokens, k = sentence.tokens, start
    while k < len(tokens) and tokens[k].text in "“\"'‘":
        k += 1
    if found := at.get((number, k)):
        return found.words
    end = k
    while end < min(k + 3, len(tokens)) and tokens[end].capital:
        end += 1
    explicit = explicit or tokens[start - 1].lower == "alias"
    return fold_all(sentence, k, end) if explicit else ()
