"""Which quotation marks belong together.

Marks in releases cannot be trusted: they are straight, turned the wrong way, mixed, doubled
from single ones, left open, never opened. So the white space around a mark counts for more
than its shape, and what is already open decides the rest.
"""

from collections.abc import Container, Iterator
from enum import IntEnum
from typing import NamedTuple

from summarize.models import Span
from summarize.patterns import pattern

_MARK = pattern(r"(?:[‘’'`´‛]{2}|[“”„‟\"″«»]){1,2}|[‘’‚‛']")
_SIGN = pattern("[‘’'`´‛‚“”„‟\"″«»]")
_LETTERS = pattern(r"[^\W\d_]{1,30}")
_SINGLE = frozenset("‘’‚‛'")
_OPENING = frozenset("“„«‘‚")
_CLOSING = frozenset("”»’")
REACH = 6  # paragraphs that a quotation may run on without a mark


class Lean(IntEnum):
    """What the place of a mark says of it."""

    CLOSES = -1
    UNSURE = 0
    OPENS = 1


class Policy(NamedTuple):
    """How the place of a mark is read: what it opens behind and closes before, besides spaces."""

    opens_behind: frozenset[str]
    closes_before: frozenset[str]


QUOTATIONS = Policy(frozenset("([{–—/:-"), frozenset(".,;:!?)]}–—/…"))


class Mark(NamedTuple):
    """A quotation mark (``‘‘`` is one), with what its place and its shape say of it."""

    start: int
    end: int
    place: Lean
    shape: Lean
    single: bool


class Passage(NamedTuple):
    """What stands between two marks; one of them may be missing."""

    outer: Span
    span: Span
    opened: bool
    closed: bool


def find_passages(
    text: str, paragraphs: tuple[Span, ...], verbs: Container[str] = ()
) -> list[Passage]:
    """Everything between quotation marks, outermost pairs only, in document order.

    ``verbs`` are words that follow a quotation, so that a mark before one of them closes.

    >>> text = 'Ia berkata, "Mari."'
    >>> [passage.span.of(text) for passage in find_passages(text, (Span(0, len(text)),))]
    ['Mari.']
    """
    passages: list[Passage] = []
    pending: list[Span] = []  # the paragraphs since one in which a quotation was left open
    is_open = False
    for paragraph in paragraphs:
        marks = list(_marks(text, paragraph, verbs))
        if not marks:
            if is_open:
                pending.append(paragraph)
                is_open = len(pending) <= REACH
            continue
        found = _pair(text, marks, paragraph)
        if is_open and found and not found[0].opened:
            passages += [Passage(p, _trim(text, p), False, False) for p in pending]
            found[0] = found[0]._replace(opened=True)
        passages += found
        pending.clear()
        is_open = bool(found) and not found[-1].closed
    return passages


def _marks(text: str, paragraph: Span, verbs: Container[str]) -> Iterator[Mark]:
    """The quotation marks of a paragraph; apostrophes are none."""
    if not _SIGN.search(text, paragraph.start, paragraph.end):
        return  # a search for one of a few characters is the faster one
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        left = text[start - 1] if start > paragraph.start else " "
        right = text[end] if end < paragraph.end else " "
        single = end - start == 1 and text[start] in _SINGLE
        if single and left.isalnum() and right.isalnum():
            continue
        place = place_of(left, right, QUOTATIONS)
        if (place is Lean.UNSURE and left in ",.?!" and right.islower()) or (
            place is Lean.OPENS and _before_verb(text, start, Span(end, paragraph.end), verbs)
        ):
            place = Lean.CLOSES
        yield Mark(start, end, place, shape_of(match.group()), single)


def place_of(left: str, right: str, policy: Policy) -> Lean:
    """What the characters on both sides say of a mark; a paragraph is between spaces.

    >>> [place_of(left, right, QUOTATIONS).name for left, right in (" K", ", ", ".K")]
    ['OPENS', 'CLOSES', 'UNSURE']
    """
    before = left.isspace() or left in policy.opens_behind
    after = right.isspace() or right in policy.closes_before
    return Lean(int(before) - int(after))


def shape_of(mark: str) -> Lean:
    """What the shape of a mark says of it: nothing where it is straight or mixed of two."""
    if len(set(mark)) > 1:
        return Lean.UNSURE
    return Lean(int(mark[0] in _OPENING) - int(mark[0] in _CLOSING))


