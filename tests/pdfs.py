"""Releases typeset as PDF by reportlab: fonts, widths, columns, headers and what else differs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from tests.typesetting import parted

_PAGE_WIDTH, _PAGE_HEIGHT = A4


class Typesetting(NamedTuple):
    """How a release is set."""

    font: str = "Times-Roman"
    size: float = 11
    margin: float = 2.5  # cm
    columns: int = 1
    justified: bool = False
    indent: float = 0
    gap: float = 6  # points between paragraphs
    leading: float = 1.25  # sizes
    furniture: bool = False
    height: float = 29.7  # cm, of the page
    centred: bool = False  # the headline


def typeset(paragraphs: list[str], style: Typesetting, **metadata: str) -> bytes:
    """``paragraphs`` as a PDF, the headline first."""
    out = BytesIO()
    size = (_PAGE_WIDTH, style.height * cm)
    document = BaseDocTemplate(out, pagesize=size, invariant=1, **metadata)
    margin, gutter = style.margin * cm, 0.8 * cm
    room = _PAGE_WIDTH - 2 * margin - gutter * (style.columns - 1)
    width, below = room / style.columns, size[1] - 2 * margin
    frames = [
        Frame(margin + n * (width + gutter), margin, width, below, 0, 0, 0, 0)
        for n in range(style.columns)
    ]
    furniture = partial(_furniture, style) if style.furniture else _nothing
    document.addPageTemplates([PageTemplate("page", frames, onPage=furniture)])
    body = ParagraphStyle(
        "body",
        fontName=style.font,
        fontSize=style.size,
        leading=style.leading * style.size,
        alignment=TA_JUSTIFY if style.justified else TA_LEFT,
        firstLineIndent=style.indent,
        spaceAfter=style.gap,
    )
    bold = {"Times-Roman": "Times-Bold", "Helvetica": "Helvetica-Bold"}[style.font]
    head = ParagraphStyle(
        "head",
        fontName=bold,
        fontSize=style.size * 1.4,
        leading=style.size * 1.7,
        spaceAfter=10,
        alignment=TA_CENTER if style.centred else TA_LEFT,
    )
    told = [p.replace("&", "&amp;").replace("<", "&lt;") for p in paragraphs]
    document.build([Paragraph(told[0], head), *(Paragraph(p, body) for p in told[1:])])
    return out.getvalue()


def _furniture(style: Typesetting, canvas: Canvas, document: Any) -> None:
    top = style.height * cm
    canvas.setFont(style.font, 8)
    canvas.drawString(2 * cm, top - 1.4 * cm, "Siaran Pers Pemerintah Kabupaten Teluk Biru")
    canvas.drawString(2 * cm, 1.2 * cm, "Jl. Kenanga No. 4 | humas@telukbiru.example")
    canvas.drawRightString(_PAGE_WIDTH - 2 * cm, 1.2 * cm, f"Halaman {document.page}")


def _nothing(*_: object) -> None:
    pass


def typeset_with_parted_words(paragraphs: list[str], columns_of: float = 8.0) -> bytes:
    """``paragraphs`` in lines drawn one by one, words parted at their ends."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    y = _PAGE_HEIGHT - 3 * cm
    for number, paragraph in enumerate(paragraphs):
        font, size = ("Helvetica-Bold", 13) if not number else ("Helvetica", 10)
        fits = partial(_fits, font=font, size=size, width=columns_of * cm)
        for line in parted(paragraph, fits):
            if y < 3 * cm:
                canvas.showPage()
                y = _PAGE_HEIGHT - 3 * cm
            canvas.setFont(font, size)
            canvas.drawString(3 * cm, y, line)
            y -= 1.25 * size
        y -= 6
    canvas.save()
    return out.getvalue()


def _fits(line: str, *, font: str, size: float, width: float) -> bool:
    return bool(stringWidth(line, font, size) <= width)


TYPESETTINGS: dict[str, Typesetting] = {
    "one column": Typesetting(),
    "one column, sans": Typesetting("Helvetica", 10, 2.0),
    "wide margins": Typesetting("Helvetica", 12, 5.0),
    "justified": Typesetting(margin=3.0, justified=True),
    "justified and narrow": Typesetting("Helvetica", 11, 6.0, justified=True),
    "headers and numbers": Typesetting(furniture=True, height=14),
    "two columns": Typesetting(columns=2, margin=2.0, justified=True, size=10, furniture=True),
    "two ragged columns": Typesetting("Helvetica", 9, 2.0, columns=2, height=16),
    "first lines indented": Typesetting(indent=20, gap=0, justified=True),
    "indented, ragged": Typesetting("Helvetica", 11, 3.0, indent=16, gap=0),
    "without gaps": Typesetting(gap=0, centred=True),
    "double spaced": Typesetting(leading=2.2, gap=14, size=12),
    "short pages": Typesetting(height=11, furniture=True, justified=True),
}
Setter = Callable[[list[str]], bytes]
SETTERS: dict[str, Setter] = {
    **{name: partial(typeset, style=style) for name, style in TYPESETTINGS.items()},
    "parted words": typeset_with_parted_words,
}
