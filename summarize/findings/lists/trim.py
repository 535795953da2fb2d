"""What does not belong to an item: the preposition before the first, the clause after the last."""

from __future__ import annotations

from collections.abc import Sequence

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
    partners = tokens.partners
    first, last = item
    while True:
        while first < last and tokens[first].text in _MARKS:
            first += 1
        while first < last and (
            tokens[last - 1].text in _MARKS or tokens[last - 1].text in tokens.lexicon.conjunctions
        ):
            last -= 1
        if last - first >= 2 and partners[first] == last - 1:
            first, last = first + 1, last - 1
        elif (hole := _hole_before(tokens, first, last)) < last:
            last = hole
        else:
            break
    while first < last and not tokens[first].is_word and partners[first] < 0:
        first += 1
    while first < last and not tokens[last - 1].is_word and partners[last - 1] < 0:
        last -= 1
    return (first, last) if first < last else None


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
    lexicon = tokens.lexicon
    first, last = items[-1]
    if all(tokens[end - 1].text == ")" for _, end in items):
        return first, last  # "Sape (3,1), Wera (2,9), dan Desa Ranu di Lambu (2,7)"
    earlier = [tokens[i] for item in items[:-1] for i in range(*item)]
    words = {token.lower for token in earlier}
    names = (tokens[first].is_capitalised or tokens[first].is_number) and all(
        token.is_capitalised or not token.is_word or token.is_number for token in earlier
    )
    longer = last - first > max(end - start for start, end in items[:-1]) + _LONGER
    predicates = any(lexicon.is_predicate(token) for token in earlier)
    actions = any(lexicon.is_action(tokens[start]) for start, _ in items)
    index = first + 1
    while index < last:
        token = tokens[index]
        if tokens.skip(index, last) > index:
            index = tokens.skip(index, last) + 1
            continue
        if names and _goes_on_lower(tokens, index):
            break
        if token.lower in lexicon.clauses and token.lower not in words:
            break
        if not actions and _is_purpose(tokens, index, last) and token.lower not in words:
            break
        if longer and token.lower in lexicon.tails and token.lower not in words and not predicates:
            break
        ends = lexicon.is_predicate(token) if subject else token.lower in lexicon.predicates
        if ends and not predicates and not _is_modifier(tokens, first, index):
            break
        if token.text in _DASHES and token.text not in words:
            break
        index += 1
    return first, index


def _is_purpose(tokens: TokenRange, index: int, last: int) -> bool:
    """Whether a clause of purpose begins there: ``untuk mengawasi pasar``."""
    word = tokens[index].lower
    return (
        index + 1 < last
        and word in tokens.lexicon.tails
        and word in tokens.lexicon.modifiers
        and tokens.lexicon.is_verb(tokens[index + 1])
    )


def _goes_on_lower(tokens: TokenRange, index: int) -> bool:
    """Whether a word that is no part of a name stands there: not ``Presiden ke-7``."""
    token, before = tokens[index], tokens[max(0, index - _NEAR) : index]
    return (
        token.text.islower()
        and not any(word.lower in tokens.lexicon.openers for word in before)
        and not token.text[-1].isdecimal()
        and token.lower not in tokens.lexicon.particles
    )


def _is_modifier(tokens: TokenRange, first: int, index: int) -> bool:
    """Whether the verb at ``index`` stands in a relative clause of the item itself."""
    return (
        any(token.lower in tokens.lexicon.modifiers for token in tokens[first:index])
        or tokens[index - 1].lower in tokens.lexicon.conjunctions
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
