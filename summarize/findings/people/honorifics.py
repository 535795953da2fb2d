"""Honorifics and ranks before a name: "Dr. Ir. H.", "Komisaris Besar Polisi", "Kolonel (Mar)"."""

from __future__ import annotations

from summarize.text.lexicon import Lexicon, bare, is_honorific_word
from summarize.text.names import Reading

_BRACKET = 8  # tokens in a bracket


def is_honorific(reading: Reading, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` is an honorific, a rank, or the full stop of one."""
    if not 0 <= i < len(reading.tokens):
        return False
    token = reading.tokens[i]
    if token.text == "K.":
        return i + 1 < len(reading.tokens) and reading.tokens[i + 1].text == "H."
    if token.text == ".":
        return i > 0 and bare(reading.tokens[i - 1].lower) in lexicon.honorifics
    return is_honorific_word(token.lower, lexicon)


def is_rank(reading: Reading, i: int, lexicon: Lexicon) -> bool:
    """Whether a rank of two words begins at token ``i``: "Komisaris Besar"."""
    tokens = reading.tokens
    if not 0 <= i < len(tokens) - 1 or tokens[i].lower not in lexicon.rank_heads:
        return False
    return f"{tokens[i].lower} {tokens[i + 1].lower}" in lexicon.ranks


def skip_honorifics(reading: Reading, start: int, lexicon: Lexicon) -> int:
    """The token after the honorifics and ranks that begin at ``start``: "Kompol", "Dr. Ir. H."."""
    j, n = start, len(reading.tokens)
    while j < n:
        if is_rank(reading, j, lexicon):
            j += 2
            while j < n and reading.tokens[j].lower in lexicon.rank_parts:
                j += 1
        elif is_honorific(reading, j, lexicon) and (reading.tokens[j].text != "." or j > start):
            j += 1
        elif reading.tokens[j].text == "(" and j > start and j + 2 < n:
            close = close_bracket(reading, j)
            if close is None or close - j > 3:  # "(Purn)", "(Mar)"
                break
            j = close
        else:
            break
    return j


def close_bracket(reading: Reading, j: int) -> int | None:
    """The token after the bracket that opens at ``j``, None if it is long or never closes."""
    for k in range(j + 1, min(j + _BRACKET, len(reading.tokens))):
        if reading.tokens[k].text == ")":
            return k + 1
    return None
