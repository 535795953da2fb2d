"""The verbs that report speech, in every form the language builds of them."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import NamedTuple

from summarize.languages import Language, load
from summarize.patterns import pattern

_LOST = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}  # the sound that me- swallows
_KEPT = {
    **dict.fromkeys("bfv", "mem"),
    **dict.fromkeys("cdjz", "men"),
    **dict.fromkeys("aeioughq", "meng"),
}
_TEMPLATE = pattern(r"(me|di|ber|mem|meng)-([a-z]*)")


class Voice(Enum):
    """Where the speaker of a form stands."""

    FIRST = "verb before speaker"  # kata Bupati
    ACTIVE = "speaker before verb"  # Bupati mengatakan
    PASSIVE = "agent after verb"  # dikatakan Bupati, disampaikan oleh Bupati
    EITHER = "speaker before or after"  # said the minister, the minister said


class Verb(NamedTuple):
    """A form of a speech verb; with ``pronoun``, it ends in one for its speaker (katanya)."""

    stem: str
    voice: Voice
    pronoun: bool = False


def speech_verbs(language: Language) -> dict[str, Verb]:
    """All forms of the language's speech verbs, in lower case."""
    return _forms(language.code)


@cache
def _forms(code: str) -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for stem, kinds in load(code).table("speech_verbs").items():
        for kind in kinds.split():
            for form, verb in _FORMS[code](stem, kind).items():
                known = forms.get(form, verb)
                both = {known.voice, verb.voice} == {Voice.FIRST, Voice.ACTIVE}
                forms[form] = verb._replace(voice=Voice.EITHER) if both else verb
    return forms


def _indonesian(stem: str, kind: str) -> dict[str, Verb]:
    """The words of one kind of form.

    >>> sorted(_indonesian("tegas", "me-kan"))
    ['menegaskan', 'menegaskannya']
    >>> sorted(_indonesian("tegas", "di-kan"))
    ['ditegaskan', 'ditegaskannya']
    >>> sorted(_indonesian("kata", "kata"))
    ['kata', 'katanya']
    >>> [verb.voice.name for verb in _indonesian("celetuk", "-nyeletuk").values()]
    ['ACTIVE']
    """
    if kind.startswith("-"):
        return {kind[1:]: Verb(stem, Voice.ACTIVE)}
    template = _TEMPLATE.fullmatch(kind)
    if template is None:
        if kind.endswith("nya") and kind != stem:  # "tanya" has no pronoun
            return {kind: Verb(stem, Voice.FIRST, pronoun=True)}
        with_pronoun = Verb(stem, Voice.FIRST, pronoun=True)
        return {kind: Verb(stem, Voice.FIRST), f"{kind}nya": with_pronoun}
    prefix, suffix = template.groups()
    if prefix == "me":
        word = me(stem) + suffix
        spoken = Verb(stem, Voice.ACTIVE)  # also with its object: Rudi menyebutnya "langkah besar"
        return {word: spoken, f"{word}nya": spoken}
    if prefix == "ber":
        return {f"ber{stem}{suffix}": Verb(stem, Voice.ACTIVE)}
    if prefix.startswith("me"):  # a first sound that stays: mengklaim, memperkirakan
        return {prefix + suffix: Verb(stem, Voice.ACTIVE)}
    word = f"di{stem}{suffix}"
    return {
        word: Verb(stem, Voice.PASSIVE),
        f"{word}nya": Verb(stem, Voice.PASSIVE, pronoun=True),
    }


def me(stem: str) -> str:
    """The stem with the prefix me-, after the rules of its first sound.

    >>> [me(stem) for stem in ("kata", "tegas", "papar", "sebut", "jawab", "urai", "lanjut")]
    ['mengata', 'menegas', 'memapar', 'menyebut', 'menjawab', 'mengurai', 'melanjut']
    """
    first = stem[0]
    if first in _LOST and stem[:2] not in ("pr", "kl", "kr", "st", "tr"):
        return _LOST[first] + stem[1:]
    if first == "p":
        return f"mem{stem}"
    return _KEPT.get(first, "me") + stem


def _english(stem: str, kind: str) -> dict[str, Verb]:
    """A form that is listed as it is: ``says``, ``told``."""
    return {kind: Verb(stem, Voice.EITHER)}


_FORMS = {"id": _indonesian, "en": _english}
