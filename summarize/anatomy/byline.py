"""Who wrote it: desk initials at the end, credit lines."""

from __future__ import annotations

from summarize.anatomy.furniture import is_aside, opens_with
from summarize.languages import Language
from summarize.models import Span
from summarize.patterns import pattern

# "(set/rik/bow/udn/din)", "[PR/Humas]" at the very end, ornaments may follow.
_BRACKETED = pattern(r"([(\[][^()\[\]\n]{2,60}[)\]])[\s.*#-]*\Z")
_INITIALS = pattern(r"[(\[]\s*[a-z]{2,5}(?:\s?[/\-&,]\s?[a-z]{2,5})*\s*[)\]]")
_NAMES = pattern(
    r"[(\[]\s*[^\W\d_][^\W\d_.'’]*\d?(?:[ /&,.\-|]{1,2}[^\W\d_][^\W\d_.'’]*\d?){0,5}\.?\s*[)\]]"
)
_SENTENCE_END = pattern(r"[.!?…\"”’*][\"”’')]{0,4}\s{0,4}\Z")
_TAIL = 80


def find_byline(text: str, paragraphs: list[Span], language: Language) -> tuple[int, Span] | None:
    """The byline in brackets at the end of the story: its paragraph's number and its span.

    >>> find_byline("Acara lancar. (set/rik)", [Span(0, 23)], load("id"))
    (0, Span(start=14, end=23))
    """
    for number in range(len(paragraphs) - 1, -1, -1):
        paragraph = paragraphs[number]
        line = paragraph.of(text)
        if not is_aside(line, language) and not is_credit(line, language):
            span = _bracketed(text, paragraph)
            return (number, span) if span else None
    return None


def _bracketed(text: str, paragraph: Span) -> Span | None:
    start = max(paragraph.start, paragraph.end - _TAIL)
    found = _BRACKETED.search(text, start, paragraph.end)
    if not found:
        return None
    before = text[max(paragraph.start, found.start() - 4) : found.start()]
    after_sentence = not before.strip() or bool(_SENTENCE_END.search(before))
    if not after_sentence and "." in text[found.end(1) : paragraph.end]:
        return None  # "dibahas di panitia kerja (panja)."
    shape = _NAMES if after_sentence else _INITIALS
    return Span(*found.span(1)) if shape.fullmatch(found.group(1)) else None


def is_credit(line: str, language: Language) -> bool:
    """Whether ``line`` only names its writers: ``Penulis: Sari Dewi``, ``Editor: Budi``."""
    return len(line) < 100 and opens_with(line, language.terms("credits")) and line[-1] not in ".!?"
