"""Positions that people hold, with or without a name beside them.

``find_roles(release)`` gives the span of each position ("Kepala LAN RI", "Mentan", "Plt. Kadis
Kominfo"); ``role_matches(a, b, language)`` says whether two of them can be the same ("Mentan" and
"Menteri Pertanian RI"). People and their names are put to them in ``people``.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from summarize.findings.names import (
    COMMON,
    NEVER,
    ORGANIZATION,
    REGION,
    Lexicon,
    Reading,
    bare,
    best_name,
    is_acronym,
    is_degree,
    load_lexicon,
    read_names,
)
from summarize.findings.tokens import Token
from summarize.languages import Language
from summarize.models import Release, Span

NAME_STRENGTH = 3  # least evidence of a name that follows its position directly
SURE_STRENGTH = 7  # from which on nothing speaks against a name
LONGEST_NAME = 4  # words in a name told by what stands before it
_LONGEST = 30  # tokens in a position
_BRACKET = 8  # tokens in a bracket inside one
_NUMBER = re.compile(r"\d{1,4}(?:/\w{1,6})?|[IVX]{1,5}")
_CAMEL = re.compile(r"[A-Z][a-z]{3,}(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Title(NamedTuple):
    """A position in a reading, as token numbers, and the name it introduces, if any."""

    start: int
    end: int
    name: tuple[int, int] | None
    strength: int
    after: int  # where reading goes on


def find_roles(release: Release) -> tuple[Span, ...]:
    """The span of each position in the release, in order.

    Positions without a capital count only where they introduce a name ("inspektur Hadi").
    """
    lexicon = load_lexicon(release.language.code)
    return tuple(
        Span(reading.tokens[title.start].start, reading.tokens[title.end - 1].end)
        for reading in read_names(release)
        for title in find_titles(reading, lexicon)
        if title.name or is_proper(reading, title)
    )


def find_titles(reading: Reading, lexicon: Lexicon) -> list[Title]:
    """The positions of a reading, in order, none inside another.

    Positions with neither a capital nor a name count only behind a comma or a bracket, where they
    may explain a name ("Siti, anggota Komisi IV").
    """
    titles = []
    i = 0
    while i < len(reading.tokens):
        title = title_at(reading, i, lexicon)
        if title is None or not (
            title.name or is_proper(reading, title) or reading.tokens[max(i - 1, 0)].text in ",("
        ):
            i += 1
            continue
        titles.append(title)
        i = max(title.after, i + 1)
    return titles


def is_proper(reading: Reading, title: Title) -> bool:
    """Whether the position is written with a capital, or abbreviated."""
    return any(t.capital for t in reading.tokens[title.start : title.start + 2])


def title_at(reading: Reading, i: int, lexicon: Lexicon) -> Title | None:
    """The position that begins at token ``i``, with the name it introduces."""
    first = reading.tokens[i]
    if first.lower not in lexicon.heads and (first.text.istitle() or not first.capital):
        return None
    head = _after_head(reading, i, lexicon)
    if head is None or (i and _blocks(reading.tokens[i - 1], lexicon)):
        return None
    if is_rank(reading, i, lexicon) and name_at(
        reading, skip_honorifics(reading, i, lexicon), lexicon, strict=False
    ):
        return None
    end, name, strength, j = _extent(reading, head, lexicon)
    if name is None:
        name, strength, j = _name_apart(reading, j, lexicon)
    if lexicon.modifiers_first:
        while i and reading.tokens[i - 1].capital and COMMON - 3 <= reading.evidence[i - 1] < 0:
            i -= 1  # "Jakarta Governor", "World Bank Country Director"
    return Title(i, end, name, strength, name[1] if name else max(end, head))


def _blocks(before: Token, lexicon: Lexicon) -> bool:
    """Whether a word makes the position behind it part of another thing: "Kantor Gubernur"."""
    return before.lower in lexicon.blockers or (
        before.capital and before.lower in lexicon.organizations
    )


def _after_head(reading: Reading, i: int, lexicon: Lexicon) -> int | None:
    """The token after the word that makes a position of what begins at ``i``."""
    tokens, n = reading.tokens, len(reading.tokens)
    j = i
    while j < n and j - i < 4 and tokens[j].lower in lexicon.prefixes:
        j += 1
        if j < n and tokens[j].text == ".":
            j += 1
    if j < n:
        if j + 1 < n and f"{tokens[j].lower} {tokens[j + 1].lower}" in lexicon.pairs:
            return j + 2
        if tokens[j].lower in lexicon.positions or _glued(tokens[j], lexicon):
            return j + 1
        if tokens[j].lower in lexicon.abbreviations and (
            tokens[j].capital or len(tokens[j].text) > 5
        ):
            return j + 1
    # "Plt Nusirwan", "Pj. Hadi": a prefix that is a position by itself
    last = j - 2 if j - i > 1 and tokens[j - 1].text == "." else j - 1
    if last >= i and tokens[last].lower in lexicon.abbreviations and tokens[last].capital:
        return j
    return None


def _glued(token: Token, lexicon: Lexicon) -> bool:
    """Whether a position and the next word lost the space between them: "CamatEntikong"."""
    match = _CAMEL.match(token.text)
    return match is not None and match.group().lower() in lexicon.positions


def _extent(
    reading: Reading, head: int, lexicon: Lexicon
) -> tuple[int, tuple[int, int] | None, int, int]:
    """Where the position ends, the name at its end, its evidence, and where the scan stopped."""
    tokens = reading.tokens
    end = j = head
    solid: int | None = None  # where the position ends if no name follows
    limit = min(len(tokens), head + _LONGEST)
    while j < limit:
        token = tokens[j]
        if (start := skip_honorifics(reading, j, lexicon)) > j and (
            found := name_at(reading, start, lexicon, strict=False)
        ):
            return end, found[:2], found[2] + 2, j
        if token.capital:
            stop = run_end(reading, j, lexicon)
            found = _name_in_run(reading, j, stop, lexicon)
            if found and not _rather_role(reading, found, stop, lexicon):
                return _role_end(reading, j, found[0], end, lexicon), found[:2], found[2], j
            end = j = stop
        elif _NUMBER.fullmatch(token.text) and end == j:
            end = j = j + 1
        elif token.text == "(" and (close := _close(reading, j)) is not None:
            j = close
        elif _links(token, lexicon) and _goes_on(reading, j + 1, lexicon):
            j += 1
        elif token.lower in lexicon.loose_links and _goes_on(reading, j + 1, lexicon):
            solid = end if solid is None else solid
            j += 1
        elif token.text == "," and _listed(reading, j, lexicon):
            j += 1
        else:
            break
    return (end if solid is None else solid), None, 0, j


def _links(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.links or token.text in "/-–&"


def _role_end(reading: Reading, start: int, name: int, end: int, lexicon: Lexicon) -> int:
    """Where the position ends before a name and its honorifics."""
    first = name
    while first > start and is_honorific(reading, first - 1, lexicon):
        first -= 1
    return first if first > start else end


def _name_in_run(
    reading: Reading, start: int, stop: int, lexicon: Lexicon
) -> tuple[int, int, int] | None:
    """The name at the end of a run of capitalised words in which a position ends."""
    tokens, known = reading.tokens, reading.known
    last = stop
    while last > start and (
        is_degree(tokens[last - 1], lexicon) or tokens[last - 1].lower in lexicon.not_names
    ):
        last -= 1
    first = last
    while first > start and not is_border(reading, first - 1, lexicon):
        first -= 1
    if first == last:
        return None
    edge = first > start or tokens[first - 1].text == ")"
    strength = sum(reading.evidence[first:last])
    if first > start and is_honorific(reading, first - 1, lexicon) and last - first <= LONGEST_NAME:
        return first, last, max(strength, NAME_STRENGTH)
    if (firm := _after_firm_border(reading, start, last, lexicon)) is not None:
        return firm, last, max(sum(reading.evidence[firm:last]), 1)
    name, best = last, 0
    total = 0
    for k in range(last - 1, first - 1, -1):
        total += reading.evidence[k]
        if total >= best and reading.evidence[k] >= 0:
            name, best = k, total
    if name == last - 1 and name > first and known[name - 1] > COMMON + 1:
        name -= 1  # "Pahala Nainggolan": a name of one word is rare
    alone = name == last - 1 and (reading.labels[name] == "PER" or known[name] > 1)
    if name < last and best >= NAME_STRENGTH - (min(known[name:last]) > 0) - 2 * alone - (
        name == start
    ):
        return name, last, max(best, 1)
    spoken = stop < len(tokens) and tokens[stop].lower in lexicon.cues_after
    if edge and spoken and 1 < last - first <= LONGEST_NAME:
        return first, last, 1
    return None


def _after_firm_border(reading: Reading, start: int, last: int, lexicon: Lexicon) -> int | None:
    """Where the name begins that follows a region, an acronym or a bracket."""
    tokens, known, evidence = reading.tokens, reading.known, reading.evidence
    first = last
    while first > start and not _is_firm(reading, first - 1, lexicon):
        first -= 1
    if first == start and tokens[first - 1].text != ")":
        return None
    if last - first == 1 and first - start > 1 and _two_regions(reading, first - 1):
        first -= 1  # "Wali Kota Bogor Bima Arya": the second region is a name
    if not 0 < last - first <= LONGEST_NAME:
        return None
    if any(
        k <= NEVER or tokens[first + n].lower in lexicon.organizations
        for n, k in enumerate(known[first:last])
    ):
        return None
    named = reading.labels[last - 1] == "PER" and evidence[last - 1] > 0
    spoken = last < len(tokens) and tokens[last].lower in lexicon.cues_after
    fresh = (named or spoken) and min(known[first:last]) > COMMON and last - first > 1
    sure = evidence[first] > NAME_STRENGTH and last - first > 1
    strength = sum(evidence[first:last])
    alone = last - first == 1 and known[first] > 0
    return first if strength > 0 or sure or fresh or alone or (named and strength >= 0) else None


def _is_firm(reading: Reading, i: int, lexicon: Lexicon) -> bool:
    """Whether a position may well end in the word, so that a name begins behind it."""
    token, known = reading.tokens[i], reading.known[i]
    if token.lower in lexicon.not_people or token.lower in lexicon.organizations:
        return (
            len(token.text) > 2 and token.text.isupper() and token.lower not in lexicon.not_people
        )
    return known in (REGION, ORGANIZATION) or (is_acronym(token) and known < 0)


def _two_regions(reading: Reading, i: int) -> bool:
    known = reading.known
    return known[i] == REGION == known[i - 1] and reading.evidence[i + 1] > NAME_STRENGTH


def _rather_role(
    reading: Reading, found: tuple[int, int, int], stop: int, lexicon: Lexicon
) -> bool:
    """Whether what looks like a name goes on as a position: "Dinas Bina Marga dan Tata Ruang"."""
    tokens = reading.tokens
    if stop + 1 >= len(tokens) or found[2] > SURE_STRENGTH:
        return False
    if tokens[stop].lower in ("dan", "and", "&"):
        behind = reading.evidence[stop + 1]
        return tokens[stop + 1].capital and NEVER < behind < -1
    if tokens[stop].text == ",":
        start = skip_honorifics(reading, stop + 1, lexicon)
        apart = name_at(reading, start, lexicon, strict=True)
        return apart is not None and apart[2] > found[2] and apart[1] - apart[0] > 1
    return False


def is_border(reading: Reading, i: int, lexicon: Lexicon) -> bool:
    """Whether the word is in no name: a region, an acronym, a common word, an honorific."""
    token = reading.tokens[i]
    if reading.known[i] == COMMON and 0 < i < len(reading.tokens) - 1:
        beside = reading.evidence[i - 1], reading.evidence[i + 1]
        if min(beside) > NAME_STRENGTH:
            return False  # "Vinda Maya Setianingrum"
    return (
        reading.known[i] <= COMMON
        or (is_acronym(token) and reading.known[i] < 0)
        or (is_honorific(reading, i, lexicon) and reading.known[i] <= NEVER)
    )


def _goes_on(reading: Reading, j: int, lexicon: Lexicon) -> bool:
    """Whether a position goes on behind a link: with a capital, or links and then one."""
    for token in reading.tokens[j : j + 3]:
        if token.capital:
            return token.lower not in lexicon.positions and token.lower not in lexicon.not_names
        if token.lower not in lexicon.links:
            return False
    return False


def _listed(reading: Reading, j: int, lexicon: Lexicon) -> bool:
    """Whether the comma at ``j`` is inside "Industri Logam, Mesin, Alat dan Elektronika"."""
    tokens = reading.tokens
    for k in range(j + 1, min(j + 12, len(tokens))):
        if tokens[k].lower in ("dan", "serta", "and", "&"):
            return _goes_on(reading, k + 1, lexicon) and all(
                reading.evidence[m] < 0
                for m in range(j + 1, min(k + 2, len(tokens)))
                if tokens[m].capital
            )
        if tokens[k].capital:
            if reading.evidence[k] > 0 or reading.evidence[k] <= NEVER:
                return False
        elif tokens[k].text != ",":
            return False
    return False


def _close(reading: Reading, j: int) -> int | None:
    for k in range(j + 1, min(j + _BRACKET, len(reading.tokens))):
        if reading.tokens[k].text == ")":
            return k + 1
    return None


def _name_apart(
    reading: Reading, j: int, lexicon: Lexicon
) -> tuple[tuple[int, int] | None, int, int]:
    """A name behind a comma or a colon: "Kepala Staf (KASAD), Jenderal TNI, Maruli"."""
    tokens = reading.tokens
    if j + 1 < len(tokens) and tokens[j].text in ",:":
        start = skip_honorifics(reading, j + 1, lexicon)
        if start < len(tokens) and start > j + 1 and tokens[start].text == ",":
            start += 1
        start = _behind_region(reading, start)
        found = name_at(reading, start, lexicon, strict=start == j + 1)
        if found:
            return found[:2], found[2], found[1]
    return None, 0, j


def _behind_region(reading: Reading, start: int) -> int:
    """The token behind a region between commas: "Camat Tanah Abang, Jakarta Pusat, Yassin"."""
    j = start
    while j < len(reading.tokens) and reading.known[j] == REGION:
        j += 1
    if start < j < len(reading.tokens) and reading.tokens[j].text == ",":
        return j + 1
    return start


def name_at(
    reading: Reading, start: int, lexicon: Lexicon, *, strict: bool
) -> tuple[int, int, int] | None:
    """The name that begins exactly at token ``start``, and its evidence.

    When not ``strict`` it only must not be known as something else, as after an honorific.
    """
    tokens = reading.tokens
    if start >= len(tokens) or not tokens[start].capital:
        return None
    stop = run_end(reading, start, lexicon)
    last = start
    while last < stop and (
        not is_border(reading, last, lexicon)
        or (last > start and reading.known[last] > -5 and last - start < 2 and last + 1 == stop)
    ):
        last += 1
    if not 0 < last - start <= LONGEST_NAME:
        return best_name(reading, start, last, lexicon) if last > start and not strict else None
    strength = max(accumulate(reading.evidence[start:last]))
    if strength >= (NAME_STRENGTH if strict else 1):
        return start, last, strength
    # "Gubernur Kalimantan, Cornelis, dan": a word by itself that is not known for anything else
    named = reading.labels[last - 1] == "PER" and reading.evidence[last - 1] > NAME_STRENGTH
    if last == stop and last - start > 1 and named:
        return start, last, max(strength, 1)
    alone = last == stop and last < len(tokens) and tokens[last].text != "."
    if alone and sum(reading.known[start:last]) > last - start:
        return start, last, max(strength, 1)
    return None


def run_end(reading: Reading, start: int, lexicon: Lexicon) -> int:
    """The end of the run of capitalised words and name particles from ``start``."""
    tokens = reading.tokens
    j = start
    while j < len(tokens) and (
        tokens[j].capital
        or (
            (tokens[j].lower in lexicon.particles or reading.known[j] == 0)
            and start < j < len(tokens) - 1
            and tokens[j + 1].capital
        )
    ):
        j += 1
    return j


def is_honorific(reading: Reading, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` is an honorific, a rank, or the full stop of one."""
    token = reading.tokens[i]
    if i < 0:
        return False
    if token.text == "K.":
        return i + 1 < len(reading.tokens) and reading.tokens[i + 1].text == "H."
    if token.text == ".":
        return i > 0 and bare(reading.tokens[i - 1].lower) in lexicon.honorifics
    return bare(token.lower) in lexicon.honorifics


