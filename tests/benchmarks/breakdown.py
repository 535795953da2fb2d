"""What one run spends its processor time on, in a process of its own, in seconds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.benchmarks.timing import ENVIRONMENT, ROOT

PROGRAM = """
import json, sys, time
clock = time.process_time
spent = {"interpreter": clock()}
pending = []

def timed(part, function):
    def call(*arguments, **options):
        begun, inner = clock(), len(pending)
        pending.append(0.0)
        try:
            return function(*arguments, **options)
        finally:
            taken, nested = clock() - begun, pending.pop()
            spent[part] = spent.get(part, 0.0) + taken - nested
            if inner:
                pending[-1] += taken
    return call

def import_all():
    import cli.delivery, cli.process, summarize.rendering.text

import re._compiler
re._compiler.compile = timed("expressions", re._compiler.compile)
timed("imports", import_all)()
from summarize import languages
from summarize.pipeline import summarize
from summarize.ranking import features, rilis
from summarize.reading import read_file
from summarize.rendering import render_one
from summarize.text import tagger
languages.get_data = timed("files", languages.get_data)

def load_models():
    tagger.load_tagger("id"), rilis.load_network(), features.lexicon("id")

timed("models", load_models)()
timed("work", lambda: render_one(summarize(read_file(sys.argv[1])), "text"))()
print(json.dumps(spent))
"""


def break_down(path: Path, rounds: int) -> dict[str, float]:
    """The median seconds of each part of summarising the file at ``path``."""
    taken: list[dict[str, float]] = []
    for counted in range(-1, rounds):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(path)],
            cwd=ROOT,
            env=ENVIRONMENT,
            capture_output=True,
            check=True,
        )
        if counted >= 0:
            taken.append(json.loads(done.stdout))
    return {part: median(one[part] for one in taken) for part in taken[0]}
