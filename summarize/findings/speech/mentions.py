"""Who is mentioned where: by name, by position, or by both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from summarize.findings.people.role_matching import role_matches
from summarize.findings.people.roles import find_roles
from summarize.languages import Language
from summarize.models import Person, Release, Span, Speaker
from summarize.patterns import pattern
from summarize.text.reading import Reading
from summarize.text.short_forms import initials

CROWD = 6  # people named before a verb among whom its subject is looked for
FORMS = 300  # different positions without a name that are looked at in a release
PEOPLE = 200  # people whose positions are compared with each of those
MEMORY = 200  # mentions that are gone back to for the one who holds a position
APART = 48  # characters between a position and the name it belongs to

_WORD = pattern(r"[^\W_]+(?:[-’'/][^\W_]+)*")
_BRACKET = pattern(r"\([^()\n]{1,40}\)")
_GAP = pattern(r"[\w .,’'/-]{0,48}")


class Mention(NamedTuple):
    """A place where somebody is named, with the position written there, and who it is."""

    span: Span
    speaker: Speaker


class Cast:
    """The people of a release, to be looked up by place or by position."""

    def __init__(
        self, release: Release, mentions: Iterable[Mention], held: dict[Speaker, set[str]]
    ) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self.mentions]
        self._language = release.language
        self._held = held
        self._called: dict[str, Speaker | None] = {}
        for who in held:
            for word in _WORD.findall(who.name.of(release.text) if who.name else ""):
                if len(word) > 1:
                    self._called[word] = None if word in self._called else who
        self._found: dict[str, list[Speaker]] = {}
        self._synonyms = release.language.table("role_synonyms")

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

    def last(self, start: int, end: int) -> list[Mention]:
        """The mentions in ``text[start:end]`` nearest to its end, the last one first."""
        stop = bisect_left(self._starts, end)
        first = max(bisect_left(self._starts, start), stop - CROWD)
        return self.mentions[first:stop][::-1]

    def called(self, word: str) -> Speaker | None:
        """The one person whose name has a word in it: "Agung" beside "Agung Firman Sampurna"."""
        return self._called.get(word) or self._called.get(word.capitalize())

    def holder(self, role: str, before: int) -> Speaker | None:
        """The person who holds a position; of several, the one mentioned last before a place."""
        holders = self._holders(self._synonyms.get(role.lower(), role))
        if len(holders) < 2:
            return holders[0] if holders else None
        last = bisect_right(self._starts, before) - 1
        for number in range(last, max(-1, last - MEMORY), -1):
            if self.mentions[number].speaker in holders:
                return self.mentions[number].speaker
        return None

    def _holders(self, role: str) -> list[Speaker]:
        """Who holds a position at any place in the release."""
        if role not in self._found:
            if len(self._found) >= FORMS:
                return []
            self._found[role] = [
                who
                for who, roles in islice(self._held.items(), PEOPLE)
                if _holds(role, roles, self._language)
            ]
        return self._found[role]


def cast_of(reading: Reading, people: tuple[Person, ...]) -> Cast:
    """All mentions of people in a release; a position without a name stands for its holder."""
    release = reading.release
    named = sorted(
        (
            Mention(span, Speaker(person.name, person.role))
            for person in people
            for span in person.mentions
        ),
        key=lambda mention: mention.span,
    )
    held: dict[Speaker, set[str]] = {}
    for person in people:
        roles = {person.role.of(release.text)} if person.role else set()
        held.setdefault(Speaker(person.name, person.role), set()).update(roles)
    titled, bare = _join(release, find_roles(reading), named, held)
    cast = Cast(release, titled, held)
    alone = [_resolve(cast, span, release.text) for span in bare]
    first = release.body[0].span.start if release.body else 0  # headlines capitalise every word
    unheld = [m.span for m in alone if m.speaker.name is None and m.span.start >= first]
    fullest = _fullest(unheld, release)
    return Cast(
        release,
        [*titled, *(fullest.get(mention.span, mention) for mention in alone)],
        held,
    )


def _join(
    release: Release,
    roles: Sequence[Span],
    named: list[Mention],
    held: dict[Speaker, set[str]],
) -> tuple[list[Mention], list[Span]]:
    """The names with the positions before them, and the positions that stand alone."""
    text = release.text
    honorifics = release.language.terms("honorifics")
    starts = [mention.span.start for mention in named]
    widened: dict[int, int] = {}
    bare: list[Span] = []
    for role in roles:
        after = bisect_left(starts, role.start)
        before = after - 1
        if after < len(named) and _belongs(text, role.end, starts[after], honorifics):
            widened.setdefault(after, role.start)
            held[named[after].speaker].add(role.of(text))
        elif before >= 0 and named[before].span.end > role.start:
            continue
        else:
            if before >= 0 and text[named[before].span.end : role.start] == ", ":
                held[named[before].speaker].add(role.of(text))
            bare.append(role)
    titled = [
        Mention(Span(widened.get(number, mention.span.start), mention.span.end), mention.speaker)
        for number, mention in enumerate(named)
    ]
    return titled, bare


def _belongs(text: str, start: int, end: int, honorifics: frozenset[str]) -> bool:
    """Whether only honorifics, brackets and commas stand between a position and a name."""
    if end - start > APART:
        return False
    gap = _BRACKET.sub(" ", text[start:end])
    if not _GAP.fullmatch(gap):
        return False
    return all(word.lower() in honorifics for word in _WORD.findall(gap))


def _resolve(cast: Cast, role: Span, text: str) -> Mention:
    speaker = cast.holder(role.of(text), role.start)
    return Mention(role, speaker or Speaker(None, role))


def _fullest(roles: list[Span], release: Release) -> dict[Span, Mention]:
    """Positions that nobody named holds, each with the longest form it has in the release."""
    forms: dict[str, Span] = {}
    for role in roles:
        if len(forms) < FORMS:
            forms.setdefault(role.of(release.text), role)
    longest = sorted(forms, key=len, reverse=True)
    full = {
        form: next(
            (forms[other] for other in longest if role_matches(form, other, release.language)), role
        )
        for form, role in forms.items()
    }
    return {
        role: Mention(role, Speaker(None, full.get(role.of(release.text), role))) for role in roles
    }


def _holds(role: str, roles: set[str], language: Language) -> bool:
    """Whether a position is one of those that somebody holds."""
    return any(role_matches(_spelled(role, other), other, language) for other in roles)


def _spelled(role: str, other: str) -> str:
    """``role`` without the acronyms of words of ``other``: "Dirjen Ilmate", "Kepala LAN"."""
    full = _WORD.findall(other)
    letters = initials(word for word in full if word[0].isupper()).lower()
    known = {word.lower() for word in full}
    words = [
        word
        for word in _WORD.findall(role)
        if word.lower() in known or len(word) < 3 or word.lower() not in letters
    ]
    return " ".join(words) or role
