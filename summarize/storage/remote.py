"""Stores behind addresses, through fsspec: the only module that knows it, which is an extra.

fsspec knows the protocols and has a package for each; keys come from where the packages look for
them, the environment first. An object of S3 or Google Cloud Storage is written whole or not at all
by the store itself; elsewhere a file is written beside its place and then renamed. No file is
locked: what two runs make of the same release is the same, so that the later may replace it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from tempfile import gettempdir
from typing import Any, BinaryIO, NamedTuple

from summarize.errors import OptionError, RemoteError, WriteError
from summarize.patterns import pattern
from summarize.storage.writing import sweep, temporary_in, why_unwritable

_ADDRESS = "://"  # behind the protocol
_WEB = ("http", "https")
_OBJECTS = ("s3", "s3a", "gs", "gcs", "abfs", "abfss", "az")  # in buckets; whole or not there
# The package that a protocol needs, and the extra that brings it.
_NEEDED = {
    "s3": ("s3fs", "s3"),
    "s3a": ("s3fs", "s3"),
    "gs": ("gcsfs", "gs"),
    "gcs": ("gcsfs", "gs"),
    "hdfs": ("pyarrow", "hdfs"),
    "http": ("aiohttp", "remote"),
    "https": ("aiohttp", "remote"),
}
_LISTING = pattern(rb"(?i)<title>\s{0,20}(?:index of /|directory listing for )")  # servers' own
_TOGETHER = 500  # ends of files that are asked for at once
_LONGEST = 200  # characters of what a store says, which may be a whole page
# Errors by name, since none of the packages that they are from need be installed.
_WITHOUT_KEYS = {"NoCredentialsError", "PartialCredentialsError", "DefaultCredentialsError"}
_UNREACHED = {
    *("ConnectionError", "HTTPClientError", "ClientConnectionError", "TransportError"),
    *("TimeoutError", "gaierror", "RetryError"),
}


_NO_FILE, _NO_BUCKET = "no such file; check the path", "no such bucket; check its name"


class Store(NamedTuple):
    """What is behind the addresses of one ``protocol``."""

    protocol: str

    def is_folder(self, path: str) -> bool:
        """Whether there is a folder: a bucket is, what ends in a slash, or as the store says."""
        if self.protocol in _WEB:
            return False
        bucket = "/" not in path.partition(_ADDRESS)[2]
        return bucket or path.endswith("/") or _is_folder(path)

    def real(self, path: str) -> str:
        """The address as its package writes it."""
        return f"{self.protocol}{_ADDRESS}{_kind_of(self.protocol)._strip_protocol(path)}"

    def files_in(self, folder: str, without: str | None) -> Iterator[str | OSError]:
        """Why the folder cannot be looked into, or its files."""
        try:
            found = _listed(folder)
        except RemoteError as failure:
            failure.filename = folder
            yield failure
            return
        real = self.real(folder)
        for relative in found:
            if "" in relative.split("/"):
                unnamed = RemoteError("a part of its name is empty; give it another name")
                unnamed.filename = f"{folder.rstrip('/')}/{relative}"
                yield unnamed
            elif without is None or not f"{real}/{relative}/".startswith(f"{without}/"):
                yield relative

    def read(self, path: str, limit: int | None = None) -> bytes:
        """What is in the file, or a byte more than ``limit`` of it."""
        with _at(path) as (files, place):
            if self.protocol in _WEB:
                return _page(files, path, limit)
            if limit is None:
                return bytes(files.cat_file(place))
            return _beginning(files, place, limit + 1)

    def opened(self, path: str) -> BinaryIO:
        """The file, of which what is needed is fetched."""
        with _at(path) as (files, place):
            stream: BinaryIO = files.open(place, "rb")
        return stream

    def ends(self, paths: Iterable[str], length: int) -> Iterator[bytes]:
        """The last bytes of each file, of many at once."""
        left = iter(paths)
        while group := list(islice(left, _TOGETHER)):
            try:
                with _at(group[0]) as (files, _):
                    places = [files._strip_protocol(path) for path in group]
                    ends = files.cat_ranges(places, -length, None, on_error="return")
            except RemoteError:  # reading will say why
                ends = [None] * len(group)
            for end in ends:
                yield end[-length:] if isinstance(end, bytes) else b""

    def holds(self, path: str) -> bool:
        """Whether the file holds something; raises RemoteError if the store does not tell."""
        with _at(path) as (files, place):
            try:
                return bool(_beginning(files, place, 1))
            except FileNotFoundError:
                return False

    def check(self, folder: str) -> None:
        """Raise OptionError for the web, and WriteError where the store lets nobody in."""
        if self.protocol in _WEB:
            raise OptionError(f"{folder}: the web is only read; name another place for results")
        try:
            if not (_is_there(folder) or _has_bucket(folder)):
                raise RemoteError(_NO_BUCKET)
        except RemoteError as failure:
            raise WriteError(f"cannot be written: {failure}") from failure

    def is_straight(self, folder: str, inside: str) -> bool:
        """True: there are no links."""
        return True

    def write_whole(self, path: str, pieces: Iterable[str]) -> None:
        """Put ``pieces`` into the file."""
        with self.replacing(path) as stream:
            stream.writelines(piece.encode() for piece in pieces)

    @contextmanager
    def replacing(self, path: str) -> Iterator[BinaryIO]:
        """A stream into a file of this machine, which is sent when all of it is there."""
        handle = temporary = None
        try:
            try:
                handle, temporary, _ = temporary_in(Path(gettempdir()))
                with open(handle, "wb", closefd=False) as stream:
                    yield stream
            except OSError as failure:
                raise WriteError(why_unwritable(failure)) from failure
            self._send(temporary, path)
        finally:
            if handle is not None and temporary is not None:
                os.close(handle)
                Path(temporary).unlink(missing_ok=True)

    def _send(self, source: str, path: str) -> None:
        try:
            with _at(path) as (files, place):
                if self.protocol in _OBJECTS:
                    files.put_file(source, place)
                else:
                    folder = place.rpartition("/")[0]
                    beside = f"{folder}/{os.path.basename(source)}"  # noqa: PTH119
                    files.makedirs(folder, exist_ok=True)
                    files.put_file(source, beside)
                    files.mv(beside, place)
        except RemoteError as failure:
            raise WriteError(f"cannot be written: {failure}") from failure

    def sweep(self, folders: Iterable[str]) -> None:
        """Remove what killed runs have not sent from this machine.

        In a store they leave nothing, or a hidden file where it has to be renamed.
        """
        sweep(Path(gettempdir()))


@contextmanager
def _at(path: str) -> Iterator[tuple[Any, str]]:
    """The file system that ``path`` is in, and what the path is called there.

    What goes wrong with it, in whichever package, raises RemoteError. fsspec keeps a file system
    for as long as the process lives, and makes another one in a child.
    """
    try:
        kind = _kind_of(path.partition(_ADDRESS)[0])
        options = kind._get_kwargs_from_urls(path)
        yield kind(use_listings_cache=False, **options), kind._strip_protocol(path)
    except (RemoteError, OptionError):
        raise
    except Exception as failure:
        raise RemoteError(_reason(failure, path)) from failure


@cache
def _kind_of(protocol: str) -> Any:
    """The class of file systems for ``protocol``. Raises OptionError if there is none."""
    package, extra = _NEEDED.get(protocol, ("fsspec", "remote"))
    if find_spec("fsspec") is None or find_spec(package) is None:
        if protocol in _WEB:
            raise OptionError(
                f"{protocol}:// needs {package}: pip install 'ringkas[{extra}]', "
                "or curl -s ADDRESS | summarize"
            )
        raise OptionError(f"{protocol}:// needs {package}: pip install 'ringkas[{extra}]'")
    from fsspec import get_filesystem_class

    for name in (package, "fsspec", "asyncio"):  # or what went wrong would be told twice
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        return get_filesystem_class(protocol)
    except ImportError as missing:
        raise OptionError(f"{protocol}:// needs another package: {missing}") from missing
    except ValueError as unknown:
        known = ", ".join(f"{name}://" for name in ("s3", "gs", "hdfs", "https"))
        raise OptionError(f"{protocol}:// is not known; known are {known}") from unknown


def _is_there(path: str) -> bool:
    """Whether there is a file or a folder. Raises RemoteError if the store does not tell."""
    with _at(path) as (files, place):
        try:
            files.info(place)
        except FileNotFoundError:
            return False
    return True


def _has_bucket(path: str) -> bool:
    """Whether there is the bucket of ``path``, as far as one may know."""
    protocol, _, place = path.partition(_ADDRESS)
    try:
        bucket = f"{protocol}{_ADDRESS}{place.partition('/')[0]}"
        return protocol not in _OBJECTS or _is_there(bucket)
    except RemoteError:  # one may use a part of it only
        return True


def _listed(folder: str) -> list[str]:
    """The files in a folder that are not hidden, by the bytes of their names in it."""
    with _at(folder) as (files, root):
        try:
            found = files.find(root, detail=True)
            missing = not found and not files.exists(root)
        except FileNotFoundError:
            missing = True
    if missing:
        raise RemoteError("no such folder; check the path" if _has_bucket(folder) else _NO_BUCKET)
    inside = [
        name.removeprefix(root).lstrip("/")
        for name, about in found.items()
        if about["type"] == "file" and name != root and not name.endswith("/")
    ]
    shown = [name for name in inside if not name.startswith(".") and "/." not in name]
    return sorted(shown, key=lambda name: name.encode("utf-8", "surrogatepass"))


@cache
def _is_folder(path: str) -> bool:
    try:
        with _at(path) as (files, place):
            return bool(files.info(place)["type"] == "directory")
    except RemoteError:  # reading will say what is wrong
        return False


def _beginning(files: Any, place: str, length: int) -> bytes:
    """The first bytes of a file, in one request if the store can."""
    try:
        return bytes(files.cat_file(place, start=0, end=length))
    except (FileNotFoundError, PermissionError):
        raise
    except OSError:  # some give no part of a file that has less
        if files.info(place)["size"] >= length:
            raise
        return bytes(files.cat_file(place))


def _page(files: Any, address: str, limit: int | None) -> bytes:
    """What the web answers, as it comes: it need not say how much that is.

    Raises RemoteError for the list of a folder.
    """
    found = bytearray()
    with files.open(address, "rb", block_size=0, size=1) as stream:
        while limit is None or len(found) <= limit:
            piece = stream.read(2**16)
            if not piece:
                break
            found += piece
    if _LISTING.search(found, 0, 1000):
        raise RemoteError("a folder of the web, which cannot be looked into; name its files")
    return bytes(found)


def _reason(failure: Exception, path: str) -> str:
    """What is wrong, and what to do, in one line."""
    if isinstance(failure, FileNotFoundError):
        return _NO_FILE if _has_bucket(path) else _NO_BUCKET
    status = getattr(failure, "status", None)  # of the web
    if isinstance(failure, PermissionError) or status in (401, 403):
        return "permission denied; check your keys for it and what they allow"
    kinds = {kind.__name__ for kind in type(failure).__mro__}
    if kinds & _WITHOUT_KEYS:
        return "no keys for it are found; give them as its own tools ask for them"
    if kinds & _UNREACHED:
        return "cannot be reached; check the network and the address"
    said = f"status {status}" if status else " ".join(str(failure).split())[:_LONGEST]
    return f"the store says: {said or type(failure).__name__}"
