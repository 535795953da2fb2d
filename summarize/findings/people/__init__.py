"""The people that a release names, each with the fullest name and position in it.

A name is told by what stands beside it: a position before it ("Kepala LAN RI Adi Suryanto",
"Kepala Staf (KASAD), Jenderal TNI, Maruli") or behind it ("Sapril, Sekda Tanjab Timur"), an
honorific, a degree, an age, a verb of speech, other names in a list; with nothing beside it only
where the tagger is sure. Names of one person are put together in ``identities``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from summarize.findings.people.apposition import (
    JOINING,
    joined,
    look_behind,
    share_onwards,
    share_roles,
    spelled_out,
    with_fullest,
)
from summarize.findings.people.coreference import Sighting, fold_all, merge, span_of
from summarize.findings.people.honorifics import is_honorific, skip_honorifics
from summarize.findings.people.name_spans import (
    LONGEST_NAME,
    is_border,
    name_at,
    plausible,
    run_end,
)
from summarize.findings.people.role_spans import SURE_STRENGTH
from summarize.findings.people.roles import Title, read_titles
from summarize.findings.people.wording import Wording, load_wording
from summarize.models import Person, Span
from summarize.text.lexicon import Lexicon, is_acronym, is_degree, load_lexicon
from summarize.text.names import Reading, best_name
from summarize.text.reading import Reading as ReleaseReading
from summarize.text.tokens import Token
from summarize.text.word_classes import COMMON, NEVER, ORGANIZATION, REGION

_NOTHING = Token(0, 0, "", "", False)
_OPENING = frozenset("“\"‘'.:(-–—")
_OWNERS = frozenset(("'", "’", "'s", "’s"))
_LISTED_STRENGTH = 2  # least evidence of a name in a list of names
_SURE_ALONE = 12  # evidence of a name in the middle of other capitalised words
_ALONE_STRENGTH = 6  # least evidence of a name of several words with nothing beside it
_POSITION_BEHIND = "position behind"
_SURE_WORD = 3  # knowledge of a word that is a name whatever stands beside it
_CUED_STRENGTH = 3  # and of a name with a verb of speech beside it


def find_people(release: ReleaseReading) -> tuple[Person, ...]:
    """Each named person once, in order of first mention."""
    lexicon = load_lexicon(release.language.code)
    words = load_wording(release.language.code)
    readings = release.sentences
    titles = release.once(read_titles)
    sightings: list[Sighting] = []
    for number, reading in enumerate(readings):
        sightings += _sightings(number, reading, titles[number], lexicon, words)
    people = merge(sightings, readings, release.release)
    fuller = spelled_out(readings, titles)
    return tuple(with_fullest(person, fuller, release.text) for person in people)


def _sightings(
    number: int, reading: Reading, titles: list[Title], lexicon: Lexicon, words: Wording
) -> list[Sighting]:
    """The names in a reading that can be told from what stands beside them."""
    found: dict[tuple[int, int], Span | None] = {}
    rules: dict[tuple[int, int], str] = {}
    taken = [False] * len(reading.tokens)
    for title in titles:
        for k in range(title.start, title.end):
            taken[k] = True
        if title.name:
            found[title.name] = span_of(reading, title.start, title.end)
            rules[title.name] = f"position: {reading.tokens[title.start].text}"
            for k in range(*title.name):
                taken[k] = True
    if not reading.headline:
        apart = frozenset(title.start for title in titles if title.name is None)
        scene = _Scene(reading, lexicon, words, taken, apart)
        for name, rule in _plain_names(scene, found):
            found.setdefault(name, None)
            rules.setdefault(name, rule)
    share_onwards(reading, titles, found, lexicon)
    for name in look_behind(reading, titles, found, lexicon, words):
        rules[name] = "position behind it"
    share_roles(reading, titles, found, lexicon, words)
    return [
        Sighting(number, *name, role, fold_all(reading, *name), rules[name])
        for name, role in sorted(found.items(), key=lambda item: item[0])
    ]


class _Scene(NamedTuple):
    """A reading with what is needed to find the names in it that have no position before them."""

    reading: Reading
    lexicon: Lexicon
    words: Wording
    taken: list[bool]  # tokens of positions and of the names behind them
    apart: frozenset[int]  # where positions without a name begin


class _Candidate(NamedTuple):
    start: int
    end: int
    strength: int
    rule: str  # by what it is certain; empty if only as one of a list of names


def _plain_names(
    scene: _Scene, found: Mapping[tuple[int, int], Span | None]
) -> list[tuple[tuple[int, int], str]]:
    """The names without a position before them, among them whole lists of names."""
    candidates = [_Candidate(*name, SURE_STRENGTH, "position") for name in found]
    candidates += _candidates(scene)
    candidates.sort()
    chains: list[list[_Candidate]] = []
    for candidate in candidates:
        if chains and joined(scene.reading, chains[-1][-1].end, candidate.start, scene.lexicon):
            chains[-1].append(candidate)
        else:
            chains.append([candidate])
    return [
        ((c.start, c.end), c.rule or "list of names")
        for chain in chains
        for c in chain
        if c.rule or (any(o.rule for o in chain) and c.strength >= _LISTED_STRENGTH)
    ]


def _candidates(scene: _Scene) -> Iterator[_Candidate]:
    """The names of a reading that have no position before them."""
    reading, lexicon, words, taken, _ = scene
    tokens = reading.tokens
    i = 0
    while i < len(tokens):
        if taken[i]:
            i += 1
            continue
        start = skip_honorifics(reading, i, lexicon)
        if start > i:
            polite = name_at(reading, start, lexicon, strict=False)
            named_after = i > 0 and tokens[i - 1].lower in lexicon.not_people
            if polite and not any(taken[polite[0] : polite[1]]) and not named_after:
                yield _Candidate(*polite, f"honorific: {tokens[i].text}")
                i = polite[1]
                continue
            i = start
            continue
        if not tokens[i].capital:
            i += 1
            continue
        if tokens[i].lower in words.before:
            i += 1
            continue
        stop = run_end(reading, i, lexicon)
        if lexicon.modifiers_first and _names_a_thing(reading, i, stop, lexicon):
            i = stop
            continue
        while any(taken[i:stop]):
            stop -= 1
        if rank := _rank_inside(reading, i, stop, lexicon):
            i = rank  # "Sesmenko Polhukam | Mayjen TNI Agus Suwandono"
            continue
        if name := _name_with_degree(reading, i, stop, lexicon):
            yield _Candidate(*name, "degree")
        elif stop == i + 1 and _says(scene, i):
            yield _Candidate(i, stop, _CUED_STRENGTH, f"cue: {tokens[i - 1].text}")
        elif _spoken(reading, i, stop, lexicon, words):
            yield _Candidate(i, stop, SURE_STRENGTH, f"cue: {tokens[i - 1].text}")
        elif sum(reading.known[i:stop]) > 1 and min(reading.known[i:stop]) > 0 and stop - i > 1:
            whole = (i, stop, max(sum(reading.evidence[i:stop]), _LISTED_STRENGTH))
            yield _Candidate(*whole, _belief(scene, whole))
        elif best := best_name(reading, i, stop, lexicon):
            if i == best[0] - 1 > 0 and best[1] - i == 2 and reading.known[i] > REGION:
                before = tokens[i - 1].lower
                if before in JOINING and not best[2] > SURE_STRENGTH:
                    best = (i, best[1], best[2])  # in a list: ", Mawar Kusuma, dan"
            best = _widened(scene, best, i, stop)
            yield _Candidate(*best, _belief(scene, best))
        i = max(stop, i + 1)


def _widened(
    scene: _Scene, best: tuple[int, int, int], start: int, stop: int
) -> tuple[int, int, int]:
    """The whole run of capitalised words where something beside it says that it is a name.

    ``untuk Raga Eka Darma, terdakwa``, ``Jakarta non definitif Pantas Nainggolan menyebut``.
    """
    reading, lexicon = scene.reading, scene.lexicon
    if not start or not 1 < stop - start <= LONGEST_NAME or best[:2] == (start, stop):
        return best
    if not plausible(reading, start, stop, lexicon) or max(reading.known[start:stop]) < _SURE_WORD:
        return best
    opens = reading.tokens[start - 1].text in _OPENING
    if opens or any(is_acronym(t) for t in reading.tokens[start:stop]):
        return best
    whole = (start, stop, max(best[2], _CUED_STRENGTH))
    return whole if _cue(scene, whole) else best


def _rank_inside(reading: Reading, start: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where a rank begins in the midst of capitalised words, with a name behind it."""
    for k in range(start + 1, stop - 1):
        if is_honorific(reading, k, lexicon) and reading.known[k] <= NEVER:
            behind = skip_honorifics(reading, k, lexicon)
            if behind < stop and reading.known[behind] > 0:
                return k
    return None


