"""Which format bytes are in, told by the bytes alone, and the reader of each.

A reader is imported when its format has been seen: a text costs no more than the few
comparisons made here.
"""

from __future__ import annotations

import codecs
import re
from importlib import import_module
from typing import NamedTuple, cast

from summarize.errors import NotTextError
from summarize.patterns import pattern
from summarize.reading.extracted import Extracted, Limits, Reader

_SNIFFED = 1024  # a signature may stand behind a little junk, as PDF allows
_HEADERS = 65_536  # bytes in which the header of a mail ends


class Format(NamedTuple):
    """A format: its short name, what a message calls it, and the module that reads it.

    ``extra`` says that the module needs packages that are not always there. A format without a
    module is refused, with ``advice``.
    """

    name: str
    called: str
    module: str | None = None
    extra: bool = False
    advice: str = ""

    def extract(self, data: bytes, limits: Limits) -> tuple[Extracted, str]:
        """What its reader extracts, and the version of that.

        Raises NotTextError where there is no reader, or where its packages lack.
        """
        if self.module is None:
            raise NotTextError(f"looks like {self.called}, not text; {self.advice}")
        try:
            reader = cast(Reader, import_module(f"summarize.reading.{self.module}"))
            return reader.read(data, limits), reader.version()
        except ModuleNotFoundError as missing:
            if not self.extra:
                raise
            said = f"{self.called}; install ringkas[documents] to read it"
            raise NotTextError(said) from missing


PDF = Format("pdf", "a PDF", "pdf", extra=True)
DOCX = Format("docx", "a Word document", "word")
ODT = Format("odt", "an OpenDocument text", "opendocument")
RTF = Format("rtf", "an RTF document", "rtf")
HTML = Format("html", "a web page", "html", extra=True)
MHTML = Format("mhtml", "a saved web page", "html", extra=True)
MAIL = Format("mail", "a mail", "mail")
MBOX = Format("mbox", "a mailbox", "mail")
EPUB = Format("epub", "an EPUB book", "epub")
MARKDOWN = Format("markdown", "a Markdown document", "markdown")

_AS_TEXT = "save it as text first"
_UNPACK = "unpack it first"
_ASK = "if it is one of releases, ask it with --about WORDS"
_SCAN = "a scan has to go through text recognition first"
_SAVE_AS_DOCX = "convert it with: soffice --convert-to docx FILE"

