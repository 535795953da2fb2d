"""Where a role ends: at a name, a bracket, or a word that is no part of it."""

from __future__ import annotations

import re

from summarize.findings.people.honorifics import (
    close_bracket,
    is_honorific,
    is_rank,
    skip_honorifics,
)
from summarize.findings.people.name_spans import (
    LONGEST_NAME,
    name_at,
    name_in_run,
    plausible,
    run_end,
)
from summarize.text.lexicon import Lexicon, is_acronym, is_degree
from summarize.text.names import TaggedSentence
from summarize.text.tokens import POSSESSIVE, Token
from summarize.text.word_classes import (
    FIRM_NAMES,
    HARDLY_NAMES,
    NAME_LIKE,
    NO_NAMES,
    NOT_NAMES,
    WordClass,
)

LONGEST_FOREIGN = 5  # words of a name right behind an English role
SURE_STRENGTH = 7  # from which on nothing speaks against a name
_LONGEST = 30  # tokens in a role
_VERB = re.compile(
    r"(?:me|di|ber|ter)[a-z]{3,}|(?!pe|kebi)[a-z]{1,30}kan|[a-z]{1,30}(?:nya|lah|pun)"
)
_LEAST_AFTER_FIELD = 2  # words of a name behind them
_LONGEST_FIELD = 3  # words in lower case in the midst of an Indonesian role
_LONGEST_SHORT = 5  # tokens of a short form with its brackets
_LONGEST_TAIL = 8  # tokens of an English role in lower case: "head of the clinic"
_NUMBER = re.compile(r"(?:ke-?)?\d{1,4}(?:/\w{1,6})?|[IVX]{1,5}")


def role_extent(
    sentence: TaggedSentence, head: int
) -> tuple[int, tuple[int, int] | None, int, int]:
    """Where the role ends, the name at its end, its evidence, and where the scan stopped."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    end = j = head
    solid: int | None = None  # where the role ends if no name follows
    field = -1  # where words in lower case end
    limit = min(len(tokens), head + _LONGEST)
    while j < limit:
        token = tokens[j]
        if token.text in lexicon.forces and end == j and is_honorific(sentence, j + 1):
            end = j = j + 1
            continue
        if (start := skip_honorifics(sentence, j)) > j and (
            found := name_at(sentence, start, strict=False)
        ):
            return _without_ranks(sentence, head, end), found[:2], found[2] + 2, j
        if token.capital:
            stop = _run_end(sentence, j)
            if j == head and (direct := _name_after_noun(sentence, j, stop)):
                return _without_ranks(sentence, head, end), direct, SURE_STRENGTH, j
            found = None
            if not _is_shortened(sentence, j, stop):
                found = name_in_run(sentence, j, stop)
            if found and j > head and lexicon.rules.modifiers_first:
                found = _name_behind_field(sentence, found, j)
            if found and j == field:
                found = _name_after_field(sentence, found, j, stop)
            if found and _is_village(sentence, j, stop):
                found = None
            if found and not _rather_role(sentence, found, stop):
                linked = all(is_field(between, lexicon) for between in tokens[end:j])
                last = found[0] if found[0] > j or linked else end  # "Pengamat pertanian Khudori"
                return _without_ranks(sentence, head, last), found[:2], found[2], j
            end = j = stop
        elif _NUMBER.fullmatch(token.text) and end == j:
            end = j = j + 1
        elif token.text == "(" and (close := close_bracket(sentence, j)) is not None:
            found = name_at(sentence, j + 1, strict=True)
            if found and found[1] == close - 1 and _is_person(sentence, *found[:2]):
                return end if solid is None else solid, found[:2], found[2], j
            j = close
        elif _is_place_short(sentence, j) or _is_inner(sentence, j):
            end = j = j + 1
        elif _joins(sentence, j, end):
            j += 1
        elif token.lower in lexicon.role_loose_links and _goes_on(sentence, j + 1):
            solid = end if solid is None else solid
            j += 1
        elif (field := _field_end(sentence, j)) > j:
            solid = end if solid is None else solid
            end = j = field
        else:
            tail = _plain_tail(sentence, j) if solid is None else j
            end = tail if tail > j else end
            break
    return (end if solid is None else solid), None, 0, j


def _is_shortened(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether a bracket shortens capitalised words to their last: "Suku Dayak Meratus (KSDM)"."""
    if stop >= len(sentence.tokens) or sentence.tokens[stop].text != "(":
        return False
    close = close_bracket(sentence, stop)
    if close is None or close - stop > _LONGEST_SHORT:
        return False
    if not NO_NAMES.issuperset(sentence.classes[stop + 1 : close - 1]):
        return False  # "Joko Widodo (Jokowi)"
    words = [token.lower for token in sentence.tokens[start:stop]]
    short = "".join(token.lower for token in sentence.tokens[stop + 1 : close - 1])
    return _spells(short, words) and not _spells(short, words[:-1])


