"""How likely each word of a release is part of a person's name.

The tagger sees the words around; what is known of the word (a region, a position, an organisation,
an honorific) is added here. Roles and people are found in what this module reads.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple, overload

from summarize.findings.tagger import LABELS, Tagger, load_tagger, shape, tag
from summarize.findings.tokens import Token, tokenize
from summarize.languages import load
from summarize.models import Release, Sentence, Unit

NEVER = -9
_LABEL_EVIDENCE = {"PER": 2, "O": -1, "ORG": -2, "LOC": -1}
_LONGEST_SHORT = 16  # letters of a word in brackets that may shorten others
_LONGEST_LONG = 8  # tokens that a word in brackets may shorten
_LONGEST_MARK = 4  # words of a region
REGION = -6
THING = -3
ORGANIZATION = -5
COMMON = -4  # a word that nearly always is none of a name
_FIRM_NAME = 2  # knowledge of a word that nearly always is one
_LONGEST_STEM = 7  # letters of a stem of short forms: "Kasat|narkoba"
_LEAST_BODY = 7  # letters of a common word that is hardly a first name as "Hari" is
_LEAST_HEAD = 6  # letters of a word for a position that may be misspelt
_LEAST_EDITED = 4  # letters of words that may differ by one
_LEAST_WORDS = 4  # in a line whose capitals are counted
_SHOUTING = 0.7
_CAPITALISED = 0.8
_HELD = 12_000_000  # characters of a release of which all readings are kept: some 600 MB


class Reading(NamedTuple):
    """A unit of the release: its tokens, their labels, and the evidence for a person's name.

    ``known`` is positive for words that are known as names or not known at all, ``evidence`` adds
    what the tagger says of the place. In a ``headline`` capitals tell nothing.
    """

    sentence: Sentence
    tokens: list[Token]
    labels: list[str]
    known: list[int]
    evidence: list[int]
    headline: bool


class Names(NamedTuple):
    """Names in lower case, and for each first word how long they are, the longest first."""

    whole: frozenset[str]
    lengths: dict[str, tuple[int, ...]]


def index_names(names: frozenset[str]) -> Names:
    """The names, to be looked up by their first words."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        words = name.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return Names(names, {w: tuple(sorted(n, reverse=True)) for w, n in lengths.items()})


class Lexicon(NamedTuple):
    """The word lists that names and positions are found with."""

    positions: frozenset[str]
    pairs: frozenset[str]
    not_positions: frozenset[str]  # pairs of words that begin like a position
    abbreviations: dict[str, str]
    long_heads: frozenset[str]  # that may be misspelt
    organization_stems: tuple[str, ...]  # with which short names of organisations begin
    stems: tuple[str, ...]  # with which short forms of positions begin
    prefixes: frozenset[str]
    links: frozenset[str]
    loose_links: frozenset[str]
    blockers: frozenset[str]
    ranks: frozenset[str]
    rank_heads: frozenset[str]  # their first words
    rank_parts: frozenset[str]
    service_ranks: frozenset[str]  # of the forces and the police, in one word
    honorifics: frozenset[str]
    degrees: frozenset[str]
    particles: frozenset[str]
    regions: Names
    heads: frozenset[str]  # words with which a position may begin
    organizations: frozenset[str]
    shorts: frozenset[str]  # short names of organisations
    not_people: frozenset[str]
    not_names: frozenset[str]
    fields: frozenset[str]  # nouns that look like verbs
    not_fields: frozenset[str]  # no words of what a position is of
    cues_after: frozenset[str]
    shared: frozenset[str]  # positions that many hold
    telling: frozenset[str]  # words between a position and who holds it: "yakni"
    fixed: Names  # with words that are first names elsewhere: "Kejaksaan Agung"
    areas: frozenset[str]  # words for kinds of places: "Kecamatan"
    modified: frozenset[str]  # English positions, which end in their head
    place_shorts: frozenset[str]  # words for places, shortened: "Prov. Jabar"
    village_offices: frozenset[str]  # of those, of places that are in no list
    place_offices: frozenset[str]  # positions with a place behind them
    not_initials: frozenset[str]  # of two letters, before names: "Presiden ke-6 RI Susilo"
    bodies: frozenset[str]  # words of names of organisations
    balinese: frozenset[str]  # names behind "I", which is no number there
    portfolios: frozenset[str]  # words with what they are of behind them
    office_names: frozenset[str]  # positions that are names as well
    modifiers_first: bool  # whether what qualifies a noun stands before it
    firms: frozenset[str]  # with which the name of a firm ends
    functional: frozenset[str]  # words without a meaning of their own

    def is_short(self, word: str) -> bool:
        """Whether the word is a short form of a position: "mentan", "kasatreserse"."""
        return word in self.abbreviations or (
            len(word) > _LONGEST_STEM and word.startswith(self.stems)
        )

    def plain(self, token: Token) -> bool:
        """Whether the word is no position, organisation or region, so that it may be a name."""
        return not any(
            token.lower in terms
            for terms in (
                self.heads,
                self.organizations,
                self.shorts,
                self.honorifics,
                self.regions.lengths,
            )
        )


