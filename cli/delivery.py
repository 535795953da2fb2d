"""From a request to results: shown or written, with one line for each failure."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from summarize.batch import (
    STDIN,
    Failure,
    Input,
    Options,
    Outcome,
    find_inputs,
    plan_outputs,
    refuse_overwriting,
    summarize_all,
    write_whole,
)
from summarize.errors import OptionError, WriteError
from summarize.models import Summary
from summarize.reading import check_encoding, shown_path
from summarize.rendering import EXTENSIONS, render_one, render_several

from .process import complain


class Request(NamedTuple):
    """What one run is asked to do."""

    paths: tuple[str, ...]
    options: Options
    format_name: str | None
    output: str | None
    sections: tuple[str, ...] | None
    explain: bool
    jobs: int
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
        one_file = Path(self.output).suffix.lower() in EXTENSIONS.values()
        if Path(self.output).is_dir() or (self.several and not one_file):
            return self.output
        return None


class Report:
    """Says what happened on standard error, and remembers whether anything failed."""

    def __init__(self, request: Request) -> None:
        self.quiet, self.debug = request.quiet, request.debug
        self.failed = False

    def failure(self, path: str, reason: str, traceback: str | None = None) -> None:
        self.failed = True
        complain(f"{shown_path(path)}: {reason}")
        if traceback and self.debug:
            sys.stderr.write(traceback)

    def note(self, line: str) -> None:
        if not self.quiet:
            complain(line)


def deliver(request: Request) -> int:
    """Do what was asked; the exit code. Raises OptionError for what cannot be meant."""
    report = Report(request)
    _check(request)
    inputs = _inputs(request, report)
    if request.output is not None:
        _write_results(request, request.output, inputs, report)
    else:
        _show_results(request, inputs, report)
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
    for one in find_inputs(request.paths, without=request.folder):
        if isinstance(one, Failure):
            report.failure(one.path, one.reason)
        else:
            found.append(one)
    if not found and not report.failed:
        report.note("summarize: no .txt or .md file there, nothing to do")
    return found


def _outcomes(request: Request, inputs: list[Input], report: Report) -> Iterator[Outcome]:
    """The outcomes that have a summary; the others are reported."""
    stdin = sys.stdin.buffer if STDIN in request.paths else None
    for outcome in summarize_all(inputs, request.options, jobs=request.jobs, stdin=stdin):
        path = outcome.input.path
        if outcome.summary is None:
            report.failure(path, outcome.reason or "", outcome.traceback)
            continue
        if not outcome.summary.release.sentences:
            report.note(f"{shown_path(path)}: empty, nothing to summarize")
        for warning in outcome.summary.warnings:
            report.note(f"{shown_path(path)}: {warning}")
        yield outcome


def _show_results(request: Request, inputs: list[Input], report: Report) -> None:
    outcomes = _outcomes(request, inputs, report)
    summaries = (outcome.summary for outcome in outcomes if outcome.summary)
    format_name = request.format_name or ("rich" if sys.stdout.isatty() else "text")
    for piece in _rendered(request, format_name, summaries):
        sys.stdout.write(piece)


def _rendered(request: Request, format_name: str, summaries: Iterable[Summary]) -> Iterator[str]:
    sections, explain = request.sections, request.explain
    if format_name == "rich":
        from .views import render_rich

        for summary in summaries:
            yield render_rich(summary, sections, explain=explain)
    elif request.several:
        yield from render_several(summaries, format_name, sections, explain=explain)
    else:
        for summary in summaries:
            yield render_one(summary, format_name, sections, explain=explain)


def _write_results(request: Request, output: str, inputs: list[Input], report: Report) -> None:
    format_name = request.format_name or _format_of(output)
    if format_name not in EXTENSIONS:
        raise OptionError(f"{format_name} is for a terminal; choose another --format for a file")
    if request.folder is None:
        planned = dict.fromkeys(inputs, Path(output))
        refuse_overwriting(planned)
        outcomes = _outcomes(request, inputs, report)
        summaries = (outcome.summary for outcome in outcomes if outcome.summary)
        pieces = _rendered(request, format_name, summaries)
        first = next(pieces, None)
        if first is not None:  # an input that fails leaves no file
            _write(Path(output), chain([first], pieces), report)
        return
    planned = plan_outputs(inputs, request.folder, EXTENSIONS[format_name])
    for outcome in _outcomes(request, inputs, report):
        if outcome.summary:
            rendered = render_one(
                outcome.summary, format_name, request.sections, explain=request.explain
            )
            _write(planned[outcome.input], [rendered], report)


def _write(path: Path, pieces: Iterable[str], report: Report) -> None:
    try:
        write_whole(path, pieces)
    except WriteError as failure:
        report.failure(str(path), str(failure))


def _format_of(output: str) -> str:
    """The format that the name of a result file asks for; JSON for a folder."""
    suffix = Path(output).suffix.lower()
    by_extension = {extension: name for name, extension in EXTENSIONS.items()}
    return by_extension.get(suffix, "text" if suffix else "json")
