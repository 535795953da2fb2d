"""How well the findings agree with the marked texts: ``python -m summarize.training scores NEWS``.

NEWS is the collection that holds the reports of the corpus; ``--marked FOLDER`` adds the English
releases of ``tests/marked``. Each row is precision, recall and F1 in percent over all texts of a
part, then what is worse than silence: how many of the findings are wrong, not merely missed.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from summarize.models import Entity, Figure, Findings, Span, Summary
from summarize.pipeline import summarize
from summarize.training.marked import PARTS, MarkedText, read_marked, read_reports

# From which share of words in common (Dice) a finding is the marked one.
SAME_NAME = 0.75
SAME_ROLE = 0.6
SAME_ITEM = 0.8
SAME_QUOTATION = 0.85
SAME_FIGURE = 0.5


class Outcome(NamedTuple):
    """What one text adds to a row: findings that are right, findings, marks; and the faults."""

    row: str
    right: int
    found: int
    marked: int
    faults: tuple[str, ...] = ()


class Gold(NamedTuple):
    """A named person of a marked text: the fullest name, all mentions, the roles held, names."""

    name: str
    mentions: tuple[Span, ...]
    roles: tuple[str, ...]
    names: tuple[str, ...]


def compare(marked: MarkedText) -> Iterator[Outcome]:
    """The rows of one text, as the shipped pipeline reads it."""
    summary = summarize(marked.text)
    findings = summary.findings
    yield from _people(marked, summary)
    yield from _quotations(marked, summary)
    yield from _lists(marked, summary)
    yield from _named("organizations", marked, "org", findings.organizations, summary)
    yield from _named("places", marked, "loc", findings.places, summary)
    yield from _pairs(
        "abbreviations",
        [f"{_text(summary, a.short)} {_text(summary, a.long)}" for a in findings.abbreviations],
        [
            f"{m.span.of(marked.text)} {m.about.of(marked.text)}"
            for m in marked.tagged("ab")
            if m.about
        ],
        SAME_ITEM,
    )
    yield from _pairs(
        "figures",
        [_text(summary, f.span) for f in _figures(marked, summary)],
        _distinct(m.span.of(marked.text) for m in marked.tagged("fig")),
        SAME_FIGURE,
        numbers_too=True,
    )
    yield from _event(marked, findings, summary)


def _figures(marked: MarkedText, summary: Summary) -> list[Figure]:
    """The figures found but those that announce a marked list, which readers leave unmarked."""
    leads = [mark.about for mark in marked.tagged("list") if mark.about]
    original = summary.release.original
    figures = summary.findings.figures
    return [f for f in figures if not any(lead.overlaps(original(f.span)) for lead in leads)]


def _text(summary: Summary, span: Span) -> str:
    return span.of(summary.release.text)


def _people(marked: MarkedText, summary: Summary) -> Iterator[Outcome]:
    gold, text = _gold_people(marked), marked.text
    mentions = [m.span for m in marked.tagged("per")]
    found = summary.findings.people
    names = [_text(summary, p.name) for p in found]
    pairs = match(names, [g.name for g in gold], dice, SAME_NAME)
    matched = {g for _, g in pairs}
    theirs = [summary.release.original(m) for f, _ in pairs for m in found[f].mentions]
    told = {m.about.of(text) for tag in ("role", "q") for m in marked.tagged(tag) if m.about}
    missed = [g for i, g in enumerate(gold) if i not in matched and not _is_alias(g, theirs, told)]
    faults = tuple(f"missed {g.name}" for g in missed)
    yield Outcome("people", len(pairs), len(found), len(pairs) + len(missed), faults)
    nobody = [
        name
        for name, person in zip(names, found, strict=True)
        if not any(m.overlaps(summary.release.original(person.name)) for m in mentions)
    ]
    yield Outcome("false people", len(nobody), len(found), 0, tuple(nobody))
    right, wrong = 0, []
    partner = dict(pairs)
    for i, person in enumerate(found):
        if person.role is None:
            continue
        role = _text(summary, person.role)
        roles = gold[partner[i]].roles if i in partner else ()
        if any(dice(role, r) >= SAME_ROLE for r in roles):
            right += 1
        else:
            wrong.append(f"{names[i]}: {role!r} for {list(roles)}")
    yield Outcome(
        "roles",
        right,
        sum(p.role is not None for p in found),
        sum(bool(g.roles) for g in gold),
        tuple(wrong),
    )
    others = [m.span.of(text) for m in marked.tagged("role") if m.about]
    taken = [w for w in wrong if any(dice(w.split("'")[1], o) >= SAME_ROLE for o in others)]
    yield Outcome("another's role", len(taken), sum(p.role is not None for p in found), 0)


def _is_alias(gold: Gold, found: Sequence[Span], told: Set[str]) -> bool:
    """Whether a name is another one of somebody who is found by a fuller one: "Jokowi".

    Readers give the fullest name of who holds a role or says something, never such a one.
    """
    known = all(any(m.overlaps(mention) for mention in found) for m in gold.mentions)
    return known and told.isdisjoint((gold.name, *gold.names))


def _gold_people(marked: MarkedText) -> list[Gold]:
    """The people of a marked text: shorter names of somebody go with the fullest one."""
    mentions: dict[str, list[Span]] = defaultdict(list)
    for mark in marked.tagged("per"):
        mentions[mark.span.of(marked.text)].append(mark.span)
    roles: dict[str, list[str]] = defaultdict(list)
    for mark in marked.tagged("role"):
        if mark.about:
            roles[mark.about.of(marked.text)].append(mark.span.of(marked.text))
    people: dict[str, list[str]] = {}
    for name in sorted(mentions, key=len, reverse=True):
        known = {w.lower() for w in name.split()}
        fuller = (full for full in people if known <= {w.lower() for w in full.split()})
        people.setdefault(next(fuller, name), []).append(name)
    return [
        Gold(
            full,
            tuple(span for name in names for span in mentions[name]),
            tuple(role for name in names for role in roles[name]),
            tuple(names),
        )
        for full, names in people.items()
    ]


def _quotations(marked: MarkedText, summary: Summary) -> Iterator[Outcome]:
    gold, text = marked.tagged("q"), marked.text
    found = summary.findings.quotations
    said = [_text(summary, q.span) for q in found]
    pairs = match(said, [m.span.of(text) for m in gold], dice, SAME_QUOTATION)
    matched = {g for _, g in pairs}
    missed = [m.span.of(text)[:60] for i, m in enumerate(gold) if i not in matched]
    yield Outcome("quotations", len(pairs), len(found), len(gold), tuple(missed))
    right, wrong, named = 0, [], 0
    full = {name: g.name for g in _gold_people(marked) for name in g.names}
    for f, g in pairs:
        speaker = found[f].speaker
        span = speaker and (speaker.name or speaker.role)
        ours = _text(summary, span) if span else ""
        about = gold[g].about
        theirs = about.of(text) if about else ""
        theirs = full.get(theirs, theirs)
        named += bool(ours)
        if (not ours and not theirs) or (ours and dice(ours, theirs) >= SAME_ROLE):
            right += 1
        elif ours:
            wrong.append(f"{ours!r} for {theirs!r}: {said[f][:50]}")
    yield Outcome("right speaker", right, len(pairs), len(pairs))
    yield Outcome("wrong speaker", len(wrong), named, 0, tuple(wrong))


def _lists(marked: MarkedText, summary: Summary) -> Iterator[Outcome]:
    text, found = marked.text, summary.findings.enumerations
    gold = [(m, marked.items(m)) for m in marked.tagged("list")]
    ours = [(_text(summary, i), n) for n, e in enumerate(found) for i in e.items]
    theirs = [(i.of(text), n) for n, (_, items) in enumerate(gold) for i in items]
    pairs = match([i for i, _ in ours], [i for i, _ in theirs], dice, SAME_ITEM)
    yield Outcome("list items", len(pairs), len(ours), len(theirs))
    shared = Counter((ours[f][1], theirs[g][1]) for f, g in pairs)
    whole = {
        g: f
        for (f, g), n in shared.items()
        if n == len(found[f].items) == sum(1 for _, owner in theirs if owner == g)
    }
    missed = [
        f"missed {' | '.join(i.of(text) for i in items)[:160]}"
        for g, (_, items) in enumerate(gold)
        if g not in whole
    ]
    yield Outcome("whole lists", len(whole), len(found), len(gold), tuple(missed))
    touched = {ours[f][1] for f, _ in pairs}
    false = [
        f"[{e.rule}] {' | '.join(_text(summary, i) for i in e.items)[:160]}"
        for n, e in enumerate(found)
        if n not in touched
    ]
    yield Outcome("false lists", len(false), len(found), 0, tuple(false))
    if not gold:
        yield Outcome("texts with a false list", int(bool(found)), 1, 0)


def _event(marked: MarkedText, findings: Findings, summary: Summary) -> Iterator[Outcome]:
    places = [_text(summary, p) for p in findings.event.places]
    gold = [p.of(marked.text) for p in marked.places]
    yield from _pairs("event places", places, gold, SAME_ROLE)
    ours = [summary.release.original(day) for day in findings.event.days]
    right = sum(any(o.overlaps(d) for d in marked.dates) for o in ours)
    faults = tuple(
        f"{[_text(summary, day) for day in findings.event.days]} for "
        f"{[d.of(marked.text) for d in marked.dates]}"
        for _ in range(right < max(len(ours), len(marked.dates)))
    )
    yield Outcome("event dates", right, len(ours), len(marked.dates), faults)


def _pairs(
    row: str, found: Sequence[str], gold: Sequence[str], least: float, *, numbers_too: bool = False
) -> Iterator[Outcome]:
    def same(ours: str, theirs: str) -> float:
        if numbers_too and _numbers(ours) != _numbers(theirs):
            return 0.0
        return dice(ours, theirs)

    pairs = match(found, gold, same, least)
    ours, theirs = {f for f, _ in pairs}, {g for _, g in pairs}
    faults = [f"false {f}" for i, f in enumerate(found) if i not in ours]
    faults += [f"missed {g}" for i, g in enumerate(gold) if i not in theirs]
    yield Outcome(row, len(pairs), len(found), len(gold), tuple(faults))


def _distinct(texts: Iterable[str]) -> list[str]:
    """The first of those that have the same words."""
    return list({" ".join(_words(text)): text for text in reversed([*texts])}.values())[::-1]


def _named(
    row: str, marked: MarkedText, tag: str, entities: Sequence[Entity], summary: Summary
) -> Iterator[Outcome]:
    """The bodies or places, each once, and all their mentions, in which every letter counts.

    What stands in a role is left out, as readers mark no names there.
    """
    original, roles = summary.release.original, [m.span for m in marked.tagged("role")]
    found = [[original(m) for m in entity.mentions] for entity in entities]
    ours = [[m for m in spans if not any(m.overlaps(r) for r in roles)] for spans in found]
    names = [[*dict.fromkeys(m.of(marked.text) for m in spans)] for spans in ours if spans]
    gold = _joined(marked, tag)
    best = [[max(dice(a, b) for a in n for b in g) for g in gold] for n in names]
    ranked = sorted(((-value, i, j) for i, row in enumerate(best) for j, value in enumerate(row)))
    pairs: dict[int, int] = {}
    for value, i, j in ranked:
        if -value >= SAME_NAME and i not in pairs and j not in pairs.values():
            pairs[i] = j
    faults = [f"false {' = '.join(n)}" for i, n in enumerate(names) if i not in pairs]
    theirs = pairs.values()
    faults += [f"missed {' = '.join(g)}" for j, g in enumerate(gold) if j not in theirs]
    yield Outcome(row, len(pairs), len(names), len(gold), tuple(faults))
    spans = {m for mentions in ours for m in mentions}
    marks = {mark.span for mark in marked.tagged(tag)}
    yield Outcome(f"mentions of {row}", len(spans & marks), len(spans), len(marks))


def _joined(marked: MarkedText, tag: str) -> list[list[str]]:
    """The names of each thing with a tag: shorter ones and abbreviations go with the fullest."""
    shorts = {
        m.span.of(marked.text): m.about.of(marked.text) for m in marked.tagged("ab") if m.about
    }
    things: dict[str, list[str]] = {}
    names = _distinct(m.span.of(marked.text) for m in marked.tagged(tag))
    for name in sorted(names, key=lambda n: (-len(n.split()), -len(n))):
        known = {*_words(name)}
        longer = {*_words(shorts.get(name, name))}
        fuller = (f for f in things if known <= {*_words(f)} or longer <= {*_words(f)})
        things.setdefault(next(fuller, name), []).append(name)
    return [*things.values()]


def _numbers(text: str) -> list[str]:
    return [word for word in _words(text) if word[0].isdigit()]


def _words(text: str) -> list[str]:
    kept = "".join(c if c.isalnum() else " " for c in text.lower())
    return kept.split()


def dice(one: str, other: str) -> float:
    """Twice the words that two texts have in common, by all their words."""
    x, y = Counter(_words(one)), Counter(_words(other))
    both = (x & y).total()
    return 2 * both / (x.total() + y.total()) if both else 0.0


def match(
    found: Sequence[str],
    gold: Sequence[str],
    likeness: Callable[[str, str], float],
    least: float,
) -> list[tuple[int, int]]:
    """Pairs (index of a finding, index of a mark) that are alike, the most alike first."""
    ranked = sorted(
        ((likeness(f, g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold)),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    pairs: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value >= least and not any(i == a or j == b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def tell(texts: Iterable[MarkedText], *, details: bool) -> str:
    """The table of rows over ``texts``; with ``details`` every fault before it."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    lines = []
    for text in texts:
        for row, right, found, marked, faults in compare(text):
            for i, n in enumerate((right, found, marked)):
                sums[row][i] += n
            if details:
                lines += [f"{text.name:12} {row:16} {fault}" for fault in faults]
    lines.append(f"{'':24}{'P':>7}{'R':>7}{'F1':>7}{'found':>7}{'marked':>7}")
    for row, (right, found, marked) in sums.items():
        if not marked:
            lines.append(f"{row:24}{_percent(right, found):>7}{'':14}{found:>7}{right:>7}")
            continue
        f1 = _percent(2 * right, found + marked)
        lines.append(
            f"{row:24}{_percent(right, found):>7}{_percent(right, marked):>7}{f1:>7}"
            f"{found:>7}{marked:>7}"
        )
    return "\n".join(lines)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def main(argv: Sequence[str]) -> None:
    """Prints the table for a part of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path, nargs="?")
    parser.add_argument("--marked", type=Path, help="folder of marked English releases")
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--details", action="store_true", help="every fault")
    args = parser.parse_args(argv)
    texts = [*(read_reports(args.news) if args.news else ())]
    texts += read_marked(args.marked, "en") if args.marked else []
    print(tell([t for t in texts if t.part == args.part], details=args.details))
