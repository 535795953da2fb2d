"""Lists inside one sentence: ``Ada empat tuntutan, yaitu a, b, c, dan d``."""

from __future__ import annotations

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
from summarize.findings.lists.lexicon import list_lexicon
from summarize.findings.lists.segmentation import Segmentation, leading_sum, segment_items
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import trim_items
from summarize.models import Enumeration, Release, Span

_LOOSE = frozenset({"loose", "copula", "colon"})  # strengths of cues that may mean something else
_SURE = frozenset({"list", "part"})
_INNER = frozenset({"list", "part", "loose"})  # strengths of cues that may stand inside an item
_FEWEST = 3  # items of a list that no number announces
_LOOSE_WORDS = 7  # words that the items of a doubtful list have on average at most
_NAMED_WORDS = 10  # the same where all begin with a capital
_SEVERAL_WORDS = 14  # the same where the listed are said to be several: "sejumlah masalah seperti"
_WORDS = 20
_MOST_CUES = 1000  # cues of a sentence that are followed; one that has more is no prose
_CUES_INSIDE = 4  # cues after which a list is given up: its items do not hold so many
_NEAR = 3  # words before a copula among which one says that it has a single subject
_CLASS_WORDS = 6  # words after a cue that may name a class whose members another cue lists
_SUBJECT_WORDS = 12  # words before a copula among which one says that its subject is several
_CLAUSE_MARKS = {",", ";", ":", ".", "“", '"', "”"}
_BARE_WORDS = 3  # words of an item in a list that no joining word closes
_TOKENS_BETWEEN = 200  # tokens from a doubtful cue to the semicolon behind its list
_WORDS_AFTER_IS = 2  # words that each item after "adalah" has at most, unless they are names


def find_cued_lists(
    release: Release, sentence_number: int, named: Sequence[int] = ()
) -> list[Enumeration]:
    """The lists that cues introduce in sentence ``sentence_number`` of the body.

    ``named`` are the places in the release where people are named, in order.
    """
    lexicon = list_lexicon(release.language)
    span = release.body[sentence_number].span
    trigger = lexicon.cue_search.search(release.lowered, span.start, span.end)
    if trigger is None or trigger.end() == span.end:
        return []
    tokens = tokenize(release.text, span, lexicon, named)
    cues = find_cues(tokens)
    found: list[Enumeration] = []
    start = 0
    first_semicolon = next((i for i, token in enumerate(tokens) if token.text == ";"), span.end)
    for number, cue in enumerate(cues[:_MOST_CUES]):
        following = cues[number + 1 : number + 1 + _CUES_INSIDE]
        if cue.first < start or (following and following[0].first == cue.last):
            continue
        counts = find_counts(tokens, cue, start)
        refers_back = sentence_number > 0 and _begins_sentence(tokens, cue)
        if refers_back:
            values = counts_before(release, sentence_number)
            counts += [Count(value, cue.first, cue.first, True) for value in values]
        limit = _limit(tokens, following, colons=cue.strength == "colon" and not counts)
        limit = _before_semicolon(tokens, cue, first_semicolon, limit)
        limit = _before_inner(tokens, cue, following, limit)
        listed = _list_after(tokens, cue, counts, start, limit)
        if listed is None:
            continue
        items, value = listed
        spans = tuple(tokens.span(item) for item in items)
        count = next((c for c in counts if c.value == value), None)
        intro = Introduction(span.start, None, value)
        if refers_back:
            intro = find_introduction(release, sentence_number, tokens[cue.first].start, len(items))
        elif (lead := find_lead(tokens, cue, count, start)) is not None:
            intro = Introduction(span.start, tokens.span(lead), value)
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


def _begins_sentence(tokens: TokenRange, cue: Cue) -> bool:
    """Whether the sentence begins with the cue: ``Antara lain …``."""
    return cue.strength in {"list", "part"} and not any(
        token.is_word for token in tokens[: cue.first]
    )


def _limit(tokens: TokenRange, following: Sequence[Cue], *, colons: bool) -> int:
    """Where a list must end because of the cues that follow: before the next sure one.

    With ``colons``, before the next colon too.
    """
    for cue in following:
        if cue.strength == "list" or (colons and cue.strength == "colon"):
            return cue.first
    return following[-1].first if len(following) == _CUES_INSIDE else len(tokens)


def _before_semicolon(tokens: TokenRange, cue: Cue, first_semicolon: int, limit: int) -> int:
    """Where the list of a doubtful cue ends that itself stands between semicolons: before the next.

    ``Dinas membangun gudang ikan; memperbaiki jalan seperti ruas A, B, dan C; menata pasar``.
    ``first_semicolon`` is the first semicolon of the sentence.
    """
    if cue.strength == "loose" and first_semicolon < cue.first:
        for index in range(cue.last, min(limit, cue.last + _TOKENS_BETWEEN)):
            if tokens[index].text == ";":
                return index
    return limit


