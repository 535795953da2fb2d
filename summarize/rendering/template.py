"""A summary by a template: the fields of the JSON, in words of the house that sends it on.

Templates are Jinja's. They see the fields and nothing else: no file, no attribute of an object, no
other template; how long they may take and how much they may say is bounded. Whatever comes from
the fields is escaped for the target, which the template's name tells: `letter.html.j2` is HTML.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summarize.errors import OptionError, RenderError
from summarize.models import QUOTED, Summary
from summarize.patterns import pattern
from summarize.rendering.bounds import TooLong, bounded
from summarize.rendering.formats import FORMATS, Format, Sections
from summarize.rendering.json import to_object
from summarize.rendering.markdown import escaped as markdown_escaped
from summarize.rendering.visible import shown

if TYPE_CHECKING:
    import jinja2

SHIPPED = {
    "whatsapp": "whatsapp.whatsapp.j2",
    "brief": "brief.txt.j2",
    "minutes": "minutes.md.j2",
}
LONGEST = 1_000_000  # characters of a template, and of what it makes of one release
_FOLDER = Path(__file__).parent / "templates"
_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "first", "float", "groupby", "indent", "int"),
    *("join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr"),
    *("replace", "reverse", "round", "select", "selectattr", "slice", "sort", "string", "sum"),
    *("title", "tojson", "trim", "truncate", "unique", "upper", "wordcount"),
)
# What is bold, slanted, struck or code in WhatsApp where no letters lie on both sides of it, with a
# sign that looks alike and is not.
_MARKS = {"*": "∗", "_": "＿", "~": "∼", "`": "ˋ"}
_ACTING = pattern(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
_OPENING = pattern(r"[>\-•]|\d{1,9}\.")  # a quotation or an item at the start of a line
_JOINER = "\N{WORD JOINER}"


class Target(NamedTuple):
    """What a template makes: how text is escaped for it, and the format that it is written as."""

    escape: Callable[[str], str]
    written_as: str
    between: str = "\n"


class Template(NamedTuple):
    """A template: how it is told in errors, what it says, and the end of its name."""

    name: str
    source: str
    suffix: str


def template_format(name: str) -> Format:
    """The format of results by a template, shipped under ``name`` or in the file at that path.

    Raises OptionError if there is none, it is no template, or Jinja2 is not installed.
    """
    template = _read(name)
    target = _target(template)
    _compiled(template)  # what is wrong with it is told before any work is done
    written_as = FORMATS[target.written_as]
    render = partial(render_template, template)
    digest = hashlib.sha256(template.source.encode()).hexdigest()
    return Format(
        f"template {digest}",
        written_as.extension,
        render,
        render,
        partial(_join, target.between),
        written_as.seal,
        keeps_names=True,
    )


def render_template(
    template: Template,
    summary: Summary,
    sections: Sections = None,
    *,
    explain: bool = False,
    full: bool = False,
) -> str:
    """What ``template`` makes of ``summary``.

    Raises RenderError with the line that is wrong, OptionError if it is so for every release.
    """
    compiled = _compiled(template)
    fields = to_object(summary, explain=explain)
    pieces: list[str] = []
    size = 0
    try:
        with bounded():
            for piece in compiled.generate(fields):
                size += len(piece)
                if size > LONGEST:
                    raise RenderError(f"{template.name}: makes more than {LONGEST:,} characters")
                pieces.append(piece)
    except RenderError:
        raise
    except (TooLong, MemoryError) as failure:
        raise RenderError(f"{template.name}: takes too much time or memory") from failure
    except Exception as failure:
        said = f"{_where(failure, template.name)}: {_one_line(failure)}"
        everywhere = said.endswith("is undefined")  # a name at the top, where all have the same
        raise (OptionError if everywhere else RenderError)(said) from failure
    rendered = "".join(pieces)
    return rendered if rendered.endswith("\n") else f"{rendered}\n"


def _join(between: str, parts: Iterable[str], sections: Sections) -> Iterator[str]:
    for number, part in enumerate(parts):
        yield f"{between}{part}" if number else part


def _read(name: str) -> Template:
    path = _FOLDER / SHIPPED[name] if name in SHIPPED else Path(name)
    try:
        with path.open("rb") as stream:
            content = stream.read(LONGEST + 1)
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise OptionError(f"{name}: the template is not UTF-8") from failure
    except FileNotFoundError as failure:
        known = ", ".join(SHIPPED)
        raise OptionError(f"{name}: no such template; there are {known}, and files") from failure
    except OSError as failure:
        raise OptionError(f"{name}: cannot be read: {failure.strerror or failure}") from failure
    if len(content) > LONGEST:
        raise OptionError(f"{name}: the template is larger than {LONGEST:,} bytes")
    suffixes = [one for one in path.suffixes if one not in (".j2", ".jinja", ".jinja2")]
    return Template(shown(name), source, suffixes[-1].lower() if suffixes else "")


def _target(template: Template) -> Target:
    return _TARGETS.get(template.suffix, _TARGETS[".txt"])


@lru_cache(maxsize=4)
def _compiled(template: Template) -> jinja2.Template:
    try:
        from jinja2 import TemplateError, TemplateSyntaxError

        from summarize.rendering.sandbox import make_environment
    except ImportError as missing:
        said = "--template needs Jinja2: pip install 'ringkas[template]'"
        raise OptionError(said) from missing
    environment = make_environment(_target(template).escape, _FILTERS)
    environment.filters |= {"gist": gist, "short": short, "fit": fit}
    try:
        with bounded():
            return environment.from_string(template.source)
    except TemplateSyntaxError as wrong:
        message = _one_line(wrong.message or "")
        raise OptionError(f"{template.name}, line {wrong.lineno}: {message}") from wrong
    except (TooLong, MemoryError) as failure:
        raise OptionError(f"{template.name}: takes too much time or memory") from failure
    except (TemplateError, RecursionError, ValueError) as wrong:
        raise OptionError(f"{template.name}: {_one_line(wrong)}") from wrong


def _where(failure: BaseException, name: str) -> str:
    """The template, and the line in it that the error comes from."""
    line, frame = None, failure.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return name if line is None else f"{name}, line {line}"


def _one_line(said: object) -> str:
    return shown(str(said)).rstrip(".") or type(said).__name__


def gist(point: dict[str, Any]) -> str:
    """A key point or list on one line, as the page tells it."""
    items = [item["text"] for item in point.get("items", ())]
    if items and point["lead"]:
        return shown(f"{point['lead']['text']}: {'; '.join(items)}")
    told = shown(" … ".join(one["text"] for one in point.get("pieces", [point])))
    quoted = point.get("rule", "").endswith(QUOTED) and not items
    return f"“{told}”" if quoted else told


def short(text: str, length: int) -> str:
    """``text`` on one line, cut between words where it is longer."""
    line = shown(text)
    if len(line) <= length:
        return line
    return f"{line[:length].rpartition(' ')[0] or line[: length - 1]}…"


def fit(points: Sequence[dict[str, Any]], length: int) -> list[dict[str, Any]]:
    """Those of ``points`` that have room in so many characters, with who says them."""
    kept = []
    for point in points:
        speaker = point["speaker"] or {}
        words = (gist(point), speaker.get("name") or "", speaker.get("role") or "")
        size = sum(map(len, words)) + 12
        if size <= length:
            kept.append(point)
            length -= size
    return kept


def _html_escaped(text: str) -> str:
    from html import escape

    return escape(text)


def _whatsapp_escaped(text: str) -> str:
    """``text`` so that nothing in it is a mark for WhatsApp."""
    plain = _ACTING.sub(lambda mark: _MARKS[mark[0]], text)
    return f"{_JOINER}{plain}" if _OPENING.match(plain) else plain


def _as_it_is(text: str) -> str:
    return text


_MARKDOWN = Target(markdown_escaped, "markdown", "\n---\n\n")
_HTML = Target(_html_escaped, "html", "")
_TARGETS = {
    ".txt": Target(_as_it_is, "text"),
    ".whatsapp": Target(_whatsapp_escaped, "text"),
    **dict.fromkeys((".md", ".markdown"), _MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xml"), _HTML),
}
