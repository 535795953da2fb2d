"""A summary in which every kind of finding occurs, made by hand: what the renderers are shown."""

from __future__ import annotations

from summarize.languages import load
from summarize.models import (
    Abbreviation,
    Chosen,
    Date,
    Dateline,
    Entity,
    Enumeration,
    Event,
    Figure,
    Findings,
    ListKind,
    Person,
    Point,
    PointKind,
    Quotation,
    Reason,
    Release,
    Sentence,
    Span,
    Speaker,
    Summary,
    Unit,
)
from summarize.reading import from_text

TEXT = """Bupati Resmikan Pasar Terapung
BANJARBARU – HUMAS. Bupati Rahmat Hidayat meresmikan pasar terapung, Senin (3/2/2025).
“Ada tiga janji kami, yaitu air bersih, jalan mulus,\r
dan listrik menyala,” kata Rahmat.
Dinas Perdagangan (Disdag) menyiapkan Rp 1,5 miliar. (rhm)
"""


def piece(part: str, text: str = TEXT) -> Span:
    """Where ``part`` first stands."""
    start = text.index(part)
    return Span(start, start + len(part))


def sample(text: str = TEXT, code: str = "id", path: str | None = "pasar.txt") -> Summary:
    """The hand-made summary of TEXT; of another text that holds all its pieces, if given."""

    def at(part: str) -> Span:
        return piece(part, text)

    document = from_text(text)._replace(path=path)
    opening, quoted = at("Bupati Rahmat Hidayat meresmikan"), at("Ada tiga janji kami")
    opening = Span(opening.start, at("(3/2/2025).").end)
    quoted = Span(quoted.start, at("menyala,").end)
    sentences = (
        Sentence(at("Bupati Resmikan Pasar Terapung"), 0, Unit.TITLE),
        Sentence(at("BANJARBARU – HUMAS."), 1, Unit.DATELINE),
        Sentence(opening, 1),
        Sentence(Span(quoted.start - 1, at("kata Rahmat.").end), 2),
        Sentence(at("Dinas Perdagangan (Disdag) menyiapkan Rp 1,5 miliar."), 3),
        Sentence(at("(rhm)"), 3, Unit.BYLINE),
    )
    dateline = Dateline(at("BANJARBARU – HUMAS."), at("BANJARBARU"), at("HUMAS"))
    speaker = Speaker(at("Rahmat Hidayat"), at("Bupati"))
    items = (at("air bersih"), at("jalan mulus"), at("listrik menyala"))
    listed = Enumeration(quoted, at("tiga janji kami"), items, 3, True, ListKind.ANNOUNCED, "yaitu")
    quotation = Quotation(quoted, sentences[3].span, speaker, at("kata Rahmat"), "after")
    day = Date(at("Senin (3/2/2025)"), "2025-02-03", "year written")
    findings = Findings(
        abbreviations=(Abbreviation(at("Disdag"), at("Dinas Perdagangan"), "in brackets"),),
        dates=(day, Date(at("3/2/2025"), "2025-02-03", "year written")),
        figures=(Figure(at("Rp 1,5 miliar"), 1_500_000_000, None, "Rp", "currency: Rp"),),
        people=(
            Person(at("Rahmat Hidayat"), at("Bupati"), (at("Rahmat Hidayat"),), "position: Bupati"),
        ),
        organizations=(
            Entity(
                at("Dinas Perdagangan"),
                (at("Dinas Perdagangan"),),
                "word for an organisation: dinas",
            ),
        ),
        places=(Entity(at("BANJARBARU"), (at("BANJARBARU"),), "dateline"),),
        quotations=(quotation,),
        statements=(),
        enumerations=(listed,),
        event=Event(at("meresmikan pasar terapung"), (day,), (day.span,), (at("BANJARBARU"),), ()),
    )
    return Summary(
        release=Release(
            document, load(code), sentences[0].span, dateline, sentences[-1].span, sentences
        ),
        method="rilis",
        sentences=(Chosen(sentences[2], 0.75, (Reason("position", 0.5),)),),
        points=(
            shown := Point(
                quoted,
                PointKind.LIST,
                "announced",
                speaker,
                listed,
                1.0,
                (listed.lead or quoted, *items),
            ),
            Point(opening, PointKind.NEWS, "opening", None, None, 0.5, (opening,)),
        ),
        lists=(shown,),
        findings=findings,
        warnings=("a warning",),
    )
