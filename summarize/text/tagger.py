"""Which capitalised words belong to the name of a person, an organisation or a place.

An averaged perceptron over the word, its neighbours, what stands around the capitalised words,
their shapes, and what is known of them: their class in running news, whether they are a role, an
honorific or a verb of speech. See ``summarize.training.tagger`` for how the weights were learnt.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from summarize.languages import load, read_text

LABELS = ("O", "PER", "ORG", "LOC")
Weights = Sequence[int]  # one for each label
WEIGHTS = "learnt/name_tagger.json"
# What a word is known as beside its class, by the lists that say so; the first one decides.
_KINDS = {
    "R": "positions role_abbreviations",
    "H": "honorifics ranks",
    "S": "cues_before_name cues_after_name",
    "G": "organization_words body_words organization_abbreviations",
    "T": "not_person_cues region_kinds",
    "L": "regions countries world",
}
NOTHING: Weights = (0, 0, 0, 0)
_SUFFIX = 3  # letters
_LONGEST_RUN = 5  # capitalised words counted


class Tagger(NamedTuple):
    """The weight of each feature for each label, the class of each known word, and its kind."""

    weights: Mapping[str, Weights]
    classes: dict[str, str]
    kinds: dict[str, str]


class Tags(NamedTuple):
    """The label of each word, and by how much a person leads before anything else, or trails."""

    labels: list[str]
    persons: Sequence[int]


@cache
def load_tagger(code: str) -> Tagger:
    """The tagger of a language.

    English knows the Indonesian names, but has common words of its own: Dana and Indah are no
    funds and nothing beautiful there.
    """
    classes = load_classes(code)
    weights = json.loads(read_text("summarize.languages", f"{code}/{WEIGHTS}"))
    return Tagger(weights, classes, load_kinds(code, classes))


def load_classes(code: str) -> dict[str, str]:
    """The class of each word that running news has often enough."""
    classes: dict[str, str] = {}
    for language in dict.fromkeys(("id", code)):
        for name, words in load(language).table("name_words").items():
            common = name[0] == "O" or (name[0] != "P" and name[2] == "+")
            if language == code or not common:
                classes.update(dict.fromkeys(words.split(), name))
    own = load(code)
    places = {place.lower() for place in own.terms("world") | own.terms("datelines")}
    for word in own.terms("given_names"):
        known = "L" if word in places else classes.get(word, "P")[0]
        classes[word] = {"P": "P3-", "L": "P1-"}.get(known, "P1+")  # Renata, Sydney, Hope
    return classes


def load_kinds(code: str, classes: dict[str, str]) -> dict[str, str]:
    """What each word is known as: by the word lists, or else by its class."""
    language, kinds = load(code), dict(classes)
    for kind, names in reversed(_KINDS.items()):
        for name in names.split():
            table = name.endswith("abbreviations")
            terms = language.table(name) if table else language.terms(name)
            kinds.update(dict.fromkeys((term.lower() for term in terms if " " not in term), kind))
    return kinds


def tag(tagger: Tagger, words: Sequence[str], memory: dict[str, str] | None = None) -> Tags:
    """A label for each word; a word without a capital is always ``O``.

    ``memory`` holds how the words of the same text were labelled before, and is added to.
    """
    memory = {} if memory is None else memory
    context, weights = Context(tagger, words), tagger.weights
    labels: list[str] = []
    persons: list[int] = []
    around = NOTHING
    previous = "-"
    for i, word in enumerate(words):
        if not word[0].isupper():
            previous = "o"
            labels.append("O")
            persons.append(0)
            continue
        if context.enter(i):
            around = score(weights, context.around)
        scores = score(weights, context.own(i, previous, memory), around)
        previous = LABELS[scores.index(max(scores))]
        labels.append(previous)
        person = scores[1]
        scores[1] = scores[0]
        persons.append(person - max(scores))
        memory[context.lowers[i]] = previous
    return Tags(labels, persons)


def score(
    weights: Mapping[str, Weights], active: Sequence[str], known: Weights = NOTHING
) -> list[int]:
    """The sum of the active features' weights for each label, beside what is ``known``."""
    none, person, organization, place = known
    for row in filter(None, map(weights.get, active)):
        a, b, c, d = row
        none += a
        person += b
        organization += c
        place += d
    return [none, person, organization, place]


