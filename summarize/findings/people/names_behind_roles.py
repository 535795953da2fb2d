"""Where a name begins in the run of capitalised words that its role opens."""

from __future__ import annotations

from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.findings.people.honorifics import is_honorific, skip_honorifics
from summarize.findings.people.name_spans import (
    LONGEST_NAME,
    NAME_STRENGTH,
    ends_in_region,
    first_of_name,
    word_count,
)
from summarize.patterns import pattern
from summarize.text.lexicon import Lexicon, bare, is_acronym, is_degree
from summarize.text.names import NameSpan, TaggedSentence
from summarize.text.tokens import Token
from summarize.text.word_classes import (
    FIRM_NAMES,
    HARDLY_NAMES,
    NAME_LIKE,
    NO_NAMES,
    NOT_NAMES,
    WordClass,
)

_HAJI = "h"  # may be an initial as well
_LONGEST_PLACE = 2  # words of a place that is not known
_VERB = pattern(r"me[a-z]{5,}")


def name_in_run(sentence: TaggedSentence, start: int, stop: int) -> NameSpan | None:
    """The name at the end of a run of capitalised words in which a role ends."""
    last = _without_degrees(sentence, start, stop)
    behind = _behind_place(sentence, start, last) or _behind_rank(sentence, start, last)
    if last - start > 2 and ends_in_region(sentence, last - 2, last):
        behind = last - 2
    if behind:
        return NameSpan(behind, last, NAME_STRENGTH)
    first = first_of_name(sentence, start, last)
    if (
        first > start
        and 0 < word_count(sentence, first, last) <= LONGEST_NAME
        and _ends_in_rank(sentence, first)
    ):
        return NameSpan(first, last, max(sum(sentence.evidence[first:last]), NAME_STRENGTH))
    if (behind := _behind_border(sentence, start, last)) is not None:
        name = _behind_field(sentence, behind, start, last)
        return NameSpan(name, last, max(sum(sentence.evidence[name:last]), 1))
    if first == last:
        return None
    if found := _likeliest(sentence, start, first, last):
        return found
    apart = first > start or sentence.tokens[first - 1].text == ")"
    acting = (
        apart and stop < len(sentence.tokens) and _acts(sentence.tokens[stop], sentence.lexicon)
    )
    return NameSpan(first, last, 1) if acting and 1 < last - first <= LONGEST_NAME else None


