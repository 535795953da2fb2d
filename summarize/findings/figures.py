from __future__ import annotations

from summarize.models import Date, Figure, Release


def find_figures(release: Release, dates: tuple[Date, ...]) -> tuple[Figure, ...]:
    return ()
