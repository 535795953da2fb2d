"""What is measured of a sentence: its place, its words and its marks, nothing that needs a parser.

Every feature is a number of about 0 to 1 (a few reach 3). ``FEATURES`` gives their order, which is
the model's, and for each the words that ``--explain`` uses.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, filterfalse
from typing import NamedTuple

from summarize.languages import Language, load
from summarize.patterns import pattern
from summarize.ranking.story import Story
from summarize.text.quotation_marks import Lean, shape_of

_BUDGET = 65  # words of a typical summary of the news
_UNKNOWN = 0.9  # weight of a word that hardly any article has

Rows = Sequence[Sequence[float]]  # a row a sentence
Parts = Iterator[tuple[float, ...]]  # some columns of it

PLACE = "its place in the story"
PARAGRAPH = "its place in the paragraph"
LENGTH = "its length"
LEAD = "what it shares with the first sentence"
NEIGHBOURS = "what it shares with its neighbours"
NEWS = "what it says for the first time"
CENTRE = "what it shares with the whole story"
SPEECH = "who speaks"
FIGURES = "its figures and dates"
NAMES = "the names in it"
MARKS = "its marks"
HOLD = "how it hangs together with its neighbours"

FEATURES: Mapping[str, str] = {
    "first": PLACE,
    "second": PLACE,
    "third": PLACE,
    "nearness to the start": PLACE,
    "sentences before": PLACE,
    "share of the story before": PLACE,
    "nearness to the end": PLACE,
    "words before": PLACE,
    "fits the usual length": PLACE,
    "length of the story": PLACE,
    "paragraphs before": PARAGRAPH,
    "opens the paragraph": PARAGRAPH,
    "sentences before in the paragraph": PARAGRAPH,
    "closes the paragraph": PARAGRAPH,
    "length of the paragraph": PARAGRAPH,
    "first paragraph": PARAGRAPH,
    "length": LENGTH,
    "short": LENGTH,
    "long": LENGTH,
    "share in the first sentence": LEAD,
    "share of the first sentence": LEAD,
    "share in the previous": NEIGHBOURS,
    "share in the next": NEIGHBOURS,
    "share of new words": NEWS,
    "new words": NEWS,
    "share new in the paragraph": NEWS,
    "likeness to the story": CENTRE,
    "weight of the words": CENTRE,
    "rarity of the words": CENTRE,
    "share of repeated words": CENTRE,
    "share quoted": SPEECH,
    "opens with a quotation": SPEECH,
    "inside a quotation": SPEECH,
    "speech verb": SPEECH,
    "speech verb with -nya": SPEECH,
    "first person": SPEECH,
    "digits": FIGURES,
    "date": FIGURES,
    "amount": FIGURES,
    "names": NAMES,
    "new names": NAMES,
    "share of names": NAMES,
    "brackets": MARKS,
    "question": MARKS,
    "colon": MARKS,
    "ellipsis": MARKS,
    "leans back": HOLD,
    "next leans back": HOLD,
    "demonstrative": HOLD,
    "connective": HOLD,
    "share of stop words": HOLD,
}

_NAME = pattern(r"(?<=\s)[A-Z][\w'-]+")
_DATE = pattern(r"\d{1,2}/\d{1,2}|\b(?:20|19)\d\d\b")
_MARK = pattern('["“”«»]')
_OPENING = '"“‘«'


class Lexicon(NamedTuple):
    """What is known of a language's words. ``weights`` falls with the articles that have one."""

    stop: frozenset[str]
    weights: Mapping[str, float]
    kinds: Mapping[str, frozenset[str]]

    def rarity(self, word: str) -> float:
        """The weight of ``word``."""
        return self.weights.get(word, _UNKNOWN)


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of the language ``code``."""
    language = load(code)
    kinds = {k: frozenset(v.split()) for k, v in language.table("feature_words").items()}
    return Lexicon(language.terms("stopwords"), _read_weights(language), kinds)


def _read_weights(language: Language) -> dict[str, float]:
    weights: dict[str, float] = {}
    for weight, words in language.table("word_weights").items():
        weights |= dict.fromkeys(words.split(), float(weight))
    return weights


def measure(story: Story) -> Rows:
    """The features of every sentence of ``story``, in the order of ``FEATURES``."""
    words = lexicon(story.language.code)
    parts = (
        _places(story),
        _shared(story, words),
        _spoken(story, words),
        _shown(story, words),
        _held(story, words),
    )
    return [array("d", a + b + c + d + e) for a, b, c, d, e in zip(*parts, strict=True)]


def _places(story: Story) -> Parts:
    count = len(story.texts)
    sizes = [len(words) for words in story.words]
    total = max(sum(sizes), 1)
    opens: dict[int, int] = {}
    closes: dict[int, int] = {}
    for number, paragraph in enumerate(story.paragraphs):
        opens.setdefault(paragraph, number)
        closes[paragraph] = number
    order = {paragraph: n for n, paragraph in enumerate(opens)}
    before = 0
    for i, (paragraph, size) in enumerate(zip(story.paragraphs, sizes, strict=True)):
        first, last = opens[paragraph], closes[paragraph]
        yield (
            float(i == 0),
            float(i == 1),
            float(i == 2),
            1 / (1 + i),
            math.log1p(i) / 2,
            before / total,
            1 / (count - i),
            min(before / _BUDGET, 3.0),
            max(0.0, min(1.0, (_BUDGET - before) / max(size, 1))),
            math.log1p(count) / 3,
            math.log1p(order[paragraph]) / 2,
            float(i == first),
            min(i - first, 4) / 2,
            float(i == last),
            min(last - first, 5) / 3,
            float(order[paragraph] == 0),
            math.log1p(size) / 3,
            float(size < 8),
            max(0.0, min(size, 60) - 30) / 15,
        )
        before += size


class _Weighed:
    """The content words of a story with what each of them weighs."""

    def __init__(self, words: Iterable[Sequence[str]], lexicon: Lexicon) -> None:
        counts = Counter(chain.from_iterable(words))
        for word in lexicon.stop & counts.keys():
            del counts[word]
        rarity = {word: lexicon.rarity(word) for word in counts}
        weight = {word: math.log1p(count) * rarity[word] for word, count in counts.items()}
        self.repeated = {word for word, count in counts.items() if count > 1}
        self.norm = math.sqrt(sum(w * w for w in weight.values())) or 1.0
        self.rarity = rarity.__getitem__
        self.square = {word: rare**2 for word, rare in rarity.items()}.__getitem__
        self.weight = weight.__getitem__
        self.weighed = {word: value * rarity[word] for word, value in weight.items()}.__getitem__


def _content(story: Story, lexicon: Lexicon) -> Iterator[list[str]]:
    """The words of each sentence without those that mean nothing by themselves."""
    return ([word for word in words if word not in lexicon.stop] for words in story.words)


def _shared(story: Story, lexicon: Lexicon) -> Parts:
    of = _Weighed(story.words, lexicon)
    empty = frozenset[str]()
    following = chain(map(frozenset, _content(story, lexicon)), [empty])
    before, words = empty, next(following)
    lead = words
    told: set[str] = set()
    fresh: set[str] = set()  # of those, told first in this paragraph
    paragraph = None
    for i, (content, after) in enumerate(zip(_content(story, lexicon), following, strict=True)):
        if story.paragraphs[i] != paragraph:
            paragraph = story.paragraphs[i]
            fresh = set()
        size = len(words) or 1
        new = words - told
        ordered = dict.fromkeys(content)  # sums in the order of a set differ from run to run
        rare = sum(map(of.rarity, ordered))
        own = math.sqrt(sum(map(of.square, ordered))) or 1.0
        yield (
            len(words & lead) / size if i else 1.0,
            len(words & lead) / (len(lead) or 1) if i else 1.0,
            len(words & before) / size,
            len(words & after) / size,
            sum([of.rarity(word) for word in ordered if word not in told]) / (rare or 1.0),
            min(len(new), 30) / 10,
            (len(new) + len(words & fresh)) / size,
            sum(map(of.weighed, ordered)) / (own * of.norm),
            sum(map(of.weight, ordered)) / size / 4,
            rare / size / 4,
            len(words & of.repeated) / size,
        )
        fresh |= new
        told |= new
        before, words = words, after


def _spoken(story: Story, lexicon: Lexicon) -> Parts:
    speech, self_words = lexicon.kinds["speech"], lexicon.kinds["first person"]
    with_nya = {word + "nya" for word in speech}
    inside = False
    for i, (text, words) in enumerate(zip(story.texts, story.words, strict=True)):
        if i and story.paragraphs[i] != story.paragraphs[i - 1]:
            inside = False  # an unclosed quotation ends with its paragraph
        quoted, after = _quoted(text, inside)
        yield (
            quoted / max(len(text), 1),
            float(text[:1] in _OPENING),
            float(inside),
            float(not speech.isdisjoint(words)),
            float(not with_nya.isdisjoint(words)),
            float(not self_words.isdisjoint(words)),
        )
        inside = after


def _quoted(text: str, inside: bool) -> tuple[int, bool]:
    """How many characters of ``text`` stand in quotation marks, and whether it ends inside them."""
    total, at = 0, 0
    for mark in _MARK.finditer(text):
        if inside:
            total += mark.start() - at
        shape = shape_of(mark[0])
        inside = not inside if shape is Lean.UNSURE else shape is Lean.OPENS
        at = mark.end()
    return total + (len(text) - at if inside else 0), inside


def _shown(story: Story, lexicon: Lexicon) -> Parts:
    amounts = lexicon.kinds["amounts"]
    told: set[str] = set()
    for text, words in zip(story.texts, story.words, strict=True):
        names = _NAME.findall(text)
        new = set(names) - told
        told |= new
        digits = sum(map(str.isdigit, "".join(filterfalse(str.isalpha, words))))
        yield (
            min(digits, 8) / 4,
            float(digits > 0 and _DATE.search(text) is not None),
            float("%" in text or not amounts.isdisjoint(words)),
            min(len(names), 12) / 6,
            min(len(new), 10) / 5,
            len(names) / max(len(words), 1),
            float("(" in text),
            float("?" in text),
            float(":" in text),
            float("..." in text or "…" in text),
        )


def _held(story: Story, lexicon: Lexicon) -> Parts:
    pointing, connectives = lexicon.kinds["demonstratives"], lexicon.kinds["connectives"]
    leaning = [*story.leaning, False]
    for i, words in enumerate(story.words):
        yield (
            float(leaning[i]),
            float(leaning[i + 1]),
            float(not pointing.isdisjoint(words[:4])),
            float(bool(words) and words[0] in connectives),
            sum(map(lexicon.stop.__contains__, words)) / max(len(words), 1),
        )
