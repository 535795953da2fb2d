"""Reported speech without quotation marks: ``Kepala LAN menegaskan, kondisi belum pulih``."""

from __future__ import annotations

from summarize.findings.speech.attribution import Attributions
from summarize.findings.speech.speakers import NOBODY, Attribution
from summarize.models import Quotation, Sentence, Speaker, Statement
from summarize.text.reading import Reading

REPORTING = frozenset({"subject", "agent", "source", "pronoun", "description"})
SHORTEST = 5  # words that a report has at least


def find_statements(
    reading: Reading, attributions: Attributions, quotations: tuple[Quotation, ...]
) -> tuple[Statement, ...]:
    """The sentences that report what somebody says, in order.

    Who "ia" and "-nya" are is whoever spoke or acted last, in a quotation or a sentence.
    """
    floor: Speaker | None = None
    statements: list[Statement] = []
    heard = 0
    for sentence in reading.release.body:
        quoted = False
        while heard < len(quotations) and quotations[heard].outer.start < sentence.span.end:
            quotation = quotations[heard]
            quoted = quoted or quotation.outer.overlaps(sentence.span)
            floor = quotation.speaker or floor
            if quotation.outer.end > sentence.span.end:
                break
            heard += 1
        found = None if quoted else attributions.subject(*sentence.span)
        if found is None:
            continue
        floor = found.speaker or floor
        if floor not in (None, NOBODY) and _reports(found, sentence, reading.text):
            statements.append(Statement(sentence.span, floor, found.cue, found.rule))
    return tuple(statements)


def _reports(found: Attribution, sentence: Sentence, text: str) -> bool:
    """Whether more is reported than that somebody spoke."""
    if found.rule not in REPORTING:
        return False
    words = len(sentence.span.of(text).split()) - len(found.cue.of(text).split())
    return words >= SHORTEST
