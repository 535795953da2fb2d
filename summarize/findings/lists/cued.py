"""Lists inside one sentence: ``Ada empat tuntutan, yaitu a, b, c, dan d``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summarize.findings.lists.cues import (
    LEAD_WORDS,
    Count,
    Cue,
    cue_at,
    find_counts,
    find_cues,
)
from summarize.findings.lists.guards import are_clauses, clause_limit
from summarize.findings.lists.introductions import (
    Introduction,
    counts_before,
    find_introduction,
)
from summarize.findings.lists.item_kind import are_points
from summarize.findings.lists.lead import find_lead
from summarize.findings.lists.lexicon import grammar_of
from summarize.findings.lists.segmentation import Cut, cut_items, leading_sum
from summarize.findings.lists.token_range import Range, Stretch, read_stretch
from summarize.findings.lists.trim import trim_items
from summarize.models import Enumeration, Release, Span

_LOOSE = frozenset({"loose", "copula", "colon"})  # strengths of cues that may mean something else
_SURE = frozenset({"list", "part"})
_INNER = frozenset({"list", "part", "loose"})  # strengths of cues that may stand inside an item
_FEWEST = 3  # items of a list that no number announces
_LOOSE_WORDS = 7  # words that the items of a doubtful list have on average at most
_NAMED_WORDS = 10  # the same where all begin with a capital
_SEVERAL_WORDS = 14  # the same where what is listed is told as several: "sejumlah masalah seperti"
_WORDS = 20
_MOST_CUES = 1000  # cues of a sentence that are followed; one that has more is no prose
_CUES_INSIDE = 4  # cues after which a list is given up: its items do not hold so many
_NEAR = 3  # words before a copula among which one says that it has a single subject
_CLASS_WORDS = 6  # words after a cue that may name a class whose members another cue lists
_SUBJECT_WORDS = 12  # words before a copula among which its subject is told as several
_CLAUSE_MARKS = {",", ";", ":", ".", "“", '"', "”"}
_BARE_WORDS = 3  # words of an item in a list that no joining word closes
_TOKENS_BETWEEN = 200  # tokens from a doubtful cue to the semicolon behind its list
_WORDS_AFTER_IS = 2  # words that each item after "adalah" has at most, unless they are names


def find_inline(release: Release, place: int, named: Sequence[int] = ()) -> list[Enumeration]:
    """The lists that cues introduce in sentence number ``place`` of the body.

    ``named`` are the places in the release where people are named, in order.
    """
    grammar = grammar_of(release.language)
    span = release.body[place].span
    trigger = grammar.cue_search.search(release.lowered, span.start, span.end)
    if trigger is None or trigger.end() == span.end:
        return []
    names = named[bisect_left(named, span.start) : bisect_left(named, span.end)]
    stretch = read_stretch(release.text, span, grammar, tuple(names))
    cues = find_cues(stretch)
    found: list[Enumeration] = []
    start = 0
    parted = next((i for i, token in enumerate(stretch.tokens) if token.text == ";"), span.end)
    for number, cue in enumerate(cues[:_MOST_CUES]):
        following = cues[number + 1 : number + 1 + _CUES_INSIDE]
        if cue.first < start or (following and following[0].first == cue.last):
            continue
        counts = find_counts(stretch, cue, start)
        refers_back = place > 0 and _begins_sentence(stretch, cue)
        if refers_back:
            values = counts_before(release, place)
            counts += [Count(value, cue.first, cue.first, True) for value in values]
        limit = _limit(stretch, following, colons=cue.strength == "colon" and not counts)
        limit = _before_semicolon(stretch, cue, parted, limit)
        limit = _before_inner(stretch, cue, following, limit)
        listed = _list_after(stretch, cue, counts, start, limit)
        if listed is None:
            continue
        items, value = listed
        spans = tuple(stretch.span(item) for item in items)
        count = next((c for c in counts if c.value == value), None)
        intro = Introduction(span.start, None, value)
        if refers_back:
            intro = find_introduction(release, place, stretch.tokens[cue.first].start, len(items))
        elif (lead := find_lead(stretch, cue, count, start)) is not None:
            intro = Introduction(span.start, stretch.span(lead), value)
        found.append(
            Enumeration(
                span=Span(intro.start, span.end),
                lead=intro.lead,
                items=spans,
                announced=value,
                points=are_points(release, intro.lead, spans),
                rule=f"{'announced' if value else 'cue'}: {cue.text}",
                partial=cue.partial,
            )
        )
        start = items[-1][1]
    return found


def _begins_sentence(stretch: Stretch, cue: Cue) -> bool:
    """Whether the sentence begins with the cue: ``Antara lain …``."""
    return cue.strength in {"list", "part"} and not any(
        token.is_word for token in stretch.tokens[: cue.first]
    )


def _limit(stretch: Stretch, following: Sequence[Cue], *, colons: bool) -> int:
    """Where a list must end because of the cues that follow: before the next sure one.

    With ``colons``, before the next colon too.
    """
    for cue in following:
        if cue.strength == "list" or (colons and cue.strength == "colon"):
            return cue.first
    return following[-1].first if len(following) == _CUES_INSIDE else len(stretch.tokens)


def _before_semicolon(stretch: Stretch, cue: Cue, parted: int, limit: int) -> int:
    """Where the list of a doubtful cue ends that itself stands between semicolons: before the next.

    ``Dinas membangun gudang ikan; memperbaiki jalan seperti ruas A, B, dan C; menata pasar``.
    ``parted`` is the first semicolon of the sentence.
    """
    if cue.strength == "loose" and parted < cue.first:
        for index in range(cue.last, min(limit, cue.last + _TOKENS_BETWEEN)):
            if stretch.tokens[index].text == ";":
                return index
    return limit


def _before_inner(stretch: Stretch, cue: Cue, following: Sequence[Cue], limit: int) -> int:
    """Where the list must end because its last item has a list inside: before the cue of that.

    ``antara lain Dinas A, Dinas B, dan Dinas C yang mengurus hal seperti air, jalan, dan pasar``.
    """
    if cue.strength not in _SURE:
        return limit
    for inner in following:
        if inner.last >= limit or inner.strength not in _INNER:
            continue
        if _is_closed(stretch, cue.last, inner.first) and _list_after(
            stretch, inner, [], inner.first, limit
        ):
            return inner.first
    return limit


def _is_closed(stretch: Stretch, first: int, last: int) -> bool:
    """Whether a comma and a joining word between the tokens announce a last item."""
    conjunctions = stretch.grammar.conjunctions
    index, commas = first, 0
    while index < last:
        if stretch.tokens[index].text == ",":
            commas += 1
            joining = conjunctions.get(stretch.tokens[index + 1].lower) if index + 1 < last else ""
            if commas > 1 and joining in {"strong", "outer"}:
                return True
        index = stretch.skip(index, last) + 1
    return False


def _list_after(
    stretch: Stretch, cue: Cue, counts: Sequence[Count], start: int, limit: int
) -> tuple[list[Range], int | None] | None:
    """The items after ``cue`` and the number that announces them, or None."""
    if cue.last >= limit or cue.strength == "none" or _starts_clause(stretch, cue):
        return None
    if cue.strength == "part" and _counts_itself(stretch, cue, counts):
        return None
    if _names_class(stretch, cue, limit):
        return None
    first = _after_ordinal(stretch, cue.last, limit)
    if cue.strength in _SURE:
        first = _after_opener(stretch, first, limit)
    limit = clause_limit(stretch, first, limit)
    cut = cut_items(stretch, first, limit, [count.value for count in counts])
    if cut is None:
        return None
    before = range(max(start, cue.first - LEAD_WORDS), cue.first)
    subject = stretch.tokens[cue.first].lower in stretch.grammar.modifiers or not any(
        stretch.is_predicate(index) for index in before
    )
    items = trim_items(stretch, cut.items, subject=subject)
    if items and _is_torn(stretch, items[-1]):
        items.pop()
    value = cut.announced
    chosen = next((count for count in counts if count.value == value), None)
    if chosen is not None and value != len(items) and not _is_near(stretch, chosen, cue):
        value = next((count.value for count in counts if _is_near(stretch, count, cue)), None)
    if not _is_list(stretch, cue, items, value, cut):
        return None
    if value is None and not cut.closed and items[-1][1] < cut.items[-1][1] - 1:
        return None  # a sentence that goes on, not a list
    return items, value


def _after_ordinal(stretch: Stretch, first: int, limit: int) -> int:
    """Behind the ordinal of ``dua, yakni pertama, …``."""
    if first + 1 < limit and stretch.tokens[first + 1].text == ",":
        return first + 2 if stretch.tokens[first].lower in stretch.grammar.ordinals else first
    return first


def _after_opener(stretch: Stretch, first: int, limit: int) -> int:
    """Behind the ``ada`` of ``yaitu ada Hutan Lindung, Hutan Produksi, …``, if only one has it."""
    if first + 1 >= limit:
        return first
    word = stretch.tokens[first].lower
    if word not in stretch.grammar.existentials:
        return first
    rest = stretch.tokens[first + 1 : min(limit, first + _TOKENS_BETWEEN)]
    return first if any(token.lower == word for token in rest) else first + 1


def _is_torn(stretch: Stretch, item: Range) -> bool:
    """Whether the item is one word before a comma after a space: its rest was lost with a link."""
    first, last = item
    if last - first > 1 or last == len(stretch.tokens):
        return False
    mark = stretch.tokens[last]
    return mark.text == "," and mark.start > stretch.tokens[last - 1].end


def _is_near(stretch: Stretch, count: Count, cue: Cue) -> bool:
    """Whether the number's noun phrase reaches the cue, so that it must be meant."""
    if count.doubtful:
        return False
    between = stretch.tokens[count.last : cue.first]
    return not any(token.is_word for token in between)


