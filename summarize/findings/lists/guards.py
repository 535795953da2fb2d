"""Clauses that go on where a list seems to be: ``seperti Rossi, Marquez juga jatuh``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.lexicon import Joining
from summarize.findings.lists.token_range import Range, TokenRange
from summarize.text.tokens import Token

_COMMAS = {",", ";"}
_FEW = 3  # items after a loose cue of which none may have a predicate in the middle
_SHORT = 5  # words of a predicate that may be an item among nouns, at the end of the list


def are_clauses(tokens: TokenRange, items: Sequence[Range], *, loose: bool, inserted: bool) -> bool:
    """Whether clauses or parts of one stand where items should be.

    ``loose`` says that the cue introduces something else as often as a list, ``inserted`` that it
    stands behind a comma, so that a clause may go on behind the next one.
    """
    first = _predicate_in(tokens, items[0], tailed=not loose)
    later = [_predicate_in(tokens, item) for item in items[1:]]
    return decide(_CLAUSES, _Items(tokens, items, [first, *later], loose, inserted)).verdict


def clause_limit(tokens: TokenRange, first: int, last: int) -> int:
    """Where the clause goes on behind a list that a joining word closes; else ``last``.

    ``seperti batuk, pilek, dan demam | menghantui warga kota dan desa``: a predicate where
    nothing before it, from the token ``first`` on, has one, and commas or joining words behind.
    """
    lexicon = tokens.lexicon
    commas, closed, opened = 0, False, first  # where the segment at hand begins
    index = first
    while index < last:
        token = tokens[index]
        if token.text in _COMMAS:
            commas, opened = commas + 1, index + 1
        elif lexicon.conjunctions.get(token.lower, Joining.LATE) is not Joining.LATE:
            closed, opened = closed or commas > 0, index + 1
        elif token.lower in lexicon.modifiers:
            return last
        elif tokens.is_predicate(index):
            joined = index == opened
            if not closed or (joined and tokens[index - 1].text != ","):
                return last
            return index - joined if _is_separated(tokens, index + 1, last) else last
        index = tokens.skip(index, last) + 1
    return last


def _is_separated(tokens: TokenRange, first: int, last: int) -> bool:
    """Whether a comma or a joining word stands between the tokens."""
    conjunctions = tokens.lexicon.conjunctions
    return any(token.text in _COMMAS or token.lower in conjunctions for token in tokens[first:last])


def has_predicate(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is a clause: a predicate stands in it outside of a relative clause."""
    return _predicate_in(tokens, item, tailed=True) is not None


def _predicate_in(tokens: TokenRange, item: Range, *, tailed: bool = False) -> int | None:
    """Where a predicate stands in the item, outside of brackets and of a relative clause.

    With ``tailed`` not behind a preposition: ``Lomba Lari dengan target menjadi agenda nasional``.
    """
    index, last = item
    while index < last:
        word = tokens[index].lower
        if word in tokens.lexicon.modifiers or (
            tailed and index > item[0] and word in tokens.lexicon.tails
        ):
            return None
        named = index > item[0] and tokens[index].capital  # "Rumah Tidak Layak Huni"
        if tokens.is_predicate(index) and not named:
            return index
        index = tokens.skip(index, last) + 1
    return None


class _Items(NamedTuple):
    """What may be items, and where each has a predicate."""

    tokens: TokenRange
    items: Sequence[Range]
    predicates: Sequence[int | None]
    loose: bool
    inserted: bool

    @property
    def heads(self) -> Sequence[Token]:
        """The first tokens of all but the first item."""
        return [self.tokens[first] for first, _ in self.items[1:]]

    @property
    def in_modifier(self) -> Sequence[Token]:
        """What stands in the first item behind a preposition or ``yang`` that no other has."""
        tokens, lexicon = self.tokens, self.tokens.lexicon
        first, last = self.items[0]
        binding = lexicon.modifiers | lexicon.tails
        at = next((at for at in range(first + 1, last) if tokens[at].lower in binding), last)
        others = (token for item in self.items[1:] for token in tokens[slice(*item)])
        if at < last and any(token.lower == tokens[at].lower for token in others):
            return ()
        return tokens[at + 1 : last]

    def begin_with_predicate(self) -> bool:
        """Whether the first begins with a predicate."""
        return self.tokens.is_predicate(self.items[0][0])

    def have_one_verb(self) -> bool:
        """Whether a verb begins the first, and no predicate another."""
        verb = self.tokens.lexicon.is_verb(self.tokens[self.items[0][0]])
        return verb and not any(self.tokens.is_predicate(first) for first, _ in self.items[1:])

    def outweighs(self) -> bool:
        """Whether only the first has a predicate, and is far longer: the others are parts of it."""
        if any(predicate is not None for predicate in self.predicates[1:]):
            return False
        lengths = [last - first for first, last in self.items]
        return lengths[0] * (len(lengths) - 1) > 2 * sum(lengths[1:])

    def go_on_behind_cue(self) -> bool:
        """Whether the clause goes on behind what was inserted: ``Bupati, yakni Andi, membuka``."""
        return self.inserted and self.predicates[1] == self.items[1][0]

    def have_clause(self) -> bool:
        """Whether one between the first and the last is a clause."""
        few = self.loose and len(self.items) == _FEW
        return any(
            self._is_clause(item, predicate) or (few and predicate is not None)
            for item, predicate in zip(self.items[1:-1], self.predicates[1:-1], strict=True)
        )

    def _is_clause(self, item: Range, predicate: int | None) -> bool:
        tokens, lexicon = self.tokens, self.tokens.lexicon
        head = tokens[item[0]].lower
        if head in lexicon.subjects:
            return True
        if predicate is None:
            return False
        if predicate == item[0]:
            return self.loose or head in lexicon.predicates
        subject = tokens[predicate - 1]
        named = subject.capital or subject.lower in lexicon.demonstratives
        return named or tokens[predicate].lower in lexicon.predicates

    def end_in_predicate(self) -> bool:
        """Whether the last begins with a predicate, which surely is none of a name."""
        begins = self.predicates[-1] == self.items[-1][0]
        return begins and (self.loose or self.tokens[self.items[0][0]].capital)

    def are_counted(self) -> bool:
        """Whether each has a number: ``Rp 2 miliar untuk Sape, Wera Rp 1 miliar, dan …``."""
        return all(
            any(token.is_number for token in self.tokens[first:last]) for first, last in self.items
        )

    def have_cue_inside(self) -> bool:
        """Whether a cue stands in the modifier of the first."""
        last = self.items[0][1]
        places = range(last - len(self.in_modifier), last)
        return any(cue_at(self.tokens, index) is not None for index in places)

    def are_in_modifier(self) -> bool:
        """Whether the modifier of the first has what others begin with."""
        words = {token.lower for token in self.in_modifier}
        return any(head.lower in words for head in self.heads)

    def are_names_in_modifier(self) -> bool:
        """Whether the modifier has a name, as others are: ``gerai yang ada di Bima, Dompu, …``."""
        return (
            self.tokens[self.items[0][0]].text.islower()
            and any(token.capital for token in self.in_modifier)
            and all(head.capital for head in self.heads[:-1])
        )


