from __future__ import annotations

from summarize.models import Person, Quotation, Release


def find_quotations(release: Release, people: tuple[Person, ...]) -> tuple[Quotation, ...]:
    return ()
