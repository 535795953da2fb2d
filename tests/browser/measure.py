"""How fast the digest of many releases opens and filters: ``python -m tests.browser.measure 2000``.

Prints milliseconds: until the first text is seen, until the page is complete, for a first search
(which reads all texts once), for another one, and for all releases again.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from summarize import summarize
from summarize.rendering import render_several
from tests.browser.chromium import chromium
from tests.synthetic import releases

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROUNDS = 5
STEPS = ("first text", "complete", "first search", "search", "all again")
OPENED = """() => [
    performance.getEntriesByName("first-contentful-paint")[0].startTime,
    performance.getEntriesByType("navigation")[0].loadEventEnd]"""
SEARCH = """words => new Promise(done => {
    const field = document.getElementById("words"), count = document.getElementById("count");
    const before = count.textContent, start = performance.now();
    field.focus();
    field.value = words;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    new MutationObserver(() => requestAnimationFrame(() =>
        setTimeout(() => done(performance.now() - start)))).observe(count, {childList: true});
})"""


def measure(path: Path, browser: Browser) -> list[float]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    times = [*page.evaluate(OPENED)]
    times += [page.evaluate(SEARCH, words) for words in ("stunting", "kota banjir", "")]
    page.close()
    return times


def main(count: int) -> None:
    """Make the digest of ``count`` releases and print the median of a few rounds for each step."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path = Path(folder) / "digest.html"
        summaries = (summarize(parts.text) for parts in releases(count, seed=1))
        path.write_text("".join(render_several(summaries, "html")), "utf-8")
        size = path.stat().st_size / 1e6
        rounds = [measure(path, browser) for _ in range(ROUNDS)]
    sys.stdout.write(f"{count} releases, {size:.1f} MB\n")
    for step, times in zip(STEPS, zip(*rounds, strict=True), strict=True):
        sys.stdout.write(f"{step:>14} {statistics.median(times):8.0f} ms\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
