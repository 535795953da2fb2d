"""Positions that people hold, with or without a name beside them.

``find_roles(release)`` gives the span of each position ("Kepala LAN RI", "Mentan", "Plt. Kadis
Kominfo"); ``role_matches(a, b, language)`` says whether two of them can be the same ("Mentan" and
"Menteri Pertanian RI"). People and their names are put to them in ``people``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarize.findings.name_bounds import (
    close_bracket,
    is_honorific,
    is_rank,
    name_at,
    name_in_run,
    run_end,
    skip_honorifics,
)
from summarize.findings.names import (
    COMMON,
    NEVER,
    ORGANIZATION,
    REGION,
    Lexicon,
    Reading,
    is_degree,
    load_lexicon,
    read_names,
)
from summarize.findings.tokens import Token
from summarize.languages import Language
from summarize.models import Release, Span

LONGEST_FOREIGN = 5  # words of a name right behind an English position
SURE_STRENGTH = 7  # from which on nothing speaks against a name
_LONGEST = 30  # tokens in a position
_LONGEST_TAIL = 8  # tokens of an English position in lower case: "head of the clinic"
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
    if (
        j > i + 1
        and f"{tokens[j - 2].lower} {tokens[j - 1].lower}" in lexicon.pairs
        and not (j < n and tokens[j].lower in lexicon.positions)
    ):
        return j  # "Chief Executive": two prefixes
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
            return _without_ranks(reading, head, end, lexicon), found[:2], found[2] + 2, j
        if token.capital:
            stop = run_end(reading, j, lexicon)
            if j == head and (direct := _name_after_noun(reading, j, stop, lexicon)):
                return _without_ranks(reading, head, end, lexicon), direct, SURE_STRENGTH, j
            found = name_in_run(reading, j, stop, lexicon)
            if found and not _rather_role(reading, found, stop, lexicon):
                last = found[0] if found[0] > j else end
                return _without_ranks(reading, head, last, lexicon), found[:2], found[2], j
            end = j = stop
        elif _NUMBER.fullmatch(token.text) and end == j:
            end = j = j + 1
        elif token.text == "(" and (close := close_bracket(reading, j)) is not None:
            j = close
        elif _links(token, lexicon) and _goes_on(reading, j + 1, lexicon):
            j += 1
        elif token.lower in lexicon.loose_links and _goes_on(reading, j + 1, lexicon):
            solid = end if solid is None else solid
            j += 1
        elif token.text == "," and _listed(reading, j, lexicon):
            j += 1
        else:
            tail = _plain_tail(reading, j) if solid is None and lexicon.modifiers_first else j
            end = tail if tail > j else end
            break
    return (end if solid is None else solid), None, 0, j


def _plain_tail(reading: Reading, start: int) -> int:
    """Where ``(head) of the clinic in Zagreb``, ended by a comma or a stop, ends; or ``start``."""
    tokens = reading.tokens
    if start >= len(tokens) or tokens[start].text != "of":
        return start
    for k in range(start + 1, min(start + _LONGEST_TAIL, len(tokens))):
        if tokens[k].text in ",.;)":
            return k if k > start + 1 else start
        if not tokens[k].text[0].isalpha():
            break
    return start


def _name_after_noun(
    reading: Reading, start: int, stop: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The capitalised words right behind a position, where what qualifies it stands before it.

    ``Mayor Indah Prameswari``: these are a name whatever else they mean, if none of them is a
    region, an organisation or a position.
    """
    last = start
    while last < stop and not is_degree(reading.tokens[last], lexicon):
        last += 1
    words = [reading.known[k] for k in range(start, last) if reading.tokens[k].capital]
    if not (lexicon.modifiers_first and 1 < len(words) <= LONGEST_FOREIGN):
        return None
    if reading.tokens[start].text.isupper() or min(words) <= ORGANIZATION or words[0] <= COMMON:
        return None
    return (start, last) if sum(known > COMMON for known in words) * 2 > len(words) else None


def _links(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.links or token.text in "/-–&"


def _without_ranks(reading: Reading, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the position ends without the honorifics and ranks that belong to the name."""
    while end > start:
        if end - 2 >= start and is_rank(reading, end - 2, lexicon):
            end -= 2
        elif is_honorific(reading, end - 1, lexicon) or (
            end - 3 >= start
            and reading.tokens[end - 1].lower in lexicon.rank_parts
            and is_rank(reading, end - 3, lexicon)
        ):
            end -= 1
        else:
            break
    return end


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
