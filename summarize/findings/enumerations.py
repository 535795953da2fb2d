from __future__ import annotations

from summarize.models import Enumeration, Release


def find_enumerations(release: Release) -> tuple[Enumeration, ...]:
    return ()
