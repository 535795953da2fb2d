"""The table of habits in the documentation: what it says of Ringkas, row by row, in a process."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.endurance import command, tree_of
from tests.synthetic import make_releases
from tests.test_habits import place, run
from tests.test_process import PROGRAM, ROOT, SEED, on_a_terminal

PAGE = ROOT / ".docs" / "explanation" / "habits.md"
DATE = "Selasa (30/6/2020)\t2020-06-30\n"
ONLY = ("--only", "dates")


def _help(folder: Path) -> None:
    shown = run("-h").stdout
    assert shown == run("--help").stdout
    assert "\nResult:\n" in shown
    assert "\nExamples:\n  summarize " in shown


def _completion(folder: Path) -> None:
    env = {"_SUMMARIZE_COMPLETE": "complete_bash", "COMP_WORDS": "summarize --expl"}
    assert run(env=env | {"COMP_CWORD": "1"}).stdout.split() == ["--explain"]
    assert "--install-completion" in run("-h").stdout


def _manual(folder: Path) -> None:
    assert '".assets/man" = "share/man/man1"' in ROOT.joinpath("pyproject.toml").read_text("utf-8")


def _colours(folder: Path) -> None:
    shown = [run(str(SEED), "-f", "rich", "--color", when).stdout for when in ("always", "never")]
    assert ["\x1b[" in one for one in shown] == [True, False]
    assert "\x1b[" in on_a_terminal(str(SEED), "--color", "auto", "--no-pager", env={})[1]


def _settings(folder: Path) -> None:
    place(folder, "pyproject.toml", '[tool.ringkas]\nonly = "people"\n')
    place(folder, "a/ringkas.toml", 'only = "dates"\n')
    place(folder, "a/b/c.txt", "")
    assert run(str(SEED), cwd=folder / "a" / "b").stdout == DATE


def _variables(folder: Path) -> None:
    assert run(str(SEED), env={"RINGKAS_ONLY": "dates"}).stdout == DATE
    for line in run("--show-config").stdout.splitlines():
        name = re.match(r"(?:# )?([a-z-]+) =", line)
        assert name
        variable = f"RINGKAS_{name[1].upper().replace('-', '_')}"
        done = run("--show-config", env={variable: "?"})
        assert variable in done.stdout + done.stderr  # followed, or refused


def _without(folder: Path) -> None:
    assert run(str(SEED), *ONLY, "--no-config", env={"RINGKAS_ONLY": "people"}).stdout == DATE
    assert run(str(SEED), "--no-config", env={"RINGKAS_ONLY": "dates"}).stdout != DATE


def _shown(folder: Path) -> None:
    place(folder, "ringkas.toml", 'only = "dates"\n')
    shown = run("--show-config", cwd=folder).stdout
    assert re.search(r'^only = "dates" +# .*ringkas\.toml$', shown, re.MULTILINE)


def _mistyped(folder: Path) -> None:
    said = "summarize: no option is called --explian; did you mean --explain?\n"
    assert run("--explian").stderr == said


def _standard_input(folder: Path) -> None:
    for arguments in ((), ("-",)):
        done = subprocess.run(
            [*PROGRAM, *ONLY, *arguments],
            input=SEED.read_bytes(),
            capture_output=True,
            cwd=ROOT,
            check=True,
            timeout=60,
        )
        assert done.stdout.decode() == DATE


def _for_programs(folder: Path) -> None:
    as_json, lines = (run(str(SEED), "-f", name).stdout for name in ("json", "jsonl"))
    assert json.loads(as_json) == json.loads(lines)
    assert run(str(SEED), "-f", "csv").stdout.startswith("path,title,")


def _done(folder: Path) -> None:
    assert run(str(SEED)).returncode == 0


def _failed(folder: Path) -> None:
    done = run(str(folder / "hilang.txt"), str(SEED), *ONLY)
    assert (done.returncode, done.stdout) == (1, f"{SEED}\t{DATE}")


def _wrong(folder: Path) -> None:
    assert run(str(SEED), "-n", "0").returncode == 2


def _whose(folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        place(folder, name, SEED.read_text("utf-8"))
    shown = run(".", *ONLY, cwd=folder).stdout
    assert shown == f"./a.txt\t{DATE}./b.txt\t{DATE}"


def _stopped(folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("signals")
    make_releases(folder / "releases", 200, seed=4)
    results = folder / "results"
    process = subprocess.Popen(
        command("slow", folder / "releases", "-o", results), cwd=ROOT, stderr=subprocess.PIPE
    )
    while sum(name.endswith(".json") for name in tree_of(results)) < 2:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=20)[1].decode()
    assert re.search(r"stopped after \d+ of 200; run the same command again to go on\n", said)
    again = run(str(folder / "releases"), "-o", str(results)).stderr
    assert re.search(r"skipped [1-9]\d*, failed 0", again)


def _paged(folder: Path) -> None:
    code, shown = on_a_terminal(str(SEED), env={"PAGER": "sed s/^/PAGED/", "TERM": "xterm"})
    assert (code, shown.count("PAGED") > 5) == (0, True)


def _whole(folder: Path) -> None:
    target = place(folder, "a.json", "of somebody else")
    assert run(str(SEED), "-o", str(target)).returncode == 1
    assert target.read_text("utf-8") == "of somebody else"
    assert run(str(SEED), "-o", str(target), "--force").returncode == 0
    assert json.loads(target.read_text("utf-8"))["language"] == "id"


ROWS: dict[str, Callable[[Path], None]] = {
    "help": _help,
    "completion": _completion,
    "man page": _manual,
    "colours": _colours,
    "settings in a file": _settings,
    "options in variables": _variables,
    "without settings": _without,
    "settings shown": _shown,
    "a mistyped option": _mistyped,
    "standard input": _standard_input,
    "for programs": _for_programs,
    "exit code 0": _done,
    "exit code 1": _failed,
    "exit code 2": _wrong,
    "one kind of finding from several files": _whose,
    "stopped by Ctrl-C": _stopped,
    "longer output on a terminal": _paged,
    "a result file": _whole,
}


@pytest.mark.skipif(not PAGE.exists(), reason="not in this copy")
def test_no_row_is_untried() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert [row for row in rows if row != "habit"] == [*ROWS]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_true(row: str, tmp_path: Path) -> None:
    ROWS[row](tmp_path)
