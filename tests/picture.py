"""Draws the terminal's page of a release: `python -m tests.picture RELEASE > PICTURE.svg`."""

from __future__ import annotations

import io
import re
import sys

from rich.console import Console

from cli.views import WIDEST, show_page
from summarize import summarize
from summarize.reading import read_file


def draw(path: str) -> str:
    """The page as an SVG picture that asks for nothing from elsewhere."""
    console = Console(
        record=True, file=io.StringIO(), width=WIDEST, force_terminal=True, color_system="truecolor"
    )
    show_page(console, summarize(read_file(path)))
    drawn = console.export_svg(title=f"summarize {path}", unique_id="page")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


if __name__ == "__main__":
    sys.stdout.write(draw(sys.argv[1]))
