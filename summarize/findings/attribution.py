"""Who says it: the attribution beside a quotation, and who has the floor where there is none."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarize.findings.cast import Cast, Mention
from summarize.findings.speech import Voice, speech_verbs
from summarize.languages import Language
from summarize.models import Span, Speaker

_WORD = re.compile(r"[^\W_]+(?:[-’'/][^\W_]+)*")
_COMMA = re.compile(r"(?: ?\([^()\n]{1,40}\))?, ")
_PASSIVE = re.compile(r"di[a-z]{4,}$")
_BREAK = re.compile(r"[,;:()\n“”\"«»„]|[?!]\s|‘‘|’’|''")

REACH = 300  # characters in which an attribution names its speaker
NEAR = 60  # characters before a colon in which the speaker is named
SEGMENTS = 6  # commas inside a position: "Direktur Jenderal Industri Logam, Mesin, ..."


class Attribution(NamedTuple):
    """What the text says of the speaker; without one, it is whoever has the floor."""

    speaker: Speaker | None
    cue: Span
    rule: str


class Token(NamedTuple):
    """A word and where it stands."""

    word: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.word.lower()


class Grammar:
    """How attributions are built in one language, over one text and its cast."""

    def __init__(self, text: str, language: Language, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.verbs = speech_verbs(language)
        self.pronouns = language.terms("speaker_pronouns")
        self.ends = language.terms("attribution_ends")
        self.fillers = language.terms("attribution_fillers")
        self.governors = language.terms("governors")
        self.descriptions = language.terms("descriptions")
        self.sources = language.terms("sources")
        self.links = language.terms("conjunctions")
        self.kinds = language.terms("kinds_of_people")
        self.honorifics = language.terms("honorifics")
        self.origins = language.terms("origins")
        self.documents = language.terms("documents")
        self.particles = language.terms("name_particles")
        self.relatives = language.terms("relatives")
        self.back_references = language.terms("back_references")
        self.comparatives = language.terms("comparatives")
        self.utterances = language.terms("utterances")

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words of ``text[start:end]``."""
        return [Token(m.group(), *m.span()) for m in _WORD.finditer(self.text, start, end)]

    def attributes(self, start: int, end: int) -> bool:
        """Whether an attribution begins at ``start``: ``katanya``, ``ujar dia``, ``kata Amran``."""
        tokens = self.tokens(start, min(end, start + 60))[:3]
        verb = self.verbs.get(tokens[0].lower) if tokens else None
        if verb is None or verb.voice is not Voice.FIRST:
            return False
        following = next((t for t in tokens[1:] if t.lower not in self.fillers), None)
        return verb.pronoun or (following is not None and following.end <= end)

    def starts_attribution(self, start: int, end: int, words: int) -> bool:
        """Whether some words are what follows a quotation: ``tulis seorang warga``."""
        first = _WORD.match(self.text, start, end)
        verb = self.verbs.get(first.group()) if first else None
        if verb is None or verb.voice is not Voice.FIRST:
            return False
        return words < 9 or self.attributes(start, end)

    def after(self, start: int, end: int, *, finished: bool) -> Attribution | None:
        """The attribution that follows a quotation: ``," ujar Bupati``.

        ``finished`` says that the quotation ends its sentence, so that a subject which follows
        begins another one.
        """
        tokens = self.tokens(start, min(end, start + REACH))
        first = 0
        while first < min(3, len(tokens)) and tokens[first].lower in self.fillers:
            first += 1
        if first == len(tokens) or tokens[first].start - start > 40:
            return None
        token = tokens[first]
        verb = self.verbs.get(token.lower)
        if verb is not None and verb.pronoun:
            return Attribution(None, Span(token.start, token.end), "pronoun")
        if verb is not None and verb.voice is not Voice.ACTIVE:
            found = self._verb_first(tokens, first, end)
            begins = finished and token.word[0].isupper() and self._clause_follows(found.cue, end)
            return None if begins else found
        if finished:
            return None
        if token.lower in self.sources:
            return self._verb_first(tokens, first, end)
        return self._speaker_first(tokens, first)

    def _clause_follows(self, cue: Span, end: int) -> bool:
        """Whether an attribution leads to a clause of its own: ``Kata Mentan, pompanisasi ...``."""
        comma = self.text[cue.end : cue.end + 2].lstrip()[:1] == ","
        return comma and len(self.tokens(cue.end, min(end, cue.end + 60))) > 4

    def _verb_first(self, tokens: list[Token], first: int, end: int) -> Attribution:
        """``ujar Bupati``, ``demikian dikatakan Mentan Amran``, ``said the minister``."""
        verb = tokens[first]
        at = first + 1
        while at < len(tokens) and tokens[at].lower in self.fillers:
            at += 1
        if at == len(tokens) or self._apart(verb.end, tokens[at].start):
            return Attribution(None, Span(verb.start, verb.end), "verb")
        if tokens[at].lower in self.pronouns:
            return Attribution(None, Span(verb.start, tokens[at].end), "pronoun")
        mention = self._named(tokens[at].start, min(end, verb.start + REACH))
        if mention is not None:
            return Attribution(mention.speaker, Span(verb.start, mention.span.end), "after")
        phrase = self._phrase(tokens, at)
        if phrase is None:
            return Attribution(None, Span(verb.start, verb.end), "verb")
        cue = Span(verb.start, phrase.end)
        if self._describes(phrase, end):
            return Attribution(None, cue, "description")
        speaker = self._unlisted(phrase)
        name = self._name_behind(phrase.end, end) if speaker.name is None else None
        if name is not None:
            speaker, cue = Speaker(name, speaker.role), Span(verb.start, name.end)
        return Attribution(speaker, cue, "after")

    def _describes(self, phrase: Span, end: int) -> bool:
        """Whether somebody named before is described: ``orang nomor satu di Muara Enim itu``."""
        words = phrase.of(self.text).split()
        if words[-1] in self.descriptions:
            return True
        if words[0].lower() not in self.kinds:
            return False
        pause = _BREAK.search(self.text, phrase.end, end)
        rest = self.tokens(phrase.end, min(pause.start() if pause else end, phrase.end + 90))
        return any(token.lower in self.descriptions for token in rest)

    def _within_name(self, token: Token) -> bool:
        """Whether a word without a capital may stand inside a name or a position."""
        return (
            token.lower in self.links
            or token.lower in self.particles
            or token.lower in self.descriptions
        )

    def _unlisted(self, phrase: Span) -> Speaker:
        """Who is meant by words that are no mention of anybody in the cast."""
        words = phrase.of(self.text).split()
        while len(words) > 1 and words[0].lower().rstrip(".") in self.honorifics:
            words.pop(0)
        known = next(filter(None, map(self.cast.called, words[:3])), None)
        known = known or self.cast.holder(" ".join(words), phrase.start)
        if known is not None:
            return known
        is_name = len(words) < 5 and all(word[0].isupper() for word in words)
        return Speaker(phrase, None) if is_name else Speaker(None, phrase)

    def _apart(self, start: int, end: int) -> bool:
        """Whether a comma or the like stands between two words."""
        return _BREAK.search(self.text, start, end) is not None

    def _named(self, start: int, end: int) -> Mention | None:
        """Who is named in the noun phrase that begins at ``start``, by name rather than by role."""
        at = start
        role: Mention | None = None
        for _ in range(SEGMENTS):
            pause = _BREAK.search(self.text, at, end)
            stop = pause.start() if pause else end
            for token in self.tokens(at, stop):
                if token.lower in self.ends:
                    stop = token.start
                    pause = None
                    break
            for mention in self.cast.within(at, stop):
                if mention.speaker.name is not None:
                    return mention
                role = role or mention
            if pause is None or pause.group() not in ",()":
                break
            at = pause.end()
            following = _WORD.search(self.text, at, end)
            if following is None or (pause.group() == "," and not self._goes_on(following.group())):
                break
        return self._with_name(role, end) if role else None

    def _goes_on(self, word: str) -> bool:
        """Whether a position may go on after a comma: ``Bidang Politik, Hukum, dan Keamanan``."""
        return word[0].isupper() or word in self.links

    def _with_name(self, role: Mention, end: int) -> Mention:
        """A position with the words behind its comma, which can only be a name that is not known.

        ``ungkap Kepala Dinas Pekerjaan Umum (PU), Darma Budhy, Senin (6/5)``
        """
        name = self._name_behind(role.span.end, end)
        if name is None:
            return role
        return Mention(Span(role.span.start, name.end), Speaker(name, role.speaker.role))

    def _name_behind(self, start: int, end: int) -> Span | None:
        comma = _COMMA.match(self.text, start, end)
        if comma is None:
            return None
        pause = _BREAK.search(self.text, comma.end(), end)
        stop = pause.start() if pause else end
        words = self.tokens(comma.end(), stop)
        for number, word in enumerate(words):
            if word.lower in self.ends:
                words = words[:number]
                break
        if not 0 < len(words) < 5 or not all(word.word[0].isupper() for word in words):
            return None
        following = _WORD.search(self.text, stop, end)
        if following and following.group() in self.links:
            return None
        return Span(words[0].start, words[-1].end)

    def _phrase(self, tokens: list[Token], first: int) -> Span | None:
        """The words that name a speaker who is not in the cast.

        Of a text that is quoted, the one who published it: ``bunyi keterangan dari akun X``.
        """
        if tokens[first].lower in self.documents:
            for at in range(first + 1, min(first + 6, len(tokens) - 1)):
                if tokens[at].lower in self.origins:
                    first = at + 1
                    break
        last = first - 1
        named = tokens[first].word[0].isupper()
        for at in range(first, min(first + 10, len(tokens))):
            token = tokens[at]
            if token.lower in self.ends or token.lower in self.verbs:
                break
            if named and token.word.islower() and not self._within_name(token):
                break  # kata Bebby Fey singkat
            if at > first and self._apart(tokens[at - 1].end, token.start):
                break
            last = at
        return Span(tokens[first].start, tokens[last].end) if last >= first else None

    def _speaker_first(self, tokens: list[Token], first: int) -> Attribution | None:
        """``," Amran menuturkan.``, ``," the minister said.``"""
        for at in range(first, min(first + 14, len(tokens))):
            token = tokens[at]
            verb = self.verbs.get(token.lower)
            if verb is None or verb.voice not in (Voice.ACTIVE, Voice.EITHER):
                continue
            cue = Span(tokens[first].start, token.end)
            if tokens[first].lower in self.pronouns:
                return Attribution(None, cue, "pronoun")
            mention = self.cast.first(tokens[first].start, token.start)
            if mention is not None:
                return Attribution(mention.speaker, cue, "after")
            return None
        return None

    def before(self, start: int, end: int) -> Attribution | None:
        """The attribution that leads to a quotation: ``Amran mengatakan, "``, ``Bupati: "``."""
        tokens = self.tokens(max(start, end - 2 * REACH), end)
        for at, token in enumerate(tokens):
            found = self._speaks(tokens, at, token, end) or self._utters(tokens, at, end)
            if found is not None:
                return found
        for at in range(len(tokens) - 1, -1, -1):
            verb = self.verbs.get(tokens[at].lower)
            if verb is not None and verb.voice is not Voice.FIRST:
                return self._unlisted_subject(tokens, at)
        named = self.cast.last(max(start, end - NEAR), end)
        if named and self.text[end - 3 : end].rstrip().endswith(":"):
            return Attribution(named[0].speaker, named[0].span, "before")
        return None

    def _unlisted_subject(self, tokens: list[Token], at: int) -> Attribution:
        """``Pemain naturalisasi itu melanjutkan, "``, ``Dinas Kesehatan menyatakan, "``"""
        first = at
        while first and not self._apart(tokens[first - 1].end, tokens[first].start):
            first -= 1
        subject = tokens[first:at]
        cue = Span(tokens[first].start, tokens[at].end)
        if any(token.lower in self.pronouns for token in subject):
            return Attribution(None, cue, "pronoun")
        if any(token.lower in self.descriptions for token in subject[-3:]):
            return Attribution(None, cue, "description")
        while subject and subject[-1].lower in self.fillers:
            subject.pop()
        named = 0 < len(subject) < 6 and all(token.word[0].isupper() for token in subject)
        if not named or len(tokens) - at > 4:
            return Attribution(None, Span(tokens[at].start, tokens[at].end), "verb")
        return Attribution(self._unlisted(Span(cue.start, subject[-1].end)), cue, "before")

    def _utters(self, tokens: list[Token], at: int, end: int) -> Attribution | None:
        """``Mengutip ucapan Dr. Sutomo "``: the noun and the name lead straight to the mark."""
        if tokens[at].lower not in self.utterances:
            return None
        mention = self.cast.first(tokens[at].end, end)
        if mention is None or len(self.tokens(tokens[at].end, mention.span.start)) > 2:
            return None
        if self.tokens(mention.span.end, end):
            return None
        return Attribution(mention.speaker, Span(tokens[at].start, mention.span.end), "utterance")

    def subject(self, start: int, end: int) -> Attribution | None:
        """Who speaks or acts in a sentence."""
        tokens = self.tokens(start, min(end, start + 2 * REACH))
        for at, token in enumerate(tokens):
            found = self._speaks(tokens, at, token, end)
            if found is not None:
                return found
        return self._acts(tokens, end)

    def _speaks(self, tokens: list[Token], at: int, token: Token, end: int) -> Attribution | None:
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
        mention = self._named(tokens[following].start, min(end, tokens[at].start + REACH))
        if mention is None:
            return None
        return Attribution(mention.speaker, Span(tokens[at].start, mention.span.end), "source")

    def _agent(self, tokens: list[Token], at: int, end: int) -> Attribution | None:
        """``kata Romi``, ``Diterangkan pula oleh Kepala LAN``"""
        if at and tokens[at - 1].lower in self.comparatives:
            return None  # lebih lanjut, lebih jelas
        rule = "agent"
        if at <= 2 and tokens[0].lower in self.back_references:
            rule = "back"  # Demikian disampaikan Presiden; hal itu ditegaskan Bupati
        following = at + 1
        while following < len(tokens) and tokens[following].lower in self.fillers:
            following += 1
        if following == len(tokens) or self._apart(tokens[at].end, tokens[following].start):
            return None
        if tokens[following].lower in self.pronouns:
            return Attribution(None, Span(tokens[at].start, tokens[following].end), "pronoun")
        mention = self.cast.first(tokens[following].start, tokens[following].end + 40)
        if mention is None or self._apart(tokens[following].start, mention.span.start):
            return None
        if any(
            t.lower in self.ends
            for t in self.tokens(tokens[at].end, mention.span.start)
            if t.lower != "oleh"
        ):
            return None
        return Attribution(mention.speaker, Span(tokens[at].start, mention.span.end), rule)

    def _active(self, tokens: list[Token], at: int) -> Attribution | None:
        """``Kepala LAN RI pun menegaskan``; the last one named who can be the subject."""
        near = next(
            (t for t in reversed(tokens[max(0, at - 3) : at]) if t.lower not in self.fillers), None
        )
        if near is not None and near.lower in self.pronouns:
            return Attribution(None, Span(near.start, tokens[at].end), "pronoun")
        candidates = self.cast.last(tokens[0].start, tokens[at].start)
        governors = [self._governor(mention, tokens[0].start) for mention in candidates]
        for mention, governor in zip(candidates, governors, strict=True):
            if governor is None:
                return self._as_subject(mention, tokens[at])
        for mention, governor in zip(candidates, governors, strict=True):
            following = _WORD.search(self.text, mention.span.end, tokens[at].end)
            relative = following is not None and following.group().lower() in self.relatives
            if relative or (governor and governor.lower not in self.governors):
                return self._as_subject(mention, tokens[at])
        known = self.cast.called(near.word) if near is not None and not candidates else None
        if known is None or near is None:
            return None
        return Attribution(known, Span(near.start, tokens[at].end), "subject")

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
        for token in reversed(words):
            if self._apart(token.end, mention.span.start):
                return None
            if token.lower in self.governors or token.lower in self.sources:
                return token
            if not token.word[0].isupper():
                verb = self.verbs.get(token.lower)
                acts = verb is not None and verb.voice is not Voice.FIRST
                return token if acts or _PASSIVE.match(token.word) else None
        return None

    def _acts(self, tokens: list[Token], end: int) -> Attribution | None:
        """The person whom a sentence without a speech verb begins with."""
        if not tokens:
            return None
        mention = self.cast.first(tokens[0].start, min(end, tokens[0].start + 80))
        if mention is None or mention.speaker.name is None:
            return None
        if self._governor(mention, tokens[0].start):
            return None
        opening = self.text[tokens[0].start : mention.span.start].rstrip()
        if opening.count(" ") > 2 and not opening.endswith(","):
            return None
        return Attribution(mention.speaker, mention.span, "actor")
