"""What a host and contributors find beside the source."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
pytestmark = pytest.mark.skipif(not (ROOT / ".github").exists(), reason="not in this copy")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_pins_its_actions_and_runs_what_is_here(workflow: Path) -> None:
    text = workflow.read_text("utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert [name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)] == []
    scripts = [ROOT / name for name in re.findall(r"\.ci/\w+", text)]
    assert scripts
    assert all(os.access(script, os.X_OK) for script in scripts)


def test_a_release_is_tried_with_each_python_that_is_promised() -> None:
    promised = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["project"]
    versions = re.findall(r"Python :: (3\.\d+)", "\n".join(promised["classifiers"]))
    release = ROOT.joinpath(".ci", "release").read_text("utf-8")
    assert re.findall(r"python(3\.\d+)\b", release) == versions
    assert promised["requires-python"] == f">={versions[0]}"


def test_the_tests_run_on_each_system_with_each_python_that_is_promised() -> None:
    promised = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["project"]
    versions = re.findall(r"Python :: (3\.\d+)", "\n".join(promised["classifiers"]))
    text = ROOT.joinpath(".github", "workflows", "ci.yml").read_text("utf-8")
    assert f"python: {json.dumps(versions)}" in text
    assert re.findall(r"(\w+)-[\d.]+[],]", text) == ["ubuntu", "macos", "windows"]


def test_a_release_uploads_nothing() -> None:
    release = ROOT.joinpath(".ci", "release").read_text("utf-8")
    assert re.findall(r"twine\"? (\w+)", release) == ["check"]
    assert re.findall(r"\b(?:git push|git tag|curl|gpg)\b", release) == []


def test_there_is_no_address_that_nobody_reads() -> None:
    for page in ROOT.joinpath(".github").rglob("*.*"):
        text = page.read_text("utf-8")
        assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", text) == [], page.name
