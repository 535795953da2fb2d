"""What is said to the user, in the user's language: English, or as a catalogue translates it.

Messages are written in English where they arise, in the library too, which knows no other
language. They are translated on their way to the user. Results are never translated.
"""

from __future__ import annotations

import os

_VARIABLES = ("RINGKAS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # as gettext, but ours

_TURNED = str.maketrans(",.", ".,")


def user_language() -> str:
    """The language of messages: the first that is said, by its code."""
    said = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    code = said.lower().replace("-", "_").split(":")[0].split(".")[0].split("_")[0]
    return "id" if code in ("id", "in", "indonesian") else "en"


def counted(number: float, places: int = 0) -> str:
    """``number`` as the user's language writes it: 1,500.5 is 1.500,5 in Indonesian."""
    written = f"{number:,.{places}f}"
    return written.translate(_TURNED) if user_language() == "id" else written


def translated(message: str) -> str:
    """``message`` in the user's language, and so what is filled in where it is a message too."""
    language = user_language()
    if language == "en":
        return message
    from .catalogue import translation

    return translation(message, language)
