from __future__ import annotations

from summarize.models import Abbreviation, Release


def find_abbreviations(release: Release) -> tuple[Abbreviation, ...]:
    return ()