def _starts_clause(stretch: Stretch, cue: Cue) -> bool:
    """Whether the word after the cue shows that no list follows: ``seperti dilansir``."""
    word = stretch.tokens[cue.last].lower
    if word in stretch.grammar.false_starts:
        return True
    if cue.strength == "loose" and word in stretch.grammar.modifiers:
        return True
    if cue.strength == "count" and stretch.grammar.is_verb(stretch.tokens[cue.last]):
        return True
    before = stretch.tokens[max(0, cue.first - _NEAR) : cue.first]
    if cue.strength == "copula" and any(t.lower in stretch.grammar.singular for t in before):
        return True
    alone = cue.last + 1 < len(stretch.tokens) and stretch.tokens[cue.last + 1].text == ","
    if cue.strength == "loose" and alone and stretch.is_predicate(cue.last):
        return True
    return cue.strength in {"loose", "copula", "count"} and word in stretch.grammar.tails


def _names_class(stretch: Stretch, cue: Cue, limit: int) -> bool:
    """Whether another cue takes the list: ``mencakup berbagai sektor, termasuk a, b, dan c``."""
    plural = False
    for index in range(cue.last, min(limit, cue.last + _CLASS_WORDS)):
        word = stretch.tokens[index].lower
        other = cue_at(stretch, index)
        if other is not None and other.strength in {"list", "part", "loose"}:
            return plural or other.strength == "part" or index == cue.last
        if not stretch.tokens[index].is_word:
            return False
        first, hyphen, second = word.partition("-")
        plural = plural or word in stretch.grammar.quantifiers or bool(hyphen and first == second)
    return False


