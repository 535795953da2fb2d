"""What is said of a run on standard error: failures, notes, progress and the reckoning."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from summarize.batch import Outcome
from summarize.reading import shown_path

from .messages import counted, translated
from .streams import complain

if TYPE_CHECKING:
    from .progress import Bar


BARE = "nothing found of what --only asks for"


class Report:
    """Says what happened, and remembers what has to be reckoned up at the end.

    Of a series, warnings are only counted: a thousand lines of them would hide a failure.
    """

    def __init__(self, *, series: bool, quiet: bool, debug: bool) -> None:
        self.series, self.quiet, self.debug = series, quiet, debug
        self.done = self.current = self.failures = self.doubtful = self.over = self.bare = 0
        self.started = time.monotonic()
        self.bar: Bar | None = None

    @property
    def failed(self) -> bool:
        return self.failures > 0

    def failure(self, path: str, reason: str, traceback: str | None = None) -> None:
        self.failures += 1
        self._say(f"{shown_path(path)}: {translated(reason)}")
        if traceback and self.debug:
            sys.stderr.write(traceback)

    def note(self, line: str) -> None:
        if not self.quiet:
            self._say(translated(line))

    def outcome(self, outcome: Outcome) -> None:
        """Tell of an input that has had its turn."""
        self.over += 1
        if outcome.reason is None:
            self._result(outcome)
        else:
            path = outcome.unwritten or outcome.input.path
            self.failure(path, outcome.reason, outcome.traceback)
        if self.bar:
            self.bar.advance(self.failures)

    def _result(self, outcome: Outcome) -> None:
        path = shown_path(outcome.input.path)
        self.done += not outcome.current
        self.current += outcome.current
        self.doubtful += bool(outcome.warnings)
        self.bare += outcome.bare
        if outcome.edited is not None:
            said = "was changed by hand since and is left as it is; --force makes it anew"
            self.note(f"{shown_path(outcome.edited)}: {translated(said)}")
        if outcome.empty:
            self.note(f"{path}: {translated('empty, nothing to summarize')}")
        if outcome.bare and not self.series:
            self.note(f"{path}: {translated(BARE)}")
        if not self.series:
            for warning in outcome.warnings:
                self.note(f"{path}: {translated(warning)}")

    @contextmanager
    def progress(self, total: int, *, bar: bool = True, goes_on: bool = False) -> Iterator[None]:
        """Tell how far ``total`` inputs came: in a bar if anybody can see it, and when stopped.

        ``goes_on``: the same command again leaves out what is done.
        """
        try:
            with self._bar(total) if bar else nullcontext():
                yield
        except (KeyboardInterrupt, SystemExit):  # Ctrl-C, or a signal
            if self.series:
                said = f"stopped after {counted(self.over)} of {counted(total)}"
                again = f"{said}; run the same command again to go on"
                self.note(f"summarize: {translated(again if goes_on else said)}")
            raise

    @contextmanager
    def _bar(self, total: int) -> Iterator[None]:
        if self.quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            yield
            return
        from .progress import Bar

        self.bar = Bar(total)
        try:
            yield
        finally:
            self.bar.close()
            self.bar = None

    def nothing_at_all(self) -> None:
        """Tell of a series in which no release has anything of what was asked for."""
        if self.series and self.bare and self.bare == self.done + self.current:
            self.note(f"summarize: {translated(BARE)}")

    def reckoning(self) -> str:
        """One line for the whole run."""
        seconds = time.monotonic() - self.started
        rate = (self.done + self.current + self.failures) / max(seconds, 0.001)
        doubtful = f"; {counted(self.doubtful)} with warnings, see JSON or CSV"
        warned = doubtful if self.doubtful else ""
        return translated(
            f"done {counted(self.done)}, skipped {counted(self.current)}, "
            f"failed {counted(self.failures)} in {counted(seconds, 1)} s, "
            f"{counted(rate, 1)} releases a second{warned}"
        )

    def _say(self, line: str) -> None:
        if self.bar:
            self.bar.say(line)
        else:
            complain(line)
