"""What stands beside a name that has no role before it, and whether that is enough."""

from __future__ import annotations

from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.text.lexicon import is_acronym
from summarize.text.names import NameSpan, TaggedSentence
from summarize.text.tokens import Token
from summarize.text.word_classes import FIRM_NAMES, NAME_LIKE, WordClass

CUED_STRENGTH = 3  # least evidence of a name with a cue beside it
_SURE_ALONE = 12  # evidence of a name in the middle of other capitalised words
_ALONE_STRENGTH = 6  # least evidence of a name of several words with nothing beside it
_ROLE_BEHIND = "position behind"
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
    return "age" if _is_aged(sentence, end) else ""


def _cues_behind(sentence: TaggedSentence) -> tuple[frozenset[str], ...]:
    lexicon = sentence.lexicon
    return lexicon.cues_after_name, lexicon.person_relatives, lexicon.former


def _is_aged(sentence: TaggedSentence, end: int) -> bool:
    """Whether an age follows: "Yudi Kevin (27)"."""
    behind = [token.text for token in sentence.tokens[end : end + 3]]
    if len(behind) < 3 or behind[0] not in ("(", ",") or behind[2] not in (")", ","):
        return False
    return behind[1].isdigit() and len(behind[1]) < 4


class _Doubt(NamedTuple):
    """A name with no role and no honorific before it, and the cue beside it."""

    sentence: TaggedSentence
    name: NameSpan
    cue: str

    @property
    def before(self) -> Token:
        """The token before it."""
        return self.sentence.tokens[self.name.start - 1] if self.name.start else _NOTHING

    @property
    def tokens(self) -> list[Token]:
        return self.sentence.tokens[slice(*self.name.span)]

    @property
    def classes(self) -> list[WordClass]:
        return self.sentence.classes[slice(*self.name.span)]

    def is_thing(self) -> bool:
        """Whether a word for something else stands before it."""
        return self.before.lower in self.sentence.lexicon.not_person_cues

    def behind_article(self) -> bool:
        """Whether an English article stands before it."""
        return not self.cue and self.before.text in self.sentence.lexicon.definite_articles

    def within_capitals(self) -> bool:
        """Whether it goes on from other capitalised words than the acronym of a party."""
        if not self.before.capital or self.cue or self.name.strength >= _SURE_ALONE:
            return False
        return not is_acronym(self.before) or not FIRM_NAMES.issuperset(self.classes)

    def before_role(self) -> bool:
        """Whether a role stands behind words that are known for nothing else."""
        several = self.name.end - self.name.start > 1 and NAME_LIKE.issuperset(self.classes)
        return several and self.cue.startswith(_ROLE_BEHIND)

    def before_role_in_bracket(self) -> bool:
        """Whether a role stands behind it in a bracket."""
        if not self.cue.startswith(_ROLE_BEHIND) or self.name.strength < 1:
            return False
        return self.sentence.tokens[self.name.end].text == "("

    def is_firm(self) -> bool:
        """Whether there is an acronym in an English name."""
        names = self.sentence.lexicon.rules.acronyms_in_names
        return not names and any(map(is_acronym, self.tokens))

    def is_tagged(self) -> bool:
        """Whether the tagger is sure of all its words."""
        labels = self.sentence.labels[slice(*self.name.span)]
        tagged = zip(self.tokens, labels, strict=True)
        sure = all(label == "PER" for token, label in tagged if token.capital)
        return sure and self.name.strength >= _ALONE_STRENGTH

    def among_organizations(self) -> bool:
        """Whether it stands between two organizations in a list."""
        tokens, (start, end) = self.sentence.tokens, self.name.span
        if (
            start < 2
            or end + 1 >= len(tokens)
            or (self.before.text, tokens[end].text) != (",", ",")
        ):
            return False
        return all(
            self.sentence.classes[k] is WordClass.ORGANIZATION or is_acronym(tokens[k])
            for k in (start - 2, end + 1)
        )


_IS_PERSON: tuple[Row[_Doubt, bool], ...] = (
    Row(
        "behind a word for something else",
        _Doubt.is_thing,
        False,
        "Mereka bertemu saat peresmian Monumen Hidayat Ainun.",
        "Warga menemui Rahmat Hidayat di pasar.",
    ),
    Row(
        "behind an English article",
        _Doubt.behind_article,
        False,
        "en: It was seen in the Rahmat Hidayat area.",
        "Warga menemui Rahmat Hidayat di pasar.",
    ),
    Row(
        "within capitalised words",
        _Doubt.within_capitals,
        False,
        "Sidang Sengketa Rahmat Hidayat dibuka.",
        "Warga menemui Rahmat Hidayat di pasar.",
    ),
    Row(
        "before a role",
        _Doubt.before_role,
        True,
        "Rahmat Hidayat, Bupati Sanggau, hadir.",
        "Wulandira (Bupati Sanggau) hadir.",
    ),
    Row(
        "before a role in a bracket",
        _Doubt.before_role_in_bracket,
        True,
        "Wulandira (Bupati Sanggau) hadir.",
        "Wulandira hadir.",
    ),
    Row(
        "beside a cue",
        lambda doubt: doubt.cue and doubt.name.strength >= CUED_STRENGTH,
        True,
        "Rahmat Hidayat mengatakan hujan turun.",
        "Referendum pun digelar kemarin.",
    ),
    Row(
        "with little evidence beside a cue",
        lambda doubt: doubt.cue,
        False,
        "Referendum pun digelar kemarin.",
        "Rahmat Hidayat mengatakan hujan turun.",
    ),
    Row(
        "a word alone",
        lambda doubt: doubt.name.end - doubt.name.start == 1,
        False,
        "Warga menemui Wulandira di pasar.",
        "Warga menemui Rahmat Hidayat di pasar.",
    ),
    Row(
        "an English firm",
        _Doubt.is_firm,
        False,
        "en: The mayor met Rahmat USA Hidayat yesterday.",
        "en: The mayor met Rahmat Hidayat yesterday.",
    ),
    Row(
        "among organizations",
        _Doubt.among_organizations,
        False,
        "Ada DPRD, Rahmat Hidayat, DPR di sana.",
        "Warga menemui Rahmat Hidayat di pasar.",
    ),
    Row(
        "tagged",
        _Doubt.is_tagged,
        True,
        "Warga menemui Rahmat Hidayat di pasar.",
        "Setuju ya, Sahabat Sukamaju?",
    ),
    Row("anything else", always, False, "Setuju ya, Sahabat Sukamaju?"),
)


def rule_for(sentence: TaggedSentence, name: NameSpan, roles: frozenset[int]) -> str:
    """By what a name with no role and no honorific is one of a person; empty if by nothing."""
    cue = cue_beside(sentence, name, roles)
    return (cue or "tagger") if decide(_IS_PERSON, _Doubt(sentence, name, cue)).verdict else ""
