"""How well summaries agree with those people wrote: ROUGE by fold, beside leads and sumy."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable

from rouge_score import rouge_scorer

from summarize.ranking import sumy as sumy_methods
from summarize.ranking.length import Limit
from summarize.ranking.selection import TYPICAL_WORDS, choose_best, choose_first
from summarize.training.articles import Article

_BASES = ("lead-3", "lead-65")
Rows = list[list[float]]  # of ROUGE-1, ROUGE-2 and ROUGE-L


def report(summaries: Iterable[tuple[int, Article, list[str]]], *, sumy: bool) -> None:
    """Print the means of the folds, their spread, and what ours is ahead of the leads."""
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"])
    scores: dict[str, dict[int, Rows]] = defaultdict(lambda: defaultdict(list))
    for fold, article, ours in summaries:
        others = _leads(article) | (_by_sumy(article) if sumy else {})
        for name, sentences in (others | {"rilis": ours}).items():
            marks = scorer.score("\n".join(article.summary), "\n".join(sentences))
            scores[name][fold].append([100 * mark.fmeasure for mark in marks.values()])
    print(f"{'mean of the folds':24}   R-1    R-2    R-L   (spread of R-1)")
    folds = {name: [_means(rows) for rows in by.values()] for name, by in scores.items()}
    for name, means in folds.items():
        _show(name, means, "6.2f")
    for base in _BASES:
        pairs = zip(folds["rilis"], folds[base], strict=True)
        ahead = [[a - b for a, b in zip(ours, lead, strict=True)] for ours, lead in pairs]
        _show(f"rilis over {base}", ahead, "+6.2f")


def _means(rows: Rows) -> list[float]:
    return [statistics.mean(column) for column in zip(*rows, strict=True)]


def _show(name: str, folds: Rows, how: str) -> None:
    spread = statistics.stdev(row[0] for row in folds) if len(folds) > 1 else 0.0
    print(f"{name:24}", *(format(x, how) for x in _means(folds)), f"  ({spread:.2f})")


def _leads(article: Article) -> dict[str, list[str]]:
    """The leads of the article as the corpus cuts it, and without its dateline."""
    given, story = list(article.given), article.story
    totals = [0]
    for sentence in given:
        totals.append(totals[-1] + len(sentence.split()))
    nearest = min(range(1, len(totals)), key=lambda n: abs(totals[n] - TYPICAL_WORDS))
    ours = choose_first(story.words, article.passages, TYPICAL_WORDS)
    return {
        "lead-3": given[:3],
        "lead-4": given[:4],
        "lead-65": given[:nearest],
        "lead-3, no dateline": list(story.texts[:3]),
        "lead": [story.texts[n] for n in ours],
    }


def _by_sumy(article: Article) -> dict[str, list[str]]:
    """The summaries of sumy's methods, of the usual length."""
    story = article.story
    words = max(TYPICAL_WORDS, *(len(sentence) for sentence in story.words), 0)
    limit = Limit(len(story.words), words)
    found = {}
    for method in sumy_methods.METHODS:
        scores = sumy_methods.score_sentences(method, story) if story.texts else []
        chosen = choose_best(scores, story.words, article.passages, limit)
        found[method] = [story.texts[n] for n in chosen]
    return found