def _counts_itself(stretch: Stretch, cue: Cue, counts: Sequence[Count]) -> bool:
    """Whether the cue is the noun of a number: ``86 orang di antaranya ditangkap``."""
    return bool(counts) and cue.first - counts[0].first <= 2 and stretch.is_predicate(cue.last)


def _is_list(
    stretch: Stretch, cue: Cue, items: Sequence[Range], value: int | None, cut: Cut
) -> bool:
    """Whether the items are enough, and alike enough, for the trust that the cue deserves."""
    if len(items) < 2 or _are_scores(stretch, items):
        return False
    if len(items) < _FEWEST and not cut.closed:
        return False
    if value == len(items):
        told = len(items) == 2 and cue.strength == "copula" and _tells(stretch, items)
        return cut.score > 1.5 and not told
    if cue.strength == "count":
        return False
    if len(items) < _FEWEST:
        if value is None or cue.strength != "list":
            return False
        return value == _FEWEST or value == leading_sum(stretch, [first for first, _ in items])
    inserted = (
        cue.strength == "list" and cue.first > 0 and stretch.tokens[cue.first - 1].text == ","
    )
    loose = cue.strength in _LOOSE
    parted = not loose and sum(stretch.tokens[last].text == ";" for _, last in items[:-1]) > 1
    if value is None and not parted and are_clauses(stretch, items, loose=loose, inserted=inserted):
        return False
    if value is None and not cut.closed and _turns_to_place(stretch, cue, items):
        return False
    lengths = [last - first for first, last in items]
    mean = sum(lengths) / len(items)
    if cue.strength == "copula" and value is None:
        if not cut.closed:
            return False
        if max(lengths) <= _WORDS_AFTER_IS or _are_names(stretch, items):
            return True
        inside = (stretch.tokens[index].lower for index in range(*items[0]))
        relative = any(word in stretch.grammar.modifiers for word in inside)
        return mean <= _LOOSE_WORDS and not relative and _has_plural(stretch, cue)
    if loose:
        if value is None and _begins_with_count(stretch, items):
            return False
        others = stretch.tokens[items[-1][1] - 1].lower in stretch.grammar.etcetera
        if value is None and len(items) - others < _FEWEST:
            return False
        alike = cut.whole and (_are_names(stretch, items) or _are_bare_nouns(stretch, items))
        closed = cut.closed or alike
        longest = _LOOSE_WORDS
        if cue.strength != "colon":
            longest = _NAMED_WORDS if _are_names(stretch, items) else longest
            longest = _SEVERAL_WORDS if _has_plural(stretch, cue) else longest
        return closed and mean <= longest and cut.score > 1.5
    return cut.score > 1.0 and mean <= _WORDS


