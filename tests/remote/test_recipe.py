"""The recipe of the documentation, as a reader would follow it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sessions import ROOT, set_out

PAGE = ROOT / ".docs" / "how-to" / "storage.md"


def unused_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.skipif(sys.platform == "win32" or not PAGE.exists(), reason="bash and a clone")
def test_the_recipe_works(tmp_path: Path) -> None:
    for package in ("moto.server", "s3fs"):
        pytest.importorskip(package)
    recipe = re.findall(r"^```sh\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)[-1]
    set_out(tmp_path)
    python = f'"{sys.executable}"'
    shims = (
        f'moto_server() {{ exec {python} -c "from moto.server import main; main()" "$@"; }}\n'
        f'python() {{ {python} "$@"; }}\n'
        f'summarize() {{ PYTHONPATH="{ROOT}" {python} -m summarize "$@"; }}\n'
    )
    done = subprocess.run(
        ["bash", "-e", "-c", shims + recipe.replace("9000", str(unused_port()))],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    first, second = re.findall(r"done (\d+), skipped (\d+), failed (\d+)", done.stderr.decode())
    assert (first, second) == (("10", "0", "0"), ("0", "10", "0"))
