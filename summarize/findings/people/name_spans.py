"""Where a name begins and ends among capitalised words: behind a role, a comma, a rank."""

from __future__ import annotations

import re
from itertools import accumulate

from summarize.findings.people.honorifics import is_honorific, skip_honorifics
from summarize.text.lexicon import Lexicon, is_acronym, is_degree
from summarize.text.names import TaggedSentence, best_name
from summarize.text.tokens import Token
from summarize.text.word_classes import (
    FIRM_NAMES,
    HARDLY_NAMES,
    NAME_LIKE,
    NO_NAMES,
    NOT_NAMES,
    WordClass,
    weight_of,
)

NAME_STRENGTH = 3  # least evidence of a name that follows its role directly
LONGEST_NAME = 4  # words in a name known by what stands before it
_LONGEST_RUN = 40  # capitalised words looked at together
_VERB = re.compile(r"me[a-z]{5,}")


def name_in_run(sentence: TaggedSentence, start: int, stop: int) -> tuple[int, int, int] | None:
    """The name at the end of a run of capitalised words in which a role ends."""
    lexicon = sentence.lexicon
    tokens, classes = sentence.tokens, sentence.classes
    last = stop
    while last > start and (
        is_degree(tokens[last - 1], lexicon)
        or (tokens[last - 1].lower in lexicon.not_names and classes[last - 1] not in NAME_LIKE)
    ):
        last -= 1
    if last - start > 2 and ends_in_region(sentence, last - 2, last):
        return last - 2, last, NAME_STRENGTH
    if behind := _behind_place(sentence, start, last):
        return behind, last, NAME_STRENGTH
    if behind := _behind_rank(sentence, start, last):
        return behind, last, NAME_STRENGTH
    first = last
    while first > start and not is_border(sentence, first - 1):
        first -= 1
    edge = first > start or tokens[first - 1].text == ")"
    strength = sum(sentence.evidence[first:last])
    behind_rank = (
        first > start
        and is_honorific(sentence, first - 1)
        and not (first > 1 and tokens[first - 2].lower in lexicon.portfolio_heads)
    )
    if behind_rank and 0 < last - first <= LONGEST_NAME:
        return first, last, max(strength, NAME_STRENGTH)
    if (firm := _after_firm_border(sentence, start, last)) is not None:
        firm = _behind_field(sentence, firm, start, last)
        return firm, last, max(sum(sentence.evidence[firm:last]), 1)
    if first == last:
        return None
    name, best = last, 0
    total = 0
    for k in range(last - 1, first - 1, -1):
        if _inside(sentence, k):
            continue
        total += sentence.evidence[k]
        if total >= best and sentence.evidence[k] >= 0:
            name, best = k, total
    rare = (
        name == last - 1
        and name > first
        and classes[name - 1] not in HARDLY_NAMES | {WordClass.THING}
    )
    if rare and not _is_field(sentence, name - 1):
        name -= 1  # "Pahala Nainggolan": a name of one word is rare
    alone = name == last - 1 and (sentence.labels[name] == "PER" or classes[name] in FIRM_NAMES)
    name = _behind_field(sentence, name, start, last)
    if name == start == last - 1 and _is_only_place(sentence, name):
        return None
    if name == start == last - 1 and _is_field(sentence, name, firm=True):
        return None
    if name < last and best >= NAME_STRENGTH - (
        NAME_LIKE.issuperset(classes[name:last])
    ) - 2 * alone - (name == start):
        return name, last, max(best, 1)
    spoken = stop < len(tokens) and _acts(tokens[stop], lexicon)
    if edge and spoken and 1 < last - first <= LONGEST_NAME:
        return first, last, 1
    return None


