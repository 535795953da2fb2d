"""What stands beside the releases of a digest: who is quoted, what was announced, how much."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.languages import Language, load
from summarize.languages.spelling import fold
from summarize.models import Span
from summarize.patterns import pattern
from summarize.rendering.html.markup import attributes, escaped, jump, kept
from summarize.rendering.html.numbers import counted
from summarize.rendering.html.parts import count_of
from summarize.rendering.html.stories import BETWEEN_NAMES, Amount, Said, Story
from summarize.rendering.sections import Entry

MOST_SPEAKERS = 400
MOST_QUOTES = 5
MOST_UNITS = 6
MOST_AMOUNTS = 10
TOPICS = 4

_WORD = pattern(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
_Found = tuple[int, Amount, str]  # a figure with the number and the title of its release
Numbered = Sequence[tuple[int, Story]]  # releases by the number that their ids begin with


def anchor(number: int) -> str:
    """What the ids in the article of a release begin with."""
    return f"r{number}-"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted, with all that was said, in the order of the digest."""

    names: Sequence[str]  # its spellings, the most frequent one first
    role: str | None
    said: list[tuple[int, Said]]

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def releases(self) -> set[int]:
        return {number for number, _ in self.said}


def speakers_of(stories: Numbered) -> list[Speaker]:
    """Those who are quoted, most quoted first; the role is the one most often given."""
    by_key: dict[tuple[str, ...], list[tuple[int, Said]]] = {}
    for number, story in stories:
        for said in story.quotes:
            by_key.setdefault(_key(said.name), []).append((number, said))
    speakers = []
    for all_said in by_key.values():
        roles = Counter(said.role for _, said in all_said if said.role)
        role = roles.most_common(1)[0][0] if roles else None
        names = Counter(said.name for _, said in all_said)
        speakers.append(Speaker([name for name, _ in names.most_common()], role, all_said))
    return sorted(speakers, key=lambda speaker: (-len(speaker.said), speaker.name))


def _key(name: str) -> tuple[str, ...]:
    """What the spellings of one name have in common; a single word is too little for that.

    >>> _key("Darma Budhy") == _key("Dharma Budhi"), _key("Budhy") == _key("Budhi")
    (True, False)
    """
    words = name.casefold().split()
    return tuple(map(fold, words)) if len(words) > 1 else tuple(words)


def topics_of(speakers: Sequence[Speaker], stories: Numbered) -> list[tuple[str, ...]]:
    """For each speaker the words that set apart what they say from what the others say.

    A word of the headline above a quotation weighs more: it is what the release is about.
    """
    headlines = {number: _words(story.title, story.language) for number, story in stories}
    languages = {number: story.language for number, story in stories}
    counts = []
    for speaker in speakers:
        about: Counter[str] = Counter()
        for number, said in speaker.said:
            for word in _words(said.text, languages[number]):
                about[word] += 3 if word in headlines[number] else 1
        counts.append(about)
    users = Counter(word for about in counts for word in about)

    def weight(item: tuple[str, int]) -> tuple[float, str]:
        word, count = item
        return -count * math.log(1 + len(counts) / users[word]), word

    return [tuple(word for word, _ in sorted(c.items(), key=weight)[:TOPICS]) for c in counts]


def _words(text: str, code: str) -> set[str]:
    """The words of a text that may name a topic."""
    language = load(code)
    dates = language.table("months").keys() | language.table("weekdays").keys()
    return set(_WORD.findall(text.lower())) - language.terms("stopwords") - dates


def most_quoted(stories: Numbered, language: Language) -> Iterator[str]:
    """The section on who is quoted most, and about what."""
    speakers = speakers_of(stories)
    if not speakers:
        return
    words = language.table("digest")
    topics = topics_of(speakers, stories)
    most = len(speakers[0].said)
    yield _opened("speakers", words["most_quoted"], len(speakers), language)
    yield "<ol>\n"
    for speaker, about in zip(speakers[:MOST_SPEAKERS], topics, strict=False):
        yield _speaker(speaker, about, most, language)
    yield "</ol></details>\n"


