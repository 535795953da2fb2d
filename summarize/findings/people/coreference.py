"""Which names of a release are of the same person.

A shorter form belongs to the one person whose name holds it ("Amran" to Andi Amran Sulaiman);
spelling variants are one name (Dharma Budhy and Darma Budhi); another name is one that the text
explains ("atau lebih dikenal dengan Yenny Wahid", "(Jokowi)") or that is known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from summarize.languages import Language, load
from summarize.languages.spelling import fold
from summarize.models import Person, Release, Span
from summarize.text.lexicon import is_acronym, one_edit
from summarize.text.names import TaggedSentence
from summarize.text.word_classes import HARDLY_NAMES, NAME_LIKE, WordClass

Words = tuple[str, ...]
_LONGEST_ALIAS_CUE = 5
_LONGEST_WORD = 20  # letters of a word that are compared with those of others
_LEAST_CLIPPED = 4  # letters of a name that is another one cut short
_NAMESAKES = 40  # people with a word of their names in common that a name is compared with


class NameMention(NamedTuple):
    """A name at one place of the release, as token numbers of a sentence, and the role there.

    ``rule`` says by what it is known as a name, empty where only by being one elsewhere.
    """

    sentence: int  # its number
    start: int
    end: int
    role: Span | None
    words: Words
    rule: str = ""


@dataclass(slots=True, eq=False)
class _Cluster:
    """The mentions of one person; ``words`` is the fullest name."""

    words: Words
    spouse: bool = False  # "Mufidah Jusuf Kalla" bears the name of another person
    mentions: list[NameMention] = field(default_factory=list)
    names: set[Words] = field(default_factory=set)
    indexed: set[str] = field(default_factory=set)

    def covers(self, words: Words) -> bool:
        """Whether the words are a form of the person's name or of another name of theirs."""
        if self.spouse and words[0] != self.words[0]:
            return False
        return _part_of(words, self.words) or any(_part_of(words, name) for name in self.names)


def span_of(sentence: TaggedSentence, start: int, end: int) -> Span:
    """The span of a sentence's tokens."""
    return Span(sentence.tokens[start].start, sentence.tokens[end - 1].end)


def fold_all(sentence: TaggedSentence, start: int, end: int) -> Words:
    """The words of a name, folded."""
    return tuple(fold(t.text) for t in sentence.tokens[start:end] if t.text != ".")


def merge(
    mentions: Sequence[NameMention],
    sentences: Sequence[TaggedSentence],
    release: Release,
) -> tuple[Person, ...]:
    """Each person once, with all mentions, in order of the first."""
    aliases = _aliases(mentions, sentences, release.language)
    spouses = {fold(name) for name in release.language.terms("spouses")}
    clusters: list[_Cluster] = []
    index: dict[str, list[_Cluster]] = {}
    order = sorted(
        (s for s in mentions if any(len(word) > 1 for word in s.words)),
        key=lambda s: (sentences[s.sentence].headline, -len(aliases.get(s.words, s.words)), s),
    )
    for mention in order:
        full = aliases.get(mention.words, mention.words)
        homes = [g for g in index.get(full[0], ())[-_NAMESAKES:] if g.covers(full)] or [
            g
            for word in (full[-1], full[0])
            for g in index.get(word, ())[-_NAMESAKES:]
            if _alike(full, g.words)
        ]
        if not homes and sentences[mention.sentence].headline:
            continue
        home = homes[0] if homes else _Cluster(full, spouse=full[0] in spouses and len(full) > 1)
        if not homes:
            clusters.append(home)
        if mention.words not in home.names:
            home.names.add(mention.words)
            for word in {*full, *mention.words} - home.indexed:
                index.setdefault(word, []).append(home)
                home.indexed.add(word)
        home.mentions.append(mention)
    named = {cluster.words: cluster for cluster in reversed(clusters)}
    for other, full in aliases.items():
        if full in named:
            named[full].names.add(other)
    _add_mentions(clusters, sentences)
    people = [_person(cluster, sentences, release.text) for cluster in clusters]
    return tuple(sorted(people, key=lambda p: p.mentions[0].start))


def _part_of(short: Words, full: Words) -> bool:
    """Whether the words of ``short`` stand in ``full`` in the same order, initials for words."""
    rest = iter(full)
    return all(any(word == w or (len(word) == 1 and w[0] == word) for w in rest) for word in short)


def _alike(a: Words, b: Words) -> bool:
    """Whether two names of as many words differ by one letter of one word."""
    if len(a) != len(b) or len(a) < 2:
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(differing) == 1 and one_edit(*differing[0])


