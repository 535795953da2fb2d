"""What stands before an English role and belongs to it.

``World Bank's Country Director``, ``Marine Affairs and Fisheries Minister``, ``Ana, a civil
engineer``: in Indonesian all of that stands behind.
"""

from __future__ import annotations

from summarize.text.lexicon import Lexicon
from summarize.text.names import TaggedSentence
from summarize.text.tokens import POSSESSIVE, Token
from summarize.text.word_classes import WordClass

_MOST_MODIFIERS = 4  # words
_LEAST_QUALIFYING = -7  # evidence of a word that can qualify a role in a headline


def first_modifier(sentence: TaggedSentence, i: int) -> int:
    """Where what qualifies an English role begins: "World Bank's Country Director"."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if not tokens[i].capital and (plain := _plain_modifiers(sentence, i)) < i:
        return plain
    known = i and sentence.headline  # there any word has a capital
    while i:
        before = tokens[i - 1]
        if before.text in POSSESSIVE and i > 1 and tokens[i - 2].capital:
            i -= 2
        elif _qualifies(sentence, i - 1, known=bool(known)):
            i -= 1
        elif (
            before.lower in lexicon.and_before_roles
            and i > 1
            and _is_portfolio(tokens[i - 2], lexicon)
        ):
            i -= 2
        else:
            break
    return i


def _qualifies(sentence: TaggedSentence, i: int, *, known: bool) -> bool:
    """Whether a word with a capital can qualify the role behind it."""
    token, evidence = sentence.tokens[i], sentence.evidence[i]
    if not token.capital or token.lower in sentence.lexicon.function_words:
        return False
    listed = sentence.classes[i] is not WordClass.NEVER and not known
    return listed or _LEAST_QUALIFYING <= evidence < 0


def _is_portfolio(token: Token, lexicon: Lexicon) -> bool:
    """Whether "and" joins the word to another field: "Marine Affairs and Fisheries Minister"."""
    return token.capital and token.lower in lexicon.role_prefixes | lexicon.role_links


def _plain_modifiers(sentence: TaggedSentence, i: int) -> int:
    """Where words in lower case before a role begin: ", a civil engineer"; else ``i``."""
    tokens, first = sentence.tokens, i
    while (
        first
        and i - first < _MOST_MODIFIERS
        and _is_plain_modifier(tokens[first - 1], sentence.lexicon)
    ):
        first -= 1
    return first if first < i and in_apposition(sentence, first) else i


def _is_plain_modifier(token: Token, lexicon: Lexicon) -> bool:
    word = token.text
    if word in lexicon.role_cues:
        return False  # "its new president"
    return word[0].isalpha() and word.islower() and word not in lexicon.function_words


def in_apposition(sentence: TaggedSentence, start: int) -> bool:
    """Whether a role stands behind a comma or a bracket: ", the ministry's spokesman".

    Or where it is given to somebody: "was appointed director", "named Tom Reed as its director".
    """
    tokens, j = sentence.tokens, max(before_articles(sentence, start) - 1, 0)
    return tokens[j].text in ",(" or _is_given(sentence, j)


def _is_given(sentence: TaggedSentence, j: int) -> bool:
    """Whether the words up to ``j`` say who is given a role, in the passive or not."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    while j > 1 and tokens[j].lower in lexicon.role_cues:
        j -= 1
    if j and tokens[j - 1].lower in lexicon.passives:
        return tokens[j].lower in lexicon.appointed
    first = j
    while first and tokens[first].capital:
        first -= 1
    return first < j and tokens[first].lower in lexicon.appointed


def before_articles(sentence: TaggedSentence, start: int) -> int:
    """Where ``, the ministry's`` begins behind its comma, before the role at ``start``."""
    tokens, articles, j = sentence.tokens, sentence.lexicon.articles, start
    if j > 1 and tokens[j - 1].text in POSSESSIVE:
        j -= 2
        while j > 1 and start - j < _MOST_MODIFIERS and tokens[j - 1].text.isalpha():
            if tokens[j - 1].lower in articles:
                break
            j -= 1
    return j - 1 if j > 1 and tokens[j - 1].lower in articles else j
