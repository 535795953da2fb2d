"""How entangled the source is, against ceilings that only fall: ``python -m tests.house``.

Counted from the source: rooms (the folders and modules right under ``findings/``, and what puts
them in order), their floors (the longest chain of imports) and arrows (which room imports which);
circles of imports; complexity as radon counts it; and what the rules are spread over. ``--list``
shows what is counted, ``--lower`` takes today's values for ceilings where they are less.
"""

from __future__ import annotations

import ast
import gc
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
CEILINGS = Path(__file__).parent / "ceilings.json"
FINDINGS = "summarize.findings"
COMPLEX = 12  # more paths than that through one function are hard to hold in mind
LONG = 400  # lines of a module
LANGUAGES = ("id", "en")
READERS = ("findings", "text", "anatomy", "segmentation", "passages", "points")  # of the release

Graph = Mapping[str, Set[str]]


@cache
def modules() -> dict[str, ast.Module]:
    """The modules of the library and the command line, by their full names; not of training."""
    found = {}
    for package in ("summarize", "cli"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            if not name.startswith("summarize.training"):
                found[name] = ast.parse(path.read_text("utf-8"), str(path))
    return found


def imports() -> dict[str, set[str]]:
    """Which module imports which, late or at start; what only types need does not count."""
    return {name: set(_imported(name, tree)) for name, tree in modules().items()}


def _imported(name: str, tree: ast.Module) -> Iterator[str]:
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        match node:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                pending.extend(node.orelse)
                continue
            case ast.Import():
                yield from (one.name for one in node.names if one.name in modules())
            case ast.ImportFrom():
                package = name.rpartition(".")[0] if node.level else ""
                home = ".".join(part for part in (package, node.module) if part)
                for one in node.names:
                    inner = f"{home}.{one.name}"
                    yield from [found for found in (inner, home) if found in modules()][:1]
        pending.extend(ast.iter_child_nodes(node))


def rooms(graph: Graph, package: str = FINDINGS) -> dict[str, set[str]]:
    """Which room of ``package`` imports which."""
    found: dict[str, set[str]] = {}
    for name, known in graph.items():
        room = _room(name, package)
        if room is not None:
            others = {_room(other, package) for other in known} - {room, None}
            found.setdefault(room, set()).update(other for other in others if other is not None)
    return found


def _room(name: str, package: str) -> str | None:
    """The room that a module is in: a folder or module of the package, or its ``__init__``."""
    if name == package:
        return "__init__"
    first, _, rest = name.partition(f"{package}.")
    return None if first else rest.partition(".")[0]


def reachable(graph: Graph, start: str) -> set[str]:
    """What ``start`` imports, directly or by others."""
    seen: set[str] = set()
    pending = [*graph.get(start, ())]
    while pending:
        one = pending.pop()
        if one not in seen:
            seen.add(one)
            pending.extend(graph.get(one, ()))
    return seen


def circles(graph: Graph) -> set[frozenset[str]]:
    """The groups whose members all import one another."""
    far = {name: reachable(graph, name) for name in graph}
    return {
        frozenset(other for other in far[name] if name in far[other])
        for name in graph
        if name in far[name]
    }


def floors(graph: Graph) -> int:
    """How many stand on one another in the longest chain of imports; a circle is one floor."""
    together = {name: circle for circle in circles(graph) for name in circle}

    @cache
    def floor(name: str) -> int:
        circle = together.get(name, frozenset((name,)))
        below = {other for one in circle for other in graph[one]} - circle
        return 1 + max(map(floor, sorted(below)), default=0)

    return max(map(floor, graph), default=0)


def complexity(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """McCabe's number as radon counts it: functions inside count for themselves."""
    total = 1
    pending: list[ast.AST] = [*function.body]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        total += _branches(node)
        pending.extend(ast.iter_child_nodes(node))
    return total


def _branches(node: ast.AST) -> int:
    match node:
        case ast.If() | ast.IfExp() | ast.Assert():
            return 1
        case ast.For() | ast.AsyncFor() | ast.While():
            return 1 + bool(node.orelse)
        case ast.Try() | ast.TryStar():
            return len(node.handlers) + bool(node.orelse)
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.Match():
            bare = (getattr(case.pattern, "pattern", case) is None for case in node.cases)
            return len(node.cases) - any(bare)
    return 0


def functions() -> Iterator[tuple[str, int]]:
    """Every function with its complexity."""
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name}.{node.name}", complexity(node)


def token_types() -> Iterator[str]:
    """The classes that stand for a token of the text."""
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Token"):
                yield f"{name}.{node.name}"


def language_files() -> Iterator[Path]:
    """The data of the languages."""
    for code in LANGUAGES:
        folder = ROOT / "summarize" / "languages" / code
        yield from (path for path in folder.rglob("*") if path.suffix in (".txt", ".tsv", ".json"))


def language_ifs() -> Iterator[str]:
    """Where the code asks which language it has."""
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Compare | ast.Attribute) and _is_of_language(node):
                yield f"{name}:{node.lineno}"


