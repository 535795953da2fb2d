"""What is known of a word wherever it stands: a name, a region, a role, a common word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from summarize.decisions import Row, always, decide
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

QUOTATION_MARKS = frozenset("“”\"‘’'")
_ARTICLES = ("al-", "el-", "as-", "an-", "ad-")
_LONGEST_INITIALS = 3  # letters without a full stop: "Zulkifli HS"


class WordClass(Enum):
    """What a word is known as; the value is its weight in the evidence for a person's name."""

    NEVER = -9  # in no name: in lower case, a role, an honorific, a degree
    REGION = -6
    ORGANIZATION = -5
    COMMON = -4  # nearly always none of a name
    THING = -3  # of what the release names as something else than a person, or mostly common
    RARE = -2  # now and then of a person's name
    CAPITALS = -1  # an unknown word in capitals
    EITHER = 0
    LIKELY = 1
    FIRM = 2  # nearly always of a name
    SURE = 3  # of a name whatever stands beside it

    def __init__(self, weight: int) -> None:
        self.weight = weight

    __hash__ = object.__hash__  # sets of classes are asked for every word


NAME_LIKE = frozenset((WordClass.LIKELY, WordClass.FIRM, WordClass.SURE))
FIRM_NAMES = frozenset((WordClass.FIRM, WordClass.SURE))
NOT_NAMES = frozenset(known for known in WordClass if known.weight < 0)
NO_NAMES = frozenset((WordClass.NEVER, WordClass.REGION, WordClass.ORGANIZATION))
HARDLY_NAMES = NO_NAMES | {WordClass.COMMON}


def weight_of(classes: Iterable[WordClass]) -> int:
    """What is known of some words, taken together."""
    return sum([known.weight for known in classes])


def class_of(tokens: Sequence[Token], i: int, tagger: Tagger, lexicon: Lexicon) -> WordClass:
    """What the word is known as, from the word lists and its class in running news."""
    token = tokens[i]
    if not token.capital or is_degree(token, lexicon) or _introduces(tokens, i, lexicon):
        return WordClass.NEVER
    if listed := _listed(token.lower, lexicon):
        return listed
    kind = tagger.classes.get(token.lower)
    if kind is not None and kind[0] != "U":
        return _of_kind(kind)
    if kind is None and is_misspelt(token.lower, lexicon.long_role_heads):
        return WordClass.NEVER
    if _is_pair(token, lexicon):
        return WordClass.ORGANIZATION  # a road, a pair of things: "Martapura-Muaradua"
    if shape(token.text) == "A":
        return WordClass.CAPITALS
    return WordClass.FIRM if kind is None else WordClass.LIKELY


def _listed(word: str, lexicon: Lexicon) -> WordClass | None:
    """What the word lists say of a word, None if nothing."""
    if word in lexicon.roles or lexicon.is_role_short_form(word) or word in lexicon.not_names:
        return WordClass.NEVER
    if word in lexicon.organization_words or word in lexicon.organization_short_forms:
        return WordClass.ORGANIZATION
    if len(word) > LONGEST_STEM - 2 and word.startswith(lexicon.organization_stems):
        return WordClass.ORGANIZATION
    return WordClass.ORGANIZATION if word[-1].isdigit() else None  # "Rp1"


@cache
def _of_kind(kind: str) -> WordClass:
    """What a word is by its class in running news, as ``training.name_words`` names it."""
    sure = int(kind[1])
    if kind[0] == "P":
        return WordClass(sure - (kind[2] == "+"))
    if kind == "G3-":
        return WordClass.ORGANIZATION
    if kind[0] == "O":
        return WordClass.THING if sure == 1 else WordClass.COMMON
    return WordClass(-sure - 1)


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
    tokens: Sequence[Token],
    capitals: Sequence[int],
    classes: list[WordClass],
    names: Names,
    known: WordClass,
) -> None:
    """Lowers the words of each of the names to a class, the longest names first.

    ``capitals`` are the numbers of the tokens with a capital, of which names begin with one.
    """
    behind = 0
    for i in capitals:
        if i < behind or tokens[i].lower not in names.lengths:
            continue
        if last := next((last for last, _ in names.at(tokens, i)), 0):
            for k in range(i, last):
                if known.weight < classes[k].weight:
                    classes[k] = known
            behind = last


