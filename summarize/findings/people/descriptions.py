"""Roles that a sentence tells beside a name in words of its own, whatever these are.

``Ana Roe, 41, a retired nurse from Leeds, said``: behind an English name all between commas is the
role if its head is what a person can be. ``Kepala Dinas Pariwisata, Seni dan Budaya (Disparsenbud)
Arunika Rudi Hartono``: before a name the role goes on to it, over commas and brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.people.name_mentions import span_of
from summarize.findings.people.name_spans import run_end
from summarize.findings.people.roles import RoleMention, role_at
from summarize.models import Span
from summarize.text.lexicon import Lexicon, is_degree
from summarize.text.names import TaggedSentence, best_name
from summarize.text.tokens import POSSESSIVE, Token

_LONGEST = 14  # tokens of a role behind a name
_LONGEST_BEFORE = 18  # tokens between the head of a role and the name
_LONGEST_VERB = 9  # tokens behind a name in which a verb may say its role
_LEAST_LETTERS = 5  # of a word that its ending makes what a person can be

_Found = dict[tuple[int, int], Span | None]


def describe(sentence: TaggedSentence, roles: Sequence[RoleMention], found: _Found) -> None:
    """Gives the names what is told beside them as their roles."""
    names = sorted(found)
    for place, name in enumerate(names):
        stop = names[place + 1][0] if place + 1 < len(names) else len(sentence.tokens)
        if sentence.lexicon.rules.modifiers_first and (behind := _behind(sentence, name[1])):
            found[name] = _fuller(sentence, found[name], behind)
        if found[name] is None:
            found[name] = _behind_verb(sentence, name[1], stop)
        if found[name] is None:
            first = names[place - 1][1] if place else 0
            found[name] = _before(sentence, roles, first, name[0])


def _behind_verb(sentence: TaggedSentence, end: int, stop: int) -> Span | None:
    """The role that a name is said to hold: "Rudi yang kini menjabat Camat", "will serve as"."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for k in range(end, min(end + _LONGEST_VERB, stop - 1)):
        token = tokens[k]
        if token.lower in lexicon.role_verbs:
            following = k + 1 + (tokens[k + 1].lower in lexicon.articles)
            role = role_at(sentence, following) if following < stop else None
            if role and role.start == following:
                last = min(role.end, stop)
                last -= last == stop and tokens[last - 1].lower in lexicon.and_words
                return span_of(sentence, role.start, last)
        elif token.capital or not token.text.isalpha():
            return None
    return None


def _fuller(sentence: TaggedSentence, role: Span | None, behind: tuple[int, int]) -> Span:
    """The role behind a name rather than one before it that is an honorific as well, or a part."""
    span = span_of(sentence, *behind)
    if role is None or span.contains(role):
        return span
    words = [t.lower for t in sentence.tokens if role.start <= t.start < role.end]
    return span if sentence.lexicon.honorifics.issuperset(words) else role


def _behind(sentence: TaggedSentence, end: int) -> tuple[int, int] | None:
    """Where a role between commas behind a name begins and ends."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    start, stop = _between_commas(sentence, end)
    head = start - 1
    while head + 1 < stop and tokens[head + 1].lower not in lexicon.field_openers:
        head += 1
    if head < start or not _is_person(tokens[head], lexicon):
        return None
    return _behind_owner(tokens, start, head), _with_body(sentence, head, stop)


def _between_commas(sentence: TaggedSentence, end: int) -> tuple[int, int]:
    """Where what stands between commas behind a name begins and ends, without its article."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    start = _behind_asides(tokens, end, lexicon)
    if start == end or start >= len(tokens) or tokens[start - 1].text != ",":
        return start, start
    while start < len(tokens) and tokens[start].lower in lexicon.articles | lexicon.former:
        start += 1
    stop = next((k for k in range(start, len(tokens)) if _closes(sentence, start, k)), len(tokens))
    joined = stop > start and tokens[start].lower in lexicon.and_words
    return start, start if joined or stop - start > _LONGEST else stop


def _behind_owner(tokens: Sequence[Token], start: int, head: int) -> int:
    """Where a role begins behind whose it is: "the ministry's | director"."""
    for k in range(head - 1, start, -1):
        if tokens[k].text in POSSESSIVE:
            return start if tokens[k - 1].capital else k + 1
    return start


def _behind_asides(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Where what stands behind a name begins, its commas, degrees and age left out."""
    k = end
    while k < len(tokens) and (
        tokens[k].text in ",.()" or is_degree(tokens[k], lexicon) or tokens[k].is_number
    ):
        k += 1
    return k


def _closes(sentence: TaggedSentence, start: int, k: int) -> bool:
    """Whether a role in words of its own ends before a token."""
    token, lexicon = sentence.tokens[k], sentence.lexicon
    if token.text in ',;:()–—“”"' or token.lower in lexicon.person_relatives:
        return True
    if token.text == ".":
        return True
    if token.lower in lexicon.and_words and k > start:
        following = sentence.tokens[k + 1].lower if k + 1 < len(sentence.tokens) else ""
        return following in lexicon.articles or following in lexicon.role_heads
    return k > start and token.lower in lexicon.cues_after_name


def _is_person(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word is what a person can be: "nurse", "Treasurer", "cellist"."""
    word = token.lower
    if word in lexicon.not_described or token.text.isupper():
        return False
    ending = len(word) >= _LEAST_LETTERS and token.text.endswith(lexicon.person_endings)
    ending = ending and not token.capital
    return word in lexicon.roles or word.rpartition("-")[2] in lexicon.roles or ending


def _with_body(sentence: TaggedSentence, head: int, stop: int) -> int:
    """Where a role ends, with the body behind its comma: "Director, Logistics Council"."""
    tokens = sentence.tokens
    behind = stop + 1
    if head != stop - 1 or not tokens[head].capital or behind >= len(tokens):
        return stop
    if tokens[stop].text != "," or not tokens[behind].capital:
        return stop
    end = run_end(sentence, behind)
    if end < len(tokens) and tokens[end].text in POSSESSIVE | {"'", "’"}:
        end = run_end(sentence, end + 1)
    ends = end == len(tokens) or tokens[end].text in ",.;)"
    named = best_name(sentence, behind, end)
    return end if ends and end - behind > 1 and named is None else stop


def _before(
    sentence: TaggedSentence, roles: Sequence[RoleMention], first: int, name: int
) -> Span | None:
    """The role before a name that begins with a head and goes on to the name."""
    tokens = sentence.tokens
    near = [r for r in roles if first <= r.start and r.end < name and r.name is None]
    if not near or name - near[-1].end > _LONGEST_BEFORE or not tokens[near[-1].start].capital:
        return None
    role = near[-1]
    end = name - (tokens[name - 1].text == ",")
    inside = _goes_on(tokens[role.end : name], sentence.lexicon)
    return span_of(sentence, role.start, end) if inside and end > role.end else None


def _goes_on(between: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a role goes on to the name behind these tokens, no word of them in lower case."""
    texts = [token.text for token in between]
    if texts.count("(") != texts.count(")") or texts[-1].lower() in lexicon.and_words:
        return False
    return all(
        t.capital or t.is_number or t.text in ",()/&" or t.lower in lexicon.and_words
        for t in between
    )