@cache
def load_lexicon(code: str) -> Lexicon:
    """The word lists of a language; English releases of Indonesia also use the Indonesian ones."""
    language = load(code)
    spoken = [load("id"), language] if code != "id" else [language]

    def both(name: str) -> frozenset[str]:
        return frozenset().union(*(each.terms(name) for each in spoken))

    positions = language.terms("positions")
    prefixes = language.terms("position_prefixes")
    abbreviations: dict[str, str] = {}
    regions = {place.lower() for place in both("regions") | both("countries")}
    if code == "en":
        regions |= {place.lower() for place in language.terms("world")}
    for each in spoken:
        abbreviations |= each.table("role_abbreviations")
        regions |= {short.lower() for short in each.table("region_abbreviations")}
    return Lexicon(
        positions=frozenset(p for p in positions if " " not in p),
        pairs=frozenset(p for p in positions if " " in p),
        not_positions=language.terms("not_positions"),
        abbreviations=abbreviations,
        long_heads=frozenset(
            h for h in positions | prefixes if len(h) >= _LEAST_HEAD and h.isalpha()
        ),
        organization_stems=tuple(sorted(both("organization_stems"))),
        stems=tuple(sorted(language.terms("position_stems"))),
        prefixes=prefixes,
        links=language.terms("role_links"),
        loose_links=language.terms("role_loose_links"),
        blockers=language.terms("role_blockers"),
        ranks=both("ranks"),
        rank_heads=frozenset(rank.split()[0] for rank in both("ranks")),
        rank_parts=both("rank_parts"),
        service_ranks=both("service_ranks"),
        honorifics=both("honorifics"),
        degrees=both("degrees"),
        particles=both("name_particles"),
        regions=index_names(frozenset(regions)),
        heads=prefixes.union(positions, abbreviations, (p.split()[0] for p in positions)),
        organizations=both("organization_words"),
        shorts=frozenset(w for each in spoken for w in each.table("organization_abbreviations")),
        not_people=both("not_person_cues"),
        not_names=language.terms("not_names"),
        fields=language.terms("nouns_like_verbs"),
        not_fields=frozenset().union(
            *(language.terms(n) for n in ("not_counted", "function_words", "position_stops"))
        ),
        cues_after=language.terms("cues_after_name"),
        shared=language.terms("shared_positions"),
        telling=language.terms("telling_words"),
        fixed=index_names(both("fixed_names")),
        areas=language.terms("region_kinds"),
        modified=language.terms("modified_positions"),
        place_shorts=language.terms("place_shorts"),
        village_offices=language.terms("village_offices"),
        place_offices=language.terms("place_offices"),
        not_initials=both("not_initials"),
        bodies=frozenset(
            word
            for word, kind in load_tagger(code).classes.items()
            if kind[0] == "G" or (kind[0] == "O" and len(word) >= _LEAST_BODY)
        ),
        balinese=both("balinese_names"),
        portfolios=language.terms("portfolio_heads"),
        office_names=language.terms("position_names"),
        modifiers_first=code == "en",
        firms=language.terms("firm_forms"),
        functional=language.terms("stopwords") | language.table("weekdays").keys(),
    )


