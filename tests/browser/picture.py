"""Draw the picture of the digest, for README and .docs: ``python -m tests.browser.picture``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from summarize import summarize
from summarize.reading import from_text
from summarize.rendering import render_several
from tests.browser.chromium import chromium
from tests.synthetic import releases

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
TARGET = ROOT / ".assets" / "digest.png"


def draw(target: Path) -> None:
    """Screenshot the digest of the seed and some made-up releases during a search."""
    texts = [SEED.read_text("utf-8"), *(parts.text for parts in releases(400, seed=8))]
    summaries = (
        summarize(from_text(text)._replace(path=f"rilis/{number:03}.txt"))
        for number, text in enumerate(texts)
    )
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path = Path(folder) / "digest.html"
        path.write_text("".join(render_several(summaries, "html")), "utf-8")
        page = browser.new_page(viewport={"width": 1200, "height": 860})
        page.goto(path.as_uri())
        page.fill("#words", "kompetensi")
        page.wait_for_timeout(500)
        target.parent.mkdir(exist_ok=True)
        page.screenshot(path=target)


if __name__ == "__main__":
    draw(TARGET)
