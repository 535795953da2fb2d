"""SHA-256, without OpenSSL: loading ``hashlib`` takes longer than to digest a hundred releases."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

__all__ = ["sha256"]

if TYPE_CHECKING:
    from hashlib import sha256
else:  # as the standard library's random does
    for home in ("_sha2", "_sha256", "hashlib"):  # from Python 3.12 on, before, anywhere
        with suppress(ImportError):
            sha256 = import_module(home).sha256
            break
