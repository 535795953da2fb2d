"""A release as programs and people lay it out, and what has to come out of it all the same.

Each layout takes the paragraphs of a release, the headline first, and a width where it has one.
"""

from __future__ import annotations

import quopri
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from summarize import Summary, summarize
from summarize.models import Span
from summarize.reading import decode
from summarize.rendering.visible import shown

Paragraphs = list[str]
_LINK = "https://contoh.example.org/dokumen/pengumuman/lampiran/" + "halaman-" * 12 + "akhir"


def wrapped(paragraphs: Paragraphs, width: int) -> str:
    return "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs) + "\n"


def without_gaps(paragraphs: Paragraphs, width: int) -> str:
    return wrapped(paragraphs, width).replace("\n\n", "\n")


def under_a_long_headline(paragraphs: Paragraphs, width: int) -> str:
    return paragraphs[0] + "\n\n" + wrapped(paragraphs[1:], width)


def indented(paragraphs: Paragraphs, width: int) -> str:
    told = (
        textwrap.fill(p, width, initial_indent="     ", break_on_hyphens=False)
        for p in paragraphs[1:]
    )
    return "\n".join([textwrap.fill(paragraphs[0], width), *told]) + "\n"


def indented_by_tabs(paragraphs: Paragraphs, width: int) -> str:
    told = (
        textwrap.fill(p, width, initial_indent=8 * " ", break_on_hyphens=False)
        for p in paragraphs[1:]
    )
    return "\n".join([paragraphs[0], *("\t" + p.lstrip() for p in told)]) + "\n"


def justified(paragraphs: Paragraphs, width: int) -> str:
    return "\n\n".join("\n".join(_justify(p, width)) for p in paragraphs) + "\n"


def _justify(paragraph: str, width: int) -> Iterator[str]:
    lines = textwrap.wrap(paragraph, width, break_on_hyphens=False)
    for line in lines[:-1]:
        words = line.split(" ")
        missing = width - len(line)
        for n in range(missing if len(words) > 1 else 0):
            words[-2 - n % (len(words) - 1)] += " "
        yield " ".join(words)
    yield lines[-1]


def double_spaced(paragraphs: Paragraphs, width: int) -> str:
    return wrapped(paragraphs, width).replace("\n", "\n\n")


def a_blank_line_behind_each(paragraphs: Paragraphs, width: int) -> str:
    return without_gaps(paragraphs, width).replace("\n", "\n\n")


def ragged(paragraphs: Paragraphs, width: int) -> str:
    """As a proportional font breaks: by the width of letters, not by their number."""
    return "\n\n".join("\n".join(_ragged(p, width)) for p in paragraphs) + "\n"


def _ragged(paragraph: str, width: int) -> Iterator[str]:
    line: list[str] = []
    for word in paragraph.split():
        if line and sum(map(_ems, " ".join([*line, word]))) > width:
            yield " ".join(line)
            line = []
        line.append(word)
    yield " ".join(line)


def _ems(character: str) -> float:
    if character in "iljtf.,;:!'()|“”‘’ ":
        return 0.62
    return 1.45 if character.isupper() or character in "mw" else 1.0


def hyphenated(paragraphs: Paragraphs, width: int) -> str:
    def fits(line: str) -> bool:
        return len(line) <= width

    return "\n\n".join("\n".join(parted(p, fits)) for p in paragraphs) + "\n"


