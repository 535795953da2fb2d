"""A list put together of what was found of it."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.lists.introductions import Introduction
from summarize.findings.lists.item_kind import are_points
from summarize.models import Enumeration, ListKind, Span
from summarize.text.reading import Reading


def build(
    reading: Reading,
    intro: Introduction,
    items: Sequence[Span],
    end: int,
    *,
    kind: ListKind,
    sign: str,
    points: bool | None = None,
) -> Enumeration:
    """The list of ``items``, from where its introduction starts up to offset ``end``.

    What its lead and its items are called says whether they are ``points`` where nobody else does.
    """
    return Enumeration(
        span=Span(intro.start, end),
        lead=intro.lead,
        items=tuple(items),
        announced=intro.announced,
        points=are_points(reading, intro.lead, items) if points is None else points,
        kind=kind,
        sign=sign,
        partial=intro.partial,
    )
