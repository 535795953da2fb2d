"""The articles that the ranker learns from, as the tool itself takes them apart."""

from __future__ import annotations

import json
import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.anatomy import take_apart
from summarize.findings import find_all
from summarize.models import Span
from summarize.passages import Passages, find_passages
from summarize.ranking.features import measure
from summarize.ranking.story import Story, read_story
from summarize.reading import from_text


@dataclass(frozen=True, slots=True)
class Article:
    """A story, its features, which sentences a person's summary has, and that summary.

    ``labels`` are carried over from the sentences of the corpus, which are cut otherwise: a
    sentence counts where more than half of it lies in one that counts. ``given`` are those
    sentences themselves, for the leads that results are compared with.
    """

    story: Story
    passages: Passages
    features: list[tuple[float, ...]]
    labels: list[bool]
    summary: Sequence[str]
    given: Sequence[str]


def read_articles(path: Path) -> list[Article]:
    """The articles of a file with a JSON object a line, in the form of IndoSum."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [_read(json.loads(line)) for line in lines]


def _read(row: dict[str, list[list[str]]]) -> Article:
    text = "\n".join(" ".join(paragraph) for paragraph in row["paragraphs"]) + "\n"
    release = take_apart(from_text(text), "id")
    story = read_story(release)
    wanted: list[Span] = []
    at = 0
    for sentences, labels in zip(row["paragraphs"], row["gold_labels"], strict=True):
        for sentence, label in zip(sentences, labels, strict=True):
            at = text.index(sentence, at)
            if label:
                wanted.append(Span(at, at + len(sentence)))
            at += len(sentence)
    return Article(
        story=story,
        passages=find_passages(release, find_all(release)),
        features=[tuple(row) for row in measure(story)] if story.texts else [],
        labels=[_covered(s.span, wanted) > 0.5 for s in release.body],
        summary=[str(sentence) for sentence in row["summary"]],
        given=[sentence for paragraph in row["paragraphs"] for sentence in paragraph],
    )


def _covered(span: Span, wanted: Sequence[Span]) -> float:
    shared = sum(max(0, min(span.end, w.end) - max(span.start, w.start)) for w in wanted)
    return shared / max(span.end - span.start, 1)
