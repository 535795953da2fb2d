"""The manual page, made from the text of the help.

``python -m cli.manual`` writes it as the wheel installs it.
"""

from __future__ import annotations

import sys
from typing import Any

import typer

from summarize.version import __version__

from .app import app
from .help import CONFIGURATION, EXAMPLES, PROLOGUE, groups

_MANUAL = """\
.\\" Made from --help by python -m cli.manual
.TH SUMMARIZE 1 "" "ringkas {version}" "User Commands"
.SH NAME
summarize, ringkas \\- summaries and key points of press releases
.SH SYNOPSIS
.B summarize
[\\fIOPTIONS\\fR] [\\fIPATH\\fR]...
.SH DESCRIPTION
"""
_CODES = (
    ("0", "Everything asked was done."),
    ("1", "At least one input failed, or a result could not be written; the rest is done."),
    ("2", "Wrong usage."),
    ("130, 143", "Stopped by Ctrl-C, by TERM."),
)


def manual(command: Any, context: Any) -> str:
    """The manual page, in roff."""
    parts = [_MANUAL.format(version=__version__), *(f"{_roff(p)}\n.PP\n" for p in PROLOGUE)]
    for heading, rows in groups(command, context):
        parts.append(f".SH {_roff(heading.upper())}\n")
        parts += [f".TP\n.B {_roff(names)}\n{_roff(told)}\n" for names, told in rows]
    parts.append(".SH EXAMPLES\n")
    parts += [f".TP\n.B {_roff(line)}\n{_roff(told)}\n" for line, told in EXAMPLES]
    parts.append(f".SH CONFIGURATION\n{_roff(CONFIGURATION)}\n.SH EXIT STATUS\n")
    parts += [f".TP\n.B {code}\n{_roff(told)}\n" for code, told in _CODES]
    return "".join(parts)


def _roff(text: str) -> str:
    shown = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{shown}" if shown.startswith(".") else shown


def main() -> None:
    """Write the manual page to standard output."""
    command = typer.main.get_command(app)
    sys.stdout.write(manual(command, command.make_context("summarize", [], resilient_parsing=True)))


if __name__ == "__main__":
    main()
