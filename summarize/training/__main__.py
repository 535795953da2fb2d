"""`python -m summarize.training NAME ...`: relearns one of the shipped data files or weights."""

from __future__ import annotations

import sys
from importlib import import_module

TRAININGS = {
    "ranker": "summarize.training.ranker",
    "release": "summarize.training.release",
    "points": "summarize.training.points",
    "lists": "summarize.training.lists",
    "frequencies": "summarize.training.frequencies",
    "punkt": "summarize.training.punkt",
    "choices": "summarize.training.choices",
    "people": "summarize.training.same_person",
    "tagger": "summarize.training.tagger",
    "organizations": "summarize.training.organizations",
    "given": "summarize.training.given_names",
    "words": "summarize.training.name_words",
    "marked": "summarize.training.marked",
    "scores": "summarize.training.scores",
}


def main(argv: list[str]) -> int:
    """Runs the training that ``argv`` names; the exit code."""
    if not argv or argv[0] not in TRAININGS:
        print(f"usage: python -m summarize.training {{{','.join(TRAININGS)}}} ...", file=sys.stderr)
        return 2
    import_module(TRAININGS[argv[0]]).main(argv[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
