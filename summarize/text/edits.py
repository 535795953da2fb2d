"""How far two spellings lie apart."""

from __future__ import annotations

_LEAST_LETTERS = 4  # of words that may be one word with a slip in it


def edits(one: str, other: str) -> int:
    """How many letters have to be put in, left out or changed to make one word of the other.

    >>> edits("Septermber", "September"), edits("Bupatio", "Bupati"), edits("Januari", "Februari")
    (1, 1, 4)
    """
    first, last = 0, 0
    shorter = min(len(one), len(other))
    while first < shorter and one[first] == other[first]:
        first += 1
    while last < shorter - first and one[-1 - last] == other[-1 - last]:
        last += 1
    one, other = one[first : len(one) - last], other[first : len(other) - last]
    if len(one) < 2 or len(other) < 2:
        return _edits_of_letter(one, other)
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, another in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != another))
    return row[-1]


def _edits_of_letter(one: str, other: str) -> int:
    """The same where one of the words is a letter or empty."""
    short, long = sorted((one, other), key=len)
    return len(long) - (short != "" and short in long)


def one_edit(one: str, other: str) -> bool:
    """Whether two words of four letters or more differ by one letter at most."""
    near = abs(len(one) - len(other)) < 2 and min(len(one), len(other)) >= _LEAST_LETTERS
    return near and edits(one, other) < 2
