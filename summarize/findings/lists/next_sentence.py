"""Lists that go on after the sentence that introduces them."""

from __future__ import annotations

from itertools import pairwise

from summarize.findings.lists.build import build
from summarize.findings.lists.introductions import find_introduction
from summarize.findings.lists.lexicon import list_lexicon
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import bare_item, bare_items
from summarize.models import Enumeration, ListKind, Span
from summarize.patterns import pattern
from summarize.text.reading import Reading

_LINE_WORDS = 30  # words of a paragraph that may be an item without a marker
_LETTER = pattern(r"[^\W_]")
_SENTENCE_ENDS = '.:?!"”'
_SENTENCE_WORDS = 40  # words of one that is a sentence
_MARKS = frozenset('"“”')
_MOST = 12  # of those
_FEWEST = 3  # such paragraphs, where no number announces them


def with_next_sentence(reading: Reading, listed: Enumeration, sentence_number: int) -> Enumeration:
    """``listed`` with the items that sentence ``sentence_number`` of the body adds to it.

    Only where items are missing from the announced number and the sentence goes on with them:
    ``Kemudian, peningkatan jalan A, peningkatan jalan B``.
    """
    if listed.announced is None or sentence_number >= len(reading.body):
        return listed
    missing = listed.announced - len(listed.items)
    if missing < 2:
        return listed
    if _LETTER.search(reading.text, listed.items[-1].end, listed.span.end):
        return listed
    span = reading.body[sentence_number].span
    tokens = tokenize(reading, span, list_lexicon(reading.language))
    if not tokens or tokens[0].lower not in tokens.lexicon.continuations:
        return listed
    segmented = segment_items(tokens, 1, len(tokens), [missing])
    if not segmented or len(segmented[0].items) > missing:
        return listed
    added = bare_items(tokens, segmented[0].items)
    items = (*listed.items, *(tokens.span(item) for item in added))
    return listed._replace(items=items, span=Span(listed.span.start, span.end))


def find_line_lists(reading: Reading) -> list[Enumeration]:
    """Unmarked paragraphs that list what a colon announces.

    Without a full stop, or one sentence each: as many as announced, or that begin alike.
    """
    found = []
    for sentence_number, sentence in enumerate(reading.body):
        if reading.text[sentence.span.end - 1] == ":":
            items = _lines_after(reading, sentence_number)
            if len(items) < _FEWEST:
                items = _sentences_after(reading, sentence_number)
            if items:
                found.append(_listed(reading, sentence_number + 1, items))
    return found


def _sentences_after(reading: Reading, number: int) -> list[Span]:
    """The items in paragraphs of a sentence each behind sentence ``number``, if they are a list."""
    items: list[Span] = []
    for at in range(number + 1, min(number + 1 + _MOST, len(reading.body))):
        item = _sentence_alone(reading, at)
        if not item or reading.body[at].paragraph != reading.body[number].paragraph + at - number:
            break
        items.append(item)
    if not items:
        return []
    intro = find_introduction(reading, number + 1, reading.body[number + 1].span.start, 2)
    if intro.announced is not None and 2 <= intro.announced <= len(items):
        return items[: intro.announced]
    firsts = [item.of(reading.lowered).split(maxsplit=1)[0] for item in items]
    alike = firsts.count(firsts[0])
    if alike >= _FEWEST and firsts[:alike] == [firsts[0]] * alike:
        return items[:alike]
    return []


def _lines_after(reading: Reading, sentence_number: int) -> list[Span]:
    """The items on lines of their own behind sentence ``sentence_number``.

    Where semicolons end them, a full stop may end the last, and one line may hold several.
    """
    lexicon = list_lexicon(reading.language)
    items: list[Span] = []
    paragraph, final = reading.body[sentence_number].paragraph, ""
    for line in reading.body[sentence_number + 1 :]:
        before, final = final, reading.text[line.span.end - 1]
        closes = before == ";" and final == "."
        if line.paragraph != paragraph + 1 or (final in _SENTENCE_ENDS and not closes):
            break
        paragraph = line.paragraph
        tokens = tokenize(reading, line.span, lexicon)
        bare = [bare_item(tokens, part) for part in _parts(tokens, several=final == ";")]
        if None in bare or len(tokens) > _LINE_WORDS * len(bare):
            break
        items += [tokens.span(part) for part in bare if part]
        if closes:
            break
    return items


def _sentence_alone(reading: Reading, at: int) -> Span | None:
    """Sentence number ``at`` without its stop, if it is all of its paragraph and short."""
    line = reading.body[at]
    tokens = tokenize(reading, line.span, list_lexicon(reading.language))
    shared = at + 1 < len(reading.body) and reading.body[at + 1].paragraph == line.paragraph
    quoted = not _MARKS.isdisjoint(token.text for token in tokens)
    if shared or quoted or len(tokens) > _SENTENCE_WORDS:
        return None
    bare = bare_item(tokens, (0, len(tokens)))
    return tokens.span(bare) if bare else None


def _parts(tokens: TokenRange, *, several: bool) -> list[Range]:
    """All of the line, or what semicolons part in it where it may hold ``several`` items."""
    marks = [index for index, token in enumerate(tokens[:-1]) if several and token.text == ";"]
    return list(pairwise([0, *marks, len(tokens)]))


def _listed(reading: Reading, sentence_number: int, items: list[Span]) -> Enumeration:
    intro = find_introduction(reading, sentence_number, items[0].start, len(items))
    lines = reading.body[sentence_number : sentence_number + len(items)]
    end = next(line.span.end for line in lines if line.span.end >= items[-1].end)
    return build(reading, intro, items, end, kind=ListKind.LINES, sign=":")
