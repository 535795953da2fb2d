"""The people that a release names, each with the fullest name and role in it.

A name is known by what stands beside it: a role before it ("Kepala LAN RI Adi Suryanto",
"Kepala Staf (KASAD), Jenderal TNI, Maruli") or behind it ("Sapril, Sekda Tanjab Timur"), an
honorific, a degree, an age, a verb of speech, other names in a list; with nothing beside it only
where the tagger is sure. Names of one person are put together in ``coreference``.
"""

from __future__ import annotations

from summarize.findings.people.apposition import (
    attach_roles_behind,
    roles_spelled_out,
    share_among_list,
    share_with_next,
    with_fullest_role,
)
from summarize.findings.people.coreference import merge
from summarize.findings.people.descriptions import describe
from summarize.findings.people.name_mentions import NameMention, fold_all, span_of
from summarize.findings.people.names_without_role import contact, names_without_role
from summarize.findings.people.roles import RoleMention, read_roles
from summarize.findings.people.surnames import full_names, lone_surnames
from summarize.models import Person, Span
from summarize.text.names import TaggedSentence
from summarize.text.reading import Reading


def find_people(reading: Reading) -> tuple[Person, ...]:
    """Each named person once, in order of first mention."""
    people = merge(reading, find_mentions(reading))
    fuller = roles_spelled_out(reading.sentences, reading.once(read_roles))
    return tuple(with_fullest_role(person, fuller, reading.text) for person in people)


def find_mentions(reading: Reading) -> list[NameMention]:
    """The names that can be known where they stand, in order."""
    sentences, roles = reading.sentences, reading.once(read_roles)

    def mentions(number: int, surnames: frozenset[str]) -> list[NameMention]:
        before = sentences[number - 1] if number else None
        return _mentions(number, sentences[number], roles[number], before, surnames)

    found = {number: mentions(number, frozenset()) for number in range(len(sentences))}
    surnames = lone_surnames(m for named in found.values() for m in named)
    for number, sentence in enumerate(sentences if surnames else ()):
        if not sentence.headline and any(full_names(sentence, surnames, ())):
            found[number] = mentions(number, surnames)
    return [mention for named in found.values() for mention in named]


def _mentions(
    number: int,
    sentence: TaggedSentence,
    roles: list[RoleMention],
    before: TaggedSentence | None,
    surnames: frozenset[str],
) -> list[NameMention]:
    """The names in a sentence that can be known by what stands beside them."""
    found: dict[tuple[int, int], Span | None] = {}
    rules: dict[tuple[int, int], str] = {}
    taken = [False] * len(sentence.tokens)
    for role in roles:
        taken[role.start : role.end] = [True] * (role.end - role.start)
        if role.name:
            found[role.name] = span_of(sentence, role.start, role.end)
            rules[role.name] = f"position: {sentence.tokens[role.start].text}"
            taken[slice(*role.name)] = [True] * (role.name[1] - role.name[0])
    if not sentence.headline:
        apart = frozenset(role.start for role in roles if role.name is None)
        for name, rule in names_without_role(sentence, tuple(found), taken, apart):
            found.setdefault(name, None)
            rules.setdefault(name, rule)
    for name in [*full_names(sentence, surnames, found)]:
        found[name], rules[name] = None, "surname elsewhere"
    if asked := contact(sentence, before):
        found.setdefault(asked, None)
        rules.setdefault(asked, "contact")
    share_with_next(sentence, roles, found)
    for name in attach_roles_behind(sentence, roles, found):
        rules[name] = "position behind it"
    describe(sentence, roles, found)
    share_among_list(sentence, roles, found)
    return [
        NameMention(number, *name, span, fold_all(sentence, *name), rules[name])
        for name, span in sorted(found.items(), key=lambda item: item[0])
    ]
