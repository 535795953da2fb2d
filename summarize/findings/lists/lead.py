"""The noun phrase that names what is listed."""

from __future__ import annotations

from summarize.findings.lists.cues import Count, Cue
from summarize.findings.lists.token_range import TokenRange
from summarize.models import Span

_LONGEST = 12  # words of a lead that no number opens
_MARKS = {",", ";", ":", ".", "(", "–", "—", "“", '"'}


def find_lead(tokens: TokenRange, cue: Cue, count: Count | None, start: int) -> Span | None:
    """From the number, or the clause's last noun phrase, up to the cue."""
    if count is not None:
        first, last = count.first, count.last
    else:
        last = cue.first
        while last > start and tokens[last - 1].text in _MARKS:
            last -= 1
        first = _phrase_start(tokens, start, last)
    while last > first and tokens[last - 1].lower in tokens.lexicon.modifiers:
        last -= 1
    return tokens.span((first, last)) if last > first else None


def _phrase_start(tokens: TokenRange, start: int, last: int) -> int:
    """Where the noun phrase before ``last`` begins: at a quantifier, or behind a verb or mark."""
    lexicon = tokens.lexicon
    first = last
    while first > max(start, last - _LONGEST):
        if tokens[first - 1].lower in lexicon.quantifiers:
            return first - 1
        if _ends_before(tokens, first, last):
            break
        first -= 1
    while first < last and (
        not tokens[first].is_word
        or tokens[first].lower in lexicon.openers
        or tokens[first].lower in lexicon.articles
        or tokens[first].lower in lexicon.predicates
    ):
        first += 1
    return first


def _ends_before(tokens: TokenRange, first: int, last: int) -> bool:
    """Whether what stands before ``first`` is not of the noun phrase: a mark, a verb, a cue."""
    before, lexicon = tokens[first - 1], tokens.lexicon
    if before.text in _MARKS and not _is_apposition(tokens, first, last, before.text):
        return True
    relative = first > 1 and tokens[first - 2].lower in lexicon.modifiers
    return before.lower in lexicon.cue_words or (tokens.is_predicate(first - 1) and not relative)


def _is_apposition(tokens: TokenRange, first: int, last: int, mark: str) -> bool:
    """Whether what stands between the comma and the cue is only a name: ``Bandung, Jawa Barat``."""
    words = tokens[first:last]
    return mark == "," and 0 < len(words) < 4 and all(word.capital for word in words)
