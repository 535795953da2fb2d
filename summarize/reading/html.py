"""Web pages: the article in them, by trafilatura, without menus, related links and scripts.

What trafilatura leaves out and a reader sees is the headline, when it stands above the article;
it is put back. A page that is saved as MHTML is the HTML part of a mail.
"""

from __future__ import annotations

import email
import email.policy
import logging
import re
import warnings
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

from summarize.errors import UnreadableError
from summarize.models import Metadata
from summarize.patterns import pattern
from summarize.reading.assembly import Assembly
from summarize.reading.encodings import decode_text
from summarize.reading.extracted import Extracted, Limits
from summarize.reading.hypertext import assemble, root_of
from summarize.reading.properties import clean, iso_date

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHARSET = pattern(rb"<meta\s[^>]{0,200}?charset\s?=\s?[\"']?([\w-]{2,40})", re.IGNORECASE)
_DECLARED = pattern(rb"\s{0,9}<\?xml\s[^>]{0,100}?encoding\s?=\s?[\"']([\w-]{2,40})")
_PICTURE = pattern(r"data:[a-z]{1,20}/[a-z+.-]{1,40};base64,[A-Za-z0-9+/=]++")
_HEAD = 4_096  # bytes in which a page tells its encoding, as browsers look for it
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "dateparser")
_HEADLINES = ("h1", "h2", "h3")
_LABELS = "ul", "ol"
_TAGS = {  # of trafilatura, and those of HTML
    "item": "li",
    "row": "tr",
    "cell": "td",
    "quote": "blockquote",
    "lb": "br",
    "graphic": "object",
    "hi": "span",
    "ref": "span",
    "del": "span",
    "code": "span",
}
_GLUED = pattern(r"\A\s{0,9}\(?\d{1,2}[.)](?=[^\W\d])")  # a marker that a style sheet parts
_LARGEST = 2_000_000  # characters, without the pictures that are written into the page
_NEAR = 3  # paragraphs at the top in which the headline may stand already


def version() -> str:
    """That of trafilatura."""
    import trafilatura

    return f"trafilatura {trafilatura.__version__}"


def read(data: bytes, limits: Limits) -> Extracted:
    """The article in a web page."""
    data, charset = _page(data)
    text, encoding, doubts = decode_text(data, limits.encoding or charset or _charset(data))
    text = _PICTURE.sub("", text)
    root = root_of(_without_declaration(text))
    if root is None:
        raise UnreadableError("broken: no page in it; save it again")
    if len(text) > _LARGEST:  # it would take minutes
        note = f"more than {_LARGEST:,} characters: all of the page is read, not only its article"
        return _whole(root, Metadata(), (*doubts, note))._replace(encoding=encoding)
    try:
        found = _article(text)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError) as bad:
        raise UnreadableError("broken: no article can be told in it; save it as text") from bad
    metadata = _metadata(found)
    if found is None or found.body is None or not len(found.body):
        note = "no article was found in the page; all of its text is read"
        return _whole(root, metadata, (*doubts, note))._replace(encoding=encoding)
    assembly = Assembly()
    headline = _headline(root, metadata.title)
    if headline and not _opens_with(found.body, headline):
        assembly.open_paragraph()
        assembly.write(headline)
        assembly.close_paragraph()
    assemble(_as_html(found.body), assembly)
    return assembly.extracted(metadata, warnings=doubts)._replace(encoding=encoding)


def _whole(root: Element, metadata: Metadata, doubts: tuple[str, ...]) -> Extracted:
    """All text of a page."""
    assembly = Assembly()
    assemble(root, assembly)
    return assembly.extracted(metadata, warnings=doubts)


def _metadata(found: Any) -> Metadata:
    """What the page says of the article that was ``found`` in it, if any was."""
    if found is None:
        return Metadata()
    return Metadata(clean(found.title), clean(found.author), iso_date(found.date), clean(found.url))


def _opens_with(body: Element, headline: str) -> bool:
    """Whether the headline stands on top of an article."""
    paragraphs = (" ".join(" ".join(p.itertext()).split()) for p in body[:_NEAR])
    return any(paragraph.startswith(headline) for paragraph in paragraphs)


def _article(text: str) -> Any:
    """What trafilatura extracts; what it and its parts log and warn of says nothing to a reader."""
    import trafilatura

    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return trafilatura.bare_extraction(text, with_metadata=True)


def _page(data: bytes) -> tuple[bytes, str | None]:
    """The page and its charset: of MHTML the first part that is one."""
    if data.lstrip().startswith(b"<") or b"MIME-Version" not in data[:_HEAD]:
        return data, None
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(part, EmailMessage) and isinstance(page, bytes):
                return page, part.get_content_charset()
    raise UnreadableError("broken: no page in it; save it again")


def _charset(data: bytes) -> str | None:
    """The encoding that a page tells, unless it is plainly not true."""
    head = data[:_HEAD]
    told = _CHARSET.search(head) or _DECLARED.match(head)
    if told is None:
        return None
    name = told[1].decode().lower()
    if name in {"utf-8", "utf8"}:
        return None  # as it is guessed: byte order mark, UTF-8, Windows-1252 with a note
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name, name)
    try:
        "x".encode(name)
        data.decode("utf-8")
    except LookupError:
        return None
    except UnicodeDecodeError:
        return name
    return None  # valid UTF-8 is that, whatever was declared


def _without_declaration(text: str) -> str:
    """``text`` without its XML declaration, which lxml does not allow in what is decoded."""
    text = text.lstrip("\ufeff \t\r\n")
    return text.partition("?>")[2] if text.startswith("<?xml") else text


def _headline(root: Element, title: str | None) -> str | None:
    """The headline as the page shows it: the heading that the title repeats, or the only one."""
    shown = []
    for tag in _HEADLINES:
        texts = [" ".join(" ".join(heading.itertext()).split()) for heading in root.iter(tag)]
        texts = [text for text in texts if text]
        for text in texts:
            if title and (text == title or (len(text) > 20 and title.startswith(text))):
                return text
        if tag == "h1":
            shown = texts
    return shown[0] if len(shown) == 1 else None


def _as_html(body: Element) -> Element:
    """The tree of an article with the tags of HTML: trafilatura uses those of TEI."""
    for element in body.iter():
        if element.tag in {"p", "item"} and element.text:
            element.text = _GLUED.sub(r"\g<0> ", element.text, count=1)
        match element.tag:
            case "head":
                element.tag = element.get("rend", "h2")
            case "list":
                element.tag = element.get("rend", "ul") if element.get("rend") in _LABELS else "ul"
            case tag if tag in _TAGS:
                element.tag = _TAGS[str(tag)]
    return body
