"""What is found in the releases of the tests is what their snapshots say."""

import pytest

from tests.snapshots import FOLDER, snapshot, texts

TEXTS = texts()


@pytest.mark.parametrize("name", TEXTS)
def test_a_release_is_read_as_its_snapshot_says(name: str) -> None:
    written = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert snapshot(TEXTS[name]) == written, "python -m tests.snapshots writes it anew"


def test_every_snapshot_is_of_a_release() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == TEXTS.keys()
