"""Marks: decimal numbers that need no unit, as "skor 3,35" and "(3,35)"."""

from __future__ import annotations

from summarize.findings.figures.words import WORD
from summarize.languages import Language
from summarize.models import Span
from summarize.patterns import pattern

_SCORE = pattern(r"\d{1,2}[.,]\d{1,2}(?!\w|[.,]\d|\s?%)")
_AFTER_SCORE = 160  # characters between "skor" and the last mark that it is said of


def score_rule(text: str, number: Span, within: Span, language: Language) -> str:
    """The rule by which a decimal number without a unit is a mark, empty where it is none."""
    start, end = within
    if not _SCORE.match(text, number.start, end) or text[number.end - 1] in ".,":
        return ""
    if language.rules.sign_of_marks not in number.of(text):
        return ""
    if text[number.start - 1 : number.start] + text[number.end : number.end + 1] == "()":
        return "mark in brackets"
    said = text[max(start, number.start - _AFTER_SCORE) : number.start].lower()
    marks = language.terms("score_words")
    word = next((word for word in WORD.findall(said) if word in marks), None)
    return f"mark: {word}" if word else ""
