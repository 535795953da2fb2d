"""Lists: each case file holds texts with the lists that must be found in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.findings.lists import find_lists
from summarize.findings.people import find_people
from tests.tables import read_text

CASES = Path(__file__).parent / "cases" / "enumerations"
ENGLISH = "english"


def read_cases(path: Path) -> list[tuple[str, str]]:
    """The text and the expected lists of each case in ``path``, both as written there."""
    blocks = path.read_text("utf-8").split("\n\n")
    cases = []
    for block in blocks:
        lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        text = "\n".join(line for line in lines if not line.startswith(("= ", "- ")))
        expected = "\n".join(line for line in lines if line.startswith(("= ", "- ")))
        if text:
            cases.append((text, expected))
    return cases


def lists_of(text: str, language: str) -> str:
    """What is found in ``text``, in the notation of the case files."""
    reading = read_text(text.replace(" | ", "\n") + "\n", language)
    lines = []
    for found in find_lists(reading, find_people(reading)):
        lead = found.lead.of(reading.text) if found.lead else "-"
        lines.append(f"= {found.announced or '-'} | {lead}")
        lines += [f"- {item.of(reading.text)}" for item in found.items]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        pytest.param(text, expected, "en" if path.stem.startswith(ENGLISH) else "id", id=text[:40])
        for path in sorted(CASES.glob("*.txt"))
        if path.stem != "false_friends"
        for text, expected in read_cases(path)
    ],
)
def test_cases(text: str, expected: str, language: str) -> None:
    assert lists_of(text, language) == expected


def test_an_item_goes_on_in_an_indented_line() -> None:
    text = "Warga diminta:\n- menanam bakau di\n  tepi sungai\n- menjaga\n  hutan desa\n"
    reading = read_text(text, "id")
    (found,) = find_lists(reading)
    items = [" ".join(item.of(reading.text).split()) for item in found.items]
    assert items == ["menanam bakau di tepi sungai", "menjaga hutan desa"]


@pytest.mark.parametrize(
    "text",
    [
        line
        for line in (CASES / "false_friends.txt").read_text("utf-8").split("\n")
        if line and not line.startswith("#")
    ],
)
def test_false_friends(text: str) -> None:
    assert lists_of(text, "id") == ""


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("Ada empat desa, yaitu Sape, Wera, dan Lambu.", False),
        ("Ada tiga desa, yaitu Sape, Wera, dan Lambu.", True),
        ("Ada sejumlah desa, yaitu Sape, Wera, dan Lambu.", None),
        ("Ada 12 desa, antara lain Sape, Wera, dan Lambu.", None),
        ("Ada 12 desa, antara lain:\n1. Sape\n2. Wera\n3. Lambu", None),
        ("Ada tiga desa, di antaranya Sape, Wera, dan Lambu.", True),
    ],
)
def test_lists_that_promise_a_part_lack_nothing(text: str, complete: bool | None) -> None:
    (found,) = find_lists(read_text(text + "\n", "id"))
    assert len(found.items) == 3
    assert found.complete is complete
