"""Roles that stand apart from the name: behind it, before a list, spelled out elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from summarize.findings.people.honorifics import skip_honorifics
from summarize.findings.people.name_mentions import span_of
from summarize.findings.people.name_spans import GOES_ON, LONGEST_NAME, run_end
from summarize.findings.people.role_modifiers import before_articles
from summarize.findings.people.role_words import is_field
from summarize.findings.people.roles import RoleMention
from summarize.models import Person, Span
from summarize.text.lexicon import bare, is_degree
from summarize.text.names import TaggedSentence, close_bracket
from summarize.text.short_forms import initials
from summarize.text.word_classes import HARDLY_NAMES, NAME_LIKE, NO_NAMES

_LONGEST_TAIL = 14  # tokens between a role of several and the word that opens their list
_LONGEST_FIELD = 4  # words in lower case at the end of a role
_LEAST_SPELLED = 2  # words of a role that spells an organization out
LONGEST_JOIN = 6  # tokens between two names of a list


def roles_spelled_out(
    sentences: Sequence[TaggedSentence], roles: Sequence[Sequence[RoleMention]]
) -> dict[tuple[str, str], Span]:
    """The roles that spell an organization out, by their head and the initials of the organization.

    ``anggota Majelis Rakyat Papua`` is found under ``anggota`` and ``MRP``.
    """
    spelled: dict[tuple[str, str], Span] = {}
    for sentence, found in zip(sentences, roles, strict=True):
        for role in found if not sentence.headline else ():
            words = sentence.tokens[role.start + 1 : role.end]
            if role.end - role.start > _LEAST_SPELLED and all(w.capital for w in words):
                short = initials(word.text for word in words)
                head = sentence.tokens[role.start].lower
                spelled.setdefault((head, short), span_of(sentence, role.start, role.end))
    return spelled


def with_fullest_role(person: Person, fuller: dict[tuple[str, str], Span], text: str) -> Person:
    """The person with the role as it is spelled out elsewhere: "anggota MRP"."""
    words = person.role.of(text).split() if person.role else []
    if len(words) != 2 or not words[1].isupper():
        return person
    span = fuller.get((words[0].lower(), words[1]))
    return person._replace(role=span) if span else person


def joined(sentence: TaggedSentence, end: int, start: int) -> bool:
    """Whether only a comma, "dan", a degree or a bracket stands between two names.

    Also what a short bracket says of the first: "Maria Bria (biologi), Ahmad Fauzan".
    """
    lexicon, opened = sentence.lexicon, sentence.tokens[end : end + 2]
    if len(opened) == 2 and opened[0].text == "(" and opened[1].text.islower():
        end = close_bracket(sentence, end) or end
    between = sentence.tokens[end:start]
    return 0 < len(between) < LONGEST_JOIN and all(
        t.lower in lexicon.name_joiners
        or is_degree(t, lexicon)
        or bare(t.lower) in lexicon.honorifics
        for t in between
    )


def attach_roles_behind(
    sentence: TaggedSentence,
    roles: list[RoleMention],
    found: dict[tuple[int, int], Span | None],
) -> list[tuple[int, int]]:
    """Gives a role without a name to the name before it: "Sapril, Sekda Tanjab Timur".

    The names that nothing else marks as names, in English, are what comes back.
    """
    new = []
    ends = {name[1]: name for name, role in found.items() if role is None}
    unmarked = sentence.lexicon.rules.modifiers_first and not sentence.headline
    for role in roles:
        if role.name is not None:
            continue
        end = _before_apposition(sentence, role)
        name = ends.get(end)
        if name is None and unmarked and (name := _before_comma(sentence, end)):
            if any(name[0] < other[1] and other[0] < name[1] for other in found):
                continue
            new.append(name)
            found[name] = None
        if name is not None and found[name] is None:
            found[name] = span_of(sentence, role.start, _apposition_end(sentence, role))
    return new


def _before_apposition(sentence: TaggedSentence, role: RoleMention) -> int:
    """Where a name before a role ends: before commas, cues, degrees and initials in brackets."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    j = before_articles(sentence, role.start) - 1
    while j > 0 and tokens[j].lower in lexicon.role_cues:
        j -= 1
    if tokens[j].lower in lexicon.appointed and tokens[j - 1].lower in lexicon.passives:
        while j > 0 and tokens[j - 1].lower in lexicon.passives:
            j -= 1
        return j  # "Maria Gomez was appointed chief financial officer"
    if j > 2 and (tokens[j].text, tokens[j - 2].text) == (")", "("):
        j -= 3  # "Ferlan Juliansyah (FJ) selaku anggota"
    while j >= 0 and (tokens[j].text in ",.(" or is_degree(tokens[j], lexicon)):
        j -= 1
    return j + 1


