"""Clauses that go on where a list seems to be: ``seperti Rossi, Marquez juga jatuh``."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.token_range import Range, Stretch

_COMMAS = {",", ";"}
_FEW = 3  # items after a loose cue of which none may have a predicate in the middle
_SHORT = 5  # words of a predicate that may be an item among nouns, at the end of the list


def are_clauses(stretch: Stretch, items: Sequence[Range], *, loose: bool, inserted: bool) -> bool:
    """Whether clauses or parts of one stand where items should be.

    ``loose`` says that the cue introduces something else as often as a list, ``inserted`` that it
    stands behind a comma, so that a clause may go on behind the next one.
    """
    if stretch.is_predicate(items[0][0]):
        begun = stretch.grammar.is_verb(stretch.tokens[items[0][0]])
        return begun and not any(stretch.is_predicate(item[0]) for item in items[1:])
    first = _predicate_in(stretch, items[0], tailed=not loose)
    later = [_predicate_in(stretch, item) for item in items[1:]]
    if first is not None:
        return not any(place is not None for place in later) and _outweighs(items)
    if inserted and later[0] == items[1][0]:
        return True
    few = loose and len(items) == _FEW
    for item, place in zip(items[1:-1], later[:-1], strict=True):
        if _is_clause(stretch, item, place, loose=loose) or (few and place is not None):
            return True
    (start, end), place = items[-1], later[-1]
    if place == start and (loose or stretch.tokens[items[0][0]].is_capitalised):
        return end - start > _SHORT
    return _goes_inside(stretch, items)


def clause_limit(stretch: Stretch, first: int, last: int) -> int:
    """Where the clause goes on behind a list that a joining word closes; else ``last``.

    ``seperti batuk, pilek, dan demam | menghantui warga kota dan desa``: a predicate where
    nothing before it, from the token ``first`` on, has one, and commas or joining words behind.
    """
    tokens, grammar = stretch.tokens, stretch.grammar
    commas, closed, opened = 0, False, first  # where the piece at hand begins
    index = first
    while index < last:
        token = tokens[index]
        if token.text in _COMMAS:
            commas, opened = commas + 1, index + 1
        elif grammar.conjunctions.get(token.lower, "late") != "late":
            closed, opened = closed or commas > 0, index + 1
        elif token.lower in grammar.modifiers:
            return last
        elif stretch.is_predicate(index):
            if not closed or (index == opened and tokens[index - 1].text != ","):
                return last
            goes_on = any(_parts(stretch, place) for place in range(index + 1, last))
            end = index - 1 if index == opened else index
            return end if goes_on else last
        index = stretch.skip(index, last) + 1
    return last


def _parts(stretch: Stretch, index: int) -> bool:
    """Whether a comma or a joining word stands at ``index``."""
    token = stretch.tokens[index]
    return token.text in _COMMAS or token.lower in stretch.grammar.conjunctions


def has_predicate(stretch: Stretch, item: Range) -> bool:
    """Whether the item is a clause: a predicate stands in it outside of a relative clause."""
    return _predicate_in(stretch, item, tailed=True) is not None


def _predicate_in(stretch: Stretch, item: Range, *, tailed: bool = False) -> int | None:
    """Where a predicate stands in the item, outside of brackets and of a relative clause.

    With ``tailed`` not behind a preposition: ``Lomba Lari dengan target menjadi agenda nasional``.
    """
    index, last = item
    while index < last:
        word = stretch.tokens[index].lower
        if word in stretch.grammar.modifiers or (
            tailed and index > item[0] and word in stretch.grammar.tails
        ):
            return None
        named = index > item[0] and stretch.tokens[index].is_capitalised  # "Rumah Tidak Layak Huni"
        if stretch.is_predicate(index) and not named:
            return index
        index = stretch.skip(index, last) + 1
    return None


def _outweighs(items: Sequence[Range]) -> bool:
    """Whether the first item is far longer than the others: what they are parallel to is in it."""
    lengths = [last - first for first, last in items]
    return lengths[0] * (len(items) - 1) > 2 * sum(lengths[1:])


def _is_clause(stretch: Stretch, item: Range, place: int | None, *, loose: bool) -> bool:
    """Whether an item between the first and the last is a clause: its predicate is ``place``."""
    tokens, grammar = stretch.tokens, stretch.grammar
    first = tokens[item[0]]
    if first.lower in grammar.subjects:
        return True
    if place is None:
        return False
    if place == item[0]:
        return loose or first.lower in grammar.predicates
    subject = tokens[place - 1]
    told = subject.is_capitalised or subject.lower in grammar.demonstratives
    return told or tokens[place].lower in grammar.predicates


def _goes_inside(stretch: Stretch, items: Sequence[Range]) -> bool:
    """Whether the list stands inside a modifier that the first item has and no other.

    ``gerai yang ada di Jakarta, Bogor, dan Depok``.
    """
    tokens, grammar = stretch.tokens, stretch.grammar
    if all(any(tokens[index].is_number for index in range(*item)) for item in items):
        return False  # "Rp 2 miliar untuk Sape, Wera Rp 1 miliar, dan Lambu Rp 3 miliar"
    binding = grammar.modifiers | grammar.tails
    first, last = items[0]
    at = next((i for i in range(first + 1, last) if tokens[i].lower in binding), None)
    if at is None or any(
        tokens[index].lower == tokens[at].lower for item in items[1:] for index in range(*item)
    ):
        return False
    heads = [tokens[item[0]] for item in items[1:]]
    inside = range(at + 1, last)
    if any(cue_at(stretch, index) is not None for index in inside):
        return True
    words = {tokens[index].lower for index in inside}
    if any(head.lower in words for head in heads):
        return True
    named = any(tokens[index].is_capitalised for index in inside)
    return (
        named and tokens[first].text.islower() and all(head.is_capitalised for head in heads[:-1])
    )
