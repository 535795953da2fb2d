"""What may be the list behind a cue: its items and what speaks for and against them.

Every reading of the words behind a cue is one candidate: a segmentation, and where its last item
ends. Its evidence is a number a feature; ``choice`` weighs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log
from statistics import median
from typing import NamedTuple

from summarize.findings.lists.cues import Count, Cue, cue_at
from summarize.findings.lists.lexicon import Joining, Strength, singular_of
from summarize.findings.lists.segmentation import (
    Segmentation,
    leading_sum,
    segment_items,
    similarity,
)
from summarize.findings.lists.token_range import Range, TokenRange
from summarize.findings.lists.trim import bare_item, bare_items

_CROWD = 4  # a number so many times that of the items counts something else
_MOST = 6  # segmentations of one cue
_ENDS = 4  # places where the last item of one may end
_NEAR = 3  # words before a cue among which one says that it has a single subject
_SUBJECT_WORDS = 12  # words before a cue among which its noun is in the plural
_SENTENCE = 40  # words before a cue among which the verb of its clause is looked for
_CLASS_WORDS = 6  # words after a cue that may name a class whose members another cue lists
_MARKS = frozenset((",", ";", ":", ".", "“", '"', "”", "("))
_DASHES = frozenset(("–", "—", "--"))
_CLOSED = frozenset(("modifier", "preposition", "purpose"))  # kinds of few words, each by itself
_LAST_WORDS = frozenset((Joining.STRONG, Joining.OUTER))


class Announcement(NamedTuple):
    """A cue, the numbers before it, and the tokens in which its items stand."""

    tokens: TokenRange
    cue: Cue
    counts: Sequence[Count]
    first: int
    last: int
    start: int = 0  # where its clause may begin at the earliest


class Candidate(NamedTuple):
    """Items that may be the list, the number that announces them, the evidence."""

    items: tuple[Range, ...]
    announced: int | None
    evidence: Mapping[str, float]


def find_candidates(announcement: Announcement) -> Iterator[Candidate]:
    """The readings of what follows a cue, the likeliest segmentation first."""
    tokens, first, last = announcement.tokens, announcement.first, announcement.last
    values = [count.value for count in announcement.counts]
    cued: dict[str, float] | None = None
    for found in segment_items(tokens, first, last, values, _MOST):
        items = bare_items(tokens, found.items)
        if len(items) < 2 or all(_is_score(tokens, item) for item in items):
            continue
        announced = _announced(announcement, found.announced, len(items))
        cued = cued if cued is not None else _of_cue(announcement)
        shared = cued | _of_items(announcement, found, items, announced)
        for end, ending in _ends(announcement, items):
            last_item = bare_item(tokens, (items[-1][0], end))
            if last_item is not None:
                yield Candidate((*items[:-1], last_item), announced, shared | ending)


def _announced(announcement: Announcement, value: int | None, items: int) -> int | None:
    """The number that announces the items: ``value`` if it is theirs or near the cue."""
    if value is None or value == items:
        return value
    if value > _CROWD * items and not announcement.cue.partial:
        return None  # "120 pegawai terdiri dari bagian umum 40 orang, …" counts heads
    near = [count for count in announcement.counts if _is_near(announcement, count)]
    return next((c.value for c in near if c.value == value), near[0].value if near else None)


def _is_near(announcement: Announcement, count: Count) -> bool:
    """Whether the number's noun phrase reaches the cue, so that it must be meant."""
    between = announcement.tokens[count.last : announcement.cue.first]
    return not count.doubtful and not any(token.is_word for token in between)


