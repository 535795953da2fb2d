"""What can be measured of a sentence without knowing what it means.

Every feature is a number of about 0 to 1 (a few go to 3), taken from the sentences' words, their
place and their marks. The order here is the order in the model.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BUDGET = 65  # words of a typical summary

FEATURES = (
    # where it stands
    "first", "second", "third", "rank", "log rank", "share of story before", "sentences after",
    "words before", "fits budget", "story length",
    "paragraph", "opens paragraph", "place in paragraph", "closes paragraph", "paragraph length",
    "first paragraph",
    # how long it is
    "length", "short", "long",
    # what it shares with the others
    "like lead", "lead in it", "like previous", "like next", "novelty", "new words",
    "centrality", "weight of words", "rare words", "repeated words", "paragraph new",
    # speech
    "quoted share", "opens with quote", "inside quote", "speech verb", "own speech",
    # surface
    "numbers", "date", "money or share", "names", "new names", "capitals", "brackets", "question",
    "colon", "ellipsis",
    # how it hangs together
    "leans back", "next leans back", "demonstrative", "connective", "stop words", "first person",
)

_NAME = re.compile(r"(?<=\s)[A-Z][\w'-]+")
_NUMBER = re.compile(r"\d")
_DATE = re.compile(r"\d{1,2}/\d{1,2}|\b(?:20|19)\d\d\b")
_MONEY = re.compile(r"\bRp|\bpersen\b|%|\bUSD?\b|\b(?:juta|miliar|triliun)\b")
_OPEN = "\"“‘«"
_QUOTES = re.compile("[\"“”«»]")


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of the words of a language."""

    stop: frozenset[str]
    weights: Mapping[str, float]
    unknown: float
    speech: frozenset[str]
    connectives: frozenset[str]


def measure(texts, words, paragraphs, leaning, lexicon):
    n = len(texts)
    content = [[w for w in ws if w not in lexicon.stop] for ws in words]
    sets = [frozenset(c) for c in content]
    weights = lexicon.weights
    unknown = lexicon.unknown
    counts = Counter(w for c in content for w in c)
    idf = {w: weights.get(w, unknown) for w in counts}
    tfidf = {w: math.log1p(k) * idf[w] for w, k in counts.items()}
    norm = math.sqrt(sum(v * v for v in tfidf.values())) or 1.0
    sizes = [len(ws) for ws in words]
    total = sum(sizes)
    lead = sets[0]
    seen = set()
    seen_names = set()
    rows = []
    before = 0
    first_of = {}
    last_of = {}
    for i, p in enumerate(paragraphs):
        first_of.setdefault(p, i)
        last_of[p] = i
    order = {p: k for k, p in enumerate(first_of)}
    inside = False
    seen_before_par = set()
    for i in range(n):
        text, ws, c, s, size = texts[i], words[i], content[i], sets[i], sizes[i]
        p = paragraphs[i]
        a, b = first_of[p], last_of[p]
        if i == a:
            seen_before_par = set(seen)
        m = len(s) or 1
        new = [w for w in s if w not in seen]
        vec = math.sqrt(sum(idf[w] ** 2 for w in s)) or 1.0
        marks = _QUOTES.findall(text)
        was_inside = inside
        q_share = _quoted(text, inside)
        for mk in marks:
            inside = not inside if mk == '"' else mk in "“«"
        if i == b:
            inside = False
        names = _NAME.findall(text)
        nameset = set(names)
        prev = sets[i - 1] if i else frozenset()
        nxt = sets[i + 1] if i + 1 < n else frozenset()
        rows.append((
            float(i == 0), float(i == 1), float(i == 2), 1 / (1 + i), math.log1p(i) / 2,
            before / max(total, 1), 1 / (n - i), min(before / BUDGET, 3.0),
            max(0.0, min(1.0, (BUDGET - before) / max(size, 1))), math.log1p(n) / 3,
            math.log1p(order[p]) / 2, float(i == a), min(i - a, 4) / 2, float(i == b), min(b - a, 5) / 3,
            float(order[p] == 0),
            math.log1p(size) / 3, float(size < 8), max(0.0, size - 30) / 15,
            len(s & lead) / m if i else 1.0, len(s & lead) / (len(lead) or 1) if i else 1.0,
            len(s & prev) / m, len(s & nxt) / m,
            sum(idf[w] for w in new) / (sum(idf[w] for w in s) or 1.0), len(new) / 10,
            sum(tfidf[w] * idf[w] for w in s) / (vec * norm),
            sum(tfidf[w] for w in s) / m / 4, sum(idf[w] for w in s) / m / 4,
            sum(counts[w] > 1 for w in s) / m,
            sum(w not in seen_before_par for w in s) / m,
            q_share, float(text[0] in _OPEN), float(was_inside),
            float(not lexicon.speech.isdisjoint(ws)), float(any(w.endswith("nya") and w[:-3] in lexicon.speech for w in ws)),
            min(len(_NUMBER.findall(text)), 8) / 4, float(bool(_DATE.search(text))), float(bool(_MONEY.search(text))),
            min(len(names), 12) / 6, min(len(nameset - seen_names), 10) / 5, len(names) / max(size, 1),
            float("(" in text), float("?" in text), float(":" in text), float("..." in text or "…" in text),
            float(leaning[i]), float(i + 1 < n and leaning[i + 1]),
            float(any(w in ("tersebut", "itu", "ini") for w in ws[:4])),
            float(bool(ws) and ws[0] in lexicon.connectives),
            1 - len(c) / max(size, 1), float(any(w in ("saya", "kami", "kita", "aku") for w in ws)),
        ))
        seen |= s
        seen_names |= nameset
        before += size
    return rows


def _quoted(text, inside):
    pieces = _QUOTES.split(text)
    inside_len = sum(len(x) for k, x in enumerate(pieces) if (k % 2 == 1) != inside)
    return inside_len / max(len(text), 1)