def is_rank(reading: Reading, i: int, lexicon: Lexicon) -> bool:
    """Whether a rank of two words begins at token ``i``: "Komisaris Besar"."""
    pair = reading.tokens[i : i + 2]
    return len(pair) == 2 and f"{pair[0].lower} {pair[1].lower}" in lexicon.ranks


def skip_honorifics(reading: Reading, start: int, lexicon: Lexicon) -> int:
    """The token after the honorifics and ranks that begin at ``start``: "Kompol", "Dr. Ir. H."."""
    j, n = start, len(reading.tokens)
    while j < n:
        if is_rank(reading, j, lexicon):
            j += 2
            while j < n and reading.tokens[j].lower in lexicon.rank_parts:
                j += 1
        elif is_honorific(reading, j, lexicon) and (reading.tokens[j].text != "." or j > start):
            j += 1
        elif reading.tokens[j].text == "(" and j > start and j + 2 < n:
            close = _close(reading, j)
            if close is None or close - j > 3:  # "(Purn)", "(Mar)"
                break
            j = close
        else:
            break
    return j


def role_matches(a: str, b: str, language: Language) -> bool:
    """Whether two positions can be the same one, the shorter a part of the longer.

    >>> from summarize.languages import load
    >>> role_matches("Mentan", "Menteri Pertanian RI", load("id"))
    True
    >>> role_matches("Sekda", "Bupati Sanggau", load("id"))
    False
    """
    lexicon = load_lexicon(language.code)
    first, second = _expand(a, lexicon), _expand(b, lexicon)
    if not first or not second:
        return False
    if len(first) > len(second):
        first, second = second, first
    rest = set(second)
    return first[0] == second[0] and all(word in rest for word in first)


_IGNORED = frozenset(("ri", "dan", "of", "the", "and", "for", "republik", "indonesia"))


def _expand(role: str, lexicon: Lexicon) -> list[str]:
    words: list[str] = []
    for match in _WORD.finditer(role.lower()):
        word = match.group()
        words += lexicon.abbreviations.get(word, word).split()
    return [word for word in words if word not in _IGNORED]
