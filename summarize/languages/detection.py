"""Which language a text is in, by its function words."""

from __future__ import annotations

from summarize.languages import CODES, load
from summarize.patterns import pattern

_WORD = pattern(r"\w+")
_SAMPLE = 20_000  # characters; the language of a release shows in its first sentences


def detect(text: str) -> str:
    """The code of the language whose function words are most frequent; ``id`` when unsure.

    >>> detect("The minister said that the bridge will be opened.")
    'en'
    >>> detect("Menteri mengatakan bahwa jembatan itu akan dibuka.")
    'id'
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    counts = {
        code: sum(map(load(code).terms("function_words").__contains__, words)) for code in CODES
    }
    return max(CODES, key=lambda code: counts[code])
