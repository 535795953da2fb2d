"""Roles of people, with or without a name beside them.

``find_roles(release)`` gives the span of each role ("Kepala LAN RI", "Mentan", "Plt. Kadis
Kominfo"); ``read_roles`` puts the names to them that they introduce.
"""

from __future__ import annotations

from typing import NamedTuple

from summarize.findings.people.honorifics import is_honorific, is_rank, skip_honorifics
from summarize.findings.people.name_mentions import span_of
from summarize.findings.people.name_spans import name_at
from summarize.findings.people.names_apart import name_apart
from summarize.findings.people.organization_or_name import names_without_organization
from summarize.findings.people.role_heads import head_end, is_blocked, may_begin
from summarize.findings.people.role_modifiers import first_modifier, in_apposition
from summarize.findings.people.role_spans import role_extent
from summarize.findings.people.role_words import is_field
from summarize.models import Span
from summarize.text.lexicon import load_lexicon
from summarize.text.names import TaggedSentence
from summarize.text.reading import Reading
from summarize.text.tagger import Tagger, load_tagger
from summarize.text.word_classes import HARDLY_NAMES, NAME_LIKE, WordClass

_MOST_MODIFIERS = 4  # words before an English role in Indonesian text
_SURE_NAMED = 4  # evidence of a name behind a role in "rumah Bupati Hadi"
_LONGEST_JOINER = 4  # tokens between two roles of one person
_LONGEST_ORGANIZATION = 3  # words of an organization's name before the role in it


class RoleMention(NamedTuple):
    """A role in a sentence, as token numbers, and the name it introduces, if any."""

    start: int
    end: int
    name: tuple[int, int] | None
    strength: int
    after: int  # where reading goes on


def find_roles(reading: Reading) -> tuple[Span, ...]:
    """The span of each role in the release, in order.

    Roles without a capital count only where they introduce a name ("inspektur Hadi").
    """
    sentences = reading.sentences
    return tuple(
        span_of(sentences[number], role.start, role.end)
        for number, roles in enumerate(reading.once(read_roles))
        for role in roles
        if role.name or is_proper(sentences[number], role)
    )


def read_roles(reading: Reading) -> tuple[list[RoleMention], ...]:
    """The roles of each sentence of the release, which several finders need."""
    sentences, tagger = reading.sentences, load_tagger(reading.language.code)
    roles = [role_mentions(sentence) for sentence in sentences]
    doubted = {
        (number, *words): (number, place)
        for number, found in enumerate(roles)
        for place, role in enumerate(found)
        if not sentences[number].headline and (words := _doubted(sentences[number], role, tagger))
    }
    begins = names_without_organization(sentences, doubted, load_lexicon(reading.language.code))
    for name, first in begins.items():
        number, place = doubted[name]
        role = roles[number][place]
        roles[number][place] = role._replace(end=first, name=(first, name[2]))
    return tuple(roles)


def _doubted(sentence: TaggedSentence, role: RoleMention, tagger: Tagger) -> tuple[int, int] | None:
    """The words behind a role of which the first may still be those of an organization.

    Also the last two of a role without a name: "Kepala Puskesmas Pamulang Fitri".
    """
    start, end = role.name or (role.end - 2, role.end)
    if end - start < 2 or not sentence.tokens[end - 1].capital:
        return None
    if role.name is None:
        apart = start > role.start and sentence.tokens[start].capital
        unknown = (
            sentence.classes[end - 1] in NAME_LIKE or sentence.classes[end - 1] is WordClass.THING
        )
        return (start, end) if apart and unknown else None
    if start != role.end or _is_placed(sentence, role):
        return None
    first = sentence.tokens[start].lower
    return role.name if tagger.classes.get(first, "?")[0] != "P" else None


def _is_placed(sentence: TaggedSentence, role: RoleMention) -> bool:
    """Whether a role of a place has its place: "Wali Kota Palembang Ratu Dewa"."""
    if sentence.classes[role.end - 1] is not WordClass.REGION:
        return False
    head = [token.lower for token in sentence.tokens[role.start : role.start + 3]]
    words = {*head, " ".join(head[:2]), " ".join(head[1:])}
    return not words.isdisjoint(sentence.lexicon.place_roles)


def role_mentions(sentence: TaggedSentence) -> list[RoleMention]:
    """The roles of a sentence, in order, none inside another."""
    roles: list[RoleMention] = []
    behind = 0
    for i, token in enumerate(sentence.tokens):
        if i < behind or not sentence.lexicon.opens_role(token):
            continue
        role = _before_rank(sentence, i) if sentence.classes[i] in NAME_LIKE else None
        if role is None and may_begin(sentence, i):
            role = _role_from(sentence, i)
            if role and roles and _is_joined(sentence, roles[-1], role):
                role = role._replace(start=roles.pop().start)
        if role:
            roles.append(role)
            behind = role.after
    return roles


def _role_from(sentence: TaggedSentence, i: int) -> RoleMention | None:
    """The role that begins at token ``i``, if it is one of somebody.

    Roles with neither a capital nor a name count only behind a comma or a bracket, where they
    may explain a name ("Siti, anggota Komisi IV").
    """
    role = role_at(sentence, i)
    if role and role.name and _is_of_another(sentence, role, role.name[0]):
        role = role._replace(name=None, after=role.end)
    if role and role.name and _completes(sentence, role, *role.name):
        role = role._replace(name=None, end=role.name[1])
    if role is None or role.name or is_proper(sentence, role):
        return role
    return role if in_apposition(sentence, role.start) else None


