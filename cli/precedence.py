"""What the command line says against settings of files and variables that go with other options."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from summarize.errors import OptionError

from .delivery import Request
from .formats import BY_EXTENSION, choose_format


def settled(request: Request, configured: Collection[str], *, asking: bool) -> Request:
    """``request`` without those of the ``configured`` options that the others leave no room for.

    ``asking``: it is for answers. Raises OptionError where the command line itself asks for two
    that do not go together.
    """
    if asking or request.stored:
        return _of_everything(request, configured)
    folder = request.folder is not None
    suffix = "" if folder else Path(request.output or "").suffix.lower()
    if suffix in BY_EXTENSION:
        request = _as_named(request, configured, suffix)
    if request.template:
        request = _by_template(request, configured)
    if "bom" in configured:
        chosen = choose_format(request.format_name, request.output, request.template, folder=folder)
        request = request._replace(bom=request.bom and chosen.bom)
    return request


def _as_named(request: Request, configured: Collection[str], suffix: str) -> Request:
    """``request`` without a configured format that is not the one that the output's name tells."""
    if "format_name" in configured:
        return request._replace(format_name=None)
    if "template" in configured:
        made = choose_format(None, None, request.template, folder=False)
        return request if made.extension == suffix else request._replace(template=None)
    return request


def _of_everything(request: Request, configured: Collection[str]) -> Request:
    """``request`` without what is configured for results that are text."""
    if "format_name" in configured:
        request = request._replace(format_name=None)
    if "template" in configured:
        request = request._replace(template=None)
    if "only" in configured:
        request = request._replace(sections=None)
    return request._replace(bom=False) if "bom" in configured else request


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
