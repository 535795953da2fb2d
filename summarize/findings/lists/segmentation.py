"""Cutting what follows a cue into items.

The stretch is split at every comma, semicolon and joining word that stands outside brackets and
quotation marks. Which of these places really part two items, and where the list ends, is decided
by the best-scoring segmentation: items as many as announced, alike in how they begin, parted by
commas with a joining word before the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.findings.lists.lexicon import Grammar
from summarize.findings.lists.list_tokens import Token
from summarize.findings.lists.segments import Piece, split_pieces
from summarize.findings.lists.token_range import Range, Stretch

_MOST_PIECES = 30  # more pieces than these are not weighed against each other: all are items
_CLOSING = {("range", "strong"), ("strong", "outer")}  # words before the last two of a list
_THREE = 3
_PLAIN_WORDS = 8  # tokens of each of three plain nouns
_WIDEST = 6  # pieces that may make up one item

# Weights, set by hand on sentences of news; only their order of size matters.
_CUT_COMMA = 1.0
# the word before the last item
_CUT_LAST = {"strong": 1.2, "outer": 1.5, "weak": 0.3, "range": 0.6, "late": 0.6}
_CUT_RANGE = 0.4  # "camat hingga lurah dan warga" as three items
_CUT_EARLY = -1.2  # a joining word without a comma, before an item that is not the last
_KEEP_COMMA = -4.0  # "biru, hijau" as one item
_KEEP_LONG_COMMA = -2.0  # "Ketua DPRD, Budi Santoso" as one item
_KEEP_ADDRESS = -0.3  # "rumah di Jalan Anggrek, Jakarta" among houses
_ALL_KEEP = 0.5  # so every item does, "gudang di Jalan Melati, Subang" at the end as well
_LAST_KEEPS = -1.0  # only the last item does: "dan pariwisata, Jumat (3/2)"
_KEEP_AGE = 0.5  # "Menteri Keuangan Taro Aso, 78"
_KEEP_HOLDER = 0.2  # "Ketua DPRD, Budi Santoso" among other positions
_CUT_HOLDER = -1.5
_CUT_AGE = -3.0
_KEEP_WORD = {"strong": -0.6, "outer": -1.5, "weak": -0.1, "range": -0.1, "late": -0.1}
_KEEP_SEMICOLON = -6.0
_KEEP_BOTH = -2.5  # ", dan" inside an item
_KEEP_HELD = -4.0  # "Camat Wera Nurdin dan Lurah Sari Made" as one item
_AFTER_LAST = -3.0  # more items after the one that the joining word marked as the last
_COUNT_RIGHT = 3.0
_COUNT_FARTHER = -0.4  # a number farther from the cue than another
_COUNT_OVER = -1.0  # one item more than announced
_COUNT_FAR_OVER = -1.5  # each of more than one
_REST_PIECE = -0.7  # a piece after the end of the list that could have been an item
_REST_CLOSED = 0.3  # times that, where the list was closed by a joining word
_REST_LAST = -4.0  # the list ends right before the joining word of its last item
_NO_LAST_WORD = -0.8  # the list ends without a joining word before its last item
_ALIKE = 0.7  # times how much an item begins like the first
_UNLIKE = -0.6  # how alike a verb and a noun are
_LONG_ITEM = -0.04  # a word beyond the eighteenth


class Cut(NamedTuple):
    """A segmentation into items and its score.

    ``announced`` is the number it was judged by, ``closed`` says that a joining word marks the
    last item, ``whole`` that nothing is left after it.
    """

    items: tuple[Range, ...]
    score: float
    announced: int | None
    closed: bool
    whole: bool


def cut_items(stretch: Stretch, first: int, last: int, announced: Sequence[int]) -> Cut | None:
    """The best segmentation of the tokens ``first`` to ``last``; None where there is but one item.

    ``announced`` holds the numbers that may announce the list, the likeliest first.
    """
    pieces = split_pieces(stretch, first, last)
    if len(pieces) < 2:
        return None
    if len(pieces) > _MOST_PIECES:
        items = tuple((piece.first, piece.last) for piece in pieces)
        value = announced[0] if announced else None
        return Cut(items, float(len(items)), value, pieces[-1].word is not None, True)
    path, value = _best_path(stretch, pieces, announced)
    starts = (0, *path.ends[:-1])
    items = tuple(
        (pieces[start].first, pieces[end - 1].last)
        for start, end in zip(starts, path.ends, strict=True)
    )
    closed = pieces[starts[-1]].word is not None
    return Cut(items, path.score, value, closed, path.ends[-1] == len(pieces))


class _Path(NamedTuple):
    """A segmentation of the pieces so far: its score, and after which pieces its items end."""

    score: float
    ends: tuple[int, ...]


class _Sheet(NamedTuple):
    """What each piece is worth by itself, so that no path weighs it again.

    ``cut`` where it begins an item, ``alike`` for beginning as the first item does, ``keep`` where
    it goes on with an item: sums up to each piece, as are the ``commas`` before pieces.
    """

    cut: list[float]
    alike: list[float]
    keep: list[float]
    commas: list[int]

    def item(self, pieces: Sequence[Piece], start: int, end: int) -> float:
        """What it is worth to take the pieces ``start`` to ``end`` for one item."""
        score = self.keep[end] - self.keep[start + 1]
        score += _LONG_ITEM * max(0, pieces[end - 1].last - pieces[start].first - 18)
        return score + self.cut[start] + _ALIKE * self.alike[start] if start else score

    def holds_comma(self, start: int, end: int) -> bool:
        """Whether an item of these pieces has a comma inside."""
        return self.commas[end] > self.commas[start + 1]


def _weigh(stretch: Stretch, pieces: Sequence[Piece]) -> _Sheet:
    model = stretch.tokens[pieces[0].first]
    sheet = _Sheet([0.0], [1.0], [0.0, 0.0], [0, 0])
    for index in range(1, len(pieces)):
        piece = pieces[index]
        sheet.cut.append(_cut_score(stretch, pieces, index))
        sheet.alike.append(likeness(model, stretch.tokens[piece.first], stretch.grammar))
        sheet.keep.append(sheet.keep[-1] + _keep_score(stretch, pieces, index))
        sheet.commas.append(sheet.commas[-1] + piece.comma)
    return sheet


def _best_path(
    stretch: Stretch, pieces: Sequence[Piece], announced: Sequence[int]
) -> tuple[_Path, int | None]:
    """The best segmentation of a beginning of ``pieces``, and the number it was judged by."""
    sheet = _weigh(stretch, pieces)
    # paths[end]: the best way to have so many items, the last from so early, end before `end`
    paths: list[dict[tuple[int, int], _Path]] = [{} for _ in range(len(pieces) + 1)]
    best, best_value = _Path(float("-inf"), (len(pieces),)), None
    for end in range(1, len(pieces) + 1):
        for start in range(max(0, end - _WIDEST), end):
            inside = sheet.item(pieces, start, end)
            if start == 0:
                paths[end][1, 0] = _Path(inside, (end,))
                continue
            for (count, _), path in paths[start].items():
                known = paths[end].get((count + 1, start))
                if known is None or known.score < path.score + inside:
                    reached = _Path(path.score + inside, (*path.ends, end))
                    paths[end][count + 1, start] = reached
        for (count, _), path in paths[end].items():
            if count < 2:
                continue
            number_score, value = _number_score(stretch, pieces, path.ends, announced)
            total = path.score + number_score + _ending_score(pieces, path.ends, sheet)
            if total > best.score:
                best, best_value = _Path(total, path.ends), value
    return best, best_value


def _cut_score(stretch: Stretch, pieces: Sequence[Piece], start: int) -> float:
    """What it is worth that an item begins with piece number ``start``."""
    if _is_age(stretch, pieces, start):
        return _CUT_AGE
    if pieces[start].holder:
        return _CUT_HOLDER
    if pieces[start].comma:
        return _CUT_COMMA
    if _ends_range(stretch, pieces[start]) or _are_three(stretch, pieces):
        return _CUT_RANGE
    return _CUT_EARLY


def _are_three(stretch: Stretch, pieces: Sequence[Piece]) -> bool:
    """Whether three plain nouns are joined by two words: ``rumah dan masjid serta jalan``."""
    if len(pieces) != _THREE or (pieces[1].word, pieces[2].word) != ("strong", "outer"):
        return False
    if pieces[1].comma or pieces[2].comma:
        return False
    tokens, grammar = stretch.tokens, stretch.grammar
    return tokens[pieces[2].first - 1].lower in grammar.continuations and not any(
        piece.last - piece.first > _PLAIN_WORDS
        or any(
            (tokens[index].text.islower() and stretch.is_predicate(index))
            or tokens[index].lower in grammar.modifiers
            for index in range(piece.first, piece.last)
        )
        for piece in pieces
    )


def _ends_range(stretch: Stretch, piece: Piece) -> bool:
    """Whether the piece is the far end of what is listed: ``camat hingga lurah dan warga``.

    Not ``10 hingga 12 Mei``, ``sampai dengan Lini IV``, ``hingga larut untuk makan dan minum``.
    """
    words = range(piece.first, piece.last)
    return (
        piece.word == "range"
        and not stretch.tokens[piece.first].is_number
        and not any(stretch.tokens[index].lower in stretch.grammar.tails for index in words)
    )


def _is_age(stretch: Stretch, pieces: Sequence[Piece], index: int) -> bool:
    """Whether the piece is a lone number among pieces that are none: ``78`` or ``29 tahun``."""
    piece = pieces[index]
    return (
        piece.word is None
        and (piece.last - piece.first == 1 or _is_measure(stretch, piece))
        and stretch.tokens[piece.first].is_number
        and not stretch.tokens[pieces[index - 1].first].is_number
    )


def _is_measure(stretch: Stretch, piece: Piece) -> bool:
    unit = stretch.tokens[piece.last - 1].lower
    return piece.last - piece.first == 2 and unit in stretch.grammar.units


def _keep_score(stretch: Stretch, pieces: Sequence[Piece], index: int) -> float:
    """What it is worth that piece number ``index`` is of one item with the piece before it."""
    piece, before = pieces[index], pieces[index - 1]
    if stretch.tokens[piece.first - 1].text == ";":
        return _KEEP_SEMICOLON
    if piece.holder:
        return _KEEP_HOLDER
    if piece.word is not None:
        if _are_held(stretch, before, piece):
            return _KEEP_HELD
        return _KEEP_BOTH if piece.comma else _KEEP_WORD[piece.word]
    if _is_age(stretch, pieces, index):
        return _KEEP_AGE
    lower = stretch.tokens[pieces[0].first].text.islower()
    if lower and stretch.tokens[piece.first].is_capitalised:
        return _KEEP_ADDRESS
    short = piece.last - piece.first <= 3 and before.last - before.first <= 3
    clause = any(stretch.is_predicate(place) for place in range(piece.first, piece.last))
    return _KEEP_COMMA if short or clause else _KEEP_LONG_COMMA


def _are_held(stretch: Stretch, before: Piece, piece: Piece) -> bool:
    """Whether both are positions with their holders: ``Camat Wera Nurdin dan Lurah Sari Made``."""
    return all(
        stretch.tokens[part.first].lower in stretch.grammar.positions
        and stretch.names((part.first, part.last))
        for part in (before, piece)
    )


def _ending_score(pieces: Sequence[Piece], ends: tuple[int, ...], sheet: _Sheet) -> float:
    """What it is worth that the list ends here, with this last item."""
    end, last = ends[-1], pieces[ends[-2]]
    score = _NO_LAST_WORD
    if last.word is not None:
        score = _CUT_LAST[last.word] + (0.0 if last.comma else _CUT_COMMA - _CUT_EARLY)
    for earlier in ends[:-2]:
        word = pieces[earlier].word
        if word is not None and word != "late":
            ranged = sheet.cut[earlier] == _CUT_RANGE and (word, last.word) in _CLOSING
            bare = 0.0 if ranged else _CUT_EARLY
            score += _AFTER_LAST if pieces[earlier].comma else bare
            if last.word is None:
                score += _AFTER_LAST
    if sheet.holds_comma(ends[-2], end):
        kept = [sheet.holds_comma(*item) for item in zip((0, *ends[:-2]), ends[:-1], strict=True)]
        score += _ALL_KEEP if all(kept) else 0.0 if any(kept) else _LAST_KEEPS
    rest = len(pieces) - end
    if rest:
        open_end = last.word is None or not last.comma
        final = pieces[end].comma and pieces[end].word in {"strong", "outer"}
        if open_end and final and sheet.alike[end] > _UNLIKE:
            score += _REST_LAST
        closed = last.word is not None and pieces[end].comma
        unlike = rest == 1 or sheet.alike[end] <= 0
        score += _REST_PIECE * min(rest, 4) * (_REST_CLOSED if closed and unlike else 1.0)
    return score


def _number_score(
    stretch: Stretch, pieces: Sequence[Piece], ends: tuple[int, ...], announced: Sequence[int]
) -> tuple[float, int | None]:
    """What it is worth to have so many items, and the announced number that says so."""
    if not announced:
        return 0.0, None
    total = leading_sum(stretch, [pieces[start].first for start in (0, *ends[:-1])])
    for place, number in enumerate(announced):
        if number in {len(ends), total}:
            return _COUNT_RIGHT + _COUNT_FARTHER * min(place, 2), number
    over = len(ends) - announced[0]
    if over <= 1:
        return (_COUNT_OVER if over == 1 else 0.0), announced[0]
    return _COUNT_FAR_OVER * over, announced[0]


def leading_sum(stretch: Stretch, firsts: Sequence[int]) -> int | None:
    """The sum of the numbers that items begin with: "dua ganda putra dan satu tunggal"."""
    total = 0
    for first in firsts:
        token = stretch.tokens[first]
        number = stretch.grammar.numbers.get(token.lower)
        if number is None and token.text.isdecimal() and len(token.text) <= 4:
            number = int(token.text)
        if number is None:
            return None
        total += number
    return total


def likeness(first: Token, other: Token, grammar: Grammar) -> float:
    """How alike two items begin, from -1 to 1."""
    if first.lower == other.lower:
        return 1.0
    kinds = {_kind(first, grammar), _kind(other, grammar)}
    if len(kinds) == 1:
        return 0.3 if "plain" in kinds else 0.7
    if kinds == {"verb", "name"}:
        return -2.0
    if "verb" in kinds or "mark" in kinds:
        return _UNLIKE
    return 0.2 if kinds == {"plain", "action"} else -0.2


def _kind(token: Token, grammar: Grammar) -> str:
    if not token.is_word:
        return "mark"
    if token.is_number or token.lower in grammar.numbers:
        return "number"
    if token.is_capitalised:
        return "name"
    if grammar.is_predicate(token):
        return "verb"
    return "action" if grammar.is_action(token) else "plain"