def _names_a_thing(reading: Reading, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether English capitalised words name no person: "Storm Bronwen", "Acme Solar Inc."."""
    tokens = reading.tokens
    last = stop
    if stop + 1 < len(tokens) and tokens[stop].text in _OWNERS and tokens[stop + 1].capital:
        last = stop + 2  # "Brookhaven Magistrates' Court"
    return stop - start > 1 and (
        tokens[start].lower in lexicon.not_people
        or tokens[last - 1].lower in lexicon.organizations | lexicon.firms
    )


def _spoken(reading: Reading, start: int, stop: int, lexicon: Lexicon, words: Wording) -> bool:
    """Whether the run of capitalised words follows a verb of speech: "ujar Yuni Wahab"."""
    return (
        start > 0
        and reading.tokens[start - 1].lower in words.before
        and 1 < stop - start <= LONGEST_NAME
        and plausible(reading, start, stop, lexicon)
        and not any(is_acronym(t) for t in reading.tokens[start:stop])
    )


def _name_with_degree(
    reading: Reading, start: int, stop: int, lexicon: Lexicon
) -> tuple[int, int, int] | None:
    """The words before a degree: "Dewi Lestari, S.E."."""
    tokens = reading.tokens
    last = stop
    while last > start and is_degree(tokens[last - 1], lexicon):
        last -= 1
    behind = stop + 1 if stop < len(tokens) and tokens[stop].text == "," else stop
    if last == stop and not (behind < len(tokens) and is_degree(tokens[behind], lexicon)):
        return None
    first = last
    while first > start and not is_border(reading, first - 1, lexicon):
        first -= 1
    if first == last and last > start and min(reading.known[start:last]) <= ORGANIZATION:
        return None  # "Di Kejari OKI, BA sempat berbincang"
    if first > start and reading.known[first - 1] == COMMON and last - first < 2:
        first -= 1  # a name may end in a common word: "Dewi Lestari"
    if first == last and last - start in (2, 3) and last == stop:
        first = start
    return (first, last, SURE_STRENGTH) if 0 < last - first <= LONGEST_NAME else None


def _belief(scene: _Scene, name: tuple[int, int, int]) -> str:
    """By what a name with no position and no honorific is one of a person; empty if by nothing."""
    reading, lexicon = scene.reading, scene.lexicon
    start, end, strength = name
    tokens = reading.tokens
    cued = _cue(scene, name)
    if start and tokens[start - 1].lower in lexicon.not_people:
        return ""
    if not cued and start and lexicon.modifiers_first and tokens[start - 1].text == "the":
        return ""  # "surveyed in the Coral Triangle"
    if start and tokens[start - 1].capital and strength < _SURE_ALONE and not cued:
        member = is_acronym(tokens[start - 1]) and min(reading.known[start:end]) > 1
        if not member:  # "PKS Abdurahman Suhaimi"
            return ""
    if cued or end - start == 1:
        held = cued.startswith(_POSITION_BEHIND)
        new = held and end - start > 1 and min(reading.known[start:end]) > 0
        in_bracket = held and tokens[end].text == "("
        least = 1 if in_bracket else _CUED_STRENGTH
        return cued if new or strength >= least else ""
    tagged = all(reading.labels[k] == "PER" for k in range(start, end) if tokens[k].capital)
    if lexicon.modifiers_first and any(is_acronym(t) for t in tokens[start:end]):
        return ""  # "Siemens USA"
    if not tagged or strength < _ALONE_STRENGTH or _is_among_bodies(reading, start, end):
        return ""
    return "tagger"


def _is_among_bodies(reading: Reading, start: int, end: int) -> bool:
    """Whether a name stands between two bodies in a list: "Telkomsel, Nusa Sinyal, XL Rata"."""
    tokens = reading.tokens
    if start < 2 or end + 1 >= len(tokens):
        return False
    if (tokens[start - 1].text, tokens[end].text) != (",", ","):
        return False
    return all(
        reading.known[k] == ORGANIZATION or is_acronym(tokens[k]) for k in (start - 2, end + 1)
    )


def _says(scene: _Scene, i: int) -> bool:
    """Whether a word that is not known stands between a verb of speech and lower case.

    ``kata Mutia kepada wartawan``: who says so in this order is hardly ever a body.
    """
    tokens, known = scene.reading.tokens, scene.reading.known
    if not i or i + 1 >= len(tokens) or tokens[i - 1].lower not in scene.words.before:
        return False
    apart = tokens[i + 1].text.islower() or tokens[i + 1].text in ".,"
    return apart and known[i] > 0 and tokens[i].text.istitle()


def _cue(scene: _Scene, name: tuple[int, int, int]) -> str:
    """What stands beside a name and says that it is a person's; empty if nothing does."""
    reading, lexicon, words, _, apart = scene
    tokens = reading.tokens
    start, end, _ = name
    before = tokens[start - 1].lower if start else ""
    after, further = (t.lower for t in (*tokens[end : end + 2], _NOTHING, _NOTHING)[:2])
    if before in words.before:
        return f"cue: {before}"
    if start > 1 and before in words.agents and tokens[start - 2].lower in words.before:
        return f"cue: {tokens[start - 2].lower}"  # "disampaikan oleh Bibit Samad Riyanto"
    if before == after == "," and further in words.after:
        return f"cue: {further}"
    if after == "," and further in words.relative:
        return f"cue: {further}"
    if after in words.links and further in lexicon.heads:
        return f"{_POSITION_BEHIND}: {further}"
    if after in words.after | words.relative:
        return f"cue: {after}"
    if after in words.former:
        return f"cue: {after}"
    if after in (",", "(") and end + 1 in apart:
        return f"{_POSITION_BEHIND}: {further}"
    return "age" if _aged(reading, end) else ""


def _aged(reading: Reading, end: int) -> bool:
    """Whether an age follows: "Yudi Kevin (27)"."""
    behind = [t.text for t in reading.tokens[end : end + 3]]
    return (
        len(behind) == 3
        and behind[0] in "(,"
        and behind[1].isdigit()
        and (len(behind[1]) < 4 and behind[2] in "),")
    )
