"""Lists that no cue introduces, but semicolons part: ``Dinas membangun A; B; dan C``."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.lists.cues import cue_at
from summarize.findings.lists.guards import has_predicate
from summarize.findings.lists.item_kind import are_points
from summarize.findings.lists.lexicon import grammar_of
from summarize.findings.lists.segmentation import cut_items
from summarize.findings.lists.segments import semicolons
from summarize.findings.lists.token_range import Stretch, read_stretch
from summarize.findings.lists.trim import clause_end, trim_items
from summarize.models import Enumeration, Release

_FEWEST = 3
_WORDS = 40  # words of an item on average
_AMOUNT = 4  # tokens of "Rp 2,4 triliun"
_PREFIX = 2  # letters in which verbs that are listed agree
_TAKES_LIST = {"list", "part", "copula", "colon"}


def find_parted(release: Release, place: int) -> list[Enumeration]:
    """The list whose items two or more semicolons part in sentence number ``place`` of the body.

    Behind the verb of the sentence, or behind a cue too weak for so long a list; closed by a
    joining word, or with items that are no names (those of a line-up are).
    """
    span = release.body[place].span
    if release.text.count(";", span.start, span.end) < _FEWEST - 1:
        return []
    stretch = read_stretch(release.text, span, grammar_of(release.language))
    limit = clause_end(stretch, 0, len(stretch.tokens))
    marks = [mark for mark in semicolons(stretch, 0, limit) if mark < limit - 1]
    if len(marks) < _FEWEST - 1:
        return []
    heads = [_head(stretch, mark + 1, limit) for mark in marks]
    first = _first_item(stretch, marks[0], heads)
    cut = cut_items(stretch, first, limit, []) if first is not None else None
    if cut is None or not cut.whole:
        return []
    items = trim_items(stretch, cut.items, subject=False)
    plain = all(stretch.tokens[head].text.islower() for head in heads)
    if not (cut.closed or plain) or not {first for first, _ in items}.issuperset(heads):
        return []
    if len(items) <= len(heads) or items[-1][1] - items[0][0] > _WORDS * len(items):
        return []
    if all(
        last - first <= _AMOUNT and stretch.tokens[last - 2].is_number for first, last in items[:-1]
    ):
        return []  # amounts of year after year
    if not stretch.is_predicate(heads[0]) and any(has_predicate(stretch, item) for item in items):
        return []  # clauses, each with a verb of its own
    spans = tuple(stretch.span(item) for item in items)
    points = are_points(release, None, spans)
    return [Enumeration(span, None, spans, None, points=points, rule="semicolons: ;")]


def _head(stretch: Stretch, index: int, limit: int) -> int:
    """Where an item begins behind a semicolon and its joining word."""
    conjunctions = stretch.grammar.conjunctions
    while index < limit - 1 and (
        stretch.tokens[index].lower in conjunctions or not stretch.tokens[index].is_word
    ):
        index += 1
    return index


def _first_item(stretch: Stretch, last: int, heads: Sequence[int]) -> int | None:
    """Where the first item begins in what stands before the first semicolon."""
    tokens = stretch.tokens
    verbs = [stretch.is_predicate(head) for head in heads]
    if any(_goes_on(stretch, head) for head in heads):
        return None  # "…; jika tidak, …; untuk itu …"
    first = _behind_cue(stretch, last)
    if first is None:
        verb = _main_verb(stretch, last, tokens[heads[0]].lower[:_PREFIX] if any(verbs) else "")
        if verb is None or any(verbs) != all(verbs):
            return None
        if all(verbs):
            return verb
        bare = tokens[verb].lower in stretch.grammar.language.terms("auxiliaries") and (
            not stretch.is_predicate(verb + 1)  # "will fund", told as such by no form of its own
        )
        first = _behind_openers(stretch, verb + 1 + bare, last)
    if all(tokens[head].is_capitalised for head in heads):
        while first < last and not tokens[first].is_capitalised:
            first += 1
    return first if first < last else None


def _goes_on(stretch: Stretch, head: int) -> bool:
    """Whether the sentence goes on behind the semicolon, rather than another item begins."""
    word, grammar = stretch.tokens[head].lower, stretch.grammar
    return word in grammar.tails or word in grammar.stops or word in grammar.clauses


def _behind_cue(stretch: Stretch, last: int) -> int | None:
    """Behind the last cue before the token ``last``."""
    for index in range(last - 1, -1, -1):
        cue = cue_at(stretch, index)
        if cue is None or cue.last >= last:
            continue
        if cue.strength in _TAKES_LIST or (cue.strength == "loose" and not cue.partial):
            return cue.last
    return None


def _main_verb(stretch: Stretch, last: int, prefix: str) -> int | None:
    """The verb before the token ``last`` behind which the items may begin.

    The last one outside of relative clauses, or the first that begins with ``prefix``.
    """
    verb = None
    for index in range(last):
        if verb is not None and stretch.tokens[index].lower in stretch.grammar.modifiers:
            break
        if stretch.is_predicate(index) and stretch.tokens[index].lower.startswith(prefix):
            if prefix:
                return index
            relative = index > 0 and stretch.tokens[index - 1].lower in stretch.grammar.modifiers
            verb = verb if relative else index
    return verb


def _behind_openers(stretch: Stretch, index: int, last: int) -> int:
    """Behind the prepositions and further verbs of ``akan dilanjutkan dengan``."""
    grammar = stretch.grammar
    adverbs = grammar.language.terms("list_attendance_adverbs")
    while index < last and (
        stretch.is_predicate(index)
        or stretch.tokens[index].lower in grammar.openers
        or stretch.tokens[index].lower in adverbs
    ):
        index += 1
    return index
