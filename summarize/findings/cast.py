"""Who is mentioned where, by name or by role."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarize.models import Person, Release, Span, Speaker

_WORD = re.compile(r"[^\W_]+(?:[-’'./][^\W_]+)*")
_ALIAS = re.compile(r"\(([A-Z][\w ]{2,30})\)\W{0,3}(?:[\w.,]{1,12}\s){0,3}\W{0,3}$")


class Mention(NamedTuple):
    """A place where somebody is named, with the role written there, and who it is."""

    span: Span
    speaker: Speaker


class Cast:
    """The people of a release, to be looked up by place."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self.mentions]

    def within(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions that begin in ``text[start:end]``, in order."""
        for number in range(bisect_left(self._starts, start), len(self.mentions)):
            mention = self.mentions[number]
            if mention.span.start >= end:
                return
            yield mention

    def first(self, start: int, end: int) -> Mention | None:
        """The first mention that begins in ``text[start:end]``."""
        return next(self.within(start, end), None)


def cast_of(release: Release, people: tuple[Person, ...]) -> Cast:
    """All mentions of people in a release."""
    text = release.text
    named = [
        Mention(span, Speaker(person.name, person.role))
        for person in people
        for span in person.mentions
    ]
    named.sort(key=lambda mention: mention.span)
    roles = _roles(text, people)
    if not roles:
        return Cast(named)
    starts = [mention.span.start for mention in named]
    mentions: list[Mention] = []
    taken = 0
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    number = 0
    while number < len(words):
        word, start, end = words[number]
        number += 1
        if start < taken or word.lower() not in roles or not word[0].isupper():
            continue
        modifiers: list[str] = []
        holder: Mention | None = None
        while number < len(words) and len(modifiers) < 12:
            word, begin, stop = words[number]
            at = bisect_left(starts, begin)
            if at < len(starts) and starts[at] == begin:
                holder = named[at]
                break
            gap = text[end:begin]
            if not (word[0].isupper() or word == "dan") or gap.strip(" ()&,"):
                break
            if "," in gap:
                break
            modifiers.append(word.lower())
            end = stop
            number += 1
        if holder is not None:
            mentions.append(Mention(Span(start, holder.span.end), holder.speaker))
            taken = holder.span.end
            continue
        speaker = _resolve(roles[words[number - 1 - len(modifiers)][0].lower()], modifiers)
        if speaker:
            mentions.append(Mention(Span(start, end), speaker))
    inside = [m.span for m in mentions]
    begins = [s.start for s in inside]
    for mention in named:
        at = bisect_left(begins, mention.span.start + 1) - 1
        if at < 0 or inside[at].end < mention.span.end:
            mentions.append(mention)
    return Cast(mentions)


def _roles(text: str, people: tuple[Person, ...]) -> dict[str, list[tuple[Speaker, set[str]]]]:
    roles: dict[str, list[tuple[Speaker, set[str]]]] = {}
    for person in people:
        if person.role is None:
            continue
        speaker = Speaker(person.name, person.role)
        words = [w.lower() for w in _WORD.findall(person.role.of(text))]
        if not words:
            continue
        roles.setdefault(words[0], []).append((speaker, set(words[1:])))
        for span in person.mentions:
            alias = _ALIAS.search(text, max(0, span.start - 60), span.start)
            if alias and alias.group(1)[0].lower() == words[0][0]:
                short = alias.group(1).split()[0].lower()
                roles.setdefault(short, []).append((speaker, set()))
    return roles


def _resolve(holders: list[tuple[Speaker, set[str]]], modifiers: list[str]) -> Speaker | None:
    if not modifiers:
        return holders[0][0]
    best = max(holders, key=lambda h: len(h[1] & set(modifiers)))
    if best[1] & set(modifiers) or len(holders) == 1:
        return best[0]
    return None
