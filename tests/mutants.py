"""Whether the tests notice small changes to the rules: ``python -m tests.mutants [COUNT] [SEED]``.

In a copy of the checkout one place of a finder or of the segmentation is changed at a time (a
comparison turned round, a number moved by one, a condition dropped), and the tests of that module
have to fail: those that import it or are called like it, and those that reach it by the imports
of others, the nearest first; among the far ones only those that hold what is found against files of
cases. Tests that fail without a change are not asked. Places are drawn at
random, the same for the same seed; name folders or modules behind it to draw from these alone.
Where one survives, either a test is missing, or the rule is not needed, or both ways are right.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import summarize
from tests import house

ROOT = Path(__file__).parent.parent
PLACES = ("summarize/findings", "summarize/text", "summarize/segmentation")
PATIENCE = 60.0  # seconds, at least; a change may make a loop endless, which counts as noticed
OF_THE_SOURCE = ("tests.test_house",)  # tests that do not run what they look at
CASES = ("cases", "seeds", "releases", "snapshots")  # folders of texts with what is in them
SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


class Mutant(NamedTuple):
    """A module with one place changed: which, and how that line reads now."""

    path: Path
    line: int
    source: str
    reads: str


def places(tree: ast.AST) -> list[ast.AST]:
    """Where a module can be changed, in order; annotations and constants of modules are not."""
    return [
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for statement in function.body
        for node in ast.walk(statement)
        if isinstance(node, ast.BoolOp)
        or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))
        or (isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPPED)
        or (isinstance(node, ast.Constant) and type(node.value) in (int, bool))
        or isinstance(node, ast.Continue | ast.Break)
    ]


def mutant(path: Path, chance: random.Random) -> Mutant | None:
    """``path`` with one of its places changed; None if it has none."""
    tree = ast.parse(path.read_text("utf-8"))
    found = places(tree)
    if not found:
        return None
    place = chance.choice(found)
    changed = _Change(place, chance).visit(tree)
    source = ast.unparse(ast.fix_missing_locations(changed))
    line = getattr(place, "lineno", 0)
    return Mutant(path, line, source, ast.unparse(getattr(place, "replacement", place)))


class _Change(ast.NodeTransformer):
    """Changes one node of a tree."""

    def __init__(self, place: ast.AST, chance: random.Random) -> None:
        self.place, self.chance = place, chance

    def visit(self, node: ast.AST) -> ast.AST:
        if node is not self.place:
            return self.generic_visit(node)
        changed = self._changed(node)
        node.replacement = changed  # type: ignore[attr-defined]
        return changed

    def _changed(self, node: ast.AST) -> ast.AST:
        match node:
            case ast.BoolOp():
                kept = list(node.values)
                del kept[self.chance.randrange(len(kept))]
                return ast.BoolOp(node.op, kept) if len(kept) > 1 else kept[0]
            case ast.UnaryOp():
                return node.operand
            case ast.Compare():
                other = SWAPPED[type(node.ops[0])]()
                return ast.Compare(node.left, [other, *node.ops[1:]], node.comparators)
            case ast.Constant(value=bool()):
                return ast.Constant(not node.value)
            case ast.Constant():
                return ast.Constant(int(str(node.value)) + self.chance.choice((-1, 1)))
            case ast.Continue():
                return ast.Break()
            case _:
                return ast.Continue()


@cache
def distances() -> dict[str, dict[str, int]]:
    """For each test file, how many imports away each module of ours is."""
    graph = house.imports() | _test_imports()
    return {name: _distances(graph, name) for name in graph if name.startswith("tests.test_")}


def _distances(graph: house.Graph, start: str) -> dict[str, int]:
    found, edge = {start: 0}, [start]
    while edge:
        step = [other for name in edge for other in sorted(graph.get(name, ()))]
        edge = [name for name in dict.fromkeys(step) if name not in found]
        far = max(found.values()) + 1
        found |= dict.fromkeys(edge, far)
    return found


@cache
def _test_trees() -> dict[str, ast.Module]:
    files = (ROOT / "tests").glob("*.py")
    return {f"tests.{path.stem}": ast.parse(path.read_text("utf-8")) for path in sorted(files)}


def _test_imports() -> dict[str, set[str]]:
    """What the modules of the tests import, and of ours what a test is called like.

    A public name is imported from its home.
    """
    known = house.modules().keys() | _test_trees().keys()
    found: dict[str, set[str]] = {}
    for name, tree in _test_trees().items():
        called = name.removeprefix("tests.test_")
        found[name] = imported = {one for one in house.modules() if one.split(".")[-1] == called}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                imported |= {one.name for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                for one in node.names:
                    public = _home(one.name) if node.module == "summarize" else node.module
                    inner = f"{node.module}.{one.name}"
                    imported.add(inner if inner in known else public)
    return found


def _home(name: str) -> str:
    """The module that a public name is from."""
    return str(getattr(getattr(summarize, name), "__module__", "summarize"))


def _nodes(test: str) -> Iterator[ast.AST]:
    """What a test consists of, with what it uses of the tests."""
    for name in distances()[test]:
        if name in _test_trees():
            yield from ast.walk(_test_trees()[name])


@cache
def _holds_cases(test: str) -> bool:
    return any(isinstance(node, ast.Constant) and node.value in CASES for node in _nodes(test))


@cache
def _starts_processes(test: str) -> bool:
    """Whether a test looks at processes, not at what is found."""
    imported = (node for node in _nodes(test) if isinstance(node, ast.Import))
    return any(one.name == "subprocess" for node in imported for one in node.names)


def tests_of(module: str) -> list[str]:
    """The names of the tests that have to notice a change of ``module``, the nearest first."""
    far = {
        test: found[module]
        for test, found in distances().items()
        if module in found and test not in OF_THE_SOURCE and not _starts_processes(test)
    }
    nearest = min(far.values(), default=0)
    wanted = [test for test in far if far[test] <= nearest + 2 or _holds_cases(test)]
    return sorted(wanted, key=lambda test: (far[test], test))


class Checkout:
    """A copy of the checkout, in which tests are run while one module is changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ignored = shutil.ignore_patterns(".*_cache", ".git", "__pycache__")
        shutil.copytree(ROOT, folder, ignore=ignored)
        self._seconds: dict[str, float | None] = {}

    def modules(self, places: Sequence[str]) -> list[Path]:
        """The modules in ``places``, folders or files."""
        found = (self.folder / place for place in places)
        return [
            path
            for place in found
            for path in ([place] if place.is_file() else sorted(place.rglob("*.py")))
        ]

    def notices(self, one: Mutant) -> bool:
        """Whether a test fails, or never ends, when a module reads like this."""
        name = ".".join(one.path.relative_to(self.folder).with_suffix("").parts)
        asked = [test for test in tests_of(name.removesuffix(".__init__")) if self._fit(test)]
        patience = PATIENCE + 3 * sum(self._seconds[test] or 0 for test in asked)
        written = one.path.read_text("utf-8")
        one.path.write_text(one.source, "utf-8")
        try:
            return not self._pass(asked, patience)
        finally:
            one.path.write_text(written, "utf-8")

    def _fit(self, test: str) -> bool:
        """Whether a test passes without a change."""
        if test not in self._seconds:
            start = monotonic()
            passes = self._pass([test], PATIENCE)
            self._seconds[test] = monotonic() - start if passes else None
        return self._seconds[test] is not None

    def _pass(self, tests: Sequence[str], patience: float) -> bool:
        files = [f"{test.replace('.', '/')}.py" for test in tests]
        try:
            done = subprocess.run(
                [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *files],
                cwd=self.folder,
                capture_output=True,
                env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def survivors(count: int, seed: int, places: Sequence[str]) -> Iterator[tuple[Mutant, bool]]:
    """Mutants drawn at random, and whether each was noticed."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        copy = Checkout(Path(folder) / "copy")
        modules = copy.modules(places)
        sizes = [len(path.read_text("utf-8")) for path in modules]
        tried = 0
        while tried < count:
            one = mutant(chance.choices(modules, sizes)[0], chance)
            if one is not None:
                tried += 1
                yield one._replace(path=one.path.relative_to(copy.folder)), copy.notices(one)


def main() -> None:
    """Try so many, print what became of each, and the share that was noticed."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    count, seed = (*numbers, *(300, 1)[len(numbers) :])
    places = [one for one in sys.argv[1:] if not one.isdigit()] or PLACES
    noticed = 0
    for one, seen in survivors(count, seed, places):
        noticed += seen
        verdict = "noticed" if seen else "SURVIVED"
        sys.stdout.write(f"{verdict:>8}  {one.path}:{one.line}: {one.reads}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{noticed} of {count} noticed, {100 * noticed / count:.0f} %\n")


if __name__ == "__main__":
    main()
