"""Ringkas: summaries and key points of press releases, verbatim and traceable.

>>> from summarize import summarize
>>> summary = summarize("Jembatan itu dibuka hari ini.")
>>> [sentence.text for sentence in summary.sentences]
['Jembatan itu dibuka hari ini.']

``summarize_file`` reads a file of any kind first. What stands in ``__all__``, and the attributes
of ``Summary`` that have a docstring, stay as they are until the next major version.
"""

from typing import TYPE_CHECKING, Any

from summarize.version import __version__ as __version__

if TYPE_CHECKING:
    from summarize.errors import (
        EngineError,
        InputError,
        NotTextError,
        OptionError,
        ReadError,
        RenderError,
        SummarizeError,
        TooLargeError,
        UnreadableError,
        WriteError,
    )
    from summarize.models import Document, Span
    from summarize.pipeline import summarize, summarize_file
    from summarize.ranking import METHODS, Length
    from summarize.results import Summary

_HOMES = {
    "METHODS": "summarize.ranking",
    "Document": "summarize.models",
    "EngineError": "summarize.errors",
    "InputError": "summarize.errors",
    "Length": "summarize.ranking",
    "NotTextError": "summarize.errors",
    "OptionError": "summarize.errors",
    "ReadError": "summarize.errors",
    "RenderError": "summarize.errors",
    "Span": "summarize.models",
    "Summary": "summarize.results",
    "SummarizeError": "summarize.errors",
    "TooLargeError": "summarize.errors",
    "UnreadableError": "summarize.errors",
    "WriteError": "summarize.errors",
    "summarize": "summarize.pipeline",
    "summarize_file": "summarize.pipeline",
}

__all__ = [
    "METHODS",
    "Document",
    "EngineError",
    "InputError",
    "Length",
    "NotTextError",
    "OptionError",
    "ReadError",
    "RenderError",
    "Span",
    "SummarizeError",
    "Summary",
    "TooLargeError",
    "UnreadableError",
    "WriteError",
    "summarize",
    "summarize_file",
]


def __getattr__(name: str) -> Any:
    """A public name, from its home: `--version` need not wait for the whole pipeline."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Every public name, also those that were not asked for yet."""
    return sorted({*globals(), *__all__})
