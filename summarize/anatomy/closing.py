"""Where the story ends: what stands below it is about the house and for the press.

``About Acme Solar``, ``Tentang PT Maju Jaya``, ``Media contact:``, ``Narahubung:``, ``Notes to
editors``, ``###``: from such a line on, near the end, nothing is news.
"""

from __future__ import annotations

import re
from functools import cache

from summarize.anatomy.furniture import ends_sentence, is_address, is_ornament, opens_with
from summarize.languages import Language
from summarize.models import Span
from summarize.patterns import pattern

# "About Acme Solar", "About the Acme Fund: the fund builds …", "**Tentang Bank Maju**"
_NAMED = pattern(
    r"\A[\W_]{0,5}([A-Z][A-Za-z]{1,15})\s(?:[a-z]{2,3}\s)?(\d{0,4}[A-Z][^.!?:;\n(]{0,90}?)"
    r"\s?(?:[*_]{0,3}\Z|:|\s[-–—]\s|\()"
)
_LONGEST_HEADING = 5  # words
_LABEL = 50  # characters up to the colon of "For more information, please contact:"
_LONGEST_NAME = 12  # words
_REACH = 5000  # characters in which a house is named that a release is from
_LEAST_BEFORE = 2  # paragraphs of prose above it
_MOST_BEHIND = 4  # paragraphs of prose below it, where less than half of the text stands above


def find_closing(text: str, paragraphs: list[Span], language: Language) -> int:
    """The number of the first paragraph below the story, or how many there are.

    >>> from summarize.languages import load
    >>> text = "Pabrik dibuka.\\nWarga senang.\\nNarahubung:\\nSari, 0812-3456-7890"
    >>> find_closing(text, [Span(0, 14), Span(15, 28), Span(29, 40), Span(41, 61)], load("id"))
    2
    """
    prose = [ends_sentence(span.of(text)) for span in paragraphs]
    above, below = 0, sum(prose)
    for number, span in enumerate(paragraphs):
        late = 2 * span.start > len(text) or below <= _MOST_BEHIND
        if above >= _LEAST_BEFORE and late:
            line = span.of(text)
            ornament = below == 0 and is_ornament(line)  # "***" above the house's name
            if ornament or _closes(line, language) or _describes(text, span, language):
                return number
        above += prose[number]
        below -= prose[number]
    return _below_signature(text, paragraphs, prose)


def _closes(line: str, language: Language) -> bool:
    """Whether the story is over with ``line``."""
    if _mark(language).match(line):
        return True
    if not opens_with(line, language.terms("closings")):
        return False
    heading = len(line.split(maxsplit=_LONGEST_HEADING)) <= _LONGEST_HEADING
    return (heading and not ends_sentence(line)) or ":" in line[:_LABEL] or is_address(line)


@cache
def _mark(language: Language) -> re.Pattern[str]:
    """A line that says nothing but that the release ends: ``###``, ``- 30 -``."""
    words = "|".join(sorted(language.terms("closing_marks")))
    return pattern(rf"\A(?:#[\s#]{{0,6}}|[-–—\s]{{0,4}}(?:30|(?i:{words}))[-–—\s]{{0,4}})\Z")


def _describes(text: str, span: Span, language: Language) -> bool:
    """Whether a line is the heading of what is said of a house that the story or it names."""
    line = span.of(text)
    found = _NAMED.match(line)
    if not found or found[1].lower() not in language.terms("closings_named"):
        return False
    name = found[2]
    told = (text[: min(span.start, _REACH)], text[span.start + found.end() : span.end + _REACH])
    if line.isupper():
        name, told = name.lower(), (told[0].lower(), told[1].lower())
    headline = told[0].find("\n") + 1  # where every word may have a capital
    known = name in told[1] or told[0].find(name, headline) >= 0
    return known and len(name.split()) <= _LONGEST_NAME


def _below_signature(text: str, paragraphs: list[Span], prose: list[bool]) -> int:
    """The first of the last lines in capitals, below the story: ``BIRO HUBUNGAN MASYARAKAT``."""
    number = len(paragraphs)
    while number and not prose[number - 1] and paragraphs[number - 1].of(text).isupper():
        number -= 1
    signed = number and prose[number - 1] and not paragraphs[number - 1].of(text).isupper()
    return number if signed else len(paragraphs)
