"""The people that a release names, each with the fullest name and role in it.

A name is known by what stands beside it: a role before it ("Kepala LAN RI Adi Suryanto",
"Kepala Staf (KASAD), Jenderal TNI, Maruli") or behind it ("Sapril, Sekda Tanjab Timur"), an
honorific, a degree, an age, a verb of speech, other names in a list; with nothing beside it only
where the tagger is sure. Names of one person are put together in ``coreference``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from summarize.findings.people.apposition import (
    attach_roles_behind,
    joined,
    roles_spelled_out,
    share_among_list,
    share_with_next,
    with_fullest_role,
)
from summarize.findings.people.coreference import NameMention, fold_all, merge, span_of
from summarize.findings.people.honorifics import is_honorific, skip_honorifics
from summarize.findings.people.name_spans import (
    LONGEST_NAME,
    is_border,
    name_at,
    plausible,
    run_end,
)
from summarize.findings.people.role_spans import SURE_STRENGTH
from summarize.findings.people.roles import RoleMention, read_roles
from summarize.models import Person, Span
from summarize.text.lexicon import is_acronym, is_degree
from summarize.text.names import TaggedSentence, best_name
from summarize.text.reading import Reading
from summarize.text.tokens import Token
from summarize.text.word_classes import FIRM_NAMES, NAME_LIKE, NO_NAMES, WordClass, weight_of

_NOTHING = Token(0, 0, "", "", False)
_OPENING = frozenset("“\"‘'.:(-–—")
_OWNERS = frozenset(("'", "’", "'s", "’s"))
_LISTED_STRENGTH = 2  # least evidence of a name in a list of names
_SURE_ALONE = 12  # evidence of a name in the middle of other capitalised words
_ALONE_STRENGTH = 6  # least evidence of a name of several words with nothing beside it
_ROLE_BEHIND = "position behind"
_CUED_STRENGTH = 3  # and of a name with a verb of speech beside it


def find_people(reading: Reading) -> tuple[Person, ...]:
    """Each named person once, in order of first mention."""
    sentences = reading.sentences
    roles = reading.once(read_roles)
    mentions: list[NameMention] = []
    for number, sentence in enumerate(sentences):
        mentions += _mentions(number, sentence, roles[number])
    people = merge(mentions, sentences, reading.release)
    fuller = roles_spelled_out(sentences, roles)
    return tuple(with_fullest_role(person, fuller, reading.text) for person in people)


def _mentions(number: int, sentence: TaggedSentence, roles: list[RoleMention]) -> list[NameMention]:
    """The names in a sentence that can be known by what stands beside them."""
    found: dict[tuple[int, int], Span | None] = {}
    rules: dict[tuple[int, int], str] = {}
    taken = [False] * len(sentence.tokens)
    for role in roles:
        for k in range(role.start, role.end):
            taken[k] = True
        if role.name:
            found[role.name] = span_of(sentence, role.start, role.end)
            rules[role.name] = f"position: {sentence.tokens[role.start].text}"
            for k in range(*role.name):
                taken[k] = True
    if not sentence.headline:
        apart = frozenset(role.start for role in roles if role.name is None)
        for name, rule in _plain_names(sentence, found, taken, apart):
            found.setdefault(name, None)
            rules.setdefault(name, rule)
    share_with_next(sentence, roles, found)
    for name in attach_roles_behind(sentence, roles, found):
        rules[name] = "position behind it"
    share_among_list(sentence, roles, found)
    return [
        NameMention(number, *name, span, fold_all(sentence, *name), rules[name])
        for name, span in sorted(found.items(), key=lambda item: item[0])
    ]


class _Candidate(NamedTuple):
    start: int
    end: int
    strength: int
    rule: str  # by what it is certain; empty if only as one of a list of names


def _plain_names(
    sentence: TaggedSentence,
    found: Mapping[tuple[int, int], Span | None],
    taken: list[bool],
    apart: frozenset[int],
) -> list[tuple[tuple[int, int], str]]:
    """The names without a role before them, among them whole lists of names."""
    candidates = [_Candidate(*name, SURE_STRENGTH, "position") for name in found]
    candidates += _candidates(sentence, taken, apart)
    candidates.sort()
    chains: list[list[_Candidate]] = []
    for candidate in candidates:
        if chains and joined(sentence, chains[-1][-1].end, candidate.start):
            chains[-1].append(candidate)
        else:
            chains.append([candidate])
    return [
        ((c.start, c.end), c.rule or "list of names")
        for chain in chains
        for c in chain
        if c.rule or (any(o.rule for o in chain) and c.strength >= _LISTED_STRENGTH)
    ]


def _candidates(
    sentence: TaggedSentence, taken: list[bool], apart: frozenset[int]
) -> Iterator[_Candidate]:
    """The names of a sentence that have no role before them."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if taken[i]:
            i += 1
            continue
        start = skip_honorifics(sentence, i)
        if start > i:
            polite = name_at(sentence, start, strict=False)
            named_after = i > 0 and tokens[i - 1].lower in lexicon.not_person_cues
            if polite and not any(taken[polite[0] : polite[1]]) and not named_after:
                yield _Candidate(*polite, f"honorific: {tokens[i].text}")
                i = polite[1]
                continue
            i = start
            continue
        if not tokens[i].capital:
            i += 1
            continue
        if tokens[i].lower in lexicon.cues_before_name:
            i += 1
            continue
        stop = run_end(sentence, i)
        if lexicon.rules.modifiers_first and _names_a_thing(sentence, i, stop):
            i = stop
            continue
        while any(taken[i:stop]):
            stop -= 1
        if rank := _rank_inside(sentence, i, stop):
            i = rank  # "Sesmenko Polhukam | Mayjen TNI Agus Suwandono"
            continue
        if name := _name_with_degree(sentence, i, stop):
            yield _Candidate(*name, "degree")
        elif stop == i + 1 and _says(sentence, i):
            yield _Candidate(i, stop, _CUED_STRENGTH, f"cue: {tokens[i - 1].text}")
        elif _spoken(sentence, i, stop):
            yield _Candidate(i, stop, SURE_STRENGTH, f"cue: {tokens[i - 1].text}")
        elif (
            weight_of(sentence.classes[i:stop]) > 1
            and NAME_LIKE.issuperset(sentence.classes[i:stop])
            and stop - i > 1
        ):
            whole = (i, stop, max(sum(sentence.evidence[i:stop]), _LISTED_STRENGTH))
            yield _Candidate(*whole, _belief(sentence, whole, apart))
        elif best := best_name(sentence, i, stop):
            if (
                i == best[0] - 1 > 0
                and best[1] - i == 2
                and sentence.classes[i] not in (WordClass.NEVER, WordClass.REGION)
            ):
                before = tokens[i - 1].lower
                if before in lexicon.name_joiners and not best[2] > SURE_STRENGTH:
                    best = (i, best[1], best[2])  # in a list: ", Mawar Kusuma, dan"
            best = _widened(sentence, best, i, stop, apart=apart)
            yield _Candidate(*best, _belief(sentence, best, apart))
        i = max(stop, i + 1)


