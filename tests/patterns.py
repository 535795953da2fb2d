"""The regular expressions that the package compiles, and strings made to slow each of them down."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time
from types import FrameType
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
SMALL, LARGE = 1_000, 4_000  # characters
QUICK = 0.005  # seconds; a search of LARGE that steps back over all of it takes three times that
TOO_MUCH = 3  # times longer for twice the text: linear is 2, quadratic 4
MEASURED = 3  # of the strings, the slowest
ENOUGH = 40  # slow strings to choose them from
PATIENCE = 2  # seconds before a search counts as endless

# Characters that stand for a class, the first that fits; then a few that any text is full of.
ALPHABET = "aA1 .,-(“”\"':;/\n\t)[]x%_&é\u2028"
COMMON = (
    *("a", "A", "Aa", "1", " ", "\n", "\t", ".", ",", "-", "(", ")", "[", "“", "”", '"', "'", "’"),
    *("a ", "A ", "Aa ", "A.", "1.", "1,", "1 ", "a.", "a-", "a/", "1/", ". ", ", ", "( ", "()"),
    *("a, ", "Aa, ", "Aa Bb, ", "“a” ", "(a) ", "Rp 1", "1 juta ", "dan ", "a dan ", "1/1/", "A&"),
)

RECORDER = """
import importlib, json, pkgutil, re, sys
seen = {}
compiler = sys.modules["re._compiler"]
original = compiler.compile
def record(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"] == "re":
        frame = frame.f_back
    module = frame.f_globals["__name__"]
    if module.split(".")[0] in ("summarize", "cli") and isinstance(pattern, str):
        seen.setdefault((pattern, int(flags)), module)
    return original(pattern, flags)
compiler.compile = record
import cli, summarize, summarize.patterns
summarize.patterns.pattern = re.compile  # at once, and from the module that holds it
for package in (summarize, cli):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if "training" not in found.name and not found.name.endswith("__main__"):
            importlib.import_module(found.name)
from cli.views import render_rich
from summarize.rendering import FORMATS, render_one, render_several
from tests.patterns import TEXTS
for text in TEXTS:
    for language in ("id", "en"):
        summary = summarize.summarize(text, language=language)
        for name in FORMATS:
            render_one(summary, name, explain=True)
            list(render_several([summary, summary], name))
        render_rich(summary)
print(json.dumps([[module, *key] for key, module in seen.items()]))
"""

SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
TEXTS = (
    SEED.read_text("utf-8"),
    "Bupati Resmikan Pasar\n\nSAMPIT, (3/2/2020) - Ada 3 hal, yaitu (1) air; (2) jalan.\n"
    "Pertama, Badan Pusat Statistik (BPS) mencatat Rp1,5 miliar pada 3 Februari 2020 pukul 10.00.\n"
    "“Baik,” kata Bupati H. Adi Putra, S.E., di Kota Palu, Sabtu (3/2).\n1. satu\n2. dua\n",
    "Mayor Opens Market\n\nLEEDS, 3 May 2020 - There are two aims: (a) water; (b) roads.\n"
    "First, the National Audit Office (NAO) counted $1.5 million on May 3, 2020, said Jane Doe.\n",
)


class Pattern(NamedTuple):
    """A regular expression of the package, and the module that compiles it."""

    module: str
    source: str
    flags: int

    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)


class Hostile(NamedTuple):
    """A string made to slow a search down: ``start``, many times ``pump``, ``end``."""

    start: str
    pump: str
    end: str

    def of(self, length: int) -> str:
        return self.start + self.pump * (length // len(self.pump)) + self.end


class Growth(NamedTuple):
    """How much longer the slowest search takes when the text is twice as long."""

    factor: float
    seconds: float
    string: Hostile


@cache
def patterns() -> tuple[Pattern, ...]:
    """All that are compiled while the package is imported, summarises and renders."""
    done = subprocess.run(
        [sys.executable, "-c", RECORDER], cwd=ROOT, capture_output=True, check=True, timeout=120
    )
    return tuple(sorted(Pattern(*found) for found in json.loads(done.stdout)))


# --- strings ---


def hostile_strings(pattern: Pattern) -> Iterator[Hostile]:
    """Strings made of what the expression itself repeats, and of what any text is full of."""
    own = list(dict.fromkeys(_own_pumps(parser.parse(pattern.source, pattern.flags), "")))
    common = (("", piece) for piece in COMMON)
    for (start, pump), end in product((*own, *common), ("", "\x00", "x")):
        yield Hostile(start, pump, end)


def _own_pumps(tree: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """Texts that fit the expression and each of its repetitions, with what stands before them."""
    nodes = list(tree)
    for variant in range(2):
        whole = "".join(_example(node, variant) for node in nodes)[:60]
        if whole:
            yield before, whole
            yield before, whole[:-1] or whole
    for node in nodes:
        yield from _inside(node, before)
        before += _example(node, 0)


def _inside(node: Any, before: str) -> Iterator[tuple[str, str]]:
    operation, argument = node
    if operation in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
        yield from _own_pumps(argument[2], before)
    elif operation is code.SUBPATTERN:
        yield from _own_pumps(argument[3], before)
    elif operation is code.BRANCH:
        for branch in argument[1][:8]:
            yield from _own_pumps(branch, before)
    elif operation is code.ATOMIC_GROUP:
        yield from _own_pumps(argument, before)


def _example(node: Any, variant: int) -> str:
    """A short text that fits a node; of a class, the first or second character that does."""
    operation, argument = node
    match operation:
        case code.LITERAL:
            return chr(argument)
        case code.NOT_LITERAL:
            return next(c for c in ALPHABET if ord(c) != int(argument))
        case code.ANY:
            return "a"
        case code.IN:
            fitting = [c for c in ALPHABET if _fits(argument, c)] or [_first_of(argument)]
            return fitting[min(variant, len(fitting) - 1)]
        case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
            low, high, body = argument
            times = int(min(max(low, variant), high, 4))
            return "".join(_example(inner, variant) for inner in body) * times
        case code.SUBPATTERN:
            return "".join(_example(inner, variant) for inner in argument[3])
        case code.ATOMIC_GROUP:
            return "".join(_example(inner, variant) for inner in argument)
        case code.BRANCH:
            branches = argument[1]
            return "".join(_example(inner, variant) for inner in branches[variant % len(branches)])
    return ""


def _fits(charset: list[Any], character: str) -> bool:
    negated = charset[0][0] is code.NEGATE
    return negated != any(_is(part, character) for part in charset if part[0] is not code.NEGATE)


def _is(part: Any, character: str) -> bool:
    operation, argument = part
    if operation is code.LITERAL:
        return ord(character) == int(argument)
    if operation is code.RANGE:
        return bool(argument[0] <= ord(character) <= argument[1])
    letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[str(argument).rsplit("_", 1)[-1]]
    return bool(re.match("\\" + (letter.upper() if "NOT" in str(argument) else letter), character))


def _first_of(charset: list[Any]) -> str:
    operation, argument = charset[0]
    return chr(argument if operation is code.LITERAL else argument[0])


# --- measuring ---


def growth(pattern: Pattern) -> Growth:
    """The worst growth over the strings that slow a pattern down most; 1.0 if none is slow."""
    compiled = pattern.compiled()
    looks: list[tuple[float, Hostile]] = []
    for string in hostile_strings(pattern):
        looks.append((_first_look(compiled, string), string))
        if sum(seconds > QUICK for seconds, _ in looks) > ENOUGH:
            break
    looks.sort(key=lambda look: look[0], reverse=True)
    worst = Growth(1.0, *looks[0])
    for seconds, string in looks[:MEASURED]:
        if seconds > QUICK:
            worst = max(worst, min(_measured(compiled, string) for _ in range(3)))
    return worst


def _first_look(compiled: re.Pattern[str], string: Hostile) -> float:
    """How long a search of LARGE takes; of less, if that is not quick already."""
    length = SMALL
    while (taken := _seconds(compiled, string.of(length))) <= QUICK and length < LARGE:
        length *= 2
    return taken


def _measured(compiled: re.Pattern[str], string: Hostile) -> Growth:
    """Growth over the last doubling that is long enough to measure and short enough to wait for."""
    length, before = SMALL, _best(compiled, string.of(SMALL))
    while True:
        length, after = length * 2, _best(compiled, string.of(length * 2))
        if after > 0.03 or length >= 4 * LARGE:
            return Growth(after / before, after, string)
        before = after


def _best(compiled: re.Pattern[str], text: str) -> float:
    return min(_seconds(compiled, text) for _ in range(3))


def _seconds(compiled: re.Pattern[str], text: str) -> float:
    with TimeLimit(PATIENCE):
        begun = process_time()
        for _ in compiled.finditer(text):
            pass
        return process_time() - begun


class TimeLimit:
    """Raises TimeoutError inside a block that takes longer, also out of a search."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGALRM, self._stop)
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"longer than {self.seconds} s")
