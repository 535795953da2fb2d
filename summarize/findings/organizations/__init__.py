"""The organisations that a release names, each with its fullest name and all mentions.

Each capitalised word, and each small one behind it, begins a name of an organisation, goes on
with one, is of a place or neither: a choice that was learnt from marked texts (``id.json`` and
``en.json``) among what word lists, the tagger of names and the other findings say of the words.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from summarize.findings.organizations.context import INSIDE, Context, Known
from summarize.languages import read_text
from summarize.models import Abbreviation, Entity, Figure, Person, Span
from summarize.text.names import TaggedSentence
from summarize.text.reading import Reading
from summarize.text.tagger import NOTHING, Weights, score
from summarize.text.tokens import POSSESSIVE

LABELS = ("O", "B", "I", "L")  # no organisation, its first word, a further one, a place
_UNNAMED = frozenset(["(", ")", ".", ","]) | POSSESSIVE  # no words of a name


class _Mention(NamedTuple):
    """A name of an organisation, its words in lower case, and what told it."""

    span: Span
    words: tuple[str, ...]
    headline: bool
    rule: str


def find_organizations(
    reading: Reading,
    people: Sequence[Person],
    places: Sequence[Entity],
    abbreviations: Sequence[Abbreviation],
    figures: Sequence[Figure],
) -> tuple[Entity, ...]:
    """Each organisation once, in order of first mention; no name of a person is one."""
    known = Known(
        reading,
        reading.sentences,
        people=people,
        places=places,
        abbreviations=abbreviations,
        figures=figures,
    )
    return merge(read_mentions(known, load_weights(reading.language.code)), known)


@cache
def load_weights(code: str) -> Mapping[str, Weights]:
    """The weight of each feature for each of ``LABELS``."""
    weights: Mapping[str, Weights] = json.loads(read_text(__name__, f"{code}.json"))
    return weights


def read_mentions(known: Known, weights: Mapping[str, Weights]) -> list[_Mention]:
    """The mentions in the sentences, headlines last, where capitals tell little."""
    return [
        mention
        for sentence in known.in_order()
        for mention in _mentions(sentence, label(Context(sentence, known), weights))
    ]


def label(context: Context, weights: Mapping[str, Weights]) -> list[str]:
    """The label of each token."""
    labels: list[str] = []
    previous, run, around = "O", (0, 0), NOTHING
    for i in range(len(context.tokens)):
        guess = 0
        if context.is_open(i, previous):
            if context.run[i] != run:
                run, around = context.run[i], score(weights, context.around(i))
            guess = best(score(weights, context.features(i, previous), around), previous)
        previous = LABELS[guess]
        context.enter(i, previous)
        labels.append(previous)
    return labels


def best(scores: list[int], previous: str) -> int:
    """The number of the label for which most speaks; a name goes on only where it began."""
    if previous not in INSIDE:
        scores[LABELS.index("I")] = min(scores) - 1
    return scores.index(max(scores))


def _mentions(sentence: TaggedSentence, labels: Sequence[str]) -> Iterator[_Mention]:
    """What is between a first word and the last further one that ends no mention with a link."""
    tokens = sentence.tokens
    for start, first in enumerate(labels):
        if first != "B" or tokens[start].lower in sentence.lexicon.region_kinds:
            continue
        end = start + 1
        while end < len(labels) and labels[end] == "I":
            end += 1
        while end > start + 1 and _is_link(sentence, end - 1):
            end -= 1
        words = tuple(t.lower for t in tokens[start:end] if t.text not in _UNNAMED)
        span = Span(tokens[start].start, tokens[end - 1].end)
        yield _Mention(span, words, sentence.headline, _rule(sentence, words))


def _is_link(sentence: TaggedSentence, i: int) -> bool:
    """Whether a token only joins others: no stop behind "Inc", no bracket."""
    token = sentence.tokens[i]
    stopped = sentence.tokens[i - 1].lower in sentence.lexicon.stopped_firm_forms
    if token.text == ")" or (token.text == "." and stopped):
        return False
    return not (token.capital or token.is_number)


def _rule(sentence: TaggedSentence, words: Sequence[str]) -> str:
    """By which of its words a name is one of an organisation."""
    for word in (words[0], words[-1]):
        if word in sentence.lexicon.organization_words:
            return f"word for an organisation: {word}"
    return f"name: {words[0]}"


def merge(mentions: Sequence[_Mention], known: Known) -> tuple[Entity, ...]:
    """The mentions of each organisation together, under the fullest name.

    A short form is one of the name that the release explains it by, or the word lists.
    """
    table = known.language.table("organization_abbreviations")
    state = known.language.terms("state_words")
    generic = known.language.terms("organization_generic")

    heads = known.lexicon.organization_words if known.language.rules.modifiers_first else ()

    def full(words: tuple[str, ...]) -> frozenset[str]:
        if not frozenset(words[1:]).isdisjoint(heads):
            return frozenset(words)  # "ASEAN Centre for Energy" is not ASEAN
        long = known.shorts.get(words[0]) or table.get(words[0], words[0]).split()
        return frozenset((*long, *words[1:]))

    ends = {mention.span.end: mention.words for mention in mentions}
    for mention in mentions:
        if len(mention.words) == 1 and (before := ends.get(mention.span.start - len(" ("))):
            known.shorts[mention.words[0]] = [*before]
    groups: list[tuple[set[str], list[_Mention]]] = []
    for mention in sorted(mentions, key=lambda m: (m.headline, -len(full(m.words)), m.span)):
        words, long = frozenset(mention.words), full(mention.words)
        if len(words) == 1 and words <= generic:
            continue
        same = (g for g in groups if words - state <= g[0] or long - state <= g[0])
        group = next(same, None)
        if group is None and not mention.headline:
            groups.append(group := ({*long}, []))
        if group is not None:
            group[0].update(words)
            group[1].append(mention)
    return tuple(sorted((_entity(members) for _, members in groups), key=lambda e: e.mentions[0]))


def _entity(members: Sequence[_Mention]) -> Entity:
    """The organisation that all these name, under the fullest name outside a headline."""
    body = [m for m in members if not m.headline]
    name = max(body, key=lambda m: (len(m.words), m.span.end - m.span.start, -m.span.start))
    return Entity(name.span, tuple(sorted({m.span for m in members})), name.rule)
