"""Where a name begins and ends among capitalised words: behind an honorific, between commas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.people.honorifics import is_honorific
from summarize.text.lexicon import is_acronym
from summarize.text.names import NameSpan, TaggedSentence
from summarize.text.word_classes import (
    FIRM_NAMES,
    HARDLY_NAMES,
    NAME_LIKE,
    NO_NAMES,
    NOT_NAMES,
    QUOTATION_MARKS,
    WordClass,
    weight_of,
)

NAME_STRENGTH = 3  # least evidence of a name that follows its role directly
LONGEST_NAME = 4  # words in a name known by what stands before it
GOES_ON = frozenset((WordClass.EITHER, WordClass.LIKELY))  # what has no capital in a name
_COMMON = frozenset((WordClass.COMMON, WordClass.THING, WordClass.RARE))
_LONGEST_RUN = 40  # capitalised words looked at together


def word_count(sentence: TaggedSentence, start: int, stop: int) -> int:
    """How many words a name has, without particles and a nickname: Ana “Nita” de la Roe."""
    marks = sum(token.text in QUOTATION_MARKS for token in sentence.tokens[start:stop])
    return sum(token.capital for token in sentence.tokens[start:stop]) - marks // 2


def first_of_name(sentence: TaggedSentence, start: int, last: int) -> int:
    """Where the words before ``last`` begin that may all be of a name."""
    while last > start and not is_border(sentence, last - 1):
        last -= 1
    return last


def is_border(sentence: TaggedSentence, i: int) -> bool:
    """Whether the word is in no name: a region, an acronym, a common word, an honorific."""
    token = sentence.tokens[i]
    if sentence.classes[i] is WordClass.COMMON and 0 < i < len(sentence.tokens) - 1:
        beside = sentence.evidence[i - 1], sentence.evidence[i + 1]
        if min(beside) > NAME_STRENGTH:
            return False  # "Vinda Maya Setianingrum"
    return (
        sentence.classes[i] in HARDLY_NAMES
        or (is_acronym(token) and sentence.classes[i] in NOT_NAMES)
        or (is_honorific(sentence, i) and sentence.classes[i] is WordClass.NEVER)
    )


def ends_in_region(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether two words are a name that ends in a region's: "Camat Hiri Rustam Malang, ..."."""
    lexicon = sentence.lexicon
    tokens, classes = sentence.tokens, sentence.classes
    if (
        stop - start != 2
        or classes[start] not in FIRM_NAMES
        or classes[start + 1] is not WordClass.REGION
    ):
        return False
    if tokens[start + 1].lower not in lexicon.regions.kinds or sentence.labels[start] != "PER":
        return False
    return stop < len(tokens) and (
        tokens[stop].lower in lexicon.cues_after_name or tokens[stop].text in ",("
    )