def mark_roles_also_names(
    tokens: Sequence[Token], capitals: Sequence[int], classes: list[WordClass], lexicon: Lexicon
) -> None:
    """Lets a role that is also a name stand in one: "Lukman Hakim Saifuddin"."""
    for i in (before + 1 for before in capitals if classes[before] in FIRM_NAMES):
        if i < len(tokens) and tokens[i].lower in lexicon.roles_also_names:
            ends = i + 1 == len(tokens) or not tokens[i + 1].capital
            if ends or classes[i + 1] in NAME_LIKE:
                classes[i] = WordClass.LIKELY


class _Initial(NamedTuple):
    """A token that may be an initial or a particle, in its sentence."""

    token: Token
    tokens: Sequence[Token]
    classes: Sequence[WordClass]
    i: int
    lexicon: Lexicon

    def before(self, known: frozenset[WordClass]) -> bool:
        """Whether the word before is of one of the classes."""
        return self.i > 0 and self.classes[self.i - 1] in known

    def behind(self, known: frozenset[WordClass]) -> bool:
        """Whether the word behind is of one of the classes."""
        return self.i + 1 < len(self.tokens) and self.classes[self.i + 1] in known

    def is_particle(self) -> bool:
        """Whether it is a particle of names with a capital."""
        return self.token.capital and self.token.lower in self.lexicon.particles

    def is_letter(self) -> bool:
        """Whether it is a letter by itself, with its full stop or not."""
        return shape(self.token.text) == "X"

    def is_numeral(self) -> bool:
        """Whether it is a Roman number behind a common noun; "I" begins names of Bali."""
        text = self.token.text
        if text not in ("V", "X", "I") or not self.before(NOT_NAMES):
            return False
        following = self.tokens[min(self.i + 1, len(self.tokens) - 1)].lower
        balinese = text == "I" and following in self.lexicon.balinese_names
        return self.tokens[self.i - 1].capital and not balinese

    def frees_common_word(self) -> bool:
        """Whether a common word stands behind, and what surely is a name before."""
        common = self.behind(_COMMON_WORDS) and not is_acronym(self.tokens[self.i + 1])
        return common and (self.before(FIRM_NAMES) or "." in self.token.text[:-1])  # "R.A. Dewi"

    def opens_name(self) -> bool:
        """Whether it is two capitals for the first names, before the last."""
        token = self.token
        plain = self.lexicon.may_be_name(token) and token.lower not in self.lexicon.not_initials
        if not (self.is_two_capitals() and plain) or self.classes[self.i] in _PLACED:
            return False
        if not self.behind(FIRM_NAMES) or is_acronym(self.tokens[self.i + 1]):
            return False
        before = self.tokens[self.i - 1] if self.i else None
        return before is None or not before.capital or before.lower in self.lexicon.not_names

    def is_two_capitals(self) -> bool:
        """Whether it is two capitals."""
        return len(self.token.text) == 2 and self.token.text.isupper()

    def follows_short_form(self) -> bool:
        """Whether it is the full stop of two or three capitals, before a name."""
        if self.token.text != "." or not self.i or not self.behind(NAME_LIKE):
            return False
        short = self.tokens[self.i - 1].text
        return 1 < len(short) < 4 and short.isupper() and not self.before(_NEVER)

    def closes_name(self) -> bool:
        """Whether it is two or three capitals at the end of a name."""
        text, following = self.token.text, self.tokens[self.i + 1 : self.i + 2]
        ends = not following or not following[0].capital
        return (
            1 < len(text) <= _LONGEST_INITIALS
            and text.isupper()
            and self.before(FIRM_NAMES)
            and ends
        )


_NEVER = frozenset((WordClass.NEVER,))
_PLACED = frozenset((WordClass.NEVER, WordClass.REGION))
_COMMON_WORDS = frozenset(WordClass) - NAME_LIKE - _PLACED
_LIKELY = ((0, WordClass.LIKELY),)

