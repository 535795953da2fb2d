"""Mail: the part that a reader sees, decoded, and what is no part of the story."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest

from summarize import summarize
from summarize.reading import decode
from summarize.rendering.json import to_object

STORY = (
    "Bupati Rahmat Hidayat meresmikan pasar terapung di Banjarbaru, Senin (3/2/2025).\n"
    "\n"
    "“Pasar ini milik warga,” kata Rahmat. Pasar itu menelan biaya Rp 1,5 miliar dan menampung 200\n"
    "pedagang yang selama ini berjualan di tepi sungai tanpa atap.\n"
)
PAGE = (
    "<html><body><style>p {color: red}</style><p>Bupati Rahmat Hidayat meresmikan pasar"
    " terapung.</p><ol><li>satu</li><li>dua</li></ol><div style='display:none'>rahasia</div></body></html>"
)


def mail(text: str = STORY, *, subject: str = "Siaran Pers: Pasar", **more: Any) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Humas Banjarbaru <humas@contoh.example>"
    message["To"] = "redaksi@koran.example"
    message["Subject"] = subject
    message["Date"] = "Mon, 03 Feb 2025 15:04:05 +0700"
    message.set_content(text, **more)
    return message


def kept(text: bytes) -> list[str]:
    """What is set apart, line by line."""
    read = decode(text)
    return [
        line for span in read.asides for line in span.of(read.text).splitlines() if line.strip()
    ]


@pytest.mark.parametrize("cte", ["8bit", "quoted-printable", "base64"])
def test_a_plain_mail(cte: str) -> None:
    read = decode(bytes(mail(cte=cte)))
    assert read.text == STORY
    assert read.metadata == (
        "Siaran Pers: Pasar", "Humas Banjarbaru", "2025-02-03T15:04:05+07:00", None,
    )  # fmt: skip
    assert (read.reader, read.encoding, read.warnings) == ("mail", "utf-8", ())


def test_other_charsets() -> None:
    message = mail("“Ya,” kata Adi.\n", charset="cp1252", cte="quoted-printable")
    assert decode(bytes(message)).text == "“Ya,” kata Adi.\n"
    unknown = bytes(mail(cte="8bit")).replace(b'"utf-8"', b'"nix-8"')
    assert decode(unknown).text == STORY


def test_the_plain_part_beside_html() -> None:
    message = mail()
    message.add_alternative(PAGE, subtype="html")
    assert decode(bytes(message)).text == STORY


def test_html_alone_or_beside_a_stub() -> None:
    shown = "Bupati Rahmat Hidayat meresmikan pasar terapung.\n\n1. satu\n2. dua\n"
    assert decode(bytes(mail(PAGE, subtype="html"))).text == shown
    message = mail("Lihat HTML.\n")
    message.add_alternative(PAGE, subtype="html")
    assert decode(bytes(message)).text == shown


def test_quotations_and_the_signature_are_set_apart() -> None:
    text = (
        STORY
        + "\nPada 2 Februari 2025 Sari menulis:\n> Kapan rilisnya?\n> Salam\n\n-- \nHumas\nTelp. 1\n"
    )
    assert kept(bytes(mail(text))) == [
        "Pada 2 Februari 2025 Sari menulis:",
        "> Kapan rilisnya?",
        "> Salam",
        "-- ",
        "Humas",
        "Telp. 1",
    ]


def test_a_release_that_was_forwarded_in_the_text() -> None:
    text = (
        "Mohon dimuat.\n\n---------- Forwarded message ---------\nFrom: Humas <h@x.example>\n"
        "Date: Mon, 3 Feb 2025\nSubject: Pasar\nTo: <r@x.example>\n\n" + STORY
    )
    data = bytes(mail(text, subject="Fwd: Pasar"))
    assert kept(data)[0] == "Mohon dimuat."
    assert kept(data)[-1] == "To: <r@x.example>"
    assert decode(data).metadata.title == "Pasar"
    shown = summarize(decode(data))
    assert shown.release.body[0].span.of(shown.release.text).startswith("Bupati Rahmat")


def test_a_release_that_was_quoted_whole() -> None:
    quoted = "".join(f"> {line}\n" for line in (STORY + STORY).splitlines())
    read = decode(bytes(mail("FYI\n\n" + quoted)))
    assert read.text.startswith("FYI\n\nBupati Rahmat")
    assert [span.of(read.text) for span in read.asides] == ["FYI"]


def test_a_mail_that_is_attached() -> None:
    cover = mail("Terlampir.\n", subject="Fw: rilis")
    cover.add_attachment(mail())
    read = decode(bytes(cover))
    assert read.text == "Terlampir.\n\n" + STORY
    assert read.asides == ((0, len("Terlampir.\n\n")),)
    assert read.metadata.title == "Siaran Pers: Pasar"


def test_documents_that_came_along_are_named() -> None:
    message = mail()
    message.add_attachment(
        b"PK", maintype="application", subtype="zip", filename="Rilis Pasar.docx"
    )
    message.add_attachment(b"GIF8", maintype="image", subtype="gif", filename="logo.gif")
    assert decode(bytes(message)).warnings == ("not read, since it is attached: Rilis Pasar.docx",)


def test_flowed_lines_are_joined() -> None:
    message = mail("Bupati meresmikan \npasar baru.\nWarga senang.\n")
    message.set_param("format", "flowed")
    assert decode(bytes(message)).text == "Bupati meresmikan pasar baru.\nWarga senang.\n"


def test_a_mailbox() -> None:
    box = b"".join(
        b"From a@x.example Mon Feb  3 15:04:05 2025\n" + bytes(mail()) + b"\n" for _ in "12"
    )
    read = decode(box)
    assert read.reader == "mbox"
    assert read.text.count("Bupati Rahmat") == 2
    assert "a mailbox of 2 mails" in read.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "Subject: Siaran Pers\n\nBupati hadir.\n",
        "From: Humas\nBupati hadir hari ini.\nDate: besok\nSubject: x\n",
        "Catatan: Bupati hadir.\nWaktu: pagi\n\nWarga senang.\n",
    ],
)
def test_what_only_looks_like_a_mail(text: str) -> None:
    assert decode(text.encode()).reader == "text"


def test_a_header_that_cannot_be_parsed_costs_no_text() -> None:
    data = bytes(mail(cte="8bit")).replace(b"03 Feb 2025 15", b"03 Feb 2025 99999999999")
    assert (decode(data).text, decode(data).metadata.date) == (STORY, None)


def test_parts_that_do_not_end() -> None:
    message = b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    read = decode(message + b"--x\nContent-Type: text/plain\n\nBupati hadir.\n")
    assert read.text.strip() == "Bupati hadir."


def test_the_day_of_sending_is_that_of_the_event_only_where_the_text_tells_none() -> None:
    untold = to_object(summarize(decode(bytes(mail("Bupati Rahmat meresmikan pasar.\n")))))
    assert untold["event"]["dates"] == [
        {"start": 0, "end": 0, "text": "", "value": "2025-02-03", "rule": "metadata"}
    ]
    assert untold["dates"] == []
    told = to_object(summarize(decode(bytes(mail(STORY.replace("(3/2/2025)", "(27/1/2025)"))))))
    assert [day["value"] for day in told["event"]["dates"]] == ["2025-01-27"]
