"""What is done with one input, in whichever process."""

from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, NamedTuple

from summarize.batch.inputs import STDIN, Input
from summarize.batch.outputs import Output
from summarize.digests import sha256
from summarize.errors import OptionError, ReadError, RenderError, WriteError
from summarize.models import Document, Summary
from summarize.pipeline import summarize
from summarize.ranking import DEFAULT_METHOD, Length
from summarize.reading import MAX_BYTES, read_file, read_stream
from summarize.version import __version__


class Options(NamedTuple):
    """How every input is read and summarised."""

    method: str = DEFAULT_METHOD
    language: str = "auto"
    length: Length | None = None
    explain: bool = False
    encoding: str | None = None
    max_bytes: int = MAX_BYTES


def _as_it_is(summary: Summary) -> Summary:
    return summary


class Work(NamedTuple):
    """What is done with every input: summarise it, and make a result of the summary.

    ``shape`` makes it, ``recipe`` names all that it depends on, ``sections`` are those it is to
    show, and ``output``, if results are kept, takes it. All of it is done by the process that made
    the summary.
    """

    options: Options = Options()
    shape: Callable[[Summary], Any] = _as_it_is
    recipe: str = ""
    sections: Sequence[str] | None = None
    output: Output | None = None

    def key(self, document: Document) -> str:
        """The key of the result: the same version, options, path and bytes have the same."""
        return self._key(document.encoding, document.reader_version, document.path, document.sha256)

    def series_key(self, inputs: Sequence[Input]) -> str:
        """The key of the results of all ``inputs`` in one file; what they say is not in it."""
        return self._key(*(one.path for one in inputs))

    def _key(self, *of: str | None) -> str:
        options = (self.options.method, self.options.language, self.options.length)
        parts = (__version__, self.recipe, options, *of)
        return sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


class Outcome(NamedTuple):
    """An input with its result, or with the reason why there is none.

    ``made`` is the result, unless it went into a file of its own; ``current``: the one that there
    is has the same key, and nothing was done; ``edited`` is its file where somebody has changed
    it since; ``unwritten`` is the file that could not be written; ``bare``: there is nothing in any
    of the sections that were asked for.
    ``traceback`` is that of an error which nobody foresaw; it may hold text of the document.
    """

    input: Input
    made: Any = None
    current: bool = False
    edited: str | None = None
    empty: bool = False
    bare: bool = False
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    unwritten: str | None = None
    traceback: str | None = None


def outcome_of(one: Input, work: Work, stdin: BinaryIO | None = None) -> Outcome:
    """The outcome of one input, its result written if that is asked for."""
    try:
        document = _read(one, work.options, stdin)
        if work.output is None:
            return _summarized(one, work, document)
        key = work.key(document)
        if work.output.has(one, key):
            return Outcome(one, current=True, edited=work.output.edited(one))
        outcome = _summarized(one, work, document)
        return outcome._replace(made=work.output.take(one, outcome.made, key))
    except (ReadError, RenderError) as failure:
        return Outcome(one, reason=str(failure))
    except WriteError as failure:
        unwritten = work.output.place_of(one) if work.output else None
        return Outcome(one, reason=str(failure), unwritten=unwritten)
    except OptionError:
        raise
    except Exception as failure:  # one document must not stop the others
        import traceback

        return Outcome(one, reason=unexpected(failure), traceback=traceback.format_exc())


def _read(one: Input, options: Options, stdin: BinaryIO | None) -> Document:
    if one.path == STDIN and stdin is not None:
        return read_stream(stdin, encoding=options.encoding, max_bytes=options.max_bytes)
    return read_file(one.path, encoding=options.encoding, max_bytes=options.max_bytes)


def _summarized(one: Input, work: Work, document: Document) -> Outcome:
    options = work.options
    summary = summarize(
        document,
        method=options.method,
        language=options.language,
        length=options.length,
        explain=options.explain,
    )
    return Outcome(
        one,
        made=work.shape(summary),
        empty=not summary.release.sentences,
        bare=_is_bare(summary, work.sections),
        warnings=summary.warnings,
    )


def _is_bare(summary: Summary, sections: Sequence[str] | None) -> bool:
    if not sections or not summary.release.sentences:
        return False
    from summarize.rendering.entries import entries_of

    return not any(entries_of(name, summary, explain=False) for name in sections)


def unexpected(failure: Exception) -> str:
    """What to say of an error that is our fault: not its message, which may hold text."""
    return f"unexpected {type(failure).__name__}; please report it with what --debug prints"
