"""How well an abbreviation fits the words that it may stand for.

Each word gives a piece of the abbreviation, in order: its first letter (``LAN``), its beginning
(``Kal|teng``), a syllable from inside (``Mus|ren|bang``), or letters with the first one among
them (``Kasad``: **K**ep**a**la ...). Pieces have costs; function words may give nothing.
After Schwartz and Hearst (2003), who ask for letters only, extended to syllabic acronyms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from summarize.patterns import pattern

_NEVER = 99
_SKIPPED = 3  # what a word costs that gives nothing
_SYLLABLES = pattern(r"(?:[^AEIOU]{0,2}[AEIOU][^AEIOU]?){2,4}")
_REPEATED = pattern(r"([A-Za-z])([2-5])|\b([2-5])([A-Za-z])")


def best_start(short: str, words: Sequence[str], skippable: frozenset[str]) -> int | None:
    """The index of the first of the words, ending with the last one, that ``short`` stands for.

    >>> words = "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi".split()
    >>> best_start("PAN RB", words, frozenset({"dan"}))
    1
    >>> best_start("Rakornas", "digelar Rapat Koordinasi Nasional".split(), frozenset())
    1
    >>> best_start("K/L", "seluruh instansi pemerintah".split(), frozenset()) is None
    True
    """
    lower = [word.lower() for word in words]
    best: tuple[int, int, int] | None = None
    for letters in spellings(short):
        costs = _costs(letters, lower, skippable, syllabic=_syllabic(short))
        for start in range(len(words) - 1, -1, -1):
            content = sum(word not in skippable for word in lower[start:])
            cost = costs[start]
            if content >= 2 and cost <= _allowed(short, content):
                best = min(best or (cost, -start, start), (cost, -start, start))
    if best is None:
        return _same_initials(short, lower, skippable)
    return best[2]


def fits(short: str, words: Sequence[str], skippable: frozenset[str]) -> bool:
    """Whether ``short`` stands for all the words but perhaps two at the beginning."""
    start = best_start(short, words, skippable)
    return start is not None and start <= 2


def initials(words: Iterable[str]) -> str:
    """The first letters of the words.

    >>> initials(["Majelis", "Rakyat", "Papua"])
    'MRP'
    """
    return "".join(word[0] for word in words)


def spelled_from(letters: str, words: Sequence[str]) -> Iterator[int]:
    """The words from which on the letters stand in order, the first one at a word's beginning.

    >>> list(spelled_from("bimas", ["badan", "bimbingan", "masyarakat"]))
    [0, 1]
    """
    for start, word in enumerate(words):
        if word[0] == letters[:1]:
            rest = iter("".join(words[start:]))
            if all(letter in rest for letter in letters):
                yield start


def _syllabic(short: str) -> bool:
    """Whether it is made of syllables: ``Rakornas``, and in capitals ``KATAM``."""
    if short.upper() != short:
        return True
    return len(short) >= 5 and short.isalpha() and bool(_SYLLABLES.fullmatch(short))


def _allowed(short: str, words: int) -> int:
    """The cost up to which a fit is believed: letters have to fit better than syllables."""
    return words if _syllabic(short) else words - 1


def spellings(short: str) -> Iterator[str]:
    """The letters and digits of ``short``; also with P3K written out as PPPK."""
    yield "".join(c for c in short.lower() if c.isalnum())
    if _REPEATED.search(short):
        written_out = _REPEATED.sub(lambda m: m[1] * int(m[2]) if m[1] else m[4] * int(m[3]), short)
        yield "".join(c for c in written_out.lower() if c.isalnum())


def _costs(
    letters: str, words: Sequence[str], skippable: frozenset[str], *, syllabic: bool
) -> list[int]:
    """For each start, the cheapest way in which the words from there on give all letters."""
    size = len(letters)
    rest = [_NEVER] * size + [0]  # the cost of letters[k:] with the words after the current one
    starts = []
    for word in reversed(words):
        nothing = 0 if word in skippable else _SKIPPED
        here = [cost + nothing for cost in rest]
        first = _NEVER
        for k in range(size):
            for end in range(k + 1, size + 1):
                piece = _piece(letters[k:end], word, syllabic)
                if piece == _NEVER:
                    if syllabic and end - k == 2:
                        continue  # "gr" may go on as the "gri" of "negeri"
                    break
                cost = piece + rest[end]
                here[k] = min(here[k], cost)
                if k == 0 and (word[0] == letters[0] or end > 1):
                    first = min(first, cost)
        starts.append(first if word not in skippable else _NEVER)
        rest = here
    return starts[::-1]


def _piece(piece: str, word: str, syllabic: bool) -> int:
    """What it costs that ``word`` gives ``piece``; _NEVER where it cannot."""
    if word.startswith(piece):
        return 0
    if word.isdigit() and word.endswith(piece):
        return 0  # "COVID-19": ... Disease 2019
    if piece in word:
        return 1 if len(piece) > 1 else _SKIPPED
    inside = piece[0] != word[0]
    if inside and not (syllabic and len(piece) > 2 and piece[-1] == word[-1]):
        return _NEVER
    at = 0
    for letter in piece:
        at = word.find(letter, at) + 1
        if not at:
            return _NEVER
    return 2 if inside or not syllabic else 1  # "Kemendagri": ... neGeRI


def _same_initials(short: str, words: Sequence[str], skippable: frozenset[str]) -> int | None:
    """The start of words whose initials hold all letters of ``short``, though in another order."""
    letters = "".join(c for c in short.lower() if c.isalnum())
    if short.upper() != short or len(letters) < 3:
        return None
    content = [n for n, word in enumerate(words) if word not in skippable]
    if len(letters) == 3:
        return content[-3] if _are_three([words[n][0] for n in content[-3:]], letters) else None
    for count in (len(letters), len(letters) + 1):
        if count > len(content):
            return None
        if _holds_all([words[n][0] for n in content[-count:]], letters):
            return content[-count]
    return None


def _are_three(initials: Sequence[str], letters: str) -> bool:
    """Whether these are the three letters in another order: "Industri Menengah dan Kecil (IKM)"."""
    same = sorted(initials) == sorted(letters) and initials[0] == letters[0]
    return same and len(set(letters)) == 3


def _holds_all(initials: Sequence[str], letters: str) -> bool:
    """Whether the letters are among the initials, the first one first, and the last one last.

    Of four words or more it is enough that they are the same in any order.
    """
    last = initials[-1] == letters[-1]
    same = len(initials) >= 4 and sorted(initials) == sorted(letters)
    if initials[0] != letters[0] or not (last or same):
        return False
    return not Counter(letters) - Counter(initials)