def _behind_place(sentence: TaggedSentence, start: int, stop: int) -> int | None:
    """Where the name begins behind a place that is not known: "Lurah Cipayung Tomi Patria"."""
    if not start or sentence.tokens[start - 1].lower not in sentence.lexicon.village_roles:
        return None
    words = sentence.classes[start + 1 : stop]
    if not 1 < len(words) <= LONGEST_NAME:
        return None
    return (
        start + 1
        if sentence.classes[start] not in (WordClass.NEVER, WordClass.SURE)
        and NAME_LIKE.issuperset(words)
        else None
    )


def _behind_rank(sentence: TaggedSentence, start: int, stop: int) -> int | None:
    """Where the name begins behind a rank of the forces: "Kanit PPA Polres Batu AKP Ruth Yeni"."""
    for k in range(stop - 1, start - 1, -1):
        if sentence.tokens[k].lower in sentence.lexicon.service_ranks:
            behind = skip_honorifics(sentence, k)
            words = sentence.classes[behind:stop]
            short = k < behind < stop <= behind + LONGEST_NAME
            return (
                behind
                if short and WordClass.NEVER not in words and not NAME_LIKE.isdisjoint(words)
                else None
            )
    return None


def _behind_field(sentence: TaggedSentence, name: int, start: int, stop: int) -> int:
    """Where the name begins if its first word is the field of a role or the name of a place.

    ``Direktorat Jenderal Imigrasi Sam Fernando``, ``Dinas Sosial Kota Yogayakarta Agus Arif``; two
    capitals behind a region are initials: ``Wali Kota Solo FX Hadi Rudyatmo``.
    """
    lexicon = sentence.lexicon
    tokens, classes = sentence.tokens, sentence.classes
    inner = start < name < stop - 1 and classes[name] is not WordClass.SURE
    if inner and (tokens[name - 1].lower in lexicon.region_kinds or _is_field(sentence, name)):
        return name + 1
    placed = start < name - 1 and (
        classes[name - 2] is WordClass.REGION or tokens[name - 3].lower in lexicon.region_kinds
    )
    if placed and classes[name - 1] not in NO_NAMES:
        short = tokens[name - 1]
        if len(short.text) == 2 and short.text.isupper() and lexicon.may_be_name(short):
            return name - (short.lower not in lexicon.not_initials)
    return name


def _is_only_place(sentence: TaggedSentence, i: int) -> bool:
    """Whether a word that is not known is the place of a role: "para Kades Lalemo"."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    if (
        not i
        or sentence.classes[i] is WordClass.SURE
        or tokens[i - 1].lower not in lexicon.place_roles
    ):
        return False
    if tokens[i - 1].lower in lexicon.village_roles:
        return True
    if tokens[i - 1].lower in lexicon.province_roles:
        return False
    return i + 1 >= len(tokens) or not _acts(tokens[i + 1], lexicon)


def _is_field(sentence: TaggedSentence, i: int, *, firm: bool = False) -> bool:
    """Whether the word says what a role is of: "Wakil Menteri Keuangan Mardiasmo".

    Or the last of what it is of: "Bidang Politik, Hukum, dan Keamanan Wiranto".
    """
    before = sentence.tokens[i - 1].lower if i else ""
    return (before in sentence.lexicon.portfolio_heads and not firm) or (
        before in sentence.lexicon.and_in_names
        and (
            sentence.classes[i] is not WordClass.SURE if firm else sentence.classes[i] in NOT_NAMES
        )
    )


def _after_firm_border(sentence: TaggedSentence, start: int, last: int) -> int | None:
    """Where the name begins that follows a region, an acronym or a bracket."""
    lexicon = sentence.lexicon
    tokens, classes, evidence = sentence.tokens, sentence.classes, sentence.evidence
    first = last
    while first > start and not _is_firm(sentence, first - 1):
        first -= 1
    if first == start and tokens[first - 1].text != ")":
        return None
    while last - first > 1 and _continues_organization(sentence, first):
        first += 1
    for k in range(first, last - 2):
        if (
            classes[k] is WordClass.COMMON
            and classes[k + 1] is WordClass.SURE
            and sentence.labels[k] != "PER"
        ):
            first = k + 1  # "Research Nusa Utama Wawan Hendra"
    if last - first == 1 and first - start > 1 and _two_regions(sentence, first - 1):
        return first - 1  # "Wali Kota Bogor Bima Arya": the second region is a name
    if not 0 < last - first <= LONGEST_NAME:
        return None
    if any(
        known is WordClass.NEVER or tokens[first + n].lower in lexicon.organization_words
        for n, known in enumerate(classes[first:last])
    ):
        return None
    named = sentence.labels[last - 1] == "PER" and evidence[last - 1] > 0
    spoken = last < len(tokens) and tokens[last].lower in lexicon.cues_after_name
    fresh = (named or spoken) and HARDLY_NAMES.isdisjoint(classes[first:last]) and last - first > 1
    sure = evidence[first] > NAME_STRENGTH and last - first > 1
    strength = sum(evidence[first:last])
    said = (
        spoken
        and classes[first - 1] is WordClass.REGION
        and tokens[first].lower not in lexicon.region_kinds
    )
    alone = last - first == 1 and (classes[first] in NAME_LIKE or said)
    new = last - first > 1 and NAME_LIKE.issuperset(classes[first:last])
    if last - first > 1 and _is_placed(sentence, first, last):
        return first
    return (
        first
        if strength > 0 or sure or fresh or new or alone or (named and strength >= 0)
        else None
    )


def _acts(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word in lower case says what somebody does: "mengatakan", "mengkritik"."""
    return token.lower in lexicon.cues_after_name or _VERB.fullmatch(token.text) is not None


