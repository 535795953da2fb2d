"""What one run is asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarize.records import NamedTuple

from .formats import BY_EXTENSION

if TYPE_CHECKING:
    from summarize.batch import Options

TIMEOUT = 300.0  # seconds; a text of 20 MB takes less than half


class Request(NamedTuple):
    """What one run is asked to do."""

    paths: tuple[str, ...]
    options: Options
    format_name: str | None = None
    output: str | None = None
    sections: tuple[str, ...] | None = None
    explain: bool = False
    full: bool = False
    pager: bool = True
    bom: bool = False
    patterns: tuple[str, ...] = ()
    jobs: int | None = None
    timeout: float = TIMEOUT
    force: bool = False
    quiet: bool = False
    debug: bool = False

    @property
    def several(self) -> bool:
        """Whether the results come as a series: more than one path, or a folder."""
        return len(self.paths) > 1 or Path(self.paths[0]).is_dir()

    @property
    def folder(self) -> str | None:
        """The folder that the results go into, a file for each, if that is asked for."""
        if self.output is None:
            return None
        one_file = Path(self.output).suffix.lower() in BY_EXTENSION
        if Path(self.output).is_dir() or (self.several and not one_file):
            return self.output
        return None
