"""What is known of each word of a release, as features of the choice of organisations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from summarize.models import Abbreviation, Entity, Figure, Person, Span
from summarize.text.lexicon import is_honorific_word, load_lexicon
from summarize.text.names import TaggedSentence
from summarize.text.reading import Reading
from summarize.text.tagger import load_tagger, shape
from summarize.text.tokens import Token

INSIDE = frozenset("BI")  # the labels of an organisation's words
_LONGEST_RUN = 5  # capitalised words counted
_SUFFIX = 3  # letters
_EDGE = ("<", "<", "<", "<")
_END = (">", ">", ">", ">")


class Known:
    """What is known of a release: where its names are, and what was told of a word."""

    def __init__(
        self,
        reading: Reading,
        sentences: Sequence[TaggedSentence],
        *,
        people: Iterable[Person],
        places: Iterable[Entity],
        abbreviations: Iterable[Abbreviation],
        figures: Iterable[Figure],
    ) -> None:
        self.language = reading.language
        self.lexicon = load_lexicon(self.language.code)
        self.roles = self.lexicon.role_abbreviations
        self.links = self.lexicon.organization_links
        self.sentences = sentences
        self.shorts = {
            a.short.of(reading.text).lower(): a.long.of(reading.text).lower().split()
            for a in abbreviations
        }
        self.people = _offsets(m for person in people for m in person.mentions)
        self.places = _offsets(m for place in places for m in place.mentions)
        self.long = _offsets(a.long for a in abbreviations)
        self.figures = _offsets(f.span for f in figures)
        self.memory: dict[str, str] = {}  # how words were labelled before
        self._kinds = load_tagger(self.language.code).kinds
        self._never = self.language.terms("organization_not")
        self._venues = self.language.terms("venues")
        self._told: dict[str, str] = {}
        self._traits: defaultdict[str, set[str]] = defaultdict(set)
        prepositions = self.language.terms("place_prepositions")
        for sentence in sentences:
            if not sentence.headline:
                self._learn(sentence, prepositions)

    def in_order(self) -> list[TaggedSentence]:
        """The sentences, headlines last."""
        return sorted(self.sentences, key=lambda sentence: sentence.headline)

    def _learn(self, sentence: TaggedSentence, prepositions: frozenset[str]) -> None:
        """Keeps of each word its labels, and whether it is beside a word for an organisation."""
        tokens = sentence.tokens
        for start, end in _runs(tokens, self.lexicon.definite_articles):
            words = [token.lower for token in tokens[start:end]]
            beside = set() if self.lexicon.organization_words.isdisjoint(words) else set("h")
            if start and tokens[start - 1].lower in prepositions:
                beside.add("p")
            for word, told in zip(words, sentence.labels[start:end], strict=True):
                self._traits[word] |= {told, *beside}

    def traits(self, token: Token) -> str:
        """What the whole release tells of a word."""
        if token.lower not in self._told:
            self._told[token.lower] = "".join(sorted(self._traits[token.lower]))
        return self._told[token.lower]

    def kind(self, token: Token) -> str:
        """What a word is known as."""
        word = token.lower
        if not token.capital:
            return word if word in self.links else "9" if token.is_number else "x"
        if token.start in self.people:
            return "person"
        if word in self.lexicon.organization_words:
            return "head"
        if word in self.shorts:
            headed = self.lexicon.organization_words.intersection(self.shorts[word])
            return "short for a head" if headed else "short"
        if word in self.lexicon.region_kinds:
            return "region"
        if word in self._venues:
            return "venue"
        return "never" if word in self._never else self._kinds.get(word, "?")

    def placed(self, token: Token) -> str:
        """Whether a word begins a place, goes on with one, or neither."""
        if token.start not in self.places:
            return "-"
        return "I" if token.start - 1 in self.places else "B"


def _runs(tokens: Sequence[Token], articles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where capitalised words begin and end that no other word parts, without "The" before them."""
    end = 0
    for i, token in enumerate(tokens):
        if token.capital and i >= end:
            end = i + 1
            if token.lower not in articles:
                while end < len(tokens) and tokens[end].capital:
                    end += 1
            yield i, end


def _offsets(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for span in spans for at in range(*span))


