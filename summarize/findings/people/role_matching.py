"""Whether two roles can be the same one: "Mentan" and "Menteri Pertanian RI"."""

from __future__ import annotations

from functools import lru_cache

from summarize.languages import Language
from summarize.patterns import pattern
from summarize.text.lexicon import Lexicon, is_misspelt, load_lexicon

_WORD = pattern(r"[^\W_]+(?:-[^\W_]+)*")


def role_matches(a: str, b: str, language: Language) -> bool:
    """Whether two roles can be the same one, the shorter a part of the longer.

    >>> from summarize.languages import load
    >>> role_matches("Mentan", "Menteri Pertanian RI", load("id"))
    True
    >>> role_matches("Sekda", "Bupati Sanggau", load("id"))
    False
    """
    first, second = _expand(a, language.code), _expand(b, language.code)
    if not first or not second:
        return False
    if len(first) > len(second):
        first, second = second, first
    rest = set(second)
    return first[0] == second[0] and all(word in rest for word in first)


@lru_cache(maxsize=1024)
def _expand(role: str, code: str) -> tuple[str, ...]:
    """The words of a role, abbreviations written out; every two of a release are compared."""
    lexicon = load_lexicon(code)
    written = [_corrected(word, lexicon) for word in _WORD.findall(role.lower())]
    words = " ".join([lexicon.role_abbreviations.get(word, word) for word in written])
    return tuple([word for word in words.split() if word not in lexicon.skipped_in_roles])


def _corrected(word: str, lexicon: Lexicon) -> str:
    """A misspelt word for a role as it is spelt: "bupatio"."""
    if word in lexicon.role_heads or not is_misspelt(word, lexicon.long_role_heads):
        return word
    return next(h for h in sorted(lexicon.long_role_heads) if is_misspelt(word, frozenset((h,))))
