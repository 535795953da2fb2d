"""What stands beside a name that has no role before it, and whether that is enough."""

from __future__ import annotations

from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.text.lexicon import Lexicon
from summarize.text.names import NameSpan, TaggedSentence
from summarize.text.tokens import Token
from summarize.text.word_classes import NAME_LIKE, NO_NAMES, NOT_NAMES, WordClass

CUED_STRENGTH = 3  # least evidence of a name with a cue beside it
_ALONE_STRENGTH = 6  # least evidence of a name of several words with nothing beside it
_LONGEST_NOUN = 7  # tokens from a noun for a person to the comma before the name
_ROLE_BEHIND = "position behind"
_AGE = "age"
_NOTHING = Token(0, 0, "", "", False)


def cue_beside(sentence: TaggedSentence, name: NameSpan, roles: frozenset[int]) -> str:
    """What stands beside a name and says that it is a person's; empty if nothing does.

    ``roles`` are where roles without a name begin.
    """
    verb = _verb_before(sentence, name.start)
    return f"cue: {verb}" if verb else _cue_behind(sentence, name, roles)


def _verb_before(sentence: TaggedSentence, start: int) -> str:
    """The verb of speech before a name: "kata Rahmat", "disampaikan oleh Rahmat"."""
    verbs, agents = sentence.lexicon.cues_before_name, sentence.lexicon.agents
    before = [token.lower for token in sentence.tokens[max(start - 2, 0) : start]]
    if before and before[-1] in verbs:
        return before[-1]
    return before[0] if len(before) > 1 and before[1] in agents and before[0] in verbs else ""


def _cue_behind(sentence: TaggedSentence, name: NameSpan, roles: frozenset[int]) -> str:
    """The verb, the relative or the role behind a name, or its age."""
    tokens, lexicon, end = sentence.tokens, sentence.lexicon, name.end
    after, further = (t.lower for t in (*tokens[end : end + 2], _NOTHING, _NOTHING)[:2])
    if after == ",":
        enclosed = name.start > 0 and tokens[name.start - 1].text == ","
        if further in lexicon.person_relatives or (enclosed and further in lexicon.cues_after_name):
            return f"cue: {further}"
    if after in lexicon.role_cues and further in lexicon.role_heads:
        return f"{_ROLE_BEHIND}: {further}"
    if any(after in cues for cues in _cues_behind(sentence)):
        return f"cue: {after}"
    if after in (",", "(") and end + 1 in roles:
        return f"{_ROLE_BEHIND}: {further}"
    return _appointed(lexicon, after, further) or (_AGE if _is_aged(sentence, end) else "")


def _appointed(lexicon: Lexicon, after: str, further: str) -> str:
    """That somebody is given a role: "was appointed"."""
    given = after in lexicon.passives and further in lexicon.appointed
    return f"cue: {further}" if given else ""


def _cues_behind(sentence: TaggedSentence) -> tuple[frozenset[str], ...]:
    lexicon = sentence.lexicon
    return lexicon.cues_after_name, lexicon.person_relatives, lexicon.former


def _is_aged(sentence: TaggedSentence, end: int) -> bool:
    """Whether an age follows: "Yudi Kevin (27)"."""
    behind = [token.text for token in sentence.tokens[end : end + 3]]
    if len(behind) < 3 or behind[0] not in ("(", ",") or behind[2] not in (")", ","):
        return False
    return behind[1].isdigit() and len(behind[1]) < 4


