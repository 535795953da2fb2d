"""The browser, and pages in it that must not fetch or complain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.chromium import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
SIZES: dict[str, Any] = {
    "wide": {"width": 1280, "height": 900},
    "phone": {"width": 390, "height": 844},
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(params=sorted(SIZES))
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens a file; at the end of the test nothing else was asked for and no error was logged."""
    seen: list[str] = []
    opened: list[Page] = []

    def visit(path: Path, size: str = "wide", *, scripts: bool = True, query: str = "") -> Page:
        page = browser.new_page(viewport=SIZES[size], java_script_enabled=scripts)
        opened.append(page)
        here = path.as_uri() + query
        page.on("request", lambda request: seen.append(request.url))
        page.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.goto(here)
        seen.remove(here)
        return page

    yield visit
    for page in opened:
        page.close()
    assert seen == []