def _is_placed(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether a role of a place and the place stand before: "Wali Kota Palembang Ratu Dewa".

    Then nothing but the name can follow, whatever its words are known for.
    """
    lexicon = sentence.lexicon
    tokens, classes = sentence.tokens, sentence.classes
    k = start - 1
    while k > 0 and classes[k] is WordClass.REGION:
        k -= 1
    if k == start - 1 or stop >= len(tokens) or tokens[stop].capital:
        return False
    pair = f"{tokens[k - 1].lower} {tokens[k].lower}"
    if tokens[k].lower not in lexicon.place_roles and pair not in lexicon.place_roles:
        return False
    return NO_NAMES.isdisjoint(classes[start:stop]) and not any(
        t.lower in lexicon.region_kinds
        or t.lower in lexicon.not_person_cues
        or t.lower in lexicon.organization_words
        or is_acronym(t)
        for t in tokens[start:stop]
    )


def _continues_organization(sentence: TaggedSentence, i: int) -> bool:
    """Whether a word behind an acronym goes on with the name of the organization.

    ``Direktur Utama BPJS Kesehatan Fachmi Idris``, ``PT MAM Energindo Ali Amri``.
    """
    lexicon = sentence.lexicon
    classes, tokens = sentence.classes, sentence.tokens
    if classes[i] is not WordClass.SURE and tokens[i - 1].lower in lexicon.portfolio_heads:
        return (
            classes[i + 1] in NAME_LIKE
        )  # "Menteri Koordinator (Menko) Bidang Perekonomian Airlangga"
    if classes[i] is WordClass.THING and i > 1 and tokens[i - 2].lower in lexicon.not_person_cues:
        return classes[i + 1] in NAME_LIKE
    organization = tokens[i].lower in lexicon.organization_parts and sentence.labels[i] != "PER"
    if (
        organization
        and classes[i] in (WordClass.THING, WordClass.RARE)
        and classes[i - 1] is not WordClass.REGION
    ):
        return classes[i + 1] is WordClass.SURE  # "Sekretaris Jenderal PDI Perjuangan Hasto"
    return classes[i] not in NAME_LIKE and tokens[i].lower in lexicon.role_links


def _is_firm(sentence: TaggedSentence, i: int) -> bool:
    """Whether a role may well end in the word, so that a name begins behind it."""
    lexicon = sentence.lexicon
    token, known = sentence.tokens[i], sentence.classes[i]
    if token.lower in lexicon.not_person_cues or token.lower in lexicon.organization_words:
        return (
            len(token.text) > 2
            and token.text.isupper()
            and token.lower not in lexicon.not_person_cues
        )
    return known in (WordClass.REGION, WordClass.ORGANIZATION) or (
        is_acronym(token) and known in NOT_NAMES
    )


def _two_regions(sentence: TaggedSentence, i: int) -> bool:
    """Whether token ``i`` is a region of one word behind another region."""
    lexicon = sentence.lexicon
    classes = sentence.classes
    tokens = sentence.tokens
    single = tokens[i].lower in lexicon.regions.whole
    if f"{tokens[i - 1].lower} {tokens[i].lower}" in lexicon.regions.whole:
        return False  # "DKI Jakarta Ratiyono"
    return (
        single and classes[i] is classes[i - 1] is WordClass.REGION and sentence.evidence[i + 1] > 0
    )


def is_border(sentence: TaggedSentence, i: int) -> bool:
    """Whether the word is in no name: a region, an acronym, a common word, an honorific."""
    token = sentence.tokens[i]
    if _inside(sentence, i):
        return False
    if sentence.classes[i] is WordClass.COMMON and 0 < i < len(sentence.tokens) - 1:
        beside = sentence.evidence[i - 1], sentence.evidence[i + 1]
        if min(beside) > NAME_STRENGTH:
            return False  # "Vinda Maya Setianingrum"
    return (
        sentence.classes[i] in HARDLY_NAMES
        or (is_acronym(token) and sentence.classes[i] in NOT_NAMES)
        or (is_honorific(sentence, i) and sentence.classes[i] is WordClass.NEVER)
    )


def _inside(sentence: TaggedSentence, i: int) -> bool:
    """Whether a particle stands between two capitals: "Joao Angelo de Sousa"."""
    token = sentence.tokens[i]
    if (
        token.capital
        or token.lower not in sentence.lexicon.particles
        or not 0 < i < len(sentence.tokens) - 1
    ):
        return False
    return sentence.tokens[i - 1].capital and sentence.tokens[i + 1].capital


def ends_in_region(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether two words are a name that ends in a region's: "Camat Hiri Rustam Malang, ..."."""
    lexicon = sentence.lexicon
    tokens, classes = sentence.tokens, sentence.classes
    if (
        stop - start != 2
        or classes[start] not in FIRM_NAMES
        or classes[start + 1] is not WordClass.REGION
    ):
        return False
    if tokens[start + 1].lower not in lexicon.regions.whole or sentence.labels[start] != "PER":
        return False
    return stop < len(tokens) and (
        tokens[stop].lower in lexicon.cues_after_name or tokens[stop].text in ",("
    )


def plausible(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether words can be a whole name: one of them at most is a common word.

    Behind a word that is a name for sure there may be more ("Agus Widya Putra").
    """
    lexicon = sentence.lexicon
    words = sentence.classes[start:stop]
    common = sum(known not in NAME_LIKE for known in words)
    begun = words[0] is WordClass.SURE and HARDLY_NAMES.isdisjoint(words)
    if not NO_NAMES.isdisjoint(words) or (
        common > (not FIRM_NAMES.isdisjoint(words)) and not begun
    ):
        return False
    return not any(
        t.lower in lexicon.organization_words or t.lower in lexicon.not_person_cues
        for t in sentence.tokens[start:stop]
    )


def bounded_name(sentence: TaggedSentence, start: int) -> tuple[int, int, int] | None:
    """The name between a comma and another or a word in lower case: ", Aris Setiadi, kata".

    One of its words may be a common one, for nothing but a name stands there.
    """
    tokens = sentence.tokens
    stop = run_end(sentence, start)
    if not 1 < stop - start <= LONGEST_NAME or stop >= len(tokens):
        return None
    if ends_in_region(sentence, start, stop):
        return start, stop, NAME_STRENGTH
    if not plausible(sentence, start, stop):
        return None
    closes = tokens[stop].text == "." and stop + 1 == len(tokens)
    ends = closes or tokens[stop].text in ",;(" or tokens[stop].text.islower()
    return (start, stop, NAME_STRENGTH) if ends and tokens[stop].lower != "dan" else None


def name_at(sentence: TaggedSentence, start: int, *, strict: bool) -> tuple[int, int, int] | None:
    """The name that begins exactly at token ``start``, and its evidence.

    When not ``strict`` it only must not be known as something else, as after an honorific.
    """
    tokens = sentence.tokens
    if start >= len(tokens) or not tokens[start].capital:
        return None
    if tokens[start].lower in sentence.lexicon.not_person_cues and sentence.labels[start] != "PER":
        return None
    stop = run_end(sentence, start)
    last = start
    while last < stop and (
        not is_border(sentence, last)
        or (
            last > start
            and sentence.classes[last] not in NO_NAMES
            and last - start < 2
            and last + 1 == stop
        )
    ):
        last += 1
    named = not strict and last == stop and 1 < last - start <= LONGEST_NAME
    if named and plausible(sentence, start, last):
        strength = max(accumulate(sentence.evidence[start:last]))
        return start, last, max(strength, 1)  # "Profesor Virginia Hooker"
    if last == start and not strict and _begins_commonly(sentence, start, stop):
        return start, stop, 1  # "dr Karolina Margareta"
    if not 0 < last - start <= LONGEST_NAME:
        return best_name(sentence, start, last) if last > start and not strict else None
    strength = max(accumulate(sentence.evidence[start:last]))
    if strength >= (NAME_STRENGTH if strict else 1):
        return start, last, strength
    if _is_polite_word(sentence, start, last) and last == stop:
        return start, last, 1
    # "Gubernur Kalimantan, Cornelis, dan": a word by itself that is not known for anything else
    named = sentence.labels[last - 1] == "PER" and sentence.evidence[last - 1] > NAME_STRENGTH
    if last == stop and last - start > 1 and named:
        return start, last, max(strength, 1)
    alone = last == stop and last < len(tokens) and tokens[last].text != "."
    if alone and weight_of(sentence.classes[start:last]) > last - start:
        return start, last, max(strength, 1)
    return None


def _is_polite_word(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether a word that is known for nothing else stands behind an honorific: "H. Sanusi"."""
    if stop - start != 1 or not is_honorific(sentence, start - 1):
        return False
    return sentence.classes[start] in NAME_LIKE and not is_acronym(sentence.tokens[start])


def _begins_commonly(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether a common word begins a name all the same, as another word of it is no such word."""
    lexicon = sentence.lexicon
    if not 1 < stop - start <= LONGEST_NAME or sentence.classes[start] in NO_NAMES:
        return False
    first = sentence.tokens[start].lower
    if first in lexicon.region_kinds or first in lexicon.role_heads:
        return False
    firm = not FIRM_NAMES.isdisjoint(sentence.classes[start:stop])
    return firm and plausible(sentence, start, stop)


def run_end(sentence: TaggedSentence, start: int) -> int:
    """The end of the run of capitalised words and name particles from ``start``."""
    tokens = sentence.tokens
    j, limit = start, min(len(tokens), start + _LONGEST_RUN)
    while j < limit and (
        tokens[j].capital
        or (
            (
                tokens[j].lower in sentence.lexicon.particles
                or sentence.classes[j] is WordClass.EITHER
            )
            and start < j < len(tokens) - 1
            and (tokens[j + 1].capital or _particles(sentence, j))
        )
    ):
        j += 1
    return j


def _particles(sentence: TaggedSentence, j: int) -> bool:
    """Whether two particles stand before a capital: "Helga von der Heide"."""
    behind = sentence.tokens[j : j + 3]
    two = len(behind) == 3 and all(t.lower in sentence.lexicon.particles for t in behind[:2])
    return two and behind[2].capital
