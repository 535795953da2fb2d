"""The text that is read: a paragraph a line, nothing invisible, each piece of it led back.

What a text is wrapped, justified or set with are no words of it, and a name with a line end in it
is no name. So the stages read a text without them, and an offset map leads each span of that back
to the source, where it is what anybody sees there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from summarize.anatomy.lines import Line, continued_lines, split_lines
from summarize.hyphenation import keeps_hyphen
from summarize.models import Edit, Reading, Span
from summarize.patterns import pattern

# As long as what they stand for: no-break and other fixed spaces, hyphens that do not break.
_SAME_LENGTH = str.maketrans(
    dict.fromkeys([0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)], " ")
    | {0x2010: "-", 0x2011: "-"}
)
_FIXED = pattern("[\u00a0\u2000-\u200a\u2010\u2011\u202f\u205f\u3000]")
# Soft hyphens, zero-width and directional characters, marks of byte order; a joiner inside an
# emoji is a part of it. \x1a ends the text of an old system.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_EDITED = pattern(
    rf"(?P<dropped>[{_INVISIBLE}]+|\u200d(?![\u2190-\U0010ffff])|\x1a\Z)"
    r"|(?P<spaces>(?<=\S)[ \t]{2,}(?=\S))"
    r"|(?P<shaped>[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]+)"
    r"|(?P<composed>[^\W\d_][\u0300-\u036f]+)"
)
_ODD = pattern(
    rf"[{_INVISIBLE}\u200d\x1a\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff\u0300-\u036f]"
    r"|[ \t]{2}"
)
_MOST_SPACES = 8  # wider gaps part the columns of a table, unless the text is justified
_HYPHENATED = pattern(r"([^\W\d_]{1,40})[-\u00ad\u2010]\Z")
_FIRST_WORD = pattern(r"[^\W\d_]+")


def reflow(
    text: str, letterheads: frozenset[str], *, whole_lines: bool = False
) -> tuple[Reading, list[Span]]:
    """``text`` as it is read, and its paragraphs in that.

    Lines that open with ``letterheads`` are no part of a headline; ``whole_lines`` says that no
    paragraph goes on in the next line.

    >>> reading, paragraphs = reflow("Wali kota melan\u00adtik camat.", frozenset())
    >>> reading.text, reading.original(Span(10, 17))
    ('Wali kota melantik camat.', Span(start=10, end=18))
    """
    lines = [line for line in split_lines(text) if not _is_invisible(text, line)]
    joined = set() if whole_lines else continued_lines(text, lines, letterheads)
    edits = sorted([*_joints(text, lines, joined), *_unclean(text, lines, joined)])
    spaced = text.translate(_SAME_LENGTH) if _FIXED.search(text) else text
    if not edits:
        return Reading(spaced), [line.span for line in lines]
    pieces: list[str] = []
    placed: list[Edit] = []
    at = length = 0
    for edit in edits:
        if edit.start < at:
            continue
        pieces += spaced[at : edit.start], edit.replacement
        length += edit.start - at
        placed.append(edit._replace(read=length))
        length += len(edit.replacement)
        at = edit.end
    pieces.append(spaced[at:])
    read = "".join(pieces)
    told = (trimmed(read, span) for span in _paragraphs(lines, joined, placed))
    return Reading(read, tuple(placed)), [span for span in told if span.start < span.end]


def _paragraphs(lines: list[Line], joined: set[int], edits: list[Edit]) -> list[Span]:
    """The paragraphs, as they lie in the text that is read."""
    spans: list[Span] = []
    waiting, shift = iter(edits), 0
    edit = next(waiting, None)

    def moved(offset: int) -> int:
        nonlocal edit, shift
        while edit is not None and edit.end <= offset:
            shift = edit.read + len(edit.replacement) - edit.end
            edit = next(waiting, None)
        return offset + shift

    for number, line in enumerate(lines):
        start, end = moved(line.start), moved(line.end)
        if number in joined:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans


def trimmed(text: str, span: Span) -> Span:
    """``span`` without the white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_invisible(text: str, line: Line) -> bool:
    """Whether there is nothing in ``line`` that stays; a control character is shown as a sign."""
    if not _ODD.match(text, line.start):
        return False
    end = line.end - (line.end == len(text) and text.endswith("\x1a"))
    return all(unicodedata.category(c) == "Cf" for c in text[line.start : end])


def _unclean(text: str, lines: list[Line], joined: set[int]) -> Iterator[Edit]:
    """The edits inside the lines."""
    if not _ODD.search(text):
        return
    most = len(text) if joined else _MOST_SPACES
    for line in lines:
        for found in _EDITED.finditer(text, line.start, line.end):
            start, end = found.span()
            if found.lastgroup == "dropped":
                yield Edit(start, end, "")
            elif found.lastgroup == "shaped":
                yield Edit(start, end, unicodedata.normalize("NFKC", found.group()))
            elif found.lastgroup == "composed":
                composed = unicodedata.normalize("NFC", found.group())
                if composed != found.group():
                    yield Edit(start, end, composed)
            elif end - start <= most and "\t" not in found.group():
                yield Edit(start, end, " ")


def _joints(text: str, lines: list[Line], joined: set[int]) -> Iterator[Edit]:
    """The edits between the lines of a paragraph."""
    for number in joined:
        before, line = lines[number - 1], lines[number]
        yield _joint(text, before, line)


def _joint(text: str, before: Line, line: Line) -> Edit:
    """What stands between two lines of a paragraph: a space, or nothing in a word."""
    parted = _HYPHENATED.search(text, max(before.start, before.end - 40), before.end)
    if parted is None:
        glued = text[before.end - 1] == "-" and text[line.start].isalnum()
        close = glued and before.end - before.start > 1 and text[before.end - 2].isalnum()
        return Edit(before.end, line.start, "" if close else " ")
    word = _FIRST_WORD.match(text, line.start, line.end)
    if word is None or keeps_hyphen(text, parted[1], word[0]):
        return Edit(before.end, line.start, "" if word or text[line.start].isdigit() else " ")
    return Edit(before.end - 1, line.start, "")
