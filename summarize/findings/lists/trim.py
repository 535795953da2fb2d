"""What does not belong to an item: the preposition before the first, the clause after the last."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.lists.token_range import Range, TokenRange

_MARKS = {",", ";", ":", ".", "-", "–", "—", "--", "…", "!", "?"}
_CURRENCIES = frozenset("$€£¥₹")


def bare_items(tokens: TokenRange, items: Sequence[Range]) -> list[Range]:
    """The items without outer marks and the preposition before the first; empty ones go.

    So does a last one that says only that there are more: ``lain-lain``.
    """
    found = [item for item in (bare_item(tokens, item) for item in items) if item]
    if len(found) > 1:
        found[0] = _without_opener(tokens, found)
        if _says_others(tokens, found[-1]):
            found.pop()
    return found


def _says_others(tokens: TokenRange, item: Range) -> bool:
    """Whether the item says only that there are more: ``lain-lain``, ``beberapa nama lain``."""
    words = [token.lower for token in tokens[slice(*item)]]
    lexicon = tokens.lexicon
    counts = words[0] in lexicon.quantifiers and words[-1] in lexicon.etcetera
    return counts or " ".join(words) in lexicon.etcetera


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
    token = tokens[index]
    return not token.is_word and tokens.partners[index] < 0 and token.text not in _CURRENCIES


def _hole_before(tokens: TokenRange, first: int, last: int) -> int:
    """Where empty brackets at the item's end begin: ``layanan menengah (,)``; else ``last``."""
    if last <= first or tokens[last - 1].text != ")":
        return last
    opened = tokens.partners[last - 1]
    if opened < first or any(token.is_word for token in tokens[opened:last]):
        return last
    return opened


def _without_opener(tokens: TokenRange, items: Sequence[Range]) -> Range:
    """The first item without the preposition or ordinal before it that no other item has."""
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
