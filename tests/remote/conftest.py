"""A store on this machine, with the protocol of S3, served by moto."""

from __future__ import annotations

import itertools
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.synthetic import make_releases
from tests.test_process import Done, run

_numbers = itertools.count(1)


class Bucket(NamedTuple):
    """A bucket of the store, and what a program needs to know of it."""

    client: Any
    name: str
    env: dict[str, str]

    def address(self, key: str = "") -> str:
        """The address of an object or a folder."""
        return f"s3://{self.name}/{key}"

    def put(self, key: str, content: bytes) -> None:
        """Put an object there."""
        self.client.put_object(Bucket=self.name, Key=key, Body=content)

    def put_folder(self, folder: Path, prefix: str) -> None:
        """Put all files of a folder there."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.put(prefix + path.relative_to(folder).as_posix(), path.read_bytes())

    def get(self, key: str) -> bytes:
        """What is in an object."""
        content: bytes = self.client.get_object(Bucket=self.name, Key=key)["Body"].read()
        return content

    def objects(self, prefix: str) -> dict[str, bytes]:
        """Every object below ``prefix``, by its key behind that."""
        pages = self.client.get_paginator("list_objects_v2")
        keys = [
            one["Key"]
            for page in pages.paginate(Bucket=self.name, Prefix=prefix)
            for one in page.get("Contents", ())
        ]
        return {key.removeprefix(prefix): self.get(key) for key in keys}

    def run(self, *arguments: str, **env: str) -> Done:
        """A run of the command that knows the store."""
        return run(*arguments, env=self.env | env)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of the store."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        served = pytest.importorskip("moto.server").ThreadedMotoServer("127.0.0.1", 0)
        served.start()
    host, port = served.get_host_and_port()
    yield f"http://{host}:{port}"
    served.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A new bucket, whose keys this process has too."""
    pytest.importorskip("s3fs")
    boto3 = pytest.importorskip("boto3")
    env = {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "kunci",
        "AWS_SECRET_ACCESS_KEY": "rahasia",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_MAX_ATTEMPTS": "1",
    }
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    name = f"arsip-{next(_numbers)}"
    client.create_bucket(Bucket=name)
    return Bucket(client, name, env)


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Releases in folders by year and month, one of them empty, and a picture."""
    folder = tmp_path_factory.mktemp("releases")
    make_releases(folder, 12, seed=8)
    folder.joinpath("kosong.txt").touch()
    folder.joinpath("foto.jpg").touch()
    return folder
