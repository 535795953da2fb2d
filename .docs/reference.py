"""The parts of the reference that are made from the command and from the schema of its JSON.

A page has one between lines such as `<!-- made: options -->` and `<!-- /options -->`;
`python .docs/reference.py` writes them anew.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import summarize
from summarize.rendering.formats import FORMATS

SCHEMA = json.loads(
    Path(summarize.__file__).parent.joinpath("rendering", "schema.json").read_text("utf-8")
)
MADE = re.compile(r"^<!-- made: (\w+) -->\n(?:.*\n)*?<!-- /\1 -->$", re.MULTILINE)
LINK_OUT = re.compile(r"(?<!!)\[([^][]+)\]\(((?:\.\./)+[^)#]+)\)")


def filled(page: str) -> str:
    """``page`` with the parts that its marks name."""

    def made(mark: re.Match[str]) -> str:
        return f"<!-- made: {mark[1]} -->\n\n{PARTS[mark[1]]()}\n\n<!-- /{mark[1]} -->"

    return MADE.sub(made, page)


def with_files(page: str, path: Path) -> str:
    """``page`` with its links to files outside the documentation turned into downloads.

    The site carries such files along: there is no address at which they could be looked up.
    """

    def turned(link: re.Match[str]) -> str:
        target = (path.parent / link[2]).resolve()
        if target.is_relative_to(HERE):
            return link[0]
        return f"{{download}}`{link[1].replace('`', '')} <{link[2]}>`"

    return LINK_OUT.sub(turned, page)


def options() -> str:
    """A table of the options for each heading of `summarize --help`."""
    groups: dict[str, list[tuple[str, str]]] = {}
    heading = ""
    for line in _help().splitlines():
        if head := re.fullmatch(r"(\S.*):", line):
            heading = head[1]
        elif option := re.fullmatch(r"  (-\S+(?: \S+)*)(?: {2,}(.*))?", line):
            groups.setdefault(heading, []).append((option[1], option[2] or ""))
        elif (more := re.fullmatch(r" {8,}(\S.*)", line)) and heading in groups:
            name, said = groups[heading].pop()
            groups[heading].append((name, f"{said} {more[1]}".strip()))
    return "\n\n".join(
        f"## {heading}\n\n" + _table(("option", "meaning"), map(_shown, rows))
        for heading, rows in groups.items()
    )


def _help() -> str:
    shown = subprocess.run(
        [sys.executable, "-m", "summarize", "--help"],
        capture_output=True,
        env={**os.environ, "RINGKAS_LANG": "en", "LC_ALL": "C.UTF-8", "COLUMNS": "80"},
        cwd=HERE.parent,
        check=True,
        encoding="utf-8",
    )
    return shown.stdout


def _shown(option: tuple[str, str]) -> tuple[str, str]:
    name, said = option
    plain = re.sub(r"([|<>*_\[\]])", r"\\\1", " ".join(said.split()))
    return "`" + name.replace("|", "\\|") + "`", plain


def formats() -> str:
    """A table of the formats: name, and the extension of its result files."""
    files = ((kind.name, kind.extension) for kind in FORMATS.values())
    rows = ((f"`{name}`", f"`{extension}`" if extension else "none") for name, extension in files)
    return _table(("format", "result files end in"), rows)


def fields() -> str:
    """A section for each field of the result, with a table of what it holds."""
    return "\n\n".join(_sections())


def _sections() -> Iterator[str]:
    for name, schema in SCHEMA["properties"].items():
        yield _section(name, schema)
    yield "## Parts that recur"
    for name, schema in SCHEMA["$defs"].items():
        yield "#" + _section(name, schema)


def _section(name: str, schema: dict[str, Any]) -> str:
    said = (f"## {name}", f"Type: {_kind(schema)}.", schema.get("description", ""))
    rows = tuple(_fields(_path(name, schema), _inner(schema)))
    table = _table(("field", "what", "meaning"), rows) if rows else ""
    return "\n\n".join(piece for piece in (*said, table) if piece)


def _fields(path: str, schema: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The fields below ``path``, those of inner objects too."""
    required = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        there = "" if name in required else " Not always there."
        place = f"{path}.{name}"
        yield f"`{place}`", _kind(field), field.get("description", "") + there
        yield from _fields(_path(place, field), _inner(field))


def _path(place: str, schema: dict[str, Any]) -> str:
    """How a field inside of ``place`` is reached, as jq writes it."""
    return f"{place}[]" if schema.get("type") == "array" else place


def _inner(schema: dict[str, Any]) -> dict[str, Any]:
    """The object that a field is, or may be, or has a row of, if it is described right there."""
    held = [schema, schema.get("items", {}), *schema.get("oneOf", ())]
    return next((kind for kind in held if "properties" in kind), {})


def _kind(schema: dict[str, Any]) -> str:
    """What a value may be, in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "oneOf" in schema:
        kinds = sorted(schema["oneOf"], key=lambda kind: kind.get("type") == "null")
        return " or ".join(map(_kind, kinds))
    if "const" in schema:
        return f"always `{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return " or ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if kinds == ["array"]:
        return f"array of {_kind(schema['items'])}"
    return " or ".join(kinds)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (heads, ("---",) * len(heads), *rows)
    return "\n".join(f"| {' | '.join(cell.strip() for cell in line)} |" for line in lines)


PARTS = {"options": options, "formats": formats, "fields": fields}


def main() -> None:
    """Write the parts into their pages."""
    for path in sorted(HERE.joinpath("reference").glob("*.md")):
        path.write_text(filled(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
