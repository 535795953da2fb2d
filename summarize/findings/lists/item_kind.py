"""Whether the items of a list are points (demands, steps, goals) or people, places, products."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.lists.lexicon import list_lexicon, singular_of
from summarize.findings.lists.list_tokens import LISTS, first_token
from summarize.models import Span
from summarize.text.reading import Reading

_HEAD_WORDS = 4  # words of the lead among which its head noun is looked for


def are_points(reading: Reading, lead: Span | None, items: Sequence[Span]) -> bool:
    """Whether the lead's head noun names points, or half the items are actions."""
    lexicon = list_lexicon(reading.language)
    if lead is not None:
        words = [t.lower for t in reading.tokens(*lead, LISTS) if t.is_word]
        if any(
            word in lexicon.points or singular_of(word) in lexicon.points
            for word in words[:_HEAD_WORDS]
        ):
            return True
    firsts = (first_token(reading.text, item) for item in items)
    abstract = sum(first is not None and lexicon.is_action(first) for first in firsts)
    return 2 * abstract >= len(items)
