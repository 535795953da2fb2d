from __future__ import annotations

import re

from summarize.languages import load
from summarize.models import Document, Release, Sentence, Span, Unit
from summarize.segmentation import split_sentences

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


def take_apart(document: Document, language: str) -> Release:
    text = document.text
    lang = load("id" if language == "auto" else language)
    sentences = []
    title = None
    lines = list(_LINE.finditer(text))
    for n, m in enumerate(lines):
        span = Span(m.start(), m.end())
        if n == 0 and len(lines) > 1 and not span.of(text).rstrip().endswith("."):
            title = span
            sentences.append(Sentence(span, n, Unit.TITLE))
            continue
        sentences += [Sentence(s, n) for s in split_sentences(text, span, lang)]
    return Release(document, lang, title, None, None, tuple(sentences))
