"""The organisations that a release names, each with its fullest name and all mentions.

An organisation is told by the word its name begins with ("Dinas Perhubungan Provinsi Jambi"), by
an acronym that the text explains ("Badan Pemeriksa Keuangan (BPK)"), or by words that are known
as names of organisations ("Bawaslu", "Telkomsel").
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.languages import Language
from summarize.models import Entity, Person, Span
from summarize.text.lexicon import Lexicon, is_acronym, is_honorific_word, load_lexicon
from summarize.text.names import TaggedSentence, close_bracket
from summarize.text.reading import Reading
from summarize.text.tagger import Tagger, load_tagger
from summarize.text.tokens import POSSESSIVE, Token
from summarize.text.word_classes import FIRM_NAMES, NAME_LIKE, WordClass

_LONGEST = 16  # tokens in a name
_LONGEST_BEFORE = 7  # tokens of a name that ends in its word for an organisation
_UNNAMED = frozenset(("(", ")", ".", "'s", "’s"))  # no words of a name
_OWNERS = frozenset(("'", "’"))
_BRACKET = 4  # tokens in a bracket with an abbreviation


class _Candidate(NamedTuple):
    """A name of an organisation, and the abbreviation in brackets behind it."""

    span: Span
    words: tuple[str, ...]
    short: str | None
    headline: bool
    rule: str


class _Knowledge(NamedTuple):
    """The word lists and classes that tell organisations."""

    lexicon: Lexicon
    tagger: Tagger
    generic: frozenset[str]
    never: frozenset[str]
    short: dict[str, str]
    people: frozenset[int]  # where names of people begin


def find_organizations(reading: Reading, people: tuple[Person, ...]) -> tuple[Entity, ...]:
    """Each organisation once, in order of first mention; what names a person names none."""
    language = reading.language
    knowledge = _Knowledge(
        lexicon=load_lexicon(language.code),
        tagger=load_tagger(language.code),
        generic=language.terms("organization_generic"),
        never=language.terms("organization_not"),
        short=language.table("organization_abbreviations"),
        people=frozenset(mention.start for person in people for mention in person.mentions),
    )
    candidates = [c for sentence in reading.sentences for c in _candidates(sentence, knowledge)]
    return _merge(candidates, language)


def _candidates(sentence: TaggedSentence, knowledge: _Knowledge) -> Iterator[_Candidate]:
    tokens = sentence.tokens
    behind = 0
    for i in sentence.capitals:
        end = _end(sentence, i, knowledge) if i >= behind else None
        if end is None:
            continue
        words = tuple(t.lower for t in tokens[i:end] if t.text not in _UNNAMED)
        if not (len(words) == 1 and words[0] in knowledge.generic):
            span = Span(tokens[i].start, tokens[end - 1].end)
            rule = _rule(words, knowledge)
            yield _Candidate(span, words, _short_behind(sentence, end), sentence.headline, rule)
        behind = end


def _rule(words: tuple[str, ...], knowledge: _Knowledge) -> str:
    """By which of its words a name is one of an organisation."""
    for word in (words[0], words[-1]):
        if word in knowledge.lexicon.organization_words:
            return f"word for an organisation: {word}"
    return f"known name: {words[0]}"


def _end(sentence: TaggedSentence, i: int, knowledge: _Knowledge) -> int | None:
    """The end of the name of an organisation that begins at token ``i``."""
    token = sentence.tokens[i]
    if token.start in knowledge.people:
        return None
    if token.lower in knowledge.lexicon.organization_words:
        long = _extended(sentence, i, knowledge)
        return _with_field(sentence, long, knowledge)
    if knowledge.lexicon.rules.modifiers_first:
        named = _by_last_word(sentence, i, knowledge) or _explained(sentence, i, knowledge)
        if named:
            return named
    return _known_end(sentence, i, knowledge) if _known(sentence, i, knowledge) else None


def _known_end(sentence: TaggedSentence, i: int, knowledge: _Knowledge) -> int:
    """The end of a name that begins with a known one at token ``i``: "Bank BRI", "DPR RI"."""
    end = i + 1
    while end < len(sentence.tokens) and not _is_polite(sentence.tokens[end], knowledge.lexicon):
        tagged = sentence.labels[end] == "ORG" and not _head(sentence, end, knowledge)
        if not (tagged or sentence.tokens[end].text == "RI" or _known(sentence, end, knowledge)):
            break
        end += 1
    return end


def _by_last_word(sentence: TaggedSentence, i: int, knowledge: _Knowledge) -> int | None:
    """The end of a name that ends in a word for an organisation: "World Bank".

    Behind it may stand what it is of, "U.S. Department of Agriculture", or the firm's form, "Inc.".
    """
    tokens, lexicon = sentence.tokens, knowledge.lexicon
    end = None
    for k in range(i, min(i + _LONGEST_BEFORE, len(tokens))):
        token = tokens[k]
        if k > i and token.text in POSSESSIVE | _OWNERS:
            continue  # "Children's Fund", "Magistrates' Court"
        if not token.capital or token.start in knowledge.people:
            break
        if _is_role_word(token, lexicon) or token.lower in lexicon.before_organizations:
            break
        if token.lower in lexicon.organization_words or token.lower in lexicon.firm_forms:
            end = k + 1  # the last of them: "World Bank Group", "United Nations Children's Fund"
    return _with_field(sentence, end, knowledge) if end else None


def _explained(sentence: TaggedSentence, i: int, knowledge: _Knowledge) -> int | None:
    """The end of a name with what it is in apposition: "Gavi, the Vaccine Alliance"."""
    tokens, lexicon = sentence.tokens, knowledge.lexicon
    if [t.lower for t in tokens[i + 1 : i + 3]] != [",", "the"] or not _is_alone(sentence, i):
        return None
    end = _by_last_word(sentence, i + 3, knowledge)
    if not end or (end < len(tokens) and tokens[end].text[0].isalnum()):
        return None
    behind = tokens[end : end + 2]
    return None if len(behind) == 2 and all(_lists(token, lexicon) for token in behind) else end


def _is_alone(sentence: TaggedSentence, i: int) -> bool:
    """Whether a word that may be a name is neither part of a longer one nor a place."""
    if sentence.classes[i] in (WordClass.REGION, WordClass.NEVER):
        return False
    before = sentence.tokens[i - 1] if i else None
    placed = sentence.lexicon.before_places
    return before is None or not (before.capital or before.lower in placed)


def _lists(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word may belong to a list of names."""
    return token.text == "," or token.capital or token.lower in lexicon.organization_list_words