def _of_cue(announcement: Announcement) -> dict[str, float]:
    """What the cue and the words around it say, whatever its items are."""
    tokens, cue, counts, first, last, start = announcement
    lexicon, strength = tokens.lexicon, cue.strength
    word = tokens[first].lower
    before = tokens[cue.first - 1] if cue.first else None
    clause = range(max(start, cue.first - _SENTENCE), cue.first)
    single = (t.lower in lexicon.singular for t in tokens[max(0, cue.first - _NEAR) : cue.first])
    loose = strength in (Strength.LOOSE, Strength.COPULA, Strength.COUNT, Strength.COLON)
    told = {
        "list": True,
        f"cue {strength}": True,
        f"cue: {cue.text}": True,
        "cue with colon": tokens[cue.last - 1].text == ":" and strength is not Strength.COLON,
        "cue after comma": before is not None and before.text == ",",
        "cue opens sentence": before is None,
        f"cue opens sentence, cue {strength}": before is None,
        "cue of some": cue.partial,
        "false start": word in lexicon.false_starts,
        "relative first": word in lexicon.modifiers,
        "verb first": tokens.is_predicate(first),
        f"verb first, cue {strength}": tokens.is_predicate(first),
        "preposition first": loose and word in lexicon.tails,
        "word alone first": first + 1 < last and tokens[first + 1].text == ",",
        "verb alone first": first + 1 < last
        and tokens[first + 1].text == ","
        and tokens.is_predicate(first),
        "one subject": any(single),
        "plural before": has_plural(tokens, cue),
        "noun of number": bool(counts) and cue.first - counts[0].first <= 2,
        "verb before": any(tokens.is_predicate(index) for index in clause),
        "another cue": names_class(announcement),
    }
    return {name: 1.0 for name, holds in told.items() if holds}


def has_plural(tokens: TokenRange, cue: Cue) -> bool:
    """Whether what stands before the cue is in the plural: ``sejumlah masalah seperti``."""
    comma = cue.first > 0 and tokens[cue.first - 1].text == ","
    last = cue.first - comma
    for index in range(last - 1, max(-1, last - _SUBJECT_WORDS), -1):
        token = tokens[index]
        if token.text in _MARKS or token.lower in tokens.lexicon.singular:
            return False
        if is_plural(tokens, index):
            return True
    return False


def is_plural(tokens: TokenRange, index: int) -> bool:
    """Whether the word says that there are several: ``sejumlah``, ``kota-kota``."""
    word = tokens[index].lower
    return word in tokens.lexicon.quantifiers or singular_of(word) != word


def names_class(announcement: Announcement) -> bool:
    """Whether another cue may take the list: ``mencakup banyak hal termasuk a, b, dan c``."""
    tokens, last = announcement.tokens, announcement.last
    for index in range(announcement.first, min(last, announcement.first + _CLASS_WORDS)):
        other = cue_at(tokens, index)
        if other is not None and other.strength in (Strength.LIST, Strength.PART, Strength.LOOSE):
            return True
        if not tokens[index].is_word:
            return False
    return False


