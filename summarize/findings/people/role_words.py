"""The words inside a role: its fields, its links, and what it goes on with behind them."""

from __future__ import annotations

from summarize.findings.people.name_spans import name_at
from summarize.patterns import pattern
from summarize.text.lexicon import Lexicon, is_acronym
from summarize.text.names import TaggedSentence, close_bracket
from summarize.text.short_forms import spelled_from
from summarize.text.tokens import POSSESSIVE, Token
from summarize.text.word_classes import FIRM_NAMES, NAME_LIKE, NO_NAMES, NOT_NAMES, WordClass

_VERB = pattern(r"(?:me|di|ber|ter)[a-z]{3,}|(?!pe|kebi)[a-z]{1,30}kan|[a-z]{1,30}(?:nya|lah|pun)")
_LONGEST_FIELD = 3  # words in lower case in the midst of an Indonesian role
_LONGEST_SHORT = 5  # tokens of a short form with its brackets
_LONGEST_TAIL = 8  # tokens of an English role in lower case: "head of the clinic"
_LONGEST_LIST = 12  # tokens between a comma and the "dan" of what a role is of


def is_shortened(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether a bracket shortens capitalised words to their last: "Suku Dayak Meratus (KSDM)"."""
    if stop >= len(sentence.tokens) or sentence.tokens[stop].text != "(":
        return False
    close = close_bracket(sentence, stop)
    if close is None or close - stop > _LONGEST_SHORT:
        return False
    if not NO_NAMES.issuperset(sentence.classes[stop + 1 : close - 1]):
        return False  # "Joko Widodo (Jokowi)"
    words = [token.lower for token in sentence.tokens[start:stop]]
    short = "".join(token.lower for token in sentence.tokens[stop + 1 : close - 1])
    letters = "".join(letter for letter in short if letter.isalnum())
    spelled, shorter = spelled_from(letters, words), spelled_from(letters, words[:-1])
    return next(spelled, None) is not None and next(shorter, None) is None


def joins(sentence: TaggedSentence, j: int, end: int) -> bool:
    """Whether a word or a mark inside a role stands at ``j``.

    ``Gabungan Importir Nasional atau GINSI``, ``Menteri PPN/Kepala Bappenas``, ``Director at the
    United Nations Children's Fund``.
    """
    token = sentence.tokens[j]
    if token.text == "/":
        return is_capital(sentence, j + 1)
    if token.text in sentence.lexicon.or_in_roles:
        return _is_other_name(sentence, j + 1)
    if token.text == ",":
        return _listed(sentence, j)
    linked = _links(token, sentence.lexicon) or (token.text in POSSESSIVE and end == j)
    return linked and goes_on(sentence, j + 1)


def is_capital(sentence: TaggedSentence, i: int) -> bool:
    return i < len(sentence.tokens) and sentence.tokens[i].capital


def is_firm_stop(sentence: TaggedSentence, i: int) -> bool:
    """Whether the full stop of a firm's form stands there: "PT. Bank Tani", "Laut Biru Tbk. Rian".

    A capital follows it, and no role: then it rather ends what was said.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if not i or tokens[i].text != "." or not is_capital(sentence, i + 1):
        return False
    firm = tokens[i - 1].lower in lexicon.firm_forms | lexicon.firm_starts
    return firm and tokens[i + 1].lower not in lexicon.role_heads


def _is_other_name(sentence: TaggedSentence, i: int) -> bool:
    """Whether the acronym of an organization stands behind "atau"."""
    return (
        i < len(sentence.tokens)
        and is_acronym(sentence.tokens[i])
        and sentence.classes[i] not in FIRM_NAMES
    )


def field_end(sentence: TaggedSentence, start: int) -> int:
    """Where words in lower case end that say what a role is of; ``start`` if none do.

    ``Praktisi digital forensik Ruby Alamsyah``, ``Pengamat telekomunikasi dari ITB, Ian``: only
    where a capital or the comma before a name follows.
    """
    lexicon = sentence.lexicon
    tokens, k = sentence.tokens, start
    while k < min(start + _LONGEST_FIELD, len(tokens)) and is_field(tokens[k], lexicon):
        k += 1
    if k == start or k >= len(tokens):
        return start
    named = tokens[k].text == "," and name_at(sentence, k + 1, strict=True)
    linked = tokens[k].lower in lexicon.role_loose_links and goes_on(sentence, k + 1)
    return k if tokens[k].capital or named or linked else start


def is_field(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word in lower case can be a noun or an adjective of a role."""
    word = token.text
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 3
        and word not in lexicon.not_role_fields
        and word not in lexicon.role_heads
        and (word in lexicon.nouns_like_verbs or not _VERB.fullmatch(word))
    )


def plain_tail(sentence: TaggedSentence, start: int) -> int:
    """Where ``(head) of the clinic in Zagreb``, ended by a comma or a stop, ends; or ``start``."""
    tokens = sentence.tokens
    if start + 1 >= len(tokens) or tokens[start].text not in sentence.lexicon.field_links:
        return start
    if tokens[start].text == "for" and tokens[start + 1].lower in sentence.lexicon.function_words:
        return start  # "director for the past ten years"
    for k in range(start + 1, min(start + _LONGEST_TAIL, len(tokens))):
        if tokens[k].text in ",.;)":
            return k if k > start + 1 else start
        if k > start + 2 and _ends_tail(sentence, k):
            return k
        if not tokens[k].text[0].isalpha():
            break
    return start


def _ends_tail(sentence: TaggedSentence, k: int) -> bool:
    """Whether a verb or a day stands there: "chair of the council | opened", "| on Monday"."""
    tokens, words = sentence.tokens, sentence.lexicon.function_words
    day = k + 1 < len(tokens) and tokens[k + 1].capital and tokens[k + 1].lower in words
    return day or (tokens[k].text.endswith("ed") and tokens[k - 1].lower not in words)


def goes_on(sentence: TaggedSentence, j: int) -> bool:
    """Whether a role goes on behind a link: with a capital, or links and then one."""
    lexicon = sentence.lexicon
    for token in sentence.tokens[j : j + 3]:
        if token.capital:
            opens = token.lower in lexicon.roles or opens_pair(sentence, j)
            opens = opens or _opens_qualified(sentence, j)
            other = lexicon.rules.modifiers_first and token.lower in lexicon.function_words
            return not (opens or other) and (
                token.lower not in lexicon.not_names or is_acronym(token)
            )
        if token.lower not in lexicon.role_links:
            return False
    return False


def opens_pair(sentence: TaggedSentence, j: int) -> bool:
    """Whether a role of two words begins at token ``j``: "dan Wali Kota Toronto"."""
    pair = sentence.tokens[j : j + 2]
    return len(pair) == 2 and f"{pair[0].lower} {pair[1].lower}" in sentence.lexicon.role_pairs


def _opens_qualified(sentence: TaggedSentence, j: int) -> bool:
    """Whether another word for a role qualifies the one behind it: "dan Wakil Ketua"."""
    lexicon, pair = sentence.lexicon, [token.lower for token in sentence.tokens[j : j + 2]]
    return len(pair) == 2 and pair[0] in lexicon.role_heads and pair[1] in lexicon.roles


def _listed(sentence: TaggedSentence, j: int) -> bool:
    """Whether the comma at ``j`` is inside "Industri Logam, Mesin, Alat dan Elektronika"."""
    tokens = sentence.tokens
    for k in range(j + 1, min(j + _LONGEST_LIST, len(tokens))):
        if tokens[k].lower in sentence.lexicon.and_in_names:
            return goes_on(sentence, k + 1) and all(
                sentence.classes[m] in NOT_NAMES
                for m in range(j + 1, min(k + 2, len(tokens)))
                if tokens[m].capital
            )
        if tokens[k].capital:
            if sentence.classes[k] in NAME_LIKE or sentence.classes[k] is WordClass.NEVER:
                return False
        elif tokens[k].text != ",":
            return False
    return False


def _links(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.role_links or token.text in "/-–&"


def is_one_of_two(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether one word between two roles is the name of who holds the first.

    ``Bupati Suharno dan Wakil Bupati Wahyuni``: a word behind a role whose places are all known
    that is none of these; behind "Camat" it may be the name of a place that no list has.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    role = tokens[start - 1].lower
    pair = " ".join(token.lower for token in tokens[max(0, start - 2) : start])
    placed = not lexicon.place_roles.isdisjoint((role, pair)) and role not in lexicon.village_roles
    if not placed or stop - start != 1 or stop + 2 >= len(tokens):
        return False
    joined = tokens[stop].lower in lexicon.and_in_roles and tokens[stop + 1].capital
    return (
        joined
        and tokens[stop + 1].lower in lexicon.role_heads
        and sentence.classes[start] not in NO_NAMES
        and tokens[start].text.istitle()
    )