def _without_degrees(sentence: TaggedSentence, start: int, stop: int) -> int:
    """Where a run ends without the degrees and the common words at its end."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    while stop > start:
        common = sentence.classes[stop - 1] not in NAME_LIKE
        listed = tokens[stop - 1].lower in lexicon.not_names
        if not is_degree(tokens[stop - 1], lexicon) and not (listed and common):
            break
        stop -= 1
    return stop


def behind_haji(sentence: TaggedSentence, start: int, stop: int) -> int | None:
    """Where the name begins behind a place and an honorific: "Wali Kota Sekar H. Yusran Malik".

    With two words behind it "H." is no initial.
    """
    tokens = sentence.tokens
    role = {tokens[start - 1].lower, " ".join(t.lower for t in tokens[max(start - 2, 0) : start])}
    if sentence.lexicon.place_roles.isdisjoint(role):
        return None
    places = range(start + 1, min(start + 1 + _LONGEST_PLACE, stop - 2))
    return next((k + 1 for k in places if bare(tokens[k].lower) == _HAJI), None)


def _behind_place(sentence: TaggedSentence, start: int, stop: int) -> int | None:
    """Where the name begins behind a place that is not known: "Lurah Cipayung Tomi Patria"."""
    if behind := behind_haji(sentence, start, stop):
        return behind
    if not start or sentence.tokens[start - 1].lower not in sentence.lexicon.village_roles:
        return None
    words = sentence.classes[start + 1 : stop]
    if not 1 < len(words) <= LONGEST_NAME or not NAME_LIKE.issuperset(words):
        return None
    unknown = sentence.classes[start] not in (WordClass.NEVER, WordClass.SURE)
    return start + 1 if unknown else None


def _behind_rank(sentence: TaggedSentence, start: int, stop: int) -> int | None:
    """Where the name begins behind a rank of the forces: "Kanit PPA Polres Batu AKP Ruth Yeni"."""
    for k in range(stop - 1, start - 1, -1):
        if sentence.tokens[k].lower in sentence.lexicon.service_ranks:
            behind = skip_honorifics(sentence, k)
            words = sentence.classes[behind:stop]
            named = WordClass.NEVER not in words and not NAME_LIKE.isdisjoint(words)
            return behind if named and k < behind < stop <= behind + LONGEST_NAME else None
    return None


def _ends_in_rank(sentence: TaggedSentence, first: int) -> bool:
    """Whether an honorific that is no field of a role stands before a name."""
    if not is_honorific(sentence, first - 1):
        return False
    return first < 2 or sentence.tokens[first - 2].lower not in sentence.lexicon.portfolio_heads


def _likeliest(sentence: TaggedSentence, start: int, first: int, last: int) -> NameSpan | None:
    """The words at the end of a run with the most evidence, if that is enough."""
    name, strength = _strongest_end(sentence, first, last)
    rare = first < name == last - 1 and sentence.classes[name - 1] not in _NOT_BEFORE_NAME
    kind = sentence.tokens[name - 1].lower in sentence.lexicon.region_kinds  # "Desa Suparman"
    if rare and not kind and not _is_field(sentence, name - 1):
        name -= 1  # "Pahala Nainggolan": a name of one word is rare
    tagged = name == last - 1 and sentence.labels[name] == "PER"
    alone = tagged or (name == last - 1 and sentence.classes[name] in FIRM_NAMES)
    name = _behind_field(sentence, name, start, last)
    if name == last or (name == start == last - 1 and _is_no_name_alone(sentence, name)):
        return None
    known = NAME_LIKE.issuperset(sentence.classes[name:last])
    least = NAME_STRENGTH - known - 2 * alone - (name == start)
    return NameSpan(name, last, max(strength, 1)) if strength >= least else None


_SURELY_PERSON = 300  # score of the tagger for "Lurah Partini", no village
_NOT_BEFORE_NAME = HARDLY_NAMES | {WordClass.THING}


def _strongest_end(sentence: TaggedSentence, first: int, last: int) -> tuple[int, int]:
    """From which word on the evidence for a name is greatest, and how great."""
    name, best, total = last, 0, 0
    for k in range(last - 1, first - 1, -1):
        if not sentence.tokens[k].capital:
            continue  # a particle, or a mark around a nickname
        total += sentence.evidence[k]
        if total >= best and sentence.evidence[k] >= 0:
            name, best = k, total
    return name, best


def _behind_field(sentence: TaggedSentence, name: int, start: int, stop: int) -> int:
    """Where the name begins if its first word is the field of a role or the name of a place.

    ``Direktorat Jenderal Imigrasi Sam Fernando``, ``Dinas Sosial Kota Yogayakarta Agus Arif``; two
    capitals behind a region are initials: ``Wali Kota Solo FX Hadi Rudyatmo``.
    """
    tokens, classes, kinds = sentence.tokens, sentence.classes, sentence.lexicon.region_kinds
    inner = start < name < stop - 1 and classes[name] is not WordClass.SURE
    if inner and (tokens[name - 1].lower in kinds or _is_field(sentence, name)):
        return name + 1
    if start < name - 1 and classes[name - 1] not in NO_NAMES:
        placed = classes[name - 2] is WordClass.REGION or tokens[name - 3].lower in kinds
        short = tokens[name - 1]
        if placed and len(short.text) == 2 and short.text.isupper():
            initials = short.lower not in sentence.lexicon.not_initials
            return name - (initials and sentence.lexicon.may_be_name(short))
    return name


def _is_no_name_alone(sentence: TaggedSentence, i: int) -> bool:
    """Whether the only word behind a role is its place or its field."""
    return _is_only_place(sentence, i) or _is_field(sentence, i, firm=True)


def _is_only_place(sentence: TaggedSentence, i: int) -> bool:
    """Whether a word that is not known is the place of a role: "para Kades Lalemo"."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    role = tokens[i - 1].lower
    if not i or sentence.classes[i] is WordClass.SURE or role not in lexicon.place_roles:
        return False
    if role in lexicon.village_roles:
        return sentence.persons[i] < _SURELY_PERSON
    acting = i + 1 < len(tokens) and _acts(tokens[i + 1], lexicon)
    return role not in lexicon.province_roles and not acting


