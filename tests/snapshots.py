"""What is found in the releases of the tests: ``python -m tests.snapshots`` writes it anew.

A snapshot is a line for whatever is printed about a release, without offsets and scores, so that a
change of a finder can be read as the difference it makes. Write them after such a change, look at
what differs, and commit both together.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from summarize import summarize
from summarize.training.marked import read_marked

HERE = Path(__file__).parent
FOLDER = HERE / "snapshots"
_LEFT_OUT = ("schema_version", "source", "start", "end", "score", "mentions", "count")
_SHORTENED = re.compile(r"(?<=.{60}).{10,}(?=.{20})", re.DOTALL)


def texts() -> dict[str, str]:
    """The releases of the tests by their names: with gold, marked, or written for this alone.

    Without those of the parts that nobody looks into.
    """
    folders = (HERE.parent / "seeds", HERE / "releases", FOLDER / "texts")
    plain = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    found = {path.stem: path.read_text("utf-8") for path in plain}
    marked = read_marked(HERE / "marked", "en")
    return found | {one.name: one.text for one in marked if one.part in ("train", "dev")}


def snapshot(text: str) -> str:
    """What is found in ``text``, a line each."""
    return "".join(f"{line}\n" for line in _lines(summarize(text).to_dict(), text))


def _lines(found: Mapping[str, Any], text: str) -> Iterator[str]:
    for name, value in found.items():
        if name in _LEFT_OUT or value is None:
            continue
        for one in value if isinstance(value, list) else [value]:
            if name == "sentences":
                one["text"] = text[one["start"] : one["end"]]
            yield f"{name}: {_told(one)}"
            if name == "people":
                yield f"  as: {' | '.join(mention['text'] for mention in one['mentions'])}"


def _told(value: Any) -> str:
    """``value`` in one line; a span is its text, a long one its beginning and end."""
    if isinstance(value, list):
        return "[" + " | ".join(map(_told, value)) + "]"
    if not isinstance(value, dict):
        return _SHORTENED.sub(" … ", str(value).replace("\n", "¶"), count=1)
    told = {name: _told(one) for name, one in value.items() if name not in _LEFT_OUT}
    text = told.pop("text", None)
    rest = [f"{name} {one}" for name, one in told.items() if one not in {"None", "[]"}]
    return "; ".join([text, *rest] if text is not None else rest)


def main() -> None:
    """Write all snapshots, and remove those of texts that are gone."""
    FOLDER.mkdir(exist_ok=True)
    known = texts()
    for path in FOLDER.glob("*.txt"):
        if path.stem not in known:
            path.unlink()
    for name, text in known.items():
        (FOLDER / f"{name}.txt").write_text(snapshot(text), "utf-8", newline="\n")
    sys.stdout.write(f"{len(known)} snapshots in {FOLDER}\n")


if __name__ == "__main__":
    main()