def _person_before(sentence: TaggedSentence, name: NameSpan) -> str:
    """The noun for a person before a name: "seorang warga, Slamet,", "a farmer named Tom Field".

    Between commas a place may stand behind one that tells where: "warga Desa Jetis, Bantul,".
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    told = name.start > 0 and tokens[name.start - 1].lower in lexicon.naming_participles
    if not told and not _is_enclosed(sentence, name):
        return ""
    may_be_place = not told and sentence.classes[name.start] is not WordClass.SURE
    for token in reversed(tokens[max(name.start - 1 - _LONGEST_NOUN, 0) : name.start - 1]):
        if token.lower in lexicon.ordinary_people:
            return token.lower
        if not token.text.isalpha() or (token.capital and may_be_place):
            return ""
    return ""


def _is_enclosed(sentence: TaggedSentence, name: NameSpan) -> bool:
    """Whether a comma stands before a name, and one, a bracket or the end behind it."""
    behind = [token.text for token in sentence.tokens[name.end : name.end + 1]]
    before = [token.text for token in sentence.tokens[max(name.start - 1, 0) : name.start]]
    return before == [","] and (not behind or behind[0] in ",(.")


def lead(sentence: TaggedSentence, name: NameSpan) -> int:
    """By how much the tagger takes the words of a name for a person's, in the mean."""
    words = [i for i in range(*name.span) if sentence.tokens[i].capital]
    return sum(sentence.persons[i] for i in words) // len(words)


class _Doubt(NamedTuple):
    """A name with no role and no honorific before it, and the cue beside it."""

    sentence: TaggedSentence
    name: NameSpan
    cue: str

    @property
    def classes(self) -> list[WordClass]:
        return self.sentence.classes[slice(*self.name.span)]

    def before_age_in_bracket(self) -> bool:
        """Whether an age stands behind it in a bracket."""
        aged = self.cue == _AGE and self.sentence.tokens[self.name.end].text == "("
        return aged and NAME_LIKE.issuperset(self.classes)

    def is_introduced(self) -> bool:
        """Whether a noun for a person stands before its words, which are known for nothing else."""
        several = len(self.classes) > 1 and NO_NAMES.isdisjoint(self.classes)
        return (several or NAME_LIKE.issuperset(self.classes)) and bool(
            _person_before(self.sentence, self.name)
        )

    def is_tagged(self) -> bool:
        """Whether the tagger is sure of all its words."""
        rules = self.sentence.lexicon.rules
        least = rules.given_lead if self.classes[0] is WordClass.SURE else rules.sure_lead
        return self.name.strength >= _ALONE_STRENGTH and lead(self.sentence, self.name) >= least

    def is_cued(self) -> bool:
        """Whether a cue stands beside it, and it is no lone word known for something else."""
        known = self.name.end - self.name.start == 1 and self.classes[0] in NOT_NAMES
        return bool(self.cue) and self.name.strength >= CUED_STRENGTH and not known


_IS_PERSON: tuple[Row[_Doubt, bool], ...] = (
    Row(
        "beside a cue",
        _Doubt.is_cued,
        True,
        "Rahmat Hidayat mengatakan hujan turun.",
        "Sahabat Sukamaju mengatakan hujan turun.",
    ),
    Row(
        "words known for nothing else before an age in brackets",
        _Doubt.before_age_in_bracket,
        True,
        "Seorang pengungsi, Sumiati (52), berharap air surut.",
        "Sahabat Sukamaju mengatakan hujan turun.",
    ),
    Row(
        "words known for nothing else behind a noun for a person",
        _Doubt.is_introduced,
        True,
        "Seorang warga, Sumiati, berharap air surut.",
        "Seorang warga Desa Kedung, Karangrejo, berharap air surut.",
    ),
    Row(
        "a word alone",
        lambda doubt: doubt.name.end - doubt.name.start == 1,
        False,
        "Warga menyapa Siti Wulandira dan Wulandira di pasar.",
        "Warga menemui Rahmat Hidayat di pasar.",
    ),
    Row(
        "tagged",
        _Doubt.is_tagged,
        True,
        "Warga menemui Rahmat Hidayat di pasar.",
        "en: They drank Wulandira Fizz yesterday.",
    ),
    Row("anything else", always, False, "en: They drank Wulandira Fizz yesterday."),
)


def rule_for(sentence: TaggedSentence, name: NameSpan, roles: frozenset[int]) -> str:
    """By what a name with no role and no honorific is one of a person; empty if by nothing."""
    cue = cue_beside(sentence, name, roles)
    noun = _person_before(sentence, name)
    rule = cue or (f"person: {noun}" if noun else "tagger")
    return rule if decide(_IS_PERSON, _Doubt(sentence, name, cue)).verdict else ""
