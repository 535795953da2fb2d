"""What stands beside the releases of a digest: who is quoted, what was announced, how much.

Each overview holds all there is of its kind, kept as text; ``digest.js`` shows what counts most
among the releases that are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.languages import Language
from summarize.languages.spelling import fold
from summarize.models import Span
from summarize.rendering.html.markup import attributes, escaped, jump, kept, place_of
from summarize.rendering.html.numbers import counted
from summarize.rendering.html.parts import count_of
from summarize.rendering.html.stories import BETWEEN_NAMES, Amount, Said, Story
from summarize.rendering.html.topics import Topic
from summarize.rendering.sections import Entry

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


def most_quoted(speakers: Sequence[Speaker], language: Language) -> Iterator[str]:
    """The section on who is quoted most, with all that they say."""
    items = (_speaker(speaker, language) for speaker in speakers)
    yield from _overview("speakers", "most_quoted", len(speakers), items, language)


def _speaker(speaker: Speaker, language: Language) -> str:
    words = language.table("digest")
    only = escaped(words["only_person"].format(name=speaker.name))
    spellings = attributes(data_only=BETWEEN_NAMES.join(speaker.names))
    quotes = "".join(
        f"<li>{_place(number, said.span, f'“{escaped(said.text)}”')}</li>"
        for number, said in speaker.said
    )
    return (
        f"<li>{_counted(speaker.name, speaker.role, speaker.said, language)}"
        f'<button type="button"{spellings} hidden>{only}</button>'
        f'<p class="about" hidden>{escaped(words["about"])} <span></span></p>'
        f"<ul>{quotes}</ul></details></li>\n"
    )


def who_said_what(topics: Sequence[Topic], language: Language) -> Iterator[str]:
    """The section on what is talked about, each topic with who says what about it."""
    items = (_topic(topic, language) for topic in topics)
    yield from _overview("topics", "topics", len(topics), items, language)


def _topic(topic: Topic, language: Language) -> str:
    names = ", ".join(dict.fromkeys(said.name for _, said in topic.said))
    places = " ".join(place_of(anchor(number), said.span) for number, said in topic.said)
    return (
        f"<li{attributes(data_said=places, data_weight=f'{topic.weight:.2f}')}>"
        f"{_counted(topic.word, names, topic.said, language)}<ul></ul></details></li>\n"
    )


def _counted(
    name: str, more: str | None, said: Sequence[tuple[int, Said]], language: Language
) -> str:
    """The opening of an item that unfolds, with the number of its quotations."""
    numbers = language.table("digest")["quotes_in"].format(
        quotes=counted(len(said), language),
        releases=counted(len({number for number, _ in said}), language),
    )
    beside = f" <small>{escaped(more)}</small>" if more else ""
    return (
        f"<details><summary><b>{escaped(name)}</b>{beside}"
        f'<svg class="bar" width="100%" height="4" aria-hidden="true"><rect height="4"/></svg>'
        f'<span class="numbers">{escaped(numbers)}</span></summary>'
    )


def announced_lists(stories: Numbered, language: Language) -> Iterator[str]:
    """The section of all announced lists, those of the latest releases first."""
    found = [(number, entry) for number, story in stories for entry in story.lists]
    items = (_list(number, entry) for number, entry in found)
    yield from _overview("lists", "lists", len(found), items, language)


def _list(number: int, entry: Entry) -> str:
    lead = _place(number, entry.span or Span(0, 0), escaped(entry.text))
    return f"<li>{lead}{count_of(entry)}: {escaped('; '.join(entry.items))}</li>\n"


def biggest_figures(stories: Numbered, language: Language) -> Iterator[str]:
    """The section of all figures by their units, the largest of each first."""
    by_unit: dict[str, list[tuple[int, Amount]]] = {}
    for number, story in stories:
        for amount in story.amounts:
            by_unit.setdefault(amount.unit, []).append((number, amount))
    count = sum(map(len, by_unit.values()))
    items = (_figures(unit, by_unit[unit]) for unit in sorted(by_unit))
    yield from _overview("amounts", "biggest", count, items, language)


def _figures(unit: str, found: Sequence[tuple[int, Amount]]) -> str:
    lines = (
        f"<li{attributes(data_value=f'{amount.value:g}')}>"
        f"{_place(number, amount.span, escaped(amount.text))}</li>"
        for number, amount in sorted(found, key=lambda one: -one[1].value)
    )
    return f"<li><h3>{escaped(unit)}</h3><ul>{''.join(lines)}</ul></li>\n"


def _overview(
    kind: str, heading: str, count: int, items: Iterable[str], language: Language
) -> Iterator[str]:
    """An overview that unfolds; nothing without items."""
    if not count:
        return
    title = escaped(language.table("digest")[heading])
    number = f'<span class="numbers">{counted(count, language)}</span>'
    yield f'<details class="{kind}"><summary><h2>{title}</h2>{number}</summary>\n'
    yield kept(f"<ol>{''.join(items)}</ol>")
    yield "</details>\n"


def _place(number: int, span: Span, content: str) -> str:
    return jump(anchor(number), span, content)