def _of_items(
    announcement: Announcement, found: Segmentation, items: Sequence[Range], announced: int | None
) -> dict[str, float]:
    """What the items themselves say, and how they are parted."""
    tokens, cue = announcement.tokens, announcement.cue
    lexicon = tokens.lexicon
    heads = [tokens[first] for first, _ in items]
    lengths = [last - first for first, last in items]
    alike = [similarity(heads[0], head, lexicon) for head in heads[1:]]
    verbs = [tokens.is_predicate(first) for first, _ in items]
    clauses = [verb or has_predicate(tokens, item) for verb, item in zip(verbs, items, strict=True)]
    capitals = sum(head.capital for head in heads)
    numbers = sum(any(t.is_number for t in tokens[first:last]) for first, last in items)
    prepositions = sum(head.lower in lexicon.openers for head in heads)
    rest = found.segments[found.end :]
    word = found.closing.word
    number = _number(announcement, found, items, announced)
    told: dict[str, float] = {
        f"number {number}": 1.0,
        f"number {number}, cue {cue.strength}": 1.0,
        f"{'two' if len(items) == 2 else 'more'}, number {number}": 1.0,
        f"last word {word or 'missing'}": 1.0,
        f"last word {'there' if word else 'missing'}, cue {cue.strength}": 1.0,
        "comma before last word": float(found.closing.comma and word is not None),
        "and others": float(len(items) < len(found.items)),
        "items": log(len(items)),
        "segmentation": found.score / 5,
        "segmentation an item": found.score / len(items),
        "alike": sum(alike) / len(alike),
        "least alike": min(alike),
        "same words first": sum(head.lower == heads[0].lower for head in heads[1:]) / len(alike),
        "all capitals": float(capitals == len(items)),
        "some capitals": float(0 < capitals < len(items)),
        "verb behind insertion": float(
            cue.first > 0
            and tokens[cue.first - 1].text == ","
            and verbs[1]
            and not verbs[0]
            and cue.strength is not Strength.COLON
        ),
        "first verb alone": float(verbs[0] and not any(verbs[1:])),
        "first no verb": float(not verbs[0] and any(verbs[1:])),
        "all verbs": float(all(verbs)),
        "clause first": float(clauses[0] and not any(clauses[1:])),
        "clauses inside": sum(clauses[1:-1]) / len(items),
        "clauses": sum(clauses) / len(items),
        "clauses unannounced": sum(clauses) / len(items) * (announced is None),
        "words": log(sum(lengths) / len(items)),
        "words, loose cue": log(sum(lengths) / len(items)) * (cue.strength in _DOUBTFUL),
        "first longer": max(0.0, log(lengths[0] / median(lengths[1:]))),
        "first shorter": max(0.0, -log(lengths[0] / median(lengths[1:]))),
        "single words": float(max(lengths) == 1),
        "prepositions first": float(prepositions == len(items)),
        "some prepositions first": float(0 < prepositions < len(items)),
        "subject first": float(any(head.lower in lexicon.subjects for head in heads)),
        "stop first": float(any(head.lower in lexicon.stops for head in heads)),
        "all numbers": float(numbers == len(items)),
        "some numbers": float(0 < numbers < len(items)),
        "day inside": float(
            any(t.lower in lexicon.weekdays for item in items[1:] for t in tokens[slice(*item)])
        ),
        "rest": float(min(len(rest), 4)),
        "this first": float(tokens[items[0][1] - 1].lower in lexicon.demonstratives),
        "cue in first": float(_holds_cue(tokens, items[0])),
        "cue in another": float(any(_holds_cue(tokens, item) for item in items[1:])),
        "conjunction inside": float(
            any(
                tokens[index].lower in lexicon.clauses or tokens[index].lower in lexicon.stops
                for first, last in items[:-1]
                for index in range(first + 1, last)
                if tokens[index].lower not in lexicon.modifiers
            )
        ),
        "all end in brackets": float(all(tokens[last - 1].text == ")" for _, last in items)),
        "open to the end": float(word is None and not rest),
        "last word alone": float(lengths[-1] == 1 and min(lengths[:-1]) > 1),
        "semicolons": float(tokens[items[0][1]].text == ";" if items[0][1] < len(tokens) else 0),
    }
    if rest:
        told[f"rest behind {rest[0].word or 'no word'}"] = 1.0
        told["rest goes on"] = float(rest[0].word in _LAST_WORDS and rest[0].comma)
        told["rest alike"] = similarity(heads[0], tokens[rest[0].first], lexicon)
        told["rest behind comma"] = float(rest[0].comma)
        told["rest of open list"] = float(word is None)
    for segment in found.segments[1 : found.end]:
        begins = segment.first in {found.segments[start].first for start in found.starts}
        kind = "parts" if begins else "joins"
        mark = f"{'comma' if segment.comma else ''} {segment.word or ''}".strip()
        mark = "apposition" if segment.apposition else mark
        if segment is not found.closing:
            name = f"{mark} {kind}"
            told[name] = told.get(name, 0.0) + 1.0
    return told


_DOUBTFUL = (Strength.LOOSE, Strength.COPULA, Strength.COLON)


