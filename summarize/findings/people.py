from __future__ import annotations

from summarize.models import Person, Release


def find_people(release: Release) -> tuple[Person, ...]:
    return ()
