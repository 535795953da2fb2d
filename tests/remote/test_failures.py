"""What goes wrong with a store and on the web: one clear line, and nothing is lost."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.remote.conftest import Bucket
from tests.test_process import SEED, run

pytestmark = pytest.mark.filterwarnings("ignore")  # the packages' own are not ours to mend

NO_BUCKET = "no such bucket; check its name"
NO_KEYS = "no keys for it are found; give them as its own tools ask for them"
REFUSED = "permission denied; check your keys for it and what they allow"
UNREACHED = "cannot be reached; check the network and the address"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("s3://tidak-ada/rilis/", NO_BUCKET),
        ("s3://tidak-ada/a.txt", NO_BUCKET),
        ("s3://tidak-ada", NO_BUCKET),
        ("s3://{}/tidak-ada/", "no such folder; check the path"),
        ("s3://{}/tidak-ada.txt", "no such file; check the path"),
        ("s3://{}/biner.txt", "not text (NUL at character 4); convert it to text first"),
        ("s3://{}/besar.txt", "larger than 10 bytes; raise the limit with --max-bytes"),
    ],
)
def test_what_cannot_be_read(bucket: Bucket, path: str, reason: str) -> None:
    bucket.put("biner.txt", b"\x7fELF\0\0")
    bucket.put("besar.txt", b"Warga gembira.")
    given = path.format(bucket.name)
    done = bucket.run(given, str(SEED), "-q", "--max-bytes", "10" if "besar" in path else "99999")
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, lines[0]) == (1, f"{given}: {reason}")
    assert len(lines) == 1 + ("besar" in path)


@pytest.mark.parametrize("target", ["poin/", "all.jsonl", "a/b/all.html"])
def test_a_place_for_results_that_is_not_there(bucket: Bucket, target: str) -> None:
    place = f"s3://tidak-ada/{target}"
    done = bucket.run(str(SEED.parent), "-q", "-o", place)
    assert done.stderr.decode() == f"{place}: cannot be written: {NO_BUCKET}\n"
    assert done.returncode == 1


def test_without_keys(bucket: Bucket, tmp_path: Path) -> None:
    bucket.put("rilis/a.txt", b"Warga gembira.")
    nobody = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "HOME": str(tmp_path)}
    nobody["AWS_EC2_METADATA_DISABLED"] = "true"
    for name in ("rilis/", "rilis/a.txt"):
        done = bucket.run(bucket.address(name), "-q", **nobody)
        said = f"{bucket.address(name)}: {NO_KEYS}\n"
        assert (done.returncode, done.stderr.decode()) == (1, said)


@pytest.fixture
def guarded(bucket: Bucket, server: str) -> Iterator[Bucket]:
    """The bucket of a store that looks at keys, of which ours is none."""
    bucket.put("rilis/a.txt", b"Warga gembira.")

    def let_in(requests: str) -> None:
        asked = urllib.request.Request(f"{server}/moto-api/reset-auth", requests.encode())
        asked.add_header("Content-Type", "text/plain")
        urllib.request.urlopen(asked).close()

    let_in("0")
    yield bucket
    let_in("inf")


def test_with_wrong_keys(guarded: Bucket) -> None:
    for name in ("rilis/", "rilis/a.txt"):
        done = guarded.run(guarded.address(name), "-q")
        said = f"{guarded.address(name)}: {REFUSED}\n"
        assert (done.returncode, done.stderr.decode()) == (1, said)
    for name in ("poin/", "all.jsonl"):
        done = guarded.run(str(SEED.parent), "-q", "-o", guarded.address(name))
        said = f"{guarded.address(name)}: cannot be written: {REFUSED}\n"
        assert (done.returncode, done.stderr.decode()) == (1, said)


def test_in_indonesian(bucket: Bucket) -> None:
    done = bucket.run("s3://tidak-ada/a.txt", "-q", RINGKAS_LANG="id")
    assert done.stderr.decode() == "s3://tidak-ada/a.txt: tidak ada bucket itu; periksa namanya\n"


def test_without_a_network(bucket: Bucket) -> None:
    done = bucket.run(bucket.address("rilis/"), "-q", AWS_ENDPOINT_URL="http://127.0.0.1:9")
    said = f"{bucket.address('rilis/')}: {UNREACHED}\n"
    assert (done.returncode, done.stderr.decode()) == (1, said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "s3://{}/a.db"), "a database is written on a disk; write it there, then copy it"),
        (("-o", "https://contoh.id/poin/"), "the web is only read; name another place for"),
        (("pelan://a/b",), "pelan:// is not known; known are s3://, gs://, hdfs://, https://"),
        (("abfs://a/b",), "abfs:// needs another package: "),
    ],
)
def test_what_cannot_be_meant(bucket: Bucket, arguments: tuple[str, ...], said: str) -> None:
    done = bucket.run(str(SEED), "-q", *(one.format(bucket.name) for one in arguments))
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


# The web


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """The address of a folder that is served, with two releases in it."""
    pytest.importorskip("aiohttp")
    for name in ("a.txt", "b.txt"):
        tmp_path.joinpath(name).write_bytes(SEED.read_bytes())
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()


def test_pages_of_the_web(web: str, tmp_path: Path) -> None:
    one = run(f"{web}/a.txt", "-q", "--only", "people")
    assert (one.returncode, one.stdout) == (0, run(str(SEED), "--only", "people").stdout)
    results = tmp_path / "poin"
    done = run(f"{web}/a.txt?versi=1/2", f"{web}/b.txt#isi", "-q", "-o", f"{results}/")
    assert (done.returncode, done.stderr) == (0, b"")
    assert {path.name for path in results.iterdir()} == {"a.txt?versi=1_2.json", "b.txt.json"}


def test_what_the_web_does_not_give(web: str) -> None:
    listed = "a folder of the web, which cannot be looked into; name its files"
    for path, reason in (
        (f"{web}/c.txt", "no such file; check the path"),
        (f"{web}/", listed),
        ("http://127.0.0.1:9/a.txt", UNREACHED),
    ):
        done = run(path, f"{web}/a.txt", "-q", "-f", "jsonl")
        assert (done.returncode, done.stdout.count(b"\n")) == (1, 1)
        assert done.stderr.decode() == f"{path}: {reason}\n"
    large = run(f"{web}/a.txt", "--max-bytes", "10")
    assert large.stderr.decode().endswith(
        "larger than 10 bytes; raise the limit with --max-bytes\n"
    )
