"""Roles of people, with or without a name beside them.

``find_roles(release)`` gives the span of each role ("Kepala LAN RI", "Mentan", "Plt. Kadis
Kominfo"); ``role_matches(a, b, language)`` says whether two of them can be the same ("Mentan" and
"Menteri Pertanian RI"). People and their names are put to them in ``people``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarize.findings.people.honorifics import (
    close_bracket,
    is_honorific,
    is_rank,
    skip_honorifics,
)
from summarize.findings.people.name_spans import LONGEST_NAME, bounded_name, name_at, run_end
from summarize.findings.people.organization_or_name import names_without_organization
from summarize.findings.people.role_modifiers import first_modifier, in_apposition
from summarize.findings.people.role_spans import SURE_STRENGTH, role_extent
from summarize.findings.people.role_words import is_field, opens_pair
from summarize.languages import Language
from summarize.models import Span
from summarize.text.lexicon import Lexicon, is_acronym, is_misspelt, load_lexicon
from summarize.text.names import TaggedSentence
from summarize.text.reading import Reading
from summarize.text.tagger import Tagger, load_tagger
from summarize.text.tokens import Token
from summarize.text.word_classes import FIRM_NAMES, HARDLY_NAMES, NAME_LIKE, WordClass

_CAMEL = re.compile(r"[A-Z][a-z]{3,}(?=[A-Z])")
_TRAIN = "KA"  # "KA Blambangan"; "Ka Barantan" is a head
_MOST_MODIFIERS = 4  # words before an English role in Indonesian text
_SURE_NAMED = 4  # evidence of a name behind a role in "rumah Bupati Hadi"
_LONGEST_JOINER = 4  # tokens between two roles of one person
_LONGEST_SHORT = 4  # tokens in a bracket behind an organization
_MOST_ASIDES = 3  # places and organizations between a role and its name
_LONGEST_ASIDE = 16  # tokens of an organization's name between a role and a person's
_LONGEST_ORGANIZATION = 3  # words of an organization's name before the role in it
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class RoleMention(NamedTuple):
    """A role in a sentence, as token numbers, and the name it introduces, if any."""

    start: int
    end: int
    name: tuple[int, int] | None
    strength: int
    after: int  # where sentence goes on


def find_roles(reading: Reading) -> tuple[Span, ...]:
    """The span of each role in the release, in order.

    Roles without a capital count only where they introduce a name ("inspektur Hadi").
    """
    return tuple(
        Span(sentence.tokens[role.start].start, sentence.tokens[role.end - 1].end)
        for sentence, roles in zip(reading.sentences, reading.once(read_roles), strict=True)
        for role in roles
        if role.name or is_proper(sentence, role)
    )


def read_roles(reading: Reading) -> tuple[list[RoleMention], ...]:
    """The roles of each sentence of the release, which several finders need."""
    sentences, tagger = reading.sentences, load_tagger(reading.language.code)
    roles = [role_mentions(sentence) for sentence in sentences]
    doubted = {
        (number, *words): (number, place)
        for number, sentence in enumerate(sentences)
        for place, role in enumerate(roles[number])
        if not sentence.headline and (words := _doubted(sentence, role, tagger))
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
    """The roles of a sentence, in order, none inside another.

    Roles with neither a capital nor a name count only behind a comma or a bracket, where they
    may explain a name ("Siti, anggota Komisi IV").
    """
    lexicon = sentence.lexicon
    roles = []
    i = 0
    while i < len(sentence.tokens):
        first = sentence.tokens[i]
        if ranked := _before_rank(sentence, i):
            roles.append(ranked)
            i = ranked.after
            continue
        begins = (
            first.lower in lexicon.role_heads
            or lexicon.is_role_short_form(first.lower)
            or _is_misspelt(first, sentence.classes[i], lexicon)
        )
        if not begins and (not first.capital or first.text.istitle()):
            i += 1
            continue
        named = sentence.classes[i] in NAME_LIKE and first.lower in lexicon.roles_also_names
        if named and not opens_pair(sentence, i):
            i += 1  # "Lukman Hakim Saifuddin", but "Imam Besar"
            continue
        role = role_at(sentence, i)
        if role is None or not (
            role.name or is_proper(sentence, role) or in_apposition(sentence, role.start)
        ):
            i += 1
            continue
        if roles and _is_joined(sentence, roles[-1], role):
            role = role._replace(start=roles.pop().start)
        roles.append(role)
        i = max(role.after, i + 1)
    return roles


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
    """An abbreviated role that only the rank behind it tells: "Dansatgas Letkol Inf Budi"."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    if (
        sentence.classes[i] not in NAME_LIKE
        or tokens[i].lower in lexicon.role_heads
        or (i and tokens[i - 1].capital)
    ):
        return None
    for k in range(i + 1, min(i + 1 + _LONGEST_ORGANIZATION, len(tokens))):
        if is_honorific(sentence, k) and sentence.classes[k] is WordClass.NEVER:
            name = name_at(sentence, skip_honorifics(sentence, k), strict=False)
            if name is None or tokens[k].lower not in lexicon.service_ranks:
                return None
            return RoleMention(i, k, name[:2], name[2], name[1])
        if not tokens[k].capital and not tokens[k].text[0].isdigit():
            return None
    return None


