"""Positions that people hold, with or without a name beside them.

``find_roles(release)`` gives the span of each position ("Kepala LAN RI", "Mentan", "Plt. Kadis
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
from summarize.findings.people.organization_or_name import names_apart
from summarize.findings.people.role_modifiers import first_modifier, in_apposition
from summarize.findings.people.role_spans import (
    SURE_STRENGTH,
    is_field,
    opens_pair,
    position_extent,
)
from summarize.findings.people.wording import load_wording
from summarize.languages import Language
from summarize.models import Span
from summarize.text.lexicon import Lexicon, is_acronym, is_misspelt, load_lexicon
from summarize.text.names import Reading
from summarize.text.reading import Reading as ReleaseReading
from summarize.text.tagger import load_tagger
from summarize.text.tokens import Token
from summarize.text.word_classes import COMMON, NEVER, REGION, THING

_AND = ("dan", "and")
_CAMEL = re.compile(r"[A-Z][a-z]{3,}(?=[A-Z])")
_TRAIN = "KA"  # "KA Blambangan"; "Ka Barantan" is a head
_MOST_MODIFIERS = 4  # words before an English position in Indonesian text
_SURE_HELD = 4  # evidence of a name behind a position in "rumah Bupati Hadi"
_LONGEST_JOINER = 4  # tokens between two positions of one person
_LONGEST_SHORT = 4  # tokens in a bracket behind a body
_MOST_ASIDES = 3  # places and bodies between a position and its name
_LONGEST_ASIDE = 16  # tokens of a body's name between a position and a person's
_LONGEST_BODY = 3  # words of a body's name before the position in it
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Title(NamedTuple):
    """A position in a reading, as token numbers, and the name it introduces, if any."""

    start: int
    end: int
    name: tuple[int, int] | None
    strength: int
    after: int  # where reading goes on


def find_roles(release: ReleaseReading) -> tuple[Span, ...]:
    """The span of each position in the release, in order.

    Positions without a capital count only where they introduce a name ("inspektur Hadi").
    """
    return tuple(
        Span(reading.tokens[title.start].start, reading.tokens[title.end - 1].end)
        for reading, titles in zip(release.sentences, release.once(read_titles), strict=True)
        for title in titles
        if title.name or is_proper(reading, title)
    )


def read_titles(release: ReleaseReading) -> tuple[list[Title], ...]:
    """The positions of each reading of the release, which several finders need."""
    code = release.language.code
    lexicon, readings = load_lexicon(code), release.sentences
    titles = [find_titles(reading, lexicon) for reading in readings]
    doubted = {
        (number, *words): (number, place)
        for number, reading in enumerate(readings)
        for place, title in enumerate(titles[number])
        if not reading.headline and (words := _doubted(reading, title, code))
    }
    begins = names_apart(readings, doubted, lexicon, load_wording(code))
    for name, first in begins.items():
        number, place = doubted[name]
        title = titles[number][place]
        titles[number][place] = title._replace(end=first, name=(first, name[2]))
    return tuple(titles)


def _doubted(reading: Reading, title: Title, code: str) -> tuple[int, int] | None:
    """The words behind a position of which the first may still be those of a body.

    Also the last two of a position without a name: "Kepala Puskesmas Pamulang Fitri".
    """
    start, end = title.name or (title.end - 2, title.end)
    if end - start < 2 or not reading.tokens[end - 1].capital:
        return None
    if title.name is None:
        apart = start > title.start and reading.tokens[start].capital
        unknown = reading.known[end - 1] > 0 or reading.known[end - 1] == THING
        return (start, end) if apart and unknown else None
    if start != title.end or _is_placed(reading, title, load_lexicon(code)):
        return None
    first = reading.tokens[start].lower
    return title.name if load_tagger(code).classes.get(first, "?")[0] != "P" else None


def _is_placed(reading: Reading, title: Title, lexicon: Lexicon) -> bool:
    """Whether an office of a place has its place: "Wali Kota Palembang Ratu Dewa"."""
    if reading.known[title.end - 1] != REGION:
        return False
    head = [token.lower for token in reading.tokens[title.start : title.start + 3]]
    words = {*head, " ".join(head[:2]), " ".join(head[1:])}
    return not words.isdisjoint(lexicon.place_offices)


def find_titles(reading: Reading, lexicon: Lexicon) -> list[Title]:
    """The positions of a reading, in order, none inside another.

    Positions with neither a capital nor a name count only behind a comma or a bracket, where they
    may explain a name ("Siti, anggota Komisi IV").
    """
    titles = []
    i = 0
    while i < len(reading.tokens):
        first = reading.tokens[i]
        if ranked := _before_rank(reading, i, lexicon):
            titles.append(ranked)
            i = ranked.after
            continue
        begins = (
            first.lower in lexicon.heads
            or lexicon.is_short(first.lower)
            or _is_misspelt(first, reading.known[i], lexicon)
        )
        if not begins and (not first.capital or first.text.istitle()):
            i += 1
            continue
        named = reading.known[i] > 0 and first.lower in lexicon.office_names
        if named and not opens_pair(reading, i, lexicon):
            i += 1  # "Lukman Hakim Saifuddin", but "Imam Besar"
            continue
        title = title_at(reading, i, lexicon)
        if title is None or not (
            title.name or is_proper(reading, title) or in_apposition(reading, title.start, lexicon)
        ):
            i += 1
            continue
        if titles and _is_joined(reading, titles[-1], title, lexicon):
            title = title._replace(start=titles.pop().start)
        titles.append(title)
        i = max(title.after, i + 1)
    return titles


def _is_joined(reading: Reading, first: Title, second: Title, lexicon: Lexicon) -> bool:
    """Whether one person holds two positions: "Kepala BNPB yang juga Ketua Satgas Doni".

    "dan" joins the positions of two, unless the first one is a profession ("Praktisi hukum dan
    Direktur Hicon Hifdzil").
    """
    if first.name or not second.name or second.start - first.end > _LONGEST_JOINER:
        return False
    tokens, start = reading.tokens, first.end
    opens = not first.start or tokens[first.start - 1].lower in lexicon.cues_before
    beside = opens and tokens[first.start].lower in lexicon.professions
    while start < second.start:
        between = " ".join(token.lower for token in tokens[start : second.start])
        if between.removeprefix(", ") in lexicon.joiners or (beside and between in _AND):
            return True
        if not is_field(tokens[start], lexicon):
            break
        start += 1  # "Pengamat telekomunikasi sekaligus Direktur"
    return False


def _before_rank(reading: Reading, i: int, lexicon: Lexicon) -> Title | None:
    """An abbreviated position that only the rank behind it tells: "Dansatgas Letkol Inf Budi"."""
    tokens = reading.tokens
    if reading.known[i] <= 0 or tokens[i].lower in lexicon.heads or (i and tokens[i - 1].capital):
        return None
    for k in range(i + 1, min(i + 1 + _LONGEST_BODY, len(tokens))):
        if is_honorific(reading, k, lexicon) and reading.known[k] <= NEVER:
            name = name_at(reading, skip_honorifics(reading, k, lexicon), lexicon, strict=False)
            if name is None or tokens[k].lower not in lexicon.service_ranks:
                return None
            return Title(i, k, name[:2], name[2], name[1])
        if not tokens[k].capital and not tokens[k].text[0].isdigit():
            return None
    return None


def is_proper(reading: Reading, title: Title) -> bool:
    """Whether the position is written with a capital, or abbreviated."""
    return any(t.capital for t in reading.tokens[title.start : title.start + 2])


def title_at(reading: Reading, i: int, lexicon: Lexicon) -> Title | None:
    """The position that begins at token ``i``, with the name it introduces."""
    if " ".join(t.lower for t in reading.tokens[i : i + 2]) in lexicon.not_positions:
        return None
    head = _after_head(reading, i, lexicon)
    blocked = i > 0 and _blocks(reading, i, lexicon)
    if head is None or (blocked and reading.tokens[i - 1].capital):
        return None
    if is_rank(reading, i, lexicon) and name_at(
        reading, skip_honorifics(reading, i, lexicon), lexicon, strict=False
    ):
        return None
    if head == i + 1 and is_rank(reading, i - 1, lexicon):
        return None  # "Ajun Komisaris Andry"
    end, name, strength, j = position_extent(reading, head, lexicon)
    if blocked and strength < _SURE_HELD:
        return None  # "kantor gubernur", but "instruksi Presiden Jokowi"
    if name and _is_of_all(reading, name[1]):
        return None
    if name is None:
        stop = j
        name, strength, j, aside = _name_apart(reading, j, lexicon)
        stop = max(stop, aside)
        if name:
            end = max(end, _before_bracket(reading, stop))
    if reading.tokens[i].lower in lexicon.modified:
        first = max(0, i - _MOST_MODIFIERS)
        while i > first and reading.tokens[i - 1].capital and reading.known[i - 1] > REGION:
            if i == 1 and reading.known[0] <= COMMON:
                break  # "Menurut Director"
            i -= 1  # "Corporate Communications Director"
    elif lexicon.modifiers_first:
        i = first_modifier(reading, i, lexicon)
    return Title(i, end, name, strength, name[1] if name else max(end, head))


def _is_of_all(reading: Reading, at: int) -> bool:
    """Whether many hold a position: "Kepala Cabdin Kecamatan | se-Kabupaten Landak"."""
    after = reading.tokens[at].lower if at < len(reading.tokens) else ""
    return after == "se" or after.startswith("se-")


def _before_bracket(reading: Reading, stop: int) -> int:
    """Where "Pengamat telekomunikasi dari Institut Teknologi (ITB)" ends without its bracket."""
    if reading.tokens[stop - 1].text != ")":
        return stop
    first = max(0, stop - 1 - _LONGEST_SHORT)
    return next((k for k in range(stop - 2, first, -1) if reading.tokens[k].text == "("), 0)


def _blocks(reading: Reading, i: int, lexicon: Lexicon) -> bool:
    """Whether what stands before makes the position part of another thing.

    ``Kantor Gubernur``, ``Dewan Pertimbangan Presiden``.
    """
    before = reading.tokens[i - 1]
    if before.lower in lexicon.blockers:
        return True
    for k in range(i - 1, max(-1, i - 1 - _LONGEST_BODY), -1):
        if not reading.tokens[k].capital:
            return False
        if reading.tokens[k].lower in lexicon.organizations:
            if lexicon.modifiers_first:
                return False  # "Farm Service Agency Administrator"
            return k == i - 1 or not _is_abbreviated(reading.tokens[k])
        if reading.known[k] > 0 or reading.known[k] == REGION:
            return False
    return False


def _is_abbreviated(token: Token) -> bool:
    return token.text.isupper()


def _after_head(reading: Reading, i: int, lexicon: Lexicon) -> int | None:
    """The token after the word that makes a position of what begins at ``i``."""
    tokens, n = reading.tokens, len(reading.tokens)
    j = i
    while j < n and j - i < 4 and tokens[j].lower in lexicon.prefixes:
        j += 1
        if j < n and (tokens[j].text == "." or opens_pair(reading, j - 1, lexicon)):
            j += 1  # "Plt.", "Pelaksana Tugas"
    if (
        j > i + 1
        and opens_pair(reading, j - 2, lexicon)
        and not (j < n and tokens[j].lower in lexicon.positions)
    ):
        return j  # "Chief Executive": two prefixes
    if j < n:
        if opens_pair(reading, j, lexicon):
            return j + 2
        if tokens[j].lower in lexicon.positions or _glued(tokens[j], lexicon):
            return j + 1
        if _is_misspelt(tokens[j], reading.known[j], lexicon):
            return j + 1
        if (
            lexicon.is_short(tokens[j].lower)
            and tokens[j].text != _TRAIN
            and (tokens[j].capital or len(tokens[j].text) > 5)
        ):
            return j + 1
    if j > i and tokens[j - 1].lower in lexicon.positions and tokens[j - 1].capital:
        return j  # "Deputy for International Cooperation": both a prefix and a position
    # "Plt Nusirwan", "Pj. Hadi": a prefix that is a position by itself
    last = j - 2 if j - i > 1 and tokens[j - 1].text == "." else j - 1
    if last >= i and tokens[last].lower in lexicon.abbreviations and tokens[last].capital:
        return j
    return None


def _is_misspelt(token: Token, known: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is a position with one wrong letter: "Bupatio Sanggau"."""
    return token.capital and known <= NEVER and is_misspelt(token.lower, lexicon.long_heads)


def _glued(token: Token, lexicon: Lexicon) -> bool:
    """Whether a position and the next word lost the space between them: "CamatEntikong"."""
    match = _CAMEL.match(token.text)
    return match is not None and match.group().lower() in lexicon.positions


def _name_apart(
    reading: Reading, j: int, lexicon: Lexicon
) -> tuple[tuple[int, int] | None, int, int, int]:
    """A name behind a comma or a colon: "Kepala Staf (KASAD), Jenderal TNI, Maruli".

    With it its evidence, where reading goes on, and where the position ends.
    """
    tokens = reading.tokens
    if nickname := _bracketed(reading, j):
        return nickname, SURE_STRENGTH, nickname[1], j
    if start := _told(reading, j, lexicon):
        told = name_at(reading, start, lexicon, strict=True)
        if told:
            return told[:2], told[2], told[1], 0
    if j + 1 < len(tokens) and tokens[j].text in ",:":
        if tokens[j].text == "," and (spoken := _spoken_apart(reading, j + 1, lexicon)):
            return spoken, SURE_STRENGTH, spoken[1], j
        start = skip_honorifics(reading, j + 1, lexicon)
        if start < len(tokens) and start > j + 1 and tokens[start].text == ",":
            start += 1
        start, end = _behind_asides(reading, start, lexicon)
        found = name_at(reading, start, lexicon, strict=start == j + 1)
        if (found is None or found[1] - found[0] == 1) and tokens[j].text == ",":
            found = bounded_name(reading, start, lexicon) or found
        lone = lexicon.modifiers_first and start == j + 1  # "Director, Immunization"
        if found and not (lone and found[1] - found[0] == 1):
            return found[:2], found[2], found[1], end
    return None, 0, j, j


def _told(reading: Reading, j: int, lexicon: Lexicon) -> int | None:
    """Where a name begins that a word tells: "Menteri Keuangan sebelumnya yakni Sri Mulyani".

    Or that stands behind a short form whose long one was lost: "Ketua Jaringan , (JARKOT) Zandry".
    """
    tokens = reading.tokens
    proper = j > 0 and tokens[j - 1].capital
    for k in range(j, min(j + 1 + proper, len(tokens))):
        if tokens[k].lower in lexicon.telling:
            return k + 1
        if not tokens[k].text.islower():
            break
    around = [t.text for t in tokens[j : j + 4]]
    lost = len(around) == 4 and around[:2] == [",", "("] and around[3] == ")"
    return j + 4 if lost and is_acronym(tokens[j + 2]) else None


def _bracketed(reading: Reading, j: int) -> tuple[int, int] | None:
    """The name in brackets where the full one was lost with its link: "Presiden , (Jokowi)"."""
    around = [t.text for t in reading.tokens[j : j + 4]]
    if len(around) < 4 or around[:2] != [",", "("] or around[3] != ")":
        return None
    return (j + 2, j + 3) if reading.known[j + 2] > 1 and reading.labels[j + 2] == "PER" else None


def _spoken_apart(reading: Reading, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Two to four capitalised words between a comma and a verb of speech."""
    stop = run_end(reading, start, lexicon)
    if not 1 < stop - start <= LONGEST_NAME or stop >= len(reading.tokens):
        return None
    if reading.tokens[stop].lower not in lexicon.cues_after:
        return None
    certain = max(reading.evidence[start:stop]) > 0 and min(reading.known[start:stop]) > COMMON
    return (start, stop) if certain else None


def _behind_asides(reading: Reading, start: int, lexicon: Lexicon) -> tuple[int, int]:
    """The token behind what goes on a position between commas, and where the position ends then.

    ``Camat Tanah Abang, Jakarta Pusat, Yassin``: a place is no part of it; ``Direktur Jenderal Bea
    Cukai, Kementerian Keuangan, Heru``: its body is, as is ``dari Fraksi Partai Hanura``.
    """
    tokens = reading.tokens
    at, end = start, 0
    for _ in range(_MOST_ASIDES):
        first = at + 1 if at < len(tokens) and tokens[at].lower in lexicon.loose_links else at
        body = first < len(tokens) and tokens[first].lower in lexicon.organizations
        stop = _body_end(reading, first, lexicon) if body else run_end(reading, first, lexicon)
        if not first < stop < len(tokens) or tokens[stop].text != ",":
            break
        place = all(k == REGION for k in reading.known[first:stop])
        if not body and (first > at or not (place or tokens[first].lower in lexicon.areas)):
            break
        at, end = stop + 1, stop if body else end
    return at, end


def _body_end(reading: Reading, start: int, lexicon: Lexicon) -> int:
    """Where a body's name ends: "Direktorat Jenderal Prasarana dan Sarana Pertanian (PSP)"."""
    tokens, j = reading.tokens, start
    while j < min(start + _LONGEST_ASIDE, len(tokens)):
        if tokens[j].capital:
            j += 1
        elif tokens[j].text == "(" and (close := close_bracket(reading, j)):
            j = close
        elif tokens[j].lower in lexicon.links and tokens[j + 1 : j + 2] and tokens[j + 1].capital:
            j += 1
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
    first, second = _expand(a, language.code), _expand(b, language.code)
    if not first or not second:
        return False
    if len(first) > len(second):
        first, second = second, first
    rest = set(second)
    return first[0] == second[0] and all(word in rest for word in first)


_IGNORED = frozenset(("ri", "dan", "of", "the", "and", "for", "republik", "indonesia"))


@lru_cache(maxsize=1024)
def _expand(role: str, code: str) -> tuple[str, ...]:
    """The words of a position, abbreviations written out; every two of a release are compared."""
    lexicon = load_lexicon(code)
    written = [_corrected(word, lexicon) for word in _WORD.findall(role.lower())]
    words = " ".join([lexicon.abbreviations.get(word, word) for word in written])
    return tuple([word for word in words.split() if word not in _IGNORED])


def _corrected(word: str, lexicon: Lexicon) -> str:
    """A misspelt word for a position as it is spelt: "bupatio"."""
    if word in lexicon.heads or not is_misspelt(word, lexicon.long_heads):
        return word
    return next(h for h in sorted(lexicon.long_heads) if is_misspelt(word, frozenset((h,))))
