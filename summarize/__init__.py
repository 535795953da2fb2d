"""Ringkas: summaries and key points of press releases, verbatim and traceable.

>>> from summarize import summarize
>>> [chosen.sentence.span for chosen in summarize("Jembatan itu dibuka hari ini.").sentences]
[Span(start=0, end=29)]
"""

from summarize.models import Document, Span, Summary
from summarize.pipeline import summarize
from summarize.ranking import METHODS, Length

__all__ = ["METHODS", "Document", "Length", "Span", "Summary", "summarize"]
__version__ = "0.1.0"
