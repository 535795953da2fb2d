"""Names with no role before them, by what else stands beside them, among them whole lists."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from summarize.findings.people.apposition import joined
from summarize.findings.people.honorifics import is_honorific, skip_honorifics
from summarize.findings.people.name_cues import CUED_STRENGTH, cue_beside, lead, rule_for
from summarize.findings.people.name_spans import (
    LONGEST_NAME,
    first_of_name,
    name_at,
    plausible,
    run_end,
    word_count,
)
from summarize.findings.people.role_spans import SURE_STRENGTH
from summarize.text.lexicon import is_acronym, is_degree
from summarize.text.names import NameSpan, TaggedSentence, best_name
from summarize.text.tokens import Token
from summarize.text.word_classes import NAME_LIKE, NO_NAMES, WordClass, weight_of

_OPENING = frozenset("“\"‘'.:(-–—")
_OWNERS = frozenset(("'", "’", "'s", "’s"))
_LISTED_STRENGTH = 2  # least evidence of a name in a list of names

_LEAST_LEAD = -800  # of the tagger, for a name before a degree
_MAY_BEGIN = NAME_LIKE | {WordClass.THING, WordClass.RARE, WordClass.EITHER}
_LONGEST_LEAD = 8  # tokens before the name of a contact
_SHORTEST_LEAD = 2  # tokens of a line before that of a contact, without a colon

_Span = tuple[int, int]


class _Candidate(NamedTuple):
    name: NameSpan
    rule: str  # by what it is certain; empty if only as one of a list of names


def names_without_role(
    sentence: TaggedSentence, named: Collection[_Span], taken: list[bool], roles: frozenset[int]
) -> list[tuple[_Span, str]]:
    """The names of a sentence with no role before them, and by what each is one.

    ``named`` are those behind a role, ``taken`` the tokens of these and of all roles, ``roles``
    where roles without a name begin.
    """
    candidates = [_Candidate(NameSpan(*name, SURE_STRENGTH), "position") for name in named]
    candidates += _Reader(sentence, taken, roles).candidates()
    candidates.sort()
    lists: list[list[_Candidate]] = []
    for candidate in candidates:
        if lists and joined(sentence, lists[-1][-1].name.end, candidate.name.start):
            lists[-1].append(candidate)
        else:
            lists.append([candidate])
    return [
        (name.span, rule) if rule else (_from_run_start(sentence, *name.span), "list of names")
        for members in lists
        for name, rule in members
        if rule or (any(other.rule for other in members) and name.strength >= _LISTED_STRENGTH)
    ]


def _from_run_start(sentence: TaggedSentence, start: int, end: int) -> _Span:
    """A name of a list with the words before it that may be of one: "Maria Goreti Bria (fisika),".

    What stands between the commas of such a list is a name as a whole.
    """
    first = start
    while first and sentence.tokens[first - 1].capital:
        first -= 1
    words = sentence.classes[first:start]
    whole = first < start and _MAY_BEGIN.issuperset(words) and end - first <= LONGEST_NAME
    return (first, end) if whole and plausible(sentence, start, end) else (start, end)


def contact(sentence: TaggedSentence, before: TaggedSentence | None) -> _Span | None:
    """Whom a line names for questions: "Media contact: Jane Roe, +44 …", also on the next line."""
    tokens, words = sentence.tokens, sentence.lexicon.contact_words
    texts = [token.text for token in tokens[:_LONGEST_LEAD]]
    asked = tokens[: texts.index(":") + 1] if ":" in texts else []
    start = skip_honorifics(sentence, len(asked))
    asked = asked or (_announced(before) if before else [])
    stop = run_end(sentence, start)
    named = {token.lower for token in tokens[start:stop]}  # no "Media Desk"
    if words.isdisjoint(token.lower for token in asked) or not words.isdisjoint(named):
        return None
    return (start, stop) if _is_name_like(sentence, start, stop) else None


def _announced(before: TaggedSentence) -> list[Token]:
    """The words that announce what stands on the next line: "Contacts", "please contact:"."""
    opens = before.tokens[-1].text == ":" or len(before.tokens) <= _SHORTEST_LEAD
    return before.tokens[-_LONGEST_LEAD:] if opens else []


class _Reader(NamedTuple):
    """A sentence that is read for names with no role before them."""

    sentence: TaggedSentence
    taken: list[bool]
    roles: frozenset[int]

    def candidates(self) -> Iterator[_Candidate]:
        """What may be such a name."""
        behind = 0
        for i, token in enumerate(self.sentence.tokens):
            if i >= behind and self.sentence.lexicon.opens_name(token):
                candidate, behind = self._read(i)
                if candidate:
                    yield candidate

    def _read(self, i: int) -> tuple[_Candidate | None, int]:
        """What begins at a token, and where reading goes on."""
        token, lexicon = self.sentence.tokens[i], self.sentence.lexicon
        if self.taken[i]:
            return None, i + 1
        if (start := skip_honorifics(self.sentence, i)) > i:
            return self._behind_honorifics(i, start)
        if not token.capital or token.lower in lexicon.cues_before_name:
            return None, i + 1
        stop = run_end(self.sentence, i)
        if lexicon.rules.modifiers_first and _is_thing(self.sentence, i, stop):
            return None, stop
        stop = next((k for k in range(i, stop) if self.taken[k]), stop)
        if rank := _rank_inside(self.sentence, i, stop):
            return None, rank  # "Sesmenko Polhukam | Mayjen TNI Agus Suwandono"
        return self._in_run(i, stop), max(stop, i + 1)

    def _behind_honorifics(self, i: int, start: int) -> tuple[_Candidate | None, int]:
        tokens, name = self.sentence.tokens, name_at(self.sentence, start, strict=False)
        thing = i > 0 and tokens[i - 1].lower in self.sentence.lexicon.not_person_cues
        if not name or thing or any(self.taken[slice(*name.span)]):
            return None, start
        return _Candidate(name, f"honorific: {tokens[i].text}"), name.end

    def _in_run(self, start: int, stop: int) -> _Candidate | None:
        """The name in a run of capitalised words."""
        sentence = self.sentence
        if (name := _before_degree(sentence, start, stop)) and lead(sentence, name) > _LEAST_LEAD:
            return _Candidate(name, "degree")
        if stop == start + 1 and _says(sentence, start):
            verb = sentence.tokens[start - 1].text
            return _Candidate(NameSpan(start, stop, CUED_STRENGTH), f"cue: {verb}")
        if _follows_verb(sentence, start, stop):
            verb = sentence.tokens[start - 1].text
            return _Candidate(NameSpan(start, stop, SURE_STRENGTH), f"cue: {verb}")
        classes = sentence.classes[start:stop]
        if stop - start > 1 and weight_of(classes) > 1 and NAME_LIKE.issuperset(classes):
            name = NameSpan(start, stop, max(sum(sentence.evidence[start:stop]), _LISTED_STRENGTH))
        elif best := best_name(sentence, start, stop):
            name = self._widened(best, start, stop)
        return _Candidate(name, rule_for(sentence, name, self.roles)) if name else None

    def _widened(self, best: NameSpan, start: int, stop: int) -> NameSpan:
        """The whole run of capitalised words where something beside it says that it is a name.

        ``untuk Raga Eka Darma, terdakwa``, ``Jakarta non definitif Pantas Nainggolan menyebut``.
        """
        tokens = self.sentence.tokens
        if not start or best.span == (start, stop) or tokens[start - 1].text in _OPENING:
            return best
        if not _is_name_like(self.sentence, start, stop):
            return best
        if WordClass.SURE not in self.sentence.classes[start:stop]:
            return best
        whole = NameSpan(start, stop, max(best.strength, CUED_STRENGTH))
        return whole if cue_beside(self.sentence, whole, self.roles) else best


def _is_name_like(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether two to four words may be a name, none of them an acronym."""
    if not 1 < word_count(sentence, start, stop) <= LONGEST_NAME or not plausible(
        sentence, start, stop
    ):
        return False
    return not any(map(is_acronym, sentence.tokens[start:stop]))