def _is_of_language(node: ast.Compare | ast.Attribute) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "modifiers_first"
    sides = [node.left, *node.comparators]
    asked = any(getattr(side, "attr", getattr(side, "id", "")) == "code" for side in sides)
    return asked and any(isinstance(s, ast.Constant) and s.value in LANGUAGES for s in sides)


def word_sets() -> Iterator[str]:
    """Sets of words of a language that stand in the code: most are in its lists of words too.

    What a ``kind`` is compared with are names of ours, though words may read alike.
    """
    known = _listed_words()
    for name, tree in modules().items():
        if name.partition(".")[2].partition(".")[0] not in READERS:
            continue
        kinds = {id(one) for node in ast.walk(tree) for one in _kinds_asked(node)}
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Set | ast.Tuple | ast.List) and node.elts):
                continue
            if id(node) in kinds:
                continue
            values = [one.value for one in node.elts if isinstance(one, ast.Constant)]
            words = [one for one in values if isinstance(one, str) and one.isalpha()]
            if words and len(values) == len(node.elts) and known.issuperset(words):
                yield f"{name}:{node.lineno}: {', '.join(words)}"


def _kinds_asked(node: ast.AST) -> Iterator[ast.AST]:
    """What the ``kind`` of something is compared with."""
    if isinstance(node, ast.Compare):
        asked = [one.attr for one in ast.walk(node.left) if isinstance(one, ast.Attribute)]
        if "kind" in asked:
            yield from node.comparators


def _listed_words() -> set[str]:
    return {
        word
        for path in language_files()
        if path.suffix == ".txt"
        for line in path.read_text("utf-8").split("\n")
        if not line.startswith("#")
        for word in line.split()
    }


def lines_of(*packages: str) -> int:
    """The lines of all modules of ``packages``."""
    return sum(
        len(path.read_text("utf-8").splitlines())
        for package in packages
        for path in (ROOT / package).rglob("*.py")
    )


def long_modules() -> Iterator[str]:
    """The modules that are too long to be read at a sitting."""
    for package in ("summarize", "cli"):
        for path in sorted((ROOT / package).rglob("*.py")):
            if len(path.read_text("utf-8").splitlines()) > LONG:
                yield str(path.relative_to(ROOT))


def outlives_its_summary(text: str) -> bool:
    """Whether the release is still in memory when nobody holds its summary any more."""
    from summarize import summarize

    digest = summarize(text).release.document.sha256
    gc.collect()
    return is_held(digest)


def is_held(digest: str) -> bool:
    """Whether a release whose document has that digest is in memory."""
    from summarize.models import Release

    releases = (one for one in gc.get_objects() if isinstance(one, Release))
    return any(release.document.sha256 == digest for release in releases)


def measures() -> dict[str, int]:
    """The numbers that have ceilings."""
    graph = imports()
    findings = rooms(graph)
    paths = [number for _, number in functions()]
    seed = next((ROOT / "seeds").glob("*.txt")).read_text("utf-8")
    return {
        "findings: floors": floors(findings),
        "findings: rooms": len(findings),
        "findings: arrows between rooms": sum(map(len, findings.values())),
        "findings: lines": lines_of("summarize/findings"),
        "circles of imports": len(circles(graph)),
        f"functions of a complexity over {COMPLEX}": sum(number > COMPLEX for number in paths),
        "complexity of the worst function": max(paths),
        f"modules of more than {LONG} lines": _count(long_modules()),
        "types of tokens": _count(token_types()),
        "files of language data": _count(language_files()),
        "sets of words in the code": _count(word_sets()),
        "questions which language it is": _count(language_ifs()),
        "releases alive after their summary": int(outlives_its_summary(seed)),
    }


def _count(found: Iterable[object]) -> int:
    return sum(1 for _ in found)


def read_ceilings() -> dict[str, int]:
    """The ceilings by the names of their measures."""
    ceilings: dict[str, int] = json.loads(CEILINGS.read_text("utf-8"))
    return ceilings


def main() -> int:
    """Print all measures; 1 if one is above its ceiling."""
    ceilings = read_ceilings() if CEILINGS.exists() else {}
    found = measures()
    for name, value in found.items():
        ceiling = ceilings.get(name, value)
        above = "  ABOVE" if value > ceiling else ""
        sys.stdout.write(f"{name:40} {value:6}  ceiling {ceiling:6}{above}\n")
    if "--lower" in sys.argv[1:]:
        lowered = {name: min(value, ceilings.get(name, value)) for name, value in found.items()}
        CEILINGS.write_text(json.dumps(lowered, indent=2) + "\n", "utf-8", newline="\n")
    if "--list" in sys.argv[1:]:
        for kind in (word_sets(), language_ifs(), token_types(), long_modules()):
            sys.stdout.write("\n" + "".join(f"{one}\n" for one in kind))
        worst = sorted(functions(), key=lambda one: -one[1])
        over = (f"{number:4}  {name}\n" for name, number in worst if number > COMPLEX)
        sys.stdout.write("\n" + "".join(over))
    return int(any(value > ceilings.get(name, value) for name, value in found.items()))


if __name__ == "__main__":
    sys.exit(main())
