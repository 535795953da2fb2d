"""Lists that go on after the sentence that introduces them."""

from __future__ import annotations

import re
from itertools import pairwise

from summarize.findings.lists.introductions import find_introduction
from summarize.findings.lists.item_kind import are_points
from summarize.findings.lists.lexicon import grammar_of
from summarize.findings.lists.segmentation import cut_items
from summarize.findings.lists.token_range import Range, Stretch, read_stretch
from summarize.findings.lists.trim import bare_item, trim_items
from summarize.models import Enumeration, Release, Span

_LINE_WORDS = 30  # words of a paragraph that may be an item without a marker
_LETTER = re.compile(r"[^\W_]")
_SENTENCE_ENDS = '.:?!"”'
_FEWEST = 3  # such paragraphs, where no number announces them


def go_on(release: Release, listed: Enumeration, place: int) -> Enumeration:
    """``listed`` with the items that sentence number ``place`` of the body adds to it.

    Only where items are missing from the announced number and the sentence goes on with them:
    ``Kemudian, peningkatan jalan A, peningkatan jalan B``.
    """
    if listed.announced is None or place >= len(release.body):
        return listed
    missing = listed.announced - len(listed.items)
    if missing < 2:
        return listed
    if _LETTER.search(release.text, listed.items[-1].end, listed.span.end):
        return listed
    span = release.body[place].span
    stretch = read_stretch(release.text, span, grammar_of(release.language))
    if not stretch.tokens or stretch.tokens[0].lower not in stretch.grammar.continuations:
        return listed
    cut = cut_items(stretch, 1, len(stretch.tokens), [missing])
    if cut is None or len(cut.items) > missing:
        return listed
    added = trim_items(stretch, cut.items, subject=False)
    items = (*listed.items, *(stretch.span(item) for item in added))
    return listed._replace(items=items, span=Span(listed.span.start, span.end))


def find_lines(release: Release) -> list[Enumeration]:
    """Unmarked paragraphs, without a full stop, that list what a colon announces."""
    found = []
    for place, sentence in enumerate(release.body):
        if release.text[sentence.span.end - 1] == ":":
            items = _lines_after(release, place)
            if len(items) >= _FEWEST:
                found.append(_listed(release, place + 1, items))
    return found


def _lines_after(release: Release, place: int) -> list[Span]:
    """The items on lines of their own behind sentence number ``place``.

    Where semicolons end them, a full stop may end the last, and one line may hold several.
    """
    grammar = grammar_of(release.language)
    items: list[Span] = []
    paragraph, final = release.body[place].paragraph, ""
    for line in release.body[place + 1 :]:
        before, final = final, release.text[line.span.end - 1]
        closes = before == ";" and final == "."
        if line.paragraph != paragraph + 1 or (final in _SENTENCE_ENDS and not closes):
            break
        paragraph = line.paragraph
        stretch = read_stretch(release.text, line.span, grammar)
        bare = [bare_item(stretch, part) for part in _parts(stretch, several=final == ";")]
        if None in bare or len(stretch.tokens) > _LINE_WORDS * len(bare):
            break
        items += [stretch.span(part) for part in bare if part]
        if closes:
            break
    return items


def _parts(stretch: Stretch, *, several: bool) -> list[Range]:
    """All of the line, or what semicolons part in it where it may hold ``several`` items."""
    tokens = stretch.tokens
    marks = [index for index, token in enumerate(tokens[:-1]) if several and token.text == ";"]
    return list(pairwise([0, *marks, len(tokens)]))


def _listed(release: Release, place: int, items: list[Span]) -> Enumeration:
    intro = find_introduction(release, place, items[0].start, len(items))
    lines = release.body[place : place + len(items)]
    return Enumeration(
        span=Span(intro.start, next(s.span.end for s in lines if s.span.end >= items[-1].end)),
        lead=intro.lead,
        items=tuple(items),
        announced=intro.announced,
        points=are_points(release, intro.lead, items),
        rule="lines: :",
        partial=intro.partial,
    )
