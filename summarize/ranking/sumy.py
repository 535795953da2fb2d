"""sumy's methods over our own sentences, words and stop words: the only module that knows sumy.

sumy's tokenizer, stemmer and stop words have no Indonesian, and its tokenizer drops every word
with a digit. So it is given numbers instead of sentences and asks here for their words. What made
its results depend on the hash seed is pinned: LSA numbers words in the order of a set, LexRank
adds floating-point numbers in that order. Identical sentences, which sumy takes for one, stay two.
"""

from __future__ import annotations

import math
import sys
import warnings
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from summarize.ranking.story import Story

_CLASSES = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}
METHODS = tuple(_CLASSES)

# Beyond these a method would take seconds: all but Edmundson's compare every sentence, or every
# word, with every other, KL every sentence with every summary on the way.
_MOST_WORDS = 15_000
_MOST_SENTENCES = {**dict.fromkeys(METHODS, 500), "kl": 150}


def takes_too_long(method: str, story: Story) -> bool:
    """Whether sumy's ``method`` would take seconds for ``story``."""
    if method == "edmundson":
        return False
    words = sum(len(sentence) for sentence in story.words)
    return len(story.words) > _MOST_SENTENCES[method] or words > _MOST_WORDS


def score_sentences(method: str, story: Story) -> list[float]:
    """The score that sumy's ``method`` gives each sentence, rounded to be alike on any machine."""
    _import_offline()
    module, name = _CLASSES[method]
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(_unchanged)
    _teach(summarizer, method, story)
    ratings: dict[int, float] = {}

    def keep(sentences: Sequence[Any], _count: int, rating: Any, *more: Any) -> tuple[()]:
        for sentence in sentences:
            rate = rating[sentence] if isinstance(rating, dict) else rating(sentence, *more)
            ratings[int(str(sentence))] = round(float(rate), 9)
        return ()

    summarizer._get_best_sentences = keep
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LSA's remark on few words; a division 0 / 0
        summarizer(_document(story), len(story.words))
    scores = [ratings.get(n, 0.0) for n in range(len(story.words))]
    return [score if math.isfinite(score) else 0.0 for score in scores]


def _import_offline() -> None:
    """Import sumy without requests, which it takes for reading web pages only.

    With requests comes urllib3, which opens a socket when it is imported, to see whether there is
    IPv6. What sumy gets instead imports requests when it is first used.
    """
    if {"requests", "sumy.utils"} & sys.modules.keys():
        return
    later = ModuleType("requests")
    vars(later)["__getattr__"] = lambda name: getattr(import_module("requests"), name)
    sys.modules["requests"] = later
    try:
        import_module("sumy.utils")
    finally:
        del sys.modules["requests"]


def _unchanged(word: str) -> str:
    """No stemmer: those for Indonesian make bekas of Bekasi and bal of Bali."""
    return word


def _teach(summarizer: Any, method: str, story: Story) -> None:
    terms = story.language.terms
    stop_words = terms("stopwords")
    summarizer.normalize_word = _unchanged  # our words are in lower case already
    if method == "edmundson":
        summarizer.bonus_words = terms("bonus_words").union(set(story.title) - stop_words)
        summarizer.stigma_words = terms("stigma_words")
        summarizer.null_words = stop_words
        return
    summarizer.stop_words = stop_words
    if method == "lsa":
        summarizer._create_dictionary = lambda document: _number_words(
            word for word in document.words if word not in stop_words
        )
    elif method == "lexrank":
        summarizer.cosine_similarity = _cosine


def _number_words(words: Iterable[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(sorted(set(words)))}


def _cosine(
    first: Sequence[str],
    second: Sequence[str],
    tf1: Mapping[str, float],
    tf2: Mapping[str, float],
    idf: Mapping[str, float],
) -> float:
    """LexRank's similarity with its sums taken in the order of the words."""
    norm1 = sum((tf1[word] * idf[word]) ** 2 for word in tf1)
    norm2 = sum((tf2[word] * idf[word]) ** 2 for word in tf2)
    if norm1 == 0 or norm2 == 0:
        return 0.0
    common = sum(tf1[word] * tf2[word] * idf[word] ** 2 for word in tf1 if word in tf2)
    return round(common / math.sqrt(norm1 * norm2), 9)


def _document(story: Story) -> Any:
    """sumy's document, in which a sentence's text is its number."""
    dom = import_module("sumy.models.dom")

    class Words:
        def to_words(self, number: str) -> tuple[str, ...]:
            return tuple(story.title if number == "title" else story.words[int(number)])

    paragraphs: dict[int, list[Any]] = {}
    for number, paragraph in enumerate(story.paragraphs):
        paragraphs.setdefault(paragraph, []).append(dom.Sentence(str(number), Words()))
    parts = [dom.Paragraph(sentences) for sentences in paragraphs.values()]
    if story.title:
        # a paragraph of its own would take the place of the first one in Edmundson's weights
        parts[0] = dom.Paragraph(
            (dom.Sentence("title", Words(), is_heading=True), *parts[0].sentences)
        )
    return dom.ObjectDocumentModel(parts)
