"""Long output on a terminal: through the reader's pager, and only there."""

from __future__ import annotations

import pytest

from cli.pager import find_pager
from tests.test_process import SEED, on_a_terminal, run

UPPER = {"TERM": "xterm", "PAGER": "tr a-z A-Z"}


def test_what_a_terminal_shows_goes_through_the_pager() -> None:
    code, shown = on_a_terminal(str(SEED), env=UPPER)
    assert code == 0
    assert "POIN KUNCI" in shown
    assert "FLEKSIBILITAS KERJA" in shown


def test_colours_are_kept() -> None:
    _, shown = on_a_terminal(str(SEED), env={"TERM": "xterm", "PAGER": "sed s/efisiensi/dipilih/"})
    assert "\x1b[" in shown
    assert "dipilih" in shown


@pytest.mark.parametrize("pager", ["cat", "", "no-such-pager-anywhere", "'"])
def test_without_a_pager_it_is_shown_at_once(pager: str) -> None:
    code, shown = on_a_terminal(str(SEED), env=UPPER | {"PAGER": pager})
    assert code == 0
    assert "fleksibilitas kerja" in shown


def test_no_pager_where_none_is_wanted_or_nobody_looks() -> None:
    _, shown = on_a_terminal(str(SEED), "--no-pager", env=UPPER)
    assert "fleksibilitas kerja" in shown
    assert b"fleksibilitas kerja" in run(str(SEED), env=UPPER).stdout


def test_a_reader_who_leaves_the_pager_ends_the_run_quietly() -> None:
    code, shown = on_a_terminal(str(SEED), str(SEED), env=UPPER | {"PAGER": "head -c 1"})
    assert code == 0
    assert "Traceback" not in shown


def test_the_usual_pager_is_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PAGER", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    assert find_pager() == "less"
    monkeypatch.setenv("PAGER", "less -S")
    assert find_pager() == "less -S"
    monkeypatch.setenv("TERM", "dumb")
    assert find_pager() is None
