from __future__ import annotations

from summarize.models import Date, Release


def find_dates(release: Release) -> tuple[Date, ...]:
    return ()