def _tells(stretch: Stretch, items: Sequence[Range]) -> bool:
    """Whether a clause tells something of what the copula names: ``adalah teman lama itu sudah …``.

    Not ``adalah Randi, yang sudah …``, a relative clause.
    """
    tokens, grammar = stretch.tokens, stretch.grammar
    return any(
        tokens[index].lower in grammar.predicates
        and tokens[index - 1].lower not in grammar.modifiers
        for first, last in items
        for index in range(first + 1, last)
    )


def _has_plural(stretch: Stretch, cue: Cue) -> bool:
    """Whether the subject of the copula is told as several: ``berbagai peluang di desa adalah``."""
    last = cue.first - (cue.first > 0 and stretch.tokens[cue.first - 1].text == ",")
    for index in range(last - 1, max(-1, last - _SUBJECT_WORDS), -1):
        token = stretch.tokens[index]
        if token.text in _CLAUSE_MARKS or token.lower in stretch.grammar.singular:
            return False
        first, hyphen, second = token.lower.partition("-")
        if token.lower in stretch.grammar.quantifiers or (hyphen and first == second):
            return True
    return False


def _turns_to_place(stretch: Stretch, cue: Cue, items: Sequence[Range]) -> bool:
    """Whether a preposition begins a later item only: ``yakni A dan B, di Bima, Sabtu (3/2)``."""
    openers = stretch.grammar.openers
    return stretch.tokens[cue.last].lower not in openers and any(
        stretch.tokens[first].lower in openers for first, _ in items[1:]
    )


def _begins_with_count(stretch: Stretch, items: Sequence[Range]) -> bool:
    """Whether the first item only counts what follows: ``terbagi menjadi dua, sebagian …``."""
    first, last = items[0]
    return last - first == 1 and stretch.tokens[first].lower in stretch.grammar.numbers


def _are_scores(stretch: Stretch, items: Sequence[Range]) -> bool:
    """Results of games: ``menang dua gim, yakni 21-18, 21-19``."""
    return all(
        last - first <= 2
        and stretch.tokens[last - 1].is_number
        and "-" in stretch.tokens[last - 1].text
        for first, last in items
    )


def _are_names(stretch: Stretch, items: Sequence[Range]) -> bool:
    return all(stretch.tokens[first].is_capitalised for first, _ in items)


def _are_bare_nouns(stretch: Stretch, items: Sequence[Range]) -> bool:
    """Whether all are a noun or two, nothing of a clause: ``seperti kabel, pipa air, tiang``."""
    grammar = stretch.grammar
    return all(last - first <= _BARE_WORDS for first, last in items) and not any(
        stretch.is_predicate(index)
        or not stretch.tokens[index].is_word
        or stretch.tokens[index].is_number
        or any(
            stretch.tokens[index].lower in words
            for words in (grammar.openers, grammar.tails, grammar.stops, grammar.demonstratives)
        )
        or stretch.tokens[index].lower in grammar.subjects
        for item in items
        for index in range(*item)
    )
