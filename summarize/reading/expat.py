"""XML by expat, as events, within limits: no document type, no entities, no great depth."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from summarize.errors import UnreadableError

DEEPEST = 1_000  # elements inside each other; Word nests less than a hundred
Attributes = Mapping[str, str]


class Handler:
    """What is done at each tag and text; names have no namespace, ``w:p`` and ``p`` are ``p``."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Characters inside an element."""


def parse(data: bytes, handler: Handler) -> None:
    """Tell ``handler`` what is in ``data``; raises UnreadableError for what is no plain XML."""
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise UnreadableError(f"broken: more than {DEEPEST:,} elements inside each other")
        handler.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(_local(name))

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as failure:
        said = f"broken: no XML in line {failure.lineno}; open it and save it again"
        raise UnreadableError(said) from failure
    except (LookupError, ValueError) as failure:  # an encoding that nobody knows
        raise UnreadableError("broken: XML in an unknown encoding") from failure


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise UnreadableError("declares a document type, which no office program writes; not read")
