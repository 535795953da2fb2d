"""Which storage a path is in, and addresses without the packages that they need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import OptionError
from summarize.storage import is_remote, join, plain, remote, storage_of
from tests.test_cli import run
from tests.test_imports import SEED, loaded_by


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("s3://bucket/a.txt", True),
        ("https://contoh.id/", True),
        ("hdfs://induk:8020/rilis/", True),
        ("a.txt", False),
        ("-", False),
        ("", False),
        ("://a", False),
        ("map/s3://a", False),
        ("C:\\rilis", False),
        ("a: //b", False),
    ],
)
def test_what_is_an_address(path: str, expected: bool) -> None:
    assert is_remote(path) == expected


def test_a_path_is_never_an_address() -> None:
    assert not is_remote(Path("s3://bucket/a.txt"))


def test_paths_inside_folders() -> None:
    assert join("s3://bucket/poin/", "a/b.txt") == "s3://bucket/poin/a/b.txt"
    assert join("s3://bucket/poin", "") == "s3://bucket/poin/"
    assert join("poin", "a.txt") == str(Path("poin") / "a.txt")


def test_an_address_of_a_file_on_the_disk(tmp_path: Path) -> None:
    folder = tmp_path / "rilis pers"
    folder.mkdir()
    folder.joinpath("a.txt").write_bytes(SEED.read_bytes())
    address = f"file://{tmp_path}"
    assert plain(f"{address}/rilis%20pers") == str(folder)
    assert run(f"{address}/rilis%20pers", "-q", "-o", f"{address}/poin/") == (0, "", "")
    assert [path.name for path in (tmp_path / "poin").iterdir()] == ["a.txt.json"]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation without any extra."""
    monkeypatch.setattr(remote, "find_spec", lambda name: None)
    remote._kind_of.cache_clear()
    yield
    remote._kind_of.cache_clear()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("s3://bucket/a.txt", "s3:// needs s3fs: pip install 'ringkas[s3]'"),
        ("gs://bucket/", "gs:// needs gcsfs: pip install 'ringkas[gs]'"),
        ("hdfs://induk/a", "hdfs:// needs pyarrow: pip install 'ringkas[hdfs]'"),
        ("sftp://induk/a", "sftp:// needs fsspec: pip install 'ringkas[remote]'"),
        ("https://a.id/b", "'ringkas[remote]', or curl -s ADDRESS | summarize"),
    ],
)
def test_the_extra_that_an_address_needs(address: str, said: str) -> None:
    for arguments in ((address,), (str(SEED), "-o", address), (address, "--about", "jalan")):
        code, shown, complaints = run(*arguments)
        assert (code, shown) == (2, "")
        assert said in complaints
        assert complaints.count("\n") == 1


def test_unknown_protocols_are_refused() -> None:
    with pytest.raises(OptionError):
        storage_of("pelan://a/b").read("pelan://a/b")


def test_files_on_the_disk_load_nothing_for_stores(tmp_path: Path) -> None:
    loaded = loaded_by(str(SEED), str(SEED.parent), "-q", "-o", str(tmp_path / "poin.jsonl"))
    assert "summarize.storage" in loaded
    assert not loaded & {"summarize.storage.remote", "fsspec", "s3fs", "aiohttp"}
