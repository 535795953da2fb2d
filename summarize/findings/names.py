"""How likely each word of a release is part of a person's name.

The tagger sees the words around; what is known of the word (a region, a position, an organisation,
an honorific) is added here. Roles and people are found in what this module reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from summarize.findings.tagger import Tagger, load_tagger, shape, tag
from summarize.findings.tokens import Token, tokenize
from summarize.languages import Language, load
from summarize.models import Release, Sentence, Unit

NEVER = -9
_LABEL_EVIDENCE = {"PER": 2, "O": -1, "ORG": -2, "LOC": -1}
_LONGEST_REGION = 4
_SHOUTING = 0.7  # share of capitalised words from which capitals tell nothing


class Reading(NamedTuple):
    """A unit of the release: its tokens, their labels, and the evidence for a person's name.

    ``evidence`` is positive for words that look like names. In a ``headline`` most words are
    capitalised, so that a name needs more than that.
    """

    sentence: Sentence
    tokens: list[Token]
    labels: list[str]
    evidence: list[int]
    headline: bool


class Lexicon(NamedTuple):
    """The word lists that names and positions are found with."""

    positions: frozenset[str]
    pairs: frozenset[str]
    abbreviations: dict[str, str]
    prefixes: frozenset[str]
    links: frozenset[str]
    blockers: frozenset[str]
    honorifics: frozenset[str]
    degrees: frozenset[str]
    particles: frozenset[str]
    regions: frozenset[str]
    organizations: frozenset[str]
    not_people: frozenset[str]


@cache
def load_lexicon(code: str) -> Lexicon:
    """The word lists of a language; English releases of Indonesia also use the Indonesian ones."""
    language = load(code)
    spoken = [load("id"), language] if code != "id" else [language]

    def both(name: str) -> frozenset[str]:
        return frozenset().union(*(each.terms(name) for each in spoken))

    positions = language.terms("positions")
    abbreviations: dict[str, str] = {}
    regions = {region.lower() for region in both("regions")}
    for each in spoken:
        abbreviations |= each.table("role_abbreviations")
        regions |= {short.lower() for short in each.table("region_abbreviations")}
    return Lexicon(
        positions=frozenset(p for p in positions if " " not in p),
        pairs=frozenset(p for p in positions if " " in p),
        abbreviations=abbreviations,
        prefixes=language.terms("position_prefixes"),
        links=language.terms("role_links"),
        blockers=language.terms("role_blockers"),
        honorifics=both("honorifics"),
        degrees=both("degrees"),
        particles=both("name_particles"),
        regions=frozenset(regions),
        organizations=both("organization_words"),
        not_people=both("not_person_cues"),
    )


@lru_cache(maxsize=1)
def read_names(release: Release) -> tuple[Reading, ...]:
    """A reading of each unit of the release, in order."""
    tagger = load_tagger(release.language.code)
    lexicon = load_lexicon(release.language.code)
    readings = []
    for sentence in release.sentences:
        tokens = tokenize(release.text, sentence.span)
        labels = tag(tagger, [t.text for t in tokens])
        readings.append(
            Reading(
                sentence,
                tokens,
                labels,
                _weigh(tokens, labels, tagger, lexicon),
                sentence.unit is Unit.TITLE or _shouts(tokens),
            )
        )
    return tuple(readings)


def _shouts(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.text[0].isalpha()]
    capitals = sum(t.capital for t in words)
    return (
        len(words) > 3
        and capitals > _SHOUTING * len(words)
        and all(t.text.isupper() for t in words if t.capital)
    )


def _weigh(
    tokens: Sequence[Token], labels: Sequence[str], tagger: Tagger, lexicon: Lexicon
) -> list[int]:
    evidence = []
    for i, (token, label) in enumerate(zip(tokens, labels, strict=True)):
        if not token.capital or is_degree(token, lexicon) or _introduces(tokens, i, lexicon):
            evidence.append(NEVER)
            continue
        evidence.append(
            _word_evidence(token, tagger.classes.get(token.lower), lexicon) + _LABEL_EVIDENCE[label]
        )
    _mark_regions(tokens, evidence, lexicon)
    _mark_initials(tokens, evidence, tagger)
    return evidence


def _introduces(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` is an honorific with a name or another honorific behind it."""
    if bare(tokens[i].lower) not in lexicon.honorifics or i + 1 == len(tokens):
        return False
    return tokens[i + 1].capital or tokens[i + 1].text in ".,("


def _word_evidence(token: Token, kind: str | None, lexicon: Lexicon) -> int:
    word = token.lower
    if word in lexicon.positions or word in lexicon.abbreviations:
        return NEVER
    if word in lexicon.organizations:
        return -5
    if kind is None:
        if "-" in word and not word.startswith("al-"):
            return -5  # a stretch of road, a pair of things: "Martapura-Muaradua"
        return -1 if shape(token.text) == "A" else 2
    sure = int(kind[1])
    if kind[0] == "P":
        return sure - 1 if kind[2] == "+" else sure
    return -sure - 1


def _mark_regions(tokens: Sequence[Token], evidence: list[int], lexicon: Lexicon) -> None:
    """Lowers the evidence of the words of each region, the longest first."""
    i = 0
    while i < len(tokens):
        step = 1
        if tokens[i].capital:
            for length in range(_LONGEST_REGION, 0, -1):
                name = " ".join(t.lower for t in tokens[i : i + length])
                if name in lexicon.regions:
                    for k in range(i, min(i + length, len(tokens))):
                        evidence[k] -= 4 if length > 1 else 3
                    step = length
                    break
        i += step


def _mark_initials(tokens: Sequence[Token], evidence: list[int], tagger: Tagger) -> None:
    """Gives an initial the weight of its neighbour: "M. Nuh", "Zulkifli HS"."""
    for i, token in enumerate(tokens):
        if not token.capital or evidence[i] <= NEVER:
            continue
        if (shape(token.text) == "X" and i + 1 < len(tokens) and evidence[i + 1] > 0) or (
            i > 0
            and len(token.text) in (2, 3)
            and token.text.isupper()
            and token.lower not in tagger.classes
            and evidence[i - 1] > 1
            and not (i + 1 < len(tokens) and tokens[i + 1].capital)
        ):
            evidence[i] = 1


def bare(word: str) -> str:
    """The word without full stops, as degrees and honorifics are listed."""
    return word.replace(".", "")


def is_degree(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is a degree: ``S.E.``, ``MM``, ``Ph.D``."""
    return token.capital and len(token.text) > 1 and bare(token.lower) in lexicon.degrees


def best_name(
    reading: Reading, start: int, end: int, lexicon: Lexicon
) -> tuple[int, int, int] | None:
    """The tokens between ``start`` and ``end`` that look most like a name, and how much."""
    best: tuple[int, int, int] | None = None
    total, first = 0, start
    for i in range(start, end):
        if reading.tokens[i].lower in lexicon.particles and not reading.tokens[i].capital:
            weight = 0 if total > 0 and i + 1 < end else NEVER
        else:
            weight = reading.evidence[i]
        if total <= 0:
            total, first = 0, i
        total += weight
        if total > 0 and (best is None or total > best[2]):
            best = (first, i + 1, total)
    return best


def language_lexicon(language: Language) -> Lexicon:
    """The lexicon of a release's language."""
    return load_lexicon(language.code)