def _follows_verb(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether the run of capitalised words follows a verb of speech: "ujar Yuni Wahab"."""
    verb = start > 0 and sentence.tokens[start - 1].lower in sentence.lexicon.cues_before_name
    return verb and _is_name_like(sentence, start, stop)


def _before_degree(sentence: TaggedSentence, start: int, stop: int) -> NameSpan | None:
    """The words before a degree: "Dewi Lestari, S.E."."""
    tokens, lexicon, last = sentence.tokens, sentence.lexicon, stop
    while last > start and is_degree(tokens[last - 1], lexicon):
        last -= 1
    behind = stop + (tokens[stop : stop + 1] != [] and tokens[stop].text == ",")
    if last == stop and not any(is_degree(token, lexicon) for token in tokens[behind : behind + 1]):
        return None
    first = first_of_name(sentence, start, last)
    if first == last > start and not NO_NAMES.isdisjoint(sentence.classes[start:last]):
        return None  # "Di Kejari OKI, BA sempat berbincang"
    if first > start and last - first < 2 and sentence.classes[first - 1] is WordClass.COMMON:
        first -= 1  # a name may end in a common word: "Dewi Lestari"
    if first == last == stop and last - start in (2, 3):
        first = start
    return (
        NameSpan(first, last, SURE_STRENGTH)
        if 0 < word_count(sentence, first, last) <= LONGEST_NAME
        else None
    )


def _rank_inside(sentence: TaggedSentence, start: int, stop: int) -> int | None:
    """Where a rank begins in the midst of capitalised words, with a name behind it."""
    for k in range(start + 1, stop - 1):
        if is_honorific(sentence, k) and sentence.classes[k] is WordClass.NEVER:
            behind = skip_honorifics(sentence, k)
            if behind < stop and sentence.classes[behind] in NAME_LIKE:
                return k
    return None


def _is_thing(sentence: TaggedSentence, start: int, stop: int) -> bool:
    """Whether English capitalised words name no person: "Storm Bronwen", "Acme Solar Inc."."""
    lexicon = sentence.lexicon
    tokens = sentence.tokens
    last = stop
    if stop + 1 < len(tokens) and tokens[stop].text in _OWNERS and tokens[stop + 1].capital:
        last = stop + 2  # "Brookhaven Magistrates' Court"
    return stop - start > 1 and (
        tokens[start].lower in lexicon.not_person_cues
        or tokens[last - 1].lower in lexicon.organization_words
        or tokens[last - 1].lower in lexicon.firm_forms
        or tokens[stop - 1].lower in lexicon.thing_endings
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
