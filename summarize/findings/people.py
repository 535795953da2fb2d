"""The people that a release names, each with the fullest name and position in it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from summarize.findings.names import (
    Lexicon,
    Reading,
    best_name,
    is_degree,
    load_lexicon,
    read_names,
)
from summarize.findings.roles import (
    Title,
    find_titles,
    name_at,
    run_end,
    skip_honorifics,
)
from summarize.models import Person, Release, Span

_ALONE_STRENGTH = 6  # least evidence of a name of several words with nothing beside it
_DEGREE_STRENGTH = 50  # of a name with a degree behind it
_LONGEST_NAME = 5  # words in a name found by its degree
_CUED_STRENGTH = 3  # and of a name with a verb of speech beside it


_JOINING = frozenset((",", "dan", "serta", "and", "bersama"))


class Sighting(NamedTuple):
    """A name at one place of the release, as token numbers of a reading."""

    reading: int
    start: int
    end: int
    role: Span | None
    words: tuple[str, ...]


def find_people(release: Release) -> tuple[Person, ...]:
    """Each named person once, in order of first mention."""
    lexicon = load_lexicon(release.language.code)
    cues = (release.language.terms("cues_before_name"), release.language.terms("cues_after_name"))
    readings = read_names(release)
    sightings: list[Sighting] = []
    for number, reading in enumerate(readings):
        sightings += _sightings(number, reading, lexicon, cues, release)
    return _merge(sightings, readings, release, lexicon)


def _sightings(
    number: int,
    reading: Reading,
    lexicon: Lexicon,
    cues: tuple[frozenset[str], frozenset[str]],
    release: Release,
) -> list[Sighting]:
    """The names in a reading that can be told from what stands beside them."""
    titles = find_titles(reading, lexicon)
    found: dict[tuple[int, int], Span | None] = {}
    taken = [False] * len(reading.tokens)
    for title in titles:
        for k in range(title.start, title.end):
            taken[k] = True
        if title.name:
            found[title.name] = _span(reading, title.start, title.end)
            for k in range(*title.name):
                taken[k] = True
    plain = [] if reading.headline else _plain_names(reading, taken, lexicon, cues)
    for name in plain:
        found.setdefault(name, None)
    _look_behind(reading, titles, found, lexicon, release)
    return [
        Sighting(number, start, end, role, _fold_all(reading, start, end))
        for (start, end), role in sorted(found.items(), key=lambda item: item[0])
    ]


def _plain_names(
    reading: Reading,
    taken: list[bool],
    lexicon: Lexicon,
    cues: tuple[frozenset[str], frozenset[str]],
) -> list[tuple[int, int]]:
    """The names without a position before them."""
    tokens = reading.tokens
    names = []
    i = 0
    while i < len(tokens):
        if taken[i]:
            i += 1
            continue
        start = skip_honorifics(reading, i, lexicon)
        if start > i:
            polite = name_at(reading, start, lexicon, strict=False)
            if polite and not any(taken[polite[0] : polite[1]]) and polite[2] > 1:
                names.append(polite[:2])
                i = polite[1]
                continue
            i = start if start < len(tokens) and not tokens[start].capital else i + 1
            continue
        if not tokens[i].capital:
            i += 1
            continue
        stop = run_end(reading, i, lexicon)
        while any(taken[i:stop]):
            stop -= 1
        best = _name_with_degree(reading, i, stop, lexicon) or best_name(reading, i, stop, lexicon)
        if best and (
            best[2] >= _DEGREE_STRENGTH
            or _believable(reading, best, lexicon, cues)
            or _in_list(reading, best, lexicon, taken, names)
        ):
            names.append(best[:2])
        i = max(stop, i + 1)
    return names


def _name_with_degree(
    reading: Reading, start: int, stop: int, lexicon: Lexicon
) -> tuple[int, int, int] | None:
    """The run of capitalised words if a degree follows it: "Dewi Lestari, S.E."."""
    tokens = reading.tokens
    last = stop
    while last > start and is_degree(tokens[last - 1], lexicon):
        last -= 1
    behind = stop + 1 if stop < len(tokens) and tokens[stop].text == "," else stop
    degree = last < stop or (behind < len(tokens) and is_degree(tokens[behind], lexicon))
    if degree and 0 < last - start <= _LONGEST_NAME:
        return start, last, _DEGREE_STRENGTH
    return None


def _in_list(
    reading: Reading,
    name: tuple[int, int, int],
    lexicon: Lexicon,
    taken: list[bool],
    names: list[tuple[int, int]],
) -> bool:
    """Whether a name goes on a list of names: "Bambang Widianto dan Masduki Baidlowi"."""
    tokens = reading.tokens
    j = name[0] - 1
    if name[2] < _CUED_STRENGTH or j < 1 or tokens[j].lower not in _JOINING:
        return False
    while j > 0 and (tokens[j].lower in _JOINING or is_degree(tokens[j], lexicon)):
        j -= 1
    named_before = taken[j] or any(end == j + 1 for _, end in names)
    return named_before and tokens[j].capital


def _believable(
    reading: Reading,
    name: tuple[int, int, int],
    lexicon: Lexicon,
    cues: tuple[frozenset[str], frozenset[str]],
) -> bool:
    """Whether a name with no position and no honorific is one of a person."""
    start, end, strength = name
    tokens = reading.tokens
    before = tokens[start - 1].lower if start else ""
    after = tokens[end].lower if end < len(tokens) else ""
    if before in lexicon.not_people or (start and tokens[start - 1].capital and strength < 12):
        return False
    cued = before in cues[0] or after in cues[1]
    if end - start == 1:
        return cued and strength >= _CUED_STRENGTH
    tagged = all(reading.labels[k] == "PER" for k in range(start, end) if tokens[k].capital)
    return strength >= (_CUED_STRENGTH if cued else _ALONE_STRENGTH) and (cued or tagged)


def _look_behind(
    reading: Reading,
    titles: list[Title],
    found: dict[tuple[int, int], Span | None],
    lexicon: Lexicon,
    release: Release,
) -> None:
    """Gives a position without a name to the name before it: "Sapril, Sekda Tanjab Timur"."""
    ends = {end: (start, end) for start, end in found if found[start, end] is None}
    linked = release.language.terms("role_cues")
    for title in titles:
        if title.name is not None:
            continue
        j = title.start - 1
        while j > 0 and reading.tokens[j].lower in linked:
            j -= 1
        while j >= 0 and (reading.tokens[j].text in ",.(" or is_degree(reading.tokens[j], lexicon)):
            j -= 1
        name = ends.get(j + 1)
        if name is not None and found[name] is None:
            found[name] = _span(reading, title.start, title.end)


def _span(reading: Reading, start: int, end: int) -> Span:
    return Span(reading.tokens[start].start, reading.tokens[end - 1].end)


# Old and new spellings of the same sound, and doubled letters
_SPELLINGS = (
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("ae", "ai"),
    ("dh", "d"),
    ("th", "t"),
    ("kh", "k"),
    ("sy", "s"),
    ("sh", "s"),
    ("ph", "f"),
    ("ie", "i"),
    ("ch", "k"),
    ("y", "i"),
    ("q", "k"),
    ("c", "k"),
    ("v", "f"),
    ("z", "s"),
)


def fold(word: str) -> str:
    """The word as spelling variants share it: Dharma and Darma, Budhy and Budhi.

    >>> fold("Dharma") == fold("Darma"), fold("Soekarno") == fold("Sukarno")
    (True, True)
    """
    folded = "".join(c for c in word.lower() if c.isalpha())
    for old, new in _SPELLINGS:
        folded = folded.replace(old, new)
    return "".join(c for i, c in enumerate(folded) if i == 0 or c != folded[i - 1])


def _fold_all(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    return tuple(fold(t.text) for t in reading.tokens[start:end])


def _part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of ``short`` stand in ``full`` in the same order."""
    rest = iter(full)
    return all(word in rest for word in short)


