"""What a language's data files say about lists, ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarize.findings.lists.list_tokens import Token
from summarize.languages import Language, load
from summarize.text.speech_verbs import Voice, speech_verbs

_VERB_TAIL = 4  # letters that must follow a verb's prefix
_ACTION = 6  # letters that a noun made of a verb has more than


@dataclass(frozen=True)
class Grammar:
    """The words that announce, join and end lists in one language."""

    language: Language
    cues: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word: (words, strength)
    cue_words: frozenset[str]
    cue_search: re.Pattern[str]  # this and the other searches in lower case
    conjunctions: dict[str, str]
    bound: frozenset[str]
    existentials: frozenset[str]
    stops: frozenset[str]
    attributions: frozenset[str]
    speakers: frozenset[str]
    tails: frozenset[str]
    clauses: frozenset[str]
    sources: frozenset[str]
    predicates: frozenset[str]
    verb_prefixes: tuple[str, ...]
    not_verbs: frozenset[str]
    action_prefixes: tuple[str, ...]
    action_endings: tuple[str, ...]
    numbers: dict[str, int]
    units: frozenset[str]
    labels: frozenset[str]
    months: frozenset[str]
    particles: frozenset[str]
    modifiers: frozenset[str]
    openers: frozenset[str]
    false_starts: frozenset[str]
    points: frozenset[str]
    ordinals: dict[str, int]
    ordinal_search: re.Pattern[str]
    count_search: re.Pattern[str]
    stages: frozenset[str]
    etcetera: frozenset[str]
    quantifiers: frozenset[str]
    singular: frozenset[str]
    samples: frozenset[str]
    demonstratives: frozenset[str]
    subjects: frozenset[str]
    positions: frozenset[str]
    continuations: frozenset[str]
    not_numbered: frozenset[str]
    pairs: frozenset[str]
    numbered: frozenset[str]
    counted_nouns: frozenset[str]
    distributives: frozenset[str]
    weekdays: frozenset[str]
    sayings: frozenset[str]

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


def grammar_of(language: Language) -> Grammar:
    """The grammar of lists in ``language``."""
    return _read(language.code)


@cache
def _read(code: str) -> Grammar:
    language = load(code)
    cues: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, strength in language.table("list_cues").items():
        words = tuple(phrase.split())
        cues.setdefault(words[0], []).append((words, strength))
    attributions = frozenset(
        word
        for word, verb in speech_verbs(language).items()
        if verb.voice in {Voice.FIRST, Voice.EITHER}
    )
    ordinals = {word: int(value) for word, value in language.table("ordinals").items()}
    return Grammar(
        language=language,
        cues={
            word: tuple(sorted(found, key=lambda cue: -len(cue[0]))) for word, found in cues.items()
        },
        cue_words=frozenset(
            words[0] for found in cues.values() for words, _ in found if len(words) == 1
        ),
        cue_search=re.compile(rf"\b(?:{_alternatives(cues)})\b|:"),
        conjunctions=language.table("list_conjunctions"),
        bound=language.terms("list_bound"),
        existentials=language.terms("list_existentials"),
        stops=language.terms("list_stops"),
        attributions=attributions,
        speakers=language.terms("speaker_pronouns"),
        tails=language.terms("list_tails"),
        clauses=language.terms("list_clauses"),
        sources=language.terms("list_sources"),
        predicates=language.terms("list_predicates"),
        verb_prefixes=tuple(sorted(language.terms("list_verb_prefixes"))),
        action_prefixes=tuple(sorted(language.terms("list_action_prefixes"))) or ("",),
        action_endings=tuple(sorted(language.terms("list_action_endings"))),
        not_verbs=language.terms("list_not_verbs") | language.terms("nouns_like_verbs"),
        numbers=_numbers(language),
        units=language.terms("list_units"),
        labels=language.terms("list_labels"),
        months=frozenset(language.table("months")),
        particles=language.terms("list_particles"),
        modifiers=language.terms("list_modifiers"),
        openers=language.terms("list_openers"),
        false_starts=language.terms("list_false_starts"),
        points=language.terms("list_points"),
        ordinals=ordinals,
        ordinal_search=re.compile(rf"\b(?:{_alternatives(ordinals)})\b"),
        count_search=re.compile(rf"\W{{0,3}}(?:{_alternatives(_numbers(language))}),"),
        stages=language.terms("list_stages"),
        etcetera=language.terms("list_etcetera"),
        singular=language.terms("list_singular"),
        samples=language.terms("list_samples"),
        demonstratives=language.terms("list_demonstratives"),
        subjects=language.terms("list_subjects"),
        positions=frozenset(position.split()[0] for position in language.terms("positions"))
        | frozenset(word.lower() for word in language.table("role_abbreviations")),
        quantifiers=language.terms("list_quantifiers"),
        continuations=language.terms("list_continuations"),
        not_numbered=language.terms("list_not_numbered"),
        pairs=language.terms("list_pairs"),
        numbered=language.terms("list_numbered"),
        counted_nouns=language.terms("counted_nouns"),
        distributives=language.terms("list_distributives"),
        weekdays=frozenset(language.table("weekdays")),
        sayings=frozenset(
            word for word, verb in speech_verbs(language).items() if verb.voice is Voice.ACTIVE
        ),
    )


def _numbers(language: Language) -> dict[str, int]:
    """The words with which a number begins, and what they count by themselves."""
    words = language.table("numbers") | language.table("list_numbers")
    return {word: int(value) for word, value in words.items() if value.isdecimal()}


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words)))
