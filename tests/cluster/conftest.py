"""A cluster for all tests, and releases with all that may be wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.daemons import Daemons
from tests.synthetic import make_releases


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemons]:
    daemons = Daemons(tmp_path_factory.mktemp("dask"))
    try:
        daemons.hire()
        yield daemons
    finally:
        daemons.stop()


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive") / "releases"
    make_releases(folder, 90, seed=8)
    folder.joinpath("biner.txt").write_bytes(b"\x7fELF\0\0")
    folder.joinpath("kosong.txt").touch()
    folder.joinpath("putus.txt").symlink_to("hilang")
    folder.joinpath("rusak.txt").write_bytes(b"Warga \xff\xc3 gembira hari ini.")
    return folder
