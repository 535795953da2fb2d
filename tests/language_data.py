"""What the language files hold and which module asks for it.

``python -m tests.language_data`` writes this to ``summarize/languages/INDEX.md``.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarize.languages import CODES, FILES, without_comments

LIBRARY = Path(__file__).parent.parent / "summarize"
LANGUAGES = LIBRARY / "languages"
INDEX = LANGUAGES / "INDEX.md"
_WAYS = {"terms": "terms", "alternatives": "terms", "table": "table"}
_HEAD = re.compile(r"\[([a-z_]+)\]( optional)?")


class Listed(NamedTuple):
    """A list of a language: its file, the comment above it and its terms or rows."""

    file: str
    comment: tuple[str, ...]
    lines: tuple[str, ...]
    optional: bool = False

    @property
    def keys(self) -> list[str]:
        """The terms, of a table the keys."""
        return [line.partition("\t")[0] for line in self.lines]


class Asked(NamedTuple):
    """A list that a module asks for, as terms, as a table or (None) by its file."""

    name: str
    way: str | None
    module: str


@cache
def lists(code: str) -> dict[str, Listed]:
    """The lists of a language by name; a name twice raises ValueError."""
    found: dict[str, Listed] = {}
    for name, listed in _read(LANGUAGES / code):
        if name in found:
            raise ValueError(f"{code} has [{name}] in {found[name].file} and {listed.file}")
        found[name] = listed
    return found


def _read(folder: Path) -> Iterator[tuple[str, Listed]]:
    for path in sorted(folder.rglob("*.t*"), key=lambda path: (path.parent != folder, path)):
        text, file = path.read_text("utf-8"), path.relative_to(folder).as_posix()
        if path.parent == folder:
            yield from _sections(file, text.split("\n"))
        else:
            comment = [line[2:] for line in text.split("\n") if line.startswith("#")]
            yield path.stem, Listed(file, (*comment,), (*without_comments(text),))


def _sections(file: str, lines: list[str]) -> Iterator[tuple[str, Listed]]:
    above: list[str] = []
    for i, line in enumerate(lines):
        if head := _HEAD.fullmatch(line):
            body = lines[i + 1 : lines.index("", i)]
            terms = (*without_comments("\n".join(body)),)
            yield head[1], Listed(file, (*above,), terms, head[2] is not None)
        above = [*above, line[2:]] if line.startswith("# ") else []


@cache
def asked() -> frozenset[Asked]:
    """What the library asks for."""
    return frozenset(
        one
        for path in LIBRARY.rglob("*.py")
        for one in _asked_by(
            path.relative_to(LIBRARY).as_posix(), ast.parse(path.read_text("utf-8"))
        )
    )


def _asked_by(module: str, tree: ast.Module) -> Iterator[Asked]:
    """A name that is not written where it is asked for is one of the strings of its module."""
    strings = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for string in strings:
        if found := re.fullmatch(r"(?:gazetteers|learnt)/(\w+)\.t\w+", string):
            yield Asked(found[1], None, module)
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=way) | ast.Name(id=way), args=[argument]):
                if way not in _WAYS:
                    continue
                way = _WAYS[way]
            case _:
                continue
        match argument:
            case ast.Constant(value=str(name)):
                yield Asked(name, way, module)
            case ast.JoinedStr(values=[ast.Constant(value=str(stem)), *_]):
                names = (name for name in lists("id") if name.startswith(stem))
                yield from (Asked(name, way, module) for name in names)
            case _:
                yield from (Asked(name, None, module) for name in strings & lists("id").keys())


def index() -> str:
    """What INDEX.md says: file by file each list, its size, what it is for and who asks for it."""
    users: dict[str, set[str]] = defaultdict(set)
    for one in asked():
        users[one.name].add(one.module)
    rows: dict[str, list[str]] = defaultdict(list)
    for name, listed in (lists("en") | lists("id")).items():
        sizes = (str(len(lists(c)[name].lines)) if name in lists(c) else "" for c in CODES)
        cells = (f"`{name}`", *sizes, _what_for(listed.comment), ", ".join(sorted(users[name])))
        rows[listed.file].append(f"| {' | '.join(cells)} |")
    parts = [
        "# The lists of the languages\n",
        "Made by `python -m tests.language_data`, not edited by hand. A list is asked for by its "
        "name: `language.terms(name)`, `language.table(name)`. An empty cell: the language does "
        "without it.\n",
    ]
    for file in sorted(rows, key=lambda file: ("/" in file, file)):
        parts += [f"## {file}\n", *_purpose(file)]
        parts += [
            f"| list | {' | '.join(CODES)} | what for | asked for by |",
            "|---|--:|--:|---|---|",
        ]
        parts += [*rows[file], ""]
    return "\n".join(parts)


def _what_for(comment: tuple[str, ...]) -> str:
    """The first line of the comment above a list, with an ellipsis if the sentence goes on."""
    first = comment[0].replace("|", "\\|")
    return first if len(comment) == 1 or first[-1] in ".:)" else first + " …"


def _purpose(file: str) -> list[str]:
    """The comment on top of a file that has sections."""
    if file.removesuffix(".txt") not in FILES:
        return []
    first, *_ = (LANGUAGES / "id" / file).read_text("utf-8").split("\n")
    return [first.removeprefix("# ") + "\n"]


if __name__ == "__main__":
    INDEX.write_text(index(), "utf-8", newline="\n")
