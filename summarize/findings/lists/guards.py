"""Clauses that go on where a list seems to be: ``seperti Rossi, Marquez juga jatuh``."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.token_range import Range, TokenRange

_COMMAS = {",", ";"}
_FEW = 3  # items after a loose cue of which none may have a predicate in the middle
_SHORT = 5  # words of a predicate that may be an item among nouns, at the end of the list


def are_clauses(tokens: TokenRange, items: Sequence[Range], *, loose: bool, inserted: bool) -> bool:
    """Whether clauses or parts of one stand where items should be.

    ``loose`` says that the cue introduces something else as often as a list, ``inserted`` that it
    stands behind a comma, so that a clause may go on behind the next one.
    """
    if tokens.is_predicate(items[0][0]):
        begun = tokens.lexicon.is_verb(tokens[items[0][0]])
        return begun and not any(tokens.is_predicate(item[0]) for item in items[1:])
    first = _predicate_in(tokens, items[0], tailed=not loose)
    later = [_predicate_in(tokens, item) for item in items[1:]]
    if first is not None:
        return not any(at is not None for at in later) and _outweighs(items)
    if inserted and later[0] == items[1][0]:
        return True
    few = loose and len(items) == _FEW
    for item, predicate in zip(items[1:-1], later[:-1], strict=True):
        if _is_clause(tokens, item, predicate, loose=loose) or (few and predicate is not None):
            return True
    (start, end), predicate = items[-1], later[-1]
    if predicate == start and (loose or tokens[items[0][0]].is_capitalised):
        return end - start > _SHORT
    return _goes_inside(tokens, items)


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
        elif lexicon.conjunctions.get(token.lower, "late") != "late":
            closed, opened = closed or commas > 0, index + 1
        elif token.lower in lexicon.modifiers:
            return last
        elif tokens.is_predicate(index):
            if not closed or (index == opened and tokens[index - 1].text != ","):
                return last
            goes_on = any(_separates(tokens, at) for at in range(index + 1, last))
            end = index - 1 if index == opened else index
            return end if goes_on else last
        index = tokens.skip(index, last) + 1
    return last


def _separates(tokens: TokenRange, index: int) -> bool:
    """Whether a comma or a joining word stands at ``index``."""
    token = tokens[index]
    return token.text in _COMMAS or token.lower in tokens.lexicon.conjunctions


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
        named = index > item[0] and tokens[index].is_capitalised  # "Rumah Tidak Layak Huni"
        if tokens.is_predicate(index) and not named:
            return index
        index = tokens.skip(index, last) + 1
    return None


def _outweighs(items: Sequence[Range]) -> bool:
    """Whether the first item is far longer than the others: what they are parallel to is in it."""
    lengths = [last - first for first, last in items]
    return lengths[0] * (len(items) - 1) > 2 * sum(lengths[1:])


def _is_clause(tokens: TokenRange, item: Range, predicate: int | None, *, loose: bool) -> bool:
    """Whether an item between the first and the last is a clause with its own predicate."""
    lexicon = tokens.lexicon
    first = tokens[item[0]]
    if first.lower in lexicon.subjects:
        return True
    if predicate is None:
        return False
    if predicate == item[0]:
        return loose or first.lower in lexicon.predicates
    subject = tokens[predicate - 1]
    named = subject.is_capitalised or subject.lower in lexicon.demonstratives
    return named or tokens[predicate].lower in lexicon.predicates


def _goes_inside(tokens: TokenRange, items: Sequence[Range]) -> bool:
    """Whether the list stands inside a modifier that the first item has and no other.

    ``gerai yang ada di Jakarta, Bogor, dan Depok``.
    """
    lexicon = tokens.lexicon
    if all(any(tokens[index].is_number for index in range(*item)) for item in items):
        return False  # "Rp 2 miliar untuk Sape, Wera Rp 1 miliar, dan Lambu Rp 3 miliar"
    binding = lexicon.modifiers | lexicon.tails
    first, last = items[0]
    at = next((i for i in range(first + 1, last) if tokens[i].lower in binding), None)
    if at is None or any(
        tokens[index].lower == tokens[at].lower for item in items[1:] for index in range(*item)
    ):
        return False
    heads = [tokens[item[0]] for item in items[1:]]
    inside = range(at + 1, last)
    if any(cue_at(tokens, index) is not None for index in inside):
        return True
    words = {tokens[index].lower for index in inside}
    if any(head.lower in words for head in heads):
        return True
    named = any(tokens[index].is_capitalised for index in inside)
    return (
        named and tokens[first].text.islower() and all(head.is_capitalised for head in heads[:-1])
    )
