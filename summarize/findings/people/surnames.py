"""Full names that only the surname elsewhere tells: "Maria Gomez was hired", "Gomez said"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from summarize.findings.people.name_mentions import NameMention
from summarize.findings.people.name_spans import plausible
from summarize.languages.spelling import fold
from summarize.text.names import TaggedSentence

_MOST_BEFORE = 2  # words before a surname


def lone_surnames(mentions: Iterable[NameMention]) -> frozenset[str]:
    """The single words by which people speak who have no fuller name, folded."""
    lone, fuller = set[str](), set[str]()
    for mention in mentions:
        if len(mention.words) > 1:
            fuller.update(mention.words)
        elif mention.rule.startswith("cue"):
            lone.update(mention.words)
    return frozenset(lone - fuller)


def full_names(
    sentence: TaggedSentence, surnames: frozenset[str], found: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The names but those found that end in one of the surnames and begin with a first name.

    "Bill Kay of Leeds won", where "Kay said" stands elsewhere; not "Fort Wayne", "Acme Solar".
    """
    for last in sentence.capitals if surnames else ():
        if fold(sentence.tokens[last].text) in surnames:
            first = _run_start(sentence, last)
            new = not any(first < end and start <= last for start, end in found)
            named = first < last and _is_first_name(sentence, first)
            if new and named and plausible(sentence, first, last + 1):
                yield first, last + 1


def _run_start(sentence: TaggedSentence, last: int) -> int:
    """Where the capitalised words begin that end there; ``last`` if they go on or are too many."""
    tokens, first = sentence.tokens, last
    while first and tokens[first - 1].capital:
        first -= 1
    goes_on = last + 1 < len(tokens) and tokens[last + 1].capital
    return last if goes_on or last - first > _MOST_BEFORE else first


def _is_first_name(sentence: TaggedSentence, i: int) -> bool:
    """Whether running news have the word in names of people, or the tagger takes it for one."""
    known = sentence.lexicon.tagger.classes.get(sentence.tokens[i].lower, "?")
    return known[0] == "P" or sentence.labels[i] == "PER"