def _widened(
    sentence: TaggedSentence,
    best: tuple[int, int, int],
    start: int,
    stop: int,
    *,
    apart: frozenset[int],
) -> tuple[int, int, int]:
    """The whole run of capitalised words where something beside it says that it is a name.

    ``untuk Raga Eka Darma, terdakwa``, ``Jakarta non definitif Pantas Nainggolan menyebut``.
    """
    if not start or not 1 < stop - start <= LONGEST_NAME or best[:2] == (start, stop):
        return best
    if not plausible(sentence, start, stop) or WordClass.SURE not in sentence.classes[start:stop]:
        return best
    opens = sentence.tokens[start - 1].text in _OPENING
    if opens or any(is_acronym(t) for t in sentence.tokens[start:stop]):
        return best
    whole = (start, stop, max(best[2], _CUED_STRENGTH))
    return whole if _cue(sentence, whole, apart) else best


def _rank_inside(sentence: TaggedSentence, start: int, stop: int) -> int | None:
    """Where a rank begins in the midst of capitalised words, with a name behind it."""
    for k in range(start + 1, stop - 1):
        if is_honorific(sentence, k) and sentence.classes[k] is WordClass.NEVER:
            behind = skip_honorifics(sentence, k)
            if behind < stop and sentence.classes[behind] in NAME_LIKE:
                return k
    return None


