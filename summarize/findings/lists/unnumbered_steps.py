"""Sentences that go on with what ordinals have begun, without an ordinal: ``Selain itu, …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from summarize.findings.lists.introductions import find_introduction
from summarize.findings.lists.lexicon import ListLexicon, list_lexicon
from summarize.findings.lists.ordinal_words import Step, after_saying
from summarize.findings.lists.token_range import TokenRange, tokenize
from summarize.text.reading import Reading

_MOST_MISSING = 3  # sentences that may go on without an ordinal
_GAP = 2  # sentences from one to the next
_ALSO = 10  # words of a sentence among which one says that it adds to others
_SHORT = 4  # words of a sentence that may be an item
_AWAY = 12  # words of a clause among which its verb is looked for


def fill(reading: Reading, chain: Sequence[Step]) -> list[Step]:
    """The ordinals of ``chain`` and the sentences that surely go on with them.

    Where one number is left out, where ``Terakhir`` follows ``Pertama``, up to the number that
    announces the list, or where the verb is the same. Else only the ordinals.
    """
    if chain[0].stage or chain[0].bare or chain[0].word not in chain[0].tokens.lexicon.ordinals:
        return list(chain)
    filled = list(chain[:1])
    for before, step in pairwise(chain):
        if step.value == before.value + 2:
            added = between(reading, before, step)
            filled += added if len(added) == 1 else []
        filled.append(step)
    first = chain[0]
    at = first.tokens[first.first].start
    announced = find_introduction(reading, first.sentence_number, at, len(filled)).announced
    if chain[-1].value == 0:
        return _before_last(reading, filled, announced)
    return filled + _behind(reading, filled, announced)


def _before_last(reading: Reading, filled: list[Step], announced: int | None) -> list[Step]:
    """The steps, with what goes on between the last two of them if that makes them complete."""
    added = list(_going_on(reading, filled[-2].sentence_number, filled[-1].sentence_number))
    if announced is None:
        added = [step for step in added if not step.bare] if len(filled) == 2 else []
    elif len(filled) + len(added) != announced:
        added = []
    return [*filled[:-1], *added, filled[-1]]


def _behind(reading: Reading, filled: Sequence[Step], announced: int | None) -> list[Step]:
    """The steps that go on behind the last ordinal: so many as are missing, or all alike."""
    last = filled[-1].sentence_number
    if announced is not None:
        missing = announced - len(filled)
        if not 0 < missing <= _MOST_MISSING:
            return []
        going_on = (step for step in _going_on(reading, last, len(reading.body)) if not step.bare)
        added = list(islice(going_on, missing))
        return added if len(added) == missing else []
    if len(filled) > 1:
        return []
    added = list(islice(_going_on(reading, last, len(reading.body)), _MOST_MISSING))
    return [
        step
        for step in added
        if _shares_verb(filled[0], step) or _is_next(reading, filled[0], step)
    ]


def between(reading: Reading, first: Step, last: Step) -> list[Step]:
    """The sentences between two ordinals that go on with the list by a word of their own."""
    return [
        step
        for step in _going_on(reading, first.sentence_number, last.sentence_number)
        if not step.bare
    ]


def _going_on(reading: Reading, sentence_number: int, last: int) -> Iterator[Step]:
    """The sentences of the body between two numbers of theirs that go on with a list.

    Each at most a few sentences behind the one before: ``Kemudian, …``, ``Selain itu, …``,
    ``Manfaat lainnya adalah …``, ``Dinas Pasar juga diminta …``.
    """
    lexicon = list_lexicon(reading.language)
    for index in range(sentence_number + 1, min(last, len(reading.body))):
        if index - sentence_number > _GAP:
            break
        step = _step_without_ordinal(tokenize(reading, reading.body[index].span, lexicon), index)
        if step is not None:
            sentence_number = index
            yield step


def _is_next(reading: Reading, first: Step, step: Step) -> bool:
    """Whether the noun of ``Manfaat berikutnya`` stands in the sentence before the list."""
    if not step.noun or not first.sentence_number:
        return False
    return step.noun in reading.body[first.sentence_number - 1].span.of(reading.lowered)


def _shares_verb(first: Step, step: Step) -> bool:
    """Whether the two clauses have their verb in common: ``Dinas A diminta …; B diminta …``."""
    verb = _verb(first)
    return verb is not None and verb == _verb(step)


def _verb(step: Step) -> str | None:
    tokens = step.tokens
    for index in range(step.after, min(step.after + _AWAY, len(tokens))):
        if step.tokens.lexicon.is_verb(tokens[index]):
            return tokens[index].lower
    return None


def _step_without_ordinal(tokens: TokenRange, sentence_number: int) -> Step | None:
    lexicon = tokens.lexicon
    first = next((index for index, token in enumerate(tokens) if token.is_word), len(tokens))
    words = tuple(token.lower for token in tokens[first : first + _ALSO])
    if len(words) < _SHORT:
        return None
    noun = _next_noun(words, lexicon)
    if noun:
        after = after_saying(tokens, first + 2)
        return Step(sentence_number, first, after, 0, False, False, words[0], tokens, noun)
    added = next(lexicon.additions.at(tokens, first), None)
    if words[0] in lexicon.continuations:
        added = first + 1, ""
    if added is not None:
        after = after_saying(tokens, added[0])
        return Step(sentence_number, first, after, 0, False, False, words[0], tokens)
    if lexicon.also.isdisjoint(words[1:]):
        return None
    return Step(sentence_number, first, first, 0, False, True, words[0], tokens)


def _next_noun(words: tuple[str, ...], lexicon: ListLexicon) -> str:
    """The noun of ``Manfaat berikutnya`` and ``Another benefit``, or nothing."""
    following = lexicon.following
    for word, noun in ((words[1], words[0]), (words[0], words[1])):
        if word in following and not lexicon.points.isdisjoint((noun, f"{noun}s")):
            return noun
    return ""
