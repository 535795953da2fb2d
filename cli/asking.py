"""From a question to what releases say about it: a database asked, or one made of them first."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator
from contextlib import closing
from typing import Any

from summarize.archive import MEMORY, Database, is_database
from summarize.archive.search import Answer, Answers, Passage, Question, search
from summarize.batch import Outcome, Work
from summarize.batch.stores import STORES, DatabaseOutput
from summarize.errors import OptionError, WriteError
from summarize.rendering.visible import shown

from .delivery import Request, check, inputs_of, outcomes_of
from .messages import counted
from .pager import paged
from .report import Report

SHAPES = ("rich", "text", "json", "jsonl")
PASSAGES = ("quotes", "sentences")


def answer(request: Request, question: Question) -> int:
    """Print what is said about it; the exit code. Raises OptionError for what cannot be meant."""
    question.check()
    check(request)
    shape = _shape(request)
    asked = _asked(request)
    report = Report(series=True, quiet=request.quiet, debug=request.debug)
    length = request.options.length
    try:
        with closing(Database(asked) if asked else _made_of(request, report)) as database:
            answers = search(database, question, most=length and length.sentences)
    except WriteError as failure:
        report.failure(asked or "", str(failure))
        return 1
    _tell(answers, question, report)
    if request.sections:
        answers = _only(answers, request.sections)
    with paged(wanted=request.pager) as write:
        for piece in _rendered(shape, answers, question):
            write(piece)
    return 1 if report.failed else 0


def _shape(request: Request) -> str:
    """How the answers are printed."""
    shape = request.format_name or ("rich" if sys.stdout.isatty() else "text")
    unfit = request.output or request.bom or request.template
    if shape not in SHAPES or unfit:
        raise OptionError(f"answers are printed as {', '.join(SHAPES)}; leave out --output")
    if not set(request.sections or ()) <= {*PASSAGES}:
        raise OptionError(f"answers are passages: --only takes {' or '.join(PASSAGES)}")
    return shape


def _only(answers: Answers, sections: Collection[str]) -> Answers:
    """The answers with one kind of passages, or both, and without releases that have none."""
    kept = (
        one._replace(
            quotes=one.quotes if "quotes" in sections else (),
            sentences=one.sentences if "sentences" in sections else (),
        )
        for one in answers.releases
    )
    return answers._replace(releases=tuple(one for one in kept if one.quotes or one.sentences))


def _asked(request: Request) -> str | None:
    """The path of the database that is asked; None if releases are."""
    path = next((path for path in request.paths if is_database(path)), None)
    if path is not None and len(request.paths) > 1:
        raise OptionError(f"{path} is a database, which is asked alone")
    return path


def _made_of(request: Request, report: Report) -> Database:
    """A database in memory of the releases that were given."""
    output = DatabaseOutput(MEMORY, force=True)
    output.database.put(())  # so that there is something to ask, even if nothing comes
    inputs = inputs_of(request, report)
    made = outcomes_of(request, inputs, Work(request.options, STORES[".db"].shape))

    def taken() -> Iterator[Outcome]:
        for outcome in made:
            if outcome.reason is None:
                rows = output.take(outcome.input, outcome.made, "")
                yield outcome._replace(made=rows)
            else:
                yield outcome

    with report.progress(len(inputs)):
        output.deliver(taken(), report.outcome)
    return output.database


def _tell(answers: Answers, question: Question, report: Report) -> None:
    told = len(answers.releases)
    if not told:
        said = f"summarize: nothing is said about {question.about}"
        report.note(said if question.about else "summarize: no release fits")
    elif told < answers.found:
        found = counted(answers.found)
        report.note(f"summarize: the first {counted(told)} of {found} releases; more with -n")
    if answers.undated:
        report.note(f"summarize: releases without a date, left out: {counted(answers.undated)}")


def _rendered(shape: str, answers: Answers, question: Question) -> Iterator[str]:
    if shape == "rich":
        from .answers import render_answers

        yield render_answers(answers, question)
    elif shape == "text":
        for one in answers.releases:
            yield from _lines(one)
    elif shape == "jsonl":
        for one in answers.releases:
            yield json.dumps(_object(one), ensure_ascii=False) + "\n"
    else:
        told = {**question._asdict(), "found": answers.found}
        told["releases"] = [_object(one) for one in answers.releases]
        yield json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _lines(one: Answer) -> Iterator[str]:
    """A line for each passage: the day, who says it, what, and where it is told."""
    passages: list[tuple[Passage | None, str]] = [
        (quote, f"“{quote.text}”") for quote in one.quotes
    ]
    passages += [(sentence, sentence.text) for sentence in one.sentences]
    for passage, text in passages or [(None, one.title or "")]:
        columns = (one.date or "", passage.said_by if passage else "", text, one.path)
        yield "\t".join(shown(column) for column in columns) + "\n"


def _object(one: Answer) -> dict[str, Any]:
    passages = {
        kind: [passage._asdict() for passage in found]
        for kind, found in (("quotes", one.quotes), ("sentences", one.sentences))
    }
    return one._asdict() | passages
