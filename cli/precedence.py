"""What the command line says against settings of files and variables that go with other options."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from summarize.errors import OptionError

from .delivery import Request
from .formats import BY_EXTENSION, choose_format


def settled(request: Request, configured: Collection[str]) -> Request:
    """``request`` without those of the ``configured`` options that the others leave no room for.

    Raises OptionError where the command line itself asks for two that do not go together.
    """
    suffix = Path(request.output or "").suffix.lower()
    if suffix in BY_EXTENSION and "format_name" in configured:
        request = request._replace(format_name=None)
    if suffix in BY_EXTENSION and "template" in configured:
        made = choose_format(None, None, request.template)
        request = request._replace(template=request.template if made.extension == suffix else None)
    if request.template:
        request = _by_template(request, configured)
    if "bom" in configured:
        takes_one = choose_format(request.format_name, request.output, request.template).bom
        request = request._replace(bom=request.bom and takes_one)
    return request


def _by_template(request: Request, configured: Collection[str]) -> Request:
    """``request`` with its template, and without what a template leaves no room for."""
    if request.format_name:
        raise OptionError("only one of --format and --template can be followed")
    if not request.sections:
        return request
    if "only" in configured:
        return request._replace(sections=None)
    if "template" in configured:
        return request._replace(template=None)
    raise OptionError("a template shows what it shows: --only goes without --template")
