"""The direction of dependencies, read from the source: what a module may import.

``models, errors ← languages ← text, reading, anatomy, segmentation ← findings, passages ← ranking ←
points ← pipeline ← batch``; rendering knows the models and languages only; the library never knows
its command line.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
LIBRARY = sorted((ROOT / "summarize").rglob("*.py"))
COMMAND = sorted((ROOT / "cli").rglob("*.py"))

# Each part may import from itself, from the parts named here, and nothing else of ours.
ALLOWED = {
    "models": {"languages", "version"},
    "errors": set(),
    "version": set(),
    "digests": set(),
    "patterns": set(),
    "decisions": set(),
    "evidence": {"languages"},
    "languages": set(),
    "hyphenation": set(),
    "storage": {"errors"},
    "reading": {"models", "errors", "version", "hyphenation", "storage"},
    "segmentation": {"models", "languages", "decisions", "text"},
    "anatomy": {"models", "errors", "languages", "segmentation", "decisions", "hyphenation"},
    "text": {"models", "languages", "decisions"},
    "findings": {"models", "languages", "text", "segmentation", "anatomy", "decisions", "evidence"},
    "passages": {"models", "languages"},
    "ranking": {"models", "errors", "languages", "passages", "segmentation", "text"},
    "points": {"models", "languages", "passages", "segmentation", "text", "findings", "ranking"},
    "records": set(),
    "results": {"models", "records", "errors", "rendering"},
    "pipeline": {
        *("models", "errors", "anatomy", "findings", "passages", "points", "ranking", "reading"),
        "results",
    },
    "rendering": {"models", "errors", "languages"},
    "archive": {"errors", "languages", "rendering", "version"},
    "batch": {
        "archive",
        "rendering",
        "models",
        "errors",
        "pipeline",
        "reading",
        "ranking",
        "storage",
        "version",
    },
}
# The same for the rooms of ``findings``.
FINDERS = {
    "abbreviations": set(),
    "dates": set(),
    "figures": set(),
    "places": set(),
    "people": set(),
    "organizations": set(),
    "speech": {"people"},
    "lists": set(),
    "event": {"dates", "places"},
}
ANYTHING = {"__init__", "__main__", "training"}
ANYBODY = {"digests", "patterns"}  # may be imported from everywhere
HEAVY = {"nltk", "sumy", "numpy", "rich"}
# What a file's summary goes without: other methods, formats, several processes. pydantic comes
# with Typer where a value has to be explained; importlib.resources and tempfile bring much along.
UNUSED = HEAVY | {
    "requests",
    "pydantic",
    "concurrent.futures",
    "multiprocessing",
    "summarize.batch.workers",
    "distributed",
    "hashlib",
    "importlib.resources",
    "tempfile",
    "csv",
    "tomllib",
    "jinja2",
    "sqlite3",
    "pyarrow",
    "fsspec",
}
RICH = {"views.py", "progress.py", "answers.py"}  # imported late themselves
LATE = HEAVY | {"summarize.pipeline"}  # loaded for work, not for a word of help


def part_of(path: Path) -> str:
    """The part of the library that a module belongs to."""
    return path.relative_to(ROOT / "summarize").parts[0].removesuffix(".py")


def imported(path: Path, *, at_start: bool = False) -> Iterator[str]:
    """The full names that a module imports; ``at_start``: only those paid for at start-up."""
    tree = ast.parse(path.read_text("utf-8"))
    late = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) or _is_type_checking(node)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if at_start and node in late:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def _is_type_checking(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_knows_only_what_comes_before_it(path: Path) -> None:
    part = part_of(path)
    if part in ANYTHING:
        return
    known = {name.split(".")[1] for name in imported(path) if name.startswith("summarize.")}
    assert part in ALLOWED, f"say in ALLOWED what {part} may import"
    assert known <= ALLOWED[part] | ANYBODY | {part}
    assert "summarize" not in imported(path)


@pytest.mark.parametrize("room", FINDERS)
def test_a_finder_knows_only_the_finders_named_beside_it(room: str) -> None:
    place = ROOT / "summarize" / "findings" / room
    modules = sorted(place.rglob("*.py")) or [place.with_suffix(".py")]
    known = {
        name.split(".")[2]
        for path in modules
        for name in imported(path)
        if name.startswith("summarize.findings.")
    }
    assert known <= FINDERS[room] | {room}


def test_every_finder_says_what_it_may_import() -> None:
    folder = ROOT / "summarize" / "findings"
    modules = (path.relative_to(folder).parts[0] for path in folder.rglob("*.py"))
    assert {module.removesuffix(".py") for module in modules} - {"__init__"} == set(FINDERS)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_library_does_not_know_its_command_line(path: Path) -> None:
    names = {name.split(".")[0] for name in imported(path)}
    assert not names & {"rich", "typer"}
    if path.name != "__main__.py" or part_of(path) != "__main__":
        assert "cli" not in names


@pytest.mark.parametrize("path", COMMAND, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_command_line_finds_itself_by_relative_names(path: Path) -> None:
    names = set(imported(path))
    assert not {name for name in names if name.split(".")[0] in {"cli", "re", "click"}}
    if path.name not in RICH:
        assert not {name for name in names if name.split(".")[0] == "rich"}


@pytest.mark.parametrize("path", [*LIBRARY, *COMMAND], ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_heavy_is_imported_where_it_is_used(path: Path) -> None:
    if path.name in RICH or part_of_training(path):
        return
    assert not {name.split(".")[0] for name in imported(path, at_start=True)} & HEAVY


def part_of_training(path: Path) -> bool:
    return "training" in path.parts


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    assert not LATE & loaded_by(option)


@pytest.mark.parametrize("options", [(), ("-f", "json", "-n", "2", "--only", "summary,points")])
def test_a_release_loads_only_what_its_options_need(options: tuple[str, ...]) -> None:
    assert not UNUSED & loaded_by(*options, str(SEED))
    assert not {"summarize.rendering.html", "summarize.rendering.csv"} & loaded_by(str(SEED))


def test_a_method_of_sumy_loads_it() -> None:
    assert "sumy" in loaded_by("--method", "luhn", str(SEED))


def loaded_by(*arguments: str) -> set[str]:
    """The modules in memory after a run of the command."""
    program = (
        "import os, sys\n"
        "from summarize.__main__ import main\n"
        "os._exit = sys.exit\n"  # which comes back here
        "sys.argv[0] = 'summarize'\n"
        "try:\n    main()\n"
        "finally:\n    print('', *sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.decode().split())
