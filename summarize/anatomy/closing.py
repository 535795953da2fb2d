"""Where the story ends: what stands below it is about the house and for the press.

``About Acme Solar``, ``Tentang PT Maju Jaya``, ``Media contact:``, ``Narahubung:``, ``Notes to
editors``, ``###``: from such a line on, near the end, nothing is news.
"""

from __future__ import annotations

import re

from summarize.anatomy.furniture import ends_sentence, is_address, opens_with
from summarize.languages import Language
from summarize.models import Span

_MARK = re.compile(r"\A(?:#[\s#]{0,6}|[-–—\s]{0,4}(?:30|(?i:ends|end|selesai))[-–—\s]{0,4})\Z")
# "About Acme Solar", "About Acme Solar: Acme Solar builds …", "**Tentang Bank Maju**"
_NAMED = re.compile(
    r"[\W_]{0,5}([A-Z][a-z]+)\s(?:[a-z]{2,3}\s)?[A-Z\d][^.!?:;\n]{0,90}?(?:[*_]{0,3}\Z|\s?:|\s[-–—]\s)"
)
_SPACED = re.compile(r"\s{1,3}")
_LONGEST_HEADING = 5  # words
_LABEL = 50  # characters up to the colon of "For more information, please contact:"
_LONGEST_NAMED = 14
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
        if above >= _LEAST_BEFORE and late and _closes(span.of(text), language):
            return number
        above += prose[number]
        below -= prose[number]
    return _below_signature(text, paragraphs, prose)


def _closes(line: str, language: Language) -> bool:
    """Whether the story is over with ``line``."""
    if _MARK.match(line):
        return True
    count = len(line.split(maxsplit=_LONGEST_NAMED))
    if opens_with(line, language.terms("closings")):
        heading = count <= _LONGEST_HEADING and not ends_sentence(line)
        return heading or ":" in line[:_LABEL] or is_address(line)
    found = _NAMED.match(line)
    return (
        found is not None
        and found[1].lower() in language.terms("closings_named")
        and len(_SPACED.split(found[0])) <= _LONGEST_NAMED
    )


def _below_signature(text: str, paragraphs: list[Span], prose: list[bool]) -> int:
    """The first of the last lines in capitals, below the story: ``BIRO HUBUNGAN MASYARAKAT``."""
    number = len(paragraphs)
    while number and not prose[number - 1] and paragraphs[number - 1].of(text).isupper():
        number -= 1
    signed = number and prose[number - 1] and not paragraphs[number - 1].of(text).isupper()
    return number if signed else len(paragraphs)
