"""What is shipped: the wheel's files, and that it works where only the wheel is installed."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from summarize import __version__

ROOT = Path(__file__).parent.parent
HOOK = ROOT / ".ci" / "description.py"
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"


def command(*arguments: str | Path, cwd: Path) -> str:
    """What a command prints, away from the checkout's own modules."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        arguments, capture_output=True, cwd=cwd, env=environment, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the source distribution, as an index would serve it."""
    target = tmp_path_factory.mktemp("dist")
    command(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, ROOT, cwd=target)
    (built,) = target.glob("*.whl")
    return built


def files_under(folder: str, becomes: str) -> set[str]:
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {
        f"{becomes}/{path.relative_to(ROOT / folder).as_posix()}"
        for path in paths
        if "__pycache__" not in path.parts
    }


def test_the_wheel_holds_one_package_with_the_command_line_inside(wheel: Path) -> None:
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    manuals = {name for name in names if name.split("/")[0].endswith(".data")}
    assert {"/".join(name.split("/")[1:]) for name in manuals} == {
        f"data/share/man/man1/{name}.1" for name in ("summarize", "ringkas")
    }
    names -= manuals
    assert {name.split("/")[0] for name in names} == {"summarize"}
    assert names == files_under("summarize", "summarize") | files_under("cli", "summarize/cli")


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    archive = ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    lines = archive.read(metadata).decode().splitlines()
    assert "Name: ringkas" in lines
    assert f"Version: {__version__}" in lines
    assert "License-Expression: MIT" in lines
    assert any(line.startswith("Requires-Dist: numpy") for line in lines)


def test_an_index_shows_no_link_that_leads_nowhere(wheel: Path) -> None:
    archive = ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    description = archive.read(metadata).decode().partition("\n\n")[2]
    assert description.startswith("# Ringkas\n")
    assert set(re.findall(r"\]\((?!https://)(.*?)\)", description)) == set()
    assert "IndoSum" in description
    assert "CC BY-SA 4.0" in description


@pytest.mark.parametrize(
    ("address", "repository", "shown"),
    [
        ("", None, "A first release, sumy: ![d](https://a.example/d.png), see #there."),
        (
            "https://git.example/a/ringkas/-/blob/main/",
            "https://git.example/a/ringkas",
            "[A first release](https://git.example/a/ringkas/-/blob/main/.docs/tutorial.md), sumy: "
            "![d](https://a.example/d.png)![p](https://git.example/a/ringkas/-/raw/main/p.png), "
            "see #there.",
        ),
    ],
    ids=["nowhere", "somewhere"],
)
def test_links_are_led_to_where_the_project_is(
    address: str, repository: str | None, shown: str
) -> None:
    described, addresses = (runpy.run_path(str(HOOK))[name] for name in ("described", "addresses"))
    page = (
        "[A first release](.docs/tutorial.md), sumy: ![d](https://a.example/d.png)![p](p.png), "
        "see #there."
    )
    assert described(page, address) == shown
    assert addresses(address).get("Repository") == repository
    files = [url.removeprefix(address) for url in addresses(address).values()][1:]
    assert [name for name in files if not ROOT.joinpath(name).exists()] == []


def test_the_installed_wheel_does_the_seed(wheel: Path, tmp_path: Path) -> None:
    """Installed without an index: the dependencies are those of this environment."""
    venv.create(tmp_path / "fresh", with_pip=False)
    scripts = tmp_path / "fresh" / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / "python"
    command(
        *(sys.executable, "-m", "pip", "--python", python, "install"),
        *("--quiet", "--no-index", "--no-deps", wheel),
        cwd=tmp_path,
    )
    (packages,) = (tmp_path / "fresh").glob("[Ll]ib/**/site-packages")
    packages.joinpath("dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")

    manual = tmp_path / "fresh" / "share" / "man" / "man1" / "summarize.1"
    assert manual.read_text().startswith('.\\" Made from --help')
    where = command(python, "-c", "import summarize; print(summarize.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(packages)
    for name in ("summarize", "ringkas"):
        assert command(scripts / name, "--version", cwd=tmp_path) == f"ringkas {__version__}\n"
    page = command(scripts / "summarize", SEED, cwd=tmp_path)
    assert page == command(python, "-m", "summarize", SEED, cwd=tmp_path)
    assert page.startswith("Sekda Kalteng Ikuti")
