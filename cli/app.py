"""The command: what its options are and what they mean."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from summarize.errors import OptionError
from summarize.ranking import DEFAULT_METHOD, METHODS, Length
from summarize.reading import MAX_BYTES
from summarize.rendering.sections import SECTIONS

from .streams import complain
from .values import QuickCommand, count, seconds

if TYPE_CHECKING:
    from summarize.archive.search import Question

TIMEOUT = 300.0  # seconds; a text of 20 MB takes less than half

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


class FormatName(StrEnum):
    """The formats of a result; rich is a page for the terminal, source the text itself."""

    RICH = "rich"
    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    SOURCE = "source"


class LanguageChoice(StrEnum):
    """The languages of a release."""

    AUTO = "auto"
    ID = "id"
    EN = "en"


class _Command(QuickCommand):
    readers: ClassVar = {
        "paths": str,
        "format_name": FormatName,
        "output": str,
        "only": str,
        "sentences": count,
        "words": count,
        "ratio": str,
        "method": str,
        "language": LanguageChoice,
        "about": str,
        "since": str,
        "until": str,
        "who": str,
        "where": str,
        "glob": str,
        "jobs": count,
        "timeout": seconds,
        "encoding": str,
        "max_bytes": count,
        "help": str,
    }


def _show_version(asked: bool) -> None:
    if asked:
        from summarize import __version__

        typer.echo(f"ringkas {__version__}")
        raise typer.Exit


_EXAMPLES = """\b
Examples:
  summarize release.txt
  summarize release.txt -f json | jq -r '.key_points[].text'
  summarize releases/ -o results/ -f markdown
  summarize releases/ -o digest.html
  summarize releases/ -o releases.db
  summarize releases.db --about "anggaran pendidikan"
"""


@app.command(cls=_Command, epilog=_EXAMPLES)
def run(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", hidden=True),
    ] = None,
    *,
    format_name: Annotated[
        FormatName | None,
        typer.Option("-f", "--format", help="Default: rich on a terminal, text otherwise."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="PATH", help="A folder for a result each, or one file."
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(metavar="LIST", help=f"Only these, in this order: {', '.join(SECTIONS)}."),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="All sections: summary, points and all that was found.")
    ] = False,
    sentences: Annotated[
        int | None,
        typer.Option("-n", "--sentences", min=1, metavar="N", help="So many points, or sentences."),
    ] = None,
    words: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Their length in words.")
    ] = None,
    ratio: Annotated[
        str | None, typer.Option(metavar="P%", help="Their share of the story.")
    ] = None,
    method: Annotated[
        str, typer.Option("-m", "--method", metavar="NAME", help=f"One of {', '.join(METHODS)}.")
    ] = DEFAULT_METHOD,
    language: Annotated[
        LanguageChoice, typer.Option("-l", "--language", help="Of the release.")
    ] = LanguageChoice.AUTO,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why each sentence and finding is there.")
    ] = False,
    about: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='What PATHs or a database say about it; "as a phrase".'),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="With --about: not before that day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="With --about: not after that day.")
    ] = None,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="With --about: who says it, or is named.")
    ] = None,
    where: Annotated[
        str | None, typer.Option(metavar="PLACE", help="With --about: where the release is from.")
    ] = None,
    glob: Annotated[
        list[str] | None,
        typer.Option(metavar="PATTERN", help="Which files of a folder; all kinds that are read."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("-j", "--jobs", min=1, metavar="N", help="Processes; as many as cores."),
    ] = None,
    timeout: Annotated[
        float,
        typer.Option(min=0.001, metavar="SECONDS", help="Give up a file after so long, and go on."),
    ] = TIMEOUT,
    force: Annotated[
        bool, typer.Option("--force", help="Redo what is done, and overwrite what is not ours.")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of the input; detected if not given.")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin CSV with a byte order mark, for Excel.")
    ] = False,
    max_bytes: Annotated[
        int, typer.Option(min=1, metavar="N", help="Refuse inputs that are, or unpack to, more.")
    ] = MAX_BYTES,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Not through the pager on a terminal.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="No notes and no progress, only errors.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Summary and key points of press releases: verbatim, offline, every line traceable.

    PATH is a file, a folder, or - for standard input.
    """
    if not paths and sys.stdin is not None and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    from summarize.batch import Options  # with it the whole pipeline: --help goes without

    from .delivery import Request, deliver

    request = Request(
        paths=tuple(paths or ["-"]),
        options=Options(
            method=_method(method),
            language=language.value,
            length=_length(sentences, words, ratio),
            explain=explain,
            encoding=encoding,
            max_bytes=max_bytes,
        ),
        format_name=format_name.value if format_name else None,
        output=None if output == "-" else output,
        sections=_sections(only),
        explain=explain,
        full=full,
        pager=not no_pager,
        bom=bom,
        patterns=tuple(glob or ()),
        jobs=jobs,
        timeout=timeout,
        force=force,
        quiet=quiet,
        debug=debug,
    )
    question = _question(about, since=since, until=until, who=who, where=where)
    try:
        if question is not None:
            from .asking import answer

            raise typer.Exit(answer(request, question))
        raise typer.Exit(deliver(request))
    except OptionError as wrong:
        complain(f"summarize: {wrong}")
        raise typer.Exit(2) from wrong


def _sections(only: str | None) -> tuple[str, ...] | None:
    if only is None:
        return None
    names = tuple(dict.fromkeys(name.strip() for name in only.split(",") if name.strip()))
    unknown = [name for name in names if name not in SECTIONS]
    if unknown or not names:
        said = f"no section is called {unknown[0]!r}" if unknown else "no section is named"
        raise typer.BadParameter(f"{said}; choose from {', '.join(SECTIONS)}", param_hint="--only")
    return names


def _question(about: str | None, **narrowed: str | None) -> Question | None:
    if about is None:
        given = next((name for name, value in narrowed.items() if value is not None), None)
        if given:
            raise typer.BadParameter(f"--{given} narrows what --about finds; give that too")
        return None
    from summarize.archive.search import Question

    return Question(about, **narrowed)


def _length(sentences: int | None, words: int | None, ratio: str | None) -> Length | None:
    given = [value for value in (sentences, words, ratio) if value is not None]
    if not given:
        return None
    if len(given) > 1:
        raise typer.BadParameter("only one of --sentences, --words and --ratio can be followed")
    return Length(sentences, words, None if ratio is None else _share(ratio))


def _share(ratio: str) -> float:
    """The share meant by ``20%``, ``20`` or ``0.2``."""
    try:
        value = float(ratio.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        value = 0
    share = value if value < 1 and "%" not in ratio else value / 100
    if not 0 < share <= 1:
        raise typer.BadParameter(
            f"{ratio!r} is not a share between 0 and 100%", param_hint="--ratio"
        )
    return share


def _method(name: str) -> str:
    if name not in METHODS:
        raise typer.BadParameter(
            f"{name!r} is not one of {', '.join(METHODS)}", param_hint="--method"
        )
    return name
