"""From a request to results: shown or written, with one line for each failure."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from summarize.batch import (
    STDIN,
    Engine,
    Failure,
    Input,
    OneOutput,
    Options,
    Outcome,
    Output,
    Outputs,
    Series,
    Skipped,
    Work,
    find_inputs,
    made_in,
    summarize_all,
)
from summarize.errors import EngineError, OptionError, WriteError
from summarize.models import Summary
from summarize.reading import check_encoding
from summarize.rendering.formats import Format
from summarize.rendering.visible import shown_lines
from summarize.storage import storage_of

from .colours import settle_colours
from .formats import SOURCE, STORED, choose_format
from .messages import counted, translated
from .pager import paged
from .report import Report
from .streams import complain
from .values import LOCAL, TIMEOUT

TABLED = ("json", "jsonl", "csv")  # formats in which it shows that there is nothing
BOM = "\ufeff"  # by which Excel knows UTF-8


class Request(NamedTuple):
    """What one run is asked to do; where no option is given, what is usual."""

    paths: tuple[str, ...]
    options: Options = Options()
    format_name: str | None = None
    template: str | None = None
    output: str | None = None
    sections: tuple[str, ...] | None = None
    explain: bool = False
    full: bool = False
    pager: bool = True
    bom: bool = False
    seal: bool = True
    patterns: tuple[str, ...] = ()
    jobs: int | None = None
    engine: str = LOCAL
    timeout: float = TIMEOUT
    force: bool = False
    quiet: bool = False
    debug: bool = False

    @property
    def several(self) -> bool:
        """Whether the results come as a series: more than one path, or a folder."""
        return len(self.paths) > 1 or storage_of(self.paths[0]).is_folder(self.paths[0])

    @property
    def folder(self) -> str | None:
        """The folder that the results go into, a file for each, if that is asked for."""
        if self.output is None:
            return None
        named = self.output.endswith(("/", os.sep))
        named = named or (self.several and not Path(self.output).suffix)
        return self.output if named or storage_of(self.output).is_folder(self.output) else None

    @property
    def stored(self) -> str | None:
        """The extension of the store that the results go into, if that is asked for."""
        suffix = Path(self.output or "").suffix.lower()
        return suffix if suffix in STORED and self.folder is None else None


def obey(request: Request) -> int:
    """Do what was asked where the environment decides on colours; the exit code."""
    settle_colours(None)
    try:
        return deliver(request)
    except OptionError as wrong:
        complain(f"summarize: {translated(str(wrong))}")
        return 2


def deliver(request: Request) -> int:
    """Do what was asked; the exit code. Raises OptionError for what cannot be meant."""
    report = Report(series=request.several, quiet=request.quiet, debug=request.debug)
    check(request)
    if request.stored:
        _store(request, request.stored, request.output or "", report)
    else:
        _render(request, report)
    return 1 if report.failed else 0


def _render(request: Request, report: Report) -> None:
    """Show results that are text, or write them to files."""
    folder = request.folder is not None
    chosen = choose_format(request.format_name, request.output, request.template, folder=folder)
    if request.bom and not chosen.bom:
        raise OptionError("--bom is for CSV; other formats go without")
    if request.output is not None and chosen.extension is None:
        said = f"{chosen.name} is for a terminal; choose another --format for a file"
        if chosen is SOURCE:
            said = "source is printed as it is; for a file: summarize -f source PATH > FILE"
        raise OptionError(said)
    if not request.seal:
        chosen = _unsealed(request, chosen)
    inputs = inputs_of(request, report)
    work = _work(request, chosen)
    if request.output is None:
        _show(request, chosen, inputs, work, report)
    else:
        output = _output(request, chosen, request.output, work.series_key(inputs))
        _write(request, output, inputs, work, report)
    report.nothing_at_all()


def _unsealed(request: Request, chosen: Format) -> Format:
    """The format without the seal by which a run knows results of another."""
    folder = request.folder
    if folder and os.path.realpath(folder) in map(os.path.realpath, request.paths):
        said = f"{folder} holds the releases: without seals, results need another folder"
        raise OptionError(said)
    return chosen._replace(seal=None)


def _store(request: Request, extension: str, path: str, report: Report) -> None:
    """Write results into tables."""
    if request.format_name or request.template or request.sections or request.bom:
        raise OptionError(
            f"{path} holds tables of everything; leave out --format, --template, --only and --bom"
        )
    from summarize.batch.stores import STORES

    store = STORES[extension]
    inputs = inputs_of(request, report)
    work = Work(request.options, store.shape, recipe=extension)
    _write(request, store.output(path, force=request.force), inputs, work, report)


def check(request: Request) -> None:
    """Raise OptionError for what cannot be read at all."""
    if STDIN in request.paths and sys.stdin is None:
        raise OptionError("standard input is closed; name a file, or pipe the text in")
    if request.options.encoding is not None:
        check_encoding(request.options.encoding)


def inputs_of(request: Request, report: Report) -> list[Input]:
    """The inputs that are meant; what cannot be looked into and what is skipped is told."""
    found: list[Input] = []
    skipped: Counter[str] = Counter()
    for one in find_inputs(request.paths, patterns=request.patterns, without=request.output):
        if isinstance(one, Failure):
            report.failure(one.path, one.reason)
        elif isinstance(one, Skipped):
            skipped[one.kind] += 1
        else:
            found.append(one)
    if not found and not report.failed:
        wanted = f"{' or '.join(request.patterns)} file" if request.patterns else "release"
        report.note(f"summarize: no {wanted} there, nothing to do")
    if skipped:
        kinds = ", ".join(f"{counted(n)} {translated(kind)}" for kind, n in sorted(skipped.items()))
        report.note(f"summarize: skipped, since such files are not read: {kinds}")
    return found


def outcomes_of(
    request: Request, inputs: list[Input], work: Work
) -> Generator[Outcome, None, None]:
    """The outcomes of all inputs, in their order."""
    return summarize_all(
        inputs,
        work,
        engine=_engine(request) if request.several else None,
        stdin=sys.stdin.buffer if STDIN in request.paths else None,
    )


def _engine(request: Request) -> Engine:
    """Who works on several inputs."""
    if request.engine == LOCAL:
        from summarize.batch.workers import Processes

        return Processes(request.jobs or _cores(), request.timeout)
    from summarize.batch.cluster import Cluster

    return Cluster(request.engine, request.jobs, request.timeout)


def _cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _show(
    request: Request, chosen: Format, inputs: list[Input], work: Work, report: Report
) -> None:
    """Print the results; a bar only if they go elsewhere than the terminal that shows it."""
    with ExitStack() as stack:
        apart = request.several and not sys.stdout.isatty()
        stack.enter_context(report.progress(len(inputs), bar=apart))
        write = stack.enter_context(paged(wanted=request.pager))
        bare = chosen is SOURCE and sys.stdout.isatty()  # it could act on the terminal
        parts = made_in(outcomes_of(request, inputs, work), report.outcome)
        for piece in _joined(request, chosen, parts):
            write(shown_lines(piece) if bare else piece)


def _write(
    request: Request, output: Output, inputs: list[Input], work: Work, report: Report
) -> None:
    """Write the results where they go, but for those that are there and would be the same."""
    try:
        output.prepare(inputs)
        goes_on = output.goes_on and not request.force
        told = report.progress(len(inputs), goes_on=goes_on)
        with told, ExitStack() as stack:
            stack.callback(output.sweep, inputs)  # a process that is ended may leave half a file
            outcomes = outcomes_of(request, inputs, work._replace(output=output))
            output.deliver(stack.enter_context(closing(outcomes)), report.outcome)
    except WriteError as failure:
        report.failure(output.path, str(failure))
    except EngineError as failure:
        report.failure(request.engine, str(failure))
    if request.several:
        report.note(f"summarize: {report.reckoning()}")


def _output(request: Request, chosen: Format, path: str, key: str) -> Output:
    """The file or the folder that the results go into."""
    if request.folder is not None:
        return Outputs(path, chosen, force=request.force)
    if request.several:
        return Series(path, chosen, partial(_joined, request, chosen), key, force=request.force)
    return OneOutput(path, chosen, force=request.force)


def _work(request: Request, chosen: Format) -> Work:
    """What each input needs, in the process that has its summary."""
    alone = request.folder is not None or not request.several
    render = chosen.render if alone else chosen.part
    shape: Callable[[Summary], Any] = partial(
        render, sections=request.sections, explain=request.explain, full=request.full
    )
    recipe = repr((chosen.name, request.sections, request.explain, request.full, request.bom))
    if request.bom and alone:
        shape = partial(_behind_bom, shape)
    sections = None if chosen.name in TABLED else request.sections
    return Work(request.options, shape, recipe, sections)


def _behind_bom(shape: Callable[[Summary], str], summary: Summary) -> str:
    return BOM + shape(summary)


def _joined(request: Request, chosen: Format, parts: Iterable[Any]) -> Iterator[str]:
    if request.several:
        joined = chosen.join(parts, request.sections)
        if request.bom:
            yield BOM + next(joined, "")
        yield from joined
    else:
        yield from parts
