"""A release as it is read: what several finders need of it, computed once and freed with it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeVar, cast

from summarize.models import Release, Sentence, Span
from summarize.text import names
from summarize.text.quotation_marks import Passage, find_passages
from summarize.text.speech_verbs import speech_verbs
from summarize.text.tokens import Token, View, scan, tokenize

_LONG = 500_000  # tokens of a paragraph that is no prose
_Value = TypeVar("_Value")


class Reading:
    """A release with its tokens and what is known of them, for as long as finders are at work.

    >>> from summarize import summarize
    >>> reading = Reading(summarize("Bupati Rahmat hadir.", language="id").release)
    >>> [token.text for token in reading.sentences[0].tokens]
    ['Bupati', 'Rahmat', 'hadir', '.']
    """

    def __init__(self, release: Release) -> None:
        self.release = release
        self.text = release.text
        self.language = release.language
        self._kept: dict[Callable[[Reading], object], object] = {}

    @cached_property
    def sentences(self) -> Sequence[names.TaggedSentence]:
        """The tokens of each unit of the release, with labels and evidence of names, in order."""
        return names.read_names(self.release)

    @cached_property
    def quoted(self) -> list[Passage]:
        """What stands between quotation marks in the story, in order."""
        return find_passages(self.text, self.release.paragraphs, speech_verbs(self.language))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.release.sentences]

    def tokens(self, start: int, end: int, view: View) -> list[Token]:
        """The tokens of ``text[start:end]`` in one of the views of them."""
        number = max(0, bisect_right(self._starts, start) - 1)
        units = self.release.sentences
        if number < len(units) and units[number].span.end <= start:
            number += 1
        if number < len(units) and end <= units[number].span.end:
            return view.cut(self.sentences[number].tokens, self.text, start, end)
        return scan(view.pattern, self.text, start, end)

    @property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the story itself, in order."""
        return self.release.body

    @property
    def lowered(self) -> str:
        """The text in lower case, character by character."""
        return self.release.lowered

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The spans of the paragraphs of the story, in order."""
        return self.release.paragraphs

    def paragraph_tokens(self) -> Iterator[list[Token]]:
        """The tokens of each of ``paragraphs``, in order; a very long one is given in parts.

        They are those of its sentences, but where no space parts these: ``konsumen.Nantinya`` is
        one.
        """
        sentences = self.release.sentences
        starts = self._starts
        for paragraph in self.release.paragraphs:
            units = range(bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end))
            spans = (sentences[number].span for number in units)
            if any(span.end >= following.start for span, following in pairwise(spans)):
                yield tokenize(self.text, paragraph, self.language.code)
                continue
            tokens: list[Token] = []
            for number in units:
                if len(tokens) > _LONG:
                    yield tokens
                    tokens = []
                tokens += self.sentences[number].tokens
            yield tokens

    def once(self, read: Callable[[Reading], _Value]) -> _Value:
        """What ``read`` finds in this release, found once and shared by all who ask."""
        if read not in self._kept:
            self._kept[read] = read(self)
        return cast(_Value, self._kept[read])
