"""Whether a stop without white space behind it ends its sentence: ``konsumen.Nantinya``."""

from __future__ import annotations

from typing import NamedTuple

from summarize.decisions import Row, always, decide
from summarize.languages import Language
from summarize.segmentation.abbreviations import kind_of
from summarize.segmentation.punkt import Parameters, parameters
from summarize.segmentation.stops import Next, Stop, list_marker

_ADDRESS = ("://", "www.", "@", "/")


class _Glued(NamedTuple):
    """A stop without white space behind it."""

    stop: Stop
    before: str
    word: str
    opening: str
    known: Parameters
    language: Language

    @property
    def whole(self) -> bool:
        """Whether a whole word, not a short form, stands before the stop."""
        before = self.before
        return len(before) > 2 and before[-2:].isalpha() and before[-1].islower()

    def in_address(self) -> bool:
        """Whether the stop stands in a web address: ``laman.go.id/Berita``."""
        address = any(sign in self.before for sign in _ADDRESS)
        return address and not self.before[-4:].isdecimal()

    def shortens(self) -> bool:
        """Whether the word before the stop is a short form."""
        short = kind_of(self.before, self.language) is not None
        return short or self.known.abbreviation(self.before)

    def ends_before_mark(self) -> bool:
        """Whether what stands before an opening mark looks like the end of a sentence."""
        ended = self.stop.closers or self.whole or self.before[-1:].isdecimal()
        return bool(ended) or not self.before

    def goes_on(self) -> bool:
        """Whether the word behind the stop begins no sentence."""
        return not self.word[:1].isupper() or self.word.lower() in self.language.terms("domains")

    def several(self) -> bool:
        """Whether there are several stops, as behind what was left out."""
        return len(self.stop.signs) > 1 or "…" in self.stop.signs

    def exclaims(self) -> bool:
        """Whether the stop ends a quotation, a question or a call."""
        return bool(self.stop.closers) or "!" in self.stop.signs or "?" in self.stop.signs

    def in_prose(self) -> bool:
        """Whether a word in lower case, or nothing, stands before the stop."""
        return (self.whole and self.before.islower()) or not self.before

    def marks_item(self) -> bool:
        """Whether the stop belongs to the number of an item."""
        return self.before[-1].isdecimal() and bool(list_marker(self.stop, self.before))

    def between_words(self) -> bool:
        """Whether a name, an acronym or a year stands before a word written as in a sentence."""
        before = self.before
        spelled = len(self.word) > 2 and self.word[1:].islower()
        named = self.whole or before.isupper() or before.isdecimal()
        return spelled and len(before) > 3 and named


_GLUED_ENDS: tuple[Row[_Glued, bool], ...] = (
    Row(
        "in an address",
        _Glued.in_address,
        False,
        "Alamatnya https://sukamaju.Berita sejak kemarin.",
        "Formulir ada di balai.Warga senang.",
    ),
    Row(
        "behind a short form",
        _Glued.shortens,
        False,
        "Rapat dipimpin Dr.Budi di balai desa.",
        "Rapat dipimpin camat.Budi hadir.",
    ),
    Row(
        "before a mark that opens, behind a word",
        lambda case: case.opening and case.ends_before_mark(),
        True,
        "Bupati tiba di balai desa.“Kita maju,” ujarnya.",
        "Bupati tiba di balai desa.Warga senang.",
    ),
    Row(
        "before a mark that opens",
        lambda case: case.opening,
        False,
        "Naskah versi A2b.“Rancangan” dibahas kemarin.",
        "Bupati tiba di balai desa.“Kita maju,” ujarnya.",
    ),
    Row(
        "before no beginning of a sentence",
        _Glued.goes_on,
        False,
        "Laman sukamaju.id dibuka kemarin.",
        "Laman itu dibuka kemarin.Warga senang.",
    ),
    Row(
        "behind a quotation, a question or a call",
        _Glued.exclaims,
        True,
        "Siapa yang datang?Warga diam saja.",
        "Warga datang.Camat diam saja.",
    ),
    Row(
        "several stops before a word that begins sentences",
        lambda case: case.several() and case.known.starter(case.word),
        True,
        "Warga menunggu...Namun tidak ada kabar.",
        "Warga menunggu.Namun tidak ada kabar.",
    ),
    Row(
        "several stops",
        _Glued.several,
        False,
        "Warga menunggu...Rahmat di balai desa.",
        "Warga menunggu.Rahmat di balai desa.",
    ),
    Row(
        "between a word and a word",
        lambda case: case.in_prose() and len(case.word) > 1,
        True,
        "Harga naik bagi konsumen.Nantinya pasar ditata.",
        "Harga naik bagi BUMD.Nantinya pasar ditata.",
    ),
    Row(
        "between a word and a letter",
        _Glued.in_prose,
        False,
        "Warga memilih gedung.B sebagai tempat rapat.",
        "Harga naik bagi konsumen.Nantinya pasar ditata.",
    ),
    Row(
        "behind the number of an item",
        _Glued.marks_item,
        False,
        "Ada dua syarat: 1.Surat sehat dan 2.Surat lahir.",
        "Jumlahnya ada 15.Namun semua selamat.",
    ),
    Row(
        "before a word that begins sentences",
        lambda case: len(case.before) > 1 and case.known.starter(case.word),
        True,
        "Harga naik bagi BUMD.Namun pasar ditata.",
        "Harga naik bagi BUMD.Rahmat ditata.",
    ),
    Row(
        "between a name and a word",
        _Glued.between_words,
        True,
        "Harga turun di Sukamaju.Rahmat gembira sekali.",
        "Dinilai oleh KRS.Rahmat kemarin pagi.",
    ),
    Row("anything else", always, False, "Dinilai oleh KRS.Rahmat kemarin pagi."),
)


def ends_glued(stop: Stop, following: Next, language: Language) -> bool:
    """Whether a sentence ends where the space was forgotten: ``konsumen.Nantinya``."""
    known = parameters(language.code)
    case = _Glued(stop, stop.word, following.word, following.opening, known, language)
    return decide(_GLUED_ENDS, case).verdict
