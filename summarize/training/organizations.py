"""Learns organisations: ``python -m summarize.training organizations NER NEWS MARKED [OUT]``.

NER, NEWS and MARKED are what the tagger of names is learnt from (``tagger``), as its labels count
here: for each fifth of the texts they are those of a tagger that learnt from the others. OUT is
``summarize/findings/organizations``; without it nothing is written. Prints how many mentions are
found exactly, each fifth by what the others teach, and by all of it in the part ``dev``.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from summarize.anatomy import take_apart
from summarize.findings.abbreviations import find_abbreviations
from summarize.findings.dates import find_dates
from summarize.findings.figures import find_figures
from summarize.findings.organizations import LABELS, best, read_mentions
from summarize.findings.organizations.context import INSIDE, Context, Known
from summarize.findings.people import find_people
from summarize.findings.places import find_places
from summarize.models import Release, Span
from summarize.reading import from_text
from summarize.text.names import TaggedSentence, in_tagging_order
from summarize.text.reading import Reading
from summarize.text.tagger import Weights, score, tag
from summarize.training.marked import Mark, MarkedText, read_marked, read_reports
from summarize.training.tagger import (
    FOLDS,
    Document,
    averaged,
    corpora,
    learn_tagger,
    read_arguments,
    write_weights,
)

EPOCHS = 5
SEEDS = 5  # orders of the texts, whose weights are added
LEAST_WEIGHT = 120  # of the greatest of a row that is shipped
ROLE = -1  # readers mark no organisation in a role


class Text(NamedTuple):
    """A marked text as finders read it, and the number of the label of each token."""

    release: Release
    known: Known
    gold: list[list[int]]
    marks: frozenset[Span]
    roles: tuple[Span, ...]


def measure(marked: MarkedText, labels: Iterable[list[str]] | None = None) -> Text:
    """What there is to learn from a text, with these labels instead of the tagger's own."""
    release = take_apart(from_text(marked.text), marked.language)
    reading = Reading(release)
    sentences = list(reading.sentences)
    if labels:
        told = dict(zip(in_tagging_order(release.sentences), labels, strict=True))
        pairs = zip(sentences, release.sentences, strict=True)
        sentences = [sentence._replace(labels=told[unit]) for sentence, unit in pairs]
    people, figures = find_people(reading), find_figures(reading, find_dates(reading))
    places, abbreviations = find_places(reading, figures, people), find_abbreviations(reading)
    known = Known(
        reading,
        sentences,
        people=people,
        places=places,
        abbreviations=abbreviations,
        figures=figures,
    )
    marks = [mark for mark in marked.marks if mark.tag in ("org", "loc", "role")]
    gold = [_gold(sentence, release, marks) for sentence in known.in_order()]
    return Text(
        release,
        known,
        gold,
        frozenset(m.span for m in marked.tagged("org")),
        tuple(m.span for m in marked.tagged("role")),
    )


def _gold(sentence: TaggedSentence, release: Release, marks: Sequence[Mark]) -> list[int]:
    gold: list[int] = []
    last: Mark | None = None
    for token in sentence.tokens:
        place = release.original(Span(token.start, token.end))
        mark = next((mark for mark in marks if mark.span.overlaps(place)), None)
        inside = LABELS.index("I" if mark is last else "B")
        numbers = {"org": inside, "loc": LABELS.index("L"), "role": ROLE}
        gold.append(numbers[mark.tag] if mark else 0)
        last = mark
    _complete_roles(sentence, gold, release.language.terms("before_bodies"))
    return gold


def _complete_roles(sentence: TaggedSentence, gold: list[int], links: frozenset[str]) -> None:
    """Takes the end of a role for the body that completes it, from its word for one on."""
    tokens, heads, first = sentence.tokens, sentence.lexicon.organization_words, 0
    while first < len(gold):
        end = first + 1
        while end < len(gold) and gold[first] == gold[end] == ROLE:
            end += 1
        start = next(
            (i for i in range(first, end) if tokens[i].capital and tokens[i].lower in heads), end
        )
        if gold[first] == ROLE and links:
            while start < end and start > first and tokens[start - 1].capital:
                start -= 1
            if start > first and tokens[start - 1].lower not in links:
                start = end
        if gold[first] == ROLE and start < end:
            inside = [LABELS.index("I")] * (end - start - 1)
            gold[start:end] = [LABELS.index("B"), *inside]
        first = end


