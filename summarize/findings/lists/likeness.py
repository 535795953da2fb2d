"""How alike two items begin."""

from __future__ import annotations

from summarize.findings.lists.lexicon import ListLexicon
from summarize.text.tokens import Token

UNLIKE = -0.6  # how alike a verb and a noun are


def similarity(first: Token, other: Token, lexicon: ListLexicon) -> float:
    """How alike two items begin, from -1 to 1."""
    if first.lower == other.lower:
        return 1.0
    kinds = {_kind(first, lexicon), _kind(other, lexicon)}
    if len(kinds) == 1:
        return 0.3 if "plain" in kinds else 0.7
    if kinds == {"verb", "name"}:
        return -2.0
    if "verb" in kinds or "mark" in kinds:
        return UNLIKE
    return 0.2 if kinds == {"plain", "action"} else -0.2


def _kind(token: Token, lexicon: ListLexicon) -> str:
    if not token.is_word:
        return "mark"
    if token.is_number or token.lower in lexicon.numbers:
        return "number"
    if token.capital:
        return "name"
    if lexicon.is_predicate(token):
        return "verb"
    return "action" if lexicon.is_action(token) else "plain"