class Context:
    """A sentence as the choice sees it, and the organisation in it that is being read."""

    def __init__(self, sentence: TaggedSentence, known: Known) -> None:
        self.tokens = sentence.tokens
        self._sentence, self._known = sentence, known
        self._kinds = [*map(known.kind, self.tokens)]
        self._words = [
            (token.lower, kind, tag, known.placed(token))
            for token, kind, tag in zip(self.tokens, self._kinds, sentence.labels, strict=True)
        ]
        self.run = [(0, 0)] * len(self.tokens)
        for start, end in _runs(self.tokens, known.lexicon.definite_articles):
            self.run[start:end] = [(start, end)] * (end - start)
        self._head, self._opened = "-", False

    def is_open(self, i: int, previous: str) -> bool:
        """Whether token ``i`` may be of a name; no person, role, honorific, count."""
        token, known = self.tokens[i], self._known
        inside = previous in INSIDE
        if not token.capital and not inside:
            return False
        if token.start in known.people or (token.text == ")" and self._opened):
            return False
        if inside and (token.lower in known.lexicon.roles or token.lower in known.roles):
            return False
        return not (self._counts(token) or self._introduces(i))

    def _counts(self, token: Token) -> bool:
        """Whether a token begins a figure: "SDN 03 Rantau Panjang | 512 orang"."""
        return token.text[0].isdigit() and token.start in self._known.figures

    def _introduces(self, i: int) -> bool:
        """Whether a token is the honorific of a person right behind it."""
        behind = any(after.start in self._known.people for after in self.tokens[i + 1 : i + 3])
        return behind and is_honorific_word(self.tokens[i].lower, self._known.lexicon)

    def enter(self, i: int, label: str) -> None:
        """Takes note of the label of token ``i``."""
        token = self.tokens[i]
        if label == "B":
            self._head = token.lower if self._kinds[i] == "head" else self._kinds[i]
            self._opened = i > 0 and self.tokens[i - 1].text == "("
        elif label == "I":
            self._opened = self._opened and token.text != "("
        else:
            self._head, self._opened = "-", False
        if token.capital:
            self._known.memory[token.lower] = label

    def features(self, i: int, previous: str) -> tuple[str, ...]:
        """What the choice looks at in token ``i`` itself, whose predecessor was labelled so."""
        token, words, known = self.tokens[i], self._words, self._known
        before, before_kind, _, _ = words[i - 1] if i else _EDGE
        word, kind, tag, placed = words[i]
        after, after_kind, after_tag, placed_after = words[i + 1] if i + 1 < len(words) else _END
        head = previous + self._head
        long = "long" if token.start in known.long else "-"
        own = (
            "lw=" + previous + word,
            "lk=" + previous + kind,
            "lkk=" + previous + kind + after_kind,
            "kkk=" + previous + before_kind + " " + kind + " " + after_kind,
            "pl=" + previous + placed + placed_after,
            "long=" + previous + long,
            "h=" + head + kind,
            "hk=" + head + kind + after_kind,
            "ltt=" + previous + tag + after_tag,
            "o=" + previous + str(self._opened) + kind,
        )
        if not token.capital:
            beyond = self._beyond(i)
            return (*own, "bey=" + previous + beyond, "heb=" + head + beyond)
        start, end = self.run[i]
        place = "1" if end - start == 1 else "B" if i == start else "E" if i == end - 1 else "I"
        form, seen = shape(token.text), known.memory.get(word, "-")
        listed, traits = self._sentence.classes[i].name, known.traits(token)
        return (
            *own,
            "w=" + word,
            "kt=" + kind + tag,
            "plt=" + placed + tag,
            "mt=" + tag + seen,
            "pos=" + previous + place,
            "posf=" + place + self._kinds[start],
            "posl=" + place + self._kinds[end - 1] + kind,
            "post=" + place + tag,
            "posb=" + place + self._beyond(end),
            "n=" + previous + after,
            "p=" + previous + before,
            "lt=" + previous + tag,
            "f=" + previous + form,
            "s=" + word[-_SUFFIX:],
            "c=" + previous + listed,
            "ct=" + listed + tag,
            "plk=" + placed + kind,
            "m=" + previous + seen,
            "tr=" + traits,
            "trl=" + previous + traits + form,
            "pos=" + previous + place,
        )

    def around(self, i: int) -> tuple[str, ...]:
        """What it looks at around the capitalised words that token ``i`` is one of."""
        start, end = self.run[i]
        if start == end:
            return ()
        words, kinds = self._words, self._kinds
        before = words[start - 1][0] if start else "<"
        behind = words[end][0] if end < len(words) else ">"
        following = kinds[end + 1] if end + 1 < len(words) else ">"
        beyond = self._beyond(end)
        return (
            "b=" + before,
            "e=" + behind,
            "ek=" + behind + following,
            "r=" + " ".join(kinds[start:end][:_LONGEST_RUN]),
            "first=" + kinds[start],
            "last=" + kinds[end - 1],
            "lastw=" + words[end - 1][0],
            "headline=" + str(self._sentence.headline),
            "tail=" + beyond,
            "htail=" + kinds[start] + beyond,
        )

    def _beyond(self, end: int) -> str:
        """What the first and last words beyond a link are known as: "Food | and Drug Agency"."""
        if end >= len(self.tokens) or self.tokens[end].lower not in self._known.links:
            return "-"
        link = self.tokens[end].lower
        k = end + 1
        if k < len(self.tokens) and self.tokens[k].lower in self._known.lexicon.definite_articles:
            k += 1
        if k >= len(self.tokens) or not self.tokens[k].capital:
            return link
        return f"{link} {self._kinds[k]} {self._kinds[self.run[k][1] - 1]}"
