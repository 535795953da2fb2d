"""A release as the rankers see it: the sentences of its story and their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.languages import Language
from summarize.models import Release
from summarize.passages import leans_back
from summarize.ranking.words import words_of


class Story(NamedTuple):
    """The sentences of a story in order, as text, as words and by number of paragraph.

    ``leaning`` says of each whether it opens with a reference to the one before it; ``title`` are
    the words of the headline.
    """

    texts: Sequence[str]
    words: Sequence[Sequence[str]]
    paragraphs: Sequence[int]
    leaning: Sequence[bool]
    title: Sequence[str]
    language: Language


def read_story(release: Release) -> Story:
    """The story of ``release``."""
    text = release.text
    texts = [sentence.span.of(text) for sentence in release.body]
    openers = release.language.terms("backward_openers")
    return Story(
        texts=texts,
        words=[words_of(sentence) for sentence in texts],
        paragraphs=[sentence.paragraph for sentence in release.body],
        leaning=[leans_back(sentence, openers) for sentence in texts],
        title=words_of(release.title.of(text)) if release.title else (),
        language=release.language,
    )
