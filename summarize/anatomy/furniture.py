"""Lines that are not the story: letterheads, captions, cross-references, crossheads."""

from __future__ import annotations

import re

from summarize.languages import Language
from summarize.models import Span
from summarize.patterns import pattern

_FIRST_WORDS = pattern(r"\A[\W_]*+([^\W\d_]+)(?:\W+([^\W\d_]+))?(?:\W+([^\W\d_]+))?")
_ADDRESS = pattern(
    r"(?:https?://|www\.)\S+\s*\Z|\w@\w+\.\w|(?<!\w)@\w|(?:\+62|\b0\d{2,3})[ -]?\d{3}[\d -]{2}"
)
_DATE_LINE = pattern(r"(?<!\d)\d{1,2}\s[A-Z][a-z]+\s\d{4}\Z|\b[A-Z][a-z]+\s\d{1,2},\s\d{4}\Z")
_GOES_ON = pattern(r"[.;:,…][\"”’')\]]*\Z")
_SENTENCE_END = pattern(r"[.!?…][\"”’')\]]*\Z")
_ORNAMENT = pattern(r"\A[\W_]++\Z")
_BEHIND_DASH = pattern(r"\s[-–—|]\s+(\w+)")
_MARKED = pattern(r"[-*•‣▪–·]\s|\(?\w{1,3}[.)]\s")

_LONGEST_HEADLINE = 30  # words; the longest of a thousand releases had 24
_LONGEST_CROSSHEAD = 8  # words
_LONGEST_LETTERHEAD = 6  # words
_LONGEST_HOUSE = 10  # words
_LONGEST_CONTACT = 8  # words


def opens_with(line: str, terms: frozenset[str]) -> bool:
    """Whether the first one, two or three words of ``line`` are among ``terms``."""
    found = _FIRST_WORDS.match(line)
    if not found:
        return False
    words = [word.lower() for word in found.groups() if word]
    return any(" ".join(words[:count]) in terms for count in range(1, len(words) + 1))


def ends_sentence(line: str) -> bool:
    """Whether ``line`` ends as a sentence does."""
    return bool(_SENTENCE_END.search(line))


def is_letterhead(line: str, language: Language) -> bool:
    """Whether ``line`` stands above a headline: ``SIARAN PERS``, ``Nomor: 123/HM/2020``.

    A headline may follow on the same line: ``Siaran Pers: Bupati Meresmikan Pasar Rakyat Baru``.
    """
    if is_ornament(line):
        return True
    if not opens_with(line, language.terms("letterheads")):
        return False
    house = _BEHIND_DASH.search(line)  # SIARAN PERS – Pemerintah Kabupaten Blora
    if house and house[1].lower() in language.terms("organization_words"):
        return len(line.split()) <= _LONGEST_HOUSE
    words = line.split()
    return len(words) <= _LONGEST_LETTERHEAD or any("/" in word for word in words)


def is_date_line(line: str) -> bool:
    """Whether ``line`` is a date and at most a place: ``Jakarta, 14 Juni 2024``."""
    return len(line.split()) <= _LONGEST_LETTERHEAD and bool(_DATE_LINE.search(line))


def is_headline(line: str, language: Language, *, deck: bool = False) -> bool:
    """Whether ``line`` can be a headline: one line that does not end as a sentence does.

    With ``deck``, whether it can stand below one: then a question is a sentence too.
    """
    return (
        len(line.split()) <= _LONGEST_HEADLINE
        and not (ends_sentence(line) if deck else False)
        and not _GOES_ON.search(line)
        and not is_aside(line, language)
        and any(letter.isalpha() for letter in line)
    )


def is_aside(line: str, language: Language) -> bool:
    """Whether ``line`` is a caption, a source, a cross-reference, a contact or an ornament."""
    return bool(
        opens_with(line, language.terms("asides"))
        or is_ornament(line)
        or (len(line.split()) <= _LONGEST_CONTACT and is_address(line))
    )


def is_ornament(line: str) -> bool:
    """Whether ``line`` holds neither letters nor digits: ``***``."""
    return bool(_ORNAMENT.match(line))


def is_address(line: str) -> bool:
    """Whether ``line`` is no sentence and holds a telephone number, a mail or a web address."""
    return not ends_sentence(line) and bool(_ADDRESS.search(line))


def is_crosshead(text: str, paragraphs: list[Span], number: int) -> bool:
    """Whether a paragraph is a heading inside the story.

    Short, without a full stop, after a finished paragraph and before a longer one; the items of
    a list on lines of their own come after a colon or after each other.
    """
    line = paragraphs[number].of(text)
    if not 0 < number < len(paragraphs) - 1 or len(line.split()) > _LONGEST_CROSSHEAD:
        return False
    if not line[0].isupper() or _MARKED.match(line) or re.search(r"\W\Z", line):
        return False
    before = paragraphs[number - 1].of(text)
    after = paragraphs[number + 1].of(text)
    return ends_sentence(before) and len(after) > 2 * len(line)
