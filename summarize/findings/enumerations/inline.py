"""Lists inside one sentence: ``Ada empat tuntutan, yaitu a, b, c, dan d``."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.enumerations.announcing import Count, Cue, find_counts, find_cues
from summarize.findings.enumerations.cutting import Cut, cut_items
from summarize.findings.enumerations.grammar import grammar_of
from summarize.findings.enumerations.kinds import are_points
from summarize.findings.enumerations.leads import find_lead
from summarize.findings.enumerations.passage import Passage, Range, read_passage
from summarize.findings.enumerations.trimming import trim_items
from summarize.models import Enumeration, Release, Span

_FEWEST = 3  # items of a list that no number announces
_LOOSE_WORDS = 7  # words that the items of a doubtful list have on average at most
_WORDS = 20


def find_inline(release: Release, span: Span) -> list[Enumeration]:
    """The lists that cues introduce in the sentence ``span``."""
    grammar = grammar_of(release.language)
    if not grammar.cue_search.search(release.text, span.start, span.end):
        return []
    passage = read_passage(release.text, span, grammar)
    cues = find_cues(passage)
    found: list[Enumeration] = []
    start = 0
    for place, cue in enumerate(cues):
        if cue.first < start:
            continue
        following = (other.first for other in cues[place + 1 :] if other.strength == "list")
        limit = next(following, len(passage.tokens))
        counts = find_counts(passage, cue, start)
        listed = _list_after(passage, cue, counts, start, limit)
        if listed is None:
            continue
        items, value = listed
        count = next((c for c in counts if c.value == value), None)
        lead = find_lead(passage, cue, count, start)
        found.append(
            Enumeration(
                span=span,
                lead=passage.span(lead) if lead else None,
                items=tuple(passage.span(item) for item in items),
                announced=value,
                points=are_points(passage, lead, items),
                rule=f"{'announced' if value else 'cue'}: {cue.text}",
            )
        )
        start = items[-1][1]
    return found


def _list_after(
    passage: Passage, cue: Cue, counts: Sequence[Count], start: int, limit: int
) -> tuple[list[Range], int | None] | None:
    """The items after ``cue`` and the number that announces them, or None."""
    if cue.last >= limit or _starts_clause(passage, cue):
        return None
    if cue.strength == "part" and _counts_itself(passage, cue, counts):
        return None
    cut = cut_items(passage, cue.last, limit, [count.value for count in counts])
    if cut is None:
        return None
    subject = not any(passage.is_predicate(index) for index in range(start, cue.first))
    items = trim_items(passage, cut.items, subject=subject)
    value = cut.announced
    chosen = next((count for count in counts if count.value == value), None)
    if chosen is not None and chosen.doubtful and value != len(items):
        value = next((count.value for count in counts if not count.doubtful), None)
    if not _is_list(passage, cue, items, value, cut):
        return None
    return items, value


def _starts_clause(passage: Passage, cue: Cue) -> bool:
    """Whether the word after the cue shows that no list follows: ``seperti dilansir``."""
    word = passage.tokens[cue.last].lower
    if word in passage.grammar.false_starts:
        return True
    return cue.strength in {"loose", "count"} and word in passage.grammar.tails


def _counts_itself(passage: Passage, cue: Cue, counts: Sequence[Count]) -> bool:
    """Whether the cue is the noun of a number: ``86 orang di antaranya ditangkap``."""
    return bool(counts) and cue.first - counts[0].first <= 2 and passage.is_predicate(cue.last)


def _is_list(
    passage: Passage, cue: Cue, items: Sequence[Range], value: int | None, cut: Cut
) -> bool:
    """Whether the items are enough, and alike enough, for the trust that the cue deserves."""
    if len(items) < 2 or _are_scores(passage, items):
        return False
    if value == len(items):
        return cut.score > 1.5
    if cue.strength == "count":
        return False
    if len(items) < _FEWEST:
        return value is not None and cue.strength in {"list", "part"} and cut.closed
    if value is None and _are_clauses(passage, items):
        return False
    mean = sum(last - first for first, last in items) / len(items)
    if cue.strength in {"loose", "colon"}:
        closed = cut.closed or (cut.whole and _are_names(passage, items))
        return closed and mean <= _LOOSE_WORDS and cut.score > 1.5
    return cut.score > 1.0 and mean <= _WORDS


def _are_scores(passage: Passage, items: Sequence[Range]) -> bool:
    """Results of games: ``menang dua gim, yakni 21-18, 21-19``."""
    return all(
        last - first <= 2
        and passage.tokens[last - 1].is_number
        and "-" in passage.tokens[last - 1].text
        for first, last in items
    )


def _are_clauses(passage: Passage, items: Sequence[Range]) -> bool:
    """Whether a clause goes on where items should be: some begin with a predicate, the first not,
    or the first has a relative or purpose clause that no other has."""
    tokens, grammar = passage.tokens, passage.grammar
    starts = [passage.is_predicate(first) for first, _ in items]
    if any(starts) and not starts[0]:
        return True
    words = [{tokens[index].lower for index in range(*item)} for item in items]
    binding = words[0] & (grammar.modifiers | grammar.tails)
    return bool(binding) and not any(binding & other for other in words[1:])


def _are_names(passage: Passage, items: Sequence[Range]) -> bool:
    return all(passage.tokens[first].is_capitalised for first, _ in items)