_SIGNATURES = (
    (b"%PDF-", PDF),
    (rb"{\rtf", RTF),
    (b"\x89PNG", Format("png", "a PNG picture", advice=_SCAN)),
    (b"\xff\xd8\xff", Format("jpeg", "a JPEG picture", advice=_SCAN)),
    (b"GIF8", Format("gif", "a GIF picture", advice=_SCAN)),
    (b"\x1f\x8b", Format("gzip", "a gzip archive", advice=_UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Format("7z", "a 7-Zip archive", advice=_UNPACK)),
    (b"Rar!", Format("rar", "a RAR archive", advice=_UNPACK)),
    (b"BZh", Format("bzip2", "a bzip2 archive", advice=_UNPACK)),
    (b"SQLite format 3\0", Format("sqlite", "an SQLite database", advice=_ASK)),
    (b"\xfd7zXZ", Format("xz", "an xz archive", advice=_UNPACK)),
)
_ZIP = b"PK\x03\x04"
# Names are not compressed, so they can be looked for in the bytes.
_ZIPPED = (
    (b"application/vnd.oasis.opendocument.text", ODT),
    (b"application/epub", EPUB),
    (
        b"application/vnd.oasis",
        Format("opendocument", "an OpenDocument file that is no text", advice=_AS_TEXT),
    ),
    (b"word/", DOCX),
    (b"xl/", Format("xlsx", "an Excel workbook", advice=_AS_TEXT)),
    (b"ppt/", Format("pptx", "a PowerPoint presentation", advice=_AS_TEXT)),
)
_ARCHIVE = Format("zip", "a zip archive, or what is left of a document", advice=_UNPACK)
_OLE = b"\xd0\xcf\x11\xe0"
_IN_OLE = (
    (
        "__properties_version1.0",
        Format("msg", "an Outlook message", advice="save it as .eml or text"),
    ),
    ("EncryptedPackage", Format("locked", "a document with a password", advice="save it without")),
)
_OFFICE = Format("doc", "an old Office document", advice=_SAVE_AS_DOCX)

_MARKUP = pattern(
    rb"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?s:.){0,2000}?-->)*+"
    rb"(?:(?P<page><(?:!doctype\s+html|html|head|body|meta|title|main|article|section|div|p|h[1-6]"
    rb"|ul|ol|table|span|font|center)\b)|(?P<flat><office:document\b)|(?P<other><\?xml|<!doctype))",
    re.IGNORECASE,
)
_XML = Format("xml", "an XML file", advice="of these, XHTML and flat OpenDocument are read")
_HEADER = pattern(rb"([!-9;-~]{1,80}):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|\r)")
_MBOX = pattern(rb"From \S+ [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[!-9;-~]+:)")
_SENT = {b"from", b"date", b"subject", b"to", b"message-id", b"mime-version", b"received"}
_MARKS = pattern(
    r"\A(?:---|\+\+\+)[ \t]{0,9}+\r?\n[\w-]{1,40}+[ \t]{0,9}+[:=]"  # front matter
    r"|^ {0,3}(?:#{1,6}[ \t]{1,20}+\S|```|~~~)"  # a heading, a fence
    r"|^[ \t]{0,20}+(?:\|[ \t]{0,20}+)?:?-{3,60}+:?[ \t]{0,20}+"  # a table
    r"(?:\|[ \t]{0,20}+:?-{3,60}+:?[ \t]{0,20}+){1,30}+\|?[ \t]{0,20}+\r?$"
    r"|\[[^\]\r\n]{1,200}\]\((?:https?://|/|#|mailto:)[^)\s]{0,500}\)"  # a link
    r"|(?<![\w*])\*\*(?=\S)[^*\r\n]{1,300}(?<=\S)\*\*(?![\w*])",  # strong words
    re.MULTILINE,
)


def format_of(data: bytes) -> Format | None:
    """The format that the bytes show; None for text, which Markdown is until it is decoded."""
    head = data[:_SNIFFED].lstrip()
    for signature, known in _SIGNATURES:
        if head.startswith(signature):
            return known
    if head.startswith(_ZIP):
        return next((known for name, known in _ZIPPED if name in data), _ARCHIVE)
    if head.startswith(_OLE):
        inside = (known for name, known in _IN_OLE if name.encode("utf-16-le") in data)
        return next(inside, _OFFICE)
    return _of_markup(_unmarked(head)) or _of_mail(data)


def is_markdown(text: str) -> bool:
    """Whether ``text`` holds front matter, a heading, a fence, a table, a link, strong words."""
    return bool(_MARKS.search(text))


def _unmarked(head: bytes) -> bytes:
    """The first bytes without a byte order mark, in an encoding that ASCII is part of."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) & ~1].decode("utf-16", "ignore").encode("utf-8", "replace")
    return head.removeprefix(codecs.BOM_UTF8)


def _of_markup(head: bytes) -> Format | None:
    found = _MARKUP.match(head)
    if not found:
        return None
    if found["page"]:
        return HTML
    return ODT if found["flat"] else _XML


def _of_mail(data: bytes) -> Format | None:
    """A mail begins with a block of headers, the usual ones among them."""
    head = data[:_HEADERS].removeprefix(codecs.BOM_UTF8).lstrip()
    mailbox = _MBOX.match(head)
    at = mailbox.end() if mailbox else 0
    names = set()
    while found := _HEADER.match(head, at):
        names.add(found[1].lower())
        at = found.end()
    if len(names & _SENT) < 3 or b"from" not in names or head[at : at + 1] not in b"\r\n":
        return None
    if mailbox:
        return MBOX
    saved = re.search(rb"^(?:From: <Saved by|Snapshot-Content-Location:)", head[:at], re.MULTILINE)
    return MHTML if saved else MAIL
