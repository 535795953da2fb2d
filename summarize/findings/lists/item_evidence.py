"""What the items of a candidate say of whether they are a list, and how they are parted."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from summarize.findings.lists.cue_evidence import Announcement
from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.lexicon import Joining, Strength
from summarize.findings.lists.likeness import similarity
from summarize.findings.lists.segmentation import Segmentation, leading_sum
from summarize.findings.lists.token_range import Range, TokenRange

_LAST_WORDS = frozenset((Joining.STRONG, Joining.OUTER))
_DOUBTFUL = (Strength.LOOSE, Strength.COPULA, Strength.COLON)
_MOST_REST = 4  # segments behind the list, from which on their number says no more


def of_items(
    announcement: Announcement, found: Segmentation, items: Sequence[Range], announced: int | None
) -> dict[str, float]:
    """What the items say: their number, what they begin with, how long they are, what they hold."""
    tokens = announcement.tokens
    return {
        **_of_number(announcement, found, items, announced),
        **_of_heads(announcement, items),
        **_of_clauses(announcement, items, announced),
        **_of_lengths(announcement, items),
        **_of_words(tokens, items),
        **_of_rest(tokens, found, items),
        **_of_marks(found),
    }


def _of_number(
    announcement: Announcement, found: Segmentation, items: Sequence[Range], announced: int | None
) -> dict[str, float]:
    number, strength = _number(announcement, items, announced), announcement.cue.strength
    word = found.closing.word
    return {
        f"number {number}": 1.0,
        f"number {number}, cue {strength}": 1.0,
        f"{'two' if len(items) == 2 else 'more'}, number {number}": 1.0,
        f"last word {word or 'missing'}": 1.0,
        f"last word {'there' if word else 'missing'}, cue {strength}": 1.0,
        "comma before last word": float(found.closing.comma and word is not None),
        "and others": float(len(items) < len(found.items)),
        "items": log(len(items)),
        "segmentation": found.score / 5,
        "segmentation an item": found.score / len(items),
    }


def _number(announcement: Announcement, items: Sequence[Range], announced: int | None) -> str:
    """How the number that announces the items, if there is one, agrees with how many they are."""
    if announced is None:
        return "none"
    if announced == len(items):
        return "agrees"
    if announced == leading_sum(announcement.tokens, [first for first, _ in items]):
        return "is sum"
    if announced < len(items):
        return "smaller"
    return "larger of some" if announcement.cue.partial else "larger"


def _of_heads(announcement: Announcement, items: Sequence[Range]) -> dict[str, float]:
    """How alike the items begin."""
    tokens, lexicon = announcement.tokens, announcement.tokens.lexicon
    heads = [tokens[first] for first, _ in items]
    alike = [similarity(heads[0], head, lexicon) for head in heads[1:]]
    capitals = sum(head.capital for head in heads)
    prepositions = sum(head.lower in lexicon.openers for head in heads)
    return {
        "alike": sum(alike) / len(alike),
        "least alike": min(alike),
        "same words first": sum(head.lower == heads[0].lower for head in heads[1:]) / len(alike),
        "all capitals": float(capitals == len(items)),
        "some capitals": float(0 < capitals < len(items)),
        "prepositions first": float(prepositions == len(items)),
        "some prepositions first": float(0 < prepositions < len(items)),
        "subject first": float(any(head.lower in lexicon.subjects for head in heads)),
        "stop first": float(any(head.lower in lexicon.stops for head in heads)),
    }


def _of_clauses(
    announcement: Announcement, items: Sequence[Range], announced: int | None
) -> dict[str, float]:
    """Which items begin with a verb, and which are clauses."""
    tokens, cue = announcement.tokens, announcement.cue
    verbs = [tokens.is_predicate(first) for first, _ in items]
    clauses = [verb or has_predicate(tokens, item) for verb, item in zip(verbs, items, strict=True)]
    inserted = cue.first > 0 and tokens[cue.first - 1].text == ","
    inserted = inserted and cue.strength is not Strength.COLON
    later = any(verbs[1:])
    return {
        "verb behind insertion": float(inserted and verbs[1] and not verbs[0]),
        "first verb alone": float(verbs[0] and not later),
        "first no verb": float(not verbs[0] and later),
        "all verbs": float(all(verbs)),
        "clause first": float(clauses[0] and not any(clauses[1:])),
        "clauses inside": sum(clauses[1:-1]) / len(items),
        "clauses": sum(clauses) / len(items),
        "clauses unannounced": sum(clauses) / len(items) * (announced is None),
    }


def has_predicate(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is a clause: a predicate stands in it, in no bracket or relative clause."""
    index, last = item
    while index < last:
        word = tokens[index].lower
        if word in tokens.lexicon.modifiers or (index > item[0] and word in tokens.lexicon.tails):
            return False
        named = index > item[0] and tokens[index].capital  # "Rumah Tidak Layak Huni"
        if tokens.is_predicate(index) and not named:
            return True
        index = tokens.skip(index, last) + 1
    return False


