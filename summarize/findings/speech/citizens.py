"""Who a sentence is about that holds no office: ``Seorang warga, Slamet, mengeluh``."""

from __future__ import annotations

from summarize.findings.speech.mentions import Cast, Mention
from summarize.findings.speech.speakers import NOBODY, Attribution, Speakers
from summarize.models import Span, Speaker
from summarize.patterns import pattern
from summarize.text.reading import Reading
from summarize.text.speech_verbs import Voice
from summarize.text.tokens import Token

_OPENING = 6  # words before the comma behind which the subject may begin
_REACH = 10  # words between a noun for a person and the name behind it
_ADJECTIVES = 3  # words that may stand between "a" and the noun
_ADVERBS = 2  # words behind a subject that may say that it does nothing yet
_APPOSITION = 80  # characters in which one ends
_VERB_REACH = 5  # words behind a subject among which its verb stands
_INTRODUCED = pattern(
    r"(?:[A-Z][a-z]{1,20}(?: itu)?, )?((?:[A-Z][\w’'-]{1,30} ){0,3}[A-Z][\w’'-]{1,30})(?: \(|, )"
)
_AGE = pattern(r"\d{2}")
_PASSIVE = pattern(r"di[a-z]{4,}(?<!nya)")


class Citizens(Speakers):
    """Reads sentences for people without an office, so that nobody else has their words."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        super().__init__(reading, cast)
        language = reading.language
        self._singled = self.citizens.union(
            language.terms("positions"), language.terms("kinds_of_people")
        )
        self._passives = language.terms("passive_words")
        self._no_deeds = language.terms("auxiliaries") | self.descriptions
        self._presenting = language.terms("presenting_words")
        self.governors = language.terms("governors")
        self._telling = language.terms("naming_participles")
        self._plural = language.terms("plural_marks")
        self._common = language.terms("stopwords")
        self.sources = language.terms("sources")

    def citizen(self, tokens: list[Token], end: int) -> Attribution | None:
        """The ordinary person, or nobody for people at large, whom a sentence begins with."""
        if not tokens:
            return None
        found = self._person(tokens, int(tokens[0].lower in self.sources), end)
        if found is not None:
            return found
        for at in range(1, min(_OPENING, len(tokens))):
            if self.apart(tokens[at - 1].end, tokens[at].start):
                if self.cast.first(tokens[0].start, tokens[at].start) is not None:
                    return None
                return self.stranger(tokens, end) or self._somebody(tokens, at, end)
        return None

    def presented(self, tokens: list[Token], end: int) -> Attribution | None:
        """Whose words a sentence announces: ``Permintaan serupa datang dari Ketua RT, Tini.``"""
        for at in range(1, min(_OPENING, len(tokens))):
            pair = f"{tokens[at - 2].lower} {tokens[at - 1].lower}"
            if self._presenting.isdisjoint((tokens[at - 1].lower, pair)):
                continue
            first = self.beyond_fillers(tokens, at)
            if first == len(tokens):
                return None
            mention = self.named(tokens[first].start, end)
            if mention is not None and all(
                token.text[0].isupper()
                for token in self.tokens(tokens[first].start, mention.span.start)
            ):
                return Attribution(mention.speaker, mention.span, "actor")
            return self._somebody(tokens, first, end) or self.stranger(tokens[first:], end)
        return None

    def _somebody(self, tokens: list[Token], first: int, end: int) -> Attribution | None:
        """Who is meant inside a sentence, where people at large are not who speaks."""
        found = self._person(tokens, first, end)
        return found if found and found.speaker != NOBODY else None

    def stranger(self, tokens: list[Token], end: int) -> Attribution | None:
        """Somebody whom only an age or an apposition tells from a thing: ``Hasnah (61), warga``."""
        name = _INTRODUCED.match(self.text, tokens[0].start, end)
        if name is None or name[1].lower() in self._common:
            return None
        following = self.tokens(name.end(), min(end, name.end() + 20))[:1]
        aged = following and _AGE.fullmatch(following[0].text)
        if not aged and not any(t.lower in self.indefinites | self.citizens for t in following):
            return None
        if not aged and "," not in self.text[name.end() : min(end, name.end() + _APPOSITION)]:
            return None  # "Alhasil, siswa belajar di lantai"
        span = Span(*name.span(1))
        return Attribution(Speaker(span, None), span, "actor")

    def _person(self, tokens: list[Token], first: int, end: int) -> Attribution | None:
        """Who is meant by the noun phrase that begins at a token, if it is one for a person."""
        start = first
        while start < len(tokens) and tokens[start].lower in self.indefinites:
            start += 1
        head = self._head(tokens, start, singled=start > first)
        if head is None:
            return None
        mention = self._name(tokens, head, end)
        if mention is not None:
            return Attribution(mention.speaker, mention.span, "actor")
        last = head
        while last + 1 < len(tokens) and self._is_of(tokens, last + 1):
            last += 1
        phrase = Span(tokens[start].start, tokens[last].end)
        suffers = self.suffers(tokens, last)
        if start > first:
            told = not suffers or tokens[0].lower in self.sources
            return Attribution(Speaker(None, phrase) if told else NOBODY, phrase, "actor")
        if suffers or self._is_idle(tokens, last):
            return None
        return Attribution(NOBODY, phrase, "actor")

    def _is_idle(self, tokens: list[Token], last: int) -> bool:
        """``Warga bisa mendaftar``, or somebody named before: ``Warga itu mengeluh``."""
        return any(t.lower in self._no_deeds for t in tokens[last + 1 : last + 1 + _ADVERBS])

    def suffers(self, tokens: list[Token], last: int) -> bool:
        """Whether something is done to who is meant by the words up to ``last``."""
        for at in range(last + 1, min(last + 1 + _VERB_REACH, len(tokens))):
            if at > last + 1 and self.apart(tokens[at - 1].end, tokens[at].start):
                return False
            if tokens[at].lower in self._passives or self._is_passive(tokens[at]):
                return True
        return False

    def undergoes(self, tokens: list[Token], last: int) -> bool:
        """Whether a passive of its own form stands right behind the words up to ``last``."""
        behind = tokens[last + 1 : last + 1 + _ADVERBS]
        beside = self.governors  # "Gubernur didampingi istrinya meninjau pasar"
        if not any(self._is_passive(t) and t.lower not in beside for t in behind):
            return False
        return any(verb.voice is Voice.PASSIVE for verb in self.verbs.values())

    @staticmethod
    def _is_passive(token: Token) -> bool:
        return _PASSIVE.fullmatch(token.text) is not None

    def _head(self, tokens: list[Token], start: int, *, singled: bool) -> int | None:
        """Where the noun for a person stands, behind "a" after some adjectives at most."""
        nouns = self._singled if singled else self.citizens
        start += start < len(tokens) and tokens[start].lower in self._plural
        for at in range(start, min(start + (_ADJECTIVES if singled else 1), len(tokens))):
            if at > start and self.apart(tokens[at - 1].end, tokens[at].start):
                return None
            if tokens[at].lower in nouns:
                return at
        return None

    def _is_of(self, tokens: list[Token], at: int) -> bool:
        """Whether a word goes on a noun phrase as a name: ``warga | Desa | Jetis``."""
        return tokens[at].text[0].isupper() and not self.apart(tokens[at - 1].end, tokens[at].start)

    def _name(self, tokens: list[Token], head: int, end: int) -> Mention | None:
        """The name of a person between commas or behind a word that tells it."""
        for at in range(head + 1, min(head + _REACH, len(tokens))):
            told = tokens[at - 1].lower in self._telling
            pause = self.apart(tokens[at - 1].end, tokens[at].start)
            if not told and not pause:
                continue
            found = self.cast.within(tokens[head].start, tokens[at].end + 1)
            reaching = (each for each in found if each.span.end > tokens[at].start)
            mention = next(reaching, None)
            if mention is None or mention.speaker.name is None:
                return None
            if mention.span.start < tokens[at].start:
                return mention  # seorang guru, Yanto
            if tokens[at].lower in self._singled:  # Warga, Bupati Rina, dan Camat hadir.
                return None
            closing = self.text[mention.span.end : min(end, mention.span.end + 2)].lstrip()
            return mention if told or closing[:1] in ("", ",", "(", ".") else None
        return None