def _with_field(sentence: TaggedSentence, end: int, knowledge: _Knowledge) -> int:
    """Where an English name ends with what the organisation is of or for."""
    tokens, lexicon = sentence.tokens, knowledge.lexicon
    if end == len(tokens):
        return end
    if tokens[end - 1].lower in lexicon.stopped_firm_forms and tokens[end].text == ".":
        return end + 1
    if tokens[end].text in lexicon.field_links:
        k = end + 1
        while k < len(tokens) and tokens[k].text in lexicon.definite_articles:
            k += 1
        if k < len(tokens) and tokens[k].capital and tokens[k].start not in knowledge.people:
            return _extended(sentence, k, knowledge)
    return end


def _known(sentence: TaggedSentence, i: int, knowledge: _Knowledge) -> bool:
    """Whether the word is known to name an organisation and may do so here."""
    token = sentence.tokens[i]
    if not token.capital or token.lower in knowledge.never or token.start in knowledge.people:
        return False
    if token.lower in knowledge.short:
        return True
    kind = knowledge.tagger.classes.get(token.lower, "?")
    if (
        kind[0] != "G"
        or kind[2] != "-"
        or sentence.classes[i] is WordClass.NEVER
        or sentence.classes[i] is WordClass.REGION
    ):
        return False
    return sentence.labels[i] == "ORG" or (kind[1] == "3" and is_acronym(token))


def _extended(sentence: TaggedSentence, i: int, knowledge: _Knowledge) -> int:
    """The end of a name that begins with a word for an organisation."""
    tokens, lexicon = sentence.tokens, knowledge.lexicon
    capitals = tokens[i].text.isupper()
    acronym = capitals and len(tokens[i].text) > 2 and lexicon.rules.acronyms_are_whole
    end = j = i + 1
    limit = min(len(tokens), i + _LONGEST)
    if capitals and j < limit and tokens[j].text == ".":
        j += 1  # "PT. Tata Sarana"
    while j < limit and tokens[j].start not in knowledge.people:
        if tokens[j].capital:
            if _ends_before(tokens[j], lexicon, acronym=acronym):
                break
            end = j = j + 1
        elif tokens[j].text.isdigit() and end == j:
            end = j = j + 1
        elif link := _link_end(sentence, j, knowledge, acronym=acronym):
            j = link
        else:
            break
    return _before_honorific(tokens, i, end, knowledge)


def _before_honorific(tokens: Sequence[Token], i: int, end: int, knowledge: _Knowledge) -> int:
    """``end``, or where the honorific of a person begins: "Dinas Sosial | Ir. Ratna Dewi"."""
    behind = end + (end < len(tokens) and tokens[end].text == ".")
    if behind < len(tokens) and tokens[behind].start in knowledge.people:
        while end > i + 1 and is_honorific_word(tokens[end - 1].lower, knowledge.lexicon):
            end -= 1
    return end


def _ends_before(token: Token, lexicon: Lexicon, *, acronym: bool) -> bool:
    """Whether a capitalised word belongs to no name of an organisation before it."""
    if token.lower in lexicon.not_names or _is_role_word(token, lexicon):
        return True
    other = token.lower in lexicon.organization_words and not token.text.isupper()
    return _is_polite(token, lexicon) or (acronym and other)


def _link_end(sentence: TaggedSentence, j: int, knowledge: _Knowledge, *, acronym: bool) -> int:
    """Where what joins two parts of a name at ``j`` ends: "(BPK) | Perwakilan"; 0 if nothing."""
    token = sentence.tokens[j]
    if (
        token.text == "("
        and (close := close_bracket(sentence, j, within=_BRACKET))
        and _branch(sentence, close)
    ):
        return close
    area = token.lower in sentence.lexicon.organization_areas and _region(sentence, j + 1)
    return j + 1 if area or (not acronym and _linked(sentence, j, knowledge)) else 0