def is_proper(sentence: TaggedSentence, role: RoleMention) -> bool:
    """Whether the role is written with a capital, or abbreviated."""
    return any(t.capital for t in sentence.tokens[role.start : role.start + 2])


def role_at(sentence: TaggedSentence, i: int) -> RoleMention | None:
    """The role that begins at token ``i``, with the name it introduces."""
    lexicon = sentence.lexicon
    if " ".join(t.lower for t in sentence.tokens[i : i + 2]) in lexicon.not_roles:
        return None
    head = _after_head(sentence, i)
    blocked = i > 0 and _blocks(sentence, i)
    if head is None or (blocked and sentence.tokens[i - 1].capital):
        return None
    if is_rank(sentence, i) and name_at(sentence, skip_honorifics(sentence, i), strict=False):
        return None
    if head == i + 1 and is_rank(sentence, i - 1):
        return None  # "Ajun Komisaris Andry"
    end, found, j = role_extent(sentence, head)
    name, strength = (found.span, found.strength) if found else (None, 0)
    if blocked and strength < _SURE_NAMED:
        return None  # "kantor gubernur", but "instruksi Presiden Jokowi"
    if name and _is_of_all(sentence, name[1]):
        return None
    if name is None:
        stop = j
        name, strength, j, aside = _name_apart(sentence, j)
        stop = max(stop, aside)
        if name:
            end = max(end, _before_bracket(sentence, stop))
    if sentence.tokens[i].lower in lexicon.head_final_roles:
        first = max(0, i - _MOST_MODIFIERS)
        while (
            i > first
            and sentence.tokens[i - 1].capital
            and sentence.classes[i - 1] not in (WordClass.NEVER, WordClass.REGION)
        ):
            if i == 1 and sentence.classes[0] in HARDLY_NAMES:
                break  # "Menurut Director"
            i -= 1  # "Corporate Communications Director"
    elif lexicon.rules.modifiers_first:
        i = first_modifier(sentence, i)
    return RoleMention(i, end, name, strength, name[1] if name else max(end, head))


def _is_of_all(sentence: TaggedSentence, at: int) -> bool:
    """Whether many hold a role: "Kepala Cabdin Kecamatan | se-Kabupaten Landak"."""
    after = sentence.tokens[at].lower if at < len(sentence.tokens) else ""
    return after == "se" or after.startswith("se-")


def _before_bracket(sentence: TaggedSentence, stop: int) -> int:
    """Where "Pengamat telekomunikasi dari Institut Teknologi (ITB)" ends without its bracket."""
    if sentence.tokens[stop - 1].text != ")":
        return stop
    first = max(0, stop - 1 - _LONGEST_SHORT)
    return next((k for k in range(stop - 2, first, -1) if sentence.tokens[k].text == "("), 0)


def _blocks(sentence: TaggedSentence, i: int) -> bool:
    """Whether what stands before makes the role part of another thing.

    ``Kantor Gubernur``, ``Dewan Pertimbangan Presiden``.
    """
    lexicon = sentence.lexicon
    before = sentence.tokens[i - 1]
    if before.lower in lexicon.role_blockers:
        return True
    for k in range(i - 1, max(-1, i - 1 - _LONGEST_ORGANIZATION), -1):
        if not sentence.tokens[k].capital:
            return False
        if sentence.tokens[k].lower in lexicon.organization_words:
            if lexicon.rules.modifiers_first:
                return False  # "Farm Service Agency Administrator"
            return k == i - 1 or not _is_abbreviated(sentence.tokens[k])
        if sentence.classes[k] in NAME_LIKE or sentence.classes[k] is WordClass.REGION:
            return False
    return False