def _spells(short: str, words: list[str]) -> bool:
    """Whether the letters of a short form stand in the words in order, from a first letter on."""
    for k, word in enumerate(words):
        if word[0] == short[:1]:
            letters = iter("".join(words[k:]))
            return all(letter in letters for letter in short if letter.isalnum())
    return False


def _joins(sentence: TaggedSentence, j: int, end: int) -> bool:
    """Whether a word or a mark inside a role stands at ``j``.

    ``Gabungan Importir Nasional atau GINSI``, ``Menteri PPN/Kepala Bappenas``, ``Director at the
    United Nations Children's Fund``.
    """
    token = sentence.tokens[j]
    if token.text in ("/", "atau"):
        following = _is_capital if token.text == "/" else _is_other_name
        return following(sentence, j + 1)
    if token.text == ",":
        return _listed(sentence, j)
    linked = _links(token, sentence.lexicon) or (token.text in POSSESSIVE and end == j)
    return linked and _goes_on(sentence, j + 1)


def _is_capital(sentence: TaggedSentence, i: int) -> bool:
    return i < len(sentence.tokens) and sentence.tokens[i].capital


def _is_inner(sentence: TaggedSentence, i: int) -> bool:
    """Whether a role in lower case is in an organization's name: "Badan pengelola Transportasi"."""
    lexicon = sentence.lexicon
    before, token = sentence.tokens[i - 1], sentence.tokens[i]
    if before.lower not in lexicon.organization_words or not token.text.islower():
        return False
    return token.lower in lexicon.roles and _is_capital(sentence, i + 1)


def _is_place_short(sentence: TaggedSentence, i: int) -> bool:
    """Whether token ``i`` is the full stop of "Prov." or "Kab." before a capital."""
    tokens = sentence.tokens
    if tokens[i].text != "." or not i or i + 1 >= len(tokens):
        return False
    return (
        tokens[i - 1].lower in sentence.lexicon.region_kind_abbreviations and tokens[i + 1].capital
    )


def _is_other_name(sentence: TaggedSentence, i: int) -> bool:
    """Whether the acronym of an organization stands behind "atau"."""
    return (
        i < len(sentence.tokens)
        and is_acronym(sentence.tokens[i])
        and sentence.classes[i] not in FIRM_NAMES
    )


def _field_end(sentence: TaggedSentence, start: int) -> int:
    """Where words in lower case end that say what a role is of; ``start`` if none do.

    ``Praktisi digital forensik Ruby Alamsyah``, ``Pengamat telekomunikasi dari ITB, Ian``: only
    where a capital or the comma before a name follows.
    """
    lexicon = sentence.lexicon
    tokens, k = sentence.tokens, start
    while k < min(start + _LONGEST_FIELD, len(tokens)) and is_field(tokens[k], lexicon):
        k += 1
    if k == start or k >= len(tokens):
        return start
    named = tokens[k].text == "," and name_at(sentence, k + 1, strict=True)
    linked = tokens[k].lower in lexicon.role_loose_links and _goes_on(sentence, k + 1)
    return k if tokens[k].capital or named or linked else start