@cache
def _nicknames(code: str) -> dict[Words, Words]:
    honorifics = load(code).terms("honorifics")  # they are no part of a name: "Gus Ipul"
    names: dict[Words, Words] = {}
    for short, full in load(code).table("nicknames").items():
        words = short.split()
        first = len(words) > 1 and words[0].lower() in honorifics
        names[tuple(map(fold, words[first:]))] = tuple(map(fold, full.split()))
    return names


def _aliases(
    mentions: Sequence[NameMention], sentences: Sequence[TaggedSentence], language: Language
) -> dict[Words, Words]:
    """For each other name the name it stands for, where that one is in the release too."""
    cues = language.terms("alias_cues")
    at = {(s.sentence, s.start): s for s in mentions}
    names = {s.words for s in mentions}
    aliases = {
        short: full
        for short, full in _nicknames(language.code).items()
        if short in names and full in names
    }
    for mention in mentions:
        other = _named_after(mention, sentences[mention.sentence], at, cues)
        if other and not _part_of(other, mention.words):
            if len(other) > len(mention.words) and other in names:
                aliases.setdefault(mention.words, other)  # "Emil, sapaan akrab Ridwan Kamil"
            else:
                aliases.setdefault(other, mention.words)
    nearby = _nearby(mentions, sentences, language)
    return {**_misspelt(names), **_clipped(names), **nearby, **aliases}


def _nearby(
    mentions: Sequence[NameMention], sentences: Sequence[TaggedSentence], language: Language
) -> dict[Words, Words]:
    """The names of one word that the text calls another one of whoever was named last.

    ``Perempuan yang akrab disapa Leni itu``, ``kata Emil, sapaan akrabnya``.
    """
    before, after = language.terms("alias_cues_before"), language.terms("alias_cues_after")
    whole = [s for s in sorted(mentions) if len(s.words) > 1]
    taken = {word for s in whole for word in s.words}
    alone = {s.words for s in mentions if len(s.words) == 1} - {(word,) for word in taken}
    if not alone or not whole:
        return {}
    places = [(s.sentence, s.start) for s in whole]
    found: dict[Words, Words] = {}
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        for i in range(1, len(tokens)):
            if not tokens[i].capital:
                continue
            tail = " ".join(t.lower for t in tokens[i + 1 : i + 4])
            if tokens[i - 1].lower not in before and tail.removeprefix(", ") not in after:
                continue
            at = bisect_left(places, (number, i))
            if at and (word := (fold(tokens[i].text),)) in alone:
                found.setdefault(word, whole[at - 1].words)
    return found


def _only(names: set[Words]) -> Words:
    """The fullest of some names if the others are forms of it, none if they are of several."""
    if not names or len(names) > _LONGEST_ALIAS_CUE:
        return ()
    full = max(sorted(names), key=len)
    return full if all(_part_of(name, full) for name in names) else ()


def _misspelt(names: set[Words]) -> dict[Words, Words]:
    """For each name of one word the only longer name with a word that differs by one letter."""
    whole = {word for name in names if len(name) > 1 for word in name}
    shortened: dict[str, set[Words]] = {}
    for name in names:
        for word in name if len(name) > 1 else ():
            for cut in _cuts(word):
                shortened.setdefault(cut, set()).add(name)
    misspelt = {}
    for name in names:
        if len(name) > 1 or len(name[0]) <= _LEAST_CLIPPED:
            continue
        near = {full for cut in _cuts(name[0]) for full in shortened.get(cut, ())}
        if name[0] not in whole and (full := _only(near)):
            misspelt[name] = full
    return misspelt