def _is_field(sentence: TaggedSentence, i: int, *, firm: bool = False) -> bool:
    """Whether the word says what a role is of: "Wakil Menteri Keuangan Mardiasmo".

    Or the last of what it is of: "Bidang Politik, Hukum, dan Keamanan Wiranto".
    """
    before, known = sentence.tokens[i - 1].lower if i else "", sentence.classes[i]
    if before in sentence.lexicon.and_in_names:
        return known is not WordClass.SURE if firm else known in NOT_NAMES
    return before in sentence.lexicon.portfolio_heads and not firm


class _Tail(NamedTuple):
    """The words behind a region, an acronym or a bracket at the end of a run."""

    sentence: TaggedSentence
    first: int
    last: int

    @property
    def classes(self) -> list[WordClass]:
        return self.sentence.classes[self.first : self.last]

    @property
    def several(self) -> bool:
        """Whether there is more than one word."""
        return self.last - self.first > 1

    @property
    def strength(self) -> int:
        """The evidence for a name."""
        return sum(self.sentence.evidence[self.first : self.last])

    def other(self) -> bool:
        """Whether one of the words is in no name."""
        words = self.sentence.lexicon.organization_words
        tokens = self.sentence.tokens[self.first : self.last]
        return WordClass.NEVER in self.classes or any(t.lower in words for t in tokens)


_BEHIND_BORDER: tuple[Row[_Tail, bool], ...] = (
    Row(
        "no words, or too many",
        lambda tail: not 0 < word_count(tail.sentence, tail.first, tail.last) <= LONGEST_NAME,
        False,
        "Kepala Dinas Sosial DKI Jakarta hadir.",
        "Bupati Sanggau Rahmat Hidayat hadir.",
    ),
    Row(
        "a word of no name",
        _Tail.other,
        False,
        "Dosen IPB University hadir.",
        "Bupati Sanggau Rahmat Hidayat hadir.",
    ),
    Row(
        "behind a role of a place and the place",
        lambda tail: tail.several and _is_placed(tail.sentence, tail.first, tail.last),
        True,
        "Wali Kota Palembang Ratu Dewa hadir.",
        "Kepala BPBD Rahmat Hidayat hadir.",
    ),
    Row(
        "evidence of a name",
        lambda tail: tail.strength > 0,
        True,
        "Kepala BPBD Rahmat Hidayat hadir.",
        "Ketua DPP PKB Bidang Informasi hadir.",
    ),
    Row(
        "a word known for nothing else",
        lambda tail: not tail.several and tail.classes[0] in NAME_LIKE,
        True,
        "Ketua DPP PKB Sentarum hadir.",
        "Ketua DPP PKB Bidang Informasi hadir.",
    ),
    Row("anything else", always, False, "Ketua DPP PKB Bidang Informasi hadir."),
)


def _behind_border(sentence: TaggedSentence, start: int, last: int) -> int | None:
    """Where the name begins that follows a region, an acronym or a bracket."""
    first = last
    while first > start and not _ends_role(sentence, first - 1):
        first -= 1
    if first == start and sentence.tokens[first - 1].text != ")":
        return None
    first = _behind_organization(sentence, first, last)
    if last - first == 1 and first - start > 1 and _is_second_region(sentence, first - 1):
        return first - 1  # "Wali Kota Bogor Bima Arya": the second region is a name
    return first if decide(_BEHIND_BORDER, _Tail(sentence, first, last)).verdict else None


