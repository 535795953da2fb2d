"""Lists as key points: which can be shown by their lead and items alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from summarize.languages import Language
from summarize.models import Enumeration, Findings, Quotation, Span, Speaker, Statement
from summarize.ranking.features import lexicon
from summarize.ranking.words import words_of

_FEWEST_WORDS = 3  # of a lead that names what is listed
_MOST_WORDS = 45  # of lead and items together
_MOST_ITEMS = 8
_LONGEST_ITEM = 16  # words


def stands_as_list(listed: Enumeration, text: str, language: Language) -> bool:
    """Whether the lead and the items of a list say by themselves what is listed.

    It is shown whole or not at all, and neither lead nor item may point at what is not shown.
    """
    if listed.lead is None or not listed.points or listed.complete is False or listed.partial:
        return False
    lead = listed.lead.of(text).lower().split()
    items = [item.of(text).lower().split() for item in listed.items]
    pointing = _pointing(language)
    return (
        len(lead) >= _FEWEST_WORDS
        and pointing.isdisjoint(lead)
        and len(items) <= _MOST_ITEMS
        and all(len(item) <= _LONGEST_ITEM and item[0] not in pointing for item in items)
        and len(lead) + sum(map(len, items)) <= _MOST_WORDS
    )


def led_by(
    listed: Enumeration, sentence: Span, text: str, language: Language
) -> Enumeration | None:
    """``listed`` with the sentence before it as its lead, where its own points back at that.

    "Ada empat syarat investasi. Keempat syarat itu yakni …": each word of the lead that says what
    is listed must be in the sentence. None where it is not so.
    """
    lead = words_of(listed.lead.of(text)) if listed.lead else ()
    pointing = _pointing(language)
    if pointing.isdisjoint(lead):
        return None
    known = lexicon(language.code).stop | pointing | language.terms("points_ordinals")
    named = [word for word in lead if word not in known]
    if not named or not set(named).issubset(words_of(sentence.of(text))):
        return None
    said = sentence.of(text).rstrip(" .:;")
    return listed._replace(lead=Span(sentence.start, sentence.start + len(said)))


def _pointing(language: Language) -> frozenset[str]:
    """Words that point at what is not shown."""
    return language.terms("points_demonstratives") | language.terms("points_pronouns")


def speaker_of(findings: Findings, listed: Enumeration) -> Speaker | None:
    """Who says a list: whoever is quoted or reported with its first item."""
    if not listed.items:
        return None
    first = listed.items[0]
    kinds: tuple[Sequence[Quotation | Statement], ...] = (findings.quotations, findings.statements)
    for told in kinds:
        at = bisect_right(told, first.start, key=lambda one: one.span.start) - 1
        if at >= 0 and told[at].span.overlaps(first) and told[at].speaker is not None:
            return told[at].speaker
    return None
