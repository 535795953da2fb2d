"""A scheduler and workers of Dask on this machine, as processes that can be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LONGEST = 60.0  # seconds that anything of a cluster may take


class Daemons:
    """A scheduler with workers of one thread each, whose own files go into ``folder``."""

    def __init__(self, folder: Path, *, port: int = 0, preload: str = "") -> None:
        pytest.importorskip("distributed")
        self.folder, self.preload = folder, preload
        folder.mkdir(parents=True, exist_ok=True)
        told = folder / "scheduler.json"
        told.unlink(missing_ok=True)
        self.scheduler = self._start("scheduler", f"--port={port}", f"--scheduler-file={told}")
        self.workers: list[subprocess.Popen[bytes]] = []
        address = json.loads(_content(told))["address"]
        self.address = str(address).replace("tcp://", "dask://")
        self.port = int(address.rpartition(":")[2])

    def hire(self, count: int = 2) -> None:
        """Start so many workers, and wait for them."""
        from distributed import Client

        for _ in range(count):
            self.workers.append(self._start("worker", self._tcp, "--nthreads=1", "--no-nanny"))
        with Client(self._tcp) as client:
            client.wait_for_workers(len(self.workers), timeout=LONGEST)

    @property
    def _tcp(self) -> str:
        return self.address.replace("dask://", "tcp://")

    def _start(self, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        preload = self.folder / "preload.py"
        preload.write_text(self.preload, "utf-8")
        host = ["--host=127.0.0.1", "--no-dashboard"]
        if kind == "worker":
            host += [f"--local-directory={self.folder}", f"--preload={preload}"]
        with open(self.folder / f"{kind}.log", "ab") as log:  # noqa: PTH123
            return subprocess.Popen(
                [sys.executable, "-m", "dask", kind, *host, *arguments],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
            )

    def hands(self) -> int:
        """How many processes work for the workers."""
        import psutil

        found = 0
        for worker in self.workers:
            if worker.poll() is None:
                for child in psutil.Process(worker.pid).children():
                    with suppress(psutil.Error):  # it has gone meanwhile
                        found += any("serve_run" in word for word in child.cmdline())
        return found

    def stop(self) -> None:
        """End all of them."""
        for process in (*self.workers, self.scheduler):
            process.send_signal(signal.SIGKILL)
            process.wait()


def _content(path: Path) -> str:
    """What is in a file, when somebody has written it."""
    until = time.monotonic() + LONGEST
    while not path.exists() or not path.read_text("utf-8").endswith("}"):
        assert time.monotonic() < until, f"no {path.name}"
        time.sleep(0.05)
    return path.read_text("utf-8")
