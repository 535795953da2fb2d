"""What speaks for two names being of one person: ``Mul`` and ``Mulwahyono``, ``Agil`` and ``Aqil``.

How their words are alike, which of them the text tells a role of, which it names first, whether it
names both in one sentence and who else the shorter one could be. The weights of these were learnt
from pairs of names that readers judged (``same_person.json``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summarize.evidence import load_weights
from summarize.findings.people.name_mentions import Words
from summarize.findings.people.role_matching import role_matches
from summarize.languages import Language
from summarize.text.edits import edits

LEAST = 0.7  # log-odds from which on two names are taken for one person's
_NEAREST = 40  # people with whom each is compared
_LEAST_PART = 3  # letters of a word that may be another one cut short
_LEAST_CHANGED = 5  # letters of words that may differ by two
_LONGEST_WORD = 20  # letters of a word that is compared with others
# How two words may be alike, the closest first.
_SAME, _INITIAL, _FRONT, _LETTER, _BACK, _INSIDE, _LETTERS = range(7)
_ALIKE = ("same", "initial", "front", "letter", "back", "inside", "letters")


class Named(NamedTuple):
    """Somebody as one of the names in a release: its words, the role and where it stands.

    ``rule`` says by what the name is known as one, ``places`` are sentences and tokens.
    """

    words: Words
    role: str
    rule: str
    places: tuple[tuple[int, int], ...]


class Likeness(NamedTuple):
    """Two of the people, the one with the shorter name first, and what speaks for one person."""

    short: int
    full: int
    features: frozenset[str]


def find_likenesses(people: Sequence[Named], language: Language) -> list[Likeness]:
    """Those of the people whose names are alike, with what speaks for each."""
    order = sorted(range(len(people)), key=lambda i: people[i].places[0])
    alike: dict[int, list[tuple[int, int]]] = {}
    for place, one in enumerate(order):
        for other in order[max(0, place - _NEAREST) : place]:
            short, full = sorted((one, other), key=lambda i: (_length(people[i]), -i))
            how = likeness(people[short].words, people[full].words)
            if how is not None:
                alike.setdefault(short, []).append((how, full))
    return [
        Likeness(short, full, _features(how, people[short], people[full], found, language))
        for short, found in alike.items()
        for how, full in found
    ]


def _length(person: Named) -> tuple[int, int]:
    return len(person.words), sum(map(len, person.words))


def choose(people: Sequence[Named], language: Language) -> dict[int, int]:
    """For each who is named otherwise elsewhere, who that is."""
    weights = load_weights(__package__, "same_person.json")["same"]
    chosen: dict[int, tuple[float, int]] = {}
    for short, full, features in find_likenesses(people, language):
        odds = weights.odds(features)
        if odds > max(LEAST, chosen.get(short, (LEAST, 0))[0]):
            chosen[short] = odds, full
    return {short: full for short, (_, full) in chosen.items()}


def likeness(short: Words, full: Words) -> int | None:
    """How the words of a name are alike to those of another: as the two least alike are.

    None where one of them is like no word of the other, in order.
    """
    if len(short) == 1 < len(full) and short[0] == "".join(word[0] for word in full):
        return _INITIAL
    if len(short) > 1 and set(short).isdisjoint(full):
        return None
    at, worst = 0, _SAME
    for word in short:
        found = (
            (how, k) for k in range(at, len(full)) if (how := _alike(word, full[k])) is not None
        )
        best = min(found, default=None)
        if best is None:
            return None
        worst, at = max(worst, best[0]), best[1] + 1
    return worst


def _alike(one: str, other: str) -> int | None:
    """How two words are alike, None where they are not."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return _SAME
    if len(short) == 1:
        return _INITIAL if long[0] == short else None
    if len(short) < _LEAST_PART or len(long) > _LONGEST_WORD:
        return None
    if len(one) < len(other) and short in long:
        return _FRONT if long.startswith(short) else _BACK if long.endswith(short) else _INSIDE
    return _misspelt(short, long)


def _misspelt(short: str, long: str) -> int | None:
    """Whether two words differ by a letter or by two, which are one where they are swapped."""
    apart = edits(short, long) if len(long) - len(short) < 3 else 3
    if apart == 1 or (apart == 2 and sorted(short) == sorted(long)):
        return _LETTER
    return _LETTERS if apart == 2 and len(short) >= _LEAST_CHANGED else None


def _features(
    how: int,
    short: Named,
    full: Named,
    found: Iterable[tuple[int, int]],
    language: Language,
) -> frozenset[str]:
    rivals = sum(other <= how for other, _ in found) - 1
    alike = _ALIKE[how]
    changed = min(7, max(len(word) for word in short.words if word not in full.words or how == 0))
    words = "a word" if len(short.words) == 1 else "words"
    of = "of a word" if len(full.words) == 1 else "of words"
    sentences = {sentence for sentence, _ in full.places}
    together = any(sentence in sentences for sentence, _ in short.places)
    rule = short.rule.split(":")[0] or "elsewhere"
    return frozenset(
        (
            f"{alike}",
            f"{alike} {words} {of}",
            f"{alike} of {changed} letters",
            f"{words} {of}",
            _role(short, full, language),
            f"full {'with' if full.role else 'without'} role",
            f"by {rule}",
            "first" if short.places[0] < full.places[0] else "behind",
            "together" if together else "apart",
            f"{min(rivals, 2)} rivals",
        )
    )


def _role(short: Named, full: Named, language: Language) -> str:
    """Whether the role of the one with the shorter name can be that of the other."""
    if not short.role:
        return "no role"
    if not full.role:
        return "role of its own"
    return "same role" if role_matches(short.role, full.role, language) else "other role"