@lru_cache(maxsize=1)
def read_names(release: Release) -> Sequence[Reading]:
    """A reading of each unit of the release, in order."""
    if len(release.text) > _HELD:
        return _Reread(release)
    reader = _Reader(release)
    units = [reader.label(sentence) for sentence in release.sentences]
    reader.learn(units)
    return tuple(map(reader.read, release.sentences, units))


def paragraph_tokens(release: Release) -> Iterator[list[Token]]:
    """The tokens of each of ``release.paragraphs``, in order.

    They are those of its sentences, but where no space parts these: ``konsumen.Nantinya`` is one.
    """
    starts = [sentence.span.start for sentence in release.sentences]
    for paragraph in release.paragraphs:
        units = slice(bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end))
        spans = [sentence.span for sentence in release.sentences[units]]
        if all(span.end < following.start for span, following in pairwise(spans)):
            yield [token for reading in read_names(release)[units] for token in reading.tokens]
        else:
            yield tokenize(release.text, paragraph, release.language.code)


_Labelled = tuple[list[Token], list[str]]


class _Reader:
    """Reads units, once it knows what the release names as something else than a person."""

    def __init__(self, release: Release) -> None:
        self._text = release.text
        self._tagger = load_tagger(release.language.code)
        self._lexicon = load_lexicon(release.language.code)
        self._things = self._shorts = index_names(frozenset())
        self._code = release.language.code

    def label(self, sentence: Sentence) -> _Labelled:
        tokens = tokenize(self._text, sentence.span, self._code)
        return tokens, tag(self._tagger, [t.text for t in tokens])

    def learn(self, units: Iterable[_Labelled]) -> None:
        things: set[str] = set()
        shorts: set[str] = set()
        for tokens, labels in units:
            things.update(_things(tokens, labels, self._lexicon, self._tagger))
            shorts.update(_explained(tokens, self._tagger))
        self._things = index_names(frozenset(things))
        self._shorts = index_names(frozenset(shorts))

    def read(self, sentence: Sentence, unit: _Labelled) -> Reading:
        tokens, labels = unit
        known = [_knowledge(tokens, i, self._tagger, self._lexicon) for i in range(len(tokens))]
        _mark(tokens, known, self._lexicon.regions, REGION)
        _mark(tokens, known, self._things, THING)
        _mark(tokens, known, self._shorts, ORGANIZATION)
        _mark(tokens, known, self._lexicon.fixed, COMMON)
        _mark_offices(tokens, known, self._lexicon)
        _mark_initials(tokens, known, self._lexicon)
        evidence = [
            k if k <= NEVER else k + _LABEL_EVIDENCE[label]
            for k, label in zip(known, labels, strict=True)
        ]
        return Reading(sentence, tokens, labels, known, evidence, _is_headline(sentence, tokens))


class _Packed(NamedTuple):
    """A reading without its tokens, a byte for each number."""

    labels: bytes
    known: bytes
    evidence: bytes
    headline: bool


class _Reread(Sequence[Reading]):
    """The readings of a release too long to keep them; their tokens are read again each time."""

    def __init__(self, release: Release) -> None:
        self._release = release
        reader = _Reader(release)
        reader.learn(map(reader.label, release.sentences))
        self._packed = [_pack(reader.read(s, reader.label(s))) for s in release.sentences]
        self._last: tuple[int, Reading] | None = None

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, number: int) -> Reading: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Reading]: ...
    def __getitem__(self, number: int | slice) -> Reading | Sequence[Reading]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if self._last is None or self._last[0] != number:
            sentence = self._release.sentences[number]
            tokens = tokenize(self._release.text, sentence.span, self._release.language.code)
            self._last = number, _unpack(self._packed[number], sentence, tokens)
        return self._last[1]

    def __iter__(self) -> Iterator[Reading]:
        return (self[number] for number in range(len(self)))


def _pack(reading: Reading) -> _Packed:
    return _Packed(
        bytes(map(LABELS.index, reading.labels)),
        array("b", reading.known).tobytes(),
        array("b", reading.evidence).tobytes(),
        reading.headline,
    )


