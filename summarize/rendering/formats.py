"""The formats of results, a row each: how one result is made, how several are joined and sealed.

Nothing that makes a result is imported before it is asked for. A format is added by its row.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from summarize.models import Summary

Sections = Sequence[str] | None
Join = Callable[[Iterable[Any], Sections], Iterator[str]]
SEAL_FIELD = "made_with"  # what the seal is called where it has a name


class Renderer(Protocol):
    """Makes something of a summary."""

    def __call__(
        self,
        summary: Summary,
        sections: Sections = None,
        *,
        explain: bool = False,
        full: bool = False,
    ) -> Any: ...


class SealPlace(NamedTuple):
    """Where a result file says what it was made with.

    ``cut`` is taken from the end of the last result, ``before`` and ``behind`` stand around the
    seal, ``closing`` ends a series. With ``each`` every row of a series is sealed, so that all have
    the same fields; the first, where it is a header, has the name of the ``column`` instead.
    """

    cut: str = ""
    before: str = ""
    behind: str = "\n"
    closing: str = ""
    each: bool = False
    column: str | None = None


class Format(NamedTuple):
    """A format of results.

    ``render`` makes a single result, which ends in a newline. In a series, ``part`` makes what
    ``join`` needs of each summary, perhaps in another process. Without ``extension`` there are
    no files of the format, without ``seal`` they do not say what they were made with; ``bom``
    says that programs may want a byte order mark in front, ``keeps_names`` that an input whose
    name has the extension already gives its name to its result.
    """

    name: str
    extension: str | None
    render: Renderer
    part: Renderer
    join: Join
    seal: SealPlace | None = None
    bom: bool = False
    keeps_names: bool = False


def _late(module: str, function: str) -> Callable[..., Any]:
    """A function of a module beside this one, imported when it is called."""
    return partial(_call, f"{__package__}.{module}", function)


def _call(module: str, function: str, *arguments: Any, **options: Any) -> Any:
    return getattr(import_module(module), function)(*arguments, **options)


def _json_part(
    summary: Summary, sections: Sections = None, *, explain: bool = False, full: bool = False
) -> str:
    rendered: str = _JSON(summary, sections, explain=explain, full=full)
    return rendered.removesuffix("\n")


def _joined(
    parts: Iterable[str], *, before: str = "", between: str = "", after: str = ""
) -> Iterator[str]:
    """The parts as they come; nothing before there is one."""
    first = True
    for part in parts:
        yield before if first else between
        yield part
        first = False
    yield before + after if first else after


def _join_lines(parts: Iterable[str], sections: Sections) -> Iterator[str]:
    return _joined(parts)


def _join_pages(parts: Iterable[str], sections: Sections) -> Iterator[str]:
    """Pages under a line each; bare lines of sections follow one another."""
    return _joined(parts, between="" if sections else f"\n{'─' * 20}\n\n")


def _join_markdown(parts: Iterable[str], sections: Sections) -> Iterator[str]:
    return _joined(parts, between="\n---\n\n")


def _join_objects(parts: Iterable[str], sections: Sections) -> Iterator[str]:
    return _joined(parts, before="[\n", between=",\n", after="\n]\n")


def _join_rows(parts: Iterable[str], sections: Sections) -> Iterator[str]:
    return _joined(parts, before=_late("csv", "csv_header")(sections))


def _join_stories(parts: Iterable[Any], sections: Sections) -> Iterator[str]:
    digest: Iterator[str] = _late("html", "render_digest")(parts)
    return digest


_TEXT, _MARKDOWN = _late("text", "render_text"), _late("markdown", "render_markdown")
_TEXT_PART, _MARKDOWN_PART = _late("text", "text_part"), _late("markdown", "markdown_part")
_JSON, _JSON_LINE = _late("json", "render_json"), _late("json", "render_jsonl")
_SOURCE = _late("source", "render_source")
_ROW, _STORY = _late("csv", "csv_row"), _late("html", "story_of")

FORMATS = {
    row.name: row
    for row in (
        Format("text", ".txt", _TEXT, _TEXT_PART, _join_pages, SealPlace(before="# ")),
        Format(
            "markdown",
            ".md",
            _MARKDOWN,
            _MARKDOWN_PART,
            _join_markdown,
            SealPlace(before="\n<!-- ", behind=" -->\n"),
        ),
        Format(
            "json",
            ".json",
            _JSON,
            _json_part,
            _join_objects,
            SealPlace("\n}\n", f',\n  "{SEAL_FIELD}": "', '"\n}\n', closing="]\n"),
        ),
        Format(
            "jsonl",
            ".jsonl",
            _JSON_LINE,
            _JSON_LINE,
            _join_lines,
            SealPlace("}\n", f', "{SEAL_FIELD}": "', '"}\n', each=True),
        ),
        Format(
            "csv",
            ".csv",
            _late("csv", "render_csv"),
            _ROW,
            _join_rows,
            SealPlace("\n", ",", each=True, column=SEAL_FIELD),
            bom=True,
        ),
        Format(
            "html",
            ".html",
            _late("html", "render_html"),
            _STORY,
            _join_stories,
            SealPlace(before="<!-- ", behind=" -->\n"),
        ),
        Format("source", None, _SOURCE, _SOURCE, _join_lines),
    )
}
