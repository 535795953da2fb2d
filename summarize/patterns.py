"""Regular expressions that are compiled when they are first used: a run needs half of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, AnyStr, cast


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""The expression ``source``, which is compiled when something is first asked of it.

    >>> pattern(r"\d+").findall("3 dari 40")
    ['3', '40']
    """
    return cast("re.Pattern[AnyStr]", _Awaited(partial(re.compile, source, flags)))


class _Asked:
    """An expression that has been compiled, with all that can be asked of it at hand."""


class _Awaited(_Asked):
    """An expression of which nothing has been asked yet."""

    def __init__(self, compiled: Callable[[], Any]) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        compiled = self._compiled()
        known = {each: getattr(compiled, each) for each in dir(compiled) if each[0] != "_"}
        vars(self).update(known)
        object.__setattr__(self, "__class__", _Asked)  # without this function, which slows it down
        return getattr(compiled, name)
