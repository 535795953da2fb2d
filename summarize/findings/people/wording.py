"""The word lists that tell a name from what stands beside it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from summarize.languages import load


class Wording(NamedTuple):
    """The word lists that tell a name from what stands beside it."""

    before: frozenset[str]
    after: frozenset[str]
    relative: frozenset[str]
    former: frozenset[str]  # "mantan", which may follow a name
    agents: frozenset[str]  # "oleh", which may stand between a verb and a name
    links: frozenset[str]
    common: frozenset[str]  # links behind which a position may be of a whole list
    plural: frozenset[str]
    lists: frozenset[str]


@cache
def load_wording(code: str) -> Wording:
    """The word lists of a language."""
    language = load(code)
    return Wording(
        before=language.terms("cues_before_name"),
        after=language.terms("cues_after_name"),
        former=language.terms("former"),
        agents=language.terms("agents"),
        relative=language.terms("person_relatives"),
        links=language.terms("role_cues"),
        common=language.terms("role_common_cues"),
        plural=language.terms("plural_marks"),
        lists=frozenset(w for t in language.terms("name_lists") for w in t.split()),
    )
