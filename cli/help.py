"""The help: options in groups and the most useful examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from .colours import escapes_allowed
from .messages import translated

EXAMPLES = (
    ("summarize release.txt", "The page of a release."),
    ("summarize release.docx --only quotes", "Who said what, a line each."),
    ("summarize release.pdf --template whatsapp", "A message to pass on."),
    ("summarize release.txt -f json | jq -r '.people[].name'", "What was found, for programs."),
    ("summarize releases/ -o results/", "A result for each; again, only what is new."),
    ("summarize releases/ -o digest.html", "One page of all, to search; or table.csv."),
)
OTHERS = "Options"  # the group of options that are in no other
PROLOGUE = (
    "Summary and key points of press releases: verbatim, offline, every line traceable.",
    "PATH is a file, a folder, an address such as s3://, or - for standard input.",
)
CONFIGURATION = (
    "Options can be set in ringkas.toml, or as [tool.ringkas] in pyproject.toml, of the working "
    "folder or one above, else in ringkas/ringkas.toml of your settings; and by variables such as "
    "RINGKAS_FORMAT. The command line counts most, then variables. --show-config tells them."
)


def write_help(command: Any, context: Any, formatter: Any) -> None:
    """Write the help of ``command``, its headings bold where that can be seen."""
    bold = escapes_allowed(on_terminal=sys.stdout.isatty())
    if bold:
        context.color = True
    usage = translated("Usage: {1} [OPTIONS] [PATH]...".replace("{1}", context.command_path))
    formatter.write(f"{usage}\n")
    with formatter.indentation():
        for paragraph in PROLOGUE:
            formatter.write_paragraph()
            formatter.write_text(translated(paragraph))
    for heading, rows in groups(command, context):
        with formatter.section(_heading(heading, bold=bold)):
            formatter.write_dl(rows, col_max=24)
    with formatter.section(_heading("Examples", bold=bold)):
        for line, told in EXAMPLES:
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")
            with formatter.indentation():
                formatter.write_text(f"  {translated(told)}")
    formatter.write_paragraph()
    formatter.write_text(translated(CONFIGURATION))


def _heading(text: str, *, bold: bool) -> str:
    shown = translated(text)
    return f"\x1b[1m{shown}\x1b[22m" if bold else shown


def groups(command: Any, context: Any) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The groups of options in the order of the first of each, with what is said of them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for option in command.get_params(context):
        if option.param_type_name == "option" and not option.hidden:
            panel = getattr(option, "rich_help_panel", None) or OTHERS
            found.setdefault(panel, []).append((_names(option), _told(option)))
    others = found.pop(OTHERS, [])
    yield from found.items()
    yield OTHERS, others


def _names(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar}"


def _told(option: Any) -> str:
    if option.name == "help":
        return translated("Show this and exit.")
    return translated(option.help or "")
