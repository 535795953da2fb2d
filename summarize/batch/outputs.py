"""Where results go: a file for each input in one folder, and what stands there already."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from summarize.batch.inputs import STDIN, Input
from summarize.batch.marks import mark_of, sealed
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
        name = "stdin" if one.path == STDIN else one.relative
        return os.path.join(self.folder, name + self.extension)  # noqa: PTH118

    def prepare(self, inputs: Sequence[Input]) -> None:
        """Make sure of the plan, and remove what killed runs left where results will go."""
        taken: dict[str, str] = {}
        for one in inputs:
            target = self.path_of(one)
            key = os.path.normcase(target)
            if key in taken:
                raise OptionError(f"{one.path} and {taken[key]} would both be written to {target}")
            taken[key] = one.path
        refuse_overwriting(inputs, taken)
        for parent in self._parents(inputs):
            self._refuse_elsewhere(parent)
        self.sweep(inputs)

    def sweep(self, inputs: Sequence[Input]) -> None:
        """Remove what a killed process has left where the results of ``inputs`` go."""
        for parent in self._parents(inputs):
            sweep(Path(parent))

    def _parents(self, inputs: Sequence[Input]) -> Iterable[str]:
        return dict.fromkeys(os.path.dirname(self.path_of(one)) for one in inputs)  # noqa: PTH120

    def _refuse_elsewhere(self, parent: str) -> None:
        """No link below the folder may lead results out of it."""
        if not Path(os.path.realpath(parent)).is_relative_to(os.path.realpath(self.folder)):
            raise OptionError(f"{parent} leads out of {self.folder}; results stay inside it")

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
        if not self.force:
            _refuse_foreign(target)
        write_whole(target, [sealed(rendered, self.format_name, key)])


def _refuse_foreign(target: Path) -> None:
    try:
        mark = mark_of(target, whole=True) if target.stat().st_size else None
        if target.stat().st_size == 0:
            return
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
