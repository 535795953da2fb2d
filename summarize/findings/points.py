from __future__ import annotations

from summarize.models import Findings, Point, PointKind, Release


def choose_points(release: Release, findings: Findings) -> tuple[Point, ...]:
    return tuple(
        Point(found.span, PointKind.LIST, found.rule, None, found, 1.0)
        for found in findings.enumerations
    )
