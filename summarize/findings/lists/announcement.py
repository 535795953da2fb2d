"""Whether a list may follow a cue, before what follows is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.cues import Count, Cue, cue_at
from summarize.findings.lists.lexicon import Strength, singular_of
from summarize.findings.lists.token_range import TokenRange

_MEANS_LIST = (Strength.LIST, Strength.PART, Strength.LOOSE)  # cues, of any trust
_NO_PREPOSITION = (Strength.LOOSE, Strength.COPULA, Strength.COUNT)  # cues before a noun
_NEAR = 3  # words before a copula among which one says that it has a single subject
_CLASS_WORDS = 6  # words after a cue that may name a class whose members another cue lists


def may_introduce(announcement: Announcement) -> bool:
    """Whether a list may follow the cue."""
    return decide(_INTRODUCES, announcement).verdict


class Announcement(NamedTuple):
    """A cue with the numbers before it, and the token before which its list has to end."""

    tokens: TokenRange
    cue: Cue
    counts: Sequence[Count]
    limit: int

    @property
    def word(self) -> str:
        """The word behind the cue."""
        return self.tokens[self.cue.last].lower

    @property
    def strength(self) -> Strength:
        """How far the cue can be trusted."""
        return self.cue.strength

    def has_single_subject(self) -> bool:
        """Whether one thing is what the copula tells of: ``salah satu kota adalah``."""
        before = self.tokens[max(0, self.cue.first - _NEAR) : self.cue.first]
        return any(token.lower in self.tokens.lexicon.singular for token in before)

    def has_verb_alone(self) -> bool:
        """Whether a verb and a comma follow: ``seperti diketahui, a, b, dan c``."""
        last = self.cue.last
        alone = last + 1 < len(self.tokens) and self.tokens[last + 1].text == ","
        return alone and self.tokens.is_predicate(last)

    def counts_itself(self) -> bool:
        """Whether the cue is the noun of a number: ``86 orang di antaranya ditangkap``."""
        near = bool(self.counts) and self.cue.first - self.counts[0].first <= 2
        return near and self.tokens.is_predicate(self.cue.last)

    def names_class(self) -> bool:
        """Whether another cue takes the list: ``mencakup banyak hal termasuk a, b, dan c``."""
        tokens, plural = self.tokens, False
        for index in range(self.cue.last, min(self.limit, self.cue.last + _CLASS_WORDS)):
            other = cue_at(tokens, index)
            if other is not None and other.strength in _MEANS_LIST:
                return plural or other.strength is Strength.PART or index == self.cue.last
            if not tokens[index].is_word:
                return False
            plural = plural or is_plural(tokens, index)
        return False


def is_plural(tokens: TokenRange, index: int) -> bool:
    """Whether the word says that there are several: ``sejumlah``, ``kota-kota``."""
    word = tokens[index].lower
    return word in tokens.lexicon.quantifiers or singular_of(word) != word


_INTRODUCES: tuple[Row[Announcement, bool], ...] = (
    Row(
        "a cue that only ends a list",
        lambda one: one.strength is Strength.NONE,
        False,
        "Warga desa itu baik petani, nelayan, maupun pedagang ikut rapat.",
        "Warga desa itu yakni petani, nelayan, dan pedagang ikut rapat.",
    ),
    Row(
        "a word that begins a clause",
        lambda one: one.word in one.tokens.lexicon.false_starts,
        False,
        "Harga naik seperti biasa, beras, gula, dan garam langka.",
        "Harga naik seperti beras, gula, dan garam.",
    ),
    Row(
        "a relative clause behind a loose cue",
        lambda one: one.strength is Strength.LOOSE and one.word in one.tokens.lexicon.modifiers,
        False,
        "Harga naik seperti yang dicatat beras, gula, dan garam.",
        "Harga naik seperti beras, gula, dan garam.",
    ),
    Row(
        "a verb behind a cue that only counts",
        lambda one: (
            one.strength is Strength.COUNT and one.tokens.lexicon.is_verb(one.tokens[one.cue.last])
        ),
        False,
        "Ada tiga warga, masing-masing membawa beras, gula, dan garam.",
        "Ada tiga warga, masing-masing Andi, Budi, dan Citra.",
    ),
    Row(
        "a copula behind a single thing",
        lambda one: one.strength is Strength.COPULA and one.has_single_subject(),
        False,
        "Salah satu kota adalah Bima, Dompu, dan Sape.",
        "Sejumlah kota adalah Bima, Dompu, dan Sape.",
    ),
    Row(
        "a verb alone behind a loose cue",
        lambda one: one.strength is Strength.LOOSE and one.has_verb_alone(),
        False,
        "Harga naik seperti dicatat, beras, gula, dan garam.",
        "Harga naik seperti beras, gula, dan garam.",
    ),
    Row(
        "a preposition behind a doubtful cue",
        lambda one: one.strength in _NO_PREPOSITION and one.word in one.tokens.lexicon.tails,
        False,
        "Mutu itu adalah pada rasa, warna, dan aroma.",
        "Harga naik seperti beras, gula, dan garam.",
    ),
    Row(
        "the noun of a number",
        lambda one: one.strength is Strength.PART and one.counts_itself(),
        False,
        "Sebanyak 86 orang di antaranya ditangkap, ditahan, dan diadili.",
        "Sebanyak 86 orang di antaranya Andi, Budi, dan Citra.",
    ),
    Row(
        "a class that another cue lists",
        Announcement.names_class,
        False,
        "Bantuan itu mencakup berbagai bahan termasuk beras, gula, dan garam.",
        "Program itu mencakup beras, gula, dan garam.",
    ),
    Row("any other cue", always, True, "Ada tiga kota, yakni Bima, Dompu, dan Sape."),
)
