"""Counts as a language writes them."""

from __future__ import annotations

from summarize.languages import Language


def counted(count: int, language: Language) -> str:
    """``count`` with its thousands set apart: ``2.000`` in Indonesian, ``2,000`` in English."""
    return f"{count:,}".replace(",", language.table("digest")["thousands"])
