"""From a request to results: read, summarise, show or write; one line for each failure."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from summarize import Length, Summary, summarize
from summarize.batch import STDIN, Failure, Input, find_inputs, plan_outputs, write_whole
from summarize.errors import OptionError, ReadError, WriteError
from summarize.models import Document
from summarize.reading import read_file, read_stream, shown_path
from summarize.rendering import EXTENSIONS, render_one, render_several

from .process import complain, unexpected


@dataclass(frozen=True, slots=True)
class Request:
    """The options of one run, checked as far as they can be without looking at files."""

    paths: tuple[str, ...]
    format_name: str | None
    output: str | None
    sections: tuple[str, ...] | None
    length: Length | None
    method: str
    language: str
    explain: bool
    encoding: str | None
    max_bytes: int
    quiet: bool
    debug: bool


@dataclass(slots=True)
class Report:
    """What went wrong so far; it is the exit code."""

    failures: list[Failure] = field(default_factory=list)

    def add(self, path: str, reason: str) -> None:
        self.failures.append(Failure(path, reason))
        complain(f"{shown_path(path)}: {reason}")

    @property
    def exit_code(self) -> int:
        return 1 if self.failures else 0


def deliver(request: Request) -> int:
    """Do what was asked; the exit code."""
    report = Report()
    try:
        inputs = _inputs(request, report)
        if request.output is not None:
            _write_results(request, inputs, report)
        else:
            _show_results(request, inputs, report)
    except OptionError as wrong:
        complain(f"summarize: {wrong}")
        return 2
    return report.exit_code


def _inputs(request: Request, report: Report) -> list[Input]:
    found: list[Input] = []
    for path in request.paths:
        if path.startswith(("http://", "https://")):
            raise OptionError(f"addresses are not fetched; try: curl -s {path} | summarize")
    folder = request.output if _to_folder(request) else None
    for one in find_inputs(request.paths, without=folder):
        if isinstance(one, Failure):
            report.add(one.path, one.reason)
        else:
            found.append(one)
    if not found and not report.failures and not request.quiet:
        complain("summarize: no .txt or .md file there, nothing to do")
    return found


def _several(request: Request) -> bool:
    """Whether results come as a series: more than one path, or a folder."""
    return len(request.paths) > 1 or Path(request.paths[0]).is_dir()


def _to_folder(request: Request) -> bool:
    return request.output is not None and (_several(request) or Path(request.output).is_dir())


def _summaries(
    request: Request, inputs: Iterable[Input], report: Report
) -> Iterator[tuple[Input, Summary]]:
    """Each input with its summary, in order; what fails is reported and left out."""
    for one in inputs:
        try:
            summary = summarize(
                _read(request, one),
                method=request.method,
                language=request.language,
                length=request.length,
            )
        except OptionError:
            raise
        except ReadError as failure:
            report.add(one.path, str(failure))
        except Exception as failure:  # one bad document must not stop the others
            report.add(one.path, unexpected(failure))
            if request.debug:
                traceback.print_exc()
        else:
            if not request.quiet:
                for note in _notes(summary):
                    complain(f"{shown_path(one.path)}: {note}")
            yield one, summary


def _read(request: Request, one: Input) -> Document:
    if one.path != STDIN:
        return read_file(one.path, encoding=request.encoding, max_bytes=request.max_bytes)
    if sys.stdin is None:
        raise OptionError("standard input is closed; name a file, or pipe the text in")
    return read_stream(sys.stdin.buffer, encoding=request.encoding, max_bytes=request.max_bytes)


def _notes(summary: Summary) -> Iterator[str]:
    if not summary.release.sentences:
        yield "note: empty, nothing to summarize"
    for warning in summary.warnings:
        yield f"note: {warning}"


def _show_results(request: Request, inputs: list[Input], report: Report) -> None:
    chosen = request.format_name or ("rich" if sys.stdout.isatty() else "text")
    summaries = (summary for _, summary in _summaries(request, inputs, report))
    if chosen == "rich":
        from .views import show_page

        for summary in summaries:
            show_page(summary, request.sections, explain=request.explain)
    elif _several(request):
        for piece in render_several(summaries, chosen, request.sections, explain=request.explain):
            sys.stdout.write(piece)
    else:
        for summary in summaries:
            sys.stdout.write(render_one(summary, chosen, request.sections, explain=request.explain))


def _write_results(request: Request, inputs: list[Input], report: Report) -> None:
    assert request.output is not None
    format_name = request.format_name or _format_of(request.output)
    if _to_folder(request):
        targets = plan_outputs(inputs, request.output, EXTENSIONS[format_name])
    else:
        targets = dict.fromkeys(inputs, Path(request.output))
    for one, summary in _summaries(request, inputs, report):
        rendered = render_one(summary, format_name, request.sections, explain=request.explain)
        try:
            write_whole(targets[one], rendered)
        except WriteError as failure:
            report.add(os.fspath(targets[one]), str(failure))


def _format_of(output: str) -> str:
    """The format that the name of a result file asks for; JSON for a folder."""
    suffix = Path(output).suffix.lower()
    by_extension = {extension: name for name, extension in EXTENSIONS.items()}
    return by_extension.get(suffix, "text" if suffix else "json")
