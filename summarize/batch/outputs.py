"""Where results go, and what stands there already: a file for each input, or one for all.

All of them are an `Output`, and so are the databases of :mod:`summarize.batch.stores`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from summarize.batch.inputs import STDIN, Input
from summarize.batch.seals import seal_of, sealed, sealed_series
from summarize.errors import NotRegularError, OptionError, RemoteError, WriteError
from summarize.rendering.formats import Format
from summarize.storage import join, storage_of

if TYPE_CHECKING:
    from summarize.batch.work import Outcome

FOREIGN = "stands there and is no result; move it away, or overwrite with --force"


class Output(Protocol):
    """Where results go. All but ``has`` and ``take`` is for the process that started the others.

    ``goes_on``: what is there of a run that was stopped, the next one leaves as it is.
    """

    path: str
    goes_on: bool

    @property
    def shared(self) -> str | None:
        """The folder that other processes write into; None if only this one writes."""

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure of the plan, and remove what killed runs left.

        Raises OptionError for what cannot be meant, WriteError if foreign work would be lost.
        """

    def place_of(self, one: Input) -> str:
        """Where the result of ``one`` goes, to be told of what cannot be written."""

    def has(self, one: Input, key: str) -> bool:
        """Whether the result of ``one`` that is there already was made with the same key."""

    def recall(self, one: Input) -> Input:
        """``one`` with what ``has`` needs where nobody can look at the results."""

    def edited(self, one: Input) -> str | None:
        """Where the result of ``one`` stands, if somebody has changed it since; else None."""

    def take(self, one: Input, made: Any, key: str) -> Any:
        """Write what was made of ``one``, or give back what ``deliver`` is to write of it."""

    def deliver(self, outcomes: Iterator[Outcome], tell: Callable[[Outcome], None]) -> None:
        """Write what ``take`` gave back, in order; ``tell`` hears of each when it is safe."""

    def sweep(self, inputs: Sequence[Input]) -> None:
        """Remove what a process that is killed has left where the results go."""


class ResultFile(NamedTuple):
    """A file for one result or a series of them; ``force``: whatever stands there."""

    path: str
    format: Format
    force: bool = False

    def key(self) -> str | None:
        """The key of the result that stands there already, if it is one of ours."""
        try:
            seal = None if self.force or self.format.seal is None else seal_of(self.path)
        except OSError:
            return None
        return None if seal is None else seal.key

    def edited(self) -> bool:
        """Whether somebody has changed the result that stands there."""
        try:
            seal = seal_of(self.path, whole=True)
        except OSError:
            return False
        return seal is not None and not seal.intact

    def check(self) -> None:
        """Raise WriteError if work of somebody else would be lost."""
        _refuse_foreign(self.path, force=self.force)

    def write(self, rendered: str, key: str) -> None:
        """Write a single result. Raises WriteError, also rather than lose foreign work."""
        self.check()
        pieces = [sealed(rendered, self.format, key)]
        storage_of(self.path).write_whole(self.path, pieces)


class _Files:
    """A result file for each input, written by the process that made the result."""

    path: str
    goes_on: bool

    @property
    def shared(self) -> str:
        """The folder of the files."""
        return self.path

    def file_of(self, one: Input) -> ResultFile:
        raise NotImplementedError

    def place_of(self, one: Input) -> str:
        """The path of the file of ``one``."""
        return self.file_of(one).path

    def recall(self, one: Input) -> Input:
        """``one`` as it is: whoever writes the file can look at it."""
        return one

    def has(self, one: Input, key: str) -> bool:
        """Whether the file of ``one`` is a result made with that key."""
        return self.file_of(one).key() == key

    def edited(self, one: Input) -> str | None:
        """The path of the file of ``one``, if somebody has changed it since."""
        return self.file_of(one).path if self.file_of(one).edited() else None

    def take(self, one: Input, made: str, key: str) -> None:
        """Write the file of ``one``. Raises WriteError, also rather than lose foreign work."""
        self.file_of(one).write(made, key)

    def deliver(self, outcomes: Iterator[Outcome], tell: Callable[[Outcome], None]) -> None:
        """Tell of each: it is written already."""
        for outcome in outcomes:
            tell(outcome)


