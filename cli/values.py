"""What the values of options may be: read from text, wherever that was written.

A reader takes text and returns the value, or raises ValueError with what is wrong about it. Names
may be given in Indonesian too (``languages/names.txt``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from summarize.errors import OptionError
from summarize.ranking import METHODS
from summarize.reading import check_encoding
from summarize.rendering.sections import SECTIONS

Reader = Callable[[str], object]
FORMAT_NAMES = ("rich", "text", "markdown", "json", "jsonl", "csv", "html", "source")
LANGUAGES = ("auto", "id", "en")
COLOURS = ("auto", "always", "never")
LOCAL = "local"  # the engine that is this machine
TIMEOUT = 300.0  # seconds; a text of 20 MB takes less than half
TEMPLATES = ("whatsapp", "brief", "minutes")
_NAMES = Path(__file__).parent / "languages" / "names.txt"


def count(value: str) -> int:
    """A whole number from 1."""
    if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value)):
        raise ValueError(f"{value!r} is not a whole number from 1")
    return int(value)


def seconds(value: str) -> float:
    """A length of time, down to a thousandth."""
    try:
        length = float(value)
    except ValueError:
        length = 0
    if not 0.001 <= length < float("inf"):
        raise ValueError(f"{value!r} is not a number of seconds from 0.001")
    return length


def share(value: str) -> float:
    """The share meant by ``20%``, ``20`` or ``0.2``."""
    try:
        number = float(value.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        number = 0
    part = number if number < 1 and "%" not in value else number / 100
    if not 0 < part <= 1:
        raise ValueError(f"{value!r} is not a share between 0 and 100%")
    return part


def yes_or_no(value: str) -> bool:
    """Whether a flag is set."""
    said = value.strip().lower()
    if said in ("1", "true", "yes", "on"):
        return True
    if said in ("0", "false", "no", "off"):
        return False
    raise ValueError(f"{value!r} is neither true nor false")


def format_name(value: str) -> str:
    """The name of a format."""
    return _chosen(value, FORMAT_NAMES, "formats")


def method(value: str) -> str:
    """The name of a method."""
    return _chosen(value, METHODS)


def language(value: str) -> str:
    """The code of a language."""
    return _chosen(value, LANGUAGES, "languages")


def colour(value: str) -> str:
    """When there are colours."""
    return _chosen(value, COLOURS, "colours")


def encoding(value: str) -> str:
    """The name of an encoding."""
    try:
        check_encoding(value)
    except OptionError as unknown:
        raise ValueError(str(unknown)) from unknown
    return value


def sections(value: str) -> str:
    """The names of sections, divided by commas, each once."""
    names = [name.strip() for name in value.split(",")]
    chosen = [_chosen(name, SECTIONS, "sections") for name in names if name]
    if not chosen:
        raise ValueError("no section is named")
    return ",".join(dict.fromkeys(chosen))


def engine(value: str) -> str:
    """This machine, or the address of a cluster, with its port."""
    from urllib.parse import urlsplit

    if value == LOCAL:
        return value
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is none
        host = None
    if host and parts.scheme == "dask" and value.rstrip("/") == f"dask://{parts.netloc}":
        return f"dask://{parts.netloc}" if port else f"dask://{parts.netloc.rstrip(':')}:8786"
    raise ValueError(f"{value!r} is neither local nor dask://HOST:PORT")


def _chosen(value: str, names: Sequence[str], kind: str | None = None) -> str:
    if value in names:
        return value
    also = other_names(kind) if kind else {}
    meant = also.get(value.casefold(), value.casefold())
    if meant in names:
        return meant
    said = f"{value!r} is not one of {', '.join(names)}"
    near = nearest(value, (*names, *also))
    raise ValueError(f"{said}; did you mean {near}?" if near else said)


def other_names(kind: str) -> dict[str, str]:
    """The Indonesian names of a kind of values, each with the one that it stands for."""
    heading, names = "", {}
    for line in _NAMES.read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif heading == kind and line and not line.startswith("#"):
            name, _, meant = line.partition("\t")
            names[name] = meant
    return names


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one of ``words`` that was probably meant by ``word``."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), list(words), n=1)), None)


def completions(names: Sequence[str], kind: str | None = None) -> Callable[[str], list[str]]:
    """What a name that was begun may become, or the last of several divided by commas."""

    def complete(begun: str) -> list[str]:
        before, comma, last = begun.rpartition(",")
        known = [*names, *other_names(kind)] if kind and last else names
        return [f"{before}{comma}{name}" for name in known if name.startswith(last)]

    return complete
