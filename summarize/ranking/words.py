"""The words that ranking counts: lower case, with numbers, dates and acronyms kept whole."""

from __future__ import annotations

from sys import intern

from summarize.patterns import pattern

_WORD = pattern(r"\w+(?:[-./,:]\w+)*")


def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text`` in order.

    >>> words_of("Rapat K/L/D (30/6/2020) dibuka pukul 09.00.")
    ('rapat', 'k/l/d', '30/6/2020', 'dibuka', 'pukul', '09.00')
    """
    return tuple(map(intern, _WORD.findall(text.lower())))  # a long text has few words, often
