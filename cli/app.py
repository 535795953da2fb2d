"""The command: what its options are and what they mean."""
# Without `from __future__ import annotations`: Typer would compile each of them at every start.

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.errors import EngineError, OptionError
from summarize.ranking import DEFAULT_METHOD, METHODS, Length
from summarize.reading import MAX_BYTES
from summarize.rendering.sections import SECTIONS
from summarize.storage import plain

from . import values
from .colours import settle_colours
from .messages import translated
from .readers import SummarizeCommand
from .settings import ORIGINS
from .streams import complain

if TYPE_CHECKING:
    from summarize.archive.search import Question

    from .delivery import Request

# The groups of the help.
RESULT, INPUT, SEVERAL, TERMINAL = "Result", "Input", "Several releases", "Terminal"
SEARCH, SETTINGS = "Search", "Settings"

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


def _show_version(asked: bool) -> None:
    if asked:
        from summarize import __version__

        typer.echo(f"ringkas {__version__}")
        raise typer.Exit


def _complete(context: typer.Context, option: typer.CallbackParam, asked: bool) -> None:
    if asked:
        from typer.completion import install_callback, show_callback

        callback = install_callback if option.name == "install_completion" else show_callback
        callback(context, option, asked)


@app.command(cls=SummarizeCommand, context_settings={"help_option_names": ["-h", "--help"]})
def run(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", hidden=True),
    ] = None,
    *,
    format_name: Annotated[
        str | None,
        typer.Option(
            *("-f", "--format"),
            metavar="NAME",
            rich_help_panel=RESULT,
            help=f"{', '.join(values.FORMAT_NAMES)}; rich on a terminal, text otherwise.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            *("-o", "--output"),
            metavar="PATH",
            rich_help_panel=RESULT,
            help="A folder for a result each, or one file.",
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE",
            rich_help_panel=RESULT,
            help=f"By a template: {', '.join(values.TEMPLATES)}, or one of yours.",
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="LIST",
            rich_help_panel=RESULT,
            help=f"Only these, in this order: {', '.join(SECTIONS)}.",
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            rich_help_panel=RESULT,
            help="All: the summary, points that it does not hold, and what was found.",
        ),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            rich_help_panel=RESULT,
            help="Say why each sentence and finding is there.",
        ),
    ] = False,
    no_seal: Annotated[
        bool,
        typer.Option(
            "--no-seal",
            rich_help_panel=RESULT,
            help="Files without the mark by which the next run knows them.",
        ),
    ] = False,
    bom: Annotated[
        bool,
        typer.Option(
            "--bom",
            rich_help_panel=RESULT,
            help="Begin CSV with a byte order mark, for Excel.",
        ),
    ] = False,
    sentences: Annotated[
        int | None,
        typer.Option(
            *("-n", "--sentences"),
            metavar="N",
            rich_help_panel="Length",
            help="So many points, or sentences; as many as the text deserves.",
        ),
    ] = None,
    words: Annotated[
        int | None,
        typer.Option(metavar="N", rich_help_panel="Length", help="Their length in words."),
    ] = None,
    ratio: Annotated[
        float | None,
        typer.Option(metavar="P%", rich_help_panel="Length", help="Their share of the story."),
    ] = None,
    method: Annotated[
        str,
        typer.Option(
            *("-m", "--method"),
            metavar="NAME",
            rich_help_panel="Length",
            help=f"How sentences are chosen: {', '.join(METHODS)}.",
        ),
    ] = DEFAULT_METHOD,
    language: Annotated[
        str,
        typer.Option(
            *("-l", "--language"),
            metavar="NAME",
            rich_help_panel=INPUT,
            help="Of the release: auto, id or en.",
        ),
    ] = "auto",
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", rich_help_panel=INPUT, help="Of the input; detected if not given."
        ),
    ] = None,
    max_bytes: Annotated[
        int,
        typer.Option(
            metavar="N",
            rich_help_panel=INPUT,
            help="Refuse inputs that are, or unpack to, more; 20 million if not given.",
        ),
    ] = MAX_BYTES,
    about: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            rich_help_panel=SEARCH,
            help='What PATHs or a database say about it; "as a phrase".',
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            rich_help_panel=SEARCH,
            help="Not before that day; by date without --about.",
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", rich_help_panel=SEARCH, help="Not after that day."),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", rich_help_panel=SEARCH, help="What somebody says, or is said of them."
        ),
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(metavar="PLACE", rich_help_panel=SEARCH, help="Where the release is from."),
    ] = None,
    glob: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN",
            rich_help_panel=SEVERAL,
            help="Which files of a folder; all kinds that are read.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            *("-j", "--jobs"),
            metavar="N",
            rich_help_panel=SEVERAL,
            help="Processes; as many as cores.",
        ),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            rich_help_panel=SEVERAL,
            help="Who works on them: local, or a cluster: dask://HOST:PORT.",
        ),
    ] = values.LOCAL,
    timeout: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            rich_help_panel=SEVERAL,
            help="Give up a file after so long, and go on; 300 if not given.",
        ),
    ] = values.TIMEOUT,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            rich_help_panel=SEVERAL,
            help="Redo what is done, and overwrite what is not ours.",
        ),
    ] = False,
    color: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN",
            rich_help_panel=TERMINAL,
            help="auto, always or never; auto heeds NO_COLOR, FORCE_COLOR and CLICOLOR.",
        ),
    ] = None,
    no_pager: Annotated[
        bool,
        typer.Option(
            "--no-pager", rich_help_panel=TERMINAL, help="Not through the pager on a terminal."
        ),
    ] = False,
    quiet: Annotated[
        bool,
        typer.Option(
            *("-q", "--quiet"),
            rich_help_panel=TERMINAL,
            help="No notes and no progress, only errors.",
        ),
    ] = False,
    show_config: Annotated[
        bool,
        typer.Option(
            "--show-config",
            rich_help_panel=SETTINGS,
            help="Show all settings, where each is from, and do no more.",
        ),
    ] = False,
    no_config: Annotated[
        bool,
        typer.Option(
            "--no-config",
            rich_help_panel=SETTINGS,
            help="Follow no settings of files and variables, as scripts should.",
        ),
    ] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            callback=_complete,
            is_eager=True,
            rich_help_panel=SETTINGS,
            help="Have the shell complete options and names.",
        ),
    ] = False,
    show_completion: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            callback=_complete,
            is_eager=True,
            rich_help_panel=SETTINGS,
            help="Show what the shell needs for that.",
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Summary and key points of press releases: verbatim, offline, every line traceable."""
    settle_colours(color)
    if show_config:
        from .settings import show_settings

        show_settings(context)
        return
    if not paths and sys.stdin is not None and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    from summarize.batch import Options  # with it the whole pipeline: --help goes without

    from .delivery import Request

    request = Request(
        paths=tuple(map(plain, paths or ["-"])),
        options=Options(
            method=method,
            language=language,
            length=_length(sentences, words, ratio),
            explain=explain,
            encoding=encoding,
            max_bytes=max_bytes,
        ),
        format_name=format_name,
        template=template,
        output=None if output in (None, "-") else plain(output),
        sections=tuple(only.split(",")) if only else None,
        explain=explain,
        full=full,
        pager=not no_pager,
        bom=bom,
        seal=not no_seal,
        patterns=tuple(glob or ()),
        jobs=jobs,
        engine=engine,
        timeout=timeout,
        force=force,
        quiet=quiet,
        debug=debug,
    )
    question = _question(about, since=since, until=until, who=who, where=where)
    try:
        raise typer.Exit(_done(request, question, context.meta[ORIGINS]))
    except OptionError as wrong:
        complain(f"summarize: {translated(str(wrong))}")
        raise typer.Exit(2) from wrong
    except EngineError as failure:
        complain(f"summarize: {engine}: {translated(str(failure))}")
        raise typer.Exit(1) from failure


def _done(request: "Request", question: "Question | None", configured: Collection[str]) -> int:
    """Do what is asked; the exit code."""
    from .delivery import deliver

    if request.template or configured:
        from .precedence import settled

        request = settled(request, configured, asking=question is not None)
    if question is None:
        return deliver(request)
    from .asking import answer

    return answer(request, question)


def _question(about: str | None, **narrowed: str | None) -> "Question | None":
    if about is None and not any(narrowed.values()):
        return None
    from summarize.archive.search import Question

    return Question(about, **narrowed)


def _length(sentences: int | None, words: int | None, ratio: float | None) -> Length | None:
    given = [value for value in (sentences, words, ratio) if value is not None]
    if len(given) > 1:
        raise typer.BadParameter("only one of --sentences, --words and --ratio can be followed")
    return Length(sentences, words, ratio) if given else None
