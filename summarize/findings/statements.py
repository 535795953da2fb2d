from __future__ import annotations

from summarize.models import Person, Quotation, Release, Statement


def find_statements(
    release: Release, people: tuple[Person, ...], quotations: tuple[Quotation, ...]
) -> tuple[Statement, ...]:
    return ()
