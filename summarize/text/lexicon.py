"""The word lists that names and roles are found with, and what they say of a word."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from summarize.languages import load
from summarize.languages.rules import Rules
from summarize.text.edits import one_edit
from summarize.text.phrases import Phrases, index_phrases
from summarize.text.tagger import Tagger, load_tagger
from summarize.text.tokens import Token

LONGEST_STEM = 7  # letters of a stem of short forms: "Kasat|narkoba"
_LEAST_ORGANIZATION_PART = 7  # letters of a common word that is hardly a first name as "Hari" is
_LEAST_HEAD = 6  # letters of a word for a role that may be misspelt


Names = Phrases[None]  # of which it is only asked whether they stand there


def index_names(names: Iterable[str]) -> Names:
    """Names in lower case, to be looked up by their first words."""
    return index_phrases(dict.fromkeys(names))


class Lexicon(NamedTuple):
    """The word lists that names and roles are found with."""

    roles: frozenset[str]
    role_pairs: frozenset[str]
    not_roles: frozenset[str]  # pairs of words that begin like a role
    role_abbreviations: dict[str, str]
    long_role_heads: frozenset[str]  # that may be misspelt
    organization_stems: tuple[str, ...]  # with which short names of organizations begin
    role_stems: tuple[str, ...]  # with which short forms of roles begin
    role_prefixes: frozenset[str]
    role_links: frozenset[str]
    role_loose_links: frozenset[str]
    role_blockers: frozenset[str]
    ranks: frozenset[str]
    rank_heads: frozenset[str]  # their first words
    rank_parts: frozenset[str]
    service_ranks: frozenset[str]  # of the forces and the police, in one word
    honorifics: frozenset[str]
    degrees: frozenset[str]
    particles: frozenset[str]
    regions: Names
    role_heads: frozenset[str]  # words with which a role may begin
    organization_words: frozenset[str]
    organization_short_forms: frozenset[str]
    not_person_cues: frozenset[str]
    thing_endings: frozenset[str]
    not_names: frozenset[str]
    nouns_like_verbs: frozenset[str]
    not_role_fields: frozenset[str]  # no words of what a role is of
    contact_words: frozenset[str]  # before whom to ask
    role_verbs: frozenset[str]  # before a role that somebody holds
    field_openers: frozenset[str]  # "nurse from Leeds"
    person_endings: tuple[str, ...]  # of words for what a person can be
    not_described: frozenset[str]  # persons, but no roles
    cues_after_name: frozenset[str]
    cues_before_name: frozenset[str]
    person_relatives: frozenset[str]  # behind a name: "who"
    ordinary_people: frozenset[str]  # without an office: "warga"
    naming_participles: frozenset[str]  # between such a person and the name: "bernama"
    former: frozenset[str]  # "mantan", which may follow a name
    agents: frozenset[str]  # "oleh", which may stand between a verb and a name
    appointed: frozenset[str]  # between a name and the role that somebody is given
    passives: frozenset[str]  # before these: "was appointed"
    role_cues: frozenset[str]  # between a name and its role: "selaku"
    plural_marks: frozenset[str]
    name_list_words: frozenset[str]  # between a role of several and their names
    role_joiners: frozenset[str]  # between two roles of one person: "yang juga"
    professions: frozenset[str]  # roles that are held beside another
    shared_roles: frozenset[str]  # roles that many hold
    naming_links: frozenset[str]  # words between a role and who holds it: "yakni"
    complete_organizations: Names  # of organizations, behind whose last word a name may begin
    fixed_names: Names  # with words that are first names elsewhere: "Kejaksaan Agung"
    region_kinds: frozenset[str]  # words for kinds of places: "Kecamatan"
    landforms: frozenset[str]  # with which the names of regions begin: "Sungai Jernih"
    place_prepositions: frozenset[str]  # words before the place of something: "di"
    head_final_roles: frozenset[str]  # English roles, which end in their head
    village_roles: frozenset[str]  # of those, of places that are in no list
    place_roles: frozenset[str]  # roles with a place behind them
    not_initials: frozenset[str]  # of two letters, before names: "Presiden ke-6 RI Susilo"
    tagger: Tagger
    balinese_names: frozenset[str]  # names behind "I", which is no number there
    portfolio_heads: frozenset[str]  # words with what they are of behind them
    roles_also_names: frozenset[str]  # roles that are names as well
    rules: Rules
    firm_forms: frozenset[str]  # with which the name of a firm ends
    firm_starts: frozenset[str]  # and with which it begins: "PT."
    function_words: frozenset[str]  # words without a meaning of their own
    and_words: frozenset[str]
    and_in_names: frozenset[str]  # inside a run of words with a capital
    name_joiners: frozenset[str]  # words and marks between two names of a list
    definite_articles: frozenset[str]  # before what names a thing
    and_in_roles: frozenset[str]  # that may go on a role
    or_in_roles: frozenset[str]
    and_before_roles: frozenset[str]  # inside what stands before a role
    articles: frozenset[str]  # before a role behind a name
    field_links: frozenset[str]  # before what a role or an organization is of
    skipped_in_roles: frozenset[str]  # in one of two spellings of a role
    forces: frozenset[str]  # as written: "TNI"
    elements: frozenset[str]  # of the forces: "Laut"
    province_roles: frozenset[str]  # whose places are all known
    organization_links: frozenset[str]  # between words of a name
    stopped_firm_forms: frozenset[str]  # "Acme Inc."

    def is_role_short_form(self, word: str) -> bool:
        """Whether the word is a short form of a role: "mentan", "kasatreserse"."""
        return word in self.role_abbreviations or (
            len(word) > LONGEST_STEM and word.startswith(self.role_stems)
        )

    def is_organization_part(self, word: str) -> bool:
        """Whether running news has the word in names of organizations, or it is long and common."""
        kind = self.tagger.classes.get(word, "?")[0]
        return kind == "G" or (kind == "O" and len(word) >= _LEAST_ORGANIZATION_PART)

    def opens_role(self, token: Token) -> bool:
        """Whether a role may begin with the word: by its capital, or as one in lower case."""
        return (
            token.capital or token.lower in self.role_heads or self.is_role_short_form(token.lower)
        )

    def opens_name(self, token: Token) -> bool:
        """Whether a name may begin with the word: by its capital, or as an honorific or a rank."""
        return (
            token.capital
            or token.lower in self.honorifics
            or token.lower in self.rank_heads
            or "." in token.text
        )

    def may_be_name(self, token: Token) -> bool:
        """Whether the word is no role, organization or region, so that it may be a name."""
        return not any(
            token.lower in terms
            for terms in (
                self.role_heads,
                self.organization_words,
                self.organization_short_forms,
                self.honorifics,
                self.regions.lengths,
            )
        )


@cache
def load_lexicon(code: str) -> Lexicon:
    """The word lists of a language; English releases of Indonesia also use the Indonesian ones."""
    language = load(code)
    spoken = [load(each) for each in dict.fromkeys(("id", code))]

    def both(name: str) -> frozenset[str]:
        return frozenset().union(*(each.terms(name) for each in spoken))

    positions = language.terms("positions")
    pairs = frozenset(role for role in positions if " " in role)
    prefixes = language.terms("position_prefixes")
    abbreviations = {k: v for each in spoken for k, v in each.table("role_abbreviations").items()}
    places = both("regions") | both("countries") | language.terms("world")
    places = places.union(*(each.table("region_abbreviations") for each in spoken))
    return Lexicon(
        roles=positions - pairs,
        role_pairs=pairs,
        not_roles=language.terms("not_positions"),
        role_abbreviations=abbreviations,
        long_role_heads=frozenset(filter(_may_be_misspelt, positions | prefixes)),
        organization_stems=tuple(sorted(both("organization_stems"))),
        role_stems=tuple(sorted(language.terms("position_stems"))),
        role_prefixes=prefixes,
        role_links=language.terms("role_links"),
        role_loose_links=language.terms("role_loose_links"),
        role_blockers=language.terms("role_blockers"),
        ranks=both("ranks"),
        rank_heads=frozenset(map(_first_word, both("ranks"))),
        rank_parts=both("rank_parts"),
        service_ranks=both("service_ranks"),
        honorifics=both("honorifics"),
        degrees=both("degrees"),
        particles=both("name_particles"),
        regions=index_names(map(str.lower, places)),
        role_heads=prefixes.union(positions, abbreviations, map(_first_word, pairs)),
        organization_words=both("organization_words"),
        organization_short_forms=both("body_words").union(
            *(each.table("organization_abbreviations") for each in spoken)
        ),
        not_person_cues=both("not_person_cues"),
        thing_endings=language.terms("thing_endings"),
        not_names=language.terms("not_names"),
        nouns_like_verbs=language.terms("nouns_like_verbs"),
        not_role_fields=frozenset().union(
            *(language.terms(n) for n in ("not_counted", "function_words", "position_stops"))
        ),
        cues_before_name=language.terms("cues_before_name"),
        contact_words=language.terms("contact_words"),
        role_verbs=language.terms("role_verbs"),
        field_openers=language.terms("field_openers"),
        person_endings=tuple(sorted(language.terms("person_endings"))),
        not_described=language.terms("not_described"),
        person_relatives=language.terms("person_relatives"),
        ordinary_people=language.terms("ordinary_people"),
        naming_participles=language.terms("naming_participles"),
        former=language.terms("former"),
        agents=language.terms("agents"),
        role_cues=language.terms("role_cues"),
        appointed=language.terms("appointed"),
        passives=language.terms("passives"),
        plural_marks=language.terms("plural_marks"),
        name_list_words=frozenset(" ".join(language.terms("name_lists")).split()),
        role_joiners=language.terms("position_joiners"),
        professions=language.terms("professions"),
        cues_after_name=language.terms("cues_after_name"),
        shared_roles=language.terms("shared_positions"),
        naming_links=language.terms("telling_words"),
        complete_organizations=index_names(language.terms("complete_bodies")),
        fixed_names=index_names(both("fixed_names")),
        region_kinds=language.terms("region_kinds"),
        landforms=language.terms("landforms"),
        place_prepositions=language.terms("hosts"),
        head_final_roles=language.terms("modified_positions"),
        village_roles=language.terms("village_offices"),
        place_roles=language.terms("place_offices"),
        not_initials=both("not_initials"),
        tagger=load_tagger(code),
        balinese_names=both("balinese_names"),
        portfolio_heads=language.terms("portfolio_heads"),
        roles_also_names=language.terms("position_names"),
        rules=language.rules,
        firm_forms=language.terms("firm_forms"),
        firm_starts=language.terms("firm_starts"),
        function_words=language.terms("stopwords") | language.table("weekdays").keys(),
        and_words=both("and_words"),
        and_in_names=both("and_in_names"),
        name_joiners=both("name_joiners"),
        definite_articles=both("definite_articles"),
        and_in_roles=both("and_in_roles"),
        or_in_roles=both("or_in_roles"),
        and_before_roles=both("and_before_roles"),
        articles=both("articles"),
        field_links=both("field_links"),
        skipped_in_roles=both("skipped_in_roles"),
        forces=both("forces"),
        elements=both("elements"),
        province_roles=both("province_roles"),
        organization_links=language.terms("organization_links"),
        stopped_firm_forms=both("stopped_firm_forms"),
    )


def _first_word(term: str) -> str:
    return term.partition(" ")[0]


def _may_be_misspelt(head: str) -> bool:
    return len(head) >= _LEAST_HEAD and head.isalpha()


@lru_cache(maxsize=1024)
def is_misspelt(word: str, heads: frozenset[str]) -> bool:
    """Whether a word is one of the long words for roles but for a letter: "Bupatio"."""
    return len(word) >= _LEAST_HEAD and any(
        head[0] == word[0] and head != word and one_edit(head, word) for head in heads
    )


def bare(word: str) -> str:
    """The word without full stops, as degrees and honorifics are listed."""
    return word.replace(".", "")


def is_honorific_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in lower case is an honorific, also one with its stops only: "h.e."."""
    return word in lexicon.honorifics or ("." in word and bare(word) in lexicon.honorifics)


def is_acronym(token: Token) -> bool:
    """Whether the token is written as an abbreviation: ``DPRD``, ``BPJS``, ``DoT``."""
    text = token.text
    return (text.isupper() and len(text.rstrip(".")) > 1) or (
        len(text) <= 5 and sum(c.isupper() for c in text) > 1 and text.isalpha()
    )


def is_degree(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is a degree: ``S.E.``, ``MM``, ``Ph.D``."""
    return token.capital and len(token.text) > 1 and bare(token.lower) in lexicon.degrees
