"""What the documentation tells to do on one machine, done."""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endurance import ROOT, tree_of
from tests.sessions import set_out

PAGE = ROOT / ".docs" / "how-to" / "cluster.md"
PORTS = ("8786", "9000")  # of the page

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="not in this copy")


def test_the_recipe_for_one_machine(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    set_out(tmp_path)
    assert replayed("On one machine", tmp_path) == [
        "summarize: done 10, skipped 0, failed 0",
        "summarize: done 10, skipped 0, failed 0",
        "summarize: done 0, skipped 10, failed 0",
    ]
    assert tree_of(tmp_path / "digests") == expected(tmp_path)


def test_the_recipe_with_a_store(tmp_path: Path) -> None:
    for name in ("distributed", "s3fs", "moto.server"):
        pytest.importorskip(name)
    set_out(tmp_path)
    assert replayed("With a store", tmp_path) == [
        "summarize: done 10, skipped 0, failed 0",
        "summarize: done 0, skipped 10, failed 0",
        "summarize: done 10, skipped 0, failed 0",
        "summarize: done 10, skipped 0, failed 0",
    ]
    made = (tmp_path / "there.jsonl").read_bytes()
    assert made == (tmp_path / "here.jsonl").read_bytes()
    assert made.count(b"\n") == 10


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def replayed(heading: str, folder: Path) -> list[str]:
    """The reckonings of the steps below ``heading``, done in that folder."""
    section = PAGE.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    (steps,) = re.findall(r"^```sh\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    python = shlex.quote(sys.executable)
    commands = "\n".join(
        f'{name}() {{ exec {python} -m {module} "$@"; }}'
        for name, module in {"dask": "dask", "moto_server": "moto.server"}.items()
    )
    for port in PORTS:
        steps = steps.replace(port, free_port())
    own = f'summarize() {{ {python} -m summarize "$@"; }}; python() {{ {python} "$@"; }}'
    done = subprocess.run(
        ["bash", "-euc", f"{commands}\n{own}\n{steps}"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
        timeout=300,
    )
    said = done.stderr.decode().splitlines()
    return [line.partition(" in ")[0] for line in said if line.startswith("summarize: done")]


def expected(folder: Path) -> dict[str, str]:
    """What one machine makes of the releases of the recipes."""
    subprocess.run(
        [sys.executable, "-m", "summarize", "tests/releases/", "-q", "-o", "expected/"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    return tree_of(folder / "expected")
