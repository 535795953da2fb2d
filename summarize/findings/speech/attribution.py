"""The attribution beside a quotation: ``," ujar Bupati``, ``Amran mengatakan, "``."""

from __future__ import annotations

from summarize.findings.speech.mentions import Cast, Mention, cast_of
from summarize.findings.speech.speakers import NOBODY, REACH, WORD, Attribution
from summarize.findings.speech.subjects import Subjects
from summarize.models import Person, Span, Speaker
from summarize.patterns import pattern
from summarize.text.reading import Reading
from summarize.text.speech_verbs import Voice
from summarize.text.tokens import Token

NEAR = 60  # characters before a colon in which the speaker is named
LINE = 120  # characters of a line that signs a quotation

_SIGNED = pattern(r"[,.]?\s{0,3}(?:[-–—]|--)\s{0,2}")


class Attributions(Subjects):
    """Reads what stands before and after a quotation for who says it."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        super().__init__(reading, cast)
        self._utterances = reading.language.terms("utterances")
        self._contrasts = reading.language.terms("contrasts")
        self._naming = reading.language.terms("naming_verbs")
        self._stop = reading.language.terms("stopwords")

    def after(self, start: int, end: int, *, finished: bool) -> Attribution | None:
        """The attribution that follows a quotation: ``," ujar Bupati``.

        ``finished`` says that the quotation ends its sentence, so that a subject which follows
        begins another one.
        """
        tokens = self.tokens(start, min(end, start + REACH))
        first = self.beyond_fillers(tokens[:3], 0)
        if first == len(tokens) or tokens[first].start - start > 40:
            return None
        token = tokens[first]
        verb = self.verbs.get(token.lower)
        if verb is not None and verb.pronoun:
            return Attribution(None, Span(token.start, token.end), "pronoun")
        if verb is not None and verb.voice is not Voice.ACTIVE:
            found = self._verb_first(tokens, first, end)
            begins = finished and token.text[0].isupper() and self._clause_follows(found.cue, end)
            return None if begins else found
        if finished:
            return None
        if token.lower in self.sources:
            return self._source(tokens, first, end) or self._verb_first(tokens, first, end)
        if self._is_unknown_verb(tokens, first):
            return self._speaker_first(tokens, first) or self._verb_first(tokens, first, end)
        return self._speaker_first(tokens, first)

    def _is_unknown_verb(self, tokens: list[Token], first: int) -> bool:
        """Whether a word that is no known verb leads to a name: ``," sentil Bupati Rudi``."""
        verb = tokens[first]
        at = self.beyond_fillers(tokens, first + 1)
        if at == len(tokens) or not verb.text.islower() or verb.lower in self._stop:
            return False
        mention = self.cast.first(tokens[at].start, tokens[at].end)
        return mention is not None and mention.span.start == tokens[at].start

    def signed(self, start: int, end: int) -> Attribution | None:
        """The name that a quotation is signed with: ``“…” – Alice Brown, Mayor of Alton``."""
        dash = _SIGNED.match(self.text, start, end)
        if dash is None or end - dash.end() > LINE:
            return None
        mention = self.cast.first(dash.end(), dash.end() + NEAR)
        if mention is None:
            return None
        before = self.tokens(dash.end(), mention.span.start)  # – The Honourable Alice Brown
        if before and not self.is_name(before):
            return None
        if before and mention.speaker.name is None:  # – Martha Kolola, Chair
            name = Span(before[0].start, before[-1].end)
            mention = Mention(mention.span, Speaker(name, mention.speaker.role))
        behind = self.tokens(mention.span.end, end)
        if any(token.lower in self.verbs for token in behind):
            return None
        return Attribution(mention.speaker, mention.span, "after")

    def _clause_follows(self, cue: Span, end: int) -> bool:
        """Whether an attribution leads to a clause of its own: ``Kata Mentan, pompanisasi ...``."""
        comma = self.text[cue.end : cue.end + 2].lstrip()[:1] == ","
        return comma and len(self.tokens(cue.end, min(end, cue.end + 60))) > 4

    def _verb_first(self, tokens: list[Token], first: int, end: int) -> Attribution:
        """``ujar Bupati``, ``demikian dikatakan Mentan Amran``, ``said the minister``."""
        verb = tokens[first]
        at = self.beyond_fillers(tokens, first + 1)
        if at == len(tokens) or self.apart(verb.end, tokens[at].start):
            return Attribution(None, Span(verb.start, verb.end), "verb")
        if tokens[at].lower in self.pronouns:
            return Attribution(None, Span(verb.start, tokens[at].end), "pronoun")
        mention = self.named(tokens[at].start, min(end, verb.start + REACH))
        if mention is not None:
            cue = Span(verb.start, mention.span.end)
            if mention.speaker.name is None and self.is_described(mention.span, end):
                return Attribution(None, cue, "description")
            return Attribution(mention.speaker, cue, "after")
        if self.is_document(tokens, at):
            return Attribution(NOBODY, Span(verb.start, tokens[at].end), "unknown")
        phrase = self.phrase(tokens, at)
        if phrase is None:
            return Attribution(None, Span(verb.start, verb.end), "verb")
        cue = Span(verb.start, phrase.end)
        if self.describes(phrase, end):
            return self._description(phrase, cue)
        speaker = self.unlisted(phrase)
        name = self.name_behind(phrase.end, end) if speaker.name is None else None
        if name is not None:
            speaker, cue = Speaker(name, speaker.role), Span(verb.start, name.end)
        return Attribution(speaker, cue, "after")

    def _speaker_first(self, tokens: list[Token], first: int) -> Attribution | None:
        """``," Amran menuturkan.``, ``," the minister said.``"""
        if tokens[first].lower in self._contrasts:  # “…”, sedangkan Rudi menyebutnya “…”
            return None
        for at in range(first, min(first + 14, len(tokens))):
            token = tokens[at]
            verb = self.verbs.get(token.lower)
            if verb is None or verb.voice not in (Voice.ACTIVE, Voice.EITHER):
                continue
            cue = Span(tokens[first].start, token.end)
            if tokens[first].lower in self.pronouns:
                return Attribution(None, cue, "pronoun")
            mention = self.cast.first(tokens[first].start, token.start)
            unnamed = self.indefinite(tokens, first, at)
            if unnamed is not None and (mention is None or mention.speaker.name is None):
                return Attribution(Speaker(None, unnamed), cue, "after")
            if mention is None:
                return self._definite(tokens[first:at], cue)
            refers = mention.speaker.name is None and tokens[first].lower in self.descriptions
            return Attribution(
                *(None, cue, "description") if refers else (mention.speaker, cue, "after")
            )
        return None

    def _definite(self, subject: list[Token], cue: Span) -> Attribution | None:
        """``," the minister said``, ``," bupati itu menambahkan``: the holder, or the floor."""
        if self.is_name(subject):
            name = Span(subject[0].start, subject[-1].end)
            return Attribution(self.unlisted(name), cue, "after")
        if not 1 < len(subject) < 6:
            return None
        words = [token.text for token in subject if token.lower not in self.descriptions]
        if len(words) == len(subject):
            return None
        holder = self.cast.holder(" ".join(words), cue.start)
        if holder is not None:
            return Attribution(holder, cue, "after")
        return self._description(Span(subject[0].start, subject[-1].end), cue)

    def _description(self, phrase: Span, cue: Span) -> Attribution:
        """Somebody named before, but of a body nobody: ``kata kementerian itu``."""
        words = set(phrase.of(self.text).lower().split()) - self.descriptions
        if words and words <= self.organizations:
            return Attribution(NOBODY, cue, "unknown")
        return Attribution(None, cue, "description")

    def before(self, start: int, end: int) -> Attribution | None:
        """The attribution that leads to a quotation: ``Amran mengatakan, "``, ``Bupati: "``."""
        tokens = self.tokens(max(start, end - REACH), end)
        for at, token in enumerate(tokens):
            found = (
                self.speaks(tokens, at, token, end)
                or self._utters(tokens, at, end)
                or self._names(tokens, at)
            )
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
        unnamed = self._unnamed(tokens, at)
        if unnamed is not None:
            return unnamed
        first = self._clause_start(tokens, at)
        subject = tokens[first:at]
        cue = Span(tokens[first].start, tokens[at].end)
        if any(token.lower in self.pronouns for token in subject):
            return Attribution(None, cue, "pronoun")
        if any(token.lower in self.descriptions for token in subject[-3:]):
            return Attribution(None, cue, "description")
        while subject and subject[-1].lower in self.fillers:
            subject.pop()
        if subject and any(token.lower in self.documents for token in tokens[at + 1 :]):
            return Attribution(NOBODY, cue, "unknown")  # Coral Gas said in a statement: "
        if not self.is_name(subject, most=5) or len(tokens) - at > 4:
            return Attribution(None, Span(tokens[at].start, tokens[at].end), "verb")
        return Attribution(self.unlisted(Span(cue.start, subject[-1].end)), cue, "before")

    def _unnamed(self, tokens: list[Token], at: int) -> Attribution | None:
        """``One photographer said that … and told him: "``, ``Seorang warga berkata, "``"""
        for verb in range(1, at + 1):
            if tokens[verb].lower in self.verbs:
                role = self.indefinite(tokens, 0, verb)
                cue = Span(tokens[0].start, tokens[verb].end)
                return Attribution(Speaker(None, role), cue, "subject") if role else None
        return None

    def _clause_start(self, tokens: list[Token], at: int) -> int:
        """The first of the words before ``at`` from which no comma parts it."""
        while at and not self.apart(tokens[at - 1].end, tokens[at].start):
            at -= 1
        return at

    def _names(self, tokens: list[Token], at: int) -> Attribution | None:
        """``Mayor Tom Harlow called the park "``: who calls something by quoted words."""
        return self._active(tokens, at) if tokens[at].lower in self._naming else None

    def _utters(self, tokens: list[Token], at: int, end: int) -> Attribution | None:
        """``Mengutip ucapan Dr. Sutomo "``: the noun and the name lead straight to the mark."""
        if tokens[at].lower not in self._utterances:
            return None
        mention = self.cast.first(tokens[at].end, end)
        if mention is None or len(self.tokens(tokens[at].end, mention.span.start)) > 2:
            return None
        if self.tokens(mention.span.end, end):
            return None
        return Attribution(mention.speaker, Span(tokens[at].start, mention.span.end), "utterance")

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
        first = WORD.match(self.text, start, end)
        verb = self.verbs.get(first.group()) if first else None
        if verb is None or verb.voice is not Voice.FIRST:
            return False
        return words < 9 or self.attributes(start, end)


def read_attributions(reading: Reading, people: tuple[Person, ...]) -> Attributions:
    """The reader of attributions of a release, which quotations and statements share."""
    return Attributions(reading, cast_of(reading, people))
