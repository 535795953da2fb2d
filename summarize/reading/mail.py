"""Mail by the standard library: the part that a reader sees, decoded.

The text of a release comes as plain text or as HTML, on its own, beside the other, or with files
attached; or inside of a mail that is attached, when it was forwarded. Quoted mail and the
signature are kept, but are no part of the story.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from summarize.errors import OptionError, ReadError, TooLargeError, UnreadableError
from summarize.models import Metadata, Span
from summarize.patterns import pattern
from summarize.reading.encodings import Decoded, decode_text
from summarize.reading.extracted import OURS, Extracted, Limits
from summarize.reading.properties import clean

_SIGNATURE = pattern(r"(?:-- ?|--\s|_{8,40})\Z")
_QUOTED = pattern(r"[ \t]?>")
_MARK = pattern(r"(?:[ \t]?>)+ ?")
_WROTE = pattern(r"\b(?:wrote|writes|menulis|schrieb|a écrit)\s?:\s*\Z")
_WROTE_ABOVE = pattern(r"(?:On|Pada)\s")
_REPLIED = pattern(r"\A(?:\s*(?:fwd?|re|tr|wg|bls|trs|terusan|balasan)\s?:)+", re.IGNORECASE)
_FROM_LINE = pattern(rb"^From \S+ [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[!-9;-~]+:)", re.MULTILINE)
_FORWARDED = pattern(
    r"[ \t>]{0,20}(?:-{2,20}\s?"
    r"(?:Forwarded message|Original Message|Pesan (?:terusan|asli|diteruskan))"
    r"\s?-{2,20}|Begin forwarded message:|Mulai pesan terusan:)\s{0,9}\Z",
    re.IGNORECASE,
)
_HEADER = pattern(r"[ \t>]{0,20}\*?[A-Z][\w-]{1,20}\*?:[ \t]?\S")
_FLOWED = pattern(r"(?<=\S) \r?\n(?=\S)")
_DOCUMENT = pattern(r"\.(?:docx?|docm|odt|rtf|pdf|txt|md|html?|epub|eml|msg)\Z", re.IGNORECASE)
_MOST_PARTS = 1_000
_MOST_LINES = 5_000  # that could begin a part; the library takes long for more
_DEEPEST = 20  # mails inside each other
_BRIEF = 60  # words of a note that only covers what is forwarded


def version() -> str:
    """Ours."""
    return OURS


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a mail, or of all mails in a mailbox."""
    starts = [found.start() for found in _FROM_LINE.finditer(data)]
    if not data.lstrip().startswith(b"From ") or len(starts) < 2:
        return _read_one(data, limits)
    return _joined(
        [
            _read_one(data[start:end], limits)
            for start, end in zip(starts, [*starts[1:], len(data)], strict=True)
        ]
    )


def _joined(mails: list[Extracted]) -> Extracted:
    """The texts of several mails as one, with the metadata of the first."""
    text = ""
    asides: list[Span] = []
    warnings: list[str] = []
    for mail in mails:
        asides += [Span(start + len(text), end + len(text)) for start, end in mail.asides]
        text += mail.text + "\n"
        warnings += mail.warnings
    said = f"a mailbox of {len(mails):,} mails, read as one text; better give each on its own"
    return Extracted(
        text,
        mails[0].metadata,
        tuple(asides),
        whole_lines=False,
        warnings=(said, *dict.fromkeys(warnings)),
    )


def _read_one(data: bytes, limits: Limits) -> Extracted:
    data = data.lstrip()
    if data.count(b"\n--") > _MOST_LINES:
        raise TooLargeError(f"more than {_MOST_PARTS:,} parts in one mail")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        return _Mail(message, limits).extracted()
    except ReadError:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as bad:
        raise UnreadableError("broken: its parts do not fit together; send it again") from bad


class _Mail:
    """A mail, or one inside of it."""

    def __init__(self, message: EmailMessage, limits: Limits, depth: int = 0) -> None:
        self._message, self._limits, self._depth = message, limits, depth
        if depth > _DEEPEST:
            raise UnreadableError(f"broken: more than {_DEEPEST} mails inside each other")

    def extracted(self) -> Extracted:
        parts = list(self._parts())
        plain = self._first(parts, "text/plain")
        html = self._first(parts, "text/html")
        extracted = self._plain(plain) if plain is not None else Extracted("")
        if html is not None and len(extracted.text.split()) < _BRIEF:
            shown = self._html(html)
            if len(shown.text.split()) > 2 * len(extracted.text.split()):
                extracted = shown
        inner = next((part for part in parts if part.get_content_type() == "message/rfc822"), None)
        if inner is not None:
            return self._forwarded(extracted, inner)
        return extracted._replace(
            metadata=_metadata(self._message), warnings=(*extracted.warnings, *_attached(parts))
        )

    def _forwarded(self, cover: Extracted, attached: EmailMessage) -> Extracted:
        """A mail that another one is attached to, which is the release if the cover is brief."""
        content = attached.get_payload(0) if attached.is_multipart() else None
        if not isinstance(content, EmailMessage):
            return cover._replace(metadata=_metadata(self._message))
        inner = _Mail(content, self._limits, self._depth + 1).extracted()
        brief = len(cover.text.split()) < _BRIEF
        text = f"{cover.text.rstrip()}\n\n" if cover.text.strip() else ""
        moved = (Span(start + len(text), end + len(text)) for start, end in inner.asides)
        apart = (Span(0, len(text)),) if brief and text else cover.asides
        behind = tuple(moved) if brief else (Span(len(text), len(text) + len(inner.text)),)
        return inner._replace(
            text=text + inner.text,
            asides=(*apart, *behind),
            metadata=inner.metadata if brief else _metadata(self._message),
            warnings=(*cover.warnings, *inner.warnings),
        )

    def _parts(self) -> Iterator[EmailMessage]:
        """The parts of this mail, but not those of mails that are attached to it."""
        left: list[EmailMessage] = [self._message]
        count = 0
        while left:
            part = left.pop(0)
            count += 1
            if count > _MOST_PARTS:
                raise TooLargeError(f"more than {_MOST_PARTS:,} parts in one mail")
            yield part
            if part.is_multipart() and part.get_content_type() != "message/rfc822":
                inside = part.get_payload()
                if isinstance(inside, list):
                    left += (one for one in inside if isinstance(one, EmailMessage))

    def _first(self, parts: list[EmailMessage], kind: str) -> EmailMessage | None:
        return next(
            (
                part
                for part in parts
                if part.get_content_type() == kind and not part.is_attachment()
            ),
            None,
        )

    def _plain(self, part: EmailMessage) -> Extracted:
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes):
            return Extracted("")
        charset = self._limits.encoding or part.get_content_charset()
        text, encoding, warnings = _decoded(data, charset)
        if part.get_param("format") == "flowed":
            text = _FLOWED.sub("" if part.get_param("delsp") == "yes" else " ", text)
        shown = _told_apart(text.replace("\r\n", "\n"))
        return shown._replace(encoding=encoding, warnings=warnings, whole_lines=False)

    def _html(self, part: EmailMessage) -> Extracted:
        from summarize.reading.assembly import Assembly
        from summarize.reading.hypertext import assemble, root_of

        data = part.get_payload(decode=True)
        if not isinstance(data, bytes):
            return Extracted("")
        text, encoding, warnings = _decoded(data, part.get_content_charset())
        root, assembly = root_of(text), Assembly()
        if root is not None:
            assemble(root, assembly)
        return assembly.extracted(warnings=warnings)._replace(encoding=encoding)


