"""Lists that a text announces, and their items.

A list is introduced by a cue (``yaitu``, ``antara lain``, a colon), by numbers or letters before
its items, or by ordinals from sentence to sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from summarize.findings.enumerations.inline import find_inline
from summarize.findings.enumerations.marked import find_marked
from summarize.findings.enumerations.ordinals import find_ordinals
from summarize.models import Enumeration, Release, Span


def find_enumerations(release: Release) -> tuple[Enumeration, ...]:
    """The lists of ``release`` in document order."""
    marked = _apart(find_marked(release))
    spread = _apart(marked, find_ordinals(release))
    inline = (listed for sentence in release.body for listed in find_inline(release, sentence.span))
    found = _apart(spread, inline)
    return tuple(sorted(found, key=attrgetter("items")))


def _apart(*groups: Iterable[Enumeration]) -> list[Enumeration]:
    """The lists of all groups but those whose items overlap with a list before."""
    kept: list[Enumeration] = []
    for group in groups:
        kept += [listed for listed in group if not any(_clash(listed, other) for other in kept)]
    return kept


def _clash(listed: Enumeration, other: Enumeration) -> bool:
    """Whether two lists tell the same words, unless one is told inside an item of the other."""
    return _extent(listed).overlaps(_extent(other))


def _extent(listed: Enumeration) -> Span:
    return Span(listed.items[0].start, listed.items[-1].end)