def _cuts(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters but the first."""
    yield word
    for i in range(1, min(len(word), _LONGEST_WORD)):
        yield word[:i] + word[i + 1 :]


def _clipped(names: set[Words]) -> dict[Words, Words]:
    """For each name of one word the only name with that word's longer form: Firman, Firmansyah."""
    whole = {word for name in names if len(name) > 1 for word in name}
    fronts: dict[str, set[Words]] = {}
    for name in names:
        for word in name:
            for length in range(_LEAST_CLIPPED, min(len(word), _LONGEST_WORD) - 1):
                fronts.setdefault(word[:length], set()).add(name)
    clipped = {}
    for name in names:
        longer = fronts.get(name[0], set()) if len(name) == 1 else set()
        if name[0] not in whole and (full := _only(longer)):
            clipped[name] = full
    return clipped


def _named_after(
    mention: NameMention,
    sentence: TaggedSentence,
    at: dict[tuple[int, int], NameMention],
    cues: frozenset[str],
) -> Words:
    """The words of the other name that the text gives right after a name, none without one."""
    tokens = sentence.tokens
    j = mention.end
    if j < len(tokens) and tokens[j].text in ",(":
        j += 1
    while j < min(mention.end + 3, len(tokens)) and tokens[j].text in "-–—":
        j += 1
    if tokens[j - 1].text == "(" and (found := at.get((mention.sentence, j))):
        closed = found.end < len(tokens) and tokens[found.end].text == ")"
        return found.words if closed else ()
    if tokens[j - 1].text == "(" and j + 1 < len(tokens) and tokens[j + 1].text == ")":
        named = sentence.classes[j] in NAME_LIKE and not is_acronym(tokens[j])
        return fold_all(sentence, j, j + 1) if named else ()  # "Heryawan (Aher)"
    for length in range(_LONGEST_ALIAS_CUE, 0, -1):
        if " ".join(t.lower for t in tokens[j : j + length]) in cues:
            return _other_name(mention.sentence, sentence, j + length, at, length > 1)
    return ()


def _other_name(
    number: int,
    sentence: TaggedSentence,
    start: int,
    at: dict[tuple[int, int], NameMention],
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


def _add_mentions(clusters: Sequence[_Cluster], sentences: Sequence[TaggedSentence]) -> None:
    """Adds the places that only the whole release shows to be names: "Agung menyampaikan"."""
    index: dict[str, list[_Cluster]] = {}
    for cluster in clusters:
        for word in dict.fromkeys(
            w for name in (cluster.words, *sorted(cluster.names)) for w in name
        ):
            if len(word) > 2:
                index.setdefault(word, []).append(cluster)
    taken = {
        (s.sentence, k)
        for cluster in clusters
        for s in cluster.mentions
        for k in range(s.start, s.end)
    }
    for number, sentence in enumerate(sentences):
        for start, end, cluster in _alone_elsewhere(sentence, number, index, taken):
            cluster.mentions.append(
                NameMention(number, start, end, None, fold_all(sentence, start, end))
            )


def _alone_elsewhere(
    sentence: TaggedSentence,
    number: int,
    index: dict[str, list[_Cluster]],
    taken: set[tuple[int, int]],
) -> Iterator[tuple[int, int, _Cluster]]:
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        homes = index.get(fold(tokens[i].text)) if tokens[i].capital else None
        if not homes or (number, i) in taken:
            i += 1
            continue
        home = homes[0]
        words = {w for name in (home.words, *home.names) for w in name}
        j = i + 1
        while j < len(tokens) and tokens[j].capital and fold(tokens[j].text) in words:
            j += 1
        if len(homes) == 1 and _stands_alone(sentence, i, j):
            yield i, j, home
        i = j


def _stands_alone(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether the words are no part of a longer name of something else: "Jaksa Agung"."""
    tokens, classes = sentence.tokens, sentence.classes
    if sentence.headline:
        return end - start > 1 or sentence.labels[start] == "PER"
    if end - start == 1 and classes[start] in HARDLY_NAMES and sentence.labels[start] != "PER":
        return False
    opening = start == 1 and sentence.labels[start] == "PER"  # "Menurut Yulianto, …"
    before = (
        start > 0
        and tokens[start - 1].capital
        and classes[start - 1] is not WordClass.NEVER
        and not opening
    )
    after = end < len(tokens) and tokens[end].capital and classes[end] is not WordClass.NEVER
    return end - start > 1 or not (before or after)


def _fullness(role: Span, text: str) -> tuple[bool, int, int]:
    """How full a role is: with a name in it ("Presiden") before "inspektur upacara"."""
    written = role.of(text)
    words = [word for word in written.split() if word[0] != "("]  # "Duta Besar (Dubes) RI"
    return not written.islower(), len(words), -role.start


def _person(cluster: _Cluster, sentences: Sequence[TaggedSentence], text: str) -> Person:
    """The cluster as a person: the fullest name, as most often written, and the fullest role."""
    seen = sorted(cluster.mentions)
    spans = [span_of(sentences[s.sentence], s.start, s.end) for s in seen]
    full = [
        span
        for span, s in zip(spans, seen, strict=True)
        if len(s.words) == len(cluster.words) and not sentences[s.sentence].headline
    ] or spans
    forms = Counter(span.of(text) for span in full)
    name = max(full, key=lambda span: (forms[span.of(text)], -span.start))
    roles = [s.role for s in seen if s.role and not sentences[s.sentence].headline]
    roles = roles or [s.role for s in seen if s.role]
    role = max(roles, key=lambda r: _fullness(r, text), default=None)
    rule = next(s.rule for s in sorted(seen, key=lambda s: (not s.rule, not s.role)))
    return Person(name, role, tuple(sorted(set(spans))), rule)
