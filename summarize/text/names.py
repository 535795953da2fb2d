"""How likely each word of a release is part of a person's name.

The tagger sees the words around; what is known of the word (a region, a role, an organization,
an honorific) is added here. Roles and people are found in what this module reads.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from summarize.models import Release, Sentence, Unit
from summarize.text.lexicon import Lexicon, index_names, is_honorific_word, load_lexicon
from summarize.text.own_regions import dateline_region, named_regions
from summarize.text.short_forms import spelled_from
from summarize.text.tagger import LABELS, Tagger, Tags, load_tagger, tag
from summarize.text.tokens import Packed, Token, tokenize
from summarize.text.word_classes import (
    WordClass,
    class_of,
    mark,
    mark_initials,
    mark_nicknames,
    mark_particles,
    mark_roles_also_names,
)

_FOR, _AGAINST = 300, 600  # of the tagger's scores, for a point of evidence
_MOST_AGAINST, _MOST_FOR = -3, 5  # points of evidence by the tagger
_SURE_PERSON = 500  # from which score on the tagger is believed against the class of a word
_LIKELY_PERSON = 200  # and against that of a word that running news know of things
_MAYBE_PERSON = -300  # from which score on a person may be named
_DOUBTFUL = frozenset((WordClass.COMMON, WordClass.RARE, WordClass.CAPITALS))
_LONGEST_SHORT = 16  # letters of a word in brackets that may shorten others
_LONGEST_LONG = 8  # tokens that a word in brackets may shorten
_LONGEST_MARK = 4  # words of a region
_LEAST_WORDS = 4  # in a line whose capitals are counted
_SHOUTING = 0.7
_CAPITALISED = 0.8
NEVER = WordClass.NEVER.weight
_HELD = 1_000_000  # characters of a release whose tokens are kept as they are: some 40 MB
_CLASSES = tuple(WordClass)
_NUMBERS = {known: number for number, known in enumerate(_CLASSES)}
_Labelled = tuple[list[Token], Tags]

LONGEST_BRACKET = 8  # tokens in a bracket


class TaggedSentence(NamedTuple):
    """A unit of the release: its tokens, their labels, and the evidence for a person's name.

    ``classes`` say what each word is known as, ``evidence`` adds what the tagger says of the place
    to their weights, ``persons`` is by how much it takes each for a person rather than anything
    else. ``capitals`` are the numbers of the tokens with one; in a ``headline`` they tell nothing.
    """

    lexicon: Lexicon
    tokens: list[Token]
    labels: list[str]
    persons: Sequence[int]
    classes: list[WordClass]
    evidence: Sequence[int]
    capitals: list[int]
    headline: bool


def read_names(release: Release) -> Sequence[TaggedSentence]:
    """A reading of each unit of the release, in order."""
    if len(release.text) > _HELD:
        return _Packed(release)
    reader = _Reader(release)
    units = {s.span: reader.label(s) for s in in_tagging_order(release.sentences)}
    reader.learn(units[s.span] for s in release.sentences)
    return tuple(reader.read(s, units[s.span]) for s in release.sentences)


def in_tagging_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The units of a release as the tagger reads them: titles, where capitals tell little, last."""
    return sorted(sentences, key=_is_title)


def _is_title(sentence: Sentence) -> bool:
    return sentence.unit is Unit.TITLE


class _Reader:
    """Reads units, once it knows what the release names as something else than a person."""

    def __init__(self, release: Release) -> None:
        self._text = release.text
        self._tagger = load_tagger(release.language.code)
        self.lexicon = load_lexicon(release.language.code)
        self._things = self._shorts = index_names(())
        self._regions = set(dateline_region(release))
        self._code = release.language.code
        self._memory: dict[str, str] = {}

    def label(self, sentence: Sentence) -> _Labelled:
        tokens = tokenize(self._text, sentence.span, self._code)
        return tokens, tag(self._tagger, [t.text for t in tokens], self._memory)

    def learn(self, units: Iterable[_Labelled]) -> None:
        things: set[str] = set()
        shorts: set[str] = set()
        for tokens, tags in units:
            things.update(_things(tokens, tags, self.lexicon, self._tagger))
            shorts.update(_explained(tokens, self._tagger))
            self._regions.update(named_regions(tokens, tags, self.lexicon, self._tagger))
        self._own_regions = index_names(self._regions)
        inner = {region.rpartition(" ")[2] for region in self._regions if " " in region}
        self._things = index_names({thing for thing in things if thing.split()[0] not in inner})
        self._shorts = index_names(shorts)

    def read(self, sentence: Sentence, unit: _Labelled) -> TaggedSentence:
        tokens, (labels, persons) = unit
        capitals = _capitals(tokens)
        classes = [WordClass.NEVER] * len(tokens)
        for i in capitals:
            classes[i] = class_of(tokens, i, self._tagger, self.lexicon)
            thing = classes[i] is WordClass.THING and persons[i] > _LIKELY_PERSON
            if thing and _is_beside(tokens, i):
                classes[i] = WordClass.LIKELY  # "Maria Goreti Bria", though not in "RS Santa Maria"
        for names, known in (
            (self.lexicon.regions, WordClass.REGION),
            (self._own_regions, WordClass.REGION),
            (self._things, WordClass.THING),
            (self._shorts, WordClass.ORGANIZATION),
            (self.lexicon.fixed_names, WordClass.COMMON),
            (self.lexicon.complete_organizations, WordClass.ORGANIZATION),
        ):
            mark(tokens, capitals, classes, names, known)
        mark_roles_also_names(tokens, capitals, classes, self.lexicon)
        mark_initials(tokens, capitals, classes, self.lexicon)
        mark_nicknames(tokens, capitals, classes, self.lexicon)
        mark_particles(tokens, capitals, classes, self.lexicon)
        for i in capitals:
            if persons[i] > _SURE_PERSON and classes[i] in _DOUBTFUL and _is_beside(tokens, i):
                classes[i] = WordClass.LIKELY
        evidence = [
            NEVER if known is WordClass.NEVER else known.weight + _evidence(known, person)
            for known, person in zip(classes, persons, strict=True)
        ]
        headline = _is_headline(sentence, tokens)
        return TaggedSentence(
            self.lexicon, tokens, labels, persons, classes, evidence, capitals, headline
        )


