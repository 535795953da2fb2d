"""Lists that go on after the sentence that introduces them."""

from __future__ import annotations

import re
from itertools import pairwise

from summarize.findings.lists.introductions import find_introduction
from summarize.findings.lists.item_kind import are_points
from summarize.findings.lists.lexicon import list_lexicon
from summarize.findings.lists.segmentation import segment_items
from summarize.findings.lists.token_range import Range, TokenRange, tokenize
from summarize.findings.lists.trim import bare_item, trim_items
from summarize.models import Enumeration, Release, Span

_LINE_WORDS = 30  # words of a paragraph that may be an item without a marker
_LETTER = re.compile(r"[^\W_]")
_SENTENCE_ENDS = '.:?!"”'
_FEWEST = 3  # such paragraphs, where no number announces them


def with_next_sentence(release: Release, listed: Enumeration, sentence_number: int) -> Enumeration:
    """``listed`` with the items that sentence ``sentence_number`` of the body adds to it.

    Only where items are missing from the announced number and the sentence goes on with them:
    ``Kemudian, peningkatan jalan A, peningkatan jalan B``.
    """
    if listed.announced is None or sentence_number >= len(release.body):
        return listed
    missing = listed.announced - len(listed.items)
    if missing < 2:
        return listed
    if _LETTER.search(release.text, listed.items[-1].end, listed.span.end):
        return listed
    span = release.body[sentence_number].span
    tokens = tokenize(release.text, span, list_lexicon(release.language))
    if not tokens or tokens[0].lower not in tokens.lexicon.continuations:
        return listed
    segmented = segment_items(tokens, 1, len(tokens), [missing])
    if segmented is None or len(segmented.items) > missing:
        return listed
    added = trim_items(tokens, segmented.items, subject=False)
    items = (*listed.items, *(tokens.span(item) for item in added))
    return listed._replace(items=items, span=Span(listed.span.start, span.end))


def find_line_lists(release: Release) -> list[Enumeration]:
    """Unmarked paragraphs, without a full stop, that list what a colon announces."""
    found = []
    for sentence_number, sentence in enumerate(release.body):
        if release.text[sentence.span.end - 1] == ":":
            items = _lines_after(release, sentence_number)
            if len(items) >= _FEWEST:
                found.append(_listed(release, sentence_number + 1, items))
    return found


def _lines_after(release: Release, sentence_number: int) -> list[Span]:
    """The items on lines of their own behind sentence ``sentence_number``.

    Where semicolons end them, a full stop may end the last, and one line may hold several.
    """
    lexicon = list_lexicon(release.language)
    items: list[Span] = []
    paragraph, final = release.body[sentence_number].paragraph, ""
    for line in release.body[sentence_number + 1 :]:
        before, final = final, release.text[line.span.end - 1]
        closes = before == ";" and final == "."
        if line.paragraph != paragraph + 1 or (final in _SENTENCE_ENDS and not closes):
            break
        paragraph = line.paragraph
        tokens = tokenize(release.text, line.span, lexicon)
        bare = [bare_item(tokens, part) for part in _parts(tokens, several=final == ";")]
        if None in bare or len(tokens) > _LINE_WORDS * len(bare):
            break
        items += [tokens.span(part) for part in bare if part]
        if closes:
            break
    return items


def _parts(tokens: TokenRange, *, several: bool) -> list[Range]:
    """All of the line, or what semicolons part in it where it may hold ``several`` items."""
    marks = [index for index, token in enumerate(tokens[:-1]) if several and token.text == ";"]
    return list(pairwise([0, *marks, len(tokens)]))


def _listed(release: Release, sentence_number: int, items: list[Span]) -> Enumeration:
    intro = find_introduction(release, sentence_number, items[0].start, len(items))
    lines = release.body[sentence_number : sentence_number + len(items)]
    return Enumeration(
        span=Span(intro.start, next(s.span.end for s in lines if s.span.end >= items[-1].end)),
        lead=intro.lead,
        items=tuple(items),
        announced=intro.announced,
        points=are_points(release, intro.lead, items),
        rule="lines: :",
        partial=intro.partial,
    )
