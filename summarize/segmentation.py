from __future__ import annotations

import re

from summarize.languages import Language
from summarize.models import Span

_END = re.compile(r"[.!?]+[\"”’')\]]*\s+")


def split_sentences(text: str, within: Span, language: Language) -> list[Span]:
    spans = []
    start = within.start
    for m in _END.finditer(text, within.start, within.end):
        spans.append(Span(start, m.start() + len(m.group().rstrip())))
        start = m.end()
    if start < within.end:
        spans.append(Span(start, within.end))
    return spans
