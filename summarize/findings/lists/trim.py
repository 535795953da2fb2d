"""What does not belong to an item: the preposition before the first, the clause after the last."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.lists.token_range import Range, Stretch

_MARKS = {",", ";", ":", ".", "-", "–", "—", "--", "…", "!", "?"}
_LONGER = 2  # words by which an item that has swallowed a clause is longer than the others
_DASHES = {"–", "—", "--"}
_NEAR = 2  # words behind a preposition that belong to it: "Kepala Dinas di tujuh kabupaten"


def trim_items(stretch: Stretch, items: Sequence[Range], *, subject: bool) -> list[Range]:
    """The items without outer marks, opening preposition and trailing clause; empty ones go.

    ``subject`` says that the list stands in the subject of its clause, so that a predicate follows.
    """
    found = [item for item in (bare_item(stretch, item) for item in items) if item]
    if len(found) < 2:
        return found
    found[0] = _without_opener(stretch, found)
    found[-1] = _without_clause(stretch, found, subject)
    ends = (bare_item(stretch, found[0]), bare_item(stretch, found[-1]))
    found = [item for item in (ends[0], *found[1:-1], ends[1]) if item]
    if found and _is_etcetera(stretch, found[-1]):
        found.pop()
    return found


def _is_etcetera(stretch: Stretch, item: Range) -> bool:
    """Whether the item says only that there are more: ``lain-lain``."""
    words = " ".join(token.lower for token in stretch.tokens[item[0] : item[1]])
    return words in stretch.grammar.etcetera


def bare_item(stretch: Stretch, item: Range) -> Range | None:
    """The item without the marks around it; quotation marks go when they embrace all of it."""
    tokens, partners = stretch.tokens, stretch.partners
    first, last = item
    while True:
        while first < last and tokens[first].text in _MARKS:
            first += 1
        while first < last and (
            tokens[last - 1].text in _MARKS or tokens[last - 1].text in stretch.grammar.conjunctions
        ):
            last -= 1
        if last - first >= 2 and partners[first] == last - 1:
            first, last = first + 1, last - 1
        elif (hole := _hole_before(stretch, first, last)) < last:
            last = hole
        else:
            break
    while first < last and not tokens[first].is_word and partners[first] < 0:
        first += 1
    while first < last and not tokens[last - 1].is_word and partners[last - 1] < 0:
        last -= 1
    return (first, last) if first < last else None


def _hole_before(stretch: Stretch, first: int, last: int) -> int:
    """Where empty brackets at the item's end begin: ``layanan menengah (,)``; else ``last``."""
    if last <= first or stretch.tokens[last - 1].text != ")":
        return last
    opened = stretch.partners[last - 1]
    if opened < first or any(token.is_word for token in stretch.tokens[opened:last]):
        return last
    return opened


def _without_opener(stretch: Stretch, items: Sequence[Range]) -> Range:
    first, last = items[0]
    tokens = stretch.tokens
    shared = {tokens[item[0]].lower for item in items[1:]}
    while (
        last - first > 1
        and tokens[first].lower not in shared
        and (
            tokens[first].lower in stretch.grammar.openers
            or tokens[first].lower in stretch.grammar.ordinals
            or tokens[first].text == ","
        )
    ):
        first += 1
    return first, last


def _without_clause(stretch: Stretch, items: Sequence[Range], subject: bool) -> Range:
    """The last item up to where a clause begins that no earlier item has the like of."""
    tokens, grammar = stretch.tokens, stretch.grammar
    first, last = items[-1]
    if all(tokens[end - 1].text == ")" for _, end in items):
        return first, last  # "Sape (3,1), Wera (2,9), dan Desa Ranu di Lambu (2,7)"
    earlier = [tokens[i] for item in items[:-1] for i in range(*item)]
    words = {token.lower for token in earlier}
    names = (tokens[first].is_capitalised or tokens[first].is_number) and all(
        token.is_capitalised or not token.is_word or token.is_number for token in earlier
    )
    longer = last - first > max(end - start for start, end in items[:-1]) + _LONGER
    predicates = any(grammar.is_predicate(token) for token in earlier)
    actions = any(grammar.is_action(tokens[start]) for start, _ in items)
    index = first + 1
    while index < last:
        token = tokens[index]
        if stretch.skip(index, last) > index:
            index = stretch.skip(index, last) + 1
            continue
        if names and _goes_on_lower(stretch, index):
            break
        if token.lower in grammar.clauses and token.lower not in words:
            break
        if not actions and _is_purpose(stretch, index, last) and token.lower not in words:
            break
        if longer and token.lower in grammar.tails and token.lower not in words and not predicates:
            break
        ends = grammar.is_predicate(token) if subject else token.lower in grammar.predicates
        if ends and not predicates and not _is_modifier(stretch, first, index):
            break
        if token.text in _DASHES and token.text not in words:
            break
        index += 1
    return first, index


def _is_purpose(stretch: Stretch, index: int, last: int) -> bool:
    """Whether a clause of purpose begins there: ``untuk mengawasi pasar``."""
    word = stretch.tokens[index].lower
    return (
        index + 1 < last
        and word in stretch.grammar.tails
        and word in stretch.grammar.modifiers
        and stretch.grammar.is_verb(stretch.tokens[index + 1])
    )


def _goes_on_lower(stretch: Stretch, index: int) -> bool:
    """Whether a word that is no part of a name stands there: not ``Presiden ke-7``."""
    token, before = stretch.tokens[index], stretch.tokens[max(0, index - _NEAR) : index]
    return (
        token.text.islower()
        and not any(word.lower in stretch.grammar.openers for word in before)
        and not token.text[-1].isdecimal()
        and token.lower not in stretch.grammar.particles
    )


def _is_modifier(stretch: Stretch, first: int, index: int) -> bool:
    """Whether the verb at ``index`` stands in a relative clause of the item itself."""
    return (
        any(token.lower in stretch.grammar.modifiers for token in stretch.tokens[first:index])
        or stretch.tokens[index - 1].lower in stretch.grammar.conjunctions
    )


def clause_end(stretch: Stretch, first: int, last: int) -> int:
    """Where the clause from ``first`` on ends: before a closing quotation mark or an attribution.

    Also before a full stop and comma, which releases that lost a line break have in a row.
    """
    index = first
    while index < last:
        if index > first and stretch.closes_earlier(index, first):
            return index
        skipped = stretch.skip(index, last)
        if skipped > index:
            index = skipped + 1
            continue
        mark = stretch.tokens[index].text
        if index + 1 < last and (
            (mark == "," and stretch.is_attribution(index + 1))
            or (mark == "." and stretch.tokens[index + 1].text == ",")
        ):
            return index
        index += 1
    return last
