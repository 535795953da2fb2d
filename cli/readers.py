"""Which function reads the value of which option, and what it may become when it was begun."""

from __future__ import annotations

from typing import ClassVar

from summarize.ranking import METHODS
from summarize.rendering.sections import SECTIONS

from . import values
from .command import Command


class SummarizeCommand(Command):
    """The command, its parameters read."""

    readers: ClassVar = {
        "paths": str,
        "format_name": values.format_name,
        "template": str,
        "output": str,
        "only": values.sections,
        "sentences": values.count,
        "words": values.count,
        "ratio": values.share,
        "method": values.method,
        "language": values.language,
        "about": str,
        "since": str,
        "until": str,
        "who": str,
        "where": str,
        "glob": str,
        "jobs": values.count,
        "engine": values.engine,
        "timeout": values.seconds,
        "encoding": values.encoding,
        "max_bytes": values.count,
        "color": values.colour,
        "help": str,
    }
    completions: ClassVar = {
        "format_name": values.completions(values.FORMAT_NAMES, "formats"),
        "template": values.completions(values.TEMPLATES),
        "only": values.completions(SECTIONS, "sections"),
        "method": values.completions(METHODS),
        "language": values.completions(values.LANGUAGES, "languages"),
        "color": values.completions(values.COLOURS, "colours"),
    }
