"""Every call that touches the disk fails once, and is once the last: nothing is ever half there."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

import cli.app
import cli.delivery  # noqa: F401 - which the command imports when it needs it
from cli.process import main
from summarize import summarize
from summarize.rendering import FORMATS, render_several
from tests import faults
from tests.endurance import Tree, tree_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

RELEASES = {
    "a.txt": "WANASARI – Bupati Rusdi Hartono meresmikan jembatan gantung, Selasa (14/5/2024).",
    "2024/b.txt": "Ada tiga janji, yaitu air bersih, jalan mulus, dan listrik.\n" * 40,
}
OUTPUTS = ["results", "new/all.jsonl"]  # a file for each release, one for all
MOST = 400  # calls; far fewer are made


@pytest.fixture(scope="module", autouse=True)
def everything_loaded() -> None:
    """So that the many processes that are forked need not load it."""
    for name in FORMATS:
        assert "".join(render_several(map(summarize, RELEASES.values()), name))


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    for name, text in RELEASES.items():
        path = tmp_path / "releases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "releases"


def summarized(fault: str | None, releases: Path, output: Path) -> tuple[int, list[str]]:
    """The exit code and the complaints of a run in a process of its own, on a faulty disk."""
    said = releases.parent / "said.txt"
    child = os.fork()
    if child == 0:
        os.setsid()  # a fault may kill the whole group
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8")
        sys.argv = ["summarize", str(releases), "-q", "-j", "1", "-o", str(output)]
        code = 70
        try:
            if fault:
                faults.install(fault)
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.read_text("utf-8").splitlines()


def expected_in(releases: Path, output: str) -> Tree:
    """What an undisturbed run makes."""
    assert summarized(None, releases, releases.parent / "expected" / output) == (0, [])
    return tree_of(releases.parent / "expected")


@pytest.mark.parametrize("kind", ["ENOSPC", "EACCES", "EIO"])
@pytest.mark.parametrize("output", OUTPUTS)
def test_any_call_may_fail(releases: Path, output: str, kind: str) -> None:
    expected = expected_in(releases, output)
    failed = survived = number = 0
    while survived < 3:  # to make a folder that stands may fail
        number += 1
        folder = releases.parent / f"{number}"
        folder.mkdir()
        code, lines = summarized(f"{kind}:{number}", releases, folder / output)
        found = tree_of(folder)
        assert found.items() <= expected.items()
        assert len(lines) == len(expected) - len(found)
        assert all(": cannot be written: " in line for line in lines)
        assert code == (1 if lines else 0)
        failed += bool(lines)
        survived = 0 if lines else survived + 1
        assert number < MOST
    assert failed >= 5 * len(expected)


@pytest.mark.parametrize("output", OUTPUTS)
def test_any_call_may_be_the_last(releases: Path, output: str) -> None:
    expected = expected_in(releases, output)
    for number in range(1, MOST):
        folder = releases.parent / f"{number}"
        folder.mkdir()
        code, _ = summarized(f"die:{number}", releases, folder / output)
        if code == 0:
            break
        assert code == -signal.SIGKILL
        whole = {name: held for name, held in tree_of(folder).items() if ".part" not in name}
        assert whole.items() <= expected.items()
        assert summarized(None, releases, folder / output) == (0, [])
        assert tree_of(folder) == expected
    assert number > 5 * len(expected)
