"""Honorifics and ranks before a name: "Dr. Ir. H.", "Komisaris Besar Polisi", "Kolonel (Mar)"."""

from __future__ import annotations

from summarize.text.lexicon import bare, is_honorific_word
from summarize.text.names import TaggedSentence, close_bracket


def is_honorific(sentence: TaggedSentence, i: int) -> bool:
    """Whether token ``i`` is an honorific, a rank, or the full stop of one."""
    lexicon = sentence.lexicon
    if not 0 <= i < len(sentence.tokens):
        return False
    token = sentence.tokens[i]
    if token.text == "K.":
        return i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].text == "H."
    if token.text == ".":
        return i > 0 and bare(sentence.tokens[i - 1].lower) in lexicon.honorifics
    region = i > 0 and f"{sentence.tokens[i - 1].lower} {token.lower}" in lexicon.regions.kinds
    return is_honorific_word(token.lower, lexicon) and not region  # "Bupati Gunung Mas"


def is_rank(sentence: TaggedSentence, i: int) -> bool:
    """Whether a rank of two words begins at token ``i``: "Komisaris Besar"."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    if not 0 <= i < len(tokens) - 1 or tokens[i].lower not in lexicon.rank_heads:
        return False
    return f"{tokens[i].lower} {tokens[i + 1].lower}" in lexicon.ranks


def skip_honorifics(sentence: TaggedSentence, start: int) -> int:
    """The token after the honorifics and ranks that begin at ``start``: "Kompol", "Dr. Ir. H."."""
    j, n = start, len(sentence.tokens)
    ranked = j < n and sentence.tokens[j].lower in sentence.lexicon.rank_heads
    if not ranked and not is_honorific(sentence, j):
        return start  # behind none, as nearly every word is
    while j < n:
        if is_rank(sentence, j):
            j += 2
            while j < n and sentence.tokens[j].lower in sentence.lexicon.rank_parts:
                j += 1
        elif is_honorific(sentence, j) and (j > start or sentence.tokens[j].text != "."):
            j += 1
        elif j > start and (close := _behind_short_bracket(sentence, j)):
            j = close
        else:
            break
    return j


def _behind_short_bracket(sentence: TaggedSentence, j: int) -> int | None:
    """The token after a bracket with one word in it: "(Purn)", "(Mar)"."""
    if sentence.tokens[j].text != "(" or j + 2 >= len(sentence.tokens):
        return None
    close = close_bracket(sentence, j)
    return close if close is not None and close - j <= 3 else None