def plausible(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether words can be a whole name: one of them at most is a common word.

    Behind a word that is a name for sure there may be more ("Agus Widya Putra").
    """
    lexicon = sentence.lexicon
    words = [sentence.classes[i] for i in range(start, stop) if sentence.tokens[i].capital]
    common = sum(known not in NAME_LIKE for known in words)
    begun = words[0] is WordClass.SURE and HARDLY_NAMES.isdisjoint(words)
    kind = sentence.tokens[start].lower in lexicon.region_kinds  # "Desa Suparman"
    if (
        kind
        or not NO_NAMES.isdisjoint(words)
        or (common > (not FIRM_NAMES.isdisjoint(words)) and not begun)
    ):
        return False
    return not any(
        t.lower in lexicon.organization_words or t.lower in lexicon.not_person_cues
        for t in sentence.tokens[start:stop]
    )


def bounded_name(sentence: TaggedSentence, start: int) -> NameSpan | None:
    """The name between a comma and another or a word in lower case: ", Aris Setiadi, kata".

    One of its words may be a common one, for nothing but a name stands there.
    """
    tokens = sentence.tokens
    stop = run_end(sentence, start)
    if not 1 < word_count(sentence, start, stop) <= LONGEST_NAME or stop >= len(tokens):
        return None
    if ends_in_region(sentence, start, stop):
        return NameSpan(start, stop, NAME_STRENGTH)
    if not plausible(sentence, start, stop):
        return None
    closes = tokens[stop].text == "." and stop + 1 == len(tokens)
    ends = closes or tokens[stop].text in ",;(" or tokens[stop].text.islower()
    return NameSpan(start, stop, NAME_STRENGTH) if ends and tokens[stop].lower != "dan" else None


class _Run(NamedTuple):
    """A run of capitalised words, and how many of them may be of a name."""

    sentence: TaggedSentence
    start: int
    last: int
    stop: int
    strict: bool

    @property
    def strength(self) -> int:
        """The most evidence of the words from the first on."""
        return max(accumulate(self.sentence.evidence[self.start : self.last]))

    def begins_behind_honorific(self) -> bool:
        """Whether a word known for something else goes on with a name, behind an honorific."""
        classes, lexicon = self.sentence.classes[self.start : self.stop], self.sentence.lexicon
        behind = classes[0] in _COMMON and is_honorific(self.sentence, self.start - 1)
        if not behind or not 1 < len(classes) <= LONGEST_NAME:
            return False
        words = {token.lower for token in self.sentence.tokens[self.start : self.stop]}
        named = NAME_LIKE.issuperset(classes[1:]) and sum(self.evidence(self.start + 1)) > 0
        return named and words.isdisjoint(lexicon.not_person_cues)

    def evidence(self, start: int) -> Sequence[int]:
        """The evidence of the words of the run from one on."""
        return self.sentence.evidence[start : self.stop]

    def stands_apart(self) -> bool:
        """Whether words known for nothing else stand before anything but a full stop."""
        following = self.sentence.tokens[self.last : self.last + 1]
        if self.last < self.stop or not following or following[0].text == ".":
            return False
        classes = self.sentence.classes[self.start : self.last]
        return weight_of(classes) > len(classes)

    def whole(self) -> NameSpan:
        """The words that may be of a name."""
        return NameSpan(self.start, self.last, max(self.strength, 1))

    def all_of_it(self) -> NameSpan:
        """The whole run, with the evidence of all words but the first."""
        return NameSpan(self.start, self.stop, max(sum(self.evidence(self.start + 1)), 1))

    def nothing(self) -> None:
        """No name."""


# When strict a name must be known as one, else it only must not be known as something else.
_NAME_AT: tuple[Row[_Run, Callable[[_Run], NameSpan | None]], ...] = (
    Row(
        "a common word that goes on with a name, behind an honorific",
        lambda run: not run.strict and run.begins_behind_honorific(),
        _Run.all_of_it,
        "Warga menemui dr. Maya Anggraini kemarin.",
        "Warga melihat Bapak Teknologi kemarin.",
    ),
    Row(
        "no word of a name",
        lambda run: run.last == run.start,
        _Run.nothing,
        "Warga menemui H. Batu kemarin.",
        "Warga menemui H. Sanusi kemarin.",
    ),
    Row(
        "evidence of a name",
        lambda run: run.strength >= (NAME_STRENGTH if run.strict else 1),
        _Run.whole,
        "Warga menemui H. Sanusi kemarin.",
        "Bupati Sanggau, Batu Karang, hadir.",
    ),
    Row(
        "known for nothing else",
        _Run.stands_apart,
        _Run.whole,
        "Bupati Sanggau, Wulandira, hadir.",
        "Bupati Sanggau, Batu Karang, hadir.",
    ),
    Row("anything else", always, _Run.nothing, "Warga melihat Bapak Teknologi kemarin."),
)


def name_at(sentence: TaggedSentence, start: int, *, strict: bool) -> NameSpan | None:
    """The name that begins exactly at token ``start``, and its evidence.

    When not ``strict`` it only must not be known as something else, as after an honorific.
    """
    tokens = sentence.tokens
    if start >= len(tokens) or not tokens[start].capital:
        return None
    if tokens[start].lower in sentence.lexicon.not_person_cues and sentence.labels[start] != "PER":
        return None
    stop = run_end(sentence, start)
    last = start
    while last < stop and not is_border(sentence, last):
        last += 1
    if start < last == stop - 1 and last - start < 2 and sentence.classes[last] not in NO_NAMES:
        last += 1  # a name of two words may end in a common one
    run = _Run(sentence, start, last, stop, strict)
    return decide(_NAME_AT, run).verdict(run)


def run_end(sentence: TaggedSentence, start: int) -> int:
    """The end of the run of capitalised words and name particles from ``start``."""
    tokens = sentence.tokens
    j, limit = start, min(len(tokens), start + _LONGEST_RUN)
    while j < limit and (tokens[j].capital or (j > start and sentence.classes[j] in GOES_ON)):
        j += 1
    return j
