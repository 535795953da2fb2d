"""Documents that were damaged: ``python -m tests.mangling [COUNT [FORMAT ...]]``.

Each document of ``tests/documents`` is changed by chance, ``COUNT`` times a format: bits and bytes,
pieces cut out, doubled or taken from another document; of a zipped one also inside of its parts,
which are packed again. Reading it must give a text or a refusal, in no more than five seconds.
"""

from __future__ import annotations

import random
import sys
import traceback
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import process_time
from zipfile import ZipFile

from summarize.errors import ReadError
from summarize.reading import decode
from tests.packing import zipped

FOLDER = Path(__file__).parent / "documents"
HANG = 5  # seconds of work
_PIECES = (
    b"<", b">", b"&", b"]]>", b"<!DOCTYPE a [", b"\\", b"{", b"}", b"\\u-1?", b"\\bin99999 ",
    b"\\'", b"\0", b"\xff", b"\xed\xa0\x80", b"</w:p>", b"<w:p>", b"<w:tbl>", b"<text:p>",
    b"\r\n\r\n", b"--x", b"Content-Type: multipart/mixed; boundary=x\n", b"99999999999", b"-1",
    b"```", b"|", b"---\n", b"From ", b"=\n", b"<table>", b"</td>", b"<svg>",
    b"xmlns:w=''", b"(((((((((",
)  # fmt: skip


def documents() -> dict[str, list[bytes]]:
    """The documents to begin with, by format."""
    found: dict[str, list[bytes]] = {}
    for path in sorted(FOLDER.glob("*/*")):
        found.setdefault(path.suffix[1:], []).append(path.read_bytes())
    found["txt"] = found.get("txt", [])
    return found


def mangled(originals: list[bytes], seed: int) -> Iterator[bytes]:
    """Damaged documents without end."""
    chance = random.Random(seed)
    while True:
        data = chance.choice(originals)
        if data.startswith(b"PK") and chance.random() < 0.8:
            yield _mangled_inside(data, chance)
        else:
            yield _mangled(data, chance.choice(originals), chance)


def _mangled_inside(data: bytes, chance: random.Random) -> bytes:
    """A zip archive in which one or two parts are damaged."""
    with ZipFile(BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts if name.endswith(("ml", ".rels", ".opf"))]
    for name in chance.sample(names, min(len(names), chance.choice((1, 1, 2)))):
        part = parts[name]
        assert isinstance(part, bytes)
        parts[name] = _mangled(part, part, chance)
    if chance.random() < 0.05:
        del parts[chance.choice(names)]
    return zipped(parts)


def _mangled(data: bytes, other: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(made) + 1)
        length = min(chance.choice((1, 2, 8, 64, 1_000)), len(made) - at)
        match chance.randrange(6):
            case 0:
                made[at : at + length] = b""
            case 1:
                made[at:at] = chance.choice(_PIECES) * chance.choice((1, 1, 3, 200))
            case 2:
                made[at:at] = made[at : at + length] * chance.choice((1, 5))
            case 3:
                start = chance.randrange(len(other) + 1)
                made[at : at + length] = other[start : start + length]
            case 4 if at < len(made):
                made[at] ^= 1 << chance.randrange(8)
            case 5 if chance.random() < 0.2:
                del made[at:]
    return bytes(made)


def failure_of(data: bytes) -> str | None:
    """What reading does that it must not, None if it is as it should be."""
    begun = process_time()
    try:
        read = decode(data)
        read.text.encode()
        wrong = [span for span in read.asides if not 0 <= span.start < span.end <= len(read.text)]
    except ReadError as refused:
        wrong = []
        if "\n" in str(refused) or not str(refused):
            return f"says {str(refused)!r}"
    except Exception:
        return traceback.format_exc()
    if wrong:
        return f"sets apart {wrong[0]}, outside of the text"
    return f"takes {process_time() - begun:.1f} s" if process_time() - begun > HANG else None


def main() -> None:
    """Try as many as asked of each format; leave with 1 if one fails."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    failed = False
    for name, originals in documents().items():
        if (len(sys.argv) > 2 and name not in sys.argv[2:]) or not originals:
            continue
        failures = 0
        for number, data in zip(range(count), mangled(originals, seed=7), strict=False):
            failure = failure_of(data)
            if failure:
                failures += 1
                Path(f"mangled-{number}.{name}").write_bytes(data)
                sys.stderr.write(f"{name} {number}: {failure}\n")
        sys.stdout.write(f"{name}: {count:,} tried, {failures:,} failed\n")
        sys.stdout.flush()
        failed |= failures > 0
    sys.exit(failed)


if __name__ == "__main__":
    main()