def _before_inner(tokens: TokenRange, cue: Cue, following: Sequence[Cue], limit: int) -> int:
    """Where the list must end because its last item has a list inside: before the cue of that.

    ``antara lain Dinas A, Dinas B, dan Dinas C yang mengurus hal seperti air, jalan, dan pasar``.
    """
    if cue.strength not in _SURE:
        return limit
    for inner in following:
        if inner.last >= limit or inner.strength not in _INNER:
            continue
        if _is_closed(tokens, cue.last, inner.first) and _list_after(
            tokens, inner, [], inner.first, limit
        ):
            return inner.first
    return limit


def _is_closed(tokens: TokenRange, first: int, last: int) -> bool:
    """Whether a comma and a joining word between the tokens announce a last item."""
    conjunctions = tokens.lexicon.conjunctions
    index, commas = first, 0
    while index < last:
        if tokens[index].text == ",":
            commas += 1
            joining = conjunctions.get(tokens[index + 1].lower) if index + 1 < last else ""
            if commas > 1 and joining in {"strong", "outer"}:
                return True
        index = tokens.skip(index, last) + 1
    return False


def _list_after(
    tokens: TokenRange, cue: Cue, counts: Sequence[Count], start: int, limit: int
) -> tuple[list[Range], int | None] | None:
    """The items after ``cue`` and the number that announces them, or None."""
    if cue.last >= limit or cue.strength == "none" or _starts_clause(tokens, cue):
        return None
    if cue.strength == "part" and _counts_itself(tokens, cue, counts):
        return None
    if _names_class(tokens, cue, limit):
        return None
    first = _after_ordinal(tokens, cue.last, limit)
    if cue.strength in _SURE:
        first = _after_opener(tokens, first, limit)
    limit = clause_limit(tokens, first, limit)
    segmented = segment_items(tokens, first, limit, [count.value for count in counts])
    if segmented is None:
        return None
    before = range(max(start, cue.first - LEAD_WORDS), cue.first)
    subject = tokens[cue.first].lower in tokens.lexicon.modifiers or not any(
        tokens.is_predicate(index) for index in before
    )
    items = trim_items(tokens, segmented.items, subject=subject)
    if items and _is_torn(tokens, items[-1]):
        items.pop()
    value = segmented.announced
    chosen = next((count for count in counts if count.value == value), None)
    if chosen is not None and value != len(items) and not _is_near(tokens, chosen, cue):
        value = next((count.value for count in counts if _is_near(tokens, count, cue)), None)
    if not _is_list(tokens, cue, items, value, segmented):
        return None
    if value is None and not segmented.closed and items[-1][1] < segmented.items[-1][1] - 1:
        return None  # a sentence that goes on, not a list
    return items, value


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


def _is_near(tokens: TokenRange, count: Count, cue: Cue) -> bool:
    """Whether the number's noun phrase reaches the cue, so that it must be meant."""
    if count.doubtful:
        return False
    between = tokens[count.last : cue.first]
    return not any(token.is_word for token in between)


def _starts_clause(tokens: TokenRange, cue: Cue) -> bool:
    """Whether the word after the cue shows that no list follows: ``seperti dilansir``."""
    word = tokens[cue.last].lower
    if word in tokens.lexicon.false_starts:
        return True
    if cue.strength == "loose" and word in tokens.lexicon.modifiers:
        return True
    if cue.strength == "count" and tokens.lexicon.is_verb(tokens[cue.last]):
        return True
    before = tokens[max(0, cue.first - _NEAR) : cue.first]
    if cue.strength == "copula" and any(t.lower in tokens.lexicon.singular for t in before):
        return True
    alone = cue.last + 1 < len(tokens) and tokens[cue.last + 1].text == ","
    if cue.strength == "loose" and alone and tokens.is_predicate(cue.last):
        return True
    return cue.strength in {"loose", "copula", "count"} and word in tokens.lexicon.tails


def _names_class(tokens: TokenRange, cue: Cue, limit: int) -> bool:
    """Whether another cue takes the list: ``mencakup berbagai sektor, termasuk a, b, dan c``."""
    plural = False
    for index in range(cue.last, min(limit, cue.last + _CLASS_WORDS)):
        word = tokens[index].lower
        other = cue_at(tokens, index)
        if other is not None and other.strength in {"list", "part", "loose"}:
            return plural or other.strength == "part" or index == cue.last
        if not tokens[index].is_word:
            return False
        first, hyphen, second = word.partition("-")
        plural = plural or word in tokens.lexicon.quantifiers or bool(hyphen and first == second)
    return False


def _counts_itself(tokens: TokenRange, cue: Cue, counts: Sequence[Count]) -> bool:
    """Whether the cue is the noun of a number: ``86 orang di antaranya ditangkap``."""
    return bool(counts) and cue.first - counts[0].first <= 2 and tokens.is_predicate(cue.last)


