"""Runs without options: the same without Typer, which is not even imported."""

from __future__ import annotations

import os
import sys
from io import StringIO
from pathlib import Path

import pytest

from cli import delivery
from cli.app import app
from cli.everyday import everyday_request
from tests.test_habits import run
from tests.test_imports import loaded_by
from tests.test_process import SEED

OURS = ("RINGKAS_", "_SUMMARIZE_", "_RINGKAS_")
# What a run without options goes without: Typer, and what of the standard library is slow to load.
SPARED = {"typer", "dataclasses", "inspect", "statistics", "subprocess", "shutil", "difflib"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, without settings of anybody's."""
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "arguments", [[], ["-"], ["a.txt"], ["a.txt", "-", "a folder"], ["http://a.test"], [""]]
)
def test_paths_alone_ask_for_what_the_options_have_as_defaults(
    arguments: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[delivery.Request] = []

    def deliver(request: delivery.Request) -> int:
        asked.append(request)
        return 0

    monkeypatch.setattr(delivery, "deliver", deliver)
    with pytest.raises(SystemExit) as left:
        app(arguments)
    assert left.value.code == 0
    assert [everyday_request(arguments)] == asked


@pytest.mark.parametrize("arguments", [["--full"], ["a.txt", "-n", "3"], ["--", "a.txt"], ["-h"]])
def test_options_are_read_by_typer(arguments: list[str], folder: Path) -> None:
    assert everyday_request(arguments) is None


@pytest.mark.parametrize(
    ("name", "everyday"),
    [("RINGKAS_FORMAT", False), ("_SUMMARIZE_COMPLETE", False), ("RINGKAS_LANG", True)],
)
def test_variables_are_read_by_typer(
    name: str, everyday: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "id")
    assert (everyday_request(["a.txt"]) is not None) is everyday


@pytest.mark.parametrize(
    ("settings", "everyday"), [("", True), ("full = true", False), ("no TOML", False)]
)
def test_files_of_settings_are_read_by_typer(settings: str, everyday: bool, folder: Path) -> None:
    (folder / "ringkas.toml").write_text(settings, "utf-8")
    assert (everyday_request(["a.txt"]) is not None) is everyday


def test_nothing_to_read_on_a_terminal_is_for_the_help(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert everyday_request([]) is None
    assert everyday_request(["a.txt"]) is not None


@pytest.mark.parametrize("path", [str(SEED), "nowhere.txt", "http://a.test"])
def test_a_run_says_the_same_either_way(path: str) -> None:
    plain, read = run(path), run("--no-config", path)
    assert (plain.returncode, plain.stdout, plain.stderr) == (
        read.returncode,
        read.stdout,
        read.stderr,
    )


def test_a_run_without_options_does_not_load_what_reads_them() -> None:
    assert not SPARED & loaded_by(str(SEED))
