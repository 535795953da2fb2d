"""Whether there are colours, and other escapes: as asked for, or as the environment says.

What is asked for goes into the variables that Rich follows, in this process and in others.
"""

from __future__ import annotations

import os


def settle_colours(choice: str | None) -> None:
    """Have ``choice`` followed, or with ``auto`` what NO_COLOR, FORCE_COLOR and CLICOLOR say."""
    choice = choice or "auto"
    if choice == "auto" and not (os.environ.get("NO_COLOR") or os.environ.get("FORCE_COLOR")):
        if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
            choice = "always"
        elif os.environ.get("CLICOLOR") == "0":
            choice = "never"
    if choice == "always":
        os.environ.pop("NO_COLOR", None)
        os.environ["FORCE_COLOR"] = "1"
    elif choice == "never":
        os.environ.pop("FORCE_COLOR", None)
        os.environ["NO_COLOR"] = "1"


def escapes_allowed(*, on_terminal: bool) -> bool:
    """Whether output may have escapes."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return on_terminal or bool(os.environ.get("FORCE_COLOR"))
