"""Ringkas: summaries and key points of press releases, verbatim and traceable.

>>> from summarize import summarize
>>> [chosen.sentence.span for chosen in summarize("Jembatan itu dibuka hari ini.").sentences]
[Span(start=0, end=29)]
"""

from typing import TYPE_CHECKING, Any

from summarize.version import __version__ as __version__

if TYPE_CHECKING:
    from summarize.models import Document, Span, Summary
    from summarize.pipeline import summarize
    from summarize.ranking import METHODS, Length

__all__ = ["METHODS", "Document", "Length", "Span", "Summary", "summarize"]

_HOMES = {
    "METHODS": "summarize.ranking",
    "Document": "summarize.models",
    "Length": "summarize.ranking",
    "Span": "summarize.models",
    "Summary": "summarize.models",
    "summarize": "summarize.pipeline",
}


def __getattr__(name: str) -> Any:
    """A public name, from its home: `--version` need not wait for the whole pipeline."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
