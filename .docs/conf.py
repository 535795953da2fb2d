"""How the documentation is built: `sphinx-build --fail-on-warning .docs build/docs`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

import reference
from sphinx.application import Sphinx

from summarize import __version__

project = "Ringkas"
author = "The Ringkas maintainers"
project_copyright = "the Ringkas maintainers"
version = release = __version__
extensions = ["myst_parser"]
exclude_patterns = ["__pycache__"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"Ringkas {release}"
html_show_sourcelink = False
html_static_path = ["static"]
html_css_files = ["pages.css"]


def setup(app: Sphinx) -> None:
    app.connect("source-read", _link)


def _link(app: Sphinx, name: str, source: list[str]) -> None:
    page = Path(app.env.doc2path(name))
    source[0] = reference.with_files(source[0], page)