def _is_score(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is the result of a game: ``menang dua gim, yakni 21-18, 21-19``."""
    last = tokens[item[1] - 1]
    return item[1] - item[0] <= 2 and last.is_number and "-" in last.text


def _holds_cue(tokens: TokenRange, item: Range) -> bool:
    return any(cue_at(tokens, index) is not None for index in range(*item))


def _number(
    announcement: Announcement, found: Segmentation, items: Sequence[Range], announced: int | None
) -> str:
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


class _Others(NamedTuple):
    """What the other items are like beside the last one."""

    words: frozenset[str]
    kinds: frozenset[str]
    names: bool
    clause: bool
    usual: float
    longest: int
    verb_before: bool


def _others(announcement: Announcement, items: Sequence[Range]) -> _Others:
    tokens, cue = announcement.tokens, announcement.cue
    others = items[:-1]
    words = [tokens[index] for item in others for index in range(*item)]
    kinds = (_kind(tokens, index) for item in others for index in range(item[0] + 1, item[1]))
    lengths = [last - first for first, last in others]
    clause = range(max(announcement.start, cue.first - _SENTENCE), cue.first)
    return _Others(
        words=frozenset(token.lower for token in words),
        kinds=frozenset(kind for kind in kinds if kind),
        names=all(t.capital or not t.is_word or t.is_number for t in words),
        clause=any(has_predicate(tokens, item) for item in others),
        usual=median(lengths),
        longest=max(lengths),
        verb_before=any(tokens.is_predicate(index) for index in clause),
    )


def _ends(
    announcement: Announcement, items: Sequence[Range]
) -> Iterator[tuple[int, dict[str, float]]]:
    """Where the last item may end, and what that says."""
    tokens = announcement.tokens
    first, last = items[-1]
    others = _others(announcement, items)
    inside: dict[str, float] = {}
    ends, index = 0, first + 1
    while index < last and ends < _ENDS:
        kind = _kind(tokens, index) or (others.names and _behind_name(tokens, index)) or ""
        if kind:
            word = tokens[index].lower
            known = " as before" if kind in others.kinds or word in others.words else ""
            here = _lengths(others, index - first)
            told = [f"end: {kind}{known}"]
            if not known and kind in _CLOSED:
                told.append(f"end: {word}")
            if others.verb_before:
                told.append(f"end: {kind}, verb before")
            if others.clause:
                told.append(f"end: {kind}, clauses")
            if others.names:
                told.append("end: among names")
            here["tail"] = log(last - index)
            yield index, dict.fromkeys(told, 1.0) | here | inside
            ends += 1
            inside[f"goes on: {kind}{known}"] = 1.0
            if not known and kind in _CLOSED:
                inside[f"goes on: {word}"] = 1.0
            if others.names:
                inside["goes on among names"] = 1.0
        index = tokens.skip(index, last) + 1
    yield last, _lengths(others, last - first) | inside


def _lengths(others: _Others, words: int) -> dict[str, float]:
    """How long the last item is beside the others."""
    ratio = log(words / others.usual)
    return {
        "last longer": max(0.0, ratio),
        "last shorter": max(0.0, -ratio),
        "last longest": float(words > others.longest + 2),
    }


def _kind(tokens: TokenRange, index: int) -> str:
    """What the word is at which the last item may end; nothing where it may not."""
    token, lexicon = tokens[index], tokens.lexicon
    word = token.lower
    if word in _DASHES:
        return "dash"
    if not token.is_word or token.capital:
        return ""
    if word in lexicon.modifiers:
        behind = tokens[index + 1] if index + 1 < len(tokens) else None
        purpose = behind is not None and word in lexicon.tails and lexicon.is_verb(behind)
        return "purpose" if purpose else "modifier"
    if word in lexicon.clauses or word in lexicon.stops:
        return "conjunction"
    if word in lexicon.predicates:
        return "predicate"
    if lexicon.is_verb(token):
        return "verb"
    return "preposition" if word in lexicon.tails or word in lexicon.openers else ""


def _behind_name(tokens: TokenRange, index: int) -> str:
    """Whether a word that is no part of a name stands behind one."""
    token, before = tokens[index], tokens[index - 1]
    named = before.capital or before.is_number or before.text == ")"
    lower = token.text[0].islower() and not token.text[-1].isdecimal()
    return "word" if named and lower and token.lower not in tokens.lexicon.particles else ""
