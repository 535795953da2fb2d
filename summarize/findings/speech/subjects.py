"""Who speaks, or acts, in a sentence: ``Kepala LAN pun menegaskan``, ``Menurut Firman``."""

from __future__ import annotations

from summarize.findings.speech.citizens import Citizens
from summarize.findings.speech.mentions import Cast, Mention
from summarize.findings.speech.speakers import REACH, WORD, Attribution
from summarize.models import Span
from summarize.patterns import pattern
from summarize.text.reading import Reading
from summarize.text.speech_verbs import Voice
from summarize.text.tokens import Token

_AGENT_REACH = 5  # words before a name in which "by" makes it an agent
_PASSIVE = pattern(r"di[a-z]{4,}")


class Subjects(Citizens):
    """Reads sentences for who says something in them."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        super().__init__(reading, cast)
        language = reading.language
        self._auxiliaries = language.terms("auxiliaries")
        self._relatives = language.terms("relatives")
        self._back_references = language.terms("back_references")
        self._comparisons = language.terms("comparisons")
        self._agents = language.terms("agent_words")
        self._not_speech_after = language.terms("not_speech_after")
        self._subjects: dict[tuple[int, int], Attribution | None] = {}

    def subject(self, start: int, end: int) -> Attribution | None:
        """Who speaks or acts in a sentence, which is read once for quotations and statements."""
        if (start, end) not in self._subjects:
            self._subjects[start, end] = self._subject(start, end)
        return self._subjects[start, end]

    def _subject(self, start: int, end: int) -> Attribution | None:
        tokens = self.tokens(start, min(end, start + 2 * REACH))
        for at, token in enumerate(tokens):
            found = self.speaks(tokens, at, token, end)
            if found is not None:
                return found
        return self.presented(tokens, end) or self.citizen(tokens, end) or self._acts(tokens, end)

    def speaks(self, tokens: list[Token], at: int, token: Token, end: int) -> Attribution | None:
        word = token.lower
        if word in self.sources:
            return self._source(tokens, at, end)
        if word.endswith("nya") and word[:-3] in self.sources:
            return Attribution(None, Span(token.start, token.end), "pronoun")
        verb = self.verbs.get(word)
        if verb is None:
            return None
        if verb.pronoun:
            return self._set_off(token, tokens[0].start)
        if verb.voice is Voice.EITHER and at and self.apart(tokens[at - 1].end, token.start):
            return self._agent(tokens, at, end) or self._active(tokens, at)
        if verb.voice in (Voice.ACTIVE, Voice.EITHER):
            return self._active(tokens, at)
        return self._agent(tokens, at, end) or self._bare(tokens, at)

    def _set_off(self, token: Token, start: int) -> Attribution | None:
        """``Bahkan, katanya, ...``: between commas, for "nilainya" may also be "its value"."""
        before = self.text[max(start, token.start - 3) : token.start].rstrip()
        after = self.text[token.end : token.end + 2].lstrip()
        if (before and before[-1] not in ',”"’') or (after and after[0] not in ",.:"):
            return None
        return Attribution(None, Span(token.start, token.end), "pronoun")

    def _bare(self, tokens: list[Token], at: int) -> Attribution | None:
        """``Ia minta semua camat hadir``: the bare form as it is spoken."""
        if at == 0 or tokens[at - 1].lower not in self.pronouns:
            return None
        return Attribution(None, Span(tokens[at - 1].start, tokens[at].end), "pronoun")

    def _source(self, tokens: list[Token], at: int, end: int) -> Attribution | None:
        """``Menurut Firman, ...``"""
        following = at + 1
        if following < len(tokens) and tokens[following].lower == "to":
            following += 1
        if following == len(tokens):
            return None
        if tokens[following].lower in self.pronouns:
            return Attribution(None, Span(tokens[at].start, tokens[following].end), "pronoun")
        mention = self.named(tokens[following].start, min(end, tokens[at].start + REACH))
        if mention is not None and not self._is_whole(mention, tokens[following].start):
            mention = self.named(tokens[following].start, mention.span.start)
        if mention is None:
            return None
        cue = Span(tokens[at].start, mention.span.end)
        if mention.speaker.name is None and self.is_described(mention.span, end):
            return Attribution(None, cue, "description")  # Menurut politisi PKB ini, ...
        return Attribution(mention.speaker, cue, "source")

    def _is_whole(self, mention: Mention, start: int) -> bool:
        """Whether a name behind a comma still belongs to the source and begins no clause.

        ``Menurut Kepala Dinas, Rudi, kasus turun``, but not ``Menurut Sekda, Rudi sakit``.
        """
        if not self.apart(start, mention.span.start):
            return True
        return self.text[mention.span.end : mention.span.end + 2].lstrip()[:1] in (",", "(")

    def _agent(self, tokens: list[Token], at: int, end: int) -> Attribution | None:
        """``kata Romi``, ``Diterangkan pula oleh Kepala LAN``"""
        if self._is_no_report(tokens[max(0, at - 3) : at]):
            return None
        rule = "agent"
        if at <= 2 and tokens[0].lower in self._back_references:
            rule = "back"  # Demikian disampaikan Presiden; hal itu ditegaskan Bupati
        following = self.beyond_fillers(tokens, at + 1)
        if following == len(tokens) or self.apart(tokens[at].end, tokens[following].start):
            return None
        if tokens[following].lower in self.pronouns:
            return Attribution(None, Span(tokens[at].start, tokens[following].end), "pronoun")
        mention = self.cast.first(tokens[following].start, tokens[following].end + 40)
        if mention is None or self.apart(tokens[following].start, mention.span.start):
            return None
        between = self.tokens(tokens[at].end, mention.span.start)
        if any(t.lower in self.ends for t in between if t.lower != "oleh"):
            return None
        return Attribution(mention.speaker, Span(tokens[at].start, mention.span.end), rule)

    def _is_no_report(self, before: list[Token]) -> bool:
        """Whether words make of the verb behind them something else.

        ``lebih lanjut``, ``tanggung jawab``, ``seperti yang telah diungkapkan Kapolda``
        """
        adverb = bool(before) and before[-1].lower in self._not_speech_after
        return adverb or any(token.lower in self._comparisons for token in before)

    def _active(self, tokens: list[Token], at: int) -> Attribution | None:
        """``Kepala LAN RI pun menegaskan``; the last one named who can be the subject."""
        near = next(
            (t for t in reversed(tokens[max(0, at - 3) : at]) if t.lower not in self.fillers), None
        )
        if near is not None and near.lower in self._auxiliaries:
            return None
        if near is not None and near.lower in self.pronouns:
            return Attribution(None, Span(near.start, tokens[at].end), "pronoun")
        candidates = self.cast.last(tokens[0].start, tokens[at].start)
        mention = self._acting(candidates, tokens[0].start, tokens[at].end)
        if mention is not None:
            return self._as_subject(mention, tokens[at])
        known = self.cast.called(near.text) if near is not None and not candidates else None
        if known is None or near is None:
            return None
        return Attribution(known, Span(near.start, tokens[at].end), "subject")

    def _acting(self, candidates: list[Mention], start: int, end: int) -> Mention | None:
        """Of those named before a verb, the last one first, who can be its subject.

        One whom nothing governs, or else one with a relative clause behind, or governed by a word
        that is no preposition.
        """
        governors = [self._governor(mention, start) for mention in candidates]
        for mention, governor in zip(candidates, governors, strict=True):
            if governor is None:
                return mention
        for mention, governor in zip(candidates, governors, strict=True):
            following = WORD.search(self.text, mention.span.end, end)
            relative = following is not None and following.group().lower() in self._relatives
            if relative or (governor and governor.lower not in self.governors):
                return mention
        return None

    def _as_subject(self, mention: Mention, verb: Token) -> Attribution:
        """The subject; who is only described has the floor already: ``mantan Bupati itu``."""
        cue = Span(mention.span.start, verb.end)
        if mention.speaker.name is None:
            behind = self.tokens(mention.span.end, verb.start)[:4]
            if any(token.lower in self.descriptions for token in behind):
                return Attribution(None, cue, "description")
        return Attribution(mention.speaker, cue, "subject")

    def _governor(self, mention: Mention, start: int) -> Token | None:
        """The word before a mention that keeps it from being the subject.

        A preposition, a noun that the person is the owner of, or a passive of which the person
        is the agent (``dilantik Bupati``).
        """
        words = self.tokens(max(start, mention.span.start - 90), mention.span.start)
        for token in words[-_AGENT_REACH:]:
            if token.lower in self._agents and not self.apart(token.end, mention.span.start):
                return token  # chaired by the Lithuanian actress
        for token in reversed(words):
            if self.apart(token.end, mention.span.start):
                return None
            if token.lower in self.governors or token.lower in self.sources:
                return token
            if not token.text[0].isupper():
                verb = self.verbs.get(token.lower)
                acts = verb is not None and verb.voice is not Voice.FIRST
                return token if acts or _PASSIVE.fullmatch(token.text) else None
        return None

    def _acts(self, tokens: list[Token], end: int) -> Attribution | None:
        """The person whom a sentence without a speech verb begins with."""
        if not tokens:
            return None
        mention = self.cast.first(tokens[0].start, min(end, tokens[0].start + 80))
        if mention is None or mention.speaker.name is None:
            return None
        if mention.span.of(self.text).lower() in self.citizens:
            return None  # of people at large, whoever is one of them
        if self._governor(mention, tokens[0].start):
            return None
        last = sum(token.end <= mention.span.end for token in tokens) - 1
        if self.undergoes(tokens, last):
            return None  # "AL diduga menipu Suci": who says so is somebody else
        opening = self.text[tokens[0].start : mention.span.start].rstrip()
        if " " in opening and not opening.endswith(","):
            return None
        return Attribution(mention.speaker, mention.span, "actor")
