"""Which capitalised words belong to the name of a person, an organisation or a place.

An averaged perceptron over the word, its neighbours, their shapes and what class of word they are
in running news; see ``summarize.training.tagger`` for how both tables were learnt.
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
WEIGHTS = "id/learnt/name_tagger.json"


class Tagger(NamedTuple):
    """The weight of each feature for each label, and the class of each known word."""

    weights: Mapping[str, Weights]
    classes: dict[str, str]


@cache
def load_tagger(code: str) -> Tagger:
    """The tagger of a language.

    Both languages share the weights, learnt from Indonesian: the names are the same and so are
    the shapes. English knows the Indonesian names, but has common words of its own: Dana and
    Indah are no funds and nothing beautiful there.
    """
    languages = dict.fromkeys(("id", code))
    classes = {
        word: name
        for language in languages
        for name, words in load(language).table("name_words").items()
        if language == code or not _is_common(name)
        for word in words.split()
    }
    return Tagger(json.loads(read_text("summarize.languages", WEIGHTS)), classes)


def _is_common(name: str) -> bool:
    """Whether a class is of common words, or of names that are mostly written without a capital."""
    return name[0] == "O" or (name[0] != "P" and name[2] == "+")


def tag(tagger: Tagger, words: Sequence[str]) -> list[str]:
    """A label for each word; a word without a capital is always ``O``."""
    lowers = [*map(str.lower, words)]
    classes = [*map(tagger.classes.get, lowers, repeat("?"))]
    shapes = [*map(shape, words)]
    labels: list[str] = []
    previous = "-"
    for i, word in enumerate(words):
        if not word[0].isupper():
            previous = "o"
            labels.append("O")
            continue
        scores = score(tagger.weights, features(lowers, classes, shapes, i, previous))
        previous = LABELS[scores.index(max(scores))]
        labels.append(previous)
    return labels


def score(weights: Mapping[str, Weights], active: Sequence[str]) -> list[int]:
    """The sum of the active features' weights for each label."""
    none = person = organization = place = 0
    for row in filter(None, map(weights.get, active)):
        a, b, c, d = row
        none += a
        person += b
        organization += c
        place += d
    return [none, person, organization, place]


def features(
    lowers: Sequence[str], classes: Sequence[str], shapes: Sequence[str], i: int, previous: str
) -> tuple[str, ...]:
    """What the tagger looks at in word ``i``, whose predecessor was labelled ``previous``."""
    word, kind, form = lowers[i], classes[i], shapes[i]
    before, before_kind, before_form = (
        (lowers[i - 1], classes[i - 1], shapes[i - 1]) if i else ("<", "<", "<")
    )
    after, after_kind, after_form = (
        (lowers[i + 1], classes[i + 1], shapes[i + 1]) if i + 1 < len(lowers) else (">", ">", ">")
    )
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
