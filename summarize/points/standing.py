"""Whether a piece of a release can be read without what stands around it.

The rows of ``GUARDS`` are asked in their order; the first that refuses a piece names the reason.
Each has a piece that it refuses and a like one that it lets pass, and the tests try both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from summarize.languages import Language
from summarize.passages import BEFORE, leans_back, opening_words, points_back
from summarize.patterns import pattern
from summarize.ranking.features import lexicon
from summarize.text.speech_verbs import Voice, speech_verbs

POINTS_BACK = "opens on a phrase that points back"
TOO_LITTLE = "says too little"  # which is no fault where a release says no more
_SHORTEST = 5  # words of a piece that tells something
_SHORTEST_VERB = 6  # letters of a word that its beginning shows to be a verb
_NEAR = 90  # characters in which an attribution is at the head
_CHANT = 9  # words of what is cried out
_WORD = pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_HOLE = pattern(r"\w[ \t]+[,;](?=\s|[^\d\s])|[,;]\s*\.(?!\.)|\(\s*[,;]")
_MARKER = pattern(r"(?:\(?(?:\d{1,2}|[a-z])[.)]\s|[-•‣▪◦–—*†‡¹²³·])")
_GAP = pattern(r"\s{3}\S")
_FINISHED = pattern(r"[.!?…;,][\"”’»)\]]*\Z|[\"”’»]\Z")


class Piece:
    """A piece of a release, with its first words in lower case and what is shown beside it.

    ``told`` are the words of the headline, ``speaker`` says whether who speaks is shown, ``whole``
    whether the piece ends with its sentence.
    """

    def __init__(
        self,
        text: str,
        language: Language,
        told: frozenset[str] = frozenset(),
        *,
        speaker: bool = False,
        whole: bool = True,
    ) -> None:
        self.text, self.language, self.told = text, language, told
        self.speaker, self.whole = speaker, whole
        self.opening = opening_words(text)


def _pronoun(piece: Piece) -> bool:
    words = [*piece.opening[:1], " ".join(piece.opening[:2])]
    unknown = piece.language.terms("points_pronouns")
    second = piece.language.terms("speaker_pronouns")  # "Kini ia", "Today she"
    return not (unknown.isdisjoint(words) and second.isdisjoint(piece.opening[1:2])) or (
        not piece.speaker and not piece.language.terms("points_speaking").isdisjoint(words)
    )


def _leaning(piece: Piece) -> bool:
    start = piece.text.lstrip(BEFORE)
    return leans_back(start, piece.language.terms("backward_openers"))


def _nobody_named(piece: Piece) -> bool:
    """A pronoun before anybody or anything is named: "For nearly 80 years they", "kata dia"."""
    language = piece.language
    words = list(_WORD.finditer(piece.text.lstrip(BEFORE)[:_NEAR]))
    pronouns = language.terms("speaker_pronouns")
    at = next((n for n, word in enumerate(words) if word.group().lower() in pronouns), 0)
    if not at or any(word.group()[0].isupper() for word in words[1:at]):
        return False
    said = speech_verbs(language).get(words[at - 1].group().lower())
    if said is not None and said.voice is Voice.FIRST:
        return not piece.speaker
    return words[0].group().lower() in lexicon(language.code).stop


def _other_day(piece: Piece) -> bool:
    """A time that counts from one told before: "Sore harinya", "Sehari sebelumnya"."""
    return leans_back(piece.text.lstrip(BEFORE), piece.language.terms("points_other_days"))


def _attribution(piece: Piece) -> bool:
    """An attribution at the head: "kata dia, jalan itu ...", or behind what was cut off there."""
    verbs = speech_verbs(piece.language)
    verb = verbs.get(piece.opening[0]) if piece.opening else None
    if verb is not None and verb.voice is Voice.FIRST:
        return ", " in piece.text[:_NEAR]
    parts = piece.text[:_NEAR].lower().split(",", 2)
    inserted = len(parts) > 2 and not verbs.keys().isdisjoint(parts[1].split())
    return inserted and not piece.whole


def _possessive(piece: Piece) -> bool:
    """A first word that is somebody's or something's: "Hasilnya", "Sekitar separuhnya"."""
    suffix, language = piece.language.rules.possessive, piece.language
    if not suffix or not piece.opening:
        return False
    about = len(piece.opening) > 1 and piece.opening[0] in language.terms("quantity_cues")
    first = piece.opening[about]
    return first.endswith(suffix) and first not in language.terms("points_possessives")


def _demonstrative(piece: Piece) -> bool:
    """A phrase that points back, unless what is told has what it points at."""
    return points_back(_phrase(piece), piece.language, piece.told)


def _phrase(piece: Piece) -> list[str]:
    """The opening without what stands before a phrase that points back: "pada", "meresmikan"."""
    words, language = piece.opening, piece.language
    if language.rules.pointing_first:
        return words
    pointing = language.terms("points_demonstratives")
    at = next((n for n, word in enumerate(words) if n and word in pointing), 0)
    before = [n for n in range(at - 1) if _is_bare(words[n], language)]
    return words[before[-1] + 1 :] if before else words


def _is_bare(word: str, language: Language) -> bool:
    """Whether a word is no part of a noun phrase: a preposition, an adverb, a verb."""
    if word in lexicon(language.code).stop:
        return True
    prefixes = tuple(language.terms("list_verb_prefixes"))
    return bool(prefixes) and (
        word.startswith(prefixes)
        and len(word) >= _SHORTEST_VERB
        and word not in language.terms("list_not_verbs") | language.terms("nouns_like_verbs")
    )


def _ordinal(piece: Piece) -> bool:
    return not piece.language.terms("points_ordinals").isdisjoint(piece.opening[:1])


def _marker(piece: Piece) -> bool:
    return _MARKER.match(piece.text) is not None


def _question(piece: Piece) -> bool:
    return "?" in piece.text


def _chant(piece: Piece) -> bool:
    return "!" in piece.text and len(piece.text.split()) <= _CHANT


def _courtesy(piece: Piece) -> bool:
    start = " ".join(piece.text.lstrip(BEFORE)[:40].lower().split())
    terms = tuple(piece.language.terms("points_courtesies"))
    return start.startswith(terms) and any(
        start.startswith(term) and not start[len(term) : len(term) + 1].isalpha() for term in terms
    )


def _capitals(piece: Piece) -> bool:
    return piece.text.isupper()


def _cells(piece: Piece) -> bool:
    text, words = piece.text, piece.text.split()
    if "|" in text or "\t" in text or _GAP.search(text):
        return True
    return 2 * sum([word[0].isdecimal() for word in words]) > len(words)


def _unfinished(piece: Piece) -> bool:
    end = piece.text.rstrip()
    return end.endswith((":", "/")) or (piece.whole and _FINISHED.search(end) is None)


def _short(piece: Piece) -> bool:
    return len(piece.text.split()) < _SHORTEST


def _torn(piece: Piece) -> bool:
    """Half of what stands in brackets or quotation marks, or a hole where a word is lost."""
    text = piece.text
    pairs = (("(", ")"), ("“", "”"), ("[", "]"))
    halved = any(text.count(a) != text.count(b) for a, b in pairs) or text.count('"') % 2 == 1
    opened = text.startswith("‘") and "’" not in text.rstrip(" .,")[-2:]
    return halved or opened or _HOLE.search(text) is not None


class Guard(NamedTuple):
    """A reason why a piece cannot stand alone, with one that it refuses and one that it does not.

    ``examples`` has both for each language for which they differ.
    """

    reason: str
    refuses: Callable[[Piece], bool]
    examples: dict[str, tuple[str, str]]


GUARDS = (
    Guard(
        "opens on a pronoun",
        _pronoun,
        {
            "id": (
                "Ia menambah dua bus sekolah bulan depan.",
                "Iuran sampah dihapus mulai bulan depan.",
            ),
            "en": ("They will add two school buses.", "Theatres will add two school matinees."),
        },
    ),
    Guard(
        "leans on the sentence before",
        _leaning,
        {
            "id": (
                "Untuk itu warga menanam 40 bibit baru.",
                "Untuk taman itu warga menanam 40 bibit.",
            ),
            "en": (
                "However, 40 trees were planted there.",
                "How ever many, 40 trees were planted.",
            ),
        },
    ),
    Guard(
        "has a pronoun before a name",
        _nobody_named,
        {
            "id": (
                "Dalam banyak hal, kata dia, warga sudah siap.",
                "Dalam banyak hal, kata Rusdi, warga sudah siap.",
            ),
            "en": (
                "For nearly 80 years they hung in the hall.",
                "For nearly 80 years the paintings hung there.",
            ),
        },
    ),
    Guard(
        "counts from a day told before",
        _other_day,
        {
            "id": (
                "Sore harinya, dua jalan desa ditutup polisi.",
                "Sore hari dua jalan desa ditutup polisi.",
            ),
            "en": (
                "The following day two roads were closed.",
                "The following roads were closed on Monday.",
            ),
        },
    ),
    Guard(
        "opens on an attribution",
        _attribution,
        {
            "id": (
                "Kata dia, bibit itu ditanam warga sendiri.",
                "Perkataan dia, bahwa bibit itu ditanam, benar.",
            )
        },
    ),
    Guard(
        "opens on what belongs to something untold",
        _possessive,
        {
            "id": (
                "Pelaksanaannya dimulai pada bulan Mei.",
                "Sebelumnya kios itu dimulai pada bulan Mei.",
            )
        },
    ),
    Guard(
        POINTS_BACK,
        _demonstrative,
        {
            "id": (
                "Kenaikan harga tersebut ditanggung pemerintah kota.",
                "Tahun ini harga ditanggung pemerintah kota.",
            ),
            "en": (
                "This rise will be paid for by the city.",
                "This year the rise will be paid for.",
            ),
        },
    ),
    Guard(
        "one of several",
        _ordinal,
        {
            "id": (
                "Kedua, jalan desa diperbaiki tahun depan.",
                "Dua jalan desa diperbaiki segera.",
            ),
            "en": ("Second, the road will be repaired.", "Two roads will be repaired this year."),
        },
    ),
    Guard(
        "a line of a list",
        _marker,
        {"id": ("2. Jalan desa diperbaiki tahun depan.", "20 jalan desa diperbaiki tahun depan.")},
    ),
    Guard(
        "asks",
        _question,
        {"id": ("Kapan jalan desa itu akan diperbaiki?", "Jalan desa akan diperbaiki bulan Mei.")},
    ),
    Guard(
        "is cried out",
        _chant,
        {"id": ("Petani sejahtera, negara kuat, merdeka!", "Petani sejahtera, negara pun kuat.")},
    ),
    Guard(
        "greets or thanks",
        _courtesy,
        {
            "id": (
                "Terima kasih kepada semua warga desa ini.",
                "Terima kiriman bibit, warga desa gembira.",
            ),
            "en": ("Thank you to all who came.", "Thanks paid by the city came late."),
        },
    ),
    Guard(
        "is a heading",
        _capitals,
        {"id": ("JALAN DESA SEGERA DIPERBAIKI TAHUN INI.", "Jalan DESA segera diperbaiki 2025.")},
    ),
    Guard(
        "is a row of a table",
        _cells,
        {"id": ("Beras | 12 ton | 14 ton | naik.", "Beras naik dari 12 ton menjadi 14 ton saja.")},
    ),
    Guard(
        "does not end",
        _unfinished,
        {"id": ("Kelima langkah pemerintah kota itu ialah:", "Kelima langkah kota sudah diambil.")},
    ),
    Guard(
        TOO_LITTLE,
        _short,
        {"id": ("Warga desa gembira.", "Warga desa menerima 40 bibit.")},
    ),
    Guard(
        "is torn",
        _torn,
        {
            "id": (
                "Bibit (padi dan jagung dibagikan kepada warga.",
                "Bibit (padi) dibagikan segera.",
            )
        },
    ),
)


def why_not(piece: Piece) -> str | None:
    """The first reason why ``piece`` cannot be read alone, None if it can."""
    return next((guard.reason for guard in GUARDS if guard.refuses(piece)), None)
