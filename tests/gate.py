"""The quality gate: figures on a small corpus of releases that refuse to drop.

    python -m tests.gate            print the figures beside their floors
    python -m tests.gate --raise    lift the floors to just below the figures; none is ever lowered

``tests/releases`` holds NAME.txt, a release, beside NAME.json: under ``choice`` the beginnings of
the three sentences that a careful reader would keep. The corpus is small, so that a floor does not
say how good the tool is, only that a change made it worse here; then read what changed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from summarize import Length, summarize

RELEASES = Path(__file__).parent / "releases"
FLOORS = Path(__file__).with_name("floors.json")
SLACK = 3.4  # one sentence of thirty, more or less, is no change for the worse


def chosen_sentences(text: str, length: Length | None, method: str) -> list[str]:
    """The sentences that ``method`` chooses."""
    summary = summarize(text, length=length, method=method)
    return [chosen.sentence.span.of(text) for chosen in summary.sentences]


def agreement(length: Length | None, method: str) -> float:
    """F1 in percent of the sentences chosen and those a reader would keep, over all releases."""
    hits = found = wanted = 0
    for path in sorted(RELEASES.glob("*.json")):
        choice = json.loads(path.read_text("utf-8"))["choice"]
        text = path.with_suffix(".txt").read_text("utf-8")
        sentences = chosen_sentences(text, length, method)
        hits += sum(any(s.startswith(beginning) for s in sentences) for beginning in choice)
        found += len(sentences)
        wanted += len(choice)
    return round(200 * hits / (found + wanted), 1)


def figures() -> dict[str, float]:
    """The figures that have floors."""
    three = Length(sentences=3)
    return {
        "rilis, three sentences": agreement(three, "rilis"),
        "rilis, as many as the text deserves": agreement(None, "rilis"),
        "rilis over lead, three sentences": round(
            agreement(three, "rilis") - agreement(three, "lead"), 1
        ),
    }


def read_floors() -> dict[str, float]:
    """The floors by the names of their figures."""
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    return floors


def main() -> int:
    floors = read_floors() if FLOORS.exists() else {}
    found = figures()
    for name, value in found.items():
        floor = floors.get(name, 0.0)
        below = "  BELOW" if value < floor else ""
        sys.stdout.write(f"{name:40} {value:6.1f}  floor {floor:6.1f}{below}\n")
    if "--raise" in sys.argv[1:]:
        lifted = {
            name: max(round(value - SLACK, 1), floors.get(name, 0.0))
            for name, value in found.items()
        }
        FLOORS.write_text(json.dumps(lifted, indent=2) + "\n", "utf-8", newline="\n")
    return int(any(value < floors.get(name, 0.0) for name, value in found.items()))


if __name__ == "__main__":
    sys.exit(main())
