"""Where the last item of a candidate may end, and what speaks for each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from summarize.findings.lists.cue_evidence import Announcement, has_verb_before
from summarize.findings.lists.item_evidence import has_predicate, median
from summarize.findings.lists.token_range import Range, TokenRange

_ENDS = 4  # places where the last item may end
_DASHES = frozenset(("–", "—", "--"))
_CLOSED = frozenset(("modifier", "preposition", "purpose"))  # kinds of few words, each by itself


class _Others(NamedTuple):
    """What the other items are like beside the last one."""

    words: frozenset[str]
    kinds: frozenset[str]
    names: bool
    clause: bool
    usual: float
    longest: int
    verb_before: bool


def _others(announcement: Announcement, items: Sequence[Range]) -> _Others:
    tokens, others = announcement.tokens, items[:-1]
    words = [tokens[index] for item in others for index in range(*item)]
    kinds = (_kind(tokens, index) for item in others for index in range(item[0] + 1, item[1]))
    lengths = [last - first for first, last in others]
    return _Others(
        words=frozenset(token.lower for token in words),
        kinds=frozenset(kinds) - {""},
        names=all(t.capital or not t.is_word or t.is_number for t in words),
        clause=any(has_predicate(tokens, item) for item in others),
        usual=median(lengths),
        longest=max(lengths),
        verb_before=has_verb_before(announcement),
    )


def find_ends(
    announcement: Announcement, items: Sequence[Range]
) -> Iterator[tuple[int, dict[str, float]]]:
    """Where the last item may end, and what that says."""
    tokens = announcement.tokens
    first, last = items[-1]
    others = _others(announcement, items)
    inside: dict[str, float] = {}
    ends, index = 0, first + 1
    while index < last and ends < _ENDS:
        kind = _kind(tokens, index) or (others.names and _behind_name(tokens, index)) or ""
        if kind:
            word = tokens[index].lower
            known = " as before" if kind in others.kinds or word in others.words else ""
            told = [f"end: {kind}{known}", *_beside(others, kind, word, known)]
            here = {"tail": log(last - index), **_lengths(others, index - first)}
            yield index, dict.fromkeys(told, 1.0) | here | inside
            ends += 1
            inside |= dict.fromkeys(_inside(others, kind, word, known), 1.0)
        index = tokens.skip(index, last) + 1
    yield last, _lengths(others, last - first) | inside


def _beside(others: _Others, kind: str, word: str, known: str) -> Iterator[str]:
    """What an end before a word of this kind says, beside the other items and the clause."""
    if not known and kind in _CLOSED:
        yield f"end: {word}"
    if others.verb_before:
        yield f"end: {kind}, verb before"
    if others.clause:
        yield f"end: {kind}, clauses"
    if others.names:
        yield "end: among names"


def _inside(others: _Others, kind: str, word: str, known: str) -> Iterator[str]:
    """What it says that the item goes on behind such a word."""
    yield f"goes on: {kind}{known}"
    if not known and kind in _CLOSED:
        yield f"goes on: {word}"
    if others.names:
        yield "goes on among names"


def _lengths(others: _Others, words: int) -> dict[str, float]:
    """How long the last item is beside the others."""
    ratio = log(words / others.usual)
    return {
        "last longer": max(0.0, ratio),
        "last shorter": max(0.0, -ratio),
        "last longest": float(words > others.longest + 2),
    }


def _kind(tokens: TokenRange, index: int) -> str:
    """What the word is at which the last item may end; nothing where it may not."""
    token, lexicon = tokens[index], tokens.lexicon
    word = token.lower
    if word in _DASHES:
        return "dash"
    if not token.is_word or token.capital:
        return ""
    if word in lexicon.modifiers:
        return "purpose" if _is_purpose(tokens, index) else "modifier"
    kinds = (
        ("conjunction", word in lexicon.clauses or word in lexicon.stops),
        ("predicate", word in lexicon.predicates),
        ("verb", lexicon.is_verb(token)),
        ("preposition", word in lexicon.tails or word in lexicon.openers),
    )
    return next((kind for kind, holds in kinds if holds), "")


def _is_purpose(tokens: TokenRange, index: int) -> bool:
    """Whether a clause of purpose begins there: ``untuk mengawasi pasar``."""
    behind, lexicon = index + 1, tokens.lexicon
    verb = behind < len(tokens) and lexicon.is_verb(tokens[behind])
    return verb and tokens[index].lower in lexicon.tails


def _behind_name(tokens: TokenRange, index: int) -> str:
    """Whether a word that is no part of a name stands behind one."""
    token, before = tokens[index], tokens[index - 1]
    named = before.capital or before.is_number or before.text == ")"
    lower = token.text[0].islower() and not token.text[-1].isdecimal()
    return "word" if named and lower and token.lower not in tokens.lexicon.particles else ""