def _names_a_thing(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether English capitalised words name no person: "Storm Bronwen", "Acme Solar Inc."."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    last = stop
    if stop + 1 < len(tokens) and tokens[stop].text in _OWNERS and tokens[stop + 1].capital:
        last = stop + 2  # "Brookhaven Magistrates' Court"
    return stop - start > 1 and (
        tokens[start].lower in lexicon.not_person_cues
        or tokens[last - 1].lower in lexicon.organization_words | lexicon.firm_forms
    )


def _spoken(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether the run of capitalised words follows a verb of speech: "ujar Yuni Wahab"."""
    return (
        start > 0
        and sentence.tokens[start - 1].lower in sentence.lexicon.cues_before_name
        and 1 < stop - start <= LONGEST_NAME
        and plausible(sentence, start, stop)
        and not any(is_acronym(t) for t in sentence.tokens[start:stop])
    )


def _name_with_degree(
    sentence: TaggedSentence, start: int, stop: int
) -> tuple[int, int, int] | None:
    """The words before a degree: "Dewi Lestari, S.E."."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    last = stop
    while last > start and is_degree(tokens[last - 1], lexicon):
        last -= 1
    behind = stop + 1 if stop < len(tokens) and tokens[stop].text == "," else stop
    if last == stop and not (behind < len(tokens) and is_degree(tokens[behind], lexicon)):
        return None
    first = last
    while first > start and not is_border(sentence, first - 1):
        first -= 1
    if first == last and last > start and not NO_NAMES.isdisjoint(sentence.classes[start:last]):
        return None  # "Di Kejari OKI, BA sempat berbincang"
    if first > start and sentence.classes[first - 1] is WordClass.COMMON and last - first < 2:
        first -= 1  # a name may end in a common word: "Dewi Lestari"
    if first == last and last - start in (2, 3) and last == stop:
        first = start
    return (first, last, SURE_STRENGTH) if 0 < last - first <= LONGEST_NAME else None


def _belief(sentence: TaggedSentence, name: tuple[int, int, int], apart: frozenset[int]) -> str:
    """By what a name with no role and no honorific is one of a person; empty if by nothing."""
    lexicon = sentence.lexicon
    start, end, strength = name
    tokens = sentence.tokens
    cued = _cue(sentence, name, apart)
    if start and tokens[start - 1].lower in lexicon.not_person_cues:
        return ""
    if not cued and start and tokens[start - 1].text in lexicon.definite_articles:
        return ""  # "surveyed in the Coral Triangle"
    if start and tokens[start - 1].capital and strength < _SURE_ALONE and not cued:
        member = is_acronym(tokens[start - 1]) and FIRM_NAMES.issuperset(
            sentence.classes[start:end]
        )
        if not member:  # "PKS Abdurahman Suhaimi"
            return ""
    if cued or end - start == 1:
        role_behind = cued.startswith(_ROLE_BEHIND)
        new = role_behind and end - start > 1 and NAME_LIKE.issuperset(sentence.classes[start:end])
        in_bracket = role_behind and tokens[end].text == "("
        least = 1 if in_bracket else _CUED_STRENGTH
        return cued if new or strength >= least else ""
    tagged = all(sentence.labels[k] == "PER" for k in range(start, end) if tokens[k].capital)
    if not lexicon.rules.acronyms_in_names and any(is_acronym(t) for t in tokens[start:end]):
        return ""  # "Siemens USA"
    if not tagged or strength < _ALONE_STRENGTH or _is_among_organizations(sentence, start, end):
        return ""
    return "tagger"


def _is_among_organizations(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether a name stands between two organizations: "Telkomsel, Nusa Sinyal, XL Rata"."""
    tokens = sentence.tokens
    if start < 2 or end + 1 >= len(tokens):
        return False
    if (tokens[start - 1].text, tokens[end].text) != (",", ","):
        return False
    return all(
        sentence.classes[k] is WordClass.ORGANIZATION or is_acronym(tokens[k])
        for k in (start - 2, end + 1)
    )


def _says(sentence: TaggedSentence, i: int) -> bool:
    """Whether a word that is not known stands between a verb of speech and lower case.

    ``kata Mutia kepada wartawan``: who says so in this order is hardly ever an organization.
    """
    tokens, classes = sentence.tokens, sentence.classes
    if (
        not i
        or i + 1 >= len(tokens)
        or tokens[i - 1].lower not in sentence.lexicon.cues_before_name
    ):
        return False
    apart = tokens[i + 1].text.islower() or tokens[i + 1].text in ".,"
    return apart and classes[i] in NAME_LIKE and tokens[i].text.istitle()


def _cue(sentence: TaggedSentence, name: tuple[int, int, int], apart: frozenset[int]) -> str:
    """What stands beside a name and says that it is a person's; empty if nothing does."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    start, end, _ = name
    before = tokens[start - 1].lower if start else ""
    after, further = (t.lower for t in (*tokens[end : end + 2], _NOTHING, _NOTHING)[:2])
    if before in lexicon.cues_before_name:
        return f"cue: {before}"
    if (
        start > 1
        and before in lexicon.agents
        and tokens[start - 2].lower in lexicon.cues_before_name
    ):
        return f"cue: {tokens[start - 2].lower}"  # "disampaikan oleh Bibit Samad Riyanto"
    if before == after == "," and further in lexicon.cues_after_name:
        return f"cue: {further}"
    if after == "," and further in lexicon.person_relatives:
        return f"cue: {further}"
    if after in lexicon.role_cues and further in lexicon.role_heads:
        return f"{_ROLE_BEHIND}: {further}"
    if after in lexicon.cues_after_name | lexicon.person_relatives:
        return f"cue: {after}"
    if after in lexicon.former:
        return f"cue: {after}"
    if after in (",", "(") and end + 1 in apart:
        return f"{_ROLE_BEHIND}: {further}"
    return "age" if _aged(sentence, end) else ""


def _aged(sentence: TaggedSentence, end: int) -> bool:
    """Whether an age follows: "Yudi Kevin (27)"."""
    behind = [t.text for t in sentence.tokens[end : end + 3]]
    return (
        len(behind) == 3
        and behind[0] in "(,"
        and behind[1].isdigit()
        and (len(behind[1]) < 4 and behind[2] in "),")
    )
