"""Who is meant by the words of an attribution: ``Kepala LAN Adi Suryanto``, ``bupati itu``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarize.findings.speech.mentions import Cast, Mention
from summarize.models import Span, Speaker
from summarize.patterns import pattern
from summarize.text.reading import Reading
from summarize.text.speech_verbs import speech_verbs
from summarize.text.tokens import Token, View

WORD = pattern(r"[^\W_]+(?:[-’'/][^\W_]+)*")
# "S.Pd", "H.Zulkifli" and "Dinas/Badan" are two words, "Malawi's" is one
WORDS = View(
    WORD,
    pattern(
        r"[`ʼ‘.&/'’](?:(?<=\w[`ʼ‘.&])(?=\w)|(?<=[^\W\d_]\.)(?<![^\W_][^\W\d_]\.)"
        r"|(?<=/)(?=[A-Z][a-z]{3})|(?<=['’])(?=s\b))"
    ),
)
REACH = 300  # characters in which an attribution names its speaker
SEGMENTS = 6  # commas inside a position: "Direktur Jenderal Industri Logam, Mesin, ..."

_BRACKET = pattern(r" ?\([^()\n]{1,40}\)")
_COMMA = pattern(r"(?: ?\([^()\n]{1,40}\))?, ")
_BREAK = pattern(r"[,;:()\n“”\"«»„]|[?!]\s|‘‘|’’|''")


NOBODY = Speaker(None, None)  # who is no person, or one whom the text does not name


class Attribution(NamedTuple):
    """What the text says of the speaker; without one, it is whoever has the floor."""

    speaker: Speaker | None
    cue: Span
    rule: str


class Speakers:
    """Reads the noun phrases of a text that name somebody of its cast, or somebody else."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        language = reading.language
        self.text = reading.text
        self.cast = cast
        self._reading = reading
        self.verbs = speech_verbs(language)
        self.pronouns = language.terms("speaker_pronouns")
        self.descriptions = language.terms("descriptions")
        self.fillers = language.terms("attribution_fillers")
        self.ends = language.terms("attribution_ends")
        self._joiners = language.terms("position_joiners")
        self.organizations = language.terms("organization_words") | language.terms("offices")
        self._links = language.terms("conjunctions")
        self._kinds = language.terms("kinds_of_people")
        self._positions = language.terms("positions")
        self._honorifics = language.terms("honorifics")
        self._particles = language.terms("name_particles")
        self.documents = language.terms("documents")
        self.indefinites = language.terms("indefinites")
        self._origins = language.terms("origins")

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words of ``text[start:end]``."""
        tokens = self._reading.tokens(start, end, WORDS)
        return [token for token in tokens if token.text[0].isalnum()]

    def beyond_fillers(self, tokens: list[Token], at: int) -> int:
        """``at``, or where the words end that say nothing: ``kata | pula | Bupati``."""
        while at < len(tokens) and tokens[at].lower in self.fillers:
            at += 1
        return at

    def apart(self, start: int, end: int) -> bool:
        """Whether a comma or the like stands between two words."""
        return _BREAK.search(self.text, start, end) is not None

    def named(self, start: int, end: int) -> Mention | None:
        """Who is named in the noun phrase that begins at ``start``, by name rather than by role."""
        role: Mention | None = None
        doubtful: Mention | None = None
        for segment in self._segments(start, end):
            for mention in self.cast.within(*segment):
                if mention.speaker.name is None:
                    role = role or mention
                elif doubtful or not self._may_be_place(mention):
                    return mention
                else:
                    doubtful = mention
        if doubtful is not None or role is None:
            return doubtful
        return self._name_before(start, role) or self._with_name(role, end)

    def _segments(self, start: int, end: int) -> Iterator[Span]:
        """The pieces between commas and brackets of the noun phrase that begins at ``start``."""
        at = start
        for _ in range(SEGMENTS):
            pause = _BREAK.search(self.text, at, end)
            stop = pause.start() if pause else end
            ending = self._ending(at, stop)
            yield Span(at, ending.start if ending else stop)
            if ending or pause is None or pause.group() not in ",()":
                return
            at = pause.end()
            following = WORD.search(self.text, at, end)
            if following is None or (pause.group() == "," and not self._goes_on(following.group())):
                return

    def _may_be_place(self, mention: Mention) -> bool:
        """Whether a name of one word may be the place: ``Camat Neglasari, Ubaidillah Ansar``."""
        name = mention.speaker.name
        return name is not None and len(mention.span.of(self.text).split()) > 1 == len(
            name.of(self.text).split()
        )

    def _ending(self, start: int, end: int) -> Token | None:
        """The word that ends a noun phrase: ``Bupati | dalam``, but not ``yang juga Ketua``."""
        tokens = self.tokens(start, end)
        for number, token in enumerate(tokens):
            pair = " ".join(each.lower for each in tokens[number : number + 2])
            if token.lower in self.ends and pair not in self._joiners:
                return token
        return None

    def _goes_on(self, word: str) -> bool:
        """Whether a position may go on after a comma: ``Bidang Politik, Hukum, dan Keamanan``."""
        return word[0].isupper() or word in self._links

    def _name_before(self, start: int, role: Mention) -> Mention | None:
        """An unknown name with its position behind it: ``kata Suharti, Deputi Gubernur``."""
        comma = _COMMA.search(self.text, start, role.span.start)
        if comma is None or comma.end() != role.span.start:
            return None
        words = self.tokens(start, comma.start())
        if not self.is_name(words):
            return None
        name = Span(words[0].start, words[-1].end)
        return Mention(Span(name.start, role.span.end), Speaker(name, role.speaker.role))

    def _with_name(self, role: Mention, end: int) -> Mention:
        """A position with the words behind its comma, which can only be a name that is not known.

        ``ungkap Kepala Dinas Pekerjaan Umum (PU), Darma Budhy, Senin (6/5)``
        """
        name = self.name_behind(role.span.end, end)
        if name is None:
            return role
        return Mention(Span(role.span.start, name.end), Speaker(name, role.speaker.role))

    def name_behind(self, start: int, end: int) -> Span | None:
        """The first words between commas after a position that can only be a name."""
        comma = _COMMA.search(self.text, start, end)
        if comma is None or self._ending(start, comma.start()) is not None:
            return None
        for _ in range(SEGMENTS):
            pause = _BREAK.search(self.text, comma.end(), end)
            stop = pause.start() if pause else end
            ending = self._ending(comma.end(), stop)
            words = self.tokens(comma.end(), ending.start if ending else stop)
            if self._looks_like_name(words, stop, end):
                return Span(words[0].start, words[-1].end)
            comma = _COMMA.match(self.text, stop, end)
            if comma is None or ending is not None:
                return None
        return None

    def is_name(self, words: list[Token], *, most: int = 4) -> bool:
        """Whether there are one or a few words, each with a capital."""
        return 0 < len(words) <= most and all(word.text[0].isupper() for word in words)

    def _looks_like_name(self, words: list[Token], stop: int, end: int) -> bool:
        if not self.is_name(words):
            return False
        if any(word.lower in self.organizations for word in words):
            return False
        if all(word.text.isupper() for word in words):  # Margaret Yellowhorse, DVM
            return False
        following = WORD.search(self.text, stop, end)
        return following is None or following.group() not in self._links

    def is_described(self, phrase: Span, end: int) -> bool:
        """Whether the rest of a noun phrase refers back: ``mantan bupati dua periode itu``."""
        at, words = phrase.end, list[Token]()
        for _ in range(SEGMENTS):
            bracket = _BRACKET.match(self.text, at, end)
            at = bracket.end() if bracket else at
            pause = _BREAK.search(self.text, at, end)
            words += self.tokens(at, min(pause.start() if pause else end, at + 90))
            if pause is None or _BRACKET.match(self.text, max(at, pause.start() - 1), end) is None:
                break
            at = max(at, pause.start() - 1)
        return any(token.lower in self.descriptions for token in words)

    def phrase(self, tokens: list[Token], first: int) -> Span | None:
        """The words that name a speaker who is not in the cast.

        Of a text that is quoted, the one who published it: ``bunyi keterangan dari akun X``.
        """
        if tokens[first].lower in self.documents:
            first = self._origin(tokens, first)
        last = first - 1
        named = tokens[first].text[0].isupper()
        for at in range(first, min(first + 10, len(tokens))):
            token = tokens[at]
            if token.lower in self.ends or token.lower in self.verbs:
                break
            if named and token.text.islower() and not self._within_name(token):
                break  # kata Bebby Fey singkat
            if at > first and self.apart(tokens[at - 1].end, token.start):
                break
            last = at
        return Span(tokens[first].start, tokens[last].end) if last >= first else None

    def is_document(self, tokens: list[Token], first: int) -> bool:
        """Whether a text is quoted and nobody told who published it: ``ungkap data sensus``."""
        return tokens[first].lower in self.documents and self._origin(tokens, first) == first

    def indefinite(self, tokens: list[Token], first: int, verb: int) -> Span | None:
        """Who is spoken of without a name before a verb: ``a spokesperson said``."""
        if tokens[first].lower not in self.indefinites or not 1 < verb - first < 6:
            return None
        words = tokens[first + 1 : verb]
        while len(words) > 1 and words[0].lower in self.indefinites:
            words.pop(0)
        return Span(words[0].start, words[-1].end)

    def _origin(self, tokens: list[Token], first: int) -> int:
        """Where the words begin that say whom a document is from, ``first`` if none do."""
        for at in range(first + 1, min(first + 6, len(tokens) - 1)):
            if tokens[at].lower in self.descriptions:
                break
            if tokens[at].lower in self._origins:
                return at + 1
        return first

    def _within_name(self, token: Token) -> bool:
        """Whether a word without a capital may stand inside a name or a position."""
        return (
            token.lower in self._links
            or token.lower in self._particles
            or token.lower in self.descriptions
        )

    def describes(self, phrase: Span, end: int) -> bool:
        """Whether somebody named before is described: ``orang nomor satu di Muara Enim itu``."""
        words = phrase.of(self.text).split()
        if words[-1] in self.descriptions:
            return True
        if words[0] not in self._kinds and words[0] not in self._positions:
            return False
        return self.is_described(phrase, end)

    def unlisted(self, phrase: Span) -> Speaker:
        """Who is meant by words that are no mention of anybody in the cast."""
        words = phrase.of(self.text).split()
        while len(words) > 1 and words[0].lower().rstrip(".") in self._honorifics:
            words.pop(0)
        known = next(filter(None, map(self.cast.called, words[:3])), None)
        known = known or self.cast.holder(" ".join(words), phrase.start)
        if known is not None:
            return known
        is_name = len(words) < 5 and all(word[0].isupper() for word in words)
        return Speaker(phrase, None) if is_name else Speaker(None, phrase)
