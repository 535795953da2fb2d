"""Which names of a release are of the same person.

A shorter form belongs to the one person whose name holds it ("Amran" to Andi Amran Sulaiman);
another name is one that the text explains ("atau lebih dikenal dengan Yenny Wahid", "(Jokowi)") or
that is known; of what is spelt alike or cut short, ``same_person`` weighs what speaks for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarize.findings.people.aliases import find_aliases
from summarize.findings.people.name_mentions import NameMention, Words, fold_all, part_of, span_of
from summarize.findings.people.same_person import Named, choose
from summarize.languages.spelling import fold
from summarize.models import Person, Release, Span
from summarize.text.names import TaggedSentence
from summarize.text.reading import Reading
from summarize.text.word_classes import HARDLY_NAMES, WordClass

_SPELLING = 2  # letters by which a name may be shorter that is not cut short
_NAMESAKES = 40  # people with a word of their names in common that a name is compared with


class _Cluster:
    """The mentions of one person; ``words`` is the fullest name."""

    def __init__(self, words: Words, *, spouse: bool) -> None:
        self.words = words
        self.spouse = spouse  # "Mufidah Jusuf Kalla" bears the name of another person
        self.mentions: list[NameMention] = []
        self.names: set[Words] = set()
        self.indexed: set[str] = set()

    def named(self, text: str) -> Named:
        """What is known of the person."""
        seen = sorted(self.mentions)
        role = next((mention.role for mention in seen if mention.role), None)
        rule = next((mention.rule for mention in seen if mention.rule), "")
        places = tuple((mention.sentence, mention.start) for mention in seen)
        return Named(self.words, role.of(text) if role else "", rule, places)

    def covers(self, words: Words) -> bool:
        """Whether the words are a form of the person's name or of another name of theirs."""
        if self.spouse and words[0] != self.words[0]:
            return False
        return part_of(words, self.words) or any(part_of(words, name) for name in self.names)


class Clusters:
    """The people of a release as they are found, by the words of their names."""

    def __init__(self, aliases: Mapping[Words, Words], spouses: frozenset[str]) -> None:
        self.found: list[_Cluster] = []
        self._aliases = aliases
        self._spouses = spouses
        self._index: dict[str, list[_Cluster]] = {}

    def full(self, mention: NameMention) -> Words:
        """The name that a mention stands for."""
        return self._aliases.get(mention.words, mention.words)

    def order(self, mention: NameMention) -> tuple[int, NameMention]:
        """The fullest names first."""
        return -len(self.full(mention)), mention

    def put(self, mention: NameMention, *, new: bool) -> None:
        """Adds a mention to whose name it is, or if ``new`` as somebody not named before."""
        full = self.full(mention)
        cluster = self.of(full)
        if cluster is None and new:
            cluster = _Cluster(full, spouse=full[0] in self._spouses and len(full) > 1)
            self.found.append(cluster)
        if cluster:
            self.add(mention, cluster, full)

    def add_aliases(self) -> None:
        """Adds the other names of somebody, which may stand where nothing tells them to be one."""
        named = {cluster.words: cluster for cluster in reversed(self.found)}
        for other, full in self._aliases.items():
            if full in named:
                named[full].names.add(other)

    def of(self, words: Words) -> _Cluster | None:
        """Whose name the words are: one that has them in it."""
        for word in dict.fromkeys((words[0], words[-1])):
            for cluster in self._with(word):
                if cluster.covers(words):
                    return cluster
        return None

    def add(self, mention: NameMention, cluster: _Cluster, words: Words) -> None:
        """Adds a mention of somebody, whose name is ``words``."""
        if mention.words not in cluster.names:
            cluster.names.add(mention.words)
            for word in {*words, *mention.words} - cluster.indexed:
                self._index.setdefault(word, []).append(cluster)
                cluster.indexed.add(word)
        cluster.mentions.append(mention)

    def join_alike(self, release: Release) -> None:
        """Puts together who is called by names that are spelt alike or cut short."""
        chosen = choose(self.named(release.text), release.language)
        for short, full in chosen.items():
            last = full
            while last in chosen:
                last = chosen[last]
            for mention in self.found[short].mentions:
                self.add(mention, self.found[last], mention.words)
        self.found = [c for number, c in enumerate(self.found) if number not in chosen]
        self._index.clear()
        for cluster in self.found:
            for word in cluster.indexed:
                self._index.setdefault(word, []).append(cluster)

    def named(self, text: str) -> list[Named]:
        """What is known of each person."""
        return [cluster.named(text) for cluster in self.found]

    def _with(self, word: str) -> Sequence[_Cluster]:
        return self._index.get(word, ())[-_NAMESAKES:]


def merge(reading: Reading, mentions: Sequence[NameMention]) -> tuple[Person, ...]:
    """Each person once, with all mentions, in order of the first."""
    sentences, release = reading.sentences, reading.release
    clusters = gather(reading, mentions)
    clusters.join_alike(release)
    titles = [m for m in mentions if sentences[m.sentence].headline and _has_words(m)]
    for mention in sorted(titles, key=clusters.order):
        clusters.put(mention, new=mention.rule == "contact")
    clusters.add_aliases()
    _add_mentions(clusters.found, sentences)
    people = [_person(cluster, sentences, release.text) for cluster in clusters.found]
    return tuple(sorted(people, key=lambda p: p.mentions[0].start))


def gather(reading: Reading, mentions: Sequence[NameMention]) -> Clusters:
    """The people whom the story names, those of one name or another that is explained as one."""
    sentences, language = reading.sentences, reading.language
    aliases = find_aliases(mentions, sentences, language)
    clusters = Clusters(aliases, frozenset(map(fold, language.terms("spouses"))))
    told = [m for m in mentions if not sentences[m.sentence].headline and _has_words(m)]
    for mention in sorted(told, key=clusters.order):
        clusters.put(mention, new=True)
    return clusters


def _has_words(mention: NameMention) -> bool:
    """Whether a name is more than initials."""
    return any(len(word) > 1 for word in mention.words)


def _add_mentions(clusters: Sequence[_Cluster], sentences: Sequence[TaggedSentence]) -> None:
    """Adds the places that only the whole release shows to be names: "Agung menyampaikan"."""
    index: dict[str, list[_Cluster]] = {}
    for cluster in clusters:
        for word in dict.fromkeys(
            w for name in (cluster.words, *sorted(cluster.names)) for w in name
        ):
            if len(word) > 2 or (word,) in cluster.names:
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
        named = tokens[i].text.isupper() and (fold(tokens[i].text),) in home.names  # "JK"
        if len(homes) == 1 and (named or _stands_alone(sentence, i, j)):
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


def _is_full(words: Words, full: Words) -> bool:
    """Whether a name is the fullest one of somebody, in whatever spelling."""
    return len(words) == len(full) and sum(map(len, full)) - sum(map(len, words)) < _SPELLING


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
    full = [spans[m] for m in story if _is_full(m.words, cluster.words)] or [*spans.values()]
    forms = Counter(span.of(text) for span in full)
    name = max(full, key=lambda span: (forms[span.of(text)], -span.start))
    roles = [m.role for m in story if m.role] or [m.role for m in seen if m.role]
    role = max(roles, key=lambda role: _fullness(role, text), default=None)
    rule = min(seen, key=lambda m: (not m.rule, not m.role)).rule
    return Person(name, role, tuple(sorted(set(spans.values()))), rule)
