"""Whether the items of a list are points (demands, steps, goals) or people, places, products."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.enumerations.passage import Passage, Range

_HEAD_WORDS = 4  # words of the lead among which its head noun is looked for


def are_points(passage: Passage, lead: Range | None, items: Sequence[Range]) -> bool:
    """Whether the lead's head noun names points, or the items are actions."""
    tokens, grammar = passage.tokens, passage.grammar
    if lead is not None:
        words = [token.lower for token in tokens[lead[0] : lead[1]] if token.is_word]
        if any(word in grammar.points for word in words[:_HEAD_WORDS]):
            return True
    return all(grammar.is_verb(tokens[first]) for first, _ in items)
