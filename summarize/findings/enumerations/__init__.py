"""Lists that a text announces, and their items.

A list is introduced by a cue (``yaitu``, ``antara lain``, a colon), by numbers or letters before
its items, or by ordinals from sentence to sentence.
"""

from __future__ import annotations

from summarize.findings.enumerations.inline import find_inline
from summarize.models import Enumeration, Release


def find_enumerations(release: Release) -> tuple[Enumeration, ...]:
    """The lists of ``release`` in document order."""
    found: list[Enumeration] = []
    for sentence in release.body:
        found += find_inline(release, sentence.span)
    return tuple(sorted(found, key=lambda listed: listed.items[0]))