class Outputs(_Files):
    """The folder in which every input has a result file: its relative path and full name.

    Raises OptionError if two inputs would share a file or an input would be overwritten.
    """

    def __init__(self, folder: str, written_in: Format, *, force: bool = False) -> None:
        self.path, self.format, self.force = folder, written_in, force
        self.extension = written_in.extension or ""
        self.goes_on = written_in.seal is not None

    def file_of(self, one: Input) -> ResultFile:
        """The result file of an input."""
        path = join(self.path, self._result_of(one))
        return ResultFile(path, self.format, self.force)

    def _result_of(self, one: Input) -> str:
        """The relative path of a result; a template makes ``a.txt`` of ``a.txt``."""
        name = _name(one)
        same = self.format.keeps_names and name.lower().endswith(self.extension)
        return name if same else name + self.extension

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure of the plan, and remove what killed runs left where results will go."""
        taken: dict[str, str] = {}
        for one in inputs:
            name = os.path.normcase(self._result_of(one))
            if name in taken:
                target = self.file_of(one).path
                said = f"{one.path} and {taken[name]} would both be written to {target}"
                raise OptionError(said)
            taken[name] = one.path
        storage = storage_of(self.path)
        for parent in self._parents(inputs):
            if not storage.is_straight(self.path, parent):
                raise OptionError(f"{parent} is a link; results stay inside {self.path}")
        self._refuse_overwriting(inputs, taken, join(storage.real(self.path), ""))
        storage.check(self.path)
        self.sweep(inputs)

    def _refuse_overwriting(
        self, inputs: Sequence[Input], taken: Collection[str], folder: str
    ) -> None:
        """As `refuse_overwriting`, without a list of the real paths of all results."""
        for one in inputs:
            real = one.path if one.path == STDIN else storage_of(one.path).real(one.path)
            if one.path == STDIN or not real.startswith(folder):
                continue
            if os.path.normcase(real[len(folder) :]) in taken:
                raise OptionError(f"{one.path} is an input and would be overwritten")

    def sweep(self, inputs: Sequence[Input]) -> None:
        """Remove what a killed process has left where the results of ``inputs`` go."""
        storage_of(self.path).sweep(self._parents(inputs))

    def _parents(self, inputs: Sequence[Input]) -> Iterable[str]:
        return dict.fromkeys(os.path.dirname(self.file_of(one).path) for one in inputs)  # noqa: PTH120


class _OneFile:
    """What there is to do before and after a single file is written."""

    path: str

    def place_of(self, one: Input) -> str:
        """The file, whatever the input."""
        return self.path

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure that no input is overwritten, and remove what killed runs left."""
        refuse_overwriting(inputs, [self.path])
        storage_of(self.path).check(os.path.dirname(self.path))  # noqa: PTH120
        self.sweep(inputs)

    def sweep(self, inputs: Sequence[Input]) -> None:
        """Remove what a killed process has left where the result goes."""
        storage_of(self.path).sweep([os.path.dirname(self.path)])  # noqa: PTH120


class OneOutput(_OneFile, _Files):
    """The one file that the result of a single input goes into."""

    def __init__(self, path: str, written_in: Format, *, force: bool = False) -> None:
        self.path, self.file = path, ResultFile(path, written_in, force)
        self.goes_on = written_in.seal is not None

    def file_of(self, one: Input) -> ResultFile:
        """The file, whatever the input."""
        return self.file


class Whole(_OneFile):
    """One file that the results of all inputs go into, made anew by each run."""

    goes_on = False
    shared = None

    def edited(self, one: Input) -> None:
        """None: no single result is left as it is."""

    def check(self) -> None:
        """Raise WriteError if work of somebody else would be lost."""
        raise NotImplementedError

    def write(self, parts: Iterator[Any]) -> None:
        """Write the file, whole or not at all. Raises WriteError."""
        raise NotImplementedError

    def prepare(self, inputs: Sequence[Input]) -> None:
        """As for any file, and before all the work look whether it would be for nothing."""
        super().prepare(inputs)
        self.check()

    def recall(self, one: Input) -> Input:
        """``one`` as it is: nothing is kept."""
        return one

    def has(self, one: Input, key: str) -> bool:
        """Nothing of what stands there is kept."""
        return False

    def take(self, one: Input, made: Any, key: str) -> Any:
        """What was made, to be written with all the rest."""
        return made

    def deliver(self, outcomes: Iterator[Outcome], tell: Callable[[Outcome], None]) -> None:
        """Write the file as the results come; none if all inputs fail."""
        parts = made_in(outcomes, tell)
        first = next(parts, None)
        if first is not None:
            self.write(chain([first], parts))


class Series(Whole):
    """A file of text; ``join`` makes its pieces of the parts, ``key`` is that of all of them."""

    def __init__(
        self,
        path: str,
        written_in: Format,
        join: Callable[[Iterable[Any]], Iterable[str]],
        key: str,
        *,
        force: bool = False,
    ) -> None:
        self.path, self.join, self.key = path, join, key
        self.file = ResultFile(path, written_in, force)

    def check(self) -> None:
        """Raise WriteError if work of somebody else would be lost."""
        self.file.check()

    def write(self, parts: Iterator[Any]) -> None:
        """Write the file, whole or not at all. Raises WriteError."""
        pieces = sealed_series(self.join(parts), self.file.format, self.key)
        storage_of(self.path).write_whole(self.path, pieces)


def made_in(outcomes: Iterator[Outcome], tell: Callable[[Outcome], None]) -> Iterator[Any]:
    """What was made of the inputs that did not fail; of each outcome is told when it comes."""
    for outcome in outcomes:
        tell(outcome)
        if outcome.reason is None:
            yield outcome.made


def _name(one: Input) -> str:
    return "stdin" if one.path == STDIN else one.relative


def loses_something(target: str, *, force: bool) -> bool:
    """Whether something would be lost with what stands at ``target``.

    Raises WriteError if it is no file, RemoteError if a store does not tell.
    """
    try:
        holds = storage_of(target).holds(target)
    except NotRegularError as failure:  # a folder, a pipe, a device
        raise WriteError(
            "stands there and is no file; choose another name, or - for standard output"
        ) from failure
    return not force and holds


def _refuse_foreign(target: str, *, force: bool) -> None:
    try:
        if not loses_something(target, force=force):
            return
        seal = seal_of(target, whole=True)
    except RemoteError as failure:
        raise WriteError(f"cannot be written: {failure}") from failure
    except OSError:  # writing will say what is wrong
        return
    if seal is None:
        raise WriteError(FOREIGN)
    if not seal.intact:
        raise WriteError("was changed by hand since; move it away, or overwrite with --force")


def refuse_overwriting(inputs: Iterable[Input], targets: Iterable[str]) -> None:
    """Raise OptionError if one of the files to write is one of the inputs."""
    real = {storage_of(target).real(target) for target in targets}
    for one in inputs:
        if one.path != STDIN and storage_of(one.path).real(one.path) in real:
            raise OptionError(f"{one.path} is an input and would be overwritten")
