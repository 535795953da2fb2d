"""What a language's data files say about lists, ready for looking up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarize.findings.enumerations.tokens import Token
from summarize.languages import Language, load

_VERB_TAIL = 4  # letters that must follow a verb's prefix


@dataclass(frozen=True)
class Grammar:
    """The words that announce, join and end lists in one language."""

    cues: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word: (words, strength)
    cue_search: re.Pattern[str]
    conjunctions: dict[str, str]
    stops: frozenset[str]
    tails: frozenset[str]
    predicates: frozenset[str]
    verb_prefixes: tuple[str, ...]
    not_verbs: frozenset[str]
    numbers: dict[str, int]
    units: frozenset[str]
    labels: frozenset[str]
    particles: frozenset[str]
    modifiers: frozenset[str]
    openers: frozenset[str]
    false_starts: frozenset[str]
    points: frozenset[str]
    ordinals: dict[str, int]

    def is_verb(self, token: Token) -> bool:
        """Whether the word looks like a verb of a clause: ``membangun``, ``dibagikan``."""
        word = token.lower
        return (
            token.text.islower()
            and word not in self.not_verbs
            and not word.endswith("nya")  # "menyebarnya kabar bohong" is a noun phrase
            and any(
                word.startswith(prefix) and len(word) >= len(prefix) + _VERB_TAIL
                for prefix in self.verb_prefixes
            )
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
    starts = "|".join(sorted(map(re.escape, cues)))
    return Grammar(
        cues={
            word: tuple(sorted(found, key=lambda cue: -len(cue[0]))) for word, found in cues.items()
        },
        cue_search=re.compile(rf"\b(?:{starts})\b|:", re.IGNORECASE),
        conjunctions=language.table("list_conjunctions"),
        stops=language.terms("list_stops"),
        tails=language.terms("list_tails"),
        predicates=language.terms("list_predicates"),
        verb_prefixes=tuple(sorted(language.terms("list_verb_prefixes"))),
        not_verbs=language.terms("list_not_verbs"),
        numbers={word: int(value) for word, value in language.table("number_words").items()},
        units=language.terms("list_units"),
        labels=language.terms("list_labels"),
        particles=language.terms("list_particles"),
        modifiers=language.terms("list_modifiers"),
        openers=language.terms("list_openers"),
        false_starts=language.terms("list_false_starts"),
        points=language.terms("list_points"),
        ordinals={word: int(value) for word, value in language.table("ordinals").items()},
    )
