"""Several inputs: which files they are, where their results go, and one outcome for each.

A file that fails does not stop the others; a result file appears whole or not at all.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from summarize.errors import OptionError, ReadError, WriteError
from summarize.models import Summary
from summarize.pipeline import summarize
from summarize.ranking import DEFAULT_METHOD, Length
from summarize.reading import MAX_BYTES, read_file, read_stream

if TYPE_CHECKING:
    from concurrent.futures import Future

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md")


class Input(NamedTuple):
    """A file to read: its path, its path inside the folder it was found in, or `-`."""

    path: str
    relative: str


class Failure(NamedTuple):
    """An input that could not be done, and why; ``path`` is as it was given."""

    path: str
    reason: str


class Options(NamedTuple):
    """How every input is read and summarised."""

    method: str = DEFAULT_METHOD
    language: str = "auto"
    length: Length | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES


class Outcome(NamedTuple):
    """An input with its summary, or with the reason why there is none.

    ``traceback`` is that of an error which nobody foresaw; it may hold text of the document.
    """

    input: Input
    summary: Summary | None = None
    reason: str | None = None
    traceback: str | None = None


def summarize_all(
    inputs: Sequence[Input],
    options: Options,
    *,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """One outcome for each input, in their order, worked out by ``jobs`` processes."""
    if jobs == 1 or len(inputs) < 2:
        for one in inputs:
            yield _outcome(one, options, stdin)
    else:
        yield from _in_processes(inputs, options, jobs, stdin)


def _outcome(one: Input, options: Options, stdin: BinaryIO | None = None) -> Outcome:
    try:
        if one.path == STDIN and stdin is not None:
            read = read_stream(stdin, encoding=options.encoding, max_bytes=options.max_bytes)
        else:
            read = read_file(one.path, encoding=options.encoding, max_bytes=options.max_bytes)
        summary = summarize(
            read, method=options.method, language=options.language, length=options.length
        )
    except ReadError as failure:
        return Outcome(one, reason=str(failure))
    except OptionError:
        raise
    except Exception as failure:  # one document must not stop the others
        import traceback

        return Outcome(one, reason=unexpected(failure), traceback=traceback.format_exc())
    return Outcome(one, summary)


def unexpected(failure: Exception) -> str:
    """What to say of an error that is our fault: not its message, which may hold text."""
    return f"unexpected {type(failure).__name__}; please report it with what --debug prints"


def _in_processes(
    inputs: Sequence[Input], options: Options, jobs: int, stdin: BinaryIO | None
) -> Iterator[Outcome]:
    """The outcomes from a pool of processes, a few inputs ahead of what is asked for."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    left = deque(inputs)
    while left:
        pool = ProcessPoolExecutor(jobs, initializer=_obey_the_parent)
        coming: deque[Future[Outcome] | None] = deque()  # None: standard input, which is ours
        try:
            while left:
                for one in islice(left, len(coming), 4 * jobs):
                    ours = one.path == STDIN
                    coming.append(None if ours else pool.submit(_outcome, one, options))
                first = coming[0]
                yield first.result() if first else _outcome(left[0], options, stdin)
                coming.popleft()
                left.popleft()
        except BrokenProcessPool:  # a document took its process along: which one?
            for _ in range(min(max(1, len(coming)), len(left))):
                one = left.popleft()
                ours = one.path == STDIN
                yield _outcome(one, options, stdin) if ours else _alone(one, options)
        finally:
            pool.shutdown(cancel_futures=True)


def _obey_the_parent() -> None:
    """Leave Ctrl-C, which the terminal sends to all, to the parent; end at its TERM."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _alone(one: Input, options: Options) -> Outcome:
    """The outcome from a process of its own, so that its death can be told."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1, initializer=_obey_the_parent) as pool:
        try:
            return pool.submit(_outcome, one, options).result()
        except BrokenProcessPool:
            return Outcome(one, reason="its process died; perhaps the document needs more memory")


def find_inputs(paths: Sequence[str], *, without: str | None = None) -> Iterator[Input | Failure]:
    """The inputs meant by ``paths``, in order: files as given, folders walked in byte order.

    In a folder, hidden files, links that lead out of it and names without a suffix of a text file
    are passed over, and so are the folder ``without``, where results go, and folders behind links.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112 - bytes that are not UTF-8 stay
            yield from _walk(path, without)
        else:
            yield Input(path, os.path.basename(path))  # noqa: PTH119


def _walk(folder: str, without: str | None) -> Iterator[Input | Failure]:
    unreadable: list[OSError] = []
    found: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not _same(os.path.join(parent, name), without)  # noqa: PTH118
        ]
        for name in names:
            path = os.path.join(parent, name)  # noqa: PTH118
            wanted = not name.startswith(".") and name.lower().endswith(SUFFIXES)
            if wanted and not _leads_out(path, folder):
                found.append(path)
    for error in unreadable:
        yield Failure(str(error.filename), f"folder cannot be read: {error.strerror}")
    for path in sorted(found, key=os.fsencode):
        yield Input(path, os.path.relpath(path, folder))


def _leads_out(path: str, folder: str) -> bool:
    if not os.path.islink(path):  # noqa: PTH114
        return False
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _same(path: str, other: str | None) -> bool:
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def plan_outputs(inputs: Iterable[Input], folder: str, extension: str) -> dict[Input, Path]:
    """The result file of each input: its relative path and full name under ``folder``.

    Raises OptionError if two inputs would share a file or an input would be overwritten.
    """
    planned: dict[Input, Path] = {}
    taken: dict[str, str] = {}
    for one in inputs:
        name = "stdin" if one.path == STDIN else one.relative
        target = Path(folder) / (name + extension)
        key = os.path.normcase(os.path.realpath(target))
        if key in taken:
            raise OptionError(f"{one.path} and {taken[key]} would both be written to {target}")
        taken[key] = one.path
        planned[one] = target
    refuse_overwriting(planned)
    return planned


def refuse_overwriting(planned: Mapping[Input, Path]) -> None:
    """Raise OptionError if a result would be written over one of the inputs."""
    targets = {os.path.realpath(target) for target in planned.values()}
    for one in planned:
        if one.path != STDIN and os.path.realpath(one.path) in targets:
            raise OptionError(f"{one.path} is an input and would be overwritten")


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Put ``pieces`` into the file at ``path``, whole or not at all. Raises WriteError."""
    import tempfile

    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:  # noqa: PTH123
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = None
    except FileExistsError as failure:
        raise WriteError("cannot be written: a file stands where its folder should be") from failure
    except OSError as failure:
        raise WriteError(f"cannot be written: {failure.strerror or failure}") from failure
    finally:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
