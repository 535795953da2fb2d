"""What a language's data files say about lists, ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache, cached_property

from summarize.languages import Language, load
from summarize.patterns import pattern
from summarize.text.phrases import Kind, Phrases, index_phrases
from summarize.text.speech_verbs import Voice, speech_verbs
from summarize.text.tokens import Token

_VERB_TAIL = 4  # letters that must follow a verb's prefix
_ACTION = 6  # letters that a noun made of a verb has more than


class Strength(StrEnum):
    """How far a cue can be trusted to introduce a list."""

    LIST = "list"
    PART = "part"  # some of a list
    LOOSE = "loose"
    COPULA = "copula"
    COUNT = "count"  # only as many as announced
    COLON = "colon"
    MARK = "mark"  # a bracket or dash behind a number: only as many as announced
    NONE = "none"  # an end of what was listed before


class Joining(StrEnum):
    """What a joining word says of the item behind it."""

    STRONG = "strong"  # the last one
    OUTER = "outer"  # the last one, also where strong ones join inside of items
    WEAK = "weak"
    RANGE = "range"  # the far end of what is listed
    LATE = "late"  # the last one, only where a comma stands before


def _terms(name: str) -> cached_property[frozenset[str]]:
    """The terms of the language's list ``name``, read when they are first asked for."""
    return cached_property(lambda lexicon: lexicon.language.terms(name))


class ListLexicon:
    """The words that announce, join and end lists in one language, each read when asked for."""

    articles = _terms("definite_articles")
    bound = _terms("list_bound")
    clauses = _terms("list_clauses")
    continuations = _terms("list_continuations")
    counted_nouns = _terms("counted_nouns")
    demonstratives = _terms("list_demonstratives")
    etcetera = _terms("list_etcetera")
    false_starts = _terms("list_false_starts")
    labels = _terms("list_labels")
    modifiers = _terms("list_modifiers")
    openers = _terms("list_openers")
    pairs = _terms("list_pairs")
    particles = _terms("list_particles")
    points = _terms("list_points")
    predicates = _terms("list_predicates")
    quantifiers = _terms("list_quantifiers")
    samples = _terms("list_samples")
    singular = _terms("list_singular")
    sources = _terms("list_sources")
    speakers = _terms("speaker_pronouns")
    stages = _terms("list_stages")
    stops = _terms("list_stops")
    subjects = _terms("list_subjects")
    tails = _terms("list_tails")
    units = _terms("list_units")

    def __init__(self, language: Language) -> None:
        self.language = language
        self.action_endings = tuple(sorted(language.terms("list_action_endings")))
        self.action_prefixes = tuple(sorted(language.terms("list_action_prefixes"))) or ("",)
        self.conjunctions = {
            word: Joining(kind) for word, kind in language.table("list_conjunctions").items()
        }
        self.cues = _phrases(language.table("list_cues"), Strength)
        self.plural_endings = tuple(sorted(language.terms("list_plural_endings"))) or ("\0",)
        self.months = language.table("months").keys()
        self.not_verbs = language.terms("list_not_verbs") | language.terms("nouns_like_verbs")
        self.number_words = language.table("numbers").keys()
        self.numbers = _values(language.table("numbers") | language.table("list_numbers"))
        self.ordinals = _values(language.table("ordinals"))
        self.roles = {role.split()[0] for role in language.terms("positions")} | {
            short.lower() for short in language.table("role_abbreviations")
        }
        self.verb_prefixes = tuple(sorted(language.terms("list_verb_prefixes")))
        self.weekdays = language.table("weekdays").keys()
        voices = {word: verb.voice for word, verb in speech_verbs(language).items()}
        self.attributions = {w for w, v in voices.items() if v in {Voice.FIRST, Voice.EITHER}}
        self.sayings = {word for word, voice in voices.items() if voice is Voice.ACTIVE}
        self.cue_starts = {":", *self.cues.lengths}
        self.cue_words = {cue for cue in self.cues.kinds if " " not in cue}
        # in a text in lower case
        self.ordinal_cues = self.cue_words | language.terms("list_copulas")
        self.cue_search = pattern(
            rf"\b(?:{_alternatives(self.cues.lengths)})\b|:"
            rf"|\b(?:{_alternatives(self.numbers)}|\d{{1,2}})\s[\w\s-]{{2,60}}[(–—]"
        )
        self.ordinal_search = pattern(rf"\b(?:{_alternatives(self.ordinals)})\b")

    @cached_property
    def small(self) -> frozenset[str]:
        """Words behind which a clause cannot end: ``warga diminta untuk:``."""
        return self.predicates | self.tails | self.openers | self.modifiers

    @cached_property
    def breaks(self) -> frozenset[str]:
        """Words with which a clause goes on, and no noun phrase."""
        return (self.clauses | self.stops) - self.modifiers

    def is_verb(self, token: Token) -> bool:
        """Whether the word looks like a verb of a clause: ``membangun``, ``dibagikan``."""
        word = token.text
        return (
            word.startswith(self.verb_prefixes)  # not so where a capital begins the word
            and word not in self.not_verbs
            and word.islower()
            and not word.endswith("nya")  # "menyebarnya kabar bohong" is a noun phrase
            and any(
                word.startswith(prefix) and len(word) >= len(prefix) + _VERB_TAIL
                for prefix in self.verb_prefixes
            )
        )

    def is_action(self, token: Token) -> bool:
        """Whether the word is a verb or a noun made of one: ``peningkatan``, ``ketahanan``."""
        word = token.lower
        return self.is_verb(token) or (
            token.text.islower()
            and word.startswith(self.action_prefixes)
            and word.endswith(self.action_endings)
            and len(word) > _ACTION
        )

    def is_predicate(self, token: Token) -> bool:
        """Whether a clause's predicate begins here."""
        return token.lower in self.predicates or self.is_verb(token)


def list_lexicon(language: Language) -> ListLexicon:
    """The words about lists of ``language``."""
    return _load(language.code)


@cache
def _load(code: str) -> ListLexicon:
    return ListLexicon(load(code))


def _values(table: dict[str, str]) -> dict[str, int]:
    """The words that begin a number, and what they count by themselves."""
    return {word: int(value) for word, value in table.items() if value.isdecimal()}


def singular_of(word: str) -> str:
    """The word itself where it is doubled for several: ``topik`` of ``topik-topik``.

    >>> singular_of("topik-topik"), singular_of("cita-cita"), singular_of("non-teknis")
    ('topik', 'cita', 'non-teknis')
    """
    first, _, second = word.partition("-")
    return first if first == second else word


def _phrases(table: dict[str, str], kind_of: Callable[[str], Kind]) -> Phrases[Kind]:
    """The phrases of a table with their kinds."""
    return index_phrases({phrase: kind_of(kind) for phrase, kind in table.items()})


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words)))