def _is_list(
    tokens: TokenRange, cue: Cue, items: Sequence[Range], value: int | None, segmented: Segmentation
) -> bool:
    """Whether the items are enough, and alike enough, for the trust that the cue deserves."""
    if len(items) < 2 or _are_scores(tokens, items):
        return False
    if len(items) < _FEWEST and not segmented.closed:
        return False
    if value == len(items):
        clause = len(items) == 2 and cue.strength == "copula" and _has_clause(tokens, items)
        return segmented.score > 1.5 and not clause
    if cue.strength == "count":
        return False
    if len(items) < _FEWEST:
        if value is None or cue.strength != "list":
            return False
        return value == _FEWEST or value == leading_sum(tokens, [first for first, _ in items])
    inserted = cue.strength == "list" and cue.first > 0 and tokens[cue.first - 1].text == ","
    loose = cue.strength in _LOOSE
    by_semicolons = not loose and sum(tokens[last].text == ";" for _, last in items[:-1]) > 1
    if (
        value is None
        and not by_semicolons
        and are_clauses(tokens, items, loose=loose, inserted=inserted)
    ):
        return False
    if value is None and not segmented.closed and _turns_to_place(tokens, cue, items):
        return False
    lengths = [last - first for first, last in items]
    mean = sum(lengths) / len(items)
    if cue.strength == "copula" and value is None:
        if not segmented.closed:
            return False
        if max(lengths) <= _WORDS_AFTER_IS or _are_names(tokens, items):
            return True
        inside = (tokens[index].lower for index in range(*items[0]))
        relative = any(word in tokens.lexicon.modifiers for word in inside)
        return mean <= _LOOSE_WORDS and not relative and _has_plural(tokens, cue)
    if loose:
        if value is None and _begins_with_count(tokens, items):
            return False
        others = tokens[items[-1][1] - 1].lower in tokens.lexicon.etcetera
        if value is None and len(items) - others < _FEWEST:
            return False
        alike = segmented.whole and (_are_names(tokens, items) or _are_bare_nouns(tokens, items))
        closed = segmented.closed or alike
        longest = _LOOSE_WORDS
        if cue.strength != "colon":
            longest = _NAMED_WORDS if _are_names(tokens, items) else longest
            longest = _SEVERAL_WORDS if _has_plural(tokens, cue) else longest
        return closed and mean <= longest and segmented.score > 1.5
    return segmented.score > 1.0 and mean <= _WORDS


def _has_clause(tokens: TokenRange, items: Sequence[Range]) -> bool:
    """Whether a clause says something of what the copula names: ``adalah teman lama itu sudah …``.

    Not ``adalah Randi, yang sudah …``, a relative clause.
    """
    lexicon = tokens.lexicon
    return any(
        tokens[index].lower in lexicon.predicates
        and tokens[index - 1].lower not in lexicon.modifiers
        for first, last in items
        for index in range(first + 1, last)
    )


def _has_plural(tokens: TokenRange, cue: Cue) -> bool:
    """Whether the subject of the copula is plural: ``berbagai peluang di desa adalah``."""
    last = cue.first - (cue.first > 0 and tokens[cue.first - 1].text == ",")
    for index in range(last - 1, max(-1, last - _SUBJECT_WORDS), -1):
        token = tokens[index]
        if token.text in _CLAUSE_MARKS or token.lower in tokens.lexicon.singular:
            return False
        first, hyphen, second = token.lower.partition("-")
        if token.lower in tokens.lexicon.quantifiers or (hyphen and first == second):
            return True
    return False


def _turns_to_place(tokens: TokenRange, cue: Cue, items: Sequence[Range]) -> bool:
    """Whether a preposition begins a later item only: ``yakni A dan B, di Bima, Sabtu (3/2)``."""
    openers = tokens.lexicon.openers
    return tokens[cue.last].lower not in openers and any(
        tokens[first].lower in openers for first, _ in items[1:]
    )


def _begins_with_count(tokens: TokenRange, items: Sequence[Range]) -> bool:
    """Whether the first item only counts what follows: ``terbagi menjadi dua, sebagian …``."""
    first, last = items[0]
    return last - first == 1 and tokens[first].lower in tokens.lexicon.numbers


def _are_scores(tokens: TokenRange, items: Sequence[Range]) -> bool:
    """Results of games: ``menang dua gim, yakni 21-18, 21-19``."""
    return all(
        last - first <= 2 and tokens[last - 1].is_number and "-" in tokens[last - 1].text
        for first, last in items
    )


def _are_names(tokens: TokenRange, items: Sequence[Range]) -> bool:
    return all(tokens[first].is_capitalised for first, _ in items)


def _are_bare_nouns(tokens: TokenRange, items: Sequence[Range]) -> bool:
    """Whether all are a noun or two, nothing of a clause: ``seperti kabel, pipa air, tiang``."""
    lexicon = tokens.lexicon
    return all(last - first <= _BARE_WORDS for first, last in items) and not any(
        tokens.is_predicate(index)
        or not tokens[index].is_word
        or tokens[index].is_number
        or any(
            tokens[index].lower in words
            for words in (lexicon.openers, lexicon.tails, lexicon.stops, lexicon.demonstratives)
        )
        or tokens[index].lower in lexicon.subjects
        for item in items
        for index in range(*item)
    )