def _before_verb(text: str, start: int, behind: Span, verbs: Container[str]) -> bool:
    """Whether a verb of speech sticks to a mark behind a comma: ``maju, ”ujarnya``."""
    if not text[behind.start : behind.start + 1].islower() or text[max(0, start - 2)] not in ",.?!":
        return False
    word = _LETTERS.match(text, *behind)
    return word is not None and word.group() in verbs


def _pair(text: str, marks: list[Mark], paragraph: Span) -> list[Passage]:
    """The outermost passages of a paragraph."""
    closers = _closed_singles(marks)
    stack: list[tuple[Mark, int]] = []  # an open mark, and how many passages stood before it
    passages: list[Passage] = []
    for number, mark in enumerate(marks):
        if stack and stack[-1][0].single:
            if mark.place is Lean.CLOSES:
                _close(text, stack, passages, mark)
                continue
            stack.pop()  # it was an apostrophe
        if mark.single:
            opens = not stack and mark.place is Lean.OPENS and closers[number]
        else:
            opens = _opens(text, mark, stack[-1][0] if stack else None)
            opens = opens or (not stack and _turned(text, marks, number, paragraph))
        if opens:
            stack.append((mark, len(passages)))
        elif stack and not mark.single:
            _close(text, stack, passages, mark)
        elif not passages and not mark.single:
            outer = Span(paragraph.start, mark.end)
            passages.append(
                Passage(outer, _trim(text, Span(paragraph.start, mark.start)), False, True)
            )
    return _settle(text, stack, passages, paragraph)


def _turned(text: str, marks: list[Mark], number: int, paragraph: Span) -> bool:
    """Whether an opening mark sticks to the sentence before it: ``desa.” Kita maju, ”ujarnya``."""
    mark = marks[number]
    if number + 1 == len(marks) or marks[number + 1].place is Lean.OPENS:
        return False
    return (
        mark.start > paragraph.start
        and text[mark.start - 1] in ".?!"
        and text[mark.end : mark.end + 1].isspace()
        and text[mark.end + 1 : mark.end + 2].isupper()
    )


def _opens(text: str, mark: Mark, inside: Mark | None) -> bool:
    """Whether a mark opens a passage, ``inside`` that of another mark or of none."""
    if mark.place is Lean.UNSURE:
        return inside is None or mark.shape is Lean.OPENS
    if mark.place is Lean.CLOSES or inside is None:
        return mark.place is Lean.OPENS
    # “Darurat Air ”yang dibuka: a closing shape before a small letter, stuck to the wrong word
    turned = inside.shape is Lean.OPENS and mark.shape is Lean.CLOSES
    return not (turned and text[mark.end : mark.end + 1].islower())


def _closed_singles(marks: list[Mark]) -> list[bool]:
    """For each mark, whether the next one to open or close closes; else a single is none."""
    follows = [False] * len(marks)
    ahead = False
    for number in range(len(marks) - 1, -1, -1):
        follows[number] = ahead
        mark = marks[number]
        if not mark.single or mark.place is not Lean.UNSURE:
            ahead = mark.place is Lean.CLOSES
    return follows


def _close(text: str, stack: list[tuple[Mark, int]], passages: list[Passage], mark: Mark) -> None:
    """Close the innermost passage; those inside it are part of it."""
    opening, before = stack.pop()
    del passages[before:]
    inner = Span(opening.end, mark.start)
    passages.append(Passage(Span(opening.start, mark.end), _trim(text, inner), True, True))


def _settle(
    text: str, stack: list[tuple[Mark, int]], passages: list[Passage], paragraph: Span
) -> list[Passage]:
    """Give the passages that were never closed an end: the next passage or the paragraph's."""
    later: list[Passage] = []  # what follows the opening mark, last one first
    rest = len(passages)
    for opening, before in reversed(stack):
        later.extend(reversed(passages[before:rest]))
        rest = before
        end = later[-1].outer.start if later else paragraph.end
        if later and not _ends_sentence(text, opening.end, end):
            if len(later) > 1:
                continue  # a stray mark before other quotations
            later.clear()
            end = paragraph.end
        outer = _trim(text, Span(opening.start, end))
        later.append(Passage(outer, _trim(text, Span(opening.end, end)), True, False))
    settled = passages[:rest] + later[::-1]
    return [passage for passage in settled if passage.span.start < passage.span.end]


def _ends_sentence(text: str, start: int, end: int) -> bool:
    tail = text[max(start, end - 3) : end].rstrip()
    return not tail or tail[-1] in ".!?:,"


def _trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
