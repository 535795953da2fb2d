"""Whether the tests notice small changes to the rules: ``python -m tests.mutants [COUNT] [SEED]``.

In a copy of the checkout one place of a finder or of the segmentation is changed at a time (a
comparison turned round, a number moved by one, a condition dropped), and the tests of that module
have to fail. Places are drawn at random, the same for the same seed. Where one survives,
either a test is missing, or the rule is not needed, or both ways are right.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PATIENCE = 120  # seconds; a change may make a loop endless, which counts as noticed

# What is tested by other files than the one that is called like it.
TESTS = {
    "enumerations": ("enumerations", "points"),
    "segmentation": ("segmentation",),
    "marks": ("quotations",),
    "attribution": ("quotations", "statements"),
    "speakers": ("quotations", "statements"),
    "speech": ("speech", "quotations"),
    "subjects": ("statements", "quotations"),
    "cast": ("quotations", "statements"),
    "alignment": ("abbreviations",),
    "numbers": ("figures", "enumerations"),
    "venues": ("places", "event"),
    "tokens": ("people", "organizations"),
    **dict.fromkeys(("names", "name_bounds", "identities"), ("people", "organizations")),
    **dict.fromkeys(("roles", "position_bounds"), ("people", "quotations")),
}
ALWAYS = ("seed", "gate", "public_names")
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


def tests_of(path: Path) -> list[str]:
    """The test files that have to notice a change of ``path``."""
    own = path.stem if path.parent.name == "findings" else path.parent.name
    names = (*TESTS.get(own, (own,)), *ALWAYS)
    found = (ROOT / "tests" / f"test_{name}.py" for name in names)
    return [f"tests/{test.name}" for test in found if test.exists()]


def survivors(count: int, seed: int) -> Iterator[tuple[Mutant, bool]]:
    """Mutants drawn at random, and whether each was noticed."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(
            ROOT, copy, ignore=shutil.ignore_patterns(".*_cache", ".git", "__pycache__")
        )
        modules = [
            path
            for place in ("findings", "segmentation")
            for path in sorted((copy / "summarize" / place).rglob("*.py"))
        ]
        sizes = [len(path.read_text("utf-8")) for path in modules]
        tried = 0
        while tried < count:
            one = mutant(chance.choices(modules, sizes)[0], chance)
            if one is not None:
                tried += 1
                yield one._replace(path=one.path.relative_to(copy)), _noticed(one, copy)


def _noticed(one: Mutant, copy: Path) -> bool:
    written = one.path.read_text("utf-8")
    one.path.write_text(one.source, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    try:
        done = subprocess.run(
            [*command, *tests_of(one.path)],
            cwd=copy,
            capture_output=True,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        one.path.write_text(written, "utf-8")
    return done.returncode != 0


def main() -> None:
    """Try so many, print what became of each, and the share that was noticed."""
    count, seed = map(int, (sys.argv[1:] + ["300", "1"][len(sys.argv) - 1 :])[:2])
    noticed = 0
    for one, seen in survivors(count, seed):
        noticed += seen
        verdict = "noticed" if seen else "SURVIVED"
        sys.stdout.write(f"{verdict:>8}  {one.path}:{one.line}: {one.reads}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{noticed} of {count} noticed, {100 * noticed / count:.0f} %\n")


if __name__ == "__main__":
    main()
