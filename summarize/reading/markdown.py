"""Markdown: the text without its marks, as a page would show it.

Front matter is metadata; headings, emphasis, links and code words are told without their marks.
Fenced code and tables are kept, but are no part of the story. Lines stay as they are: those of a
paragraph are put together as in any other text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from summarize.models import Metadata
from summarize.patterns import pattern
from summarize.reading.encodings import decode_text
from summarize.reading.extracted import OURS, Extracted, Limits, Story
from summarize.reading.properties import clean, iso_date

_FENCE = pattern(r" {0,3}(`{3,}|~{3,})")
_HEADING = pattern(r" {0,3}#{1,6}[ \t]{1,20}+(.*)")
_CLOSING = pattern(r"(?:(?<=[ \t])|\A)#{1,20}\Z")
_UNDERLINE = pattern(r" {0,3}(?:={1,200}+|-{2,200}+)[ \t]{0,9}\Z")
_RULE = pattern(
    r" {0,3}(?:(?:\*[ \t]{0,3}){3,80}+|(?:-[ \t]{0,3}){3,80}+|(?:_[ \t]{0,3}){3,80}+)\Z"
)
_TABLE = pattern(
    r"[ \t]{0,20}+(?:\|[ \t]{0,20}+)?:?-{3,60}+:?[ \t]{0,20}+"
    r"(?:\|[ \t]{0,20}+:?-{3,60}+:?[ \t]{0,20}+){1,30}+\|?[ \t]{0,20}+\Z"
)
_ITEM = pattern(r"([ \t]{0,20})(?:[-*+]|(\d{1,9}[.)]))[ \t]{1,20}+(?:\[[ xX]\][ \t]{1,9})?(?=\S)")
_QUOTED = pattern(r"\A(?: {0,3}>[ \t]?)+")
_REFERENCE = pattern(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.{0,200}\Z")
_PROPERTY = pattern(r"([\w-]{1,40})[ \t]*[:=][ \t]*(.*)\Z")
_TERMS = {
    "title": "title",
    "judul": "title",
    "author": "author",
    "authors": "author",
    "penulis": "author",
    "date": "date",
    "published": "date",
    "tanggal": "date",
    "canonical": "url",
    "canonical_url": "url",
    "url": "url",
}
_NEAR = 6  # lines at the top in which the title may stand already
_MOST_PROPERTIES = 200  # lines
_COMMENT = pattern(r"<!--.{0,2000}?-->", re.DOTALL)
_TAG = pattern(r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,500})?/?>")
_BREAK = pattern(r"<br\s?/?>", re.IGNORECASE)
_CODE = pattern(r"(?<!`)(`{1,3})(?!`)([^`\n]{1,500})\1(?!`)")
_IMAGE = pattern(r"!\[[^\]\n]{0,300}\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,100}\])")
_LINK = pattern(r"\[([^\[\]\n]{1,500})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\])")
_AUTOLINK = pattern(r"<((?:https?://|mailto:)[^<>\s]{1,1000})>")
_FOOTNOTE = pattern(r"\[\^[^\]\s]{1,40}\]")
_STRONG = pattern(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,1000})(?<=\S)\1(?![\w*])")
_UNDERSCORED = pattern(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,1000})(?<=\S)\1(?![\w_])")
_STRUCK = pattern(r"~~([^~\n]{1,1000})~~")
_ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
_PRIVATE = 0xF0000  # where escaped characters wait until all marks are gone
_HELD = {ord(sign): _PRIVATE + ord(sign) for sign in "*_[]<>&~!`\\"}


def version() -> str:
    """Ours."""
    return OURS


def read(data: bytes, limits: Limits) -> Extracted:
    """The text that a page made of ``data`` would show."""
    text, encoding, warnings = decode_text(data, limits.encoding)
    lines = _COMMENT.sub("", text).splitlines()
    metadata, begin = _front_matter(lines)
    story = Story()
    shown = list(_blocks(lines[begin:]))
    if metadata.title and not any(_alike(line, metadata.title) for line, _ in shown[:_NEAR]):
        story.add(metadata.title)  # which pages are headed by
    blank = True
    for line, aside in shown:
        if line.strip():
            story.add(line, aside=aside, close=not blank)
        blank = not line.strip()
    extracted = story.extracted(metadata, encoding=encoding, warnings=warnings)
    return extracted._replace(whole_lines=False)


def _alike(line: str, title: str) -> bool:
    return line.split() == title.split()


def _front_matter(lines: list[str]) -> tuple[Metadata, int]:
    """What a block of properties on top says, and the number of the line below it."""
    fence = lines[0].strip() if lines else ""
    if fence not in {"---", "+++"}:
        return Metadata(), 0
    found: dict[str, str] = {}
    for number, line in enumerate(lines[1:_MOST_PROPERTIES], start=1):
        if line.strip() == fence or (fence == "---" and line.strip() == "..."):
            date = iso_date(found.get("date", "").replace(" ", "T", 1))
            return Metadata(**{**found, "date": date or iso_date(found.get("date"))}), number + 1
        told = _PROPERTY.match(line)
        term = _TERMS.get(told[1].lower()) if told else None
        value = clean(told[2].strip().strip("[]").strip("\"'")) if told else None
        if term and value:
            found.setdefault(term, value)
    return Metadata(), 0


def _blocks(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """The lines as they are shown, each with whether it is no part of the story."""
    fence = ""
    table = False
    for number, line in enumerate(lines):
        if fence:
            if _closes(line, fence):
                fence = ""
            else:
                yield line, True
            continue
        fence = _fence(line)
        if fence:
            yield "", False
            continue
        below = lines[number + 1] if number + 1 < len(lines) else ""
        table = "|" in line and (table or bool(_TABLE.match(below)))
        if not table:
            yield from _line(line, above=lines[number - 1] if number else "")
        elif not _TABLE.match(line):
            yield _row(line), True


def _fence(line: str) -> str:
    """The signs of the fence by which ``line`` opens a block of code, nothing if it does not."""
    found = _FENCE.match(line)
    return found[1] if found and "`" not in line[found.end() :] else ""


def _closes(line: str, fence: str) -> bool:
    """Whether ``line`` ends the block of code that ``fence`` opened."""
    found = _FENCE.match(line)
    return found is not None and found[1].startswith(fence) and not line.strip(" `~")


def _row(line: str) -> str:
    """A row of a table, its cells parted by tabs."""
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    return "\t".join(_shown(cell.strip()) for cell in cells)


def _line(line: str, *, above: str) -> Iterator[tuple[str, bool]]:
    if _REFERENCE.match(line):
        return
    heading = _HEADING.match(line)
    if heading:
        yield "", False
        yield _shown(_CLOSING.sub("", heading[1].rstrip())), False
        yield "", False
    elif (_UNDERLINE.match(line) and above.strip() and not _ITEM.match(above)) or _RULE.match(line):
        yield "", False
    else:
        line = _QUOTED.sub("", line)
        marked = _ITEM.match(line)
        marker = f"{marked[1]}{marked[2] or '-'} " if marked else ""
        for part in _BREAK.split(line[marked.end() :] if marked else line):
            yield marker + _shown(part), False
            marker = ""


def _shown(line: str) -> str:
    """A line without the marks in it."""
    line = _ESCAPED.sub(lambda found: chr(_PRIVATE + ord(found[1])), line)
    line = _CODE.sub(lambda found: found[2].translate(_HELD), line)
    line = _IMAGE.sub("", line)
    line = _LINK.sub(r"\1", line)
    line = _AUTOLINK.sub(r"\1", line)
    line = _FOOTNOTE.sub("", line)
    for mark in (_STRONG, _STRONG, _UNDERSCORED, _UNDERSCORED):
        line = mark.sub(r"\2", line)
    line = _STRUCK.sub(r"\1", line)
    line = html.unescape(_TAG.sub("", line))
    return "".join(
        chr(ord(letter) - _PRIVATE) if ord(letter) > _PRIVATE else letter for letter in line
    )
