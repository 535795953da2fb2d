"""Zipped documents that are broken, locked or made to do harm: one line, little memory."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from summarize.errors import ReadError, TooLargeError, UnreadableError
from summarize.reading import decode
from tests.packing import docx, fodt, odt, paragraph, zipped

ROOT = Path(__file__).parent.parent
BOMB = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
GOOD = docx(paragraph("Bupati hadir."))


def replaced(name: str, content: str | bytes) -> bytes:
    with ZipFile(BytesIO(GOOD)) as archive:
        parts: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**parts, name: content})


def locked() -> bytes:
    """The archive with the flag that says a part is encrypted."""
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (GOOD[: len(GOOD) // 2], "broken: its parts cannot be found"),
        (replaced("word/document.xml", BOMB), "declares a document type"),
        (replaced("word/document.xml", OUTSIDE), "declares a document type"),
        (replaced("word/document.xml", "<a>" * 5_000), "elements inside each other"),
        (replaced("word/document.xml", "Bupati"), "broken: no XML in line 1"),
        (replaced("word/document.xml", b"\x80\x81"), "broken: no XML in line 1"),
        (replaced("_rels/.rels", "<a/>")[:-30], "broken: its parts cannot be found"),
        (locked(), "locked with a password"),
        (zipped({"word/lain.xml": "<a/>"}), "broken: it has no word/document.xml"),
        (fodt("<!DOCTYPE a>"), "broken: no XML"),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        decode(data)


def test_names_that_lead_out_are_only_names() -> None:
    related = '<Relationships><Relationship Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>'
    with pytest.raises(UnreadableError, match="it has no etc/passwd"):
        decode(replaced("_rels/.rels", related))


def test_what_is_unpacked_counts() -> None:
    data = docx(paragraph("Bupati hadir. " * 1_000))
    assert len(data) < 2_000
    with pytest.raises(TooLargeError, match="unpacks to more than 9,000 bytes; raise the limit"):
        decode(data, max_bytes=9_000)
    assert decode(data, max_bytes=90_000).text.startswith("Bupati hadir.")


def bomb(path: Path, megabytes: int) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(megabytes):
                part.write(b" " * 1_000_000)


def test_a_zip_bomb_costs_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    resource = pytest.importorskip("resource", reason="needs limits", exc_type=ImportError)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (400_000_000,) * 2)

    bomb(path, 300)
    assert path.stat().st_size < 400_000
    done = subprocess.run(
        [sys.executable, "-m", "summarize", str(path)],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
        preexec_fn=limited,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == (
        f"{path}: unpacks to more than 20,000,000 bytes; raise the limit with --max-bytes\n"
    )


def test_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.reading.archive._MOST_PARTS", 3)
    with pytest.raises(TooLargeError, match="more than 3 parts"):
        decode(GOOD)


@pytest.mark.parametrize("data", [GOOD, odt("<text:p>Bupati hadir.</text:p>")])
def test_every_beginning_is_read_or_refused(data: bytes) -> None:
    for end in range(0, len(data), 7):
        try:
            decode(data[:end])
        except ReadError:
            continue
