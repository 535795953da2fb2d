"""Text for eyes: on one line, and unable to act on the terminal that shows it."""

from __future__ import annotations

from summarize.models import Span

_CONTROLS = (c for c in (*range(0x20), *range(0x7F, 0xA0)) if not chr(c).isspace())
_VISIBLE: dict[int, str | None] = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")
_VISIBLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


def shown(text: str) -> str:
    r"""``text`` on one line, unable to act on a terminal: controls as U+FFFD, no bidi overrides.

    >>> shown("Rp 1,2\r\n  miliar")
    'Rp 1,2 miliar'
    """
    return " ".join(text.translate(_VISIBLE).split())


def shown_lines(text: str) -> str:
    r"""``text`` unable to act on a terminal, with its lines.

    >>> shown_lines("Rp 1\r\n\x1b[2J miliar")
    'Rp 1\n�[2J miliar\n'
    """
    return "\n".join(line.translate(_VISIBLE) for line in text.splitlines()) + "\n" * bool(text)


def shown_at(span: Span | None, text: str) -> str | None:
    """What ``span`` covers of ``text``, as it is shown; None where there is no span."""
    return None if span is None else shown(span.of(text))