class Context:
    """A sentence as the tagger sees it."""

    def __init__(self, tagger: Tagger, words: Sequence[str]) -> None:
        self.lowers = [*map(str.lower, words)]
        self._kinds = [*map(tagger.kinds.get, self.lowers, repeat("?"))]
        self._shapes = [*map(shape, words)]
        self.words = words
        self.around: tuple[str, ...] = ()
        self._run = (-1, -1)

    def enter(self, i: int) -> bool:
        """Whether word ``i`` is in other capitalised words than the last; ``around`` is of these.

        That is what stands before and behind them, what they are known as and how many they are.
        """
        start, end = self._run
        if start <= i < end:
            return False
        start, end, words = i, i + 1, self.words
        while start and words[start - 1][0].isupper():
            start -= 1
        while end < len(words) and words[end][0].isupper():
            end += 1
        self._run = start, end
        lowers, kinds, last = self.lowers, self._kinds, len(words) - 1
        opening, opening_kind = (lowers[start - 1], kinds[start - 1]) if start else ("<", "<")
        closing, closing_kind = (lowers[end], kinds[end]) if end <= last else (">", ">")
        following = kinds[end + 1] if end < last else ">"
        further = kinds[end + 2] if end + 1 < last else ">"
        length = str(min(end - start, _LONGEST_RUN))
        self.around = (
            "b=" + opening + length,
            "bk=" + opening_kind + length,
            "e=" + closing + length,
            "ek=" + closing_kind + following + length,
            "e2=" + " ".join(lowers[end : end + 2]),
            "e3=" + closing + following + further,
            "b2=" + " ".join(lowers[max(0, start - 2) : start]),
            "r=" + "".join(kinds[start:end][:_LONGEST_RUN]),
        )
        return True

    def features(self, i: int, previous: str, memory: dict[str, str]) -> tuple[str, ...]:
        """All that the tagger looks at for word ``i``."""
        self.enter(i)
        return self.own(i, previous, memory) + self.around

    def own(self, i: int, previous: str, memory: dict[str, str]) -> tuple[str, ...]:
        """What it looks at in the word itself, whose predecessor was labelled ``previous``."""
        lowers, kinds, shapes = self.lowers, self._kinds, self._shapes
        word, kind, form = lowers[i], kinds[i], shapes[i]
        before, before_kind, before_form = (
            (lowers[i - 1], kinds[i - 1], shapes[i - 1]) if i else ("<", "<", "<")
        )
        after, after_kind, after_form = (
            (lowers[i + 1], kinds[i + 1], shapes[i + 1]) if i + 1 < len(lowers) else (">", ">", ">")
        )
        start, end = self._run
        place = "1" if end - start == 1 else "B" if i == start else "E" if i == end - 1 else "I"
        seen = memory.get(word, "-")
        return (
            "w=" + word,
            "p=" + before,
            "n=" + after,
            "l=" + previous,
            "k=" + kind,
            "lk=" + previous + kind,
            "pk=" + before_kind + kind,
            "kn=" + kind + after_kind,
            "pkn=" + before_kind + kind + after_kind,
            "f=" + before_form + form + after_form,
            "lf=" + previous + form + (before if previous == "o" else ""),
            "s=" + word[-_SUFFIX:],
            "ep=" + place + kinds[end - 1] + kind,
            "sp=" + place + kinds[start] + kind,
            "m=" + seen,
            "mk=" + seen + place,
        )


@lru_cache(maxsize=8192)
def shape(word: str) -> str:
    """``X`` an initial, ``A`` capitals, ``C`` capitalised, ``M`` mixed, ``x``, ``9`` or ``,``."""
    first = word[0]
    if first.isupper():
        if word.isupper():
            return "X" if len(word.rstrip(".")) == 1 or word.endswith(".") else "A"
        return "C" if word[1:].islower() else "M"
    if first.isdigit():
        return "9"
    return "x" if first.isalpha() else ","