def parted(paragraph: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """The lines of a paragraph, words parted between syllables where one does not fit."""
    line = ""
    for word in paragraph.split():
        if fits(f"{line} {word}".strip()):
            line = f"{line} {word}".strip()
            continue
        syllables = re.finditer(r"(?<=[a-z])[aeiou](?=[bcdfgjklmnprst][aeiou])", word)
        places = (found.end() for found in syllables if word.isalpha())
        fitting = [
            at
            for at in places
            if word[:at].islower() and len(word) - at > 2 and fits(f"{line} {word[:at]}-")
        ]
        if fitting:
            yield f"{line} {word[: fitting[-1]]}-"
            line = word[fitting[-1] :]
        else:
            yield line
            line = word
    yield line


def on_pages(paragraphs: Paragraphs, width: int) -> str:
    return _paged(paragraphs, width, "\f")


def on_pages_without_form_feeds(paragraphs: Paragraphs, width: int) -> str:
    return _paged(paragraphs, width, "\n")


def _paged(paragraphs: Paragraphs, width: int, feed: str) -> str:
    lines = wrapped(paragraphs, width).split("\n")
    pages = [lines[n : n + 13] for n in range(0, len(lines), 13)]
    header = "Siaran Pers Pemerintah Kabupaten Teluk Biru"
    return feed.join(
        "\n".join([header, "", *page, "", f"Halaman {n} dari {len(pages)}", ""])
        for n, page in enumerate(pages, 1)
    )


def numbered_pages(paragraphs: Paragraphs, width: int) -> str:
    lines = wrapped(paragraphs, width).split("\n")
    pages = [lines[n : n + 13] for n in range(0, len(lines), 13)]
    return "\f".join(
        "\n".join([*page, "", f"{'':{width // 2}}- {n} -", ""]) for n, page in enumerate(pages, 1)
    )


def in_columns(paragraphs: Paragraphs, width: int) -> str:
    column = max(34, width // 2)
    lines = wrapped(paragraphs[1:], column).split("\n")
    half = (len(lines) + 1) // 2
    left, right = lines[:half], lines[half:] + [""] * (2 * half - len(lines))
    rows = (f"{a:<{column + 4}}{b}".rstrip() for a, b in zip(left, right, strict=True))
    return "\n".join([paragraphs[0], "", *rows]) + "\n"


def in_windows(paragraphs: Paragraphs, width: int) -> str:
    return wrapped(paragraphs, width).replace("\n", "\r\n")


def in_an_old_macintosh(paragraphs: Paragraphs, width: int) -> str:
    return wrapped(paragraphs, width).replace("\n", "\r")


def flowed(paragraphs: Paragraphs, width: int) -> str:
    return re.sub(r"(?<=\S)\n(?=\S)", " \n", wrapped(paragraphs, width))


def in_a_mail(paragraphs: Paragraphs, width: int) -> str:
    return textwrap.indent(wrapped(paragraphs, width), "> ", lambda _: True)


def set_in(paragraphs: Paragraphs, width: int) -> str:
    return textwrap.indent(wrapped(paragraphs, width), "    ")


def with_soft_hyphens(paragraphs: Paragraphs, _: int) -> str:
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{4})", "\u00ad", "\n\n".join(paragraphs))


def with_zero_width(paragraphs: Paragraphs, _: int) -> str:
    return "\ufeff\ufeff" + "\n\n".join(paragraphs).replace(" ", " \u200b").replace(
        "\n", "\n\u200e"
    )


def with_fixed_spaces(paragraphs: Paragraphs, _: int) -> str:
    text = "\n\n".join(paragraphs).replace("-", "\u2011")
    return re.sub(r"(?<=\d) | (?=\d)| (?=[A-Z])", "\u00a0", text)


def with_wide_spaces(paragraphs: Paragraphs, _: int) -> str:
    return "\n\n".join(paragraphs).replace(" ", "   ")


def decomposed(paragraphs: Paragraphs, _: int) -> str:
    return unicodedata.normalize("NFD", "\n\n".join(paragraphs))


def with_entities(paragraphs: Paragraphs, _: int) -> str:
    names: dict[str, str | int | None] = {
        "“": "&ldquo;",
        "”": "&rdquo;",
        "–": "&ndash;",
        "&": "&amp;",
        "’": "&#8217;",
    }
    return "\n\n".join(paragraphs).translate(str.maketrans(names))


def quoted_printable(paragraphs: Paragraphs, _: int) -> str:
    return quopri.encodestring("\n\n".join(paragraphs).encode()).decode("ascii")


def misread(paragraphs: Paragraphs, _: int) -> str:
    return "".join(
        bytes([byte]).decode("cp1252", "replace") if byte != 0x9D else "\x9d"
        for byte in "\n\n".join(paragraphs).encode()
    )


def from_a_terminal(paragraphs: Paragraphs, width: int) -> str:
    return re.sub(r"\b([A-Z]\w+)\b", "\x1b[1;31m\\1\x1b[0m", wrapped(paragraphs, width))


WRAPPED: tuple[Callable[[Paragraphs, int], str], ...] = (
    wrapped,
    without_gaps,
    under_a_long_headline,
    indented,
    indented_by_tabs,
    justified,
    double_spaced,
    a_blank_line_behind_each,
    ragged,
    hyphenated,
    on_pages,
    on_pages_without_form_feeds,
    numbered_pages,
    in_columns,
    in_windows,
    in_an_old_macintosh,
    flowed,
    in_a_mail,
    set_in,
    from_a_terminal,
)
UNWRAPPED: tuple[Callable[[Paragraphs, int], str], ...] = (
    with_soft_hyphens,
    with_zero_width,
    with_fixed_spaces,
    with_wide_spaces,
    decomposed,
    with_entities,
    quoted_printable,
    misread,
)


def told(text: str) -> dict[str, Any]:
    """What is shown of a text in a file: headline, summary, lists, quotations, people."""
    return told_of(summarize(decode(text.encode())))


def told_of(summary: Summary) -> dict[str, Any]:
    release, found = summary.release, summary.findings

    def words(span: Span | None) -> str | None:
        return shown(span.of(release.text)) if span else None

    return {
        "title": words(release.title),
        "summary": [words(one.sentence.span) for one in summary.sentences],
        "lists": [[words(item) for item in listed.items] for listed in found.enumerations],
        "quotations": [
            (words(one.span), words(one.speaker.name) if one.speaker else None)
            for one in found.quotations
        ],
        "people": [(words(one.name), words(one.role)) for one in found.people],
    }