# The verdict: what this token and those beside it become.
_INITIALS: tuple[Row[_Initial, tuple[tuple[int, WordClass], ...]], ...] = (
    Row(
        "a particle before a name",
        lambda case: case.is_particle() and case.behind(NAME_LIKE),
        _LIKELY,
        "Bupati La Ode Ngkoimani hadir.",
    ),
    Row("a particle", _Initial.is_particle, (), "Bupati hadir di La Kota."),
    Row(
        "a Roman number",
        _Initial.is_numeral,
        ((0, WordClass.ORGANIZATION),),
        "Kepala KPK Wilayah V Dian Patria hadir.",
        "Bupati I Wayan Koster hadir.",
    ),
    Row(
        "a letter between a name and a common word",
        lambda case: case.is_letter() and case.frees_common_word(),
        ((0, WordClass.LIKELY), (1, WordClass.FIRM)),
        "Bupati Rahmat Hidayat R. Dana hadir.",
        "Bupati R. Dana hadir.",
    ),
    Row(
        "a letter beside a name",
        lambda case: case.is_letter() and (case.behind(NAME_LIKE) or case.before(FIRM_NAMES)),
        _LIKELY,
        "Bupati M. Hidayat hadir.",
        "Ruang B dipakai.",
    ),
    Row("a letter", _Initial.is_letter, (), "Ruang B dipakai.", "Bupati M. Hidayat hadir."),
    Row(
        "two capitals for the first names",
        _Initial.opens_name,
        _LIKELY,
        "Warga mengenang mendiang BJ Hidayat.",
        "Warga mengenang Bupati DPRD Hidayat.",
    ),
    Row(
        "two capitals within a name",
        lambda c: c.is_two_capitals() and c.before(NAME_LIKE) and c.behind(NAME_LIKE),
        _LIKELY,
        "Bupati Rahmat PS Hidayat hadir.",
        "Bupati Rahmat hadir di DPR.",
    ),
    Row(
        "the full stop of initials",
        _Initial.follows_short_form,
        ((-1, WordClass.LIKELY), (0, WordClass.EITHER)),
        "Warga menemui CV. Hidayat kemarin.",
        "Rapat selesai. Hidayat hadir.",
    ),
    Row(
        "capitals at the end of a name",
        _Initial.closes_name,
        ((0, WordClass.FIRM),),
        "Bupati Zulkifli HS hadir.",
        "Bupati hadir di DPR.",
    ),
    Row("anything else", always, (), "Bupati Hidayat hadir di DPR."),
)


def mark_initials(
    tokens: Sequence[Token], capitals: Sequence[int], classes: list[WordClass], lexicon: Lexicon
) -> None:
    """Lets initials and particles join the name beside them: "M. Nuh", "Zulkifli HS", "La Ode"."""
    for i in _perhaps_initials(tokens, capitals, lexicon):
        if classes[i] is not WordClass.NEVER or tokens[i].text == ".":
            for beside, known in decide(
                _INITIALS, _Initial(tokens[i], tokens, classes, i, lexicon)
            ).verdict:
                classes[i + beside] = known


def _perhaps_initials(
    tokens: Sequence[Token], capitals: Sequence[int], lexicon: Lexicon
) -> Iterator[int]:
    """Where initials and particles may stand, and the full stops behind some."""
    for i in capitals:
        text = tokens[i].text
        short = text.isupper() and (len(text) <= _LONGEST_INITIALS or text[-1] == ".")
        if short or tokens[i].lower in lexicon.particles:
            yield i
        if i + 1 < len(tokens) and tokens[i + 1].text == ".":
            yield i + 1


def mark_nicknames(
    tokens: Sequence[Token], capitals: Sequence[int], classes: list[WordClass], lexicon: Lexicon
) -> None:
    """Lets the quotation marks around a nickname join the name: Ana “Nita” Roe."""
    for i in capitals:
        if tokens[i - 1].text not in QUOTATION_MARKS or not 1 < i < len(tokens) - 2:
            continue
        before, after = tokens[i - 2], tokens[i + 2]
        goes_on = after.capital or after.lower in lexicon.particles
        closed = tokens[i + 1].text in QUOTATION_MARKS and goes_on
        titled = before.text.istitle() and tokens[i].text.istitle()
        if closed and titled and classes[i - 2] in NAME_LIKE:
            classes[i - 1] = classes[i + 1] = WordClass.EITHER


def mark_particles(
    tokens: Sequence[Token], capitals: Sequence[int], classes: list[WordClass], lexicon: Lexicon
) -> None:
    """Lets particles in lower case go on a name: "Helga von der Heide", "Fikri al-Habsyi"."""
    for i in capitals:
        first = i + 1
        if first < len(tokens) and classes[first] is WordClass.EITHER:
            first += 1  # the mark behind a nickname
        j = first
        while j + 1 < len(tokens) and tokens[j].text in lexicon.particles:
            j += 1
        if classes[i] in _PLACED or j >= len(tokens):
            continue
        if tokens[j].capital:
            classes[first:j] = [WordClass.EITHER] * (j - first)
        elif tokens[j].text.startswith(_ARTICLES) and tokens[j].text[3:4].isupper():
            classes[j] = WordClass.LIKELY
