"""What is talked about: words of headlines that are also in what people say."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summarize.languages import load
from summarize.patterns import pattern
from summarize.rendering.html.stories import Said, Story

LEAST = 2  # quotations about a topic

_WORD = pattern(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")


class Topic(NamedTuple):
    """A word with the quotations in which it is said, and how much a release with it counts."""

    word: str
    weight: float
    said: Sequence[tuple[int, Said]]


def topics_of(stories: Sequence[tuple[int, Story]]) -> list[Topic]:
    """The topics, those of most releases first, each release by the weight of the word.

    Headlines tell topics from the words of speech; words that most releases have weigh little.
    """
    headlines: Counter[str] = Counter()
    by_word: dict[str, list[tuple[int, Said]]] = {}
    for number, story in stories:
        named = _named(story)
        headlines.update(_words(story.title, story.language) - named)
        for said in story.quotes:
            for word in sorted(_words(said.text, story.language) - named):
                by_word.setdefault(word, []).append((number, said))
    topics = (
        Topic(word, _weight(said, headlines[word], len(stories)), said)
        for word, said in by_word.items()
        if headlines[word] and len(said) >= LEAST
    )
    return sorted(topics, key=lambda topic: (-topic.weight * _releases(topic.said), topic.word))


def _weight(said: Sequence[tuple[int, Said]], headlines: int, stories: int) -> float:
    releases = _releases(said)
    return math.log(1 + stories / releases) * headlines / (headlines + releases)


def _releases(said: Sequence[tuple[int, Said]]) -> int:
    return len({number for number, _ in said})


def _named(story: Story) -> set[str]:
    """The words of names and roles, which are no topics."""
    roles = (said.role for said in story.quotes if said.role)
    names = (name for names in story.names.values() for name in names)
    return {word for name in (*names, *roles) for word in _WORD.findall(name.lower())}


def _words(text: str, code: str) -> set[str]:
    """The words of a text that may name a topic."""
    language = load(code)
    dates = language.table("months").keys() | language.table("weekdays").keys()
    others = language.terms("stopwords") | language.table("numbers").keys() | dates
    return set(_WORD.findall(text.lower())) - others
