"""The text of a release as it is, for whoever follows the offsets of another format."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.models import Summary


def render_source(
    summary: Summary,
    sections: Sequence[str] | None = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """Exactly the text that offsets count."""
    return summary.release.document.text
