"""The word lists that names and positions are found with, and what they say of a word."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from summarize.languages import load
from summarize.text.tagger import load_tagger
from summarize.text.tokens import Token

LONGEST_STEM = 7  # letters of a stem of short forms: "Kasat|narkoba"
_LEAST_BODY = 7  # letters of a common word that is hardly a first name as "Hari" is
_LEAST_HEAD = 6  # letters of a word for a position that may be misspelt
_LEAST_EDITED = 4  # letters of words that may differ by one


class Names(NamedTuple):
    """Names in lower case, and for each first word how long they are, the longest first."""

    whole: frozenset[str]
    lengths: dict[str, tuple[int, ...]]


def index_names(names: frozenset[str]) -> Names:
    """The names, to be looked up by their first words."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        words = name.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return Names(names, {w: tuple(sorted(n, reverse=True)) for w, n in lengths.items()})


class Lexicon(NamedTuple):
    """The word lists that names and positions are found with."""

    positions: frozenset[str]
    pairs: frozenset[str]
    not_positions: frozenset[str]  # pairs of words that begin like a position
    abbreviations: dict[str, str]
    long_heads: frozenset[str]  # that may be misspelt
    organization_stems: tuple[str, ...]  # with which short names of organisations begin
    stems: tuple[str, ...]  # with which short forms of positions begin
    prefixes: frozenset[str]
    links: frozenset[str]
    loose_links: frozenset[str]
    blockers: frozenset[str]
    ranks: frozenset[str]
    rank_heads: frozenset[str]  # their first words
    rank_parts: frozenset[str]
    service_ranks: frozenset[str]  # of the forces and the police, in one word
    honorifics: frozenset[str]
    degrees: frozenset[str]
    particles: frozenset[str]
    regions: Names
    heads: frozenset[str]  # words with which a position may begin
    organizations: frozenset[str]
    shorts: frozenset[str]  # short names of organisations
    not_people: frozenset[str]
    not_names: frozenset[str]
    fields: frozenset[str]  # nouns that look like verbs
    not_fields: frozenset[str]  # no words of what a position is of
    cues_after: frozenset[str]
    cues_before: frozenset[str]
    joiners: frozenset[str]  # between two positions of one person: "yang juga"
    professions: frozenset[str]  # positions that are held beside an office
    shared: frozenset[str]  # positions that many hold
    telling: frozenset[str]  # words between a position and who holds it: "yakni"
    complete: Names  # of bodies, behind whose last word a name may begin
    fixed: Names  # with words that are first names elsewhere: "Kejaksaan Agung"
    areas: frozenset[str]  # words for kinds of places: "Kecamatan"
    hosts: frozenset[str]  # words before the place of something: "di"
    modified: frozenset[str]  # English positions, which end in their head
    place_shorts: frozenset[str]  # words for places, shortened: "Prov. Jabar"
    village_offices: frozenset[str]  # of those, of places that are in no list
    place_offices: frozenset[str]  # positions with a place behind them
    not_initials: frozenset[str]  # of two letters, before names: "Presiden ke-6 RI Susilo"
    bodies: frozenset[str]  # words of names of organisations
    balinese: frozenset[str]  # names behind "I", which is no number there
    portfolios: frozenset[str]  # words with what they are of behind them
    office_names: frozenset[str]  # positions that are names as well
    modifiers_first: bool  # whether what qualifies a noun stands before it
    firms: frozenset[str]  # with which the name of a firm ends
    functional: frozenset[str]  # words without a meaning of their own

    def is_short(self, word: str) -> bool:
        """Whether the word is a short form of a position: "mentan", "kasatreserse"."""
        return word in self.abbreviations or (
            len(word) > LONGEST_STEM and word.startswith(self.stems)
        )

    def plain(self, token: Token) -> bool:
        """Whether the word is no position, organisation or region, so that it may be a name."""
        return not any(
            token.lower in terms
            for terms in (
                self.heads,
                self.organizations,
                self.shorts,
                self.honorifics,
                self.regions.lengths,
            )
        )


