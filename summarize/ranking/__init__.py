"""Which sentences make the summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.errors import OptionError
from summarize.models import Chosen, Findings, Reason, Release
from summarize.ranking import lead, rilis, sumy
from summarize.ranking.length import Length, Limit, limit_of
from summarize.ranking.passages import find_passages
from summarize.ranking.selection import TYPICAL_WORDS, choose_best, choose_first
from summarize.ranking.words import words_of

__all__ = ["DEFAULT_METHOD", "METHODS", "Length", "Selection", "choose_sentences"]

DEFAULT_METHOD = "rilis"
METHODS = (DEFAULT_METHOD, "lead", *sumy.METHODS)


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen sentences in document order, and the method that was really used."""

    method: str
    sentences: tuple[Chosen, ...]
    warnings: tuple[str, ...] = ()


def choose_sentences(
    release: Release, findings: Findings, *, method: str, length: Length | None
) -> Selection:
    """The summary of ``release`` by ``method``, as long as ``length`` or as the text deserves.

    A story too long for a method that compares every sentence with every other is ranked by our
    own instead, with a warning. Raises OptionError for a method that does not exist.
    """
    if method not in METHODS:
        raise OptionError(f"no method {method!r}: choose one of {', '.join(METHODS)}")
    if not release.body:
        return Selection(method, ())
    warnings: tuple[str, ...] = ()
    most = sumy.MOST_SENTENCES.get(method)
    if most is not None and len(release.body) > most:
        warnings = (
            f"{method} compares every sentence with every other: the {len(release.body)} of this"
            f" text (more than {most}) were ranked by {DEFAULT_METHOD}",
        )
        method = DEFAULT_METHOD
    words = [words_of(s.span.of(release.text)) for s in release.body]
    passages = find_passages(release, findings)
    scores, reasons = _score(release, method, words)
    if length is None and method == "lead":
        numbers = choose_first(words, passages, TYPICAL_WORDS)
    else:
        numbers = choose_best(scores, words, passages, _limit(length, words))
    chosen = tuple(Chosen(release.body[n], scores[n], reasons[n]) for n in numbers)
    return Selection(method, chosen, warnings)


def _score(
    release: Release, method: str, words: list[list[str]]
) -> tuple[list[float], list[tuple[Reason, ...]]]:
    stop_words = release.language.terms("stopwords")
    title = words_of(release.title.of(release.text)) if release.title else []
    if method == DEFAULT_METHOD:
        parts = rilis.score_sentences(words, title, stop_words)
        reasons = [tuple(Reason(name, round(w, 4)) for name, w in part.items()) for part in parts]
        return [round(sum(part.values()), 9) for part in parts], reasons
    if method == "lead":
        scores = lead.score_sentences(len(words))
    else:
        story = sumy.Story(
            title=title,
            sentences=words,
            paragraphs=[s.paragraph for s in release.body],
            stop_words=stop_words,
            bonus_words=release.language.terms("bonus_words").union(set(title) - stop_words),
            stigma_words=release.language.terms("stigma_words"),
        )
        scores = sumy.score_sentences(method, story)
    return scores, [(Reason(method, score),) for score in scores]


def _limit(length: Length | None, words: Sequence[Sequence[str]]) -> Limit:
    sizes = [len(sentence) for sentence in words]
    return limit_of(length or Length(words=max(TYPICAL_WORDS, max(sizes, default=0))), sizes)
