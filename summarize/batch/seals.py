"""What a result file says of itself: the version and the key it was made with.

The seal is the last field of a JSON object, in an array of the last one and of each that has a line
of its own, the last column of a table, and the last line of any other format. It lies inside the
file, so that whoever renames the file, copies it or kills the program can never part the two.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarize.digests import sha256
from summarize.errors import NotRegularError
from summarize.patterns import pattern
from summarize.rendering.formats import Format, SealPlace
from summarize.storage import storage_of
from summarize.version import __version__

_SEAL = pattern(rb"ringkas (\S{1,40}) key:([0-9a-f]{32}) sum:([0-9a-f]{16})\W{0,8}\Z")
_SHOWN = 16  # digits of the sum
_TAIL = 16  # characters; no result ends in more than that behind its last field
LONGEST = 160  # bytes from the beginning of a seal to the end of its file


class Seal(NamedTuple):
    """What a result says of itself; ``intact`` if nobody has changed it since."""

    key: str
    intact: bool


def sealed(rendered: str, made_in: Format, key: str) -> str:
    """A single result with its seal.

    >>> from summarize.rendering import FORMATS
    >>> sealed("Warga gembira.\\n", FORMATS["text"], 32 * "0")[-20:]
    'um:4cbcefb0c55c5d1b\\n'
    """
    header, line, row = "", "", rendered
    if made_in.seal and made_in.seal.column:
        header, line, row = rendered.partition("\n")
    return "".join(sealed_series((header + line, row), made_in, key))


def sealed_series(pieces: Iterable[str], made_in: Format, key: str) -> Iterator[str]:
    """The pieces of one or several results, as they come, with a seal, or a seal on each."""
    if made_in.seal is None:
        yield from pieces
    elif made_in.seal.each:
        yield from _sealed_rows(pieces, made_in.seal, key)
    else:
        yield from _sealed_text(pieces, made_in.seal, key)


def _sealed_text(pieces: Iterable[str], place: SealPlace, key: str) -> Iterator[str]:
    written = sha256()
    tail = ""
    for piece in pieces:
        tail += piece
        body, tail = tail[:-_TAIL], tail[-_TAIL:]
        written.update(body.encode())
        yield body
    closing = place.closing if tail.endswith(f"\n{place.closing}") else ""
    tail = tail.removesuffix(closing).removesuffix(place.cut) + place.before
    written.update(tail.encode())
    yield f"{tail}{_seal(key, written.hexdigest())}{place.behind}{closing}"


def _sealed_rows(pieces: Iterable[str], place: SealPlace, key: str) -> Iterator[str]:
    """The rows, below the header if there is one; the seal of each sums up what is before it."""
    written = sha256()
    heading = place.column
    for row in filter(None, pieces):
        cells = row.removesuffix(place.cut) + place.before
        written.update(cells.encode())
        last = (heading or _seal(key, written.hexdigest())) + place.behind
        heading = None
        written.update(last.encode())
        yield cells + last


def _seal(key: str, total: str) -> str:
    return f"ringkas {__version__} key:{key} sum:{total[:_SHOWN]}"


def seal_of(path: str | os.PathLike[str], *, whole: bool = False) -> Seal | None:
    """The seal of the file at ``path`` if it is a result; ``whole``: look for changes too.

    Raises OSError if the whole file cannot be read.
    """
    storage, place = storage_of(path), os.fspath(path)
    if not whole:
        return seal_in(next(storage.ends([place], LONGEST)))
    try:
        return seal_in(storage.read(place), whole=True)
    except NotRegularError:
        return None


def seal_in(content: bytes, *, whole: bool = False) -> Seal | None:
    """The seal at the end of ``content``, which may be all of a file or its end."""
    found = _SEAL.search(content, max(0, len(content) - LONGEST))
    if found is None:
        return None
    intact = not whole or _sum(content[: found.start()]) == found[3].decode()
    return Seal(found[2].decode(), intact)


def _sum(body: bytes) -> str:
    return sha256(body).hexdigest()[:_SHOWN]