@cache
def load_lexicon(code: str) -> Lexicon:
    """The word lists of a language; English releases of Indonesia also use the Indonesian ones."""
    language = load(code)
    spoken = [load("id"), language] if code != "id" else [language]

    def both(name: str) -> frozenset[str]:
        return frozenset().union(*(each.terms(name) for each in spoken))

    positions = language.terms("positions")
    prefixes = language.terms("position_prefixes")
    abbreviations: dict[str, str] = {}
    regions = {place.lower() for place in both("regions") | both("countries")}
    regions |= {place.lower() for place in language.terms("world")}
    for each in spoken:
        abbreviations |= each.table("role_abbreviations")
        regions |= {short.lower() for short in each.table("region_abbreviations")}
    return Lexicon(
        positions=frozenset(p for p in positions if " " not in p),
        pairs=frozenset(p for p in positions if " " in p),
        not_positions=language.terms("not_positions"),
        abbreviations=abbreviations,
        long_heads=frozenset(
            h for h in positions | prefixes if len(h) >= _LEAST_HEAD and h.isalpha()
        ),
        organization_stems=tuple(sorted(both("organization_stems"))),
        stems=tuple(sorted(language.terms("position_stems"))),
        prefixes=prefixes,
        links=language.terms("role_links"),
        loose_links=language.terms("role_loose_links"),
        blockers=language.terms("role_blockers"),
        ranks=both("ranks"),
        rank_heads=frozenset(rank.split()[0] for rank in both("ranks")),
        rank_parts=both("rank_parts"),
        service_ranks=both("service_ranks"),
        honorifics=both("honorifics"),
        degrees=both("degrees"),
        particles=both("name_particles"),
        regions=index_names(frozenset(regions)),
        heads=prefixes.union(positions, abbreviations, (p.split()[0] for p in positions)),
        organizations=both("organization_words"),
        shorts=both("body_words").union(
            *(each.table("organization_abbreviations") for each in spoken)
        ),
        not_people=both("not_person_cues"),
        not_names=language.terms("not_names"),
        fields=language.terms("nouns_like_verbs"),
        not_fields=frozenset().union(
            *(language.terms(n) for n in ("not_counted", "function_words", "position_stops"))
        ),
        cues_before=language.terms("cues_before_name"),
        joiners=language.terms("position_joiners"),
        professions=language.terms("professions"),
        cues_after=language.terms("cues_after_name"),
        shared=language.terms("shared_positions"),
        telling=language.terms("telling_words"),
        complete=index_names(language.terms("complete_bodies")),
        fixed=index_names(both("fixed_names")),
        areas=language.terms("region_kinds"),
        hosts=language.terms("hosts"),
        modified=language.terms("modified_positions"),
        place_shorts=language.terms("place_shorts"),
        village_offices=language.terms("village_offices"),
        place_offices=language.terms("place_offices"),
        not_initials=both("not_initials"),
        bodies=frozenset(
            word
            for word, kind in load_tagger(code).classes.items()
            if kind[0] == "G" or (kind[0] == "O" and len(word) >= _LEAST_BODY)
        ),
        balinese=both("balinese_names"),
        portfolios=language.terms("portfolio_heads"),
        office_names=language.terms("position_names"),
        modifiers_first=code == "en",
        firms=language.terms("firm_forms"),
        functional=language.terms("stopwords") | language.table("weekdays").keys(),
    )


@lru_cache(maxsize=1024)
def is_misspelt(word: str, heads: frozenset[str]) -> bool:
    """Whether a word is one of the long words for positions but for a letter: "Bupatio"."""
    return len(word) >= _LEAST_HEAD and any(
        head[0] == word[0] and head != word and one_edit(head, word) for head in heads
    )


def one_edit(a: str, b: str) -> bool:
    """Whether two words of four letters or more differ by one letter."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _LEAST_EDITED:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def bare(word: str) -> str:
    """The word without full stops, as degrees and honorifics are listed."""
    return word.replace(".", "")


def is_polite(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in lower case is an honorific, also one with its stops only: "h.e."."""
    return bare(word) in lexicon.honorifics or word in lexicon.honorifics


def is_acronym(token: Token) -> bool:
    """Whether the token is written as an abbreviation: ``DPRD``, ``BPJS``, ``DoT``."""
    text = token.text
    return (text.isupper() and len(text.rstrip(".")) > 1) or (
        len(text) <= 5 and sum(c.isupper() for c in text) > 1 and text.isalpha()
    )


def is_degree(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is a degree: ``S.E.``, ``MM``, ``Ph.D``."""
    return token.capital and len(token.text) > 1 and bare(token.lower) in lexicon.degrees
