"""Which names of a release are of the same person.

A shorter form belongs to the one person whose name holds it ("Amran" to Andi Amran Sulaiman);
spelling variants are one name (Dharma Budhy and Darma Budhi); another name is one that the text
explains ("atau lebih dikenal dengan Yenny Wahid", "(Jokowi)") or that is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summarize.findings.people.aliases import find_aliases
from summarize.findings.people.name_mentions import NameMention, Words, fold_all, part_of, span_of
from summarize.languages.spelling import fold
from summarize.models import Person, Release, Span
from summarize.text.edits import one_edit
from summarize.text.names import TaggedSentence
from summarize.text.word_classes import HARDLY_NAMES, WordClass

_NAMESAKES = 40  # people with a word of their names in common that a name is compared with


class _Cluster:
    """The mentions of one person; ``words`` is the fullest name."""

    def __init__(self, words: Words, *, spouse: bool) -> None:
        self.words = words
        self.spouse = spouse  # "Mufidah Jusuf Kalla" bears the name of another person
        self.mentions: list[NameMention] = []
        self.names: set[Words] = set()
        self.indexed: set[str] = set()

    def covers(self, words: Words) -> bool:
        """Whether the words are a form of the person's name or of another name of theirs."""
        if self.spouse and words[0] != self.words[0]:
            return False
        return part_of(words, self.words) or any(part_of(words, name) for name in self.names)


class _Clusters:
    """The people of a release as they are found, by the words of their names."""

    def __init__(self, spouses: frozenset[str]) -> None:
        self.found: list[_Cluster] = []
        self._spouses = spouses
        self._index: dict[str, list[_Cluster]] = {}

    def of(self, words: Words) -> _Cluster | None:
        """Whose name the words are: one that has them in it, or one that is spelt alike."""
        for cluster in self._with(words[0]):
            if cluster.covers(words):
                return cluster
        near = (cluster for word in (words[-1], words[0]) for cluster in self._with(word))
        return next((cluster for cluster in near if _alike(words, cluster.words)), None)

    def open(self, words: Words) -> _Cluster:
        """Somebody who has not been named before."""
        self.found.append(_Cluster(words, spouse=words[0] in self._spouses and len(words) > 1))
        return self.found[-1]

    def add(self, mention: NameMention, cluster: _Cluster, words: Words) -> None:
        """Adds a mention of somebody, whose name is ``words``."""
        if mention.words not in cluster.names:
            cluster.names.add(mention.words)
            for word in {*words, *mention.words} - cluster.indexed:
                self._index.setdefault(word, []).append(cluster)
                cluster.indexed.add(word)
        cluster.mentions.append(mention)

    def _with(self, word: str) -> Sequence[_Cluster]:
        return self._index.get(word, ())[-_NAMESAKES:]


def merge(
    mentions: Sequence[NameMention],
    sentences: Sequence[TaggedSentence],
    release: Release,
) -> tuple[Person, ...]:
    """Each person once, with all mentions, in order of the first."""
    aliases = find_aliases(mentions, sentences, release.language)
    clusters = _Clusters(frozenset(map(fold, release.language.terms("spouses"))))

    def order(mention: NameMention) -> tuple[bool, int, NameMention]:
        length = len(aliases.get(mention.words, mention.words))
        return sentences[mention.sentence].headline, -length, mention

    for mention in sorted(filter(_has_words, mentions), key=order):
        full = aliases.get(mention.words, mention.words)
        cluster = clusters.of(full)
        told = not sentences[mention.sentence].headline or mention.rule == "contact"
        if cluster is None and told:
            cluster = clusters.open(full)
        if cluster:
            clusters.add(mention, cluster, full)
    named = {cluster.words: cluster for cluster in reversed(clusters.found)}
    for other, full in aliases.items():
        if full in named:
            named[full].names.add(other)
    _add_mentions(clusters.found, sentences)
    people = [_person(cluster, sentences, release.text) for cluster in clusters.found]
    return tuple(sorted(people, key=lambda p: p.mentions[0].start))


def _has_words(mention: NameMention) -> bool:
    """Whether a name is more than initials."""
    return any(len(word) > 1 for word in mention.words)


def _alike(a: Words, b: Words) -> bool:
    """Whether two names of as many words differ by one letter of one word."""
    if len(a) != len(b) or len(a) < 2:
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(differing) == 1 and one_edit(*differing[0])


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
    behind = 0
    for i in sentence.capitals:
        homes = index.get(fold(tokens[i].text)) if i >= behind else None
        if not homes or (number, i) in taken:
            continue
        home = homes[0]
        words = {w for name in (home.words, *home.names) for w in name}
        j = i + 1
        while j < len(tokens) and tokens[j].capital and fold(tokens[j].text) in words:
            j += 1
        if len(homes) == 1 and _stands_alone(sentence, i, j):
            yield i, j, home
        behind = j


def _stands_alone(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether the words are no part of a longer name of something else: "Jaksa Agung"."""
    tokens, classes = sentence.tokens, sentence.classes
    several, tagged = end - start > 1, sentence.labels[start] == "PER"
    if sentence.headline:
        return several or tagged
    if several or (classes[start] in HARDLY_NAMES and not tagged):
        return several
    first = start if start == 1 and tagged else max(start - 1, 0)  # "Menurut Yulianto, …"
    beside = [k for k in range(first, min(end + 1, len(tokens))) if not start <= k < end]
    return not any(tokens[k].capital and classes[k] is not WordClass.NEVER for k in beside)


def _fullness(role: Span, text: str) -> tuple[bool, int, int]:
    """How full a role is: with a name in it ("Presiden") before "inspektur upacara"."""
    written = role.of(text)
    words = [word for word in written.split() if word[0] != "("]  # "Duta Besar (Dubes) RI"
    return not written.islower(), len(words), -role.start


def _person(cluster: _Cluster, sentences: Sequence[TaggedSentence], text: str) -> Person:
    """The cluster as a person: the fullest name, as most often written, and the fullest role."""
    seen = sorted(cluster.mentions)
    spans = {m: span_of(sentences[m.sentence], m.start, m.end) for m in seen}
    story = [m for m in seen if not sentences[m.sentence].headline]
    full = [spans[m] for m in story if len(m.words) == len(cluster.words)] or [*spans.values()]
    forms = Counter(span.of(text) for span in full)
    name = max(full, key=lambda span: (forms[span.of(text)], -span.start))
    roles = [m.role for m in story if m.role] or [m.role for m in seen if m.role]
    role = max(roles, key=lambda role: _fullness(role, text), default=None)
    rule = min(seen, key=lambda m: (not m.rule, not m.role)).rule
    return Person(name, role, tuple(sorted(set(spans.values()))), rule)
