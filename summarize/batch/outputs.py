"""Where results go: a file for each input in one folder, and what stands there already."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from summarize.batch.inputs import STDIN, Input
from summarize.batch.marks import mark_of, sealed, sealed_series
from summarize.batch.writing import sweep, write_whole
from summarize.errors import OptionError, WriteError


class Outputs:
    """The folder in which every input has a result file: its relative path and full name.

    Raises OptionError if two inputs would share a file or an input would be overwritten.
    """

    def __init__(
        self, folder: str, format_name: str, extension: str, *, force: bool = False
    ) -> None:
        self.folder, self.format_name, self.extension = folder, format_name, extension
        self.force = force

    def path_of(self, one: Input) -> str:
        """The result file of an input."""
        return os.path.join(self.folder, _name(one) + self.extension)  # noqa: PTH118

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure of the plan, and remove what killed runs left where results will go."""
        taken: dict[str, str] = {}
        for one in inputs:
            name = os.path.normcase(_name(one))
            if name in taken:
                said = f"{one.path} and {taken[name]} would both be written to {self.path_of(one)}"
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
        return dict.fromkeys(os.path.dirname(self.path_of(one)) for one in inputs)  # noqa: PTH120

    def key_of(self, one: Input) -> str | None:
        """The key of the result that an input has already, if it is one of ours."""
        try:
            mark = None if self.force else mark_of(self.path_of(one))
        except OSError:
            return None
        return None if mark is None else mark.key

    def write(self, one: Input, rendered: str, key: str) -> None:
        """Write the result of an input. Raises WriteError, also rather than lose foreign work."""
        target = Path(self.path_of(one))
        _refuse_foreign(target, force=self.force)
        write_whole(target, [sealed(rendered, self.format_name, key)])


class OneOutput(Outputs):
    """The one file that a result goes into, or all of them."""

    def __init__(self, path: str, format_name: str, *, force: bool = False) -> None:
        super().__init__(os.path.dirname(path), format_name, "", force=force)  # noqa: PTH120
        self.path = path

    def path_of(self, one: Input) -> str:
        return self.path

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure that no input is overwritten, and remove what killed runs left."""
        refuse_overwriting(inputs, [self.path])
        sweep(Path(self.path).parent)

    def write_all(self, pieces: Iterable[str], key: str) -> None:
        """Write the results of all inputs, as they come. Raises WriteError."""
        write_whole(Path(self.path), sealed_series(pieces, self.format_name, key))

    def check(self) -> None:
        """Raise WriteError if work of somebody else would be lost."""
        _refuse_foreign(Path(self.path), force=self.force)


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
        mark = mark_of(target, whole=True)
    except OSError:  # it does not stand there, or writing will say what is wrong
        return
    if mark is None:
        raise WriteError("stands there and is no result; move it away, or overwrite with --force")
    if not mark.intact:
        raise WriteError("was changed by hand since; move it away, or overwrite with --force")


def refuse_overwriting(inputs: Iterable[Input], targets: Iterable[str]) -> None:
    """Raise OptionError if one of the files to write is one of the inputs."""
    real = {os.path.realpath(target) for target in targets}
    for one in inputs:
        if one.path != STDIN and os.path.realpath(one.path) in real:
            raise OptionError(f"{one.path} is an input and would be overwritten")
