"""The bar that shows how far a batch is, on standard error."""

from __future__ import annotations

import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from summarize.rendering.visible import shown

from .messages import counted, translated

PAUSE = 0.1  # seconds between two drawings


class Bar:
    """A bar with count, rate, time left and failures; it draws itself when it is told news.

    It has no thread of its own: worker processes are forked while it is shown.
    """

    def __init__(self, total: int) -> None:
        self.console = Console(stderr=True, highlight=False, markup=False, emoji=False)
        self.progress = Progress(
            MofNCompleteColumn(),
            BarColumn(),
            TextColumn("{task.fields[rate]}", markup=False),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}", markup=False, style="red"),
            console=self.console,
            auto_refresh=False,
            transient=True,
        )
        self.task = self.progress.add_task("", total=total, rate="", failed="")
        self.started = self.drawn = time.monotonic()
        self.count = 0
        self.progress.start()

    def advance(self, failures: int) -> None:
        """One more is over; so many of them have failed."""
        self.count += 1
        now = time.monotonic()
        rate = f"{counted(self.count / max(now - self.started, 0.001), 1)}/s"
        failed = translated(f"{counted(failures)} failed") if failures else ""
        self.progress.update(self.task, completed=self.count, rate=rate, failed=failed)
        if now - self.drawn >= PAUSE:
            self.drawn = now
            self.progress.refresh()

    def say(self, line: str) -> None:
        """Print a line above the bar."""
        self.console.print(Text(shown(line)), soft_wrap=True)

    def close(self) -> None:
        """Take the bar away."""
        self.progress.stop()
