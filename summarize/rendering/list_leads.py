"""What stands above the items of a list: its lead, or the words around them that say it best."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.models import Enumeration, ListKind, Release, Span
from summarize.patterns import pattern

_AROUND = " \t\r\n,.;:–—-\"“”'‘’("
_MARKER = pattern(r"(?<!\S)\(?(?:\d{1,3}|[A-Za-z])[.)]$")  # "1)", "(a)", "2."
_LONGEST_MARKER = 6
_BARE = 2  # words of a lead that tell too little, as "tiga program"
_INTRODUCTION = 30  # words before the items that are still read at a glance
_WORD = pattern(r"[^\W\d_]+")
_LONGEST_ORDINAL = 4  # words: "First of all", "Yang pertama adalah"
_LEAST_LEAD = 3  # words before an ordinal in its sentence
_REMNANT = 4  # words behind the last item that say no more than "dan lain-lain"


def lead_of(listed: Enumeration, around: Span, release: Release) -> str | None:
    """What is shown above the items of a list, None if the whole says it best.

    No "First" above what ordinals tell: what stands before it, or else how many they are.
    """
    text = release.text
    lead = _lead_span(listed, around, release)
    if lead != listed.lead and listed.items and listed.kind is ListKind.ORDINALS:
        start = lead.start if lead and listed.lead else around.start
        before = Span(start, max(start, listed.items[0].start))
        lead = _trimmed(_without_ordinal(before, release), text)
        pattern = release.language.table("headings")["listed"]
        return lead.of(text) if lead else pattern.format(count=len(listed.items))
    return lead.of(text) if lead else None


def _without_ordinal(before: Span, release: Release) -> Span:
    """``before`` without the ordinal that it ends in, nor "Yang" of "Yang pertama adalah"."""
    said = before.of(release.text)
    ordinals = release.language.table("ordinals")
    words = list(_WORD.finditer(said))[-_LONGEST_ORDINAL:]
    at = next((word.start() for word in words if word.group().lower() in ordinals), len(said))
    sentence = 1 + max(said.rfind(mark, 0, at) for mark in ".!?")
    if at < len(said) and len(said[sentence:at].split()) < _LEAST_LEAD:
        at = sentence
    return Span(before.start, before.start + at)


def _lead_span(listed: Enumeration, around: Span, release: Release) -> Span | None:
    """What is shown above the items of a list, which are not said there once more.

    Without a lead that was found, what stands before them, as "Hadir pula", or else behind them.
    None if there is more to both sides than that: then the whole says it best.
    """
    if listed.lead or not listed.items:
        return _introduction(listed.lead, listed.items, release) if listed.lead else around
    text, first = release.text, listed.items[0].start
    before = _trimmed(Span(_sentence_start(listed.items[0], release), first), text)
    if before is None or len(before.of(text).split()) <= _BARE:  # what "Hadir pula" goes on from
        before = _trimmed(Span(around.start, first), text)
    behind = _trimmed(Span(listed.items[-1].end, around.end), text)
    if before and behind and len(behind.of(text).split()) > _REMNANT:
        return None if listed.announced is None else before
    return before or behind


def _introduction(lead: Span, items: Sequence[Span], release: Release) -> Span:
    """The lead, or where it tells too little, its sentence up to the items if that is short."""
    if not items or len(lead.of(release.text).split()) > _BARE:
        return lead
    start = _sentence_start(lead, release)
    before = _trimmed(Span(start, max(start, items[0].start)), release.text)
    if before is None or not before.contains(lead):
        return lead
    return before if len(before.of(release.text).split()) <= _INTRODUCTION else lead


def _sentence_start(piece: Span, release: Release) -> int:
    """Where the sentence begins that ``piece`` stands in."""
    return next((s.span.start for s in release.sentences if s.span.contains(piece)), piece.start)


def _trimmed(span: Span, text: str) -> Span | None:
    """``span`` without the marks around what it says, that of an item too; None if that is all."""
    piece = span.of(text)
    said = piece.rstrip()
    marker = _MARKER.search(said, max(0, len(said) - _LONGEST_MARKER))
    end = span.start + len(said[: marker.start() if marker else None].rstrip(_AROUND))
    start = span.end - len(piece.lstrip(_AROUND))
    return Span(start, end) if start < end else None