def _region(sentence: TaggedSentence, i: int) -> bool:
    """Whether a region or the state goes on the name at token ``i``."""
    if i >= len(sentence.tokens) or not sentence.tokens[i].capital:
        return False
    return (
        sentence.classes[i] is WordClass.REGION
        or sentence.tokens[i].lower in sentence.lexicon.organization_regions
    )


def _branch(sentence: TaggedSentence, i: int) -> bool:
    """Whether the name of a branch goes on the name at token ``i``."""
    return _region(sentence, i) or (
        i < len(sentence.tokens) and sentence.tokens[i].text in sentence.lexicon.branches
    )


def _linked(sentence: TaggedSentence, j: int, knowledge: _Knowledge) -> bool:
    """Whether "dan" or a comma at ``j`` is inside the name: "Dinas Pertanian dan Pangan"."""
    tokens = sentence.tokens
    if tokens[j].lower not in knowledge.lexicon.organization_links:
        return False
    k = _last_of_list(sentence, j, knowledge) if tokens[j].text == "," else j + 1
    if not k or k >= len(tokens) or not tokens[k].capital or tokens[k].text.isupper():
        return False
    if tokens[k].start in knowledge.people or _head(sentence, k, knowledge):
        return False
    if tokens[j].lower == "dan" and _known(sentence, k, knowledge):
        return False
    return sentence.classes[k] not in FIRM_NAMES and sentence.classes[k] is not WordClass.REGION


def _last_of_list(sentence: TaggedSentence, j: int, knowledge: _Knowledge) -> int:
    """Where the last part behind a comma begins: "Dinas Pangan, Air, dan | Hutan"; 0 if none."""
    tokens, k = sentence.tokens, j + 1
    while k < min(j + 6, len(tokens)) and tokens[k].lower not in knowledge.lexicon.and_words:
        if not (tokens[k].capital or tokens[k].text == ",") or sentence.classes[k] in NAME_LIKE:
            return 0
        if _head(sentence, k, knowledge):
            return 0
        k += 1
    return k + 1


def _head(sentence: TaggedSentence, k: int, knowledge: _Knowledge) -> bool:
    token = sentence.tokens[k]
    return token.lower in knowledge.lexicon.organization_words or _is_role_word(
        token, knowledge.lexicon
    )


def _is_polite(token: Token, lexicon: Lexicon) -> bool:
    """Whether an honorific begins a name: "BKPM Mr. Budi"; in Indonesian "RSUD Dr. Soetomo"."""
    return not lexicon.rules.honorifics_in_organizations and is_honorific_word(token.lower, lexicon)


def _is_role_word(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.roles or token.lower in lexicon.role_abbreviations


def _short_behind(sentence: TaggedSentence, end: int) -> str | None:
    """The abbreviation in brackets behind a name, in lower case."""
    tokens = sentence.tokens
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        return tokens[end + 1].lower
    return None


def _merge(candidates: Sequence[_Candidate], language: Language) -> tuple[Entity, ...]:
    """The candidates of each organisation together, under the fullest name."""
    known, state = language.table("organization_abbreviations"), language.terms("state_words")
    shorts = {c.short: c.words for c in candidates if c.short and len(c.words) > 1}

    heads = language.terms("organization_words") if language.rules.modifiers_first else frozenset()

    def full(words: tuple[str, ...]) -> tuple[str, ...]:
        if not heads.isdisjoint(words[1:]):
            return words  # "ASEAN Centre for Energy" is not ASEAN
        if words[0] in shorts:
            return shorts[words[0]] + tuple(w for w in words[1:] if w not in shorts[words[0]])
        if words[0] in known:
            return (*known[words[0]].split(), *words[1:])
        return words

    groups: list[tuple[tuple[str, ...], list[_Candidate]]] = []
    index: dict[str, list[int]] = {}
    for candidate in sorted(candidates, key=lambda c: (c.headline, -len(full(c.words)), c.span)):
        words = full(candidate.words)
        home = next((n for n in index.get(words[0], ()) if _same(words, groups[n][0], state)), None)
        if home is None:
            if candidate.headline:
                continue
            home = len(groups)
            groups.append((words, []))
            index.setdefault(words[0], []).append(home)
        groups[home][1].append(candidate)
    return tuple(sorted((_entity(members) for _, members in groups), key=lambda e: e.mentions[0]))


def _entity(members: Sequence[_Candidate]) -> Entity:
    """The organisation that all these name, under the fullest name outside a headline."""
    body = [c for c in members if not c.headline]
    name = max(body, key=lambda c: (len(c.words), c.span.end - c.span.start, -c.span.start))
    return Entity(name.span, tuple(sorted({c.span for c in members})), name.rule)


def _same(short: tuple[str, ...], long: tuple[str, ...], state: frozenset[str]) -> bool:
    """Whether the shorter name can be short for the longer: "Dinas PU" for "Dinas PU Sumsel"."""
    rest = set(long)
    return all(word in rest or word in state for word in short)
