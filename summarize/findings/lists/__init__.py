"""Lists that a text announces, and their items.

A list is introduced by a cue (``yaitu``, ``antara lain``, a colon), by numbers or letters before
its items, or by ordinals from sentence to sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter, itemgetter

from summarize.findings.lists.cued import find_cued_lists
from summarize.findings.lists.markers import find_marked_lists
from summarize.findings.lists.next_sentence import find_line_lists, with_next_sentence
from summarize.findings.lists.ordinals import find_ordinal_lists
from summarize.models import Enumeration, Person, Span
from summarize.text.reading import Reading


def find_lists(reading: Reading, people: tuple[Person, ...] = ()) -> tuple[Enumeration, ...]:
    """The lists of a release in document order; ``people`` tell names from roles in them.

    ``Ada dua tuntutan, yaitu air bersih dan jalan desa.`` is a list of two items, announced 2,
    its lead ``dua tuntutan``. Of two readings of the same words the first of these is kept:
    markers, ordinals, lines of their own, a cue.
    """
    named = sorted(mention.start for person in people for mention in person.mentions)
    numbers = range(len(reading.body))
    found = _apart(
        find_marked_lists(reading),
        find_ordinal_lists(reading),
        find_line_lists(reading),
        [
            with_next_sentence(reading, listed, number + 1)
            for number in numbers
            for listed in find_cued_lists(reading, number, named)
        ],
    )
    return tuple(sorted(found, key=attrgetter("items")))


def _apart(*groups: Iterable[Enumeration]) -> list[Enumeration]:
    """The lists of all groups without those that read the items of one before otherwise.

    A list inside one item of another is kept: ``Kedua, layanan yang mencakup a, b, dan c``; so is
    one around it.
    """
    kept: list[Enumeration] = []
    taken: list[tuple[Span, Enumeration]] = []  # from first to last item of what is kept, in order
    for listed in chain(*groups):
        extent = _extent(listed)
        first = bisect_left(taken, extent, key=itemgetter(0))
        first -= first > 0 and taken[first - 1][0].overlaps(extent)
        last = max(first, bisect_left(taken, Span(extent.end, extent.end), key=itemgetter(0)))
        near = taken[first:last]
        if all(_holds(other, extent) for _, other in near):
            kept.append(listed)
            if not near:
                taken.insert(first, (extent, listed))
        elif all(_holds(listed, span) for span, _ in near):
            kept.append(listed)
            taken[first:last] = [(extent, listed)]
    return kept


def _holds(listed: Enumeration, extent: Span) -> bool:
    """Whether one item of ``listed`` has all of ``extent`` inside it."""
    at = bisect_right(listed.items, extent) - 1
    return at >= 0 and listed.items[at].contains(extent) and listed.items[at] != extent


def _extent(listed: Enumeration) -> Span:
    return Span(listed.items[0].start, listed.items[-1].end)