def _decoded(data: bytes, charset: str | None) -> Decoded:
    try:
        return decode_text(data, charset)
    except OptionError:  # a charset that nobody knows
        return decode_text(data)


def _attached(parts: list[EmailMessage]) -> tuple[str, ...]:
    """A warning that names the documents which came with a mail."""
    names = [part.get_filename() or "" for part in parts]
    documents = [name for name in names if _DOCUMENT.search(name)]
    if not documents:
        return ()
    return (f"not read, since it is attached: {clean(', '.join(documents))}",)


def _metadata(message: EmailMessage) -> Metadata:
    addresses = getattr(_header(message, "from"), "addresses", ())
    author = (addresses[0].display_name or addresses[0].addr_spec) if addresses else None
    return Metadata(
        title=clean(_REPLIED.sub("", str(_header(message, "subject") or ""))),
        author=clean(author),
        date=_date(str(_header(message, "date") or "")),
    )


def _header(message: EmailMessage, name: str) -> object:
    """A header as the library parses it, None where it cannot."""
    try:
        return message[name]
    except (ValueError, OverflowError, IndexError, AttributeError, TypeError):
        return None


def _date(written: str) -> str | None:
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def _told_apart(text: str) -> Extracted:
    """A plain text in which quotations, forwarding and the signature are set apart.

    Where all of it was quoted when it was forwarded, the marks of quotation are left out.
    """
    lines = text.split("\n")
    quoted = [bool(_QUOTED.match(line)) for line in lines]
    own = [line for line, apart in zip(lines, quoted, strict=True) if not apart]
    if any(quoted) and len(" ".join(own).split()) < _BRIEF < sum(len(ln.split()) for ln in lines):
        lines = [_MARK.sub("", line) for line in lines]
        lead = quoted.index(True)
        apart = [number < lead for number in range(len(lines))]
    else:
        apart = quoted
        for number in range(1, len(lines)):
            if quoted[number] and not quoted[number - 1]:
                _mark_attribution(lines, number, apart)
    _mark_forwarding(lines, apart)
    _mark_signature(lines, apart)
    return _extracted(lines, apart)


def _mark_attribution(lines: list[str], number: int, apart: list[bool]) -> None:
    """Set apart ``On 3 May Sari wrote:`` above a quotation."""
    above = number - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    if lines[above].rstrip().endswith(":") and _WROTE.search(lines[above]):
        apart[above] = True
        if above and not apart[above - 1] and _WROTE_ABOVE.match(lines[above - 1]):
            apart[above - 1] = True


def _mark_forwarding(lines: list[str], apart: list[bool]) -> None:
    """Set apart the note above a mail that is forwarded, and its headers."""
    for number, line in enumerate(lines):
        if not _FORWARDED.match(line):
            continue
        behind = number + 1
        while behind < len(lines) and (not lines[behind].strip() and behind == number + 1):
            behind += 1
        while behind < len(lines) and lines[behind].strip():
            if not (_HEADER.match(lines[behind]) or lines[behind][:1] in " \t"):
                break
            behind += 1
        above = sum(len(one.split()) for one in lines[:number])
        begin = 0 if above < _BRIEF else number
        apart[begin:behind] = [True] * (behind - begin)
        return


def _mark_signature(lines: list[str], apart: list[bool]) -> None:
    for number in range(len(lines) - 1, 0, -1):
        if _SIGNATURE.match(lines[number]):
            apart[number:] = [True] * (len(lines) - number)
            return


def _extracted(lines: list[str], apart: list[bool]) -> Extracted:
    asides: list[Span] = []
    start = 0
    for line, aside in zip(lines, apart, strict=True):
        end = start + len(line)
        if aside and line.strip():
            if asides and asides[-1].end >= start - 1:
                asides[-1] = Span(asides[-1].start, end)
            else:
                asides.append(Span(start, end))
        start = end + 1
    return Extracted("\n".join(lines), asides=tuple(asides))
