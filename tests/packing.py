"""Office documents made of the marks that a test is about, with no library."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_WORD = 'xmlns:w="urn:w" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:m="urn:m"'
_OFFICE = (
    'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:tb" xmlns:draw="urn:d"'
    ' xmlns:style="urn:s" xmlns:fo="urn:f" xmlns:dc="urn:dc" xmlns:meta="urn:m" xmlns:svg="urn:v"'
)
_RELATED = (
    '<Relationship Id="r{0}" Type="http://schemas.example/relationships/{1}" Target="{1}.xml"/>'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of ``parts``."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            kind = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(name, content, kind)
    return written.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document with ``body``, and with ``styles``, ``numbering`` or ``footnotes``."""
    wrapped = {
        f"word/{name}.xml": f"<w:{name} {_WORD}>{content}</w:{name}>"
        for name, content in parts.items()
        if name != "core"
    }
    related = "".join(_RELATED.format(place, name) for place, name in enumerate(parts))
    if "core" in parts:
        wrapped["docProps/core.xml"] = f'<c:core xmlns:c="urn:c" {_OFFICE}>{parts["core"]}</c:core>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": (
                '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/>'
                '<Relationship Type="x/core-properties" Target="docProps/core.xml"/></Relationships>'
            ),
            "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            **wrapped,
        }
    )


def fodt(body: str, styles: str = "", meta: str = "") -> bytes:
    """A flat OpenDocument text."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_OFFICE}>'
        f"<office:meta>{meta}</office:meta><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    ).encode()


def odt(body: str, styles: str = "", meta: str = "") -> bytes:
    """The same in a zip archive."""
    content = fodt(body, styles)
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": content,
            "meta.xml": f"<office:document-meta {_OFFICE}>{meta}</office:document-meta>",
        }
    )


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of a Word document."""
    before = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return (
        f'<w:p>{before}<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def item(text: str, number: int, level: int = 0) -> str:
    """An item of a list of a Word document."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )
