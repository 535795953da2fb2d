"""Bytes to text: encodings, what is refused, and that nothing is changed on the way."""

from __future__ import annotations

import hashlib
import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import NotTextError, OptionError, ReadError, TooLargeError, UnreadableError
from summarize.reading import check_encoding, decode, from_text, read_file, read_stream
from tests.tables import read_rows

TEXT = "“Ya,” kata Bupati – “kami siap.”\r\nWarga gembira.\rSelesai\u2028"
REFUSED = read_rows(Path(__file__).parent / "cases" / "reading" / "refused.tsv")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32"),
    ],
)
def test_unicode_in_all_its_encodings(data: bytes, encoding: str) -> None:
    read = decode(data)
    assert (read.text, read.encoding, read.warnings) == (TEXT, encoding, ())
    assert (read.sha256, read.size) == (hashlib.sha256(data).hexdigest(), len(data))


def test_windows_1252_with_a_warning() -> None:
    text = TEXT.replace("\u2028", "")
    read = decode(text.encode("cp1252"))
    assert (read.text, read.encoding) == (text, "cp1252")
    assert len(read.warnings) == 1
    assert "--encoding" in read.warnings[0]


def test_a_few_bad_bytes_do_not_spoil_the_others() -> None:
    read = decode(TEXT.encode()[:-1])  # cut off inside the last character
    assert (read.text, read.encoding) == (TEXT[:-1] + "\ufffd", "utf-8")
    assert read.warnings == ("not utf-8 in 1 place, shown as \ufffd",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf-16-le", TEXT.encode("utf-16-le")),
        ("utf-8", TEXT.encode("utf-8-sig")),
        ("utf-16", TEXT.encode("utf-16")),
        ("UTF8", TEXT.encode()),
    ],
)
def test_an_encoding_that_is_named(name: str, data: bytes) -> None:
    read = decode(data, encoding=name)
    assert (read.text, read.encoding, read.warnings) == (TEXT, name, ())


def test_a_named_encoding_that_does_not_fit() -> None:
    read = decode(b"Bupati \xff\xfe", encoding="utf-8")
    assert read.text == "Bupati \ufffd\ufffd"
    assert read.warnings == ("not utf-8 in 2 places, shown as \ufffd",)


@pytest.mark.parametrize("name", ["nix", "base64", "rot13", "undefined", "idna", "\0", ""])
def test_what_is_no_encoding_of_text(name: str) -> None:
    with pytest.raises(OptionError, match="unknown encoding"):
        check_encoding(name)


@pytest.mark.parametrize(("written", "message"), REFUSED)
def test_what_is_not_text(written: str, message: str) -> None:
    data = written.encode("latin-1").decode("unicode_escape").encode("latin-1")
    with pytest.raises(NotTextError) as refused:
        decode(data)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("before", [1, 5_000, 70_000])
def test_a_nul_wherever_it_stands(before: int) -> None:
    with pytest.raises(NotTextError, match=f"NUL at character {before}"):
        decode(b"a" * before + b"\0" + b"a" * 9)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_nothing_is_text_too(data: bytes) -> None:
    assert not decode(data).text.strip()


def test_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_file(path, max_bytes=5).size == 5
    with pytest.raises(TooLargeError, match="larger than 4 bytes; raise the limit"):
        read_file(path, max_bytes=4)
    endless = BytesIO(b"1" * 1000)
    with pytest.raises(TooLargeError):
        read_stream(endless, max_bytes=4)
    assert endless.tell() == 5


def test_what_cannot_be_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, message in (
        (tmp_path / "missing.txt", "no such file"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe", "not a regular file"),
        (Path("/dev/null"), "not a regular file"),
        (tmp_path / ("x" * 300), "cannot be read: file name too long"),
        (Path("a\0b"), "cannot be read"),
    ):
        with pytest.raises(UnreadableError, match=message):
            read_file(path)


def test_a_file_that_is_closed_to_us(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch(mode=0o000)
    before = os.geteuid()
    if before == 0:  # root may read everything
        os.seteuid(65_534)
    try:
        with pytest.raises(UnreadableError, match="permission denied; make it readable first"):
            read_file(path)
    finally:
        os.seteuid(before)


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_bytes(b"Warga gembira.")
    read = read_file(os.fsdecode(path))
    assert read.path is not None
    assert read.path.endswith("\\xff.txt")


def test_a_path_is_followed_when_it_is_a_link(tmp_path: Path) -> None:
    tmp_path.joinpath("real.txt").write_bytes(b"Warga gembira.")
    tmp_path.joinpath("link.txt").symlink_to("real.txt")
    assert read_file(tmp_path / "link.txt").text == "Warga gembira."


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read = decode(data)
    except ReadError:
        return
    assert read.text.encode("utf-8").decode("utf-8") == read.text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=())))
def test_text_at_hand_keeps_its_length(text: str) -> None:
    read = from_text(text)
    assert len(read.text) == len(text) or read.warnings
    read.text.encode("utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_text_survives_the_way_through_bytes(text: str) -> None:
    try:
        document = decode(text.encode())
        assert document.text == text or document.warnings
    except NotTextError:  # it began like a PDF
        return


def test_no_lone_surrogate_comes_out() -> None:
    assert decode(b"Warga+2AA-", encoding="utf-7").text == "Warga\N{REPLACEMENT CHARACTER}"
    assert from_text("Warga\ud800").text == "Warga\N{REPLACEMENT CHARACTER}"


def test_a_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 11)
    monkeypatch.setattr(Path, "open", None)
    with pytest.raises(TooLargeError):
        read_file(path, max_bytes=10)
