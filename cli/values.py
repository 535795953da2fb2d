"""What was written behind an option, read without pydantic.

Typer reads every value through pydantic, also one that was not given, and importing pydantic takes
longer than summarising a release. So what is plainly right is read here; all else goes on to Typer,
whose messages say what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from typer.core import TyperCommand


class QuickCommand(TyperCommand):
    """A command that reads plain values by ``readers``, which raise ValueError for all others."""

    readers: ClassVar[Mapping[str, Callable[[str], object]]]

    def get_params(self, ctx: Any) -> Any:
        """The options, those that have a reader with it in place of Typer's."""
        options = super().get_params(ctx)
        for option in options:
            reader = self.readers.get(option.name or "")
            if reader is not None and not isinstance(option.process_value, partial):
                quick = partial(_read, reader, option.process_value)
                setattr(option, "process_value", quick)  # noqa: B010 - to mypy, methods are fixed
        return options


def _read(
    reader: Callable[[str], object],
    by_typer: Callable[[Any, Any], object],
    context: Any,
    value: Any,
) -> object:
    """The value of one option: None, a default, a string or the strings of all paths."""
    if value is None or type(value) in (int, float):
        return value
    try:
        if isinstance(value, str):
            return reader(value)
        if isinstance(value, list | tuple):
            return [reader(one) for one in value]
    except ValueError:
        pass
    return by_typer(context, value)


def count(value: str) -> int:
    """A whole number from 1."""
    if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value)):
        raise ValueError(value)
    return int(value)


def seconds(value: str) -> float:
    """A length of time, down to a thousandth."""
    if not 0.001 <= float(value) < float("inf"):
        raise ValueError(value)
    return float(value)