def _merge(
    sightings: list[Sighting],
    readings: tuple[Reading, ...],
    release: Release,
    lexicon: Lexicon,
) -> tuple[Person, ...]:
    """The sightings of each person together."""
    groups: list[tuple[tuple[str, ...], list[Sighting]]] = []
    by_length = sorted(
        sightings, key=lambda s: (readings[s.reading].headline, -len(s.words), s.reading)
    )
    for sighting in by_length:
        homes = [g for g in groups if _part_of(sighting.words, g[0])]
        if len(homes) == 1 or (homes and len({h[0] for h in homes}) == 1):
            homes[0][1].append(sighting)
        elif not homes:
            groups.append((sighting.words, [sighting]))
    people = [_person(words, seen, readings, release) for words, seen in groups]
    return tuple(sorted((p for p in people if p), key=lambda p: p.mentions[0].start))


def _person(
    words: tuple[str, ...],
    seen: list[Sighting],
    readings: tuple[Reading, ...],
    release: Release,
) -> Person | None:
    text = release.text
    seen = sorted(seen)
    if all(readings[s.reading].headline for s in seen):
        return None
    spans = [_span(readings[s.reading], s.start, s.end) for s in seen]
    full = [
        span
        for span, s in zip(spans, seen, strict=True)
        if len(s.words) == len(words) and not readings[s.reading].headline
    ] or spans
    forms = Counter(span.of(text) for span in full)
    name = max(full, key=lambda span: (forms[span.of(text)], -span.start))
    roles = [s.role for s in seen if s.role]
    role = max(roles, key=lambda r: (len(r.of(text).split()), -r.start), default=None)
    return Person(name, role, tuple(sorted(spans)))
