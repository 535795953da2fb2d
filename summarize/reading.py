from __future__ import annotations

import hashlib

from summarize.models import Document


def from_text(text: str) -> Document:
    """A document of text that is at hand already."""
    data = text.encode("utf-8", "replace")
    return Document(text, None, "utf-8", hashlib.sha256(data).hexdigest(), len(data))
