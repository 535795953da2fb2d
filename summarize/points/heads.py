"""The head of a sentence that a key point does without: opening words, a plain attribution.

Only heads are left out. What a tail or a middle adds may turn the sense round, and no measure of
words sees it.
"""

from __future__ import annotations

from functools import cache
from itertools import islice

from summarize.languages import Language
from summarize.models import Span, Statement
from summarize.patterns import pattern

_WORD = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LONGEST_OPENING = 5  # words
_LONGEST_HEAD = 30  # words of an attribution with the speaker's position
_LEAST_LEFT = 6  # words that a cut must leave


def after_opening(sentence: Span, text: str, language: Language) -> Span:
    """``sentence`` without the connective that it opens on: "Selain itu, jalan diperbaiki"."""
    first = _WORD.match(text, *sentence)
    if first is None or first[0].lower() not in _first_words(language):
        return sentence
    connectives = language.terms("points_connectives")
    words = [*islice(_WORD.finditer(text, *sentence), _LONGEST_OPENING + 1)]
    for size in range(min(_LONGEST_OPENING, len(words) - 1), 0, -1):
        opening = words[:size]
        said = text[opening[0].start() : opening[-1].end()].lower()
        between = text[opening[-1].end() : words[size].start()]
        if " ".join(said.split()) not in connectives:
            continue
        if between.strip() == "," or (size > 1 and between == " "):
            return Span(words[size].start(), sentence.end)
        break
    return sentence


@cache
def _first_words(language: Language) -> frozenset[str]:
    """The words with which the connectives begin."""
    return frozenset(_WORD.findall(term)[0] for term in language.terms("points_connectives"))


def after_attribution(
    sentence: Span, statement: Statement, text: str, language: Language
) -> Span | None:
    """What ``statement`` reports, without who says it; None where that cannot be left out.

    The verb may do no more than say, what is left out may hold no word that changes the sense, and
    what is left must begin behind a comma, a colon or "bahwa".
    """
    cue = statement.cue
    head = Span(sentence.start, cue.end)
    said = [word.lower() for word in _WORD.findall(head.of(text))]
    verbs = language.terms("points_plain_verbs")
    if len(said) > _LONGEST_HEAD or not language.terms("points_kept_words").isdisjoint(said):
        return None
    if verbs.isdisjoint(word.lower() for word in _WORD.findall(cue.of(text))):
        return None
    if not _names_only(Span(sentence.start, cue.start), statement, text):
        return None
    start = _behind(cue.end, sentence.end, text, language)
    if start is None or len(text[start : sentence.end].split()) < _LEAST_LEFT:
        return None
    return Span(start, sentence.end)


def _names_only(before: Span, statement: Statement, text: str) -> bool:
    """Whether what stands before a cue is nothing but the speaker's position."""
    said = before.of(text).strip(" ,")
    verb_first = text[before.end - 2 : before.end].strip() == ","  # "Pasar itu, kata Bupati, …"
    known = [span for span in statement.speaker if span is not None]
    return not said or (
        not verb_first and any(said in span.of(text) or span.of(text) in said for span in known)
    )


def _behind(at: int, end: int, text: str, language: Language) -> int | None:
    """Where what is said begins behind an attribution that ends at ``at``."""
    fillers, openers = language.terms("points_fillers"), language.terms("points_openers")
    marked = False
    for word in _WORD.finditer(text, at, end):
        between = text[at : word.start()].strip()
        if between in (",", ":"):
            marked = True
        elif between:
            return None
        if word.group().lower() not in fillers:
            return word.start() if marked else None
        if word.group().lower() in openers:
            marked = True
        at = word.end()
    return None