def _speaker(speaker: Speaker, about: Sequence[str], most: int, language: Language) -> str:
    words = language.table("digest")
    role = f" <small>{escaped(speaker.role)}</small>" if speaker.role else ""
    numbers = words["quotes_in"].format(
        quotes=counted(len(speaker.said), language),
        releases=counted(len(speaker.releases), language),
    )
    topics = f'<p class="about">{words["about"]} {escaped(", ".join(about))}</p>' if about else ""
    share = f"{100 * len(speaker.said) / most:.1f}%"
    quotes = "".join(
        f"<li{_of(number)}>{_place(number, said.span, f'“{escaped(said.text)}”')}</li>"
        for number, said in speaker.said[:MOST_QUOTES]
    )
    only = escaped(words["only_person"].format(name=speaker.name))
    spellings = attributes(data_only=BETWEEN_NAMES.join(speaker.names))
    counts = Counter(number for number, _ in speaker.said)
    held = " ".join(f"{number}:{count}" for number, count in counts.items())
    return (
        f"<li{attributes(data_said=held)}><details><summary>{escaped(speaker.name)}{role}"
        f'<svg class="bar" width="100%" height="4" aria-hidden="true">'
        f'<rect width="{share}" height="4"/></svg>'
        f'<span class="numbers">{escaped(numbers)}</span></summary>'
        f'<button type="button"{spellings} hidden>{only}</button>'
        f"{kept(f'{topics}<ul>{quotes}</ul>')}</details></li>\n"
    )


def announced_lists(stories: Numbered, language: Language) -> Iterator[str]:
    """The section of all announced lists, those of the latest releases first."""
    found = [(number, entry) for number, story in stories for entry in story.lists]
    if not found:
        return
    yield _opened("lists", language.table("digest")["lists"], len(found), language)
    lines = (_list(number, entry) for number, entry in found)
    yield kept(f"<ul>{''.join(lines)}</ul>")
    yield "</details>\n"


def _list(number: int, entry: Entry) -> str:
    lead = _place(number, entry.span or Span(0, 0), escaped(entry.text))
    items = escaped("; ".join(entry.items))
    return f"<li{_of(number)}>{lead}{count_of(entry)}: {items}</li>\n"


def biggest_figures(stories: Numbered, language: Language) -> Iterator[str]:
    """The section of the largest figures of the units that occur most, each value once."""
    by_unit: dict[str, dict[float, list[_Found]]] = {}
    for number, story in stories:
        for amount in story.amounts:
            values = by_unit.setdefault(amount.unit, {})
            values.setdefault(amount.value, []).append((number, amount, story.title))
    units = sorted(by_unit, key=lambda unit: (-len(by_unit[unit]), unit))[:MOST_UNITS]
    if not units:
        return
    listed = sum(min(len(by_unit[unit]), MOST_AMOUNTS) for unit in units)
    yield _opened("amounts", language.table("digest")["biggest"], listed, language)
    lines = (f"<h3>{escaped(u)}</h3><ul>{''.join(_amounts(by_unit[u]))}</ul>" for u in units)
    yield kept("".join(lines))
    yield "</details>\n"


def _amounts(values: Mapping[float, Sequence[_Found]]) -> Iterator[str]:
    for value in sorted(values, reverse=True)[:MOST_AMOUNTS]:
        number, amount, title = values[value][0]
        linked = _place(number, amount.span, escaped(amount.text))
        everywhere = (found for found, _, _ in values[value])
        yield f"<li{_of(*everywhere)}>{linked} <small>{escaped(title)}</small></li>\n"


def _opened(kind: str, heading: str, count: int, language: Language) -> str:
    """The opening of an overview, which unfolds."""
    number = f'<span class="numbers">{counted(count, language)}</span>'
    return f'<details class="{kind}"><summary><h2>{escaped(heading)}</h2>{number}</summary>\n'


def _of(*numbers: int) -> str:
    """The releases that an item is of: it is shown as long as one of them is."""
    return attributes(data_release=" ".join(str(number) for number in dict.fromkeys(numbers)))


def _place(number: int, span: Span, content: str) -> str:
    return jump(anchor(number), span, content)