def _before_comma(sentence: TaggedSentence, end: int) -> tuple[int, int] | None:
    """The name of two to four words before a comma and a role: "Melchor Abad, mayor of"."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if end >= len(tokens) or tokens[end].text != ",":
        return None
    start = end
    while start and (tokens[start - 1].capital or sentence.classes[start - 1] in GOES_ON):
        start -= 1
    start = skip_honorifics(sentence, start)
    if not 1 < end - start <= LONGEST_NAME or not tokens[start].capital:
        return None
    classes = sentence.classes[start:end]
    if start and tokens[start - 1].lower in lexicon.cues_before_name:  # "said Jen Speed, dean"
        named = NO_NAMES.isdisjoint(classes) and not NAME_LIKE.isdisjoint(classes)
    else:
        named = HARDLY_NAMES.isdisjoint(classes) and max(sentence.evidence[start:end]) > 0
    return (start, end) if named else None


def _apposition_end(sentence: TaggedSentence, role: RoleMention) -> int:
    """Where a role in lower case behind a name ends: ", pegiat antikorupsi dari ICW."."""
    lexicon = sentence.lexicon
    tokens, end = sentence.tokens, role.end
    if tokens[end - 1].capital:
        return end
    k = end
    while k < min(end + _LONGEST_FIELD, len(tokens)) and is_field(tokens[k], lexicon):
        k += 1
    if k >= len(tokens) or tokens[k].text in ",.;)":
        return k
    if k > end and tokens[k].capital and (stop := run_end(sentence, k)) < len(tokens):
        return stop if tokens[stop].text in ",.;)" else end  # ", pakar pariwisata UGM,"
    return _behind_link(sentence, k) or end


def _behind_link(sentence: TaggedSentence, k: int) -> int:
    """Where capitalised words behind a link end; 0 if none follow, or a day: "on Monday"."""
    tokens, lexicon, stop = sentence.tokens, sentence.lexicon, run_end(sentence, k + 1)
    named = stop > k + 1 and tokens[k + 1].lower not in lexicon.function_words
    return stop if named and tokens[k].lower in lexicon.role_loose_links else 0


def share_with_next(
    sentence: TaggedSentence,
    roles: list[RoleMention],
    found: dict[tuple[int, int], Span | None],
) -> None:
    """Gives the role of the first of a list to the next: "Anggota DPR RI Karolin, Daniel"."""
    names = sorted(found)
    for role in roles:
        if (
            role.name is None
            or sentence.tokens[role.start].lower not in sentence.lexicon.shared_roles
        ):
            continue
        at = bisect_left(names, role.name)
        for name in names[at + 1 :]:
            if found[name] is not None or not joined(sentence, names[at][1], name[0]):
                break
            found[name] = found[role.name]
            at += 1


def share_among_list(
    sentence: TaggedSentence,
    roles: list[RoleMention],
    found: dict[tuple[int, int], Span | None],
) -> None:
    """Gives a role of several to all of them: "para Staf Khusus A dan B"."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    names = sorted(found)
    mentions = {role.start: role for role in roles}
    for i, token in enumerate(tokens[:-1], start=1):
        if token.lower in lexicon.plural_marks and tokens[i].lower in lexicon.role_heads:
            mention = mentions.get(i)
            if end := _shared_end(sentence, i, mention, names):
                behind = mention.name[1] if mention and mention.name else end
                for name in _listed_behind(sentence, behind, names, found):
                    found[name] = span_of(sentence, i, end)


def _shared_end(
    sentence: TaggedSentence, start: int, role: RoleMention | None, names: list[tuple[int, int]]
) -> int | None:
    """Where the role of several ends that begins behind a mark of the plural."""
    if role is not None and role.name is not None:
        return role.end
    end = _list_word(sentence, start + 1, names)
    return role.end if end is None and role is not None else end


def _listed_behind(
    sentence: TaggedSentence,
    end: int,
    names: list[tuple[int, int]],
    found: dict[tuple[int, int], Span | None],
) -> Iterator[tuple[int, int]]:
    """The names without a role that stand in a list behind a token."""
    lexicon = sentence.lexicon
    for name in names[bisect_left(names, (end, 0)) :]:
        between = [token.lower for token in sentence.tokens[end : name[0]]]
        if len(between) > LONGEST_JOIN or found[name] is not None:
            break
        if not all(w in lexicon.name_joiners or w in lexicon.name_list_words for w in between):
            break
        yield name
        end = name[1]


def _list_word(sentence: TaggedSentence, start: int, names: list[tuple[int, int]]) -> int | None:
    """Where "yakni" or "antara lain" opens a list of names behind a role with a long tail."""
    for k in range(start, min(start + _LONGEST_TAIL, len(sentence.tokens))):
        token = sentence.tokens[k]
        if not token.text[0].isalnum():
            return None
        if token.lower in sentence.lexicon.name_list_words:
            at = bisect_left(names, (k, 0))
            if at < len(names) and names[at][0] - k < 3:
                return k
    return None
