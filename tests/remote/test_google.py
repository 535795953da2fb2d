"""Google Cloud Storage, as an emulator of it on this machine answers."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_process import SEED, run

pytestmark = pytest.mark.filterwarnings("ignore")  # the packages' own are not ours to mend


@pytest.fixture
def env() -> Iterator[dict[str, str]]:
    """What a program needs to know of an emulator with the bucket ``arsip``."""
    pytest.importorskip("gcsfs")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        emulator = pytest.importorskip("gcp_storage_emulator.server")
        server = emulator.create_server("127.0.0.1", 0, in_memory=True, default_bucket="arsip")
        server.start()
    host, port = server._api._httpd.socket.getsockname()
    yield {"STORAGE_EMULATOR_HOST": f"http://{host}:{port}"}
    server.stop()


def test_a_batch_there_and_back(env: dict[str, str], tmp_path: Path) -> None:
    for name in ("a.txt", "b/c.txt"):
        path = tmp_path / "rilis" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SEED.read_bytes())
    rilis = f"{tmp_path}/rilis"
    for said in (b"done 2, skipped 0", b"done 0, skipped 2"):
        assert said in run(rilis, "-o", "gs://arsip/poin/", env=env).stderr
    done = run("gs://arsip/poin/", "-q", "--glob", "*.json", "-f", "jsonl", env=env)
    assert (done.returncode, done.stdout) == (0, b"")  # they are results
    assert run(rilis, "-q", "-o", "gs://arsip/all.html", env=env).returncode == 0


def test_what_is_not_there(env: dict[str, str]) -> None:
    for arguments, said in (
        (("gs://arsip/a.txt",), "gs://arsip/a.txt: no such file; check the path\n"),
        (("gs://arsip/a/",), "gs://arsip/a/: no such folder; check the path\n"),
        (("gs://lain/a/",), "gs://lain/a/: no such bucket; check its name\n"),
        (
            (str(SEED.parent), "-o", "gs://lain/a/"),
            "gs://lain/a/: cannot be written: no such bucket; check its name\n",
        ),
    ):
        done = run(*arguments, "-q", env=env)
        assert (done.returncode, done.stderr.decode()) == (1, said)
