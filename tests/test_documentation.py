"""What README.md and the documentation show is what happens, and their links lead somewhere."""

from __future__ import annotations

import doctest
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from summarize.rendering.formats import FORMATS
from tests.sessions import PAGES, ROOT, lacking, printed, renewed, set_out, steps

OTHERS = (
    *sorted((ROOT / ".github").glob("*.md")),
    ROOT / "summarize/README.md",
    ROOT / "CHANGELOG.md",
)
DOCUMENTS = (*PAGES, *OTHERS)
pages = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
documentation = pytest.mark.skipif(not (ROOT / ".docs").exists(), reason="not in this copy")
checkout = pytest.mark.skipif(not (ROOT / ".github").exists(), reason="not in this copy")


@pages
@pytest.mark.skipif(sys.platform == "win32", reason="they are for a shell of POSIX")
def test_the_sessions_go_as_printed(page: Path, tmp_path: Path) -> None:
    """The steps of a page follow one another in one folder, as in a reader's terminal."""
    set_out(tmp_path)
    left_out = []
    for command, shown in steps(page.read_text("utf-8")):
        if lacking(command):
            left_out.append(command)
        else:
            assert printed(command, tmp_path) == shown, command
    if left_out:
        pytest.skip(f"a program is not installed for: {left_out}")


@pages
def test_the_examples_in_python(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```pycon\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.stem, None, 0)
    said: list[str] = []
    doctest.DocTestRunner().run(examples, out=said.append)
    assert "".join(said) == ""


def test_a_page_is_renewed(tmp_path: Path) -> None:
    page = "```console\n$ echo a; echo b\nold\n$ true\n```\n\n```sh\n$ echo not run\n```\n"
    shown = page.replace("old\n", "a\nb\n")
    assert renewed(page, tmp_path) == renewed(shown, tmp_path) == shown
    assert [*steps(shown)] == [("echo a; echo b", "a\nb\n"), ("true", "")]


@checkout
@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [name for name in targets if not (page.parent / name).exists()] == []


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / ".docs" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@documentation
def test_what_is_made_stands_in_the_pages(reference: ModuleType) -> None:
    pages = {
        path: path.read_text("utf-8") for path in ROOT.joinpath(".docs/reference").glob("*.md")
    }
    assert sum(len(reference.MADE.findall(page)) for page in pages.values()) == 3
    for path, page in pages.items():
        assert page == reference.filled(page), f"{path}: run python .docs/reference.py"


@documentation
def test_the_reference_has_every_option(reference: ModuleType) -> None:
    command = [sys.executable, "-m", "summarize", "--help"]
    shown = subprocess.run(command, capture_output=True, cwd=ROOT, check=True, encoding="utf-8")
    options = re.findall(r"^ +(-\S+(?: --\S+)?)", shown.stdout, re.MULTILINE)
    told = re.findall(r"^\| `(-[^\s`]+(?: --[^\s`]+)?)", reference.options(), re.MULTILINE)
    assert len(options) > 20
    assert told == options


@documentation
def test_an_option_that_takes_two_lines_is_told_whole(reference: ModuleType) -> None:
    assert "| `--ratio P%` | Their share of the story. |" in reference.options()
    assert "and what was found. |" in reference.options()


@documentation
def test_the_reference_has_every_format_and_field(reference: ModuleType) -> None:
    assert [name for name in FORMATS if f"| `{name}` |" not in reference.formats()] == []
    told = reference.fields()
    for place in ("source.metadata.title", "dateline.place", "people[].mentions", "span.text"):
        assert f"\n| `{place}` |" in told
    assert re.findall(r"^##+ (.*)$", told, re.MULTILINE) == [
        *reference.SCHEMA["properties"],
        "Parts that recur",
        *reference.SCHEMA["$defs"],
    ]


@documentation
def test_only_links_out_of_the_documentation_become_downloads(reference: ModuleType) -> None:
    page = ROOT / ".docs" / "how-to" / "extend.md"
    links = "[`a`](../../README.md), [b](archive.md), [c](../index.md)"
    expected = "{download}`a <../../README.md>`, [b](archive.md), [c](../index.md)"
    assert reference.with_files(links, page) == expected