def median(lengths: Sequence[int]) -> float:
    """The one in the middle, or the mean of the two there; ``statistics`` loads much else."""
    ordered, half = sorted(lengths), len(lengths) // 2
    return (ordered[half] + ordered[-half - 1]) / 2


def _of_lengths(announcement: Announcement, items: Sequence[Range]) -> dict[str, float]:
    lengths = [last - first for first, last in items]
    words = log(sum(lengths) / len(items))
    ratio = log(lengths[0] / median(lengths[1:]))
    return {
        "words": words,
        "words, loose cue": words * (announcement.cue.strength in _DOUBTFUL),
        "first longer": max(0.0, ratio),
        "first shorter": max(0.0, -ratio),
        "single words": float(max(lengths) == 1),
        "last word alone": float(lengths[-1] == 1 and min(lengths[:-1]) > 1),
    }


def _of_words(tokens: TokenRange, items: Sequence[Range]) -> dict[str, float]:
    """What stands in the items: numbers, days, cues, conjunctions, brackets, semicolons."""
    lexicon = tokens.lexicon
    numbers = sum(any(t.is_number for t in tokens[first:last]) for first, last in items)
    later = [token for item in items[1:] for token in tokens[slice(*item)]]
    inside = [t.lower for first, last in items[:-1] for t in tokens[first + 1 : last]]
    behind = items[0][1]
    return {
        "all numbers": float(numbers == len(items)),
        "some numbers": float(0 < numbers < len(items)),
        "day inside": float(any(token.lower in lexicon.weekdays for token in later)),
        "this first": float(tokens[behind - 1].lower in lexicon.demonstratives),
        "cue in first": float(_holds_cue(tokens, items[0])),
        "cue in another": float(any(_holds_cue(tokens, item) for item in items[1:])),
        "conjunction inside": float(not lexicon.breaks.isdisjoint(inside)),
        "all end in brackets": float(all(tokens[last - 1].text == ")" for _, last in items)),
        "semicolons": float(behind < len(tokens) and tokens[behind].text == ";"),
    }


def _holds_cue(tokens: TokenRange, item: Range) -> bool:
    return any(cue_at(tokens, index) is not None for index in range(*item))


def _of_rest(tokens: TokenRange, found: Segmentation, items: Sequence[Range]) -> dict[str, float]:
    """What is left behind the list."""
    rest, word = found.segments[found.end :], found.closing.word
    if not rest:
        return {"open to the end": float(word is None)}
    following = rest[0]
    return {
        "rest": float(min(len(rest), _MOST_REST)),
        f"rest behind {following.word or 'no word'}": 1.0,
        "rest goes on": float(following.word in _LAST_WORDS and following.comma),
        "rest alike": similarity(tokens[items[0][0]], tokens[following.first], tokens.lexicon),
        "rest behind comma": float(following.comma),
        "rest of open list": float(word is None),
    }


def _of_marks(found: Segmentation) -> dict[str, float]:
    """How often which marks and words part items, and how often they stand inside of one."""
    told: dict[str, float] = {}
    starts = set(found.starts)
    for number in range(1, found.end):
        segment = found.segments[number]
        mark = f"{'comma' if segment.comma else ''} {segment.word or ''}".strip()
        mark = "apposition" if segment.apposition else mark
        if number != found.starts[-1]:
            name = f"{mark} {'parts' if number in starts else 'joins'}"
            told[name] = told.get(name, 0.0) + 1.0
    return told