_CLAUSES: tuple[Row[_Items, bool], ...] = (
    Row(
        "one verb with several objects",
        lambda one: one.begin_with_predicate() and one.have_one_verb(),
        True,
        "Warga sibuk seperti menanam padi, jagung, dan kedelai.",
        "Warga sibuk seperti menanam padi, memanen jagung, dan menjual kedelai.",
    ),
    Row(
        "predicates",
        _Items.begin_with_predicate,
        False,
        "Warga sibuk seperti menanam padi, memanen jagung, dan menjual kedelai.",
        "Warga sibuk seperti menanam padi, jagung, dan kedelai.",
    ),
    Row(
        "a clause with several objects",
        lambda one: one.predicates[0] is not None and one.outweighs(),
        True,
        "Keadaannya seperti warga desa membangun jembatan bambu besar, rumah, dan masjid.",
        "Keadaannya seperti warga membangun jembatan, petani menanam padi, dan guru mengajar.",
    ),
    Row(
        "clauses all alike",
        lambda one: one.predicates[0] is not None,
        False,
        "Keadaannya seperti warga membangun jembatan, petani menanam padi, dan guru mengajar.",
        "Keadaannya seperti warga desa membangun jembatan bambu besar, rumah, dan masjid.",
    ),
    Row(
        "a clause that goes on behind an insertion",
        _Items.go_on_behind_cue,
        True,
        "Bupati, yakni Andi, membuka pasar, dan pulang.",
        "Bupati, yakni Andi, Budi, dan Citra, hadir.",
    ),
    Row(
        "a clause in the middle",
        _Items.have_clause,
        True,
        "Pembalap seperti Rossi, Marquez juga jatuh, dan Lorenzo menang.",
        "Pembalap seperti Rossi, Marquez, dan Lorenzo menang.",
    ),
    Row(
        "a long predicate at the end",
        lambda one: one.end_in_predicate() and one.items[-1][1] - one.items[-1][0] > _SHORT,
        True,
        "Pembalap seperti Rossi, Marquez, menjatuhkan lawan di tikungan akhir kemarin sore.",
        "Kegiatan seperti lomba, rapat, dan menanam padi.",
    ),
    Row(
        "a short predicate at the end",
        _Items.end_in_predicate,
        False,
        "Kegiatan seperti lomba, rapat, dan menanam padi.",
        "Pembalap seperti Rossi, Marquez, menjatuhkan lawan di tikungan akhir kemarin sore.",
    ),
    Row(
        "a number in each",
        _Items.are_counted,
        False,
        "Dana itu seperti 2 juta untuk Sape, 1 juta untuk Wera, dan 3 juta Lambu.",
        "Harga naik seperti beras, gula, dan garam.",
    ),
    Row(
        "a cue in the modifier of the first",
        _Items.have_cue_inside,
        True,
        "Warga butuh bahan seperti beras untuk warga termasuk Andi, gula, dan garam.",
        "Warga butuh bahan seperti beras untuk warga, gula, dan garam.",
    ),
    Row(
        "words of the modifier of the first",
        _Items.are_in_modifier,
        True,
        "Kegiatan itu meliputi surat utang oleh PT Andi, PT Budi, dan PT Citra.",
        "Kegiatan itu meliputi surat utang oleh PT Andi, saham, dan emas.",
    ),
    Row(
        "names as in the modifier of the first",
        _Items.are_names_in_modifier,
        True,
        "Ada usaha seperti gerai yang ada di Bima, Dompu, dan Sape.",
        "Ada usaha seperti gerai yang ada di Bima, toko, dan pasar.",
    ),
    Row("anything else", always, False, "Harga naik seperti beras, gula, dan garam."),
)