def _acts(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word in lower case says what somebody does: "mengatakan", "mengkritik"."""
    return token.lower in lexicon.cues_after_name or _VERB.fullmatch(token.text) is not None


def _is_placed(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether a role of a place and the place stand before: "Wali Kota Palembang Ratu Dewa".

    Then nothing but the name can follow, whatever its words are known for.
    """
    tokens, classes, lexicon = sentence.tokens, sentence.classes, sentence.lexicon
    k = start - 1
    while k > 0 and classes[k] is WordClass.REGION:
        k -= 1
    if k == start - 1 or stop >= len(tokens) or tokens[stop].capital:
        return False
    role = {tokens[k].lower, f"{tokens[k - 1].lower} {tokens[k].lower}"}
    placed = not role.isdisjoint(lexicon.place_roles) or tokens[k].lower in lexicon.region_kinds
    if not placed or not NO_NAMES.isdisjoint(classes[start:stop]):
        return False
    others = lexicon.region_kinds, lexicon.not_person_cues, lexicon.organization_words
    words = {token.lower for token in tokens[start:stop]}
    return all(map(words.isdisjoint, others)) and not any(map(is_acronym, tokens[start:stop]))


def _behind_organization(sentence: TaggedSentence, first: int, last: int) -> int:
    """The word behind what goes on with the name of an organization before ``last``."""
    while last - first > 1 and _continues_organization(sentence, first):
        first += 1
    for k in range(first, last - 2):
        common = sentence.classes[k] is WordClass.COMMON and sentence.labels[k] != "PER"
        if common and sentence.classes[k + 1] is WordClass.SURE:
            first = k + 1  # "Research Nusa Utama Wawan Hendra"
    return first


def _continues_organization(sentence: TaggedSentence, i: int) -> bool:
    """Whether a word behind an acronym goes on with the name of the organization.

    ``Direktur Utama BPJS Kesehatan Fachmi Idris``, ``PT MAM Energindo Ali Amri``.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    before, known, following = sentence.classes[i - 1 : i + 2]
    if known is not WordClass.SURE and tokens[i - 1].lower in lexicon.portfolio_heads:
        return following in NAME_LIKE  # "(Menko) Bidang Perekonomian Airlangga"
    if known is WordClass.THING and i > 1 and tokens[i - 2].lower in lexicon.not_person_cues:
        return following in NAME_LIKE
    organization = lexicon.is_organization_part(tokens[i].lower) and sentence.labels[i] != "PER"
    if organization and known in _PARTS and before is not WordClass.REGION:
        return following is WordClass.SURE  # "Sekretaris Jenderal PDI Perjuangan Hasto"
    return known not in NAME_LIKE and tokens[i].lower in lexicon.role_links


_PARTS = frozenset((WordClass.THING, WordClass.RARE))


def _ends_role(sentence: TaggedSentence, i: int) -> bool:
    """Whether a role may well end in the word, so that a name begins behind it."""
    token, known, lexicon = sentence.tokens[i], sentence.classes[i], sentence.lexicon
    if token.lower in lexicon.not_person_cues:
        return False
    if token.lower in lexicon.organization_words:
        return len(token.text) > 2 and token.text.isupper()
    named = known is WordClass.REGION or known is WordClass.ORGANIZATION
    return named or (is_acronym(token) and known in NOT_NAMES)


def _is_second_region(sentence: TaggedSentence, i: int) -> bool:
    """Whether token ``i`` is a region of one word behind another region."""
    before, token = sentence.tokens[i - 1 : i + 1]
    regions = sentence.lexicon.regions.kinds
    if token.lower not in regions or f"{before.lower} {token.lower}" in regions:
        return False  # "DKI Jakarta Ratiyono"
    both = sentence.classes[i - 1] is sentence.classes[i] is WordClass.REGION
    return both and sentence.evidence[i + 1] > 0
