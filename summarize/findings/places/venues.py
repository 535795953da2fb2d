"""Buildings, streets and sites: ``Aula Eka Hapakat``, ``ruang pola kantor bupati``."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.findings.places.regions import ends_name, region_end, region_with_kind_end
from summarize.languages import Language
from summarize.patterns import pattern
from summarize.text.tagger import load_tagger, tag
from summarize.text.tokens import Token

_LONGEST_NAME = 9  # words after the word for a venue
_LONGEST_PLAIN = 5  # words in lower case
_LONGEST_TAILED = 5  # words of a name that ends with a word for a site
_CONTEXT = 3  # words before a name that the tagger looks at
_NUMERAL = pattern(r"\d{1,4}(?:[A-Z]|/[\w/]{1,8})?")


def venue_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where a venue that begins at ``at`` ends; 0 if none does.

    A part of a building that follows after a comma belongs to it: ``Aula Utama, Lantai III
    Kantor Gubernur``.
    """
    venues = language.terms("venues")
    if at and tokens[at - 1].lower in language.terms("programmes"):
        return 0  # "program Posyandu Keliling"
    head = _head(tokens, at, venues, language)
    if not head and glued_preposition(tokens[at], language):
        head = at + 1
    end = head and (
        name_end(tokens, head, language)
        or _plain_end(tokens, head, language)
        or _site_end(tokens, head, language)
    )
    if not end or (end == head + 1 and tokens[head].lower in language.terms("programme_names")):
        return 0
    return _with_parts(tokens, _beyond_bracket(tokens, end, language), language)


def _with_parts(tokens: Sequence[Token], end: int, language: Language) -> int:
    """Where a venue ends with its parts behind commas: ``Aula Utama, Lantai III``."""
    while (part := end + 1) < len(tokens) and tokens[end].text == ",":
        part_head = _head(tokens, part, language.terms("venue_parts"), language)
        part_end = part_head and name_end(tokens, part_head, language)
        if not part_end:
            break
        end = part_end
    return end


def _beyond_bracket(tokens: Sequence[Token], end: int, language: Language) -> int:
    """Where a name goes on behind its short form: ``Taman Makam Pahlawan (TMP) Kalibata``."""
    if [token.text for token in tokens[end : end + 3 : 2]] != ["(", ")"]:
        return end
    return name_end(tokens, end + 3, language) or end


def glued_preposition(token: Token, language: Language) -> bool:
    """Whether "di" is written together with a venue: ``dilapangan``."""
    venues = language.terms("venues")
    return token.lower[:2] == "di" and token.lower not in venues and token.lower[2:] in venues


def tagged_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where a name after "di" ends that is a place for the tagger of names; 0 if none is."""
    end = _name_behind(tokens, at, "place_at", language)
    if not end:
        return 0
    end = _beyond_bracket(tokens, end, language)
    if any(token.lower in language.terms("venues") for token in tokens[at:end]):
        return end  # "at Merdeka Convention Center"
    if any(label != "LOC" for label in _labels(tokens, at, end, language)[: end - at]):
        return 0
    if end + 1 < len(tokens) and tokens[end].text == ",":  # "Salt Lake City, USA"
        country = name_end(tokens, end + 1, language)
        if country == end + 2 and region_end(tokens, end + 1, language) == country:
            return country if tokens[end + 1].text.isupper() else end
    return end


def labelled_end(tokens: Sequence[Token], at: int, end: int, language: Language) -> int:
    """Where a region's name ends that goes on with words that the tagger takes for a place.

    ``Kabupaten Batu | Putih``, where Batu is listed, but not ``Kota Batu | Ratna Dewi``; 0 if none.
    """
    longer = 0 if region_end(tokens, end, language) else name_end(tokens, end, language)
    if not longer or any(
        label != "LOC" for label in _labels(tokens, at, longer, language)[: longer - at]
    ):
        return 0
    return longer


def _name_behind(tokens: Sequence[Token], at: int, prepositions: str, language: Language) -> int:
    """Where a name that may be a venue's ends behind one of these prepositions; 0 if none does."""
    before = tokens[at - 1].lower if at else ""
    if at > 1 and before in language.terms("definite_articles"):  # "at the Great Hall"
        before = tokens[at - 2].lower
    if not tokens[at].capital or before not in language.terms(prepositions):
        return 0
    if tokens[at].lower in language.terms("not_venues"):
        return 0
    end = name_end(tokens, at, language)
    return 0 if end == at + 1 and _is_any(tokens, at, language) else end


