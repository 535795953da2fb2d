"""What does not belong to an item: the preposition before the first, the clause after the last."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.token_range import Range, TokenRange

_MARKS = {",", ";", ":", ".", "-", "–", "—", "--", "…", "!", "?"}
_LONGER = 2  # words by which an item that has swallowed a clause is longer than the others
_DASHES = {"–", "—", "--"}
_NEAR = 2  # words behind a preposition that belong to it: "Kepala Dinas di tujuh kabupaten"


def trim_items(tokens: TokenRange, items: Sequence[Range], *, subject: bool) -> list[Range]:
    """The items without outer marks, opening preposition and trailing clause; empty ones go.

    ``subject`` says that the list stands in the subject of its clause, so that a predicate follows.
    """
    found = [item for item in (bare_item(tokens, item) for item in items) if item]
    if len(found) < 2:
        return found
    found[0] = _without_opener(tokens, found)
    found[-1] = _without_clause(tokens, found, subject)
    ends = (bare_item(tokens, found[0]), bare_item(tokens, found[-1]))
    found = [item for item in (ends[0], *found[1:-1], ends[1]) if item]
    if found and _is_etcetera(tokens, found[-1]):
        found.pop()
    return found


def _is_etcetera(tokens: TokenRange, item: Range) -> bool:
    """Whether the item says only that there are more: ``lain-lain``."""
    words = " ".join(token.lower for token in tokens[item[0] : item[1]])
    return words in tokens.lexicon.etcetera


def bare_item(tokens: TokenRange, item: Range) -> Range | None:
    """The item without the marks around it; quotation marks go when they embrace all of it."""
    first, last = _without_marks(tokens, *item)
    while True:
        if last - first >= 2 and tokens.partners[first] == last - 1:
            first, last = _without_marks(tokens, first + 1, last - 1)
        elif (hole := _hole_before(tokens, first, last)) < last:
            first, last = _without_marks(tokens, first, hole)
        else:
            break
    while first < last and _is_unpaired(tokens, first):
        first += 1
    while first < last and _is_unpaired(tokens, last - 1):
        last -= 1
    return (first, last) if first < last else None


def _without_marks(tokens: TokenRange, first: int, last: int) -> Range:
    """The tokens without marks on either side, and joining words behind."""
    while first < last and tokens[first].text in _MARKS:
        first += 1
    while first < last and (
        tokens[last - 1].text in _MARKS or tokens[last - 1].text in tokens.lexicon.conjunctions
    ):
        last -= 1
    return first, last


def _is_unpaired(tokens: TokenRange, index: int) -> bool:
    """Whether a bracket or quotation mark without its partner stands there, or another mark."""
    return not tokens[index].is_word and tokens.partners[index] < 0


def _hole_before(tokens: TokenRange, first: int, last: int) -> int:
    """Where empty brackets at the item's end begin: ``layanan menengah (,)``; else ``last``."""
    if last <= first or tokens[last - 1].text != ")":
        return last
    opened = tokens.partners[last - 1]
    if opened < first or any(token.is_word for token in tokens[opened:last]):
        return last
    return opened


def _without_opener(tokens: TokenRange, items: Sequence[Range]) -> Range:
    first, last = items[0]
    shared = {tokens[item[0]].lower for item in items[1:]}
    while (
        last - first > 1
        and tokens[first].lower not in shared
        and (
            tokens[first].lower in tokens.lexicon.openers
            or tokens[first].lower in tokens.lexicon.ordinals
            or tokens[first].text == ","
        )
    ):
        first += 1
    return first, last


def _without_clause(tokens: TokenRange, items: Sequence[Range], subject: bool) -> Range:
    """The last item up to where a clause begins that no earlier item has the like of."""
    first, last = items[-1]
    if all(tokens[end - 1].text == ")" for _, end in items):
        return first, last  # "Sape (3,1), Wera (2,9), dan Desa Ranu di Lambu (2,7)"
    item = _last_item(tokens, items, subject)
    index = first + 1
    while index < last:
        if (closing := tokens.skip(index, last)) > index:
            index = closing + 1
        elif decide(_ENDS_ITEM, _Place(tokens, item, index)).verdict:
            break
        else:
            index += 1
    return first, index


class _LastItem(NamedTuple):
    """The last item of a list, beside the others.

    ``words`` are those of the others, ``names`` says that all are names or numbers, ``longer``
    that this one is longer than the others, ``predicates`` that one of these has a predicate,
    ``actions`` that one begins with an action, ``subject`` that the list is in the subject.
    """

    first: int
    last: int
    words: frozenset[str]
    names: bool
    longer: bool
    predicates: bool
    actions: bool
    subject: bool


