"""Whether the items found behind a cue are a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.announcement import is_plural
from summarize.findings.lists.cues import Cue
from summarize.findings.lists.guards import are_clauses
from summarize.findings.lists.lexicon import Strength
from summarize.findings.lists.segmentation import Segmentation, leading_sum
from summarize.findings.lists.token_range import Range, TokenRange

_MEANS_ELSE = (Strength.LOOSE, Strength.COPULA, Strength.COLON)  # cues that may mean another thing
_FEWEST = 3  # items of a list that no number announces
_LOOSE_WORDS = 7  # words that the items of a doubtful list have on average at most
_NAMED_WORDS = 10  # the same where all begin with a capital
_PLURAL_WORDS = 14  # the same where what is listed is in the plural: "sejumlah masalah seperti"
_WORDS = 20
_SUBJECT_WORDS = 12  # words before a copula among which its subject is in the plural
_CLAUSE_MARKS = {",", ";", ":", ".", "“", '"', "”"}
_BARE_WORDS = 3  # words of an item in a list that no joining word closes
_WORDS_AFTER_IS = 2  # words that each item after "adalah" has at most, unless they are names
_GOOD, _FAIR = 1.5, 1.0  # scores of a segmentation


class Candidate(NamedTuple):
    """The items that may be the list of a cue; ``value`` is the number that announces them."""

    tokens: TokenRange
    cue: Cue
    items: Sequence[Range]
    value: int | None
    found: Segmentation

    @property
    def closed(self) -> bool:
        """Whether a joining word marks the last item."""
        return self.found.closed

    @property
    def longest(self) -> int:
        """The words of the longest item."""
        return max(last - first for first, last in self.items)

    @property
    def mean(self) -> float:
        """The words of an item on average."""
        return sum(last - first for first, last in self.items) / len(self.items)

    @property
    def strength(self) -> Strength:
        """How far the cue can be trusted."""
        return self.cue.strength

    def is_unannounced(self) -> bool:
        """Whether no number announces them."""
        return self.value is None

    def is_doubtful(self) -> bool:
        """Whether the cue may mean something else than a list."""
        return self.cue.strength in _MEANS_ELSE

    def is_defined(self) -> bool:
        """Whether a copula says what something is, rather than that it is several things."""
        return self.cue.strength is Strength.COPULA and self.value is None

    def goes_on(self) -> bool:
        """Whether the sentence goes on behind what was kept of the last item."""
        cut_off = self.items[-1][1] < self.found.items[-1][1] - 1
        return self.value is None and not self.closed and cut_off

    def are_scores(self) -> bool:
        """Whether they are results of games: ``menang dua gim, yakni 21-18, 21-19``."""
        return all(
            last - first <= 2
            and self.tokens[last - 1].is_number
            and "-" in self.tokens[last - 1].text
            for first, last in self.items
        )

    def are_both_of_clause(self) -> bool:
        """Whether a clause says something of two: ``adalah teman lama yang kini sudah …``.

        Not ``adalah Randi, yang sudah …``, a relative clause.
        """
        lexicon = self.tokens.lexicon
        return (
            len(self.items) == 2
            and self.cue.strength is Strength.COPULA
            and any(
                self.tokens[index].lower in lexicon.predicates
                and self.tokens[index - 1].lower not in lexicon.modifiers
                for first, last in self.items
                for index in range(first + 1, last)
            )
        )

    def sum_up(self) -> bool:
        """Whether two make up the number: ``tiga wakil, yakni dua ganda dan satu tunggal``."""
        if self.value is None or self.cue.strength is not Strength.LIST:
            return False
        firsts = [first for first, _ in self.items]
        return self.value in (_FEWEST, leading_sum(self.tokens, firsts))

    def are_clauses(self) -> bool:
        """Whether they are clauses, or parts of one, that neither a number nor semicolons list."""
        if self.value is not None:
            return False
        tokens, doubtful = self.tokens, self.is_doubtful()
        semicolons = sum(tokens[last].text == ";" for _, last in self.items[:-1])
        if semicolons > 1 and not doubtful:
            return False
        before = self.cue.first - 1
        inserted = self.cue.strength is Strength.LIST and before >= 0 and tokens[before].text == ","
        return are_clauses(tokens, self.items, loose=doubtful, inserted=inserted)

    def turn_to_place(self) -> bool:
        """Whether a preposition begins a later item only: ``yakni A, B, di Bima, Sabtu (3/2)``."""
        openers = self.tokens.lexicon.openers
        return (
            self.value is None
            and not self.closed
            and self.tokens[self.cue.last].lower not in openers
            and any(self.tokens[first].lower in openers for first, _ in self.items[1:])
        )

    def are_names(self) -> bool:
        """Whether all begin with a capital."""
        return all(self.tokens[first].capital for first, _ in self.items)

    def are_short_or_names(self) -> bool:
        """Whether a copula is sure to list them: words or names."""
        return self.longest <= _WORDS_AFTER_IS or self.are_names()

    def are_parts_of_plural(self) -> bool:
        """Whether they are what several things are: ``berbagai peluang di desa adalah``."""
        inside = (self.tokens[index].lower for index in range(*self.items[0]))
        relative = any(word in self.tokens.lexicon.modifiers for word in inside)
        return self.mean <= _LOOSE_WORDS and not relative and self.has_plural()

    def has_plural(self) -> bool:
        """Whether what stands before the cue is in the plural: ``sejumlah masalah seperti``."""
        comma = self.cue.first > 0 and self.tokens[self.cue.first - 1].text == ","
        last = self.cue.first - comma
        for index in range(last - 1, max(-1, last - _SUBJECT_WORDS), -1):
            token = self.tokens[index]
            if token.text in _CLAUSE_MARKS or token.lower in self.tokens.lexicon.singular:
                return False
            if is_plural(self.tokens, index):
                return True
        return False

    def begin_with_count(self) -> bool:
        """Whether the first only counts what follows: ``terbagi menjadi dua, sebagian …``."""
        first, last = self.items[0]
        return last - first == 1 and self.tokens[first].lower in self.tokens.lexicon.numbers

    def are_few(self) -> bool:
        """Whether fewer than three are left without ``dll``."""
        others = self.tokens[self.items[-1][1] - 1].lower in self.tokens.lexicon.etcetera
        return len(self.items) - others < _FEWEST

    def are_open(self) -> bool:
        """Whether neither a joining word closes them nor all of the rest are names or nouns."""
        alike = self.found.whole and (self.are_names() or self.are_bare_nouns())
        return not (self.closed or alike)

    def are_bare_nouns(self) -> bool:
        """Whether all are a noun or two: ``seperti kabel, pipa air, tiang``."""
        return all(last - first <= _BARE_WORDS for first, last in self.items) and all(
            _is_noun(self.tokens, index) for item in self.items for index in range(*item)
        )

    def are_short(self) -> bool:
        """Whether they are as short as a doubtful cue demands, and alike."""
        longest = _LOOSE_WORDS
        if self.cue.strength is not Strength.COLON:
            longest = _NAMED_WORDS if self.are_names() else longest
            longest = _PLURAL_WORDS if self.has_plural() else longest
        return self.mean <= longest and self.found.score > _GOOD


def _is_noun(tokens: TokenRange, index: int) -> bool:
    """Whether the word may be a noun, or what qualifies one."""
    token, lexicon = tokens[index], tokens.lexicon
    function_words = (
        lexicon.openers,
        lexicon.tails,
        lexicon.stops,
        lexicon.demonstratives,
        lexicon.subjects,
    )
    return (
        token.is_word
        and not token.is_number
        and not tokens.is_predicate(index)
        and not any(token.lower in words for words in function_words)
    )


def is_list(candidate: Candidate) -> bool:
    """Whether the items are enough, and alike enough, for the trust that the cue deserves."""
    return decide(_IS_LIST, candidate).verdict


_IS_LIST: tuple[Row[Candidate, bool], ...] = (
    Row(
        "one item",
        lambda one: len(one.items) < 2,
        False,
        "Ada dua kota, yakni Bima dan lain-lain.",
        "Ada dua kota, yakni Bima dan Dompu.",
    ),
    Row(
        "scores of a game",
        Candidate.are_scores,
        False,
        "Ia menang dua gim, yakni 21-18 dan 21-19.",
        "Ia menang dua kali, yakni di Bima dan Dompu.",
    ),
    Row(
        "two without a joining word",
        lambda one: len(one.items) < _FEWEST and not one.closed,
        False,
        "Ada dua kota, yakni Bima, Dompu.",
        "Ada dua kota, yakni Bima dan Dompu.",
    ),
    Row(
        "a sentence that goes on",
        Candidate.goes_on,
        False,
        "Kota itu yakni Bima, Dompu, Sape menjadi tuan rumah lomba.",
        "Kota itu yakni Bima, Dompu, dan Sape menjadi tuan rumah lomba.",
    ),
    Row(
        "two that a clause says something of",
        lambda one: one.value == len(one.items) and one.are_both_of_clause(),
        False,
        "Dua orang itu adalah teman lama tidak akur dan tetangga.",
        "Dua orang itu adalah teman lama dan tetangga.",
    ),
    Row(
        "as many as announced, badly told apart",
        lambda one: one.value == len(one.items) and one.found.score <= _GOOD,
        False,
        "Ada tiga hal, yakni sudah ramai maupun Bima maupun Dompu, atau kota.",
        "Ada tiga kota, yakni Bima, Dompu, dan Sape.",
    ),
    Row(
        "as many as announced",
        lambda one: one.value == len(one.items),
        True,
        "Ada dua kota, yakni Bima dan Dompu.",
        "Ada empat kota, yakni Bima, Dompu, dan Sape.",
    ),
    Row(
        "not as many as a cue announces that only counts",
        lambda one: one.strength is Strength.COUNT,
        False,
        "Ada empat warga, masing-masing Andi, Budi, dan Citra.",
        "Ada tiga warga, masing-masing Andi, Budi, dan Citra.",
    ),
    Row(
        "two that sum up to what is announced",
        lambda one: len(one.items) < _FEWEST and one.sum_up(),
        True,
        "Ada lima wakil, yakni tiga ganda dan dua tunggal.",
        "Ada enam wakil, yakni tiga ganda dan dua tunggal.",
    ),
    Row(
        "two of more",
        lambda one: len(one.items) < _FEWEST,
        False,
        "Ada enam wakil, yakni tiga ganda dan dua tunggal.",
        "Ada lima wakil, yakni tiga ganda dan dua tunggal.",
    ),
    Row(
        "clauses",
        Candidate.are_clauses,
        False,
        "Pembalap seperti Rossi, Marquez juga jatuh, dan Lorenzo menang.",
        "Pembalap seperti Rossi, Marquez, dan Lorenzo jatuh.",
    ),
    Row(
        "the place of what is told",
        Candidate.turn_to_place,
        False,
        "Yang hadir yakni Andi, Budi, di Bima, Sabtu (3/2).",
        "Yang hadir yakni Andi, Budi, dan Citra.",
    ),
    Row(
        "a copula without a joining word",
        lambda one: one.is_defined() and not one.closed,
        False,
        "Kota itu adalah Bima, Dompu, Sape.",
        "Kota itu adalah Bima, Dompu, dan Sape.",
    ),
    Row(
        "words or names behind a copula",
        lambda one: one.is_defined() and one.are_short_or_names(),
        True,
        "Kota itu adalah Bima, Dompu, dan Sape.",
        "Kota itu adalah tempat nelayan tua, pedagang ikan muda, dan petani.",
    ),
    Row(
        "a copula behind a plural",
        lambda one: one.is_defined() and one.are_parts_of_plural(),
        True,
        "Berbagai peluang di desa adalah usaha nelayan tua, pedagang ikan muda, dan petani.",
        "Kota itu adalah tempat nelayan tua, pedagang ikan muda, dan petani.",
    ),
    Row(
        "any other copula",
        Candidate.is_defined,
        False,
        "Kota itu adalah tempat nelayan tua, pedagang ikan muda, dan petani.",
        "Kota itu adalah Bima, Dompu, dan Sape.",
    ),
    Row(
        "a number that counts what follows",
        lambda one: one.is_doubtful() and one.is_unannounced() and one.begin_with_count(),
        False,
        "Warga itu terbagi menjadi dua, petani, dan nelayan.",
        "Warga itu terbagi menjadi pedagang, petani, dan nelayan.",
    ),
    Row(
        "two and others behind a doubtful cue",
        lambda one: one.is_doubtful() and one.is_unannounced() and one.are_few(),
        False,
        "Menu itu berupa lidah asap, sapi asap, dan hidangan lainnya.",
        "Menu itu berupa lidah asap, sapi asap, ayam, dan hidangan lainnya.",
    ),
    Row(
        "a doubtful cue without a joining word",
        lambda one: one.is_doubtful() and one.are_open(),
        False,
        "Harga naik seperti beras, gula, garam dari luar negeri.",
        "Harga naik seperti beras, gula, garam.",
    ),
    Row(
        "short items behind a doubtful cue",
        lambda one: one.is_doubtful() and one.are_short(),
        True,
        "Harga naik seperti beras, gula, dan garam.",
        "Kota itu yakni Bima, Dompu, dan Sape.",
    ),
    Row(
        "long items behind a doubtful cue",
        Candidate.is_doubtful,
        False,
        "Keluhan itu seperti sungai keruh sejak hujan deras di hulu pekan lalu, jalan rusak berat "
        "karena truk pasir dari kota, dan gudang pupuk kosong sejak panen musim kemarau lalu.",
        "Keluhan itu seperti air sungai, jalan desa, dan gudang.",
    ),
    Row(
        "alike items behind a sure cue",
        lambda one: one.found.score > _FAIR and one.mean <= _WORDS,
        True,
        "Kota itu yakni Bima, Dompu, dan Sape.",
        "Harga naik seperti beras, gula, dan garam.",
    ),
    Row(
        "long or unlike items",
        always,
        False,
        "Jadwal itu yakni Rabu, 18 September 2019 mendatang, dalam pertemuan itu warga hadir.",
        "Jadwal itu yakni Rabu, Kamis, dan Sabtu.",
    ),
)
