"""Names that a comma, a colon or a bracket parts from the role before them."""

from __future__ import annotations

from summarize.findings.people.honorifics import skip_honorifics
from summarize.findings.people.name_spans import LONGEST_NAME, bounded_name, name_at, run_end
from summarize.findings.people.role_spans import SURE_STRENGTH
from summarize.findings.people.role_words import is_capital
from summarize.text.lexicon import is_acronym
from summarize.text.names import NameSpan, TaggedSentence, close_bracket
from summarize.text.word_classes import FIRM_NAMES, HARDLY_NAMES, WordClass

_LONGEST_SHORT = 4  # tokens in a bracket behind an organization
_MOST_ASIDES = 3  # places and organizations between a role and its name
_LONGEST_ASIDE = 16  # tokens of an organization's name between a role and a person's


def name_apart(sentence: TaggedSentence, j: int) -> tuple[NameSpan, int] | None:
    """A name behind what parts it from a role, and where the role ends.

    ``Kepala Staf (KASAD), Jenderal TNI, Maruli``.
    """
    mark = sentence.tokens[j].text if j + 1 < len(sentence.tokens) else ""
    name = _in_bracket(sentence, j) or _behind_link(sentence, j)
    if name is None and mark == ",":
        name = _before_verb(sentence, j + 1)
    if name is None and mark in (",", ":"):
        start, end = _behind_asides(sentence, _behind_honorifics(sentence, j + 1))
        if name := _behind_mark(sentence, j, start):
            j = max(j, end)
    return (name, _before_bracket(sentence, j)) if name else None


def _behind_mark(sentence: TaggedSentence, j: int, start: int) -> NameSpan | None:
    """The name that begins at ``start``, behind the mark at ``j`` and what may follow that."""
    name = name_at(sentence, start, strict=start == j + 1)
    if sentence.tokens[j].text == "," and (name is None or name.end - name.start == 1):
        name = bounded_name(sentence, start) or name
    adjacent = sentence.lexicon.rules.modifiers_first and start == j + 1
    lone = name is not None and name.end - name.start == 1
    return None if adjacent and lone else name  # no "Director, Immunization"


def _behind_link(sentence: TaggedSentence, j: int) -> NameSpan | None:
    start = _after_naming_link(sentence, j)
    return name_at(sentence, start, strict=True) if start else None


def _behind_honorifics(sentence: TaggedSentence, j: int) -> int:
    """The token behind honorifics, an English article before them and a comma behind these."""
    article = sentence.tokens[j].lower in sentence.lexicon.definite_articles
    start = skip_honorifics(sentence, j + article)
    j += article
    comma = start > j and [token.text for token in sentence.tokens[start : start + 1]] == [","]
    return start + comma


def _before_bracket(sentence: TaggedSentence, stop: int) -> int:
    """Where "Pengamat telekomunikasi dari Institut Teknologi (ITB)" ends without its bracket."""
    if sentence.tokens[stop - 1].text != ")":
        return stop
    first = max(0, stop - 1 - _LONGEST_SHORT)
    return next((k for k in range(stop - 2, first, -1) if sentence.tokens[k].text == "("), 0)


def _after_naming_link(sentence: TaggedSentence, j: int) -> int | None:
    """Where a name begins behind its link: "Menteri Keuangan sebelumnya yakni Sri Mulyani".

    Or that stands behind a short form whose long one was lost: "Ketua Jaringan , (JARKOT) Zandry".
    """
    tokens = sentence.tokens
    proper = j > 0 and tokens[j - 1].capital
    for k in range(j, min(j + 1 + proper, len(tokens))):
        if tokens[k].lower in sentence.lexicon.naming_links:
            return k + 1
        if not tokens[k].text.islower():
            break
    around = [t.text for t in tokens[j : j + 4]]
    lost = len(around) == 4 and around[:2] == [",", "("] and around[3] == ")"
    return j + 4 if lost and is_acronym(tokens[j + 2]) else None


def _in_bracket(sentence: TaggedSentence, j: int) -> NameSpan | None:
    """The name in brackets where the full one was lost with its link: "Presiden , (Jokowi)"."""
    around = [t.text for t in sentence.tokens[j : j + 4]]
    if len(around) < 4 or around[:2] != [",", "("] or around[3] != ")":
        return None
    named = sentence.classes[j + 2] in FIRM_NAMES and sentence.labels[j + 2] == "PER"
    return NameSpan(j + 2, j + 3, SURE_STRENGTH) if named else None


def _before_verb(sentence: TaggedSentence, start: int) -> NameSpan | None:
    """Two to four capitalised words between a comma and a verb of speech."""
    stop = run_end(sentence, start)
    if not 1 < stop - start <= LONGEST_NAME or stop >= len(sentence.tokens):
        return None
    if sentence.tokens[stop].lower not in sentence.lexicon.cues_after_name:
        return None
    likely = HARDLY_NAMES.isdisjoint(sentence.classes[start:stop])
    sure = likely and max(sentence.evidence[start:stop]) > 0
    return NameSpan(start, stop, SURE_STRENGTH) if sure else None


def _behind_asides(sentence: TaggedSentence, start: int) -> tuple[int, int]:
    """The token behind what goes on a role between commas, and where the role ends then.

    ``Camat Tanah Abang, Jakarta Pusat, Yassin``: a place is no part of it; ``Direktur Jenderal Bea
    Cukai, Kementerian Keuangan, Heru``: its organization is, as is ``dari Fraksi Partai Hanura``.
    """
    end = 0
    for _ in range(_MOST_ASIDES):
        stop, of_role = _aside(sentence, start)
        if stop is None:
            break
        start, end = stop + 1, stop if of_role else end
    return start, end


def _aside(sentence: TaggedSentence, start: int) -> tuple[int | None, bool]:
    """Where an aside ends, if one begins here, and whether it is of the role before it."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    linked = start < len(tokens) and tokens[start].lower in lexicon.role_loose_links
    first = start + linked
    of_role = first < len(tokens) and tokens[first].lower in lexicon.organization_words
    stop = _organization_end(sentence, first) if of_role else run_end(sentence, first)
    if not first < stop < len(tokens) or tokens[stop].text != ",":
        return None, False
    place = all(known is WordClass.REGION for known in sentence.classes[first:stop])
    place = place or tokens[first].lower in lexicon.region_kinds
    return (stop, of_role) if of_role or (place and not linked) else (None, False)


def _organization_end(sentence: TaggedSentence, start: int) -> int:
    """Where an organization's name ends: "Direktorat Prasarana dan Sarana Pertanian (PSP)"."""
    tokens, j = sentence.tokens, start
    while j < min(start + _LONGEST_ASIDE, len(tokens)):
        if tokens[j].capital:
            j += 1
        elif tokens[j].text == "(" and (close := close_bracket(sentence, j)):
            j = close
        elif tokens[j].lower in sentence.lexicon.role_links and is_capital(sentence, j + 1):
            j += 1
        else:
            break
    return j