class _Packed(Sequence[TaggedSentence]):
    """The readings of a long release, in columns; each is unpacked when it is asked for."""

    def __init__(self, release: Release) -> None:
        sentences = release.sentences
        order = sorted(range(len(sentences)), key=lambda number: _is_title(sentences[number]))
        self._tokens = Packed()
        self._labels, self._classes = bytearray(), bytearray()
        self._persons, self._evidence = array("i"), array("b")
        self._headlines = bytearray(len(sentences))
        self._bounds = [slice(0)] * len(sentences)
        self._last: tuple[int, TaggedSentence] | None = None
        reader = _Reader(release)
        self.lexicon = reader.lexicon
        reader.learn(self._keep(number, reader.label(sentences[number])) for number in order)
        for number in order:
            reading = reader.read(sentences[number], self._labelled(number))
            self._classes += bytes([_NUMBERS[known] for known in reading.classes])
            self._evidence.extend(reading.evidence)
            self._headlines[number] = reading.headline

    def _keep(self, number: int, unit: _Labelled) -> _Labelled:
        """The ``unit``, which from now on is kept under its number."""
        tokens, (labels, persons) = unit
        self._bounds[number] = slice(len(self._tokens), len(self._tokens) + len(tokens))
        self._tokens.append(tokens)
        self._labels += bytes(map(LABELS.index, labels))
        self._persons.extend(persons)
        return unit

    def _labelled(self, number: int) -> _Labelled:
        """The unit of that number again."""
        place = self._bounds[number]
        labels = [*map(LABELS.__getitem__, self._labels[place])]
        return self._tokens[place], Tags(labels, self._persons[place])

    def __len__(self) -> int:
        return len(self._bounds)

    @overload
    def __getitem__(self, number: int) -> TaggedSentence: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[TaggedSentence]: ...
    def __getitem__(self, number: int | slice) -> TaggedSentence | Sequence[TaggedSentence]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if self._last is None or self._last[0] != number:
            self._last = number, self._reading(number)
        return self._last[1]

    def _reading(self, number: int) -> TaggedSentence:
        place = self._bounds[number]
        tokens, (labels, persons) = self._labelled(number)
        return TaggedSentence(
            self.lexicon,
            tokens,
            labels,
            persons,
            [*map(_CLASSES.__getitem__, self._classes[place])],
            self._evidence[place],
            _capitals(tokens),
            bool(self._headlines[number]),
        )

    def __iter__(self) -> Iterator[TaggedSentence]:
        return (self[number] for number in range(len(self)))


def _is_beside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital stands before or behind token ``i``."""
    return any(token.capital for token in (*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + 2]))


def _evidence(known: WordClass, person: int) -> int:
    """What the tagger's lead for a person counts: nothing for what the release says is none."""
    points = round(person / (_FOR if person > 0 else _AGAINST))
    return max(_MOST_AGAINST, min(0 if known is WordClass.THING else _MOST_FOR, points))


def _capitals(tokens: Sequence[Token]) -> list[int]:
    """The numbers of the tokens with a capital."""
    return [i for i, token in enumerate(tokens) if token.capital]


