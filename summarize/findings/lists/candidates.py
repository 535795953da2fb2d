"""What may be the list behind a cue: its items and what speaks for and against them.

Every reading of the words behind a cue is one candidate: a segmentation, and where its last item
ends. Its evidence is a number a feature; ``choice`` weighs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from summarize.findings.lists.cue_evidence import Announcement, of_cue
from summarize.findings.lists.cues import Count
from summarize.findings.lists.end_evidence import find_ends
from summarize.findings.lists.item_evidence import of_items
from summarize.findings.lists.lexicon import Strength
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.token_range import Range, TokenRange
from summarize.findings.lists.trim import bare_item, bare_items

_MOST = 4  # segmentations of one cue
_FEWEST = 3  # items that no number announces
_CROWD = 4  # a number so many times that of the items counts something else


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
        if not values and len(found.starts) < _FEWEST:
            continue
        items = bare_items(tokens, found.items)
        if len(items) < 2 or all(_is_score(tokens, item) for item in items):
            continue
        announced = _announced(announcement, found.announced, len(items))
        if announcement.cue.strength is Strength.MARK and announced != len(items):
            continue
        cued = cued if cued is not None else of_cue(announcement)
        shared = cued | of_items(announcement, found, items, announced)
        for end, ending in find_ends(announcement, items):
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


def _is_score(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is the result of a game: ``menang dua gim, yakni 21-18, 21-19``."""
    last = tokens[item[1] - 1]
    return item[1] - item[0] <= 2 and last.is_number and "-" in last.text
