"""What the documentation tells to do on one machine, done."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endurance import ROOT, tree_of
from tests.sessions import set_out

PAGE = ROOT / ".docs" / "how-to" / "cluster.md"
PORT = 8786  # of the page


@pytest.mark.skipif(not PAGE.exists(), reason="not in this copy")
def test_the_recipe_for_one_machine(tmp_path: Path, free_port: int) -> None:
    pytest.importorskip("distributed")
    set_out(tmp_path)
    done = replayed("On one machine", tmp_path, free_port)
    assert [line.partition(" in ")[0] for line in done] == [
        "summarize: done 10, skipped 0, failed 0",
        "summarize: done 10, skipped 0, failed 0",
        "summarize: done 0, skipped 10, failed 0",
    ]
    assert tree_of(tmp_path / "digests") == expected(tmp_path)


def replayed(heading: str, folder: Path, port: int) -> list[str]:
    """What is said on standard error by the steps below ``heading``, in that folder."""
    section = PAGE.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    (steps,) = re.findall(r"^```sh\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    python = shlex.quote(sys.executable)
    commands = "\n".join(
        f'{name}() {{ exec {python} -m {module} "$@"; }}'
        for name, module in {"dask": "dask", "moto_server": "moto.server"}.items()
    )
    own = f'summarize() {{ {python} -m summarize "$@"; }}; python() {{ {python} "$@"; }}'
    done = subprocess.run(
        ["bash", "-euc", f"{commands}\n{own}\n{steps.replace(str(PORT), str(port))}"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
        timeout=300,
    )
    return done.stderr.decode().splitlines()


def expected(folder: Path) -> dict[str, str]:
    """What one machine makes of the releases of the recipes."""
    subprocess.run(
        [sys.executable, "-m", "summarize", "tests/releases/", "-q", "-o", "expected/"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    return tree_of(folder / "expected")
