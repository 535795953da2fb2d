"""One side of ``python -m tests.same``: what the checkout it runs in makes of each text.

Knows nothing but the public names, so that the same lines run in an old and in a new checkout.
Reads texts from a file, a JSON string a line, and writes a line for each text and language; the
last line tells the seconds and the peak of memory it took.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import process_time

import summarize
from summarize.rendering import render_one

LANGUAGES = ("auto", "id", "en")


def rendered(text: str, language: str) -> str:
    """All that is found in ``text``, with reasons; an exception as its name and message."""
    try:
        summary = summarize.summarize(text, language=language, explain=True)
        return render_one(summary, "json", explain=True)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main() -> None:
    """Answer each line of the file named first."""
    home = Path(summarize.__file__).resolve()
    if not home.is_relative_to(Path.cwd().resolve()):
        sys.exit(f"imported {home}, which is not of the checkout {Path.cwd()}")
    rendered("Warga gembira.", "id")  # loading is not counted
    spent = 0.0
    with Path(sys.argv[1]).open(encoding="utf-8") as texts:
        for line in texts:
            text = json.loads(line)
            for language in LANGUAGES:
                start = process_time()
                answer = rendered(text, language)
                spent += process_time() - start
                sys.stdout.write(f"{json.dumps(answer)}\n")
    import resource  # not on every system

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": spent, "megabytes": peak}) + "\n")


if __name__ == "__main__":
    main()
