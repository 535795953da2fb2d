"""What the program may say, collected from its source, for the catalogues of other languages.

``python -m tests.messages`` prints the messages that a catalogue lacks, as gettext's tools would.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from cli.catalogue import read_catalogue

ROOT = Path(__file__).parent.parent
CATALOGUES = ROOT / "cli" / "languages"
# Where messages arise: the command line, and what of the library raises errors or gives warnings.
SOURCES = (
    *("cli", "summarize/archive", "summarize/batch", "summarize/reading"),
    "summarize/storage",
    "summarize/ranking/__init__.py",
    *("summarize/ranking/length.py", "summarize/pipeline.py", "summarize/results.py"),
    *("summarize/languages/__init__.py", "summarize/anatomy/__init__.py"),
    "summarize/rendering/template.py",
    "summarize/rendering/sandbox.py",
)
# Of one word, or put together: they are not told from other strings.
SHORT = {
    *("Result", "Length", "Input", "Terminal", "Settings", "Options", "Examples", "default"),
    "Search",
    *("Usage: {1} [OPTIONS] [PATH]...", "{1} failed", "{1} place", "{1} places", "{1} file"),
    *("release", "{1}; {2}"),
}
# What looks like a message and is none: names in files, styles, the manual, commands.
NOT_SAID = {
    *(
        "<Summary of an empty text>",
        "Mac Roman",
        "is undefined",
        "bold cyan",
        "bold green",
        "bold yellow",
        "does not take",
    ),
    *("summarize release.docx --only quotes", "summarize release.pdf --template whatsapp"),
    "summarize release.txt -f json | jq -r '.people[].name'",
    *("{1} has no [{2}]", "{1} has no {2}"),
    *("Everything asked was done.", "Wrong usage.", "Stopped by Ctrl-C, by TERM."),
    "At least one input failed, or a result could not be written; the rest is done.",
}


_CODE = (
    *("\n", "\\", "(?", "=", "SELECT", "WHERE", "DROP"),
    *("AND ", "INSERT", "DELETE", "BEGIN", "names(", "bm25", " | None"),
)


def messages() -> set[str]:
    """Every message, with ``{1}``, ``{2}`` for what is filled in."""
    found: set[str] = set(SHORT)
    for source in SOURCES:
        place = ROOT / source
        for path in [place] if place.suffix else sorted(place.rglob("*.py")):
            found.update(_of_module(ast.parse(path.read_text("utf-8"))))
    return found - NOT_SAID


def _of_module(tree: ast.Module) -> Iterator[str]:
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        text = _text(node)
        if text is not None:
            if _is_said(text):
                yield text
            parts = node.values if isinstance(node, ast.JoinedStr) else []
            pending += [part for part in parts if isinstance(part, ast.FormattedValue)]
            continue
        pending.extend(ast.iter_child_nodes(node))


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    parts, number = [], 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value))
        else:
            number += 1
            parts.append(f"{{{number}}}")
    return "".join(parts)


def _is_said(text: str) -> bool:
    """Whether a string is a sentence, not a name or a pattern."""
    words = [word for word in text.split() if word.strip(",.;:()'").isalpha()]
    return len(words) > 1 and not any(sign in text for sign in _CODE)


def main() -> None:
    """Print what is missing, and what is there and never said."""
    known = read_catalogue(CATALOGUES / "id.po")
    for text in sorted(messages() - {*known}):
        quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        sys.stdout.write(f'msgid "{quoted}"\nmsgstr ""\n\n')
    for text in sorted({*known} - messages()):
        sys.stdout.write(f"# never said: {text}\n")


if __name__ == "__main__":
    main()
