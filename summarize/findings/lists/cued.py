"""Lists behind a cue, in one sentence: ``Ada empat tuntutan, yaitu a, b, c, dan d``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.findings.lists.acceptance import Candidate, is_list
from summarize.findings.lists.announcement import Announcement, may_introduce
from summarize.findings.lists.build import build
from summarize.findings.lists.cues import LEAD_WORDS, Count, Cue, find_counts, find_cues
from summarize.findings.lists.guards import clause_limit
from summarize.findings.lists.introductions import (
    Introduction,
    counts_before,
    find_introduction,
)
from summarize.findings.lists.lead import find_lead
from summarize.findings.lists.lexicon import Joining, Strength, list_lexicon
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import trim_items
from summarize.models import Enumeration, ListKind
from summarize.text.reading import Reading

_INNER = (Strength.LIST, Strength.PART, Strength.LOOSE)  # cues that may stand inside an item
_MOST_CUES = 1000  # cues of a sentence that are followed; one that has more is no prose
_CUES_INSIDE = 4  # cues after which a list is given up: its items do not hold so many
_TOKENS_BETWEEN = 200  # tokens from a doubtful cue to the semicolon behind its list


def find_cued_lists(
    reading: Reading, sentence_number: int, named: Sequence[int] = ()
) -> list[Enumeration]:
    """The lists that cues introduce in sentence ``sentence_number`` of the body.

    ``named`` are the places in the release where people are named, in order.
    """
    lexicon = list_lexicon(reading.language)
    span = reading.body[sentence_number].span
    trigger = lexicon.cue_search.search(reading.lowered, span.start, span.end)
    if trigger is None or trigger.end() == span.end:
        return []
    tokens = tokenize(reading, span, lexicon, named)
    found: list[Enumeration] = []
    start = 0
    for cue, following in _with_following(find_cues(tokens)):
        if cue.first < start:
            continue
        refers_back = sentence_number > 0 and _begins_sentence(tokens, cue)
        counts = find_counts(tokens, cue, start)
        if refers_back:
            values = counts_before(reading, sentence_number)
            counts += [Count(value, cue.first, cue.first, True) for value in values]
        limit = _limit(tokens, cue, following, colons=not counts)
        items, value = _list_after(tokens, cue, counts, start, limit)
        if not items:
            continue
        if refers_back:
            at = tokens[cue.first].start
            intro = find_introduction(reading, sentence_number, at, len(items))
        else:
            count = next((count for count in counts if count.value == value), None)
            intro = Introduction(span.start, find_lead(tokens, cue, count, start))
        found.append(
            build(
                reading,
                intro._replace(announced=value, partial=cue.partial),
                [tokens.span(item) for item in items],
                span.end,
                kind=ListKind.ANNOUNCED if value else ListKind.CUE,
                sign=cue.text,
            )
        )
        start = items[-1][1]
    return found


def _with_following(cues: Sequence[Cue]) -> Iterator[tuple[Cue, Sequence[Cue]]]:
    """Each cue that no other stands right behind, and those that follow it."""
    for number, cue in enumerate(cues[:_MOST_CUES]):
        following = cues[number + 1 : number + 1 + _CUES_INSIDE]
        if not following or following[0].first != cue.last:
            yield cue, following


def _begins_sentence(tokens: TokenRange, cue: Cue) -> bool:
    """Whether the sentence begins with the cue: ``Antara lain …``."""
    return cue.is_sure and not any(token.is_word for token in tokens[: cue.first])


def _limit(tokens: TokenRange, cue: Cue, following: Sequence[Cue], *, colons: bool) -> int:
    """Where the list of ``cue`` must end because of the cues that follow and of semicolons.

    With ``colons``, one behind a colon ends before the next colon.
    """
    limit = len(tokens)
    if len(following) == _CUES_INSIDE:
        limit = following[-1].first
    colons = colons and cue.strength is Strength.COLON
    for other in following:
        if other.strength is Strength.LIST or (colons and other.strength is Strength.COLON):
            limit = other.first
            break
    if cue.strength is Strength.LOOSE:
        return _before_semicolon(tokens, cue, limit)
    return _before_inner(tokens, cue, following, limit) if cue.is_sure else limit


def _before_semicolon(tokens: TokenRange, cue: Cue, limit: int) -> int:
    """Where the list of a doubtful cue ends that itself stands between semicolons: before the next.

    ``Dinas membangun gudang ikan; memperbaiki jalan seperti ruas A, B, dan C; menata pasar``.
    """
    if any(token.text == ";" for token in tokens[: cue.first]):
        for index in range(cue.last, min(limit, cue.last + _TOKENS_BETWEEN)):
            if tokens[index].text == ";":
                return index
    return limit


def _before_inner(tokens: TokenRange, cue: Cue, following: Sequence[Cue], limit: int) -> int:
    """Where the list must end because its last item has a list inside: before the cue of that.

    ``antara lain Dinas A, Dinas B, dan Dinas C yang mengurus hal seperti air, jalan, dan pasar``.
    """
    for inner in following:
        if inner.last >= limit or inner.strength not in _INNER:
            continue
        if _is_closed(tokens, cue.last, inner.first):
            items, _ = _list_after(tokens, inner, [], inner.first, limit)
            if items:
                return inner.first
    return limit


def _is_closed(tokens: TokenRange, first: int, last: int) -> bool:
    """Whether a comma and a joining word between the tokens announce a last item."""
    conjunctions = tokens.lexicon.conjunctions
    index, commas = first, 0
    while index < last:
        if tokens[index].text == ",":
            commas += 1
            joining = conjunctions.get(tokens[index + 1].lower) if index + 1 < last else None
            if commas > 1 and joining in (Joining.STRONG, Joining.OUTER):
                return True
        index = tokens.skip(index, last) + 1
    return False


def _list_after(
    tokens: TokenRange, cue: Cue, counts: Sequence[Count], start: int, limit: int
) -> tuple[list[Range], int | None]:
    """The items after ``cue``, none if it is no list, and the number that announces them."""
    if cue.last >= limit or not may_introduce(Announcement(tokens, cue, counts, limit)):
        return [], None
    first = _after_ordinal(tokens, cue.last, limit)
    if cue.is_sure:
        first = _after_opener(tokens, first, limit)
    limit = clause_limit(tokens, first, limit)
    segmented = segment_items(tokens, first, limit, [count.value for count in counts])
    if segmented is None:
        return [], None
    items = trim_items(tokens, segmented.items, subject=_is_in_subject(tokens, cue, start))
    if items and _is_torn(tokens, items[-1]):
        items.pop()
    value = _announcing(tokens, cue, counts, segmented.announced, len(items))
    listed = is_list(Candidate(tokens, cue, items, value, segmented))
    return items if listed else [], value


def _is_in_subject(tokens: TokenRange, cue: Cue, start: int) -> bool:
    """Whether the clause has no predicate before the cue, so that one may follow the list."""
    before = range(max(start, cue.first - LEAD_WORDS), cue.first)
    relative = tokens[cue.first].lower in tokens.lexicon.modifiers
    return relative or not any(tokens.is_predicate(index) for index in before)


def _announcing(
    tokens: TokenRange, cue: Cue, counts: Sequence[Count], value: int | None, items: int
) -> int | None:
    """The number that announces the items: ``value`` if it is theirs or near the cue."""
    if value is None or value == items:
        return value
    chosen = next(count for count in counts if count.value == value)
    if _is_near(tokens, chosen, cue):
        return value
    return next((count.value for count in counts if _is_near(tokens, count, cue)), None)


def _is_near(tokens: TokenRange, count: Count, cue: Cue) -> bool:
    """Whether the number's noun phrase reaches the cue, so that it must be meant."""
    between = tokens[count.last : cue.first]
    return not count.doubtful and not any(token.is_word for token in between)


def _after_ordinal(tokens: TokenRange, first: int, limit: int) -> int:
    """Behind the ordinal of ``dua, yakni pertama, …``."""
    if first + 1 < limit and tokens[first + 1].text == ",":
        return first + 2 if tokens[first].lower in tokens.lexicon.ordinals else first
    return first


def _after_opener(tokens: TokenRange, first: int, limit: int) -> int:
    """Behind the ``ada`` of ``yaitu ada Hutan Lindung, Hutan Produksi, …``, if only one has it."""
    if first + 1 >= limit:
        return first
    word = tokens[first].lower
    if word not in tokens.lexicon.existentials:
        return first
    rest = tokens[first + 1 : min(limit, first + _TOKENS_BETWEEN)]
    return first if any(token.lower == word for token in rest) else first + 1


def _is_torn(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is one word before a comma after a space: its rest was lost with a link."""
    first, last = item
    if last - first > 1 or last == len(tokens):
        return False
    mark = tokens[last]
    return mark.text == "," and mark.start > tokens[last - 1].end
