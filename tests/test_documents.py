"""Documents as several producers make them: the same is found as in their plain text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from summarize import summarize
from summarize.models import Document, Summary
from summarize.reading import read_file
from summarize.rendering.json import to_object
from tests.fuzzing import outside

FOLDER = Path(__file__).parent / "documents"
TEXTS = FOLDER / "texts"
DOCUMENTS = sorted(path for path in FOLDER.glob("*/*") if path.parent.name not in ("texts", "pdf"))
READERS = {"docx", "odt", "rtf", "html", "epub", "mail", "markdown"}


def facts(summary: Summary) -> dict[str, object]:
    """What is compared: words, whatever stands between them."""
    found = to_object(summary)
    return {
        "title": _words(found["title"]),
        "dateline": _words(found["dateline"]),
        "summary": [_words(one) for one in found["summary"]],
        "lists": [[_words(one) for one in point["items"]] for point in found["lists"]],
        "quotes": [(_words(one), one["speaker"]) for one in _without_offsets(found["quotes"])],
        "people": [(one["name"], one["role"]) for one in found["people"]],
    }


def _words(piece: dict[str, Any] | None) -> list[str]:
    return str(piece["text"]).split() if piece else []


def _without_offsets(quotes: list[dict[str, object]]) -> list[dict[str, object]]:
    for quote in quotes:
        speaker = quote["speaker"]
        quote["speaker"] = (speaker["name"], speaker["role"]) if isinstance(speaker, dict) else None
    return quotes


@cache
def facts_of_text(name: str) -> dict[str, object]:
    return facts(summarize(read_file(TEXTS / f"{name}.txt")))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_document_says_what_its_plain_text_says(path: Path) -> None:
    document = read_file(path)
    summary = summarize(document)
    assert document.reader in READERS
    assert not outside(summary)
    assert facts(summary) == facts_of_text(path.stem)


@pytest.mark.parametrize("path", DOCUMENTS[::8], ids=lambda path: str(path.relative_to(FOLDER)))
def test_the_name_of_a_file_does_not_matter(path: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "rilis.txt"
    renamed.write_bytes(path.read_bytes())
    assert _bare(read_file(renamed)) == _bare(read_file(path))


def _bare(document: Document) -> Document:
    return document._replace(path=None)


def test_every_reader_has_eight_documents() -> None:
    kinds = {path.parent.name for path in DOCUMENTS}
    assert kinds == {
        *("docx", "docx-libreoffice", "odt", "rtf", "epub", "html-chromium", "html-libreoffice"),
        *("eml", "md"),
    }
    for kind in kinds:
        assert len(list((FOLDER / kind).iterdir())) >= 8