def learn(texts: Sequence[Text]) -> dict[str, Weights]:
    """The weights of averaged perceptrons that see the texts in different orders, added."""
    added: dict[str, list[int]] = {}
    for seed in range(SEEDS):
        for name, row in _perceptron(texts, seed).items():
            total = added.setdefault(name, [0] * len(LABELS))
            total[:] = [x + y for x, y in zip(total, row, strict=True)]
    kept = {name: row for name, row in added.items() if max(map(abs, row)) >= LEAST_WEIGHT}
    return {name: [*row] for name, row in kept.items()}


def _perceptron(texts: Sequence[Text], seed: int) -> Mapping[str, Weights]:
    weights: dict[str, list[float]] = {}
    sums: dict[str, list[float]] = {}
    order, shuffler, steps = [*texts], random.Random(seed), 0
    for _ in range(EPOCHS):
        shuffler.shuffle(order)
        for text in order:
            text.known.memory.clear()
            for sentence, gold in zip(text.known.in_order(), text.gold, strict=True):
                context, previous = Context(sentence, text.known), "O"
                for i, right in enumerate(gold):
                    active: tuple[str, ...] = ()
                    guess = 0
                    if context.is_open(i, previous):
                        steps += 1
                        active = (*context.features(i, previous), *context.around(i))
                        guess = best(score(weights, active), previous)  # type: ignore[arg-type]
                    wanted = guess if right == ROLE else right
                    if wanted == LABELS.index("I") and previous not in INSIDE:
                        wanted = LABELS.index("B" if context.tokens[i].capital else "O")
                    for name in active if wanted != guess else ():
                        row = weights.setdefault(name, [0.0] * len(LABELS))
                        total = sums.setdefault(name, [0.0] * len(LABELS))
                        for number, step in ((wanted, 1.0), (guess, -1.0)):
                            row[number] += step
                            total[number] += step * steps
                    previous = LABELS[guess]
                    context.enter(i, previous)
    return averaged(weights, sums, steps, least=1)


def _labels(
    code: str, own: Sequence[Document], times: int, others: Sequence[Document]
) -> list[list[list[str]]]:
    """The labels of each of our own texts, by taggers that have not learnt from it."""
    labels: dict[int, list[list[str]]] = {}
    for fold in range(FOLDS):
        kept = [document for n, document in enumerate(own) if n % FOLDS != fold]
        tagger = learn_tagger([*kept * times, *others], code)
        for n in range(fold, len(own), FOLDS):
            memory: dict[str, str] = {}
            labels[n] = [tag(tagger, words, memory).labels for words, _ in own[n]]
    return [labels[n] for n in range(len(own))]


def count(texts: Iterable[Text], weights: Mapping[str, Weights]) -> Counter[str]:
    """How many mentions are found outside roles, marked, and both."""
    found: Counter[str] = Counter()
    for text in texts:
        text.known.memory.clear()
        ours = {text.release.original(m.span) for m in read_mentions(text.known, weights)}
        ours = {span for span in ours if not any(span.overlaps(role) for role in text.roles)}
        found += Counter(ours=len(ours), gold=len(text.marks), both=len(ours & text.marks))
    return found


def main(argv: Sequence[str]) -> None:
    """Learns both languages' weights, and prints how well they agree with readers."""
    args = read_arguments(argv, __doc__)
    texts = {"id": read_reports(args.news), "en": read_marked(args.marked, "en")}
    for code, own, times, others in corpora(args.ner, args.news, args.marked):
        marked = [text for text in texts[code] if text.part == "train"]
        train = [*map(measure, marked, _labels(code, own, times, others))]
        apart: Counter[str] = Counter()
        for fold in range(FOLDS):
            weights = learn([text for n, text in enumerate(train) if n % FOLDS != fold])
            apart += count(train[fold::FOLDS], weights)
        weights = learn(train)
        dev = count((measure(text) for text in texts[code] if text.part == "dev"), weights)
        for part, found in (("train", apart), ("dev", dev)):
            f1 = 200 * found["both"] / (found["ours"] + found["gold"])
            print(code, part, f"F1 {f1:.1f} of {found['gold']} mentions")
        if args.out:
            write_weights(weights, args.out / f"{code}.json")
