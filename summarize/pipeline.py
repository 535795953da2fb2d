"""The recipe: from a document to its summary."""

from __future__ import annotations

from summarize.anatomy import take_apart
from summarize.findings import find_all
from summarize.models import Date, Document, Findings, Release, Span, Summary
from summarize.passages import find_passages
from summarize.points import choose_points
from summarize.ranking import DEFAULT_METHOD, Length, choose_sentences
from summarize.reading import from_text

# The formats in which a date says when something was published or sent, not when a file was made.
_SENT = {"html", "mhtml", "mail", "mbox", "markdown"}


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
    >>> summary.sentences[0].sentence.span.of(summary.release.text)
    'Gubernur meresmikan jembatan.'

    With ``explain`` each sentence also has what weighed most in its score.
    Raises OptionError for a method or language that does not exist.
    """
    document = from_text(source) if isinstance(source, str) else source
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
        f"announced {found.announced}, found {len(found.items)}, "
        f"at {release.original(found.span).start}"
        for found in findings.enumerations
        if found.complete is False
    )
