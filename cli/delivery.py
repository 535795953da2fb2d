"""From a request to results: shown or written, with one line for each failure."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from summarize.batch import (
    STDIN,
    Failure,
    Input,
    OneOutput,
    Options,
    Outcome,
    Outputs,
    Skipped,
    Work,
    find_inputs,
    summarize_all,
)
from summarize.errors import OptionError, WriteError
from summarize.models import Summary
from summarize.reading import check_encoding
from summarize.rendering.formats import Format
from summarize.rendering.visible import shown_lines

from .formats import BY_EXTENSION, SOURCE, choose_format
from .messages import translated
from .pager import paged
from .report import Report

BOM = "\ufeff"  # by which Excel knows UTF-8


class Request(NamedTuple):
    """What one run is asked to do."""

    paths: tuple[str, ...]
    options: Options
    format_name: str | None
    template: str | None
    output: str | None
    sections: tuple[str, ...] | None
    explain: bool
    full: bool
    pager: bool
    bom: bool
    patterns: tuple[str, ...]
    jobs: int | None
    timeout: float
    force: bool
    quiet: bool
    debug: bool

    @property
    def several(self) -> bool:
        """Whether the results come as a series: more than one path, or a folder."""
        return len(self.paths) > 1 or Path(self.paths[0]).is_dir()

    @property
    def folder(self) -> str | None:
        """The folder that the results go into, a file for each, if that is asked for."""
        if self.output is None:
            return None
        one_file = Path(self.output).suffix.lower() in BY_EXTENSION
        if Path(self.output).is_dir() or (self.several and not one_file):
            return self.output
        return None


def deliver(request: Request) -> int:
    """Do what was asked; the exit code. Raises OptionError for what cannot be meant."""
    report = Report(series=request.several, quiet=request.quiet, debug=request.debug)
    _check(request)
    inputs = _inputs(request, report)
    chosen = choose_format(request.format_name, request.output, request.template)
    if request.bom and not chosen.bom:
        raise OptionError("--bom is for CSV; other formats go without")
    if request.output is None:
        _show(request, chosen, inputs, report)
    else:
        if chosen.extension is None:
            said = f"{chosen.name} is for a terminal; choose another --format for a file"
            if chosen is SOURCE:
                said = "source is printed as it is; for a file: summarize -f source PATH > FILE"
            raise OptionError(said)
        if request.several and request.folder is None:
            _write_one(request, chosen, request.output, inputs, report)
        else:
            _write_each(request, chosen, request.output, inputs, report)
        if request.several:
            report.note(f"summarize: {report.reckoning()}")
    return 1 if report.failed else 0


def _check(request: Request) -> None:
    for path in request.paths:
        if path.startswith(("http://", "https://")):
            raise OptionError(f"addresses are not fetched; try: curl -s {path} | summarize")
    if STDIN in request.paths and sys.stdin is None:
        raise OptionError("standard input is closed; name a file, or pipe the text in")
    if request.options.encoding is not None:
        check_encoding(request.options.encoding)


def _inputs(request: Request, report: Report) -> list[Input]:
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
        kinds = ", ".join(f"{n:,} {translated(kind)}" for kind, n in sorted(skipped.items()))
        report.note(f"summarize: skipped, since such files are not read: {kinds}")
    return found


def _outcomes(
    request: Request, inputs: list[Input], report: Report, work: Work
) -> Generator[Outcome, None, None]:
    """The outcomes that have a result; all are reported."""
    outcomes = summarize_all(
        inputs,
        work,
        jobs=request.jobs or _cores(),
        timeout=request.timeout if request.several else None,
        stdin=sys.stdin.buffer if STDIN in request.paths else None,
    )
    for outcome in outcomes:
        if outcome.reason is not None:
            path = outcome.unwritten or outcome.input.path
            report.failure(path, outcome.reason, outcome.traceback)
        else:
            report.result(outcome)
            yield outcome
        report.advance()


def _cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _show(request: Request, chosen: Format, inputs: list[Input], report: Report) -> None:
    """Print the results; a bar only if they go elsewhere than the terminal that shows it."""
    with ExitStack() as stack:
        if request.several and not sys.stdout.isatty():
            stack.enter_context(report.progress(len(inputs)))
        write = stack.enter_context(paged(wanted=request.pager))
        bare = chosen is SOURCE and sys.stdout.isatty()  # it could act on the terminal
        for piece in _joined(request, chosen, _parts(request, chosen, inputs, report)):
            write(shown_lines(piece) if bare else piece)


def _parts(request: Request, chosen: Format, inputs: list[Input], report: Report) -> Iterator[Any]:
    """What is made of each input, in its order, to be joined."""
    for outcome in _outcomes(request, inputs, report, _work(request, chosen)):
        yield outcome.made


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
    return Work(request.options, shape, recipe)


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


def _write_one(
    request: Request, chosen: Format, path: str, inputs: list[Input], report: Report
) -> None:
    """Write all results into one file."""
    output = OneOutput(path, chosen, force=request.force)
    output.prepare(inputs)
    key = _work(request, chosen).series_key(inputs)
    try:
        output.file.check()
        with report.progress(len(inputs)):
            parts = _parts(request, chosen, inputs, report)
            first = next(parts, None)
            if first is not None:  # else no file for inputs that fail
                output.file.write_series(_joined(request, chosen, chain([first], parts)), key)
    except WriteError as failure:
        report.failure(path, str(failure))


def _write_each(
    request: Request, chosen: Format, path: str, inputs: list[Input], report: Report
) -> None:
    """Write a result file for each input, unless the one that there is would be the same."""
    outputs = (
        OneOutput(path, chosen, force=request.force)
        if request.folder is None
        else Outputs(path, chosen, force=request.force)
    )
    outputs.prepare(inputs)
    work = _work(request, chosen)._replace(outputs=outputs)
    with report.progress(len(inputs)), ExitStack() as stack:
        stack.callback(outputs.sweep, inputs)  # a process that is ended may leave half a file
        outcomes = stack.enter_context(closing(_outcomes(request, inputs, report, work)))
        for _ in outcomes:  # each is written and reported when it comes
            pass
