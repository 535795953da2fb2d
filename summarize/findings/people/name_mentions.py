"""A name at one place of a release, and its words as they are compared."""

from __future__ import annotations

from typing import NamedTuple

from summarize.languages.spelling import fold
from summarize.models import Span
from summarize.text.names import TaggedSentence

Words = tuple[str, ...]


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


def span_of(sentence: TaggedSentence, start: int, end: int) -> Span:
    """The span of a sentence's tokens."""
    return Span(sentence.tokens[start].start, sentence.tokens[end - 1].end)


def fold_all(sentence: TaggedSentence, start: int, end: int) -> Words:
    """The words of a name, folded."""
    return tuple(fold(t.text) for t in sentence.tokens[start:end] if t.is_word)


def part_of(short: Words, full: Words) -> bool:
    """Whether the words of ``short`` stand in ``full`` in the same order, initials for words."""
    rest = iter(full)
    return all(any(word == w or (len(word) == 1 and w[0] == word) for w in rest) for word in short)
