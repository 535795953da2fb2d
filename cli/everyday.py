"""``summarize FILE``, and no more said: what everyday runs ask for, without what reads options.

Importing Typer takes a quarter of such a run. All that is not given has the defaults of
``Request``, as the options have.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from .settings import PREFIX, SettingError, find_table

if TYPE_CHECKING:
    from .delivery import Request

_COMPLETE = "_COMPLETE"  # how the variable ends by which a shell asks what may come next
_LANGUAGE = PREFIX + "LANG"  # of messages, which no option sets


def everyday_request(arguments: list[str]) -> Request | None:
    """What ``arguments`` ask for if they are paths alone and no setting is to be followed."""
    if sys.platform == "win32":  # where programs expand wildcards themselves
        return None
    if any(argument.startswith("-") and argument != "-" for argument in arguments):
        return None
    if not arguments and sys.stdin is not None and sys.stdin.isatty():
        return None
    if any(map(_is_setting, os.environ)) or _is_configured():
        return None
    from .delivery import Request

    return Request(tuple(arguments) or ("-",))


def _is_setting(variable: str) -> bool:
    set_here = variable.startswith(PREFIX) and variable != _LANGUAGE
    return set_here or variable.endswith(_COMPLETE)


def _is_configured() -> bool:
    """Whether a file has settings, or cannot be followed."""
    try:
        _, table = find_table()
    except SettingError:
        return True
    return bool(table)