def is_field(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word in lower case can be a noun or an adjective of a role."""
    word = token.text
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 3
        and word not in lexicon.not_role_fields
        and word not in lexicon.role_heads
        and (word in lexicon.nouns_like_verbs or not _VERB.fullmatch(word))
    )


def _plain_tail(sentence: TaggedSentence, start: int) -> int:
    """Where ``(head) of the clinic in Zagreb``, ended by a comma or a stop, ends; or ``start``."""
    tokens = sentence.tokens
    if start + 1 >= len(tokens) or tokens[start].text not in sentence.lexicon.field_links:
        return start
    if tokens[start].text == "for" and tokens[start + 1].lower in sentence.lexicon.function_words:
        return start  # "director for the past ten years"
    for k in range(start + 1, min(start + _LONGEST_TAIL, len(tokens))):
        if tokens[k].text in ",.;)":
            return k if k > start + 1 else start
        if not tokens[k].text[0].isalpha():
            break
    return start


def _run_end(sentence: TaggedSentence, start: int) -> int:
    """The end of a run of capitalised words, also where "Prof." or "Dr." begins a name in it."""
    stop = run_end(sentence, start)
    for k in range(start + 1, stop):
        named = sentence.classes[k] is WordClass.NEVER and sentence.classes[k - 1] in FIRM_NAMES
        if named and _is_role_word(sentence.tokens[k], sentence.lexicon):
            return k  # "mendampingi Menteri Basuki Direktur Jenderal Cipta Karya"
    if stop < len(sentence.tokens) and sentence.tokens[stop].text == "." and stop - 1 > start:
        return stop - 1 if is_honorific(sentence, stop - 1) else stop
    return stop


def _is_role_word(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.roles or lexicon.is_role_short_form(token.lower)


def _name_after_field(
    sentence: TaggedSentence, found: tuple[int, int, int], start: int, stop: int
) -> tuple[int, int, int] | None:
    """A name behind words in lower case: all of its run, or at least two words."""
    if sentence.classes[start] not in HARDLY_NAMES and stop - start <= LONGEST_NAME:
        found = (start, found[1], found[2])  # "Praktisi keamanan digital Ruby Alamsyah"
    sure = sentence.classes[found[0]] is WordClass.SURE and found[1] < len(sentence.tokens)
    if sure and sentence.tokens[found[1]].lower in sentence.lexicon.cues_after_name:
        return found  # "Wakil Ketua DPRD nondefinitif Syarif memastikan"
    return found if found[1] - found[0] >= _LEAST_AFTER_FIELD else None


def _name_behind_field(
    sentence: TaggedSentence, found: tuple[int, int, int], start: int
) -> tuple[int, int, int] | None:
    """A name behind what a role is of: no "chief executive officer of Acme Solar"."""
    first, last, _ = found
    tokens = sentence.tokens
    if tokens[last : last + 1] and tokens[last].text == "(" and close_bracket(sentence, last):
        return None  # "Editor of Sangbad Sangstha (BSS) Abul Azad"
    known = (first > start and sentence.classes[first - 1] in HARDLY_NAMES) or tokens[
        first - 1
    ].text == ")"
    return found if known and last - first > 1 else None


def _is_person(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether the tagger takes two words or more for a person's name."""
    return end - start > 1 and all(label == "PER" for label in sentence.labels[start:end])


def _name_after_noun(sentence: TaggedSentence, start: int, stop: int) -> tuple[int, int] | None:
    """The capitalised words right behind a role, where what qualifies it stands before it.

    ``Mayor Indah Prameswari``: these are a name whatever else they mean, if none of them is a
    region, an organization or a role.
    """
    lexicon = sentence.lexicon
    if _is_surely_name(sentence, start, stop):
        return start, stop
    last = start
    while last < stop and not is_degree(sentence.tokens[last], lexicon):
        last += 1
    words = [sentence.classes[k] for k in range(start, last) if sentence.tokens[k].capital]
    if not (lexicon.rules.modifiers_first and 1 < len(words) <= LONGEST_FOREIGN):
        return None
    if words[-1] is WordClass.REGION and words[0] in NAME_LIKE:
        words[-1] = WordClass.EITHER  # "President Rosa Medina"
    if (
        sentence.tokens[start].text.isupper()
        or not NO_NAMES.isdisjoint(words)
        or words[0] in HARDLY_NAMES
    ):
        return None
    return (
        (start, last)
        if sum(known not in HARDLY_NAMES for known in words) * 2 > len(words)
        else None
    )


def _is_surely_name(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether all capitalised words behind a role are a name: "musisi Iwan Fals, Idris"."""
    if sentence.classes[start] is not WordClass.SURE or not 1 < stop - start <= LONGEST_NAME:
        return False
    return sentence.labels[start] == "PER" and plausible(sentence, start, stop)


def _links(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.role_links or token.text in "/-–&"


def _without_ranks(sentence: TaggedSentence, start: int, end: int) -> int:
    """Where the role ends without the honorifics and ranks that belong to the name."""
    lexicon = sentence.lexicon
    while end > start:
        last = sentence.tokens[end - 1]
        if last.lower in lexicon.elements:
            alone = end - 2 < start or not is_honorific(sentence, end - 2)
            if alone and not is_rank(sentence, end - 2):
                break  # "Direktur Jenderal Perhubungan Laut Agus"
        if end - 2 >= start and is_rank(sentence, end - 2):
            end -= 2
        elif last.text in lexicon.forces and not is_honorific(sentence, end - 2):
            break  # "Wakil Panglima TNI Jenderal Tandyo"
        elif is_honorific(sentence, end - 1) or (
            end - 3 >= start and last.lower in lexicon.rank_parts and is_rank(sentence, end - 3)
        ):
            end -= 1
        else:
            break
    return end


def _is_village(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether unknown words before a comma and a name are a place: "Camat Masumai, Sapwan"."""
    tokens, classes = sentence.tokens, sentence.classes
    if tokens[start - 1].lower not in sentence.lexicon.village_roles or stop + 1 >= len(tokens):
        return False
    apart = tokens[stop].text == "," and tokens[stop + 1].capital and classes[stop + 1] in NAME_LIKE
    return apart and WordClass.SURE not in classes[start:stop]


def _rather_role(sentence: TaggedSentence, found: tuple[int, int, int], stop: int) -> bool:
    """Whether what looks like a name goes on as a role: "Dinas Bina Marga dan Tata Ruang"."""
    tokens = sentence.tokens
    if stop + 1 >= len(tokens) or found[2] > SURE_STRENGTH:
        return False
    if tokens[stop].lower in sentence.lexicon.and_in_roles:
        other = sentence.evidence[stop + 1] < -1
        other = other and sentence.classes[stop + 1] is not WordClass.NEVER
        goes_on = tokens[stop + 1].capital and other
        return goes_on and not opens_pair(sentence, stop + 1)
    if tokens[stop].text == ",":
        start = skip_honorifics(sentence, stop + 1)
        apart = name_at(sentence, start, strict=True)
        return apart is not None and apart[2] > found[2] and apart[1] - apart[0] > 1
    return False


def _goes_on(sentence: TaggedSentence, j: int) -> bool:
    """Whether a role goes on behind a link: with a capital, or links and then one."""
    lexicon = sentence.lexicon
    for token in sentence.tokens[j : j + 3]:
        if token.capital:
            opens = token.lower in lexicon.roles or opens_pair(sentence, j)
            other = lexicon.rules.modifiers_first and token.lower in lexicon.function_words
            return not (opens or other) and (
                token.lower not in lexicon.not_names or is_acronym(token)
            )
        if token.lower not in lexicon.role_links:
            return False
    return False


def opens_pair(sentence: TaggedSentence, j: int) -> bool:
    """Whether a role of two words begins at token ``j``: "dan Wali Kota Toronto"."""
    pair = sentence.tokens[j : j + 2]
    return len(pair) == 2 and f"{pair[0].lower} {pair[1].lower}" in sentence.lexicon.role_pairs


def _listed(sentence: TaggedSentence, j: int) -> bool:
    """Whether the comma at ``j`` is inside "Industri Logam, Mesin, Alat dan Elektronika"."""
    tokens = sentence.tokens
    for k in range(j + 1, min(j + 12, len(tokens))):
        if tokens[k].lower in sentence.lexicon.and_in_names:
            return _goes_on(sentence, k + 1) and all(
                sentence.classes[m] in NOT_NAMES
                for m in range(j + 1, min(k + 2, len(tokens)))
                if tokens[m].capital
            )
        if tokens[k].capital:
            if sentence.classes[k] in NAME_LIKE or sentence.classes[k] is WordClass.NEVER:
                return False
        elif tokens[k].text != ",":
            return False
    return False
