"""Which sentences make the summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.errors import OptionError
from summarize.models import Chosen, Findings, Reason, Release
from summarize.passages import Passages
from summarize.ranking import lead, sumy
from summarize.ranking.length import Length, Limit, limit_of
from summarize.ranking.rilis import Scored
from summarize.ranking.selection import (
    TYPICAL_WORDS,
    choose_best,
    choose_first,
    choose_likeliest,
    choose_within,
)
from summarize.ranking.story import Story, read_story

__all__ = ["DEFAULT_METHOD", "METHODS", "Length", "Selection", "choose_sentences"]

DEFAULT_METHOD = "rilis"
METHODS = (DEFAULT_METHOD, "lead", *sumy.METHODS)


class Selection(NamedTuple):
    """The chosen sentences in document order, and the method that was really used."""

    method: str
    sentences: tuple[Chosen, ...]
    warnings: tuple[str, ...] = ()


def choose_sentences(
    release: Release,
    findings: Findings,
    passages: Passages,
    *,
    method: str,
    length: Length | None,
    explain: bool = False,
) -> Selection:
    """The summary of ``release``: the best of its ``passages`` by ``method``, whole.

    It is as long as ``length``, or as the text deserves.
    ``explain`` adds what weighed most in each score, which takes a third as long as all scores.
    A story too long for a method that compares every sentence with every other is ranked by our
    own instead, with a warning. Raises OptionError for a method that does not exist.
    """
    if method not in METHODS:
        raise OptionError(f"no method {method!r}: choose one of {', '.join(METHODS)}")
    if not release.body:
        return Selection(method, ())
    story = read_story(release)
    warnings: tuple[str, ...] = ()
    if method in sumy.METHODS and sumy.takes_too_long(method, story):
        warnings = (
            f"{method} takes the square of a text's length: these {len(story.texts)} sentences"
            f" were ranked by {DEFAULT_METHOD}",
        )
        method = DEFAULT_METHOD
    limit = limit_of(length, [len(words) for words in story.words]) if length else None
    if method == DEFAULT_METHOD:
        chosen = _by_rilis(release, findings, story, passages, limit, explain=explain)
    else:
        chosen = _by_score(release, story, passages, limit, method)
    return Selection(method, chosen, warnings)


def _by_rilis(
    release: Release,
    findings: Findings,
    story: Story,
    passages: Passages,
    limit: Limit | None,
    *,
    explain: bool,
) -> tuple[Chosen, ...]:
    scored = Scored(release, findings, story)
    if limit is None:
        numbers = choose_likeliest(scored.scores, story.words, passages, scored.shape)
    else:
        numbers = choose_within(scored.scores, story.words, passages, limit, scored.shape)
    return tuple(
        Chosen(release.body[n], scored.scores[n], scored.reasons(n) if explain else ())
        for n in numbers
    )


def _by_score(
    release: Release, story: Story, passages: Passages, limit: Limit | None, method: str
) -> tuple[Chosen, ...]:
    scores: Sequence[float]
    if method == "lead":
        scores = lead.score_sentences(len(story.texts))
    else:
        scores = sumy.score_sentences(method, story)
    if limit is not None:
        numbers = choose_best(scores, story.words, passages, limit)
    elif method == "lead":
        numbers = choose_first(story.words, passages, TYPICAL_WORDS)
    else:
        words = max(TYPICAL_WORDS, *(len(sentence) for sentence in story.words))
        numbers = choose_best(scores, story.words, passages, Limit(len(story.words), words))
    return tuple(Chosen(release.body[n], scores[n], (Reason(method, scores[n]),)) for n in numbers)