def _is_any(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a word for a venue stands alone: ``di Pendopo``, not ``di Balairung, Balai Kota``."""
    possessive, venues = language.rules.possessive, language.terms("venues")
    word = tokens[at].lower
    if word not in venues:
        return bool(possessive) and word.removesuffix(possessive) in venues
    following = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 1].text == "," else None
    days = language.table("weekdays")
    return following is None or not following.capital or following.lower in days


def _labels(tokens: Sequence[Token], at: int, end: int, language: Language) -> list[str]:
    """The labels of a name and the two tokens behind it."""
    first = max(0, at - _CONTEXT)
    words = [token.text for token in tokens[first : end + 2]]
    return tag(load_tagger(language.code), words).labels[at - first :]


def hosted_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where a name after "di" ends that is where something is; 0 if none does.

    A region or a day stands behind it (``di Bank Sinar Syariah di Palu``, ``di Senayan City,
    Selasa``), or a verb before it that says so (``digelar di Balkon Senja``).
    """
    end = _name_behind(tokens, at, "hosts", language)
    if not end:
        return 0
    stop = end + 3 if [token.text for token in tokens[end : end + 3 : 2]] == ["(", ")"] else end
    held = at > 1 and tokens[at - 2].lower in language.terms("held")
    if not held and not _told_where(tokens, stop, language):
        return 0
    return 0 if "PER" in _labels(tokens, at, end, language)[:2] else end


def tailed_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where a name ends whose last word is one for a site: ``Lam Takhong Reservoir``; 0 if none."""
    tails, terms = language.terms("venue_tails"), language.terms
    if not tails or not at or not tokens[at].capital:
        return 0
    if tokens[at - 1].lower not in terms("before_towns") | terms("place_prepositions"):
        return 0  # said Bob Lane
    end = at
    while end < min(at + _LONGEST_TAILED, len(tokens)) and tokens[end].capital:
        end += 1
    while end > at + 1 and tokens[end - 1].lower not in tails:
        end -= 1
    return end if end > at + 1 else 0


def _told_where(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a day, or a region after a comma or "di", stands at ``at``."""
    if at + 1 >= len(tokens):
        return False
    days = language.table("weekdays")
    if tokens[at].lower in days:
        return True
    if tokens[at].text == "," and tokens[at + 1].lower in days:
        return True
    if tokens[at].text != "," and tokens[at].lower not in language.terms("place_at"):
        return False
    return bool(
        region_with_kind_end(tokens, at + 1, language) or region_end(tokens, at + 1, language)
    )


def name_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where the capitalised name beginning at ``at`` ends; 0 if there is none."""
    end = at
    limit = min(at + _LONGEST_NAME, len(tokens))
    while end < limit:
        token = tokens[end]
        if token.capital or _NUMERAL.fullmatch(token.text):
            if ends_name(token, language) and not _held(tokens, end, limit, language):
                break
        elif end == at or not _joins(tokens, at, end, language):
            break
        end += 1
    return _without_links(tokens, at, end)


def _without_links(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where a name ends without small words at its end; 0 if no capital is left."""
    while end > at and not (tokens[end - 1].capital or tokens[end - 1].text[0].isdigit()):
        end -= 1
    return end if any(token.capital for token in tokens[at:end]) else 0


def _held(tokens: Sequence[Token], at: int, limit: int, language: Language) -> bool:
    """Whether a region is whose venue it is: ``Aula Kecamatan Lawang Kidul``."""
    if not at or at + 1 >= limit or not tokens[at + 1].capital:
        return False
    before = tokens[at - 1].lower
    venue = before in language.terms("venues") or before in language.terms("venue_words")
    return venue and tokens[at].lower in language.terms("region_kinds")


def _joins(tokens: Sequence[Token], start: int, at: int, language: Language) -> bool:
    """Whether a small word or a mark goes on with a name: ``No. 2``, ``Bank of Jakarta``."""
    if at + 1 >= len(tokens):
        return False
    word, after = tokens[at].lower, tokens[at + 1]
    if word in language.terms("venue_name_links"):
        return after.capital
    if word in language.terms("and_words"):
        # "Kantor Dinas Pemuda dan Olahraga", not "Aula dan Lapangan"
        offices = language.terms("offices_with_and")
        return after.capital and any(token.lower in offices for token in tokens[start:at])
    if word == ".":
        return tokens[at - 1].lower in language.terms("name_stops") and after.text[0].isalnum()
    return word in language.terms("address_numbers") and after.text[0].isdigit()


def _head(tokens: Sequence[Token], at: int, terms: frozenset[str], language: Language) -> int:
    """Where the word or the two words for a venue end; 0 if there is none at ``at``."""
    pair = " ".join(token.lower for token in tokens[at : at + 2])
    if " " in pair and pair in terms:
        return at + 2
    if tokens[at].lower not in terms:
        return 0
    stop = at + 1 < len(tokens) and tokens[at + 1].text == "."  # "Jl. Melati"
    return at + 2 if stop and tokens[at].lower in language.terms("name_stops") else at + 1


def _plain_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where ``(ruang) pola kantor bupati`` or ``(gedung) utama Kejaksaan Tinggi`` ends, or 0."""
    words, holders = language.terms("venue_words"), language.terms("venue_holders")
    end, held = at, False
    while end < min(at + _LONGEST_PLAIN, len(tokens)) and tokens[end].text.islower():
        if tokens[end].lower not in words and tokens[end].lower not in holders:
            break
        held = held or tokens[end].lower in holders
        end += 1
    if end == at:
        return 0
    kind = tokens[at - 1].lower in language.terms("roads")  # "jalan desa"
    return name_end(tokens, end, language) or (end if held and not kind else 0)


def _site_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Where ``(lahan) kebun kota Kodim 1306`` ends: a name after what the site is for; or 0."""
    if tokens[at - 1].lower not in language.terms("sites"):
        return 0
    end, apart = at, language.terms("place_prepositions") | language.terms("not_counted")
    while end < min(at + 2, len(tokens)) and tokens[end].text.islower():
        if tokens[end].lower in apart:
            return 0
        end += 1
    return name_end(tokens, end, language)
