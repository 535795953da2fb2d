"""Whether a role begins at a word, and where its head ends: "Plt. Kepala", "Wali Kota"."""

from __future__ import annotations

from summarize.findings.people.role_words import opens_pair
from summarize.patterns import pattern
from summarize.text.lexicon import is_misspelt
from summarize.text.names import TaggedSentence
from summarize.text.word_classes import NAME_LIKE, WordClass

_CAMEL = pattern(r"[A-Z][a-z]{3,}(?=[A-Z])")
_TRAIN = "KA"  # "KA Blambangan"; "Ka Barantan" is a head
_LEAST_SHORT = 6  # letters of a short form in lower case
_MOST_PREFIXES = 4  # tokens before a head
_LONGEST_ORGANIZATION = 3  # words of an organization's name before the role in it


def may_begin(sentence: TaggedSentence, i: int) -> bool:
    """Whether a role may begin with a word: one of a role, or written in an unusual way."""
    token, lexicon = sentence.tokens[i], sentence.lexicon
    also_name = sentence.classes[i] in NAME_LIKE and token.lower in lexicon.roles_also_names
    if also_name and not opens_pair(sentence, i):
        return False  # "Lukman Hakim Saifuddin", but "Imam Besar"
    if token.lower in lexicon.role_heads or lexicon.is_role_short_form(token.lower):
        return True
    return _is_misspelt(sentence, i) or (token.capital and not token.text.istitle())


def head_end(sentence: TaggedSentence, i: int) -> int | None:
    """The token after the word that makes a role of what begins at ``i``."""
    tokens, roles = sentence.tokens, sentence.lexicon.roles
    j = _after_prefixes(sentence, i)
    followed = j < len(tokens) and tokens[j].lower in roles
    if j > i + 1 and not followed and opens_pair(sentence, j - 2):
        return j  # "Chief Executive": two prefixes
    if length := _head_length(sentence, j):
        return j + length
    if j > i and tokens[j - 1].lower in roles and tokens[j - 1].capital:
        return j  # "Deputy for International Cooperation": both a prefix and a role
    return j if _ends_in_short_form(sentence, i, j) else None


def _ends_in_short_form(sentence: TaggedSentence, i: int, j: int) -> bool:
    """Whether the last of the prefixes is a role by itself: "Plt Nusirwan", "Pj. Hadi"."""
    last = j - 2 if j - i > 1 and sentence.tokens[j - 1].text == "." else j - 1
    token = sentence.tokens[last]
    return last >= i and token.capital and token.lower in sentence.lexicon.role_abbreviations


def _after_prefixes(sentence: TaggedSentence, i: int) -> int:
    """The token after the prefixes of a head: "Plt.", "Pelaksana Tugas"."""
    tokens, j = sentence.tokens, i
    limit = min(len(tokens), i + _MOST_PREFIXES)
    while j < limit and tokens[j].lower in sentence.lexicon.role_prefixes:
        j += 1
        if j < len(tokens) and (tokens[j].text == "." or opens_pair(sentence, j - 1)):
            j += 1
    return j


def _head_length(sentence: TaggedSentence, j: int) -> int:
    """How many words from token ``j`` on are the head of a role."""
    if j >= len(sentence.tokens):
        return 0
    if opens_pair(sentence, j):
        return 2
    listed = sentence.tokens[j].lower in sentence.lexicon.roles
    return listed or _is_glued(sentence, j) or _is_misspelt(sentence, j) or _is_short(sentence, j)


def _is_short(sentence: TaggedSentence, i: int) -> bool:
    """Whether a word is the short form of a role: "Kasatreserse"."""
    token = sentence.tokens[i]
    if token.text == _TRAIN or not sentence.lexicon.is_role_short_form(token.lower):
        return False
    return token.capital or len(token.text) >= _LEAST_SHORT


def _is_misspelt(sentence: TaggedSentence, i: int) -> bool:
    """Whether a capitalised word is a role with one wrong letter: "Bupatio Sanggau"."""
    token = sentence.tokens[i]
    if not token.capital or sentence.classes[i] is not WordClass.NEVER:
        return False
    return is_misspelt(token.lower, sentence.lexicon.long_role_heads)


def _is_glued(sentence: TaggedSentence, i: int) -> bool:
    """Whether a role and the next word lost the space between them: "CamatEntikong"."""
    match = _CAMEL.match(sentence.tokens[i].text)
    return match is not None and match.group().lower() in sentence.lexicon.roles


def is_blocked(sentence: TaggedSentence, i: int) -> bool:
    """Whether what stands before makes the role part of another thing.

    ``Kantor Gubernur``, ``Dewan Pertimbangan Presiden``.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if i and tokens[i - 1].lower in lexicon.role_blockers:
        return True
    for k in range(i - 1, max(-1, i - 1 - _LONGEST_ORGANIZATION), -1):
        if not tokens[k].capital:
            return False
        if tokens[k].lower in lexicon.organization_words:
            if lexicon.rules.modifiers_first:
                return False  # "Farm Service Agency Administrator"
            return k == i - 1 or not tokens[k].text.isupper()
        if sentence.classes[k] in NAME_LIKE or sentence.classes[k] is WordClass.REGION:
            return False
    return False
