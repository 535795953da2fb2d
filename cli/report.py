"""What is said of a run on standard error: failures, notes, progress and the reckoning."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarize.batch import Outcome
from summarize.reading import shown_path

from .streams import complain

if TYPE_CHECKING:
    from .progress import Bar


class Report:
    """Says what happened, and remembers what has to be reckoned up at the end.

    Of a series, warnings are only counted: a thousand lines of them would hide a failure.
    """

    def __init__(self, *, series: bool, quiet: bool, debug: bool) -> None:
        self.series, self.quiet, self.debug = series, quiet, debug
        self.done = self.current = self.failures = self.doubtful = 0
        self.started = time.monotonic()
        self.bar: Bar | None = None

    @property
    def failed(self) -> bool:
        return self.failures > 0

    def failure(self, path: str, reason: str, traceback: str | None = None) -> None:
        self.failures += 1
        self._say(f"{shown_path(path)}: {reason}")
        if traceback and self.debug:
            sys.stderr.write(traceback)

    def note(self, line: str) -> None:
        if not self.quiet:
            self._say(line)

    def outcome(self, outcome: Outcome) -> None:
        """Tell of an input that has had its turn."""
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
        if outcome.empty:
            self.note(f"{path}: empty, nothing to summarize")
        if not self.series:
            for warning in outcome.warnings:
                self.note(f"{path}: {warning}")

    @contextmanager
    def progress(self, total: int) -> Iterator[None]:
        """Show a bar for as long as ``total`` inputs are worked on, if anybody can see it."""
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

    def reckoning(self) -> str:
        """One line for the whole run."""
        seconds = time.monotonic() - self.started
        rate = (self.done + self.current + self.failures) / max(seconds, 0.001)
        warned = f"; {self.doubtful:,} with warnings, see JSON or CSV" if self.doubtful else ""
        return (
            f"done {self.done:,}, skipped {self.current:,}, failed {self.failures:,} "
            f"in {seconds:.1f} s, {rate:.1f} releases a second{warned}"
        )

    def _say(self, line: str) -> None:
        if self.bar:
            self.bar.say(line)
        else:
            complain(line)
