"""The frame of a page, and the only way into it for text of a document.

Everything a document says passes through :func:`escaped`, attributes always stand in double
quotes, and no address comes from a document. The page loads nothing; its content security policy
allows the one style sheet and the one script in it by their hashes and forbids the rest.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files

from summarize.digests import sha256
from summarize.languages import Language
from summarize.models import Span
from summarize.patterns import pattern

SIGN = "sign"  # the id of the words for the sign that leads into the text

# Controls, what is no character, and what reorders the line: none of it means anything in HTML.
_INVISIBLE = pattern(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_UNFIT = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """``text`` as characters of a page or of a quoted attribute, whatever it holds.

    >>> escaped('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return escape(_UNFIT.sub("\N{REPLACEMENT CHARACTER}", _INVISIBLE.sub("", text)))


def attributes(**values: str | int | None) -> str:
    """Attributes with their values, each with a space before it; None leaves one out.

    >>> attributes(id="r1", data_end=5, title=None)
    ' id="r1" data-end="5"'
    """
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for name, value in values.items()
        if value is not None
    )


def place_of(prefix: str, span: Span) -> str:
    """The id of a place in the full text; ``prefix`` tells the releases of a page apart."""
    return f"{prefix}{span.start}-{span.end}"


def jump(prefix: str, span: Span, content: str) -> str:
    """A link to the place of ``span`` in the full text; ``content`` is markup."""
    return f'<a href="#{place_of(prefix, span)}">{content}</a>'


def sign(prefix: str, span: Span) -> str:
    """The small sign behind a sentence that leads to it in the full text."""
    return f'&nbsp;<a href="#{place_of(prefix, span)}" aria-labelledby="{SIGN}">¶</a>'


def kept(inside: str) -> str:
    """Markup whose elements are only made when they are wanted, as when a fold is opened.

    With scripts a browser takes what stands in ``noscript`` for plain text, which costs it far
    less than elements do in a page of thousands of releases; ``jump.js`` turns it into elements.
    What is kept inside what is kept is set off by comments until then: ``noscript`` cannot nest.
    """
    inside = inside.replace("<noscript>", "<!--kept-->").replace("</noscript>", "<!--/kept-->")
    return f"<noscript>{inside}</noscript>"


def frame(
    body: Iterable[str], *, title: str, language: Language, styles: str, script: str
) -> Iterator[str]:
    """The whole page around the pieces of ``body``."""
    sign_words = escaped(language.table("digest")["in_text"])
    policy = (
        f"default-src 'none'; style-src '{_digest(styles)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield (
        f"<!doctype html>\n<html{attributes(lang=language.code)}>\n<head>\n"
        '<meta charset="utf-8">\n'
        # the hashes are base64 and need no escaping; the policy has to stand as it is
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n"
        f"<style>{styles}</style>\n</head>\n<body>\n"
    )
    yield from body
    yield f'<span id="{SIGN}" hidden>{sign_words}</span>\n'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _digest(text: str) -> str:
    hashed = sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(hashed).decode('ascii')}"


@cache
def asset(name: str) -> str:
    """The text of a style sheet or script that lies beside this module."""
    return files(__package__).joinpath(name).read_text("utf-8")