def _last_item(tokens: TokenRange, items: Sequence[Range], subject: bool) -> _LastItem:
    first, last = items[-1]
    lexicon = tokens.lexicon
    earlier = [tokens[index] for item in items[:-1] for index in range(*item)]
    return _LastItem(
        first,
        last,
        words=frozenset(token.lower for token in earlier),
        names=(tokens[first].capital or tokens[first].is_number)
        and all(token.capital or not token.is_word or token.is_number for token in earlier),
        longer=last - first > max(end - start for start, end in items[:-1]) + _LONGER,
        predicates=any(lexicon.is_predicate(token) for token in earlier),
        actions=any(lexicon.is_action(tokens[start]) for start, _ in items),
        subject=subject,
    )


class _Place(NamedTuple):
    """A token of the last item, before which it may end."""

    tokens: TokenRange
    item: _LastItem
    at: int

    @property
    def word(self) -> str:
        """The word there."""
        return self.tokens[self.at].lower

    def is_new(self, words: Container[str]) -> bool:
        """Whether it is one of the words, and in no earlier item."""
        return self.word in words and self.word not in self.item.words

    def is_no_name(self) -> bool:
        """Whether a word that is no part of a name stands among names: not ``Presiden ke-7``."""
        token, lexicon = self.tokens[self.at], self.tokens.lexicon
        before = self.tokens[max(0, self.at - _NEAR) : self.at]
        return (
            self.item.names
            and token.text.islower()
            and not any(word.lower in lexicon.openers for word in before)
            and not token.text[-1].isdecimal()
            and token.lower not in lexicon.particles
        )

    def is_purpose(self) -> bool:
        """Whether a clause of purpose begins there: ``untuk mengawasi pasar``."""
        lexicon = self.tokens.lexicon
        return (
            not self.item.actions
            and self.at + 1 < self.item.last
            and self.word in lexicon.modifiers
            and self.is_new(lexicon.tails)
            and lexicon.is_verb(self.tokens[self.at + 1])
        )

    def is_tail(self) -> bool:
        """Whether a preposition makes the item longer than the others."""
        tail = self.item.longer and self.is_new(self.tokens.lexicon.tails)
        return tail and not self.item.predicates

    def is_predicate(self) -> bool:
        """Whether a predicate stands there that is not in a relative clause of the item."""
        tokens, lexicon = self.tokens, self.tokens.lexicon
        if self.item.predicates or tokens[self.at - 1].lower in lexicon.conjunctions:
            return False
        surely = self.word in lexicon.predicates
        if not surely and not (self.item.subject and tokens.is_predicate(self.at)):
            return False
        inside = tokens[self.item.first : self.at]
        return not any(token.lower in lexicon.modifiers for token in inside)

    def is_dash(self) -> bool:
        """Whether a dash stands there as in no other item."""
        return self.word in _DASHES and self.word not in self.item.words


_ENDS_ITEM: tuple[Row[_Place, bool], ...] = (
    Row(
        "a word among names that is none of a name",
        _Place.is_no_name,
        True,
        "Ada tiga kota, yakni Bima, Dompu, dan Sape kemarin sore.",
        "Ada tiga tokoh, yakni Andi, Budi, dan Presiden ke-7.",
    ),
    Row(
        "a conjunction",
        lambda place: place.is_new(place.tokens.lexicon.clauses),
        True,
        "Ada tiga bahan, yakni beras, gula, dan garam sehingga pasar ramai.",
        "Ada tiga bahan, yakni beras, gula, dan garam di pasar.",
    ),
    Row(
        "a purpose",
        _Place.is_purpose,
        True,
        "Ada tiga alat, yakni radio, kamera, dan drone untuk mengawasi pasar.",
        "Ada tiga alat, yakni radio, kamera, dan drone untuk pasar.",
    ),
    Row(
        "a preposition in a longer item",
        _Place.is_tail,
        True,
        "Ada tiga alat, yakni radio, kamera, dan drone kecil untuk semua pasar.",
        "Ada tiga alat, yakni radio, kamera, dan drone kecil buatan desa.",
    ),
    Row(
        "a predicate",
        _Place.is_predicate,
        True,
        "Ada tiga bahan, yakni beras, gula, dan garam akan dijual.",
        "Ada tiga bahan, yakni beras, gula, dan garam yang akan dijual.",
    ),
    Row(
        "a dash",
        _Place.is_dash,
        True,
        "Ada tiga bahan, yakni beras, gula, dan garam – semua dari desa.",
        "Ada tiga bahan, yakni beras, gula, dan garam dari desa.",
    ),
    Row("any other word", always, False, "Ada tiga kota, yakni Bima, Dompu, dan Sape Timur."),
)


def clause_end(tokens: TokenRange, first: int, last: int) -> int:
    """Where the clause from ``first`` on ends: before a closing quotation mark or an attribution.

    Also before a full stop and comma, which releases that lost a line break have in a row.
    """
    index = first
    while index < last:
        if index > first and tokens.closes_earlier(index, first):
            return index
        skipped = tokens.skip(index, last)
        if skipped > index:
            index = skipped + 1
            continue
        mark = tokens[index].text
        if index + 1 < last and (
            (mark == "," and tokens.is_attribution(index + 1))
            or (mark == "." and tokens[index + 1].text == ",")
        ):
            return index
        index += 1
    return last
