"""Draw the picture of a database in Datasette for .docs: ``python -m tests.archive.picture``."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tests.browser.chromium import chromium
from tests.synthetic import make_releases

ROOT = Path(__file__).parents[2]
TARGET = ROOT / ".assets" / "datasette.png"
PAGE = "releases/quotes?_search=harga&_facet=speaker&_facet_size=4&_col=speaker&_col=role&_col=text"


def draw(target: Path) -> None:
    """Screenshot the quotations of some made-up releases during a search."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        make_releases(Path(folder) / "rilis", 400, seed=8)
        program = [sys.executable, "-m", "summarize", "rilis", "-q", "-o", "releases.db"]
        subprocess.run(program, cwd=folder, check=True, env={"PYTHONPATH": str(ROOT)})
        port = _free_port()
        serving = [sys.executable, "-m", "datasette", "releases.db", "-p", str(port)]
        server = subprocess.Popen(
            serving, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(port)
            page = browser.new_page(viewport={"width": 1100, "height": 860})
            page.goto(f"http://127.0.0.1:{port}/{PAGE}")
            page.screenshot(path=target)
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)


if __name__ == "__main__":
    draw(TARGET)
