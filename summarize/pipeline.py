"""The recipe: from a document to its summary."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

from summarize.anatomy import take_apart
from summarize.errors import InputError
from summarize.findings import find_all
from summarize.models import Date, Document, Enumeration, Findings, Release, Span
from summarize.passages import find_passages
from summarize.points import choose_points
from summarize.ranking import DEFAULT_METHOD, Length, choose_sentences
from summarize.reading import MAX_BYTES, SUFFIXES, from_text, read_file
from summarize.results import Summary

# The formats in which a date says when something was published or sent, not when a file was made.
_SENT = {"html", "mhtml", "mail", "mbox", "markdown"}
_LONGEST_PATH = 400  # characters of a text that may be a path
_LONGEST_LEAD = 60  # characters of what a list announces, in a warning


def summarize(
    source: str | Document,
    *,
    method: str = DEFAULT_METHOD,
    language: str = "auto",
    length: Length | None = None,
    explain: bool = False,
) -> Summary:
    """The summary and all findings of a text or a document that was read.

    >>> summary = summarize("Gubernur meresmikan jembatan. Warga gembira.")
    >>> summary.sentences[0].text
    'Gubernur meresmikan jembatan.'

    With ``explain`` each sentence also has what weighed most in its score. An empty text has an
    empty summary. Raises OptionError for a method or language that does not exist, InputError for
    what is no text: None, NaN, bytes, a path.
    """
    document = source if isinstance(source, Document) else from_text(_text_of(source))
    release = take_apart(document, language)
    findings = _dated(find_all(release), document)
    passages = find_passages(release, findings)
    selection = choose_sentences(
        release, findings, passages, method=method, length=length, explain=explain
    )
    points = choose_points(release, findings, passages, length=length)
    return Summary(
        release=release,
        method=selection.method,
        sentences=selection.sentences,
        points=points.shown,
        lists=points.lists,
        findings=findings,
        quotable=points.quotable,
        warnings=(*document.warnings, *selection.warnings, *_count_warnings(release, findings)),
    )


def summarize_file(
    path: str | os.PathLike[str],
    *,
    method: str = DEFAULT_METHOD,
    language: str = "auto",
    length: Length | None = None,
    explain: bool = False,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Summary:
    """The summary and all findings of the file at ``path``, of any kind that is read.

    Raises ReadError for what cannot be read, and as `summarize`.
    """
    if not isinstance(path, str | os.PathLike):
        raise InputError(f"a path was expected, not {_kind_of(path)}")
    document = read_file(path, encoding=encoding, max_bytes=max_bytes)
    return summarize(document, method=method, language=language, length=length, explain=explain)


def _text_of(source: object) -> str:
    """``source`` if it is the text of a release. Raises InputError."""
    if isinstance(source, os.PathLike):
        _refuse_path(os.fspath(source))
    if not isinstance(source, str):
        raise InputError(f"a text was expected, not {_kind_of(source)}")
    if _is_path(source):
        _refuse_path(source)
    return source


def _is_path(text: str) -> bool:
    """Whether ``text`` is the path of a file: one word that ends as such, or one that exists."""
    if len(text) > _LONGEST_PATH or "\n" in text or "\0" in text:
        return False
    named = text.lower().endswith(SUFFIXES)
    return named and (len(text.split()) == 1 or Path(text).is_file())


def _refuse_path(path: object) -> NoReturn:
    raise InputError(f"{path!r} is the path of a file, not a text: use summarize_file")


def _kind_of(value: object) -> str:
    """What ``value`` is; a missing one of a table, what to do."""
    missing = isinstance(value, float) and value != value  # noqa: PLR0124 - NaN alone is not itself
    if value is None or missing or type(value).__name__ in ("NAType", "NaTType"):
        return f"{value}; leave out missing values first"
    if isinstance(value, bytes):
        return "bytes; decode them, or use summarize_file"
    return type(value).__name__


def _dated(findings: Findings, document: Document) -> Findings:
    """``findings`` with the day of sending where the text tells no day of the event.

    Its rule is ``metadata``, and its span is empty: no piece of the text says it.
    """
    sent = document.metadata.date
    if sent is None or document.reader not in _SENT or findings.event.dates:
        return findings
    day = Date(Span(0, 0), sent[:10], "metadata")
    return findings._replace(event=findings.event._replace(dates=(day,)))


def _count_warnings(release: Release, findings: Findings) -> tuple[str, ...]:
    """A line for each announced list in which another number of items was found."""
    return tuple(
        _count_warning(found, found.announced, release)
        for found in findings.enumerations
        if found.complete is False and found.announced is not None
    )


def _count_warning(found: Enumeration, announced: int, release: Release) -> str:
    told = " ".join((found.lead or found.span).of(release.text).split())
    if len(told) > _LONGEST_LEAD:
        told = f"{told[:_LONGEST_LEAD].rpartition(' ')[0] or told[:_LONGEST_LEAD]} …"
    said = f"announced {announced}, found {len(found.items)}"
    if len(found.items) < announced:
        return f"{said}: the list “{told}” has fewer items than it says"
    return f"{said}: the list “{told}” has more items than it says"