def _is_of_another(sentence: TaggedSentence, role: RoleMention, name: int) -> bool:
    """Whether a role is that of the name before it: "Rudi selaku Camat dan Siti selaku Lurah"."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    told = role.start > 1 and tokens[role.start - 1].lower in lexicon.role_verbs
    return told and tokens[role.start - 2].capital and tokens[name - 1].lower in lexicon.and_words


def _completes(sentence: TaggedSentence, role: RoleMention, start: int, end: int) -> bool:
    """Whether the word behind a role in lower case is what it is of: ", anggota Satpolairud."."""
    tokens, classes = sentence.tokens, sentence.classes
    explains = (
        role.start > 1 and tokens[role.start - 1].text == "," and not tokens[role.start].capital
    )
    named = explains and classes[role.start - 2] in NAME_LIKE
    alone = role.start + 2 == start + 1 == end and classes[start] is not WordClass.SURE
    return named and alone and end < len(tokens) and tokens[end].text in ",."


def _is_joined(sentence: TaggedSentence, first: RoleMention, second: RoleMention) -> bool:
    """Whether one person holds two roles: "Kepala BNPB yang juga Ketua Satgas Doni".

    "dan" joins the roles of two, unless the first one is a profession ("Praktisi hukum dan
    Direktur Hicon Hifdzil").
    """
    lexicon = sentence.lexicon
    if first.name or not second.name or second.start - first.end > _LONGEST_JOINER:
        return False
    tokens, start = sentence.tokens, first.end
    opens = not first.start or tokens[first.start - 1].lower in lexicon.cues_before_name
    beside = opens and tokens[first.start].lower in lexicon.professions
    while start < second.start:
        between = " ".join(token.lower for token in tokens[start : second.start])
        if beside and between in lexicon.and_words:
            return True
        if between.removeprefix(", ") in lexicon.role_joiners:
            return True
        if not is_field(tokens[start], lexicon):
            break
        start += 1  # "Pengamat telekomunikasi sekaligus Direktur"
    return False


def _before_rank(sentence: TaggedSentence, i: int) -> RoleMention | None:
    """An abbreviated role that only the rank behind it shows: "Dansatgas Letkol Inf Budi"."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    if tokens[i].lower in lexicon.role_heads or (i and tokens[i - 1].capital):
        return None
    for k in range(i + 1, min(i + 1 + _LONGEST_ORGANIZATION, len(tokens))):
        if is_honorific(sentence, k) and sentence.classes[k] is WordClass.NEVER:
            name = name_at(sentence, skip_honorifics(sentence, k), strict=False)
            if name is None or tokens[k].lower not in lexicon.service_ranks:
                return None
            return RoleMention(i, k, name.span, name.strength, name.end)
        if not tokens[k].capital and not tokens[k].text[0].isdigit():
            return None
    return None


def is_proper(sentence: TaggedSentence, role: RoleMention) -> bool:
    """Whether the role is written with a capital, or abbreviated."""
    return any(t.capital for t in sentence.tokens[role.start : role.start + 2])


def role_at(sentence: TaggedSentence, i: int) -> RoleMention | None:
    """The role that begins at token ``i``, with the name it introduces."""
    head = head_end(sentence, i)
    if head is None or _is_other(sentence, i, head):
        return None
    end, name, at = role_extent(sentence, head)
    if (name is None or name.strength < _SURE_NAMED) and is_blocked(sentence, i):
        return None  # "kantor gubernur", but "instruksi Presiden Jokowi"
    if name and _is_of_all(sentence, name.end):
        return None
    if name is None and (apart := name_apart(sentence, at)):
        name, end = apart[0], max(end, apart[1])
    start = _first_modifier(sentence, i)
    if name is None:
        return RoleMention(start, end, None, 0, max(end, head))
    return RoleMention(start, end, name.span, name.strength, name.end)


def _is_other(sentence: TaggedSentence, i: int, head: int) -> bool:
    """Whether what looks like a role is the beginning of another word, or a rank."""
    if " ".join(t.lower for t in sentence.tokens[i : i + 2]) in sentence.lexicon.not_roles:
        return True
    if i and sentence.tokens[i - 1].capital and is_blocked(sentence, i):
        return True
    if is_rank(sentence, i) and name_at(sentence, skip_honorifics(sentence, i), strict=False):
        return True
    return head == i + 1 and is_rank(sentence, i - 1)  # "Ajun Komisaris Andry"


def _first_modifier(sentence: TaggedSentence, i: int) -> int:
    """Where a role begins with what qualifies it before its head."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if tokens[i].lower not in lexicon.head_final_roles:
        return first_modifier(sentence, i) if lexicon.rules.modifiers_first else i
    first = max(0, i - _MOST_MODIFIERS)
    while i > first and tokens[i - 1].capital:
        if sentence.classes[i - 1] in (WordClass.NEVER, WordClass.REGION):
            break
        if i == 1 and sentence.classes[0] in HARDLY_NAMES:
            break  # "Menurut Director"
        i -= 1  # "Corporate Communications Director"
    return i


def _is_of_all(sentence: TaggedSentence, at: int) -> bool:
    """Whether many hold a role: "Kepala Cabdin Kecamatan | se-Kabupaten Landak"."""
    after = sentence.tokens[at].lower if at < len(sentence.tokens) else ""
    return after == "se" or after.startswith("se-")
