"""Where templates run: Jinja's sandbox, with no way from the fields to anything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import StrictUndefined, Undefined, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from summarize.rendering.visible import shown

_OWN = (LoopContext, Macro, Namespace)  # what Jinja makes itself


class _Environment(ImmutableSandboxedEnvironment):
    """Fields are reached by their names, and methods of no value are."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The field of an object; ``point.items`` too, where Python has a method."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The field of an object or the element of a list."""
        if isinstance(obj, _OWN) and isinstance(argument, str):
            return super().getattr(obj, argument)
        if isinstance(obj, dict | list | tuple | str):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                pass
        return self._missing(obj, argument)

    def _missing(self, obj: Any, name: Any) -> Any:
        if isinstance(obj, Undefined):  # which says what it is when it is used
            return obj
        if isinstance(obj, dict):
            return self.undefined(f"there is no field {name!r}, but {', '.join(obj)}")
        if obj is None:
            said = f"this release has nothing with a field {name!r} there"
            return self.undefined(f"{said}; ask with if first, or give a default")
        what = "a list" if isinstance(obj, list) else "a value"
        return self.undefined(f"{what} has no field {name!r}")


def make_environment(escape: Callable[[str], str], filters: Sequence[str]) -> _Environment:
    """An environment with these of Jinja's filters, in which ``escape`` has the last word."""

    @pass_eval_context  # or Jinja would escape literals as HTML when it compiles them
    def finalize(context: EvalContext, value: Any) -> Any:
        if value is None:
            return ""
        if isinstance(value, Markup):  # of a macro, whose parts have been here
            return value
        if isinstance(value, dict):
            fields = ", ".join(f".{name}" for name in sorted(value, key="text".__ne__))
            raise SecurityError(f"an object cannot be shown whole, name a field of it: {fields}")
        if isinstance(value, list | tuple):
            raise SecurityError("a list cannot be shown whole: go through it with for")
        text = str(value)
        before, behind = " " * text[:1].isspace(), " " * text[-1:].isspace()
        return Markup(f"{before}{escape(shown(text))}{behind}" if text.strip() else before)

    environment = _Environment(
        autoescape=True,
        optimized=False,  # nothing is computed but where it is bounded
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=0,
    )
    environment.globals = {"namespace": Namespace}
    environment.filters = {name: environment.filters[name] for name in filters}
    return environment