def _is_abbreviated(token: Token) -> bool:
    return token.text.isupper()


def _after_head(sentence: TaggedSentence, i: int) -> int | None:
    """The token after the word that makes a role of what begins at ``i``."""
    lexicon = sentence.lexicon
    tokens, n = sentence.tokens, len(sentence.tokens)
    j = i
    while j < n and j - i < 4 and tokens[j].lower in lexicon.role_prefixes:
        j += 1
        if j < n and (tokens[j].text == "." or opens_pair(sentence, j - 1)):
            j += 1  # "Plt.", "Pelaksana Tugas"
    if (
        j > i + 1
        and opens_pair(sentence, j - 2)
        and not (j < n and tokens[j].lower in lexicon.roles)
    ):
        return j  # "Chief Executive": two prefixes
    if j < n:
        if opens_pair(sentence, j):
            return j + 2
        if tokens[j].lower in lexicon.roles or _glued(tokens[j], lexicon):
            return j + 1
        if _is_misspelt(tokens[j], sentence.classes[j], lexicon):
            return j + 1
        if (
            lexicon.is_role_short_form(tokens[j].lower)
            and tokens[j].text != _TRAIN
            and (tokens[j].capital or len(tokens[j].text) > 5)
        ):
            return j + 1
    if j > i and tokens[j - 1].lower in lexicon.roles and tokens[j - 1].capital:
        return j  # "Deputy for International Cooperation": both a prefix and a role
    # "Plt Nusirwan", "Pj. Hadi": a prefix that is a role by itself
    last = j - 2 if j - i > 1 and tokens[j - 1].text == "." else j - 1
    if last >= i and tokens[last].lower in lexicon.role_abbreviations and tokens[last].capital:
        return j
    return None