def _unpack(packed: _Packed, sentence: Sentence, tokens: list[Token]) -> Reading:
    return Reading(
        sentence,
        tokens,
        [LABELS[label] for label in packed.labels],
        list(array("b", packed.known)),
        list(array("b", packed.evidence)),
        packed.headline,
    )


def _is_headline(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether so many words are capitalised, or in capitals, that capitals tell nothing."""
    if sentence.unit is Unit.TITLE:
        return True
    words = [t for t in tokens if t.text[0].isalpha()]
    if len(words) < _LEAST_WORDS:
        return False
    shouted = sum(t.text.isupper() for t in words)
    capitals = sum(t.capital for t in words)
    ends = any(t.text in '.?!”"’)' for t in tokens[-2:])  # also with a stray comma: ".,"
    return shouted > _SHOUTING * len(words) or (capitals > _CAPITALISED * len(words) and not ends)


def _things(
    tokens: Sequence[Token], labels: Sequence[str], lexicon: Lexicon, tagger: Tagger
) -> Iterator[str]:
    """What a unit names as something else than a person: "Jembatan Musi", "PT Tiran".

    A person's name may follow such a name: "Kepala Puskesmas Margadana Wahidin".
    """
    for i, token in enumerate(tokens):
        if i > 1 and token.capital and token.lower in lexicon.firms:
            yield " ".join(t.lower for t in tokens[i - 2 : i])  # "Acme Solar Inc."
        if token.lower not in lexicon.not_people or labels[i] == "PER":
            continue
        words: list[str] = []
        for k in range(i + 1, min(i + 1 + _LONGEST_MARK, len(tokens))):
            follower = tokens[k]
            if not follower.capital or is_polite(follower.lower, lexicon):
                break
            if words and labels[k] == "PER" != labels[k - 1]:
                break
            words.append(follower.lower)
        if _is_held(tokens, i, lexicon) and _are_names(words[:2], tagger):
            continue  # "Kepala Badan Pengatur Jalan Tol Danang Parikesit"
        if words and words[0] not in lexicon.not_people | lexicon.regions.whole:
            yield " ".join(words[:2])


def _explained(tokens: Sequence[Token], tagger: Tagger) -> Iterator[str]:
    """The words in brackets that shorten the words before: "Bimbingan Masyarakat (Bimas)"."""
    for i in range(2, len(tokens) - 1):
        short = tokens[i]
        if tokens[i - 1].text != "(" or tokens[i + 1].text != ")" or not short.capital:
            continue
        before = tokens[max(0, i - 1 - _LONGEST_LONG) : i - 1]
        short_enough = len(short.text) <= _LONGEST_SHORT and before[-1].capital
        if short_enough and _shortens(short.lower, before, tagger):
            yield short.lower


def _shortens(short: str, words: Sequence[Token], tagger: Tagger) -> bool:
    """Whether the letters of a short form stand in the words in order, none of them a name."""
    for k, word in enumerate(words):
        if word.lower[0] == short[0] and word.capital:
            letters = iter("".join(w.lower for w in words[k:]))
            if all(letter in letters for letter in short):
                return not any(tagger.classes.get(w.lower, "?")[0] == "P" for w in words[k:])
    return False


def _are_names(words: Sequence[str], tagger: Tagger) -> bool:
    """Whether both words are hardly ever anything but a person's name."""
    return len(words) == 2 and all(tagger.classes.get(w, "?").startswith("P3") for w in words)


@lru_cache(maxsize=1024)
def is_misspelt(word: str, heads: frozenset[str]) -> bool:
    """Whether a word is one of the long words for positions but for a letter: "Bupatio"."""
    return len(word) >= _LEAST_HEAD and any(
        head[0] == word[0] and head != word and one_edit(head, word) for head in heads
    )


def one_edit(a: str, b: str) -> bool:
    """Whether two words of four letters or more differ by one letter."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _LEAST_EDITED:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def _is_held(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a position stands a few capitalised words before token ``i``."""
    for k in range(i - 1, max(-1, i - 1 - _LONGEST_MARK), -1):
        if not tokens[k].capital:
            return False
        if tokens[k].lower in lexicon.positions or lexicon.is_short(tokens[k].lower):
            return True
    return False


def _knowledge(tokens: Sequence[Token], i: int, tagger: Tagger, lexicon: Lexicon) -> int:
    """How likely the word itself is part of a name, from its class and the word lists."""
    token = tokens[i]
    word = token.lower
    if not token.capital or is_degree(token, lexicon) or _introduces(tokens, i, lexicon):
        return NEVER
    if word in lexicon.positions or lexicon.is_short(word) or word in lexicon.not_names:
        return NEVER
    if word in lexicon.organizations or word in lexicon.shorts:
        return ORGANIZATION
    if len(word) > _LONGEST_STEM - 2 and word.startswith(lexicon.organization_stems):
        return ORGANIZATION
    if word[-1].isdigit():
        return ORGANIZATION  # "Rp1"
    kind = tagger.classes.get(word)
    if kind is None and is_misspelt(word, lexicon.long_heads):
        return NEVER
    if kind is None or kind[0] == "U":
        if _is_pair(token, lexicon):
            return -5  # a stretch of road, a pair of things: "Martapura-Muaradua"
        return -1 if shape(token.text) == "A" else 2 if kind is None else 1
    sure = int(kind[1])
    if kind[0] == "P":
        return sure - 1 if kind[2] == "+" else sure
    if kind == "G3-":
        return ORGANIZATION
    return max(-sure - 2, COMMON) if kind[0] == "O" else -sure - 1


def _is_pair(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word of two is no name; English has "Jean-Pierre" and "Owusu-Ansah"."""
    if "-" not in token.text and "/" not in token.text:
        return False
    first, *rest = token.text.split("-")
    doubled = bool(rest) and all(part.istitle() and len(part) > 1 for part in (first, *rest))
    return not token.lower.startswith("al-") and not (lexicon.modifiers_first and doubled)


def _introduces(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` is an honorific with a name or another honorific behind it."""
    if bare(tokens[i].text) == "H" and i and tokens[i - 1].capital and lexicon.plain(tokens[i - 1]):
        return False  # an initial: "Danis H Sumadilaga"
    if not is_polite(tokens[i].lower, lexicon) or i + 1 == len(tokens):
        return tokens[i].text == "K." and i + 1 < len(tokens) and tokens[i + 1].text == "H."
    return tokens[i + 1].capital or tokens[i + 1].text in ".,("


def _mark(tokens: Sequence[Token], known: list[int], names: Names, weight: int) -> None:
    """Lowers the weight of the words of each of the names, the longest first."""
    i = 0
    while i < len(tokens):
        step = 1
        if tokens[i].capital and (lengths := names.lengths.get(tokens[i].lower)):
            for length in lengths:
                words = tokens[i : i + length]
                if len(words) == length and " ".join(t.lower for t in words) in names.whole:
                    for k in range(i, i + length):
                        known[k] = min(known[k], weight)
                    step = length
                    break
        i += step


def _is_inner(token: Token) -> bool:
    return len(token.text) == 2 and token.text.isupper()


def _is_numeral(tokens: Sequence[Token], known: list[int], i: int, lexicon: Lexicon) -> bool:
    """Whether a letter is a Roman number behind a common noun and no initial.

    "I" begins names of Bali: "Kota Denpasar I Wayan Koster".
    """
    numeral = tokens[i].text in ("V", "X") or (
        tokens[i].text == "I" and tokens[min(i + 1, len(tokens) - 1)].lower not in lexicon.balinese
    )
    return numeral and i > 0 and tokens[i - 1].capital and known[i - 1] < 0


def _opens_name(tokens: Sequence[Token], known: list[int], i: int, lexicon: Lexicon) -> bool:
    """Whether two capitals stand for the first names: "mendiang BJ Habibie", "kata MS Hidayat"."""
    if not _is_inner(tokens[i]) or not lexicon.plain(tokens[i]) or known[i] < ORGANIZATION:
        return False
    if tokens[i].lower in lexicon.not_initials:
        return False
    if i + 1 == len(tokens) or known[i + 1] < _FIRM_NAME or is_acronym(tokens[i + 1]):
        return False
    return i == 0 or not tokens[i - 1].capital or tokens[i - 1].lower in lexicon.not_names


def _mark_offices(tokens: Sequence[Token], known: list[int], lexicon: Lexicon) -> None:
    """Lets a position that is also a name stand in one: "Lukman Hakim Saifuddin"."""
    for i in range(1, len(tokens)):
        if tokens[i].lower in lexicon.office_names and known[i - 1] >= _FIRM_NAME:
            after = known[i + 1] if i + 1 < len(tokens) and tokens[i + 1].capital else 1
            if after > 0:
                known[i] = 1


def _mark_initials(tokens: Sequence[Token], known: list[int], lexicon: Lexicon) -> None:
    """Lets initials and particles join the name beside them: "M. Nuh", "Zulkifli HS", "La Ode"."""
    for i, token in enumerate(tokens):
        if known[i] <= NEVER and token.text != ".":
            continue
        behind = known[i + 1] if i + 1 < len(tokens) else NEVER
        if token.capital and token.lower in lexicon.particles:
            known[i] = 1 if behind > 0 else known[i]
        elif _is_numeral(tokens, known, i, lexicon):
            known[i] = ORGANIZATION  # "KPK Wilayah V Dian Patria"
        elif shape(token.text) == "X":
            common = NEVER < behind <= 0 and behind != REGION and not is_acronym(tokens[i + 1])
            if common and i and known[i - 1] >= _FIRM_NAME:
                known[i + 1] = behind = 1  # "Roy Rassy Fay M. Bait"
            if behind > 0 or (i and known[i - 1] >= _FIRM_NAME):
                known[i] = 1  # "M. Nuh", "Dzulmi Eldin S, MSi"
        elif _opens_name(tokens, known, i, lexicon):
            known[i] = 1
        elif _is_inner(token) and i and known[i - 1] > 0 and behind > 0:
            known[i] = 1  # "Bambang PS Brodjonegoro"
        elif token.text == "." and i and behind > 0:
            short = tokens[i - 1].text
            if 1 < len(short) < 4 and short.isupper() and known[i - 1] > NEVER:
                known[i - 1], known[i] = 1, 0
        elif (
            len(token.text) in (2, 3)
            and token.text.isupper()
            and i > 0
            and known[i - 1] > 1
            and not (i + 1 < len(tokens) and tokens[i + 1].capital)
        ):
            known[i] = 2


def bare(word: str) -> str:
    """The word without full stops, as degrees and honorifics are listed."""
    return word.replace(".", "")


def is_polite(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in lower case is an honorific, also one with its stops only: "h.e."."""
    return bare(word) in lexicon.honorifics or word in lexicon.honorifics


def is_acronym(token: Token) -> bool:
    """Whether the token is written as an abbreviation: ``DPRD``, ``BPJS``, ``DoT``."""
    text = token.text
    return (text.isupper() and len(text.rstrip(".")) > 1) or (
        len(text) <= 5 and sum(c.isupper() for c in text) > 1 and text.isalpha()
    )


def is_degree(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is a degree: ``S.E.``, ``MM``, ``Ph.D``."""
    return token.capital and len(token.text) > 1 and bare(token.lower) in lexicon.degrees


def best_name(
    reading: Reading, start: int, end: int, lexicon: Lexicon
) -> tuple[int, int, int] | None:
    """The tokens between ``start`` and ``end`` that look most like a name, and how much."""
    best: tuple[int, int, int] | None = None
    total, first = 0, start
    for i in range(start, end):
        if reading.tokens[i].lower in lexicon.particles and not reading.tokens[i].capital:
            weight = 0 if total > 0 and i + 1 < end else NEVER
        else:
            weight = reading.evidence[i]
        if total <= 0:
            total, first = 0, i
        total += weight
        if total > 0 and (best is None or total >= best[2]):
            best = (first, i + 1, total)
    return best
