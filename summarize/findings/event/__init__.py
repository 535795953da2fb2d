"""The event of a release: what it is about, when and where it was, and who is in it.

*When*: see when.py. *Where*: see where.py. *Who*: the people of the title and the lead.
"""

from __future__ import annotations

from summarize.findings.event.when import find_days
from summarize.findings.event.where import find_scene
from summarize.models import Date, Entity, Event, Person, Release, Span
from summarize.text.reading import Reading

_LEAD = 2  # sentences
_MOST_PEOPLE = 3


def find_event(
    reading: Reading,
    dates: tuple[Date, ...],
    places: tuple[Entity, ...],
    people: tuple[Person, ...],
) -> Event:
    """What, when, where and who, as far as the release says."""
    release = reading.release
    first = release.body[0].span if release.body else None
    when = find_days(reading, dates)
    where = find_scene(reading, next(iter(when.told), None), places)
    return Event(
        what=release.title or first,
        dates=when.stated,
        days=when.told,
        places=where.places,
        who=_who(release, people),
        reasons=where.reasons,
    )


def _who(release: Release, people: tuple[Person, ...]) -> tuple[Span, ...]:
    """The names of the people who are mentioned in the title or the lead."""
    lead = [sentence.span for sentence in release.body[:_LEAD]]
    if release.title:
        lead.append(release.title)
    named = [p.name for p in people if any(s.contains(m) for s in lead for m in p.mentions)]
    return tuple(named[:_MOST_PEOPLE])
