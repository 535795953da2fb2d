"""What is known of a word wherever it stands: a name, a region, a role, a common word."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.text.lexicon import (
    LONGEST_STEM,
    Lexicon,
    Names,
    bare,
    is_acronym,
    is_degree,
    is_honorific_word,
    is_misspelt,
)
from summarize.text.tagger import Tagger, shape
from summarize.text.tokens import Token

NEVER = -9
REGION = -6
THING = -3
ORGANIZATION = -5
COMMON = -4  # a word that nearly always is none of a name
_FIRM_NAME = 2  # knowledge of a word that nearly always is one


def knowledge_of(tokens: Sequence[Token], i: int, tagger: Tagger, lexicon: Lexicon) -> int:
    """How likely the word itself is part of a name, from its class and the word lists."""
    token = tokens[i]
    word = token.lower
    if not token.capital or is_degree(token, lexicon) or _introduces(tokens, i, lexicon):
        return NEVER
    if word in lexicon.roles or lexicon.is_role_short_form(word) or word in lexicon.not_names:
        return NEVER
    if word in lexicon.organization_words or word in lexicon.organization_short_forms:
        return ORGANIZATION
    if len(word) > LONGEST_STEM - 2 and word.startswith(lexicon.organization_stems):
        return ORGANIZATION
    if word[-1].isdigit():
        return ORGANIZATION  # "Rp1"
    kind = tagger.classes.get(word)
    if kind is None and is_misspelt(word, lexicon.long_role_heads):
        return NEVER
    if kind is None or kind[0] == "U":
        if _is_pair(token, lexicon):
            return -5  # a stretch of road, a pair of things: "Martapura-Muaradua"
        return -1 if shape(token.text) == "A" else 2 if kind is None else 1
    sure = int(kind[1])
    if kind[0] == "P":
        return sure - 1 if kind[2] == "+" else sure
    if kind == "G3-":
        return ORGANIZATION
    return max(-sure - 2, COMMON) if kind[0] == "O" else -sure - 1


def _is_pair(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word of two is no name; English has "Jean-Pierre" and "Owusu-Ansah"."""
    if "-" not in token.text and "/" not in token.text:
        return False
    first, *rest = token.text.split("-")
    doubled = bool(rest) and all(part.istitle() and len(part) > 1 for part in (first, *rest))
    return not token.lower.startswith("al-") and not (lexicon.rules.double_names and doubled)


def _introduces(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` is an honorific with a name or another honorific behind it."""
    if (
        bare(tokens[i].text) == "H"
        and i
        and tokens[i - 1].capital
        and lexicon.may_be_name(tokens[i - 1])
    ):
        return False  # an initial: "Danis H Sumadilaga"
    if not is_honorific_word(tokens[i].lower, lexicon) or i + 1 == len(tokens):
        return tokens[i].text == "K." and i + 1 < len(tokens) and tokens[i + 1].text == "H."
    return tokens[i + 1].capital or tokens[i + 1].text in ".,("


def mark(
    tokens: Sequence[Token], capitals: Sequence[int], known: list[int], names: Names, weight: int
) -> None:
    """Lowers the weight of the words of each of the names, the longest first.

    ``capitals`` are the numbers of the tokens with a capital, of which names begin with one.
    """
    behind = 0
    for i in capitals:
        lengths = names.lengths.get(tokens[i].lower)
        if not lengths or i < behind:
            continue
        for length in lengths:
            words = tokens[i : i + length]
            if len(words) == length and " ".join([t.lower for t in words]) in names.whole:
                for k in range(i, i + length):
                    known[k] = min(known[k], weight)
                behind = i + length
                break


def _is_inner(token: Token) -> bool:
    return len(token.text) == 2 and token.text.isupper()


def _is_numeral(tokens: Sequence[Token], known: list[int], i: int, lexicon: Lexicon) -> bool:
    """Whether a letter is a Roman number behind a common noun and no initial.

    "I" begins names of Bali: "Kota Denpasar I Wayan Koster".
    """
    numeral = tokens[i].text in ("V", "X") or (
        tokens[i].text == "I"
        and tokens[min(i + 1, len(tokens) - 1)].lower not in lexicon.balinese_names
    )
    return numeral and i > 0 and tokens[i - 1].capital and known[i - 1] < 0


def _opens_name(tokens: Sequence[Token], known: list[int], i: int, lexicon: Lexicon) -> bool:
    """Whether two capitals stand for the first names: "mendiang BJ Habibie", "kata MS Hidayat"."""
    if not _is_inner(tokens[i]) or not lexicon.may_be_name(tokens[i]) or known[i] < ORGANIZATION:
        return False
    if tokens[i].lower in lexicon.not_initials:
        return False
    if i + 1 == len(tokens) or known[i + 1] < _FIRM_NAME or is_acronym(tokens[i + 1]):
        return False
    return i == 0 or not tokens[i - 1].capital or tokens[i - 1].lower in lexicon.not_names


def mark_roles_also_names(tokens: Sequence[Token], known: list[int], lexicon: Lexicon) -> None:
    """Lets a role that is also a name stand in one: "Lukman Hakim Saifuddin"."""
    for i in range(1, len(tokens)):
        if tokens[i].lower in lexicon.roles_also_names and known[i - 1] >= _FIRM_NAME:
            after = known[i + 1] if i + 1 < len(tokens) and tokens[i + 1].capital else 1
            if after > 0:
                known[i] = 1


def mark_initials(tokens: Sequence[Token], known: list[int], lexicon: Lexicon) -> None:
    """Lets initials and particles join the name beside them: "M. Nuh", "Zulkifli HS", "La Ode"."""
    for i, token in enumerate(tokens):
        if known[i] <= NEVER and token.text != ".":
            continue
        behind = known[i + 1] if i + 1 < len(tokens) else NEVER
        if token.capital and token.lower in lexicon.particles:
            known[i] = 1 if behind > 0 else known[i]
        elif _is_numeral(tokens, known, i, lexicon):
            known[i] = ORGANIZATION  # "KPK Wilayah V Dian Patria"
        elif shape(token.text) == "X":
            common = NEVER < behind <= 0 and behind != REGION and not is_acronym(tokens[i + 1])
            if common and i and known[i - 1] >= _FIRM_NAME:
                known[i + 1] = behind = 1  # "Roy Rassy Fay M. Bait"
            if behind > 0 or (i and known[i - 1] >= _FIRM_NAME):
                known[i] = 1  # "M. Nuh", "Dzulmi Eldin S, MSi"
        elif _opens_name(tokens, known, i, lexicon):
            known[i] = 1
        elif _is_inner(token) and i and known[i - 1] > 0 and behind > 0:
            known[i] = 1  # "Bambang PS Brodjonegoro"
        elif token.text == "." and i and behind > 0:
            short = tokens[i - 1].text
            if 1 < len(short) < 4 and short.isupper() and known[i - 1] > NEVER:
                known[i - 1], known[i] = 1, 0
        elif (
            len(token.text) in (2, 3)
            and token.text.isupper()
            and i > 0
            and known[i - 1] > 1
            and not (i + 1 < len(tokens) and tokens[i + 1].capital)
        ):
            known[i] = 2
