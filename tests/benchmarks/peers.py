"""Peers that do a part of the work, each beside that part of ours; those that are installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from summarize import summarize
from summarize.languages import load
from summarize.models import Span
from summarize.reading import decode
from summarize.segmentation import split_sentences

Task = Callable[[Sequence[str]], object]


class Part(NamedTuple):
    """A part of the work: what it is, how we do it, and who else does."""

    what: str
    ours: Task
    peer: str
    theirs: Task


def parts_of_the_work() -> Iterator[Part]:
    """The parts whose peers can be imported."""
    for make in (_pysbd, _spacy, _yake, _trafilatura):
        try:
            yield make()
        except ImportError:
            continue


def _split(texts: Sequence[str]) -> object:
    language = load("id")
    return [split_sentences(text, Span(0, len(text)), language) for text in texts]


def _pysbd() -> Part:
    from pysbd import Segmenter

    segmenter = Segmenter(language="en", clean=False)
    return Part(
        "splitting into sentences",
        _split,
        "pySBD",
        lambda texts: [segmenter.segment(text) for text in texts],
    )


def _spacy() -> Part:
    import spacy

    language = spacy.blank("id")
    language.add_pipe("sentencizer")
    return Part(
        "splitting into sentences",
        _split,
        "spaCy's blank sentencizer",
        lambda texts: [[*language(text).sents] for text in texts],
    )


def _yake() -> Part:
    from yake import KeywordExtractor

    extractor = KeywordExtractor(lan="id")
    return Part(
        "a release, all of it",
        lambda texts: [summarize(text) for text in texts],
        "YAKE, phrases alone",
        lambda texts: [extractor.extract_keywords(text) for text in texts],
    )


def _trafilatura() -> Part:
    from trafilatura import extract

    return Part(
        "a web page, read",
        lambda texts: [decode(page.encode()) for page in map(_page, texts)],
        "trafilatura, which we read it with",
        lambda texts: [extract(page) for page in map(_page, texts)],
    )


def _page(text: str) -> str:
    """``text`` as the article of a web page."""
    title, *paragraphs = text.split("\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = "".join(f"<li><a href='/{n}'>Menu {n}</a></li>" for n in range(9))
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><ul>{menu}</ul>"
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )
