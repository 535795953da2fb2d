"""Summaries as HTML: a page for one release, a digest for many; each one self-contained file.

The digest takes releases as :class:`Story` records, which worker processes can make and hand over.
"""

from summarize.rendering.html.digest import render_digest
from summarize.rendering.html.single import render_html
from summarize.rendering.html.stories import Story, story_of

__all__ = ["Story", "render_digest", "render_html", "story_of"]
