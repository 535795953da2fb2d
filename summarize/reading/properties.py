"""What office documents say of themselves, in the terms of Dublin Core."""

from __future__ import annotations

from summarize.models import Metadata
from summarize.patterns import pattern
from summarize.reading.expat import Attributes, Handler, parse

_TERMS = {"title", "creator", "initial-creator", "created", "creation-date", "date", "identifier"}
_DATE = pattern(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?")


class _Properties(Handler):
    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._term = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        self._term = tag if tag in _TERMS and tag not in self.found else ""

    def text(self, data: str) -> None:
        if self._term:
            self.found[self._term] = self.found.get(self._term, "") + data

    def end(self, tag: str) -> None:
        self._term = ""


def read_properties(data: bytes) -> Metadata:
    """The title, author and date in a part of a document that tells them."""
    properties = _Properties()
    parse(data, properties)
    found = properties.found
    return Metadata(
        title=clean(found.get("title")),
        author=clean(found.get("initial-creator") or found.get("creator")),
        date=iso_date(found.get("created") or found.get("creation-date") or found.get("date")),
    )


def clean(value: str | None) -> str | None:
    """``value`` on one line, None where nothing is said."""
    return " ".join((value or "").split()) or None


def iso_date(value: str | None) -> str | None:
    """The date in ``value`` if it is ISO 8601; fractions of a second are left out."""
    found = _DATE.match((value or "").strip())
    return found[0] if found else None