def _is_headline(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether so many words are capitalised, or in capitals, that capitals tell nothing."""
    if sentence.unit is Unit.TITLE:
        return True
    words = [t for t in tokens if t.text[0].isalpha()]
    if len(words) < _LEAST_WORDS:
        return False
    capitals = sum([t.capital for t in words])
    if capitals <= _SHOUTING * len(words):
        return False
    shouted = sum(t.text.isupper() for t in words)
    ends = any(t.text in '.?!”"’)' for t in tokens[-2:])  # also with a stray comma: ".,"
    return shouted > _SHOUTING * len(words) or (capitals > _CAPITALISED * len(words) and not ends)


def _things(tokens: Sequence[Token], tags: Tags, lexicon: Lexicon, tagger: Tagger) -> Iterator[str]:
    """What a unit names as something else than a person: "Jembatan Musi", "PT Tiran".

    A person's name may follow such a name: "Kepala Puskesmas Margadana Wahidin".
    """
    for i, token in enumerate(tokens):
        if i > 1 and token.capital and token.lower in lexicon.firm_forms:
            yield " ".join(t.lower for t in tokens[i - 2 : i])  # "Acme Solar Inc."
        if token.lower not in lexicon.not_person_cues or tags.labels[i] == "PER":
            continue
        words = _thing_behind(tokens, tags.persons, i, lexicon)
        if not words or words[0] in lexicon.not_person_cues or words[0] in lexicon.regions.kinds:
            continue
        # no "Kepala Badan Pengatur Jalan Tol Danang Parikesit", "Kepala Desa Suparman"
        person = tags.persons[i + 1] > _SURE_PERSON or _are_names(words, tagger)
        if not (person and _follows_role(tokens, i, lexicon)):
            yield " ".join(words)


def _thing_behind(
    tokens: Sequence[Token], persons: Sequence[int], i: int, lexicon: Lexicon
) -> list[str]:
    """The first two words of the name behind the word for a thing."""
    words: list[str] = []
    for k in range(i + 1, min(i + 3, len(tokens))):
        if not tokens[k].capital or is_honorific_word(tokens[k].lower, lexicon):
            break
        if words and persons[k] > _MAYBE_PERSON >= persons[k - 1]:
            break
        words.append(tokens[k].lower)
    return words


def _explained(tokens: Sequence[Token], tagger: Tagger) -> Iterator[str]:
    """The words in brackets that shorten the words before: "Bimbingan Masyarakat (Bimas)"."""
    for i in range(2, len(tokens) - 1):
        short = tokens[i]
        if tokens[i - 1].text != "(" or tokens[i + 1].text != ")" or not short.capital:
            continue
        before = tokens[max(0, i - 1 - _LONGEST_LONG) : i - 1]
        short_enough = len(short.text) <= _LONGEST_SHORT and before[-1].capital
        if short_enough and _shortens(short.lower, before, tagger):
            yield short.lower


def _shortens(short: str, words: Sequence[Token], tagger: Tagger) -> bool:
    """Whether the letters of a short form stand in the words in order, none of them a name.

    What only repeats a word is none: "Mathias Hubert Marie Echene (Echene)".
    """
    if any(word.lower == short for word in words):
        return False
    for start in spelled_from(short, [word.lower for word in words]):
        if words[start].capital:
            return not any(tagger.classes.get(w.lower, "?")[0] == "P" for w in words[start:])
    return False


def _are_names(words: Sequence[str], tagger: Tagger) -> bool:
    """Whether both words are hardly ever anything but a person's name."""
    return len(words) == 2 and all(tagger.classes.get(w, "?").startswith("P3") for w in words)


def _follows_role(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a role stands a few capitalised words before token ``i``."""
    for k in range(i - 1, max(-1, i - 1 - _LONGEST_MARK), -1):
        if not tokens[k].capital:
            return False
        if tokens[k].lower in lexicon.roles or lexicon.is_role_short_form(tokens[k].lower):
            return True
    return False


class NameSpan(NamedTuple):
    """A name as token numbers of its sentence, and the evidence for it."""

    start: int
    end: int
    strength: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.end


def best_name(sentence: TaggedSentence, start: int, end: int) -> NameSpan | None:
    """The tokens between ``start`` and ``end`` that look most like a name, and how much."""
    best: NameSpan | None = None
    total, first = 0, start
    for i in range(start, end):
        if (
            sentence.tokens[i].lower in sentence.lexicon.particles
            and not sentence.tokens[i].capital
        ):
            weight = 0 if total > 0 and i + 1 < end else NEVER
        else:
            weight = sentence.evidence[i]
        if total <= 0:
            total, first = 0, i
        total += weight
        if total > 0 and (best is None or total >= best.strength):
            best = NameSpan(first, i + 1, total)
    return best


def close_bracket(sentence: TaggedSentence, j: int, *, within: int = LONGEST_BRACKET) -> int | None:
    """The token after the bracket that opens at ``j``, None if it is long or never closes."""
    for k in range(j + 1, min(j + within, len(sentence.tokens))):
        if sentence.tokens[k].text == ")":
            return k + 1
    return None
