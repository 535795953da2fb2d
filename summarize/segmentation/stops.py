"""A stop that may end a sentence: what stands before it and what comes next."""

from typing import NamedTuple

from summarize.patterns import pattern
from summarize.segmentation.punkt import Parameters

_LONGEST_WORD = 60
_LONGEST_ITEM = 400  # how far behind "1." a "2." is looked for

_TO_EDGE = pattern(r"[^\s\"“”„«»‘()\[\]:;,]{1,60}")  # a word, read backwards
_GLUED = pattern(
    r"(?:[^\W\d_]{3}|%|[.,]\d{2,3})(\d{1,2})\Z"
)  # the 2 of "swasta2. Budi", "000.0002."
_DECIMAL = pattern(r"\d[.,]\Z")  # the 12, of 12,5


class Stop(NamedTuple):
    """A run of stops from ``at`` to ``after``; ``closed`` is behind the marks that close after it.

    ``sentence`` is where the sentence starts, ``following`` the next solid character.
    """

    text: str
    end: int
    sentence: int
    at: int
    after: int
    closed: int
    following: int
    marker: int

    @property
    def signs(self) -> str:
        """The stops themselves, the first ten of them."""
        return self.text[self.at : min(self.after, self.at + 10)]

    @property
    def closers(self) -> str:
        """The marks that close behind the stops."""
        return self.text[self.after : self.closed]

    @property
    def word(self) -> str:
        """The word before the stop, without what opens before it."""
        return self._cut()[1]

    @property
    def lead(self) -> str:
        """What stands before that word in the sentence, bounded."""
        return self._cut()[0]

    def _cut(self) -> tuple[str, str]:
        window = self.text[max(self.sentence, self.at - 2 * _LONGEST_WORD) : self.at].rstrip()
        found = _TO_EDGE.match(window[::-1])
        word = found.group()[::-1].lstrip("'’`*–—-") if found else ""
        return window[: len(window) - len(word)], word


class Next(NamedTuple):
    """What follows a stop: the marks that open, the word, whether it is a list marker."""

    opening: str
    word: str
    item: bool

    def starts(self, known: Parameters) -> bool:
        """Whether it looks like the beginning of a sentence."""
        return self.item or known.starter(self.word) or bool(self.opening.strip(" ("))


def list_marker(stop: Stop, number: str) -> int:
    """The number of the list marker that ``number`` is, 0 if it is none.

    A marker stands at the start of the sentence, after a comma or colon, counts on, also where it
    sticks to the word before it, or is a 1 behind which a 2 follows.
    """
    if stop.marker and (glued := _GLUED.search(number)):
        return stop.marker + 1 if glued.group(1) == str(stop.marker + 1) else 0
    lead = stop.lead
    if len(number) > 2 or not number.isdecimal() or _DECIMAL.search(lead):
        return 0
    lead = lead.rstrip(" \t\u00a0\"“'‘(*")
    counts_on = stop.marker and int(number) == stop.marker + 1
    if not lead or lead[-1] in ":;," or counts_on:
        return int(number)
    last = min(stop.end, stop.after + _LONGEST_ITEM)
    return 1 if number == "1" and stop.text.find(" 2. ", stop.after, last) >= 0 else 0
