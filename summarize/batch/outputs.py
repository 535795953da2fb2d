"""Where results go: a file for each input in one folder, and what stands there already."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from summarize.batch.inputs import STDIN, Input
from summarize.batch.seals import seal_of, sealed, sealed_series
from summarize.batch.writing import sweep, write_whole
from summarize.errors import OptionError, WriteError
from summarize.rendering.formats import Format


class ResultFile(NamedTuple):
    """A file for one result or a series of them; ``force``: whatever stands there."""

    path: str
    format: Format
    force: bool = False

    def key(self) -> str | None:
        """The key of the result that stands there already, if it is one of ours."""
        try:
            seal = None if self.force else seal_of(self.path)
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
        _refuse_foreign(Path(self.path), force=self.force)

    def write(self, rendered: str, key: str) -> None:
        """Write a single result. Raises WriteError, also rather than lose foreign work."""
        self.check()
        write_whole(Path(self.path), [sealed(rendered, self.format, key)])

    def write_series(self, pieces: Iterable[str], key: str) -> None:
        """Write the results of several inputs, as they come. Raises WriteError."""
        write_whole(Path(self.path), sealed_series(pieces, self.format, key))


class Outputs:
    """The folder in which every input has a result file: its relative path and full name.

    Raises OptionError if two inputs would share a file or an input would be overwritten.
    """

    def __init__(self, folder: str, written_in: Format, *, force: bool = False) -> None:
        self.folder, self.format, self.force = folder, written_in, force
        self.extension = written_in.extension or ""

    def file_of(self, one: Input) -> ResultFile:
        """The result file of an input."""
        path = os.path.join(self.folder, _name(one) + self.extension)  # noqa: PTH118
        return ResultFile(path, self.format, self.force)

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure of the plan, and remove what killed runs left where results will go."""
        taken: dict[str, str] = {}
        for one in inputs:
            name = os.path.normcase(_name(one))
            if name in taken:
                target = self.file_of(one).path
                said = f"{one.path} and {taken[name]} would both be written to {target}"
                raise OptionError(said)
            taken[name] = one.path
        folder = os.path.realpath(self.folder)
        for parent in self._parents(inputs):
            real = os.path.join(folder, os.path.relpath(parent, self.folder))  # noqa: PTH118
            if os.path.realpath(parent) != os.path.normpath(real):
                raise OptionError(f"{parent} is a link; results stay inside {self.folder}")
        self._refuse_overwriting(inputs, taken, os.path.join(folder, ""))  # noqa: PTH118
        self.sweep(inputs)

    def _refuse_overwriting(
        self, inputs: Sequence[Input], taken: Collection[str], folder: str
    ) -> None:
        """As `refuse_overwriting`, without a list of the real paths of all results."""
        for one in inputs:
            real = os.path.realpath(one.path)
            if one.path == STDIN or not (real.startswith(folder) and real.endswith(self.extension)):
                continue
            if os.path.normcase(real[len(folder) : -len(self.extension)]) in taken:
                raise OptionError(f"{one.path} is an input and would be overwritten")

    def sweep(self, inputs: Sequence[Input]) -> None:
        """Remove what a killed process has left where the results of ``inputs`` go."""
        for parent in self._parents(inputs):
            sweep(Path(parent))

    def _parents(self, inputs: Sequence[Input]) -> Iterable[str]:
        return dict.fromkeys(os.path.dirname(self.file_of(one).path) for one in inputs)  # noqa: PTH120


class OneOutput:
    """The one file that a result goes into, or all of them."""

    def __init__(self, path: str, written_in: Format, *, force: bool = False) -> None:
        self.file = ResultFile(path, written_in, force)

    def file_of(self, one: Input) -> ResultFile:
        """The file, whatever the input."""
        return self.file

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure that no input is overwritten, and remove what killed runs left."""
        refuse_overwriting(inputs, [self.file.path])
        self.sweep(inputs)

    def sweep(self, inputs: Sequence[Input]) -> None:
        """Remove what a killed process has left where the result goes."""
        sweep(Path(self.file.path).parent)


def _name(one: Input) -> str:
    return "stdin" if one.path == STDIN else one.relative


def _refuse_foreign(target: Path, *, force: bool) -> None:
    try:
        status = target.stat()
        if not stat.S_ISREG(status.st_mode):  # a folder, a pipe, a device
            raise WriteError(
                "stands there and is no file; choose another name, or - for standard output"
            )
        if force or status.st_size == 0:
            return  # nothing is lost with it
        seal = seal_of(target, whole=True)
    except OSError:  # it does not stand there, or writing will say what is wrong
        return
    if seal is None:
        raise WriteError("stands there and is no result; move it away, or overwrite with --force")
    if not seal.intact:
        raise WriteError("was changed by hand since; move it away, or overwrite with --force")


def refuse_overwriting(inputs: Iterable[Input], targets: Iterable[str]) -> None:
    """Raise OptionError if one of the files to write is one of the inputs."""
    real = {os.path.realpath(target) for target in targets}
    for one in inputs:
        if one.path != STDIN and os.path.realpath(one.path) in real:
            raise OptionError(f"{one.path} is an input and would be overwritten")