def _is_misspelt(token: Token, known: WordClass, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is a role with one wrong letter: "Bupatio Sanggau"."""
    return (
        token.capital
        and known is WordClass.NEVER
        and is_misspelt(token.lower, lexicon.long_role_heads)
    )


def _glued(token: Token, lexicon: Lexicon) -> bool:
    """Whether a role and the next word lost the space between them: "CamatEntikong"."""
    match = _CAMEL.match(token.text)
    return match is not None and match.group().lower() in lexicon.roles


def _name_apart(sentence: TaggedSentence, j: int) -> tuple[tuple[int, int] | None, int, int, int]:
    """A name behind a comma or a colon: "Kepala Staf (KASAD), Jenderal TNI, Maruli".

    With it its evidence, where sentence goes on, and where the role ends.
    """
    tokens = sentence.tokens
    if nickname := _bracketed(sentence, j):
        return nickname, SURE_STRENGTH, nickname[1], j
    if start := _after_naming_link(sentence, j):
        linked = name_at(sentence, start, strict=True)
        if linked:
            return linked[:2], linked[2], linked[1], 0
    if j + 1 < len(tokens) and tokens[j].text in ",:":
        if tokens[j].text == "," and (spoken := _spoken_apart(sentence, j + 1)):
            return spoken, SURE_STRENGTH, spoken[1], j
        start = skip_honorifics(sentence, j + 1)
        if start < len(tokens) and start > j + 1 and tokens[start].text == ",":
            start += 1
        start, end = _behind_asides(sentence, start)
        found = name_at(sentence, start, strict=start == j + 1)
        if (found is None or found[1] - found[0] == 1) and tokens[j].text == ",":
            found = bounded_name(sentence, start) or found
        lone = sentence.lexicon.rules.modifiers_first and start == j + 1  # "Director, Immunization"
        if found and not (lone and found[1] - found[0] == 1):
            return found[:2], found[2], found[1], end
    return None, 0, j, j


def _after_naming_link(sentence: TaggedSentence, j: int) -> int | None:
    """Where a name begins that a word tells: "Menteri Keuangan sebelumnya yakni Sri Mulyani".

    Or that stands behind a short form whose long one was lost: "Ketua Jaringan , (JARKOT) Zandry".
    """
    tokens = sentence.tokens
    proper = j > 0 and tokens[j - 1].capital
    for k in range(j, min(j + 1 + proper, len(tokens))):
        if tokens[k].lower in sentence.lexicon.naming_links:
            return k + 1
        if not tokens[k].text.islower():
            break
    around = [t.text for t in tokens[j : j + 4]]
    lost = len(around) == 4 and around[:2] == [",", "("] and around[3] == ")"
    return j + 4 if lost and is_acronym(tokens[j + 2]) else None


def _bracketed(sentence: TaggedSentence, j: int) -> tuple[int, int] | None:
    """The name in brackets where the full one was lost with its link: "Presiden , (Jokowi)"."""
    around = [t.text for t in sentence.tokens[j : j + 4]]
    if len(around) < 4 or around[:2] != [",", "("] or around[3] != ")":
        return None
    return (
        (j + 2, j + 3)
        if sentence.classes[j + 2] in FIRM_NAMES and sentence.labels[j + 2] == "PER"
        else None
    )


def _spoken_apart(sentence: TaggedSentence, start: int) -> tuple[int, int] | None:
    """Two to four capitalised words between a comma and a verb of speech."""
    stop = run_end(sentence, start)
    if not 1 < stop - start <= LONGEST_NAME or stop >= len(sentence.tokens):
        return None
    if sentence.tokens[stop].lower not in sentence.lexicon.cues_after_name:
        return None
    certain = max(sentence.evidence[start:stop]) > 0 and HARDLY_NAMES.isdisjoint(
        sentence.classes[start:stop]
    )
    return (start, stop) if certain else None


def _behind_asides(sentence: TaggedSentence, start: int) -> tuple[int, int]:
    """The token behind what goes on a role between commas, and where the role ends then.

    ``Camat Tanah Abang, Jakarta Pusat, Yassin``: a place is no part of it; ``Direktur Jenderal Bea
    Cukai, Kementerian Keuangan, Heru``: its organization is, as is ``dari Fraksi Partai Hanura``.
    """
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    at, end = start, 0
    for _ in range(_MOST_ASIDES):
        first = at + 1 if at < len(tokens) and tokens[at].lower in lexicon.role_loose_links else at
        organization = first < len(tokens) and tokens[first].lower in lexicon.organization_words
        stop = _organization_end(sentence, first) if organization else run_end(sentence, first)
        if not first < stop < len(tokens) or tokens[stop].text != ",":
            break
        place = all(known is WordClass.REGION for known in sentence.classes[first:stop])
        if not organization and (
            first > at or not (place or tokens[first].lower in lexicon.region_kinds)
        ):
            break
        at, end = stop + 1, stop if organization else end
    return at, end


def _organization_end(sentence: TaggedSentence, start: int) -> int:
    """Where an organization's name ends: "Direktorat Prasarana dan Sarana Pertanian (PSP)"."""
    tokens, j = sentence.tokens, start
    while j < min(start + _LONGEST_ASIDE, len(tokens)):
        if tokens[j].capital:
            j += 1
        elif tokens[j].text == "(" and (close := close_bracket(sentence, j)):
            j = close
        elif (
            tokens[j].lower in sentence.lexicon.role_links
            and tokens[j + 1 : j + 2]
            and tokens[j + 1].capital
        ):
            j += 1
        else:
            break
    return j


def role_matches(a: str, b: str, language: Language) -> bool:
    """Whether two roles can be the same one, the shorter a part of the longer.

        >>> from summarize.languages import load
    from summarize.text.word_classes import FIRM_NAMES, HARDLY_NAMES, NAME_LIKE, WordClass
        >>> role_matches("Mentan", "Menteri Pertanian RI", load("id"))
        True
        >>> role_matches("Sekda", "Bupati Sanggau", load("id"))
        False
    """
    first, second = _expand(a, language.code), _expand(b, language.code)
    if not first or not second:
        return False
    if len(first) > len(second):
        first, second = second, first
    rest = set(second)
    return first[0] == second[0] and all(word in rest for word in first)


@lru_cache(maxsize=1024)
def _expand(role: str, code: str) -> tuple[str, ...]:
    """The words of a role, abbreviations written out; every two of a release are compared."""
    lexicon = load_lexicon(code)
    written = [_corrected(word, lexicon) for word in _WORD.findall(role.lower())]
    words = " ".join([lexicon.role_abbreviations.get(word, word) for word in written])
    return tuple([word for word in words.split() if word not in lexicon.skipped_in_roles])


def _corrected(word: str, lexicon: Lexicon) -> str:
    """A misspelt word for a role as it is spelt: "bupatio"."""
    if word in lexicon.role_heads or not is_misspelt(word, lexicon.long_role_heads):
        return word
    return next(h for h in sorted(lexicon.long_role_heads) if is_misspelt(word, frozenset((h,))))
